import type { Scope } from '../../../platform/database/desk.ts'

/** When the sweep last ran, and whether it stands still because the clock had leapt. */
export interface BrakeState {
  readonly sweptAt: Temporal.Instant
  readonly haltedAt: Temporal.Instant | null
  readonly confirmedAt: Temporal.Instant | null
}

/** Null before the first sweep. */
export async function brakeState(scope: Scope): Promise<BrakeState | null> {
  const row = await scope.queries
    .selectFrom('sweep_state')
    .select(['swept_at', 'halted_at', 'confirmed_at'])
    .executeTakeFirst()
  return row ? { sweptAt: row.swept_at, haltedAt: row.halted_at, confirmedAt: row.confirmed_at } : null
}
