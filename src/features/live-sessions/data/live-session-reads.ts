import type { Scope } from '../../../platform/database/desk.ts'
import { question } from '../../../platform/database/question.ts'
import type { Id } from '../../../values/ids.ts'
import type { LegalQuality } from '../../files/index.ts'
import type { NoteKind, Passing, Room, Way } from '../domain/words.ts'

export interface LiveSession {
  readonly id: Id
  readonly caseId: Id
  readonly heldOn: Temporal.PlainDate
  readonly way: Way
  readonly openedBy: Id
  readonly secondMediator: Id | null
  readonly closedAt: Temporal.Instant | null
}

const sessions = ({ queries }: Pick<Scope, 'queries'>) =>
  queries
    .selectFrom('mediation_session')
    .select(['id', 'case_id', 'held_on', 'way', 'opened_by', 'second_mediator', 'closed_at'])
type SessionRow = Awaited<ReturnType<ReturnType<typeof sessions>['executeTakeFirstOrThrow']>>

const sessionFrom = (row: SessionRow): LiveSession => ({
  id: row.id,
  caseId: row.case_id,
  heldOn: Temporal.PlainDate.from(row.held_on),
  way: row.way,
  openedBy: row.opened_by,
  secondMediator: row.second_mediator,
  closedAt: row.closed_at,
})

const ofCase = question((queries, { caseId }: { readonly caseId: Id }) =>
  sessions({ queries }).where('case_id', '=', caseId).orderBy('held_on', 'desc').orderBy('opened_at', 'desc'),
)

/** Sessions of a case that were held with notes, newest first. */
export const liveSessionsOf = async (scope: Scope, caseId: Id): Promise<LiveSession[]> =>
  (await ofCase(scope, { caseId })).map(sessionFrom)

/** One session; null when there is none for the one who asks. */
export async function liveSessionOf(scope: Scope, sessionId: Id): Promise<LiveSession | null> {
  const row = await sessions(scope).where('id', '=', sessionId).executeTakeFirst()
  return row ? sessionFrom(row) : null
}

export interface Observer {
  readonly staffId: Id
  readonly agreedA: Temporal.PlainDate
  readonly agreedB: Temporal.PlainDate
}

export async function observersOf(scope: Scope, sessionId: Id): Promise<Observer[]> {
  const rows = await scope.queries
    .selectFrom('session_observer')
    .select(['staff_id', 'agreed_a_on', 'agreed_b_on'])
    .where('session_id', '=', sessionId)
    .execute()
  return rows.map((row) => ({
    staffId: row.staff_id,
    agreedA: Temporal.PlainDate.from(row.agreed_a_on),
    agreedB: Temporal.PlainDate.from(row.agreed_b_on),
  }))
}

export interface SessionNote {
  readonly id: Id
  readonly caseId: Id
  readonly sessionId: Id
  readonly zone: Room
  readonly kind: NoteKind
  readonly legalQuality: LegalQuality
  readonly words: string
  readonly passing: Passing | null
  readonly passedAt: Temporal.Instant | null
  readonly author: Id
  readonly writtenAt: Temporal.Instant
}

const notes = (scope: Scope) =>
  scope.queries
    .selectFrom('session_note')
    .select(['id', 'case_id', 'session_id', 'zone', 'kind', 'legal_quality', 'words', 'passing', 'passed_at'])
    .select(['author', 'written_at'])
type NoteRow = Awaited<ReturnType<ReturnType<typeof notes>['executeTakeFirstOrThrow']>>

const noteFrom = (row: NoteRow): SessionNote => ({
  id: row.id,
  caseId: row.case_id,
  sessionId: row.session_id,
  zone: row.zone,
  kind: row.kind,
  legalQuality: row.legal_quality,
  words: row.words,
  passing: row.passing,
  passedAt: row.passed_at,
  author: row.author,
  writtenAt: row.written_at,
})

/** The notes of a session in the order in which they were written. */
export async function notesOf(scope: Scope, sessionId: Id): Promise<SessionNote[]> {
  const rows = await notes(scope).where('session_id', '=', sessionId).orderBy('written_at').orderBy('id').execute()
  return rows.map(noteFrom)
}

export async function noteOf(scope: Scope, noteId: Id): Promise<SessionNote | null> {
  const row = await notes(scope).where('id', '=', noteId).executeTakeFirst()
  return row ? noteFrom(row) : null
}

/** What a party said of a note with which they do not agree. */
export interface NoteStatement {
  readonly noteId: Id
  readonly side: 'A' | 'B'
  readonly words: string
  readonly writtenAt: Temporal.Instant
}

/** The parties' own words beside the notes of a session, or of one of them. */
export async function statementsOf(
  scope: Scope,
  of: { readonly sessionId: Id } | { readonly noteId: Id },
): Promise<NoteStatement[]> {
  const all = scope.queries
    .selectFrom('note_statement')
    .select(['note_id', 'side', 'words', 'written_at'])
    .orderBy('written_at')
    .orderBy('id')
  const rows = await ('noteId' in of
    ? all.where('note_id', '=', of.noteId)
    : all.where('session_id', '=', of.sessionId)
  ).execute()
  return rows.map((row) => ({
    ...{ noteId: row.note_id, side: row.side as 'A' | 'B', words: row.words, writtenAt: row.written_at },
  }))
}

/** One entry of the ledger: what was answered about a note, or to whom it was passed. */
export interface LedgerEntry {
  readonly noteId: Id
  readonly happened: Passing | 'passed'
  readonly told: 'A' | 'B' | null
  readonly by: Id
  readonly at: Temporal.Instant
}

export async function ledgerOf(scope: Scope, sessionId: Id): Promise<LedgerEntry[]> {
  const rows = await scope.queries
    .selectFrom('note_event')
    .select(['note_id', 'happened', 'told', 'by_whom', 'at'])
    .where('session_id', '=', sessionId)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    noteId: row.note_id,
    happened: row.happened,
    told: row.told,
    by: row.by_whom,
    at: row.at,
  }))
}

export interface SessionStop {
  readonly id: Id
  readonly reason: string
  readonly stoppedBy: Id
  readonly stoppedAt: Temporal.Instant
  readonly resumedAt: Temporal.Instant | null
  readonly resumedBecause: string | null
}

/** When and why a session could not go on, newest first; the first stands while it has no end. */
export async function stopsOf(scope: Scope, sessionId: Id): Promise<SessionStop[]> {
  const rows = await scope.queries
    .selectFrom('session_stop')
    .select(['id', 'reason', 'stopped_by', 'stopped_at', 'resumed_at', 'resumed_because'])
    .where('session_id', '=', sessionId)
    .orderBy('stopped_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    reason: row.reason,
    stoppedBy: row.stopped_by,
    stoppedAt: row.stopped_at,
    resumedAt: row.resumed_at,
    resumedBecause: row.resumed_because,
  }))
}
