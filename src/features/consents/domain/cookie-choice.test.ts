import { beforeAll, describe, expect, test } from 'vitest'
import { shippedPolicy } from '../../../../test/support/policies.ts'
import type { CompiledPolicy } from '../../../policy/compiled.ts'
import { choiceCookie, choiceOf, cookieQuestion } from './cookie-choice.ts'

let policy: CompiledPolicy
beforeAll(async () => {
  policy = await shippedPolicy('trust')
})

const asked = (given: CompiledPolicy = policy) => {
  const question = cookieQuestion(given)
  if (!question) throw new Error('nothing is asked')
  return question
}
const cookiesOf = (given: CompiledPolicy, choice: 'accepted' | 'refused') => {
  const { name, value } = choiceCookie(asked(given), choice)
  return { [name]: value }
}

describe('the cookie that remembers a choice', () => {
  test('has the name and the lifetime that the policy states', () => {
    const cookie = choiceCookie(asked(), 'refused')
    expect(cookie.name).toBe(policy.storage.choice?.name)
    expect(policy.storage.choice?.maxAge).toBe('P11M')
    // Eleven months have 334 days or more, and it must not live longer than is said.
    expect(cookie.maxAge).toBe(334 * 24 * 3600)
  })

  test('S25: holds no more than the choice and the words', () => {
    expect(choiceCookie(asked(), 'accepted').value).toMatch(/^accepted\.[0-9a-f]{8}$/)
  })

  test('is read back', () => {
    expect(choiceOf(cookiesOf(policy, 'accepted'), policy)).toBe('accepted')
    expect(choiceOf(cookiesOf(policy, 'refused'), policy)).toBe('refused')
    expect(choiceOf({}, policy)).toBeNull()
    expect(choiceOf({ cookie_choice: 'yes' }, policy)).toBeNull()
  })

  test('does not count for other words than those that were seen', () => {
    const counts = policy.consents.pageCounts
    if (!counts) throw new Error('no page counts')
    const changed = {
      ...policy,
      consents: { ...policy.consents, pageCounts: { ...counts, wording: 'May we do more?' } },
    }
    expect(choiceOf(cookiesOf(policy, 'accepted'), changed)).toBeNull()
  })
})

test('a policy without an optional use asks nothing', () => {
  const { pageCounts: _, ...others } = policy.consents
  const without = { ...policy, consents: others }
  expect(cookieQuestion(without)).toBeNull()
  expect(choiceOf(cookiesOf(policy, 'accepted'), without)).toBeNull()
})

test('a policy that asks and cannot remember the answer is a fault', () => {
  const { choice: _, ...others } = policy.storage
  expect(() => cookieQuestion({ ...policy, storage: others })).toThrow(/no cookie/)
})
