import type { Draft, DraftCondition, DraftPurpose } from '../draft.ts'
import { entriesOf, type Fault, fault, type Rule } from '../findings.ts'
import type { CategoryKey } from '../vocabulary.ts'

export const conditionsOf = (special: DraftPurpose['special']): readonly DraftCondition[] =>
  special === undefined ? [] : Array.isArray(special) ? special : [special]

const delicate = (policy: Draft, purpose: DraftPurpose, kind: 'special' | 'offences'): CategoryKey[] =>
  [...new Set([...purpose.reads, ...purpose.writes])].filter((key) => policy.categories[key]?.special === kind)

const named = (policy: Draft, keys: readonly CategoryKey[]): string =>
  keys.map((key) => policy.categories[key]?.title ?? key).join('; ')

/** The conditions that hold for everybody of whom these categories tell, so that none is left uncovered. */
function uncovered(
  policy: Draft,
  purpose: DraftPurpose,
  keys: readonly CategoryKey[],
  fits: (c: DraftCondition) => boolean,
) {
  if (keys.length === 0 || conditionsOf(purpose.special).some(fits)) return false
  const about = new Set<string>(keys.flatMap((key) => policy.categories[key]?.about ?? []))
  const concerned = entriesOf(purpose.subjects).filter(([kind]) => about.has(kind))
  return concerned.length === 0 || concerned.some(([, subject]) => !conditionsOf(subject.special).some(fits))
}

export const conditionStated: Rule = {
  id: 'N03',
  title: 'Special categories and offences have a condition',
  find: (policy) =>
    entriesOf(policy.purposes).flatMap(([name, purpose]) => {
      const special = delicate(policy, purpose, 'special')
      const offences = delicate(policy, purpose, 'offences')
      const found: Fault[] = []
      if (uncovered(policy, purpose, special, (each) => each.condition !== 'offences'))
        found.push(
          fault(
            `purposes.${name}.special`,
            `This uses data that the law guards specially (${named(policy, special)}) and states no condition of Article 9.`,
          ),
        )
      if (uncovered(policy, purpose, offences, (each) => each.condition === 'offences'))
        found.push(
          fault(
            `purposes.${name}.special`,
            `This uses data about offences (${named(policy, offences)}) and states no condition for it (Article 10).`,
          ),
        )
      return found
    }),
}

function incomplete(condition: DraftCondition, clause: string, policy: Draft): Fault[] {
  if (condition.condition === 'explicitConsent')
    return condition.scope && policy.consents[condition.scope]
      ? []
      : [fault(clause, 'Explicit consent is claimed, but under no consent that the policy asks for.')]
  if (!['publicInterest', 'employment', 'offences'].includes(condition.condition)) return []
  const found: Fault[] = []
  if (!condition.schedule1?.match(/paragraph \d+/))
    found.push(
      fault(
        clause,
        'This condition needs a paragraph of Schedule 1 to the Data Protection Act 2018, and none is named.',
      ),
    )
  if (!condition.policyDocument)
    found.push(
      fault(
        clause,
        'This condition calls for an appropriate policy document (Schedule 1, paragraph 39), and none is named.',
      ),
    )
  return found
}

export const conditionComplete: Rule = {
  id: 'N13',
  title: 'A condition for special categories has what the law asks of it',
  find: (policy) =>
    entriesOf(policy.purposes).flatMap(([name, purpose]) => [
      ...conditionsOf(purpose.special).flatMap((each) => incomplete(each, `purposes.${name}.special`, policy)),
      ...entriesOf(purpose.subjects).flatMap(([kind, subject]) =>
        conditionsOf(subject.special).flatMap((each) =>
          incomplete(each, `purposes.${name}.subjects.${kind}.special`, policy),
        ),
      ),
    ]),
}
