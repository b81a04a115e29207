import { sql } from 'kysely'
import type { Scope } from '../../../platform/database/desk.ts'
import type { Id } from '../../../values/ids.ts'
import { folded, foldedAddress } from '../../people/index.ts'
import { plainName, wordsOf } from '../domain/plain-name.ts'
import type { Sought } from '../domain/search.ts'
import { formsOf } from '../domain/short-forms.ts'

/**
 * Where somebody is on record. `named`: an enquirer gave their name as the other person. `card`: they were here before, and of their
 * file the card is left.
 */
export type Source = 'party' | 'enquirer' | 'named' | 'child' | 'colleague' | 'professional' | 'referrer' | 'card'

/** What somebody has in common with the one who is looked for, besides the name. */
export type Detail = 'telephone' | 'email' | 'address' | 'postcode' | 'birth' | 'reference'

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
  const { plain, words, emails } = asked(sought)
  const addresses = sought.address === null ? [] : [foldedAddress(sought.address, sought.postcode)]
  const { rows } = await sql<Row>`
    SELECT source, id, likeness, sounds, NULL AS by FROM ev.known_names(${plain}, ${words})
    UNION ALL SELECT source, id, NULL, NULL, by
      FROM ev.known_details(${list(sought.telephone)}, ${emails}, ${addresses}, ${list(sought.postcode)}, ${list(sought.birthDate)})`.execute(
    scope.queries,
  )
  return gathered(rows)
}

const list = (...values: readonly (string | null)[]) => values.filter((it) => it !== null)

/** The name as a whole, its longest words with their other forms, and the e-mail in each form in which one may be kept. */
function asked(sought: Sought) {
  const plain = plainName(sought.name)
  const words = wordsOf(plain)
    .toSorted((one, other) => other.length - one.length)
    .slice(0, wordsAsked)
  const emails = sought.email === null ? [] : list(sought.email.toLowerCase(), folded('email', sought.email))
  return { plain, words: JSON.stringify(words.map(formsOf)), emails }
}

/** The same among cards of those whose file has ended. Wants the purpose for which the cards are kept. */
export async function candidateCards(scope: Scope, sought: Sought): Promise<Candidate[]> {
  const { plain, words, emails } = asked(sought)
  const { rows } = await sql<Row>`
    SELECT 'card' AS source, id, likeness, sounds, by FROM ev.known_cards(${plain}, ${words}, ${list(sought.telephone)}, ${emails},
      ${list(sought.birthDate)}, ${sought.reference})`.execute(scope.queries)
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
