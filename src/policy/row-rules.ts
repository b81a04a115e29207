import type { Classification, RowRule, TableClass } from './classification.ts'
import { type Access, accessesOf, type Grant, grantsOnTable, type Ruling } from './grants.ts'
import type { Area, PurposeKey } from './vocabulary.ts'

/** Which rows of a table a role may touch, as PostgreSQL's row security states it. */
export interface RowPolicy {
  readonly area: Area
  readonly purpose: PurposeKey
  readonly table: string
  readonly command: 'ALL' | 'SELECT' | 'INSERT'
  readonly using: string | null
  readonly check: string | null
}

const anybody = `(SELECT ev.row_scope()) IS NOT NULL`
const within = (column: string, ids: string) => `${column} = ANY ((SELECT ev.${ids}())::uuid[])`
const nobody = "'00000000-0000-0000-0000-000000000000'"
/**
 * Whoever sees any sees not those that are kept from them, which is null for everybody else; a row of no case is kept from nobody. What is
 * scoped is asked first: a mediator's own rows then need no further question. Two questions and no more: a page asks of sixty tables, and
 * making ready to ask costs as much as asking.
 */
const sees = (column: string, scoped: string, kept: string) =>
  `(${within(column, scoped)} OR coalesce(${column}, ${nobody}) <> ALL ((SELECT ev.${kept}())::uuid[]))`

/** Rows that staff may see: all, those of the cases given to them, or their own, as the policy says of their role. */
function staffRule(rows: RowRule): string {
  if (rows.by === 'case') {
    const seen = sees(rows.column, 'cases_in_scope', 'cases_kept_away')
    if (!('hidden' in rows)) return seen
    const told = `NOT ${rows.hidden} OR ${rows.holder} = (SELECT ev.actor()) OR ev.sees_hidden(${rows.ground})`
    return `(${seen} AND (${told}))`
  }
  if (rows.by === 'person') return sees(rows.column, 'people_in_scope', 'people_kept_away')
  if (rows.by === 'colleague') {
    return `((SELECT ev.row_scope()) IN ('any', 'assigned') OR (SELECT ev.row_scope()) = 'own' AND ${rows.column} = (SELECT ev.actor()))`
  }
  if (rows.by === 'holder') {
    const held = `((SELECT ev.row_scope()) = 'any' OR (SELECT ev.row_scope()) = 'assigned' AND ${rows.column} = (SELECT ev.actor()))`
    return `(${held} AND (${within(rows.case, 'walled_cases')}) IS NOT TRUE)`
  }
  if (rows.by === 'complaint') return complaintRule(rows.column, rows.person)
  if (rows.by === 'actor') return `${rows.column} = (SELECT ev.actor()) AND ${anybody}`
  return anybody
}

/** Nobody reads, before they are asked, what is said about themselves, nor of somebody from whom they are walled off. */
const complaintRule = (column: string, person: string | undefined): string => {
  const hidden = [within(column, 'complaints_kept_from'), ...(person ? [within(person, 'walled_people')] : [])]
  return `(${anybody} AND ${hidden.map((it) => `(${it}) IS NOT TRUE`).join(' AND ')})`
}

/**
 * Rows that a party may see: themselves, their own zone and the joint one, and what is said to be for parties. Everything else is
 * refused.
 */
function partyRule(rows: RowRule): string | null {
  if (rows.by === 'person') return `${rows.column} = (SELECT ev.actor())`
  if (rows.by === 'complaint') return rows.person ? `${rows.person} = (SELECT ev.actor())` : null
  if (rows.by === 'case' && 'zone' in rows && rows.zone) {
    return `(${rows.column} || ':' || ${rows.zone}) = ANY ((SELECT ev.zones_of_party())::text[])`
  }
  if (rows.by === 'case' && 'agreedTo' in rows) return own(rows.agreedTo, 'meetings_agreed_to')
  if (rows.by === 'case' && 'bothParties' in rows) return own(rows.column, 'cases_of_party')
  if (rows.by === 'colleague' && 'metByParties' in rows) return own(rows.column, 'mediators_of_party')
  if (rows.by === 'everyone' && 'alsoParties' in rows) return `(SELECT ev.cases_of_party()) <> '{}'`
  return null
}

const own = (column: string, ids: string) => `${column} = ANY ((SELECT ev.${ids}())::uuid[])`

/**
 * What is one party's own in a case that they asked us to keep and not to use, by the columns that say whose it is. What is of both
 * parties, or of the other, stays as it is.
 */
function notSetAside({ rows, columns }: TableClass): string[] {
  if (rows.by !== 'case') return []
  const side = 'zone' in columns ? 'zone' : 'side' in columns ? 'side' : null
  const parts = [
    ...(side ? [`${rows.column} || ':' || ${side}`] : []),
    ...(!side && 'party_id' in columns ? ['party_id::text'] : []),
  ]
  return parts.map((it) => `((${it}) = ANY ((SELECT ev.parts_set_aside())::text[])) IS NOT TRUE`)
}

/**
 * What tells of an enquiry that somebody asked us to keep and not to use: the enquiry itself, and what names it. What is written to them
 * about what they asked is seen, and so is a task about that. What is added is not asked: whoever cannot see an enquiry adds nothing to it, and
 * a new one is never set aside.
 */
function ofNoEnquirySetAside(table: string, { columns }: TableClass): string[] {
  const named = ['enquiry_id', 'aggregate_id'].find((it) => it in columns)
  const column = table === 'enquiry' ? 'id' : named
  if (!column) return []
  const telling = table === 'message' ? 'id' : 'message_id' in columns ? 'message_id' : null
  const told = telling ? ` OR ${within(telling, 'tellings_set_aside')}` : ''
  return [`(${column} IS NULL OR ${column} <> ALL ((SELECT ev.enquiries_set_aside())::uuid[])${told})`]
}

/** Of whoever objected to what this is for, nothing is used for it; for staff their scope says so already. */
const unlessTheyObject = (rows: RowRule): string[] =>
  rows.by === 'person' ? [`(${within(rows.column, 'people_objecting')}) IS NOT TRUE`] : []

/** For the worker, that a hold alone keeps a case too. Letters that were written before, and answers about a restriction, still go. */
function workerRule(table: string, tableClass: TableClass): string {
  const { rows } = tableClass
  if (rows.by !== 'case' || table === 'message') return unlessTheyObject(rows)[0] ?? 'true'
  const held = `(${within(rows.column, 'cases_set_aside')}) IS NOT TRUE`
  return [held, ...notSetAside(tableClass)].join(' AND ')
}

/** What a role may see, and so change: what it may add, without what is set aside of enquiries. */
function sightFor(area: Area, table: string, tableClass: TableClass, rule: string): string {
  const aside = area === 'office' || area === 'worker' ? ofNoEnquirySetAside(table, tableClass) : []
  return [...(rule === 'true' && aside.length > 0 ? [] : [rule]), ...aside].join(' AND ')
}

/** Rows in each area: parties and staff by rule; visitors by their grants, since nobody stands behind them. */
function ruleFor(area: Area, table: string, tableClass: TableClass): string | null {
  const { rows } = tableClass
  if (area === 'office') return [staffRule(rows), ...notSetAside(tableClass)].join(' AND ')
  // What is one colleague's alone is no visitor's, even where its columns are read by a function of the database.
  if (area === 'public' && rows.by === 'actor') return null
  if (area === 'portal') return partyRule(rows)
  return area === 'worker' ? workerRule(table, tableClass) : 'true'
}

/** The row policies of every role on every table on which it has a right. A role without one sees no row. */
export function rowPoliciesOf(ruling: Ruling, classification: Classification): RowPolicy[] {
  return accessesOf(ruling).flatMap((access) =>
    Object.entries(classification).flatMap(([table, tableClass]) => {
      const own = grantsOnTable(access, table, tableClass)
      return own.length === 0 ? [] : policiesOnTable(access, table, tableClass, own)
    }),
  )
}

function policiesOnTable(access: Access, table: string, tableClass: TableClass, own: readonly Grant[]): RowPolicy[] {
  const { area, purpose } = access
  const inserts = own.every((it) => it.privilege === 'INSERT')
  if (tableClass.everyRoleAdds) {
    const add: RowPolicy = { area, purpose, table, command: 'INSERT', using: null, check: 'true' }
    if (inserts) return [add]
    const seen = ruleFor(area, table, tableClass)
    if (seen === null) return [add]
    const using = sightFor(area, table, tableClass, seen)
    // Without a rule for it, a right to delete deletes nothing and says nothing.
    const removes = own.some((it) => it.privilege === 'DELETE')
    if (removes) return [add, { area, purpose, table, command: 'ALL', using, check: seen }]
    return [add, { area, purpose, table, command: 'SELECT', using, check: null }]
  }
  // What is only added in the portal is not seen there: enough that whoever adds it is let in.
  const rule = inserts && area === 'portal' ? '(SELECT ev.is_let_in())' : ruleFor(area, table, tableClass)
  if (rule === null) return []
  if (inserts) return [{ area, purpose, table, command: 'INSERT', using: null, check: rule }]
  return [{ area, purpose, table, command: 'ALL', using: sightFor(area, table, tableClass, rule), check: rule }]
}
