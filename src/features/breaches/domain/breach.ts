import type { Id } from '../../../values/ids.ts'

export const ways = [
  'wrong_person',
  'lost',
  'stolen',
  'overheard',
  'broken_into',
  'not_there',
  'destroyed',
  'wrong',
  'other',
] as const
export type Way = (typeof ways)[number]

export const wayWords: Readonly<Record<Way, string>> = {
  wrong_person: 'It went to the wrong person, or they saw it',
  lost: 'It was lost, on paper or on a device',
  stolen: 'It was stolen',
  overheard: 'Somebody heard what was not for them',
  broken_into: 'Somebody got into an account or a computer',
  not_there: 'We could not get at it when it was needed',
  destroyed: 'It was destroyed too soon',
  wrong: 'It was changed, and is wrong',
  other: 'Something else',
}

export const risks = ['unlikely', 'likely', 'high'] as const
export type Risk = (typeof risks)[number]

export const riskWords: Readonly<Record<Risk, string>> = {
  unlikely: 'It is unlikely to harm anybody',
  likely: 'It may harm somebody',
  high: 'It may harm somebody badly: for instance their safety, where they live, or their money',
}

export const tolds = ['regulator', 'controller', 'people', 'charity'] as const
export type ToldWhom = (typeof tolds)[number]

export const hows = ['online', 'telephone', 'email', 'letter', 'in_person'] as const
export type How = (typeof hows)[number]

export const howWords: Readonly<Record<How, string>> = {
  online: 'With their form',
  telephone: 'By telephone',
  email: 'By e-mail',
  letter: 'By letter',
  in_person: 'In person',
}

export interface NewBreach {
  readonly kind: 'breach' | 'near_miss'
  readonly way: Way
  readonly what: string
  readonly awareAt: Temporal.Instant
  readonly messageId: Id | null
}

export interface BreachFacts {
  readonly kind: 'breach' | 'near_miss'
  readonly contained: string | null
  readonly whose: string | null
  readonly risk: Risk | null
  readonly notify: 'yes' | 'no' | null
  readonly tell: 'yes' | 'no' | null
  readonly controller: 'yes' | 'no' | null
  readonly charity: 'yes' | 'no' | 'none' | null
  readonly measures: string | null
  readonly told: readonly ToldWhom[]
}

/** The questions of a breach, the first first. `report`: what was decided is still to be done. */
export const questions = ['contain', 'whose', 'risk', 'notify', 'report', 'tell', 'others', 'learn', 'close'] as const
export type Question = (typeof questions)[number]

/** What was decided to be told to somebody and was not yet. */
export const stillToTell = (it: BreachFacts): ToldWhom[] => {
  const wanted = { regulator: it.notify, controller: it.controller, people: it.tell, charity: it.charity } as const
  return tolds.filter((whom) => wanted[whom] === 'yes' && !it.told.includes(whom))
}

/** Which question is to be answered now: each before the next, so that nobody need know the order. */
export function nextQuestion(it: BreachFacts): Question {
  if (it.kind === 'near_miss') return it.measures === null ? 'learn' : 'close'
  if (it.contained === null) return 'contain'
  if (it.whose === null) return 'whose'
  if (it.risk === null) return 'risk'
  if (it.notify === null) return 'notify'
  if (stillToTell(it).includes('regulator')) return 'report'
  if (it.tell === null) return 'tell'
  if (it.charity === null) return 'others'
  if (stillToTell(it).length > 0) return 'report'
  return it.measures === null ? 'learn' : 'close'
}

export const questionWords: Readonly<Record<Question, string>> = {
  contain: 'Stop it from getting worse',
  whose: 'Say whose data it is',
  risk: 'Say what can come of it',
  notify: 'Decide whether the regulator is told',
  report: 'Tell those who must be told',
  tell: 'Decide whether the people are told',
  others: 'Say who else must know',
  learn: 'Say what keeps it from happening again',
  close: 'Close it',
}
