import { createHash, randomInt } from 'node:crypto'

// Copied by hand from paper: no sign that is taken for another, no vowels that make words.
const letters = '23456789BCDFGHJKMNPQRTVWXYZ'

/** The code that a certificate bears: twelve signs, some 57 bits, as `4KTX-9QMB-7HJR`. It stands on the paper and nowhere else. */
export function newCertificateCode(): string {
  const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')
  return `${group()}-${group()}-${group()}`
}

const folded = (typed: string) => typed.toUpperCase().replaceAll(/[^0-9A-Z]/g, '')

/** The number as people type it, in one form. */
export const foldedNumber = folded

/** What is kept of a number and its code together: neither can be found without the other. */
export const certificateSum = (number: string, code: string): Buffer =>
  createHash('sha256')
    .update(`miam certificate ${folded(number)} ${folded(code)}`)
    .digest()
