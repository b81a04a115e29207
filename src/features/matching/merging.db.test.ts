import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type MergingGround, mergingGround } from '../../../test/support/merging-ground.ts'
import { fileWithTwoParties } from '../../../test/support/two-party-file.ts'
import { type Id, newId } from '../../values/ids.ts'
import { knownAlready } from './data/known-people.ts'
import { readSearch } from './domain/search.ts'

let ground: MergingGround
let service: MergingGround['service']
beforeAll(async () => {
  ground = await mergingGround()
  service = ground.service
})
afterAll(() => service?.end())

/** All that hangs on some people, as it stands: without what may only grow, the history of cards and of merges. */
async function snapshot(...people: readonly Id[]): Promise<Record<string, unknown[]>> {
  const tables = ['party', 'contact_point', 'whereabouts', 'person_correction', 'message', 'consent_subject', 'wall']
  const all: Record<string, unknown[]> = {}
  for (const table of tables)
    all[table] = await service.look(
      `SELECT to_jsonb(t) AS row FROM ev.${table} t WHERE person_id = ANY ($1) ORDER BY id`,
      [people],
    )
  all.person = await service.look('SELECT to_jsonb(t) AS row FROM ev.person t WHERE id = ANY ($1) ORDER BY id', [
    people,
  ])
  all.card = await service.look(
    `SELECT DISTINCT ON (person_id) person_id, email, telephone, letter, times, safe_days, safe_from, safe_until, who_may_answer, code_word, language
       FROM ev.safe_contact WHERE person_id = ANY ($1) ORDER BY person_id, version DESC`,
    [people],
  )
  return all
}

const safetyOf = async (person: Id) =>
  Object.fromEntries(
    (
      await service.look<{ id: string; value: string; safety: string }>(
        `SELECT value || ' ' || made AS id, safety FROM (SELECT value, safety, row_number() OVER (PARTITION BY value ORDER BY safety) AS made
           FROM ev.contact_point WHERE person_id = $1 AND kind = 'telephone') AS it ORDER BY 1`,
        [person],
      )
    ).map((it) => [it.id, it.safety]),
  )
const found = async (line: string) =>
  (
    await service.desk.office.read(ground.coordinator, { purpose: 'recognition', deed: 'person.sought' }, (scope) =>
      knownAlready(scope, readSearch(line)),
    )
  ).map((it) => [it.id, it.why])

describe('two records of one person', () => {
  test('become one: both files, former names that are found, and the stricter word on what is safe', async () => {
    const { now, before } = await ground.twice()
    await ground.merged(now.personA, before.personA)
    expect(new Set(await ground.casesOf(now.personA))).toEqual(new Set([now.caseId, before.caseId]))
    expect(await ground.casesOf(before.personA)).toEqual([])
    expect(await safetyOf(now.personA)).toEqual({
      '+441603555001 1': 'not_asked',
      ...{ '+441603555002 1': 'unsafe', '+441603555002 2': 'unsafe' },
      '+441603555003 1': 'safe',
    })
    const [person] = await service.look('SELECT birth_date FROM ev.person WHERE id = $1', [now.personA])
    expect(person).toEqual({ birth_date: '1980-02-03' })
    const former = `Adaeze Before-${before.caseId.slice(0, 6)}`
    expect(await found(former)).toContainEqual([now.personA, ['formerName']])
    expect((await found(former)).map(([id]) => id)).not.toContain(before.personA)
    const tasks = await service.look(`SELECT 1 FROM ev.task WHERE kind = 'confirm-details' AND subject_id = $1`, [
      now.personA,
    ])
    expect(tasks).toHaveLength(1)
  })

  test('and two again: exactly as they were, but for what came since', async () => {
    const { now, before } = await ground.twice()
    await service.look(
      `INSERT INTO ev.safe_contact (person_id, version, email, times, safe_days, safe_from, safe_until, said_by, said_on)
       VALUES ($1, 1, 'unsafe', 'Mornings', 'Mon Wed Fri', '09:00', '12:00', 'self', '2020-01-01'),
              ($2, 1, 'safe', 'Evenings', 'Tue Wed Fri', '10:00', '18:00', 'self', '2026-01-01')`,
      [before.personA, now.personA],
    )
    const was = await snapshot(now.personA, before.personA)
    const id = await ground.merged(now.personA, before.personA)
    const [card] = await service.look<Record<string, string>>(
      `SELECT email, times, safe_days, safe_from, safe_until FROM ev.safe_contact WHERE person_id = $1 ORDER BY version DESC`,
      [now.personA],
    )
    const both = { safe_days: 'Wed Fri', safe_from: '10:00', safe_until: '12:00' }
    expect(card).toEqual({ email: 'unsafe', times: 'Evenings; Mornings', ...both })
    expect(await ground.undo(id)).toMatchObject({ done: true })
    expect(await snapshot(now.personA, before.personA)).toEqual(was)
    expect(await ground.undo(id)).toMatchObject({ done: false, reason: 'no_such' })

    const again = await ground.merged(now.personA, before.personA)
    await ground.point(now.personA, 'telephone', '+441603555009', 'safe')
    const later = await fileWithTwoParties(service, ground.mediator)
    await service.look(`UPDATE ev.party SET person_id = $2 WHERE case_id = $1 AND side = 'A'`, [
      later.caseId,
      now.personA,
    ])
    expect(await ground.undo(again)).toMatchObject({ done: true })
    expect(await safetyOf(now.personA)).toMatchObject({ '+441603555009 1': 'safe', '+441603555002 1': 'safe' })
    expect(new Set(await ground.casesOf(now.personA))).toEqual(new Set([now.caseId, later.caseId]))
    expect(await ground.casesOf(before.personA)).toEqual([before.caseId])
  })

  test('keep the times that both said are safe; with none in common nothing is written until they are asked', async () => {
    const { now, before } = await ground.twice()
    await service.look(
      `INSERT INTO ev.safe_contact (person_id, version, email, letter, safe_days, said_by, said_on)
       VALUES ($1, 1, 'safe', 'safe', 'Mon Tue', 'self', '2020-01-01'), ($2, 1, 'safe', 'safe', 'Sat', 'self', '2026-01-01')`,
      [before.personA, now.personA],
    )
    await ground.merged(now.personA, before.personA)
    const [card] = await service.look(
      'SELECT email, letter, safe_days FROM ev.safe_contact WHERE person_id = $1 ORDER BY version DESC',
      [now.personA],
    )
    expect(card).toEqual({ email: 'not_asked', letter: 'safe', safe_days: 'Sat' })
  })

  test('are parted within their time, and while each has a file left', async () => {
    const { now, before } = await ground.twice()
    const id = await ground.merged(now.personA, before.personA)
    await service.look(`UPDATE ev.person_merge SET undo_until = '2020-01-01' WHERE id = $1`, [id])
    expect(await ground.undo(id)).toMatchObject({ done: false, reason: 'over' })
    expect(await ground.casesOf(before.personA)).toEqual([])
  })
})

describe('who is never made one', () => {
  test('the two parties of a case, also through a third record', async () => {
    const { now, before } = await ground.twice()
    expect(await ground.merge(now.personA, now.personB)).toMatchObject({ done: false, reason: 'one_case' })
    await ground.merged(before.personA, now.personA)
    expect(await ground.merge(before.personA, now.personB)).toMatchObject({ done: false, reason: 'one_case' })
  })

  test('anybody with themselves, with a record that went into another, or with nobody', async () => {
    const { now, before } = await ground.twice()
    expect(await ground.merge(now.personA, now.personA)).toMatchObject({ done: false, reason: 'no_such' })
    expect(await ground.merge(now.personA, newId())).toMatchObject({ done: false, reason: 'no_such' })
    await ground.merged(now.personA, before.personA)
    const third = await fileWithTwoParties(service, ground.mediator)
    expect(await ground.merge(third.personA, before.personA)).toMatchObject({ done: false, reason: 'no_such' })
    expect(await ground.merge(before.personA, third.personA)).toMatchObject({ done: false, reason: 'no_such' })
  })

  test('over a wall: not by whoever keeps away, nor with the file of a mediator who does', async () => {
    const { now, before } = await ground.twice()
    const wall = 'INSERT INTO ev.wall (person_id, staff_id) VALUES ($1, $2)'
    const walled = (await service.staff('supervisor', 'Sue Knows')).id
    await service.look(wall, [before.personA, walled])
    expect(await ground.merge(now.personA, before.personA, walled)).toMatchObject({ done: false, reason: 'no_such' })
    await service.look(wall, [before.personA, ground.mediator])
    expect(await ground.merge(now.personA, before.personA)).toMatchObject({ done: false, reason: 'walled' })
    expect(await ground.merge(before.personA, now.personA)).toMatchObject({ done: false, reason: 'walled' })
  })

  test('by a ground.mediator, whose policy does not let them', async () => {
    const { now, before } = await ground.twice()
    await expect(ground.merge(now.personA, before.personA, ground.mediator)).resolves.toMatchObject({ done: false })
  })

  test('and a colleague who keeps away from one keeps away from all that became one, and from both after', async () => {
    const { now, before } = await ground.twice()
    const walled = (await service.staff('supervisor', 'Sam Knows')).id
    await service.look('INSERT INTO ev.wall (person_id, staff_id) VALUES ($1, $2)', [before.personA, walled])
    const id = await ground.merged(now.personA, before.personA)
    const sees = async () =>
      new Set(
        await service.desk.office.read(walled, { purpose: 'booking', deed: 'office.tried' }, async ({ queries }) =>
          (await queries.selectFrom('case_file').select('id').execute()).map((it) => it.id),
        ),
      )
    expect((await sees()).has(now.caseId)).toBe(false)
    expect((await ground.undo(id)).done).toBe(true)
    expect((await sees()).has(now.caseId)).toBe(true)
    expect((await sees()).has(before.caseId)).toBe(false)
  })
})
