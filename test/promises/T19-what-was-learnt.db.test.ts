import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Id } from '../../src/values/ids.ts'
import { aComplaint } from '../support/a-complaint.ts'
import { type TestService, testService } from '../support/service.ts'
import { type Visitor, wordsOf } from '../support/visitor.ts'
import { type WholeService, wholeService } from '../support/whole-service.ts'

let db: TestService
let whole: WholeService
let supervisor: Visitor & { readonly staff?: { readonly id: Id } }
beforeAll(async () => {
  db = await testService({ at: '2026-11-23T10:00:00Z' })
  whole = await wholeService(db)
  supervisor = await whole.signedIn('supervisor')
})
afterAll(async () => {
  await whole?.end()
  await db?.end()
})

describe('T19: the nature and the outcome of complaints are recorded, to improve the service', () => {
  test('the register says of each its outcome, its cause and what changed, and counts the causes', async () => {
    const { id: actor } = await db.staff('coordinator')
    const answered = [
      ['upheld', 'delay', 'Two colleagues look at the list'],
      ['partly', 'delay', 'The list is shorter'],
      ['not_upheld', 'nothing_wrong', ''],
    ] as const
    for (const [outcome, cause, changed] of answered) {
      const page = `/office/complaints/${await aComplaint(db, actor)}`
      const typed = { outcome, cause, changed, answer: 'As we told you', answer_told: 'spoken' }
      expect((await supervisor.send(page, typed, `${page}/answer`)).status).toBe(303)
    }
    const words = wordsOf((await supervisor.get('/office/complaints')).html)
    expect(words).toContain('Two colleagues look at the list')
    expect(words).toContain('They were right in part')
    expect(words).toMatch(/It took too long, or was forgotten\s*2/)
    expect(words).toMatch(/Nothing was wrong\s*1/)
  })

  test('the database takes no outcome without a cause, and nothing that was wrong without what changed', async () => {
    const { id: actor } = await db.staff('coordinator')
    const id = await aComplaint(db, actor)
    const set = (more: string) =>
      db.look(
        `UPDATE ev.complaint SET closed_on = '2026-11-23', closed_by = $2, outcome = 'upheld', answer = 'a', answered_how = 'spoken',
           acknowledged_on = '2026-11-23', acknowledged_by = $2, acknowledged_how = 'spoken' ${more} WHERE id = $1`,
        [id, actor],
      )
    await expect(set('')).rejects.toMatchObject({ code: '23514' })
    await expect(set(`, cause = 'delay'`)).rejects.toMatchObject({ constraint: 'complaint_changed' })
    await set(`, cause = 'delay', changed = 'More time'`)
  })
})
