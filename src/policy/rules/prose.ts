import type { Draft } from '../draft.ts'
import { entriesOf, type Fault, fault, type Rule } from '../findings.ts'
import { type ProseLeaf, proseOf } from '../prose/prose-of.ts'
import { slotsOf, slotValue, withoutSlots } from '../prose/slots.ts'

const universal =
  /\b(never|only|all|always|every|everything|everyone|everybody|anything|whatever|none|nobody|no one|guarantee[sd]?)\b/i
const duty =
  /\b(by law|the law (says|requires|obliges)|legally? (required|obliged|bound)|legal (duty|obligation)|we are obliged)\b/i

const strong = (leaves: readonly ProseLeaf[]): Fault[] =>
  leaves.flatMap(({ clause, text, claim }) => {
    const word = claim ? null : withoutSlots(text).match(universal)
    return word
      ? [
          fault(
            clause,
            `"${word[0]}" is a promise, and nothing holds it true. Make it a claim with a test, or say it less absolutely.`,
          ),
        ]
      : []
  })

/** A purpose that pleads a legal duty in words must rest on one. */
const pleaded = (policy: Draft): Fault[] =>
  entriesOf(policy.purposes)
    .filter(
      ([, purpose]) =>
        duty.test(purpose.text) &&
        !entriesOf(purpose.subjects).some(([, subject]) => subject.basis?.a6 === 'legalObligation'),
    )
    .map(([name]) =>
      fault(`purposes.${name}.text`, 'The text says that the law asks for this, but no such law is its basis.'),
    )

export const keepableWords: Rule = {
  id: 'N07',
  title: 'The notice promises nothing that the software does not keep',
  find: (policy) => [
    ...strong(proseOf(policy)),
    ...pleaded(policy),
    ...entriesOf(policy.claims)
      .filter(([, claim]) => !/^[TS]\d\d$/.test(claim.test))
      .map(([name]) =>
        fault(
          `claims.${name}.test`,
          'A claim names the test that holds it true, by the promise it belongs to (such as S15).',
        ),
      ),
  ],
}

const time =
  /\b(\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|several)\b[\s-]+(and a half[\s-]+)?(calendar |working )?(second|minute|hour|day|week|month|year)s?\b/i
const figure = /\d/
const address = /@|https?:|\bwww\.|\.(uk|org|com|example)\b/i

/** Names that stand in clauses of their own, so that prose which repeats one would be left behind when it changes. */
const namesOf = (policy: Draft): string[] => [
  policy.service.name,
  ...entriesOf(policy.service.controllers).map(([, controller]) => controller.name),
  ...entriesOf(policy.recipients).map(([, recipient]) => recipient.name),
  ...entriesOf(policy.storage).map(([, item]) => item.name),
]

/** Common words ("your solicitor") name nobody; a name begins with a capital or looks like a cookie. */
const proper = (name: string): boolean => /[A-Z_]/.test(name)

function unslotted(leaf: ProseLeaf, names: readonly string[]): Fault[] {
  const bare = withoutSlots(leaf.text)
  const found = bare.match(time) ?? bare.match(figure) ?? bare.match(address)
  const word = found?.[0] ?? names.find((name) => bare.includes(name))
  return word === undefined
    ? []
    : [
        fault(
          leaf.clause,
          `"${word}" is written out here and would go stale when the rule behind it changes. Put a slot in its place.`,
        ),
      ]
}

export const factsInSlots: Rule = {
  id: 'N23',
  title: 'Figures, times and names in prose stand in slots',
  find: (policy) => {
    const names = namesOf(policy).filter(proper)
    return proseOf(policy).flatMap((leaf) => unslotted(leaf, names))
  },
}

/** Slots that lead nowhere; part of the rule on references. */
export const deadSlots = (policy: Draft): Fault[] =>
  proseOf(policy).flatMap(({ clause, text }) =>
    slotsOf(text)
      .filter((path) => slotValue(policy, path) === undefined)
      .map((path) => fault(clause, `The slot {${path}} leads nowhere.`)),
  )
