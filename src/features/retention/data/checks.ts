import type { Scope } from '../../../platform/database/desk.ts'
import { standingHolds } from '../../cases/index.ts'
import type { Candidate, RetentionCheck } from '../domain/check.ts'

/** Mail that was written longer ago than this and has not gone is not going any more. */
const stillGoing = Temporal.Duration.from({ hours: 30 * 24 })

async function comingAppointment(scope: Scope, { id }: Candidate): Promise<boolean> {
  const row = await scope.queries
    .selectFrom('appointment')
    .select('id')
    .where('case_id', '=', id)
    .where('status', '=', 'booked')
    .where('ends_at', '>', scope.now)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

async function waitingMail(scope: Scope, { of, id }: Candidate): Promise<boolean> {
  const row = await scope.queries
    .selectFrom('message')
    .select('id')
    .where(of === 'case' ? 'case_id' : 'enquiry_id', '=', id)
    .where('status', '=', 'waiting')
    .where('made_at', '>', scope.now.subtract(stillGoing))
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Parts of a case by which one sees that somebody went on with it, each with the time of its making. */
const signs = [
  ['miam_record', 'recorded_at'],
  ['session_record', 'recorded_at'],
  ['session_summary', 'recorded_at'],
  ['screening', 'recorded_at'],
  ['stored_file', 'added_at'],
  ['post', 'received_at'],
  ['appointment', 'made_at'],
  ['message', 'made_at'],
  ['child', 'made_at'],
  ['draft', 'saved_at'],
] as const

const signsOfEnquiry = [
  ['message', 'made_at'],
  ['post', 'received_at'],
] as const

async function newActivity(scope: Scope, { of, id, shownSince }: Candidate): Promise<boolean> {
  if (shownSince === null) return false
  const { ref } = scope.queries.dynamic
  const asked = of === 'case' ? signs : signsOfEnquiry
  for (const [table, time] of asked) {
    const row = await scope.queries
      .selectFrom(table as 'message')
      .select('id')
      .where(of === 'case' ? 'case_id' : 'enquiry_id', '=', id)
      .where(ref(time), '>', shownSince)
      .limit(1)
      .executeTakeFirst()
    if (row) return true
  }
  return of === 'case' && newContactDetails(scope, id, shownSince)
}

async function newContactDetails(scope: Scope, id: Candidate['id'], since: Temporal.Instant): Promise<boolean> {
  const row = await scope.queries
    .selectFrom('contact_point')
    .innerJoin('party', 'party.person_id', 'contact_point.person_id')
    .select('contact_point.id')
    .where('party.case_id', '=', id)
    .where('contact_point.made_at', '>', since)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** What this version of the software asks before anything ends. Others may be added by whoever composes the sweep. */
export const usualChecks: readonly RetentionCheck[] = [
  {
    name: 'hold',
    of: ['case'],
    words: 'it is held',
    yieldsToCap: false,
    stays: async (scope, { id }) => (await standingHolds(scope, id)).length > 0,
  },
  {
    name: 'appointment',
    of: ['case'],
    words: 'an appointment is still to come',
    yieldsToCap: false,
    stays: comingAppointment,
  },
  {
    name: 'mail-waiting',
    of: ['case', 'enquiry'],
    words: 'a message is still on its way',
    yieldsToCap: true,
    stays: waitingMail,
  },
  {
    name: 'new-activity',
    of: ['case', 'enquiry'],
    words: 'something was added while its end was shown',
    yieldsToCap: true,
    stays: newActivity,
  },
]
