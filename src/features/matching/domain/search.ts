import { readPostcode } from '../../../values/postcode.ts'
import { comparableTelephone } from '../../../values/telephone.ts'
import { plainName } from './plain-name.ts'
import { dateOfWords } from './typed-date.ts'

/** What is known of somebody who is looked for. Empty where nothing was said. */
export interface Sought {
  readonly name: string
  readonly telephone: string | null
  readonly email: string | null
  readonly postcode: string | null
  readonly address: string | null
  /** A date of birth as it is kept: `1981-04-07`, or without what is not known. */
  readonly birthDate: string | null
  /** The number of a case or an enquiry. */
  readonly reference: string | null
}

export const nobody: Sought = {
  name: '',
  telephone: null,
  email: null,
  postcode: null,
  address: null,
  birthDate: null,
  reference: null,
}

/** Whether there is enough to look for: a single letter finds everybody. */
export const canBeSought = (sought: Sought): boolean =>
  plainName(sought.name).length > 1 ||
  [sought.telephone, sought.email, sought.postcode, sought.birthDate, sought.reference].some((it) => it !== null)

const shapes = {
  email: /\S+@\S+\.\S+/,
  reference: /\b[CE]-[0-9A-Z-]{4,}\b/i,
  postcode: /\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b/i,
  date: /\b\d{1,2}[/.\- ](\d{1,2}|[A-Za-z]{3,9})[/.\- ](19|20)\d{2}\b|\b(19|20)\d{2}-\d{2}-\d{2}\b/,
  telephone: /\+?\d[\d\s()-]{7,}\d/,
}

/** Reads one line in which somebody typed what they know: a name, a number, an address of mail, in any order. */
export function readSearch(line: string): Sought {
  let rest = ` ${line.normalize('NFC')} `
  const take = <Value>(shape: RegExp, read: (text: string) => Value | null): Value | null => {
    const text = shape.exec(rest)?.[0]
    const value = text === undefined ? null : read(text)
    if (text !== undefined && value !== null) rest = rest.replace(text, ' ')
    return value
  }
  const email = take(shapes.email, (text) => text.toLowerCase())
  const reference = take(shapes.reference, (text) => text.toUpperCase())
  const postcode = take(shapes.postcode, postcodeOf)
  const birthDate = take(shapes.date, dateOfWords)
  const telephone = take(shapes.telephone, comparableTelephone)
  return { ...nobody, email, reference, postcode, birthDate, telephone, name: rest.replace(/\s+/g, ' ').trim() }
}

/** A postcode as it is kept; null when it is none. */
export function postcodeOf(text: string): string | null {
  const reading = readPostcode(text)
  return reading.done ? reading.value : null
}
