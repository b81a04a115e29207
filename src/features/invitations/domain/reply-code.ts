import { createHash, randomInt } from 'node:crypto'

// Typed from a letter: no letter or figure that is taken for another, no vowels that make words.
const letters = '23456789BCDFGHJKMNPQRTVWXYZ'

/** A code that nobody guesses (57 bits), as it stands in a letter: `4KTX-9QMB-R7WD`. */
export function newReplyCode(): string {
  const signs = Array.from({ length: 12 }, () => letters[randomInt(letters.length)]).join('')
  return [signs.slice(0, 4), signs.slice(4, 8), signs.slice(8)].join('-')
}

/** A code as it was typed or followed, made whole; null when no letter bears one like it. */
export function readReplyCode(text: string): string | null {
  const signs = text.toUpperCase().replaceAll(/[\s\-‐-―]/g, '')
  if (signs.length !== 12 || [...signs].some((it) => !letters.includes(it))) return null
  return [signs.slice(0, 4), signs.slice(4, 8), signs.slice(8)].join('-')
}

/** What the database keeps of a code. The code has more chance in it than anybody can try, so a plain sum is enough. */
export const sumOfCode = (code: string): string => createHash('sha256').update(`invitation ${code}`).digest('hex')
