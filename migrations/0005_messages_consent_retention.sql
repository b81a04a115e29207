-- Messages out, what people agreed to, and how things end.

-- A row that waits is the outbox: the worker asks for those that are due. What was written to a party names the contact point that
-- it goes to, since whether that is safe is asked again when it is sent. A newer message about the same thing stops one that waits.
CREATE TABLE ev.message (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  case_id uuid REFERENCES ev.case_file,
  enquiry_id uuid REFERENCES ev.enquiry,
  person_id uuid REFERENCES ev.person,
  contact_point_id uuid REFERENCES ev.contact_point,
  about_id uuid,
  zone text NOT NULL CHECK (zone IN ('A', 'B', 'office')),
  channel text NOT NULL CHECK (channel IN ('email', 'letter')),
  template text NOT NULL,
  recipient text NOT NULL,
  subject text NOT NULL,
  body text NOT NULL,
  calendar_entry text,
  status text NOT NULL DEFAULT 'waiting' CHECK (status IN ('waiting', 'sent', 'printed', 'stopped', 'failed')),
  made_at timestamptz NOT NULL DEFAULT ev.service_now(),
  settled_at timestamptz,
  attempts integer NOT NULL DEFAULT 0,
  next_attempt_at timestamptz NOT NULL DEFAULT ev.service_now(),
  not_after timestamptz,
  CHECK (num_nonnulls(case_id, enquiry_id) = 1),
  CHECK (case_id IS NULL OR (person_id IS NOT NULL AND contact_point_id IS NOT NULL))
);
CREATE INDEX message_waiting ON ev.message (next_attempt_at) WHERE status = 'waiting';
CREATE INDEX message_waiting_about ON ev.message (about_id) WHERE status = 'waiting';
CREATE INDEX message_case ON ev.message (case_id) WHERE case_id IS NOT NULL;
CREATE INDEX message_enquiry ON ev.message (enquiry_id) WHERE enquiry_id IS NOT NULL;

-- The ledger names nobody: who a subject is stands in a table that can be forgotten.
CREATE TABLE ev.consent_subject (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  -- Of somebody who is in another case too, the consents stay when this enquiry goes.
  enquiry_id uuid REFERENCES ev.enquiry ON DELETE SET NULL,
  person_id uuid REFERENCES ev.person,
  CHECK (num_nonnulls(enquiry_id, person_id) >= 1)
);
CREATE INDEX consent_subject_enquiry ON ev.consent_subject (enquiry_id);
CREATE INDEX consent_subject_person ON ev.consent_subject (person_id);

CREATE TABLE ev.consent_event (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  subject_id uuid NOT NULL,
  scope text NOT NULL,
  act text NOT NULL CHECK (act IN ('given', 'refused', 'withdrawn')),
  wording_hash text NOT NULL,
  policy_hash text NOT NULL,
  channel text NOT NULL CHECK (channel IN ('website', 'telephone', 'office')),
  at timestamptz NOT NULL DEFAULT ev.service_now(),
  recorded_by uuid DEFAULT ev.actor()
);
CREATE INDEX consent_event_subject ON ev.consent_event (subject_id, scope, at DESC);

-- A held case loses nothing until the hold is lifted: kept by triggers, since row rules do not stop a cascade.
CREATE TABLE ev.hold (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  case_id uuid NOT NULL REFERENCES ev.case_file,
  reason text NOT NULL,
  review_on date NOT NULL,
  placed_by uuid NOT NULL DEFAULT ev.actor(),
  placed_at timestamptz NOT NULL DEFAULT ev.service_now(),
  lifted_by uuid,
  lifted_at timestamptz
);
CREATE INDEX hold_standing ON ev.hold (case_id) WHERE lifted_at IS NULL;

-- How near its end a thing is, once it is near: kept for a reason, shown before it goes, or without a running clock and to be looked
-- at. `wait_until` is the day on which it goes, or on which somebody looks again.
CREATE TABLE ev.retention_state (
  aggregate text NOT NULL CHECK (aggregate IN ('case', 'enquiry')),
  aggregate_id uuid NOT NULL,
  rule text NOT NULL,
  policy_hash text NOT NULL,
  due_on date NOT NULL,
  status text NOT NULL CHECK (status IN ('deferred', 'provisional', 'review')),
  reason text CHECK (reason ~ '^[a-z]+(-[a-z]+)*(,[a-z]+(-[a-z]+)*)*$'),
  since timestamptz NOT NULL DEFAULT ev.service_now(),
  wait_until date,
  PRIMARY KEY (aggregate, aggregate_id),
  CHECK ((status = 'deferred') = (reason IS NOT NULL)),
  CHECK (status <> 'provisional' OR wait_until IS NOT NULL)
);
CREATE INDEX retention_state_waiting ON ev.retention_state (status, wait_until);

-- When the sweep last ran to its end. A machine whose clock was set years ahead by mistake would have everything destroyed at once:
-- a leap stops the sweep until a person has confirmed the date.
CREATE TABLE ev.sweep_state (
  id boolean PRIMARY KEY DEFAULT true CHECK (id),
  swept_at timestamptz NOT NULL,
  halted_at timestamptz,
  confirmed_at timestamptz,
  confirmed_by uuid
);

-- What ended, when and by which rule; how many rows and files; nobody's name. It bears the identifier of what ended, so that the read
-- log, which keeps identifiers, can be answered from it. The number on the cover of a paper file stays until the paper is gone too.
CREATE TABLE ev.destruction_certificate (
  id uuid PRIMARY KEY,
  aggregate text NOT NULL CHECK (aggregate IN ('case', 'enquiry')),
  rule text NOT NULL,
  policy_hash text NOT NULL,
  due_on date NOT NULL,
  destroyed_at timestamptz NOT NULL DEFAULT ev.service_now(),
  row_counts jsonb NOT NULL,
  file_count integer NOT NULL DEFAULT 0,
  paper_reference text,
  paper_destroyed_on date,
  paper_destroyed_by uuid,
  CHECK (paper_reference IS NULL OR paper_destroyed_on IS NULL)
);
CREATE INDEX destruction_certificate_latest ON ev.destruction_certificate (destroyed_at DESC, id);

-- Banded facts of a case that was destroyed: what statistics are made of.
CREATE TABLE ev.case_fact (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  opened_year integer NOT NULL,
  closed_year integer NOT NULL,
  topic text NOT NULL,
  channel text NOT NULL,
  outcome text NOT NULL,
  miams text NOT NULL CHECK (miams IN ('0', '1', '2')),
  sessions text NOT NULL CHECK (sessions IN ('0', '1-2', '3-5', '6+')),
  children text NOT NULL CHECK (children IN ('0', '1', '2', '3+'))
);
