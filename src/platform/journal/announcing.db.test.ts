import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestService, testService } from '../../../test/support/service.ts'
import { type Id, newId } from '../../values/ids.ts'
import { done, refused } from '../../values/outcome.ts'
import { carriedOut, unsettled } from './act-lines.ts'

let service: TestService
let officer: Id

beforeAll(async () => {
  service = await testService()
  officer = (await service.staff('privacyOfficer')).id
})
afterAll(() => service.end())

const deed = () => ({ purpose: 'accountability', deed: 'hold.placed', key: newId() }) as const
const hold = () => {
  const id = newId()
  return { id, announced: { act: 'hold', puts: [{ table: 'hold', row: { id, case_id: newId() } }] } as const }
}
const marks = () => service.look<{ intent: Id }>('SELECT intent FROM ev.act_mark')
const stateOf = async (holdId: Id) => {
  const lines = await service.journal.lines()
  const about = <Line extends { puts?: readonly { row: object }[] | undefined }>(all: readonly Line[]) =>
    all.some((it) => JSON.stringify(it.puts ?? []).includes(holdId))
  return { done: about(carriedOut(lines)), open: about(unsettled(lines)) }
}

test('an act stands in the journal, on disk, before it is done; then its outcome follows', async () => {
  const { id, announced } = hold()
  const before: number[] = []
  await service.desk.office.act(officer, deed(), async (scope) => {
    await scope.announce(announced)
    before.push((await service.journal.lines()).length, (await marks()).length)
    return done({ holdId: id })
  })
  expect(before).toEqual([1, 0])
  expect(await stateOf(id)).toEqual({ done: true, open: false })
  const [line] = await service.journal.lines()
  expect(await marks()).toEqual([{ intent: line?.intent }])
})

test('an act that is refused after it was announced was not done', async () => {
  const { id, announced } = hold()
  await service.desk.office.act<'late'>(officer, deed(), async (scope) => {
    await scope.announce(announced)
    return refused('late')
  })
  expect(await stateOf(id)).toEqual({ done: false, open: false })
})

test('an act that broke off is left open, without a mark', async () => {
  const { id, announced } = hold()
  const before = (await marks()).length
  const broken = service.desk.office.act(officer, deed(), async (scope) => {
    await scope.announce(announced)
    throw new Error('the power went')
  })
  await expect(broken).rejects.toThrow('the power went')
  expect(await stateOf(id)).toEqual({ done: false, open: true })
  expect(await marks()).toHaveLength(before)
})

test('a line with words is not written, and nothing is done', async () => {
  const before = (await service.journal.lines()).length
  for (const reason of ['Her solicitor asked.', 'Smith', 'ada@example.org', '01632 960 100']) {
    const spoken = service.desk.office.act(officer, deed(), async (scope) => {
      await scope.announce({ act: 'hold', puts: [{ table: 'hold', row: { id: newId(), reason } }] })
      return done({})
    })
    await expect(spoken).rejects.toThrow()
  }
  expect(await service.journal.lines()).toHaveLength(before)
})

test('a purpose that marks its acts cannot read the marks of others, and what reads announces nothing', async () => {
  const reading = service.desk.office.read(officer, { purpose: 'booking', deed: 'case.opened' }, (scope) =>
    scope.queries.selectFrom('act_mark').select('intent').execute(),
  )
  await expect(reading).rejects.toThrow(/permission denied/)
  const announcing = service.desk.office.read(officer, { purpose: 'accountability', deed: 'hold.placed' }, (scope) =>
    scope.announce(hold().announced),
  )
  await expect(announcing).rejects.toThrow('announces nothing')
})
