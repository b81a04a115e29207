import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { InvitedDay } from '../support/invited-day.ts'
import { dayFields, type OfficeDay, officeDay } from '../support/office-day.ts'
import { wordsOf } from '../support/visitor.ts'

let day: OfficeDay
let on: InvitedDay
beforeEach(async () => {
  day = await officeDay()
  on = new InvitedDay(day)
})
afterEach(() => day?.end())

const board = async () => wordsOf((await day.coordinator.get('/office/invitations')).html)
const caseWords = async () => wordsOf((await day.coordinator.get(`/office/cases/${day.caseId}`)).html)
/** The day’s jobs at noon of a day. */
const at = async (date: string) => {
  day.db.clock.set(`${date}T12:00:00Z`)
  await day.whole.runJobs()
}

describe('S10: after the first MIAM the other party is invited', () => {
  test('the case comes to the board of itself, and waits first for the safety check, then for the mediator’s word', async () => {
    expect(await board()).toContain('Nobody waits to be invited')
    await on.miam(false)
    await on.told('email', 'otto@mail.example')
    expect(await board()).toContain('Waits for the mediator')
    expect((await on.says('unnamed')).status).toBe(422)
    expect((await day.coordinator.get('/office/invitations')).html).not.toContain('/send')
    expect(await on.letters()).toEqual([])
    await on.safetyCheck()
    expect((await on.says('unnamed')).status).toBe(303)
    expect(await board()).toContain('Invite now')
  })

  test('the clock counts business days: a MIAM on Friday 20 November is followed up by Tuesday', async () => {
    await on.miam(true)
    expect(await board()).toContain('Invite: Tue 24 Nov')
    expect(await board()).not.toContain('Late')
    await at('2026-11-25')
    expect(await board()).toContain('Late')
  })

  test('invitation, reminders and outcome follow, and then it ends', async () => {
    await on.miam(true)
    await on.told('email', 'otto@mail.example')
    await on.says('unnamed')
    expect((await on.send()).location).toBe('/office/invitations?done=sent')
    await at('2026-11-23')
    expect(day.whole.mail.map((it) => it.to)).toEqual(['otto@mail.example'])
    await at('2026-11-27')
    expect(day.whole.mail).toHaveLength(1)
    await at('2026-11-30')
    await at('2026-12-01')
    expect(day.whole.mail).toHaveLength(2)
    await at('2026-12-07')
    await at('2027-02-01')
    expect(day.whole.mail).toHaveLength(3)
    expect(await board()).toContain('No answer came')
    const page = await on.page()
    await day.coordinator.send('/office/invitations', { outcome: 'no_answer' }, `${page}/outcome`)
    expect(await board()).toContain('Nobody waits to be invited')
    expect(await caseWords()).toContain('Did not answer')
  })

  test('the words name nobody, repeat nothing of what was said, and say that nobody need come', async () => {
    await on.miam(true)
    await on.told('email', 'otto@mail.example')
    await on.says('unnamed')
    await on.send()
    const [{ subject, body } = { subject: '', body: '' }] = await on.letters()
    for (const word of ['Tess', 'Testcaller', 'Ivy', 'Asked alone', 'What could be gained', 'abuse', 'court case'])
      expect(`${subject} ${body}`).not.toContain(word)
    expect(body).toContain('You need not come, and you need not give a reason.')
  })

  test('the one who came first is named where they allowed it, and not otherwise', async () => {
    await on.miam(true)
    await on.told('email', 'otto@mail.example')
    await on.says('named')
    await on.send()
    expect((await on.letters())[0]?.body).toContain('Tess Testcaller has been to a first meeting with us')
  })

  test('an answer on the website stops the reminders and shows on the board, and nothing of it reaches the first party', async () => {
    await on.miam(true)
    await on.told('email', 'otto@mail.example')
    await on.says('unnamed')
    await on.send()
    await at('2026-11-23')
    await day.whole.visitor().send(await on.reply(), { answer: 'unsafe', sure: 'yes' })
    await at('2026-11-30')
    expect(day.whole.mail).toHaveLength(1)
    expect(await board()).toContain('Says that it is not safe')
    expect(day.whole.mail.some((it) => it.to === 'tess@example.org')).toBe(false)
    expect(await day.db.look(`SELECT FROM ev.message WHERE zone = 'A'`)).toEqual([])
  })

  test('coming to a MIAM ends it, and a mediator who was not given the case sees none of it', async () => {
    await on.miam(true)
    expect((await day.stranger.get(await on.page())).status).toBe(404)
    expect(wordsOf((await day.stranger.get('/office/invitations')).html)).not.toContain('Otto')
    const whose = dayFields('held_on', '2026-11-20')
    const words = { information_given: 'x', benefits_explained: 'x', way_suited: 'x', how_to_proceed: 'x' }
    const rest = { suitable: 'yes', legal_quality: 'without_prejudice' }
    await day.mediator.send(`/office/cases/${day.caseId}/miams/new/b`, { ...whose, ...words, ...rest })
    expect(await caseWords()).toContain('Came to a MIAM')
    expect(await board()).toContain('Nobody waits to be invited')
  })
})
