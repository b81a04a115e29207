/** Every table that ends with a case, those first that refer to others. `hold` goes last of what a trigger still asks. */
export const endsWithCase = [
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
  'post',
  'booking_exception',
  'arrival_plan',
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
  'person_merge_row',
  'person_merge',
  'contact_point',
  'person',
  'referral',
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
  readonly rows: Readonly<Partial<Record<EndingTable, readonly string[]>>>
  readonly files: readonly string[]
}

export const countsOf = (plan: DestructionPlan): Record<string, number> =>
  Object.fromEntries(Object.entries(plan.rows).map(([table, ids]) => [table, ids.length]))
