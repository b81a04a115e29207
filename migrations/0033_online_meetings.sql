-- Meetings by video. An appointment may be online; which company carries it and by which address stands here. To a party the address
-- is no row at all until they agreed to this meeting with this company, and its time is near.

ALTER TABLE ev.appointment DROP CONSTRAINT appointment_means_check,
  ADD CONSTRAINT appointment_means_check CHECK (means IN ('room', 'telephone', 'online')),
  ADD CONSTRAINT appointment_in_zone UNIQUE (id, case_id, zone);
ALTER TABLE ev.attendance ADD CONSTRAINT attendance_in_zone UNIQUE (id, appointment_id, case_id, zone);

-- What carries an appointment, as it was said last: a company that the policy names, its own notice, and how long before one is let in.
CREATE TABLE ev.online_meeting (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  appointment_id uuid NOT NULL,
  case_id uuid NOT NULL REFERENCES ev.case_file,
  zone text NOT NULL CHECK (zone IN ('A', 'B', 'both')),
  provider text NOT NULL CHECK (provider ~ '^[A-Za-z]{1,40}$'),
  notice text NOT NULL CHECK (notice ~ '^https://' AND length(notice) <= 300),
  opens_minutes integer NOT NULL CHECK (opens_minutes BETWEEN 5 AND 60),
  set_by uuid DEFAULT ev.actor(),
  set_at timestamptz NOT NULL DEFAULT ev.service_now(),
  turn bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  CONSTRAINT online_meeting_of FOREIGN KEY (appointment_id, case_id, zone) REFERENCES ev.appointment (id, case_id, zone),
  CONSTRAINT online_meeting_in_case UNIQUE (id, appointment_id, case_id)
);
CREATE INDEX online_meeting_latest ON ev.online_meeting (appointment_id, turn DESC);
CREATE INDEX online_meeting_case ON ev.online_meeting (case_id);

-- Which room an address leads to, however it is written: the number of a Zoom or Teams meeting counts, and not its password.
CREATE FUNCTION ev.online_room(p_address text) RETURNS text LANGUAGE sql IMMUTABLE STRICT SET search_path = '' AS $$
  SELECT pg_catalog.lower(CASE
    WHEN host ~* '(^|\.)zoom\.us$' THEN 'zoom.us' || place
    WHEN host ~* '(^|\.)teams\.(microsoft|live)\.com$' THEN 'teams.microsoft.com' || place
    WHEN more LIKE '?%' THEN host || place || pg_catalog.split_part(more, '#', 1)
    WHEN place = '' THEN host || more
    ELSE host || place END)
    FROM (SELECT m[1] AS host, pg_catalog.rtrim(m[2], '/') AS place, m[3] AS more
            FROM pg_catalog.regexp_match(p_address, '^https://([^/:]+)(?::[0-9]+)?(/[^?#]*)(.*)$') AS m) AS parts
$$;

-- One for each appointment: whoever was in a room before could walk in on others. What an appointment once had no other gets.
CREATE TABLE ev.online_address (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  meeting_id uuid NOT NULL UNIQUE,
  appointment_id uuid NOT NULL,
  case_id uuid NOT NULL REFERENCES ev.case_file,
  address text NOT NULL CONSTRAINT online_address_form
    CHECK (length(address) <= 600 AND address ~ '^https://[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+(:[0-9]{1,5})?/[!#-;=?-~]+$'),
  room text NOT NULL GENERATED ALWAYS AS (ev.online_room(address)) STORED,
  CONSTRAINT online_address_of FOREIGN KEY (meeting_id, appointment_id, case_id) REFERENCES ev.online_meeting (id, appointment_id, case_id),
  CONSTRAINT online_address_once EXCLUDE USING gist (room WITH =, appointment_id WITH <>)
);
CREATE INDEX online_address_case ON ev.online_address (case_id);
CREATE INDEX online_address_appointment ON ev.online_address (appointment_id);

-- What each said to meeting online this time: added, never changed. `unsafe`: they cannot talk safely now.
CREATE TABLE ev.online_answer (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  attendance_id uuid NOT NULL,
  appointment_id uuid NOT NULL,
  case_id uuid NOT NULL REFERENCES ev.case_file,
  zone text NOT NULL CHECK (zone IN ('A', 'B')),
  act text NOT NULL CHECK (act IN ('given', 'refused', 'withdrawn', 'unsafe')),
  instead text CHECK (instead IN ('room', 'telephone', 'either')),
  provider text NOT NULL CHECK (provider ~ '^[A-Za-z]{1,40}$'),
  notice text NOT NULL CHECK (notice ~ '^https://' AND length(notice) <= 300),
  wording_hash text NOT NULL,
  policy_hash text NOT NULL,
  channel text NOT NULL CHECK (channel IN ('website', 'telephone', 'office')),
  recorded_by uuid NOT NULL DEFAULT ev.actor(),
  recorded_at timestamptz NOT NULL DEFAULT ev.service_now(),
  turn bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  CONSTRAINT online_answer_of FOREIGN KEY (attendance_id, appointment_id, case_id, zone) REFERENCES ev.attendance (id, appointment_id, case_id, zone),
  CHECK (instead IS NULL OR act IN ('refused', 'withdrawn'))
);
CREATE INDEX online_answer_latest ON ev.online_answer (attendance_id, turn DESC);
CREATE INDEX online_answer_case ON ev.online_answer (case_id);

SELECT ev.guard_rows(t, 'case_id', false) FROM unnest(ARRAY['online_meeting', 'online_address', 'online_answer']) AS t;

CREATE FUNCTION ev.refuse_changing_online() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  RAISE EXCEPTION 'what was said of a meeting online is added to' USING ERRCODE = 'EV001';
END $$;
CREATE TRIGGER no_update BEFORE UPDATE ON ev.online_meeting FOR EACH ROW EXECUTE FUNCTION ev.refuse_changing_online();
CREATE TRIGGER no_update BEFORE UPDATE ON ev.online_address FOR EACH ROW EXECUTE FUNCTION ev.refuse_changing_online();
CREATE TRIGGER no_update BEFORE UPDATE ON ev.online_answer FOR EACH ROW EXECUTE FUNCTION ev.refuse_changing_online();

-- The office says by what a meeting is carried, of an appointment that is to be online; a party never does.
CREATE FUNCTION ev.office_sets_online() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF current_setting('role') LIKE '%\_portal\_%' THEN
    RAISE EXCEPTION 'a party sets no meeting' USING ERRCODE = '42501';
  END IF;
  IF NOT EXISTS (SELECT FROM ev.appointment a WHERE a.id = NEW.appointment_id AND a.means = 'online' AND a.status = 'booked') THEN
    RAISE EXCEPTION 'this appointment is not online' USING ERRCODE = '23514', CONSTRAINT = 'online_meeting_online';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER office_sets_online BEFORE INSERT ON ev.online_meeting FOR EACH ROW EXECUTE FUNCTION ev.office_sets_online();
CREATE TRIGGER office_sets_online BEFORE INSERT ON ev.online_address FOR EACH ROW EXECUTE FUNCTION ev.office_sets_online();

-- A yes is to the meeting as it is now: to this company, after its notice. A no is taken always. A party speaks on the website and for
-- themselves; what is said by telephone or in the office a colleague writes down.
CREATE FUNCTION ev.check_online_answer() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF (current_setting('role') LIKE '%\_portal\_%') <> (NEW.channel = 'website') OR NEW.channel = 'website' AND NOT EXISTS (
       SELECT FROM ev.attendance t JOIN ev.party p ON p.id = t.party_id WHERE t.id = NEW.attendance_id AND p.person_id = ev.actor()) THEN
    RAISE EXCEPTION 'everybody answers for themselves' USING ERRCODE = '42501';
  END IF;
  IF NEW.act = 'given' AND NOT EXISTS (
       SELECT FROM ev.attendance t JOIN ev.appointment a ON a.id = t.appointment_id
         CROSS JOIN LATERAL (SELECT m.provider, m.notice FROM ev.online_meeting m WHERE m.appointment_id = a.id ORDER BY m.turn DESC LIMIT 1) AS m
        WHERE t.id = NEW.attendance_id AND t.status = 'expected' AND a.means = 'online' AND a.status = 'booked'
          AND m.provider = NEW.provider AND m.notice = NEW.notice) THEN
    RAISE EXCEPTION 'another meeting was agreed to than there is' USING ERRCODE = '23514', CONSTRAINT = 'online_answer_to_this';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER check_online_answer BEFORE INSERT ON ev.online_answer FOR EACH ROW EXECUTE FUNCTION ev.check_online_answer();

CREATE FUNCTION ev.ask_office(p_kind text, p_case uuid, p_subject uuid, p_role text, p_staff uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = '' AS $$
  INSERT INTO ev.task (kind, case_id, subject_id, for_role, for_staff, due_on)
  SELECT p_kind, p_case, p_subject, p_role, p_staff, (ev.service_now() AT TIME ZONE 'Europe/London')::date
   WHERE NOT EXISTS (SELECT FROM ev.task t WHERE t.kind = p_kind AND t.subject_id = p_subject AND t.for_role = p_role AND t.done_at IS NULL)
$$;
REVOKE ALL ON FUNCTION ev.ask_office FROM PUBLIC;

-- Each answer goes into the ledger, and each that the office must act on before the office, by whatever way it came.
CREATE FUNCTION ev.follow_online_answer() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE whose uuid; subject uuid; mediator uuid;
BEGIN
  SELECT p.person_id, a.mediator_id INTO whose, mediator
    FROM ev.attendance t JOIN ev.party p ON p.id = t.party_id JOIN ev.appointment a ON a.id = t.appointment_id WHERE t.id = NEW.attendance_id;
  IF NEW.act = 'unsafe' THEN
    PERFORM ev.ask_office('online-unsafe', NEW.case_id, NEW.attendance_id, 'coordinator', NULL);
    PERFORM ev.ask_office('online-unsafe', NEW.case_id, NEW.attendance_id, 'mediator', mediator);
    RETURN NULL;
  END IF;
  UPDATE ev.task SET done_at = ev.service_now(), done_by = ev.actor()
   WHERE kind IN ('online-refused', 'online-unsafe') AND subject_id = NEW.attendance_id AND done_at IS NULL;
  IF NEW.act <> 'given' THEN PERFORM ev.ask_office('online-refused', NEW.case_id, NEW.attendance_id, 'coordinator', NULL); END IF;
  SELECT s.id INTO subject FROM ev.consent_subject s WHERE s.person_id = whose LIMIT 1;
  IF subject IS NULL THEN
    INSERT INTO ev.consent_subject (person_id) VALUES (whose) RETURNING id INTO subject;
  END IF;
  INSERT INTO ev.consent_event (subject_id, scope, act, wording_hash, policy_hash, channel)
  VALUES (subject, 'onlineMeetings', NEW.act, NEW.wording_hash, NEW.policy_hash, NEW.channel);
  IF NEW.act <> 'given' THEN
    INSERT INTO ev.life_event (aggregate, aggregate_id, event, happened_on)
    VALUES ('consent', subject, 'consent.ended', (ev.service_now() AT TIME ZONE 'Europe/London')::date);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER follow_online_answer AFTER INSERT ON ev.online_answer FOR EACH ROW EXECUTE FUNCTION ev.follow_online_answer();

-- An appointment that is to be online wants an address; one that is not any more wants none, and no other way either.
CREATE FUNCTION ev.want_online_address() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF NEW.means = 'online' AND NEW.status = 'booked' THEN
    IF NOT EXISTS (SELECT FROM ev.online_meeting m WHERE m.appointment_id = NEW.id) THEN
      PERFORM ev.ask_office('online-address', NEW.case_id, NEW.id, 'coordinator', NULL);
    END IF;
  ELSE
    UPDATE ev.task SET done_at = ev.service_now(), done_by = ev.actor()
     WHERE done_at IS NULL AND (kind = 'online-address' AND subject_id = NEW.id
        OR kind = 'online-refused' AND subject_id IN (SELECT t.id FROM ev.attendance t WHERE t.appointment_id = NEW.id));
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER want_online_address AFTER INSERT ON ev.appointment FOR EACH ROW WHEN (NEW.means = 'online') EXECUTE FUNCTION ev.want_online_address();
CREATE TRIGGER want_online_address_again AFTER UPDATE OF means, status ON ev.appointment FOR EACH ROW
  WHEN (NEW.means = 'online' OR OLD.means = 'online') EXECUTE FUNCTION ev.want_online_address();

CREATE FUNCTION ev.have_online_address() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  UPDATE ev.task SET done_at = ev.service_now(), done_by = ev.actor()
   WHERE kind = 'online-address' AND subject_id = NEW.appointment_id AND done_at IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER have_online_address AFTER INSERT ON ev.online_address FOR EACH ROW EXECUTE FUNCTION ev.have_online_address();

-- The meetings whose address the person acting may see: their own, agreed to as they are now, and about to begin or under way. Asked
-- with every row, so that a no takes it away at once.
CREATE FUNCTION ev.meetings_agreed_to() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  RETURN (SELECT coalesce(array_agg(m.id), '{}')
            FROM ev.party p JOIN ev.attendance t ON t.party_id = p.id JOIN ev.appointment a ON a.id = t.appointment_id
            CROSS JOIN LATERAL (SELECT * FROM ev.online_meeting o WHERE o.appointment_id = a.id ORDER BY o.turn DESC LIMIT 1) AS m
            CROSS JOIN LATERAL (SELECT * FROM ev.online_answer w WHERE w.attendance_id = t.id ORDER BY w.turn DESC LIMIT 1) AS said
           WHERE p.person_id = ev.actor() AND t.status = 'expected' AND a.means = 'online' AND a.status = 'booked'
             AND said.act = 'given' AND said.provider = m.provider AND said.notice = m.notice
             AND ev.service_now() >= coalesce(t.arrives_at, a.starts_at) - make_interval(mins => m.opens_minutes)
             AND ev.service_now() < coalesce(t.leaves_at, a.ends_at));
END $$;

SELECT ev.keep_no_samples();
