import type { Scope } from '../../../../platform/database/desk.ts'
import { asTyped } from '../../../../platform/web/read-form.ts'
import type { PageRequest, Reply } from '../../../../platform/web/route.ts'
import { actorOf } from '../../../../platform/web/staff-request.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import type { FormState } from '../../../../ui/forms/form-state.ts'
import { type Id, isId } from '../../../../values/ids.ts'
import type { Outcome } from '../../../../values/outcome.ts'
import { partiesOf } from '../../data/case-reads.ts'

type Request = PageRequest<PurposeKey>

/** The identifiers of an address, or null when one is none: such an address leads nowhere. */
export function idsIn(request: Request, ...names: string[]): Record<string, Id> | null {
  const found = names.map((name) => [name, request.params[name]] as const)
  return found.every(([, value]) => isId(value)) ? (Object.fromEntries(found) as Record<string, Id>) : null
}

/** Whether the address names a party of its case. */
export const isParty = async (scope: Scope, ids: Record<string, Id>): Promise<boolean> =>
  (await partiesOf(scope, ids.caseId as Id)).some((it) => it.personId === ids.personId)
export const look = <T>(request: Request, caseId: Id, work: (scope: Scope) => Promise<T>): Promise<T> =>
  request.desk.read(actorOf(request), { purpose: 'booking', deed: 'case.details-opened', caseId }, work)

export const after = (outcome: Outcome<unknown>, caseId: Id): Reply =>
  outcome.done ? { redirect: `/office/cases/${caseId}` } : { notFound: true }

/** The same form with what was typed, when a held file would have lost something by it. */
export const whenHeld = (outcome: Outcome<unknown>, request: Request): FormState | null => {
  if (outcome.done || outcome.reason !== 'held') return null
  const errors = { '': 'This file is held: what is in it can be corrected, and not emptied. Fill in what you emptied' }
  return { values: asTyped(request.form), errors }
}

export const page = (
  title: string,
  form: FormState,
  body: NonNullable<Extract<Reply, { page: unknown }>>['page']['body'],
): Reply => ({
  page: { title, invalid: Object.keys(form.errors).length > 0, body },
})
