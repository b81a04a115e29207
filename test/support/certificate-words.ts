import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** All words of the first page of a PDF, line by line. */
export async function wordsOfPdf(pdf: Uint8Array): Promise<string> {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise
  const content = await (await document.getPage(1)).getTextContent()
  await document.loadingTask.destroy()
  return content.items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')
}

/** What whoever holds a printed certificate types to check it. */
export async function paperOf(pdf: Uint8Array): Promise<{ readonly number: string; readonly code: string }> {
  const words = await wordsOfPdf(pdf)
  const number = /M-[2-9A-Z]{4}-[2-9A-Z]{3}/.exec(words)?.[0]
  const code = /Code: ([2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4})/.exec(words)?.[1]
  if (!number || !code) throw new Error('the certificate has no number or no code on it')
  return { number, code }
}
