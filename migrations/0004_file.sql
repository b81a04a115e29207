-- What is written and kept in a case: MIAMs, sessions, certificates, files, drafts. A part refers only to parts of its own case
-- and zone: the keys below carry both.

ALTER TABLE ev.party ADD CONSTRAINT party_in_case UNIQUE (id, case_id, side);
ALTER TABLE ev.appointment ADD CONSTRAINT appointment_in_case UNIQUE (id, case_id);

-- The six things that a mediator does at a MIAM (Family Procedure Rules 2010, rule 3.9(2)); the two assessments of risk stand apart.
CREATE TABLE ev.miam_record (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  case_id uuid NOT NULL REFERENCES ev.case_file,
  party_id uuid NOT NULL,
  appointment_id uuid,
  zone text NOT NULL CHECK (zone IN ('A', 'B')),
  legal_quality text NOT NULL DEFAULT 'without_prejudice' CHECK (legal_quality IN ('open', 'without_prejudice')),
  held_on date NOT NULL,
  information_given text NOT NULL,
  benefits_explained text NOT NULL,
  way_suited text NOT NULL,
  how_to_proceed text NOT NULL,
  suitable text NOT NULL CHECK (suitable IN ('yes', 'no', 'not_yet')),
  author uuid NOT NULL DEFAULT ev.actor(),
  recorded_at timestamptz NOT NULL DEFAULT ev.service_now(),
  CONSTRAINT miam_record_party FOREIGN KEY (party_id, case_id, zone) REFERENCES ev.party (id, case_id, side),
  CONSTRAINT miam_record_appointment FOREIGN KEY (appointment_id, case_id) REFERENCES ev.appointment (id, case_id),
  CONSTRAINT miam_record_of_party UNIQUE (id, case_id, party_id),
  CONSTRAINT miam_record_in_zone UNIQUE (id, case_id, party_id, zone)
);
CREATE INDEX miam_record_case ON ev.miam_record (case_id);

-- Its party stands here too: the purpose that reads it reads nothing of the MIAM.
CREATE TABLE ev.screening (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  miam_record_id uuid NOT NULL CONSTRAINT screening_once UNIQUE,
  case_id uuid NOT NULL REFERENCES ev.case_file,
  party_id uuid NOT NULL,
  abuse_risk text NOT NULL,
  child_risk text NOT NULL,
  author uuid NOT NULL DEFAULT ev.actor(),
  recorded_at timestamptz NOT NULL DEFAULT ev.service_now(),
  CONSTRAINT screening_of_miam FOREIGN KEY (miam_record_id, case_id, party_id) REFERENCES ev.miam_record (id, case_id, party_id)
);
CREATE INDEX screening_case ON ev.screening (case_id);

CREATE TABLE ev.session_record (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  case_id uuid NOT NULL REFERENCES ev.case_file,
  appointment_id uuid,
  zone text NOT NULL CHECK (zone IN ('A', 'B', 'both', 'office')),
  legal_quality text NOT NULL CHECK (legal_quality IN ('open', 'without_prejudice')),
  held_on date NOT NULL,
  way text NOT NULL CHECK (way IN ('joint', 'shuttle', 'alone', 'telephone')),
  discussed text NOT NULL,
  agreed text NOT NULL DEFAULT '',
  author uuid NOT NULL DEFAULT ev.actor(),
  recorded_at timestamptz NOT NULL DEFAULT ev.service_now(),
  CONSTRAINT session_record_appointment FOREIGN KEY (appointment_id, case_id) REFERENCES ev.appointment (id, case_id),
  CONSTRAINT session_record_in_zone UNIQUE (id, case_id, zone)
);
CREATE INDEX session_record_case ON ev.session_record (case_id);

CREATE TABLE ev.session_summary (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  case_id uuid NOT NULL REFERENCES ev.case_file,
  session_record_id uuid,
  zone text NOT NULL CHECK (zone IN ('A', 'B', 'both', 'office')),
  legal_quality text NOT NULL CHECK (legal_quality IN ('open', 'without_prejudice')),
  summary text NOT NULL,
  author uuid NOT NULL DEFAULT ev.actor(),
  recorded_at timestamptz NOT NULL DEFAULT ev.service_now(),
  CONSTRAINT session_summary_of FOREIGN KEY (session_record_id, case_id, zone) REFERENCES ev.session_record (id, case_id, zone)
);
CREATE INDEX session_summary_case ON ev.session_summary (case_id);

-- A file that somebody sent is held back until a scanner found it clean and nothing in it wants a look, or a person let it go.
CREATE TABLE ev.stored_file (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  case_id uuid NOT NULL REFERENCES ev.case_file,
  zone text NOT NULL CHECK (zone IN ('A', 'B', 'both', 'office')),
  legal_quality text NOT NULL CHECK (legal_quality IN ('open', 'without_prejudice')),
  name text NOT NULL,
  media_type text NOT NULL,
  size_bytes integer NOT NULL CHECK (size_bytes >= 0),
  sha256 text NOT NULL,
  stored_name text NOT NULL UNIQUE,
  scan text NOT NULL CHECK (scan IN ('not_scanned', 'clean', 'made_here')),
  flags jsonb NOT NULL DEFAULT '[]',
  status text NOT NULL DEFAULT 'quarantined' CHECK (status IN ('quarantined', 'released', 'refused')),
  added_by uuid NOT NULL DEFAULT ev.actor(),
  added_at timestamptz NOT NULL DEFAULT ev.service_now(),
  settled_by uuid,
  settled_at timestamptz,
  CONSTRAINT stored_file_in_zone UNIQUE (id, case_id, zone),
  CONSTRAINT stored_file_let_go CHECK (status <> 'released' OR scan = 'made_here' OR settled_by IS NOT NULL OR (scan = 'clean' AND flags = '[]'))
);
CREATE INDEX stored_file_case ON ev.stored_file (case_id);

-- A MIAM certificate is never changed, and there is one for each MIAM.
CREATE TABLE ev.miam_certificate (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  number text NOT NULL UNIQUE,
  case_id uuid NOT NULL REFERENCES ev.case_file,
  party_id uuid NOT NULL,
  miam_record_id uuid NOT NULL CONSTRAINT miam_certificate_once UNIQUE,
  zone text NOT NULL CHECK (zone IN ('A', 'B')),
  mediator_id uuid NOT NULL REFERENCES ev.staff,
  mediator_number text NOT NULL,
  held_on date NOT NULL,
  valid_until date NOT NULL,
  file_id uuid NOT NULL,
  issued_at timestamptz NOT NULL DEFAULT ev.service_now(),
  CHECK (valid_until > held_on),
  CONSTRAINT miam_certificate_of FOREIGN KEY (miam_record_id, case_id, party_id, zone) REFERENCES ev.miam_record (id, case_id, party_id, zone),
  CONSTRAINT miam_certificate_file FOREIGN KEY (file_id, case_id, zone) REFERENCES ev.stored_file (id, case_id, zone)
);
CREATE INDEX miam_certificate_case ON ev.miam_certificate (case_id);

-- What was written and not yet saved for good, sealed with the case's key; the writer's own.
CREATE TABLE ev.draft (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  author uuid NOT NULL DEFAULT ev.actor(),
  form text NOT NULL,
  subject_id uuid NOT NULL,
  case_id uuid REFERENCES ev.case_file,
  sealed text NOT NULL,
  saved_at timestamptz NOT NULL DEFAULT ev.service_now(),
  UNIQUE (author, form, subject_id)
);
CREATE INDEX draft_case ON ev.draft (case_id);
