import type { ActJournal } from '../../platform/journal/act-journal.ts'
import { type ActIntent, carriedOut } from '../../platform/journal/act-lines.ts'
import { CannotStart } from '../../platform/processes/cannot-start.ts'
import type { Id } from '../../values/ids.ts'
import { asInstaller, type DatabasePlace } from '../prepare-database.ts'

/** What the database has forgotten, oldest first: acts that the journal holds as done and that left no mark here. */
export async function forgottenActs(place: DatabasePlace, lines: readonly ActIntent[]): Promise<ActIntent[]> {
  if (lines.length === 0) return []
  return asInstaller(place, async (admin, names) => {
    await admin.query(`SET ROLE "${names.owner}"`)
    const { rows } = await admin.query<{ intent: Id }>('SELECT intent FROM ev.act_mark WHERE intent = ANY ($1)', [
      lines.map((it) => it.intent),
    ])
    const known = new Set(rows.map((row) => row.intent))
    return lines.filter((it) => !known.has(it.intent))
  })
}

/** The restoration that has not come to its end; null when there is none. */
export const openRestoration = (place: DatabasePlace): Promise<Id | null> =>
  asInstaller(place, async (admin, names) => {
    await admin.query(`SET ROLE "${names.owner}"`)
    const { rows } = await admin.query<{ id: Id }>('SELECT id FROM ev.restoration WHERE replayed_at IS NULL LIMIT 1')
    return rows[0]?.id ?? null
  })

/**
 * Refuses to open a service whose database is older than its journal, however it came to be: what was erased since would be there again,
 * and what was held, restricted or withdrawn would not be. Every start and every command that changes data asks this first.
 */
export async function refuseForgetful(place: DatabasePlace, journal: ActJournal): Promise<void> {
  const forgotten = await forgottenActs(place, carriedOut(await journal.lines()))
  const restoration = await openRestoration(place)
  if (forgotten.length === 0 && restoration === null) return
  const many = forgotten.length === 1 ? 'One act' : `${forgotten.length} acts`
  throw new CannotStart(
    'This database was made from an older copy, and the service does not open on it yet.',
    `${many} since then must be done again first: what was erased, held, restricted or withdrawn.`,
    'Run: npm run evenhand -- restore journal',
  )
}
