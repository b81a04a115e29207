import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestService, testService } from '../../../test/support/service.ts'
import { fileWithTwoParties, type TwoPartyFile } from '../../../test/support/two-party-file.ts'
import { classification } from '../../app/classification.ts'
import { asInstaller } from '../../app/prepare-database.ts'
import { migrate, readMigrations } from '../../platform/database/migrate.ts'
import type { Classification } from '../../policy/classification.ts'
import { newId } from '../../values/ids.ts'
import { placeHold } from '../cases/index.ts'

/** Tables that tell of clients and whose rows no hold keeps, each with why. */
const outside: Readonly<Record<string, string>> = {
  access_log: 'what was opened ends by its own time and is never changed',
  request_key: 'that a form was sent once, for some days',
  task: 'what is still to be done goes on while a case is held',
  consent_event: 'the ledger is never changed and knows no case',
  hold: 'it has a guard of its own: it is lifted, not deleted',
  returning_card: 'it is made when the file is gone',
  draft: 'unfinished words of a colleague, gone when they are saved',
  party_code: 'a way in, for some days',
  import_sheet: 'a list as it was brought in; what came of it is in the cases',
  complaint_step: 'it goes with its complaint, which is guarded',
  complaint_telling: 'it goes with its complaint, which is guarded',
  breach_report: 'it tells of no case',
  objection: 'it goes with its request, which is guarded',
  right_decision: 'it goes with its request, which is guarded',
  access_pack: 'it goes with its request, which is guarded',
  pack_item: 'it goes with its request, which is guarded',
  told_again: 'it goes with its request, which is guarded',
  retention_state: 'how near its end a thing is, reckoned anew each day',
  destruction_certificate: 'it is made when all is gone',
}
const clients = ['party', 'enquirer', 'child', 'otherPeople']

let service: TestService
let file: TwoPartyFile
beforeAll(async () => {
  service = await testService()
  const officer = (await service.staff('privacyOfficer')).id
  file = await fileWithTwoParties(service, (await service.staff('mediator')).id)
  const today = service.clock.now().toZonedDateTimeISO('Europe/London').toPlainDate()
  const about = { kind: 'claim', authority: 'court', reason: 'A claim' } as const
  const hold = { ...about, key: newId(), caseId: file.caseId, reviewOn: today.add({ months: 6 }).toString() }
  expect(await placeHold(service.desk.office, officer, hold)).toMatchObject({ done: true })
})
afterAll(() => service?.end())

const outcomeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code?: string; cause?: { message?: string } }) => error.code ?? error.cause?.message ?? String(error),
  )

describe('hold: while a hold stands', () => {
  test('every table that tells of clients is guarded, or says why not', async () => {
    const rows = await service.look<{ name: string; triggers: string[] }>(
      `SELECT c.relname AS name, array_agg(t.tgname::text) AS triggers FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
        WHERE c.relnamespace = 'ev'::regnamespace AND t.tgenabled = 'O' GROUP BY 1`,
    )
    const guarded = new Map(rows.map((it) => [it.name, it.triggers]))
    const tables = Object.entries(classification as Classification).filter(([, { columns }]) =>
      Object.values(columns).some((it) => it.kind === 'personal' && it.about.some((who) => clients.includes(who))),
    )
    const open = tables.filter(([name]) => {
      const has = guarded.get(name) ?? []
      return !(has.includes('hold') && has.includes('no_truncate'))
    })
    expect(open.map(([name]) => name).filter((name) => !(name in outside))).toEqual([])
    expect(tables.length - open.length).toBeGreaterThan(30)
  })

  test('no row of the held file is deleted or emptied from any table, by its owner either', async () => {
    const rows = await service.look<{ name: string }>(
      `SELECT DISTINCT c.relname AS name FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_attribute a ON a.attrelid = c.oid
        WHERE t.tgname = 'hold' AND c.relnamespace = 'ev'::regnamespace AND a.attname = 'case_id' ORDER BY 1`,
    )
    let tried = 0
    for (const { name } of rows) {
      const there = await service.look(`SELECT FROM ev.${name} WHERE case_id = $1`, [file.caseId])
      expect(await outcomeOf(service.look(`TRUNCATE ev.${name} CASCADE`)), name).toBe('EV001')
      if (there.length === 0) continue
      tried++
      expect(await outcomeOf(service.look(`DELETE FROM ev.${name} WHERE case_id = $1`, [file.caseId])), name).toBe(
        'EV001',
      )
    }
    expect(tried).toBeGreaterThan(6)
    const emptied = service.look(`UPDATE ev.session_record SET discussed = '' WHERE case_id = $1`, [file.caseId])
    expect(await outcomeOf(emptied)).toBe('EV001')
    expect(await outcomeOf(service.look(`DELETE FROM ev.case_file WHERE id = $1`, [file.caseId]))).toBe('EV001')
  })

  test.each([
    ['drops a table', 'DROP TABLE ev.session_summary CASCADE'],
    ['drops a column', 'ALTER TABLE ev.child DROP COLUMN given_name CASCADE'],
    ['takes the guard away', 'ALTER TABLE ev.child DISABLE TRIGGER hold; DELETE FROM ev.child'],
    ['writes nothing over it', `ALTER TABLE ev.child DISABLE TRIGGER USER; UPDATE ev.child SET given_name = ''`],
  ])('a later migration that %s is not kept', async (_, sql) => {
    const later = { name: '9999_later.sql', sql, digest: 'later' }
    const all = [...(await readMigrations()), later]
    expect(await outcomeOf(asInstaller(service.place, (admin, names) => migrate(admin, names, all)))).toBe(
      'it would lose what is held',
    )
    expect(await service.look(`SELECT FROM ev.child WHERE given_name <> ''`)).not.toEqual([])
  })

  test('a hold is written down outside the database, and is looked at again within half a year', async () => {
    const lines = await service.journal.lines()
    expect(lines.filter((it) => it.line === 'intent' && it.act === 'hold')).toHaveLength(1)
    const late = service.look(
      `INSERT INTO ev.hold (case_id, reason, review_on, placed_by) VALUES ($1, 'r', '2099-01-01', $1)`,
      [file.caseId],
    )
    await expect(late).rejects.toMatchObject({ constraint: 'hold_review_soon' })
  })
})
