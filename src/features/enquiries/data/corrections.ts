import { sql } from 'kysely'
import type { Scope } from '../../../platform/database/desk.ts'
import type { Id } from '../../../values/ids.ts'
import type { Enquiry } from './enquiry-reads.ts'

const correctable = [
  ...([
    'given_name',
    'family_name',
    'birth_date',
    'organisation',
    'email',
    'telephone',
    'address',
    'postcode',
  ] as const),
  ...(['email_safety', 'telephone_safety', 'letter_safety', 'voicemail_safety', 'contact_times'] as const),
  ...(['safe_days', 'safe_from', 'safe_until', 'heard_from', 'topic', 'needs'] as const),
] as const

/** The details of an enquiry that are put right. */
export type CorrectableEnquiry = Pick<Enquiry, (typeof correctable)[number]>

/** What was told or noted: it is not changed, and the person's own words can stand beside it. */
export const statedFields = ['message', 'safety_note', 'answer_note'] as const
export type StatedField = (typeof statedFields)[number]

export interface EnquiryToCorrect {
  readonly details: CorrectableEnquiry
  /** In which of them something is said. */
  readonly stated: readonly StatedField[]
}

/** The enquiry of a request to put something right, while that is open and it is known who asks; null otherwise. */
export async function enquiryToCorrect(scope: Scope, requestId: Id): Promise<EnquiryToCorrect | null> {
  const { rows } = await sql<{ found: Record<string, string | null> | null }>`
    SELECT ev.enquiry_to_correct(${requestId}) AS found`.execute(scope.queries)
  const found = rows[0]?.found
  if (!found) return null
  return {
    details: Object.fromEntries(correctable.map((it) => [it, found[it] ?? null])) as CorrectableEnquiry,
    stated: statedFields.filter((it) => (found[it] ?? '') !== ''),
  }
}

/** Puts the details of the enquiry of a request right. What was stays on record. */
export async function correctEnquiry(
  scope: Scope,
  requestId: Id,
  { details, digits }: { readonly details: CorrectableEnquiry; readonly digits: string | null },
): Promise<void> {
  await sql`SELECT ev.correct_enquiry(${requestId}, ${JSON.stringify(details)}::jsonb, ${digits})`.execute(
    scope.queries,
  )
}

/** Puts somebody's own words beside what stands in their enquiry. */
export async function standBeside(scope: Scope, requestId: Id, field: StatedField, words: string): Promise<void> {
  await sql`SELECT ev.stand_beside_enquiry(${requestId}, ${field}, ${words})`.execute(scope.queries)
}

/** What was put right in an enquiry and what its person says of the rest, in the order in which it was. */
export const correctionsOfEnquiry = (scope: Scope, enquiryId: Id) =>
  scope.queries
    .selectFrom('enquiry_correction')
    .select(['field', 'was', 'became', 'words', 'corrected_at'])
    .where('enquiry_id', '=', enquiryId)
    .orderBy('corrected_at')
    .orderBy('field')
    .execute()

export type EnquiryCorrection = Awaited<ReturnType<typeof correctionsOfEnquiry>>[number]
