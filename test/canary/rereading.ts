import type { Place } from './searching.ts'

/** Beyond this, text of people is not written in one piece; what is larger is a database's own. */
const longestRead = 3_000_000

type Way = readonly [how: string, read: (text: string) => string]

const letter = (code: string, base: number) => String.fromCodePoint(Math.min(Number.parseInt(code, base), 0x10ffff))
const decodedWord = (how: string, word: string) =>
  how.toLowerCase() === 'b'
    ? Buffer.from(word, 'base64').toString()
    : word.replaceAll('_', ' ').replaceAll(/=([0-9a-f]{2})/gi, (_, code: string) => letter(code, 16))

/** How a reader puts together again what was cut up or written letter by letter: a mail's lines, its headers, a page's tags. */
const ways: readonly Way[] = [
  ['lines joined as in a quoted-printable mail', (text) => text.replaceAll(/=\r?\n/g, '')],
  ['lines unfolded as in a calendar or a header', (text) => text.replaceAll(/\r?\n[ \t]/g, '')],
  ['lines joined', (text) => text.replaceAll(/\r?\n/g, '')],
  ['its tags left out', (text) => text.replaceAll(/<[^<>]{0,2000}>/g, '')],
  ['its invisible letters left out', (text) => text.replaceAll(/\u00ad|[\u200b-\u200f\u2060\ufeff]|&shy;|&zwnj;/g, '')],
  ['written out of percent signs', (text) => text.replaceAll(/%([0-9a-f]{2})/gi, (_, code) => letter(code, 16))],
  ['written out of equal signs', (text) => text.replaceAll(/=([0-9A-F]{2})/g, (_, code) => letter(code, 16))],
  [
    'written out of HTML numbers',
    (text) =>
      text
        .replaceAll(/&#(\d{1,7});?/g, (_, code) => letter(code, 10))
        .replaceAll(/&#x([0-9a-f]{1,6});?/gi, (_, code) => letter(code, 16)),
  ],
  [
    'written out of escapes',
    (text) => text.replaceAll(/\\(?:u\{?|x)([0-9a-f]{2,4})\}?/gi, (_, code) => letter(code, 16)),
  ],
  [
    'its encoded headers read',
    (text) =>
      text
        .replaceAll(/\?=\s+=\?/g, '?==?')
        .replaceAll(/=\?[\w-]+\?([bq])\?([^?]*)\?=/gi, (_, how, word) => decodedWord(how, word)),
  ],
]

/** A place read again in each of these ways, where that makes a difference. */
export function reread({ name, bytes }: Place): Place[] {
  if (bytes.length > longestRead) return []
  const text = bytes.toString('utf8')
  return ways.flatMap(([how, way]) => {
    const other = way(text)
    return other === text ? [] : [{ name: `${name} (${how})`, bytes: Buffer.from(other) }]
  })
}

/** Runs of base64, also over lines, opened. */
export function packedInText({ name, bytes }: Place): Place[] {
  if (bytes.length > longestRead) return []
  const runs = bytes.toString('latin1').match(/(?:[A-Za-z0-9+/_-]{40,}={0,2}\r?\n?){1,20000}/g) ?? []
  return runs.slice(0, 200).map((run, index) => ({
    name: `${name} (base64 ${index})`,
    bytes: Buffer.from(run.replaceAll(/\s/g, ''), 'base64'),
  }))
}
