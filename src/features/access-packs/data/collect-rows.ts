import { sql } from 'kysely'
import { dayOf } from '../../../platform/clock/service-clock.ts'
import type { Scope } from '../../../platform/database/desk.ts'
import type { Id } from '../../../values/ids.ts'
import { disclosuresShownTo, type Ground } from '../../disclosures/index.ts'
import type { Identifier } from '../domain/find-others.ts'
import type { Row } from '../domain/owners.ts'
import type { Path } from '../domain/places.ts'

/** The rows at the end of a path, of the person of a pack that is being collected. */
export async function rowsAt(scope: Scope, packId: Id, { table, root, column, parent }: Path): Promise<Row[]> {
  const { rows } = await sql<{ row: Row }>`
    SELECT r AS row FROM ev.pack_rows(${packId}, ${table}, ${column}, ${root}, ${parent?.table ?? null}, ${parent?.column ?? null}) AS r`.execute(
    scope.queries,
  )
  return rows.map((it) => it.row)
}

/** By what the others in the person's cases, and the person themselves, can be known. */
export async function familyOf(scope: Scope, packId: Id): Promise<Identifier[]> {
  const { rows } = await sql<Identifier>`SELECT own, who, kind, value FROM ev.pack_family(${packId})`.execute(
    scope.queries,
  )
  return rows
}

/** Who outside was told something of the person, as they may know it. */
export interface Told {
  readonly recipient: string
  readonly ground: Ground
  readonly on: string
}

/** Who has opened the file, by role. */
export interface Opening {
  readonly role: string
  readonly first_on: string
  readonly last_on: string
  readonly times: number
}

export async function openingsOf(scope: Scope, packId: Id): Promise<Opening[]> {
  const { rows } = await sql<Opening>`
    SELECT role, first_on::text, last_on::text, times FROM ev.pack_openings(${packId})`.execute(scope.queries)
  return rows
}

/** From the register of what left the service; what must stay unknown is not in it. */
export async function toldOf(scope: Scope, personId: Id): Promise<Told[]> {
  const told = await disclosuresShownTo(scope, personId)
  return told.map(({ recipient, ground, sentAt }) => ({ recipient, ground, on: dayOf(sentAt).toString() }))
}
