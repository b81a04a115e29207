import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type OfficeDay, officeDay } from '../support/office-day.ts'
import { wordsOf } from '../support/visitor.ts'

let day: OfficeDay
let people: { id: string; side: string }[] = []
beforeAll(async () => {
  day = await officeDay()
  people = await day.db.look('SELECT person_id AS id, side FROM ev.party WHERE case_id = $1 ORDER BY side', [
    day.caseId,
  ])
  await place('A', '77 Canary Court', 'NR1 3AA')
  await place('B', '5 Hidden Yard', 'NR9 9ZZ')
})
afterAll(() => day?.end())

const place = (side: 'A' | 'B', value: string, postcode: string) =>
  day.coordinator.send(`/office/cases/${day.caseId}/people/${people.find((it) => it.side === side)?.id}/contact`, {
    ...{ kind: 'address', value, postcode, source: 'self', safety: 'safe', voicemail_safety: 'not_asked' },
  })
const write = (body: string, reason?: string) =>
  day.coordinator.send(`/office/cases/${day.caseId}/write/a`, {
    ...{ to: people[0]?.id ?? '', channel: 'letter', subject: 'Your papers', body },
    ...(reason === undefined ? {} : { reason }),
  })
const letters = () =>
  day.db.look<{ id: string; body: string }>(`SELECT id, body FROM ev.message WHERE written_by IS NOT NULL`)

describe('T21: where somebody lives, in messages', () => {
  test.each([
    'They moved to 5 Hidden Yard.',
    'The postcode is NR9 9ZZ.',
    'You find them in (5) hidden-yard',
    'Ask at nr99zz',
  ])('“%s” goes to the other with no reason whatever', async (body) => {
    const asked = await write(body)
    expect(asked.status).toBeGreaterThanOrEqual(400)
    expect(wordsOf(asked.html)).toContain('Please look at this before it goes')
    expect(wordsOf(asked.html)).not.toContain('Why may it go as it is?')
    expect((await write(body, 'They asked me to')).status).toBeGreaterThanOrEqual(400)
    expect(await letters()).toEqual([])
  })

  test.each([
    ['mailbox', 'Write to them at hidden.b@mail.example'],
    ['number', 'Ring them on +44 7700 900 777'],
  ])('the %s of the other goes to nobody, with whatever reason', async (_, body) => {
    const page = `/office/cases/${day.caseId}/people/${people[1]?.id}/contact`
    const source = { source: 'self', safety: 'safe', voicemail_safety: 'not_asked' }
    await day.coordinator.send(page, { kind: 'email', value: 'hidden.b@mail.example', ...source })
    await day.coordinator.send(page, { kind: 'telephone', value: '07700 900777', ...source })
    expect((await write(body, 'They asked me to')).status).toBeGreaterThanOrEqual(400)
    expect(await letters()).toEqual([])
  })

  test('who named the other to them, and why, is kept with what was written', async () => {
    const [other] = await day.db.look<{ name: string }>('SELECT given_name AS name FROM ev.person WHERE id = $1', [
      people[1]?.id,
    ])
    const body = `${other?.name} will come too.`
    expect((await write(body)).status).toBeGreaterThanOrEqual(400)
    expect((await write(body, 'Both know that they meet')).status).toBe(303)
    const kept = `SELECT id, written_by, recipient, guard_found, guard_reason FROM ev.message WHERE body = $1`
    const [row] = await day.db.look<{ id: string }>(kept, [body])
    expect(row).toMatchObject({
      ...{ written_by: day.coordinator.staff.id, guard_found: 'name', guard_reason: 'Both know that they meet' },
    })
    const shown = wordsOf((await day.coordinator.get(`/office/messages/${row?.id}`)).html)
    expect(shown).toContain('It names the other party: Both know that they meet')
    await day.db.look(`DELETE FROM ev.task WHERE message_id = $1`, [row?.id])
    await day.db.look('DELETE FROM ev.message WHERE id = $1', [row?.id])
  })

  test('the address stands on the sheet of their own letter, and is in no message', async () => {
    expect((await write('Please bring them on Tuesday.')).status).toBe(303)
    const [letter] = await letters()
    const sheet = wordsOf((await day.coordinator.get(`/office/messages/${letter?.id}/print`)).html)
    expect(sheet).toContain('77 Canary Court')
    expect(sheet).not.toContain('Hidden Yard')
    expect(await day.db.look(`SELECT FROM ev.message WHERE message::text ~ 'Canary Court|Hidden Yard'`)).toEqual([])
  })

  test('a letter that names where the other moved meanwhile is neither printed nor posted', async () => {
    expect((await write('We meet at the Old Mill Lane hall.')).status).toBe(303)
    const letter = (await letters()).find((it) => it.body.includes('Old Mill'))
    await place('B', 'Old Mill Lane', 'NR8 8YY')
    const page = `/office/messages/${letter?.id}`
    expect((await day.coordinator.get(`${page}/print`)).status).toBe(303)
    expect(wordsOf((await day.coordinator.get('/office/letters/print')).html)).not.toContain('Old Mill Lane hall')
    await day.coordinator.send(page, { decision: 'posted' })
    const [row] = await day.db.look('SELECT status FROM ev.message WHERE id = $1', [letter?.id])
    expect(row).toEqual({ status: 'waiting' })
  })
})
