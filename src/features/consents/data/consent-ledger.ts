import type { Scope } from '../../../platform/database/desk.ts'
import { type Id, newId } from '../../../values/ids.ts'

/** Whom a consent is about. The ledger itself names nobody: this tie can be forgotten and the ledger still stands. */
export type ConsentHolder = { readonly enquiryId: Id } | { readonly personId: Id }

export type ConsentAct = 'given' | 'refused' | 'withdrawn'
export type ConsentChannel = 'website' | 'telephone' | 'office'

export interface ConsentEvent {
  readonly act: ConsentAct
  readonly at: Temporal.Instant
  readonly wordingHash: string
  readonly policyHash: string
  readonly channel: ConsentChannel
}

const columnsOf = (holder: ConsentHolder) => ({
  enquiry_id: 'enquiryId' in holder ? holder.enquiryId : null,
  person_id: 'personId' in holder ? holder.personId : null,
})

/** Makes the pseudonymous subject under which somebody's consents are recorded. */
export async function addConsentSubject(scope: Scope, holder: ConsentHolder): Promise<Id> {
  const id = newId()
  await scope.queries
    .insertInto('consent_subject')
    .values({ id, ...columnsOf(holder) })
    .execute()
  return id
}

/** The subject of somebody's consents; null when nothing was ever recorded of them. */
export async function consentSubjectOf(scope: Scope, holder: ConsentHolder): Promise<Id | null> {
  const query = scope.queries.selectFrom('consent_subject').select('id')
  const found = await ('enquiryId' in holder
    ? query.where('enquiry_id', '=', holder.enquiryId)
    : query.where('person_id', '=', holder.personId)
  )
    .limit(1)
    .executeTakeFirst()
  return found?.id ?? null
}

/** Says that the person of an enquiry is this person now, so that what they agreed to goes with them. */
export async function linkConsents(scope: Scope, enquiryId: Id, personId: Id): Promise<void> {
  await scope.queries
    .updateTable('consent_subject')
    .set({ person_id: personId })
    .where('enquiry_id', '=', enquiryId)
    .where('person_id', 'is', null)
    .execute()
}

export async function addConsentEvent(
  scope: Scope,
  subjectId: Id,
  event: Omit<ConsentEvent, 'at'> & { readonly scope: string },
): Promise<void> {
  await scope.queries
    .insertInto('consent_event')
    .values({
      id: newId(),
      subject_id: subjectId,
      scope: event.scope,
      act: event.act,
      wording_hash: event.wordingHash,
      policy_hash: event.policyHash,
      channel: event.channel,
    })
    .execute()
}

/**
 * What somebody said last under a scope; null when they were never asked. Of two events at the same instant a withdrawal or
 * refusal counts before a consent.
 */
export async function latestConsent(scope: Scope, subjectId: Id, consentScope: string): Promise<ConsentEvent | null> {
  const rows = await scope.queries
    .selectFrom('consent_event')
    .select(['act', 'at', 'wording_hash', 'policy_hash', 'channel'])
    .where('subject_id', '=', subjectId)
    .where('scope', '=', consentScope)
    .orderBy('at', 'desc')
    .limit(20)
    .execute()
  const newest = rows.filter((row) => row.at.equals(rows[0]?.at ?? row.at))
  const row = newest.find((it) => it.act !== 'given') ?? newest[0]
  if (!row) return null
  return {
    act: row.act,
    at: row.at,
    wordingHash: row.wording_hash,
    policyHash: row.policy_hash,
    channel: row.channel,
  }
}
