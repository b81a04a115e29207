import { describe, expect, it } from 'vitest'
import trust from '../../policies/mediation-trust/policy.ts'
import firm from '../../policies/separated-parents/policy.ts'
import { partyLimits } from '../../src/platform/sign-in/party-limits.ts'
import { cookieNames } from '../../src/platform/sign-in/sign-in-ground.ts'
import { signInLimits } from '../../src/platform/sign-in/sign-in-limits.ts'
import { compilePolicy, storageGuard } from '../../src/policy/index.ts'

const limits = {
  ...{ signIn: signInLimits.longest, step: signInLimits.step, device: signInLimits.device },
  party: partyLimits.longest,
}

describe.each([
  ['trust', compilePolicy(trust)],
  ['firm', compilePolicy(firm)],
])('the cookies of signing in, in the policy of the %s', (_, policy) => {
  it.each(Object.entries(cookieNames))('lists "%s" as the code sets it', (step, name) => {
    const rule = storageGuard(policy).find((each) => each.name === name)
    expect(rule?.areas).toEqual(expect.arrayContaining([step === 'party' ? 'portal' : 'office']))
    expect(rule?.maxAgeSeconds).toBe(limits[step as keyof typeof limits])
    expect(rule?.under).toEqual({ exception: 'strictlyNecessary' })
  })
})
