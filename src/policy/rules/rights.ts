import type { Draft } from '../draft.ts'
import { entriesOf, type Fault, fault, type Rule } from '../findings.ts'
import { type RightKey, rightKeys } from '../language/clauses.ts'
import { statutoryClocks } from '../law.ts'
import { durationInWords, isDuration, spanInDays } from '../prose/words.ts'
import { rightsOf } from '../rights-of-bases.ts'

/** The rights that people have against this policy, by its bases. */
function following(policy: Draft): RightKey[] {
  const bases = entriesOf(policy.purposes).flatMap(([, purpose]) =>
    entriesOf(purpose.subjects).map(([, subject]) => subject.basis),
  )
  const known = bases.filter((basis) => basis !== undefined)
  // A policy without bases still owes everybody what no basis takes away.
  if (known.length === 0) return ['access', 'rectification', 'erasure', 'restriction']
  return rightKeys.filter((right) => known.some((basis) => rightsOf(basis.a6)[right] === 'yes'))
}

function offered(policy: Draft): Fault[] {
  const { offers, channels, identity } = policy.rights
  const missing = offers ? following(policy).filter((right) => !offers.includes(right)) : []
  const found =
    missing.length > 0
      ? [fault('rights.offers', `People have rights here that are not offered to them: ${missing.join(', ')}.`)]
      : []
  if (channels !== 'any')
    found.push(
      fault('rights.channels', 'A request counts however it comes: by telephone, letter, e-mail or across the desk.'),
    )
  if (identity !== 'whenInDoubt')
    found.push(
      fault('rights.identity', 'Proof of identity may be asked for when there is real doubt, not of everybody.'),
    )
  return found
}

type Stated = Readonly<Record<string, Readonly<Record<string, string>> | undefined>>

/** A stated time may be the law’s own, or one that is sure to be no longer: thirty days can outlast a February month. */
const laxer = (stated: string, law: string): boolean =>
  stated !== law && spanInDays(stated).most > spanInDays(law).least

function clocks(policy: Draft): Fault[] {
  const { promises: _, serviceComplaint: __, ...stated } = policy.clocks
  return Object.entries(statutoryClocks as Stated).flatMap(([clock, leaves]) =>
    Object.entries(leaves ?? {}).flatMap(([leaf, law]) => {
      const said = (stated as Stated)[clock]?.[leaf]
      const clause = `clocks.${clock}.${leaf}`
      if (said === undefined) return []
      if (!isDuration(said)) return [fault(clause, `"${said}" is not a time.`)]
      return laxer(said, law)
        ? [
            fault(
              clause,
              `The policy says ${durationInWords(said)}; the law says ${durationInWords(law)}, which can be shorter.`,
            ),
          ]
        : []
    }),
  )
}

export const rightsComplete: Rule = {
  id: 'N06',
  title: 'Rights are complete, open to any channel, and answered in the law’s time',
  find: (policy) => [...offered(policy), ...clocks(policy)],
}
