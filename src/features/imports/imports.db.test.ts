import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestService, testService } from '../../../test/support/service.ts'
import { Keyring } from '../../platform/files/keyring.ts'
import { type Id, newId } from '../../values/ids.ts'
import type { SheetChoices } from './domain/sheet.ts'
import { bringIn, giveSheet, type ImportTools, sayColumns, takeBack } from './index.ts'

let service: TestService
let coordinator: Id
let mediator: Id
const tools: ImportTools = { keyring: new Keyring(Buffer.alloc(32, 7)), keepsClosed: 'P7Y', keepsImports: 'P30D' }

beforeAll(async () => {
  service = await testService()
  coordinator = (await service.staff('coordinator')).id
  mediator = (await service.staff('mediator', 'Maud Ellery')).id
})
afterAll(() => service?.end())

const office = () => service.desk.office
const counted = async (table: string): Promise<number> => {
  const [row] = await service.look<{ count: string }>(`SELECT count(*) FROM ev.${table}`)
  return Number(row?.count)
}
const written = ['case_file', 'case_key', 'party', 'person', 'contact_point', 'whereabouts', 'safe_contact'] as const
const countAll = async () =>
  Object.fromEntries(
    await Promise.all(
      [...written, 'told_of_other', 'imported_case', 'life_event', 'task'].map(async (it) => [it, await counted(it)]),
    ),
  )

const sheet = (...rows: string[]) =>
  [
    'Ref,A first,A last,A mobile,A phone safe,A address,A postcode,B name,B email,Opened,Closed,Outcome,Mediator',
    ...rows,
  ].join('\n')
const columns: SheetChoices['columns'] = [
  ...(['case.reference', 'a.given', 'a.family', 'a.telephone', 'a.telephoneSafe', 'a.address', 'a.postcode'] as const),
  ...(['b.name', 'b.email', 'case.openedOn', 'case.closedOn', 'case.outcome', 'case.mediator'] as const),
]
const choices = { columns, detailsOfB: 'other_party', topicOtherwise: 'both', dayFirst: true } as const

async function given(text: string): Promise<Id> {
  const file = { name: 'old-cases.csv', bytes: Buffer.from(text) }
  const outcome = await giveSheet(office(), tools, coordinator, { key: newId(), file })
  if (!outcome.done) throw new Error(outcome.reason)
  const importId = outcome.value.importId as Id
  const said = await sayColumns(office(), coordinator, { key: newId(), importId, choices })
  if (!said.done) throw new Error(said.reason)
  return importId
}
const bring = (importId: Id, seen: number, key = newId()) =>
  bringIn(office(), tools, coordinator, { key, importId, seen })

const live = (number: string) =>
  `${number},Ida,Marsh,07700 900111,yes,1 High Street,NR1 1AA,Otto Marsh,otto@marsh.example,03/04/2026,,,Maud Ellery`

describe('an import', () => {
  test('brings in what a sheet says, and calls nothing safe that nobody called so', async () => {
    const before = await countAll()
    const importId = await given(
      sheet(live('OLD-1'), 'OLD-2,Bea,Fenn,,,,,"Fenn, Carl Anders",carl@fenn.example,1 May 2024,2 June 2025,agreed,'),
    )
    expect(await countAll()).toEqual(before)
    const key = newId()
    expect((await bring(importId, 2, key)).done).toBe(true)
    expect((await bring(importId, 2, key)).done).toBe(true)
    expect(await counted('case_file')).toBe(2)
    const [row] = await service.look(
      `SELECT f.status, f.mediator_id, f.opened_at::text, f.topic, i.old_reference FROM ev.case_file f JOIN ev.imported_case i ON i.case_id = f.id
        WHERE i.old_reference = 'OLD-1'`,
    )
    expect(row).toMatchObject({ status: 'live', mediator_id: mediator, topic: 'both', old_reference: 'OLD-1' })
    expect(row).toMatchObject({ opened_at: expect.stringContaining('2026-04-03') })
    const points = await service.look(`SELECT kind, source, safety FROM ev.contact_point ORDER BY kind, source, value`)
    expect(points).toEqual([
      { kind: 'address', source: 'self', safety: 'not_asked' },
      { kind: 'email', source: 'other_party', safety: 'not_asked' },
      { kind: 'email', source: 'other_party', safety: 'not_asked' },
      { kind: 'telephone', source: 'self', safety: 'safe' },
    ])
    const events = await service.look(`SELECT event, happened_on::text FROM ev.life_event ORDER BY happened_on`)
    expect(events).toEqual([
      { event: 'case.opened', happened_on: '2024-05-01' },
      { event: 'case.closed', happened_on: '2025-06-02' },
      { event: 'case.opened', happened_on: '2026-04-03' },
    ])
    expect(await counted('message')).toBe(0)
    const [kept] = await service.look('SELECT status, sealed, wrapped FROM ev.import_sheet WHERE id = $1', [importId])
    expect(kept).toEqual({ status: 'brought_in', sealed: null, wrapped: null })
  })

  test('comes in whole or not at all, and not when it is no longer what was seen', async () => {
    const again = await given(sheet(live('OLD-1')))
    expect(await bring(again, 1)).toEqual({ done: false, reason: 'import.nothing' })
    const other = await given(sheet(live('OLD-3')))
    expect(await bring(other, 2)).toEqual({ done: false, reason: 'import.changed' })
    expect((await bring(other, 1)).done).toBe(true)
    expect(await bring(other, 1)).toEqual({ done: false, reason: 'import.settled' })
  })

  test('is for those who bring in old cases', async () => {
    const importId = await given(sheet(live('OLD-4')))
    for (const actor of [mediator, (await service.staff('administrator')).id, newId()]) {
      expect(
        await bringIn(office(), tools, actor, { key: newId(), importId, seen: 1 }).then(
          (it) => it.done,
          () => false,
        ),
      ).toBe(false)
    }
  })
})

describe('taking an import back', () => {
  test('leaves nothing of it behind', async () => {
    const before = await countAll()
    const importId = await given(sheet(live('OLD-8'), live('OLD-9')))
    expect((await bring(importId, 2)).done).toBe(true)
    expect(await countAll()).not.toEqual(before)
    expect((await takeBack(office(), tools, coordinator, { key: newId(), importId })).done).toBe(true)
    expect(await countAll()).toEqual(before)
    expect((await bring(await given(sheet(live('OLD-8'))), 1)).done).toBe(true)
  })

  const touches: readonly (readonly [string, string])[] = [
    [
      'a corrected name',
      `UPDATE ev.person SET known_as = 'Idi' WHERE id IN (SELECT person_id FROM ev.party WHERE case_id = $1)`,
    ],
    ['a new child', `INSERT INTO ev.child (case_id, given_name) VALUES ($1, 'Robin')`],
    [
      'details gone through',
      `INSERT INTO ev.details_confirmed (person_id) SELECT person_id FROM ev.party WHERE case_id = $1 AND side = 'A'`,
    ],
    [
      'a channel called unsafe',
      `UPDATE ev.contact_point SET safety = 'unsafe' WHERE person_id IN (SELECT person_id FROM ev.party WHERE case_id = $1)`,
    ],
    [
      'a finished task',
      `INSERT INTO ev.task (kind, case_id, for_role, due_on, done_at) VALUES ('follow-up', $1, 'coordinator', '2026-11-30', '2026-11-24')`,
    ],
    [
      'a hold',
      `INSERT INTO ev.hold (case_id, reason, review_on, placed_by) VALUES ($1, 'A claim', '2027-01-01', ev.actor())`,
    ],
  ]
  test.each(touches)('keeps a case with %s, and says so', async (_, act) => {
    const number = newId()
    const importId = await given(sheet(live(number), live(`${number}-x`)))
    expect((await bring(importId, 2)).done).toBe(true)
    const [{ case_id }] = (await service.look('SELECT case_id FROM ev.imported_case WHERE old_reference = $1', [
      number,
    ])) as [{ case_id: Id }]
    await service.look(act.replace('ev.actor()', `'${coordinator}'`), [case_id])
    expect((await takeBack(office(), tools, coordinator, { key: newId(), importId })).done).toBe(true)
    const left = await service.look('SELECT case_id FROM ev.imported_case WHERE import_id = $1', [importId])
    expect(left).toEqual([{ case_id }])
    expect(await service.look('SELECT taken_back_count FROM ev.import_sheet WHERE id = $1', [importId])).toEqual([
      { taken_back_count: 1 },
    ])
  })

  test('ends with the time that the policy gives', async () => {
    const importId = await given(sheet(live('OLD-20')))
    expect((await bring(importId, 1)).done).toBe(true)
    const late = { ...tools, keepsImports: 'P0D' }
    service.clock.forward('P2D')
    expect(await takeBack(office(), late, coordinator, { key: newId(), importId })).toEqual({
      done: false,
      reason: 'import.late',
    })
    expect((await takeBack(office(), tools, coordinator, { key: newId(), importId })).done).toBe(true)
    expect(await takeBack(office(), tools, coordinator, { key: newId(), importId })).toEqual({
      done: false,
      reason: 'import.settled',
    })
  })
})
