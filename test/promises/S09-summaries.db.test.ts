import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeSummary } from '../../src/features/sessions/actions/write-summary.ts'
import { type Id, newId } from '../../src/values/ids.ts'
import { type TestService, testService } from '../support/service.ts'
import { fileWithTwoParties, type TwoPartyFile } from '../support/two-party-file.ts'

let service: TestService
let file: TwoPartyFile
let mediator: Id
let sessions: ReadonlyMap<string, Id>
beforeAll(async () => {
  service = await testService()
  mediator = (await service.staff('mediator')).id
  file = await fileWithTwoParties(service, mediator)
  const rows = await service.look<{ id: Id; zone: string }>('SELECT id, zone FROM ev.session_record')
  sessions = new Map(rows.map((row) => [row.zone, row.id]))
})
afterAll(() => service?.end())

const write = (zone: 'A' | 'both', sessionId: Id | undefined, by = mediator) =>
  writeSummary(service.desk.office, by, {
    ...{ key: newId(), caseId: file.caseId, zone, sessionId: sessionId ?? null },
    ...{ legalQuality: 'open', summary: `They agree ${zone}` },
  })
const readBy = (person: Id) =>
  service.desk.portal.read(person, { purpose: 'mediation', deed: 'session.listed' }, async ({ queries }) =>
    (await queries.selectFrom('session_summary').select('summary').execute()).map((row) => row.summary),
  )

describe('S09: summaries are made from the file', () => {
  test('of a session of the same case and of the same zone, by its mediator', async () => {
    expect((await write('both', sessions.get('both'))).done).toBe(true)
    expect((await write('A', sessions.get('A'))).done).toBe(true)
    expect((await write('both', sessions.get('A'))).done).toBe(false)
    expect((await write('both', newId())).done).toBe(false)
    expect((await write('both', sessions.get('both'), (await service.staff('mediator')).id)).done).toBe(false)
  })

  test('what is for both is for both, and what is for one is not for the other', async () => {
    expect(await readBy(file.personA)).toEqual(expect.arrayContaining(['They agree both', 'They agree A']))
    expect(await readBy(file.personB)).toContain('They agree both')
    expect(await readBy(file.personB)).not.toContain('They agree A')
  })

  test('says by whom and in which quality it was written, which nobody changes afterwards', async () => {
    const rows = await service.look(
      `SELECT author, legal_quality FROM ev.session_summary WHERE summary = 'They agree both'`,
    )
    expect(rows).toEqual([{ author: mediator, legal_quality: 'open' }])
    const writers = await service.look<{ role: string }>(
      `SELECT r.rolname AS role FROM pg_roles r WHERE starts_with(r.rolname, $1) AND r.rolname <> $2
          AND has_any_column_privilege(r.oid, 'ev.session_summary', 'UPDATE') AND NOT r.rolsuper
          AND r.rolname NOT LIKE '%retention%'`,
      [`${service.place.prefix}_`, `${service.place.prefix}_owner`],
    )
    expect(writers).toEqual([])
  })
})
