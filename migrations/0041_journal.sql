-- Which acts of the journal outside the database were kept here: the mark is written in the same transaction as the act. What the
-- journal holds as done and this table does not know was done after the copy that this database was made from.
CREATE TABLE ev.act_mark (
  intent uuid PRIMARY KEY,
  marked_at timestamptz NOT NULL DEFAULT ev.service_now()
);

-- Called before the line is written. The lock is shared with everybody who announces something, until the transaction ends.
CREATE FUNCTION ev.mark_act(p_intent uuid) RETURNS void LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  PERFORM pg_catalog.pg_advisory_xact_lock_shared(pg_catalog.hashtext('evenhand.journal'));
  INSERT INTO ev.act_mark (intent) VALUES (p_intent);
END $$;

-- Which of these acts were kept. Waits for all that were announced and have not come to their end, so that the answer is the last word.
CREATE FUNCTION ev.marked_acts(p_intents uuid[]) RETURNS uuid[] LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  PERFORM pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtext('evenhand.journal'));
  RETURN (SELECT coalesce(pg_catalog.array_agg(m.intent), '{}') FROM ev.act_mark m WHERE m.intent = ANY (p_intents));
END $$;

-- Copies of everything that were made: when, how large, to which key (its public half), and under which name, so that they can end.
CREATE TABLE ev.backup (
  id uuid PRIMARY KEY,
  made_at timestamptz NOT NULL,
  file_name text NOT NULL,
  size_bytes bigint NOT NULL CHECK (size_bytes > 0),
  key_name text NOT NULL
);
CREATE INDEX backup_latest ON ev.backup (made_at DESC);

-- That this database was made from a copy. Until what was done since the copy is done again, the service does not open on it.
CREATE TABLE ev.restoration (
  id uuid PRIMARY KEY,
  restored_at timestamptz NOT NULL,
  backup_made_at timestamptz NOT NULL,
  replayed_at timestamptz,
  replayed_acts integer
);

-- What `withdraw_consent` did, done once more in a database that has forgotten it: by its owner, from the journal.
CREATE FUNCTION ev.withdraw_again(p_person uuid, p_scope text, p_wording text, p_policy text, p_at timestamptz) RETURNS void
LANGUAGE plpgsql VOLATILE SET search_path = '' AS $$
DECLARE subject uuid;
BEGIN
  IF NOT EXISTS (SELECT FROM ev.person WHERE id = p_person) THEN RETURN; END IF;
  UPDATE ev.contact_point SET ended_at = greatest(p_at, made_at)
   WHERE p_scope = 'emailContact' AND person_id = p_person AND kind = 'email' AND ended_at IS NULL;
  IF p_scope = 'onlineMeetings' THEN
    INSERT INTO ev.online_answer (attendance_id, appointment_id, case_id, zone, act, provider, notice, wording_hash, policy_hash, channel)
      SELECT w.attendance_id, w.appointment_id, w.case_id, w.zone, 'withdrawn', w.provider, w.notice, w.wording_hash, p_policy, 'office'
        FROM ev.online_answer w WHERE w.id IN (SELECT answer_id FROM ev.online_agreed(p_person));
  END IF;
  SELECT s.id INTO subject FROM ev.consent_subject s WHERE s.person_id = p_person LIMIT 1;
  IF subject IS NULL THEN
    INSERT INTO ev.consent_subject (person_id) VALUES (p_person) RETURNING id INTO subject;
  END IF;
  INSERT INTO ev.consent_event (subject_id, scope, act, wording_hash, policy_hash, channel, at)
    VALUES (subject, p_scope, 'withdrawn', p_wording, p_policy, 'office', p_at);
  INSERT INTO ev.life_event (aggregate, aggregate_id, event, happened_on)
    VALUES ('consent', subject, 'consent.ended', (p_at AT TIME ZONE 'Europe/London')::date);
END $$;

-- Which rows go when an import is taken back, for the journal: under the locks that `take_back_import` takes, so that they are the same.
CREATE FUNCTION ev.rows_of_import(p_import uuid) RETURNS TABLE (tab text, id uuid) LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  gone uuid[];
  people uuid[];
BEGIN
  PERFORM ev.must_bring_in();
  PERFORM FROM ev.import_sheet s WHERE s.id = p_import AND s.status = 'brought_in' FOR UPDATE;
  IF NOT FOUND THEN RETURN; END IF;
  PERFORM FROM ev.case_file f JOIN ev.imported_case i ON i.case_id = f.id WHERE i.import_id = p_import ORDER BY f.id FOR UPDATE OF f;
  PERFORM FROM ev.person n JOIN ev.party p ON p.person_id = n.id JOIN ev.imported_case i ON i.case_id = p.case_id
   WHERE i.import_id = p_import ORDER BY n.id FOR UPDATE OF n;
  gone := (SELECT coalesce(array_agg(i.case_id), '{}') FROM ev.imported_case i
            WHERE i.import_id = p_import AND i.case_id <> ALL (ev.touched_since_import(p_import)));
  people := (SELECT coalesce(array_agg(p.person_id), '{}') FROM ev.party p WHERE p.case_id = ANY (gone));
  RETURN QUERY
    SELECT 'case_file', g FROM unnest(gone) AS g
    UNION ALL SELECT 'case_key', k.case_id FROM ev.case_key k WHERE k.case_id = ANY (gone)
    UNION ALL SELECT 'task', t.id FROM ev.task t WHERE t.case_id = ANY (gone)
    UNION ALL SELECT 'imported_case', i.id FROM ev.imported_case i WHERE i.case_id = ANY (gone)
    UNION ALL SELECT 'told_of_other', t.id FROM ev.told_of_other t WHERE t.case_id = ANY (gone)
    UNION ALL SELECT 'party', p.id FROM ev.party p WHERE p.case_id = ANY (gone)
    UNION ALL SELECT 'whereabouts', w.id FROM ev.whereabouts w WHERE w.person_id = ANY (people)
    UNION ALL SELECT 'safe_contact', c.id FROM ev.safe_contact c WHERE c.person_id = ANY (people)
    UNION ALL SELECT 'contact_point', c.id FROM ev.contact_point c WHERE c.person_id = ANY (people)
    UNION ALL SELECT 'person', n FROM unnest(people) AS n
    UNION ALL SELECT 'life_event', e.id FROM ev.life_event e WHERE e.aggregate = 'case' AND e.aggregate_id = ANY (gone);
END $$;

SELECT ev.keep_no_samples();
