import type { Desk, Scope } from '../../../platform/database/desk.ts'
import type { NewLink } from '../../../platform/sign-in/links.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import type { Id } from '../../../values/ids.ts'
import { staffRole } from '../data/staff-reads.ts'

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

/** True when the one who acts may now do what `may` says of their role: read here, not remembered from when they signed in. */
export async function actorMay(scope: Scope, may: (role: string) => boolean): Promise<boolean> {
  const role = scope.actor && (await staffRole(scope, scope.actor))
  return role !== null && may(role)
}

/** Marks a link in an answer, which is kept: a form that is sent twice must not show a link that was never made. */
export const linkMark = (link: NewLink): string => link.tokenHash.toString('hex').slice(0, 16)

export interface StaffAct {
  readonly key: Id
  readonly staffId: Id
}
