import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { deleteHome } from '../../src/platform/database/embedded-home.ts'
import { freePort } from '../../src/platform/processes/free-port.ts'
import { commandLine } from '../../src/platform/processes/process-identity.ts'
import { endAll, type, untilHealthy } from './command.ts'
import { killAll, type Seen, survivors, survivorsAfter } from './processes.ts'

const folder = mkdtempSync(join(tmpdir(), 'evenhand-ground-'))
const patience = 15_000
let port = 0
let families: Seen[] = []

beforeAll(async () => {
  port = await freePort()
})
afterEach(() => killAll(families))
afterAll(() => {
  endAll()
  // As root the cluster lies outside, and only the pointer knows where.
  deleteHome(join(folder, 'postgres'))
  deleteHome(folder)
})

/** The demonstration, up and well, with everything that belongs to it. */
const demonstration = async () => {
  const command = type('demo', ['--port', String(port), '--data', folder])
  await untilHealthy(command, port)
  const family = command.family()
  families = [...families, ...family]
  return { command, family }
}

const isServer = ({ pid }: Seen): boolean => /postgres/.test(commandLine(pid) ?? '')

test('Ctrl-C ends every process that was started, and is no failure', async () => {
  const { command, family } = await demonstration()
  expect(family.filter(isServer).length).toBeGreaterThan(1)
  process.kill(-command.pid, 'SIGINT')
  expect(await survivorsAfter(family, patience)).toEqual([])
})

test('the second start takes less than eight seconds, and SIGTERM to npm alone ends everything', async () => {
  const begin = performance.now()
  const { command, family } = await demonstration()
  expect(performance.now() - begin).toBeLessThan(8000)
  process.kill(command.pid, 'SIGTERM')
  expect(await survivorsAfter(family, patience)).toEqual([])
})

test('when npm is killed, everything else ends by itself', async () => {
  const { command, family } = await demonstration()
  process.kill(command.pid, 'SIGKILL')
  expect(await survivorsAfter(family, patience)).toEqual([])
})

test('after everything was killed the next start recovers by itself', async () => {
  const { family } = await demonstration()
  killAll(family)
  expect(await survivorsAfter(family, patience)).toEqual([])
  await demonstration()
})

test('after all but the database server was killed the next start recovers by itself', async () => {
  const { family } = await demonstration()
  const servers = family.filter(isServer)
  killAll(family.filter((one) => !isServer(one)))
  expect(survivors(servers)).not.toEqual([])
  await demonstration()
  expect(survivors(servers)).toEqual([])
})

test('a second one on the same folder is told so', async () => {
  await demonstration()
  const other = type('demo', ['--port', String(await freePort()), '--data', folder])
  expect(await other.ended).toBe(1)
  expect(other.said()).toMatch(/in use by another Evenhand \(process \d+\)/)
  expect(other.said().trim().split('\n')).toHaveLength(1)
})

test('a port in use and a folder that is none are told together, one line each', async () => {
  await demonstration()
  const other = type('demo', ['--port', String(port), '--data', join(import.meta.dirname, 'command.ts')])
  expect(await other.ended).toBe(1)
  expect(other.said().trim().split('\n')).toEqual([
    expect.stringContaining(`Port ${port} on 127.0.0.1 is in use`),
    expect.stringContaining('is not a folder'),
  ])
})
