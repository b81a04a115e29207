import { sql } from 'kysely'
import type { Scope } from '../../../platform/database/desk.ts'
import type { Aggregate } from '../../../policy/vocabulary.ts'
import { startOfDayInLondon } from '../../../values/calendar-days.ts'
import type { Id } from '../../../values/ids.ts'
import { endPacks } from './end-packs.ts'
import { breaches, complaints, concerns } from './endings-of-complaints.ts'
import { oldBackups } from './old-backups.ts'

/** Ends, of one kind of small thing, all that is as old as a day; answers how many rows went, and which files go with them. */
export type SmallEnding = (
  scope: Scope,
  before: Temporal.PlainDate,
) => Promise<number | { readonly rows: number; readonly files: readonly string[] }>

const counted = async (deleting: { executeTakeFirst(): Promise<{ numDeletedRows: bigint }> }) =>
  Number((await deleting.executeTakeFirst()).numDeletedRows)

/** What was begun in a held case stays, like the rest of it. */
const drafts: SmallEnding = (scope, before) =>
  counted(
    scope.queries
      .deleteFrom('draft')
      .where('saved_at', '<', startOfDayInLondon(before))
      .where((is) =>
        is.not(
          is.exists(
            is
              .selectFrom('hold')
              .select('hold.id')
              .whereRef('hold.case_id', '=', 'draft.case_id')
              .where('hold.lifted_at', 'is', null),
          ),
        ),
      ),
  )

const requestKeys: SmallEnding = (scope, before) =>
  counted(scope.queries.deleteFrom('request_key').where('at', '<', startOfDayInLondon(before)))

/** Only those to enquirers and professionals: what was written to a party is part of the file. */
const messages: SmallEnding = (scope, before) =>
  counted(
    scope.queries
      .deleteFrom('message')
      .where('settled_at', '<', startOfDayInLondon(before))
      .where('status', '<>', 'waiting')
      .where((is) =>
        is.or([
          is('professional_id', 'is not', null),
          is('enquiry_id', 'in', is.selectFrom('enquiry').select('enquiry.id').where('enquiry.case_id', 'is', null)),
        ]),
      ),
  )

/** Letters and e-mails that became part of nothing, with the files in which they lie. */
const post: SmallEnding = async ({ queries }, before) => {
  const old = await queries
    .selectFrom('post')
    .select(['id', 'stored_name'])
    .where('received_at', '<', startOfDayInLondon(before))
    .where('case_id', 'is', null)
    .where('enquiry_id', 'is', null)
    .limit(1000)
    .execute()
  if (old.length === 0) return 0
  const ids = old.map((row) => row.id)
  const rows = await counted(queries.deleteFrom('post').where('id', 'in', ids).where('case_id', 'is', null))
  return { rows, files: old.flatMap((row) => (row.stored_name ? [row.stored_name] : [])) }
}

const websiteCounts: SmallEnding = async (scope, before) => {
  const day = before.toString()
  const pages = await counted(scope.queries.deleteFrom('page_count').where('day', '<', day))
  return pages + (await counted(scope.queries.deleteFrom('consent_count').where('day', '<', day)))
}

const readLog: SmallEnding = (scope, before) =>
  counted(scope.queries.deleteFrom('access_log').where('at', '<', startOfDayInLondon(before)))

/**
 * The nameless rest of what somebody agreed to: counted from the last time that it ended, and only once the ledger no longer says who
 * they were. Until then it stands with what they are in.
 */
const consents: SmallEnding = async (scope, before) => {
  const { queries } = scope
  const ended = await queries
    .selectFrom('life_event')
    .select('aggregate_id')
    .where('aggregate', '=', 'consent')
    .where('event', '=', 'consent.ended')
    .where((is) =>
      is.not(
        is.exists(
          is
            .selectFrom('consent_subject')
            .select('consent_subject.id')
            .whereRef('consent_subject.id', '=', 'life_event.aggregate_id'),
        ),
      ),
    )
    .groupBy('aggregate_id')
    .having((it) => it(it.fn.max('happened_on'), '<', before.toString()))
    .limit(1000)
    .execute()
  if (ended.length === 0) return 0
  const subjects = ended.map((row) => row.aggregate_id)
  await queries
    .deleteFrom('life_event')
    .where('aggregate', '=', 'consent')
    .where('aggregate_id', 'in', subjects)
    .execute()
  return counted(queries.deleteFrom('consent_event').where('subject_id', 'in', subjects))
}

/**
 * Accounts of colleagues who have left. One whose name still stands in a file stays as long as that file: the key of the row says so,
 * since this purpose cannot read who worked on what.
 */
const staff: SmallEnding = async (scope, before) => {
  const { queries } = scope
  const left = await queries
    .selectFrom('life_event')
    .innerJoin('staff', 'staff.id', 'life_event.aggregate_id')
    .select('life_event.aggregate_id as id')
    .where('life_event.aggregate', '=', 'staff')
    .where('life_event.event', '=', 'staff.left')
    .where('staff.left_on', 'is not', null)
    .groupBy('life_event.aggregate_id')
    .having((it) => it(it.fn.max('life_event.happened_on'), '<', before.toString()))
    .execute()
  let ended = 0
  for (const { id } of left) if (await endAccount(scope, id)) ended++
  return ended
}

async function endAccount({ queries }: Scope, id: Id): Promise<boolean> {
  await sql`SAVEPOINT account`.execute(queries)
  try {
    for (const table of ['mediator_registration', 'working_hours', 'absence'] as const)
      await queries.deleteFrom(table).where('staff_id', '=', id).execute()
    await queries.deleteFrom('life_event').where('aggregate', '=', 'staff').where('aggregate_id', '=', id).execute()
    await queries.deleteFrom('staff').where('id', '=', id).execute()
    return true
  } catch (error) {
    if (!isStillNamed(error)) throw error
    await sql`ROLLBACK TO SAVEPOINT account`.execute(queries)
    return false
  }
}

const isStillNamed = (error: unknown) => error instanceof Error && 'code' in error && error.code === '23503'

/** Of settings, prices and descriptions, what something newer took the place of that long ago. What is in force stays. */
const officeHistory: SmallEnding = async ({ queries }, before) => {
  const start = startOfDayInLondon(before)
  const settings = queries
    .deleteFrom('setting')
    .where((is) =>
      is.exists(
        is
          .selectFrom('setting as newer')
          .select('newer.id')
          .whereRef('newer.key', '=', 'setting.key')
          .whereRef('newer.in_force_from', '>', 'setting.in_force_from')
          .where('newer.in_force_from', '<', start),
      ),
    )
  const prices = queries
    .deleteFrom('price')
    .where((is) =>
      is.exists(
        is
          .selectFrom('price as newer')
          .select('newer.id')
          .whereRef('newer.item', '=', 'price.item')
          .whereRef('newer.in_force_from', '>', 'price.in_force_from')
          .where('newer.in_force_from', '<', before.toString()),
      ),
    )
  const places = queries.deleteFrom('venue_former').where('until', '<', start)
  return (await counted(settings)) + (await counted(prices)) + (await counted(places))
}

/** The notes that something was destroyed; one whose paper is still there stays until it is not. */
const certificates: SmallEnding = ({ queries }, before) =>
  counted(
    queries
      .deleteFrom('destruction_certificate')
      .where('destroyed_at', '<', startOfDayInLondon(before))
      .where('paper_reference', 'is', null),
  )

const professionals: SmallEnding = ({ queries }, before) =>
  counted(queries.deleteFrom('professional').where('last_contact_on', '<', before.toString()))

/** Lists that waited to be brought in, and the way to take back what came in with one. */
const imports: SmallEnding = ({ queries }, before) =>
  counted(queries.deleteFrom('import_sheet').where('given_at', '<', startOfDayInLondon(before)))

/** What people asked about their data, counted from the day on which it was closed. */
const requests: SmallEnding = async ({ queries }, before) => {
  const old = await queries
    .selectFrom('rights_request')
    .select('id')
    .where('closed_on', '<', before.toString())
    // A use that somebody stopped stays stopped while we know them.
    .where((is) =>
      is.or([
        is('person_id', 'is', null),
        is.not(
          is.exists(
            is
              .selectFrom('objection')
              .select('objection.id')
              .whereRef('objection.request_id', '=', 'rights_request.id')
              .where('objection.outcome', '=', 'upheld'),
          ),
        ),
      ]),
    )
    .limit(1000)
    .execute()
  if (old.length === 0) return 0
  const ids = await endPacks(queries, old)
  await queries.deleteFrom('identity_check').where('request_id', 'in', ids).execute()
  await queries.deleteFrom('request_stop').where('request_id', 'in', ids).execute()
  return counted(queries.deleteFrom('rights_request').where('id', 'in', ids))
}

/** What ends by its age alone, without being shown before: of each kind of thing, how. */
export const smallEndings: Readonly<Partial<Record<Aggregate, SmallEnding>>> = {
  draft: drafts,
  request: requestKeys,
  message: messages,
  post,
  websiteCount: websiteCounts,
  auditTrail: readLog,
  consent: consents,
  staff,
  service: officeHistory,
  destruction: certificates,
  professional: professionals,
  import: imports,
  backup: oldBackups,
  rightsRequest: requests,
  complaint: complaints,
  ...{ breach: breaches, concern: concerns },
}
