import { sql } from 'kysely'
import type { Scope } from '../../../platform/database/desk.ts'
import type { Id } from '../../../values/ids.ts'
import { folded, foldedAddress } from '../../people/index.ts'
import { plainName, wordsOf } from '../domain/plain-name.ts'
import type { Sought } from '../domain/search.ts'
import { formsOf } from '../domain/short-forms.ts'

/** Where somebody is on record. `named`: an enquirer gave their name as the other person. */
export type Source = 'party' | 'enquirer' | 'named' | 'child' | 'colleague' | 'professional' | 'referrer'

/** What somebody has in common with the one who is looked for, besides the name. */
export type Detail = 'telephone' | 'email' | 'address' | 'postcode' | 'birth'

/** One who may be meant. `byName`: by the name, and whether the database heard each word in it; null by details alone. */
export interface Candidate {
  readonly source: Source
  readonly id: Id
  readonly byName: { readonly likeness: number; readonly sounds: boolean } | null
  readonly details: readonly Detail[]
}

/** More words than this are not asked for one by one; those after still count for the likeness of the whole. */
const wordsAsked = 3

/**
 * Those who may be meant, at most some dozens, by identifier, in one statement. The database looks in its owner's name, because the
 * operators that find with a slip lose their index under a row rule; it answers only with those whom the person acting may find.
 */
export async function candidates(scope: Scope, sought: Sought): Promise<Candidate[]> {
  const list = (...values: readonly (string | null)[]) => values.filter((it) => it !== null)
  const plain = plainName(sought.name)
  const words = wordsOf(plain)
    .toSorted((one, other) => other.length - one.length)
    .slice(0, wordsAsked)
  const emails = sought.email === null ? [] : list(sought.email.toLowerCase(), folded('email', sought.email))
  const addresses = sought.address === null ? [] : [foldedAddress(sought.address, sought.postcode)]
  const { rows } = await sql<Row>`
    SELECT source, id, likeness, sounds, NULL AS by FROM ev.known_names(${plain}, ${JSON.stringify(words.map(formsOf))})
    UNION ALL SELECT source, id, NULL, NULL, by
      FROM ev.known_details(${list(sought.telephone)}, ${emails}, ${addresses}, ${list(sought.postcode)}, ${list(sought.birthDate)})`.execute(
    scope.queries,
  )
  return gathered(rows)
}

interface Row {
  readonly source: Source
  readonly id: Id
  readonly likeness: number | null
  readonly sounds: boolean | null
  readonly by: Detail | null
}

/** Each once: stages overlap, and the first that found somebody says more than those after. */
function gathered(rows: readonly Row[]): Candidate[] {
  const found = new Map<string, Candidate>()
  for (const { source, id, likeness, sounds, by } of rows) {
    const before = found.get(`${source} ${id}`)
    const byName = before?.byName ?? (likeness === null ? null : { likeness, sounds: sounds === true })
    const details = [...(before?.details ?? []), ...(by === null ? [] : [by])]
    found.set(`${source} ${id}`, { source, id, byName, details })
  }
  return [...found.values()]
}
