import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openFile, type SealedRecords, sealAll, sealedRecords } from '../../../test/support/sealed-records.ts'
import { newId } from '../../values/ids.ts'
import { noteRestored, sealRecords } from './index.ts'

let records: SealedRecords
beforeAll(async () => {
  records = await sealedRecords()
})
afterAll(() => records?.end())

const unsealed = async () => {
  const [row] = await records.service.look<{ count: string }>(
    `SELECT count(*)::text AS count FROM ev.access_log WHERE xid >= (SELECT max(to_xid) FROM ev.audit_seal)`,
  )
  return Number(row?.count)
}

test('a record that is committed late, with a lower number than others, is sealed too, and once', async () => {
  await records.openAndSeal(2)
  const { service, heads } = records
  const reader = await service.staff('coordinator', 'Late Writer')
  const slow = new pg.Client({ connectionString: service.place.installerUrl })
  await slow.connect()
  await slow.query('BEGIN')
  await slow.query(`SET LOCAL ROLE ${service.place.prefix}_owner`)
  const late = newId()
  await slow.query(
    `INSERT INTO ev.access_log (act, at, actor, case_id) VALUES ('case.opened', '2026-11-23T10:00:00Z', $1, $2)`,
    [reader.id, late],
  )
  for (let count = 0; count < 3; count++) await openFile(service, reader.id)
  await sealRecords(service.desk.worker, heads)
  // What came after the slow one waits with it: the seal must not run past it.
  expect(await unsealed()).toBeGreaterThanOrEqual(3)
  await slow.query('COMMIT')
  await slow.end()
  await sealAll(service, heads)
  expect(await records.faults()).toEqual([])
  await records.tamper(`UPDATE ev.access_log SET row_count = 7 WHERE case_id = '${late}'`)
  expect(await records.faults()).toEqual([
    expect.stringMatching(/^Seal \d+, records of 2026-11-23: a record was rewritten/),
  ])
  await records.tamper(`UPDATE ev.access_log SET row_count = 0 WHERE case_id = '${late}'`)
  expect(await records.faults()).toEqual([])
})

test('whatever is changed in a record is found', async () => {
  const { service } = records
  await records.openAndSeal(1)
  const otherwise: Readonly<Record<string, string>> = {
    at: `at + interval '1 second'`,
    written_at: `written_at + interval '1 second'`,
    actor: 'gen_random_uuid()',
    db_role: `'somebody'`,
    act: `'case.closed'`,
    also: `'{case.listed}'`,
    case_id: 'gen_random_uuid()',
    subject_id: 'gen_random_uuid()',
    row_count: 'row_count + 1',
  }
  const columns = await service.look<{ name: string }>(
    `SELECT attname AS name FROM pg_attribute WHERE attrelid = 'ev.access_log'::regclass AND attnum > 0 AND NOT attisdropped`,
  )
  // By its number and its transaction a record has its place in the chain.
  expect(columns.map((it) => it.name).sort()).toEqual([...Object.keys(otherwise), 'id', 'xid'].sort())
  const newest = 'WHERE id = (SELECT max(last_id) FROM ev.audit_seal)'
  for (const [column, changed] of Object.entries(otherwise)) {
    const [row] = await service.look<{ old: string | null }>(
      `SELECT ${column}::text AS old FROM ev.access_log ${newest}`,
    )
    const old = row?.old ?? null
    await records.tamper(`UPDATE ev.access_log SET ${column} = ${changed} ${newest}`)
    expect(await records.faults(), column).toEqual([expect.stringContaining('a record was rewritten')])
    await records.tamper(`UPDATE ev.access_log SET ${column} = ${old === null ? 'NULL' : `'${old}'`} ${newest}`)
  }
  expect(await records.faults()).toEqual([])
})

test('writers at work while it is sealed: each record is under exactly one seal', async () => {
  const { service, heads } = records
  const reader = await service.staff('coordinator', 'Busy Reader')
  const writers = Array.from({ length: 4 }, async () => {
    for (let count = 0; count < 15; count++) await openFile(service, reader.id)
  })
  const sealer = (async () => {
    for (let turn = 0; turn < 8; turn++) await sealRecords(service.desk.worker, heads)
  })()
  await Promise.all([...writers, sealer])
  await sealAll(service, heads)
  const [row] = await service.look<{ rows: string; sealed: string }>(
    `SELECT (SELECT count(*) FROM ev.access_log WHERE xid < (SELECT max(to_xid) FROM ev.audit_seal))::text AS rows,
       (SELECT sum((p->>'count')::int) FROM ev.audit_seal, jsonb_array_elements(parts) p)::text AS sealed`,
  )
  expect(row?.sealed).toBe(row?.rows)
  expect(await records.faults()).toEqual([])
})

test('what had its time goes without a word of alarm, and what is younger does not', async () => {
  const { service, heads } = records
  await service.look(`DELETE FROM ev.access_log WHERE id = (SELECT min(id) FROM ev.access_log)`)
  expect(await records.faults()).toEqual([expect.stringContaining('1 record removed')])
  service.clock.set('2033-12-01T10:00:00Z')
  expect(await records.faults()).toEqual([])
  service.clock.set('2026-11-24T10:00:00Z')
  await service.look('DELETE FROM ev.access_log')
  service.clock.set('2033-12-01T10:00:00Z')
  await sealAll(service, heads)
  expect(await records.faults()).toEqual([])
})

test('after a backup was put back and that was noted, the seals go on', async () => {
  const { service, heads } = records
  await records.openAndSeal(2)
  await records.openAndSeal(2)
  const last = 'SELECT max(seq) FROM ev.audit_seal'
  await records.tamper(`WITH s AS (DELETE FROM ev.audit_seal WHERE seq = (${last}) RETURNING from_xid)
    DELETE FROM ev.access_log WHERE xid >= (SELECT from_xid FROM s)`)
  expect(await records.faults()).toEqual([expect.stringContaining('the tail was cut off')])
  await noteRestored(service.desk.worker, heads)
  expect(await records.faults()).toEqual([])
  // As on another server, whose transactions are numbered from the beginning.
  await records.tamper(`UPDATE ev.access_log SET xid = (xid::text::numeric + 4000000000)::text::xid8`)
  await records.tamper('DELETE FROM ev.audit_seal')
  await records.rewriteFile(() => [])
  await records.tamper(`INSERT INTO ev.audit_seal (seq, after_id, from_xid, to_xid, last_id, parts, previous_head, head)
    VALUES (1, 0, '0', '4000000000', 0, '[]', repeat('0', 64), 'x')`)
  const open = await sealRecords(service.desk.worker, heads)
  expect(open).toBeGreaterThan(0)
  await records.openAndSeal(2)
  const epochs = await service.look('SELECT DISTINCT after_id FROM ev.audit_seal')
  expect(epochs).toHaveLength(2)
  expect((await records.faults()).filter((it) => /record/.test(it.replace('the signed file', '')))).toEqual([])
})
