import type { Scope } from '../../../platform/database/desk.ts'
import type { Id } from '../../../values/ids.ts'
import type { Ending } from '../domain/check.ts'
import type { Gathering } from './gathering.ts'

/** Letters and e-mails that came in: of the case itself, or of its enquiries. */
export async function gatherPost({ queries }: Scope, gathering: Gathering, ids: readonly Id[]): Promise<void> {
  const found = await queries
    .selectFrom('post')
    .select(['id', 'stored_name', 'case_id', 'enquiry_id'])
    .where((is) => is.or([is('case_id', 'in', ids), is('enquiry_id', 'in', gathering.ids('enquiry'))]))
    .execute()
  for (const row of found) {
    const thing = gathering.ownerOf('case_file', row.case_id) ?? gathering.ownerOf('enquiry', row.enquiry_id)
    if (thing && row.stored_name) gathering.addFile(thing, row.stored_name)
  }
  gathering.addOf(
    ['case_file', 'enquiry'],
    'post',
    found.map((row) => [row.id, [row.case_id, row.enquiry_id]]),
  )
}

/** What hangs on a case or an enquiry by reference: messages, consents, tasks, life events, how far it was. */
export async function gatherAround(scope: Scope, gathering: Gathering, of: Ending, ids: readonly Id[]): Promise<void> {
  const { queries } = scope
  const enquiries = gathering.ids('enquiry')
  const people = gathering.ids('person')
  const messages = await queries
    .selectFrom('message')
    .select(['id', 'case_id', 'enquiry_id', 'person_id'])
    .where((is) => is.or([is('case_id', 'in', ids), is('enquiry_id', 'in', enquiries), is('person_id', 'in', people)]))
    .execute()
  const owners = [of === 'case' ? 'case_file' : 'enquiry', 'enquiry', 'person'] as const
  gathering.addOf(
    owners,
    'message',
    messages.map((row) => [row.id, [row.case_id, row.enquiry_id, row.person_id]]),
  )
  const consents = await queries
    .selectFrom('consent_subject')
    .select(['id', 'person_id', 'enquiry_id'])
    .where((is) =>
      is.or([is('person_id', 'in', people), is.and([is('enquiry_id', 'in', enquiries), is('person_id', 'is', null)])]),
    )
    .execute()
  gathering.addOf(
    ['person', 'enquiry'],
    'consent_subject',
    consents.map((row) => [row.id, [row.person_id, row.enquiry_id]]),
  )
  for (const table of ['referral', 'enquiry_correction', 'restriction'] as const) {
    const found = await queries
      .selectFrom(table)
      .select(['id', 'enquiry_id'])
      .where('enquiry_id', 'in', enquiries)
      .execute()
    gathering.addOf(
      'enquiry',
      table,
      found.map((row) => [row.id, [row.enquiry_id]]),
    )
  }
  await gatherCourses(scope, gathering, [...ids, ...enquiries])
  await gatherTasks(scope, gathering)
}

async function gatherCourses({ queries }: Scope, gathering: Gathering, things: readonly Id[]): Promise<void> {
  const events = await queries
    .selectFrom('life_event')
    .select(['id', 'aggregate_id'])
    .where('aggregate', 'in', ['case', 'enquiry'])
    .where('aggregate_id', 'in', things)
    .execute()
  gathering.addOf(
    ['case_file', 'enquiry'],
    'life_event',
    events.map((row) => [row.id, [row.aggregate_id]]),
  )
  const courses = await queries
    .selectFrom('retention_state')
    .select('aggregate_id as id')
    .where('aggregate', 'in', ['case', 'enquiry'])
    .where('aggregate_id', 'in', things)
    .execute()
  gathering.addOf(
    ['case_file', 'enquiry'],
    'retention_state',
    courses.map(({ id }) => [id, [id]]),
  )
}

/** Tasks about anything that goes, whatever it is. */
async function gatherTasks({ queries }: Scope, gathering: Gathering): Promise<void> {
  const everything = gathering.everything()
  const tasks = await queries
    .selectFrom('task')
    .select(['id', 'case_id', 'enquiry_id', 'message_id', 'subject_id'])
    .where((is) =>
      is.or([
        is('case_id', 'in', gathering.ids('case_file')),
        is('enquiry_id', 'in', gathering.ids('enquiry')),
        is('message_id', 'in', gathering.ids('message')),
        is('subject_id', 'in', [...everything.keys()]),
      ]),
    )
    .execute()
  gathering.add(
    'task',
    tasks.flatMap((row) => {
      const about = [row.case_id, row.enquiry_id, row.message_id, row.subject_id]
      const thing = about.flatMap((id) => (id && everything.get(id)) || []).at(0)
      return thing ? [{ id: row.id, thing }] : []
    }),
  )
}
