import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestService, testService } from '../../../../test/support/service.ts'
import { type TestSignIn, testSignIn } from '../../../../test/support/sign-in.ts'
import { DeliveryFailure } from '../../../platform/delivery-failure.ts'
import type { MailMessage } from '../../../platform/mail/mail-transport.ts'
import { newId } from '../../../values/ids.ts'
import { tellColleagues } from './tell-colleagues.job.ts'

let service: TestService
let own: TestSignIn
beforeAll(async () => {
  service = await testService()
  own = testSignIn(service)
})
afterAll(() => service.end())

test('a colleague is told once by e-mail, later when mail cannot go, and never what they called the passkey', async () => {
  const ama = await own.colleague('mediator', 'Ama Ruthven')
  const id = newId()
  await service.look(`INSERT INTO auth.notice (id, staff_id, kind, made_at) VALUES ($1, $2, 'passkey-added', $3)`, [
    ...[id, ama.id, '2026-11-23T10:00:00Z'],
  ])
  const sent: MailMessage[] = []
  let failing: DeliveryFailure | null = new DeliveryFailure('temporary', 'no line')
  const deliver = async (message: MailMessage) => {
    if (failing) throw failing
    sent.push(message)
  }
  const tools = { origin: new URL('https://mediation.example.org.uk'), serviceName: 'Test service' }
  const run = (mail: { transport: { deliver: typeof deliver }; from: string } | null) =>
    tellColleagues(own.signIn, { ...tools, mail }).run(service.desk.worker)
  const mail = { transport: { deliver }, from: 'office@service.example' }
  expect([await run(null), await run(mail)]).toEqual([0, 0])
  failing = null
  expect([await run(mail), await run(mail)]).toEqual([1, 0])
  expect(sent).toMatchObject([
    { messageId: `<${id}@service.example>`, to: ama.email, subject: 'Your account', from: { name: 'Test service' } },
  ])
  expect(sent[0]?.text).toMatch(/^Hello Ama Ruthven,\n\nA passkey was added to your account on Monday 23 November 2026/)
  expect(sent[0]?.text).toContain('https://mediation.example.org.uk')
})
