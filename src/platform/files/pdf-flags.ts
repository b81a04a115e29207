import { inflateSync } from 'node:zlib'

export type PdfFlag =
  | 'pdf.script'
  | 'pdf.opensAction'
  | 'pdf.launches'
  | 'pdf.embedsFiles'
  | 'pdf.encrypted'
  | 'pdf.opaque'

// Short names such as /JS and /AA are left out: packed pictures hold them by chance, and what they start is named here.
const signs: Readonly<Record<Exclude<PdfFlag, 'pdf.opaque'>, RegExp>> = {
  'pdf.script': /\/(?:JavaScript|Rendition|XFA)(?![A-Za-z0-9])/,
  'pdf.opensAction': /\/(?:OpenAction|SubmitForm|ImportData|GoToE|GoToR)(?![A-Za-z0-9])/,
  'pdf.launches': /\/Launch(?![A-Za-z0-9])/,
  'pdf.embedsFiles': /\/(?:EmbeddedFiles?|RichMedia)(?![A-Za-z0-9])/,
  'pdf.encrypted': /\/Encrypt(?![A-Za-z0-9])/,
}

// A few kilobytes can unpack to gigabytes: what is looked into is bounded, and what is beyond the bound is flagged.
const mostPerStream = 8 * 1024 * 1024
const mostInAll = 64 * 1024 * 1024

/**
 * What a PDF could do when it is opened, looked for in its plain parts and inside its packed object streams, with names that
 * were disguised by `#` escapes read as they are meant. A flag is a reason for a person to look, not a verdict.
 */
export function pdfFlags(bytes: Uint8Array): PdfFlag[] {
  const pdf = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const packed = packedObjects(pdf)
  const parts = [pdf.toString('latin1'), ...packed.parts].map(withPlainNames)
  const found = new Set<PdfFlag>(packed.opaque ? ['pdf.opaque'] : [])
  for (const [flag, sign] of Object.entries(signs) as [PdfFlag, RegExp][])
    if (parts.some((part) => sign.test(part))) found.add(flag)
  return [...found].sort()
}

const withPlainNames = (part: string): string =>
  part.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

function packedObjects(pdf: Buffer): { parts: string[]; opaque: boolean } {
  const parts: string[] = []
  let opaque = false
  let left = mostInAll
  for (let at = pdf.indexOf('stream'); at >= 0; at = pdf.indexOf('stream', at + 6)) {
    if (pdf.subarray(at - 3, at).toString('latin1') === 'end') continue
    const dictionary = withPlainNames(
      pdf
        .subarray(Math.max(0, at - 512), at)
        .toString('latin1')
        .split('endobj')
        .at(-1) ?? '',
    )
    if (!/\/ObjStm(?![A-Za-z0-9])/.test(dictionary)) continue
    const newline = pdf[at + 6] === 13 ? 2 : 1
    try {
      const part = inflateSync(pdf.subarray(at + 6 + newline), { maxOutputLength: Math.min(mostPerStream, left) })
      left -= part.length
      parts.push(part.toString('latin1'))
    } catch {
      // Encrypted, filtered in another way, broken, or too large to look into.
      opaque = true
    }
    if (left <= 0) return { parts, opaque: true }
  }
  return { parts, opaque }
}
