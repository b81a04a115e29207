import type { Scope } from '../../../platform/database/desk.ts'
import { question } from '../../../platform/database/question.ts'
import type { Id } from '../../../values/ids.ts'
import type { LegalQuality, Zone } from '../../files/index.ts'
import type { Way } from '../domain/words.ts'

export interface ListedSession {
  readonly id: Id
  readonly caseId: Id
  readonly appointmentId: Id | null
  readonly zone: Zone
  readonly legalQuality: LegalQuality
  readonly heldOn: Temporal.PlainDate
  readonly way: Way
  readonly author: Id
  readonly recordedAt: Temporal.Instant
}
export interface SessionRecord extends ListedSession {
  readonly discussed: string
  readonly agreed: string
}

const listed = [
  'id',
  'case_id',
  'appointment_id',
  'zone',
  'legal_quality',
  'held_on',
  'way',
  'author',
  'recorded_at',
] as const
const sessions = ({ queries }: Pick<Scope, 'queries'>) => queries.selectFrom('session_record').select(listed)
type SessionRow = Awaited<ReturnType<ReturnType<typeof sessions>['executeTakeFirstOrThrow']>>

const sessionFrom = (row: SessionRow): ListedSession => ({
  id: row.id,
  caseId: row.case_id,
  appointmentId: row.appointment_id,
  zone: row.zone,
  legalQuality: row.legal_quality,
  heldOn: Temporal.PlainDate.from(row.held_on),
  way: row.way,
  author: row.author,
  recordedAt: row.recorded_at,
})

const sessionsOfCase = question((queries, { caseId, zone }: { readonly caseId: Id; readonly zone: Zone | undefined }) =>
  sessions({ queries })
    .where('case_id', '=', caseId)
    .$if(zone !== undefined, (query) => query.where('zone', '=', zone as Zone))
    .orderBy('held_on', 'desc')
    .orderBy('id'),
)

/** The sessions of a case, newest first; of one zone if asked. */
export const sessionsOf = async (scope: Scope, caseId: Id, zone?: Zone): Promise<ListedSession[]> =>
  (await sessionsOfCase(scope, { caseId, zone })).map(sessionFrom)

/** One session as it was written; null when there is none for the one who asks. */
export async function sessionOf(scope: Scope, sessionId: Id): Promise<SessionRecord | null> {
  const row = await sessions(scope).select(['discussed', 'agreed']).where('id', '=', sessionId).executeTakeFirst()
  return row ? { ...sessionFrom(row), discussed: row.discussed, agreed: row.agreed } : null
}

export interface ListedSummary {
  readonly id: Id
  readonly caseId: Id
  readonly sessionId: Id | null
  readonly zone: Zone
  readonly legalQuality: LegalQuality
  readonly author: Id
  readonly recordedAt: Temporal.Instant
}
export interface Summary extends ListedSummary {
  readonly summary: string
}

const summaries = ({ queries }: Pick<Scope, 'queries'>) =>
  queries
    .selectFrom('session_summary')
    .select(['id', 'case_id', 'session_record_id', 'zone', 'legal_quality', 'author', 'recorded_at'])
type SummaryRow = Awaited<ReturnType<ReturnType<typeof summaries>['executeTakeFirstOrThrow']>>

const summaryFrom = (row: SummaryRow): ListedSummary => ({
  id: row.id,
  caseId: row.case_id,
  sessionId: row.session_record_id,
  zone: row.zone,
  legalQuality: row.legal_quality,
  author: row.author,
  recordedAt: row.recorded_at,
})

const summariesOfCase = question((queries, { caseId }: { readonly caseId: Id }) =>
  summaries({ queries }).where('case_id', '=', caseId).orderBy('recorded_at', 'desc').orderBy('id'),
)

/** The summaries of a case, newest first. */
export const summariesOf = async (scope: Scope, caseId: Id): Promise<ListedSummary[]> =>
  (await summariesOfCase(scope, { caseId })).map(summaryFrom)

export async function summaryOf(scope: Scope, summaryId: Id): Promise<Summary | null> {
  const row = await summaries(scope).select('summary').where('id', '=', summaryId).executeTakeFirst()
  return row ? { ...summaryFrom(row), summary: row.summary } : null
}
