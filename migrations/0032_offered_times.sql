-- Times that are offered to one party or to both, what each party answers by themselves, what they do in the portal, and what is asked
-- of a party who did not come. Each answer lies in the zone of who gave it: of what one said the other sees nothing.

-- The end of an offer is a day; after it, it is open no more. A newer one for the same people takes its place.
CREATE TABLE ev.time_offer (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  case_id uuid NOT NULL REFERENCES ev.case_file,
  kind text NOT NULL CHECK (kind IN ('miam', 'session')),
  zone text NOT NULL CHECK (zone IN ('A', 'B', 'both')),
  means text NOT NULL CHECK (means IN ('room', 'telephone', 'online')),
  answer_by date NOT NULL,
  status text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'booked', 'withdrawn')),
  appointment_id uuid REFERENCES ev.appointment,
  settled_at timestamptz,
  made_by uuid DEFAULT ev.actor(),
  made_at timestamptz NOT NULL DEFAULT ev.service_now(),
  CHECK ((kind = 'session') = (zone = 'both')),
  CHECK ((status = 'booked') = (appointment_id IS NOT NULL)),
  CONSTRAINT time_offer_whose UNIQUE (id, case_id, zone)
);
CREATE UNIQUE INDEX time_offer_one_open ON ev.time_offer (case_id, zone) WHERE status = 'open';
CREATE INDEX time_offer_appointment ON ev.time_offer (appointment_id) WHERE appointment_id IS NOT NULL;
SELECT ev.guard_rows('time_offer', 'case_id', false);

CREATE TABLE ev.offered_time (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  offer_id uuid NOT NULL,
  case_id uuid NOT NULL,
  zone text NOT NULL CHECK (zone IN ('A', 'B', 'both')),
  mediator_id uuid NOT NULL REFERENCES ev.staff,
  room_id uuid REFERENCES ev.room,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  CHECK (ends_at > starts_at),
  CONSTRAINT offered_time_of FOREIGN KEY (offer_id, case_id, zone) REFERENCES ev.time_offer (id, case_id, zone),
  CONSTRAINT offered_time_once UNIQUE (offer_id, mediator_id, starts_at)
);
CREATE INDEX offered_time_case ON ev.offered_time (case_id);
SELECT ev.guard_rows('offered_time', 'case_id', false);

-- Which of the offered times one party can do, and what else would suit them, in their words. The latest of each counts.
CREATE TABLE ev.time_answer (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  offer_id uuid NOT NULL REFERENCES ev.time_offer,
  case_id uuid NOT NULL REFERENCES ev.case_file,
  zone text NOT NULL CHECK (zone IN ('A', 'B')),
  words text CHECK (length(words) BETWEEN 1 AND 1000),
  said_by uuid DEFAULT ev.actor(),
  said_at timestamptz NOT NULL DEFAULT ev.service_now(),
  turn bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  CONSTRAINT time_answer_whose UNIQUE (id, case_id, zone)
);
CREATE INDEX time_answer_of ON ev.time_answer (offer_id, zone, turn DESC);
CREATE INDEX time_answer_case ON ev.time_answer (case_id);
SELECT ev.guard_rows('time_answer', 'case_id');

CREATE TABLE ev.time_choice (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  answer_id uuid NOT NULL,
  case_id uuid NOT NULL,
  zone text NOT NULL CHECK (zone IN ('A', 'B')),
  time_id uuid NOT NULL REFERENCES ev.offered_time,
  CONSTRAINT time_choice_of FOREIGN KEY (answer_id, case_id, zone) REFERENCES ev.time_answer (id, case_id, zone),
  CONSTRAINT time_choice_once UNIQUE (answer_id, time_id)
);
CREATE INDEX time_choice_case ON ev.time_choice (case_id);
SELECT ev.guard_rows('time_choice', 'case_id', false);

-- What a party did in the portal, until the service has followed: told them, and whoever else is to know.
CREATE TABLE ev.party_act (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  case_id uuid NOT NULL REFERENCES ev.case_file,
  zone text NOT NULL CHECK (zone IN ('A', 'B')),
  kind text NOT NULL CHECK (kind IN ('took', 'answered', 'cancelled')),
  offer_id uuid REFERENCES ev.time_offer,
  appointment_id uuid REFERENCES ev.appointment,
  done_at timestamptz NOT NULL DEFAULT ev.service_now(),
  followed_at timestamptz,
  CHECK ((kind <> 'cancelled') = (offer_id IS NOT NULL)),
  CHECK ((kind <> 'answered') = (appointment_id IS NOT NULL))
);
CREATE INDEX party_act_to_follow ON ev.party_act (done_at) WHERE followed_at IS NULL;
CREATE INDEX party_act_case ON ev.party_act (case_id);
SELECT ev.guard_rows('party_act', 'case_id', false);

-- Within how many business days a meeting cannot be cancelled for nothing, and what share of its price is asked then. From a day on,
-- with where the rule stands. The later turn of a day counts.
CREATE TABLE ev.missed_rule (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  notice_days integer NOT NULL CHECK (notice_days BETWEEN 0 AND 20),
  share_percent integer NOT NULL CHECK (share_percent BETWEEN 0 AND 100),
  source text NOT NULL CHECK (source <> ''),
  in_force_from date NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT ev.service_now(),
  turn bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  recorded_by uuid DEFAULT ev.actor()
);
CREATE INDEX missed_rule_in_force ON ev.missed_rule (in_force_from DESC, turn DESC);

-- What somebody by name decided to ask, or not to ask, of a party who cancelled late or did not come. The latest counts.
CREATE TABLE ev.missed_fee (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  case_id uuid NOT NULL REFERENCES ev.case_file,
  attendance_id uuid NOT NULL REFERENCES ev.attendance,
  how text NOT NULL CHECK (how IN ('cancelled', 'not_attended')),
  told_on date,
  amount_pence integer NOT NULL CHECK (amount_pence >= 0),
  reason text CHECK (reason <> ''),
  decided_by uuid NOT NULL DEFAULT ev.actor(),
  decided_at timestamptz NOT NULL DEFAULT ev.service_now(),
  turn bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  CHECK ((how = 'cancelled') = (told_on IS NOT NULL)),
  CONSTRAINT missed_fee_waived_why CHECK (amount_pence > 0 OR reason IS NOT NULL)
);
CREATE INDEX missed_fee_of ON ev.missed_fee (attendance_id, turn DESC);
CREATE INDEX missed_fee_case ON ev.missed_fee (case_id);
SELECT ev.guard_rows('missed_fee', 'case_id');

-- Whoever came, and whoever was sent home because another did not, pays nothing for it: not by a slip either.
CREATE FUNCTION ev.ask_of_who_missed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  PERFORM FROM ev.attendance WHERE id = NEW.attendance_id AND case_id = NEW.case_id AND status = NEW.how FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'this party did not miss it so' USING ERRCODE = '23514', CONSTRAINT = 'missed_fee_of_who_missed';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER ask_of_who_missed BEFORE INSERT ON ev.missed_fee FOR EACH ROW EXECUTE FUNCTION ev.ask_of_who_missed();

-- A party acts in the portal through the functions below, and has no right to write any table.
CREATE FUNCTION ev.party_acting() RETURNS uuid LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  RETURN CASE WHEN current_setting('role') LIKE '%\_portal\_booking' AND auth.is_party(ev.actor()) THEN ev.actor() END;
END $$;

CREATE FUNCTION ev.is_still_free(p_time uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT EXISTS (SELECT FROM ev.offered_time t JOIN ev.staff s ON s.id = t.mediator_id
    WHERE t.id = p_time AND t.starts_at > ev.service_now() AND s.suspended_at IS NULL AND s.left_on IS NULL
      AND NOT ev.is_walled(t.case_id, t.mediator_id)
      AND NOT EXISTS (SELECT FROM ev.appointment a WHERE (a.mediator_id = t.mediator_id OR a.room_id = t.room_id)
        AND a.status <> 'cancelled' AND a.starts_at < t.ends_at AND a.ends_at > t.starts_at)
      AND NOT EXISTS (SELECT FROM ev.child_meeting m WHERE m.mediator_id = t.mediator_id
        AND m.status <> 'not_held' AND m.starts_at < t.ends_at AND m.ends_at > t.starts_at)
      AND NOT EXISTS (SELECT FROM ev.absence w WHERE w.staff_id = t.mediator_id
        AND w.withdrawn_at IS NULL AND w.starts_at < t.ends_at AND w.ends_at > t.starts_at)) $$;

-- What is offered to whoever acts. Of their own meeting the times that remain; of one for both all of them, so that what is shown
-- does not change by what the other took or said.
CREATE FUNCTION ev.own_offers()
RETURNS TABLE (offer_id uuid, zone text, kind text, means text, answer_by date, said_times jsonb, said_words text, time_id uuid,
  starts_at timestamptz, ends_at timestamptz, mediator text, place text, address text, postcode text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  SELECT f.id, f.zone, f.kind, f.means, f.answer_by, said.times, said.words, t.id, t.starts_at, t.ends_at, s.name, v.name, v.address, v.postcode
    FROM ev.party p
    JOIN ev.time_offer f ON f.case_id = p.case_id AND f.zone IN (p.side, 'both')
    JOIN ev.case_file c ON c.id = f.case_id AND c.status = 'live'
    LEFT JOIN LATERAL (SELECT a.words, (SELECT coalesce(jsonb_agg(h.time_id), '[]') FROM ev.time_choice h WHERE h.answer_id = a.id) AS times
                         FROM ev.time_answer a WHERE a.offer_id = f.id AND a.zone = p.side
                        ORDER BY a.turn DESC LIMIT 1) AS said ON true
    LEFT JOIN ev.offered_time t ON t.offer_id = f.id AND t.starts_at > ev.service_now() AND (f.zone = 'both' OR ev.is_still_free(t.id))
    LEFT JOIN ev.staff s ON s.id = t.mediator_id
    LEFT JOIN ev.room r ON r.id = t.room_id LEFT JOIN ev.venue v ON v.id = r.venue_id
   WHERE p.person_id = ev.party_acting() AND f.status = 'open'
     AND f.answer_by >= (ev.service_now() AT TIME ZONE 'Europe/London')::date
   ORDER BY f.made_at, f.id, t.starts_at, t.id;
END $$;

-- Takes one of the times for an own meeting. Whoever books a mediator or a room at once stands in the same line (as the office does:
-- by the same locks in the same order), so the second sees that it is taken.
CREATE FUNCTION ev.take_offered_time(p_time uuid) RETURNS TABLE (outcome text, appointment_id uuid)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
#variable_conflict use_column
DECLARE
  f record;
  t ev.offered_time;
  made uuid := gen_random_uuid();
BEGIN
  SELECT o.*, p.id AS party_id INTO f FROM ev.time_offer o
    JOIN ev.offered_time x ON x.offer_id = o.id AND x.id = p_time
    JOIN ev.party p ON p.case_id = o.case_id AND p.side = o.zone AND p.person_id = ev.party_acting()
    FOR UPDATE OF o;
  IF f.id IS NULL THEN RETURN QUERY SELECT 'no-such-time', NULL::uuid; RETURN; END IF;
  IF f.status <> 'open' OR f.answer_by < (ev.service_now() AT TIME ZONE 'Europe/London')::date THEN
    RETURN QUERY SELECT 'ended', NULL::uuid;
    RETURN;
  END IF;
  SELECT * INTO t FROM ev.offered_time x WHERE x.id = p_time;
  PERFORM pg_advisory_xact_lock(hashtextextended('slot ' || k.id, 0))
    FROM (SELECT u.id FROM unnest(ARRAY[t.mediator_id::text, t.room_id::text]) AS u (id) WHERE u.id IS NOT NULL ORDER BY u.id COLLATE "C") AS k;
  IF NOT ev.is_still_free(p_time) THEN RETURN QUERY SELECT 'taken', NULL::uuid; RETURN; END IF;
  INSERT INTO ev.appointment (id, case_id, kind, zone, mediator_id, room_id, means, starts_at, ends_at)
  VALUES (made, f.case_id, f.kind, f.zone, t.mediator_id, t.room_id, f.means, t.starts_at, t.ends_at);
  INSERT INTO ev.attendance (appointment_id, case_id, party_id, zone) VALUES (made, f.case_id, f.party_id, f.zone);
  UPDATE ev.time_offer SET status = 'booked', appointment_id = made, settled_at = ev.service_now() WHERE id = f.id;
  INSERT INTO ev.party_act (case_id, zone, kind, offer_id, appointment_id) VALUES (f.case_id, f.zone, 'took', f.id, made);
  RETURN QUERY SELECT 'booked', made;
END $$;

-- Says which times one can do, and what else would suit. False: there is no such offer for them, or it is over.
CREATE FUNCTION ev.answer_offer(p_offer uuid, p_times uuid[], p_words text) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  f record;
  made uuid := gen_random_uuid();
BEGIN
  SELECT o.id, o.case_id, p.side INTO f FROM ev.time_offer o
    JOIN ev.party p ON p.case_id = o.case_id AND o.zone IN (p.side, 'both') AND p.person_id = ev.party_acting()
   WHERE o.id = p_offer AND o.status = 'open' AND o.answer_by >= (ev.service_now() AT TIME ZONE 'Europe/London')::date FOR SHARE OF o;
  IF f.id IS NULL THEN RETURN false; END IF;
  INSERT INTO ev.time_answer (id, offer_id, case_id, zone, words) VALUES (made, f.id, f.case_id, f.side, nullif(p_words, ''));
  INSERT INTO ev.time_choice (answer_id, case_id, zone, time_id)
  SELECT made, f.case_id, f.side, t.id FROM ev.offered_time t WHERE t.offer_id = f.id AND t.id = ANY (p_times);
  INSERT INTO ev.party_act (case_id, zone, kind, offer_id) VALUES (f.case_id, f.side, 'answered', f.id);
  RETURN true;
END $$;

-- An own meeting that is still to come, with the rule that held when it was booked; nothing when it is none of theirs.
CREATE FUNCTION ev.own_meeting(p_attendance uuid)
RETURNS TABLE (kind text, starts_at timestamptz, arrives_at timestamptz, notice_days integer, share_percent integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  SELECT a.kind, a.starts_at, t.arrives_at, rule.notice_days, rule.share_percent
    FROM ev.attendance t JOIN ev.party p ON p.id = t.party_id AND p.person_id = ev.party_acting()
    JOIN ev.appointment a ON a.id = t.appointment_id
    LEFT JOIN LATERAL (SELECT m.notice_days, m.share_percent FROM ev.missed_rule m
      WHERE m.in_force_from <= (a.made_at AT TIME ZONE 'Europe/London')::date ORDER BY m.in_force_from DESC, m.turn DESC LIMIT 1) AS rule ON true
   WHERE t.id = p_attendance AND t.status = 'expected' AND a.status = 'booked' AND a.starts_at > ev.service_now();
END $$;

-- Cancels a meeting for whoever acts. Theirs says that they asked; anybody else was called off. Answers which; null: nothing to cancel.
CREATE FUNCTION ev.cancel_own_meeting(p_attendance uuid) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  f record;
BEGIN
  SELECT a.id, a.case_id, t.zone INTO f FROM ev.attendance t
    JOIN ev.party p ON p.id = t.party_id AND p.person_id = ev.party_acting()
    JOIN ev.appointment a ON a.id = t.appointment_id
   WHERE t.id = p_attendance AND t.status = 'expected' AND a.status = 'booked' AND a.starts_at > ev.service_now() FOR UPDATE OF a;
  IF f.id IS NULL THEN RETURN NULL; END IF;
  UPDATE ev.appointment SET status = 'cancelled', revision = revision + 1 WHERE id = f.id;
  UPDATE ev.attendance SET status = CASE WHEN id = p_attendance THEN 'cancelled' ELSE 'called_off' END, settled_at = ev.service_now()
   WHERE appointment_id = f.id;
  INSERT INTO ev.party_act (case_id, zone, kind, appointment_id) VALUES (f.case_id, f.zone, 'cancelled', f.id);
  RETURN f.id;
END $$;

SELECT ev.keep_no_samples();
