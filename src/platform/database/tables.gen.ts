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
}

export interface AccessPlanTable {
  id: Generated<boolean>
  digest: string | null
  state: ColumnType<unknown | null, string | undefined, string>
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
  means: 'room' | 'telephone'
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

export interface AuthenticatorResetTable {
  id: Generated<Id>
  staff_id: Id
  asked_by: Generated<Id>
  asked_at: Generated<Temporal.Instant>
  approved_by: Id | null
  approved_at: Temporal.Instant | null
  withdrawn_at: Temporal.Instant | null
}

export interface BookingExceptionTable {
  id: Generated<Id>
  case_id: Id
  appointment_id: Id
  against: 'bank-holiday' | 'not-working' | 'break' | 'away' | 'elsewhere' | 'travel' | 'one-waiting-room'
  reason: string
  author: Generated<Id>
  recorded_at: Generated<Temporal.Instant>
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
  aggregate: 'case' | 'enquiry' | 'returning'
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

export interface HoldTable {
  id: Generated<Id>
  case_id: Id
  reason: string
  review_on: string
  placed_by: Generated<Id>
  placed_at: Generated<Temporal.Instant>
  lifted_by: Id | null
  lifted_at: Temporal.Instant | null
}

export interface HolidayOpeningTable {
  id: Generated<Id>
  day: string
  open: boolean
  recorded_at: Generated<Temporal.Instant>
  turn: GeneratedAlways<number>
  recorded_by: Generated<Id | null>
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

export interface OutreachCodeTable {
  id: Generated<Id>
  venue_id: Id
  code: string | null
  in_force_from: string
  recorded_at: Generated<Temporal.Instant>
  turn: GeneratedAlways<number>
  recorded_by: Generated<Id | null>
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
  place: 'party' | 'contact_point' | 'whereabouts' | 'person_correction' | 'message' | 'consent_subject' | 'task' | 'wall' | 'safety' | 'card'
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
  access_plan: AccessPlanTable
  agreement_to_mediate: AgreementToMediateTable
  appointment: AppointmentTable
  arrangement: ArrangementTable
  arrival_plan: ArrivalPlanTable
  attendance: AttendanceTable
  authenticator_reset: AuthenticatorResetTable
  booking_exception: BookingExceptionTable
  calendar_feed: CalendarFeedTable
  case_fact: CaseFactTable
  case_file: CaseFileTable
  case_key: CaseKeyTable
  case_reason: CaseReasonTable
  child: ChildTable
  child_agreement: ChildAgreementTable
  child_meeting: ChildMeetingTable
  child_word: ChildWordTable
  closure_request: ClosureRequestTable
  consent_count: ConsentCountTable
  consent_event: ConsentEventTable
  consent_subject: ConsentSubjectTable
  contact_point: ContactPointTable
  demonstration_clock: DemonstrationClockTable
  destruction_certificate: DestructionCertificateTable
  details_confirmed: DetailsConfirmedTable
  draft: DraftTable
  enquiry: EnquiryTable
  file_item: FileItemTable
  file_review: FileReviewTable
  file_sharing: FileSharingTable
  follow_up: FollowUpTable
  hold: HoldTable
  holiday_opening: HolidayOpeningTable
  import_sheet: ImportSheetTable
  imported_case: ImportedCaseTable
  invitation: InvitationTable
  invitation_answer: InvitationAnswerTable
  invitation_step: InvitationStepTable
  life_event: LifeEventTable
  mailbox_state: MailboxStateTable
  mediation_session: MediationSessionTable
  mediator_registration: MediatorRegistrationTable
  message: MessageTable
  miam_certificate: MiamCertificateTable
  miam_record: MiamRecordTable
  migration: MigrationTable
  note_event: NoteEventTable
  outreach_code: OutreachCodeTable
  page_count: PageCountTable
  paper_file: PaperFileTable
  paper_movement: PaperMovementTable
  party: PartyTable
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
  retention_state: RetentionStateTable
  returning_card: ReturningCardTable
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
  told_of_other: ToldOfOtherTable
  travel_time: TravelTimeTable
  venue: VenueTable
  venue_former: VenueFormerTable
  wall: WallTable
  whereabouts: WhereaboutsTable
  working_hours: WorkingHoursTable
}
