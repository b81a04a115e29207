import type { Client } from 'pg'

/**
 * Which clock the database follows. `machine`: its own. `given`: the instant that each transaction names, for the demonstration
 * and tests; with it any SQL could move time, so production never has it.
 */
export type DatabaseClock = 'machine' | 'given'

const bodies: Readonly<Record<DatabaseClock, string>> = {
  machine: 'now()',
  given: `coalesce(nullif(current_setting('ev.now', true), '')::timestamptz, now())`,
}

/** Gives `ev.service_now()` its body. As the owner; the check at start compares what stands with what was applied. */
export async function setDatabaseClock(admin: Client, clock: DatabaseClock): Promise<void> {
  await admin.query(
    `CREATE OR REPLACE FUNCTION ev.service_now() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE RETURN ${bodies[clock]}`,
  )
}
