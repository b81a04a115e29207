import type { Scope } from '../../../platform/database/desk.ts'
import type { Id } from '../../../values/ids.ts'

/** What was collected and decided for requests ends with them; answers which requests those are. */
export async function endPacks(queries: Scope['queries'], requests: readonly { readonly id: Id }[]): Promise<Id[]> {
  const requestIds = requests.map((it) => it.id)
  const packs = queries.selectFrom('access_pack').select('id').where('request_id', 'in', requestIds)
  await queries.deleteFrom('pack_item').where('pack_id', 'in', packs).execute()
  await queries.deleteFrom('pack_taking').where('pack_id', 'in', packs).execute()
  await queries.deleteFrom('access_pack').where('request_id', 'in', requestIds).execute()
  for (const table of ['objection', 'right_decision', 'told_again', 'request_passing'] as const)
    await queries.deleteFrom(table).where('request_id', 'in', requestIds).execute()
  return requestIds
}
