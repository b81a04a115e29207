import { join } from 'node:path'
import { openLog } from '../../platform/log.ts'
import { freePort } from '../../platform/processes/free-port.ts'
import { ownPolicy } from '../own-policy.ts'
import { type StartedService, startService } from '../start-service.ts'
import type { CommandOptions } from './options.ts'

const say = (line: string) => process.stderr.write(`${line}\n`)

/** Where styles and scripts are kept between starts: beside the packages they are made with. */
export const assetFolder = (): string => join(import.meta.dirname, '../../../node_modules/.cache/evenhand-assets')

/** The real service, until somebody asks it to stop. */
export async function run(options: CommandOptions): Promise<number> {
  const policy = await ownPolicy(options.data)
  const port = await chosenPort(options.port)
  const origin = new URL(options.origin ?? `http://localhost:${port}`)
  const running = await startService({
    ...options,
    port,
    origin,
    otherOrigins: options.origin ? [] : [`http://127.0.0.1:${port}`],
    policy,
    databaseClock: 'machine',
    assetFolder: assetFolder(),
    log: openLog(process.stdout),
    say,
  })
  say(`${policy.service.name} is at ${running.address}`)
  const link = await running.firstAdministratorLink()
  if (link) say(`The first administrator begins here, once: ${link}`)
  return untilTheEnd(running, options.lifetime.signal)
}

/** Runs until somebody asks the process to stop, or the database is gone: without it every page would be a fault. */
export async function untilTheEnd(running: StartedService, signal: AbortSignal): Promise<number> {
  const asked = untilAsked(signal).then(() => 'asked' as const)
  const end = await Promise.race([asked, running.databaseGone.then(() => 'database gone' as const)])
  if (end === 'database gone' && !signal.aborted)
    say('The database has stopped, and so the service stops. Start it again.')
  await running.close()
  return end === 'asked' || signal.aborted ? 0 : 1
}

const untilAsked = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })

/** Port 0 asks for any: it is chosen before listening, since links and cookies follow it. */
export const chosenPort = async (port: number): Promise<number> => (port === 0 ? freePort() : port)
