import { describe, expect, it } from 'vitest'
import trust from '../../../policies/mediation-trust/policy.ts'
import firm from '../../../policies/separated-parents/policy.ts'
import { compilePolicy } from '../compile.ts'
import type { CompiledPolicy } from '../compiled.ts'
import { consentScopes } from './consent-scopes.ts'
import { gateTable } from './gate-table.ts'
import { rightsTable } from './rights-table.ts'
import { purposeRules, roleRules } from './role-rules.ts'
import { mayStore, storageGuard } from './storage-guard.ts'
import { sweepPlan, sweepRuleOf } from './sweep-plan.ts'

const policy = compilePolicy(trust)
const parents = compilePolicy(firm)
const rules = roleRules(policy)
const rule = (role: string, purpose: string) => rules.find((each) => each.role === role && each.purpose === purpose)

describe('role rules', () => {
  it('let a visitor send an enquiry and read none', () =>
    expect(rule('visitor', 'enquiries')).toMatchObject({ area: 'public', rows: 'added', operations: ['add'] }))

  it('keep session notes from a coordinator, and files from an administrator', () => {
    expect(rule('coordinator', 'mediation')).toBeUndefined()
    expect(rule('coordinator', 'screening')).toBeUndefined()
    const files = ['case.record', 'case.document', 'case.screening', 'party.contact', 'case.key']
    const reach = (role: string) =>
      rules
        .filter((each) => each.role === role)
        .flatMap((each) => purposeRules(policy).filter(({ purpose }) => purpose === each.purpose))
    const ofFiles = (role: string) => reach(role).filter(({ category }) => files.includes(category))
    expect(ofFiles('administrator')).toEqual([])
    // What is held for a claim, what somebody outside is told, and what bears on safety is for them to look at.
    const bounds = ['legalClaims', 'disclosing', 'safeguarding']
    expect(ofFiles('privacyOfficer').map(({ purpose }) => purpose)).toEqual(bounds)
    expect(reach('coordinator').map(({ category }) => category)).not.toContain('case.record')
  })

  it('give a mediator the cases given to them, and a party their own', () => {
    expect(rule('mediator', 'mediation')?.rows).toBe('assigned')
    expect(rule('party', 'mediation')).toMatchObject({ area: 'portal', rows: 'own', operations: ['read'] })
  })

  it('let nobody but the sweep destroy', () =>
    expect(
      rules.filter(({ operations }) => operations.includes('remove')).map(({ role, purpose }) => [role, purpose]),
    ).toEqual([['system', 'retention']]))

  it('leave out what is planned', () => {
    expect(rules.some(({ role }) => ['finance', 'recruiter', 'manager', 'fundraiser'].includes(role))).toBe(false)
    expect(rule('party', 'feedback')).toBeUndefined()
  })
})

describe('the sweep plan', () => {
  it('ends a file after seven years here, and six and a half there', () => {
    expect(sweepRuleOf(policy, 'case')).toMatchObject({
      from: 'case.closed',
      keep: 'P7Y',
      cap: 'P15Y',
      reopen: 'restart',
    })
    expect(sweepRuleOf(parents, 'case')).toMatchObject({ from: 'case.closed', keep: 'P6Y6M', cap: 'P12Y' })
    expect(sweepRuleOf(parents, 'programme')).toMatchObject({ from: 'programme.ended', keep: 'P1Y' })
    expect(sweepRuleOf(policy, 'programme')).toBeUndefined()
  })

  it('has one rule for each aggregate, and names the purposes that hold by it', () => {
    const aggregates = sweepPlan(policy).map(({ aggregate }) => aggregate)
    expect(new Set(aggregates).size).toBe(aggregates.length)
    expect(sweepRuleOf(policy, 'enquiry')?.purposes).toEqual(['enquiries', 'post', 'recognition', 'retention'])
    expect(sweepRuleOf(policy, 'donor')?.purposes).toEqual([])
  })
})

describe('the gate table', () => {
  const gate = (of: CompiledPolicy, key: string) => gateTable(of).find(({ recipient }) => recipient === key)

  it('passes to the other party what a mediator may pass on, and never how to find somebody', () => {
    const categories = gate(policy, 'otherParty')?.flows.flatMap((flow) => flow.categories) ?? []
    expect(categories).toContain('case.record')
    for (const secret of ['party.contact', 'case.screening', 'case.key', 'party.identity'])
      expect(categories).not.toContain(secret)
  })

  it('opens nothing under a purpose that is only planned', () => {
    expect(gate(policy, 'legalAidAgency')?.flows.map(({ purpose }) => purpose)).toEqual(['disclosing'])
    expect(gate(parents, 'cafcass')?.flows).toEqual([])
    expect(gate(parents, 'zoom')).toMatchObject({
      gate: { opens: 'withConsent', scope: 'onlineMeetings' },
      flows: [{ purpose: 'onlineMeetings' }],
    })
  })
})

describe('the rights table', () => {
  const row = (purpose: string, subject: string) =>
    rightsTable(policy).find((each) => each.purpose === purpose && each.subject === subject)

  it('gives a client portability under a contract, and the other party an objection', () => {
    expect(row('mediation', 'client')?.rights).toMatchObject({ portability: 'yes', objection: 'no' })
    expect(row('mediation', 'otherParty')?.rights).toMatchObject({ portability: 'no', objection: 'yes' })
  })

  it('says when somebody who was not asked is told', () =>
    expect(row('mediation', 'otherParty')?.informed).toEqual({
      sources: ['otherParty', 'referrer'],
      when: 'firstContact',
    }))

  it('gives no portability of what came from others', () => {
    const one = rightsTable({
      ...policy,
      purposes: {
        feedback: {
          ...(policy.purposes.feedback ?? missing()),
          state: 'active',
          subjects: { client: { basis: { a6: 'contract' }, special: [], source: ['otherParty'] } },
        },
      },
    })
    expect(one[0]?.rights).toMatchObject({ access: 'yes', portability: 'no' })
  })

  it('passes requests on where somebody else is the controller', () => {
    const programme = parents.purposes.programme ?? missing()
    const [one] = rightsTable({ ...parents, purposes: { programme: { ...programme, state: 'active' } } })
    expect(one?.answeredBy).toEqual({ controller: 'cafcass', jointly: false })
    expect(new Set(Object.values(one?.rights ?? {}))).toEqual(new Set(['passOn']))
  })
})

function missing(): never {
  throw new Error('the policy lacks a purpose that this test is about')
}

describe('the storage guard', () => {
  it('keeps the cookie choice eleven months and not a day longer', () => {
    const choice = storageGuard(policy).find(({ key }) => key === 'choice')
    expect(choice).toMatchObject({ name: 'cookie_choice', maxAge: 'P11M', maxAgeSeconds: 334 * 86_400 })
  })

  it('lets a necessary cookie in its area, and an optional one after a yes alone', () => {
    const optional = {
      ...policy,
      storage: {
        ...policy.storage,
        extra: { ...(policy.storage.choice ?? missing()), name: 'extra', need: { consent: 'pageCounts' } },
      },
    }
    expect(mayStore(optional, 'cookie_choice', 'public', new Set())).toBe(true)
    expect(mayStore(optional, 'sign_in', 'public', new Set())).toBe(false)
    expect(mayStore(optional, 'extra', 'public', new Set())).toBe(false)
    expect(mayStore(optional, 'extra', 'public', new Set(['pageCounts']))).toBe(true)
    expect(mayStore(optional, '_ga', 'public', new Set(['pageCounts']))).toBe(false)
  })

  it('ends a session cookie with the browser', () => {
    const choice = { ...(policy.storage.choice ?? missing()), maxAge: 'browserClose' }
    expect(storageGuard({ ...policy, storage: { choice } })[0]?.maxAgeSeconds).toBeNull()
  })
})

describe('consent scopes', () => {
  it('are asked for active purposes alone, each under the hash of its words', () => {
    const scopes = consentScopes(policy)
    expect(scopes.map(({ scope }) => scope)).toEqual(['pageCounts', 'emailContact', 'sharing', 'onlineMeetings'])
    expect(scopes.find(({ scope }) => scope === 'emailContact')).toMatchObject({ opens: 'email', ledger: 'perPerson' })
    expect(new Set(scopes.map(({ wordingHash }) => wordingHash)).size).toBe(scopes.length)
  })
})
