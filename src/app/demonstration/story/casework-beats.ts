import { planArrival } from '../../../features/bookings/index.ts'
import { childrenOf } from '../../../features/cases/index.ts'
import { addFollowUpTask, keepArrangement, labelPaper, movePaper } from '../../../features/casework/index.ts'

import { decideClearance, invitationOfCase, recordAnswer, sendStep } from '../../../features/invitations/index.ts'
import { dayOf } from '../../../platform/clock/service-clock.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import { type Id, newId } from '../../../values/ids.ts'
import { mayActFor } from '../../navigation.ts'
import type { Service } from '../../service.ts'
import { takeDroppedMail } from '../drop-box.tsx'
import type { Cast } from './cast.ts'
import type { Chance } from './chance.ts'
import { inventPerson } from './invented-people.ts'
import { known, must, type Thread } from './thread.ts'
import { arrangedForChild } from './words-of-the-story.ts'

interface Parts {
  readonly service: Service
  readonly cast: Cast
}

/** The mediator says that the other party may be invited, without naming who came first. */
export async function clearInvitation({ service }: Parts, thread: Thread): Promise<void> {
  const mayAct = (role: string, purpose: PurposeKey) => mayActFor(service.policy, role, purpose)
  const decision = { key: newId(), invitationId: await invitationIn(service, thread), clearance: 'cleared' } as const
  const who = { id: thread.mediator, role: 'mediator' }
  const office = service.desks.desk.office
  must(await decideClearance(office, who, { mayAct }, { ...decision, namesInviter: false }))
}

/** The coordinator writes to the other party for the first time. */
export async function sendInvitation({ service, cast }: Parts, thread: Thread): Promise<void> {
  const { policy, origin, desks } = service
  const sending = { key: newId(), invitationId: await invitationIn(service, thread), kind: 'invitation' } as const
  must(await sendStep(desks.desk.office, cast.coordinator, { policy, origin }, sending))
}

/** The other party rings and would like to come. */
export async function takeYes({ service, cast }: Parts, thread: Thread): Promise<void> {
  const invitationId = await invitationIn(service, thread)
  const said = { kind: 'attend', way: 'telephone', reach: 'After school, on the mobile' } as const
  must(await recordAnswer(service.desks.desk.office, cast.coordinator, { key: newId(), invitationId, ...said }))
}

/** Something to do in a case by a day. */
export async function followUp({ service, cast }: Parts, thread: Thread): Promise<void> {
  const dueOn = dayOf(service.clock.now()).add({ days: 21 }).toString()
  const what = {
    words: 'Ask both whether the summer plan still holds',
    forRole: 'coordinator',
    forStaff: null,
  } as const
  const made = { key: newId(), caseId: known(thread.caseId), dueOn, ...what }
  must(await addFollowUpTask(service.desks.desk.office, cast.coordinator, made))
}

/** What each parent tells of the eldest child’s week, and what both agreed. */
export async function tellArrangements({ service }: Parts, thread: Thread): Promise<void> {
  const { office } = service.desks.desk
  const caseId = known(thread.caseId)
  const deed = { purpose: 'mediation', deed: 'case.opened', caseId } as const
  const [child] = await office.read(thread.mediator, deed, (scope) => childrenOf(scope, caseId))
  if (!child) return
  const saidOn = dayOf(service.clock.now())
  for (const told of arrangedForChild)
    must(await keepArrangement(office, thread.mediator, { key: newId(), caseId, childId: child.id, saidOn, ...told }))
}

/** A folder gets its label and its place; the mediator has it while the sessions go on. */
export async function keepPaper({ service, cast }: Parts, thread: Thread): Promise<void> {
  const { office } = service.desks.desk
  const label = { key: newId(), caseId: known(thread.caseId), place: 'Cabinet 2, upper drawer' }
  const { paperId } = must(await labelPaper(office, cast.coordinator, label))
  const taken = { key: newId(), paperId: paperId as Id, kind: 'taken', place: '' } as const
  must(await movePaper(office, thread.mediator, taken))
}

/** An e-mail from somebody unknown, which becomes an enquiry by itself. */
export async function writeIn(service: Service, chance: Chance): Promise<void> {
  const { givenName, familyName } = inventPerson(chance)
  await takeDroppedMail(service)({
    name: `${givenName} ${familyName}`,
    address: `${givenName}.${familyName}@post.example`.toLowerCase(),
    subject: 'Do you help grandparents too?',
    text: 'Our son and his wife have parted and we no longer see the children. Could somebody talk to us?',
  })
}

/** An e-mail that only quotes the number of a case: somebody must say whose it is. */
export async function writeAbout(service: Service, thread: Thread): Promise<void> {
  await takeDroppedMail(service)({
    name: 'Penhallow Reeve Solicitors',
    address: 'post@penhallow-reeve.example',
    subject: `Your file ${await numberOf(service, thread)}`,
    text: 'Please let us know when the next meeting is.',
  })
}

async function invitationIn(service: Service, thread: Thread): Promise<Id> {
  const caseId = known(thread.caseId)
  const deed = { purpose: 'invitation', deed: 'invitation.opened', caseId } as const
  const found = await service.desks.desk.office.read(thread.mediator, deed, (scope) => invitationOfCase(scope, caseId))
  if (!found) throw new Error('nobody is to be invited in this case')
  return found.id
}

async function numberOf(service: Service, thread: Thread): Promise<string> {
  const caseId = known(thread.caseId)
  const deed = { purpose: 'booking', deed: 'case.opened', caseId } as const
  const row = await service.desks.desk.office.read(thread.mediator, deed, ({ queries }) =>
    queries.selectFrom('case_file').select('reference').where('id', '=', caseId).executeTakeFirstOrThrow(),
  )
  return row.reference
}

/** One of the two comes first, and they wait apart: the office says so before they come to the first session. */
export async function comeApart({ service, cast }: Parts, thread: Thread): Promise<void> {
  const tools = { serviceName: service.policy.service.name }
  const plan = { apart: true, first: 'A', gapMinutes: 15 } as const
  const input = { key: newId(), caseId: known(thread.caseId), plan }
  must(await planArrival(service.desks.desk.office, cast.coordinator, input, tools))
}
