import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { deleteHome } from '../../src/platform/database/embedded-home.ts'
import { type EmbeddedServer, startEmbeddedServer } from '../../src/platform/database/embedded-server.ts'
import { commandLine, pause, processesWorkingIn } from '../../src/platform/processes/process-identity.ts'

// A folder that only its owner may enter, as a home folder often is.
const closed = mkdtempSync(join(tmpdir(), 'evenhand-closed-'))
chmodSync(closed, 0o700)
const folder = join(closed, 'service')
const running: EmbeddedServer[] = []
const children: ChildProcess[] = []

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  for (const server of running.splice(0)) await server.stop()
})
afterAll(() => {
  deleteHome(folder)
  deleteHome(closed)
})

const start = async (more: { version?: 18 | 15; port?: number } = {}): Promise<EmbeddedServer> => {
  const server = await startEmbeddedServer({ folder, version: 18, log: () => {}, ...more })
  running.push(server)
  return server
}

const ask = async (server: EmbeddedServer, question: string): Promise<Record<string, unknown>[]> => {
  const client = new pg.Client(server.url('postgres'))
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(question)).rows
  } finally {
    await client.end()
  }
}

/** Where the cluster of our folder lies, whoever runs it. */
const clusterFolder = (): string => {
  const pointer = join(folder, 'database-location')
  return join(existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : folder, 'postgres-18', 'cluster')
}

const abandoned = async (how: 'wait' | 'bug'): Promise<ChildProcess> => {
  const script = join(import.meta.dirname, 'abandoned-server.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', script, folder, how], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  children.push(child)
  await new Promise((resolve) => child.stdout.once('data', resolve))
  return child
}

const ended = (child: ChildProcess): Promise<unknown> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise((resolve) => child.once('exit', resolve))

describe.each([18, 15] as const)('PostgreSQL %i', (version) => {
  test('keeps what it was given, checks its pages, and can only be reached from this machine', async () => {
    const server = await start({ version })
    const names = [
      'fsync',
      'full_page_writes',
      'synchronous_commit',
      'data_checksums',
      'listen_addresses',
      'password_encryption',
    ]
    const rows = await ask(server, `select name, setting from pg_settings where name in ('${names.join("','")}')`)
    expect(Object.fromEntries(rows.map((row) => [row.name, row.setting]))).toEqual({
      fsync: 'on',
      full_page_writes: 'on',
      synchronous_commit: 'on',
      data_checksums: 'on',
      listen_addresses: '127.0.0.1',
      password_encryption: 'scram-sha-256',
    })
  })

  test('knows letters beyond English ones, and keeps an order that no machine changes', async () => {
    const server = await start({ version })
    const [row] = await ask(
      server,
      `select lower('ŁÉ') as lower, 'Z' < 'a' as order, pg_encoding_to_char(encoding) as encoding from pg_database where datname = 'postgres'`,
    )
    expect(row).toEqual({ lower: 'łé', order: true, encoding: 'UTF8' })
  })

  test('lets nobody in without the password', async () => {
    const server = await start({ version })
    const client = new pg.Client(server.url('postgres').replace(server.superuser.password, 'guess'))
    await expect(client.connect()).rejects.toThrow('password authentication failed')
  })

  test('writes no value into its log, whatever fails', async () => {
    const server = await start({ version })
    await ask(server, 'create table if not exists person (name text unique)')
    await expect(ask(server, `select 'planted-in-a-cast'::int`)).rejects.toThrow()
    await expect(ask(server, `insert into person values ('planted-in-a-row'), ('planted-in-a-row')`)).rejects.toThrow()
    await expect(
      ask(server, `do $$ begin raise warning 'planted-in-a-warning'; end $$; select planted-in-a-name`),
    ).rejects.toThrow()
    const log = readFileSync(join(dirname(server.dataFolder), 'server.log'), 'utf8')
    expect(log).toContain('ready to accept connections')
    expect(log).not.toContain('planted')
  })
})

test('the superuser password is readable by its owner alone', async () => {
  const server = await start()
  expect(statSync(join(dirname(server.dataFolder), 'superuser-password')).mode & 0o077).toBe(0)
})

test('what was stored is there after a stop and a start', async () => {
  const first = await start()
  await ask(first, 'create table kept as select 42 as answer')
  await first.stop()
  expect(processesWorkingIn(first.dataFolder)).toEqual([])
  expect(await ask(await start(), 'select answer from kept')).toEqual([{ answer: 42 }])
})

test('a second process on the same folder is refused, and does no harm', async () => {
  const server = await start()
  await expect(startEmbeddedServer({ folder, version: 18, log: () => {} })).rejects.toThrow(
    'in use by another Evenhand',
  )
  expect(await ask(server, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('when our process is killed, the next start ends its server first', async () => {
  const child = await abandoned('wait')
  child.kill('SIGKILL')
  await ended(child)
  expect(await ask(await start(), 'select 1 as one')).toEqual([{ one: 1 }])
})

test('when our process and all of the server are killed, the next start recovers', async () => {
  const child = await abandoned('wait')
  child.kill('SIGKILL')
  for (const pid of processesWorkingIn(clusterFolder())) process.kill(pid, 'SIGKILL')
  await ended(child)
  expect(await ask(await start(), 'select 1 as one')).toEqual([{ one: 1 }])
})

test('when our process dies of a bug, it takes the server along', async () => {
  const child = await abandoned('bug')
  const dataFolder = clusterFolder()
  expect(processesWorkingIn(dataFolder).length).toBeGreaterThan(0)
  await ended(child)
  for (let waited = 0; waited < 10_000 && processesWorkingIn(dataFolder).length > 0; waited += 50) await pause(50)
  expect(processesWorkingIn(dataFolder)).toEqual([])
})

test('a stale note of a process that is now another is not believed, and the other is left alone', async () => {
  const first = await start()
  await first.stop()
  const bystander = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' })
  children.push(bystander)
  writeFileSync(join(first.dataFolder, 'postmaster.pid'), `${bystander.pid}\n${first.dataFolder}\n`)
  expect(await ask(await start(), 'select 1 as one')).toEqual([{ one: 1 }])
  expect(commandLine(bystander.pid ?? 0)).toContain('setInterval')
})

test('a port that somebody else has taken is passed by', async () => {
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  const taken = (other.address() as { port: number }).port
  try {
    expect((await start({ port: taken })).port).not.toBe(taken)
  } finally {
    other.close()
  }
})

test('a start that was cut off half-way is begun again', async () => {
  const fresh = join(closed, 'fresh')
  const first = await startEmbeddedServer({ folder: fresh, version: 18, log: () => {} })
  await first.stop()
  const home = dirname(first.dataFolder)
  deleteHome(fresh)
  mkdirSync(join(home, 'cluster-in-the-making'), { recursive: true })
  writeFileSync(join(home, 'cluster-in-the-making', 'half'), '')
  const second = await startEmbeddedServer({ folder: fresh, version: 18, log: () => {} })
  await second.stop()
  deleteHome(fresh)
})
