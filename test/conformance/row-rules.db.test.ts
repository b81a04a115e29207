import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Scope } from '../../src/platform/database/desk.ts'
import type { PurposeKey } from '../../src/policy/vocabulary.ts'
import { type Id, newId } from '../../src/values/ids.ts'
import { type TestService, testService } from '../support/service.ts'
import { fileWithTwoParties, type TwoPartyFile } from '../support/two-party-file.ts'

let service: TestService
let mediator: { readonly id: Id }
let colleague: { readonly id: Id }
let mine: TwoPartyFile
let other: TwoPartyFile

beforeAll(async () => {
  service = await testService()
  mediator = await service.staff('mediator', 'Own Mediator')
  colleague = await service.staff('mediator', 'Other Mediator')
  mine = await fileWithTwoParties(service, mediator.id)
  other = await fileWithTwoParties(service, colleague.id)
})
afterAll(() => service.end())

const zoned = ['stored_file', 'session_record', 'session_summary', 'appointment'] as const

type Zones = Readonly<Record<(typeof zoned)[number], string[]>>

/** The zones of the rows that come, by table: of every case, so that one row too many is seen. */
async function zonesSeen(scope: Scope, tables: readonly (typeof zoned)[number][] = zoned): Promise<Partial<Zones>> {
  const seen: Partial<Record<(typeof zoned)[number], string[]>> = {}
  for (const table of tables) {
    const rows = await scope.queries.selectFrom(table).select(['case_id', 'zone']).execute()
    seen[table] = rows.map((row) => `${nameOf(row.case_id)}:${row.zone}`).toSorted()
  }
  return seen
}
const nameOf = (caseId: Id) => (caseId === mine.caseId ? 'mine' : caseId === other.caseId ? 'other' : 'strange')

const inPortal = <T>(
  actor: Id | null,
  purpose: PurposeKey,
  caseId: Id | undefined,
  work: (scope: Scope) => Promise<T>,
) => service.desk.portal.read(actor, { purpose, deed: 'portal.tried', caseId }, work)
const inOffice = <T>(actor: Id, purpose: PurposeKey, caseId: Id | undefined, work: (scope: Scope) => Promise<T>) =>
  service.desk.office.read(actor, { purpose, deed: 'office.tried', caseId }, work)

describe('a party', () => {
  const ofA: Zones = {
    stored_file: ['mine:A', 'mine:both'],
    session_record: ['mine:A', 'mine:both'],
    session_summary: ['mine:A', 'mine:both'],
    appointment: ['mine:A', 'mine:both'],
  }

  test('sees their own zone and the joint one, nothing of the other’s or of the office', async () => {
    expect(await inPortal(mine.personA, 'mediation', undefined, zonesSeen)).toEqual(ofA)
    const ofB = JSON.parse(JSON.stringify(ofA).replaceAll(':A', ':B'))
    expect(await inPortal(mine.personB, 'mediation', undefined, zonesSeen)).toEqual(ofB)
  })

  test('sees no more by naming a case, their own or another', async () => {
    expect(await inPortal(mine.personA, 'mediation', mine.caseId, zonesSeen)).toEqual(ofA)
    expect(await inPortal(mine.personA, 'mediation', other.caseId, zonesSeen)).toEqual(ofA)
  })

  test('sees themselves and their own ways to be reached, never the other’s', async () => {
    const seen = await inPortal(mine.personA, 'booking', mine.caseId, async ({ queries }) => ({
      people: await queries.selectFrom('person').select('id').execute(),
      ways: await queries.selectFrom('contact_point').select(['person_id', 'value']).execute(),
    }))
    expect(seen.people).toEqual([{ id: mine.personA }])
    expect(seen.ways).toEqual([{ person_id: mine.personA, value: 'a@party.example' }])
  })

  test('sees nothing that no zone makes theirs', async () => {
    const counts = await inPortal(mine.personA, 'booking', mine.caseId, async ({ queries }) => ({
      cases: (await queries.selectFrom('case_file').select('id').execute()).length,
      children: (await queries.selectFrom('child').select('id').execute()).length,
      messages: (await queries.selectFrom('message').select('id').execute()).length,
      enquiries: (await queries.selectFrom('enquiry').select('id').execute()).length,
      tasks: (await queries.selectFrom('task').select('id').execute()).length,
    }))
    expect(counts).toEqual({ cases: 0, children: 0, messages: 0, enquiries: 0, tasks: 0 })
  })

  test('sees by name those whom they meet, and no other colleague', async () => {
    const names = (actor: Id | null) =>
      inPortal(actor, 'booking', undefined, ({ queries }) =>
        queries.selectFrom('staff').select(['id', 'name']).execute(),
      )
    expect(await names(mine.personA)).toEqual([{ id: mediator.id, name: 'Own Mediator' }])
    expect(await names(other.personA)).toEqual([{ id: colleague.id, name: 'Other Mediator' }])
    expect(await names(null)).toEqual([])
    const account = inPortal(mine.personA, 'booking', undefined, ({ queries }) =>
      queries.selectFrom('staff').select('email').execute(),
    )
    await expect(account).rejects.toMatchObject({ code: '42501' })
  })

  test('of another party’s meeting sees neither the mediator nor the way there', async () => {
    await service.look(`UPDATE ev.appointment SET mediator_id = $2 WHERE case_id = $1 AND zone = 'B'`, [
      mine.caseId,
      colleague.id,
    ])
    const seen = await inPortal(mine.personA, 'booking', undefined, async ({ queries }) => ({
      staff: await queries.selectFrom('staff').select('id').execute(),
      theirs: await queries.selectFrom('attendance').select('id').where('zone', '=', 'B').execute(),
    }))
    expect(seen).toEqual({ staff: [{ id: mediator.id }], theirs: [] })
    await service.look(`UPDATE ev.appointment SET mediator_id = $2 WHERE case_id = $1`, [mine.caseId, mediator.id])
  })

  test('sees the places of the service, and the wrapped key of their own file alone', async () => {
    await service.look(
      `INSERT INTO ev.venue (name, address, postcode) VALUES ('The Old Library', '4 Mill Lane', 'FW1 4ML')`,
    )
    for (const { caseId } of [mine, other])
      await service.look(`INSERT INTO ev.case_key (case_id, wrapped) VALUES ($1, 'wrapped')`, [caseId])
    const keys = (actor: Id | null) =>
      inPortal(actor, 'mediation', undefined, async ({ queries }) => ({
        keys: await queries.selectFrom('case_key').select('case_id').execute(),
        places: (await queries.selectFrom('venue').select('id').execute()).length,
      }))
    expect(await keys(mine.personB)).toEqual({ keys: [{ case_id: mine.caseId }], places: 1 })
    expect(await keys(newId())).toEqual({ keys: [], places: 0 })
    expect(await keys(null)).toEqual({ keys: [], places: 0 })
  })

  test('reads no code by which anybody signs in', async () => {
    const read = inPortal(mine.personA, 'booking', undefined, ({ queries }) =>
      queries.selectFrom('party_code').select('secret_hash').execute(),
    )
    await expect(read).rejects.toMatchObject({ code: '42501' })
  })

  test('who is a stranger, or nobody, sees nothing', async () => {
    const none = { stored_file: [], session_record: [], session_summary: [], appointment: [] }
    expect(await inPortal(newId(), 'mediation', mine.caseId, zonesSeen)).toEqual(none)
    expect(await inPortal(null, 'mediation', mine.caseId, zonesSeen)).toEqual(none)
    // Staff have no rows in the portal, nor parties in the office.
    expect(await inPortal(mediator.id, 'mediation', mine.caseId, zonesSeen)).toEqual(none)
    expect(await inOffice(mine.personA, 'mediation', mine.caseId, zonesSeen)).toEqual(none)
  })

  test('changes nothing and destroys nothing', async () => {
    const change = inPortal(mine.personA, 'mediation', mine.caseId, ({ queries }) =>
      queries.updateTable('session_record').set({ agreed: 'all mine' }).execute(),
    )
    await expect(change).rejects.toMatchObject({ code: '42501' })
    const destroy = inPortal(mine.personA, 'mediation', mine.caseId, ({ queries }) =>
      queries.deleteFrom('session_record').execute(),
    )
    await expect(destroy).rejects.toMatchObject({ code: '42501' })
  })
})

describe('a mediator', () => {
  const all = ['A', 'B', 'both', 'office']
  const records = (actor: Id, caseId?: Id) =>
    inOffice(actor, 'mediation', caseId, (scope) => zonesSeen(scope, ['session_record']))

  test('sees every zone of the cases given to them, and of no other', async () => {
    expect(await records(mediator.id)).toEqual({ session_record: all.map((zone) => `mine:${zone}`) })
    expect(await records(colleague.id)).toEqual({ session_record: all.map((zone) => `other:${zone}`) })
  })

  test('sees no more by naming another’s case', async () => {
    expect(await records(mediator.id, other.caseId)).toEqual({ session_record: [] })
  })

  test('sees the people of their cases alone', async () => {
    const people = await inOffice(mediator.id, 'booking', undefined, ({ queries }) =>
      queries.selectFrom('person').select('id').execute(),
    )
    expect(people.map((it) => it.id).toSorted()).toEqual([mine.personA, mine.personB].toSorted())
  })

  test('cannot change, take or add to what is another’s', async () => {
    const changed = await inOffice(mediator.id, 'mediation', other.caseId, ({ queries }) =>
      queries
        .updateTable('case_file')
        .set({ mediator_id: mediator.id })
        .where('id', '=', other.caseId)
        .executeTakeFirst(),
    )
    expect(changed.numUpdatedRows).toBe(0n)
    const add = inOffice(mediator.id, 'mediation', other.caseId, ({ queries }) =>
      queries.insertInto('child').values({ case_id: other.caseId, given_name: 'Planted' }).execute(),
    )
    await expect(add).rejects.toMatchObject({ code: '42501' })
  })

  test('who is suspended, or has left, sees nothing at once', async () => {
    const gone = await service.staff('mediator', 'Going Mediator')
    const file = await fileWithTwoParties(service, gone.id)
    const seen = async () => (await records(gone.id, file.caseId)).session_record?.length
    expect(await seen()).toBe(4)
    await service.look(`UPDATE ev.staff SET suspended_at = ev.service_now() WHERE id = $1`, [gone.id])
    expect(await seen()).toBe(0)
    await service.look(`UPDATE ev.staff SET suspended_at = NULL WHERE id = $1`, [gone.id])
    expect(await seen()).toBe(4)
    await service.look(`UPDATE ev.staff SET left_on = '2026-11-20' WHERE id = $1`, [gone.id])
    expect(await seen()).toBe(0)
  })
})

describe('a role of the office', () => {
  test('has no rows under a purpose that is not its own, even where its login could take it', async () => {
    const officer = await service.staff('privacyOfficer')
    expect(await inOffice(officer.id, 'mediation', mine.caseId, zonesSeen)).toEqual({
      stored_file: [],
      session_record: [],
      session_summary: [],
      appointment: [],
    })
  })

  test('that may read its own account reads no colleague’s, nor what lets a colleague in', async () => {
    const accounts = (actor: Id) =>
      inOffice(actor, 'staffAccounts', undefined, async ({ queries }) => ({
        people: (await queries.selectFrom('staff').select(['id', 'email']).execute()).map((it) => it.id),
        links: (await queries.selectFrom('staff_link').select('staff_id').execute()).map((it) => it.staff_id),
        resets: (await queries.selectFrom('authenticator_reset').select('staff_id').execute()).length,
      }))
    const administrator = await service.staff('administrator', 'Sees All')
    const coordinator = await service.staff('coordinator')
    await service.look(
      `INSERT INTO ev.staff_link (token_hash, staff_id, kind, expires_at) VALUES ('\\x01', $1, 'reset', '2027-01-01')`,
      [mediator.id],
    )
    await service.look('INSERT INTO ev.authenticator_reset (staff_id, asked_by) VALUES ($1, $2)', [
      mediator.id,
      administrator.id,
    ])
    expect(await accounts(coordinator.id)).toEqual({ people: [coordinator.id], links: [], resets: 0 })
    expect(await accounts(mediator.id)).toEqual({ people: [mediator.id], links: [mediator.id], resets: 1 })
    expect((await accounts(administrator.id)).people.length).toBeGreaterThan(3)
  })

  test('has no way at all to act for a purpose that is planned', async () => {
    const anybody = await service.staff('coordinator')
    for (const purpose of ['fundraising', 'recruitment', 'training'] as const) {
      const tried = inOffice(anybody.id, purpose, undefined, async () => null)
      await expect(tried).rejects.toThrow(/role .* does not exist|permission denied to set role/)
    }
  })
})
