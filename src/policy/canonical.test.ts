import { describe, expect, it } from 'vitest'
import trust from '../../policies/mediation-trust/policy.ts'
import { canonicalJson, frozen, hashOf } from './canonical.ts'
import { compilePolicy } from './compile.ts'

describe('canonical JSON', () => {
  it('does not depend on the order of names, and drops what is undefined', () => {
    expect(canonicalJson({ b: [2, { d: 1, c: undefined }], a: 'x' })).toBe('{"a":"x","b":[2,{"d":1}]}')
    expect(hashOf({ a: 1, b: 2 })).toBe(hashOf({ b: 2, a: 1 }))
    expect(hashOf({ a: 1 })).not.toBe(hashOf({ a: 2 }))
  })

  it('hashes as SHA-256 does', () =>
    expect(hashOf({})).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a'))
})

describe('a compiled policy', () => {
  const policy = compilePolicy(trust)

  it('is frozen through and through', () => {
    expect(Object.isFrozen(policy.purposes.mediation?.reads)).toBe(true)
    expect(() => Object.assign(policy.retention.clientFile ?? {}, { keep: 'P1D' })).toThrow(TypeError)
    expect(frozen({ a: { b: 1 } })).toEqual({ a: { b: 1 } })
  })

  it('bears the hash of the rest of itself, and survives being stored', () => {
    const { hash, ...rest } = JSON.parse(JSON.stringify(policy))
    expect(hash).toBe(hashOf(rest))
    expect(JSON.parse(JSON.stringify(policy))).toEqual(policy)
  })

  it('has the same hash when it says the same in another order, and another for one day more', () => {
    const turned = Object.fromEntries(Object.entries(trust).reverse()) as typeof trust
    expect(compilePolicy(turned).hash).toBe(policy.hash)
    expect(compilePolicy({ ...trust, date: '2026-11-22' }).hash).not.toBe(policy.hash)
  })
})
