import { afterAll, beforeAll, expect, test } from 'vitest'
import { elementsOf, valuesOf } from '../../../../../test/support/html-reading.ts'
import { type PublicForms, publicForms, shortReferral } from '../../../../../test/support/public-forms.ts'
import { type TestService, testService } from '../../../../../test/support/service.ts'

let service: TestService
let forms: PublicForms
beforeAll(async () => {
  service = await testService()
  forms = await publicForms(service, 5)
  await service.look(`INSERT INTO ev.setting (key, value) VALUES ('contact.telephone', '01603 555 777')`)
})
afterAll(async () => {
  await forms?.served.app.close()
  await service?.end()
})

test('a program that fills in everything is stopped, and a person who was taken for one need only press again', async () => {
  const answer = await forms.send('/self-referral', {
    ...shortReferral,
    'ways[]': ['none'],
    homepage: 'https://spam.example',
  })
  expect(answer.statusCode).toBe(422)
  const elements = elementsOf(answer.body)
  expect(valuesOf(elements, 'homepage')).toEqual([''])
  expect(valuesOf(elements, 'message')).toEqual(['canary-words'])
  expect(valuesOf(elements, 'ways[]')).toEqual(['none'])
})

test('a form that comes back within a moment is asked for once more', async () => {
  const answer = await forms.send(
    '/self-referral',
    { ...shortReferral, 'ways[]': ['none'] },
    forms.somebodyElse(),
    1000,
  )
  expect(answer.statusCode).toBe(422)
  expect(answer.body).toContain('press Send again')
  expect(valuesOf(elementsOf(answer.body), 'given_name')).toEqual(['Ade'])
})

test('a flood from one address is held off calmly, keeps what was typed, and shuts nobody else out', async () => {
  const flooder = '203.0.113.99'
  const flood = () => forms.send('/self-referral', { ...shortReferral, 'ways[]': ['none'] }, flooder)
  for (let sent = 0; sent < 5; sent++) expect((await flood()).statusCode).toBe(303)
  const answer = await flood()
  expect(answer.statusCode).toBe(429)
  expect(answer.body).toContain('01603 555 777')
  expect(valuesOf(elementsOf(answer.body), 'message')).toEqual(['canary-words'])
  expect((await forms.send('/self-referral', { ...shortReferral, 'ways[]': ['none'] })).statusCode).toBe(303)
  forms.served.machine.now += 61 * 60_000
  expect((await flood()).statusCode).toBe(303)
})

test('two clicks at once make one enquiry and lead to the same page', async () => {
  const body = new URLSearchParams({ _form: await forms.fresh('/self-referral'), given_name: 'Twice', topic: 'money' })
  body.append('ways[]', 'none')
  const [one, other] = await Promise.all([forms.post('/self-referral', body), forms.post('/self-referral', body)])
  expect(one.statusCode).toBe(303)
  expect(other.headers.location).toBe(one.headers.location)
  expect(await service.look(`SELECT id FROM ev.enquiry WHERE given_name = 'Twice'`)).toHaveLength(1)
})
