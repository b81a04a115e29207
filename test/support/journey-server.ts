import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadPolicy } from '../../src/app/load-policy.ts'
import { startService } from '../../src/app/start-service.ts'
import { deleteHome } from '../../src/platform/database/embedded-home.ts'
import { silentLog } from '../../src/platform/log.ts'
import { freePort } from '../../src/platform/processes/free-port.ts'

// A whole service for one worker of the journeys, in a process of its own: what runs the journeys compiles pages in its own way.
// Says its address when it answers, and goes with everything it made when its input is closed.
const root = join(import.meta.dirname, '..', '..')
const data = mkdtempSync(join(tmpdir(), 'evenhand-journey-'))

async function start() {
  const port = await freePort()
  return startService({
    data,
    host: '127.0.0.1',
    port,
    origin: new URL(`http://localhost:${port}`),
    otherOrigins: [],
    trustedProxy: [],
    databaseUrl: undefined,
    mail: undefined,
    policy: await loadPolicy(join(root, 'policies', process.argv[2] ?? 'mediation-trust', 'policy.ts')),
    databaseClock: 'machine',
    assetFolder: join(root, 'node_modules', '.cache', 'evenhand-assets'),
    log: silentLog,
    say: () => {},
  })
}

start().then((running) => {
  const end = () =>
    running.close().finally(() => {
      deleteHome(join(data, 'postgres'))
      rmSync(data, { recursive: true, force: true })
      process.exit(0)
    })
  process.stdin.resume().once('end', end)
  process.once('SIGTERM', end)
  process.stdout.write(`${running.address}\n`)
})
