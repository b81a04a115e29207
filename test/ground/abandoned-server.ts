import { startEmbeddedServer } from '../../src/platform/database/embedded-server.ts'

// Starts a server, says which process runs it, and waits to be killed, or dies of a bug by itself.
const [folder = '', how] = process.argv.slice(2)
const server = await startEmbeddedServer({ folder, version: 18, log: () => {} })
process.stdout.write(`${server.port}\n`)
if (how === 'bug')
  setTimeout(() => {
    throw new Error('a bug')
  }, 50)
else setInterval(() => {}, 1000)
