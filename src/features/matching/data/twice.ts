import type { Scope } from '../../../platform/database/desk.ts'
import type { Id } from '../../../values/ids.ts'
import { partiesOf } from '../../cases/index.ts'
import { type Known, knownAlready } from './known-people.ts'
import { type RecordOfPerson, recordsOf } from './records.ts'

/** A party, and those in other cases who may be the same person. */
export interface PossiblyTwice {
  readonly party: RecordOfPerson
  readonly others: readonly Known[]
}

/** For each party of a case: who else on record may be the same person. Parties of this very case are two people. */
export async function possiblyTwice(scope: Scope, caseId: Id): Promise<PossiblyTwice[]> {
  const parties = await partiesOf(scope, caseId)
  const people = parties.map((it) => it.personId)
  const records = await recordsOf(scope, people)
  const answer: PossiblyTwice[] = []
  for (const party of records) {
    const known = await knownAlready(scope, soughtIn(party), { personId: party.id })
    const others = known.filter((it) => it.source === 'party' && it.cases.length > 0 && !people.includes(it.id))
    answer.push({ party, others })
  }
  return answer
}

const soughtIn = ({ name, birthDate, ways }: RecordOfPerson) => {
  const first = (kind: 'telephone' | 'email') => ways.find((it) => it.kind === kind)?.form ?? null
  return {
    ...{ name: `${name.given} ${name.family}`.trim(), birthDate, telephone: first('telephone'), email: first('email') },
    ...{ postcode: null, address: null, reference: null },
  }
}
