-- A hold on a part: of one person of the case, in every case of theirs, or of one kind of data, or both. A hold without either is of the
-- whole file. Who the person is stands in `party`, so that it follows when two records become one.
ALTER TABLE ev.hold
  ADD COLUMN side text CHECK (side IN ('A', 'B')),
  ADD COLUMN category text CHECK (category ~ '^[a-z]+\.[a-zA-Z]+$');

-- In which tables data of a kind lies, by the classification of this version of the software; written with the rights, at each start.
CREATE TABLE ev.category_place (
  category text NOT NULL,
  tab text NOT NULL,
  PRIMARY KEY (category, tab)
);

-- Whether anything of a case is held. What is destroyed as a whole stays while a part of it is.
CREATE OR REPLACE FUNCTION ev.is_held(p_case uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  RETURN EXISTS (SELECT FROM ev.hold h WHERE h.lifted_at IS NULL AND (h.case_id = p_case OR h.side IS NOT NULL AND EXISTS (
    SELECT FROM ev.party held JOIN ev.party own USING (person_id) WHERE held.case_id = h.case_id AND held.side = h.side AND own.case_id = p_case)));
END $$;

-- Whether a row is. Of a hold of one person: the rows about them, and in their cases what is not of the other party alone.
CREATE FUNCTION ev.row_is_held(p_old jsonb, p_how text, p_table text) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
DECLARE cases uuid[]; person uuid;
BEGIN
  IF NOT EXISTS (SELECT FROM ev.hold WHERE lifted_at IS NULL) THEN RETURN false; END IF;
  CASE p_how
    WHEN 'person' THEN
      person := coalesce(p_old ->> 'person_id', p_old ->> 'kept_id', p_old ->> 'id')::uuid;
      cases := ARRAY(SELECT p.case_id FROM ev.party p WHERE p.person_id = person);
    WHEN 'message' THEN
      cases := ARRAY[(p_old ->> 'case_id')::uuid, (SELECT e.case_id FROM ev.enquiry e WHERE e.id = (p_old ->> 'enquiry_id')::uuid)];
    ELSE
      cases := ARRAY[(p_old ->> p_how)::uuid];
  END CASE;
  RETURN EXISTS (SELECT FROM ev.hold h LEFT JOIN ev.party held ON held.case_id = h.case_id AND held.side = h.side
    WHERE h.lifted_at IS NULL
      AND (h.category IS NULL OR EXISTS (SELECT FROM ev.category_place c WHERE c.category = h.category AND c.tab = p_table))
      AND CASE WHEN h.side IS NULL THEN h.case_id = ANY (cases)
               WHEN p_how = 'person' THEN held.person_id = person
               ELSE EXISTS (SELECT FROM ev.party own WHERE own.person_id = held.person_id AND own.case_id = ANY (cases)
                 AND coalesce(p_old ->> 'zone', 'both') IN ('both', 'office', own.side)
                 AND coalesce((p_old ->> 'party_id')::uuid, own.id) = own.id
                 AND coalesce((p_old ->> 'person_id')::uuid, own.person_id) = own.person_id) END);
END $$;

CREATE OR REPLACE FUNCTION ev.refuse_when_held() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF ev.row_is_held(to_jsonb(OLD), TG_ARGV[0], TG_TABLE_NAME) THEN
    RAISE EXCEPTION 'this case is held' USING ERRCODE = 'EV001', CONSTRAINT = 'case_held';
  END IF;
  RETURN OLD;
END $$;

-- What is held is not emptied, and words that somebody said are not written over: what is added stands beside them. The names and dates of
-- a person may be put right, since what was is kept in `person_correction`. Which columns hold words is known by their having no samples
-- (`ev.keep_no_samples`).
CREATE OR REPLACE FUNCTION ev.refuse_emptying_when_held() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE now_row jsonb := to_jsonb(NEW);
BEGIN
  IF EXISTS (SELECT FROM jsonb_each_text(to_jsonb(OLD)) AS was WHERE was.value <> '' AND was.value IS DISTINCT FROM now_row ->> was.key
       AND (coalesce(now_row ->> was.key, '') = ''
            OR TG_TABLE_NAME <> 'person' AND EXISTS (SELECT FROM pg_catalog.pg_attribute a
                WHERE a.attrelid = TG_RELID AND a.attname = was.key AND a.attstattarget = 0 AND a.attgenerated = '')))
     AND ev.row_is_held(to_jsonb(OLD), TG_ARGV[0], TG_TABLE_NAME) THEN
    RAISE EXCEPTION 'this case is held' USING ERRCODE = 'EV001', CONSTRAINT = 'case_held';
  END IF;
  RETURN NULL;
END $$;
DROP FUNCTION ev.case_is_held(jsonb, text);

-- What a hold says stays as it was said; it ends by being lifted, once.
CREATE FUNCTION ev.guard_hold() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  IF OLD.lifted_at IS NOT NULL OR (NEW.case_id, NEW.side, NEW.category, NEW.kind, NEW.authority, NEW.reason, NEW.placed_by, NEW.placed_at)
       IS DISTINCT FROM (OLD.case_id, OLD.side, OLD.category, OLD.kind, OLD.authority, OLD.reason, OLD.placed_by, OLD.placed_at) THEN
    RAISE EXCEPTION 'a hold is lifted, not changed' USING ERRCODE = 'EV001', CONSTRAINT = 'hold_stands';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER stands BEFORE UPDATE ON ev.hold FOR EACH ROW EXECUTE FUNCTION ev.guard_hold();

-- What the journal outside the database no longer says needs no mark here.
CREATE FUNCTION ev.forget_marks(p_intents uuid[]) RETURNS void LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF current_setting('role') NOT LIKE '%\_retention' THEN RAISE EXCEPTION 'only what ends data forgets marks' USING ERRCODE = '42501'; END IF;
  DELETE FROM ev.act_mark WHERE intent = ANY (p_intents);
END $$;

-- The clocks of open complaints and breaches, without whose they are, for whoever looks whether time is kept.
CREATE FUNCTION ev.open_complaint_clocks() RETURNS TABLE (about text, received_on date, acknowledged_on date)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF current_setting('role') NOT LIKE '%\_worker\_accountability' THEN RAISE EXCEPTION 'only the checks ask this' USING ERRCODE = '42501'; END IF;
  RETURN QUERY SELECT c.about, c.received_on, c.acknowledged_on FROM ev.complaint c WHERE c.closed_on IS NULL;
END $$;
CREATE FUNCTION ev.open_breach_clocks() RETURNS TABLE (aware_at timestamptz) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF current_setting('role') NOT LIKE '%\_worker\_accountability' THEN RAISE EXCEPTION 'only the checks ask this' USING ERRCODE = '42501'; END IF;
  RETURN QUERY SELECT b.aware_at FROM ev.breach b WHERE b.closed_on IS NULL AND b.kind = 'breach' AND b.notify IS DISTINCT FROM 'no'
    AND NOT EXISTS (SELECT FROM ev.breach_report r WHERE r.breach_id = b.id AND r.told = 'regulator');
END $$;

-- As before, and for the checks too: they act for nobody, and until now found no request at all.
CREATE OR REPLACE FUNCTION ev.open_request_clocks()
  RETURNS TABLE (kind text, received_on date, identity text, identity_asked_on date, identity_settled_on date, extended_on date, stops jsonb)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF current_setting('role') NOT LIKE '%\_accountability'
     OR current_setting('role') NOT LIKE '%\_worker\_accountability' AND ev.row_scope() IS DISTINCT FROM 'any' THEN RETURN; END IF;
  RETURN QUERY SELECT r.kind, r.received_on, r.identity, r.identity_asked_on, r.identity_settled_on, r.extended_on,
      coalesce((SELECT jsonb_agg(jsonb_build_object('askedOn', s.asked_on, 'answeredOn', s.answered_on))
                  FROM ev.request_stop s WHERE s.request_id = r.id), '[]')
    FROM ev.rights_request r WHERE r.closed_on IS NULL;
END $$;

-- Each row that goes is asked whether another refers to it. Without these that is a look through the whole of the other table.
CREATE INDEX attendance_party ON ev.attendance (party_id);
CREATE INDEX contact_point_person ON ev.contact_point (person_id);
CREATE INDEX contact_point_replaces ON ev.contact_point (replaces_id) WHERE replaces_id IS NOT NULL;
CREATE INDEX erasure_order_person ON ev.erasure_order (person_id);
CREATE INDEX hold_case ON ev.hold (case_id);
CREATE INDEX identity_check_contact ON ev.identity_check (contact_point_id);
CREATE INDEX invitation_answer_step ON ev.invitation_answer (step_id);
CREATE INDEX invitation_step_contact ON ev.invitation_step (contact_point_id);
CREATE INDEX invitation_step_message ON ev.invitation_step (message_id);
CREATE INDEX message_contact_point ON ev.message (contact_point_id) WHERE contact_point_id IS NOT NULL;
CREATE INDEX message_person ON ev.message (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX party_act_appointment ON ev.party_act (appointment_id) WHERE appointment_id IS NOT NULL;
CREATE INDEX party_act_offer ON ev.party_act (offer_id) WHERE offer_id IS NOT NULL;
CREATE INDEX person_merge_merged ON ev.person_merge (merged_id);
CREATE INDEX restriction_person ON ev.restriction (person_id);
CREATE INDEX task_case ON ev.task (case_id) WHERE case_id IS NOT NULL;
CREATE INDEX task_enquiry ON ev.task (enquiry_id) WHERE enquiry_id IS NOT NULL;
CREATE INDEX task_message ON ev.task (message_id) WHERE message_id IS NOT NULL;
CREATE INDEX task_subject ON ev.task (subject_id) WHERE subject_id IS NOT NULL;
CREATE INDEX time_choice_time ON ev.time_choice (time_id);
CREATE INDEX time_offer_case ON ev.time_offer (case_id);
CREATE INDEX wall_person ON ev.wall (person_id);
CREATE INDEX whereabouts_person ON ev.whereabouts (person_id);

SELECT ev.keep_no_samples();
