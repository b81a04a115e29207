import { done, type Outcome, refused } from './outcome.ts'

/** A telephone number: what the person typed, to read back to them, and one form in which equal numbers are equal. */
export type Telephone = {
  readonly typed: string
  /** International digits, `+441603555123`; without the extension. */
  readonly comparable: string
  readonly extension: string | null
}

export type TelephoneReason =
  | 'telephone.empty'
  | 'telephone.notNumber'
  | 'telephone.areaCodeMissing'
  | 'telephone.wrongLength'

const ending = /(?:\s*(?:x|ext|extension)\.?\s*(\d{1,6}))$/i
// After the 0: geographic and UK-wide 1, 2, 3; corporate and IP 5; mobile and pager 7; free and service 8; premium 9.
const national = /^(?:[1235789]\d{9}|1\d{8}|800\d{6}|8001111|84546\d{2})$/

/** Reads a number of Great Britain however it was spaced, or one from abroad that begins with + or 00. */
export function readTelephone(typed: string): Outcome<Telephone, TelephoneReason> {
  const words = typed.normalize('NFKC').trim()
  if (words === '') return refused('telephone.empty')
  const extension = ending.exec(words)?.[1] ?? null
  const number = words.replace(ending, '').replace(/[\s().\-\u2010-\u2015/]/gu, '')
  if (!/^\+?\d+$/.test(number)) return refused('telephone.notNumber')
  const digits = international(number)
  if (!digits.done) return digits
  return done({ typed: words, comparable: digits.value, extension })
}

/** The comparable form of a number, or null where there is none: for finding the same number in another spelling. */
export function comparableTelephone(typed: string): string | null {
  const outcome = readTelephone(typed)
  return outcome.done ? outcome.value.comparable : null
}

function international(number: string): Outcome<string, TelephoneReason> {
  const abroad = number.replace(/^00/, '+')
  if (abroad.startsWith('+') && !abroad.startsWith('+44'))
    return /^\+[1-9]\d{6,14}$/.test(abroad) ? done(abroad) : refused('telephone.wrongLength')
  if (!abroad.startsWith('+44') && !abroad.startsWith('0')) {
    // A spreadsheet eats the leading 0 of a mobile; a short number is one that only neighbours can dial.
    if (/^[127]\d{9}$/.test(abroad)) return done(`+44${abroad}`)
    return refused(abroad.length < 9 ? 'telephone.areaCodeMissing' : 'telephone.wrongLength')
  }
  const afterPrefix = abroad.replace(/^\+44/, '').replace(/^0/, '')
  return national.test(afterPrefix) ? done(`+44${afterPrefix}`) : refused('telephone.wrongLength')
}
