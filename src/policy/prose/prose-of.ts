import type { Draft } from '../draft.ts'
import { entriesOf } from '../findings.ts'

/** A text that people will read, and where it stands. */
export interface ProseLeaf {
  readonly clause: string
  readonly text: string
  /** A claim may use strong words, since a test stands behind it. */
  readonly claim: boolean
}

type Read<Value> = readonly (readonly [suffix: string, read: (value: Value) => string | undefined])[]

function leaves<Value>(part: string, entries: [string, Value][], reads: Read<Value>): ProseLeaf[] {
  return entries.flatMap(([name, value]) =>
    reads.flatMap(([suffix, read]) => {
      const text = read(value)
      return text === undefined ? [] : [{ clause: `${part}.${name}.${suffix}`, text, claim: part === 'claims' }]
    }),
  )
}

const subjectProse = (policy: Draft): ProseLeaf[] =>
  entriesOf(policy.purposes).flatMap(([purpose, clause]) =>
    leaves(`purposes.${purpose}.subjects`, entriesOf(clause.subjects), [
      ['required', (subject) => subject.required],
      ['basis.interest', ({ basis }) => (basis?.a6 === 'legitimateInterests' ? basis.interest : undefined)],
    ]),
  )

/** Every text of a policy that a notice, a table or a banner shows. */
export const proseOf = (policy: Draft): ProseLeaf[] => [
  ...leaves('categories', entriesOf(policy.categories), [['title', (category) => category.title]]),
  ...leaves('purposes', entriesOf(policy.purposes), [
    ['title', (purpose) => purpose.title],
    ['text', (purpose) => purpose.text],
  ]),
  ...subjectProse(policy),
  ...leaves('retention', entriesOf(policy.retention), [
    ['title', (rule) => rule.title],
    ['why', (rule) => rule.why],
  ]),
  ...leaves('recipients', entriesOf(policy.recipients), [['why', (recipient) => recipient.why]]),
  ...leaves('storage', entriesOf(policy.storage), [['text', (item) => item.text]]),
  ...leaves('consents', entriesOf(policy.consents), [
    ['title', (scope) => scope.title],
    ['wording', (scope) => scope.wording],
    ['withdrawal.stops', (scope) => scope.withdrawal?.stops],
    ['withdrawal.continues', (scope) => scope.withdrawal?.continues],
  ]),
  ...leaves('statistics', entriesOf(policy.statistics), [['title', (statistic) => statistic.title]]),
  ...leaves('claims', entriesOf(policy.claims), [['says', (claim) => claim.says]]),
  ...entriesOf(policy.text).map(([name, text]) => ({ clause: `text.${name}`, text, claim: false })),
]
