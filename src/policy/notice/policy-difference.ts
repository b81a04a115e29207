import { canonicalJson } from '../canonical.ts'
import type { CompiledPolicy } from '../compiled.ts'
import { entriesOf } from '../findings.ts'
import { people } from '../prose/people.ts'
import type { SubjectKind } from '../vocabulary.ts'
import { changeInWords, wholeInWords } from './change-words.ts'
import { concernedBy } from './concerned.ts'
import { leavesOf } from './leaves.ts'

export interface PolicyChange {
  /** Where in the policy: `retention.clientFile.keep`. */
  readonly clause: string
  /** In words for whoever approves it. */
  readonly says: string
  /** The kinds of person who must be told. Empty when only staff or only wording is concerned. */
  readonly tell: readonly SubjectKind[]
}

export interface PersonToTell {
  readonly kind: SubjectKind
  readonly these: string
  readonly because: readonly string[]
}

export interface PolicyDifference {
  readonly changes: readonly PolicyChange[]
  /** Who must be told, and of what (UK GDPR Articles 13(3) and 14(4)). */
  readonly tell: readonly PersonToTell[]
  /** Consents whose words or reach changed, in the words in which whoever gave them is asked anew. */
  readonly askAgain: readonly string[]
}

const sections = [
  'categories',
  'purposes',
  'retention',
  'recipients',
  'storage',
  'consents',
  'roles',
  'statistics',
  'claims',
] as const

/** The clauses of a policy that come and go whole: `retention.clientFile`, `purposes.mediation.subjects.child`. */
const wholeClauses = (policy: CompiledPolicy): string[] => [
  ...sections.flatMap((section) => Object.keys(policy[section]).map((key) => `${section}.${key}`)),
  ...entriesOf(policy.purposes).flatMap(([key, purpose]) =>
    Object.keys(purpose.subjects).map((kind) => `purposes.${key}.subjects.${kind}`),
  ),
  ...entriesOf(policy.roles).flatMap(([key, role]) => [
    ...role.may.map(({ purpose }) => `roles.${key}.may.${purpose}`),
    ...role.planned.map(({ purpose }) => `roles.${key}.planned.${purpose}`),
  ]),
]

const within = (path: string, clauses: readonly string[]): boolean =>
  clauses.some((clause) => path.startsWith(`${clause}.`))

/** Clauses that are in `there` and not in `here`, without the parts of one that is listed already. */
function missing(there: CompiledPolicy, here: CompiledPolicy): string[] {
  const known = new Set(wholeClauses(here))
  const gone = wholeClauses(there).filter((clause) => !known.has(clause))
  return gone.filter((clause) => !within(clause, gone))
}

function changedLeaves(before: CompiledPolicy, after: CompiledPolicy, whole: readonly string[]): PolicyChange[] {
  const old = new Map(leavesOf(before).map(({ path, value }) => [path, value]))
  const current = new Map(leavesOf(after).map(({ path, value }) => [path, value]))
  const paths = [...new Set([...old.keys(), ...current.keys()])]
  return paths
    .filter((path) => path !== 'hash' && !within(path, whole))
    .filter((path) => canonicalJson(old.get(path) ?? null) !== canonicalJson(current.get(path) ?? null))
    .map((path) => ({
      clause: path,
      says: changeInWords(path, old.get(path), current.get(path), before, after),
      tell: concernedBy(path, before, after),
    }))
}

function changedClauses(before: CompiledPolicy, after: CompiledPolicy): PolicyChange[] {
  const come = missing(after, before)
  const gone = missing(before, after)
  const entire = (clause: string, news: 'new' | 'gone'): PolicyChange => ({
    clause,
    says: wholeInWords(clause, news, before, after),
    tell: concernedBy(clause, before, after),
  })
  return [
    ...come.map((clause) => entire(clause, 'new')),
    ...gone.map((clause) => entire(clause, 'gone')),
    ...changedLeaves(before, after, [...come, ...gone]),
  ]
}

const asked = (changes: readonly PolicyChange[]): string[] => [
  ...new Set(
    changes.flatMap(({ clause }) => {
      const [part, scope = '', leaf = ''] = clause.split('.')
      return part === 'consents' && ['wording', 'purpose', 'opens'].includes(leaf) ? [scope] : []
    }),
  ),
]

/** What changed between two policies, who must be told of it and why, and which consents must be asked for again. */
export function policyDifference(before: CompiledPolicy, after: CompiledPolicy): PolicyDifference {
  const changes = changedClauses(before, after)
  const kinds = [...new Set(changes.flatMap(({ tell }) => tell))]
  return {
    changes,
    tell: kinds.map((kind) => ({
      kind,
      these: people[kind].these,
      because: changes.filter(({ tell }) => tell.includes(kind)).map(({ says }) => says),
    })),
    askAgain: asked(changes).flatMap((scope) => {
      const now = after.consents[scope]
      return before.consents[scope] && now ? [now.wording] : []
    }),
  }
}
