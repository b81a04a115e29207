import { access, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { sql } from 'kysely'
import type { Scope } from '../../../platform/database/desk.ts'
import { startOfDayInLondon } from '../../../values/calendar-days.ts'
import type { Id } from '../../../values/ids.ts'

/**
 * Deletes copies that are older than the policy lets them be, and forgets them. One whose disk is not there now stays on the list, where
 * it can be seen: whoever keeps the disk deletes it, or the next sweep does once it is back.
 */
export async function oldBackups({ queries }: Scope, before: Temporal.PlainDate): Promise<number> {
  const old = await queries
    .selectFrom('backup')
    .select(['id', 'file_name'])
    .where('made_at', '<', startOfDayInLondon(before))
    .execute()
  const gone: Id[] = []
  for (const { id, file_name: path } of old) if (await deleted(path)) gone.push(id)
  if (gone.length > 0) await queries.deleteFrom('backup').where('id', 'in', gone).execute()
  return gone.length
}

/** When the oldest copy was made that is not known to be gone; null when there is none. */
export async function oldestBackup({ queries }: Scope): Promise<Temporal.Instant | null> {
  const row = await queries.selectFrom('backup').select('made_at').orderBy('made_at').limit(1).executeTakeFirst()
  return row?.made_at ?? null
}

/** The newest. */
export async function newestBackup({ queries }: Scope): Promise<Temporal.Instant | null> {
  const row = await queries
    .selectFrom('backup')
    .select('made_at')
    .orderBy('made_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.made_at ?? null
}

export async function forgetMarks({ queries }: Scope, intents: readonly Id[]): Promise<void> {
  await sql`SELECT ev.forget_marks(${intents}::uuid[])`.execute(queries)
}

async function deleted(path: string): Promise<boolean> {
  try {
    await access(dirname(path))
    await rm(path, { force: true })
    return true
  } catch {
    return false
  }
}
