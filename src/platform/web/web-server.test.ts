import { randomBytes } from 'node:crypto'
import { connect } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { afterEach, expect, test, vi } from 'vitest'
import { newId } from '../../values/ids.ts'
import type { Desk } from '../database/desk.ts'
import { formTokens } from './form-token.ts'
import type { Route } from './route.ts'
import type { WebParts } from './web-parts.ts'
import { webServer } from './web-server.ts'

const tokens = formTokens(randomBytes(32), () => 1_000_000)
const staff = { id: newId(), name: 'Ann', role: 'mediator' }
const desk = { clock: { now: () => Temporal.Instant.from('2026-11-23T10:00:00Z') } } as Desk<string>
const logged: unknown[] = []
const log = {
  info: (facts: unknown) => void logged.push(facts),
  warn: () => {},
  error: (facts: unknown) => void logged.push(facts),
}

const parts: WebParts<string> = {
  origin: new URL('http://localhost:1'),
  otherOrigins: [],
  desks: { public: desk, portal: desk, office: desk },
  scopes: [
    { area: 'public', purpose: 'information' },
    { area: 'office', purpose: 'booking' },
    { area: 'office', purpose: 'secrets' },
  ],
  tokens,
  assets: new Map([
    [
      '/assets/a.12345678.css',
      { body: Buffer.from('a{}'), brotli: Buffer.from('br'), type: 'text/css; charset=utf-8' },
    ],
  ]),
  log,
  staffOf: async (cookies) => (cookies.sign_in === 'yes' ? staff : null),
  mayAct: (_, purpose) => purpose === 'booking',
  dress: async (page) => `<!doctype html><title>${page.title}</title>`,
  errorPage: async ({ status, reference }) => `calm ${status} ${reference}`,
  signedOut: async () => ({ redirect: '/office/sign-in' }),
}

const page = (title: string) => async () => ({ page: { title, body: null as never } })
const routes: Route<string>[] = [
  { method: 'GET', path: '/', area: 'public', purpose: 'information', entry: 'anybody', handle: page('Home') },
  {
    method: 'POST',
    path: '/send',
    area: 'public',
    purpose: 'information',
    entry: 'anybody',
    handle: async ({ form }) => ({ text: JSON.stringify(form) }),
  },
  {
    method: 'GET',
    path: '/office/cases/:id',
    area: 'office',
    purpose: 'booking',
    entry: 'purpose',
    handle: page('Case'),
  },
  {
    method: 'GET',
    path: '/office/secrets',
    area: 'office',
    purpose: 'secrets',
    entry: 'purpose',
    handle: page('Secrets'),
  },
  {
    method: 'GET',
    path: '/fault',
    area: 'public',
    purpose: 'information',
    entry: 'anybody',
    handle: () => Promise.reject(new Error('Ann lives at 4 Mill Lane')),
  },
]

let server: FastifyInstance | undefined
afterEach(async () => {
  await server?.close()
  server = undefined
  logged.length = 0
})
const open = async () => {
  server = await webServer(routes, parts)
  return server
}
const here = { origin: 'http://localhost:1' }
const typed = { 'content-type': 'application/x-www-form-urlencoded' }

test('every page says what browsers may do with it, and that nobody keeps it', async () => {
  const answer = await (await open()).inject('/')
  expect(answer.headers['cache-control']).toBe('no-store')
  expect(answer.headers['content-security-policy']).toContain("default-src 'none'")
  expect(answer.headers['content-security-policy']).not.toMatch(/unsafe|https?:|\*/)
  expect(answer.headers['x-content-type-options']).toBe('nosniff')
  expect(answer.headers).not.toHaveProperty('server')
  expect(answer.headers).not.toHaveProperty('x-powered-by')
})

test('a static file with a hash in its name is kept for a year', async () => {
  const answer = await (await open()).inject({
    url: '/assets/a.12345678.css',
    headers: { 'accept-encoding': 'gzip, br' },
  })
  expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable')
  expect(answer.headers['content-encoding']).toBe('br')
})

test('a browser that asks for a small picture of its own accord costs no page', async () => {
  const errorPage = vi.fn(parts.errorPage)
  server = await webServer(routes, { ...parts, errorPage })
  const answer = await server.inject('/favicon.ico')
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([404, 'text/plain; charset=utf-8'])
  expect(errorPage).not.toHaveBeenCalled()
})

test('somebody who is signed out is led to sign in; a role without the purpose finds no page', async () => {
  const app = await open()
  expect((await app.inject('/office/cases/1')).headers.location).toBe('/office/sign-in')
  const headers = { cookie: 'sign_in=yes' }
  expect((await app.inject({ url: '/office/cases/1', headers })).statusCode).toBe(200)
  const refused = await app.inject({ url: '/office/secrets', headers })
  const missing = await app.inject({ url: '/office/nothing', headers })
  expect(refused.statusCode).toBe(404)
  expect(refused.body.replace(/\w{8}$/, '')).toBe(missing.body.replace(/\w{8}$/, ''))
})

test('a form is taken from this origin with its own token, and from nowhere else', async () => {
  const app = await open()
  const payload = new URLSearchParams({
    _form: tokens.make('public', null),
    a: '1',
    'b[]': '2',
    __proto__: 'x',
  }).toString()
  const send = (headers: Record<string, string>, body = payload) =>
    app.inject({ method: 'POST', url: '/send', headers: { ...typed, ...headers }, payload: body })
  const taken = await send(here)
  expect(taken.json()).toMatchObject({ values: { a: '1' }, lists: { b: ['2'] } })
  expect((await send({ origin: 'http://elsewhere.example' })).statusCode).toBe(403)
  expect((await send({ origin: 'null' })).statusCode).toBe(403)
  expect((await send({ ...here, 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403)
  expect((await send({})).statusCode).toBe(403)
  expect((await send(here, 'a=1')).statusCode).toBe(403)
  expect((await send(here, `_form=${tokens.make('office', staff.id)}`)).statusCode).toBe(403)
})

test('too large a body gets a calm page, not a broken connection', async () => {
  const answer = await (await open()).inject({
    method: 'POST',
    url: '/send',
    headers: { ...typed, ...here },
    payload: `a=${'x'.repeat(300_000)}`,
  })
  expect(answer.statusCode).toBe(413)
  expect(answer.body).toContain('calm 413')
})

test('a fault gives a reference and tells nobody what it was about', async () => {
  const answer = await (await open()).inject('/fault')
  expect(answer.statusCode).toBe(500)
  const reference = answer.body.split(' ')[2]
  expect(JSON.stringify(logged)).toContain(reference)
  expect(answer.body + JSON.stringify(logged)).not.toContain('Mill Lane')
})

test('the log has the route’s pattern and never the address', async () => {
  await (await open()).inject({ url: '/office/cases/4711?q=Ann', headers: { cookie: 'sign_in=yes' } })
  expect(JSON.stringify(logged)).toContain('/office/cases/:id')
  expect(JSON.stringify(logged)).not.toMatch(/4711|Ann/)
})

test.each([
  ['no area', { area: undefined }],
  ['no purpose', { purpose: undefined }],
  ['no entry', { entry: undefined }],
  ['a purpose that the policy gives to nobody there', { purpose: 'gossip' }],
  ['a door of the office that is open to anybody', { area: 'office', purpose: 'booking', path: '/office/all' }],
])('a route with %s stops the server from starting', async (_, broken) => {
  const route = { ...routes[0], ...broken } as Route<string>
  await expect(webServer([route], parts)).rejects.toThrow(/cannot be served/)
})

test.each([
  ['GET // HTTP/1.1\r\nHost: localhost'],
  ['GET / HTTP/1.1\r\nHost: one.example\r\nHost: two.example'],
  ['TRACE / HTTP/1.1\r\nHost: localhost'],
  ['GET http://elsewhere.example/ HTTP/1.1\r\nHost: elsewhere.example'],
  ['GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nTransfer-Encoding: chunked'],
])('%j is refused, and the next request is answered', async (request) => {
  const app = await open()
  await app.listen({ port: 0, host: '127.0.0.1' })
  const port = (app.server.address() as { port: number }).port
  const answer = await raw(port, `${request}\r\nConnection: close\r\n\r\n`)
  expect(answer).toMatch(/^HTTP\/1\.1 400 /)
  expect(await raw(port, 'GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1\.1 200 /)
})

const raw = (port: number, text: string): Promise<string> =>
  new Promise((resolve, reject) => {
    let answer = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    socket.on('data', (data) => {
      answer += data.toString()
    })
    socket.on('close', () => resolve(answer))
    socket.on('error', reject)
    vi.waitFor(() => expect(answer).not.toBe(''), 4000).catch(reject)
  })
