import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import policy from '../../policies/mediation-trust/policy.ts'
import { type CompiledPolicy, checkPolicy, gateTable } from '../../src/policy/index.ts'
import { type TellingGround, tellingGround, toCourt } from '../support/telling-ground.ts'

let ground: TellingGround
beforeAll(async () => {
  ground = await tellingGround()
})
afterAll(() => ground?.end())

const moved = (country: string, safeguard?: string): CompiledPolicy => {
  const { recipients } = ground.db.policy
  const there = { ...recipients.courtsAndPolice, country, ...(safeguard ? { safeguard } : {}) }
  return { ...ground.db.policy, recipients: { ...recipients, courtsAndPolice: there } } as CompiledPolicy
}

describe('T26: what goes abroad goes under a safeguard', () => {
  test('each recipient of the policy has its country, and a safeguard where it is abroad', () => {
    for (const { country, safeguard } of gateTable(ground.db.policy))
      expect(country === 'GB' || safeguard !== null).toBe(true)
  })

  test('a policy that names one without is refused', () => {
    const { country: _, ...nowhere } = policy.recipients.taxOffice as object & { country: string }
    for (const taxOffice of [nowhere, { ...nowhere, country: 'US' }]) {
      const found = checkPolicy({ ...policy, recipients: { ...policy.recipients, taxOffice } })
      expect(found.map(({ rule }) => rule)).toContain('N16')
    }
  })

  test('the gate refuses one without, when it is decided and when it goes', async () => {
    expect(await ground.decide(toCourt, moved('US'))).toMatchObject({ why: ['no_safeguard'] })
    const outcome = await ground.decide(toCourt, moved('US', 'adequacy'))
    expect(outcome).toMatchObject({ done: true })
    const id = outcome.done ? (outcome.value.disclosureId ?? '') : ''
    expect(await ground.send(id, moved('US'))).toMatchObject({ value: { stopped: 'yes' } })
    expect(await ground.one(id)).toEqual({ sent: false, why: 'no_safeguard' })
  })
})
