import { existsSync } from 'node:fs'
import { copyFile, mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Heads } from '../../platform/audit/heads.ts'
import { NotABackup } from '../../platform/backup/frames.ts'
import { machineClock } from '../../platform/clock/service-clock.ts'
import { FileVault } from '../../platform/files/file-vault.ts'
import { actJournalPath, openActJournal } from '../../platform/journal/act-journal.ts'
import { CannotStart } from '../../platform/processes/cannot-start.ts'
import type { CompiledPolicy } from '../../policy/index.ts'
import { keptFor } from '../kept-for.ts'
import { ownPolicy } from '../own-policy.ts'
import { prepare } from '../policy-in-force.ts'
import { type DatabasePlace, installSchema } from '../prepare-database.ts'
import { adoptSecrets, openSecrets, secretsFile } from '../secrets.ts'
import { type Replayed, replay } from './replay.ts'
import { type CheckedBackup, checkBackup, fill, isEmpty, putBelongings } from './restore-backup.ts'

export interface RestoreParts {
  readonly folder: string
  readonly path: string
  readonly identities: readonly string[]
  /** Where the journal was kept; `lost`: nowhere any more; undefined: it is in the folder already. */
  readonly journal: string | undefined
  /** Opens the database into which the copy goes, once it is known to be a whole one. */
  readonly open: () => Promise<DatabasePlace>
  readonly now: Temporal.Instant
}

/** Brings a service back from a copy into an empty place. Throws CannotStart in plain words, and then nothing has come back. */
export async function restoreService(parts: RestoreParts): Promise<{ backup: CheckedBackup; replayed: Replayed }> {
  const backup = await checked(parts)
  await findJournal(parts)
  const takeAway = await putBelongings(parts.folder, backup.belongings)
  let place: DatabasePlace
  let policy: CompiledPolicy
  try {
    policy = await ownPolicy(parts.folder)
    refuseOld(backup, policy, parts.now)
    await adoptSecrets(parts.folder, backup.belongings.get(secretsFile))
    place = await parts.open()
    if (!(await isEmpty(place)))
      throw new CannotStart(
        'There is a service in this place already. A backup goes into an empty one: choose another --data.',
      )
    await installSchema(place, policy, backup.migrations)
    await fill(place, parts.folder, backup, parts.now)
  } catch (error) {
    await takeAway()
    throw inPlainWords(error)
  }
  await prepare(place, policy, parts.now)
  return { backup, replayed: await replayAll(place, parts.folder) }
}

/** Does again what the database has forgotten; also on its own, after something stood in the way. */
export async function replayAll(place: DatabasePlace, folder: string): Promise<Replayed> {
  const journal = await openActJournal(folder)
  const vault = await FileVault.open(join(folder, 'files'))
  const heads = await Heads.open(folder, (await openSecrets(folder)).sealKey)
  return replay({ place, journal, vault, heads, clock: machineClock })
}

async function checked({ path, identities }: RestoreParts): Promise<CheckedBackup> {
  try {
    return await checkBackup(path, identities)
  } catch (error) {
    throw inPlainWords(error)
  }
}

const inPlainWords = (error: unknown): unknown =>
  error instanceof NotABackup
    ? new CannotStart(`This backup cannot be used: ${error.message}. Nothing was changed.`)
    : error

/**
 * A copy that is older than the policy lets copies be is not opened: the notice says that it is gone by then, and the journal knows no
 * longer what to do again.
 */
function refuseOld({ manifest }: CheckedBackup, policy: CompiledPolicy, now: Temporal.Instant): void {
  const made = Temporal.Instant.from(manifest.madeAt).toZonedDateTimeISO('Europe/London')
  const last = made.add(keptFor(policy, 'backup'))
  if (Temporal.ZonedDateTime.compare(now.toZonedDateTimeISO('Europe/London'), last) <= 0) return
  throw new CannotStart(
    `This backup is of ${made.toPlainDate()}. By the policy no copy is kept or used after ${last.toPlainDate()}. Delete it, and use a newer one.`,
  )
}

/** The journal comes first: without it, what was erased since would be back and nobody would know. */
async function findJournal({ folder, journal }: RestoreParts): Promise<void> {
  const own = actJournalPath(folder)
  const there = existsSync(own)
  if (there && journal !== undefined)
    throw new CannotStart(`There is a journal already: ${own}. Leave --journal away, and it is used.`)
  if (there || journal === 'lost') return
  if (journal === undefined) {
    throw new CannotStart(
      `There is no journal at ${own}. It knows what was erased, held or withdrawn since the backup.`,
      'Say where its copy is: --journal FILE. If it is lost for good, say so: --journal lost. Then what was erased since comes back.',
    )
  }
  if (!existsSync(journal)) throw new CannotStart(`There is no file ${journal}.`)
  await mkdir(dirname(own), { recursive: true, mode: 0o700 })
  await copyFile(journal, own)
}
