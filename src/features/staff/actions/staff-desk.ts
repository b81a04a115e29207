import type { Desk } from '../../../platform/database/desk.ts'
import type { NewLink } from '../../../platform/sign-in/links.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import type { Id } from '../../../values/ids.ts'

export type StaffDesk = Desk<PurposeKey>

/** Constraints whose breach a person can cause, and what it means. */
export const staffRefusals = {
  staff_last_administrator: 'last-administrator',
  staff_email: 'email-taken',
  authenticator_reset_two_people: 'same-person',
  authenticator_reset_not_own: 'own-account',
  authenticator_reset_waiting: 'waits-already',
} as const

export type StaffRefusal =
  | (typeof staffRefusals)[keyof typeof staffRefusals]
  | 'not-allowed'
  | 'no-such'
  | 'has-cases'
  | 'needs-colleague'
  | 'not-a-mediator'

/** Marks a link in an answer, which is kept: a form that is sent twice must not show a link that was never made. */
export const linkMark = (link: NewLink): string => link.tokenHash.toString('hex').slice(0, 16)

export interface StaffAct {
  readonly key: Id
  readonly staffId: Id
}
