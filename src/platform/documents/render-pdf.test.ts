import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, test } from 'vitest'
import { renderPdf, UnprintableText } from './render-pdf.ts'

const created = Temporal.Instant.from('2026-11-21T09:30:00Z')
const common = {
  title: 'A letter about your appointment',
  language: 'en-GB',
  author: 'Harbour Mediation',
  created,
} as const
const service = { name: 'Harbour Mediation', address: ['1 Quay Row', 'Norwich', 'NR1 1AA'], telephone: '01603 555 123' }

const plain = `#import "/letter.typ": letter
#letter(service: inputs.service, recipient: inputs.recipient, date: inputs.date, reference: inputs.reference,
  quality: inputs.quality, subject: inputs.subject, greeting: inputs.greeting, inputs.body)`
const letterInputs = {
  service,
  recipient: ['Zoë Example', '2 Mill Lane'],
  date: '21 November 2026',
  reference: 'HM-1',
  quality: 'Without prejudice',
  subject: 'Your first meeting',
  greeting: 'Dear Zoë',
  body: 'We look forward to meeting you.',
}

const pagesOf = async (pdf: Buffer): Promise<string[]> => {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise
  const pages = []
  for (let number = 1; number <= document.numPages; number++) {
    const content = await (await document.getPage(number)).getTextContent()
    pages.push(content.items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''))
  }
  await document.loadingTask.destroy()
  return pages
}
const bodyPrinted = async (body: string) =>
  (await pagesOf(await renderPdf({ template: plain, inputs: { ...letterInputs, body }, ...common }))).join('\n')

describe('a letter', () => {
  test('says what it was given, on every page its legal quality', async () => {
    const body = Array.from({ length: 60 }, (_, line) => `Paragraph ${line}`).join('\n\n')
    const pages = await pagesOf(await renderPdf({ template: plain, inputs: { ...letterInputs, body }, ...common }))
    expect(pages.length).toBeGreaterThan(1)
    for (const page of pages) expect(page).toContain('Without prejudice')
    for (const words of [
      'Harbour Mediation',
      'Zoë Example',
      '2 Mill Lane',
      '21 November 2026',
      'Your first meeting',
      'Dear Zoë',
    ])
      expect(pages[0]).toContain(words)
    expect(pages.at(-1)).toContain('Paragraph 59')
  })

  test.each([
    '#include "/etc/passwd"',
    '#import "/parts.typ": quiet',
    '#panic("x")',
    '$x^2$ and $$',
    '*not bold* and _not slanted_',
    String.raw`back\slash \n \u{41}`,
    '@ref <label> @nobody',
    '= not a heading',
    '- not a list',
    '// not a comment',
    '/* nor this */',
    '"double" and \'single\' -- three --- dashes ...',
    'a`raw`b ~ [content] {code} #[x]',
    'https://example.org/x',
  ])('prints %j as it was typed', async (typed) => {
    expect(await bodyPrinted(`before ${typed} after`)).toContain(`before ${typed} after`)
  })

  test.each(['😀', '👩‍👧', 'Łukasz Świątek', 'Ελένη', 'Наталія', '王小明', 'ไทย'])(
    'prints %s in its own script',
    async (typed) => {
      expect(await bodyPrinted(`name ${typed} end`)).toContain(typed)
    },
  )

  test.each(['שלום', 'محمد'])('prints %s, which runs from right to left', async (typed) => {
    expect((await bodyPrinted(`name ${typed} end`)).normalize('NFKC')).toContain(typed)
  })

  test('keeps paragraphs and lines as they were typed', async () => {
    expect(await bodyPrinted('one\ntwo\r\n\r\nthree')).toMatch(/one\s*\ntwo\s*\nthree/)
  })

  test('refuses a character that no font can show, without repeating it in the message', async () => {
    const refusal = await bodyPrinted('name \u{13000}').catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(UnprintableText)
    expect((refusal as UnprintableText).characters).toEqual(['\u{13000}'])
    expect((refusal as UnprintableText).message).not.toContain('\u{13000}')
    await expect(bodyPrinted('nul \u0000')).rejects.toThrow(UnprintableText)
  })
})

describe('a certificate', () => {
  test('says its kind, its facts and who signed', async () => {
    const template = `#import "/certificate.typ": certificate
#certificate(service: inputs.service, kind: inputs.kind, statements: inputs.statements, facts: inputs.facts, signature: inputs.signature, notes: inputs.notes)`
    const inputs = {
      service,
      kind: 'Certificate of attendance at a MIAM',
      statements: ['Zoë Example attended a meeting.'],
      facts: [['Date of the meeting', '20 November 2026']],
      signature: { name: 'Ruth Iqbal', registration: '1234A', 'signed-on': '21 November 2026' },
      notes: ['It counts for four months.'],
    }
    const text = (await pagesOf(await renderPdf({ template, inputs, ...common }))).join('\n')
    for (const words of [inputs.kind, 'Zoë Example attended', '20 November 2026', 'Ruth Iqbal', '1234A', 'four months'])
      expect(text).toContain(words)
  })
})

describe('PDF/UA-1', () => {
  test('is declared, with language, title and tags', async () => {
    const pdf = await renderPdf({ template: plain, inputs: letterInputs, ...common })
    const bytes = pdf.toString('latin1')
    expect(bytes).toMatch(/\/MarkInfo\s*<<[^>]*\/Marked true/)
    expect(bytes).toMatch(/\/Lang\s*\(en-GB\)/)
    expect(bytes).toMatch(/<pdfuaid:part>1<|pdfuaid:part="1"/)
    expect(bytes).toMatch(/\/DisplayDocTitle true/)
    const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise
    const { info } = await document.getMetadata()
    expect(info).toMatchObject({ Title: common.title, Author: common.author, Language: 'en-GB' })
    expect(String((info as { CreationDate?: string }).CreationDate)).toContain('20261121093000')
    const tags = JSON.stringify(await (await document.getPage(1)).getStructTree())
    expect(tags).toContain('"role":"H1"')
    await document.loadingTask.destroy()
  })

  test('embeds every font that it uses', async () => {
    const bytes = (await renderPdf({ template: plain, inputs: letterInputs, ...common })).toString('latin1')
    expect(bytes).toContain('AtkinsonHyperlegibleNext')
    const descriptors = bytes.match(/\/Type\s*\/FontDescriptor/g) ?? []
    expect(descriptors.length).toBeGreaterThan(0)
    expect(bytes.match(/\/FontFile[23]\s/g)).toHaveLength(descriptors.length)
  })

  test('equal requests give equal bytes', async () => {
    const request = { template: plain, inputs: letterInputs, ...common }
    expect((await renderPdf(request)).equals(await renderPdf(request))).toBe(true)
  })
})

describe('a template', () => {
  test.each(['#eval(inputs.body)', '#read("/parts.typ")', '#import "@preview/x:1.0.0"', '#plugin("/x.wasm")'])(
    'may not use %s',
    async (template) => {
      await expect(renderPdf({ template, inputs: letterInputs, ...common })).rejects.toThrow('may not')
    },
  )

  test('that is faulty fails without repeating the inputs', async () => {
    await expect(renderPdf({ template: '#inputs.missing', inputs: letterInputs, ...common })).rejects.toThrow(
      /does not compile/,
    )
  })
})
