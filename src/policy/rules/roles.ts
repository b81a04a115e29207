import type { Draft, DraftPurpose } from '../draft.ts'
import { entriesOf, type Fault, fault, type Rule } from '../findings.ts'
import { listed } from '../prose/words.ts'
import type { Operation, PurposeKey } from '../vocabulary.ts'

const find = (policy: Draft, key: string): DraftPurpose | undefined => policy.purposes[key as PurposeKey]

export const liveRolesOnly: Rule = {
  id: 'N25',
  title: 'Nobody acts under a purpose that is only planned',
  find: (policy) =>
    entriesOf(policy.roles)
      .filter(([, role]) => role.state !== 'planned')
      .flatMap(([name, role]) =>
        role.may.flatMap(({ purpose, state }, index) =>
          find(policy, purpose)?.state === 'planned' && state !== 'planned'
            ? [
                fault(
                  `roles.${name}.may.${index}.purpose`,
                  `"${role.title}" is given "${purpose}", which is only planned: the public notice does not speak of it.`,
                ),
              ]
            : [],
        ),
      ),
}

interface Reach {
  readonly reads: readonly unknown[]
  readonly writes: readonly unknown[]
  readonly removes?: readonly unknown[] | undefined
}

/** What a purpose lets anybody do at all, whatever their role. */
export const possible = (purpose: Reach): Operation[] => [
  ...(purpose.reads.length > 0 ? (['read'] as const) : []),
  ...(purpose.writes.length > 0 ? (['add', 'change'] as const) : []),
  ...(purpose.removes && purpose.removes.length > 0 ? (['remove'] as const) : []),
]

function idleOperations(policy: Draft): Fault[] {
  return entriesOf(policy.roles).flatMap(([name, role]) =>
    role.may.flatMap((may, index) => {
      const purpose = find(policy, may.purpose)
      const idle = purpose ? (may.do ?? []).filter((operation) => !possible(purpose).includes(operation)) : []
      return idle.length > 0 || may.do?.length === 0
        ? [
            fault(
              `roles.${name}.may.${index}.do`,
              `"${role.title}" may ${idle.join(', ') || 'do nothing'} here, but the purpose itself has nothing to ${idle.join(', ') || 'do'}.`,
            ),
          ]
        : []
    }),
  )
}

/** What a purpose lets be done, and no role may do: it reads like a use, and nobody can make it. */
function undoable(policy: Draft): Fault[] {
  const given = (key: string): Set<Operation> =>
    new Set(
      entriesOf(policy.roles).flatMap(([, role]) =>
        role.may
          .filter(({ purpose }) => purpose === key)
          .flatMap((may) => may.do ?? (['read', 'add', 'change'] as const)),
      ),
    )
  return entriesOf(policy.purposes).flatMap(([key, purpose]) => {
    const may = given(key)
    if (may.size === 0) return []
    const idle = (
      part: string,
      categories: readonly unknown[] | undefined,
      operations: readonly Operation[],
    ): Fault[] =>
      categories && categories.length > 0 && !operations.some((operation) => may.has(operation))
        ? [
            fault(
              `purposes.${key}.${part}`,
              `No role may ${listed(operations, 'or')} anything for this purpose, so this list rules nothing.`,
            ),
          ]
        : []
    return [
      ...idle('reads', purpose.reads, ['read']),
      ...idle('writes', purpose.writes, ['add', 'change']),
      ...idle('removes', purpose.removes, ['remove']),
    ]
  })
}

/** A rule that nothing refers to reads like protection and is none. */
function unused(policy: Draft): Fault[] {
  const purposes = entriesOf(policy.purposes)
  const scopes = new Set([
    ...purposes.flatMap(([, each]) =>
      entriesOf(each.subjects).flatMap(([, { basis }]) => (basis?.a6 === 'consent' ? [basis.scope] : [])),
    ),
    ...entriesOf(policy.recipients).flatMap(([, { gate }]) => (gate?.opens === 'withConsent' ? [gate.scope] : [])),
    ...entriesOf(policy.storage).flatMap(([, { need }]) => (typeof need === 'object' ? [need.consent] : [])),
    ...entriesOf(policy.consents).flatMap(([name, { opens }]) => (opens ? [name] : [])),
  ])
  const held = new Set<string>(entriesOf(policy.roles).flatMap(([, role]) => role.may.map(({ purpose }) => purpose)))
  const idle = (part: string, names: readonly string[], used: (name: string) => boolean, says: string): Fault[] =>
    names.filter((name) => !used(name)).map((name) => fault(`${part}.${name}`, says))
  return [
    ...idle(
      'purposes',
      Object.keys(policy.purposes),
      (name) => held.has(name),
      'No role may act under this purpose, so nothing is ever done for it.',
    ),
    ...idle(
      'retention',
      Object.keys(policy.retention),
      (name) => purposes.some(([, each]) => each.retention.includes(name)),
      'No purpose holds anything by this rule.',
    ),
    ...idle(
      'recipients',
      Object.keys(policy.recipients),
      (name) => purposes.some(([, each]) => each.recipients.includes(name)),
      'No purpose gives anything to this recipient.',
    ),
    ...idle(
      'consents',
      Object.keys(policy.consents),
      (name) => scopes.has(name),
      'No basis, gate, cookie or way of writing waits for this consent, so giving or taking it back would change nothing.',
    ),
  ]
}

export const nothingIdle: Rule = {
  id: 'N28',
  title: 'Every clause rules something',
  find: (policy) => [...idleOperations(policy), ...undoable(policy), ...unused(policy)],
}
