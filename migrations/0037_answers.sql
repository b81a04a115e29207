-- What somebody agreed to and takes back, by themselves or through a colleague.

-- Whether whoever took a consent back has been told so: `due` until it was written, `none` where nothing may be written to them.
ALTER TABLE ev.consent_event ADD COLUMN receipt text CHECK (receipt IN ('due', 'written', 'none')),
  ADD CONSTRAINT consent_receipt CHECK (receipt IS NULL OR act = 'withdrawn');
CREATE INDEX consent_event_untold ON ev.consent_event (at) WHERE receipt = 'due';

-- Whoever asks about the choices of somebody on record: a party about their own, or a colleague who answers requests about anybody whom they
-- may know, also where all that is known is an enquiry of which no case was made.
CREATE FUNCTION ev.may_answer_for(p_record uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF current_setting('role') LIKE '%\_portal\_rights' THEN RETURN p_record = ev.actor() AND auth.is_party(ev.actor()); END IF;
  RETURN current_setting('role') LIKE '%\_office\_rights' AND coalesce(ev.row_scope() = 'any', false)
     AND ((p_record = ANY (ev.walled_people())) IS NOT TRUE AND EXISTS (SELECT FROM ev.party WHERE person_id = p_record)
          OR EXISTS (SELECT FROM ev.enquiry WHERE id = p_record AND case_id IS NULL));
END $$;

-- As what the policy has to look at somebody: as its client once they came themselves, until then as the other party of somebody else's; who
-- only made an enquiry as that.
CREATE FUNCTION ev.kind_of_record(p_record uuid) RETURNS text LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF NOT ev.may_answer_for(p_record) THEN RETURN NULL; END IF;
  IF EXISTS (SELECT FROM ev.enquiry WHERE id = p_record) THEN RETURN 'enquirer'; END IF;
  RETURN (SELECT CASE WHEN bool_or(p.side = 'A' OR EXISTS (SELECT FROM ev.attendance t WHERE t.party_id = p.id AND t.status = 'attended'))
                 THEN 'client' ELSE 'otherParty' END FROM ev.party p WHERE p.person_id = p_record HAVING count(*) > 0);
END $$;

-- What somebody on record is called, for a colleague who answers.
CREATE FUNCTION ev.name_of_record(p_record uuid) RETURNS text LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF NOT ev.may_answer_for(p_record) THEN RETURN NULL; END IF;
  RETURN (SELECT trim(n.given_name || ' ' || n.family_name) FROM (SELECT id, given_name, family_name FROM ev.person
            UNION ALL SELECT id, given_name, family_name FROM ev.enquiry) AS n WHERE n.id = p_record);
END $$;

-- Meetings by video to which somebody agreed and that are still to come.
CREATE FUNCTION ev.online_agreed(p_person uuid) RETURNS TABLE (answer_id uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT said.id FROM ev.party p JOIN ev.attendance t ON t.party_id = p.id JOIN ev.appointment a ON a.id = t.appointment_id
    CROSS JOIN LATERAL (SELECT w.id, w.act FROM ev.online_answer w WHERE w.attendance_id = t.id ORDER BY w.turn DESC LIMIT 1) AS said
   WHERE p.person_id = p_person AND said.act = 'given' AND t.status = 'expected' AND a.means = 'online' AND a.status = 'booked'
     AND coalesce(t.leaves_at, a.ends_at) > ev.service_now()
$$;
REVOKE ALL ON FUNCTION ev.online_agreed FROM PUBLIC;

-- What somebody said last under each consent. It stands while there is something that rests on it: a mailbox that is written to, a
-- meeting to come; for others, while it was not taken back.
CREATE FUNCTION ev.consents_of(p_record uuid) RETURNS TABLE (scope text, act text, at timestamptz, receipt text, stands boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF NOT ev.may_answer_for(p_record) THEN RETURN; END IF;
  RETURN QUERY
    WITH said AS (
      SELECT DISTINCT ON (e.scope) e.scope, e.act, e.at, e.receipt FROM ev.consent_event e JOIN ev.consent_subject s ON s.id = e.subject_id
       WHERE s.person_id = p_record OR s.enquiry_id = p_record ORDER BY e.scope, e.at DESC, (e.act = 'given'), e.receipt NULLS LAST),
    used (scope, n) AS (
      SELECT 'emailContact', (SELECT count(*) FROM ev.contact_point c
                               WHERE c.person_id = p_record AND c.kind = 'email' AND c.ended_at IS NULL AND c.safety = 'safe')
                           + (SELECT count(*) FROM ev.enquiry e WHERE e.id = p_record AND e.email <> '' AND e.email_safety = 'safe')
      UNION ALL SELECT 'onlineMeetings', count(*) FROM ev.online_agreed(p_record))
    SELECT coalesce(said.scope, used.scope), said.act, said.at, said.receipt, coalesce(used.n > 0, said.act = 'given')
      FROM said FULL JOIN used USING (scope) WHERE said.scope IS NOT NULL OR used.n > 0 ORDER BY 1;
END $$;

-- What taking a consent back would end, for the journal: whose ledger it is, and which mailboxes, or that of which enquiry. Null where nothing stands any more, or
-- it is not theirs to ask. Whoever asks holds it until the transaction ends, so that two do it one after the other.
CREATE FUNCTION ev.consent_to_end(p_record uuid, p_scope text) RETURNS jsonb LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF NOT ev.may_answer_for(p_record) THEN RETURN NULL; END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('consent ' || p_record, 0));
  IF EXISTS (SELECT FROM ev.consents_of(p_record) c WHERE c.scope = p_scope AND NOT c.stands AND c.act = 'withdrawn') THEN RETURN NULL; END IF;
  RETURN jsonb_build_object(
    'subject', (SELECT s.id FROM ev.consent_subject s WHERE s.person_id = p_record OR s.enquiry_id = p_record ORDER BY s.id LIMIT 1),
    'points', (SELECT coalesce(jsonb_agg(c.id), '[]') FROM ev.contact_point c
                WHERE p_scope = 'emailContact' AND c.person_id = p_record AND c.kind = 'email' AND c.ended_at IS NULL),
    'enquiry', (SELECT e.id FROM ev.enquiry e WHERE p_scope = 'emailContact' AND e.id = p_record));
END $$;

-- Takes a consent back, at once and whatever it was. What is being sent at this moment is waited for, and nothing that rests on it begins
-- afterwards: every sending asks for the mailbox, and every look at a meeting's address for the answer. An enquirer
-- hears it from the colleague to whom they said it.
CREATE FUNCTION ev.withdraw_consent(p_record uuid, p_scope text, p_wording text, p_policy text, p_subject uuid, p_event uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  enquirer boolean := EXISTS (SELECT FROM ev.enquiry WHERE id = p_record);
  way text := CASE WHEN current_setting('role') LIKE '%\_portal\_%' THEN 'website' ELSE 'office' END;
BEGIN
  IF NOT ev.may_answer_for(p_record) THEN
    RAISE EXCEPTION 'everybody takes back their own' USING ERRCODE = '42501';
  END IF;
  UPDATE ev.contact_point SET ended_at = ev.service_now()
   WHERE p_scope = 'emailContact' AND person_id = p_record AND kind = 'email' AND ended_at IS NULL;
  UPDATE ev.enquiry SET email_safety = 'unsafe' WHERE p_scope = 'emailContact' AND id = p_record;
  INSERT INTO ev.consent_subject (id, person_id, enquiry_id)
    VALUES (p_subject, CASE WHEN NOT enquirer THEN p_record END, CASE WHEN enquirer THEN p_record END) ON CONFLICT (id) DO NOTHING;
  IF p_scope = 'onlineMeetings' THEN
    INSERT INTO ev.online_answer (attendance_id, appointment_id, case_id, zone, act, provider, notice, wording_hash, policy_hash, channel)
      SELECT w.attendance_id, w.appointment_id, w.case_id, w.zone, 'withdrawn', w.provider, w.notice, w.wording_hash, p_policy, way
        FROM ev.online_answer w WHERE w.id IN (SELECT answer_id FROM ev.online_agreed(p_record));
  END IF;
  INSERT INTO ev.consent_event (id, subject_id, scope, act, wording_hash, policy_hash, channel, receipt)
    VALUES (p_event, p_subject, p_scope, 'withdrawn', p_wording, p_policy, way, CASE WHEN enquirer THEN 'none' ELSE 'due' END);
  INSERT INTO ev.life_event (aggregate, aggregate_id, event, happened_on)
    VALUES ('consent', p_subject, 'consent.ended', (ev.service_now() AT TIME ZONE 'Europe/London')::date);
END $$;

-- As before, and never where the ledger holds a later no: it alone comes back when an older copy is restored.
CREATE OR REPLACE FUNCTION ev.meetings_agreed_to() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  RETURN (SELECT coalesce(array_agg(m.id), '{}')
            FROM ev.party p JOIN ev.attendance t ON t.party_id = p.id JOIN ev.appointment a ON a.id = t.appointment_id
            CROSS JOIN LATERAL (SELECT * FROM ev.online_meeting o WHERE o.appointment_id = a.id ORDER BY o.turn DESC LIMIT 1) AS m
            CROSS JOIN LATERAL (SELECT * FROM ev.online_answer w WHERE w.attendance_id = t.id ORDER BY w.turn DESC LIMIT 1) AS said
           WHERE p.person_id = ev.actor() AND t.status = 'expected' AND a.means = 'online' AND a.status = 'booked'
             AND said.act = 'given' AND said.provider = m.provider AND said.notice = m.notice
             AND ev.service_now() >= coalesce(t.arrives_at, a.starts_at) - make_interval(mins => m.opens_minutes)
             AND ev.service_now() < coalesce(t.leaves_at, a.ends_at)
             AND NOT EXISTS (SELECT FROM ev.consent_event e JOIN ev.consent_subject s ON s.id = e.subject_id
                              WHERE s.person_id = p.person_id AND e.scope = 'onlineMeetings' AND e.act = 'withdrawn' AND e.at > said.recorded_at));
END $$;

-- A use that somebody does not want, of those that rest on an interest of ours: it stops from the moment in which they say so, and for
-- good unless somebody decides, by name and with a reason, that it must go on. Writing about gifts stops whatever is said.
CREATE TABLE ev.objection (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  request_id uuid NOT NULL REFERENCES ev.rights_request,
  purpose text NOT NULL CHECK (purpose ~ '^[a-z][A-Za-z]{1,40}$'),
  made_at timestamptz NOT NULL DEFAULT ev.service_now(),
  made_by uuid NOT NULL DEFAULT ev.actor(),
  outcome text CHECK (outcome IN ('upheld', 'compelling')),
  reason text,
  decided_by uuid REFERENCES ev.staff,
  decided_at timestamptz,
  CONSTRAINT objection_once UNIQUE (request_id, purpose),
  CONSTRAINT objection_decided CHECK (num_nonnulls(outcome, decided_by, decided_at) IN (0, 3)),
  CONSTRAINT objection_reason CHECK (outcome IS DISTINCT FROM 'compelling' OR coalesce(reason, '') <> ''),
  CONSTRAINT objection_marketing CHECK (outcome IS DISTINCT FROM 'compelling' OR purpose <> 'fundraising')
);

-- Each statement of a page asks whether anybody objects to what it is for.
CREATE INDEX objection_standing ON ev.objection (lower(purpose)) WHERE outcome IS DISTINCT FROM 'compelling';

CREATE FUNCTION ev.guard_objection() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NOT EXISTS (SELECT FROM ev.rights_request r WHERE r.id = NEW.request_id AND r.kind = 'objection' AND r.closed_on IS NULL AND r.person_id IS NOT NULL)
       OR NEW.outcome IS NOT NULL THEN
      PERFORM ev.refuse_request('objection_begins', 'an objection is made by a request to stop, of somebody who is known');
    END IF;
  ELSIF OLD.outcome IS NOT NULL OR ROW(NEW.request_id, NEW.purpose, NEW.made_at, NEW.made_by) IS DISTINCT FROM ROW(OLD.request_id, OLD.purpose, OLD.made_at, OLD.made_by) THEN
    PERFORM ev.refuse_request('objection_over', 'this objection is decided');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON ev.objection FOR EACH ROW EXECUTE FUNCTION ev.guard_objection();

-- A request to stop is not answered while one of its objections waits.
CREATE FUNCTION ev.objections_first() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF NEW.outcome IN ('done', 'partly', 'refused') AND EXISTS (SELECT FROM ev.objection o WHERE o.request_id = NEW.id AND o.outcome IS NULL) THEN
    PERFORM ev.refuse_request('request_objection_open', 'an objection is not decided');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER objections_first BEFORE UPDATE OF closed_on ON ev.rights_request FOR EACH ROW EXECUTE FUNCTION ev.objections_first();

-- Whether somebody of a file does not want a use.
CREATE FUNCTION ev.objects_to(p_person uuid, p_case uuid, p_purpose text) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  RETURN EXISTS (SELECT FROM ev.objection o JOIN ev.rights_request r ON r.id = o.request_id
    WHERE o.purpose = p_purpose AND o.outcome IS DISTINCT FROM 'compelling'
      AND (o.outcome IS NOT NULL OR coalesce(r.outcome, '') NOT IN ('taken_back', 'not_shown'))
      AND (r.person_id = p_person OR r.person_id IN (SELECT p.person_id FROM ev.party p WHERE p.case_id = p_case)));
END $$;

-- What the worker writes by itself about bookings goes to nobody who objected to them; what answers a request does.
CREATE FUNCTION ev.refuse_unwanted_message() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF NEW.template NOT LIKE 'request-%' AND NEW.template NOT LIKE 'choice-%' AND ev.objects_to(NEW.person_id, NULL, 'booking') THEN
    PERFORM ev.refuse_request('message_unwanted', 'they do not want to be written to about this');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER refuse_unwanted BEFORE INSERT ON ev.message FOR EACH ROW
  WHEN (NEW.person_id IS NOT NULL AND current_setting('role') LIKE '%\_worker\_booking') EXECUTE FUNCTION ev.refuse_unwanted_message();

-- What a person objected to, for themselves or for a colleague who answers.
CREATE FUNCTION ev.objections_of(p_person uuid) RETURNS TABLE (id uuid, request_id uuid, purpose text, made_at timestamptz, outcome text,
  reason text, decided_at timestamptz, stops boolean) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
#variable_conflict use_column
BEGIN
  IF NOT ev.may_answer_for(p_person) THEN RETURN; END IF;
  RETURN QUERY SELECT o.id, o.request_id, o.purpose, o.made_at, o.outcome, o.reason, o.decided_at,
      o.outcome IS DISTINCT FROM 'compelling' AND (o.outcome IS NOT NULL OR coalesce(r.outcome, '') NOT IN ('taken_back', 'not_shown'))
    FROM ev.objection o JOIN ev.rights_request r ON r.id = o.request_id WHERE r.person_id = p_person ORDER BY o.made_at DESC, o.purpose;
END $$;

-- A party's own objection, to their own request of a moment ago.
CREATE FUNCTION ev.object_in_portal(p_request uuid, p_purpose text, p_id uuid) RETURNS void LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF current_setting('role') NOT LIKE '%\_portal\_rights' OR NOT EXISTS (
       SELECT FROM ev.rights_request WHERE id = p_request AND person_id = ev.actor() AND channel = 'portal') THEN
    RAISE EXCEPTION 'everybody objects for themselves' USING ERRCODE = '42501';
  END IF;
  INSERT INTO ev.objection (id, request_id, purpose) VALUES (p_id, p_request, p_purpose);
END $$;

-- Which tables hold something about somebody: of their own, or in their part of a file; of an enquirer the enquiry and what names it.
-- Whatever its rows say is read by nobody here.
CREATE FUNCTION ev.tables_about(p_record uuid) RETURNS text[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
DECLARE t record; there boolean; answer text[] := '{}';
BEGIN
  IF NOT ev.may_answer_for(p_record) THEN RETURN NULL; END IF;
  IF EXISTS (SELECT FROM ev.enquiry WHERE id = p_record) THEN
    FOR t IN SELECT c.relname AS tab FROM pg_catalog.pg_class c JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid
              WHERE c.relnamespace = 'ev'::regnamespace AND c.relkind = 'r' AND a.attname = 'enquiry_id' AND NOT a.attisdropped ORDER BY c.relname LOOP
      EXECUTE pg_catalog.format('SELECT EXISTS (SELECT FROM ev.%I WHERE enquiry_id = $1)', t.tab) INTO there USING p_record;
      IF there THEN answer := answer || t.tab; END IF;
    END LOOP;
    RETURN answer || 'enquiry'::text;
  END IF;
  FOR t IN SELECT c.relname AS tab, bool_or(a.attname = 'person_id') AS own, bool_or(a.attname = 'case_id') AS filed,
                  max(a.attname::text) FILTER (WHERE a.attname IN ('zone', 'side')) AS part
             FROM pg_catalog.pg_class c JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
            WHERE c.relnamespace = 'ev'::regnamespace AND c.relkind = 'r' GROUP BY c.relname
           HAVING bool_or(a.attname IN ('person_id', 'case_id')) ORDER BY c.relname LOOP
    EXECUTE CASE WHEN t.own THEN pg_catalog.format('SELECT EXISTS (SELECT FROM ev.%I WHERE person_id = $1)', t.tab)
      ELSE pg_catalog.format('SELECT EXISTS (SELECT FROM ev.%I x JOIN ev.party p ON p.case_id = x.case_id AND p.person_id = $1 %s)', t.tab,
        CASE WHEN t.part IS NOT NULL THEN pg_catalog.format('AND x.%I IN (p.side, ''both'')', t.part) ELSE '' END) END INTO there USING p_record;
    IF there THEN answer := answer || t.tab; END IF;
  END LOOP;
  RETURN answer || 'person'::text;
END $$;

-- What was decided about a request, for each group of data by itself, by whom and why. It is added to: what came later counts.
CREATE TABLE ev.right_decision (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  request_id uuid NOT NULL REFERENCES ev.rights_request,
  category text NOT NULL CHECK (category ~ '^[a-zA-Z]{1,40}[.][a-zA-Z]{1,40}$'),
  answer text NOT NULL CHECK (answer IN ('granted', 'partly', 'refused')),
  ground text CHECK (ground ~ '^[a-z][A-Za-z]{1,40}$'),
  reason text NOT NULL DEFAULT '',
  policy_hash text NOT NULL,
  decided_by uuid NOT NULL REFERENCES ev.staff,
  decided_at timestamptz NOT NULL DEFAULT ev.service_now(),
  turn bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  CONSTRAINT decision_ground CHECK ((answer = 'granted') = (ground IS NULL)),
  CONSTRAINT decision_reason CHECK (answer = 'granted' OR reason <> '')
);
CREATE INDEX right_decision_of ON ev.right_decision (request_id, category, turn DESC);

CREATE FUNCTION ev.guard_decision() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN PERFORM ev.refuse_request('decision_stands', 'a decision is added to'); END IF;
  IF NEW.decided_by IS DISTINCT FROM ev.actor() OR NOT EXISTS (SELECT FROM ev.rights_request r
       WHERE r.id = NEW.request_id AND r.closed_on IS NULL AND num_nonnulls(r.person_id, r.enquiry_id) = 1 AND r.identity IN ('shown', 'not_needed')) THEN
    PERFORM ev.refuse_request('decision_begins', 'nothing is decided before it is known who asks');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON ev.right_decision FOR EACH ROW EXECUTE FUNCTION ev.guard_decision();

-- By which request a detail was put right; and who of those who had been told is told again, of what was put right, is deleted, or is kept from
-- use and used again (UK GDPR, Article 19), or why not. It names who was told and no data: it stands when the data have gone.
ALTER TABLE ev.person_correction ADD COLUMN request_id uuid REFERENCES ev.rights_request ON DELETE SET NULL;
CREATE INDEX person_correction_by_request ON ev.person_correction (request_id) WHERE request_id IS NOT NULL;

-- The enquiry of a request to put something right, for whoever answers it once it is known who asks; null for everybody else. Answering
-- requests needs no sight of what all the others told us.
CREATE FUNCTION ev.enquiry_to_correct(p_request uuid) RETURNS jsonb LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  RETURN (SELECT to_jsonb(e) FROM ev.rights_request r JOIN ev.enquiry e ON e.id = r.enquiry_id
           WHERE r.id = p_request AND r.kind = 'correction' AND r.closed_on IS NULL AND r.identity IN ('shown', 'not_needed')
             AND current_setting('role') LIKE '%\_office\_rights' AND ev.may_answer_for(e.id));
END $$;

-- Puts details of an enquiry right, and keeps what was. By `p_changes` each detail and what it is; what is so already is no change.
-- `p_digits`: the telephone number as numbers are compared.
CREATE FUNCTION ev.correct_enquiry(p_request uuid, p_changes jsonb, p_digits text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
DECLARE before jsonb := ev.enquiry_to_correct(p_request); changed text[];
BEGIN
  IF before IS NULL THEN PERFORM ev.refuse_request('decision_begins', 'nothing is put right before it is known who asks'); END IF;
  WITH kept AS (INSERT INTO ev.enquiry_correction (enquiry_id, request_id, field, was, became)
      SELECT (before ->> 'id')::uuid, p_request, c.key, before ->> c.key, c.value FROM jsonb_each_text(p_changes) AS c (key, value)
       WHERE c.value IS DISTINCT FROM before ->> c.key RETURNING field)
    SELECT array_agg(field) INTO changed FROM kept;
  IF changed IS NULL THEN RETURN; END IF;
  -- At once, since some of them are right together alone.
  EXECUTE (SELECT pg_catalog.format('UPDATE ev.enquiry SET %s WHERE id = $2', string_agg(pg_catalog.format('%I = $1 ->> %L', it, it), ', '))
             FROM unnest(changed) AS it) USING p_changes, (before ->> 'id')::uuid;
  UPDATE ev.enquiry SET telephone_digits = p_digits WHERE 'telephone' = ANY (changed) AND id = (before ->> 'id')::uuid;
END $$;

-- What the person says of something that was told or noted.
CREATE FUNCTION ev.stand_beside_enquiry(p_request uuid, p_field text, p_words text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
DECLARE before jsonb := ev.enquiry_to_correct(p_request);
BEGIN
  IF before IS NULL THEN PERFORM ev.refuse_request('decision_begins', 'nothing is put beside it before it is known who asks'); END IF;
  INSERT INTO ev.enquiry_correction (enquiry_id, request_id, field, words) VALUES ((before ->> 'id')::uuid, p_request, p_field, p_words);
END $$;

-- What was put right by a request, of a person or in their enquiry.
CREATE FUNCTION ev.corrected_by(p_request uuid) RETURNS TABLE (field text, was text, became text, words text, corrected_by uuid, corrected_at timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM ev.rights_request r WHERE r.id = p_request AND ev.may_answer_for(coalesce(r.person_id, r.enquiry_id))) THEN RETURN; END IF;
  RETURN QUERY
    SELECT c.field, c.was, c.became, NULL, c.corrected_by, c.corrected_at FROM ev.person_correction c WHERE c.request_id = p_request
    UNION ALL SELECT c.field, c.was, c.became, c.words, c.corrected_by, c.corrected_at FROM ev.enquiry_correction c WHERE c.request_id = p_request
    ORDER BY 6, 1;
END $$;

CREATE TABLE ev.told_again (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  request_id uuid NOT NULL REFERENCES ev.rights_request,
  change text NOT NULL CHECK (change IN ('correction', 'erasure', 'restriction', 'lifting')),
  who text NOT NULL CHECK (who <> ''),
  noted_by uuid NOT NULL DEFAULT ev.actor(),
  noted_at timestamptz NOT NULL DEFAULT ev.service_now(),
  outcome text CHECK (outcome IN ('told', 'never_had', 'impossible', 'disproportionate')),
  reason text CHECK (reason <> ''),
  settled_on date,
  settled_by uuid REFERENCES ev.staff,
  CONSTRAINT told_again_settled CHECK ((outcome IS NULL) = (settled_on IS NULL) AND (outcome IS NULL) = (settled_by IS NULL)),
  CONSTRAINT told_again_reason CHECK (coalesce(outcome, 'told') = 'told' OR reason IS NOT NULL)
);
CREATE INDEX told_again_of ON ev.told_again (request_id);
-- Whoever waits to be told is not named twice; of a later change they are told anew.
CREATE UNIQUE INDEX told_again_once ON ev.told_again (request_id, change, who) WHERE outcome IS NULL;

-- What a party says of a note with which they do not agree: it stands beside it wherever it is shown, and the other party has it nowhere.
CREATE TABLE ev.note_statement (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  case_id uuid NOT NULL,
  session_id uuid NOT NULL,
  note_id uuid NOT NULL,
  side text NOT NULL CHECK (side IN ('A', 'B')),
  words text NOT NULL CHECK (words <> ''),
  author uuid NOT NULL DEFAULT ev.actor(),
  written_at timestamptz NOT NULL DEFAULT ev.service_now(),
  CONSTRAINT note_statement_of FOREIGN KEY (note_id, session_id, case_id) REFERENCES ev.session_note (id, session_id, case_id)
);
CREATE INDEX note_statement_session ON ev.note_statement (session_id, written_at);
CREATE INDEX note_statement_case ON ev.note_statement (case_id);
CREATE INDEX note_statement_note ON ev.note_statement (note_id);
SELECT ev.guard_rows('note_statement', 'case_id');

SELECT ev.keep_no_samples();
