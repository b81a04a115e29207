import { addWayToReach, partiesOf, saySafeContact } from '../../../features/cases/index.ts'
import { nothingSaid } from '../../../features/people/index.ts'
import { dayOf } from '../../../platform/clock/service-clock.ts'
import { type Id, newId } from '../../../values/ids.ts'
import type { Service } from '../../service.ts'
import type { Cast } from './cast.ts'
import { inventMailbox, mobileOf } from './invented-people.ts'
import { must, type Thread } from './thread.ts'
import { cardWords } from './words-of-the-story.ts'

interface Parts {
  readonly service: Service
  readonly cast: Cast
}

const theirs = { postcode: null, source: 'self', safety: 'safe', voicemailSafety: 'not_asked' } as const

/** The other party rang: how to reach them, and that it is safe. Who says that texts are safe is reminded by one. */
export async function noteOtherParty({ service, cast }: Parts, thread: Thread, caseId: Id): Promise<void> {
  const { office } = service.desks.desk
  const deed = { purpose: 'booking', deed: 'case.parties-opened', caseId } as const
  const parties = await office.read(cast.coordinator, deed, (scope) => partiesOf(scope, caseId))
  const other = parties.find((party) => party.side === 'B')
  if (!other) return
  const about = { caseId, personId: other.personId }
  const add = async (kind: 'email' | 'telephone', value: string) =>
    must(await addWayToReach(office, cast.coordinator, { ...about, key: newId(), point: { ...theirs, kind, value } }))
  await add('email', inventMailbox(thread.b, thread.chance))
  if (thread.plot.outcome) return
  const isCareful = thread.plot.children % 2 === 0
  if (!isCareful) await add('telephone', mobileOf(thread.b))
  const said = isCareful ? cardWords.careful : cardWords.easy
  const saidOn = dayOf(service.clock.now()).toString()
  const change = { ...nothingSaid, ...said, email: 'safe', seen: 0, saidBy: 'self', saidOn, reason: null } as const
  must(await saySafeContact(office, cast.coordinator, { ...about, key: newId(), change }))
}
