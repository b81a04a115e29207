-- What a person may ask beyond seeing: that their data is kept and not used, and that it is deleted.

-- Kept and not used (UK GDPR Article 18). This register is the whole truth: what is restricted is asked of it each time and marked
-- nowhere. `everything`: who they are and how they are reached too; `file`: their own part of the file; `enquiry`: of somebody who is no
-- party, the enquiry and all that names it.
CREATE TABLE ev.restriction (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  person_id uuid REFERENCES ev.person,
  enquiry_id uuid REFERENCES ev.enquiry,
  request_id uuid REFERENCES ev.rights_request ON DELETE SET NULL,
  covers text NOT NULL CHECK (covers IN ('everything', 'file', 'enquiry')),
  ground text NOT NULL CHECK (ground IN ('accuracy', 'unlawful', 'claims', 'objection')),
  placed_at timestamptz NOT NULL DEFAULT ev.service_now(),
  placed_by uuid NOT NULL DEFAULT ev.actor(),
  told_at timestamptz,
  told_by uuid,
  told_how text CHECK (told_how IN ('email', 'letter', 'spoken')),
  lifted_at timestamptz,
  lifted_by uuid,
  CONSTRAINT restriction_of_one CHECK (num_nonnulls(person_id, enquiry_id) = 1 AND (covers = 'enquiry') = (enquiry_id IS NOT NULL)),
  CONSTRAINT restriction_told CHECK ((told_at IS NULL) = (told_by IS NULL) AND (told_at IS NULL) = (told_how IS NULL)),
  CONSTRAINT restriction_lifted CHECK ((lifted_at IS NULL) = (lifted_by IS NULL)),
  -- The person hears of it before it is lifted (Article 18(3)).
  CONSTRAINT restriction_told_first CHECK (lifted_at IS NULL OR told_at IS NOT NULL AND told_at <= lifted_at)
);
CREATE INDEX restriction_standing ON ev.restriction (person_id) WHERE lifted_at IS NULL;
CREATE UNIQUE INDEX restriction_once ON ev.restriction (person_id, covers) WHERE lifted_at IS NULL;
CREATE UNIQUE INDEX restriction_of_enquiry ON ev.restriction (enquiry_id) WHERE lifted_at IS NULL AND enquiry_id IS NOT NULL;
CREATE INDEX restriction_enquiry ON ev.restriction (enquiry_id) WHERE enquiry_id IS NOT NULL;
CREATE INDEX restriction_of ON ev.restriction (request_id);
SELECT ev.guard_rows('restriction', 'person', false);

-- Of a restriction it is said that the person was told and, after that, that it is lifted. Nothing else of it changes.
CREATE FUNCTION ev.guard_restriction() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.told_at IS NOT NULL OR NEW.lifted_at IS NOT NULL THEN
      PERFORM ev.refuse_request('restriction_begins', 'a restriction begins with nothing done');
    END IF;
    IF current_setting('role') LIKE '%\_office\_%' THEN
      -- Whoever makes a case of the enquiry waits, and then makes none of it.
      PERFORM FROM ev.enquiry WHERE id = NEW.enquiry_id FOR UPDATE;
      IF NOT EXISTS (SELECT FROM ev.rights_request r WHERE r.id = NEW.request_id AND coalesce(r.person_id, r.enquiry_id) = coalesce(NEW.person_id, NEW.enquiry_id)
                        AND r.identity IN ('shown', 'not_needed') AND r.closed_on IS NULL) THEN
        PERFORM ev.refuse_request('restriction_of_request', 'a restriction follows from a request of the person');
      END IF;
    END IF;
    RETURN NEW;
  END IF;
  IF OLD.lifted_at IS NOT NULL AND NEW.person_id IS NOT DISTINCT FROM OLD.person_id AND NEW.request_id IS NOT DISTINCT FROM OLD.request_id THEN
    PERFORM ev.refuse_request('restriction_over', 'this restriction is lifted');
  END IF;
  IF NEW.lifted_at IS NOT NULL AND OLD.told_at IS NULL THEN
    PERFORM ev.refuse_request('restriction_told_first', 'the person is told before it is lifted');
  END IF;
  IF (NEW.covers, NEW.ground, NEW.placed_at, NEW.placed_by) IS DISTINCT FROM (OLD.covers, OLD.ground, OLD.placed_at, OLD.placed_by)
     OR NEW.request_id <> OLD.request_id OR NEW.enquiry_id IS DISTINCT FROM OLD.enquiry_id
     OR NEW.person_id <> OLD.person_id AND current_setting('role') NOT LIKE '%\_merging' THEN
    PERFORM ev.refuse_request('restriction_stands', 'a restriction is told of and lifted, not changed');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON ev.restriction FOR EACH ROW EXECUTE FUNCTION ev.guard_restriction();

-- Two records that become one, and two again: what stands on a person goes along.
CREATE FUNCTION ev.merge_endings() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    WITH moved AS (UPDATE ev.restriction SET person_id = NEW.kept_id WHERE person_id = NEW.merged_id AND NOT EXISTS (SELECT FROM ev.restriction o
      WHERE o.person_id = NEW.kept_id AND o.covers = restriction.covers AND o.lifted_at IS NULL AND restriction.lifted_at IS NULL) RETURNING id)
      INSERT INTO ev.person_merge_row (merge_id, kept_id, place, row_id) SELECT NEW.id, NEW.kept_id, 'restriction', id FROM moved;
  ELSE
    UPDATE ev.restriction q SET person_id = NEW.merged_id FROM ev.person_merge_row m
     WHERE m.merge_id = NEW.id AND m.place = 'restriction' AND m.row_id = q.id AND q.person_id = NEW.kept_id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER merge_rows_of_endings AFTER INSERT ON ev.person_merge FOR EACH ROW EXECUTE FUNCTION ev.merge_endings();
CREATE TRIGGER undo_merge_of_endings AFTER UPDATE OF undone_at ON ev.person_merge FOR EACH ROW
  WHEN (OLD.undone_at IS NULL AND NEW.undone_at IS NOT NULL) EXECUTE FUNCTION ev.merge_endings();
-- Whatever places were named before stay named.
DO $$
DECLARE was text;
BEGIN
  SELECT pg_catalog.pg_get_constraintdef(oid) INTO was FROM pg_catalog.pg_constraint
   WHERE conrelid = 'ev.person_merge_row'::regclass AND conname = 'person_merge_row_place_check';
  ALTER TABLE ev.person_merge_row DROP CONSTRAINT person_merge_row_place_check;
  EXECUTE 'ALTER TABLE ev.person_merge_row ADD CONSTRAINT person_merge_row_place_check ' || replace(was, 'ARRAY[', 'ARRAY[''restriction''::text, ');
END $$;

-- The enquiry of somebody who is no party, and by it whatever names it.
CREATE FUNCTION ev.enquiries_set_aside() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
DECLARE kept text := ev.kept('enquiries_set_aside');
BEGIN
  IF kept IS NOT NULL THEN RETURN kept; END IF;
  IF ev.nothing_aside() OR ev.reaches_set_aside() THEN RETURN ev.keep('enquiries_set_aside', '{}'); END IF;
  RETURN ev.keep('enquiries_set_aside', (SELECT coalesce(array_agg(enquiry_id), '{}')::text FROM ev.restriction WHERE lifted_at IS NULL AND enquiry_id IS NOT NULL));
END $$;

-- What is written to them about what they asked: that it is kept from use, say. It still goes, and whoever looks after mail learns when
-- it cannot.
CREATE FUNCTION ev.tellings_set_aside() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  RETURN (SELECT coalesce(array_agg(m.id), '{}') FROM ev.restriction t JOIN ev.message m USING (enquiry_id)
           JOIN ev.rights_request r ON r.id = m.about_id WHERE t.lifted_at IS NULL);
END $$;
-- Whether that is safe is asked again when it goes, of the enquiry that nobody else may read.
CREATE FUNCTION ev.enquirer_to_tell(p_message uuid)
RETURNS TABLE (email text, email_safety text, letter_safety text, safe_days text, safe_from text, safe_until text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF current_setting('role') NOT LIKE '%\_worker\_enquiries' AND (current_setting('role') NOT LIKE '%\_office\_enquiries' OR ev.row_scope() IS NULL) THEN
    RAISE EXCEPTION 'only what sends mail asks this' USING ERRCODE = '42501';
  END IF;
  RETURN QUERY SELECT e.email, e.email_safety, e.letter_safety, e.safe_days, e.safe_from, e.safe_until
    FROM ev.message m JOIN ev.enquiry e ON e.id = m.enquiry_id WHERE m.id = p_message AND m.id = ANY (ev.tellings_set_aside());
END $$;

-- No case is made of what is kept from use.
CREATE FUNCTION ev.refuse_set_aside() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF EXISTS (SELECT FROM ev.restriction WHERE enquiry_id = NEW.id AND lifted_at IS NULL) THEN
    PERFORM ev.refuse_request('enquiry_set_aside', 'this enquiry is kept and not used');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER refuse_set_aside BEFORE UPDATE OF case_id ON ev.enquiry FOR EACH ROW
  WHEN (OLD.case_id IS NULL AND NEW.case_id IS NOT NULL) EXECUTE FUNCTION ev.refuse_set_aside();

-- As before, and without whoever is in an enquiry that is set aside.
CREATE OR REPLACE FUNCTION ev.findable(OUT only_these uuid[], OUT not_these uuid[]) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  not_these := ev.walled_people() || ev.walled_cases() || ev.enquiries_set_aside();
  CASE ev.row_scope()
    WHEN 'any' THEN NULL;
    WHEN 'assigned' THEN only_these := ev.people_in_scope() || ev.cases_in_scope();
    ELSE only_these := '{}';
  END CASE;
END $$;
CREATE OR REPLACE FUNCTION ev.referral_progress(p_link bytea)
RETURNS TABLE (reference text, booked boolean, attended boolean) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT e.reference, coalesce(m.booked, false), coalesce(m.attended, false)
    FROM ev.referral r JOIN ev.enquiry e ON e.id = r.enquiry_id
    LEFT JOIN LATERAL (
      SELECT bool_or(t.status IN ('expected', 'attended')) AS booked, bool_or(t.status = 'attended') AS attended
        FROM ev.attendance t JOIN ev.appointment a ON a.id = t.appointment_id AND a.kind = 'miam'
       WHERE t.case_id = e.case_id AND t.zone = e.side) m ON true
   WHERE r.link_hash = p_link AND r.ended_on IS NULL
     AND NOT EXISTS (SELECT FROM ev.restriction t WHERE t.enquiry_id = e.id AND t.lifted_at IS NULL) $$;

-- Deleted because somebody asked (UK GDPR Article 17): who decided what goes and what stays, and for which claim. It is carried out in one
-- transaction, and its certificate, under the same identifier, says so.
CREATE TABLE ev.erasure_order (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  request_id uuid NOT NULL REFERENCES ev.rights_request ON DELETE CASCADE,
  person_id uuid REFERENCES ev.person ON DELETE SET NULL,
  enquiry_id uuid REFERENCES ev.enquiry ON DELETE SET NULL,
  categories text NOT NULL CHECK (categories ~ '^[a-zA-Z.]+( [a-zA-Z.]+)*$'),
  decided_at timestamptz NOT NULL DEFAULT ev.service_now(),
  decided_by uuid NOT NULL DEFAULT ev.actor(),
  UNIQUE (request_id)
);
SELECT ev.guard_rows('erasure_order', 'person', false);
CREATE FUNCTION ev.guard_erasure_order() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM ev.rights_request r WHERE r.id = NEW.request_id AND r.kind = 'erasure'
                    AND coalesce(r.person_id, r.enquiry_id) = coalesce(NEW.person_id, NEW.enquiry_id)
                    AND r.identity IN ('shown', 'not_needed') AND r.closed_on IS NULL) THEN
    PERFORM ev.refuse_request('erasure_of_request', 'what is deleted was asked for by its person');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT ON ev.erasure_order FOR EACH ROW EXECUTE FUNCTION ev.guard_erasure_order();

ALTER TABLE ev.destruction_certificate DROP CONSTRAINT destruction_certificate_aggregate_check;
ALTER TABLE ev.destruction_certificate ADD CONSTRAINT destruction_certificate_aggregate_check CHECK (aggregate IN ('case', 'enquiry', 'returning', 'person'));

-- What is one person's own and nobody else's: rows that name them, or their zone, or them as a party, and what hangs on these. A row
-- on which another's row hangs is not their own. Which tables there are is read from the catalogue. Not what says who is a party, what was
-- asked about data, and who keeps away from whom. Of somebody who only made an enquiry it is the enquiry and all that names it.
CREATE FUNCTION ev.own_part(p_person uuid) RETURNS TABLE (tab text, ids uuid[]) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  part jsonb := '{}'; t record; f record; found uuid[]; again boolean := true;
  enquirer CONSTANT boolean := EXISTS (SELECT FROM ev.enquiry WHERE id = p_person);
  apart CONSTANT text[] := '{person,party,rights_request,restriction,erasure_order,wall,party_code,consent_subject,person_merge_row,complaint,complaint_telling}';
BEGIN
  IF NOT (current_setting('role') LIKE '%\_retention' OR current_setting('role') LIKE '%\_office\_rights' AND ev.row_scope() = 'any'
          AND EXISTS (SELECT FROM ev.rights_request r WHERE p_person IN (r.person_id, r.enquiry_id) AND r.kind = 'erasure')) THEN
    RAISE EXCEPTION 'only who answers a request to delete asks this' USING ERRCODE = '42501';
  END IF;
  IF enquirer THEN
    FOR t IN
      SELECT c.relname AS tab, CASE c.relname WHEN 'enquiry' THEN 'id' WHEN 'life_event' THEN 'aggregate_id' WHEN 'retention_state' THEN 'aggregate_id'
                                 ELSE 'enquiry_id' END AS col, CASE c.relname WHEN 'retention_state' THEN 'aggregate_id' ELSE 'id' END AS key
        FROM pg_catalog.pg_class c
       WHERE c.relnamespace = 'ev'::regnamespace AND c.relkind = 'r' AND (c.relname IN ('enquiry', 'life_event', 'retention_state')
             OR c.relname NOT IN ('rights_request', 'erasure_order') AND EXISTS (SELECT FROM pg_catalog.pg_attribute a
                  WHERE a.attrelid = c.oid AND a.attname = 'enquiry_id' AND NOT a.attisdropped)) ORDER BY 1
    LOOP
      EXECUTE pg_catalog.format('SELECT coalesce(array_agg(t.%I ORDER BY t.%I), ''{}'') FROM ev.%I t WHERE t.%I = $1', t.key, t.key, t.tab, t.col) INTO found USING p_person;
      IF found <> '{}' THEN part := part || jsonb_build_object(t.tab, to_jsonb(found)); END IF;
    END LOOP;
  END IF;
  FOR t IN
    SELECT c.relname AS tab, bool_or(a.attname = 'person_id') AS person, bool_or(a.attname = 'zone') AS zone
      FROM pg_catalog.pg_class c JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid
     WHERE c.relnamespace = 'ev'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped AND c.relname <> ALL (apart)
     GROUP BY 1 HAVING NOT enquirer AND bool_or(a.attname = 'id') AND bool_or(a.attname IN ('person_id', 'zone', 'party_id')) ORDER BY 1
  LOOP
    EXECUTE pg_catalog.format('SELECT coalesce(array_agg(t.id ORDER BY t.id), ''{}'') FROM ev.%I t WHERE %s', t.tab, CASE
      WHEN t.tab = 'message' THEN '(t.zone, t.case_id) IN (SELECT side, case_id FROM ev.party WHERE person_id = $1) AND NOT EXISTS (SELECT FROM ev.rights_request r WHERE r.id = t.about_id)'
      WHEN t.zone THEN '(t.zone, t.case_id) IN (SELECT side, case_id FROM ev.party WHERE person_id = $1)'
      WHEN t.person THEN 't.person_id = $1'
      ELSE 't.party_id IN (SELECT id FROM ev.party WHERE person_id = $1)' END) INTO found USING p_person;
    IF found <> '{}' THEN part := part || jsonb_build_object(t.tab, to_jsonb(found)); END IF;
  END LOOP;
  WHILE again LOOP
    again := false;
    FOR f IN
      SELECT c.relname AS child, p.relname AS parent, a.attname AS col,
             EXISTS (SELECT FROM pg_catalog.pg_attribute x WHERE x.attrelid = c.oid AND x.attname IN ('zone', 'person_id', 'party_id') AND NOT x.attisdropped)
               OR c.relname = ANY (apart) AS has_owner
        FROM pg_catalog.pg_constraint k JOIN pg_catalog.pg_class c ON c.oid = k.conrelid JOIN pg_catalog.pg_class p ON p.oid = k.confrelid
        JOIN pg_catalog.pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
       WHERE k.contype = 'f' AND k.confdeltype IN ('a', 'r') AND k.connamespace = 'ev'::regnamespace AND part ? p.relname::text
    LOOP
      IF NOT part ? f.parent::text THEN CONTINUE; END IF;
      EXECUTE pg_catalog.format('SELECT coalesce(array_agg(DISTINCT %s), ''{}'') FROM ev.%I t WHERE t.%I = ANY ($1) AND t.id <> ALL ($2)',
        CASE WHEN f.has_owner THEN pg_catalog.format('t.%I', f.col) ELSE 't.id' END, f.child, f.col) INTO found
        USING ARRAY(SELECT jsonb_array_elements_text(part -> f.parent)::uuid), ARRAY(SELECT jsonb_array_elements_text(coalesce(part -> f.child, '[]'))::uuid);
      IF found = '{}' THEN CONTINUE; END IF;
      again := true;
      IF f.has_owner THEN
        part := jsonb_set(part, ARRAY[f.parent::text], (SELECT coalesce(jsonb_agg(it), '[]') FROM jsonb_array_elements_text(part -> f.parent) AS it WHERE it::uuid <> ALL (found)));
      ELSE
        part := jsonb_set(part, ARRAY[f.child::text], coalesce(part -> f.child, '[]') || to_jsonb(found));
      END IF;
    END LOOP;
  END LOOP;
  RETURN QUERY SELECT e.key, ARRAY(SELECT jsonb_array_elements_text(e.value)::uuid) FROM jsonb_each(part) AS e WHERE e.value <> '[]';
END $$;

-- What keeps a person's data from being deleted now: a hold on a case of theirs, another request of theirs to see it, their own wish that
-- it is kept, or that they still mediate. Of an enquiry: that a case was made of it since.
CREATE FUNCTION ev.stays_of_person(p_person uuid) RETURNS text[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  RETURN array_remove(ARRAY[
    CASE WHEN EXISTS (SELECT FROM ev.party p WHERE p.person_id = p_person AND ev.is_held(p.case_id)) THEN 'hold' END,
    CASE WHEN EXISTS (SELECT FROM ev.rights_request r WHERE p_person IN (r.person_id, r.enquiry_id) AND r.kind IN ('access', 'portability') AND r.closed_on IS NULL) THEN 'request' END,
    CASE WHEN EXISTS (SELECT FROM ev.restriction r WHERE p_person IN (r.person_id, r.enquiry_id) AND r.lifted_at IS NULL AND r.ground IN ('unlawful', 'claims')) THEN 'restriction' END,
    CASE WHEN EXISTS (SELECT FROM ev.party p JOIN ev.case_file f ON f.id = p.case_id WHERE p.person_id = p_person AND f.status = 'live') THEN 'live' END,
    CASE WHEN EXISTS (SELECT FROM ev.enquiry e WHERE e.id = p_person AND e.case_id IS NOT NULL) THEN 'file' END,
    CASE WHEN EXISTS (SELECT FROM ev.message m WHERE p_person IN (m.person_id, m.enquiry_id) AND m.status = 'waiting') THEN 'mail' END], NULL);
END $$;

-- Whoever is told that a restriction ends is reached as they were when they asked for it, when their request is closed too. Nothing is
-- posted to a party while it stands: a letter is part of what nobody may use, so whoever posts would never see it. E-mail goes by itself.
CREATE OR REPLACE FUNCTION ev.ways_of_request(p_request uuid) RETURNS TABLE (id uuid, kind text, value text, source text, safety text,
  voicemail_safety text, confirmed_at timestamptz, made_at timestamptz, shared boolean, card jsonb)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
DECLARE person uuid; enquiry uuid;
BEGIN
  IF ev.row_scope() IS NULL OR current_setting('role') NOT LIKE '%\_office\_rights' THEN
    RAISE EXCEPTION 'only who answers requests asks this' USING ERRCODE = '42501';
  END IF;
  SELECT r.person_id, r.enquiry_id INTO person, enquiry FROM ev.rights_request r
   WHERE r.id = p_request AND (r.person_id = ANY (ev.walled_people())) IS NOT TRUE
     AND (r.closed_on IS NULL OR EXISTS (SELECT FROM ev.restriction t WHERE t.request_id = r.id AND t.lifted_at IS NULL));
  RETURN QUERY
    SELECT c.id, c.kind, c.value, c.source, c.safety, c.voicemail_safety, c.confirmed_at, c.made_at,
           EXISTS (SELECT FROM ev.shared_contact(person) s WHERE s.contact_point_id = c.id),
           (SELECT jsonb_build_object('email', s.email, 'telephone', s.telephone, 'text_message', s.text_message,
                                      'voicemail', s.voicemail, 'letter', s.letter)
              FROM ev.safe_contact s WHERE s.person_id = person ORDER BY s.version DESC LIMIT 1)
      FROM ev.contact_point c WHERE c.person_id = person AND c.ended_at IS NULL
       AND (c.kind <> 'address' OR NOT EXISTS (SELECT FROM ev.restriction t WHERE t.person_id = person AND t.lifted_at IS NULL))
    UNION ALL
    SELECT w.id, w.kind, w.value, w.source, w.safety, w.voicemail_safety, NULL, w.made_at, w.shared, NULL FROM ev.ways_of_enquiry(enquiry) w
    ORDER BY kind, made_at;
END $$;

-- What a hold is for, and on whose word. It is looked at again within half a year.
ALTER TABLE ev.hold
  ADD COLUMN kind text NOT NULL DEFAULT 'claim' CHECK (kind IN ('claim', 'complaint', 'audit', 'safeguarding', 'request')),
  ADD COLUMN authority text NOT NULL DEFAULT 'ourselves' CHECK (authority IN ('court', 'solicitor', 'regulator', 'insurer', 'auditor', 'police', 'person', 'ourselves')),
  ADD CONSTRAINT hold_review_soon CHECK (review_on <= (placed_at AT TIME ZONE 'Europe/London')::date + interval '6 months');

-- What a later migration must leave while anything is held: each column of a guarded table, by number, since a name may change, and how
-- many rows say something in it. Empty when nothing is held.
CREATE FUNCTION ev.held_inventory() RETURNS TABLE (place text, at_least bigint) LANGUAGE plpgsql STABLE SET search_path = '' AS $$
DECLARE c record; n bigint;
BEGIN
  IF NOT EXISTS (SELECT FROM ev.hold WHERE lifted_at IS NULL) THEN RETURN; END IF;
  FOR c IN SELECT r.oid, r.relname, a.attnum, a.attname FROM pg_catalog.pg_class r JOIN pg_catalog.pg_trigger g ON g.tgrelid = r.oid
             JOIN pg_catalog.pg_attribute a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped
            WHERE r.relnamespace = 'ev'::regnamespace AND g.tgname IN ('hold', 'standing') AND g.tgenabled = 'O' ORDER BY 2, 3 LOOP
    EXECUTE pg_catalog.format('SELECT count(nullif(t.%I::text, '''')) FROM ev.%I t', c.attname, c.relname) INTO n;
    RETURN QUERY SELECT c.oid || '.' || c.attnum, n;
  END LOOP;
END $$;

SELECT ev.keep_no_samples();
