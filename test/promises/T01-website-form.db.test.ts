import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { attribute, elementsOf } from '../support/html-reading.ts'
import { readingTime, sendContact, shortContact } from '../support/public-pages.ts'
import { type TestService, testService } from '../support/service.ts'
import { hiddenFields, wordsOf } from '../support/visitor.ts'
import { type WholeService, wholeService } from '../support/whole-service.ts'

let db: TestService
let whole: WholeService
beforeAll(async () => {
  db = await testService()
  whole = await wholeService(db)
})
afterAll(async () => {
  await whole?.end()
  await db?.end()
})

const enquiries = () =>
  db.look<Record<string, unknown>>('SELECT id, channel, email, message, status FROM ev.enquiry ORDER BY received_at')

describe('T01: people can write to the service on its website', () => {
  test('what is sent waits in the office as an enquiry, in the words in which it was sent', async () => {
    const [reference] = /E-[A-Z0-9-]+/.exec(await sendContact(whole.visitor())) ?? []
    const [enquiry, ...more] = await enquiries()
    expect(more).toEqual([])
    expect(enquiry).toMatchObject({ channel: 'contact_form', email: shortContact.email, status: 'new' })
    const office = await whole.signedIn('coordinator')
    expect((await office.get('/office/today')).html).toContain(`/office/enquiries/${enquiry?.id}`)
    const page = wordsOf((await office.get(`/office/enquiries/${enquiry?.id}`)).html)
    expect(page).toContain(reference)
    expect(page).toContain(shortContact.message)
  })

  test('it is answered at once, on the way that was said to be safe and on no other', async () => {
    await whole.runJobs()
    expect(whole.mail.map((it) => it.to)).toEqual([shortContact.email])
    const before = whole.mail.length
    await sendContact(whole.visitor(), { 'ways[]': ['none'], email: 'unsafe@example.org' })
    await whole.runJobs()
    expect(whole.mail).toHaveLength(before)
    const ways = await db.look('SELECT email, email_safety FROM ev.enquiry ORDER BY email')
    expect(ways).toEqual([
      { email: shortContact.email, email_safety: 'safe' },
      { email: null, email_safety: 'unsafe' },
    ])
  })

  test('the same form sent twice makes one enquiry', async () => {
    const visitor = whole.visitor()
    const before = (await enquiries()).length
    const form = { ...hiddenFields((await visitor.get('/contact')).html, '/contact'), ...shortContact }
    whole.wait(readingTime)
    const first = await visitor.post('/contact', form)
    const second = await visitor.post('/contact', form)
    expect([first.status, second.location]).toEqual([303, first.location])
    expect(await enquiries()).toHaveLength(before + 1)
  })
})

describe('T01: what holds off spam runs on the service’s own server', () => {
  test.each([
    ['sends as soon as it has the form', {}, 0],
    ['fills in what nobody sees', { homepage: 'https://pills.example' }, readingTime],
  ])('a program that %s makes nothing', async (_, fields, readFor) => {
    const before = await enquiries()
    const sent = await whole.visitor().send('/contact', { ...shortContact, ...fields }, '/contact', readFor)
    expect(sent.status).toBe(422)
    expect(sent.html).toContain(shortContact.message)
    expect(await enquiries()).toEqual(before)
  })

  test('a flood from one place is held off, and nobody elsewhere is', async () => {
    const flooder = whole.visitor('203.0.113.9')
    const hidden = async () => flooder.send('/contact', shortContact, '/contact', readingTime)
    const sent = await Promise.all(Array.from({ length: 14 }, hidden))
    expect(sent.filter((it) => it.status === 303)).toHaveLength(10)
    expect(sent.filter((it) => it.status === 429)).toHaveLength(4)
    expect(await sendContact(whole.visitor('198.51.100.4'))).toContain('/sent/')
  })

  test.each(['/contact', '/self-referral'])('%s asks no other company for anything', async (path) => {
    const { html, headers } = await whole.visitor().get(path)
    const asked = elementsOf(html).flatMap((it) => {
      const fetched = it.tagName === 'a' ? [] : ['src', 'srcset', 'href', 'action', 'data', 'formaction', 'poster']
      return fetched.flatMap((name) => attribute(it, name) ?? [])
    })
    expect(asked.length).toBeGreaterThan(3)
    expect(asked.filter((it) => !/^\/(?!\/)/.test(it))).toEqual([])
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    expect(policy.match(/https?:|\*|unsafe/)).toBeNull()
  })
})
