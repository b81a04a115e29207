import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { InvitedDay } from '../support/invited-day.ts'
import { dayFields, type OfficeDay, officeDay } from '../support/office-day.ts'
import { wordsOf } from '../support/visitor.ts'

let day: OfficeDay
let on: InvitedDay
beforeEach(async () => {
  day = await officeDay()
  on = new InvitedDay(day)
  await on.miam(true)
  await on.told('email', 'otto@mail.example')
})
afterEach(() => day?.end())

describe('T15: details that another gave serve to get in touch, and nothing else', () => {
  test('an appointment is not confirmed to a mailbox that the other party told us', async () => {
    const when = { ...dayFields('date', '2026-11-24'), time: '10:00', minutes: '60', place: 'telephone' }
    await day.coordinator.send(`/office/cases/${day.caseId}/book`, {
      what: 'miam-B',
      mediator: day.office.mediator,
      ...when,
    })
    await day.whole.runJobs()
    expect(day.whole.mail.map((it) => it.to)).not.toContain('otto@mail.example')
  })

  test('the first word says from whom we have them, with what the law asks to be told', async () => {
    await on.says('unnamed')
    await on.send()
    const [{ body } = { body: '' }] = await on.letters()
    expect(body).toContain('The other person gave us your name and how to reach you.')
    for (const heading of [
      'Who we are',
      'What we use your details for',
      'Why we may',
      'What we have',
      'Who else gets it',
    ])
      expect(body).toContain(heading)
    for (const heading of ['Where we have it from', 'How long we keep it', 'Your rights', 'If you are unhappy with us'])
      expect(body).toContain(heading)
    expect(body).toContain('Article 6(1)(f): legitimate interests')
    expect(body).toContain('seven years')
    expect(wordsOf((await day.coordinator.get(await on.page())).html)).toContain('Notice of 21 November 2026')
  })

  test('whoever was not told within the time becomes a task before it is over', async () => {
    day.db.clock.set('2026-12-10T12:00:00Z')
    await day.whole.runJobs()
    expect(wordsOf((await day.coordinator.get('/office/today')).html)).not.toContain('from whom we have their details')
    day.db.clock.set('2026-12-17T12:00:00Z')
    await day.whole.runJobs()
    expect(wordsOf((await day.coordinator.get('/office/today')).html)).toContain('from whom we have their details')
  })

  test('asked to, we use them no more: nothing is written there, and the privacy officer is told', async () => {
    await on.says('unnamed')
    await on.send()
    await day.whole.runJobs()
    const sent = await day.whole.visitor().send(await on.reply(), { answer: 'remove_me', sure: 'yes' })
    expect(sent.location).toBe('/replied')
    const points = await day.db.look(
      `SELECT c.value FROM ev.contact_point c JOIN ev.party p USING (person_id) WHERE p.case_id = $1 AND p.side = 'B' AND c.ended_at IS NULL`,
      [day.caseId],
    )
    expect(points).toEqual([])
    const officer = await day.whole.browserOf({
      id: day.office.privacyOfficer,
      name: 'Test privacyOfficer',
      role: 'privacyOfficer',
    })
    expect(wordsOf((await officer.get('/office/today')).html)).toContain('wants their details removed')
    day.db.clock.set('2026-12-10T12:00:00Z')
    await day.whole.runJobs()
    expect(day.whole.mail).toHaveLength(1)
  })

  test('the website’s own right is to add an answer: it reads no detail, not even by the code', async () => {
    const grants = await day.db.look<{ grantee: string }>(
      `SELECT DISTINCT table_name, privilege_type FROM information_schema.column_privileges WHERE grantee LIKE '%public_answering' AND table_name <> 'access_log' AND table_name NOT LIKE 'request%'`,
    )
    expect(grants).toEqual([{ table_name: 'invitation_answer', privilege_type: 'INSERT' }])
  })
})
