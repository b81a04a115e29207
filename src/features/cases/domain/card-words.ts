import { type Channel, nothingSaid, type SafeContact, type WayToReach, type WhyNot } from '../../people/index.ts'

/** How each way of reaching somebody is called. */
export const channelWords: Readonly<Record<Channel, string>> = {
  email: 'E-mail',
  telephone: 'Telephone',
  text_message: 'Text',
  voicemail: 'Leaving a message',
  letter: 'Letter',
}

const whyNot = {
  unsafe: ['red', 'Not safe'],
  shared: ['red', 'The other party has it too'],
  told_by_another: ['orange', 'To invite them, and for nothing else'],
  not_asked: ['orange', 'Not asked'],
  none: ['grey', 'None held'],
} as const satisfies Record<WhyNot, readonly [string, string]>

/** Whether a way may be used now, as a tag says it. */
export const wayTag = (way: WayToReach): readonly ['green' | 'red' | 'orange' | 'grey', string] =>
  way.usable ? ['green', 'Safe'] : whyNot[way.why]

const fieldWords = {
  ...channelWords,
  ...{ safeDays: 'Safe days', safeFrom: 'Safe from', safeUntil: 'Safe until' },
  ...{ times: 'When', whoMayAnswer: 'Who may answer', codeWord: 'Code word', language: 'Language' },
  ...{ interpreter: 'Interpreter', adjustments: 'Adjustments' },
} as const satisfies Record<keyof SafeContact, string>

const answerWords: Readonly<Record<string, string>> = { safe: 'safe', unsafe: 'not safe', not_asked: 'not asked' }

/** What one version of a card says otherwise than the one before it. */
export function changesBetween(
  before: SafeContact | null,
  now: SafeContact,
): { what: string; was: string; is: string }[] {
  const words = (text: string | null) => (text === null ? 'nothing' : (answerWords[text] ?? text))
  const first = before ?? nothingSaid
  return (Object.keys(fieldWords) as (keyof SafeContact)[])
    .filter((field) => first[field] !== now[field])
    .map((field) => ({ what: fieldWords[field], was: words(first[field]), is: words(now[field]) }))
}
