import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Fields, type FormUnderTest, triesBadInput } from '../../../../../test/support/bad-input.ts'
import { elementsOf, valuesOf } from '../../../../../test/support/html-reading.ts'
import { type InvitedCase, ready } from '../../../../../test/support/invited-case.ts'
import { faultsOf } from '../../../../../test/support/page-faults.ts'
import { publishedOf, type ServedRoutes, serveRoutes } from '../../../../../test/support/serve-routes.tsx'
import { type TestService, testService } from '../../../../../test/support/service.ts'
import { newId } from '../../../../values/ids.ts'
import { sendStep } from '../../actions/send-step.ts'
import { answers } from '../../domain/words.ts'
import { replyRoutes } from './reply.routes.tsx'

let service: TestService
let served: ServedRoutes
let on: InvitedCase
let code = ''

async function invite(): Promise<void> {
  on = await ready(service)
  await on.clear()
  const sending = { key: newId(), invitationId: on.invitationId, kind: 'invitation' } as const
  const sent = await sendStep(service.desk.office, on.coordinator, on.tools, sending)
  if (!sent.done) throw new Error(sent.reason)
  const [message] = await service.look<{ body: string }>('SELECT body FROM ev.message WHERE case_id = $1', [on.caseId])
  code = /\/reply\/(\S+)/.exec(message?.body ?? '')?.[1] ?? ''
}

beforeAll(async () => {
  service = await testService()
  served = await serveRoutes(service, (machine) =>
    replyRoutes({
      policy: service.policy,
      published: publishedOf(service),
      machineNow: () => (machine.now += 600_000),
    }),
  )
})
afterAll(async () => {
  await served?.app.close()
  await service?.end()
})
beforeEach(invite)

const get = (url: string) => served.app.inject({ url })
const tokenOn = async (url: string) => valuesOf(elementsOf((await get(url)).body), '_form').at(-1) ?? ''
const post = async (url: string, body: URLSearchParams) => {
  const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: served.origin.origin }
  const answer = await served.app.inject({ method: 'POST', url, headers, payload: body.toString() })
  return { status: answer.statusCode, html: answer.body, location: answer.headers.location }
}
const given = async () =>
  await service.look<{ answer: string; reach: string | null }>(
    'SELECT answer, reach FROM ev.invitation_answer WHERE case_id = $1 ORDER BY made_at',
    [on.caseId],
  )
const press = async (fields: Fields) =>
  post(
    `/reply/${code}`,
    new URLSearchParams({ _form: await tokenOn(`/reply/${code}`), ...(fields as Record<string, string>) }),
  )

describe('the page of a code', () => {
  const form = (): FormUnderTest => ({
    valid: { answer: 'attend', sure: 'yes', reach: 'Ring after ten' },
    typed: {},
    spoiled: { answer: '' },
    fresh: async () => ({ _form: await tokenOn(`/reply/${code}`) }),
    send: (body) => post(`/reply/${code}`, body),
    saved: async () => (await given()).length,
  })
  triesBadInput('POST /reply/:code', { typed: {}, chosen: ['answer'] }, form)

  test('what was typed stays when it is too long', async () => {
    const long = 'x'.repeat(201)
    const { status, html } = await press({ answer: 'attend', sure: 'yes', reach: long })
    expect(status).toBe(422)
    expect(valuesOf(elementsOf(html), 'reach')).toEqual([long])
    expect(await given()).toEqual([])
  })

  test.each(answers)('%s says what follows before it is given, and is given by a second press', async (answer) => {
    const first = await press({ answer })
    expect(first.status).toBe(200)
    expect(first.html).toContain('What follows if you tell us so')
    expect(await faultsOf(first.html)).toEqual([])
    expect(await given()).toEqual([])
    const second = await press({ answer, sure: 'yes' })
    expect(second.location).toBe('/replied')
    expect((await given()).map((it) => it.answer)).toEqual([answer])
  })

  test('looking at it, however often and by whomever, changes nothing and tells nothing', async () => {
    const page = (html: string) =>
      html.replaceAll(/[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}/g, 'CODE').replaceAll(/value="[^"]*"/g, '')
    const before = (await get(`/reply/${code}`)).body
    await press({ answer: 'unsafe', sure: 'yes' })
    for (let times = 0; times < 5; times++) {
      await served.app.inject({ method: 'HEAD', url: `/reply/${code}` })
      expect(page((await get(`/reply/${code}`)).body)).toBe(page(before))
    }
    expect(page((await get('/reply/BBBB-BBBB-BBBB')).body)).toBe(page(before))
    expect(await given()).toHaveLength(1)
  })

  test('of a code that is none of ours says so, and of one that is over too', async () => {
    const unknown = await post(
      '/reply/BBBB-BBBB-BBBB',
      new URLSearchParams({ _form: await tokenOn('/reply'), answer: 'attend', sure: 'yes' }),
    )
    expect(unknown.status).toBe(422)
    expect(unknown.html).toContain('We do not know this code')
    await on.miam('B')
    expect((await press({ answer: 'attend', sure: 'yes' })).html).toContain('no longer in use')
    expect((await get('/reply/not-a-code')).statusCode).toBe(404)
  })
})

describe('the page to type a code', () => {
  const form = (): FormUnderTest => ({
    valid: { code: ` ${code.toLowerCase()} ` },
    typed: { code: { required: true, wrong: ['123', 'AEIO-UAEI-OUAE'] } },
    spoiled: { code: 'x' },
    fresh: async () => ({ _form: await tokenOn('/reply') }),
    send: (body) => post('/reply', body),
    saved: async () => 0,
  })
  test('leads to the page of the code, however it was typed', async () => {
    const sent = await post(
      '/reply',
      new URLSearchParams({ _form: await tokenOn('/reply'), code: ` ${code.toLowerCase().replaceAll('-', ' ')} ` }),
    )
    expect(sent.location).toBe(`/reply/${code}`)
  })
  test.each(['', 'x', '123', 'AEIO-UAEI-OUAE', 'y'.repeat(5000), '<b>x</b>'])(
    'says what to do about %j',
    async (text) => {
      const { status, html } = await form().send(new URLSearchParams({ _form: await tokenOn('/reply'), code: text }))
      expect(status).toBe(422)
      expect(html).toContain('href="#code"')
      expect(html).not.toContain('<b>x')
      expect(valuesOf(elementsOf(html), 'code')).toEqual([text])
    },
  )
})
