import { afterAll, beforeAll, expect, test } from 'vitest'
import { elementsOf, textOf, valuesOf } from '../../../../../test/support/html-reading.ts'
import { publishedOf, type ServedRoutes, serveRoutes } from '../../../../../test/support/serve-routes.tsx'
import { type TestService, testService } from '../../../../../test/support/service.ts'
import { publicEnquiryRoutes } from './public-enquiry.routes.tsx'

let service: TestService
let served: ServedRoutes
beforeAll(async () => {
  service = await testService()
  served = await serveRoutes(service, (machine) =>
    publicEnquiryRoutes({
      policy: service.policy,
      published: publishedOf(service),
      secret: Buffer.alloc(32, 3),
      machineNow: () => machine.now,
      limits: { perAddress: 5, inAll: 100, withinMinutes: 60 },
    }),
  )
  await service.look(`INSERT INTO ev.setting (key, value) VALUES ('contact.telephone', '01603 555 777')`)
})
afterAll(async () => {
  await served?.app.close()
  await service?.end()
})

type Fields = Readonly<Record<string, string | readonly string[]>>

async function token(path: string, readFor = 30_000): Promise<string> {
  const { body } = await served.app.inject({ url: path })
  served.machine.now += readFor
  return valuesOf(elementsOf(body), '_form').at(-1) ?? ''
}

let lastAddress = 0
const somebodyElse = () => `198.51.100.${++lastAddress}`

async function send(path: string, fields: Fields, from = somebodyElse(), readFor?: number) {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries({ _form: await token(path, readFor), ...fields }))
    for (const one of [value].flat()) body.append(name, one)
  const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: served.origin.origin }
  return served.app.inject({ method: 'POST', url: path, headers, payload: body.toString(), remoteAddress: from })
}

const referral: Fields = { given_name: 'Ade', family_name: 'Brook', topic: 'children', message: 'canary-words' }
const email = { email: 'ade@example.org' }
const telephone = { telephone: '01603 555 123', voicemail: 'no' }
const letter = { address: '12 Quay Street', postcode: 'nr11aa' }

async function received(answer: Awaited<ReturnType<typeof send>>) {
  expect(answer.statusCode).toBe(303)
  const address = String(answer.headers.location)
  const reference = /^\/sent\/(E-[A-Z0-9-]+)\./.exec(address)?.[1] ?? ''
  const [enquiry] = await service.look<Record<string, string | null> & { id: string }>(
    'SELECT * FROM ev.enquiry WHERE reference = $1',
    [reference],
  )
  if (!enquiry) throw new Error('no enquiry was made')
  const tasks = await service.look<Record<string, string>>(
    'SELECT kind, for_role, due_on::text FROM ev.task WHERE enquiry_id = $1',
    [enquiry.id],
  )
  const messages = await service.look<Record<string, string>>(
    'SELECT channel, recipient, status, subject, body FROM ev.message WHERE enquiry_id = $1',
    [enquiry.id],
  )
  return { address, reference, enquiry, messages, tasks }
}

test('a referral is kept as it was sent, and starts its own clock', async () => {
  const { enquiry } = await received(
    await send('/self-referral', {
      ...referral,
      'ways[]': ['telephone'],
      ...telephone,
      ...{ 'birth_date-day': '', 'birth_date-month': '4', 'birth_date-year': '1981' },
      safety_note: 'Not after six',
    }),
  )
  expect(enquiry).toMatchObject({
    channel: 'self_referral',
    given_name: 'Ade',
    birth_date: '1981-04',
    telephone: '01603 555 123',
    telephone_digits: '+441603555123',
    telephone_safety: 'safe',
    voicemail_safety: 'unsafe',
    email_safety: 'unsafe',
    letter_safety: 'unsafe',
    safety_note: 'Not after six',
    status: 'new',
  })
  const events = await service.look(`SELECT event, happened_on::text FROM ev.life_event WHERE aggregate_id = $1`, [
    enquiry.id,
  ])
  expect(events).toEqual([{ event: 'enquiry.lastContact', happened_on: '2026-11-23' }])
})

test('a way that was not ticked is not kept, though something stood beside it', async () => {
  const { enquiry, messages } = await received(
    await send('/contact', {
      ...referral,
      asked_by: 'self',
      'ways[]': ['telephone'],
      ...telephone,
      ...letter,
      email: 'ade at home',
    }),
  )
  expect(enquiry).toMatchObject({ email: null, address: null, postcode: null })
  expect(messages).toEqual([])
})

test('word goes to an e-mail address that is safe, says nothing, and names nobody', async () => {
  const { reference, messages, tasks, address } = await received(
    await send('/self-referral', { ...referral, 'ways[]': ['email', 'letter'], ...email, ...letter }),
  )
  expect(messages).toHaveLength(1)
  expect(messages[0]).toMatchObject({ channel: 'email', recipient: 'ade@example.org', status: 'waiting' })
  const words = `${messages[0]?.subject} ${messages[0]?.body}`
  expect(words).toContain(reference)
  expect(words).not.toMatch(/ade|brook|canary|mediation(?! trust)|child|separat|divorc/i)
  expect(tasks).toEqual([])
  expect(address).not.toMatch(/ade|brook|canary|%40|@/i)
})

test('without e-mail a letter is made, with a task to post it', async () => {
  const { messages, tasks } = await received(
    await send('/self-referral', { ...referral, 'ways[]': ['letter', 'telephone'], ...letter, ...telephone }),
  )
  expect(messages).toHaveLength(1)
  expect(messages[0]).toMatchObject({ channel: 'letter', recipient: 'Ade Brook\n12 Quay Street\nNR1 1AA' })
  expect(tasks).toMatchObject([{ kind: 'letter-to-post', for_role: 'coordinator' }])
})

test('where only the telephone is safe, somebody is asked to call', async () => {
  const { messages, tasks } = await received(
    await send('/self-referral', { ...referral, 'ways[]': ['telephone'], ...telephone }),
  )
  expect(messages).toEqual([])
  expect(tasks).toMatchObject([{ kind: 'call-back', for_role: 'coordinator', due_on: '2026-11-24' }])
})

test('where nothing is safe, nothing goes out and nobody is asked to', async () => {
  const { messages, tasks, address } = await received(await send('/self-referral', { ...referral, 'ways[]': ['none'] }))
  expect(messages).toEqual([])
  expect(tasks).toEqual([])
  expect((await served.app.inject({ url: address })).body).toContain('wait for you to contact us')
})

test('ticking e-mail is recorded as a consent under the words that stood there, leaving it as a refusal', async () => {
  const wording = service.policy.consents.emailContact?.wording ?? 'none'
  const { body } = await served.app.inject({ url: '/self-referral' })
  expect(elementsOf(body).map(textOf)).toContain(wording)
  const consentOf = async (answer: Awaited<ReturnType<typeof send>>) => {
    const { enquiry } = await received(answer)
    return service.look<{ act: string; wording_hash: string; policy_hash: string }>(
      `SELECT e.act, e.scope, e.channel, e.policy_hash FROM ev.consent_event e
         JOIN ev.consent_subject s ON s.id = e.subject_id WHERE s.enquiry_id = $1`,
      [enquiry.id],
    )
  }
  const common = { scope: 'emailContact', channel: 'website', policy_hash: service.policy.hash }
  const given = await consentOf(await send('/self-referral', { ...referral, 'ways[]': ['email'], ...email }))
  expect(given).toEqual([{ act: 'given', ...common }])
  const refused = await consentOf(await send('/self-referral', { ...referral, 'ways[]': ['none'] }))
  expect(refused).toEqual([{ act: 'refused', ...common }])
})

test('the answer to a solicitor goes to the solicitor', async () => {
  const { enquiry, messages } = await received(
    await send('/contact', {
      given_name: 'Robin',
      family_name: 'Lake',
      topic: 'question',
      message: 'My client is Ade Brook',
      asked_by: 'professional',
      role: 'solicitor',
      organisation: 'Lake and Company',
      'permission[]': ['yes'],
      'ways[]': ['email'],
      email: 'robin@lake.example',
    }),
  )
  expect(enquiry).toMatchObject({ asked_by: 'solicitor', organisation: 'Lake and Company', permission_stated: true })
  expect(messages.map((it) => it.recipient)).toEqual(['robin@lake.example'])
  expect(messages[0]?.body).not.toMatch(/ade|brook|client/i)
})

test('the page after sending shows the reference and what comes next, and cannot be made up', async () => {
  const { address, reference } = await received(
    await send('/self-referral', { ...referral, 'ways[]': ['email'], ...email }),
  )
  const page = await served.app.inject({ url: address })
  expect(page.statusCode).toBe(200)
  expect(page.body).toContain(reference)
  expect(page.body).toContain('01603 555 777')
  expect(page.body).not.toContain('canary-words')
  expect((await served.app.inject({ url: address.replace('email', 'letter') })).statusCode).toBe(404)
})

test('a program that fills in everything is stopped, and a person who was taken for one need only press again', async () => {
  const answer = await send('/self-referral', { ...referral, 'ways[]': ['none'], homepage: 'https://spam.example' })
  expect(answer.statusCode).toBe(422)
  const elements = elementsOf(answer.body)
  expect(valuesOf(elements, 'homepage')).toEqual([''])
  expect(valuesOf(elements, 'message')).toEqual(['canary-words'])
  expect(valuesOf(elements, 'ways[]')).toEqual(['none'])
})

test('a form that comes back within a moment is asked for once more', async () => {
  const answer = await send('/self-referral', { ...referral, 'ways[]': ['none'] }, somebodyElse(), 1000)
  expect(answer.statusCode).toBe(422)
  expect(answer.body).toContain('press Send again')
  expect(valuesOf(elementsOf(answer.body), 'given_name')).toEqual(['Ade'])
})

test('a flood from one address is held off calmly, keeps what was typed, and shuts nobody else out', async () => {
  const flooder = '203.0.113.99'
  const flood = () => send('/self-referral', { ...referral, 'ways[]': ['none'] }, flooder)
  for (let sent = 0; sent < 5; sent++) expect((await flood()).statusCode).toBe(303)
  const answer = await flood()
  expect(answer.statusCode).toBe(429)
  expect(answer.body).toContain('01603 555 777')
  expect(valuesOf(elementsOf(answer.body), 'message')).toEqual(['canary-words'])
  expect((await send('/self-referral', { ...referral, 'ways[]': ['none'] })).statusCode).toBe(303)
  served.machine.now += 61 * 60_000
  expect((await flood()).statusCode).toBe(303)
})

test('two clicks at once make one enquiry and lead to the same page', async () => {
  const body = new URLSearchParams({ _form: await token('/self-referral'), given_name: 'Twice', topic: 'money' })
  body.append('ways[]', 'none')
  const click = () =>
    served.app.inject({
      method: 'POST',
      url: '/self-referral',
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: served.origin.origin },
      payload: body.toString(),
      remoteAddress: somebodyElse(),
    })
  const [one, other] = await Promise.all([click(), click()])
  expect(one.statusCode).toBe(303)
  expect(other.headers.location).toBe(one.headers.location)
  expect(await service.look(`SELECT id FROM ev.enquiry WHERE given_name = 'Twice'`)).toHaveLength(1)
})

test('the website cannot read an enquiry back', async () => {
  await expect(
    service.desk.public.read(null, { purpose: 'enquiries', deed: 'enquiry.listed' }, ({ queries }) =>
      queries.selectFrom('enquiry').select('reference').execute(),
    ),
  ).rejects.toThrow(/permission denied/)
})
