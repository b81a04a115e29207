import {
  closeRequest,
  matchRequest,
  needNotAsk,
  type RequestKind,
  takeRequest,
} from '../../src/features/requests/index.ts'
import { type Id, newId } from '../../src/values/ids.ts'
import type { TestService } from './service.ts'

/** A request that came by telephone, from somebody who speaks for another; `of`: matched to this person. */
export async function aRequest(db: TestService, actor: Id, of: Id | null = null, name = 'Ade'): Promise<Id> {
  const { office } = db.desk
  const who = {
    givenName: name,
    familyName: 'Brook',
    birthDate: null,
    representative: 'Priya Marl',
    organisation: null,
  }
  const what = { childName: null, details: 'Everything', givenContact: null, authoritySeen: false }
  const request = { kind: 'access', channel: 'telephone', askedFor: 'represented', ...who, ...what } as const
  const taken = await takeRequest(office, actor, { key: newId(), request })
  if (!taken.done) throw new Error('a request is never refused')
  const requestId = taken.value.requestId as Id
  if (of && !(await matchRequest(office, actor, { key: newId(), requestId, recordId: of })).done)
    throw new Error('nobody was matched')
  return requestId
}

/** Says that a request is no longer asked. */
export async function endRequest(db: TestService, actor: Id, requestId: Id): Promise<void> {
  const ended = { key: newId(), requestId, outcome: 'taken_back', note: null } as const
  if (!(await closeRequest(db.desk.office, actor, ended)).done) throw new Error('the request was not closed')
}

/** A request of somebody about whom there is no doubt. */
export async function undoubted(db: TestService, actor: Id, personId: Id, kind: RequestKind): Promise<Id> {
  const { office } = db.desk
  const who = { givenName: 'Ade', familyName: 'Brook', birthDate: null, representative: null, organisation: null }
  const what = { childName: null, details: 'Mine', givenContact: null, authoritySeen: false }
  const request = { kind, channel: 'telephone', askedFor: 'self', ...who, ...what } as const
  const taken = await takeRequest(office, actor, { key: newId(), request })
  if (!taken.done) throw new Error('a request is never refused')
  const requestId = taken.value.requestId as Id
  await matchRequest(office, actor, { key: newId(), requestId, recordId: personId })
  await needNotAsk(office, actor, { key: newId(), requestId, reason: 'She sits here' })
  return requestId
}
