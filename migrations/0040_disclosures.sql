-- What is told to somebody outside the service, who decided it and why; worries about somebody's safety, and files opened for a while by
-- a colleague who does not have them.

-- A worry about somebody's safety. It has a life of its own, longer than the file's: a child may need to know, when grown, what was done.
CREATE TABLE ev.concern (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  case_id uuid REFERENCES ev.case_file ON DELETE SET NULL,
  at_risk text NOT NULL CHECK (at_risk IN ('child', 'adult', 'both')),
  who text NOT NULL CHECK (who <> ''),
  seen text NOT NULL CHECK (seen <> ''),
  seen_by text NOT NULL DEFAULT '',
  -- Somebody is in danger now: whoever records it may decide alone, and is looked over afterwards.
  urgent boolean NOT NULL,
  recorded_by uuid NOT NULL DEFAULT ev.actor() REFERENCES ev.staff,
  recorded_at timestamptz NOT NULL DEFAULT ev.service_now(),
  decision text CHECK (decision IN ('tell', 'watch', 'none')),
  decision_reason text,
  consent text CHECK (consent IN ('agreed', 'refused', 'not_asked')),
  consent_reason text,
  decided_by uuid REFERENCES ev.staff,
  decided_at timestamptz,
  review_by timestamptz,
  reviewed_by uuid REFERENCES ev.staff,
  reviewed_at timestamptz,
  review text,
  closed_on date,
  closed_by uuid REFERENCES ev.staff,
  CONSTRAINT concern_decided CHECK (num_nonnulls(decision, decided_by, decided_at, consent) IN (0, 4)
    AND (decision IS NULL OR coalesce(decision_reason, '') <> '') AND (consent IS DISTINCT FROM 'not_asked' OR coalesce(consent_reason, '') <> '')),
  -- Two people, unless there is no time for a second; then a second looks at it afterwards.
  CONSTRAINT concern_two_people CHECK (decided_by IS NULL OR decided_by <> recorded_by OR urgent),
  CONSTRAINT concern_review_due CHECK ((review_by IS NOT NULL) = (decided_by IS NOT NULL AND decided_by = recorded_by)),
  CONSTRAINT concern_reviewed CHECK (num_nonnulls(reviewed_by, reviewed_at, review) IN (0, 3) AND (reviewed_by IS NULL OR reviewed_by <> decided_by)),
  CONSTRAINT concern_closed CHECK ((closed_on IS NULL) = (closed_by IS NULL)),
  CONSTRAINT concern_closed_after CHECK (closed_on IS NULL OR decision IS NOT NULL AND (review_by IS NULL OR reviewed_at IS NOT NULL))
);
CREATE INDEX concern_case ON ev.concern (case_id);
CREATE INDEX concern_open ON ev.concern (recorded_at) WHERE closed_on IS NULL;
SELECT ev.guard_rows('concern', 'case_id', false);

-- What was recorded and decided is not written over. The case may end before it.
CREATE FUNCTION ev.guard_concern() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF OLD.closed_on IS NOT NULL AND to_jsonb(NEW) - 'case_id' IS DISTINCT FROM to_jsonb(OLD) - 'case_id' THEN
    RAISE EXCEPTION 'this worry is closed' USING ERRCODE = '23514', CONSTRAINT = 'concern_over';
  END IF;
  IF OLD.decided_at IS NOT NULL AND NEW.decided_at IS DISTINCT FROM OLD.decided_at THEN
    RAISE EXCEPTION 'this is decided' USING ERRCODE = '23514', CONSTRAINT = 'concern_decided_once';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE UPDATE ON ev.concern FOR EACH ROW EXECUTE FUNCTION ev.guard_concern();

-- Records a worry for a colleague who takes the calls and sees none of what is recorded, and asks a supervisor to decide. False: there is no such case for them, or they
-- are not one of those.
CREATE FUNCTION ev.hand_in_concern(p_id uuid, p_case uuid, p_at_risk text, p_who text, p_seen text, p_seen_by text, p_urgent boolean) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF current_setting('role') NOT LIKE '%\_office\_safeguarding' THEN
    RAISE EXCEPTION 'only who may record a worry hands one in' USING ERRCODE = '42501';
  END IF;
  IF ev.row_scope() IS DISTINCT FROM 'added' OR p_case = ANY (ev.walled_cases())
     OR NOT EXISTS (SELECT FROM ev.case_file WHERE id = p_case) THEN RETURN false; END IF;
  INSERT INTO ev.concern (id, case_id, at_risk, who, seen, seen_by, urgent) VALUES (p_id, p_case, p_at_risk, p_who, p_seen, p_seen_by, p_urgent);
  INSERT INTO ev.task (kind, case_id, subject_id, for_role, due_on)
    VALUES ('decide-concern', p_case, p_id, 'supervisor', (ev.service_now() AT TIME ZONE 'Europe/London')::date);
  RETURN true;
END $$;

-- Somebody opened a file that is not theirs, for a while, because somebody may be in danger.
CREATE TABLE ev.glass_break (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  case_id uuid NOT NULL REFERENCES ev.case_file,
  staff_id uuid NOT NULL REFERENCES ev.staff,
  reason text NOT NULL CHECK (reason <> ''),
  began_at timestamptz NOT NULL DEFAULT ev.service_now(),
  ends_at timestamptz NOT NULL,
  review text,
  reviewed_by uuid REFERENCES ev.staff,
  reviewed_at timestamptz,
  CONSTRAINT glass_break_short CHECK (ends_at > began_at AND ends_at <= began_at + interval '1 day'),
  CONSTRAINT glass_break_reviewed CHECK (num_nonnulls(review, reviewed_by, reviewed_at) IN (0, 3) AND reviewed_by IS DISTINCT FROM staff_id)
);
CREATE INDEX glass_break_case ON ev.glass_break (case_id);
CREATE INDEX glass_break_staff ON ev.glass_break (staff_id, ends_at DESC);
SELECT ev.guard_rows('glass_break', 'case_id', false);

-- Opens a file by its reference for whoever acts, with a reason and an alert to the privacy officer in the same breath. Null: there is
-- none that could be opened so. Whoever keeps away from a file does not come in by this door either.
CREATE FUNCTION ev.break_glass(p_reference text, p_reason text, p_for interval) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
DECLARE found uuid; made uuid := gen_random_uuid();
BEGIN
  IF ev.row_scope() IS DISTINCT FROM 'assigned' OR current_setting('role') NOT LIKE '%\_office\_safeguarding' THEN
    RAISE EXCEPTION 'only who has files of their own opens another' USING ERRCODE = '42501';
  END IF;
  SELECT f.id INTO found FROM ev.case_file f WHERE f.reference = p_reference AND f.id <> ALL (ARRAY(
    SELECT p.case_id FROM ev.wall w JOIN ev.party p USING (person_id) WHERE w.staff_id = ev.actor() AND w.lifted_at IS NULL));
  IF found IS NULL THEN RETURN NULL; END IF;
  INSERT INTO ev.glass_break (id, case_id, staff_id, reason, ends_at) VALUES (made, found, ev.actor(), p_reason, ev.service_now() + p_for);
  INSERT INTO ev.task (kind, case_id, subject_id, for_role, due_on)
    VALUES ('glass-broken', found, made, 'privacyOfficer', (ev.service_now() AT TIME ZONE 'Europe/London')::date);
  PERFORM set_config('ev.kept_cases', '', true), set_config('ev.kept_people', '', true);
  RETURN found;
END $$;

-- Who is signed in, as before, and until when a file is open to them that is not theirs: each page says so while it lasts.
DROP FUNCTION auth.staff_of(bytea, timestamptz, interval, interval);
CREATE FUNCTION auth.staff_of(p_token bytea, p_now timestamptz, p_idle interval, p_longest interval)
RETURNS TABLE (id uuid, name text, role text, glass_until timestamptz)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
DECLARE found_id uuid; found_staff uuid; found_seen timestamptz;
BEGIN
  SELECT i.id, i.staff_id, i.seen_at INTO found_id, found_staff, found_seen FROM auth.sign_in i
   WHERE i.token_hash = p_token AND i.ended_at IS NULL AND i.seen_at > p_now - p_idle AND i.made_at > p_now - p_longest;
  IF found_id IS NULL THEN RETURN; END IF;
  RETURN QUERY SELECT s.id, s.name, s.role, (SELECT max(g.ends_at) FROM ev.glass_break g WHERE g.staff_id = s.id)
    FROM ev.staff s WHERE s.id = found_staff AND s.suspended_at IS NULL AND s.left_on IS NULL;
  IF FOUND AND found_seen < p_now - interval '15 seconds' THEN
    UPDATE auth.sign_in i SET seen_at = p_now WHERE i.id = found_id;
  END IF;
END $$;

-- One thing that is told to somebody outside. `recipient` is a key of the policy. It is decided by a colleague by name and judged; when
-- it goes it is judged again.
CREATE TABLE ev.disclosure (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  case_id uuid NOT NULL REFERENCES ev.case_file,
  recipient text NOT NULL,
  ground text NOT NULL CHECK (ground IN ('agreement', 'wish', 'consent', 'law', 'safeguarding', 'complaint', 'instructed')),
  -- Which law asks: an order of a court, or one of those under which the person may not be told.
  law_kind text CHECK (law_kind IN ('court', 'crime', 'tax', 'national_security', 'proceeds', 'inspection')),
  authority text,
  -- Whose wish or consent it is, or of whom it tells most.
  side text NOT NULL CHECK (side IN ('A', 'B', 'both')),
  hidden boolean NOT NULL,
  concern_id uuid REFERENCES ev.concern,
  file_ids uuid[] NOT NULL DEFAULT '{}',
  facts text[] NOT NULL DEFAULT '{}',
  words text NOT NULL DEFAULT '',
  words_quality text CHECK (words_quality IN ('open', 'without_prejudice')),
  reason text NOT NULL CHECK (reason <> ''),
  decided_by uuid NOT NULL DEFAULT ev.actor() REFERENCES ev.staff,
  decided_at timestamptz NOT NULL DEFAULT ev.service_now(),
  policy_hash text NOT NULL,
  sent_at timestamptz,
  sent_by uuid REFERENCES ev.staff,
  sent_how text CHECK (sent_how IN ('post', 'email', 'by_hand', 'telephone', 'their_website')),
  stopped_at timestamptz,
  stopped_by uuid REFERENCES ev.staff,
  stopped_why text,
  CONSTRAINT disclosure_law CHECK ((ground = 'law') = (law_kind IS NOT NULL) AND (ground NOT IN ('law', 'complaint', 'instructed') OR coalesce(authority, '') <> '')),
  CONSTRAINT disclosure_concern CHECK ((ground = 'safeguarding') = (concern_id IS NOT NULL)),
  -- Of a report about the proceeds of crime, or to those who guard the state, nobody is told; nor of a worry about safety.
  CONSTRAINT disclosure_hidden CHECK (hidden OR ground <> 'safeguarding' AND coalesce(law_kind NOT IN ('proceeds', 'national_security'), true)),
  CONSTRAINT disclosure_something CHECK (file_ids <> '{}' OR facts <> '{}' OR words <> ''),
  CONSTRAINT disclosure_words CHECK ((words <> '') = (words_quality IS NOT NULL)),
  CONSTRAINT disclosure_sent CHECK (num_nonnulls(sent_at, sent_by, sent_how) IN (0, 3)),
  CONSTRAINT disclosure_stopped CHECK (num_nonnulls(stopped_at, stopped_by, stopped_why) IN (0, 3) AND (sent_at IS NULL OR stopped_at IS NULL))
);
CREATE INDEX disclosure_case ON ev.disclosure (case_id);
CREATE INDEX disclosure_when ON ev.disclosure (decided_at DESC);
CREATE INDEX disclosure_concern ON ev.disclosure (concern_id) WHERE concern_id IS NOT NULL;
SELECT ev.guard_rows('disclosure', 'case_id');

-- Nothing that is without prejudice goes to a court: also not by a statement that no form of ours sends. What is told of safety rests on
-- a decision to tell. What was decided stays as it was; only whether it went is added.
CREATE FUNCTION ev.guard_disclosure() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF to_jsonb(NEW) - '{sent_at,sent_by,sent_how,stopped_at,stopped_by,stopped_why}'::text[]
         IS DISTINCT FROM to_jsonb(OLD) - '{sent_at,sent_by,sent_how,stopped_at,stopped_by,stopped_why}'::text[] THEN
      RAISE EXCEPTION 'what was decided stays' USING ERRCODE = '23514', CONSTRAINT = 'disclosure_stays';
    END IF;
    IF OLD.sent_at IS NOT NULL OR OLD.stopped_at IS NOT NULL THEN
      RAISE EXCEPTION 'this has gone, or will not go' USING ERRCODE = '23514', CONSTRAINT = 'disclosure_over';
    END IF;
    IF NEW.sent_at IS NULL THEN RETURN NEW; END IF;
  END IF;
  IF EXISTS (SELECT FROM unnest(NEW.file_ids) AS wanted (id) LEFT JOIN ev.stored_file f ON f.id = wanted.id AND f.case_id = NEW.case_id AND f.status = 'released'
              WHERE f.id IS NULL) THEN
    RAISE EXCEPTION 'a document of this case that was released' USING ERRCODE = '23514', CONSTRAINT = 'disclosure_files';
  END IF;
  IF NEW.law_kind = 'court' AND (NEW.words_quality = 'without_prejudice'
     OR EXISTS (SELECT FROM ev.stored_file f WHERE f.id = ANY (NEW.file_ids) AND f.legal_quality = 'without_prejudice')) THEN
    RAISE EXCEPTION 'nothing without prejudice goes to a court' USING ERRCODE = '23514', CONSTRAINT = 'disclosure_court';
  END IF;
  IF NEW.ground = 'safeguarding' AND NOT EXISTS (SELECT FROM ev.concern c WHERE c.id = NEW.concern_id AND c.case_id = NEW.case_id AND c.decision = 'tell') THEN
    RAISE EXCEPTION 'nobody decided to tell' USING ERRCODE = '23514', CONSTRAINT = 'disclosure_decided';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON ev.disclosure FOR EACH ROW EXECUTE FUNCTION ev.guard_disclosure();

-- Whether a colleague sees what nobody is to be told of: whoever answers for the records sees all of it, and whoever guards people's
-- safety what was told for it.
CREATE FUNCTION ev.sees_hidden(p_ground text) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  RETURN p_ground = 'safeguarding' AND current_setting('role') LIKE '%\_safeguarding' OR current_setting('role') LIKE '%\_retention' OR EXISTS (
    SELECT FROM ev.role_rule r JOIN ev.staff s ON s.role = r.staff_role
     WHERE s.id = ev.actor() AND s.suspended_at IS NULL AND s.left_on IS NULL AND r.row_scope = 'any' AND r.db_role LIKE '%\_office\_accountability');
END $$;

-- What somebody asks about data that is held on the instructions of another controller is not ours to answer: by a day it is passed on,
-- and the other says that they have it. `all`: the whole request is theirs.
CREATE TABLE ev.request_passing (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  request_id uuid NOT NULL REFERENCES ev.rights_request,
  controller text NOT NULL CHECK (controller ~ '^[a-zA-Z]{1,40}$'),
  covers text NOT NULL CHECK (covers IN ('all', 'part')),
  due_on date NOT NULL,
  noted_by uuid NOT NULL DEFAULT ev.actor(),
  noted_at timestamptz NOT NULL DEFAULT ev.service_now(),
  passed_on date,
  passed_by uuid REFERENCES ev.staff,
  passed_how text CHECK (passed_how IN ('post', 'email', 'by_hand', 'telephone', 'their_website')),
  received_on date,
  received_by uuid REFERENCES ev.staff,
  CONSTRAINT request_passing_once UNIQUE (request_id, controller),
  CHECK (num_nonnulls(passed_on, passed_by, passed_how) IN (0, 3)),
  CHECK (num_nonnulls(received_on, received_by) IN (0, 2) AND (received_on IS NULL OR passed_on IS NOT NULL))
);
CREATE INDEX request_passing_waits ON ev.request_passing (due_on) WHERE received_on IS NULL;

ALTER TABLE ev.rights_request DROP CONSTRAINT rights_request_outcome_check, DROP CONSTRAINT request_identity_first, DROP CONSTRAINT request_authority_first;
ALTER TABLE ev.rights_request
  ADD CONSTRAINT rights_request_outcome_check CHECK (outcome IN ('done', 'partly', 'refused', 'nothing_held', 'not_shown', 'taken_back', 'passed_on')),
  -- Nothing is answered before it is known who asks. Who it is that the other controller answers, they find out themselves.
  ADD CONSTRAINT request_identity_first CHECK (outcome IS NULL OR outcome IN ('not_shown', 'taken_back', 'passed_on') OR identity IN ('shown', 'not_needed')),
  ADD CONSTRAINT request_authority_first CHECK (outcome IS NULL OR outcome IN ('not_shown', 'taken_back', 'refused', 'passed_on') OR asked_for <> 'represented' OR authority_on IS NOT NULL);

-- Nothing of ours is answered where all of it is theirs, and no request is closed with a part of it still to be passed on.
CREATE FUNCTION ev.guard_passed_request() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF NEW.outcome IS NULL OR NEW.outcome IN ('taken_back', 'not_shown') THEN RETURN NEW; END IF;
  IF EXISTS (SELECT FROM ev.request_passing p WHERE p.request_id = NEW.id AND p.passed_on IS NULL) THEN
    PERFORM ev.refuse_request('request_passing_first', 'a part of this is to be passed on first');
  END IF;
  IF (NEW.outcome = 'passed_on') <> EXISTS (SELECT FROM ev.request_passing p WHERE p.request_id = NEW.id AND p.covers = 'all') THEN
    PERFORM ev.refuse_request('request_theirs', 'all of this is for another controller to answer');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_passed BEFORE UPDATE OF outcome ON ev.rights_request FOR EACH ROW WHEN (OLD.outcome IS NULL) EXECUTE FUNCTION ev.guard_passed_request();
CREATE FUNCTION ev.guard_passed_decision() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF EXISTS (SELECT FROM ev.request_passing p WHERE p.request_id = NEW.request_id AND p.covers = 'all') THEN
    PERFORM ev.refuse_request('request_theirs', 'all of this is for another controller to answer');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_passed BEFORE INSERT ON ev.right_decision FOR EACH ROW EXECUTE FUNCTION ev.guard_passed_decision();

-- A party who pays themselves may say that nobody from legal aid looks at the file. The latest of a party counts.
CREATE TABLE ev.inspection_wish (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  case_id uuid NOT NULL REFERENCES ev.case_file,
  zone text NOT NULL CHECK (zone IN ('A', 'B')),
  objects boolean NOT NULL,
  recorded_by uuid NOT NULL DEFAULT ev.actor() REFERENCES ev.staff,
  recorded_at timestamptz NOT NULL DEFAULT ev.service_now(),
  turn bigint NOT NULL GENERATED ALWAYS AS IDENTITY
);
CREATE INDEX inspection_wish_case ON ev.inspection_wish (case_id, zone, turn DESC);
SELECT ev.guard_rows('inspection_wish', 'case_id', false);

-- Who was told of somebody after it was decided that their data go, and before they go: they hear of it like those before (UK GDPR, Article 19).
-- What ends data reads no disclosure, and so learns nothing here.
CREATE FUNCTION ev.note_told_since(p_order uuid, p_names jsonb) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF current_setting('role') NOT LIKE '%\_retention' THEN
    RAISE EXCEPTION 'only what ends data notes this' USING ERRCODE = '42501';
  END IF;
  INSERT INTO ev.told_again (request_id, change, who, noted_by)
  SELECT DISTINCT o.request_id, 'erasure', w.who, o.decided_by
    FROM ev.erasure_order o JOIN ev.party p ON p.person_id = o.person_id JOIN ev.disclosure d ON d.case_id = p.case_id
   CROSS JOIN LATERAL (SELECT coalesce(p_names ->> d.recipient, d.recipient) || ', told on ' || to_char(d.sent_at AT TIME ZONE 'Europe/London', 'FMDD FMMonth YYYY') AS who) w
   WHERE o.id = p_order AND NOT d.hidden AND d.sent_at IS NOT NULL
     AND (d.side IN ('both', p.side) OR EXISTS (SELECT FROM unnest(d.facts) AS fact WHERE fact LIKE 'other.%'))
     AND (d.sent_at >= o.decided_at OR NOT EXISTS (SELECT FROM ev.told_again t WHERE t.request_id = o.request_id AND t.change = 'erasure' AND t.who = w.who))
  ON CONFLICT (request_id, change, who) WHERE outcome IS NULL DO NOTHING;
END $$;

SELECT ev.keep_no_samples();
