-- What somebody gets who asks to see what is held of them: collected by the service, looked through by a colleague, let go by two people.
-- Of what they may not have no word is copied: there is only where it stands and why it stays.

CREATE TABLE ev.access_pack (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  request_id uuid NOT NULL REFERENCES ev.rights_request,
  state text NOT NULL DEFAULT 'asked' CHECK (state IN ('asked', 'collected', 'ready', 'released', 'aside')),
  asked_by uuid NOT NULL REFERENCES ev.staff,
  asked_at timestamptz NOT NULL DEFAULT ev.service_now(),
  collected_at timestamptz,
  openings jsonb NOT NULL DEFAULT '[]',
  told jsonb NOT NULL DEFAULT '[]',
  ready_by uuid REFERENCES ev.staff,
  ready_at timestamptz,
  released_by uuid REFERENCES ev.staff,
  released_at timestamptz,
  good_until date,
  -- How they were told that it is there; empty where no way to write is safe.
  said_how text CHECK (said_how IN ('email', 'letter')),
  emptied_at timestamptz,
  CONSTRAINT pack_collected CHECK (state IN ('asked', 'aside') OR collected_at IS NOT NULL),
  CONSTRAINT pack_ready CHECK ((ready_by IS NULL) = (ready_at IS NULL) AND (state NOT IN ('ready', 'released') OR ready_by IS NOT NULL)),
  CONSTRAINT pack_released CHECK ((state = 'released') = (released_by IS NOT NULL) AND (released_by IS NULL) = (released_at IS NULL)
    AND (released_by IS NULL) = (good_until IS NULL)),
  -- One person alone lets nothing go.
  CONSTRAINT pack_two_people CHECK (released_by <> ready_by)
);
CREATE UNIQUE INDEX access_pack_once ON ev.access_pack (request_id) WHERE state <> 'aside';

-- One column of one row. `text` is what the person gets of it, or would; empty where it stays.
CREATE TABLE ev.pack_item (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  pack_id uuid NOT NULL REFERENCES ev.access_pack,
  turn integer NOT NULL,
  place text NOT NULL,
  row_id text NOT NULL,
  field text NOT NULL,
  at text,
  belongs text NOT NULL CHECK (belongs IN ('mine', 'joint', 'theirs', 'third', 'office', 'confidential', 'privileged')),
  course text NOT NULL CHECK (course IN ('given', 'to_review', 'withheld')),
  text text,
  -- What is taken out of the text: from, to, kind, whether it may be put back.
  masks jsonb NOT NULL DEFAULT '[]',
  decision text CHECK (decision IN ('given', 'withheld')),
  considered jsonb NOT NULL DEFAULT '[]',
  health text NOT NULL DEFAULT 'none' CHECK (health IN ('none', 'own_words', 'seen', 'not_seen')),
  opinion_on date,
  opinion text CHECK (opinion IN ('no_harm', 'harm')),
  decided_by uuid REFERENCES ev.staff,
  decided_at timestamptz,
  UNIQUE (pack_id, place, row_id, field),
  CONSTRAINT pack_item_kept_back CHECK (course <> 'withheld' OR text IS NULL),
  CONSTRAINT pack_item_never CHECK (belongs NOT IN ('theirs', 'third', 'confidential', 'privileged') OR course = 'withheld'),
  CONSTRAINT pack_item_reviewed CHECK (decision IS NULL OR course = 'to_review'),
  -- What is decided says by whom and by which five things (DPA 2018, Schedule 2, paragraph 16(3)).
  CONSTRAINT pack_item_decided CHECK ((decision IS NULL) = (decided_by IS NULL) AND (decision IS NULL) = (decided_at IS NULL)
    AND (decision IS NULL OR jsonb_array_length(considered) = 5)),
  CONSTRAINT pack_item_opinion CHECK ((opinion IS NULL) = (opinion_on IS NULL)),
  -- Data about health that they have not seen goes when a health professional says that it does no serious harm, and stays when one says
  -- that it does (Schedule 3, paragraphs 5 and 6). Neither is for us to say.
  CONSTRAINT pack_item_health CHECK (health <> 'not_seen' OR decision IS NULL
    OR decision = 'given' AND opinion IS NOT DISTINCT FROM 'no_harm' OR decision = 'withheld')
);
CREATE INDEX pack_item_order ON ev.pack_item (pack_id, turn);

-- Each time that a pack was taken, by the person or by a colleague for them.
CREATE TABLE ev.pack_taking (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  pack_id uuid NOT NULL REFERENCES ev.access_pack,
  what text NOT NULL CHECK (what IN ('pdf', 'json', 'documents', 'archive', 'portable')),
  taken_by uuid REFERENCES ev.staff DEFAULT (CASE WHEN current_setting('role') LIKE '%\_office\_%' THEN ev.actor() END),
  taken_at timestamptz NOT NULL DEFAULT ev.service_now()
);
CREATE INDEX pack_taking_of ON ev.pack_taking (pack_id);

CREATE FUNCTION ev.refuse_pack(p_constraint text, p_words text) RETURNS void LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  RAISE EXCEPTION '%', p_words USING ERRCODE = '23514', CONSTRAINT = p_constraint;
END $$;

CREATE FUNCTION ev.request_is_answerable(p_request uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
RETURN EXISTS (SELECT FROM ev.rights_request r
                WHERE r.id = p_request AND r.closed_on IS NULL AND r.kind IN ('access', 'portability') AND num_nonnulls(r.person_id, r.enquiry_id) = 1
                  AND r.identity IN ('shown', 'not_needed') AND (r.asked_for <> 'represented' OR r.authority_on IS NOT NULL));

-- A pack is begun when it is known who asks; it is let go by somebody other than the one who found it ready, when all was looked at.
CREATE FUNCTION ev.guard_pack() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'asked' OR NEW.asked_by IS DISTINCT FROM ev.actor() THEN
      PERFORM ev.refuse_pack('pack_begins', 'a pack begins with nothing in it');
    END IF;
    IF ev.request_is_answerable(NEW.request_id) IS NOT TRUE THEN
      PERFORM ev.refuse_pack('pack_identity_first', 'it is not known who asks');
    END IF;
    RETURN NEW;
  END IF;
  IF NEW.request_id <> OLD.request_id OR NEW.asked_by <> OLD.asked_by OR OLD.state = 'aside'
     OR OLD.state = 'released' AND (NEW.state, NEW.ready_by, NEW.released_by, NEW.good_until)
        IS DISTINCT FROM (OLD.state, OLD.ready_by, OLD.released_by, OLD.good_until) THEN
    PERFORM ev.refuse_pack('pack_over', 'this pack has gone');
  END IF;
  IF NEW.state = 'ready' AND OLD.state <> 'ready' AND NEW.ready_by IS DISTINCT FROM ev.actor()
     OR NEW.state = 'released' AND OLD.state <> 'released' AND NEW.released_by IS DISTINCT FROM ev.actor() THEN
    PERFORM ev.refuse_pack('pack_by', 'who lets a pack go says so themselves');
  END IF;
  IF NEW.state = 'released' AND OLD.state <> 'released' AND (OLD.state <> 'ready' OR NEW.ready_by IS DISTINCT FROM OLD.ready_by) THEN
    PERFORM ev.refuse_pack('pack_ready_first', 'somebody finds a pack ready first');
  END IF;
  IF NEW.state IN ('ready', 'released') AND NEW.state <> OLD.state THEN
    IF ev.request_is_answerable(NEW.request_id) IS NOT TRUE THEN
      PERFORM ev.refuse_pack('pack_identity_first', 'it is not known who asks');
    END IF;
    IF EXISTS (SELECT FROM ev.pack_item i WHERE i.pack_id = NEW.id AND i.course = 'to_review' AND i.decision IS NULL) THEN
      PERFORM ev.refuse_pack('pack_undecided', 'something was not looked at');
    END IF;
    IF EXISTS (SELECT FROM ev.pack_item i WHERE i.pack_id = NEW.id AND i.health = 'not_seen' AND i.decision = 'given'
                  AND i.opinion_on < ((ev.service_now() AT TIME ZONE 'Europe/London')::date - interval '6 months')::date) THEN
      PERFORM ev.refuse_pack('pack_opinion_old', 'an opinion is older than six months');
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON ev.access_pack FOR EACH ROW EXECUTE FUNCTION ev.guard_pack();

-- Once it has gone, a pack is what it was, until its words are taken out of it. A pack that changes is not ready any more.
CREATE FUNCTION ev.guard_pack_item() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE k ev.access_pack;
BEGIN
  SELECT * INTO k FROM ev.access_pack WHERE id = coalesce(NEW.pack_id, OLD.pack_id) FOR UPDATE;
  IF TG_OP = 'INSERT' THEN
    IF k.state <> 'asked' THEN PERFORM ev.refuse_pack('pack_over', 'this pack was collected'); END IF;
    RETURN NEW;
  END IF;
  IF k.emptied_at IS NOT NULL THEN RETURN NEW; END IF;
  IF (NEW.pack_id, NEW.place, NEW.row_id, NEW.field, NEW.belongs, NEW.course)
     IS DISTINCT FROM (OLD.pack_id, OLD.place, OLD.row_id, OLD.field, OLD.belongs, OLD.course) THEN
    PERFORM ev.refuse_pack('pack_item_stands', 'what something is stays');
  END IF;
  IF k.state = 'ready' AND NEW.text IS NOT DISTINCT FROM OLD.text THEN
    UPDATE ev.access_pack SET state = 'collected', ready_by = NULL, ready_at = NULL WHERE id = k.id;
  ELSIF k.state NOT IN ('collected', 'ready') THEN
    PERFORM ev.refuse_pack('pack_over', 'this pack has gone');
  END IF;
  -- Taken out is what the masks say when it goes, and nothing else changes the words.
  IF NEW.text IS DISTINCT FROM OLD.text AND k.state <> 'ready' THEN
    PERFORM ev.refuse_pack('pack_item_words', 'words are taken out when a pack goes');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON ev.pack_item FOR EACH ROW EXECUTE FUNCTION ev.guard_pack_item();

-- The rows of one table that lead to the person of a pack which is being collected: by themselves, by the cases in which they are a
-- party, or by a row that one of these leads to; for somebody who is no party, by the enquiry that they made. For the worker alone:
-- nobody who sits at a screen reads with it.
CREATE FUNCTION ev.pack_rows(p_pack uuid, p_table text, p_column text, p_root text, p_parent text, p_parent_column text)
RETURNS SETOF jsonb LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
DECLARE me uuid; asked uuid; roots uuid[]; rows_of text;
BEGIN
  SELECT person_id, enquiry_id INTO me, asked FROM ev.asker_of_pack(p_pack);
  IF me IS NULL AND asked IS NULL THEN RETURN; END IF;
  IF p_root = 'enquiry' THEN
    roots := array_remove(ARRAY[asked], NULL);
  ELSIF p_root = 'person' THEN
    roots := ARRAY[me] || ARRAY(SELECT id FROM ev.person WHERE merged_into = me);
  ELSE
    roots := ARRAY(SELECT case_id FROM ev.party WHERE person_id = me);
  END IF;
  IF p_parent IS NULL THEN
    rows_of := pg_catalog.format('SELECT to_jsonb(t) FROM ev.%I t WHERE t.%I = ANY ($1) ORDER BY to_jsonb(t) ->> ''id''', p_table, p_column);
  ELSE
    rows_of := pg_catalog.format('SELECT to_jsonb(t) FROM ev.%I t WHERE t.%I IN (SELECT p.id FROM ev.%I p WHERE p.%I = ANY ($1)) ORDER BY to_jsonb(t) ->> ''id''',
      p_table, p_column, p_parent, p_parent_column);
  END IF;
  RETURN QUERY EXECUTE rows_of USING roots;
END $$;

CREATE FUNCTION ev.asker_of_pack(p_pack uuid) RETURNS TABLE (person_id uuid, enquiry_id uuid) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF current_setting('role') NOT LIKE '%\_worker\_rights' THEN
    RAISE EXCEPTION 'only what collects a pack asks this' USING ERRCODE = '42501';
  END IF;
  RETURN QUERY SELECT r.person_id, r.enquiry_id FROM ev.access_pack k JOIN ev.rights_request r ON r.id = k.request_id
                WHERE k.id = p_pack AND k.state = 'asked' AND ev.request_is_answerable(r.id);
END $$;

-- By what the others in the person's cases can be known, and what is the person's own; so that the first is found in what was written
-- freely. For the worker alone.
CREATE FUNCTION ev.pack_family(p_pack uuid) RETURNS TABLE (own boolean, who text, kind text, value text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
DECLARE me uuid; asked uuid; cases uuid[];
BEGIN
  SELECT person_id, enquiry_id INTO me, asked FROM ev.asker_of_pack(p_pack);
  IF me IS NULL AND asked IS NULL THEN RETURN; END IF;
  cases := ARRAY(SELECT case_id FROM ev.party WHERE person_id = me);
  RETURN QUERY
    WITH people AS (
      SELECT DISTINCT n.id, n.id = me AS own FROM ev.party p JOIN ev.person n ON n.id = p.person_id WHERE p.case_id = ANY (cases)),
    sides AS (SELECT p.case_id, p.side FROM ev.party p WHERE p.person_id = me)
    SELECT p.own, 'party', 'name', v.name FROM people p JOIN ev.person n ON n.id = p.id,
           unnest(ARRAY[n.given_name, n.family_name, n.known_as] || regexp_split_to_array(coalesce(n.former_names, ''), '[,;\n]')) AS v (name)
              WHERE trim(v.name) <> ''
    UNION ALL SELECT p.own, 'party', 'birth', n.birth_date::text FROM people p JOIN ev.person n ON n.id = p.id WHERE n.birth_date IS NOT NULL
    UNION ALL SELECT p.own, 'party', c.kind, c.value FROM people p JOIN ev.contact_point c ON c.person_id = p.id WHERE c.value <> ''
    UNION ALL SELECT p.own, 'party', 'address', w.address FROM people p JOIN ev.whereabouts w ON w.person_id = p.id WHERE w.address <> ''
    UNION ALL SELECT p.own, 'party', 'postcode', w.postcode FROM people p JOIN ev.whereabouts w ON w.person_id = p.id WHERE w.postcode <> ''
    UNION ALL SELECT false, 'child', 'name', v.name FROM ev.child c, unnest(ARRAY[c.given_name, c.family_name]) AS v (name)
               WHERE c.case_id = ANY (cases) AND v.name <> ''
    UNION ALL SELECT false, 'child', 'birth', c.birth_date::text FROM ev.child c WHERE c.case_id = ANY (cases) AND c.birth_date IS NOT NULL
    UNION ALL SELECT (e.case_id, e.side) IN (SELECT s.case_id, s.side FROM sides s), 'professional', v.kind, v.value
                FROM ev.referral f JOIN ev.enquiry e ON e.id = f.enquiry_id,
                     LATERAL (VALUES ('name', f.name), ('name', f.organisation), ('email', f.email), ('telephone', f.telephone)) AS v (kind, value)
               WHERE e.case_id = ANY (cases) AND v.value <> ''
    UNION ALL SELECT (e.case_id, e.side) IN (SELECT s.case_id, s.side FROM sides s), 'party', v.kind, v.value
                FROM ev.enquiry e,
                     LATERAL (VALUES ('name', e.given_name), ('name', e.family_name), ('email', e.email), ('telephone', e.telephone),
                             ('address', e.address), ('postcode', e.postcode), ('birth', e.birth_date::text)) AS v (kind, value)
               WHERE e.case_id = ANY (cases) AND e.side IS NOT NULL AND v.value <> ''
    UNION ALL SELECT v.own, v.who, v.kind, v.value
                FROM ev.enquiry e LEFT JOIN ev.referral f ON f.enquiry_id = e.id,
                     LATERAL (VALUES (true, 'party', 'name', e.given_name), (true, 'party', 'name', e.family_name), (true, 'party', 'email', e.email),
                             (true, 'party', 'telephone', e.telephone), (true, 'party', 'address', e.address), (true, 'party', 'postcode', e.postcode),
                             (true, 'party', 'birth', e.birth_date::text), (true, 'professional', 'name', f.name),
                             (true, 'professional', 'name', f.organisation), (true, 'professional', 'email', f.email),
                             (true, 'professional', 'telephone', f.telephone), (false, 'party', 'name', e.other_given_name),
                             (false, 'party', 'name', e.other_family_name)) AS v (own, who, kind, value)
               WHERE e.id = asked AND v.value <> '';
END $$;

-- Who has opened the file, by what they do here and from when to when; not for what must stay unknown. For the worker alone.
CREATE FUNCTION ev.pack_openings(p_pack uuid) RETURNS TABLE (role text, first_on date, last_on date, times integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
DECLARE me uuid; asked uuid;
BEGIN
  SELECT person_id, enquiry_id INTO me, asked FROM ev.asker_of_pack(p_pack);
  RETURN QUERY
    SELECT s.role, min(l.at AT TIME ZONE 'Europe/London')::date, max(l.at AT TIME ZONE 'Europe/London')::date, count(*)::integer
      FROM ev.access_log l JOIN ev.staff s ON s.id = l.actor
     WHERE (l.case_id IN (SELECT p.case_id FROM ev.party p WHERE p.person_id = me) OR l.subject_id = asked)
       AND l.db_role NOT SIMILAR TO '%\_(screening|child_voice|safeguarding|legal_claims|conflicts)'
     GROUP BY s.role ORDER BY 2, 1;
END $$;

-- What the person may take: their own packs, while they are good.
CREATE FUNCTION ev.own_packs() RETURNS TABLE (id uuid, request_id uuid, kind text, reference text, released_at timestamptz, good_until date)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF current_setting('role') NOT LIKE '%\_portal\_rights' THEN RAISE EXCEPTION 'only the person asks this' USING ERRCODE = '42501'; END IF;
  RETURN QUERY
    SELECT k.id, r.id, r.kind, r.reference, k.released_at, k.good_until
      FROM ev.access_pack k JOIN ev.rights_request r ON r.id = k.request_id
     WHERE r.person_id = ev.actor() AND r.asked_for = 'self' AND k.state = 'released' AND k.emptied_at IS NULL
       AND k.good_until >= (ev.service_now() AT TIME ZONE 'Europe/London')::date
     ORDER BY k.released_at DESC, k.id;
END $$;

-- True when whoever acts may take the words of a pack: the person while it is good, or who answers requests once it was let go.
CREATE FUNCTION ev.may_take_pack(p_pack uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF current_setting('role') LIKE '%\_portal\_rights' THEN RETURN EXISTS (SELECT FROM ev.own_packs() o WHERE o.id = p_pack); END IF;
  RETURN current_setting('role') LIKE '%\_office\_rights' AND ev.row_scope() IS NOT NULL
     AND EXISTS (SELECT FROM ev.access_pack k JOIN ev.rights_request r ON r.id = k.request_id
                  WHERE k.id = p_pack AND k.emptied_at IS NULL AND (r.person_id = ANY (ev.walled_people())) IS NOT TRUE);
END $$;

CREATE FUNCTION ev.words_of_pack(p_pack uuid) RETURNS TABLE (turn integer, place text, row_id text, field text, at text, belongs text, text text, masks jsonb)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF ev.may_take_pack(p_pack) IS NOT TRUE THEN RETURN; END IF;
  RETURN QUERY
    SELECT i.turn, i.place, i.row_id, i.field, i.at, i.belongs, i.text, i.masks FROM ev.pack_item i
     WHERE i.pack_id = p_pack AND i.text IS NOT NULL AND (i.course = 'given' OR i.decision = 'given') ORDER BY i.turn;
END $$;

-- What of a pack is told beside the words.
CREATE FUNCTION ev.head_of_pack(p_pack uuid) RETURNS TABLE (reference text, kind text, name text, collected_at timestamptz, released_at timestamptz,
  good_until date, openings jsonb, told jsonb) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF ev.may_take_pack(p_pack) IS NOT TRUE THEN RETURN; END IF;
  RETURN QUERY
    SELECT r.reference, r.kind, trim(coalesce(n.given_name, e.given_name) || ' ' || coalesce(n.family_name, e.family_name)), k.collected_at, k.released_at, k.good_until, k.openings, k.told
      FROM ev.access_pack k JOIN ev.rights_request r ON r.id = k.request_id
      LEFT JOIN ev.person n ON n.id = r.person_id LEFT JOIN ev.enquiry e ON e.id = r.enquiry_id
     WHERE k.id = p_pack AND num_nonnulls(n.id, e.id) = 1;
END $$;

-- The papers of a pack, with what opens them.
CREATE FUNCTION ev.papers_of_pack(p_pack uuid) RETURNS TABLE (id uuid, name text, media_type text, size_bytes integer, sha256 text, stored_name text, wrapped text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF ev.may_take_pack(p_pack) IS NOT TRUE OR NOT EXISTS (SELECT FROM ev.access_pack k WHERE k.id = p_pack AND k.state = 'released') THEN RETURN; END IF;
  RETURN QUERY
    SELECT f.id, i.text, f.media_type::text, f.size_bytes::integer, f.sha256::text, f.stored_name::text, c.wrapped::text
      FROM ev.pack_item i JOIN ev.stored_file f ON f.id::text = i.row_id JOIN ev.case_key c ON c.case_id = f.case_id
     WHERE i.pack_id = p_pack AND i.place = 'stored_file' AND i.field = 'name' AND i.text IS NOT NULL
       AND (i.course = 'given' OR i.decision = 'given') AND f.status = 'released' ORDER BY i.turn;
END $$;

-- Records that a pack was taken.
CREATE FUNCTION ev.take_pack(p_pack uuid, p_what text) RETURNS uuid LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
DECLARE taken uuid;
BEGIN
  IF ev.may_take_pack(p_pack) IS NOT TRUE OR NOT EXISTS (SELECT FROM ev.access_pack k WHERE k.id = p_pack AND k.state = 'released') THEN RETURN NULL; END IF;
  INSERT INTO ev.pack_taking (pack_id, what, taken_by)
    VALUES (p_pack, p_what, CASE WHEN current_setting('role') LIKE '%\_office\_%' THEN ev.actor() END) RETURNING id INTO taken;
  RETURN taken;
END $$;

SELECT ev.keep_no_samples();
