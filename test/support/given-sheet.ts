import { giveSheet, sayColumns } from '../../src/features/imports/index.ts'
import type { Id } from '../../src/values/ids.ts'
import { newId } from '../../src/values/ids.ts'
import type { WholeService } from './whole-service.ts'

const text = [
  'Case,Party A name,Party B name,Opened',
  'OLD-1,Ida Marsh,Otto Marsh,3 April 2026',
  'OLD-2,Bea Fenn,Carl Fenn,nonsense',
].join('\n')

/** A sheet that waits to be brought in, with one case that can come in and one that cannot. */
export async function givenSheet(whole: WholeService, actor: Id): Promise<Id> {
  const { keyring, desks } = whole.service
  const file = { name: 'old-cases.csv', bytes: Buffer.from(text) }
  const given = await giveSheet(desks.desk.office, { keyring }, actor, { key: newId(), file })
  if (!given.done) throw new Error(given.reason)
  const importId = given.value.importId as Id
  const columns = ['case.reference', 'a.name', 'b.name', 'case.openedOn'] as const
  const choices = { columns, detailsOfB: 'other_party', topicOtherwise: 'both', dayFirst: null } as const
  await sayColumns(desks.desk.office, actor, { key: newId(), importId, choices })
  return importId
}
