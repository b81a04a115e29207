import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestService, testService } from '../../../test/support/service.ts'
import { fileWithTwoParties, type TwoPartyFile } from '../../../test/support/two-party-file.ts'
import { type Id, newId } from '../../values/ids.ts'
import { shareFile } from './actions/share-file.ts'

let service: TestService
let mediator: Id
let file: TwoPartyFile
beforeAll(async () => {
  service = await testService()
  mediator = (await service.staff('mediator')).id
  file = await fileWithTwoParties(service, mediator)
  await service.look(`UPDATE ev.stored_file SET status = 'released', settled_by = $1`, [mediator])
})
afterAll(() => service.end())

const documentOf = async (zone: string) =>
  (await service.look<{ id: Id }>('SELECT id FROM ev.stored_file WHERE zone = $1', [zone]))[0]?.id as Id
const seenBy = (person: Id) =>
  service.desk.portal.read(person, { purpose: 'mediation', deed: 'portal.tried' }, async ({ queries }) =>
    (await queries.selectFrom('stored_file').select('id').execute()).map((row) => row.id),
  )
const share = (fileId: Id, because = 'Both agreed') =>
  shareFile(service.desk.office, mediator, { key: newId(), fileId, because })

describe('a document of one party', () => {
  test('reaches the other by an act of a named person, which is kept with why', async () => {
    const id = await documentOf('A')
    expect(await seenBy(file.personB)).not.toContain(id)
    expect((await share(id)).done).toBe(true)
    expect(await seenBy(file.personB)).toContain(id)
    expect(
      await service.look('SELECT from_zone, because, shared_by FROM ev.file_sharing WHERE file_id = $1', [id]),
    ).toEqual([{ from_zone: 'A', because: 'Both agreed', shared_by: mediator }])
    expect(await share(id)).toEqual({ done: false, reason: 'file.shared' })
  })

  test('is not moved without that act, and never back', async () => {
    const [mine, shared] = [await documentOf('B'), await documentOf('both')]
    for (const [id, zone] of [
      [mine, 'both'],
      [mine, 'A'],
      [shared, 'A'],
    ]) {
      const tried = service.desk.office.read(mediator, { purpose: 'papers', deed: 'office.tried' }, ({ queries }) =>
        queries
          .updateTable('stored_file')
          .set({ zone: zone as 'A' })
          .where('id', '=', id as Id)
          .execute(),
      )
      await expect(tried).rejects.toMatchObject({ constraint: 'stored_file_shared_openly' })
    }
  })
})
