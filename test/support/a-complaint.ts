import { answerComplaint, matchComplaint, takeComplaint } from '../../src/features/complaints/index.ts'
import { type Id, newId } from '../../src/values/ids.ts'
import type { TestService } from './service.ts'

/** A complaint that came by telephone; `of`: matched to this person. */
export async function aComplaint(db: TestService, actor: Id, of: Id | null = null, aboutWhom: string | null = null) {
  const { office } = db.desk
  const who = { givenName: 'Ade', familyName: 'Brook', representative: null, organisation: null, givenContact: null }
  const what = { about: 'both', details: 'It took too long', wanted: null, aboutWhom } as const
  const complaint = { ...who, ...what, channel: 'telephone', madeFor: 'self' } as const
  const taken = await takeComplaint(office, actor, { key: newId(), complaint })
  if (!taken.done) throw new Error('a complaint is never refused')
  const complaintId = taken.value.complaintId as Id
  if (of && !(await matchComplaint(office, actor, { key: newId(), complaintId, personId: of })).done)
    throw new Error('nobody was matched')
  return complaintId
}

/** Says that somebody no longer complains. */
export async function endComplaint(db: TestService, actor: Id, complaintId: Id): Promise<void> {
  const tools = { voice: async () => ({}) } as never
  const ended = await answerComplaint(db.desk.office, tools, actor, {
    ...{ key: newId(), complaintId },
    ending: { outcome: 'taken_back' },
  })
  if (!ended.done) throw new Error('the complaint was not closed')
}
