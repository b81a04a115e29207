import type { Classification, RowRule, TableClass } from './classification.ts'
import { type Access, accessesOf, type Grant, grantsOf, type Ruling } from './grants.ts'
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
/**
 * Whoever sees any sees not those from whom they are walled off; a row of no case is of no walled one. What is scoped is asked first: a
 * mediator's own rows then need no further question.
 */
const sees = (column: string, scoped: string, walled: string) =>
  `(${within(column, scoped)} OR (SELECT ev.sees_any()) AND (${within(column, walled)}) IS NOT TRUE)`

/** Rows that staff may see: all, those of the cases given to them, or their own, as the policy says of their role. */
function staffRule(rows: RowRule): string {
  if (rows.by === 'case') return sees(rows.column, 'cases_in_scope', 'walled_cases')
  if (rows.by === 'person') return sees(rows.column, 'people_in_scope', 'walled_people')
  if (rows.by === 'colleague') {
    return `((SELECT ev.row_scope()) IN ('any', 'assigned') OR (SELECT ev.row_scope()) = 'own' AND ${rows.column} = (SELECT ev.actor()))`
  }
  if (rows.by === 'holder') {
    const held = `((SELECT ev.row_scope()) = 'any' OR (SELECT ev.row_scope()) = 'assigned' AND ${rows.column} = (SELECT ev.actor()))`
    return `(${held} AND (${within(rows.case, 'walled_cases')}) IS NOT TRUE)`
  }
  if (rows.by === 'actor') return `${rows.column} = (SELECT ev.actor()) AND ${anybody}`
  return anybody
}

/**
 * Rows that a party may see: themselves, their own zone and the joint one, and what is said to be for parties. Everything else is
 * refused.
 */
function partyRule(rows: RowRule): string | null {
  if (rows.by === 'person') return `${rows.column} = (SELECT ev.actor())`
  if (rows.by === 'case' && 'zone' in rows && rows.zone) {
    return `(${rows.column} || ':' || ${rows.zone}) = ANY ((SELECT ev.zones_of_party())::text[])`
  }
  if (rows.by === 'case' && 'bothParties' in rows) return own(rows.column, 'cases_of_party')
  if (rows.by === 'colleague' && 'metByParties' in rows) return own(rows.column, 'mediators_of_party')
  if (rows.by === 'everyone' && 'alsoParties' in rows) return `(SELECT ev.cases_of_party()) <> '{}'`
  return null
}

const own = (column: string, ids: string) => `${column} = ANY ((SELECT ev.${ids}())::uuid[])`

/** Rows in each area: parties and staff by rule; visitors and the worker by their grants, since nobody stands behind them. */
function ruleFor(area: Area, rows: RowRule): string | null {
  if (area === 'office') return staffRule(rows)
  // What is one colleague's alone is no visitor's, even where its columns are read by a function of the database.
  if (area === 'public' && rows.by === 'actor') return null
  if (area === 'portal') return partyRule(rows)
  return 'true'
}

/** The row policies of every role on every table on which it has a right. A role without one sees no row. */
export function rowPoliciesOf(ruling: Ruling, classification: Classification): RowPolicy[] {
  const grants = grantsOf(ruling, classification)
  return accessesOf(ruling).flatMap((access) =>
    Object.entries(classification).flatMap(([table, tableClass]) => {
      const own = grants.filter((it) => it.table === table && it.area === access.area && it.purpose === access.purpose)
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
    const using = ruleFor(area, tableClass.rows)
    if (using === null) return [add]
    // Without a rule for it, a right to delete deletes nothing and says nothing.
    const removes = own.some((it) => it.privilege === 'DELETE')
    if (removes) return [add, { area, purpose, table, command: 'ALL', using, check: using }]
    return [add, { area, purpose, table, command: 'SELECT', using, check: null }]
  }
  // What is only added in the portal is not seen there: enough that whoever adds it is let in.
  const rule = inserts && area === 'portal' ? '(SELECT ev.is_let_in())' : ruleFor(area, tableClass.rows)
  if (rule === null) return []
  if (inserts) return [{ area, purpose, table, command: 'INSERT', using: null, check: rule }]
  return [{ area, purpose, table, command: 'ALL', using: rule, check: rule }]
}
