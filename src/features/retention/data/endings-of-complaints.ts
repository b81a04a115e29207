import type { SmallEnding } from './small-writes.ts'

const counted = async (deleting: { executeTakeFirst(): Promise<{ numDeletedRows: bigint }> }) =>
  Number((await deleting.executeTakeFirst()).numDeletedRows)

/** Complaints, counted from the day on which they were closed. */
export const complaints: SmallEnding = async ({ queries }, before) => {
  const old = await queries
    .selectFrom('complaint')
    .select('id')
    .where('closed_on', '<', before.toString())
    .limit(1000)
    .execute()
  if (old.length === 0) return 0
  const ids = old.map((it) => it.id)
  await queries.deleteFrom('complaint_step').where('complaint_id', 'in', ids).execute()
  await queries.deleteFrom('complaint_telling').where('complaint_id', 'in', ids).execute()
  return counted(queries.deleteFrom('complaint').where('id', 'in', ids))
}

/** Breaches, counted from the day on which they were closed. */
export const breaches: SmallEnding = async ({ queries }, before) => {
  const old = await queries
    .selectFrom('breach')
    .select('id')
    .where('closed_on', '<', before.toString())
    .limit(1000)
    .execute()
  if (old.length === 0) return 0
  const ids = old.map((it) => it.id)
  await queries.deleteFrom('breach_report').where('breach_id', 'in', ids).execute()
  return counted(queries.deleteFrom('breach').where('id', 'in', ids))
}

/** Worries about somebody's safety, counted from the day on which the last of them was closed. What was told of one ends with the file. */
export const concerns: SmallEnding = ({ queries }, before) =>
  counted(queries.deleteFrom('concern').where('closed_on', '<', before.toString()).where('case_id', 'is', null))
