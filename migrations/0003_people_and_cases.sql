-- Enquiries, people, and the file of a case with its two equal parties.

-- A date that may lack its year, month or day: 1981-04-07, 1981-04, 1981, --04-07, --04, ---07.
CREATE FUNCTION ev.is_partial_date(date_text text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN date_text ~ '^([0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?|--[0-9]{2}(-[0-9]{2})?|---[0-9]{2})$';

CREATE TABLE ev.enquiry (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  reference text NOT NULL UNIQUE,
  channel text NOT NULL CHECK (channel IN ('contact_form', 'self_referral', 'telephone')),
  received_at timestamptz NOT NULL DEFAULT ev.service_now(),
  asked_by text NOT NULL DEFAULT 'self' CHECK (asked_by IN ('self', 'solicitor', 'agency')),
  organisation text,
  permission_stated boolean NOT NULL DEFAULT false,
  given_name text NOT NULL,
  family_name text NOT NULL,
  birth_date text CHECK (ev.is_partial_date(birth_date)),
  name_folded text NOT NULL GENERATED ALWAYS AS (lower(given_name || ' ' || family_name)) STORED,
  email text,
  email_folded text GENERATED ALWAYS AS (lower(email)) STORED,
  telephone text,
  telephone_digits text,
  address text,
  postcode text,
  email_safety text NOT NULL DEFAULT 'not_asked' CHECK (email_safety IN ('safe', 'unsafe', 'not_asked')),
  telephone_safety text NOT NULL DEFAULT 'not_asked' CHECK (telephone_safety IN ('safe', 'unsafe', 'not_asked')),
  letter_safety text NOT NULL DEFAULT 'not_asked' CHECK (letter_safety IN ('safe', 'unsafe', 'not_asked')),
  voicemail_safety text NOT NULL DEFAULT 'not_asked' CHECK (voicemail_safety IN ('safe', 'unsafe', 'not_asked')),
  contact_times text,
  other_given_name text,
  other_family_name text,
  topic text CHECK (topic IN ('children', 'money', 'both', 'question', 'other')),
  message text NOT NULL DEFAULT '',
  safety_note text,
  needs text,
  status text NOT NULL DEFAULT 'new' CHECK (status IN ('new', 'answered', 'taken_on')),
  answered_at timestamptz,
  answered_by uuid,
  answer_note text,
  case_id uuid,
  CHECK ((status = 'taken_on') = (case_id IS NOT NULL))
);
CREATE INDEX enquiry_waiting ON ev.enquiry (received_at) WHERE status = 'new';
CREATE INDEX enquiry_by_name ON ev.enquiry (name_folded);
CREATE INDEX enquiry_by_email ON ev.enquiry (email_folded);
CREATE INDEX enquiry_by_telephone ON ev.enquiry (telephone_digits);

CREATE TABLE ev.person (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  given_name text NOT NULL,
  family_name text NOT NULL,
  known_as text,
  birth_date text CHECK (ev.is_partial_date(birth_date)),
  name_folded text NOT NULL GENERATED ALWAYS AS (lower(given_name || ' ' || family_name)) STORED,
  made_at timestamptz NOT NULL DEFAULT ev.service_now()
);
CREATE INDEX person_by_name ON ev.person (name_folded);

-- Contact details live apart from the file, each with where it came from and whether it is safe. No unique key on the value: it
-- would tell one person that somebody else has the same number.
CREATE TABLE ev.contact_point (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  person_id uuid NOT NULL REFERENCES ev.person,
  kind text NOT NULL CHECK (kind IN ('email', 'telephone', 'address')),
  value text NOT NULL,
  postcode text,
  value_folded text NOT NULL,
  source text NOT NULL CHECK (source IN ('self', 'other_party', 'referrer', 'staff')),
  safety text NOT NULL DEFAULT 'not_asked' CHECK (safety IN ('safe', 'unsafe', 'not_asked')),
  voicemail_safety text NOT NULL DEFAULT 'not_asked' CHECK (voicemail_safety IN ('safe', 'unsafe', 'not_asked')),
  made_at timestamptz NOT NULL DEFAULT ev.service_now(),
  ended_at timestamptz
);
CREATE INDEX contact_point_of ON ev.contact_point (person_id) WHERE ended_at IS NULL;
CREATE INDEX contact_point_by_value ON ev.contact_point (kind, value_folded) WHERE ended_at IS NULL;

CREATE TABLE ev.case_file (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  reference text NOT NULL UNIQUE,
  opened_at timestamptz NOT NULL DEFAULT ev.service_now(),
  status text NOT NULL DEFAULT 'live' CHECK (status IN ('live', 'closed')),
  topic text NOT NULL CHECK (topic IN ('children', 'money', 'both')),
  channel text NOT NULL,
  mediator_id uuid REFERENCES ev.staff,
  closed_on date,
  outcome text CHECK (outcome IN ('agreement', 'part_agreement', 'no_agreement', 'miam_only', 'not_suitable', 'withdrawn')),
  CHECK ((status = 'closed') = (closed_on IS NOT NULL)),
  CHECK ((status = 'closed') = (outcome IS NOT NULL))
);
CREATE INDEX case_file_mediator ON ev.case_file (mediator_id, id);
CREATE INDEX case_file_live ON ev.case_file (opened_at DESC, id) WHERE status = 'live';
ALTER TABLE ev.enquiry ADD FOREIGN KEY (case_id) REFERENCES ev.case_file;
CREATE INDEX enquiry_of_case ON ev.enquiry (case_id) WHERE case_id IS NOT NULL;

-- The key with which a case's files and drafts are encrypted, wrapped by the service's key. Erasure destroys it.
CREATE TABLE ev.case_key (
  case_id uuid PRIMARY KEY REFERENCES ev.case_file,
  wrapped text NOT NULL
);

CREATE TABLE ev.party (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  case_id uuid NOT NULL REFERENCES ev.case_file,
  person_id uuid NOT NULL REFERENCES ev.person,
  side text NOT NULL CHECK (side IN ('A', 'B')),
  UNIQUE (case_id, side),
  UNIQUE (case_id, person_id)
);
CREATE INDEX party_person ON ev.party (person_id);

CREATE TABLE ev.child (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  case_id uuid NOT NULL REFERENCES ev.case_file,
  given_name text NOT NULL,
  family_name text NOT NULL DEFAULT '',
  birth_date text CHECK (ev.is_partial_date(birth_date)),
  made_at timestamptz NOT NULL DEFAULT ev.service_now()
);
CREATE INDEX child_case ON ev.child (case_id);

-- Two bookings of one mediator or one room cannot overlap: the database refuses the second.
CREATE TABLE ev.appointment (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  case_id uuid NOT NULL REFERENCES ev.case_file,
  kind text NOT NULL CHECK (kind IN ('miam', 'session')),
  zone text NOT NULL CHECK (zone IN ('A', 'B', 'both')),
  mediator_id uuid NOT NULL REFERENCES ev.staff,
  room_id uuid REFERENCES ev.room,
  means text NOT NULL CHECK (means IN ('room', 'telephone')),
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  status text NOT NULL DEFAULT 'booked' CHECK (status IN ('booked', 'held', 'not_held', 'cancelled')),
  revision integer NOT NULL DEFAULT 0,
  made_at timestamptz NOT NULL DEFAULT ev.service_now(),
  -- Never longer than a day: so what touches a week began in it or the day before, and the diary need not look at all of the past.
  CHECK (ends_at > starts_at AND ends_at - starts_at <= interval '24 hours'),
  CHECK ((means = 'room') = (room_id IS NOT NULL)),
  CONSTRAINT appointment_mediator_free EXCLUDE USING gist (mediator_id WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE (status <> 'cancelled'),
  CONSTRAINT appointment_room_free EXCLUDE USING gist (room_id WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE (status <> 'cancelled' AND room_id IS NOT NULL)
);
CREATE INDEX appointment_case ON ev.appointment (case_id);
CREATE INDEX appointment_diary ON ev.appointment (starts_at) WHERE status <> 'cancelled';
CREATE INDEX appointment_mediator ON ev.appointment (mediator_id, case_id) WHERE status <> 'cancelled';

-- A closed case has nothing booked in it: whoever books and whoever closes at once wait for each other here.
CREATE FUNCTION ev.book_in_live_case() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  PERFORM FROM ev.case_file WHERE id = NEW.case_id AND status = 'live' FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'this case is closed' USING ERRCODE = '23514', CONSTRAINT = 'appointment_in_live_case';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER book_in_live_case BEFORE INSERT ON ev.appointment FOR EACH ROW EXECUTE FUNCTION ev.book_in_live_case();

CREATE FUNCTION ev.close_without_bookings() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF EXISTS (SELECT FROM ev.appointment WHERE case_id = NEW.id AND status = 'booked') THEN
    RAISE EXCEPTION 'an appointment is booked in this case' USING ERRCODE = '23514', CONSTRAINT = 'case_closed_without_bookings';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER close_without_bookings BEFORE UPDATE OF status ON ev.case_file FOR EACH ROW
  WHEN (NEW.status = 'closed' AND OLD.status = 'live') EXECUTE FUNCTION ev.close_without_bookings();

-- Each party's own part in an appointment, with a calendar entry of their own. Whoever asked to cancel is 'cancelled', everybody else
-- is 'called_off': what the other party asked for looks to a party like what the service decided.
CREATE TABLE ev.attendance (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  appointment_id uuid NOT NULL REFERENCES ev.appointment,
  case_id uuid NOT NULL REFERENCES ev.case_file,
  party_id uuid NOT NULL REFERENCES ev.party,
  zone text NOT NULL CHECK (zone IN ('A', 'B')),
  status text NOT NULL DEFAULT 'expected' CHECK (status IN ('expected', 'attended', 'cancelled', 'not_attended', 'called_off')),
  settled_at timestamptz,
  calendar_uid uuid NOT NULL DEFAULT gen_random_uuid(),
  UNIQUE (appointment_id, party_id)
);
CREATE INDEX attendance_case ON ev.attendance (case_id);
