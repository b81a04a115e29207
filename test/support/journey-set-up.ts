import { freePort } from '../../src/platform/processes/free-port.ts'
import { runCommand } from './journey-command.ts'

/** Where the journeys find the demonstration: its address and its folder. */
export const demonstrationVariable = 'EVENHAND_JOURNEY_DEMONSTRATION'

/**
 * Starts one demonstration for all journeys of a run. Nobody waits here for its seven years to be made: journeys that need it
 * wait for themselves, and others walk meanwhile.
 */
export default async (): Promise<() => Promise<void>> => {
  // Somebody who writes a journey walks it many times through one that runs already.
  if (process.env[demonstrationVariable]) return async () => {}
  const port = await freePort()
  const demonstration = runCommand('demo', port)
  process.env[demonstrationVariable] = JSON.stringify({
    address: `http://localhost:${port}`,
    folder: demonstration.folder,
  })
  return () => demonstration.end()
}
