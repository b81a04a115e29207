import { partiesOf } from '../../../features/cases/index.ts'
import {
  matchRequest,
  type NewRequest,
  receiveRequest,
  recordSeen,
  takeRequest,
} from '../../../features/requests/index.ts'
import { type Id, newId } from '../../../values/ids.ts'
import type { Service } from '../../service.ts'
import type { Cast } from './cast.ts'
import type { Chance } from './chance.ts'
import { type InventedPerson, inventPerson } from './invented-people.ts'
import { known, must, type Thread } from './thread.ts'

const ask = (who: InventedPerson, what: Pick<NewRequest, 'kind' | 'channel' | 'details'>): NewRequest => ({
  ...what,
  ...{ askedFor: 'self', givenName: who.givenName, familyName: who.familyName, birthDate: null },
  ...{ representative: null, organisation: null, childName: null, givenContact: null, authoritySeen: false },
})

/** A party of a running case rang and wants to see what is held; they were at a meeting that week, and somebody who knows them saw them. */
export async function askToSee(
  { service, cast }: { readonly service: Service; readonly cast: Cast },
  threads: readonly Thread[],
): Promise<void> {
  const { office } = service.desks.desk
  const thread = threads.find((it) => it.caseId && !it.plot.outcome && it.plot.daysAgo > 40)
  if (!thread) throw new Error('the story has nobody to ask')
  const caseId = known(thread.caseId)
  const deed = { purpose: 'booking', deed: 'case.parties-opened', caseId } as const
  const [asker] = await office.read(cast.coordinator, deed, (scope) => partiesOf(scope, caseId))
  const details = 'What was written down at the first meeting, and who has read it.'
  const request = ask(thread.a, { kind: 'access', channel: 'telephone', details })
  const taken = must(await takeRequest(office, cast.coordinator, { key: newId(), request }))
  const requestId = taken.requestId as Id
  const of = { requestId, recordId: asker?.personId as Id }
  must(await matchRequest(office, cast.coordinator, { key: newId(), ...of }))
  must(await recordSeen(office, cast.coordinator, { key: newId(), requestId }))
}

/** Somebody whom nobody has looked for yet wrote on the website that they want something deleted. */
export async function askToDelete(service: Service, chance: Chance): Promise<void> {
  const details = 'I wrote to you in the spring and then we settled it ourselves.'
  const request = ask(inventPerson(chance), { kind: 'erasure', channel: 'website', details })
  must(await receiveRequest(service.desks.desk.public, { key: newId(), request }))
}
