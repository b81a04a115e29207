import { faultWords, soundWords, verifyRecords } from '../../features/oversight/index.ts'
import { Heads } from '../../platform/audit/heads.ts'
import type { ChainReport } from '../../platform/audit/verify-chain.ts'
import { machineClock } from '../../platform/clock/service-clock.ts'
import { silentLog } from '../../platform/log.ts'
import { FolderInUse } from '../../platform/processes/folder-lock.ts'
import { openDatabase } from '../open-database.ts'
import { ownPolicy } from '../own-policy.ts'
import { prepare } from '../policy-in-force.ts'
import { openSecrets } from '../secrets.ts'
import { openService } from '../service.ts'
import type { CommandOptions } from './options.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)

/** Holds the records of who opened what against their seals and the signed heads. Exit status 1 when something is wrong. */
export async function run(options: CommandOptions): Promise<number> {
  try {
    return tell(await verifyStored(options))
  } catch (error) {
    if (!(error instanceof FolderInUse)) throw error
    say('The service is running, and looks by itself each day. Stop it first, or look in the office under Promises.')
    return 1
  }
}

async function verifyStored(options: CommandOptions): Promise<ChainReport> {
  const policy = await ownPolicy(options.data)
  const secrets = await openSecrets(options.data)
  const database = await openDatabase(options.data, options.databaseUrl, () => {})
  try {
    const { prefix, passwords } = secrets
    const place = { installerUrl: database.installerUrl, prefix, passwords, clock: 'machine' } as const
    await prepare(place, policy, machineClock.now())
    const origin = new URL('http://localhost')
    const common = { policy, clock: machineClock, secrets, mail: null, origin, log: silentLog }
    const service = await openService({ ...common, place, folder: options.data })
    try {
      const heads = await Heads.open(options.data, secrets.sealKey)
      return await verifyRecords(service.desks.desk.worker, { heads, policy })
    } finally {
      await service.desks.close()
    }
  } finally {
    await database.stop()
  }
}

/** Says what was found, one fault a line; the exit status is 1 when there is one. */
export function tell(report: ChainReport, write: (line: string) => void = say): number {
  for (const fault of report.faults) write(faultWords(fault))
  if (report.faults.length === 0) write(soundWords(report))
  return report.faults.length === 0 ? 0 : 1
}
