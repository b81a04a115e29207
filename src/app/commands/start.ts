import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { openLog } from '../../platform/log.ts'
import { PolicyRefused } from '../../policy/index.ts'
import { loadPolicy } from '../load-policy.ts'
import { startService } from '../start-service.ts'
import type { CommandOptions } from './options.ts'

const say = (line: string) => process.stderr.write(`${line}\n`)

/** Where styles and scripts are kept between starts: beside the packages they are made with. */
export const assetFolder = (): string => join(import.meta.dirname, '../../../node_modules/.cache/evenhand-assets')

/** The real service, until somebody asks it to stop. */
export async function run(options: CommandOptions): Promise<number> {
  const file = join(options.data, 'policy.ts')
  if (!existsSync(file)) {
    say(`There is no policy in ${options.data}. Make one: npm run evenhand -- init --data ${options.data}`)
    return 1
  }
  try {
    const policy = await loadPolicy(file)
    const origin = new URL(options.origin ?? `http://localhost:${options.port}`)
    const running = await startService({
      ...options,
      origin,
      otherOrigins: options.origin ? [] : [`http://127.0.0.1:${options.port}`],
      policy,
      databaseClock: 'machine',
      assetFolder: assetFolder(),
      log: openLog(process.stdout),
      say,
    })
    say(`${policy.service.name} is at ${running.address}`)
    const link = await running.firstAdministratorLink()
    if (link) say(`The first administrator begins here, once: ${link}`)
    await untilAsked(options.lifetime.signal)
    await running.close()
    return 0
  } catch (error) {
    if (!(error instanceof PolicyRefused)) throw error
    say(error.message)
    return 1
  }
}

/** Resolves when the process is asked to stop. */
export const untilAsked = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
