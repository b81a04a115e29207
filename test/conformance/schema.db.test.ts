import { readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asInstaller } from '../../src/app/prepare-database.ts'
import { setDatabaseClock } from '../../src/platform/database/clock-function.ts'
import { schemaText } from '../../src/platform/database/write-schema.ts'
import { tableTypes } from '../../src/platform/database/write-tables.ts'
import { type TestService, testService } from '../support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await testService()
})
afterAll(() => service.end())

const schemaFile = new URL('../../migrations/schema.sql', import.meta.url)
const typesFile = new URL('../../src/platform/database/tables.gen.ts', import.meta.url)

/** `UPDATE_SCHEMA=1` writes what a changed migration makes; without it a difference fails. */
function same(file: URL, written: string): void {
  if (process.env.UPDATE_SCHEMA) writeFileSync(file, written)
  expect(readFileSync(file, 'utf8')).toBe(written)
}

test('schema.sql is what the migrations make', async () => {
  const written = await asInstaller(service.place, async (admin, names) => {
    // Tests give the database their own clock; the file says how it is for real.
    await admin.query(`SET ROLE ${names.owner}`)
    await setDatabaseClock(admin, 'machine')
    await admin.query('RESET ROLE')
    return schemaText(admin)
  })
  expect(written).toContain('CREATE TABLE ev.case_file')
  expect(written).toContain('CREATE TABLE auth.sign_in')
  expect(written).toContain('EXCLUDE USING gist')
  expect(written).not.toContain('btree_gist_')
  same(schemaFile, written)
})

test('the types of the tables are what the migrations make', async () => {
  const written = await asInstaller(service.place, (admin) => tableTypes(admin))
  expect(written).toContain('export interface CaseFileTable')
  same(typesFile, written)
})

test('a column, an index, a function or a trigger more is seen', async () => {
  const before = await asInstaller(service.place, (admin) => schemaText(admin))
  const plant = async (sql: string) => {
    await service.look(sql)
    return asInstaller(service.place, (admin) => schemaText(admin))
  }
  const added = (text: string) =>
    text
      .split('\n')
      .filter((line) => !before.includes(line))
      .join('\n')
  expect(added(await plant('ALTER TABLE ev.room ADD COLUMN floor integer'))).toContain('floor integer')
  expect(added(await plant('CREATE INDEX room_by_name ON ev.room (name)'))).toContain('room_by_name')
  const body = 'CREATE FUNCTION ev.planted() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$'
  expect(added(await plant(body))).toContain('ev.planted()')
  const trigger = 'CREATE TRIGGER planted BEFORE UPDATE ON ev.room FOR EACH ROW EXECUTE FUNCTION ev.planted()'
  expect(added(await plant(trigger))).toContain('CREATE TRIGGER planted')
})
