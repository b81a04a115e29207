import { afterAll, beforeAll, expect, test } from 'vitest'
import { caseFrom } from '../../../../../test/support/case-life.ts'
import { type OfficeDay, officeDay } from '../../../../../test/support/office-day.ts'
import { hiddenFields, wordsOf } from '../../../../../test/support/visitor.ts'

let day: OfficeDay
let caseId: string
beforeAll(async () => {
  day = await officeDay()
  caseId = await caseFrom(day.db, day.office, day.whole.service.keyring)
})
afterAll(() => day?.end())

test('what is looked for is sent by the bar of every page, and stands in no address', async () => {
  const { coordinator } = day
  const bar = await coordinator.get('/office/today')
  expect(bar.html).toMatch(/<form class="ev-search" method="post" action="\/office\/search">/)
  const answer = await coordinator.send('/office/search', { q: 'Testcaller' })
  expect(answer.status).toBe(200)
  expect(wordsOf(answer.html)).toMatch(/Testcaller.*Why: part of the name/s)
  expect(answer.html).toContain(`/office/cases/${caseId}`)
  expect(day.whole.logged()).not.toMatch(/Testcaller/i)
})

test('the number of a case leads to it', async () => {
  const [file] = await day.db.look<{ reference: string }>('SELECT reference FROM ev.case_file WHERE id = $1', [caseId])
  const answer = await day.coordinator.send('/office/search', { q: ` ${file?.reference.toLowerCase()} ` })
  expect(answer).toMatchObject({ status: 303, location: `/office/cases/${caseId}` })
})

test('as somebody types, a part of a page comes; nothing for too little or for whoever may not look', async () => {
  const ask = async (typed: Record<string, string>) => {
    const hidden = hiddenFields((await day.coordinator.get('/office/search')).html, '/office/search')
    return day.coordinator.post('/office/search/possible', { ...hidden, ...typed })
  }
  const found = await ask({ given_name: 'Tes', family_name: 'Testcalller' })
  expect(found.html).not.toContain('<html')
  expect(found.html).toMatch(/We may know this person already.*Testcaller/s)
  expect(wordsOf((await ask({ given_name: 'T' })).html).trim()).toBe('')
  const officer = await day.whole.signedIn('privacyOfficer')
  const hidden = hiddenFields((await officer.get('/office/account')).html, '/office/sign-out')
  expect((await officer.post('/office/search/possible', { ...hidden, family_name: 'Testcaller' })).status).toBe(404)
})

test('a colleague declares on the case page that they know a party, and cannot open it any more', async () => {
  const known = await day.whole.signedIn('supervisor', 'Sue Knows')
  const [person] = await day.db.look<{ id: string }>(
    `SELECT person_id AS id FROM ev.party WHERE case_id = $1 AND side = 'A'`,
    [caseId],
  )
  expect((await known.get(`/office/cases/${caseId}`)).html).toContain(`/office/cases/${caseId}/conflict`)
  expect((await known.send(`/office/cases/${caseId}/conflict`, {})).status).toBe(422)
  expect(await known.send(`/office/cases/${caseId}/conflict`, { person: person?.id ?? '' })).toMatchObject({
    status: 303,
    location: '/office/today',
  })
  expect((await known.get(`/office/cases/${caseId}`)).status).toBe(404)
  expect((await known.get('/office/walls')).html).not.toContain('/lift')

  const other = await day.whole.signedIn('supervisor', 'Otto Lifts')
  const list = await other.get('/office/walls')
  const lift = /\/office\/walls\/[^"]+\/lift/.exec(list.html)?.[0] ?? ''
  expect((await other.send(lift, { reason: '' })).status).toBe(422)
  expect((await other.send(lift, { reason: 'Another of that name' })).status).toBe(303)
  expect((await known.get(`/office/cases/${caseId}`)).status).toBe(200)
})
