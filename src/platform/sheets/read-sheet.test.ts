import { describe, expect, test } from 'vitest'
import { sheetXml, workbookOf, zipOf } from '../../../test/support/workbook.ts'
import { readSheet } from './read-sheet.ts'

const limits = { bytes: 1_000_000, rows: 50, columns: 10, cell: 100 }
const read = async (bytes: Uint8Array) => {
  const outcome = await readSheet(bytes, limits)
  return outcome.done ? outcome.value : outcome.reason
}
const cells = async (bytes: Uint8Array) => {
  const found = await read(bytes)
  return typeof found === 'string' ? found : found.rows.map((row) => row.cells)
}
const expected = [
  ['Name', 'Town'],
  ['Zoë Ångström', 'Kings Lynn, Norfolk'],
]

describe('text with separated values', () => {
  const lines = (by: string) => `Name${by}Town\r\nZoë Ångström${by}"Kings Lynn, Norfolk"\r\n`
  test.each([
    ['commas', Buffer.from(lines(','))],
    ['semicolons', Buffer.from(lines(';'))],
    ['tabs', Buffer.from(lines('\t'))],
    ['a mark at the start', Buffer.from(`\ufeff${lines(',')}`)],
    ['Windows-1252', Buffer.from(lines(','), 'latin1')],
    ['UTF-16', Buffer.from(`\ufeff${lines('\t')}`, 'utf16le')],
    ['old line ends', Buffer.from(lines(',').replaceAll('\r\n', '\r'))],
  ])('is read with %s', async (_, bytes) => expect(await cells(bytes)).toEqual(expected))

  test('keeps the numbers of its rows when some are empty or lack cells', async () => {
    const found = await read(Buffer.from('A,B\n\n ,\nx\n'))
    expect(typeof found === 'string' ? found : found.rows).toEqual([
      { number: 1, cells: ['A', 'B'] },
      { number: 4, cells: ['x', ''] },
    ])
  })

  test('has line ends within quotes, quotes where none should be, and nothing that no text has', async () => {
    expect(await cells(Buffer.from('A,B\n"1 High St\r\nTown",5" nail\u0007'))).toEqual([
      ['A', 'B'],
      ['1 High St\nTown', '5" nail'],
    ])
  })

  test.each([
    ['', 'sheet.empty'],
    [' , \n,,', 'sheet.empty'],
    [`A\n${'x\n'.repeat(60)}`, 'sheet.tooManyRows'],
    [`A${',x'.repeat(11)}`, 'sheet.tooManyColumns'],
    [`A,${'x'.repeat(101)}`, 'sheet.cellTooLong'],
    [`A,"${'x\n'.repeat(5000)}`, 'sheet.cellTooLong'],
    [`A,"never closed`, 'sheet.damaged'],
    ['\u0000\u0001', 'sheet.kind'],
    ['%PDF-1.7', 'sheet.kind'],
    ['x'.repeat(1_000_001), 'sheet.tooLarge'],
  ])('%# is refused', async (text, reason) => expect(await read(Buffer.from(text))).toBe(reason))
})

describe('a workbook', () => {
  test('is read from its first sheet, days as days, formulas as what they came to', async () => {
    const first = [
      ['Name', 'Born', 'Number', 'Sum'],
      ['Ida', { day: 45_000 }, 7_700_900_111, { formula: '1+1', value: '=cmd' }],
    ]
    const found = await read(workbookOf({ Cases: first, Old: [['x']] }))
    expect(found).toEqual({
      ...{ name: 'Cases', skipped: ['Old'] },
      rows: [
        { number: 1, cells: ['Name', 'Born', 'Number', 'Sum'] },
        { number: 2, cells: ['Ida', '2023-03-15', '7700900111', '=cmd'] },
      ],
    })
  })

  test('keeps the numbers of its rows when some are missing', async () => {
    const rows = '<row r="2"><c r="B2" t="inlineStr"><is><t>A</t></is></c></row><row r="9"><c r="C9"><v>5</v></c></row>'
    expect(await read(workbookOf({ Cases: sheetXml(rows) }))).toMatchObject({
      rows: [
        { number: 2, cells: ['', 'A', ''] },
        { number: 9, cells: ['', '', '5'] },
      ],
    })
  })

  test('that would fill the memory is refused before it is read', async () => {
    const far = (address: string) => workbookOf({ Cases: sheetXml(`<row r="1"><c r="${address}"><v>1</v></c></row>`) })
    expect(await read(far('A1048576'))).toBe('sheet.tooManyRows')
    expect(await read(far('XFD1'))).toBe('sheet.tooManyColumns')
    const zeros = '0'.repeat(50 * 1024 * 1024)
    expect(await read(workbookOf({ Cases: [['A']] }, [{ name: 'xl/bomb.xml', content: zeros }]))).toBe(
      'sheet.unpacksTooLarge',
    )
    expect(await read(workbookOf({ Cases: [['A']] }, [{ name: 'xl/bomb.xml', content: zeros, says: 10 }]))).toBe(
      'sheet.unpacksTooLarge',
    )
  })

  test('that is none, or is broken, is refused', async () => {
    expect(await read(zipOf([{ name: 'word/document.xml', content: '<x/>' }]))).toBe('sheet.damaged')
    const good = workbookOf({ Cases: [['A']] })
    expect(await read(good.slice(0, -30))).toBe('sheet.damaged')
    expect(await read(workbookOf({ Cases: '<worksheet><sheetData><row' }))).toMatch(/^sheet\./)
    expect(await read(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1]))).toBe('sheet.kind')
  })
})
