import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type SealedRecords, sealedRecords } from '../support/sealed-records.ts'

/**
 * Ways to touch the records, each by somebody who owns the database server, and what is said then. How many seals there are is not
 * said: what another database of the server holds up is sealed in a seal of its own.
 */
const ways: readonly { readonly way: string; readonly says: RegExp; touch(records: SealedRecords): Promise<void> }[] = [
  {
    way: 'a record is rewritten',
    says: /^Seal \d+, records of 2026-11-23: a record was rewritten after it was sealed\.$/,
    touch: ({ tamper }) =>
      tamper(`UPDATE ev.access_log SET actor = NULL WHERE id = (SELECT min(id) + 3 FROM ev.access_log)`),
  },
  {
    way: 'a record is taken out',
    says: /^Seal \d+, records of 2026-11-23: 1 record removed/,
    touch: ({ tamper }) => tamper('DELETE FROM ev.access_log WHERE id = (SELECT min(id) + 3 FROM ev.access_log)'),
  },
  {
    way: 'a record is put in with an earlier number',
    says: /^Seal \d+, records of 2026-11-23: 1 record put in after/,
    touch: ({ tamper }) =>
      tamper(`INSERT INTO ev.access_log (at, xid, db_role, act)
        SELECT at, xid, db_role, act FROM ev.access_log WHERE act = 'case.opened' LIMIT 1`),
  },
  {
    way: 'the tail of the chain is cut off with its records',
    says: /^From seal \d+: the tail was cut off\. The signed file knows 1 seal more\.$/,
    touch: ({ tamper }) =>
      tamper(`WITH s AS (DELETE FROM ev.audit_seal WHERE seq = (SELECT max(seq) FROM ev.audit_seal) RETURNING from_xid)
        DELETE FROM ev.access_log WHERE xid >= (SELECT from_xid FROM s)`),
  },
  {
    way: 'the chain is deleted with all its records',
    says: /^The chain is gone: the signed file knows \d+ seals and the database none\.$/,
    touch: ({ tamper }) => tamper('TRUNCATE ev.audit_seal, ev.access_log'),
  },
  {
    way: 'a seal is taken out of the middle',
    says: /^From seal 2: 1 seal missing from the chain\.$/,
    touch: ({ tamper }) => tamper('DELETE FROM ev.audit_seal WHERE seq = 2'),
  },
  {
    way: 'a seal is changed to fit a changed record',
    says: /^Seal 2: what it says does not fit its head/,
    touch: ({ tamper }) => tamper(`UPDATE ev.audit_seal SET parts = jsonb_set(parts, '{0,count}', '99') WHERE seq = 2`),
  },
  {
    way: 'the file of signed heads is put back to an earlier one',
    says: /^The signed file: \d+ heads missing from seal 2 on/,
    touch: ({ rewriteFile }) => rewriteFile((lines) => lines.slice(0, 1)),
  },
  {
    way: 'a signed head is written by another hand',
    says: /^The signed file, seal 3: the signature is not ours\.$/,
    touch: ({ rewriteFile }) =>
      rewriteFile((lines) => [...lines.slice(0, 2), (lines[2] ?? '').replace(/"head":"./, '"head":"x')]),
  },
  {
    way: 'the file of signed heads is emptied',
    says: /^The signed file is gone or empty/,
    touch: ({ rewriteFile }) => rewriteFile(() => []),
  },
]

describe('T20: whoever touches the records of who opened what is found out', () => {
  let records: SealedRecords
  beforeAll(async () => {
    records = await sealedRecords()
    for (let turn = 0; turn < 3; turn++) await records.openAndSeal(5)
  })
  afterAll(() => records?.end())

  test('nothing is said of records that nobody touched', async () => {
    expect(await records.faults()).toEqual([])
  })

  test('no purpose can change or take away a seal, and the owner of the tables is refused too', async () => {
    const { service } = records
    const rights = await service.look(
      `SELECT r.rolname FROM pg_roles r WHERE starts_with(r.rolname, $1) AND r.rolname <> $2
         AND has_table_privilege(r.oid, 'ev.audit_seal', 'UPDATE, DELETE, TRUNCATE')`,
      [`${service.place.prefix}_`, `${service.place.prefix}_owner`],
    )
    expect(rights).toEqual([])
    for (const statement of ['DELETE FROM ev.audit_seal', 'UPDATE ev.audit_seal SET seq = 9', 'TRUNCATE ev.audit_seal'])
      await expect(service.look(statement)).rejects.toMatchObject({ code: '42501' })
    await expect(service.look('UPDATE ev.access_log SET actor = NULL')).rejects.toMatchObject({ code: '42501' })
  })

  test.each(ways)('$way', async ({ says, touch }) => {
    const own = await sealedRecords()
    try {
      for (let turn = 0; turn < 3; turn++) await own.openAndSeal(5)
      expect(await own.faults()).toEqual([])
      await touch(own)
      expect(await own.faults()).toEqual(expect.arrayContaining([expect.stringMatching(says)]))
    } finally {
      await own.end()
    }
  })
})
