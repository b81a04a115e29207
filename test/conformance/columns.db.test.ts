import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { classesOfSchemas, classification } from '../../src/app/classification.ts'
import { classificationFaults } from '../../src/app/classification-faults.ts'
import { asInstaller, checkAccess } from '../../src/app/prepare-database.ts'
import type { Classification, ColumnClass } from '../../src/policy/classification.ts'
import { type TestService, testService } from '../support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await testService()
})
afterAll(() => service.end())

const faults = (classes?: Readonly<Record<string, Classification>>) =>
  asInstaller(service.place, (admin) => classificationFaults(admin, classes))

/** The classification with one column of `ev` said otherwise; null takes it out. */
function otherwise(table: keyof typeof classification, column: string, columnClass: ColumnClass | null) {
  const { [column]: _former, ...others } = classification[table].columns as Record<string, ColumnClass>
  const columns = columnClass ? { ...others, [column]: columnClass } : others
  return { ...classesOfSchemas, ev: { ...classification, [table]: { ...classification[table], columns } } }
}

describe('every column of the database', () => {
  test('is classified, and nothing is classified that is not there', async () => {
    expect(await faults()).toEqual([])
    const [{ n } = { n: 0 }] = await service.look<{ n: number }>(
      `SELECT count(*)::int AS n FROM information_schema.columns WHERE table_schema IN ('ev', 'auth')`,
    )
    const classified = Object.values(classesOfSchemas).flatMap((tables) =>
      Object.values(tables).flatMap((table) => Object.keys(table.columns)),
    )
    expect(n).toBeGreaterThan(300)
    expect(classified).toHaveLength(n)
  })

  test('that tells of nobody has a reason of some words', () => {
    const short = Object.entries(classesOfSchemas).flatMap(([schema, tables]) =>
      Object.entries(tables).flatMap(([table, { columns }]) =>
        Object.entries(columns)
          .filter(([, it]) => it.kind === 'notPersonal' && (it.reason.match(/\p{L}+/gu) ?? []).length < 3)
          .map(([column]) => `${schema}.${table}.${column}`),
      ),
    )
    expect(short).toEqual([])
  })

  test('is missed when it is left out, and seen when it is not there', async () => {
    expect(await faults(otherwise('person', 'known_as', null))).toEqual(['ev.person.known_as is not classified'])
    expect(await faults(otherwise('person', 'shoe_size', classification.person.columns.known_as))).toEqual([
      'ev.person.shoe_size is classified and not there',
    ])
  })

  test('that is made from others is classified as they are', async () => {
    const generated = await service.look<{ name: string }>(
      `SELECT attrelid::regclass || '.' || attname AS name FROM pg_attribute WHERE attgenerated <> '' AND attrelid::regclass::text LIKE 'ev.%' ORDER BY 1`,
    )
    expect(generated.map((it) => it.name)).toContain('ev.person.name_folded')
    const looser: ColumnClass = { kind: 'notPersonal', reason: 'only small letters, says somebody' }
    expect(await faults(otherwise('person', 'name_folded', looser))).toEqual([
      'ev.person.name_folded is made from columns of party.identity and is not classified so',
      'ev.person.name_folded is made from columns about party and does not say so',
    ])
  })
})

describe('what somebody adds to a database', () => {
  const planted = async (sql: string, take: string) => {
    await service.look(sql)
    const found = await faults()
    const start = checkAccess(service.place, service.policy)
    await expect(start).rejects.toThrow(found[0])
    await service.look(take)
    return found
  }

  test.each([
    ['a column', 'ALTER TABLE ev.room ADD COLUMN floor int', 'ALTER TABLE ev.room DROP COLUMN floor', 'ev.room.floor'],
    ['a view', 'CREATE VIEW ev.peek AS SELECT email FROM ev.enquiry', 'DROP VIEW ev.peek', 'ev.peek.email'],
    [
      'a materialised view',
      'CREATE MATERIALIZED VIEW ev.copy AS SELECT name FROM ev.staff',
      'DROP MATERIALIZED VIEW ev.copy',
      'ev.copy.name',
    ],
    [
      'a generated column',
      'ALTER TABLE ev.enquiry ADD COLUMN shout text GENERATED ALWAYS AS (upper(given_name)) STORED',
      'ALTER TABLE ev.enquiry DROP COLUMN shout',
      'ev.enquiry.shout',
    ],
    ['a table', 'CREATE TABLE ev.note (body text)', 'DROP TABLE ev.note', 'ev.note.body'],
    [
      'a column of sign-in',
      'ALTER TABLE auth.sign_in ADD COLUMN place text',
      'ALTER TABLE auth.sign_in DROP COLUMN place',
      'auth.sign_in.place',
    ],
  ])('refuses the start: %s', async (_, sql, take, name) => {
    expect(await planted(sql, take)).toEqual([`${name} is not classified`])
    expect(await faults()).toEqual([])
  })
})
