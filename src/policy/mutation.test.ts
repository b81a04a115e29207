import { describe, expect, it } from 'vitest'
import trust from '../../policies/mediation-trust/policy.ts'
import firm from '../../policies/separated-parents/policy.ts'
import { allAtWork } from '../../test/support/all-at-work.ts'
import { canonicalJson } from './canonical.ts'
import { type Classification, key, personal } from './classification.ts'
import { grantsOf } from './grants.ts'
import {
  type CompiledPolicy,
  compilePolicy,
  cookiePage,
  enforcementOf,
  noticeOf,
  othersWhoAnswer,
  permissionMatrix,
  retentionSchedule,
} from './index.ts'
import { rowPoliciesOf } from './row-rules.ts'
import { categoryKeys } from './vocabulary.ts'

type Step = string | number
interface Leaf {
  readonly path: readonly Step[]
  readonly value: unknown
}

const settings = { telephone: '01632 960 001', openingHours: 'nine to five', privacyLead: 'Jo Marsh' }

/** One table for each category, so that every category has a column that a grant can be about. */
const classification: Classification = Object.fromEntries(
  categoryKeys.map((category) => [
    category.replaceAll('.', '_'),
    {
      of: 'case',
      category,
      rows: { by: 'case', column: 'case_id' },
      columns: { case_id: key('party'), content: personal(category, ['party']) },
    },
  ]),
)

function leaves(value: unknown, path: readonly Step[] = []): Leaf[] {
  const words = Array.isArray(value) && value.every((each) => typeof each !== 'object')
  if (value === null || typeof value !== 'object' || words) return [{ path, value }]
  return Object.entries(value).flatMap(([name, inner]) => leaves(inner, [...path, name]))
}

const other = (value: string, choices: readonly string[]): string => choices.find((each) => each !== value) ?? value

const additions: Readonly<Record<string, readonly string[]>> = {
  source: ['court', 'staff', 'referrer'],
  do: ['remove', 'add'],
  recipients: ['hosting', 'mailCarrier'],
  retention: ['clientFile', 'enquiry'],
}

/** Another value that the outputs can read: an unknown word where they look one up would only test that they crash. */
function mutants({ path, value }: Leaf): unknown[] {
  const last = path.at(-1)
  if (Array.isArray(value)) {
    const added = (additions[String(last)] ?? ['service.policy']).find((each) => !value.includes(each))
    const shorter = value.map((_, index) => value.filter((__, at) => at !== index))
    return [...shorter, ...(added === undefined ? [] : [[...value, added]])]
  }
  if (typeof value === 'number') return [value + 1]
  if (typeof value === 'boolean') return [!value]
  const text = String(value)
  if (last === 'role') return [{ jointWith: 'another' }]
  if (last === 'a6') return [other(text, ['contract', 'vital'])]
  if (last === 'condition') return [other(text, ['legalClaims', 'madePublic'])]
  if (last === 'opens') return path.includes('gate') ? [other(text, ['complaint', 'partyAsks'])] : ['telephone']
  if (last === 'told') return [other(text, ['firstContact', 'whenSafe'])]
  if (last === 'state') return ['planned']
  if (last === 'date' || last === 'reviewBy') return ['2031-05-05']
  if (last === 'from' && path[0] === 'retention') return [other(text, ['case.closed', 'staff.left'])]
  if (last === 'need') return [other(text, ['strictlyNecessary', 'emergency'])]
  if (last === 'country') return [other(text, ['GB', 'US'])]
  if (last === 'kind' && path[0] === 'recipients') return [other(text, ['party', 'controller'])]
  if (last === 'purpose') return [other(text, ['information', 'booking'])]
  if (last === 'annex1') return [other(text, ['crime', 'emergency'])]
  if (/^PT?\d/.test(text)) return ['P4Y1M']
  return [`${text} otherwise`]
}

function mutated(policy: CompiledPolicy, path: readonly Step[], value: unknown): CompiledPolicy {
  const copy = JSON.parse(JSON.stringify(policy))
  let place = copy
  for (const step of path.slice(0, -1)) place = place[step]
  place[path.at(-1) ?? ''] = value
  return copy
}

type Output = (policy: CompiledPolicy) => unknown
/** The cheapest first: a mutant is seen as soon as one of them differs. */
const enforcing: readonly Output[] = [
  enforcementOf,
  (policy) => grantsOf(policy, classification),
  (policy) => rowPoliciesOf(policy, classification),
  othersWhoAnswer,
]
const readable: readonly Output[] = [
  (policy) => ({ ...noticeOf(policy, settings), policyHash: '' }),
  (policy) => cookiePage(policy, settings),
  (policy) => retentionSchedule(policy, settings),
  (policy) => permissionMatrix(policy, settings),
]

/** The leaves that are words for people. Every other leaf rules, whatever is added to the language later. */
const textLeaves = [
  /^date$/,
  /^service\.(?!controllers\.[^.]+\.passRequestsWithin$)/,
  /^text\./,
  /^claims\.[^.]+\.says$/,
  /\.(title|text|why)$/,
  /^purposes\.[^.]+\.subjects\.[^.]+\.(required|basis\.interest)$/,
  /^retention\.[^.]+\.source$/,
  /^recipients\.[^.]+\.name$/,
  /^consents\.[^.]+\.(wording|withdrawal\.(stops|continues))$/,
]
const isText = (path: readonly Step[]): boolean => textLeaves.some((pattern) => pattern.test(path.join('.')))
/** What is planned must rule nothing until it is built; that is tested apart. */
const waits = (path: readonly Step[]): boolean => path[0] === 'roles' && path.includes('planned')

const shipped = [
  ['trust', compilePolicy(trust)],
  ['firm', compilePolicy(firm)],
] as const

describe.each(shipped)('notice: no leaf of the policy of the %s is dead:', { timeout: 120_000 }, (_, compiled) => {
  const policy = allAtWork(compiled)
  const all = leaves(policy).filter(({ path }) => path[0] !== 'hash' && !waits(path))
  const unseen = (kind: 'text' | 'ruling', outputs: readonly Output[]): string[] => {
    const before = outputs.map((output) => canonicalJson(output(policy)))
    const seen = (mutant: CompiledPolicy): boolean =>
      outputs.some((output, index) => canonicalJson(output(mutant)) !== before[index])
    return all
      .filter(({ path }) => isText(path) === (kind === 'text'))
      .flatMap((leaf) => mutants(leaf).map((value) => [leaf, value] as const))
      .filter(([{ path }, value]) => !seen(mutated(policy, path, value)))
      .map(([{ path }, value]) => `${path.join('.')} = ${JSON.stringify(value)}`)
  }

  it('every leaf that rules changes something that the software enforces', () => {
    expect(all.filter(({ path }) => !isText(path)).length).toBeGreaterThan(900)
    expect(unseen('ruling', enforcing)).toEqual([])
  })

  it('every text changes what people read', () => {
    expect(all.filter(({ path }) => isText(path)).length).toBeGreaterThan(200)
    expect(unseen('text', readable)).toEqual([])
  })

  it('every category that a purpose reads, writes or removes changes the grants of the database', () => {
    const grants = (of: CompiledPolicy): string => canonicalJson(grantsOf(of, classification))
    const before = grants(policy)
    const dead = all
      .filter(({ path }) => path[0] === 'purposes' && ['reads', 'writes', 'removes'].includes(String(path.at(-1))))
      .filter(({ value }) => Array.isArray(value) && value.length > 0)
      .flatMap(({ path, value }) =>
        (value as string[]).map((category) => [path, (value as string[]).filter((each) => each !== category)] as const),
      )
      .filter(([path, value]) => grants(mutated(policy, path, value)) === before)
    expect(dead.map(([path]) => path.join('.'))).toEqual([])
  })
})

describe.each(shipped)('what is only planned in the policy of the %s', (_, policy) => {
  const without: CompiledPolicy = JSON.parse(JSON.stringify(policy))
  for (const role of Object.values(without.roles)) Object.assign(role, { planned: [] })

  it('gives nobody a right', () => {
    for (const output of enforcing) expect(output(without)).toEqual(output(policy))
    const planned = Object.values(policy.purposes).filter(({ state }) => state === 'planned')
    expect(planned.length).toBeGreaterThan(5)
    const granted = new Set(grantsOf(policy, classification).map(({ purpose }) => purpose))
    expect(planned.filter(({ key }) => granted.has(key))).toEqual([])
  })

  it('is not in the public notice', () => {
    const words = canonicalJson(noticeOf(policy, settings))
    const planned = Object.values(policy.purposes).filter(({ state }) => state === 'planned')
    expect(planned.filter(({ title }) => words.includes(JSON.stringify(title).slice(1, -1)))).toEqual([])
  })
})
