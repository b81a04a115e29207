import type { Id } from '../../../values/ids.ts'

/** Every table that ends with a case, those first that refer to others. `hold` goes last of what a trigger still asks. */
export const endsWithCase = [
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
  'post',
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
  'message',
  'consent_subject',
  'task',
  'child',
  'told_of_other',
  'imported_case',
  'wall',
  'party',
  'whereabouts',
  'safe_contact',
  'details_confirmed',
  'person_correction',
  'restriction',
  'erasure_order',
  'person_merge_row',
  'person_merge',
  'contact_point',
  'person',
  'referral',
  'enquiry_correction',
  'enquiry',
  'case_key',
  'life_event',
  'retention_state',
  'hold',
  'case_file',
] as const

export type EndingTable = (typeof endsWithCase)[number]

/** The whole of what goes, before the first of it goes: identifiers of rows by table, and names of stored files. */
export interface DestructionPlan {
  readonly rows: Readonly<Partial<Record<EndingTable, readonly Id[]>>>
  readonly files: readonly string[]
}

export const countsOf = (plan: DestructionPlan): Record<string, number> =>
  Object.fromEntries(Object.entries(plan.rows).map(([table, ids]) => [table, ids.length]))

/** What goes with all of some plans, by table. */
export function allRows(plans: readonly DestructionPlan[]): DestructionPlan['rows'] {
  const rows: Partial<Record<EndingTable, Id[]>> = {}
  for (const plan of plans) {
    for (const [table, ids] of Object.entries(plan.rows)) {
      const all = rows[table as EndingTable] ?? []
      all.push(...ids)
      rows[table as EndingTable] = all
    }
  }
  return rows
}
