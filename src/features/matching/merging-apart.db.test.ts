import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type MergingGround, mergingGround } from '../../../test/support/merging-ground.ts'
import { fileWithTwoParties } from '../../../test/support/two-party-file.ts'
import { type Id, newId } from '../../values/ids.ts'

let ground: MergingGround
let service: MergingGround['service']
beforeAll(async () => {
  ground = await mergingGround()
  service = ground.service
})
afterAll(() => service?.end())

describe('at the same moment', () => {
  test('two merges of one record: one of them is done, whichever, and nothing is lost', async () => {
    for (let round = 0; round < 5; round++) {
      const { now, before } = await ground.twice()
      const third = await fileWithTwoParties(service, ground.mediator)
      const done = await Promise.all([
        ground.merge(now.personA, before.personA),
        ground.merge(before.personA, now.personA),
        ground.merge(third.personA, before.personA),
      ])
      const parties = await service.look<{ id: Id; into: Id | null }>(
        `SELECT p.person_id AS id, o.merged_into AS into FROM ev.party p JOIN ev.person o ON o.id = p.person_id
          WHERE p.case_id = ANY ($1) AND p.side = 'A'`,
        [[now.caseId, before.caseId, third.caseId]],
      )
      expect(parties).toHaveLength(3)
      expect(parties.every((it) => it.into === null)).toBe(true)
      const many = done.filter((it) => it.done).length
      expect(new Set(parties.map((it) => it.id)).size).toBe(3 - many)
      expect(many).toBeGreaterThan(0)
    }
  })

  test('a merge while a file is being closed: both are done', async () => {
    const { now, before } = await ground.twice()
    await service.look(`UPDATE ev.appointment SET status = 'cancelled' WHERE case_id = $1`, [before.caseId])
    const closing = service.look(
      `UPDATE ev.case_file SET status = 'closed', closed_on = '2026-11-20', outcome = 'withdrawn' WHERE id = $1`,
      [before.caseId],
    )
    const [, outcome] = await Promise.all([closing, ground.merge(now.personA, before.personA)])
    expect(outcome.done).toBe(true)
    expect(new Set(await ground.casesOf(now.personA))).toEqual(new Set([now.caseId, before.caseId]))
  })

  test('a party who is added to a record that goes into another is added to neither or to the one that stays', async () => {
    const { now, before } = await ground.twice()
    const add = service
      .look(
        `INSERT INTO ev.contact_point (person_id, kind, value, value_folded, source) VALUES ($1, 'telephone', '1', '+44777', 'self')`,
        [before.personA],
      )
      .catch((error: { constraint?: string }) => error.constraint)
    const [added] = await Promise.all([add, ground.merge(now.personA, before.personA)])
    const rows = await service.look<{ person_id: Id }>(
      `SELECT person_id FROM ev.contact_point WHERE value_folded = '+44777'`,
    )
    expect(rows).toEqual(added === 'record_merged' ? [] : [{ person_id: now.personA }])
  })
})

describe('nobody is let in by what let them into one record before', () => {
  const letsIn = async (person: Id, pointId: Id) =>
    (await service.look<{ ok: boolean }>('SELECT auth.still_lets_in($2, $1) AS ok', [person, pointId]))[0]?.ok
  const door = async (person: Id) => {
    const id = newId()
    await service.look(
      `INSERT INTO ev.contact_point (id, person_id, kind, value, value_folded, source, safety) VALUES ($1, $2, 'email', 'x@party.example', $3, 'self', 'safe')`,
      [id, person, `${id}@party.example`],
    )
    await service.look(
      `INSERT INTO auth.party_sign_in (id, person_id, contact_point_id, token_hash, made_at, seen_at) VALUES ($1, $2, $3, $4, now(), now())`,
      [newId(), person, id, Buffer.from(id)],
    )
    await service.look(
      `INSERT INTO ev.party_code (id, person_id, way, number_hash, secret_hash, expires_at) VALUES ($1, $2, 'paper', '\\x00', '\\x00', '2099-01-01')`,
      [newId(), person],
    )
    return id
  }
  const standing = async (...people: readonly Id[]) =>
    Number(
      (
        await service.look<{ many: string }>(
          `SELECT (SELECT count(*) FROM ev.party_code WHERE person_id = ANY ($1) AND ended_at IS NULL)
                + (SELECT count(*) FROM auth.party_sign_in WHERE person_id = ANY ($1) AND ended_at IS NULL) AS many`,
          [people],
        )
      )[0]?.many,
    )

  test('codes and sign-ins of both end; a mailbox lets in again once the details were gone through', async () => {
    const { now, before } = await ground.twice()
    const [own, others] = [await door(now.personA), await door(before.personA)]
    expect(await letsIn(now.personA, own)).toBe(true)
    expect(await standing(now.personA, before.personA)).toBe(4)
    const id = await ground.merged(now.personA, before.personA)
    expect(await standing(now.personA, before.personA)).toBe(0)
    expect([await letsIn(now.personA, own), await letsIn(now.personA, others)]).toEqual([false, false])
    await service.look(
      `INSERT INTO ev.details_confirmed (person_id, confirmed_at) SELECT kept_id, merged_at + interval '1 minute' FROM ev.person_merge WHERE id = $1`,
      [id],
    )
    // The old mailbox was not called safe again.
    expect([await letsIn(now.personA, own), await letsIn(now.personA, others)]).toEqual([true, false])
  })
})
