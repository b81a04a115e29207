import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ServiceFolder, serviceFolder, sweepNow, sweepTools } from '../../../test/support/case-life.ts'
import { type TestService, testService } from '../../../test/support/service.ts'
import { openActJournal } from '../../platform/journal/act-journal.ts'
import { type Id, newId } from '../../values/ids.ts'

let service: TestService
let folder: ServiceFolder
beforeAll(async () => {
  service = await testService({ at: '2027-01-10T12:00:00Z' })
  folder = await serviceFolder()
})
afterAll(async () => {
  await service?.end()
  await folder?.remove()
})

/** A hold that was written down and marked; with `over` it has its outcome. */
async function act(at: string, over: boolean): Promise<Id> {
  const journal = await openActJournal(folder.path)
  const intent = newId()
  await journal.append({ line: 'intent', intent, at, act: 'hold' })
  await service.look('INSERT INTO ev.act_mark (intent) VALUES ($1)', [intent])
  if (over) await journal.append({ line: 'outcome', intent, at, result: 'done', files: 0 })
  return intent
}
const acts = async () => new Set((await (await openActJournal(folder.path)).lines()).map(({ intent }) => intent))
const copyOf = (at: string) =>
  service.look(
    `INSERT INTO ev.backup (id, made_at, file_name, size_bytes, key_name) VALUES (gen_random_uuid(), $1, '/not-there/copy', 1, 'age1')`,
    [at],
  )

test('the journal keeps an act for as long as there may be a copy that does not know it', async () => {
  const [old, open, fresh] = [
    await act('2027-01-10T10:00:00Z', true),
    await act('2027-01-10T10:00:00Z', false),
    await act('2027-02-10T10:00:00Z', true),
  ]
  // One copy could not be deleted, since its disk is away: it does not know what was done after it.
  await copyOf('2027-01-09T22:00:00Z')
  service.clock.set('2027-02-20T12:00:00Z')
  const tools = await sweepTools(service, folder)
  expect((await sweepNow(service, folder)).result).toBe('done')
  expect(await acts()).toEqual(new Set([old, open, fresh]))
  await service.look('DELETE FROM ev.backup')
  await sweepNow(service, folder)
  // What had no outcome was settled by the first sweep, on its own day.
  expect(await acts()).toEqual(new Set([open, fresh]))
  const marks = await service.look<{ intent: Id }>('SELECT intent FROM ev.act_mark')
  expect(new Set(marks.map((it) => it.intent))).toEqual(new Set([open, fresh]))
  const days = Temporal.Duration.from(tools.policy.retention.backups?.keep ?? 'P0D').days
  service.clock.set(
    Temporal.Instant.from('2027-02-20T12:00:00Z')
      .add({ hours: 24 * (days + 1) })
      .toString(),
  )
  await sweepNow(service, folder)
  expect(await acts()).toEqual(new Set())
})
