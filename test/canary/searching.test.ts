import { randomBytes } from 'node:crypto'
import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { Searcher } from './searching.ts'

const word = 'Qzvkxbirdab'
const searcher = new Searcher([word])
function noise(length: number): Buffer {
  return randomBytes(length)
}
const hidden = (bytes: Buffer | string) =>
  Buffer.concat([noise(5000), Buffer.from('\n'), Buffer.from(bytes), noise(5000)])
const find = (bytes: Buffer) => searcher.readThrough([{ name: 'a place', bytes }])
const sentence = `They said ${word}, and more.`

/** Each a usual way in which software writes a text down, made by other means than the search itself uses. */
const ways: Readonly<Record<string, Buffer | string>> = {
  'as it is': sentence,
  'in small letters, as a folded name': sentence.toLowerCase(),
  'in capitals, as on an envelope': sentence.toUpperCase(),
  'with swapped capitals': 'qZVKXBIRDAB',
  backward: [...sentence].reverse().join(''),
  'in UTF-16 of Windows': Buffer.from(sentence, 'utf16le'),
  'in UTF-16 of a PDF': Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(sentence, 'utf16le').swap16()]),
  'in base64 of a mail': Buffer.from(sentence).toString('base64'),
  'in base64, one letter on': Buffer.from(` ${sentence}`).toString('base64'),
  'in base64, two letters on': Buffer.from(`  ${sentence}`).toString('base64'),
  'in base64url of a token': Buffer.from(`{"n":"${word}"}`).toString('base64url'),
  'in hexadecimal, as PostgreSQL shows bytes': `\\x${Buffer.from(sentence).toString('hex')}`,
  'in an address': `/find?name=${encodeURIComponent(sentence)}`,
  'in an address with every letter escaped': [...word].map((it) => `%${it.charCodeAt(0).toString(16)}`).join(''),
  'in HTML': `<p>${sentence.replaceAll(',', '&comma;')}</p>`,
  'in HTML numbers': [...word].map((it) => `&#${it.charCodeAt(0)};`).join(''),
  'in JSON': JSON.stringify({ said: `"${sentence}"\n` }),
  'in JSON escapes': [...word].map((it) => `\\u${it.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
  'in a gzip file': gzipSync(sentence.repeat(3)),
  'in a stream of a PDF': deflateSync(sentence.repeat(3)),
  'in an entry of a Word file': zipOf('word/document.xml', sentence.repeat(3)),
  'in UTF-16 in base64': Buffer.from(sentence, 'utf16le').toString('base64'),
  'in base64 in base64': Buffer.from(Buffer.from(sentence.repeat(3)).toString('base64')).toString('base64'),
  'in gzip in base64, over lines': inLines(
    Buffer.concat([gzipSync(sentence.repeat(3)), noise(90)]).toString('base64'),
    76,
  ),
  'in base64, cut by a line': inLines(
    Buffer.from(`${'.'.repeat(50)}${sentence}${'.'.repeat(90)}`).toString('base64'),
    76,
  ),
  'in quoted-printable, cut by a line': `They said ${word.slice(0, 4)}=\r\n${word.slice(4)}, and more.`,
  'in quoted-printable, some letters': `They said =${word.charCodeAt(0).toString(16)}${word.slice(1)}`,
  'in a calendar, folded': `DESCRIPTION:They said ${word.slice(0, 5)}\r\n ${word.slice(5)}`,
  'in a header, encoded': `Subject: =?UTF-8?B?${Buffer.from(sentence).toString('base64')}?=`,
  'in a header, encoded and cut': `Subject: =?UTF-8?Q?They_said_${word.slice(0, 5)}?=\r\n =?UTF-8?Q?${word.slice(5)}?=`,
  'in an address, some letters': `/find?name=%${word.charCodeAt(0).toString(16)}${word.slice(1)}`,
  'in HTML numbers, some letters': `&#${word.charCodeAt(0)};${word.slice(1, 4)}&#x${word.charCodeAt(4).toString(16)};${word.slice(5)}`,
  'in JSON, some letters': `"${word.slice(0, 3)}\\u00${word.charCodeAt(3).toString(16)}${word.slice(4)}"`,
  'in HTML, marked up within': `<p>${word.slice(0, 4)}<b class="x">${word.slice(4)}</b></p>`,
  'with an invisible letter within': `${word.slice(0, 4)}\u200b${word.slice(4)}`,
  'in an attachment that is a PDF': inLines(deflateSync(sentence.repeat(40)).toString('base64'), 76),
}

function inLines(text: string, length: number): string {
  return (text.match(new RegExp(`.{1,${length}}`, 'g')) ?? []).join('\r\n')
}

function zipOf(name: string, text: string): Buffer {
  const head = Buffer.alloc(30)
  head.write('PK\x03\x04', 'latin1')
  head.writeUInt16LE(8, 8)
  head.writeUInt16LE(name.length, 26)
  return Buffer.concat([head, Buffer.from(name), deflateRawSync(text)])
}

describe('the search for canaries', () => {
  test.each(Object.keys(ways))('finds one %s', (way) => {
    expect(find(hidden(ways[way] ?? ''))).not.toEqual([])
  })

  test('finds nothing where nothing is', () => {
    expect(find(noise(200_000))).toEqual([])
    expect(find(Buffer.from('Qzvkx birdab, Qzvkxbirda and other words'))).toEqual([])
  })

  test('says where, how, and what stands around it', () => {
    expect(find(Buffer.from(sentence))[0]).toMatchObject({
      place: 'a place',
      how: `${word} as typed as it is`,
      around: expect.stringContaining('They said'),
    })
  })
})
