/** How a word can lie hidden in bytes: each way that software usually writes text. */
export interface Disguise {
  readonly name: string
  readonly bytes: Buffer
}

const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16()
const swapped = (text: string) =>
  [...text].map((letter) => (letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase())).join('')
const eachAs = (text: string, write: (code: number) => string) =>
  [...Buffer.from(text)].map((code) => write(code)).join('')
const hex2 = (code: number) => code.toString(16).padStart(2, '0')

/** Base64 looks different at each of three distances from the beginning; letters that a neighbour decides are left off. */
function base64At(bytes: Buffer, before: number, alphabet: 'base64' | 'base64url'): Buffer {
  const text = Buffer.concat([Buffer.alloc(before), bytes])
    .toString(alphabet)
    .replace(/=+$/, '')
  const first = [0, 2, 3][before] ?? 0
  const whole = Math.floor(((before + bytes.length) * 8) / 6)
  return Buffer.from(text.slice(first, whole))
}

function written(text: string, how: string): Disguise[] {
  const bytes = Buffer.from(text)
  const as = (name: string, disguise: Buffer | string) => ({ name: `${how} ${name}`, bytes: Buffer.from(disguise) })
  return [
    as('as it is', bytes),
    as('in UTF-16, little end first', Buffer.from(text, 'utf16le')),
    as('in UTF-16, big end first', utf16be(text)),
    ...[0, 1, 2].map((before) => as(`in base64 after ${before}`, base64At(bytes, before, 'base64'))),
    ...[0, 1, 2].map((before) => as(`in base64url after ${before}`, base64At(bytes, before, 'base64url'))),
    ...[0, 1, 2].map((before) =>
      as(`UTF-16 in base64 after ${before}`, base64At(Buffer.from(text, 'utf16le'), before, 'base64')),
    ),
    as('in hexadecimal', bytes.toString('hex')),
    as('in capital hexadecimal', bytes.toString('hex').toUpperCase()),
    as(
      'in percent signs',
      eachAs(text, (code) => `%${hex2(code).toUpperCase()}`),
    ),
    as(
      'in small percent signs',
      eachAs(text, (code) => `%${hex2(code)}`),
    ),
    as(
      'in quoted-printable',
      eachAs(text, (code) => `=${hex2(code).toUpperCase()}`),
    ),
    as(
      'in HTML numbers',
      eachAs(text, (code) => `&#${code};`),
    ),
    as(
      'in hexadecimal HTML numbers',
      eachAs(text, (code) => `&#x${hex2(code)};`),
    ),
    as(
      'in JSON escapes',
      eachAs(text, (code) => `\\u00${hex2(code)}`),
    ),
  ]
}

/** Every disguise of a word, in small, capital, swapped and backward letters too; each byte sequence once. */
export function disguises(word: string): Disguise[] {
  const spellings: readonly (readonly [string, string])[] = [
    [word, 'as typed'],
    [word.toLowerCase(), 'small'],
    [word.toUpperCase(), 'capital'],
    [swapped(word), 'swapped'],
    [[...word].reverse().join(''), 'backward'],
  ]
  const found = new Map<string, Disguise>()
  for (const [text, how] of spellings) {
    for (const disguise of written(text, how)) {
      const key = disguise.bytes.toString('latin1')
      if (!found.has(key)) found.set(key, disguise)
    }
  }
  return [...found.values()]
}
