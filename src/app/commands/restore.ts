import { keysIn } from '../../platform/backup/sealed-file.ts'
import { machineClock } from '../../platform/clock/service-clock.ts'
import type { Replayed } from '../backup/replay.ts'
import { replayAll, restoreService } from '../backup/restore-service.ts'
import { type OpenedDatabase, openDatabase } from '../open-database.ts'
import { ownPolicy } from '../own-policy.ts'
import { prepare } from '../policy-in-force.ts'
import { openSecrets } from '../secrets.ts'
import type { CommandOptions } from './options.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)

/** `restore FILE`: brings a service back into an empty place. `restore journal`: does again what its database has forgotten. */
export async function run(options: CommandOptions): Promise<number> {
  const held: { database: OpenedDatabase | null } = { database: null }
  const open = async () => {
    const { prefix, passwords } = await openSecrets(options.data)
    held.database = await openDatabase(options.data, options.databaseUrl, () => {})
    return { installerUrl: held.database.installerUrl, prefix, passwords, clock: 'machine' } as const
  }
  const now = machineClock.now()
  try {
    if (options.command === 'restore journal') {
      const place = await open()
      await prepare(place, await ownPolicy(options.data), now)
      return tell(await replayAll(place, options.data))
    }
    const { backup, replayed } = await restoreService({
      ...{ folder: options.data, path: options.file ?? '', identities: await keysIn(options.key ?? '') },
      ...{ journal: options.journal, open, now },
    })
    say(`${backup.manifest.service} is back as it was at ${backup.manifest.madeAt}.`)
    return tell(replayed)
  } finally {
    await held.database?.stop()
  }
}

const words: Readonly<Record<string, string>> = {
  erasure: 'Erased again',
  hold: 'Held again',
  'hold-lifted': 'Holds lifted again',
  restriction: 'Restricted again',
  'restriction-lifted': 'Restrictions lifted again',
  withdrawal: 'Withdrawn again',
  objection: 'Objections kept again',
  'objection-settled': 'Objections settled again',
  'objection-overruled': 'Objections overruled again',
}

/** Says what was done again, one count a line; the exit status is 1 while the service may not open. */
export function tell({ done, failed }: Replayed, write: (line: string) => void = say): number {
  for (const [act, count] of Object.entries(done)) write(`${String(count).padStart(6)}  ${words[act] ?? act}`)
  for (const { act, intent, why } of failed) write(`Not done: ${words[act] ?? act} (line ${intent}): ${why}`)
  if (failed.length === 0) write('Everything since the copy is done again. The service can be started.')
  else write('The service stays closed. When the reason is gone, run: npm run evenhand -- restore journal')
  return failed.length === 0 ? 0 : 1
}
