import type { CompiledPolicy } from '../../../policy/compiled.ts'
import type { Id } from '../../../values/ids.ts'

/** The consent of the policy that opens a meeting online. */
export const onlineScope = 'onlineMeetings'

/** A company that may carry a meeting, as the policy declares it. */
export interface Provider {
  readonly key: string
  readonly name: string
  readonly country: string
  /** Where its own notice stands. */
  readonly notice: string
}

/** The companies that the policy names for it, each with a notice of its own to show; without one nobody could agree. */
export const providersOf = (policy: CompiledPolicy): Provider[] =>
  Object.entries(policy.recipients).flatMap(([key, { gate, name, country, notice }]) =>
    gate.opens === 'withConsent' && gate.scope === onlineScope && notice ? [{ key, name, country, notice }] : [],
  )

/** `given` and so on as consents are; `unsafe`: they cannot talk safely now. */
export const acts = ['given', 'refused', 'withdrawn', 'unsafe'] as const
export type Act = (typeof acts)[number]
/** How else they would rather meet. */
export const others = ['room', 'telephone', 'either'] as const
export type Other = (typeof others)[number]
export type Channel = 'website' | 'telephone' | 'office'

export const otherWords: Readonly<Record<Other, string>> = {
  room: 'In person',
  telephone: 'By telephone',
  either: 'Either of them',
}

/** What carries an appointment now. */
export interface OnlineMeeting {
  readonly id: Id
  readonly provider: string
  readonly notice: string
  readonly opensMinutes: number
}

/** What somebody said last. */
export interface Answer {
  readonly act: Act
  readonly instead: Other | null
  readonly provider: string
  readonly notice: string
  readonly channel: Channel
  readonly at: Temporal.Instant
  readonly recordedBy: Id
}

/** Where somebody stands towards the meeting as it is now: a yes to another company is none to this one. */
export type Standing = 'not-set' | 'not-asked' | 'agreed' | 'refused' | 'unsafe'

export function standingOf(meeting: OnlineMeeting | null, answer: Answer | null): Standing {
  if (!meeting) return 'not-set'
  if (answer?.act === 'unsafe') return 'unsafe'
  if (answer?.act === 'refused' || answer?.act === 'withdrawn') return 'refused'
  return answer?.provider === meeting.provider && answer.notice === meeting.notice ? 'agreed' : 'not-asked'
}

/** From when one is let in. */
export const opensAt = (startsAt: Temporal.Instant, meeting: OnlineMeeting): Temporal.Instant =>
  startsAt.subtract({ minutes: meeting.opensMinutes })
