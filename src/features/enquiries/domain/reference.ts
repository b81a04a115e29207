import { randomInt } from 'node:crypto'

// Read out over the telephone and copied by hand: no letter or figure that is taken for another, no vowels that make words.
const letters = '23456789BCDFGHJKMNPQRTVWXYZ'

/** A reference that says nothing and cannot be guessed in order: a letter for its kind and seven signs, as `E-4KTX-9QM`. */
export function newReference(kind: 'E' | 'C' | 'M' | 'R' | 'K' | 'B'): string {
  const signs = Array.from({ length: 7 }, () => letters[randomInt(letters.length)]).join('')
  return `${kind}-${signs.slice(0, 4)}-${signs.slice(4)}`
}
