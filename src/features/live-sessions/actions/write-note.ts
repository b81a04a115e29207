import type { Answer, Desk } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import { type Id, newId } from '../../../values/ids.ts'
import { done, type Outcome, refused } from '../../../values/outcome.ts'
import type { LegalQuality } from '../../files/index.ts'
import { liveSessionOf, noteOf } from '../data/live-session-reads.ts'
import type { NoteKind, Passing, Room } from '../domain/words.ts'

/** What the database refuses about notes, and a person can cause. */
export const noteRefusals = {
  note_session_closed: 'session.closed',
  note_session_stopped: 'session.stopped',
  note_passed: 'note.passed',
  note_may_not_pass: 'note.mayNotPass',
  case_held: 'note.held',
} as const
export type NoteReason =
  | 'session.missing'
  | 'note.missing'
  | 'session.closed'
  | 'session.stopped'
  | 'note.passed'
  | 'note.mayNotPass'
  | 'note.held'

export interface NoteWords {
  readonly kind: NoteKind
  readonly legalQuality: LegalQuality
  readonly words: string
}
export interface NoteToWrite extends NoteWords {
  readonly key: Id
  readonly sessionId: Id
  /** In which room it was said. */
  readonly zone: Room
  /** Whether it may go to the other room; for what was said in one of them. */
  readonly passing: Passing
}

/** Writes down one thing that was said. */
export function writeNote(desk: Desk<PurposeKey>, actor: Id, input: NoteToWrite): Promise<Outcome<Answer, NoteReason>> {
  const { key, sessionId, zone } = input
  const refusals = noteRefusals
  const deed = { purpose: 'mediation', deed: 'note.written', key, subjectId: sessionId, refusals } as const
  return desk.act<NoteReason>(actor, deed, async (scope) => {
    const session = await liveSessionOf(scope, sessionId)
    if (!session) return refused('session.missing')
    scope.about({ caseId: session.caseId })
    const id = newId()
    await scope.queries
      .insertInto('session_note')
      .values({
        id,
        case_id: session.caseId,
        session_id: sessionId,
        zone,
        kind: input.kind,
        legal_quality: input.legalQuality,
        words: input.words,
        passing: zone === 'both' ? null : input.passing,
      })
      .execute()
    return done({ noteId: id, sessionId })
  })
}

/** Puts a note right while its session runs. What was passed on stays as the other party heard it. */
export function editNote(
  desk: Desk<PurposeKey>,
  actor: Id,
  input: NoteWords & { readonly key: Id; readonly noteId: Id },
): Promise<Outcome<Answer, NoteReason>> {
  const { kind, legalQuality, words } = input
  return change(desk, actor, { ...input, deed: 'note.edited' }, { kind, legal_quality: legalQuality, words })
}

/** Notes what the person said about whether it may go to the other room. */
export const answerPassing = (
  desk: Desk<PurposeKey>,
  actor: Id,
  input: { readonly key: Id; readonly noteId: Id; readonly passing: Passing },
): Promise<Outcome<Answer, NoteReason>> =>
  change(desk, actor, { ...input, deed: 'note.passing-answered' }, { passing: input.passing })

/** Notes that the mediator passed it on, now. */
export const passNote = (
  desk: Desk<PurposeKey>,
  actor: Id,
  input: { readonly key: Id; readonly noteId: Id },
): Promise<Outcome<Answer, NoteReason>> => change(desk, actor, { ...input, deed: 'note.passed' }, 'pass')

function change(
  desk: Desk<PurposeKey>,
  actor: Id,
  of: { readonly key: Id; readonly noteId: Id; readonly deed: 'note.edited' | 'note.passing-answered' | 'note.passed' },
  to: 'pass' | { passing: Passing } | { kind: NoteKind; legal_quality: LegalQuality; words: string },
): Promise<Outcome<Answer, NoteReason>> {
  const deed = {
    purpose: 'mediation',
    deed: of.deed,
    key: of.key,
    subjectId: of.noteId,
    refusals: noteRefusals,
  } as const
  return desk.act<NoteReason>(actor, deed, async (scope) => {
    const note = await noteOf(scope, of.noteId)
    if (!note || (note.zone === 'both' && (to === 'pass' || 'passing' in to))) return refused('note.missing')
    scope.about({ caseId: note.caseId })
    await scope.queries
      .updateTable('session_note')
      .set(to === 'pass' ? { passed_at: scope.now } : to)
      .where('id', '=', note.id)
      .execute()
    return done({ noteId: note.id, sessionId: note.sessionId })
  })
}
