import type { Scope } from '../../../platform/database/desk.ts'
import type { Id } from '../../../values/ids.ts'
import { hasFamilyName, isStrong, nameReason, type Reason, reasons, strengthOf } from '../domain/reasons.ts'
import { canBeSought, type Sought } from '../domain/search.ts'
import { readCards } from './cards.ts'
import { type Candidate, candidateCards, candidates, type Detail } from './found-identifiers.ts'
import { type OnRecord, readFound } from './read-found.ts'

/** Somebody who may be the one who is looked for, with why, and in which role they are known. */
export interface Known extends OnRecord {
  readonly why: readonly Reason[]
  readonly strong: boolean
}

/** As many as somebody reads while a caller waits. */
export const mostShown = 20

/** Whom not to find: the one who is looked for is on record already. */
export interface Except {
  readonly enquiryId?: Id | null
  readonly caseId?: Id | null
  readonly personId?: Id | null
}

/**
 * Everybody who may be the one who is looked for, in every role a person can have, strong matches first, of those whom the person
 * acting may find. Wants the purpose that recognises people; a fixed number of statements however many are found.
 */
export async function knownAlready(scope: Scope, sought: Sought, except: Except = {}): Promise<Known[]> {
  if (!canBeSought(sought)) return []
  const found = await candidates(scope, sought)
  const records = (await readFound(scope, found)).filter((it) => !isExcepted(it, except))
  return onceEach(ranked(records, found, sought)).slice(0, mostShown)
}

/**
 * Those whose file has ended and who are known by the card that is left of it, in the same ways and with the same reasons. Wants the
 * purpose for which the cards are kept.
 */
export async function knownByCard(scope: Scope, sought: Sought): Promise<Known[]> {
  if (!canBeSought(sought)) return []
  const found = await candidateCards(scope, sought)
  const cards = await readCards(
    scope,
    found.map((it) => it.id),
  )
  return ranked(cards, found, sought).slice(0, mostShown)
}

/** Each with why, strong matches first. */
function ranked(records: readonly OnRecord[], found: readonly Candidate[], sought: Sought): Known[] {
  const byKey = new Map(found.map((it) => [`${it.source} ${it.id}`, it]))
  return records
    .map((it) => withReasons(it, sought, byKey.get(`${it.source} ${it.id}`)))
    .filter((it) => it.why.length > 0)
    .map((it) => ({ ...it, likeness: byKey.get(`${it.source} ${it.id}`)?.byName?.likeness ?? 0 }))
    .toSorted((one, other) => strengthOf(other.why) - strengthOf(one.why) || other.likeness - one.likeness)
}

/** People on record and people known by a card as one list, strong matches first. */
export const together = (known: readonly Known[], cards: readonly Known[]): Known[] =>
  [...known, ...cards].toSorted((one, other) => strengthOf(other.why) - strengthOf(one.why)).slice(0, mostShown)

const isExcepted = (it: OnRecord, except: Except) =>
  (it.enquiry !== null && it.enquiry.id === except.enquiryId) ||
  (it.source === 'party' && it.id === except.personId) ||
  (except.caseId != null && it.cases.length > 0 && it.cases.every((one) => one.id === except.caseId))

/** An enquiry that became a case is told by the case. */
function onceEach<One extends OnRecord>(known: readonly One[]): One[] {
  const told = new Set(known.filter((it) => it.source === 'party').flatMap((it) => it.cases.map((one) => one.id)))
  return known.filter((it) => it.enquiry === null || !it.cases.some((one) => told.has(one.id)))
}

const reasonOf: Readonly<Record<Detail, Reason>> = {
  telephone: 'sameTelephone',
  email: 'sameEmail',
  address: 'sameAddress',
  postcode: 'samePostcode',
  birth: 'sameBirthDate',
  reference: 'sameReference',
}

function withReasons(it: OnRecord, sought: Sought, found: Candidate | undefined): Known {
  const name = found?.byName ? [nameReason(sought.name, it.name, found.byName.sounds)] : alsoByName(it, sought)
  const details = (found?.details ?? []).map((detail) => reasonOf[detail])
  const holds = new Set<Reason>([...name, ...details])
  // The same home has the same postcode.
  if (holds.has('sameAddress')) holds.delete('samePostcode')
  const why = reasons.filter((reason) => holds.has(reason))
  return { ...it, why, strong: isStrong(why) }
}

/** Somebody found by a number has perhaps the name as well, further down the list than was looked. */
function alsoByName(it: OnRecord, sought: Sought): Reason[] {
  if (sought.name.trim() === '') return []
  const reason = nameReason(sought.name, it.name, false)
  if (reason !== 'looksAlike') return [reason]
  return hasFamilyName(sought.name, it.name) ? ['sameFamilyName'] : []
}
