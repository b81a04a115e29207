import { plainName, wordsOf } from './plain-name.ts'
import { formsOf } from './short-forms.ts'
import { oneSlipApart } from './slips.ts'

/** Why somebody may be the one who is looked for, the strongest first. */
export const reasons = [
  'sameTelephone',
  'sameEmail',
  'sameAddress',
  'sameReference',
  'sameName',
  'sameNameTurned',
  'sameBirthDate',
  'formerName',
  'shortForm',
  'partOfName',
  'oneSlip',
  'soundsAlike',
  'sameFamilyName',
  'samePostcode',
  'looksAlike',
] as const
export type Reason = (typeof reasons)[number]

export const reasonWords: Record<Reason, string> = {
  sameTelephone: 'same telephone',
  sameEmail: 'same e-mail',
  sameAddress: 'same address',
  sameReference: 'this number',
  sameName: 'same name',
  sameNameTurned: 'same names in another order',
  sameBirthDate: 'same date of birth',
  formerName: 'former name',
  shortForm: 'short form of the same name',
  partOfName: 'part of the name',
  oneSlip: 'name one slip away',
  soundsAlike: 'name sounds alike',
  sameFamilyName: 'same family name',
  samePostcode: 'same postcode',
  looksAlike: 'name looks alike',
}

/** How much each says by itself; two that agree say more than the sum of weak ones, so a name alone stays below a telephone. */
const weights: Record<Reason, number> = {
  sameTelephone: 60,
  sameEmail: 60,
  sameAddress: 45,
  sameReference: 100,
  sameName: 50,
  sameNameTurned: 44,
  sameBirthDate: 30,
  formerName: 40,
  shortForm: 38,
  partOfName: 28,
  oneSlip: 34,
  soundsAlike: 26,
  sameFamilyName: 14,
  samePostcode: 12,
  looksAlike: 8,
}

export const strengthOf = (why: readonly Reason[]): number => why.reduce((sum, reason) => sum + weights[reason], 0)

/** Strong: this is most likely the same person. A name alone can be another's; so can a telephone, when two live together. */
export const isStrong = (why: readonly Reason[]): boolean => strengthOf(why) >= 80

/** A name on record: as it is now, what else the person is called, and what they were called. */
export interface RecordedName {
  readonly given: string
  readonly family: string
  readonly knownAs?: string | null
  readonly former?: string | null
}

/** How a name that was typed agrees with one on record; null when it does not. `sounds`: the database heard each word in it. */
export function nameReason(typed: string, recorded: RecordedName, sounds: boolean): Reason {
  const asked = wordsOf(plainName(typed))
  const now = plainName(`${recorded.given} ${recorded.family}`)
  if (asked.join(' ') === now || asked.join('') === now.replaceAll(' ', '')) return 'sameName'
  const words = wordsOf(now)
  const called = wordsOf(plainName(recorded.knownAs ?? ''))
  const had = wordsOf(plainName(recorded.former ?? ''))
  const allIn = (among: readonly string[]) => asked.every((word) => among.includes(word))
  if (allIn(words)) return asked.length === words.length ? 'sameNameTurned' : 'partOfName'
  if (now.startsWith(asked.join(' ')) || turned(recorded).startsWith(asked.join(' '))) return 'partOfName'
  if (allIn([...words, ...had])) return 'formerName'
  const others = [...words, ...called, ...had]
  if (asked.every((word) => formsOf(word).some((form) => others.includes(form)))) return 'shortForm'
  const near = (word: string) => others.some((other) => other === word || oneSlipApart(word, other))
  if (asked.every(near)) return 'oneSlip'
  return sounds ? 'soundsAlike' : 'looksAlike'
}

/** Whether a family name on record is among the words that were typed, for those who were found by something else. */
export function hasFamilyName(typed: string, { family }: RecordedName): boolean {
  const asked = wordsOf(plainName(typed))
  const words = wordsOf(plainName(family))
  return words.length > 0 && words.every((word) => asked.includes(word))
}

const turned = ({ given, family }: RecordedName) => plainName(`${family} ${given}`)
