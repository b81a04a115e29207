import { sql } from 'kysely'
import type { Scope } from '../../../platform/database/desk.ts'
import type { WrappedKey } from '../../../platform/files/keyring.ts'
import type { Id } from '../../../values/ids.ts'
import type { Mask } from '../domain/find-others.ts'
import type { Belongs } from '../domain/items.ts'
import type { Opening, Told } from './collect-rows.ts'

/** What the person gets. */
export interface GivenItem {
  readonly place: string
  readonly rowId: string
  readonly field: string
  readonly at: string | null
  readonly belongs: Belongs
  readonly text: string
  readonly masks: readonly Mask[]
}

export interface PackHead {
  readonly reference: string
  readonly kind: string
  readonly name: string
  readonly collectedAt: Temporal.Instant
  readonly goodUntil: string | null
  readonly openings: readonly Opening[]
  readonly told: readonly Told[]
}

/** A pack as whoever may take it gets it: the person while it is good, a colleague who answers requests; null for anybody else. */
export async function packToTake(scope: Scope, packId: Id) {
  const [heads, items] = await Promise.all([
    sql<{
      reference: string
      kind: string
      name: string
      collected_at: Temporal.Instant
      good_until: string | null
      openings: Opening[]
      told: Told[]
    }>`
      SELECT reference, kind, name, collected_at, good_until::text, openings, told FROM ev.head_of_pack(${packId})`.execute(
      scope.queries,
    ),
    sql<{
      place: string
      row_id: string
      field: string
      at: string | null
      belongs: Belongs
      text: string
      masks: Mask[]
    }>`
      SELECT place, row_id, field, at, belongs, text, masks FROM ev.words_of_pack(${packId}) ORDER BY turn`.execute(
      scope.queries,
    ),
  ])
  const [head] = heads.rows
  if (!head) return null
  return {
    head: {
      ...{ reference: head.reference, kind: head.kind, name: head.name, collectedAt: head.collected_at },
      ...{ goodUntil: head.good_until, openings: head.openings, told: head.told },
    },
    items: items.rows.map(({ row_id, ...it }) => ({ ...it, rowId: row_id })),
  }
}

export type PackToTake = { readonly head: PackHead; readonly items: readonly GivenItem[] }

/** A paper that goes with a pack, and what opens it. */
export interface PackPaper {
  readonly id: Id
  readonly name: string
  readonly media_type: string
  readonly size_bytes: number
  readonly sha256: string
  readonly stored_name: string
  readonly wrapped: WrappedKey
}

export async function papersOf(scope: Scope, packId: Id): Promise<PackPaper[]> {
  const { rows } = await sql<PackPaper>`
    SELECT id, name, media_type, size_bytes, sha256, stored_name, wrapped FROM ev.papers_of_pack(${packId})`.execute(
    scope.queries,
  )
  return rows
}

/** The person's own packs while they are good. */
export interface OwnPack {
  readonly id: Id
  readonly request_id: Id
  readonly kind: string
  readonly reference: string
  readonly good_until: string
}

export async function ownPacks(scope: Scope): Promise<OwnPack[]> {
  const { rows } =
    await sql<OwnPack>`SELECT id, request_id, kind, reference, good_until::text FROM ev.own_packs()`.execute(
      scope.queries,
    )
  return rows
}

/** Records that a pack was taken; null when it is not for the one who asks. */
export async function recordTaking(scope: Scope, packId: Id, what: string): Promise<Id | null> {
  const { rows } = await sql<{ id: Id | null }>`SELECT ev.take_pack(${packId}, ${what}) AS id`.execute(scope.queries)
  return rows[0]?.id ?? null
}
