import { dayOf } from '../../../platform/clock/service-clock.ts'
import type { Scope } from '../../../platform/database/desk.ts'
import { type Id, newId } from '../../../values/ids.ts'
import type { Professional } from '../domain/professional.ts'

const columns = [
  ...(['id', 'name', 'work', 'organisation', 'email', 'telephone', 'source', 'last_contact_on'] as const),
  ...(['account_opened_at', 'account_ended_at'] as const),
] as const
const today = (scope: Scope) => dayOf(scope.now).toString()

/** Professionals by name; a service knows some hundreds. */
export const listProfessionals = (scope: Scope) =>
  scope.queries.selectFrom('professional').select(columns).orderBy('name').orderBy('id').limit(1000).execute()

export type KnownProfessional = Awaited<ReturnType<typeof listProfessionals>>[number]

export async function professionalOf(scope: Scope, id: Id): Promise<KnownProfessional | null> {
  const row = await scope.queries.selectFrom('professional').select(columns).where('id', '=', id).executeTakeFirst()
  return row ?? null
}

/** When somebody with this work address referred people, the newest first: whom, the enquiry says to those who may read it. */
export async function referralsFrom(scope: Scope, email: string | null) {
  if (email === null) return []
  return scope.queries
    .selectFrom('referral')
    .select(['enquiry_id', 'made_at'])
    .where('email_folded', '=', email.toLowerCase())
    .orderBy('made_at', 'desc')
    .limit(50)
    .execute()
}

export type TheirReferral = Awaited<ReturnType<typeof referralsFrom>>[number]

/** Adds a professional within the caller's transaction; one with the same work address is the same one. */
export async function addProfessional(scope: Scope, professional: Professional): Promise<Id> {
  const known = professional.email === null ? null : await withAddress(scope, professional.email)
  if (known) {
    await noteContact(scope, known)
    return known
  }
  const id = newId()
  await scope.queries
    .insertInto('professional')
    .values({ id, ...professional, last_contact_on: today(scope) })
    .execute()
  return id
}

async function withAddress(scope: Scope, email: string): Promise<Id | null> {
  const row = await scope.queries
    .selectFrom('professional')
    .select('id')
    .where('email_folded', '=', email.toLowerCase())
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? null
}

/** Their clock starts anew from a contact. False when there is no such professional. */
export async function noteContact(scope: Scope, id: Id): Promise<boolean> {
  const { numUpdatedRows } = await scope.queries
    .updateTable('professional')
    .set({ last_contact_on: today(scope) })
    .where('id', '=', id)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function correctProfessional(scope: Scope, id: Id, professional: Professional): Promise<boolean> {
  const { numUpdatedRows } = await scope.queries
    .updateTable('professional')
    .set(professional)
    .where('id', '=', id)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function removeProfessional(scope: Scope, id: Id): Promise<boolean> {
  const { numDeletedRows } = await scope.queries.deleteFrom('professional').where('id', '=', id).executeTakeFirst()
  return numDeletedRows === 1n
}
