import { afterAll, beforeAll, expect, test } from 'vitest'
import { elementsOf, textOf } from '../../../../../test/support/html-reading.ts'
import {
  type Answer,
  type PublicForms,
  publicForms,
  receivedFrom,
  shortReferral,
} from '../../../../../test/support/public-forms.ts'
import { type TestService, testService } from '../../../../../test/support/service.ts'

let service: TestService
let forms: PublicForms
beforeAll(async () => {
  service = await testService()
  forms = await publicForms(service, 100)
  await service.look(`INSERT INTO ev.setting (key, value) VALUES ('contact.telephone', '01603 555 777')`)
})
afterAll(async () => {
  await forms?.served.app.close()
  await service?.end()
})

const email = { email: 'ade@example.org' }
const telephone = { telephone: '01603 555 123', voicemail: 'no' }
const letter = { address: '12 Quay Street', postcode: 'nr11aa' }

const send: PublicForms['send'] = (...given) => forms.send(...given)
const received = (answer: Answer) => receivedFrom(service, answer)
const see = (url: string) => forms.served.app.inject({ url })

test('a referral is kept as it was sent, and starts its own clock', async () => {
  const { enquiry } = await received(
    await send('/self-referral', {
      ...shortReferral,
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
      ...shortReferral,
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
    await send('/self-referral', { ...shortReferral, 'ways[]': ['email', 'letter'], ...email, ...letter }),
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
    await send('/self-referral', { ...shortReferral, 'ways[]': ['letter', 'telephone'], ...letter, ...telephone }),
  )
  expect(messages).toHaveLength(1)
  expect(messages[0]).toMatchObject({ channel: 'letter', recipient: 'Ade Brook\n12 Quay Street\nNR1 1AA' })
  expect(tasks).toMatchObject([{ kind: 'letter-to-post', for_role: 'coordinator' }])
})

test('where only the telephone is safe, somebody is asked to call', async () => {
  const { messages, tasks } = await received(
    await send('/self-referral', { ...shortReferral, 'ways[]': ['telephone'], ...telephone }),
  )
  expect(messages).toEqual([])
  expect(tasks).toMatchObject([{ kind: 'call-back', for_role: 'coordinator', due_on: '2026-11-24' }])
})

test('where nothing is safe, nothing goes out and nobody is asked to', async () => {
  const { messages, tasks, address } = await received(
    await send('/self-referral', { ...shortReferral, 'ways[]': ['none'] }),
  )
  expect(messages).toEqual([])
  expect(tasks).toEqual([])
  expect((await see(address)).body).toContain('wait for you to contact us')
})

test('ticking e-mail is recorded as a consent under the words that stood there, leaving it as a refusal', async () => {
  const wording = service.policy.consents.emailContact?.wording ?? 'none'
  const { body } = await see('/self-referral')
  expect(elementsOf(body).map(textOf)).toContain(wording)
  const consentOf = async (answer: Answer) => {
    const { enquiry } = await received(answer)
    return service.look<{ act: string; wording_hash: string; policy_hash: string }>(
      `SELECT e.act, e.scope, e.channel, e.policy_hash FROM ev.consent_event e
         JOIN ev.consent_subject s ON s.id = e.subject_id WHERE s.enquiry_id = $1`,
      [enquiry.id],
    )
  }
  const common = { scope: 'emailContact', channel: 'website', policy_hash: service.policy.hash }
  const given = await consentOf(await send('/self-referral', { ...shortReferral, 'ways[]': ['email'], ...email }))
  expect(given).toEqual([{ act: 'given', ...common }])
  const refused = await consentOf(await send('/self-referral', { ...shortReferral, 'ways[]': ['none'] }))
  expect(refused).toEqual([{ act: 'refused', ...common }])
})

test('the answer to a solicitor goes to the solicitor', async () => {
  const { enquiry, messages } = await received(
    await send('/contact', {
      given_name: 'Robin',
      family_name: 'Lake',
      topic: 'question',
      message: 'My client is Ade Brook',
      'for_client[]': ['yes'],
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
    await send('/self-referral', { ...shortReferral, 'ways[]': ['email'], ...email }),
  )
  const page = await see(address)
  expect(page.statusCode).toBe(200)
  expect(page.body).toContain(reference)
  expect(page.body).toContain('01603 555 777')
  expect(page.body).not.toContain('canary-words')
  expect((await see(address.replace('email', 'letter'))).statusCode).toBe(404)
})

test('the website cannot read an enquiry back', async () => {
  await expect(
    service.desk.public.read(null, { purpose: 'enquiries', deed: 'enquiry.listed' }, ({ queries }) =>
      queries.selectFrom('enquiry').select('reference').execute(),
    ),
  ).rejects.toThrow(/permission denied/)
})
