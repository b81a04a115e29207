import { crc32, deflateRawSync, deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { renderPdf } from '../documents/render-pdf.ts'
import { inspectUpload } from './inspect-upload.ts'

const megabyte = 1024 * 1024
const inspect = (bytes: Uint8Array, claimedName: string) => inspectUpload({ bytes, claimedName, largest: megabyte })
const reasonFor = async (bytes: Uint8Array, claimedName: string) => {
  const outcome = await inspect(bytes, claimedName)
  return outcome.done ? 'taken' : outcome.reason
}
const taken = async (bytes: Uint8Array, claimedName: string) => {
  const outcome = await inspect(bytes, claimedName)
  if (!outcome.done) throw new Error(outcome.reason)
  return outcome.value
}

const pdfWith = (...objects: string[]) =>
  Buffer.from(`%PDF-1.7\n${objects.map((o, at) => `${at + 1} 0 obj\n${o}\nendobj\n`).join('')}%%EOF\n`, 'latin1')

const segment = (marker: number, body: Buffer) => {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}
const jfif = segment(0xe0, Buffer.from('4a46494600010100000100010000', 'hex'))
const exifOf = (orientation: number) => {
  const tiff = Buffer.alloc(8 + 2 + 12 + 4)
  tiff.write('MM\0*', 'latin1')
  tiff.writeUInt32BE(8, 4)
  tiff.writeUInt16BE(1, 8)
  tiff.writeUInt16BE(0x0112, 10)
  tiff.writeUInt16BE(3, 12)
  tiff.writeUInt32BE(1, 14)
  tiff.writeUInt16BE(orientation, 18)
  return segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), tiff, Buffer.from('GPS 52.6309 N 1.2974 E')]))
}
const scan = Buffer.concat([segment(0xda, Buffer.from('0101003f00', 'hex')), Buffer.from('12ff00ffd034ff0056', 'hex')])
const jpeg = (...extra: Buffer[]) =>
  Buffer.concat([
    Buffer.from('ffd8', 'hex'),
    jfif,
    ...extra,
    segment(0xdb, Buffer.alloc(65)),
    scan,
    scan,
    Buffer.from('ffd9', 'hex'),
  ])

const chunk = (type: string, body: Buffer) => {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body])
  const ends = Buffer.alloc(8)
  ends.writeUInt32BE(body.length, 0)
  ends.writeUInt32BE(crc32(named), 4)
  return Buffer.concat([ends.subarray(0, 4), named, ends.subarray(4)])
}
const header = chunk('IHDR', Buffer.from('00000001000000010802000000', 'hex'))
const png = (...extra: Buffer[]) =>
  Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    header,
    ...extra,
    chunk('IDAT', deflateSync(Buffer.alloc(4))),
    chunk('IEND', Buffer.alloc(0)),
  ])

const zip = (entries: Record<string, string | Buffer>) => {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(entries)) {
    const stored = name === 'mimetype'
    const body = Buffer.from(content)
    const packed = stored ? body : deflateRawSync(body)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(20, 4)
    local.writeUInt16LE(stored ? 0 : 8, 8)
    local.writeUInt32LE(crc32(body), 14)
    local.writeUInt32LE(packed.length, 18)
    local.writeUInt32LE(body.length, 22)
    local.writeUInt16LE(name.length, 26)
    const listed = Buffer.alloc(46)
    listed.writeUInt32LE(0x02014b50, 0)
    local.copy(listed, 6, 4, 28)
    listed.writeUInt32LE(offset, 42)
    locals.push(local, Buffer.from(name), packed)
    central.push(listed, Buffer.from(name))
    offset += 30 + name.length + packed.length
  }
  const list = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Object.keys(entries).length, 8)
  end.writeUInt16LE(Object.keys(entries).length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, list, end])
}
const types = (main: string) =>
  `<?xml version="1.0"?><Types><Override PartName="/x" ContentType="application/${main}"/></Types>`
const docxMain = 'vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
const docx = (extra: Record<string, string | Buffer> = {}) =>
  zip({ '[Content_Types].xml': types(docxMain), '_rels/.rels': '<r/>', 'word/document.xml': '<d/>', ...extra })
const xlsx = zip({
  '[Content_Types].xml': types('vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'),
  '_rels/.rels': '<r/>',
  'xl/workbook.xml': '<w/>',
})
const odt = (extra: Record<string, string> = {}) =>
  zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<c/>', ...extra })

describe('taken', () => {
  test.each([
    ['pdf', pdfWith('<< /Type /Catalog >>'), 'statement.pdf'],
    ['jpeg', jpeg(), 'photo.JPG'],
    ['png', png(), 'screen.png'],
    ['text', Buffer.from('Zoë’s notes\r\n\t£20 < £30'), 'notes.txt'],
    ['docx', docx(), 'letter.docx'],
    ['odt', odt(), 'letter.odt'],
    ['xlsx', xlsx, 'budget.xlsx'],
  ])('%s', async (kind, bytes, name) => {
    expect(await taken(bytes, name)).toMatchObject({ kind, name, flags: [] })
  })

  test('a file that we print ourselves has no flags', async () => {
    const created = Temporal.Instant.from('2026-11-21T09:30:00Z')
    const pdf = await renderPdf({
      template: '= Hello',
      inputs: {},
      title: 'T',
      language: 'en-GB',
      author: 'A',
      created,
    })
    expect((await taken(pdf, 'letter.pdf')).flags).toEqual([])
  })

  test('a name without an ending gets one, and a picture with the other picture’s gets its own', async () => {
    expect((await taken(jpeg(), 'photo')).name).toBe('photo.jpg')
    expect((await taken(jpeg(), 'photo.png')).name).toBe('photo.jpg')
  })
})

describe('not taken', () => {
  const bomb = docx({ 'word/big.xml': Buffer.alloc(210 * megabyte) })
  test.each([
    ['an empty file', Buffer.alloc(0), 'a.txt', 'upload.empty'],
    ['too large', Buffer.alloc(megabyte + 1, 'a'), 'a.txt', 'upload.tooLarge'],
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'), 'a.svg', 'upload.typeNotAllowed'],
    ['SVG called text', Buffer.from('\n <svg onload=x>'), 'a.txt', 'upload.typeNotAllowed'],
    ['HTML called text', Buffer.from('hello <script>alert(1)</script>'), 'a.txt', 'upload.typeNotAllowed'],
    ['HTML called PDF', Buffer.from('<!DOCTYPE html><p>'), 'a.pdf', 'upload.typeNotAllowed'],
    ['a program', Buffer.from('4d5a90000300000004000000ffff0000', 'hex'), 'a.pdf', 'upload.typeNotAllowed'],
    ['a plain archive', zip({ 'a.txt': 'x' }), 'a.zip', 'upload.typeNotAllowed'],
    ['an archive called docx', zip({ 'a.txt': 'x' }), 'a.docx', 'upload.typeNotAllowed'],
    ['text with NUL', Buffer.from('a\0b'), 'a.txt', 'upload.typeNotAllowed'],
    ['a PDF called a picture', pdfWith('<<>>'), 'a.jpg', 'upload.nameDoesNotMatch'],
    ['a picture called a program', png(), 'a.png.exe', 'upload.nameDoesNotMatch'],
    ['text called HTML', Buffer.from('words'), 'a.html', 'upload.nameDoesNotMatch'],
    [
      'macros by content type',
      zip({ '[Content_Types].xml': types('vnd.ms-word.document.macroEnabled.main+xml'), 'word/document.xml': '' }),
      'a.docm',
      'upload.typeNotAllowed',
    ],
    ['macros inside', docx({ 'word/vbaProject.bin': 'x' }), 'a.docx', 'upload.macros'],
    ['macros of OpenDocument', odt({ 'Basic/Standard/x.xml': 'x' }), 'a.odt', 'upload.macros'],
    ['a zip bomb', bomb, 'a.docx', 'upload.unpacksTooLarge'],
    ['half a Word file', docx().subarray(0, -30), 'a.docx', 'upload.damaged'],
    ['half a JPEG', jpeg().subarray(0, -2), 'a.jpg', 'upload.damaged'],
    ['half a PNG', png().subarray(0, -12), 'a.png', 'upload.damaged'],
  ])('%s', async (_, bytes, name, reason) => {
    expect(await reasonFor(bytes, name)).toBe(reason)
  })

  test('any bytes get an answer', async () => {
    const starts = [
      Buffer.alloc(0),
      jpeg().subarray(0, 30),
      png().subarray(0, 40),
      docx().subarray(0, 200),
      Buffer.from('%PDF-1.7\n'),
    ]
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 300 }), async (start, rest) => {
        const outcome = await inspect(Buffer.concat([start, rest]), 'a')
        expect(typeof outcome.done).toBe('boolean')
      }),
    )
  })
})

test('a PDF that could act is taken, with a flag', async () => {
  expect((await taken(pdfWith('<< /OpenAction 2 0 R >>'), 'a.pdf')).flags).toEqual(['pdf.opensAction'])
})

test('a Word file that carries another file is flagged', async () => {
  expect((await taken(docx({ 'word/embeddings/oleObject1.bin': 'x' }), 'a.docx')).flags).toEqual(['office.embedsFiles'])
})

describe('what a picture tells beside itself', () => {
  const xmp = segment(0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0<x>secret place</x>'))
  const iptc = segment(0xed, Buffer.from('Photoshop 3.0\0secret place'))
  const said = segment(0xfe, Buffer.from('secret place'))
  const more = segment(0xe2, Buffer.from('MPF\0secret place'))
  const profile = segment(0xe2, Buffer.from('ICC_PROFILE\0\x01\x01colours'))

  test('is taken out of a JPEG, and the picture stays as it was', async () => {
    const { bytes } = await taken(jpeg(exifOf(1), xmp, iptc, said, more), 'a.jpg')
    expect(Buffer.from(bytes).equals(jpeg())).toBe(true)
  })

  test('a JPEG keeps its colours and which way is up', async () => {
    const bytes = Buffer.from((await taken(jpeg(exifOf(6), profile), 'a.jpg')).bytes)
    expect(bytes.includes('ICC_PROFILE')).toBe(true)
    expect(bytes.includes('GPS')).toBe(false)
    const tiff = bytes.subarray(bytes.indexOf('Exif\0\0') + 6)
    expect([tiff.toString('latin1', 0, 2), tiff.readUInt16LE(8), tiff.readUInt16LE(10), tiff.readUInt16LE(18)]).toEqual(
      ['II', 1, 0x0112, 6],
    )
    expect((await taken(bytes, 'a.jpg')).bytes).toEqual(bytes)
  })

  test('a film behind a JPEG is cut off', async () => {
    const { bytes } = await taken(Buffer.concat([jpeg(), Buffer.from('ftypmp42 film')]), 'a.jpg')
    expect(Buffer.from(bytes).equals(jpeg())).toBe(true)
  })

  test('is taken out of a PNG, and the picture stays as it was', async () => {
    const told = ['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME', 'prVt'].map((type) =>
      chunk(type, Buffer.from('Comment\0secret place')),
    )
    const gamma = chunk('gAMA', Buffer.from('0000b18f', 'hex'))
    const { bytes } = await taken(Buffer.concat([png(gamma, ...told), Buffer.from('after the end')]), 'a.png')
    expect(Buffer.from(bytes).equals(png(gamma))).toBe(true)
  })

  test('a PNG whose checksum is wrong is not a picture', async () => {
    const broken = png()
    broken[20] = (broken[20] ?? 0) ^ 1
    expect(await reasonFor(broken, 'a.png')).toBe('upload.damaged')
  })
})
