import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { pdfFlags } from './pdf-flags.ts'

const megabyte = 1024 * 1024
const pdfWith = (...objects: string[]) =>
  Buffer.from(`%PDF-1.7\n${objects.map((o, at) => `${at + 1} 0 obj\n${o}\nendobj\n`).join('')}%%EOF\n`, 'latin1')
const packedPdf = (inner: string) => {
  const packed = deflateSync(Buffer.from(inner)).toString('latin1')
  return pdfWith(
    `<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${packed.length} >>\nstream\n${packed}\nendstream`,
  )
}

describe('PDF that could act', () => {
  test.each([
    ['script', pdfWith('<< /S /JavaScript /JS (app.alert(1)) >>'), ['pdf.script']],
    ['disguised script', pdfWith('<< /S /J#61vaScrip#74 /JS (x) >>'), ['pdf.script']],
    ['script in a packed object', packedPdf('1 0 << /S /JavaScript /JS (x) >>'), ['pdf.script']],
    ['an action on opening', pdfWith('<< /OpenAction 2 0 R >>'), ['pdf.opensAction']],
    ['a launch', pdfWith('<< /S /Launch /F (cmd.exe) >>'), ['pdf.launches']],
    ['files inside', pdfWith('<< /Names << /EmbeddedFiles 3 0 R >> >>'), ['pdf.embedsFiles']],
    ['a password', pdfWith('<< >>', 'trailer << /Encrypt 5 0 R >>'), ['pdf.encrypted']],
    [
      'an object stream that cannot be read',
      pdfWith('<< /Type /ObjStm >>\nstream\nnot packed\nendstream'),
      ['pdf.opaque'],
    ],
    ['an object stream that unpacks without end', packedPdf(' '.repeat(9 * megabyte)), ['pdf.opaque']],
    ['nothing, packed', packedPdf('1 0 << /Type /Page >>'), []],
    ['words that only look so', pdfWith('<< /LaunchDate (x) /Title (JavaScript for parents) >>'), []],
  ])('%s', (_, bytes, flags) => {
    expect(pdfFlags(bytes)).toEqual(flags)
  })
})
