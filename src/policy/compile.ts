import { frozen, hashOf } from './canonical.ts'
import { checkPolicy } from './check.ts'
import type { Classification } from './classification.ts'
import type {
  CompiledMay,
  CompiledPolicy,
  CompiledPurpose,
  CompiledRecipient,
  CompiledRole,
  CompiledSubject,
} from './compiled.ts'
import { entriesOf, type Finding } from './findings.ts'
import type {
  MayClause,
  Policy,
  PurposeClause,
  RecipientClause,
  RoleClause,
  SubjectClause,
} from './language/clauses.ts'
import type { SpecialCondition } from './language/conditions.ts'
import { statutoryClocks, usualServiceComplaint } from './law.ts'
import { rememberPromises } from './promises-of.ts'
import { possible } from './rules/roles.ts'
import type { Operation, PurposeKey, RoleKey } from './vocabulary.ts'

type AnyPurpose = PurposeClause<string, string, string, string>

/** A policy that does not pass its check. Carries every finding, and says each on a line of its own. */
export class PolicyRefused extends Error {
  readonly findings: readonly Finding[]

  constructor(findings: readonly Finding[]) {
    super(
      `The policy does not pass its check:\n${findings.map((each) => `${each.rule} ${each.clause}: ${each.says}`).join('\n')}`,
    )
    this.name = 'PolicyRefused'
    this.findings = findings
  }
}

const mapped = <Value, Result>(
  part: Readonly<Record<string, Value | undefined>>,
  make: (value: Value, key: string) => Result,
) => Object.fromEntries(entriesOf(part).map(([key, value]) => [key, make(value, key)]))

/** The clause without the promises that it carries: they trace it, and rule nothing. */
const ruling = <Clause extends { readonly promises?: unknown }>({
  promises: _,
  ...rest
}: Clause): Omit<Clause, 'promises'> => rest

const many = (special: SubjectClause<string>['special']): readonly SpecialCondition[] =>
  special === undefined ? [] : 'condition' in special ? [special] : special

function compileSubject(subject: SubjectClause<string>, common: AnyPurpose['special']): CompiledSubject {
  const { special, ...rest } = ruling(subject)
  return { ...rest, special: [...many(special), ...many(common)] }
}

function compilePurpose(purpose: AnyPurpose, key: string): CompiledPurpose {
  const { special, automated: _, ...rest } = ruling(purpose)
  return {
    ...rest,
    key: key as PurposeKey,
    state: purpose.state ?? 'active',
    removes: purpose.removes ?? [],
    subjects: mapped(purpose.subjects, (subject) => compileSubject(subject as SubjectClause<string>, special)),
  }
}

const usual: readonly Operation[] = ['read', 'add', 'change']

function compileMay({ state: _, ...may }: MayClause, policy: Policy): CompiledMay {
  const purpose = policy.purposes[may.purpose]
  const can = purpose ? possible(purpose) : []
  return { ...may, do: can.filter((operation) => (may.do ?? usual).includes(operation)), view: may.view ?? 'clear' }
}

/** What is only planned stands apart from what a role may do, so that no reader of `may` can grant it by oversight. */
function compileRole(role: RoleClause, key: string, policy: Policy): CompiledRole {
  const planned = (may: MayClause): boolean =>
    [role.state, may.state, policy.purposes[may.purpose]?.state].includes('planned')
  return {
    key: key as RoleKey,
    area: role.area,
    title: role.title,
    state: role.state ?? 'active',
    may: role.may.filter((may) => !planned(may)).map((may) => compileMay(may, policy)),
    planned: role.may.filter(planned).map((may) => compileMay(may, policy)),
  }
}

const compileRecipient = (recipient: RecipientClause): CompiledRecipient => ({
  ...ruling(recipient),
  passes: recipient.passes ?? [],
  withholds: recipient.withholds ?? [],
})

/** The categories of which a purpose or a table of figures makes use; the standard list has more than a service needs. */
function usedCategories(policy: Policy): Policy['categories'] {
  const used = new Set<string>([
    ...entriesOf(policy.purposes).flatMap(([, each]) => [...each.reads, ...each.writes, ...(each.removes ?? [])]),
    ...entriesOf(policy.statistics).map(([, statistic]) => statistic.from),
    ...entriesOf(policy.recipients).flatMap(([, each]) => [...(each.passes ?? []), ...(each.withholds ?? [])]),
  ])
  return Object.fromEntries(entriesOf(policy.categories).filter(([key]) => used.has(key)))
}

function assemble(policy: Policy): Omit<CompiledPolicy, 'hash'> {
  return {
    date: policy.date,
    service: { ...ruling(policy.service), controllers: mapped(policy.service.controllers, ruling) },
    categories: mapped(usedCategories(policy), ruling),
    purposes: mapped(policy.purposes, compilePurpose),
    roles: mapped(policy.roles, (role, key) => compileRole(role, key, policy)),
    retention: mapped(policy.retention, ruling),
    recipients: mapped(policy.recipients, compileRecipient),
    storage: mapped(policy.storage, ruling),
    consents: mapped(policy.consents, (scope) => {
      const { given: _, ...rest } = ruling(scope)
      return rest
    }),
    statistics: mapped(policy.statistics, ruling),
    clocks: {
      ...statutoryClocks,
      serviceComplaint: usualServiceComplaint,
      details: { confirmAgain: 'P1Y' },
      merging: { undo: 'P30D' },
      answers: { goodFor: 'P30D' },
      messages: { recentChange: 'P14D', sendDelay: 'PT1M' },
      safeguarding: { access: 'PT1H', review: 'PT72H' },
      ...ruling(policy.clocks),
    },
    rights: { channels: policy.rights.channels, identity: policy.rights.identity },
    claims: mapped(policy.claims, ({ says }) => ({ says })),
    text: { ...policy.text },
  }
}

/** Compiles a policy that passes its check; throws `PolicyRefused` with every finding when it does not. */
export function compilePolicy(policy: Policy, classification?: Classification): CompiledPolicy {
  const findings = checkPolicy(policy, classification)
  if (findings.length > 0) throw new PolicyRefused(findings)
  // Through JSON, so that what is hashed, stored and compared is what is used.
  const compiled: Omit<CompiledPolicy, 'hash'> = JSON.parse(JSON.stringify(assemble(policy)))
  return rememberPromises(frozen({ hash: hashOf(compiled), ...compiled }), policy)
}
