-- Post: e-mails and letters that come in, until each is part of an enquiry or of a party's own part of a case.

-- The message as it came lies encrypted in the vault under a key of its own; `wrapped` is that key, readable with the service's key only.
-- A typed letter has no file. `about_case_id` is a case that a message quotes or whose party sent it: a hint for whoever decides.
CREATE TABLE ev.post (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  medium text NOT NULL CHECK (medium IN ('email', 'letter')),
  kind text NOT NULL CHECK (kind IN ('message', 'loop', 'auto_reply', 'bulk', 'bounce', 'duplicate', 'encrypted', 'calendar', 'unreadable', 'too_large')),
  status text NOT NULL CHECK (status IN ('new', 'waiting', 'aside', 'enquiry', 'filed')),
  why text CHECK (why IN ('reference_alone', 'several', 'both_parties', 'other_case', 'closed_case', 'unsafe_address', 'doubtful_sender', 'unconfirmed_address')),
  case_id uuid REFERENCES ev.case_file,
  enquiry_id uuid REFERENCES ev.enquiry,
  zone text CHECK (zone IN ('A', 'B', 'office')),
  legal_quality text CHECK (legal_quality IN ('open', 'without_prejudice')),
  duplicate_of uuid,
  about_case_id uuid,
  sender_name text NOT NULL DEFAULT '',
  sender_address text,
  subject text NOT NULL DEFAULT '',
  body text NOT NULL DEFAULT '',
  attachments jsonb NOT NULL DEFAULT '[]',
  dated date NOT NULL,
  received_at timestamptz NOT NULL DEFAULT ev.service_now(),
  raw_sha256 text,
  content_sha256 text,
  stored_name text UNIQUE,
  size_bytes integer NOT NULL DEFAULT 0 CHECK (size_bytes >= 0),
  wrapped text,
  sorted_at timestamptz,
  sorted_by uuid,
  CONSTRAINT post_stored_with_key CHECK ((stored_name IS NULL) = (wrapped IS NULL)),
  -- Filed means: in a case and a zone. Whatever has a case has a zone and a quality, so nothing of one party lies open to the other.
  CONSTRAINT post_filed CHECK ((status = 'filed') = (case_id IS NOT NULL) AND (case_id IS NULL) = (zone IS NULL) AND (case_id IS NULL) = (legal_quality IS NULL)),
  CONSTRAINT post_of_enquiry CHECK (status <> 'enquiry' OR enquiry_id IS NOT NULL)
);
-- The same bytes twice are the same message: a fetch that was cut off before the mailbox was told makes no second row.
CREATE UNIQUE INDEX post_once ON ev.post (raw_sha256) WHERE medium = 'email';
CREATE INDEX post_same_content ON ev.post (content_sha256);
CREATE INDEX post_to_sort ON ev.post (received_at) WHERE status IN ('new', 'waiting');
CREATE INDEX post_listed ON ev.post (received_at DESC, id);
CREATE INDEX post_case ON ev.post (case_id) WHERE case_id IS NOT NULL;
CREATE INDEX post_enquiry ON ev.post (enquiry_id) WHERE enquiry_id IS NOT NULL;

-- How reading the mailbox goes: one row, once a mailbox was set.
CREATE TABLE ev.mailbox_state (
  id boolean PRIMARY KEY DEFAULT true CHECK (id),
  read_at timestamptz,
  failing_since timestamptz,
  failure text CHECK (failure IN ('unreachable', 'refused', 'stalled', 'broken'))
);

-- Post that is sorted by itself is added to a case by no person.
ALTER TABLE ev.stored_file ALTER COLUMN added_by DROP NOT NULL;

SELECT ev.guard_rows('post', 'message');
SELECT ev.keep_no_samples();
