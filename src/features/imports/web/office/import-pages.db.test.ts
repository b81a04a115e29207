import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestService, testService } from '../../../../../test/support/service.ts'
import { hiddenFields, wordsOf } from '../../../../../test/support/visitor.ts'
import { type WholeService, wholeService } from '../../../../../test/support/whole-service.ts'

let db: TestService
let whole: WholeService
let coordinator: Awaited<ReturnType<WholeService['signedIn']>>
beforeAll(async () => {
  db = await testService()
  whole = await wholeService(db)
  coordinator = await whole.signedIn('coordinator')
})
afterAll(async () => {
  await whole?.end()
  await db?.end()
})

async function give(file: File | null) {
  const { html } = await coordinator.get('/office/imports')
  const form = new FormData()
  for (const [name, value] of Object.entries(hiddenFields(html, '/office/imports'))) form.append(name, String(value))
  if (file) form.append('file', file)
  return coordinator.upload('/office/imports', form)
}
const sheets = async () => Number((await db.look<{ n: string }>('SELECT count(*) AS n FROM ev.import_sheet'))[0]?.n)

async function send(page: string, typed: Record<string, string | string[]>, action = page) {
  const { html } = await coordinator.get(page)
  return coordinator.post(action, { ...hiddenFields(html, action), ...typed })
}

describe('giving a sheet', () => {
  const refusals: readonly (readonly [string, File | null, string])[] = [
    ['no file', null, 'Choose a spreadsheet'],
    ['an empty file', new File([''], 'a.csv'), 'There is nothing in the first sheet'],
    ['headings alone', new File(['Name,Ref\n'], 'a.csv'), 'There is a line of headings and nothing below it'],
    ['no headings', new File(['Name\nIda\n'], 'a.csv'), 'The first row must be the headings'],
    [
      'a picture',
      new File([new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 0])], 'a.csv'),
      'The file must be an Excel',
    ],
    ['a broken workbook', new File(['PK\u0003\u0004 and no more'], 'a.xlsx'), 'This file is damaged'],
    [
      'an old workbook',
      new File([new Uint8Array([0xd0, 0xcf, 0x11, 0xe0])], 'a.xls'),
      'The file must be an Excel workbook',
    ],
    ['too many rows', new File([`A,B\n${'x,y\n'.repeat(2001)}`], 'a.csv'), 'A sheet may have 2,000 rows'],
    [
      'too many columns',
      new File([`${'A,'.repeat(61)}A\n${'x,'.repeat(61)}y`], 'a.csv'),
      'A sheet may have 60 columns',
    ],
    ['a long cell', new File([`A,B\n${'x'.repeat(2001)},y`], 'a.csv'), 'A cell has more than 2,000 characters'],
    ['too many bytes', new File([`A,B\n${'x,y\n'.repeat(1_500_000)}`], 'a.csv'), 'The file must be 5 MB or smaller'],
  ]
  test.each(refusals)('%s is refused at the field, and nothing is kept', async (_, file, words) => {
    const before = await sheets()
    const answer = await give(file)
    expect(answer.status).toBe(422)
    expect(wordsOf(answer.html)).toContain(words)
    expect(await sheets()).toBe(before)
  })
})

describe('a sheet on its way', () => {
  const text = [
    'Case no;Party A name;Party A email;Ok to email;Other party name;Opened;Notes',
    'X1;Ida Marsh;ida@marsh.example;;Otto Marsh;03/04/2026;met twice',
    'X2;Bea;bea@fenn;perhaps;Carl Fenn;30/02/2026;=cmd|"/c calc"!A1',
    '',
    'X1;Ann Reed;;;"Reed; Bo";;',
  ].join('\r\n')
  const choices = { details_of_b: 'other_party', topic_otherwise: 'both' }
  let page = ''

  test('guesses the columns, and asks what it may not guess', async () => {
    const given = await give(new File([text], 'old.csv'))
    expect(given.status).toBe(303)
    page = (given.location ?? '').replace('/columns', '')
    const { html } = await coordinator.get(`${page}/columns`)
    for (const key of ['case.reference', 'a.name', 'a.email', 'b.name', 'case.openedOn'])
      expect(html).toContain(`value="${key}" selected`)
    expect(wordsOf(html)).toContain('Which comes first in a date such as 03/04/2026?')
    expect(await coordinator.get(page)).toMatchObject({ status: 303, location: `${page}/columns` })
    const answer = await send(`${page}/columns`, { ...choices, ...chosen() })
    expect(answer.status).toBe(422)
    expect(wordsOf(answer.html)).toContain('Choose which comes first, the day or the month')
  })

  const chosen = () => ({
    ...{ column_0: 'case.reference', column_1: 'a.name', column_2: 'a.email', column_3: 'a.emailSafe' },
    ...{ column_4: 'b.name', column_5: 'case.openedOn', column_6: '' },
  })

  test('shows every problem by row before anything is on record', async () => {
    expect((await send(`${page}/columns`, { ...choices, ...chosen(), date_order: 'day' })).status).toBe(303)
    const words = wordsOf((await coordinator.get(page)).html)
    for (const problem of [
      '3Party A nameIt is not clear which part is the last name',
      '3Party A emailThis is no e-mail address',
      '3Ok to emailWrite yes, no or not asked',
      '3OpenedThis is no day that there is',
      '5Case noRow 2 has this case number already',
    ])
      expect(words).toContain(problem)
    expect(words).toContain('Problems in 2 rows')
    expect(words).toContain('Would come in1 case with 2 people: 1 live, 0 closed')
    expect(words).toContain('Columns that do not come inNotes')
    expect(await db.look('SELECT id FROM ev.person')).toEqual([])
  })

  test('the same headings begin with the same choices', async () => {
    const again = (await give(new File([text.replaceAll('X', 'Y')], 'again.csv'))).location ?? ''
    const words = wordsOf((await coordinator.get(again)).html)
    expect(words).toContain('These are your choices for the last sheet with the same headings')
    expect(await send(again, {}, again.replace('columns', 'let-go'))).toMatchObject({ location: '/office/imports' })
    expect((await coordinator.get(again)).status).toBe(404)
  })

  test('is brought in, and taken back', async () => {
    expect(await send(page, {}, `${page}/bring-in`)).toMatchObject({ status: 303, location: page })
    const came = wordsOf((await coordinator.get(page)).html)
    expect(came).toContain('Came in1 case with 2 people')
    expect(came).toContain('Rows left out2: 3, 5')
    expect(came).toContain('Until 23 December 2026 you can take this back')
    expect(came).toContain('(was X1)')
    expect(await send(page, {}, `${page}/take-back`)).toMatchObject({ status: 303 })
    expect(wordsOf((await coordinator.get(page)).html)).toContain('Taken back1 case')
    expect(await db.look('SELECT id FROM ev.person')).toEqual([])
  })

  test('shows who is known already, and leaves out what one ticks', async () => {
    const rows = ['Case no,Party A name,Other party name', 'Z1,Ida Marsh,Otto Marsh', 'Z2,Ida Marsh,Otto Marsh'].join(
      '\n',
    )
    const first = (await give(new File([rows], 'z.csv'))).location ?? ''
    const fields = { column_0: 'case.reference', column_1: 'a.name', column_2: 'b.name', ...choices }
    await send(first, fields)
    const address = first.replace('/columns', '')
    await send(`${address}/known`, { 'leave_out[]': ['3'] })
    await send(address, {}, `${address}/bring-in`)
    const second = (await give(new File([rows.replaceAll('Z', 'W')], 'w.csv'))).location ?? ''
    await send(second, fields)
    const page = second.replace('/columns', '')
    expect(wordsOf((await coordinator.get(`${page}/known`)).html)).toContain('Ida Marsh may be:Ida Marsh')
    expect((await send(`${page}/known`, { 'leave_out[]': ['2'] })).status).toBe(303)
    expect(wordsOf((await coordinator.get(page)).html)).toContain('Left out by you1 case')
    expect((await coordinator.get(`${page}/known`)).html).toContain('value="2" checked')
  })

  test('is nobody else’s page', async () => {
    for (const role of ['mediator', 'administrator', 'privacyOfficer', 'supervisor'] as const) {
      const visitor = await whole.signedIn(role)
      for (const address of ['/office/imports', page, `${page}/columns`, `${page}/known`])
        expect((await visitor.get(address)).status).toBe(404)
    }
  })
})
