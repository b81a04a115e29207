import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { changeSafety, correctParty } from '../../src/features/cases/actions/correct-details.ts'
import { addToldOfOther, addWayToReach, otherAsToldBy } from '../../src/features/cases/index.ts'
import { writeMessage } from '../../src/features/messages/index.ts'
import { contactPointsOf, type Source, type Use, wayToReach } from '../../src/features/people/index.ts'
import { asId, type Id, newId } from '../../src/values/ids.ts'
import { done } from '../../src/values/outcome.ts'
import { aCase } from '../support/a-case.ts'
import { BookingGround, withBoth } from '../support/booking-ground.ts'

let ground: BookingGround
beforeAll(async () => {
  ground = await BookingGround.make()
})
afterAll(() => ground.service.end())
beforeEach(async () => {
  await ground.begin()
  ground.file = await aCase(ground.service, { mediator: ground.mediator, A: { email: ['a@mail.example', 'safe'] } })
})

const office = () => ground.service.desk.office
const look = { purpose: 'booking', deed: 'case.details-opened' } as const
const of = () => ({ key: newId(), caseId: ground.file.caseId, personId: ground.file.B.personId })

/** B's mailbox as A or a solicitor gave it. */
async function told(source: Source, safety: 'not_asked' | 'safe' = 'not_asked'): Promise<Id> {
  const point = {
    kind: 'email',
    value: 'b@mail.example',
    postcode: null,
    source,
    safety,
    voicemailSafety: 'not_asked',
  } as const
  await addWayToReach(office(), ground.coordinator, { ...of(), point })
  const points = await office().read(ground.coordinator, look, (scope) =>
    contactPointsOf(scope, ground.file.B.personId),
  )
  return asId(points[0]?.id ?? '')
}

const wayFor = (use: Use) =>
  office().read(ground.coordinator, look, (scope) =>
    wayToReach(scope, { personId: ground.file.B.personId, channel: 'email', use }),
  )

const write = (contactPointId: Id, template: string) =>
  office().act(ground.coordinator, { ...look, deed: 'message.written', key: newId() }, async (scope) => {
    const { caseId, B } = ground.file
    const to = { caseId, personId: B.personId, contactPointId, zone: 'B', channel: 'email' } as const
    await writeMessage(scope, { ...to, template, recipient: 'b@mail.example', subject: 'Hello', body: 'Hello' })
    return done({})
  })

describe.each(['other_party', 'referrer'] as const)('T15: a detail that came from the %s', (source) => {
  test('serves to invite, and nothing else is written to it or sent', async () => {
    const id = await told(source)
    expect(await wayFor('invitation')).toMatchObject({ usable: true })
    expect(await wayFor('anything')).toEqual({ usable: false, why: 'told_by_another' })
    await ground.booked(ground.slotAt(ground.inDays(1), withBoth))
    expect((await ground.written()).map((it) => it.zone)).toEqual(['A'])
    expect(await ground.tasks()).toEqual([{ kind: 'call-to-confirm' }])
    await expect(write(id, 'appointment-booked')).rejects.toMatchObject({ constraint: 'message_to_told_point' })
    expect((await write(id, 'invitation')).done).toBe(true)
    expect((await ground.send()).map((it) => it.to).toSorted()).toEqual(['a@mail.example', 'b@mail.example'])
  })

  test('is not safe because whoever gave it said so; the database holds that', async () => {
    const point = { kind: 'email', value: 'b@mail.example', postcode: null, source, safety: 'safe' } as const
    const adding = addWayToReach(office(), ground.coordinator, {
      ...of(),
      point: { ...point, voicemailSafety: 'not_asked' },
    })
    expect(await adding).toEqual({ done: false, reason: 'told' })
    const id = await told(source)
    const calling = { ...of(), pointId: id, safety: 'safe', voicemailSafety: 'not_asked' } as const
    expect(await changeSafety(office(), ground.coordinator, calling)).toEqual({ done: false, reason: 'told' })
    expect((await changeSafety(office(), ground.coordinator, { ...calling, key: newId(), confirmed: true })).done).toBe(
      true,
    )
    expect(await wayFor('anything')).toMatchObject({ usable: true })
  })

  test('yields to what they gave themselves', async () => {
    await told(source)
    const own = { kind: 'email', value: 'own@mail.example', postcode: null, source: 'self', safety: 'safe' } as const
    await addWayToReach(office(), ground.coordinator, { ...of(), point: { ...own, voicemailSafety: 'not_asked' } })
    for (const use of ['anything', 'invitation'] as const)
      expect(await wayFor(use)).toMatchObject({ usable: true, point: { value: 'own@mail.example' } })
  })
})

describe('T15: what A told of B, and what B tells of themselves, are two things', () => {
  const asA = () => office().read(ground.coordinator, look, (scope) => otherAsToldBy(scope, ground.file.caseId, 'A'))
  const person = (familyName: string) => ({ givenName: 'Sam', familyName, knownAs: null, birthDate: null })
  const correct = (familyName: string, saidBy: Source) =>
    correctParty(office(), ground.coordinator, { ...of(), person: person(familyName), saidBy })
  const recorded = async () =>
    (
      await ground.service.look<{ name: string }>('SELECT family_name AS name FROM ev.person WHERE id = $1', [
        ground.file.B.personId,
      ])
    )[0]?.name

  beforeEach(async () => {
    await office().act(ground.coordinator, { ...look, deed: 'party.corrected', key: newId() }, async (scope) => {
      await addToldOfOther(scope, { caseId: ground.file.caseId, by: 'A', ...person('Told') })
      return done({})
    })
  })

  test('B’s correction is used by us and changes nothing that A sees', async () => {
    const before = JSON.stringify(await asA())
    await correct('Own', 'self')
    expect(await recorded()).toBe('Own')
    expect(JSON.stringify(await asA())).toBe(before)
  })

  test('once B spoke, A’s later word is A’s and no more', async () => {
    await correct('Own', 'self')
    await correct('Told-again', 'other_party')
    expect(await recorded()).toBe('Own')
    expect(await asA()).toMatchObject({ familyName: 'Told-again' })
  })

  test('as long as B has said nothing, A’s better word is used', async () => {
    await correct('Better', 'other_party')
    expect(await recorded()).toBe('Better')
  })
})
