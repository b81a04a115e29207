import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type TestService, testService } from '../../../test/support/service.ts'
import { fileWithTwoParties, type TwoPartyFile } from '../../../test/support/two-party-file.ts'
import { type Id, newId } from '../../values/ids.ts'
import { type HeldPart, heldCases, liftHold, placeHold } from '../cases/index.ts'

let service: TestService
let officer: Id
let mediator: Id
let file: TwoPartyFile
beforeAll(async () => {
  service = await testService()
  officer = (await service.staff('privacyOfficer')).id
  mediator = (await service.staff('mediator')).id
})
beforeEach(async () => {
  await service.look('UPDATE ev.hold SET lifted_at = ev.service_now(), lifted_by = placed_by WHERE lifted_at IS NULL')
  file = await fileWithTwoParties(service, mediator)
})
afterAll(() => service?.end())

async function hold(part: Partial<HeldPart>): Promise<Id> {
  const reviewOn = service.clock.now().toZonedDateTimeISO('Europe/London').toPlainDate().add({ months: 1 }).toString()
  const input = { ...part, key: newId(), caseId: file.caseId, reason: 'A claim', reviewOn }
  const placed = await placeHold(service.desk.office, officer, input)
  if (!placed.done) throw new Error('not held')
  return placed.value.holdId as Id
}

/** What the database says to a statement that is undone again. */
async function tried(sql: string, ...values: readonly unknown[]): Promise<string> {
  await service.look('BEGIN')
  try {
    return String((await service.look(`${sql} RETURNING 1`, values)).length)
  } catch (error) {
    return (error as { code?: string }).code ?? String(error)
  } finally {
    await service.look('ROLLBACK')
  }
}
const inZone = (table: string, zone: string) =>
  tried(`DELETE FROM ev.${table} WHERE case_id = $1 AND zone = $2`, file.caseId, zone)
const waysOf = (person: Id) => tried('DELETE FROM ev.contact_point WHERE person_id = $1', person)
const isHeld = (caseId: Id) =>
  service.desk.worker.read(null, { purpose: 'retention', deed: 'retention.looked' }, async (scope) =>
    (await heldCases(scope, [caseId])).has(caseId),
  )

describe('a hold on one person', () => {
  test('keeps what is theirs and what both share, and not what is of the other alone', async () => {
    await hold({ side: 'B' })
    for (const zone of ['B', 'both', 'office']) expect(await inZone('session_record', zone), zone).toBe('EV001')
    expect(await inZone('session_record', 'A')).toBe('1')
    expect(await waysOf(file.personB)).toBe('EV001')
    expect(await waysOf(file.personA)).toBe('1')
    expect(await isHeld(file.caseId)).toBe(true)
  })

  test('reaches their part of every other file, and goes along when records become one', async () => {
    const other = await fileWithTwoParties(service, mediator)
    await service.look(`UPDATE ev.party SET person_id = $1 WHERE case_id = $2 AND side = 'A'`, [
      file.personB,
      other.caseId,
    ])
    await hold({ side: 'B' })
    const inOther = (zone: string) =>
      tried('DELETE FROM ev.session_record WHERE case_id = $1 AND zone = $2', other.caseId, zone)
    expect([await inOther('A'), await inOther('both'), await inOther('B')]).toEqual(['EV001', 'EV001', '1'])
    expect(await isHeld(other.caseId)).toBe(true)
  })
})

describe('a hold on one kind of data', () => {
  test('keeps the tables in which it lies, of both or of one, and no other', async () => {
    const [place] = await service.look<{ category: string }>(
      `SELECT category FROM ev.category_place WHERE tab = 'session_record' EXCEPT SELECT category FROM ev.category_place WHERE tab = 'contact_point'`,
    )
    await hold({ category: place?.category ?? '', side: 'A' })
    expect(await inZone('session_record', 'A')).toBe('EV001')
    expect(await inZone('session_record', 'B')).toBe('1')
    expect(await waysOf(file.personA)).toBe('1')
  })
})

describe('whatever is held', () => {
  test('has no words written over, by its owner either, while what is said of its state may change', async () => {
    const change = (set: string) => tried(`UPDATE ev.session_record SET ${set} WHERE case_id = $1`, file.caseId)
    expect(await change(`discussed = 'Something else'`)).toBe('4')
    await hold({})
    expect(await change(`discussed = 'Something else'`)).toBe('EV001')
    expect(await change(`discussed = ''`)).toBe('EV001')
    expect(await tried(`UPDATE ev.child SET given_name = 'Other' WHERE case_id = $1`, file.caseId)).toBe('EV001')
    expect(await tried(`UPDATE ev.appointment SET status = 'held' WHERE case_id = $1`, file.caseId)).toBe('3')
  })

  test('is free again when the hold is lifted, and a hold itself is lifted and not changed', async () => {
    const holdId = await hold({ side: 'A' })
    for (const set of [`side = NULL`, `reason = 'Another'`, `category = 'party.contact'`])
      expect(await tried(`UPDATE ev.hold SET ${set} WHERE id = $1`, holdId), set).toBe('EV001')
    const lifted = await liftHold(service.desk.office, officer, { key: newId(), caseId: file.caseId, holdId })
    expect(lifted.done).toBe(true)
    expect(await inZone('session_record', 'A')).toBe('1')
    expect(await tried('UPDATE ev.hold SET lifted_at = NULL, lifted_by = NULL WHERE id = $1', holdId)).toBe('EV001')
    expect(await isHeld(file.caseId)).toBe(false)
  })
})
