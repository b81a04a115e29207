import type { Scope } from '../../../platform/database/desk.ts'
import type { Id } from '../../../values/ids.ts'
import type { Ending } from '../domain/check.ts'
import type { DestructionPlan, EndingTable } from '../domain/plan.ts'

type Rows = Partial<Record<EndingTable, Id[]>>

/** Everything that ends with a case or an enquiry, by identifier, in a fixed number of questions. */
export const planOf = (scope: Scope, of: Ending, id: Id): Promise<DestructionPlan> =>
  of === 'case' ? planOfCase(scope, id) : planOfEnquiry(scope, id)

/** Tables of which each row names its case. */
const byCase = [
  'invitation_answer',
  'invitation_step',
  'invitation',
  'note_event',
  'session_stop',
  'session_note',
  'session_observer',
  'mediation_session',
  'agreement_to_mediate',
  'file_sharing',
  'arrangement',
  'child_word',
  'child_meeting',
  'child_agreement',
  'paper_movement',
  'paper_file',
  'file_review',
  'closure_request',
  'case_reason',
  'file_item',
  'follow_up',
  'miam_certificate',
  'screening',
  'session_summary',
  'session_record',
  'miam_record',
  'stored_file',
  'booking_exception',
  'arrival_plan',
  'attendance',
  'appointment',
  'draft',
  'child',
  'told_of_other',
  'imported_case',
  'party',
  'enquiry',
  'hold',
] as const

async function planOfCase(scope: Scope, caseId: Id): Promise<DestructionPlan> {
  const rows: Rows = { case_file: [caseId] }
  for (const table of byCase) {
    const found = await scope.queries
      .selectFrom(table as 'child')
      .select('id')
      .where('case_id', '=', caseId)
      .execute()
    rows[table] = found.map((row) => row.id)
  }
  const keys = await scope.queries.selectFrom('case_key').select('case_id').where('case_id', '=', caseId).execute()
  rows.case_key = keys.map((row) => row.case_id)
  rows.person = await withMerged(scope, await peopleOfThisCaseAlone(scope, caseId))
  for (const table of ofPeople) rows[table] = await rowsOfPeople(scope, table, rows.person)
  await mergesOf(scope, rows, rows.person)
  const post = await postOf(scope, rows, caseId)
  await planAround(scope, rows, caseId)
  const files = await scope.queries
    .selectFrom('stored_file')
    .select('stored_name')
    .where('case_id', '=', caseId)
    .execute()
  return { rows, files: [...files.map((row) => row.stored_name), ...post] }
}

async function planOfEnquiry(scope: Scope, enquiryId: Id): Promise<DestructionPlan> {
  const rows: Rows = { enquiry: [enquiryId] }
  const files = await postOf(scope, rows, enquiryId)
  await planAround(scope, rows, enquiryId)
  return { rows, files }
}

/** Somebody who is a party in another case too stays, with their ways of contact: that case still needs them. */
async function peopleOfThisCaseAlone(scope: Scope, caseId: Id): Promise<Id[]> {
  const rows = await scope.queries
    .selectFrom('party')
    .select('party.person_id')
    .where('party.case_id', '=', caseId)
    .where((is) =>
      is.not(
        is.exists(
          is
            .selectFrom('party as other')
            .select('other.id')
            .whereRef('other.person_id', '=', 'party.person_id')
            .where('other.case_id', '<>', caseId),
        ),
      ),
    )
    .execute()
  return rows.map((row) => row.person_id)
}

/** Records that went into theirs, at any remove, go with them. */
async function withMerged(scope: Scope, people: readonly Id[]): Promise<Id[]> {
  const all = [...people]
  for (let last = all; last.length > 0; ) {
    const rows = await scope.queries.selectFrom('person').select('id').where('merged_into', 'in', last).execute()
    last = rows.map((row) => row.id)
    all.push(...last)
  }
  return all
}

/** What was made one, also where it was undone: it names both, and ends with the first of them. */
async function mergesOf(scope: Scope, rows: Rows, people: readonly Id[]): Promise<void> {
  if (people.length === 0) return
  const merges = await scope.queries
    .selectFrom('person_merge')
    .select('id')
    .where((is) => is.or([is('kept_id', 'in', people), is('merged_id', 'in', people)]))
    .execute()
  rows.person_merge = merges.map((row) => row.id)
  const moved = await scope.queries
    .selectFrom('person_merge_row')
    .select('id')
    .where('merge_id', 'in', orNobody(rows.person_merge))
    .execute()
  rows.person_merge_row = moved.map((row) => row.id)
}

/** Tables of which each row is about one person. */
const ofPeople = [
  'contact_point',
  'whereabouts',
  'safe_contact',
  'wall',
  'details_confirmed',
  'person_correction',
] as const

async function rowsOfPeople(scope: Scope, table: (typeof ofPeople)[number], people: readonly Id[]): Promise<Id[]> {
  if (people.length === 0) return []
  const rows = await scope.queries
    .selectFrom(table as 'contact_point')
    .select('id')
    .where('person_id', 'in', people)
    .execute()
  return rows.map((row) => row.id)
}

/** Letters and e-mails that came in: of the case itself, or of its enquiries. Answers under which names they lie. */
async function postOf(scope: Scope, rows: Rows, id: Id): Promise<string[]> {
  const found = await scope.queries
    .selectFrom('post')
    .select(['id', 'stored_name'])
    .where((is) => is.or([is('case_id', '=', id), is('enquiry_id', 'in', orNobody(rows.enquiry ?? []))]))
    .execute()
  rows.post = found.map((row) => row.id)
  return found.flatMap((row) => (row.stored_name ? [row.stored_name] : []))
}

/** What hangs on a case or an enquiry by reference: messages, consents, tasks, life events, how far it was. */
async function planAround(scope: Scope, rows: Rows, id: Id): Promise<void> {
  const { queries } = scope
  const enquiries = rows.enquiry ?? []
  const people = rows.person ?? []
  const messages = await queries
    .selectFrom('message')
    .select('id')
    .where((is) =>
      is.or([
        is('case_id', '=', id),
        is('enquiry_id', 'in', orNobody(enquiries)),
        is('person_id', 'in', orNobody(people)),
      ]),
    )
    .execute()
  rows.message = messages.map((row) => row.id)
  const consents = await queries
    .selectFrom('consent_subject')
    .select('id')
    .where((is) =>
      is.or([
        is('person_id', 'in', orNobody(people)),
        is.and([is('enquiry_id', 'in', orNobody(enquiries)), is('person_id', 'is', null)]),
      ]),
    )
    .execute()
  rows.consent_subject = consents.map((row) => row.id)
  const referrals = await queries
    .selectFrom('referral')
    .select('id')
    .where('enquiry_id', 'in', orNobody(enquiries))
    .execute()
  rows.referral = referrals.map((row) => row.id)
  const things = [id, ...enquiries]
  const events = await queries.selectFrom('life_event').select('id').where('aggregate_id', 'in', things).execute()
  rows.life_event = events.map((row) => row.id)
  const courses = await queries
    .selectFrom('retention_state')
    .select('aggregate_id')
    .where('aggregate_id', 'in', things)
    .execute()
  rows.retention_state = courses.map((row) => row.aggregate_id)
  rows.task = await tasksAbout(scope, rows, id)
}

/** A list of none is of nothing; the database wants one to be of something. */
const nobody = '00000000-0000-0000-0000-000000000000' as Id
const orNobody = (ids: readonly Id[]) => (ids.length > 0 ? ids : [nobody])

async function tasksAbout(scope: Scope, rows: Rows, id: Id): Promise<Id[]> {
  const everything = [...new Set([id, ...Object.values(rows).flat()])]
  const tasks = await scope.queries
    .selectFrom('task')
    .select('id')
    .where((is) =>
      is.or([
        is('case_id', '=', id),
        is('enquiry_id', 'in', everything),
        is('message_id', 'in', everything),
        is('subject_id', 'in', everything),
      ]),
    )
    .execute()
  return tasks.map((row) => row.id)
}
