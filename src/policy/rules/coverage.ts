import type { Classification } from '../classification.ts'
import type { Draft } from '../draft.ts'
import { entriesOf, type Fault, fault, type Rule } from '../findings.ts'
import { reached } from './bases.ts'

const usedCategories = (policy: Draft): Set<string> =>
  new Set(entriesOf(policy.purposes).flatMap(([, purpose]) => [...purpose.reads, ...purpose.writes]))

/** Each personal column belongs to a category that a purpose uses, and its table to a life that a clock ends. */
function uncovered(policy: Draft, classification: Classification): Fault[] {
  const used = usedCategories(policy)
  const ended = new Set(entriesOf(policy.retention).map(([, rule]) => rule.of))
  return entriesOf(classification).flatMap(([table, clause]) => {
    const columns = entriesOf(clause.columns)
    const idle = columns.flatMap(([column, what]) =>
      what.kind === 'personal' && !used.has(what.category)
        ? [
            fault(
              `columns.${table}.${column}`,
              `"${column}" in "${table}" holds personal data (${what.category}) that no purpose of this policy uses.`,
            ),
          ]
        : [],
    )
    const endless =
      columns.some(([, what]) => what.kind === 'personal') && !ended.has(clause.of)
        ? [
            fault(
              `columns.${table}`,
              `"${table}" holds personal data, and no retention rule says when "${clause.of}" ends.`,
            ),
          ]
        : []
    return [...idle, ...endless]
  })
}

export const everythingCovered: Rule = {
  id: 'N20',
  title: 'Every personal column serves a purpose and comes to an end',
  find: (policy, classification) => [
    ...entriesOf(policy.purposes)
      .filter(([, purpose]) => reached(policy, purpose).size > 0 && purpose.retention.length === 0)
      .map(([name]) =>
        fault(`purposes.${name}.retention`, 'This purpose uses data about people, and no retention rule ends it.'),
      ),
    ...(classification ? uncovered(policy, classification) : []),
  ],
}
