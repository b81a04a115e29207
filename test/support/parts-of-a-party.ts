import { sql } from 'kysely'
import { classification } from '../../src/app/classification.ts'
import type { Classification } from '../../src/policy/classification.ts'
import { accessesOf, grantsOf } from '../../src/policy/grants.ts'
import type { RoleKey } from '../../src/policy/vocabulary.ts'
import type { Id } from '../../src/values/ids.ts'
import type { TestService } from './service.ts'

export interface Parties {
  readonly people: { readonly A: Id; readonly B: Id }
  readonly caseId: Id
}

/** How the rows of a table that are one party's own are found, from the classification; null when it has none. */
export function ownRowsOf(table: string, side: 'A' | 'B', { people, caseId }: Parties): string | null {
  const person = people[side]
  const it = (classification as Classification)[table]
  if (!it) return null
  if (it.rows.by === 'person') return `${it.rows.column} = '${person}'`
  if (it.rows.by !== 'case') return null
  if ('zone' in it.columns) return `zone = '${side}' AND ${it.rows.column} = '${caseId}'`
  return 'party_id' in it.columns ? `party_id IN (SELECT id FROM ev.party WHERE person_id = '${person}')` : null
}

/** How the rows of a table that tell of an enquiry are found, from the classification; null when none does. */
export function rowsOfEnquiry(table: string, enquiryId: Id): string | null {
  const it = (classification as Classification)[table]
  if (!it) return null
  if (table === 'enquiry') return `id = '${enquiryId}'`
  const named = ['enquiry_id', 'aggregate_id'].find((column) => column in it.columns)
  return named ? `${named} = '${enquiryId}'` : null
}

/**
 * How many rows of their own two parties have in each table, as each role sees them under each of its purposes in the office and the
 * worker: `role purpose table` to the counts of A and B.
 */
export const reachOf = (service: TestService, parties: Parties, staff: StaffOfRoles) =>
  reachOfRows(service, (table, side) => ownRowsOf(table, side, parties), staff)

/** The same of any two sets of rows. */
export async function reachOfRows(
  service: TestService,
  rowsOf: (table: string, side: 'A' | 'B') => string | null,
  staff: StaffOfRoles,
) {
  const seen: Record<string, readonly [number, number]> = {}
  const grants = grantsOf(service.policy, classification).filter((it) => it.privilege === 'SELECT')
  for (const { area, purpose } of accessesOf(service.policy)) {
    if (area !== 'office' && area !== 'worker') continue
    const tables = [...new Set(grants.filter((it) => it.area === area && it.purpose === purpose).map((it) => it.table))]
    const asked = tables.flatMap((table) => {
      const own = rowsOf(table, 'A')
      // What is counted by a party is counted as whoever asks may see parties, so each is asked by its number.
      return own && !own.includes('ev.party') ? [[table, own, rowsOf(table, 'B') ?? ''] as const] : []
    })
    for (const role of area === 'worker' ? (['system'] as const) : rolesUnder(service, purpose)) {
      const deed = { purpose, deed: 'case.opened' } as const
      await service.desk[area].read(staff[role] ?? null, deed, async ({ queries }) => {
        for (const [table, a, b] of asked) {
          const counts = `SELECT count(*) FILTER (WHERE ${a})::int AS a, count(*) FILTER (WHERE ${b})::int AS b FROM ev.${table}`
          const { rows } = await sql.raw<{ a: number; b: number }>(counts).execute(queries)
          seen[`${role} ${purpose} ${table}`] = [rows[0]?.a ?? 0, rows[0]?.b ?? 0]
        }
      })
    }
  }
  return seen
}

export type StaffOfRoles = Partial<Record<RoleKey, Id>>

const rolesUnder = (service: TestService, purpose: string): RoleKey[] =>
  Object.values(service.policy.roles)
    .filter((it) => it.area === 'office' && it.may.some((may) => may.purpose === purpose))
    .map((it) => it.key)
