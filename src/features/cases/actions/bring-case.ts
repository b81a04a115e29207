import { dayOf } from '../../../platform/clock/service-clock.ts'
import type { Scope } from '../../../platform/database/desk.ts'
import { recordLifeEvent } from '../../../platform/database/life-event.ts'
import { type Keyring, newCaseKey } from '../../../platform/files/keyring.ts'
import type { Id } from '../../../values/ids.ts'
import { newReference } from '../../enquiries/index.ts'
import {
  addContactPoint,
  addPerson,
  addSafeContact,
  type NewContactPoint,
  type NewPerson,
  type SafeContact,
  type Source,
} from '../../people/index.ts'
import { addTask } from '../../tasks/index.ts'
import { addCase, addParty } from '../data/case-writes.ts'
import { noticeShared } from '../data/shared-details.ts'
import { addToldOfOther } from '../data/told-of-other.ts'
import type { CaseOutcome, Side, Topic } from '../domain/case.ts'

export interface PastParty {
  readonly person: NewPerson
  readonly points: readonly NewContactPoint[]
  /** What was kept of how it is safe to reach them; null when nothing was. */
  readonly card: SafeContact | null
  readonly source: Source
}

/** A case that the service kept elsewhere before. */
export interface PastCase {
  readonly topic: Topic
  readonly mediatorId: Id | null
  /** ISO dates. */
  readonly openedOn: string | null
  readonly closed: { readonly on: string; readonly outcome: CaseOutcome } | null
  readonly parties: Readonly<Record<Side, PastParty>>
}

/** Writes such a case within the caller's transaction, as a case that is opened here is written: nothing is sent because of it. */
export async function bringCase(scope: Scope, keyring: Keyring, past: PastCase): Promise<Id> {
  const { topic, mediatorId, closed } = past
  const caseId = await addCase(scope, {
    ...{ reference: newReference('C'), topic, channel: 'earlier_files', mediatorId, closed },
  })
  await scope.queries
    .insertInto('case_key')
    .values({ case_id: caseId, wrapped: keyring.wrap(newCaseKey()) })
    .execute()
  const firstId = await bringParty(scope, caseId, 'A', past.parties.A)
  await bringParty(scope, caseId, 'B', past.parties.B)
  await noticeShared(scope, caseId, firstId)
  await bringCourse(scope, caseId, past)
  return caseId
}

async function bringParty(scope: Scope, caseId: Id, side: Side, party: PastParty): Promise<Id> {
  const personId = await addPerson(scope, party.person)
  await addParty(scope, { caseId, personId, side })
  for (const point of party.points) await addContactPoint(scope, personId, point)
  const saidOn = dayOf(scope.now).toString()
  if (party.card) {
    await addSafeContact(scope, personId, { ...party.card, seen: 0, saidBy: party.source, saidOn, reason: null })
  }
  if (side === 'B' && party.source === 'other_party') await addToldOfOther(scope, { caseId, by: 'A', ...party.person })
  return personId
}

async function bringCourse(scope: Scope, caseId: Id, { openedOn, closed, mediatorId }: PastCase): Promise<void> {
  const about = { aggregate: 'case', id: caseId }
  const day = (text: string | null) => (text ? { on: Temporal.PlainDate.from(text) } : {})
  await recordLifeEvent(scope, { ...about, event: 'case.opened', ...day(openedOn ?? closed?.on ?? null) })
  if (closed) return recordLifeEvent(scope, { ...about, event: 'case.closed', ...day(closed.on) })
  if (mediatorId !== null) return
  const dueOn = dayOf(scope.now).toString()
  await addTask(scope, { kind: 'appoint-mediator', forRole: 'coordinator', dueOn, caseId })
}
