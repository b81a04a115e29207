import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import trust from '../../policies/mediation-trust/policy.ts'
import { changePolicy, describeChange } from '../../src/app/change-policy.ts'
import { classification } from '../../src/app/classification.ts'
import { prepare } from '../../src/app/policy-in-force.ts'
import { checkAccess } from '../../src/app/prepare-database.ts'
import { type CompiledPolicy, compilePolicy } from '../../src/policy/index.ts'
import { type TestService, testService } from '../support/service.ts'
import { wordsOf } from '../support/visitor.ts'
import { type WholeService, wholeService } from '../support/whole-service.ts'

const longer = { ...trust.retention, clientFile: { ...trust.retention.clientFile, keep: 'P8Y' } }

/** The policy as somebody changed it: another date, and files kept a year longer. */
const changed = compilePolicy(
  {
    ...trust,
    date: '2026-12-01',
    retention: longer,
  } as typeof trust,
  classification,
)
/** Words alone, which concern nobody. */
const reworded = compilePolicy(
  {
    ...trust,
    date: '2026-12-02',
    retention: longer,
    text: { ...trust.text, summaryUse: `${trust.text.summaryUse} Ask us about it.` },
  } as typeof trust,
  classification,
)

let db: TestService
let before: WholeService
beforeAll(async () => {
  db = await testService()
  before = await wholeService(db)
})
afterAll(async () => {
  await before?.end()
  await db?.end()
})

const apply = async (policy: CompiledPolicy) => {
  db.clock.forward('P1D')
  const change = await describeChange(db.place, policy)
  if (!change) throw new Error('nothing would change')
  await changePolicy(db.place, policy, { approvedBy: 'Canary Approver', at: db.clock.now(), change })
  return change
}
const noticeOf = async (whole: WholeService, path = '/privacy') => wordsOf((await whole.visitor().get(path)).html)
const tasks = () => db.look('SELECT kind, for_role, due_on::text, done_at FROM ev.task')
const versions = () => db.look<{ hash: string }>('SELECT hash FROM ev.policy_version ORDER BY applied_at')

describe('T33: the notice says when it changed', () => {
  test('it bears its date', async () => {
    expect(await noticeOf(before)).toContain('This notice dates from 21 November 2026')
    expect(await noticeOf(before)).toContain('seven years after it is closed')
    expect(await noticeOf(before, '/privacy/keeping')).toContain('From 21 November 2026')
    expect(await noticeOf(before, '/privacy/if-you-come-to-mediation')).toContain('From 21 November 2026')
  })

  test('a changed policy is a new version, dated, and readable at once', async () => {
    const change = await apply(changed)
    expect(change.lines.join('\n')).toContain('eight years')
    await checkAccess(db.place, changed)
    const after = await wholeService(db, { policy: changed })
    expect(await noticeOf(after)).toContain('This notice dates from 1 December 2026')
    expect(await noticeOf(after)).toContain('eight years after it is closed')
    expect(await noticeOf(after, '/privacy/keeping')).toContain('Eight years')
    expect((await versions()).map((it) => it.hash)).toEqual([db.policy.hash, changed.hash])
    await after.end()
  })

  test('the one before it is kept and stays readable, word for word', async () => {
    const after = await wholeService(db, { policy: changed })
    const list = await after.visitor().get('/privacy/versions')
    expect(wordsOf(list.html)).toContain('In force from 24 November 2026 (now)')
    expect(list.html).toContain(`href="/privacy/versions/${db.policy.hash}"`)
    const former = await noticeOf(after, `/privacy/versions/${db.policy.hash}`)
    expect(former).toContain('This notice dates from 21 November 2026')
    expect(former).toContain('seven years after it is closed')
    expect(former).not.toContain('eight years')
    expect(former).not.toContain('Canary Approver')
    const chapter = await noticeOf(after, `/privacy/versions/${db.policy.hash}/keeping`)
    expect(chapter).toContain('Seven years')
    expect(chapter).not.toContain('Eight years')
    expect((await after.visitor().get('/privacy')).html).toContain('/privacy/versions')
    await after.end()
  })

  test('nobody in the software can change a version that was in force', async () => {
    const roles = await db.look(
      `SELECT r.rolname FROM pg_roles r WHERE starts_with(r.rolname, $1) AND r.rolname <> $2
          AND (has_any_column_privilege(r.oid, 'ev.policy_version', 'UPDATE') OR has_table_privilege(r.oid, 'ev.policy_version', 'DELETE'))`,
      [`${db.place.prefix}_`, `${db.place.prefix}_owner`],
    )
    expect(roles).toEqual([])
  })

  test('the change leaves a task that leads to who must be told', async () => {
    expect(await tasks()).toEqual([
      { kind: 'tell-about-policy', for_role: 'privacyOfficer', due_on: '2026-11-24', done_at: null },
    ])
    const after = await wholeService(db, { policy: changed })
    const officer = await after.signedIn('privacyOfficer')
    const today = await officer.get('/office/today')
    expect(wordsOf(today.html)).toContain('Tell people that the privacy notice changed')
    expect(today.html).toContain('href="/office/policy"')
    const shown = wordsOf((await officer.get('/office/policy')).html)
    expect(shown).toContain('Who must be told')
    expect(shown).toContain('Canary Approver')
    const { difference } = (await describeChange(db.place, db.policy)) ?? {}
    expect(difference?.tell.map((it) => it.kind)).toContain('client')
    for (const person of difference?.tell ?? []) expect(shown.toLowerCase()).toContain(person.these.toLowerCase())
    await after.end()
  })

  test('words that concern nobody make a version and no task', async () => {
    await db.look('UPDATE ev.task SET done_at = $1', ['2026-11-24T12:00:00Z'])
    await apply(reworded)
    expect(await tasks()).toHaveLength(1)
    expect(await versions()).toHaveLength(3)
    const after = await wholeService(db, { policy: reworded })
    const former = await noticeOf(after, `/privacy/versions/${changed.hash}`)
    expect(former).toContain('This notice dates from 1 December 2026')
    expect(former).toContain('eight years after it is closed')
    await after.end()
  })

  test('version and task come together or not at all', async () => {
    await db.look(`CREATE FUNCTION ev.no_room() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no room'; END $$`)
    await db.look('CREATE TRIGGER no_room BEFORE INSERT ON ev.task FOR EACH ROW EXECUTE FUNCTION ev.no_room()')
    const hashBefore = (await versions()).at(-1)?.hash
    const attempt = apply(compilePolicy({ ...trust, date: '2026-12-09' } as typeof trust, classification))
    await expect(attempt).rejects.toThrow()
    await db.look('DROP TRIGGER no_room ON ev.task')
    await db.look('DROP FUNCTION ev.no_room()')
    expect((await versions()).at(-1)?.hash).toBe(hashBefore)
    await checkAccess(db.place, reworded)
  })
  test('the first policy of a service is kept with its notice too', async () => {
    await db.look('DELETE FROM ev.policy_version')
    await prepare(db.place, reworded, db.clock.now())
    const [first] = await db.look<{ said: string }>('SELECT notice::text AS said FROM ev.policy_version')
    expect(first?.said).toContain('This notice dates from 2 December 2026')
  })
})
