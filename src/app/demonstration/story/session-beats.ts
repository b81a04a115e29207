import {
  answerPassing,
  beginSession,
  closeSession,
  type NoteToWrite,
  passNote,
  recordAgreement,
  writeNote,
} from '../../../features/live-sessions/index.ts'
import { dayOf } from '../../../platform/clock/service-clock.ts'
import type { Answer, Desk } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import { type Id, newId } from '../../../values/ids.ts'
import type { Outcome } from '../../../values/outcome.ts'
import type { HeldMeeting, Thread } from './thread.ts'
import { saidInSessions } from './words-of-the-story.ts'

/** Each party signs the agreement to mediate alone, before the first session with both. */
export async function sign(office: Desk<PurposeKey>, mediator: Id, caseId: Id, on: Temporal.PlainDate): Promise<void> {
  for (const side of ['A', 'B'] as const) {
    const signed = { caseId, side, version: '2019-1', signedOn: on, signedHow: 'in_person' } as const
    const outcome = await recordAgreement(office, mediator, { key: newId(), ...signed })
    if (!outcome.done && outcome.reason !== 'agreement.recorded') throw new Error(`not signed: ${outcome.reason}`)
  }
}

/** A shuttle session as it is held: notes from both rooms, some of which are passed on. */
export async function holdWithNotes(office: Desk<PurposeKey>, thread: Thread, held: HeldMeeting): Promise<void> {
  const { mediator, caseId } = thread
  if (!caseId) throw new Error('the story is out of order')
  const heldOn = dayOf(held.at)
  const begun = { key: newId(), caseId, heldOn, way: 'shuttle', secondMediator: null, observer: null } as const
  const sessionId = idIn(await beginSession(office, mediator, begun), 'sessionId')
  for (const { passed, ...said } of saidInSessions) {
    const note: NoteToWrite = { key: newId(), sessionId, ...said }
    const noteId = idIn(await writeNote(office, mediator, note), 'noteId')
    if (!passed) continue
    await answerPassing(office, mediator, { key: newId(), noteId, passing: 'may' })
    idIn(await passNote(office, mediator, { key: newId(), noteId }), 'noteId')
  }
  idIn(await closeSession(office, mediator, { key: newId(), sessionId }), 'sessionId')
}

function idIn(outcome: Outcome<Answer, string>, name: string): Id {
  if (!outcome.done) throw new Error(`the session cannot go on: ${outcome.reason}`)
  return outcome.value[name] as Id
}
