import { expect, test } from 'vitest'
import trust from '../../policies/mediation-trust/policy.ts'
import firm from '../../policies/separated-parents/policy.ts'
import { compilePolicy } from '../policy/index.ts'
import { officePlaces } from './navigation.ts'

test.each([
  ['trust', trust],
  ['firm', firm],
] as const)('the bar leads to the letters whoever posts them, and nobody else (%s)', (_, written) => {
  const policy = compilePolicy(written)
  const leads = (role: string) => officePlaces(policy, role).some((it) => it.href === '/office/letters')
  const posting = Object.entries(policy.roles).filter(([, { may }]) => may.some((it) => it.purpose === 'letters'))
  const roles = Object.keys(policy.roles).filter((role) => role !== 'system')
  expect(posting.map(([role]) => role)).toContain('coordinator')
  expect(roles.filter(leads)).toEqual(posting.map(([role]) => role).filter((role) => role !== 'system'))
  expect(leads('mediator')).toBe(false)
})
