import type { Scope } from '../../../platform/database/desk.ts'
import type { Aggregate } from '../../../policy/vocabulary.ts'
import { startOfDayInLondon } from '../../../values/calendar-days.ts'

/** Ends, of one kind of small thing, all that is as old as a day; answers how many rows went. */
export type SmallEnding = (scope: Scope, before: Temporal.PlainDate) => Promise<number>

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

/** Only those to enquirers: what was written to a party is part of the file. */
const messages: SmallEnding = (scope, before) =>
  counted(
    scope.queries
      .deleteFrom('message')
      .where('settled_at', '<', startOfDayInLondon(before))
      .where('status', '<>', 'waiting')
      .where((is) =>
        is('enquiry_id', 'in', is.selectFrom('enquiry').select('enquiry.id').where('enquiry.case_id', 'is', null)),
      ),
  )

const websiteCounts: SmallEnding = async (scope, before) => {
  const day = before.toString()
  const pages = await counted(scope.queries.deleteFrom('page_count').where('day', '<', day))
  return pages + (await counted(scope.queries.deleteFrom('consent_count').where('day', '<', day)))
}

const readLog: SmallEnding = (scope, before) =>
  counted(scope.queries.deleteFrom('access_log').where('at', '<', startOfDayInLondon(before)))

/** The nameless rest of what somebody agreed to. */
const consents: SmallEnding = async (scope, before) => {
  const ended = await scope.queries
    .selectFrom('life_event')
    .select(['id', 'aggregate_id'])
    .where('aggregate', '=', 'consent')
    .where('event', '=', 'consent.ended')
    .where('happened_on', '<', before.toString())
    .limit(1000)
    .execute()
  if (ended.length === 0) return 0
  const subjects = ended.map((row) => row.aggregate_id)
  const events = ended.map((row) => row.id)
  await scope.queries.deleteFrom('life_event').where('id', 'in', events).execute()
  return counted(scope.queries.deleteFrom('consent_event').where('subject_id', 'in', subjects))
}

/** What ends by its age alone, without being shown before: of each kind of thing, how. */
export const smallEndings: Readonly<Partial<Record<Aggregate, SmallEnding>>> = {
  draft: drafts,
  request: requestKeys,
  message: messages,
  websiteCount: websiteCounts,
  auditTrail: readLog,
  consent: consents,
}
