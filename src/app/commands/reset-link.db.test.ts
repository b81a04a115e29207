import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestService, testService } from '../../../test/support/service.ts'
import { Browser, goodPassword, type TestSignIn, testSignIn } from '../../../test/support/sign-in.ts'
import { machineClock } from '../../platform/clock/service-clock.ts'
import { codeOfStep, stepAt } from '../../platform/sign-in/one-time-code.ts'
import { openSignIn, openSignInGround } from '../../platform/sign-in/open-sign-in.ts'
import { type CommandOptions, readOptions } from './options.ts'
import { resetLinkFor, run, tell } from './reset-link.ts'

let service: TestService
let own: TestSignIn
let folder: string
beforeAll(async () => {
  service = await testService()
  own = testSignIn(service)
  folder = await mkdtemp(join(tmpdir(), 'evenhand-reset-'))
})
afterAll(async () => {
  await service.end()
  await rm(folder, { recursive: true, force: true })
})

const origin = new URL('https://mediation.example.org.uk')
const signInSecret = randomBytes(32)
const linkFor = (email: string) => resetLinkFor(email, { place: service.place, signInSecret, origin })
const links = () => service.look('SELECT FROM ev.staff_link WHERE kind = $1', ['reset'])

test('the only administrator comes back by the address, once', async () => {
  const ada = await own.colleague('administrator', 'Ada Voss')
  const link = await linkFor(ada.email.toUpperCase())
  expect(link).toMatch(/^https:\/\/mediation\.example\.org\.uk\/office\/reset\/[\w-]{20,}$/)
  const token = link?.split('/').at(-1) ?? ''
  const parts = { pool: service.authPool, secret: signInSecret, machine: machineClock, service: machineClock }
  const signIn = openSignIn(openSignInGround(parts))
  const offer = await signIn.lookAtLink(token)
  expect(offer).toMatchObject({ kind: 'reset', name: 'Ada Voss' })
  const code = codeOfStep(offer?.authenticatorKey ?? Buffer.alloc(20), stepAt(machineClock.now()))
  const spend = () => signIn.setUpByLink(token, { password: goodPassword, code, ...new Browser().from })
  expect((await spend()).done).toBe(true)
  expect((await spend()).done).toBe(false)
  expect(await own.signIn.staffOf(ada.browser.cookies)).toBeNull()
  const acts = await service.look(`SELECT actor, subject_id FROM ev.access_log WHERE act = 'sign-in.link-made'`)
  expect(acts).toEqual([{ actor: null, subject_id: ada.id }])
})

test('for nobody, for somebody suspended, and for somebody invited there is none', async () => {
  const before = await links()
  const shut = await own.colleague('mediator')
  await service.look('UPDATE ev.staff SET suspended_at = now() WHERE id = $1', [shut.id])
  const invited = await service.staff('mediator')
  for (const email of ['nobody@service.example', shut.email, `${invited.id}@service.example`, ''])
    expect(await linkFor(email)).toBeNull()
  expect(await links()).toEqual(before)
})

async function optionsFor(words: string): Promise<CommandOptions> {
  const lifetime = { signal: new AbortController().signal, stop: () => {} }
  const environment = { EVENHAND_ORIGIN: origin.href }
  const call = { argv: [...words.split(' '), '--data', folder], environment, calledFrom: folder, project: folder }
  const answer = await readOptions(call, lifetime)
  if (!answer.ok) throw new Error(answer.problems.join())
  return { ...answer.value, databaseUrl: service.place.installerUrl }
}

test('the command works on the database of a running service, and makes no service where there is none', async () => {
  const { email } = await own.colleague('administrator')
  const options = await optionsFor(`reset-link ${email}`)
  const before = (await links()).length
  expect(await run(options)).toBe(1)
  expect((await links()).length).toBe(before)
  const { prefix, passwords } = service.place
  const secret = signInSecret.toString('base64url')
  const stored = { prefix, passwords, formSecret: secret, signInSecret: secret }
  await writeFile(join(folder, 'secrets.json'), JSON.stringify(stored))
  expect(await run(options)).toBe(0)
  expect((await links()).length).toBe(before + 1)
  expect(await run(await optionsFor('reset-link nobody@service.example'))).toBe(1)
})

test('the address is told, or that there is nobody', () => {
  const lines: string[] = []
  const write = (line: string) => void lines.push(line)
  expect(tell('https://a.example/office/reset/x', 'ada@a.example', write)).toBe(0)
  expect(lines[0]).toBe('For ada@a.example, once, within 24 hours: https://a.example/office/reset/x')
  expect(tell(null, 'ben@a.example', write)).toBe(1)
  expect(lines.at(-1)).toContain('Nobody who may sign in')
})
