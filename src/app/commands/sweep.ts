import { type Swept, sweepAlone, usualChecks } from '../../features/retention/index.ts'
import { machineClock } from '../../platform/clock/service-clock.ts'
import { openActJournal } from '../../platform/journal/act-journal.ts'
import { silentLog } from '../../platform/log.ts'
import { FolderInUse } from '../../platform/processes/folder-lock.ts'
import type { CompiledPolicy } from '../../policy/index.ts'
import { refuseForgetful } from '../backup/quarantine.ts'
import { openDatabase } from '../open-database.ts'
import { ownPolicy } from '../own-policy.ts'
import { prepare } from '../policy-in-force.ts'
import { openSecrets } from '../secrets.ts'
import { openService, type Service } from '../service.ts'
import type { CommandOptions } from './options.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)

/** Looks now for what has fallen due. A running service does so by itself once a day, so this is for one that stands still. */
export async function run(options: CommandOptions): Promise<number> {
  try {
    return await sweepStored(options, await ownPolicy(options.data))
  } catch (error) {
    if (!(error instanceof FolderInUse)) throw error
    say('The service is running, and looks by itself once a day. Stop it first, or look in the office under Retention.')
    return 1
  }
}

async function sweepStored(options: CommandOptions, policy: CompiledPolicy): Promise<number> {
  const secrets = await openSecrets(options.data)
  const database = await openDatabase(options.data, options.databaseUrl, () => {})
  try {
    const { prefix, passwords } = secrets
    const place = { installerUrl: database.installerUrl, prefix, passwords, clock: 'machine' } as const
    await prepare(place, policy, machineClock.now())
    await refuseForgetful(place, await openActJournal(options.data))
    const origin = new URL(options.origin ?? 'http://localhost')
    const common = { policy, clock: machineClock, secrets, mail: null, origin, log: silentLog }
    const service = await openService({ ...common, place, folder: options.data })
    try {
      return tell(await sweepOnce(service), policy)
    } finally {
      await service.desks.close()
    }
  } finally {
    await database.stop()
  }
}

/** One sweep of an opened service; null when another process is sweeping. */
export async function sweepOnce(service: Service): Promise<Swept | null> {
  return sweepAlone(service.desks.desk.worker, {
    policy: service.policy,
    vault: service.vault,
    journal: service.journal,
    checks: usualChecks,
    asksAboutLeaps: true,
  })
}

/** Says what a sweep did, one count a line; the exit status is 1 when something is left undone. */
export function tell(swept: Swept | null, policy: CompiledPolicy, write: (line: string) => void = say): number {
  if (swept === null) {
    write('The service is sweeping at this moment.')
    return 0
  }
  if (swept.result === 'halted') {
    write(
      'Nothing was done: the clock is far ahead of the last time. Say in the office, under Retention, that the date is right.',
    )
    return 1
  }
  const small = Object.entries(swept.small).map(([of, count]) => {
    const rule = Object.values(policy.retention).find((it) => it.of === of)
    return [rule?.title ?? of, count] as const
  })
  const lines = [
    ['Cases destroyed', swept.destroyed.case],
    ['Enquiries destroyed', swept.destroyed.enquiry],
    ['Shown as due from now on', swept.announced],
    ['Due, and staying for a reason', swept.deferred],
    ['Not due any more', swept.putBack],
    ['Without an end, to be looked at', swept.toReview],
    ['Ended after a crash', swept.repaired],
    ...small,
    ['Failed, and left for the next time', swept.failed],
  ] as const
  for (const [words, count] of lines) write(`${String(count).padStart(6)}  ${words}`)
  return swept.result === 'done' ? 0 : 1
}
