import type { Scope } from '../../../platform/database/desk.ts'
import type { Id } from '../../../values/ids.ts'
import { folded } from '../../people/index.ts'
import type { KnownOf, Match } from './enquiry-reads.ts'

/** As many as somebody reads while a caller waits. */
const mostShown = 20

/**
 * Parties of cases with just the same telephone, e-mail, or name and date of birth: also those whom no enquiry names, since their
 * details came from the other party. The case of `except` is left out. One question for all.
 */
export async function knownParties(scope: Scope, known: KnownOf, except: Id | null): Promise<Match[]> {
  const { telephoneDigits: digits, birthDate, name } = known
  const email = known.email === null ? null : folded('email', known.email)
  if (digits === null && email === null && birthDate === null) return []
  const point = (kind: 'email' | 'telephone', value: string | null) =>
    scope.queries
      .selectFrom('contact_point')
      .select('person_id')
      .where('kind', '=', kind)
      .where('value_folded', '=', value)
      .where('ended_at', 'is', null)
  const rows = await scope.queries
    .selectFrom('person')
    .innerJoin('party', 'party.person_id', 'person.id')
    .innerJoin('case_file', 'case_file.id', 'party.case_id')
    .select(['person.given_name', 'person.family_name', 'case_file.id as caseId', 'case_file.reference'])
    .select((of) => [
      of('person.id', 'in', point('telephone', digits)).as('byTelephone'),
      of('person.id', 'in', point('email', email)).as('byEmail'),
      of.and([of('person.name_folded', '=', name.toLowerCase()), of('person.birth_date', '=', birthDate)]).as('byName'),
    ])
    .where((is) =>
      is.or([
        is('person.id', 'in', point('telephone', digits)),
        is('person.id', 'in', point('email', email)),
        is.and([is('person.name_folded', '=', name.toLowerCase()), is('person.birth_date', '=', birthDate)]),
      ]),
    )
    .$if(except !== null, (query) => query.where('case_file.id', '<>', except as Id))
    .orderBy('case_file.opened_at', 'desc')
    .limit(mostShown)
    .execute()
  return rows.map((row) => ({
    enquiryId: null,
    reference: row.reference,
    name: `${row.given_name} ${row.family_name}`,
    caseId: row.caseId,
    by: [
      ...(row.byTelephone ? (['telephone'] as const) : []),
      ...(row.byEmail ? (['email'] as const) : []),
      ...(row.byName ? (['name_and_birth_date'] as const) : []),
    ],
  }))
}
