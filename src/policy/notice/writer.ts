import type { CompiledPolicy, CompiledPurpose, CompiledSubject } from '../compiled.ts'
import { activePurposes } from '../enforcing/active.ts'
import { entriesOf } from '../findings.ts'
import type { TextKey } from '../language/clauses.ts'
import { fill, type SettingValues } from '../prose/slots.ts'
import { type SubjectKind, subjectKinds } from '../vocabulary.ts'

/** A policy with the settings of the day, as the sections of a notice read it. */
export interface Writer {
  readonly policy: CompiledPolicy
  /** The purposes that people are told of: what is only planned is not done to anybody yet. */
  readonly purposes: readonly CompiledPurpose[]
  readonly fill: (text: string) => string
  readonly text: (key: TextKey) => string
}

export function writerOf(policy: CompiledPolicy, settings: SettingValues): Writer {
  const filled = (text: string): string => fill(policy, text, settings)
  return {
    policy,
    purposes: activePurposes(policy),
    fill: filled,
    text: (key) => filled(policy.text[key]),
  }
}

/** Each kind of person of whom the service uses something now, with the purposes that do. */
export const peopleConcerned = (
  writer: Writer,
): (readonly [SubjectKind, readonly (readonly [CompiledPurpose, CompiledSubject])[]])[] =>
  subjectKinds
    .map((kind) => {
      const uses = writer.purposes.flatMap((purpose) => {
        const subject = purpose.subjects[kind]
        return subject ? [[purpose, subject] as const] : []
      })
      return [kind, uses] as const
    })
    .filter(([, uses]) => uses.length > 0)

/** The recipients that a live purpose names. */
export const liveRecipients = ({ policy, purposes }: Writer) =>
  entriesOf(policy.recipients).filter(([key]) => purposes.some((purpose) => purpose.recipients.includes(key)))

/** The retention rules by which a live purpose holds something. */
export const liveRetention = ({ policy, purposes }: Writer) =>
  entriesOf(policy.retention).filter(([key]) => purposes.some((purpose) => purpose.retention.includes(key)))
