import { type Id, isId } from '../../../values/ids.ts'
import type { Words } from './items.ts'

/** What a column holds, in words. Whoever works here stands with their name; a reference to anything else says nothing. */
export const plainWords = (staff: ReadonlyMap<Id, string>): Words => {
  const words: Words = (value) => {
    if (Array.isArray(value))
      return value
        .map(words)
        .filter((it) => it !== '')
        .join(', ')
    if (typeof value === 'boolean') return value ? 'Yes' : 'No'
    if (typeof value === 'string') return isId(value) ? (staff.get(value) ?? '') : value
    return typeof value === 'object' ? JSON.stringify(value) : String(value)
  }
  return words
}

/** Whatever leads to a person stands here, so that nobody reads the name of a table. */
const kinds: Readonly<Record<string, string>> = {
  person: 'You',
  contact_point: 'How we reach you',
  whereabouts: 'Where you live',
  safe_contact: 'How it is safe to reach you',
  details_confirmed: 'When you confirmed your details',
  person_correction: 'What was put right',
  person_merge: 'Two records of you that were put together',
  person_merge_row: 'What came from another record of you',
  wall: 'Mediators who keep away from your file',
  party: 'Your part in the case',
  party_code: 'Codes to sign in',
  party_act: 'What you did when signed in',
  enquiry: 'What you asked us',
  enquiry_correction: 'What was put right in what you asked us, or what you say of it',
  referral: 'Who referred you',
  case_file: 'The case',
  case_reason: 'Reasons that were noted in the case',
  imported_case: 'The case as it was kept before',
  told_of_other: 'What you told us of the other person',
  child: 'Children',
  child_agreement: 'Who agreed that a child is heard',
  child_meeting: 'Meetings with a child',
  child_word: 'What a child said',
  arrangement: 'What was said of the children’s time',
  stored_file: 'Papers',
  file_sharing: 'Papers that were shared',
  paper_file: 'Folders of paper',
  paper_movement: 'Where a folder was',
  message: 'Messages to you',
  post: 'Post',
  invitation: 'The invitation to mediate',
  invitation_step: 'What was sent with the invitation',
  invitation_answer: 'Answers to the invitation',
  appointment: 'Appointments',
  attendance: 'Your part in appointments',
  arrival_plan: 'How people arrive',
  booking_exception: 'Appointments outside the usual hours',
  missed_fee: 'Fees for a missed appointment',
  time_offer: 'Times that were offered',
  offered_time: 'Each time that was offered',
  time_answer: 'Answers to offered times',
  time_choice: 'Times that were chosen',
  online_meeting: 'Meetings online',
  online_address: 'Addresses of meetings online',
  online_answer: 'Whether you agreed to meet online',
  agreement_to_mediate: 'Your agreement to mediate',
  miam_record: 'Your information meeting',
  miam_certificate: 'Certificates',
  screening: 'The assessment of safety',
  mediation_session: 'Sessions held',
  session_observer: 'Who watched a session',
  session_record: 'Sessions',
  session_note: 'Notes of a session',
  note_statement: 'Your own words beside a note',
  note_event: 'What was said in a session, and what became of it',
  session_stop: 'Sessions that were stopped',
  session_summary: 'Summaries of sessions',
  task: 'Work that was to be done',
  follow_up: 'What was to be looked at again',
  file_item: 'What a file must hold',
  file_review: 'Reviews of the file',
  closure_request: 'Asking to close the case',
  hold: 'Why something is kept longer',
  consent_event: 'What you agreed to',
  consent_subject: 'Whom an agreement is about',
  inspection_wish: 'What you said of legal aid looking at the file',
  rights_request: 'What you asked about your data',
  identity_check: 'How it was made sure that it is you',
  request_stop: 'When a request waited',
  right_decision: 'What was decided on a request',
  objection: 'What you asked us to stop',
  restriction: 'What is kept and not used',
  erasure_order: 'What was deleted because you asked',
  told_again: 'Who was told of a change, and told again',
  access_pack: 'Answers to your requests to see',
}

const spaced = (name: string) => {
  const words = name.replaceAll('_', ' ')
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}

/** A kind of record, in words. */
export const placeWords = (place: string): string => kinds[place] ?? spaced(place)

/** Whether somebody has said what a kind of record is called. */
export const hasWords = (place: string): boolean => place in kinds

/** A part of a record, in words. */
export const fieldWords = (field: string): string => spaced(field)
