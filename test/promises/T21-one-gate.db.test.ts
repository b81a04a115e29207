import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { disclosureCounts, disclosuresShownTo } from '../../src/features/disclosures/index.ts'
import type { Id } from '../../src/values/ids.ts'
import { type TellingGround, tellingGround, toCourt } from '../support/telling-ground.ts'

let ground: TellingGround
beforeAll(async () => {
  ground = await tellingGround()
})
afterAll(() => ground?.end())

const decided = async (what: Parameters<TellingGround['decide']>[0]) => {
  const outcome = await ground.decide(what)
  if (!outcome.done) throw new Error(`refused: ${outcome.why}`)
  return outcome.value.disclosureId ?? ''
}
const shownTo = async (side: 'A' | 'B') => {
  const [row] = await ground.db.look<{ id: Id }>(
    'SELECT person_id AS id FROM ev.party WHERE case_id = $1 AND side = $2',
    [ground.caseId, side],
  )
  const deed = { purpose: 'rights', deed: 'request.opened' } as const
  const { coordinator } = ground.office
  return ground.db.desk.office.read(coordinator, deed, (scope) => disclosuresShownTo(scope, row?.id as Id))
}
const counts = () =>
  ground.db.desk.office.read(
    ground.office.privacyOfficer,
    { purpose: 'accountability', deed: 'disclosure.listed' },
    disclosureCounts,
  )

describe('T21: what leaves goes through one gate that asks for recipient, ground and content, and records them', () => {
  test('a named person gets something when the person agrees, and nothing once they take it back', async () => {
    const toSolicitor = {
      recipient: 'namedPerson',
      ground: 'consent',
      words: 'They came.',
      wordsQuality: 'open',
    } as const
    expect(await ground.decide(toSolicitor)).toMatchObject({ done: false, why: ['no_consent'] })
    await ground.says('A', 'agrees')
    const id = await decided(toSolicitor)
    await ground.says('A', 'takes_back')
    expect(await ground.send(id)).toMatchObject({ done: true, value: { stopped: 'yes' } })
    expect(await ground.one(id)).toEqual({ sent: false, why: 'no_consent' })
    expect(await ground.send(id)).toEqual({ done: false, reason: 'over' })
  })

  test('two presses at once send once', async () => {
    const id = await decided(toCourt)
    const both = await Promise.all([ground.send(id), ground.send(id)])
    expect(both.map((it) => it.done).toSorted()).toEqual([false, true])
  })

  test('nothing without prejudice goes to a court: by the form, or by a statement', async () => {
    const paper = await ground.paper('both', 'without_prejudice')
    expect(await ground.decide({ ...toCourt, fileIds: [paper] })).toMatchObject({ why: ['without_prejudice'] })
    expect(await ground.decide({ ...toCourt, wordsQuality: 'without_prejudice' })).toMatchObject({
      why: ['without_prejudice'],
    })
    await expect(
      ground.db.look(
        `INSERT INTO ev.disclosure (case_id, recipient, ground, law_kind, authority, side, hidden, file_ids, reason, decided_by, policy_hash)
         VALUES ($1, 'courtsAndPolice', 'law', 'court', 'x', 'A', false, ARRAY[$2::uuid], 'x', $3, 'x')`,
        [ground.caseId, paper, ground.office.coordinator],
      ),
    ).rejects.toThrow(/without prejudice/)
    const open = await ground.paper('both', 'open')
    const id = await decided({ ...toCourt, fileIds: [open] })
    await ground.db.look(`UPDATE ev.stored_file SET legal_quality = 'without_prejudice' WHERE id = $1`, [open])
    expect(await ground.send(id)).toMatchObject({ value: { stopped: 'yes' } })
  })

  test('a report of which nobody may be told is in no count, in no answer to anybody, and seen by whoever made it', async () => {
    const [before, shown] = [await counts(), await shownTo('A')]
    const id = await decided({ ...toCourt, lawKind: 'proceeds', authority: 'Section 338' })
    expect(await ground.send(id)).toMatchObject({ done: true })
    expect(await ground.one(id)).toMatchObject({ sent: true })
    expect(await counts()).toEqual(before)
    expect(await shownTo('A')).toEqual(shown)
    const other = await ground.whole.signedIn('supervisor')
    expect((await other.get('/office/disclosures')).html).not.toContain(id)
    expect((await other.get(`/office/disclosures/${id}`)).status).toBe(404)
    expect((await ground.coordinator.get('/office/disclosures')).html).toContain(id)
    await expect(ground.db.look('UPDATE ev.disclosure SET hidden = false WHERE id = $1', [id])).rejects.toThrow()
  })

  test('what was told of somebody is in their answer, and not in the other’s', async () => {
    const before = await shownTo('B')
    const id = await decided(toCourt)
    await ground.send(id)
    expect(await shownTo('A')).toEqual(
      expect.arrayContaining([expect.objectContaining({ recipient: 'courtsAndPolice' })]),
    )
    expect(await shownTo('B')).toEqual(before)
    expect((await counts()).find((it) => it.recipient === 'courtsAndPolice')?.count).toBeGreaterThan(0)
  })

  test('a mediator without the case can neither see nor decide', async () => {
    const page = `/office/cases/${ground.caseId}/disclosures`
    expect((await ground.stranger.get(page)).status).toBe(404)
    expect((await ground.stranger.get(`${page}/new`)).status).toBe(404)
  })

  test('what is ticked in the form is what is kept: documents, facts, and that nobody is told', async () => {
    const paper = await ground.paper('A', 'open')
    const page = `/office/cases/${ground.caseId}/disclosures/new`
    const typed = {
      ...{
        to: 'courtsAndPolice:law',
        law_kind: 'crime',
        authority: 'Letter of 3 November',
        side: 'A',
        reason: 'Asked',
      },
      ...{ 'files[]': [paper], 'own[]': ['own.name'], 'other[]': ['other.name'], 'hidden[]': ['yes'] },
    }
    expect((await ground.coordinator.send(page, typed)).status).toBe(303)
    const kept = await ground.db.look(
      `SELECT file_ids, facts, hidden FROM ev.disclosure WHERE authority = 'Letter of 3 November'`,
    )
    expect(kept).toEqual([{ file_ids: [paper], facts: ['own.name', 'other.name'], hidden: true }])
  })
})
