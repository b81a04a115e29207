import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanFileName } from './file-name.ts'

describe('a file name', () => {
  test.each([
    ['statement.pdf', 'statement.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\Zoë\\letter.docx', 'letter.docx'],
    ['invoice\u202Efdp.exe', 'invoicefdp.exe'],
    ['a\r\nSet-Cookie: x.txt', 'aSet-Cookie- x.txt'],
    ['a\u0000b.pdf', 'ab.pdf'],
    ['  .hidden  ', 'hidden'],
    ['quote".pdf', 'quote-.pdf'],
    ['two   spaces.pdf', 'two spaces.pdf'],
    ['הסכם.pdf', 'הסכם.pdf'],
    ['\u200F\u202E', 'file'],
    ['', 'file'],
    ['..', 'file'],
    [`${'a'.repeat(300)}.pdf`, `${'a'.repeat(116)}.pdf`],
  ])('%j becomes %j', (claimed, name) => {
    expect(cleanFileName(claimed)).toBe(name)
  })

  test('whatever was claimed, is short, one line and no path', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (claimed) => {
        const name = cleanFileName(claimed)
        expect(name).not.toMatch(/[\p{Cc}\p{Cf}/\\"<>]/u)
        expect([...name].length).toBeGreaterThan(0)
        expect([...name].length).toBeLessThanOrEqual(120)
      }),
    )
  })
})
