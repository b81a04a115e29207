import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TellingGround, tellingGround, toCourt } from '../support/telling-ground.ts'

let ground: TellingGround
beforeAll(async () => {
  ground = await tellingGround()
})
afterAll(() => ground?.end())

const claim = {
  recipient: 'legalAidAgency',
  ground: 'wish',
  facts: ['own.name', 'own.postcode', 'other.name', 'other.ucn'],
} as const
const inspection = {
  ...toCourt,
  recipient: 'legalAidAgency',
  lawKind: 'inspection',
  authority: 'Contract, clause 9',
} as const

describe('T22: the Legal Aid Agency learns what a claim demands, where a party wants legal aid', () => {
  test.each(['A', 'B'] as const)('the wish of %s opens it, and both are told', async (side) => {
    const outcome = await ground.decide({ ...claim, side })
    expect(outcome).toMatchObject({ done: true })
    const id = outcome.done ? (outcome.value.disclosureId ?? '') : ''
    expect(await ground.send(id)).toMatchObject({ done: true })
    const tasks = await ground.db.look(`SELECT FROM ev.task WHERE kind = 'tell-disclosed' AND subject_id = $1`, [id])
    expect(tasks).toHaveLength(1)
  })

  test('of the other party nothing goes but the facts that the form asks for', async () => {
    const paper = await ground.paper('B', 'open')
    expect(await ground.decide({ ...claim, side: 'A', fileIds: [paper] })).toMatchObject({ why: ['too_much'] })
    expect(await ground.decide({ ...claim, side: 'A', facts: ['other.income'] })).toMatchObject({ why: ['too_much'] })
    const own = await ground.paper('A', 'open')
    expect(await ground.decide({ ...claim, side: 'A', fileIds: [own] })).toMatchObject({ done: true })
  })

  test('a party who pays themselves stops an inspection of the file, until they say otherwise', async () => {
    expect(await ground.decide(inspection)).toMatchObject({ done: true })
    await ground.says('B', 'objects')
    expect(await ground.decide(inspection)).toMatchObject({ why: ['objected'] })
    await ground.says('B', 'objects_no_more')
    expect(await ground.decide(inspection)).toMatchObject({ done: true })
  })
})
