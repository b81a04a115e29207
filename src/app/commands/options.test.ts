import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { clamdScanner } from '../../platform/files/scanner.ts'
import { readOptions } from './options.ts'

const folder = mkdtempSync(join(tmpdir(), 'evenhand-options-'))
const lifetime = { signal: new AbortController().signal, stop: () => {} }
let occupied: Server
let occupiedPort = 0

beforeAll(async () => {
  occupied = createServer()
  await new Promise<void>((resolve) => occupied.listen(0, '127.0.0.1', resolve))
  const address = occupied.address()
  occupiedPort = typeof address === 'object' && address ? address.port : 0
})
afterAll(() => {
  occupied.close()
  rmSync(folder, { recursive: true, force: true })
})

const read = (words: string, environment: Record<string, string> = {}) =>
  readOptions({ argv: words.split(' ').filter(Boolean), environment, calledFrom: folder, project: folder }, lifetime)

const problems = async (words: string, environment: Record<string, string> = {}): Promise<readonly string[]> => {
  const answer = await read(words, environment)
  return answer.ok ? [] : answer.problems
}

test('a start without anything set listens on this machine only, and keeps its things beside the project', async () => {
  const answer = await read('start --port 0')
  expect(answer).toMatchObject({
    ok: true,
    value: {
      command: 'start',
      host: '127.0.0.1',
      port: 0,
      data: join(folder, 'data'),
      databaseUrl: undefined,
      mail: undefined,
      scanner: undefined,
    },
  })
})

test('a folder is meant from where it was typed', async () => {
  expect(await read('demo --port 0 --data ours')).toMatchObject({ ok: true, value: { data: join(folder, 'ours') } })
})

test('what is set arrives', async () => {
  const answer = await read('start --port 0 --host 127.0.0.1', {
    EVENHAND_ORIGIN: 'https://mediation.example.org.uk/',
    EVENHAND_TRUSTED_PROXY: '10.0.0.0/8, ::1',
    EVENHAND_SMTP_URL: 'smtps://a:b@mail.example.org:465',
    EVENHAND_MAIL_FROM: 'Fairways <office@example.org.uk>',
    EVENHAND_SCANNER: 'tcp://127.0.0.1:3310',
  })
  expect(answer).toMatchObject({
    ok: true,
    value: {
      origin: 'https://mediation.example.org.uk',
      trustedProxy: ['10.0.0.0/8', '::1'],
      mail: { url: 'smtps://a:b@mail.example.org:465', from: 'Fairways <office@example.org.uk>' },
      scanner: 'tcp://127.0.0.1:3310',
    },
  })
})

test.each(['tcp://[::1]:3310', 'tcp://clamd:3310', 'unix:/run/clamav/clamd.ctl'])(
  'a scanner may be at %s',
  async (address) => {
    const answer = await read('start --port 0', { EVENHAND_SCANNER: address })
    expect(answer).toMatchObject({ ok: true, value: { scanner: address } })
    expect(() => clamdScanner(address)).not.toThrow()
  },
)

test.each(['clamd', 'tcp://clamd', 'tcp://clamd:0', 'tcp://clamd:3310/x', 'http://clamd:3310', 'unix:run', 'unix:/'])(
  'no scanner is at %s',
  async (address) => {
    const found = await problems('start --port 0', { EVENHAND_SCANNER: address })
    expect(found).toEqual([expect.stringContaining(`it is "${address}"`)])
  },
)

test('every problem is told at once', async () => {
  writeFileSync(join(folder, 'a-file'), '')
  const found = await problems(`start --port ${occupiedPort} --data a-file --colour red`, {
    EVENHAND_ORIGIN: 'http://mediation.example.org.uk',
    EVENHAND_TRUSTED_PROXY: '10.0.0.0/33 proxy.local',
    EVENHAND_SMTP_URL: 'mail.example.org',
    EVENHAND_SCANNER: 'clamd',
    DATABASE_URL: 'postgres://nobody:secret-word@127.0.0.1:1/none',
  })
  expect(found).toEqual([
    expect.stringContaining('"red" is not understood'),
    expect.stringContaining('no option --colour'),
    expect.stringContaining(`Port ${occupiedPort} on 127.0.0.1 is in use`),
    expect.stringContaining('is not a folder'),
    expect.stringContaining('nothing listens there'),
    expect.stringContaining('must begin with https'),
    expect.stringContaining('"10.0.0.0/33" is neither'),
    expect.stringContaining('"proxy.local" is neither'),
    expect.stringContaining('EVENHAND_SMTP_URL must look like'),
    expect.stringContaining('EVENHAND_MAIL_FROM is missing'),
    expect.stringContaining('EVENHAND_SCANNER must say where clamd answers'),
  ])
  for (const line of found) expect(line).not.toContain('\n')
  expect(found.join()).not.toContain('secret-word')
})

describe('one problem each', () => {
  test.each([
    ['', {}, 'Say which command'],
    ['dance', {}, 'no command "dance"'],
    ['demo 9000 --port 0', {}, 'two dashes'],
    ['init --data', {}, '--data needs a value'],
    ['demo --port 61001 --port 61002', {}, 'given twice'],
    ['demo --port 65536', {}, '--port must be a number'],
    ['demo --port 8o', {}, '--port must be a number'],
    ['policy check', {}, 'Say which file'],
    ['backup', {}, 'backup --to FILE'],
    ['backup --to nowhere/copy.age', {}, 'There is no folder'],
    ['backup key', {}, 'kept elsewhere'],
    ['restore --key a-file', {}, 'Say which backup'],
    ['sweep --key a-file', {}, 'There is no option --key'],
    ['reset-link', {}, 'reset-link EMAIL'],
    ['reset-link ada@service.example ben@service.example', {}, '"ben@service.example" is not understood'],
    ['reset-link ada@service.example', { EVENHAND_ORIGIN: 'http://a.example' }, 'must begin with https'],
    ['policy check nothing-here.ts', {}, 'There is no file'],
    ['start --port 0 --host 203.0.113.9', { EVENHAND_ORIGIN: 'https://a.example' }, 'no address of this machine'],
    ['start --port 0 --host 0.0.0.0', {}, 'EVENHAND_ORIGIN is missing'],
    ['start --port 0', { EVENHAND_ORIGIN: 'https://a.example/path' }, 'without a path'],
    ['start --port 0', { EVENHAND_ORIGIN: 'ftp://a.example' }, 'without a path'],
    ['start --port 0', { EVENHAND_MAIL_FROM: 'a@b.example' }, 'EVENHAND_SMTP_URL is missing'],
    ['start --port 0', { EVENHAND_SMTP_URL: 'smtp://a.example', EVENHAND_MAIL_FROM: 'nobody' }, 'not a mail address'],
    ['sweep', { DATABASE_URL: 'mysql://a' }, 'DATABASE_URL must look like'],
    ['policy apply', { DATABASE_URL: 'postgres://a:b@127.0.0.1:1/c' }, 'cannot be reached'],
    ['init --data /proc/1/none', {}, 'cannot be written to'],
  ])('%s %o', async (words, environment, expected) => {
    const found = await problems(words, environment as Record<string, string>)
    expect(found).toHaveLength(1)
    expect(found[0]).toContain(expected)
  })
})

test('an operator names one person, and the address follows where the service is', async () => {
  const answer = await read('reset-link ada@service.example', {
    EVENHAND_ORIGIN: 'https://mediation.example.org.uk',
    EVENHAND_SMTP_URL: 'nonsense',
  })
  expect(answer).toMatchObject({
    ok: true,
    value: { words: ['ada@service.example'], origin: 'https://mediation.example.org.uk', mail: undefined },
  })
})

test('the demonstration has its own database, and does not mind what the real service is told', async () => {
  expect(await problems('demo --port 0', { DATABASE_URL: 'nonsense', EVENHAND_ORIGIN: 'nonsense' })).toEqual([])
})

test('a folder in which one may not write is told, also when it is there', async () => {
  const closed = join(folder, 'closed')
  mkdirSync(closed, { mode: 0o500 })
  // The superuser of the machine may write anywhere, so for it there is nothing wrong.
  const expected = process.getuid?.() === 0 ? [] : [expect.stringContaining('EACCES')]
  expect(await problems('init --data closed')).toEqual(expected)
})
