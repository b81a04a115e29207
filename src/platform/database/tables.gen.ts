// Written from the database by the schema test; not edited by hand.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'
import type { Id } from '../../values/ids.ts'

export interface AbsenceTable {
  id: Generated<Id>
  staff_id: Id
  starts_at: Temporal.Instant
  ends_at: Temporal.Instant
  withdrawn_at: Temporal.Instant | null
  recorded_by: Generated<Id | null>
  recorded_at: Generated<Temporal.Instant>
}

export interface AccessLogTable {
  id: GeneratedAlways<number>
  at: Generated<Temporal.Instant>
  written_at: Generated<Temporal.Instant>
  xid: Generated<string>
  actor: Generated<Id | null>
  db_role: Generated<string>
  act: string
  case_id: Id | null
  subject_id: Id | null
  row_count: Generated<number>
  also: Generated<string[]>
}

export interface AccessPackTable {
  id: Generated<Id>
  request_id: Id
  state: Generated<'asked' | 'collected' | 'ready' | 'released' | 'aside'>
  asked_by: Id
  asked_at: Generated<Temporal.Instant>
  collected_at: Temporal.Instant | null
  openings: ColumnType<unknown, string | undefined, string>
  told: ColumnType<unknown, string | undefined, string>
  ready_by: Id | null
  ready_at: Temporal.Instant | null
  released_by: Id | null
  released_at: Temporal.Instant | null
  good_until: string | null
  said_how: 'email' | 'letter' | null
  emptied_at: Temporal.Instant | null
}

export interface AccessPlanTable {
  id: Generated<boolean>
  digest: string | null
  state: ColumnType<unknown | null, string | undefined, string>
}

export interface ActMarkTable {
  intent: Id
  marked_at: Generated<Temporal.Instant>
}

export interface AgreementToMediateTable {
  id: Generated<Id>
  case_id: Id
  party_id: Id
  zone: 'A' | 'B'
  version: string
  signed_on: string
  signed_how: 'paper' | 'in_person'
  recorded_by: Generated<Id>
  recorded_at: Generated<Temporal.Instant>
}

export interface AppointmentTable {
  id: Generated<Id>
  case_id: Id
  kind: 'miam' | 'session'
  zone: 'A' | 'B' | 'both'
  mediator_id: Id
  room_id: Id | null
  means: 'room' | 'telephone' | 'online'
  starts_at: Temporal.Instant
  ends_at: Temporal.Instant
  status: Generated<'booked' | 'held' | 'not_held' | 'cancelled'>
  revision: Generated<number>
  made_at: Generated<Temporal.Instant>
}

export interface ArrangementTable {
  id: Generated<Id>
  case_id: Id
  child_id: Id
  zone: 'A' | 'B' | 'both'
  said_on: string
  lives: string
  time_with: string
  holidays: string
  school: string
  author: Generated<Id>
  recorded_at: Generated<Temporal.Instant>
  turn: GeneratedAlways<number>
}

export interface ArrivalPlanTable {
  id: Generated<Id>
  case_id: Id
  apart: boolean
  first_side: 'A' | 'B' | null
  gap_minutes: number | null
  set_by: Generated<Id | null>
  set_at: Generated<Temporal.Instant>
  turn: GeneratedAlways<number>
}

export interface AttendanceTable {
  id: Generated<Id>
  appointment_id: Id
  case_id: Id
  party_id: Id
  zone: 'A' | 'B'
  status: Generated<'expected' | 'attended' | 'cancelled' | 'not_attended' | 'called_off'>
  settled_at: Temporal.Instant | null
  calendar_uid: Generated<Id>
  arrives_at: Temporal.Instant | null
  leaves_at: Temporal.Instant | null
  waits_apart: Generated<boolean>
  own_changes: Generated<number>
}

export interface AuditSealTable {
  seq: number
  after_id: number
  from_xid: string
  to_xid: string
  last_id: number
  parts: ColumnType<unknown, string, string>
  previous_head: string
  head: string
  sealed_at: Generated<Temporal.Instant>
}

export interface AuthenticatorResetTable {
  id: Generated<Id>
  staff_id: Id
  asked_by: Generated<Id>
  asked_at: Generated<Temporal.Instant>
  approved_by: Id | null
  approved_at: Temporal.Instant | null
  withdrawn_at: Temporal.Instant | null
}

export interface BackupTable {
  id: Id
  made_at: Temporal.Instant
  file_name: string
  size_bytes: number
  key_name: string
}

export interface BookingExceptionTable {
  id: Generated<Id>
  case_id: Id
  appointment_id: Id
  against: 'bank-holiday' | 'not-working' | 'not-open' | 'break' | 'away' | 'elsewhere' | 'travel' | 'one-waiting-room'
  reason: string
  author: Generated<Id>
  recorded_at: Generated<Temporal.Instant>
}

export interface BreachTable {
  id: Generated<Id>
  reference: string
  kind: 'breach' | 'near_miss'
  way: 'wrong_person' | 'lost' | 'stolen' | 'overheard' | 'broken_into' | 'not_there' | 'destroyed' | 'wrong' | 'other'
  what: string
  aware_at: Temporal.Instant
  made_at: Generated<Temporal.Instant>
  made_by: Id
  case_id: Id | null
  message_id: Id | null
  contained: string | null
  whose: string | null
  people_count: number | null
  delicate: boolean | null
  consequences: string | null
  risk: 'unlikely' | 'likely' | 'high' | null
  notify: 'yes' | 'no' | null
  notify_reason: string | null
  notify_by: Id | null
  notify_at: Temporal.Instant | null
  tell: 'yes' | 'no' | null
  tell_reason: string | null
  tell_by: Id | null
  tell_at: Temporal.Instant | null
  controller: 'yes' | 'no' | null
  charity: 'yes' | 'no' | 'none' | null
  charity_reason: string | null
  charity_by: Id | null
  measures: string | null
  closed_on: string | null
  closed_by: Id | null
}

export interface BreachReportTable {
  id: Generated<Id>
  breach_id: Id
  told: 'regulator' | 'controller' | 'people' | 'charity'
  how: 'online' | 'telephone' | 'email' | 'letter' | 'in_person'
  words: string
  their_reference: string | null
  late_reason: string | null
  told_at: Generated<Temporal.Instant>
  made_by: Id
}

export interface CalendarFeedTable {
  id: Generated<Id>
  staff_id: Generated<Id>
  token_hash: Buffer
  wording: 'neutral' | 'reference'
  made_at: Generated<Temporal.Instant>
  ended_at: Temporal.Instant | null
}

export interface CaseFactTable {
  id: Generated<Id>
  opened_year: number
  closed_year: number
  topic: string
  channel: string
  outcome: string
  miams: '0' | '1' | '2'
  sessions: '0' | '1-2' | '3-5' | '6+'
  children: '0' | '1' | '2' | '3+'
}

export interface CaseFileTable {
  id: Generated<Id>
  reference: string
  opened_at: Generated<Temporal.Instant>
  status: Generated<'live' | 'closed'>
  topic: 'children' | 'money' | 'both'
  channel: string
  mediator_id: Id | null
  closed_on: string | null
  outcome: 'agreement' | 'part_agreement' | 'no_agreement' | 'miam_only' | 'not_suitable' | 'withdrawn' | null
}

export interface CaseKeyTable {
  case_id: Id
  wrapped: string
}

export interface CaseReasonTable {
  id: Generated<Id>
  case_id: Id
  act: 'closed' | 'reopened' | 'given'
  words: string
  author: Generated<Id>
  recorded_at: Generated<Temporal.Instant>
}

export interface CategoryPlaceTable {
  category: string
  tab: string
}

export interface ChildTable {
  id: Generated<Id>
  case_id: Id
  given_name: string
  family_name: Generated<string>
  birth_date: string | null
  made_at: Generated<Temporal.Instant>
  name_folded: GeneratedAlways<string>
  name_turned: GeneratedAlways<string>
  name_keys: GeneratedAlways<never>
}

export interface ChildAgreementTable {
  id: Generated<Id>
  case_id: Id
  child_id: Id
  who: 'A' | 'B' | 'child'
  agreed: boolean
  on_day: string
  author: Generated<Id>
  recorded_at: Generated<Temporal.Instant>
  turn: GeneratedAlways<number>
}

export interface ChildMeetingTable {
  id: Generated<Id>
  case_id: Id
  child_id: Id
  mediator_id: Id
  starts_at: Temporal.Instant
  ends_at: Temporal.Instant
  status: Generated<'booked' | 'held' | 'not_held'>
  author: Generated<Id>
  made_at: Generated<Temporal.Instant>
}

export interface ChildWordTable {
  id: Generated<Id>
  case_id: Id
  meeting_id: Id
  mediator_id: Id
  words: string
  may_tell: boolean
  told_on: string | null
  author: Generated<Id>
  recorded_at: Generated<Temporal.Instant>
}

export interface ClosureRequestTable {
  id: Generated<Id>
  case_id: Id
  outcome: 'agreement' | 'part_agreement' | 'no_agreement' | 'miam_only' | 'not_suitable' | 'withdrawn'
  reason: Generated<string>
  author: Generated<Id>
  asked_at: Generated<Temporal.Instant>
  settled_at: Temporal.Instant | null
}

export interface ComplaintTable {
  id: Generated<Id>
  reference: string
  about: 'service' | 'data' | 'both'
  channel: 'website' | 'portal' | 'letter' | 'email' | 'telephone' | 'in_person'
  received_on: Generated<string>
  made_at: Generated<Temporal.Instant>
  taken_by: Id | null
  made_for: 'self' | 'represented'
  given_name: Generated<string>
  family_name: Generated<string>
  representative: string | null
  organisation: string | null
  given_contact: string | null
  details: Generated<string>
  wanted: string | null
  about_whom: string | null
  about_staff: Id | null
  person_id: Id | null
  matched_on: string | null
  matched_by: Id | null
  acknowledged_on: string | null
  acknowledged_by: Id | null
  acknowledged_how: 'email' | 'letter' | 'spoken' | null
  closed_on: string | null
  closed_by: Id | null
  outcome: 'upheld' | 'partly' | 'not_upheld' | 'settled' | 'taken_back' | null
  answer: string | null
  answered_how: 'email' | 'letter' | 'spoken' | null
  cause: 'delay' | 'words' | 'manner' | 'secrecy' | 'wrong_data' | 'money' | 'access' | 'way_of_work' | 'other' | 'nothing_wrong' | null
  changed: string | null
}

export interface ComplaintStepTable {
  id: Generated<Id>
  complaint_id: Id
  kind: 'asked' | 'found' | 'told'
  of_whom: string | null
  of_staff: Id | null
  words: Generated<string>
  how: 'email' | 'letter' | 'spoken' | null
  made_on: Generated<string>
  made_at: Generated<Temporal.Instant>
  made_by: Id
}

export interface ComplaintTellingTable {
  id: Generated<Id>
  complaint_id: Id
  person_id: Id | null
  decision: 'told' | 'not_told'
  safety_checked: boolean
  reason: string
  how: 'email' | 'letter' | 'spoken' | null
  made_at: Generated<Temporal.Instant>
  made_by: Id
}

export interface ConcernTable {
  id: Generated<Id>
  case_id: Id | null
  at_risk: 'child' | 'adult' | 'both'
  who: string
  seen: string
  seen_by: Generated<string>
  urgent: boolean
  recorded_by: Generated<Id>
  recorded_at: Generated<Temporal.Instant>
  decision: 'tell' | 'watch' | 'none' | null
  decision_reason: string | null
  consent: 'agreed' | 'refused' | 'not_asked' | null
  consent_reason: string | null
  decided_by: Id | null
  decided_at: Temporal.Instant | null
  review_by: Temporal.Instant | null
  reviewed_by: Id | null
  reviewed_at: Temporal.Instant | null
  review: string | null
  closed_on: string | null
  closed_by: Id | null
}

export interface ConsentCountTable {
  day: string
  wording_hash: string
  choice: 'accepted' | 'refused'
  choices: Generated<number>
}

export interface ConsentEventTable {
  id: Generated<Id>
  subject_id: Id
  scope: string
  act: 'given' | 'refused' | 'withdrawn'
  wording_hash: string
  policy_hash: string
  channel: 'website' | 'telephone' | 'office'
  at: Generated<Temporal.Instant>
  recorded_by: Generated<Id | null>
  receipt: 'due' | 'written' | 'none' | null
}

export interface ConsentSubjectTable {
  id: Generated<Id>
  enquiry_id: Id | null
  person_id: Id | null
}

export interface ContactPointTable {
  id: Generated<Id>
  person_id: Id
  kind: 'email' | 'telephone' | 'address'
  value: string | null
  value_folded: string | null
  source: 'self' | 'other_party' | 'referrer' | 'staff'
  safety: Generated<'safe' | 'unsafe' | 'not_asked'>
  voicemail_safety: Generated<'safe' | 'unsafe' | 'not_asked'>
  made_at: Generated<Temporal.Instant>
  ended_at: Temporal.Instant | null
  confirmed_at: Temporal.Instant | null
  replaces_id: Id | null
  recorded_by: Generated<Id | null>
}

export interface DemonstrationClockTable {
  id: Generated<boolean>
  ahead_seconds: Generated<number>
}

export interface DestructionCertificateTable {
  id: Id
  aggregate: 'case' | 'enquiry' | 'returning' | 'person'
  rule: string
  policy_hash: string
  due_on: string
  destroyed_at: Generated<Temporal.Instant>
  row_counts: ColumnType<unknown, string, string>
  file_count: Generated<number>
  paper_reference: string | null
  paper_destroyed_on: string | null
  paper_destroyed_by: Id | null
  paper_place: string | null
}

export interface DetailsConfirmedTable {
  id: Generated<Id>
  person_id: Id
  confirmed_by: Generated<Id | null>
  confirmed_at: Generated<Temporal.Instant>
}

export interface DisclosureTable {
  id: Generated<Id>
  case_id: Id
  recipient: string
  ground: 'agreement' | 'wish' | 'consent' | 'law' | 'safeguarding' | 'complaint' | 'instructed'
  law_kind: 'court' | 'crime' | 'tax' | 'national_security' | 'proceeds' | 'inspection' | null
  authority: string | null
  side: 'A' | 'B' | 'both'
  hidden: boolean
  concern_id: Id | null
  file_ids: Generated<Id[]>
  facts: Generated<string[]>
  words: Generated<string>
  words_quality: 'open' | 'without_prejudice' | null
  reason: string
  decided_by: Generated<Id>
  decided_at: Generated<Temporal.Instant>
  policy_hash: string
  sent_at: Temporal.Instant | null
  sent_by: Id | null
  sent_how: 'post' | 'email' | 'by_hand' | 'telephone' | 'their_website' | null
  stopped_at: Temporal.Instant | null
  stopped_by: Id | null
  stopped_why: string | null
}

export interface DraftTable {
  id: Generated<Id>
  author: Generated<Id>
  form: string
  subject_id: Id
  case_id: Id | null
  sealed: string
  saved_at: Generated<Temporal.Instant>
}

export interface EnquiryTable {
  id: Generated<Id>
  reference: string
  channel: 'contact_form' | 'self_referral' | 'telephone' | 'letter' | 'email' | 'visit' | 'referral' | 'call_request'
  received_at: Generated<Temporal.Instant>
  asked_by: Generated<'self' | 'solicitor' | 'agency'>
  organisation: string | null
  permission_stated: Generated<boolean>
  given_name: string
  family_name: string
  birth_date: string | null
  email: string | null
  email_folded: GeneratedAlways<string | null>
  telephone: string | null
  telephone_digits: string | null
  address: string | null
  postcode: string | null
  email_safety: Generated<'safe' | 'unsafe' | 'not_asked'>
  telephone_safety: Generated<'safe' | 'unsafe' | 'not_asked'>
  letter_safety: Generated<'safe' | 'unsafe' | 'not_asked'>
  voicemail_safety: Generated<'safe' | 'unsafe' | 'not_asked'>
  contact_times: string | null
  other_given_name: string | null
  other_family_name: string | null
  topic: 'children' | 'money' | 'both' | 'question' | 'other' | null
  message: Generated<string>
  safety_note: string | null
  needs: string | null
  status: Generated<'new' | 'answered' | 'taken_on'>
  answered_at: Temporal.Instant | null
  answered_by: Id | null
  answer_note: string | null
  case_id: Id | null
  received_on: Generated<string>
  heard_from: 'court' | 'solicitor' | 'agency' | 'doctor_or_school' | 'friend_or_family' | 'search' | 'before' | 'other' | null
  wanted_on: string | null
  wanted_at: 'any' | 'morning' | 'afternoon' | null
  side: 'A' | 'B' | null
  name_folded: GeneratedAlways<string>
  name_turned: GeneratedAlways<string>
  name_keys: GeneratedAlways<never>
  other_name_folded: GeneratedAlways<string>
  other_name_turned: GeneratedAlways<string>
  other_name_keys: GeneratedAlways<never>
  safe_days: string | null
  safe_from: string | null
  safe_until: string | null
}

export interface EnquiryCorrectionTable {
  id: Generated<Id>
  enquiry_id: Id
  case_id: Id | null
  side: 'A' | 'B' | null
  request_id: Id | null
  field: 'given_name' | 'family_name' | 'birth_date' | 'organisation' | 'email' | 'telephone' | 'address' | 'postcode' | 'email_safety' | 'telephone_safety' | 'letter_safety' | 'voicemail_safety' | 'contact_times' | 'safe_days' | 'safe_from' | 'safe_until' | 'heard_from' | 'topic' | 'needs' | 'message' | 'safety_note' | 'answer_note'
  was: string | null
  became: string | null
  words: string | null
  corrected_by: Generated<Id>
  corrected_at: Generated<Temporal.Instant>
}

export interface ErasureOrderTable {
  id: Generated<Id>
  request_id: Id
  person_id: Id | null
  enquiry_id: Id | null
  categories: string
  decided_at: Generated<Temporal.Instant>
  decided_by: Generated<Id>
}

export interface FileItemTable {
  id: Generated<Id>
  case_id: Id
  item: 'notice' | 'child_offer'
  zone: 'A' | 'B' | 'both'
  on_day: string
  author: Generated<Id>
  recorded_at: Generated<Temporal.Instant>
}

export interface FileReviewTable {
  id: Generated<Id>
  case_id: Id
  request_id: Id | null
  verdict: 'looked_at' | 'approved' | 'sent_back'
  note: Generated<string>
  author: Generated<Id>
  reviewed_at: Generated<Temporal.Instant>
}

export interface FileSharingTable {
  id: Generated<Id>
  case_id: Id
  file_id: Id
  from_zone: 'A' | 'B' | 'office'
  because: string
  shared_by: Generated<Id>
  shared_at: Generated<Temporal.Instant>
}

export interface FollowUpTable {
  id: Generated<Id>
  case_id: Id
  words: string
  for_role: 'coordinator' | 'mediator' | 'supervisor'
  for_staff: Id | null
  due_on: string
  author: Generated<Id>
  made_at: Generated<Temporal.Instant>
  done_at: Temporal.Instant | null
  done_by: Id | null
}

export interface GlassBreakTable {
  id: Generated<Id>
  case_id: Id
  staff_id: Id
  reason: string
  began_at: Generated<Temporal.Instant>
  ends_at: Temporal.Instant
  review: string | null
  reviewed_by: Id | null
  reviewed_at: Temporal.Instant | null
}

export interface HoldTable {
  id: Generated<Id>
  case_id: Id
  reason: string
  review_on: string
  placed_by: Generated<Id>
  placed_at: Generated<Temporal.Instant>
  lifted_by: Id | null
  lifted_at: Temporal.Instant | null
  kind: Generated<'claim' | 'complaint' | 'audit' | 'safeguarding' | 'request'>
  authority: Generated<'court' | 'solicitor' | 'regulator' | 'insurer' | 'auditor' | 'police' | 'person' | 'ourselves'>
  side: 'A' | 'B' | null
  category: string | null
}

export interface HolidayOpeningTable {
  id: Generated<Id>
  day: string
  open: boolean
  recorded_at: Generated<Temporal.Instant>
  turn: GeneratedAlways<number>
  recorded_by: Generated<Id | null>
}

export interface IdentityCheckTable {
  id: Generated<Id>
  request_id: Id
  way: 'portal' | 'email_code' | 'letter_code' | 'call_back' | 'in_person'
  contact_point_id: Id | null
  held_before: Temporal.Instant | null
  code_hash: string | null
  tries: Generated<number>
  good_until: string | null
  made_at: Generated<Temporal.Instant>
  made_by: Id | null
  passed_at: Temporal.Instant | null
  passed_by: Id | null
}

export interface ImportSheetTable {
  id: Generated<Id>
  status: Generated<'given' | 'brought_in' | 'taken_back'>
  sealed: string | null
  wrapped: string | null
  headings: string
  columns: ColumnType<unknown | null, string | undefined, string>
  day_first: boolean | null
  row_count: number
  left_out: ColumnType<unknown, string | undefined, string>
  case_count: number | null
  person_count: number | null
  taken_back_count: number | null
  given_at: Generated<Temporal.Instant>
  given_by: Generated<Id>
  brought_in_at: Temporal.Instant | null
  brought_in_by: Id | null
  taken_back_at: Temporal.Instant | null
  taken_back_by: Id | null
}

export interface ImportedCaseTable {
  id: Generated<Id>
  case_id: Id
  import_id: Id
  old_reference: string | null
  opened_on: string | null
  as_imported: string | null
  made_at: Generated<Temporal.Instant>
}

export interface InspectionWishTable {
  id: Generated<Id>
  case_id: Id
  zone: 'A' | 'B'
  objects: boolean
  recorded_by: Generated<Id>
  recorded_at: Generated<Temporal.Instant>
  turn: GeneratedAlways<number>
}

export interface InvitationTable {
  id: Generated<Id>
  case_id: Id
  inviting: 'A' | 'B'
  since: string
  clearance: Generated<'awaited' | 'cleared' | 'stopped'>
  names_inviter: Generated<boolean>
  cleared_by: Id | null
  cleared_at: Temporal.Instant | null
  outcome: 'attended' | 'declined' | 'no_answer' | 'unsafe' | 'not_reachable' | null
  outcome_on: string | null
  made_at: Generated<Temporal.Instant>
}

export interface InvitationAnswerTable {
  id: Generated<Id>
  invitation_id: Id
  case_id: Id
  step_id: Id | null
  code_hash: string | null
  answer: 'attend' | 'decline' | 'unsafe' | 'not_me' | 'remove_me'
  way: 'page' | 'telephone' | 'letter' | 'email' | 'in_person'
  reach: string | null
  recorded_by: Generated<Id | null>
  made_at: Generated<Temporal.Instant>
}

export interface InvitationStepTable {
  id: Generated<Id>
  invitation_id: Id
  case_id: Id
  kind: 'invitation' | 'reminder'
  number: number
  message_id: Id
  contact_point_id: Id
  channel: 'email' | 'letter'
  wording: string
  code_hash: string
  notice_policy_hash: string | null
  notice_date: string | null
  made_at: Generated<Temporal.Instant>
}

export interface LifeEventTable {
  id: Generated<Id>
  aggregate: string
  aggregate_id: Id
  event: string
  happened_on: string
  recorded_at: Generated<Temporal.Instant>
}

export interface LiveCheckTable {
  key: string
  checked_at: Temporal.Instant
  held_at: Temporal.Instant | null
  state: 'holds' | 'fails' | 'unknown'
  found: Generated<number>
  words: string
}

export interface MailboxStateTable {
  id: Generated<boolean>
  read_at: Temporal.Instant | null
  failing_since: Temporal.Instant | null
  failure: 'unreachable' | 'refused' | 'stalled' | 'broken' | null
}

export interface MediationSessionTable {
  id: Generated<Id>
  case_id: Id
  held_on: string
  way: 'joint' | 'shuttle' | 'online'
  second_mediator: Id | null
  opened_by: Generated<Id>
  opened_at: Generated<Temporal.Instant>
  closed_by: Id | null
  closed_at: Temporal.Instant | null
}

export interface MediatorRegistrationTable {
  id: Generated<Id>
  staff_id: Id
  number: string
  kind: 'accredited' | 'provisional' | 'trainee'
  valid_until: string
  recorded_at: Generated<Temporal.Instant>
  turn: GeneratedAlways<number>
  recorded_by: Generated<Id | null>
  hears_children: Generated<boolean>
}

export interface MessageTable {
  id: Generated<Id>
  case_id: Id | null
  enquiry_id: Id | null
  person_id: Id | null
  contact_point_id: Id | null
  about_id: Id | null
  zone: 'A' | 'B' | 'office'
  channel: 'email' | 'text' | 'letter'
  template: string
  recipient: string
  subject: string
  body: string
  calendar_entry: string | null
  status: Generated<'waiting' | 'sent' | 'printed' | 'stopped' | 'failed'>
  made_at: Generated<Temporal.Instant>
  settled_at: Temporal.Instant | null
  attempts: Generated<number>
  next_attempt_at: Generated<Temporal.Instant>
  not_after: Temporal.Instant | null
  professional_id: Id | null
  written_by: Id | null
  guard_found: string | null
  guard_reason: string | null
  once: string | null
  why: 'unsafe' | 'late' | 'refused' | 'bounced' | 'undone' | 'guarded' | null
  delivered_at: Temporal.Instant | null
  posted_on: string | null
  settled_by: Id | null
}

export interface MiamCertificateTable {
  id: Generated<Id>
  number: string
  case_id: Id
  party_id: Id
  miam_record_id: Id
  zone: 'A' | 'B'
  mediator_id: Id
  mediator_number: string
  held_on: string
  valid_until: string
  file_id: Id
  issued_at: Generated<Temporal.Instant>
  code_hash: Buffer
  supersedes: Id | null
  correction_reason: string | null
}

export interface MiamRecordTable {
  id: Generated<Id>
  case_id: Id
  party_id: Id
  appointment_id: Id | null
  zone: 'A' | 'B'
  legal_quality: Generated<'open' | 'without_prejudice'>
  held_on: string
  information_given: string
  benefits_explained: string
  way_suited: string
  how_to_proceed: string
  suitable: 'yes' | 'no' | 'not_yet'
  author: Generated<Id>
  recorded_at: Generated<Temporal.Instant>
  ways_told: ColumnType<unknown, string | undefined, string>
  exemptions_claimed: ColumnType<unknown, string | undefined, string>
}

export interface MigrationTable {
  name: string
  digest: string
  applied_at: Generated<Temporal.Instant>
}

export interface MissedFeeTable {
  id: Generated<Id>
  case_id: Id
  attendance_id: Id
  how: 'cancelled' | 'not_attended'
  told_on: string | null
  amount_pence: number
  reason: string | null
  decided_by: Generated<Id>
  decided_at: Generated<Temporal.Instant>
  turn: GeneratedAlways<number>
}

export interface MissedRuleTable {
  id: Generated<Id>
  notice_days: number
  share_percent: number
  source: string
  in_force_from: string
  recorded_at: Generated<Temporal.Instant>
  turn: GeneratedAlways<number>
  recorded_by: Generated<Id | null>
}

export interface NoteEventTable {
  id: Generated<Id>
  case_id: Id
  session_id: Id
  note_id: Id
  happened: 'may' | 'may_not' | 'ask' | 'passed'
  told: 'A' | 'B' | null
  by_whom: Generated<Id>
  at: Generated<Temporal.Instant>
}

export interface NoteStatementTable {
  id: Generated<Id>
  case_id: Id
  session_id: Id
  note_id: Id
  side: 'A' | 'B'
  words: string
  author: Generated<Id>
  written_at: Generated<Temporal.Instant>
}

export interface ObjectionTable {
  id: Generated<Id>
  request_id: Id
  purpose: string
  made_at: Generated<Temporal.Instant>
  made_by: Generated<Id>
  outcome: 'upheld' | 'compelling' | null
  reason: string | null
  decided_by: Id | null
  decided_at: Temporal.Instant | null
}

export interface OfferedTimeTable {
  id: Generated<Id>
  offer_id: Id
  case_id: Id
  zone: 'A' | 'B' | 'both'
  mediator_id: Id
  room_id: Id | null
  starts_at: Temporal.Instant
  ends_at: Temporal.Instant
}

export interface OnlineAddressTable {
  id: Generated<Id>
  meeting_id: Id
  appointment_id: Id
  case_id: Id
  address: string
  room: GeneratedAlways<string>
}

export interface OnlineAnswerTable {
  id: Generated<Id>
  attendance_id: Id
  appointment_id: Id
  case_id: Id
  zone: 'A' | 'B'
  act: 'given' | 'refused' | 'withdrawn' | 'unsafe'
  instead: 'room' | 'telephone' | 'either' | null
  provider: string
  notice: string
  wording_hash: string
  policy_hash: string
  channel: 'website' | 'telephone' | 'office'
  recorded_by: Generated<Id>
  recorded_at: Generated<Temporal.Instant>
  turn: GeneratedAlways<number>
}

export interface OnlineMeetingTable {
  id: Generated<Id>
  appointment_id: Id
  case_id: Id
  zone: 'A' | 'B' | 'both'
  provider: string
  notice: string
  opens_minutes: number
  set_by: Generated<Id | null>
  set_at: Generated<Temporal.Instant>
  turn: GeneratedAlways<number>
}

export interface OutreachCodeTable {
  id: Generated<Id>
  venue_id: Id
  code: string | null
  in_force_from: string
  recorded_at: Generated<Temporal.Instant>
  turn: GeneratedAlways<number>
  recorded_by: Generated<Id | null>
}

export interface PackItemTable {
  id: Generated<Id>
  pack_id: Id
  turn: number
  place: string
  row_id: string
  field: string
  at: string | null
  belongs: 'mine' | 'joint' | 'theirs' | 'third' | 'office' | 'confidential' | 'privileged'
  course: 'given' | 'to_review' | 'withheld'
  text: string | null
  masks: ColumnType<unknown, string | undefined, string>
  decision: 'given' | 'withheld' | null
  considered: ColumnType<unknown, string | undefined, string>
  health: Generated<'none' | 'own_words' | 'seen' | 'not_seen'>
  opinion_on: string | null
  opinion: 'no_harm' | 'harm' | null
  decided_by: Id | null
  decided_at: Temporal.Instant | null
}

export interface PackTakingTable {
  id: Generated<Id>
  pack_id: Id
  what: 'pdf' | 'json' | 'documents' | 'archive' | 'portable'
  taken_by: Generated<Id | null>
  taken_at: Generated<Temporal.Instant>
}

export interface PageCountTable {
  day: string
  path: string
  views: Generated<number>
}

export interface PaperFileTable {
  id: Generated<Id>
  case_id: Id
  label: string
  made_by: Generated<Id>
  made_at: Generated<Temporal.Instant>
}

export interface PaperMovementTable {
  id: Generated<Id>
  paper_id: Id
  case_id: Id
  kind: 'put_away' | 'taken' | 'missing'
  place: Generated<string>
  holder: Id | null
  author: Generated<Id>
  moved_at: Generated<Temporal.Instant>
  turn: GeneratedAlways<number>
}

export interface PartyTable {
  id: Generated<Id>
  case_id: Id
  person_id: Id
  side: 'A' | 'B'
}

export interface PartyActTable {
  id: Generated<Id>
  case_id: Id
  zone: 'A' | 'B'
  kind: 'took' | 'answered' | 'cancelled'
  offer_id: Id | null
  appointment_id: Id | null
  done_at: Generated<Temporal.Instant>
  followed_at: Temporal.Instant | null
}

export interface PartyCodeTable {
  id: Id
  person_id: Id | null
  contact_point_id: Id | null
  way: 'email' | 'paper'
  number_hash: Buffer
  secret_hash: Buffer
  made_by: Generated<Id | null>
  made_at: Generated<Temporal.Instant>
  expires_at: Temporal.Instant
  tries: Generated<number>
  ended_at: Temporal.Instant | null
  professional_id: Id | null
}

export interface PersonTable {
  id: Generated<Id>
  given_name: string
  family_name: string
  known_as: string | null
  birth_date: string | null
  made_at: Generated<Temporal.Instant>
  former_names: string | null
  name_folded: GeneratedAlways<string>
  name_turned: GeneratedAlways<string>
  name_keys: GeneratedAlways<never>
  merged_into: Id | null
  card_refused_at: Temporal.Instant | null
}

export interface PersonCorrectionTable {
  id: Generated<Id>
  person_id: Id
  field: 'given_name' | 'family_name' | 'known_as' | 'former_names' | 'birth_date'
  was: string | null
  became: string | null
  said_by: 'self' | 'other_party' | 'referrer' | 'staff'
  corrected_by: Generated<Id | null>
  corrected_at: Generated<Temporal.Instant>
  request_id: Id | null
}

export interface PersonMergeTable {
  id: Generated<Id>
  kept_id: Id
  merged_id: Id
  agreeing: string
  reason: string
  merged_by: Generated<Id>
  merged_at: Generated<Temporal.Instant>
  undo_until: string
  names_before: string | null
  names_after: string | null
  names_added: Generated<string>
  birth_taken: string | null
  undone_at: Temporal.Instant | null
  undone_by: Id | null
  undo_reason: string | null
}

export interface PersonMergeRowTable {
  id: Generated<Id>
  merge_id: Id
  kept_id: Id
  place: 'party' | 'contact_point' | 'whereabouts' | 'person_correction' | 'message' | 'consent_subject' | 'task' | 'wall' | 'safety' | 'card' | 'rights_request' | 'restriction' | 'complaint' | 'complaint_telling'
  row_id: Id
  safety_before: 'safe' | 'unsafe' | 'not_asked' | null
  voicemail_before: 'safe' | 'unsafe' | 'not_asked' | null
  safety_after: 'safe' | 'unsafe' | 'not_asked' | null
  voicemail_after: 'safe' | 'unsafe' | 'not_asked' | null
}

export interface PolicyVersionTable {
  hash: string
  applied_at: Generated<Temporal.Instant>
  approved_by: string
  policy: ColumnType<unknown, string, string>
  notice: ColumnType<unknown, string, string>
  changes: ColumnType<unknown, string | undefined, string>
}

export interface PostTable {
  id: Generated<Id>
  medium: 'email' | 'letter'
  kind: 'message' | 'loop' | 'auto_reply' | 'bulk' | 'bounce' | 'duplicate' | 'encrypted' | 'calendar' | 'unreadable' | 'too_large'
  status: 'new' | 'waiting' | 'aside' | 'enquiry' | 'filed'
  why: 'reference_alone' | 'several' | 'both_parties' | 'other_case' | 'closed_case' | 'unsafe_address' | 'doubtful_sender' | 'unconfirmed_address' | null
  case_id: Id | null
  enquiry_id: Id | null
  zone: 'A' | 'B' | 'office' | null
  legal_quality: 'open' | 'without_prejudice' | null
  duplicate_of: Id | null
  about_case_id: Id | null
  sender_name: Generated<string>
  sender_address: string | null
  subject: Generated<string>
  body: Generated<string>
  attachments: ColumnType<unknown, string | undefined, string>
  dated: string
  received_at: Generated<Temporal.Instant>
  raw_sha256: string | null
  content_sha256: string | null
  stored_name: string | null
  size_bytes: Generated<number>
  wrapped: string | null
  sorted_at: Temporal.Instant | null
  sorted_by: Id | null
}

export interface PriceTable {
  id: Generated<Id>
  item: 'miam' | 'session' | 'summary' | 'parenting_plan' | 'financial_statement'
  amount_pence: number
  in_force_from: string
  recorded_at: Generated<Temporal.Instant>
  turn: GeneratedAlways<number>
  recorded_by: Generated<Id | null>
}

export interface ProfessionalTable {
  id: Generated<Id>
  name: string
  work: 'solicitor' | 'agency' | 'court' | 'other'
  organisation: string
  email: string | null
  email_folded: GeneratedAlways<string | null>
  telephone: string | null
  source: 'themselves' | 'colleague' | 'public'
  last_contact_on: string
  added_at: Generated<Temporal.Instant>
  account_opened_at: Temporal.Instant | null
  account_opened_by: Id | null
  account_ended_at: Temporal.Instant | null
  telephone_digits: GeneratedAlways<string | null>
  name_folded: GeneratedAlways<string>
  name_keys: GeneratedAlways<never>
}

export interface ReferralTable {
  id: Generated<Id>
  enquiry_id: Id
  name: string
  work: 'solicitor' | 'agency'
  organisation: string
  email: string
  email_folded: GeneratedAlways<string>
  telephone: string | null
  link_hash: Buffer
  made_at: Generated<Temporal.Instant>
  ended_on: string | null
  ended_by: Id | null
  professional_id: Id | null
  own_reference: string | null
  telephone_digits: GeneratedAlways<string | null>
  name_folded: GeneratedAlways<string>
  name_keys: GeneratedAlways<never>
}

export interface RequestKeyTable {
  key: Id
  act: string
  actor: Generated<Id | null>
  at: Generated<Temporal.Instant>
  answer: ColumnType<unknown | null, string | undefined, string>
}

export interface RequestPassingTable {
  id: Generated<Id>
  request_id: Id
  controller: string
  covers: 'all' | 'part'
  due_on: string
  noted_by: Generated<Id>
  noted_at: Generated<Temporal.Instant>
  passed_on: string | null
  passed_by: Id | null
  passed_how: 'post' | 'email' | 'by_hand' | 'telephone' | 'their_website' | null
  received_on: string | null
  received_by: Id | null
}

export interface RequestStopTable {
  id: Generated<Id>
  request_id: Id
  asked_on: Generated<string>
  asked_by: Id
  question: 'period' | 'matter' | 'papers'
  answered_on: string | null
  answered_by: Id | null
}

export interface RestorationTable {
  id: Id
  restored_at: Temporal.Instant
  backup_made_at: Temporal.Instant
  replayed_at: Temporal.Instant | null
  replayed_acts: number | null
}

export interface RestrictionTable {
  id: Generated<Id>
  person_id: Id | null
  enquiry_id: Id | null
  request_id: Id | null
  covers: 'everything' | 'file' | 'enquiry'
  ground: 'accuracy' | 'unlawful' | 'claims' | 'objection'
  placed_at: Generated<Temporal.Instant>
  placed_by: Generated<Id>
  told_at: Temporal.Instant | null
  told_by: Id | null
  told_how: 'email' | 'letter' | 'spoken' | null
  lifted_at: Temporal.Instant | null
  lifted_by: Id | null
}

export interface RetentionStateTable {
  aggregate: 'case' | 'enquiry'
  aggregate_id: Id
  rule: string
  policy_hash: string
  due_on: string
  status: 'deferred' | 'provisional' | 'review'
  reason: string | null
  since: Generated<Temporal.Instant>
  wait_until: string | null
}

export interface ReturningCardTable {
  id: Generated<Id>
  given_name: string
  family_name: string
  former_names: string | null
  birth_date: string | null
  contact: string
  reference: string
  closed_on: string
  made_at: Generated<Temporal.Instant>
  ended_at: Temporal.Instant | null
  returned_case: Id | null
  returned_side: 'A' | 'B' | null
  name_folded: GeneratedAlways<string>
  name_turned: GeneratedAlways<string>
  name_keys: GeneratedAlways<never>
  contact_keys: GeneratedAlways<never>
}

export interface RightDecisionTable {
  id: Generated<Id>
  request_id: Id
  category: string
  answer: 'granted' | 'partly' | 'refused'
  ground: string | null
  reason: Generated<string>
  policy_hash: string
  decided_by: Id
  decided_at: Generated<Temporal.Instant>
  turn: GeneratedAlways<number>
}

export interface RightsRequestTable {
  id: Generated<Id>
  reference: string
  kind: 'access' | 'correction' | 'erasure' | 'restriction' | 'objection' | 'portability' | 'withdrawal'
  channel: 'website' | 'portal' | 'letter' | 'email' | 'telephone' | 'in_person'
  received_on: Generated<string>
  made_at: Generated<Temporal.Instant>
  taken_by: Id | null
  asked_for: 'self' | 'represented' | 'child'
  given_name: Generated<string>
  family_name: Generated<string>
  birth_date: string | null
  representative: string | null
  organisation: string | null
  child_name: string | null
  details: Generated<string>
  given_contact: string | null
  authority_on: string | null
  authority_by: Id | null
  person_id: Id | null
  enquiry_id: Id | null
  matched_on: string | null
  matched_by: Id | null
  identity: Generated<'open' | 'asked' | 'shown' | 'not_needed'>
  identity_asked_on: string | null
  identity_settled_on: string | null
  identity_by: Id | null
  identity_reason: string | null
  acknowledged_on: string | null
  acknowledged_by: Id | null
  acknowledged_how: 'email' | 'letter' | 'spoken' | null
  extended_on: string | null
  extended_by: Id | null
  extension_reason: 'complex' | 'many' | null
  closed_on: string | null
  closed_by: Id | null
  outcome: 'done' | 'partly' | 'refused' | 'nothing_held' | 'not_shown' | 'taken_back' | 'passed_on' | null
  closing_note: string | null
}

export interface RoleRuleTable {
  staff_role: string
  db_role: string
  row_scope: 'any' | 'assigned' | 'own' | 'added'
}

export interface RoomTable {
  id: Generated<Id>
  venue_id: Id
  name: string
  retired_at: Temporal.Instant | null
}

export interface SafeContactTable {
  id: Generated<Id>
  person_id: Id
  version: number
  email: Generated<'safe' | 'unsafe' | 'not_asked'>
  telephone: Generated<'safe' | 'unsafe' | 'not_asked'>
  text_message: Generated<'safe' | 'unsafe' | 'not_asked'>
  voicemail: Generated<'safe' | 'unsafe' | 'not_asked'>
  letter: Generated<'safe' | 'unsafe' | 'not_asked'>
  times: string | null
  safe_days: string | null
  safe_from: string | null
  safe_until: string | null
  who_may_answer: string | null
  code_word: string | null
  language: string | null
  interpreter: string | null
  adjustments: string | null
  said_by: 'self' | 'other_party' | 'referrer' | 'staff'
  said_on: string
  reason: string | null
  recorded_by: Generated<Id | null>
  recorded_at: Generated<Temporal.Instant>
}

export interface ScreeningTable {
  id: Generated<Id>
  miam_record_id: Id
  case_id: Id
  party_id: Id
  abuse_risk: string
  child_risk: string
  author: Generated<Id>
  recorded_at: Generated<Temporal.Instant>
}

export interface SessionNoteTable {
  id: Generated<Id>
  case_id: Id
  session_id: Id
  zone: 'A' | 'B' | 'both'
  kind: 'issue' | 'fact' | 'proposal' | 'counter_proposal' | 'agreement'
  legal_quality: 'open' | 'without_prejudice'
  words: string
  passing: 'may' | 'may_not' | 'ask' | null
  passed_at: Temporal.Instant | null
  author: Generated<Id>
  written_at: Generated<Temporal.Instant>
}

export interface SessionObserverTable {
  id: Generated<Id>
  case_id: Id
  session_id: Id
  staff_id: Id
  agreed_a_on: string
  agreed_b_on: string
}

export interface SessionRecordTable {
  id: Generated<Id>
  case_id: Id
  appointment_id: Id | null
  zone: 'A' | 'B' | 'both' | 'office'
  legal_quality: 'open' | 'without_prejudice'
  held_on: string
  way: 'joint' | 'shuttle' | 'online' | 'alone' | 'telephone'
  discussed: string
  agreed: Generated<string>
  author: Generated<Id>
  recorded_at: Generated<Temporal.Instant>
}

export interface SessionStopTable {
  id: Generated<Id>
  case_id: Id
  session_id: Id
  reason: string
  stopped_by: Generated<Id>
  stopped_at: Generated<Temporal.Instant>
  resumed_at: Temporal.Instant | null
  resumed_by: Id | null
  resumed_because: string | null
}

export interface SessionSummaryTable {
  id: Generated<Id>
  case_id: Id
  session_record_id: Id | null
  zone: 'A' | 'B' | 'both' | 'office'
  legal_quality: 'open' | 'without_prejudice'
  summary: string
  author: Generated<Id>
  recorded_at: Generated<Temporal.Instant>
}

export interface SettingTable {
  id: Generated<Id>
  key: string
  value: string
  in_force_from: Generated<Temporal.Instant>
  turn: GeneratedAlways<number>
  changed_by: Generated<Id | null>
}

export interface StaffTable {
  id: Id
  name: string
  email: string
  role: 'coordinator' | 'mediator' | 'supervisor' | 'privacyOfficer' | 'administrator'
  invited_at: Generated<Temporal.Instant>
  joined_at: Temporal.Instant | null
  suspended_at: Temporal.Instant | null
  left_on: string | null
  name_folded: GeneratedAlways<string>
  name_keys: GeneratedAlways<never>
}

export interface StaffLinkTable {
  token_hash: Buffer
  staff_id: Id | null
  kind: 'join' | 'reset' | 'first'
  made_by: Generated<Id | null>
  made_at: Generated<Temporal.Instant>
  expires_at: Temporal.Instant
  spent_at: Temporal.Instant | null
}

export interface StoredFileTable {
  id: Generated<Id>
  case_id: Id
  zone: 'A' | 'B' | 'both' | 'office'
  legal_quality: 'open' | 'without_prejudice'
  name: string
  media_type: string
  size_bytes: number
  sha256: string
  stored_name: string
  scan: 'not_scanned' | 'clean' | 'made_here'
  flags: ColumnType<unknown, string | undefined, string>
  status: Generated<'quarantined' | 'released' | 'refused'>
  added_by: Generated<Id | null>
  added_at: Generated<Temporal.Instant>
  settled_by: Id | null
  settled_at: Temporal.Instant | null
}

export interface SweepStateTable {
  id: Generated<boolean>
  swept_at: Temporal.Instant
  halted_at: Temporal.Instant | null
  confirmed_at: Temporal.Instant | null
  confirmed_by: Id | null
}

export interface TaskTable {
  id: Generated<Id>
  kind: string
  case_id: Id | null
  enquiry_id: Id | null
  message_id: Id | null
  subject_id: Id | null
  for_role: string
  for_staff: Id | null
  due_on: string
  made_at: Generated<Temporal.Instant>
  done_at: Temporal.Instant | null
  done_by: Id | null
}

export interface TimeAnswerTable {
  id: Generated<Id>
  offer_id: Id
  case_id: Id
  zone: 'A' | 'B'
  words: string | null
  said_by: Generated<Id | null>
  said_at: Generated<Temporal.Instant>
  turn: GeneratedAlways<number>
}

export interface TimeChoiceTable {
  id: Generated<Id>
  answer_id: Id
  case_id: Id
  zone: 'A' | 'B'
  time_id: Id
}

export interface TimeOfferTable {
  id: Generated<Id>
  case_id: Id
  kind: 'miam' | 'session'
  zone: 'A' | 'B' | 'both'
  means: 'room' | 'telephone' | 'online'
  answer_by: string
  status: Generated<'open' | 'booked' | 'withdrawn'>
  appointment_id: Id | null
  settled_at: Temporal.Instant | null
  made_by: Generated<Id | null>
  made_at: Generated<Temporal.Instant>
}

export interface ToldAgainTable {
  id: Generated<Id>
  request_id: Id
  change: 'correction' | 'erasure' | 'restriction' | 'lifting'
  who: string
  noted_by: Generated<Id>
  noted_at: Generated<Temporal.Instant>
  outcome: 'told' | 'never_had' | 'impossible' | 'disproportionate' | null
  reason: string | null
  settled_on: string | null
  settled_by: Id | null
}

export interface ToldOfOtherTable {
  id: Generated<Id>
  case_id: Id
  zone: 'A' | 'B'
  given_name: string
  family_name: string
  birth_date: string | null
  recorded_by: Generated<Id | null>
  told_at: Generated<Temporal.Instant>
  turn: GeneratedAlways<number>
}

export interface TravelTimeTable {
  id: Generated<Id>
  one_venue: Id
  other_venue: Id
  minutes: number
}

export interface VenueTable {
  id: Generated<Id>
  name: string
  address: string
  postcode: string
  arriving: Generated<string>
  retired_at: Temporal.Instant | null
  separate_waiting: Generated<boolean>
}

export interface VenueFormerTable {
  id: Generated<Id>
  venue_id: Id
  name: string
  address: string
  postcode: string
  arriving: string
  until: Generated<Temporal.Instant>
  changed_by: Generated<Id | null>
  separate_waiting: Generated<boolean>
}

export interface WallTable {
  id: Generated<Id>
  person_id: Id
  staff_id: Generated<Id>
  declared_at: Generated<Temporal.Instant>
  lifted_at: Temporal.Instant | null
  lifted_by: Id | null
  lift_reason: string | null
}

export interface WhereaboutsTable {
  id: Generated<Id>
  person_id: Id
  contact_point_id: Id | null
  kind: 'home' | 'work' | 'school' | 'partner' | 'other'
  address: string
  postcode: string | null
  folded: string
  source: 'self' | 'other_party' | 'referrer' | 'staff'
  recorded_by: Generated<Id | null>
  made_at: Generated<Temporal.Instant>
  ended_at: Temporal.Instant | null
}

export interface WorkingHoursTable {
  id: Generated<Id>
  staff_id: Id
  weekday: number
  from_minute: number
  until_minute: number
  break_from: number | null
  break_until: number | null
  venue_id: Id | null
  first_day: string
  last_day: string | null
  recorded_by: Generated<Id | null>
  recorded_at: Generated<Temporal.Instant>
}

export interface Tables {
  absence: AbsenceTable
  access_log: AccessLogTable
  access_pack: AccessPackTable
  access_plan: AccessPlanTable
  act_mark: ActMarkTable
  agreement_to_mediate: AgreementToMediateTable
  appointment: AppointmentTable
  arrangement: ArrangementTable
  arrival_plan: ArrivalPlanTable
  attendance: AttendanceTable
  audit_seal: AuditSealTable
  authenticator_reset: AuthenticatorResetTable
  backup: BackupTable
  booking_exception: BookingExceptionTable
  breach: BreachTable
  breach_report: BreachReportTable
  calendar_feed: CalendarFeedTable
  case_fact: CaseFactTable
  case_file: CaseFileTable
  case_key: CaseKeyTable
  case_reason: CaseReasonTable
  category_place: CategoryPlaceTable
  child: ChildTable
  child_agreement: ChildAgreementTable
  child_meeting: ChildMeetingTable
  child_word: ChildWordTable
  closure_request: ClosureRequestTable
  complaint: ComplaintTable
  complaint_step: ComplaintStepTable
  complaint_telling: ComplaintTellingTable
  concern: ConcernTable
  consent_count: ConsentCountTable
  consent_event: ConsentEventTable
  consent_subject: ConsentSubjectTable
  contact_point: ContactPointTable
  demonstration_clock: DemonstrationClockTable
  destruction_certificate: DestructionCertificateTable
  details_confirmed: DetailsConfirmedTable
  disclosure: DisclosureTable
  draft: DraftTable
  enquiry: EnquiryTable
  enquiry_correction: EnquiryCorrectionTable
  erasure_order: ErasureOrderTable
  file_item: FileItemTable
  file_review: FileReviewTable
  file_sharing: FileSharingTable
  follow_up: FollowUpTable
  glass_break: GlassBreakTable
  hold: HoldTable
  holiday_opening: HolidayOpeningTable
  identity_check: IdentityCheckTable
  import_sheet: ImportSheetTable
  imported_case: ImportedCaseTable
  inspection_wish: InspectionWishTable
  invitation: InvitationTable
  invitation_answer: InvitationAnswerTable
  invitation_step: InvitationStepTable
  life_event: LifeEventTable
  live_check: LiveCheckTable
  mailbox_state: MailboxStateTable
  mediation_session: MediationSessionTable
  mediator_registration: MediatorRegistrationTable
  message: MessageTable
  miam_certificate: MiamCertificateTable
  miam_record: MiamRecordTable
  migration: MigrationTable
  missed_fee: MissedFeeTable
  missed_rule: MissedRuleTable
  note_event: NoteEventTable
  note_statement: NoteStatementTable
  objection: ObjectionTable
  offered_time: OfferedTimeTable
  online_address: OnlineAddressTable
  online_answer: OnlineAnswerTable
  online_meeting: OnlineMeetingTable
  outreach_code: OutreachCodeTable
  pack_item: PackItemTable
  pack_taking: PackTakingTable
  page_count: PageCountTable
  paper_file: PaperFileTable
  paper_movement: PaperMovementTable
  party: PartyTable
  party_act: PartyActTable
  party_code: PartyCodeTable
  person: PersonTable
  person_correction: PersonCorrectionTable
  person_merge: PersonMergeTable
  person_merge_row: PersonMergeRowTable
  policy_version: PolicyVersionTable
  post: PostTable
  price: PriceTable
  professional: ProfessionalTable
  referral: ReferralTable
  request_key: RequestKeyTable
  request_passing: RequestPassingTable
  request_stop: RequestStopTable
  restoration: RestorationTable
  restriction: RestrictionTable
  retention_state: RetentionStateTable
  returning_card: ReturningCardTable
  right_decision: RightDecisionTable
  rights_request: RightsRequestTable
  role_rule: RoleRuleTable
  room: RoomTable
  safe_contact: SafeContactTable
  screening: ScreeningTable
  session_note: SessionNoteTable
  session_observer: SessionObserverTable
  session_record: SessionRecordTable
  session_stop: SessionStopTable
  session_summary: SessionSummaryTable
  setting: SettingTable
  staff: StaffTable
  staff_link: StaffLinkTable
  stored_file: StoredFileTable
  sweep_state: SweepStateTable
  task: TaskTable
  time_answer: TimeAnswerTable
  time_choice: TimeChoiceTable
  time_offer: TimeOfferTable
  told_again: ToldAgainTable
  told_of_other: ToldOfOtherTable
  travel_time: TravelTimeTable
  venue: VenueTable
  venue_former: VenueFormerTable
  wall: WallTable
  whereabouts: WhereaboutsTable
  working_hours: WorkingHoursTable
}
