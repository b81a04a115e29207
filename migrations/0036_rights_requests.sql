-- Requests about data: who asks what, how they showed who they are, and what moved the clock. A request has a life of its own: it stays,
-- without a name that leads anywhere, when the file it was about is gone.

CREATE TABLE ev.rights_request (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  reference text NOT NULL UNIQUE,
  kind text NOT NULL CHECK (kind IN ('access', 'correction', 'erasure', 'restriction', 'objection', 'portability', 'withdrawal')),
  channel text NOT NULL CHECK (channel IN ('website', 'portal', 'letter', 'email', 'telephone', 'in_person')),
  received_on date NOT NULL DEFAULT (ev.service_now() AT TIME ZONE 'Europe/London')::date,
  made_at timestamptz NOT NULL DEFAULT ev.service_now(),
  taken_by uuid REFERENCES ev.staff,
  asked_for text NOT NULL CHECK (asked_for IN ('self', 'represented', 'child')),
  given_name text NOT NULL DEFAULT '',
  family_name text NOT NULL DEFAULT '',
  birth_date text,
  -- Who speaks for them, and as what.
  representative text,
  organisation text,
  child_name text,
  details text NOT NULL DEFAULT '',
  -- How they say they can be reached. It helps to know them again; nothing is ever sent there.
  given_contact text,
  authority_on date,
  authority_by uuid REFERENCES ev.staff,
  person_id uuid REFERENCES ev.person ON DELETE SET NULL,
  -- Who only ever made an enquiry is known by that: they are no party, and have no record as a person.
  enquiry_id uuid REFERENCES ev.enquiry ON DELETE SET NULL,
  matched_on date,
  matched_by uuid REFERENCES ev.staff,
  identity text NOT NULL DEFAULT 'open' CHECK (identity IN ('open', 'asked', 'shown', 'not_needed')),
  identity_asked_on date,
  identity_settled_on date,
  identity_by uuid REFERENCES ev.staff,
  identity_reason text,
  acknowledged_on date,
  acknowledged_by uuid REFERENCES ev.staff,
  acknowledged_how text CHECK (acknowledged_how IN ('email', 'letter', 'spoken')),
  extended_on date,
  extended_by uuid REFERENCES ev.staff,
  extension_reason text CHECK (extension_reason IN ('complex', 'many')),
  closed_on date,
  closed_by uuid REFERENCES ev.staff,
  outcome text CHECK (outcome IN ('done', 'partly', 'refused', 'nothing_held', 'not_shown', 'taken_back')),
  closing_note text,
  CONSTRAINT request_of_one CHECK (num_nonnulls(person_id, enquiry_id) <= 1),
  CONSTRAINT request_taken_by CHECK ((taken_by IS NULL) = (channel IN ('website', 'portal'))),
  CONSTRAINT request_represented CHECK ((asked_for = 'represented') = (representative IS NOT NULL)),
  CONSTRAINT request_of_child CHECK ((asked_for = 'child') = (child_name IS NOT NULL)),
  CONSTRAINT request_authority CHECK ((authority_on IS NULL) = (authority_by IS NULL)),
  CONSTRAINT request_asked_first CHECK (identity NOT IN ('asked', 'shown') OR identity_asked_on IS NOT NULL),
  CONSTRAINT request_settled_on CHECK ((identity IN ('shown', 'not_needed')) = (identity_settled_on IS NOT NULL)),
  -- Not to ask is a decision of somebody, with a reason.
  CONSTRAINT request_not_needed CHECK (identity <> 'not_needed' OR (identity_by IS NOT NULL AND coalesce(identity_reason, '') <> '')),
  CONSTRAINT request_acknowledged CHECK ((acknowledged_on IS NULL) = (acknowledged_how IS NULL) AND (acknowledged_on IS NULL) = (acknowledged_by IS NULL)),
  CONSTRAINT request_extended CHECK ((extended_on IS NULL) = (extension_reason IS NULL) AND (extended_on IS NULL) = (extended_by IS NULL)),
  CONSTRAINT request_closed CHECK ((closed_on IS NULL) = (outcome IS NULL) AND (closed_on IS NULL) = (closed_by IS NULL)),
  -- Nothing is answered before it is known who asks, or decided by somebody that it need not be asked.
  CONSTRAINT request_identity_first CHECK (outcome IS NULL OR outcome IN ('not_shown', 'taken_back') OR identity IN ('shown', 'not_needed')),
  CONSTRAINT request_authority_first CHECK (outcome IS NULL OR outcome IN ('not_shown', 'taken_back', 'refused') OR asked_for <> 'represented' OR authority_on IS NOT NULL)
);
CREATE INDEX rights_request_open ON ev.rights_request (received_on) WHERE closed_on IS NULL;
CREATE INDEX rights_request_closed ON ev.rights_request (closed_on) WHERE closed_on IS NOT NULL;
CREATE INDEX rights_request_of ON ev.rights_request (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX rights_request_of_enquiry ON ev.rights_request (enquiry_id) WHERE enquiry_id IS NOT NULL;

-- One way in which somebody showed who they are: what they hold, or a call to a number that was theirs before. Never what they know.
-- `held_before`: the way of contact must be older than this.
CREATE TABLE ev.identity_check (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  request_id uuid NOT NULL REFERENCES ev.rights_request,
  way text NOT NULL CHECK (way IN ('portal', 'email_code', 'letter_code', 'call_back', 'in_person')),
  contact_point_id uuid REFERENCES ev.contact_point ON DELETE SET NULL,
  held_before timestamptz,
  code_hash text,
  tries integer NOT NULL DEFAULT 0 CHECK (tries BETWEEN 0 AND 5),
  good_until date,
  made_at timestamptz NOT NULL DEFAULT ev.service_now(),
  made_by uuid REFERENCES ev.staff,
  passed_at timestamptz,
  passed_by uuid REFERENCES ev.staff,
  CONSTRAINT identity_check_by CHECK (way = 'portal' OR made_by IS NOT NULL AND (passed_at IS NULL) = (passed_by IS NULL)),
  CONSTRAINT identity_check_code CHECK ((code_hash IS NOT NULL) = (way IN ('email_code', 'letter_code')) AND (code_hash IS NULL) = (good_until IS NULL)),
  CONSTRAINT identity_check_held CHECK ((held_before IS NOT NULL) = (way IN ('email_code', 'letter_code', 'call_back')))
);
CREATE INDEX identity_check_of ON ev.identity_check (request_id);

-- A question without which what is asked for cannot be found: the clock stands from its day to that of the answer.
CREATE TABLE ev.request_stop (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  request_id uuid NOT NULL REFERENCES ev.rights_request,
  asked_on date NOT NULL DEFAULT (ev.service_now() AT TIME ZONE 'Europe/London')::date,
  asked_by uuid NOT NULL REFERENCES ev.staff,
  question text NOT NULL CHECK (question IN ('period', 'matter', 'papers')),
  answered_on date,
  answered_by uuid REFERENCES ev.staff,
  CHECK ((answered_on IS NULL) = (answered_by IS NULL)),
  CONSTRAINT request_stop_order CHECK (answered_on >= asked_on)
);
CREATE INDEX request_stop_of ON ev.request_stop (request_id);
CREATE UNIQUE INDEX request_stop_once ON ev.request_stop (request_id) WHERE answered_on IS NULL;

SELECT ev.guard_rows('rights_request', 'person', false);

-- What was put right in an enquiry because whoever made it asked: what was, what is, and who decided. What somebody told or noted is not
-- changed: the words of the person stand beside it. A case that is made of the enquiry takes both along, in the part of its person.
CREATE TABLE ev.enquiry_correction (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  enquiry_id uuid NOT NULL REFERENCES ev.enquiry,
  case_id uuid REFERENCES ev.case_file,
  side text CHECK (side IN ('A', 'B')),
  request_id uuid REFERENCES ev.rights_request ON DELETE SET NULL,
  field text NOT NULL CHECK (field IN ('given_name', 'family_name', 'birth_date', 'organisation', 'email', 'telephone', 'address', 'postcode',
    'email_safety', 'telephone_safety', 'letter_safety', 'voicemail_safety', 'contact_times', 'safe_days', 'safe_from', 'safe_until',
    'heard_from', 'topic', 'needs', 'message', 'safety_note', 'answer_note')),
  was text,
  became text,
  words text CHECK (words <> ''),
  corrected_by uuid NOT NULL DEFAULT ev.actor(),
  corrected_at timestamptz NOT NULL DEFAULT ev.service_now(),
  CONSTRAINT enquiry_words_beside CHECK ((words IS NOT NULL) = (field IN ('message', 'safety_note', 'answer_note'))
    AND (words IS NULL OR num_nonnulls(was, became) = 0))
);
CREATE INDEX enquiry_correction_of ON ev.enquiry_correction (enquiry_id, corrected_at);
CREATE INDEX enquiry_correction_case ON ev.enquiry_correction (case_id) WHERE case_id IS NOT NULL;
CREATE INDEX enquiry_correction_by_request ON ev.enquiry_correction (request_id) WHERE request_id IS NOT NULL;
SELECT ev.guard_rows('enquiry_correction', 'case_id');

-- Who may be behind an address, a code or a voice: whoever reads their mail as well as knowing everything about them passes one way and
-- not two. What takes nothing out of the house and can be undone needs one. Somebody who is seen, by a colleague who has met them, needs
-- no other. A mailbox and the pages that a code to it opens are one way.
CREATE FUNCTION ev.identity_is_shown(p_request uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
RETURN (SELECT bool_or(c.way = 'in_person')
            OR count(DISTINCT CASE c.way WHEN 'portal' THEN 'email_code' ELSE c.way END)
               >= CASE WHEN max(r.kind) IN ('restriction', 'objection', 'withdrawal') THEN 1 ELSE 2 END
          FROM ev.identity_check c JOIN ev.rights_request r ON r.id = c.request_id
         WHERE c.request_id = p_request AND c.passed_at IS NOT NULL);

CREATE FUNCTION ev.refuse_request(p_constraint text, p_words text) RETURNS void LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  RAISE EXCEPTION '%', p_words USING ERRCODE = '23514', CONSTRAINT = p_constraint;
END $$;

-- From the website nobody is known; in the portal somebody asks as who they are, for themselves. After a restore the owner writes again
-- what the journal says came then, and nobody acts.
CREATE FUNCTION ev.guard_new_request() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE area text := current_setting('role');
BEGIN
  IF NEW.closed_on IS NOT NULL OR NEW.acknowledged_on IS NOT NULL OR NEW.extended_on IS NOT NULL OR NEW.identity <> 'open'
     OR NEW.authority_on IS NOT NULL AND NEW.taken_by IS NULL OR NEW.enquiry_id IS NOT NULL THEN
    PERFORM ev.refuse_request('request_begins_open', 'a request begins with nothing done');
  END IF;
  IF area LIKE '%\_owner' AND ev.actor() IS NULL THEN RETURN NEW; END IF;
  IF (area LIKE '%\_public\_%') <> (NEW.channel = 'website') OR (area LIKE '%\_portal\_%') <> (NEW.channel = 'portal')
     OR NEW.person_id IS DISTINCT FROM (CASE WHEN NEW.channel = 'portal' THEN ev.actor() END)
     OR NEW.channel = 'portal' AND NEW.asked_for <> 'self'
     OR NEW.taken_by IS DISTINCT FROM (CASE WHEN NEW.channel NOT IN ('website', 'portal') THEN ev.actor() END) THEN
    PERFORM ev.refuse_request('request_comes_by', 'a request says how it really came');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_new BEFORE INSERT ON ev.rights_request FOR EACH ROW EXECUTE FUNCTION ev.guard_new_request();

-- Identity is shown by the checks and by nobody's word; who it is changes only before anything was checked; what is closed is closed.
-- A file that ends takes its person with it, and an enquiry that goes its own; two records that become one take the requests along, and so
-- does an enquiry of which a case is made.
CREATE FUNCTION ev.guard_request() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF (NEW.person_id, NEW.enquiry_id) IS DISTINCT FROM (OLD.person_id, OLD.enquiry_id) THEN
    IF NEW.person_id IS NULL AND NEW.enquiry_id IS NULL
       AND NOT EXISTS (SELECT FROM ev.person WHERE id = OLD.person_id UNION ALL SELECT FROM ev.enquiry WHERE id = OLD.enquiry_id) THEN RETURN NEW; END IF;
    IF EXISTS (SELECT FROM ev.enquiry e JOIN ev.party p ON (p.case_id, p.side) = (e.case_id, e.side)
                WHERE e.id = OLD.enquiry_id AND p.person_id = NEW.person_id) THEN RETURN NEW; END IF;
    IF EXISTS (SELECT FROM ev.person WHERE id = OLD.person_id AND merged_into = NEW.person_id)
       OR current_setting('role') LIKE '%\_merging' THEN RETURN NEW; END IF;
    IF EXISTS (SELECT FROM ev.identity_check WHERE request_id = OLD.id) THEN
      PERFORM ev.refuse_request('request_checked', 'somebody was checked already');
    END IF;
    IF NEW.enquiry_id IS NOT NULL AND NOT EXISTS (SELECT FROM ev.enquiry WHERE id = NEW.enquiry_id AND case_id IS NULL) THEN
      PERFORM ev.refuse_request('request_of_enquiry', 'a request is of an enquiry of which no case was made');
    END IF;
  END IF;
  IF OLD.closed_on IS NOT NULL THEN PERFORM ev.refuse_request('request_over', 'this request is closed'); END IF;
  IF NEW.identity = 'shown' AND OLD.identity <> 'shown' AND (num_nonnulls(NEW.person_id, NEW.enquiry_id) = 0 OR ev.identity_is_shown(NEW.id) IS NOT TRUE) THEN
    PERFORM ev.refuse_request('request_not_shown', 'who asks is not shown');
  END IF;
  IF OLD.identity IN ('shown', 'not_needed') AND NEW.identity <> OLD.identity THEN
    PERFORM ev.refuse_request('request_settled', 'who asks is settled');
  END IF;
  IF OLD.extended_on IS NOT NULL AND NEW.extended_on IS DISTINCT FROM OLD.extended_on THEN
    PERFORM ev.refuse_request('request_extended_once', 'more time is taken once');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE UPDATE ON ev.rights_request FOR EACH ROW EXECUTE FUNCTION ev.guard_request();

-- Who made an enquiry becomes a party: what they asked about their data is asked of their file from then on, and what was put right goes in.
CREATE FUNCTION ev.take_requests_along() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  UPDATE ev.rights_request r SET enquiry_id = NULL, person_id = p.person_id FROM ev.party p
   WHERE r.enquiry_id = NEW.id AND (p.case_id, p.side) = (NEW.case_id, NEW.side);
  UPDATE ev.enquiry_correction SET case_id = NEW.case_id, side = NEW.side WHERE enquiry_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER requests_go_along AFTER UPDATE OF case_id ON ev.enquiry FOR EACH ROW
  WHEN (OLD.case_id IS NULL AND NEW.case_id IS NOT NULL) EXECUTE FUNCTION ev.take_requests_along();

-- How an enquirer can be reached: as they said in the enquiry, and since they said it; what was put right later, since then. What a
-- solicitor or an agency gave was not theirs to confirm. `shared`: somebody of another name is on record with the same.
CREATE FUNCTION ev.ways_of_enquiry(p_enquiry uuid) RETURNS TABLE (id uuid, kind text, value text, source text, safety text,
  voicemail_safety text, made_at timestamptz, shared boolean) LANGUAGE sql STABLE SET search_path = '' AS $$
  SELECT md5(e.id || w.kind)::uuid, w.kind, w.value, CASE e.asked_by WHEN 'self' THEN 'self' ELSE 'referrer' END, w.safety,
         e.voicemail_safety,
         greatest(e.received_at, (SELECT max(c.corrected_at) FROM ev.enquiry_correction c WHERE c.enquiry_id = e.id AND c.field = ANY (w.fields))),
         EXISTS (SELECT FROM ev.enquiry o WHERE o.name_folded <> e.name_folded AND CASE w.kind WHEN 'email' THEN o.email_folded = e.email_folded
                    WHEN 'telephone' THEN o.telephone_digits = e.telephone_digits
                    ELSE o.postcode = e.postcode AND lower(o.address) = lower(e.address) END)
         OR EXISTS (SELECT FROM ev.contact_point c JOIN ev.person n ON n.id = c.person_id
                     WHERE c.kind = w.kind AND c.ended_at IS NULL AND ev.plain_name(n.given_name || ' ' || n.family_name) <> e.name_folded
                       AND c.value_folded IN (e.email_folded, e.telephone_digits))
         OR w.kind = 'address' AND EXISTS (SELECT FROM ev.whereabouts o JOIN ev.person n ON n.id = o.person_id
                     WHERE o.ended_at IS NULL AND ev.plain_name(n.given_name || ' ' || n.family_name) <> e.name_folded
                       AND o.postcode = e.postcode AND lower(o.address) = lower(e.address))
    FROM ev.enquiry e CROSS JOIN LATERAL (VALUES ('email', e.email, e.email_safety, ARRAY['email', 'email_safety']),
           ('telephone', e.telephone, e.telephone_safety, ARRAY['telephone', 'telephone_safety', 'voicemail_safety']),
           ('address', concat_ws(E'\n', nullif(e.address, ''), nullif(e.postcode, '')), e.letter_safety, ARRAY['address', 'postcode', 'letter_safety']))
           AS w (kind, value, safety, fields)
   WHERE e.id = p_enquiry AND w.value <> ''
$$;

-- A check goes to a way of contact that was theirs before they asked, that they gave or confirmed themselves, that is not unsafe, and that
-- is not the other party's too.
CREATE FUNCTION ev.guard_identity_check() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE r ev.rights_request; p ev.contact_point;
BEGIN
  SELECT * INTO r FROM ev.rights_request WHERE id = NEW.request_id FOR UPDATE;
  IF TG_OP = 'UPDATE' THEN
    IF NEW.passed_at IS DISTINCT FROM OLD.passed_at AND (OLD.passed_at IS NOT NULL OR OLD.tries >= 5 OR NEW.tries > 5
       OR OLD.good_until < (ev.service_now() AT TIME ZONE 'Europe/London')::date) THEN
      PERFORM ev.refuse_request('identity_check_over', 'this check is over');
    END IF;
    RETURN NEW;
  END IF;
  IF r.id IS NULL OR r.closed_on IS NOT NULL OR num_nonnulls(r.person_id, r.enquiry_id) = 0 OR r.identity IN ('shown', 'not_needed') THEN
    PERFORM ev.refuse_request('identity_check_open', 'there is nobody to check');
  END IF;
  IF ((NEW.way = 'portal') <> (current_setting('role') LIKE '%\_portal\_%') OR NEW.way = 'portal' AND r.person_id IS DISTINCT FROM ev.actor()
      OR NEW.made_by IS DISTINCT FROM (CASE WHEN NEW.way <> 'portal' THEN ev.actor() END))
     AND NOT (current_setting('role') LIKE '%\_owner' AND ev.actor() IS NULL AND NEW.way = 'portal') THEN
    PERFORM ev.refuse_request('identity_check_by', 'a check says who made it');
  END IF;
  IF NEW.held_before IS NULL THEN RETURN NEW; END IF;
  IF r.enquiry_id IS NOT NULL AND NEW.contact_point_id IS NULL AND NEW.held_before <= r.received_on::timestamp AT TIME ZONE 'Europe/London'
     AND EXISTS (SELECT FROM ev.ways_of_enquiry(r.enquiry_id) w WHERE w.made_at <= NEW.held_before AND w.source = 'self' AND w.safety <> 'unsafe'
                    AND NOT w.shared AND w.kind = (CASE NEW.way WHEN 'email_code' THEN 'email' WHEN 'letter_code' THEN 'address' ELSE 'telephone' END)) THEN
    RETURN NEW;
  END IF;
  SELECT * INTO p FROM ev.contact_point WHERE id = NEW.contact_point_id;
  IF p.id IS NULL OR p.person_id IS DISTINCT FROM r.person_id OR p.ended_at IS NOT NULL OR p.safety = 'unsafe'
     OR p.kind <> (CASE NEW.way WHEN 'email_code' THEN 'email' WHEN 'letter_code' THEN 'address' ELSE 'telephone' END)
     OR coalesce(CASE WHEN p.source IN ('self', 'staff') THEN p.made_at ELSE p.confirmed_at END > NEW.held_before, true)
     OR NEW.held_before > r.received_on::timestamp AT TIME ZONE 'Europe/London'
     OR EXISTS (SELECT FROM ev.shared_contact(p.person_id) s WHERE s.contact_point_id = p.id) THEN
    PERFORM ev.refuse_request('identity_point_held', 'a check goes to a way of contact that was theirs before');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON ev.identity_check FOR EACH ROW EXECUTE FUNCTION ev.guard_identity_check();

-- Who asks in the portal is signed in there: they hold what a code was sent to.
CREATE FUNCTION ev.check_by_portal() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  INSERT INTO ev.identity_check (request_id, way, passed_at) VALUES (NEW.id, 'portal', ev.service_now());
  RETURN NULL;
END $$;
CREATE TRIGGER portal_check AFTER INSERT ON ev.rights_request FOR EACH ROW WHEN (NEW.channel = 'portal') EXECUTE FUNCTION ev.check_by_portal();

-- The request follows from its checks.
CREATE FUNCTION ev.settle_identity() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE today date := (ev.service_now() AT TIME ZONE 'Europe/London')::date;
BEGIN
  UPDATE ev.rights_request
     SET identity_asked_on = coalesce(identity_asked_on, today),
         identity = CASE WHEN ev.identity_is_shown(id) THEN 'shown' ELSE 'asked' END,
         identity_settled_on = CASE WHEN ev.identity_is_shown(id) THEN today END,
         identity_by = NEW.passed_by
   WHERE id = NEW.request_id AND identity IN ('open', 'asked');
  RETURN NULL;
END $$;
CREATE TRIGGER settle AFTER INSERT OR UPDATE OF passed_at ON ev.identity_check FOR EACH ROW EXECUTE FUNCTION ev.settle_identity();

-- The clock stands for a question in requests to see data, and in no others.
CREATE FUNCTION ev.guard_stop() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM ev.rights_request WHERE id = NEW.request_id AND kind = 'access' AND closed_on IS NULL) THEN
    PERFORM ev.refuse_request('request_stop_access', 'a question stops the clock of an access request alone');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON ev.request_stop FOR EACH ROW EXECUTE FUNCTION ev.guard_stop();

-- Two records that become one, and two again: the requests go along.
ALTER TABLE ev.person_merge_row DROP CONSTRAINT person_merge_row_place_check;
ALTER TABLE ev.person_merge_row ADD CONSTRAINT person_merge_row_place_check CHECK (place IN ('party', 'contact_point', 'whereabouts',
  'person_correction', 'message', 'consent_subject', 'task', 'wall', 'safety', 'card', 'rights_request'));
CREATE FUNCTION ev.merge_requests() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    WITH moved AS (UPDATE ev.rights_request SET person_id = NEW.kept_id WHERE person_id = NEW.merged_id RETURNING id)
      INSERT INTO ev.person_merge_row (merge_id, kept_id, place, row_id) SELECT NEW.id, NEW.kept_id, 'rights_request', id FROM moved;
  ELSE
    UPDATE ev.rights_request q SET person_id = NEW.merged_id FROM ev.person_merge_row m
     WHERE m.merge_id = NEW.id AND m.place = 'rights_request' AND m.row_id = q.id AND q.person_id = NEW.kept_id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER merge_rows_of_requests AFTER INSERT ON ev.person_merge FOR EACH ROW EXECUTE FUNCTION ev.merge_requests();
CREATE TRIGGER undo_merge_of_requests AFTER UPDATE OF undone_at ON ev.person_merge FOR EACH ROW
  WHEN (OLD.undone_at IS NULL AND NEW.undone_at IS NOT NULL) EXECUTE FUNCTION ev.merge_requests();

-- How somebody whose request is open can be reached, for whoever tells them and makes sure that it is they: of nobody else, so that
-- answering requests needs no sight of everybody's contact details.
CREATE FUNCTION ev.ways_of_request(p_request uuid) RETURNS TABLE (id uuid, kind text, value text, source text, safety text,
  voicemail_safety text, confirmed_at timestamptz, made_at timestamptz, shared boolean, card jsonb)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
DECLARE person uuid; enquiry uuid;
BEGIN
  IF ev.row_scope() IS NULL OR current_setting('role') NOT LIKE '%\_office\_rights' THEN
    RAISE EXCEPTION 'only who answers requests asks this' USING ERRCODE = '42501';
  END IF;
  SELECT r.person_id, r.enquiry_id INTO person, enquiry FROM ev.rights_request r
   WHERE r.id = p_request AND r.closed_on IS NULL AND (r.person_id = ANY (ev.walled_people())) IS NOT TRUE;
  RETURN QUERY
    SELECT c.id, c.kind, c.value, c.source, c.safety, c.voicemail_safety, c.confirmed_at, c.made_at,
           EXISTS (SELECT FROM ev.shared_contact(person) s WHERE s.contact_point_id = c.id),
           (SELECT jsonb_build_object('email', s.email, 'telephone', s.telephone, 'text_message', s.text_message,
                                      'voicemail', s.voicemail, 'letter', s.letter)
              FROM ev.safe_contact s WHERE s.person_id = person ORDER BY s.version DESC LIMIT 1)
      FROM ev.contact_point c WHERE c.person_id = person AND c.ended_at IS NULL
    UNION ALL
    SELECT w.id, w.kind, w.value, w.source, w.safety, w.voicemail_safety, NULL, w.made_at, w.shared, NULL FROM ev.ways_of_enquiry(enquiry) w
    ORDER BY kind, made_at;
END $$;

-- Who made the enquiry of a request, and by which number it is known.
CREATE FUNCTION ev.enquirer_of_request(p_request uuid) RETURNS TABLE (enquiry_id uuid, reference text, name text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF ev.row_scope() IS NULL OR current_setting('role') NOT LIKE '%\_office\_rights' THEN
    RAISE EXCEPTION 'only who answers requests asks this' USING ERRCODE = '42501';
  END IF;
  RETURN QUERY SELECT e.id, e.reference, trim(e.given_name || ' ' || e.family_name)
    FROM ev.rights_request r JOIN ev.enquiry e ON e.id = r.enquiry_id WHERE r.id = p_request;
END $$;

SELECT ev.keep_no_samples();
