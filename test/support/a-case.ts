import { folded, foldedAddress } from '../../src/features/people/index.ts'
import { asId, type Id, newId } from '../../src/values/ids.ts'
import type { TestService } from './service.ts'

export interface TestParty {
  readonly partyId: Id
  readonly personId: Id
  readonly emailId: Id | null
  readonly addressId: Id | null
}

export interface TestCase {
  readonly caseId: Id
  readonly reference: string
  readonly A: TestParty
  readonly B: TestParty
}

type Safety = 'safe' | 'unsafe' | 'not_asked'
export interface PartyFacts {
  readonly name?: readonly [string, string]
  readonly email?: readonly [string, Safety]
  readonly address?: readonly [string, Safety]
}

/** A case with its two parties as it stands in the tables. */
export async function aCase(
  service: TestService,
  facts: { readonly mediator?: Id; readonly A?: PartyFacts; readonly B?: PartyFacts } = {},
): Promise<TestCase> {
  const caseId = newId()
  const reference = `C-${caseId.slice(0, 8)}`
  await service.look(
    `INSERT INTO ev.case_file (id, reference, topic, channel, mediator_id) VALUES ($1, $2, 'children', 'telephone', $3)`,
    [caseId, reference, facts.mediator ?? null],
  )
  const A = await aParty(service, caseId, 'A', facts.A ?? {})
  const B = await aParty(service, caseId, 'B', facts.B ?? {})
  return { caseId, reference, A, B }
}

async function aParty(service: TestService, caseId: Id, side: 'A' | 'B', facts: PartyFacts): Promise<TestParty> {
  const [personId, partyId] = [newId(), newId()]
  const [given, family] = facts.name ?? [`Given${side}`, `Family${side}`]
  await service.look('INSERT INTO ev.person (id, given_name, family_name) VALUES ($1, $2, $3)', [
    personId,
    given,
    family,
  ])
  await service.look('INSERT INTO ev.party (id, case_id, person_id, side) VALUES ($1, $2, $3, $4)', [
    partyId,
    caseId,
    personId,
    side,
  ])
  return {
    partyId,
    personId,
    emailId: facts.email ? await aContact(service, personId, 'email', ...facts.email) : null,
    addressId: facts.address ? await aContact(service, personId, 'address', ...facts.address) : null,
  }
}

/** A way to reach a person; the last line of an address is its postcode. */
export async function aContact(
  service: TestService,
  personId: Id,
  kind: 'email' | 'address',
  text: string,
  safety: Safety,
): Promise<Id> {
  const id = newId()
  const lines = text.split('\n')
  const postcode = kind === 'address' ? (lines.pop() ?? null) : null
  const value = lines.join('\n')
  const held = kind === 'email' ? [value, folded('email', value)] : [null, null]
  await service.look(
    `INSERT INTO ev.contact_point (id, person_id, kind, value, value_folded, source, safety) VALUES ($1, $2, $3, $4, $5, 'self', $6)`,
    [id, personId, kind, ...held, safety],
  )
  if (kind === 'address')
    await service.look(
      `INSERT INTO ev.whereabouts (person_id, contact_point_id, kind, address, postcode, folded, source) VALUES ($1, $2, 'home', $3, $4, $5, 'self')`,
      [personId, id, value, postcode, foldedAddress(value, postcode)],
    )
  return id
}

/** A room in a place of the service. */
export async function aRoom(service: TestService, name = 'Room'): Promise<Id> {
  const [venue] = await service.look<{ id: string }>(
    `INSERT INTO ev.venue (name, address, postcode) VALUES ('Harbour Mediation House', '12 Quay Street, Norwich', 'NR1 1AA') RETURNING id`,
  )
  const [room] = await service.look<{ id: string }>(
    'INSERT INTO ev.room (venue_id, name) VALUES ($1, $2) RETURNING id',
    [venue?.id, name],
  )
  return asId(room?.id ?? '')
}
