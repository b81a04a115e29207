import type { Scope } from '../../../platform/database/desk.ts'
import type { Id } from '../../../values/ids.ts'
import type { Ending } from '../domain/check.ts'
import type { DestructionPlan } from '../domain/plan.ts'
import { Gathering } from './gathering.ts'
import { peopleWhoGo } from './people-who-go.ts'
import { gatherAround, gatherPost } from './plans-around.ts'

/**
 * Everything that ends with some cases or enquiries, by identifier, in a fixed number of questions however many they are. What two of
 * them share goes with the later one, or stays where something else needs it.
 */
export async function plansOf(scope: Scope, of: Ending, ids: readonly Id[]): Promise<ReadonlyMap<Id, DestructionPlan>> {
  const gathering = new Gathering()
  if (of === 'case') await gatherCases(scope, gathering, ids)
  else
    gathering.add(
      'enquiry',
      ids.map((id) => ({ id, thing: id })),
    )
  await gatherPost(scope, gathering, ids)
  await gatherAround(scope, gathering, of, ids)
  return gathering.plans(ids)
}

/** The same of one. */
export async function planOf(scope: Scope, of: Ending, id: Id): Promise<DestructionPlan> {
  return (await plansOf(scope, of, [id])).get(id) ?? { rows: {}, files: [] }
}

/** Tables of which each row names its case. */
const byCase = [
  'invitation_answer',
  'invitation_step',
  'invitation',
  'note_statement',
  'note_event',
  'session_stop',
  'session_note',
  'session_observer',
  'mediation_session',
  'agreement_to_mediate',
  'file_sharing',
  'arrangement',
  'disclosure',
  'inspection_wish',
  'glass_break',
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
  'party_act',
  'time_choice',
  'time_answer',
  'offered_time',
  'time_offer',
  'missed_fee',
  'booking_exception',
  'arrival_plan',
  'online_answer',
  'online_address',
  'online_meeting',
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

async function gatherCases(scope: Scope, gathering: Gathering, ids: readonly Id[]): Promise<void> {
  const { queries } = scope
  gathering.add(
    'case_file',
    ids.map((id) => ({ id, thing: id })),
  )
  for (const table of byCase) {
    const found = await queries
      .selectFrom(table as 'child')
      .select(['id', 'case_id as thing'])
      .where('case_id', 'in', ids)
      .execute()
    gathering.add(table, found)
  }
  const keys = await queries.selectFrom('case_key').select('case_id as id').where('case_id', 'in', ids).execute()
  gathering.add(
    'case_key',
    keys.map(({ id }) => ({ id, thing: id })),
  )
  gathering.add('person', await peopleWhoGo(scope, ids))
  const people = gathering.ids('person')
  for (const table of ofPeople) {
    const found = await queries
      .selectFrom(table as 'contact_point')
      .select(['id', 'person_id'])
      .where('person_id', 'in', people)
      .execute()
    gathering.addOf(
      'person',
      table,
      found.map((row) => [row.id, [row.person_id]]),
    )
  }
  await gatherMerges(scope, gathering, people)
  const files = await queries
    .selectFrom('stored_file')
    .select(['stored_name', 'case_id'])
    .where('case_id', 'in', ids)
    .execute()
  for (const row of files) gathering.addFile(row.case_id, row.stored_name)
}

/** Tables of which each row is about one person. */
const ofPeople = [
  'contact_point',
  'whereabouts',
  'safe_contact',
  'wall',
  'details_confirmed',
  'person_correction',
  'restriction',
  'erasure_order',
] as const

/** What was made one, also where it was undone: it names both, and ends with the first of them. */
async function gatherMerges({ queries }: Scope, gathering: Gathering, people: readonly Id[]): Promise<void> {
  const merges = await queries
    .selectFrom('person_merge')
    .select(['id', 'kept_id', 'merged_id'])
    .where((is) => is.or([is('kept_id', 'in', people), is('merged_id', 'in', people)]))
    .execute()
  gathering.addOf(
    'person',
    'person_merge',
    merges.map((row) => [row.id, [row.kept_id, row.merged_id]]),
  )
  const moved = await queries
    .selectFrom('person_merge_row')
    .select(['id', 'merge_id'])
    .where('merge_id', 'in', gathering.ids('person_merge'))
    .execute()
  gathering.addOf(
    'person_merge',
    'person_merge_row',
    moved.map((row) => [row.id, [row.merge_id]]),
  )
}
