import type { Draft, DraftPurpose } from '../draft.ts'
import { entriesOf, type Fault, fault, type Rule } from '../findings.ts'
import { deadSlots } from './prose.ts'

function purposeReferences(policy: Draft, name: string, purpose: DraftPurpose): Fault[] {
  const missing = (part: string, keys: readonly string[], there: object): Fault[] =>
    [...new Set(keys)]
      .filter((key) => !Object.hasOwn(there, key))
      .map((key) => fault(`purposes.${name}.${part}`, `"${key}" is named here, but the policy says nothing about it.`))
  const scopes = entriesOf(purpose.subjects).flatMap(([, { basis }]) => (basis?.a6 === 'consent' ? [basis.scope] : []))
  return [
    ...missing('reads', purpose.reads, policy.categories),
    ...missing('writes', purpose.writes, policy.categories),
    ...missing('removes', purpose.removes ?? [], policy.categories),
    ...missing('recipients', purpose.recipients, policy.recipients),
    ...missing('retention', purpose.retention, policy.retention),
    ...missing('subjects', scopes, policy.consents),
  ]
}

function otherReferences(policy: Draft): Fault[] {
  const roles = entriesOf(policy.roles).flatMap(([name, role]) =>
    role.may.flatMap(({ purpose }, index) =>
      Object.hasOwn(policy.purposes, purpose)
        ? []
        : [fault(`roles.${name}.may.${index}.purpose`, `"${purpose}" is no purpose of this policy.`)],
    ),
  )
  const gates = entriesOf(policy.recipients).flatMap(([name, { gate }]) =>
    gate?.opens === 'withConsent' && !policy.consents[gate.scope]
      ? [
          fault(
            `recipients.${name}.gate.scope`,
            `The gate waits for the consent "${gate.scope}", which nobody is asked for.`,
          ),
        ]
      : [],
  )
  const shared = entriesOf(policy.recipients).flatMap(([name, { passes = [], withholds = [] }]) =>
    [...passes, ...withholds]
      .filter((key) => !policy.categories[key])
      .map((key) =>
        fault(`recipients.${name}.passes`, `"${key}" is named here, but the policy says nothing about it.`),
      ),
  )
  const statistics = entriesOf(policy.statistics)
    .filter(([, statistic]) => !policy.categories[statistic.from])
    .map(([name, statistic]) =>
      fault(`statistics.${name}.from`, `"${statistic.from}" is named here, but the policy says nothing about it.`),
    )
  return [...roles, ...gates, ...shared, ...statistics]
}

export const knownReferences: Rule = {
  id: 'N26',
  title: 'What a clause refers to is there',
  find: (policy) => [
    ...entriesOf(policy.purposes).flatMap(([name, purpose]) => purposeReferences(policy, name, purpose)),
    ...otherReferences(policy),
    ...deadSlots(policy),
  ],
}
