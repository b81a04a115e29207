import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accessPlan } from '../../src/app/access.ts'
import { asInstaller, checkAccess } from '../../src/app/prepare-database.ts'
import { compareAccess } from '../../src/platform/database/compare-access.ts'
import { loginProcesses, roleNames } from '../../src/platform/database/role-names.ts'
import { type TestService, testService } from '../support/service.ts'

/** Every right that a role has on a column, or on a table where the right is of whole rows, as PostgreSQL answers when it is asked. */
const rightsQuery = `
SELECT format('%s %s %s.%s', r.rolname, p.privilege, c.relname, a.attname) AS line
  FROM pg_roles r CROSS JOIN pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
 CROSS JOIN unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'REFERENCES']) AS p(privilege)
 WHERE r.rolname = ANY ($1) AND c.relnamespace IN ('ev'::regnamespace, 'auth'::regnamespace) AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
   AND has_column_privilege(r.oid, c.oid, a.attnum, p.privilege)
UNION ALL
SELECT format('%s %s %s', r.rolname, p.privilege, c.relname)
  FROM pg_roles r CROSS JOIN pg_class c CROSS JOIN unnest(ARRAY['DELETE', 'TRUNCATE', 'TRIGGER']) AS p(privilege)
 WHERE r.rolname = ANY ($1) AND c.relnamespace IN ('ev'::regnamespace, 'auth'::regnamespace) AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
   AND has_table_privilege(r.oid, c.oid, p.privilege)`

describe.each(['trust', 'parents'] as const)('under the policy of the %s', (policy) => {
  let service: TestService
  beforeAll(async () => {
    service = await testService({ policy })
  })
  afterAll(() => service.end())

  const names = () => roleNames(service.place.prefix)
  const plan = () => accessPlan(service.policy)
  const purposeRoles = () => plan().scopes.map((it) => names().purpose(it.area, it.purpose))
  const rightsOf = async (roles: readonly string[]) =>
    (await service.look<{ line: string }>(rightsQuery, [roles])).map((row) => row.line).toSorted()

  test('every role has the rights that the policy gives, and no other', async () => {
    const planned = plan().grants.map((it) => {
      const on = it.column === null ? it.table : `${it.table}.${it.column}`
      return `${names().purpose(it.area, it.purpose)} ${it.privilege} ${on}`
    })
    expect(planned.length).toBeGreaterThan(1000)
    expect(await rightsOf(purposeRoles())).toEqual(planned.toSorted())
  })

  test('no role can use a sequence, make anything, or reach what sign-in keeps', async () => {
    const rows = await service.look(
      `SELECT r.rolname FROM pg_roles r WHERE r.rolname = ANY ($1)
          AND (has_schema_privilege(r.oid, 'ev', 'CREATE') OR has_schema_privilege(r.oid, 'auth', 'USAGE')
               OR has_database_privilege(r.oid, current_database(), 'CREATE')
               OR EXISTS (SELECT FROM pg_sequence q WHERE has_sequence_privilege(r.oid, q.seqrelid, 'USAGE, SELECT, UPDATE')))`,
      [purposeRoles()],
    )
    expect(rows).toEqual([])
  })

  test('a planned purpose has no role that anybody could take', async () => {
    const active = new Set(purposeRoles())
    const idle = Object.values(service.policy.purposes)
      .filter((purpose) => purpose.state === 'planned')
      .flatMap((purpose) => loginProcesses.map((area) => names().purpose(area, purpose.key)))
    expect(idle.length).toBeGreaterThan(10)
    expect(idle.filter((role) => active.has(role))).toEqual([])
    const members = await service.look(
      'SELECT r.rolname FROM pg_roles r JOIN pg_auth_members m ON m.roleid = r.oid WHERE r.rolname = ANY ($1) AND m.member <> (SELECT oid FROM pg_roles WHERE rolname = session_user)',
      [idle],
    )
    expect(members).toEqual([])
    expect(await rightsOf(idle)).toEqual([])
  })

  test('logins own nothing, inherit nothing, and can take the roles of their area alone', async () => {
    const logins = loginProcesses.map((process) => names().login(process))
    const rows = await service.look<{ name: string; plain: boolean; owns: number; roles: string[] }>(
      `SELECT r.rolname AS name, NOT (r.rolinherit OR r.rolsuper OR r.rolcreaterole OR r.rolcreatedb OR r.rolbypassrls OR r.rolreplication) AS plain,
              (SELECT count(*)::int FROM pg_shdepend d WHERE d.refobjid = r.oid AND d.deptype = 'o') AS owns,
              (SELECT coalesce(array_agg(g.rolname::text ORDER BY g.rolname), '{}') FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.roleid WHERE m.member = r.oid) AS roles
         FROM pg_roles r WHERE r.rolname = ANY ($1)`,
      [logins],
    )
    expect(rows.map((row) => row.name).toSorted()).toEqual(logins.toSorted())
    for (const process of loginProcesses) {
      const roles = plan().scopes.filter((it) => it.area === process)
      expect(rows.find((row) => row.name === names().login(process))).toMatchObject({
        plain: true,
        owns: 0,
        roles: roles.map((it) => names().purpose(it.area, it.purpose)).toSorted(),
      })
    }
    const ofAreas = logins.filter((login) => login !== names().login('auth'))
    expect(await rightsOf(ofAreas)).toEqual([])
  })

  test('nobody at all has a right by being PUBLIC', async () => {
    const rows = await service.look(
      `SELECT oid::regprocedure::text AS what FROM pg_proc WHERE pronamespace IN ('ev'::regnamespace, 'auth'::regnamespace)
          AND (proacl IS NULL OR EXISTS (SELECT FROM aclexplode(proacl) x WHERE x.grantee = 0))
       UNION ALL
       SELECT relname FROM pg_class WHERE relnamespace IN ('ev'::regnamespace, 'auth'::regnamespace) AND EXISTS (SELECT FROM aclexplode(relacl) x WHERE x.grantee = 0)
       UNION ALL
       SELECT nspname FROM pg_namespace WHERE nspname IN ('ev', 'auth') AND EXISTS (SELECT FROM aclexplode(nspacl) x WHERE x.grantee = 0)`,
    )
    expect(rows).toEqual([])
  })

  test('every table has row rules that bind its owner too', async () => {
    const rows = await service.look(
      `SELECT relname FROM pg_class WHERE relnamespace = 'ev'::regnamespace AND relkind IN ('r', 'p') AND NOT (relrowsecurity AND relforcerowsecurity)`,
    )
    expect(rows).toEqual([])
    const forAll = await service.look(
      `SELECT policyname FROM pg_policies WHERE schemaname = 'ev' AND 'public' = ANY (roles)`,
    )
    expect(forAll).toEqual([])
  })
})

describe('what somebody changes by hand', () => {
  let service: TestService
  beforeAll(async () => {
    service = await testService()
  })
  afterAll(() => service.end())

  const role = (area: string, purpose: string) => roleNames(service.place.prefix).purpose(area, purpose)
  const differences = () =>
    asInstaller(service.place, (admin, names) => compareAccess(admin, names, accessPlan(service.policy)))

  test('is nothing, at first', async () => {
    expect(await differences()).toEqual([])
    await checkAccess(service.place, service.policy)
  })

  test.each([
    [
      'a right on a column',
      () => `GRANT SELECT (email) ON ev.staff TO ${role('office', 'booking')}`,
      'SELECT on staff.email',
    ],
    [
      'a right on a table',
      () => `GRANT SELECT ON ev.case_file TO ${role('public', 'information')}`,
      'SELECT on case_file',
    ],
    ['a right for everybody', () => 'GRANT SELECT ON ev.price TO PUBLIC', 'price to PUBLIC'],
    [
      'a right that was taken',
      () => `REVOKE SELECT (value) ON ev.contact_point FROM ${role('office', 'booking')}`,
      'missing: right SELECT on contact_point.value',
    ],
    [
      'a row rule more',
      () => `CREATE POLICY wide ON ev.person FOR SELECT TO ${role('office', 'booking')} USING (true)`,
      'row rule wide on person',
    ],
    [
      'row rules that no longer bind the owner',
      () => 'ALTER TABLE ev.person NO FORCE ROW LEVEL SECURITY',
      'table person',
    ],
    [
      'row rules switched off',
      () => 'ALTER TABLE ev.session_record DISABLE ROW LEVEL SECURITY',
      'table session_record',
    ],
    [
      'what a row rule asks',
      () =>
        `CREATE OR REPLACE FUNCTION ev.cases_in_scope() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS 'SELECT array_agg(id) FROM ev.case_file'`,
      'function ev.cases_in_scope()',
    ],
    [
      'the path of a definer function',
      () => 'ALTER FUNCTION ev.row_scope() RESET search_path',
      'function ev.row_scope()',
    ],
    [
      'the clock',
      () =>
        `CREATE OR REPLACE FUNCTION ev.service_now() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE RETURN now()`,
      'function ev.service_now()',
    ],
    ['a hold’s guard', () => 'ALTER TABLE ev.case_file DISABLE TRIGGER hold', 'trigger hold on case_file enabled D'],
    ['a view over what is closed', () => 'CREATE VIEW ev.peek AS SELECT email FROM ev.enquiry', 'table peek kind v'],
    ['the door of sign-in', () => `GRANT USAGE ON SCHEMA auth TO ${role('office', 'booking')}`, 'schema auth rights'],
  ])('is found and named: %s', async (_, change, named) => {
    const found = await inTransaction(change())
    expect(found.join('\n')).toContain(named)
    expect(await differences()).toEqual([])
  })

  /** Plants as the owner, compares, and takes it back. */
  const inTransaction = (sql: string): Promise<string[]> =>
    asInstaller(service.place, async (admin, names) => {
      await admin.query('BEGIN')
      await admin.query(`SET LOCAL ROLE ${names.owner}`)
      await admin.query(sql)
      const found = await compareAccess(admin, names, accessPlan(service.policy))
      await admin.query('ROLLBACK')
      return found
    })

  test('refuses the start and says which', async () => {
    await service.look(`GRANT SELECT (email) ON ev.staff TO ${role('office', 'booking')}`)
    await expect(checkAccess(service.place, service.policy)).rejects.toThrow(
      'not from the policy: right SELECT on staff.email',
    )
  })
})
