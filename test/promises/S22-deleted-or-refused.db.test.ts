import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { classification } from '../../src/app/classification.ts'
import { placeHold } from '../../src/features/cases/index.ts'
import { carryOutErasures, orderErasure } from '../../src/features/endings/index.ts'
import type { CategoryKey } from '../../src/policy/vocabulary.ts'
import { type Id, newId } from '../../src/values/ids.ts'
import { endRequest, undoubted } from '../support/a-request.ts'
import { type ServiceFolder, serviceFolder, sweepTools } from '../support/case-life.ts'
import { type OfficeDay, officeDay } from '../support/office-day.ts'
import { pagesOfParty } from '../support/pages-of-a-party.ts'
import { fileWithTwoParties, type TwoPartyFile } from '../support/two-party-file.ts'
import { wordsOf } from '../support/visitor.ts'

let day: OfficeDay
let folder: ServiceFolder
let file: TwoPartyFile
let officer: Id
let requestId: Id

beforeAll(async () => {
  day = await officeDay()
  folder = await serviceFolder()
  officer = day.office.privacyOfficer
  file = await fileWithTwoParties(day.db, day.office.mediator)
  await day.db.look(`UPDATE ev.session_record SET discussed = 'Qzheron told' WHERE case_id = $1 AND zone = 'A'`, [
    file.caseId,
  ])
  requestId = await undoubted(day.db, officer, file.personA, 'erasure')
})
afterAll(async () => {
  await day?.end()
  await folder?.remove()
})

const tools = () => ({
  ...{ policy: day.db.policy, classes: classification },
  voice: async () => ({ serviceName: 'Test', contact: { email: '', telephone: '' } }) as never,
})
const order = (...categories: CategoryKey[]) =>
  orderErasure(day.db.desk.office, tools(), officer, { key: newId(), requestId, categories, told: 'spoken' })
const carryOut = async () =>
  carryOutErasures(day.db.desk.worker, { ...(await sweepTools(day.db, folder)), classes: classification })
const path = () => `/office/requests/${requestId}/erasure`

/** Every row of every table of the service that another person's page or file could be made of, but those of the first party. */
const rowsOfOthers = () =>
  day.db.look(
    `SELECT 'record' AS what, id FROM ev.session_record WHERE zone <> 'A' UNION ALL SELECT 'summary', id FROM ev.session_summary WHERE zone <> 'A'
     UNION ALL SELECT 'paper', id FROM ev.stored_file WHERE zone <> 'A' UNION ALL SELECT 'point', id FROM ev.contact_point WHERE person_id <> $1
     UNION ALL SELECT 'person', id FROM ev.person UNION ALL SELECT 'party', id FROM ev.party UNION ALL SELECT 'child', id FROM ev.child ORDER BY 1, 2`,
    [file.personA],
  )

describe('S22: deleted, or refused with the reason', () => {
  test('the plan says what is theirs alone, what can go and what stays and why', async () => {
    const page = await day.coordinator.get(path())
    expect(page.status).toBe(200)
    expect(page.html).toContain('value="case.record"')
    expect(page.html).not.toContain('Qzheron')
    const other = await undoubted(day.db, officer, file.personA, 'access')
    const stays = wordsOf((await day.coordinator.get(path())).html)
    expect(stays).toContain('they asked to see it and have no answer yet')
    expect(await order('case.record')).toEqual({ done: false, reason: 'stays' })
    await endRequest(day.db, officer, other)
  })

  test('what is decided goes in one transaction, after the journal, and the other party’s is as it was', async () => {
    const browser = await day.whole.partyIn(file.personB)
    const [pages, rows] = [await pagesOfParty(day.whole, browser), await rowsOfOthers()]
    expect(await order('case.record', 'party.contact')).toMatchObject({ done: true })
    expect(await order('case.record')).toEqual({ done: false, reason: 'twice' })
    expect(await carryOut()).toBe(1)
    expect(await day.db.look(`SELECT FROM ev.session_record WHERE discussed LIKE 'Qzheron%'`)).toEqual([])
    expect(await day.db.look('SELECT FROM ev.contact_point WHERE person_id = $1', [file.personA])).toEqual([])
    expect(await rowsOfOthers()).toEqual(rows)
    expect(await pagesOfParty(day.whole, browser)).toEqual(pages)
    const [certificate] = await day.db.look<{ text: string }>(
      `SELECT to_jsonb(c)::text AS text FROM ev.destruction_certificate c WHERE aggregate = 'person'`,
    )
    expect(certificate?.text).toContain('"session_record": 1')
    expect(certificate?.text).not.toContain(file.personA)
    const lines = await day.db.journal.lines()
    expect(lines.filter((it) => it.line === 'intent' && it.act === 'erasure' && it.of === 'person')).toHaveLength(1)
    expect((await day.coordinator.get(path())).html).toContain('All that was chosen is deleted')
    expect(await carryOut()).toBe(0)
  })

  test('a hold that comes between the decision and the deed stops it', async () => {
    await endRequest(day.db, officer, requestId)
    requestId = await undoubted(day.db, officer, file.personA, 'erasure')
    await day.db.look(
      `INSERT INTO ev.contact_point (person_id, kind, value, value_folded, source) VALUES ($1, 'email', 'again@party.example', 'again@party.example', 'self')`,
      [file.personA],
    )
    expect(await order('party.contact')).toMatchObject({ done: true })
    const today = day.db.clock.now().toZonedDateTimeISO('Europe/London').toPlainDate()
    const hold = { caseId: file.caseId, reason: 'A claim', reviewOn: today.add({ months: 3 }).toString() }
    expect(await placeHold(day.db.desk.office, officer, { key: newId(), ...hold })).toMatchObject({ done: true })
    expect(await carryOut()).toBe(0)
    const kept = 'SELECT FROM ev.contact_point WHERE person_id = $1'
    expect(await day.db.look(kept, [file.personA])).toHaveLength(1)
    expect(wordsOf((await day.coordinator.get(path())).html)).toContain('their file is held')
  })
})
