import { sql } from 'kysely'
import type { Scope } from '../../../platform/database/desk.ts'
import { question } from '../../../platform/database/question.ts'
import type { Id } from '../../../values/ids.ts'
import type { LegalQuality } from '../../files/index.ts'
import type { MiamDuty, Suitable } from '../domain/words.ts'

/** That a MIAM was recorded, without what was written. */
export interface ListedMiam {
  readonly id: Id
  readonly caseId: Id
  readonly partyId: Id
  readonly appointmentId: Id | null
  readonly zone: 'A' | 'B'
  readonly legalQuality: LegalQuality
  readonly heldOn: Temporal.PlainDate
  readonly suitable: Suitable
  readonly author: Id
}

export interface MiamRecord extends ListedMiam, Readonly<Record<MiamDuty, string>> {
  readonly recordedAt: Temporal.Instant
  /** Keys of the ways out of court of which the person was told, and of the exemptions that they claim. */
  readonly waysTold: readonly string[]
  readonly exemptionsClaimed: readonly string[]
}

const listed = [
  'id',
  'case_id',
  'party_id',
  'appointment_id',
  'zone',
  'legal_quality',
  'held_on',
  'suitable',
  'author',
] as const
const written = [
  'information_given',
  'benefits_explained',
  'way_suited',
  'how_to_proceed',
  'recorded_at',
  'ways_told',
  'exemptions_claimed',
] as const

const miams = ({ queries }: Pick<Scope, 'queries'>) => queries.selectFrom('miam_record').select(listed)
type ListedRow = Awaited<ReturnType<ReturnType<typeof miams>['executeTakeFirstOrThrow']>>

const listedOf = (row: ListedRow): ListedMiam => ({
  id: row.id,
  caseId: row.case_id,
  partyId: row.party_id,
  appointmentId: row.appointment_id,
  zone: row.zone,
  legalQuality: row.legal_quality,
  heldOn: Temporal.PlainDate.from(row.held_on),
  suitable: row.suitable,
  author: row.author,
})

const miamsOfCase = question((queries, { caseId }: { readonly caseId: Id }) =>
  miams({ queries }).where('case_id', '=', caseId).orderBy('held_on', 'desc').orderBy('id'),
)

/** The MIAMs of a case, newest first. */
export const miamsOf = async (scope: Scope, caseId: Id): Promise<ListedMiam[]> =>
  (await miamsOfCase(scope, { caseId })).map(listedOf)

const keysIn = (kept: unknown): string[] =>
  Array.isArray(kept) ? kept.filter((it): it is string => typeof it === 'string') : []

/** One MIAM as it was written; null when there is none for the one who asks. */
export async function miamOf(scope: Scope, miamId: Id): Promise<MiamRecord | null> {
  const row = await miams(scope).select(written).where('id', '=', miamId).executeTakeFirst()
  if (!row) return null
  const { information_given, benefits_explained, way_suited, how_to_proceed } = row
  const words = { information_given, benefits_explained, way_suited, how_to_proceed }
  const ticked = { waysTold: keysIn(row.ways_told), exemptionsClaimed: keysIn(row.exemptions_claimed) }
  return { ...listedOf(row), ...words, ...ticked, recordedAt: row.recorded_at }
}

/** Whether there is such a MIAM of that party. For the purpose that assesses risk, which reads nothing of what was written of it. */
export async function isMiamToScreen(scope: Scope, of: { caseId: Id; miamId: Id; side: 'A' | 'B' }): Promise<boolean> {
  const asked = sql<boolean>`ev.miam_to_screen(${of.miamId}, ${of.caseId}, ${of.side})`
  const row = await scope.queries.selectNoFrom(asked.as('found')).executeTakeFirst()
  return row?.found ?? false
}

export interface Screening {
  readonly id: Id
  readonly partyId: Id
  readonly abuseRisk: string
  readonly childRisk: string
  readonly author: Id
  readonly recordedAt: Temporal.Instant
}

/** The assessments of risk of one MIAM. Wants the purpose `screening`: no other reads them. */
export async function screeningOf(scope: Scope, miamId: Id): Promise<Screening | null> {
  const row = await scope.queries
    .selectFrom('screening')
    .select(['id', 'party_id', 'abuse_risk', 'child_risk', 'author', 'recorded_at'])
    .where('miam_record_id', '=', miamId)
    .executeTakeFirst()
  if (!row) return null
  const { id, party_id: partyId, abuse_risk: abuseRisk, child_risk: childRisk, author, recorded_at: recordedAt } = row
  return { id, partyId, abuseRisk, childRisk, author, recordedAt }
}
