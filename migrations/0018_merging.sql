-- Two records of one person become one, and within a time two again.

ALTER TABLE ev.person ADD COLUMN merged_into uuid REFERENCES ev.person;
CREATE INDEX person_merged_into ON ev.person (merged_into) WHERE merged_into IS NOT NULL;

-- Who said that two records are of one person, how they know, and what agrees in both. The names and the date of birth that the kept
-- record took over are remembered, so that they can be given back.
CREATE TABLE ev.person_merge (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  kept_id uuid NOT NULL REFERENCES ev.person,
  merged_id uuid NOT NULL REFERENCES ev.person,
  agreeing text NOT NULL,
  reason text NOT NULL CHECK (reason <> ''),
  merged_by uuid NOT NULL DEFAULT ev.actor() REFERENCES ev.staff,
  merged_at timestamptz NOT NULL DEFAULT ev.service_now(),
  undo_until date NOT NULL,
  names_before text,
  names_after text,
  names_added text NOT NULL DEFAULT '',
  birth_taken text,
  undone_at timestamptz,
  undone_by uuid REFERENCES ev.staff,
  undo_reason text CHECK (undo_reason <> ''),
  CONSTRAINT person_merge_of_two CHECK (kept_id <> merged_id),
  CHECK ((undone_at IS NULL) = (undone_by IS NULL) AND (undone_at IS NULL) = (undo_reason IS NULL))
);
CREATE UNIQUE INDEX person_merge_standing ON ev.person_merge (merged_id) WHERE undone_at IS NULL;
CREATE INDEX person_merge_kept ON ev.person_merge (kept_id);
SELECT ev.guard_rows('person_merge', 'person', false);

-- Exactly what went over, row by row; of a way of contact also what was said of its safety before and what the merge made of it.
CREATE TABLE ev.person_merge_row (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  merge_id uuid NOT NULL REFERENCES ev.person_merge,
  kept_id uuid NOT NULL REFERENCES ev.person,
  place text NOT NULL CHECK (place IN ('party', 'contact_point', 'whereabouts', 'person_correction', 'message', 'consent_subject',
                                       'task', 'wall', 'safety', 'card')),
  row_id uuid NOT NULL,
  safety_before text CHECK (safety_before IN ('safe', 'unsafe', 'not_asked')),
  voicemail_before text CHECK (voicemail_before IN ('safe', 'unsafe', 'not_asked')),
  safety_after text CHECK (safety_after IN ('safe', 'unsafe', 'not_asked')),
  voicemail_after text CHECK (voicemail_after IN ('safe', 'unsafe', 'not_asked')),
  CONSTRAINT person_merge_row_once UNIQUE (merge_id, place, row_id)
);
CREATE INDEX person_merge_row_kept ON ev.person_merge_row (kept_id);
SELECT ev.guard_rows('person_merge_row', 'person', false);

-- Whoever has two people on record takes their files and both records, in one order, before looking: two merges at once, a file that
-- is being closed or destroyed, and a party who is being added wait for each other here.
CREATE FUNCTION ev.lock_people(p_people uuid[]) RETURNS void LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  PERFORM FROM ev.case_file f WHERE f.id IN (SELECT p.case_id FROM ev.party p WHERE p.person_id = ANY (p_people)) ORDER BY f.id FOR SHARE;
  PERFORM FROM ev.person p WHERE p.id = ANY (p_people) ORDER BY p.id FOR UPDATE;
END $$;

-- Nothing new is added to a record that went into another.
CREATE FUNCTION ev.refuse_merged() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  PERFORM FROM ev.person WHERE id = NEW.person_id AND merged_into IS NULL FOR KEY SHARE;
  IF NOT FOUND AND EXISTS (SELECT FROM ev.person WHERE id = NEW.person_id) THEN
    RAISE EXCEPTION 'this record went into another' USING ERRCODE = '23514', CONSTRAINT = 'record_merged';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER refuse_merged BEFORE INSERT ON ev.party FOR EACH ROW EXECUTE FUNCTION ev.refuse_merged();
CREATE TRIGGER refuse_merged BEFORE INSERT ON ev.contact_point FOR EACH ROW EXECUTE FUNCTION ev.refuse_merged();
CREATE TRIGGER refuse_merged BEFORE INSERT ON ev.whereabouts FOR EACH ROW EXECUTE FUNCTION ev.refuse_merged();
CREATE TRIGGER refuse_merged BEFORE INSERT ON ev.safe_contact FOR EACH ROW EXECUTE FUNCTION ev.refuse_merged();
CREATE TRIGGER refuse_merged BEFORE INSERT ON ev.wall FOR EACH ROW EXECUTE FUNCTION ev.refuse_merged();
CREATE TRIGGER refuse_merged BEFORE INSERT ON ev.party_code FOR EACH ROW EXECUTE FUNCTION ev.refuse_merged();

-- Two words that may both matter: each once, with a mark between.
CREATE FUNCTION ev.both_said(one text, other text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN coalesce(other, '') IN ('', one) THEN one WHEN coalesce(one, '') = '' THEN other ELSE one || '; ' || other END;

-- A party was let in to what one record held. What the two hold together is shown to nobody who came in before it was one.
CREATE FUNCTION ev.shut_doors(p_people uuid[]) RETURNS void LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  UPDATE ev.party_code SET ended_at = clock_timestamp() WHERE person_id = ANY (p_people) AND ended_at IS NULL;
  UPDATE auth.party_sign_in SET ended_at = clock_timestamp() WHERE person_id = ANY (p_people) AND ended_at IS NULL;
  UPDATE ev.message SET status = 'stopped', settled_at = ev.service_now() WHERE about_id = ANY (p_people) AND status = 'waiting';
END $$;

-- Whether everything that lets this person in was gone through with them since two records became one.
CREATE FUNCTION ev.asked_since_merge(p_person uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  RETURN NOT EXISTS (SELECT FROM ev.person_merge m WHERE m.kept_id = p_person AND m.undone_at IS NULL AND NOT EXISTS (
    SELECT FROM ev.details_confirmed d WHERE d.person_id = p_person AND d.confirmed_at > m.merged_at));
END $$;

CREATE OR REPLACE FUNCTION auth.still_lets_in(p_point uuid, p_person uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  RETURN p_point IS NULL OR EXISTS (SELECT FROM ev.contact_point c
    WHERE c.id = p_point AND c.person_id = p_person AND c.safety = 'safe' AND c.ended_at IS NULL)
    AND 'unsafe' IS DISTINCT FROM (SELECT s.email FROM ev.safe_contact s WHERE s.person_id = p_person ORDER BY s.version DESC LIMIT 1)
    AND ev.asked_since_merge(p_person);
END $$;

-- Before: may these two become one? Never two who met in one case, never over a wall, and each is in some case.
CREATE FUNCTION ev.check_merge() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  two uuid[] := ARRAY[NEW.kept_id, NEW.merged_id];
  kept ev.person;
  merged ev.person;
  own text;
BEGIN
  PERFORM ev.lock_people(two);
  SELECT * INTO kept FROM ev.person WHERE id = NEW.kept_id;
  SELECT * INTO merged FROM ev.person WHERE id = NEW.merged_id;
  IF kept.merged_into IS NOT NULL OR merged.merged_into IS NOT NULL OR two && ev.walled_people()
     OR NOT EXISTS (SELECT FROM ev.party WHERE person_id = kept.id) OR NOT EXISTS (SELECT FROM ev.party WHERE person_id = merged.id) THEN
    RAISE EXCEPTION 'one of them is not there' USING ERRCODE = '23514', CONSTRAINT = 'person_merge_no_such';
  END IF;
  IF EXISTS (SELECT FROM ev.party one JOIN ev.party other USING (case_id) WHERE one.person_id = kept.id AND other.person_id = merged.id) THEN
    RAISE EXCEPTION 'two parties of one case are two people' USING ERRCODE = '23514', CONSTRAINT = 'person_merge_one_case';
  END IF;
  IF EXISTS (SELECT FROM ev.wall w JOIN ev.case_file f ON f.mediator_id = w.staff_id JOIN ev.party p ON p.case_id = f.id
              WHERE w.lifted_at IS NULL AND w.person_id = ANY (two) AND p.person_id = ANY (two)) THEN
    RAISE EXCEPTION 'a mediator of theirs keeps away from them' USING ERRCODE = '23514', CONSTRAINT = 'person_merge_walled';
  END IF;
  SELECT string_agg(DISTINCT name, ', ') INTO own
    FROM (VALUES (btrim(merged.given_name || ' ' || merged.family_name)), (merged.known_as), (merged.former_names)) AS it (name)
   WHERE name <> '' AND ev.plain_name(name) <> ev.plain_name(kept.given_name || ' ' || kept.family_name)
     AND position(ev.plain_name(name) IN ev.plain_name(coalesce(kept.former_names, ''))) = 0;
  NEW.names_before := kept.former_names;
  NEW.names_added := coalesce(own, '');
  NEW.names_after := nullif(concat_ws(', ', kept.former_names, own), '');
  NEW.birth_taken := CASE WHEN kept.birth_date IS NULL THEN merged.birth_date END;
  RETURN NEW;
END $$;
CREATE TRIGGER check_merge BEFORE INSERT ON ev.person_merge FOR EACH ROW EXECUTE FUNCTION ev.check_merge();

-- One form in which equal ways of contact are equal; an address has its own.
CREATE FUNCTION ev.contact_form(p_point ev.contact_point) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
RETURN p_point.kind || ' ' || coalesce(p_point.value_folded,
  (SELECT w.folded FROM ev.whereabouts w WHERE w.contact_point_id = p_point.id), p_point.id::text);

-- The ways of contact of the merged record go over with where they came from. What was called safe for another file is asked again; the
-- same number in both is as safe as the less safe of the two words.
CREATE FUNCTION ev.merge_safety(p_merge uuid, p_kept uuid, p_merged uuid) RETURNS void LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  INSERT INTO ev.person_merge_row (merge_id, kept_id, place, row_id, safety_before, voicemail_before, safety_after, voicemail_after)
    SELECT p_merge, p_kept, 'safety', c.id, c.safety, c.voicemail_safety,
           CASE WHEN 'unsafe' = ANY (o.safeties || c.safety) THEN 'unsafe'
                WHEN c.person_id = p_merged AND o.safeties = '{}' OR 'not_asked' = ANY (o.safeties || c.safety) THEN 'not_asked' ELSE 'safe' END,
           CASE WHEN 'unsafe' = ANY (o.voicemails || c.voicemail_safety) THEN 'unsafe'
                WHEN c.person_id = p_merged AND o.voicemails = '{}' OR 'not_asked' = ANY (o.voicemails || c.voicemail_safety) THEN 'not_asked' ELSE 'safe' END
      FROM ev.contact_point c CROSS JOIN LATERAL (
        SELECT coalesce(array_agg(t.safety), '{}') AS safeties, coalesce(array_agg(t.voicemail_safety), '{}') AS voicemails FROM ev.contact_point t
         WHERE t.person_id IN (p_kept, p_merged) AND t.person_id <> c.person_id AND t.ended_at IS NULL AND ev.contact_form(t) = ev.contact_form(c)) AS o
     WHERE c.person_id IN (p_kept, p_merged) AND c.ended_at IS NULL;
  DELETE FROM ev.person_merge_row WHERE merge_id = p_merge AND place = 'safety' AND safety_before = safety_after AND voicemail_before = voicemail_after;
  UPDATE ev.contact_point c SET safety = r.safety_after, voicemail_safety = r.voicemail_after
    FROM ev.person_merge_row r WHERE r.merge_id = p_merge AND r.place = 'safety' AND r.row_id = c.id;
END $$;

-- The card: unsafe in either is unsafe; otherwise what the kept record says stands, and words of both are kept. It is a new version.
-- The days that both named; either's where the other named none; null where none is common to both.
CREATE FUNCTION ev.common_days(p_own text, p_other text) RETURNS text LANGUAGE sql IMMUTABLE SET search_path = '' AS $$
  SELECT CASE WHEN p_own IS NULL OR p_other IS NULL THEN coalesce(p_own, p_other) ELSE (
    SELECT string_agg(d.day, ' ' ORDER BY d.place) FROM unnest(string_to_array(p_own, ' ')) WITH ORDINALITY AS d (day, place)
     WHERE d.day = ANY (string_to_array(p_other, ' '))) END
$$;

CREATE FUNCTION ev.merge_card(p_merge uuid, p_kept uuid, p_merged uuid) RETURNS void LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  own ev.safe_contact;
  other ev.safe_contact;
  made uuid;
  days text;
  hour_from text;
  hour_until text;
  apart boolean;
BEGIN
  SELECT * INTO own FROM ev.safe_contact WHERE person_id = p_kept ORDER BY version DESC LIMIT 1;
  SELECT * INTO other FROM ev.safe_contact WHERE person_id = p_merged ORDER BY version DESC LIMIT 1;
  IF other.id IS NULL THEN RETURN; END IF;
  days := ev.common_days(own.safe_days, other.safe_days);
  hour_from := greatest(own.safe_from, other.safe_from);
  hour_until := least(own.safe_until, other.safe_until);
  -- With no time that both said is safe, nothing is written until they are asked.
  apart := (days IS NULL AND own.safe_days IS NOT NULL) OR hour_from >= hour_until;
  IF apart THEN
    SELECT own.safe_days, own.safe_from, own.safe_until INTO days, hour_from, hour_until;
  END IF;
  INSERT INTO ev.safe_contact (person_id, version, email, telephone, text_message, voicemail, letter, times, safe_days, safe_from, safe_until, who_may_answer,
                               code_word, language, interpreter, adjustments, said_by, said_on, reason)
    VALUES (p_kept, coalesce(own.version, 0) + 1,
      CASE WHEN 'unsafe' IN (own.email, other.email) THEN 'unsafe' WHEN apart THEN 'not_asked' ELSE coalesce(own.email, 'not_asked') END,
      CASE WHEN 'unsafe' IN (own.telephone, other.telephone) THEN 'unsafe' ELSE coalesce(own.telephone, 'not_asked') END,
      CASE WHEN 'unsafe' IN (own.text_message, other.text_message) THEN 'unsafe' WHEN apart THEN 'not_asked'
           ELSE coalesce(own.text_message, 'not_asked') END,
      CASE WHEN 'unsafe' IN (own.voicemail, other.voicemail) THEN 'unsafe' ELSE coalesce(own.voicemail, 'not_asked') END,
      CASE WHEN 'unsafe' IN (own.letter, other.letter) THEN 'unsafe' ELSE coalesce(own.letter, 'not_asked') END,
      ev.both_said(own.times, other.times), days, hour_from, hour_until, ev.both_said(own.who_may_answer, other.who_may_answer), coalesce(own.code_word, other.code_word),
      coalesce(own.language, other.language), ev.both_said(own.interpreter, other.interpreter), ev.both_said(own.adjustments, other.adjustments),
      coalesce(own.said_by, other.said_by), coalesce(own.said_on, other.said_on), 'Two records of one person became one')
    RETURNING id INTO made;
  INSERT INTO ev.person_merge_row (merge_id, kept_id, place, row_id) VALUES (p_merge, p_kept, 'card', made);
END $$;

CREATE FUNCTION ev.merge_rows() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  t text;
BEGIN
  PERFORM ev.shut_doors(ARRAY[NEW.kept_id, NEW.merged_id]);
  PERFORM ev.merge_safety(NEW.id, NEW.kept_id, NEW.merged_id);
  PERFORM ev.merge_card(NEW.id, NEW.kept_id, NEW.merged_id);
  FOREACH t IN ARRAY ARRAY['party', 'contact_point', 'whereabouts', 'person_correction', 'message', 'consent_subject'] LOOP
    EXECUTE pg_catalog.format('WITH moved AS (UPDATE ev.%I SET person_id = $2 WHERE person_id = $3 RETURNING id)
      INSERT INTO ev.person_merge_row (merge_id, kept_id, place, row_id) SELECT $1, $2, %L, id FROM moved', t, t) USING NEW.id, NEW.kept_id, NEW.merged_id;
  END LOOP;
  WITH moved AS (UPDATE ev.task SET subject_id = NEW.kept_id WHERE subject_id = NEW.merged_id AND done_at IS NULL RETURNING id)
    INSERT INTO ev.person_merge_row (merge_id, kept_id, place, row_id) SELECT NEW.id, NEW.kept_id, 'task', id FROM moved;
  -- Whoever keeps away from one of them keeps away from all that is now one.
  WITH moved AS (UPDATE ev.wall w SET person_id = NEW.kept_id WHERE w.person_id = NEW.merged_id AND w.lifted_at IS NULL AND NOT EXISTS (
      SELECT FROM ev.wall o WHERE o.person_id = NEW.kept_id AND o.staff_id = w.staff_id AND o.lifted_at IS NULL) RETURNING id)
    INSERT INTO ev.person_merge_row (merge_id, kept_id, place, row_id) SELECT NEW.id, NEW.kept_id, 'wall', id FROM moved;
  UPDATE ev.person SET former_names = NEW.names_after, birth_date = coalesce(birth_date, NEW.birth_taken) WHERE id = NEW.kept_id;
  UPDATE ev.person SET merged_into = NEW.kept_id WHERE id = NEW.merged_id;
  RETURN NULL;
END $$;
CREATE TRIGGER merge_rows AFTER INSERT ON ev.person_merge FOR EACH ROW EXECUTE FUNCTION ev.merge_rows();

-- Two again: each row that went over and is still there goes back. What came since stays with the kept record; a colleague who has
-- meanwhile said that they know the person keeps away from both, since nobody can say which of them was meant.
CREATE FUNCTION ev.undo_merge() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  t text;
  kept ev.person;
BEGIN
  PERFORM ev.lock_people(ARRAY[NEW.kept_id, NEW.merged_id]);
  SELECT * INTO kept FROM ev.person WHERE id = NEW.kept_id;
  IF kept.merged_into IS NOT NULL OR ARRAY[NEW.kept_id, NEW.merged_id] && ev.walled_people() THEN
    RAISE EXCEPTION 'another merge came after' USING ERRCODE = '23514', CONSTRAINT = 'person_merge_later';
  END IF;
  IF NEW.undo_until < (ev.service_now() AT TIME ZONE 'Europe/London')::date
     OR NOT EXISTS (SELECT FROM ev.person_merge_row r JOIN ev.party p ON p.id = r.row_id WHERE r.merge_id = NEW.id AND r.place = 'party' AND p.person_id = NEW.kept_id)
     OR NOT EXISTS (SELECT FROM ev.party p WHERE p.person_id = NEW.kept_id AND NOT EXISTS (
          SELECT FROM ev.person_merge_row r WHERE r.merge_id = NEW.id AND r.place = 'party' AND r.row_id = p.id)) THEN
    RAISE EXCEPTION 'it is too late to part them' USING ERRCODE = '23514', CONSTRAINT = 'person_merge_over';
  END IF;
  UPDATE ev.person SET merged_into = NULL WHERE id = NEW.merged_id;
  PERFORM ev.shut_doors(ARRAY[NEW.kept_id, NEW.merged_id]);
  PERFORM ev.part_card(NEW.id, NEW.kept_id);
  FOREACH t IN ARRAY ARRAY['party', 'contact_point', 'whereabouts', 'person_correction', 'message', 'consent_subject', 'wall'] LOOP
    EXECUTE pg_catalog.format('UPDATE ev.%I x SET person_id = $1 FROM ev.person_merge_row r
      WHERE r.merge_id = $2 AND r.place = %L AND r.row_id = x.id AND x.person_id = $3', t, t) USING NEW.merged_id, NEW.id, NEW.kept_id;
  END LOOP;
  UPDATE ev.task x SET subject_id = NEW.merged_id FROM ev.person_merge_row r
   WHERE r.merge_id = NEW.id AND r.place = 'task' AND r.row_id = x.id AND x.subject_id = NEW.kept_id;
  UPDATE ev.contact_point c
     SET safety = CASE WHEN c.safety = r.safety_after THEN r.safety_before ELSE c.safety END,
         voicemail_safety = CASE WHEN c.voicemail_safety = r.voicemail_after THEN r.voicemail_before ELSE c.voicemail_safety END
    FROM ev.person_merge_row r WHERE r.merge_id = NEW.id AND r.place = 'safety' AND r.row_id = c.id;
  INSERT INTO ev.wall (person_id, staff_id)
    SELECT NEW.merged_id, w.staff_id FROM ev.wall w WHERE w.person_id = NEW.kept_id AND w.lifted_at IS NULL AND w.declared_at > NEW.merged_at
       AND NOT EXISTS (SELECT FROM ev.wall o WHERE o.person_id = NEW.merged_id AND o.staff_id = w.staff_id AND o.lifted_at IS NULL);
  UPDATE ev.person SET
      former_names = CASE WHEN former_names IS NOT DISTINCT FROM NEW.names_after THEN NEW.names_before
                          ELSE nullif(btrim(replace(former_names, NEW.names_added, ''), ' ,;'), '') END,
      birth_date = CASE WHEN birth_date = NEW.birth_taken THEN NULL ELSE birth_date END
   WHERE id = NEW.kept_id;
  RETURN NEW;
END $$;

-- A card is history and is never taken away: the one from before is said again, unless a newer one was said meanwhile.
CREATE FUNCTION ev.part_card(p_merge uuid, p_kept uuid) RETURNS void LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  made ev.safe_contact;
  own ev.safe_contact;
BEGIN
  SELECT s.* INTO made FROM ev.safe_contact s JOIN ev.person_merge_row r ON r.row_id = s.id WHERE r.merge_id = p_merge AND r.place = 'card';
  IF made.id IS NULL OR made.version <> (SELECT max(version) FROM ev.safe_contact WHERE person_id = p_kept) THEN RETURN; END IF;
  SELECT * INTO own FROM ev.safe_contact WHERE person_id = p_kept AND version = made.version - 1;
  INSERT INTO ev.safe_contact (person_id, version, email, telephone, text_message, voicemail, letter, times, safe_days, safe_from, safe_until, who_may_answer,
                               code_word, language, interpreter, adjustments, said_by, said_on, reason)
    VALUES (p_kept, made.version + 1, coalesce(own.email, 'not_asked'), coalesce(own.telephone, 'not_asked'), coalesce(own.text_message, 'not_asked'),
      coalesce(own.voicemail, 'not_asked'), coalesce(own.letter, 'not_asked'), own.times, own.safe_days, own.safe_from, own.safe_until, own.who_may_answer, own.code_word,
      own.language, own.interpreter, own.adjustments, coalesce(own.said_by, 'staff'),
      coalesce(own.said_on, (ev.service_now() AT TIME ZONE 'Europe/London')::date), 'What had become one record is two again');
END $$;
CREATE TRIGGER undo_merge BEFORE UPDATE OF undone_at ON ev.person_merge FOR EACH ROW
  WHEN (OLD.undone_at IS NULL AND NEW.undone_at IS NOT NULL) EXECUTE FUNCTION ev.undo_merge();

-- What two people have in common that whoever compares them may not read: where they live, answered with a word.
CREATE FUNCTION ev.live_together(p_one uuid, p_other uuid) RETURNS text LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF ev.row_scope() IS DISTINCT FROM 'any' OR ARRAY[p_one, p_other] && ev.walled_people() THEN RETURN NULL; END IF;
  RETURN (SELECT CASE WHEN bool_or(a.folded = b.folded) THEN 'address' ELSE 'postcode' END
            FROM ev.whereabouts a JOIN ev.whereabouts b ON a.folded = b.folded OR a.postcode = b.postcode
           WHERE a.person_id = p_one AND b.person_id = p_other AND a.ended_at IS NULL AND b.ended_at IS NULL HAVING count(*) > 0);
END $$;

SELECT ev.keep_no_samples();
