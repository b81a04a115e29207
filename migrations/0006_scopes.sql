-- Which rows: functions that the generated row rules ask. Definer functions with a pinned path: a rule's own sub-query would run
-- with the grants of the purpose. `ev.case` only narrows, so forging it gains nothing.

-- What a rule found is kept for the rest of its statement, as the snapshot is: a page asks the same for each of its tables, and most of
-- what that costs is asking. Whoever could forge what is kept could as well say that they are somebody else. Both are written whole into
-- the functions that call them; an answer has no bar in it. Later migrations make the tables of some rules.
CREATE FUNCTION ev.asking() RETURNS text LANGUAGE sql STABLE AS $$
  SELECT encode(timestamptz_send(statement_timestamp()), 'hex') || ' ' || current_setting('role') || ' '
      || coalesce(current_setting('ev.actor', true), '') || ' ' || coalesce(current_setting('ev.case', true), '')
$$;
CREATE FUNCTION ev.kept(p_what text) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN split_part(current_setting('ev.kept_' || p_what, true), '|', 1) = ev.asking()
              THEN split_part(current_setting('ev.kept_' || p_what, true), '|', 2) END
$$;
CREATE FUNCTION ev.keep(p_what text, p_answer text) RETURNS text LANGUAGE sql VOLATILE AS $$
  SELECT split_part(set_config('ev.kept_' || p_what, ev.asking() || '|' || p_answer, true), '|', 2)
$$;

-- The purpose of this transaction: its name in the policy in small letters.
CREATE FUNCTION ev.acting_purpose() RETURNS text LANGUAGE sql STABLE AS $$
  SELECT regexp_replace(current_setting('role'), '^[a-z0-9]+_[a-z]+_|_', '', 'g')
$$;

-- The first look of a statement, in one question, of four words: how far the person acting sees under this purpose (nothing: not at all);
-- whether anything stands that could keep some rows from them; and, where the case that the transaction names is given to them, that case
-- and its people. Most pages need no more.
CREATE FUNCTION ev.first_look() RETURNS text LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  kept text := ev.kept('first_look');
  me uuid;
  acting text;
  aim text;
  c uuid;
  today date;
BEGIN
  IF kept IS NOT NULL THEN RETURN kept; END IF;
  me := ev.actor();
  acting := current_setting('role');
  aim := ev.acting_purpose();
  c := nullif(current_setting('ev.case', true), '');
  today := (ev.service_now() AT TIME ZONE 'Europe/London')::date;
  RETURN ev.keep('first_look', (SELECT concat(
    (SELECT r.row_scope FROM ev.role_rule r JOIN ev.staff s ON s.role = r.staff_role
      WHERE s.id = me AND s.suspended_at IS NULL AND s.left_on IS NULL AND r.db_role = acting), ' ',
    EXISTS (SELECT FROM ev.restriction WHERE lifted_at IS NULL)
      OR EXISTS (SELECT FROM ev.retention_state s WHERE s.aggregate = 'case' AND s.status = 'deferred'
                    AND 'hold' = ANY (string_to_array(s.reason, ',')) AND s.due_on <= today)
      OR EXISTS (SELECT FROM ev.objection o WHERE lower(o.purpose) = aim AND o.outcome IS DISTINCT FROM 'compelling')
      OR EXISTS (SELECT FROM ev.wall w WHERE w.staff_id = me AND w.lifted_at IS NULL), ' ',
    (SELECT f.id || ' ' || ARRAY(SELECT p.person_id FROM ev.party p WHERE p.case_id = f.id)::text
       FROM ev.case_file f WHERE f.id = c AND f.mediator_id = me))));
END $$;

-- How far the person acting sees; null: not at all.
CREATE FUNCTION ev.row_scope() RETURNS text LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  RETURN nullif(split_part(ev.first_look(), ' ', 1), '');
END $$;

-- Nothing is set aside, walled off or objected to that could concern this transaction. Written whole into the functions that ask it.
CREATE FUNCTION ev.nothing_aside() RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT split_part(ev.first_look(), ' ', 2) = 'f'
$$;

-- Purposes that reach what is restricted or held beyond its time: keeping and ending it, answering its person, claims, and protecting
-- somebody. Every other is refused by the row rules, through the functions below.
CREATE FUNCTION ev.reaches_set_aside() RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT current_setting('role') ~ '_(retention|rights|legal_claims|safeguarding|accountability|merging)$'
$$;

-- Cases that a hold alone still keeps: their time is over.
CREATE FUNCTION ev.cases_set_aside() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
DECLARE kept text := ev.kept('cases_set_aside');
BEGIN
  IF kept IS NOT NULL THEN RETURN kept; END IF;
  IF ev.nothing_aside() OR ev.reaches_set_aside() THEN RETURN ev.keep('cases_set_aside', '{}'); END IF;
  RETURN ev.keep('cases_set_aside', (SELECT coalesce(array_agg(s.aggregate_id), '{}')::text FROM ev.retention_state s
           WHERE s.aggregate = 'case' AND s.status = 'deferred' AND 'hold' = ANY (string_to_array(s.reason, ','))
             AND s.due_on <= (ev.service_now() AT TIME ZONE 'Europe/London')::date));
END $$;

-- Of whom nothing is used but what is shared with another: the person, and their own part of a file, by zone and by party.
CREATE FUNCTION ev.people_set_aside() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF ev.nothing_aside() OR ev.reaches_set_aside() THEN RETURN '{}'; END IF;
  RETURN (SELECT coalesce(array_agg(person_id), '{}') FROM ev.restriction WHERE lifted_at IS NULL AND covers = 'everything');
END $$;
CREATE FUNCTION ev.parts_set_aside() RETURNS text[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
DECLARE kept text := ev.kept('parts_set_aside');
BEGIN
  IF kept IS NOT NULL THEN RETURN kept; END IF;
  IF ev.nothing_aside() OR ev.reaches_set_aside() THEN RETURN ev.keep('parts_set_aside', '{}'); END IF;
  RETURN ev.keep('parts_set_aside', (SELECT coalesce(array_agg(it), '{}')::text FROM ev.restriction r JOIN ev.party p USING (person_id)
          CROSS JOIN LATERAL unnest(ARRAY[p.case_id || ':' || p.side, p.id::text]) AS it WHERE r.lifted_at IS NULL));
END $$;

-- The cases given to a mediator: their own, and for as long as they hold an appointment in it, or mediate with a colleague in it, with
-- a fortnight to write it up, one that is a colleague's; and what they opened because somebody may be in danger. Never one from which they
-- are walled off, nor what is set aside. A page of one case asks this for each of its tables, and then no more than that case is looked
-- at: from it, to it. Planning it anew each time would cost ten times what it takes.
CREATE FUNCTION ev.cases_in_scope() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = ''
  SET plan_cache_mode = 'force_generic_plan' AS $$
DECLARE
  kept text := ev.kept('cases');
  look text;
  me uuid;
  as_of timestamptz;
  c uuid;
  first_case uuid;
  last_case uuid;
BEGIN
  IF kept IS NOT NULL THEN RETURN kept; END IF;
  look := ev.first_look();
  IF look NOT LIKE 'assigned %' THEN RETURN ev.keep('cases', '{}'); END IF;
  IF look LIKE 'assigned f _%' THEN RETURN ev.keep('cases', '{' || split_part(look, ' ', 3) || '}'); END IF;
  me := ev.actor();
  as_of := ev.service_now();
  c := nullif(current_setting('ev.case', true), '');
  first_case := coalesce(c, '00000000-0000-0000-0000-000000000000');
  last_case := coalesce(c, 'ffffffff-ffff-ffff-ffff-ffffffffffff');
  RETURN ev.keep('cases', (SELECT coalesce(array_agg(found.id), '{}')::text FROM (
    SELECT f.id FROM ev.case_file f WHERE f.mediator_id = me AND f.id BETWEEN first_case AND last_case
    UNION SELECT a.case_id FROM ev.appointment a
     WHERE a.mediator_id = me AND a.status <> 'cancelled' AND a.ends_at > as_of - interval '14 days'
       AND a.case_id BETWEEN first_case AND last_case
    UNION SELECT s.case_id FROM ev.mediation_session s
     WHERE s.second_mediator = me AND coalesce(s.closed_at, as_of) > as_of - interval '14 days'
       AND s.case_id BETWEEN first_case AND last_case
    UNION SELECT g.case_id FROM ev.glass_break g
     WHERE g.staff_id = me AND g.ends_at > as_of AND g.case_id BETWEEN first_case AND last_case
    ) AS found WHERE found.id <> ALL ((SELECT ev.walled_cases())::uuid[])));
END $$;

-- Those who do not want what this transaction is for: their objection waits or was upheld. What goes out under booking may be our answer;
-- what else the worker would write there is refused by a trigger.
CREATE FUNCTION ev.people_objecting() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
DECLARE kept text := ev.kept('people_objecting');
BEGIN
  IF kept IS NOT NULL THEN RETURN kept; END IF;
  IF ev.nothing_aside() OR current_setting('role') LIKE '%\_worker\_booking' THEN RETURN ev.keep('people_objecting', '{}'); END IF;
  RETURN ev.keep('people_objecting', (SELECT coalesce(array_agg(r.person_id), '{}')::text FROM ev.objection o JOIN ev.rights_request r ON r.id = o.request_id
           WHERE o.outcome IS DISTINCT FROM 'compelling' AND r.person_id IS NOT NULL
             AND (o.outcome IS NOT NULL OR coalesce(r.outcome, '') NOT IN ('taken_back', 'not_shown'))
             AND lower(o.purpose) = ev.acting_purpose()));
END $$;

CREATE FUNCTION ev.people_in_scope() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  kept text := ev.kept('people');
  look text;
BEGIN
  IF kept IS NOT NULL THEN RETURN kept; END IF;
  look := ev.first_look();
  IF look LIKE 'assigned f _%' THEN RETURN ev.keep('people', split_part(look, ' ', 4)); END IF;
  RETURN ev.keep('people', (SELECT coalesce(array_agg(person_id), '{}')::text FROM ev.party
                            WHERE case_id = ANY ((SELECT ev.cases_in_scope())::uuid[]) AND person_id <> ALL ((SELECT ev.people_set_aside() || ev.people_objecting())::uuid[])));
END $$;

-- The cases from which the person acting is walled off or that are set aside, and the people of whom they may know nothing more: those
-- whom they know or who are set aside, and whoever is a party in walled cases alone.
CREATE FUNCTION ev.walled_cases() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
DECLARE kept text := ev.kept('walled_cases');
BEGIN
  IF kept IS NOT NULL THEN RETURN kept; END IF;
  IF ev.nothing_aside() THEN RETURN ev.keep('walled_cases', '{}'); END IF;
  RETURN ev.keep('walled_cases', (ev.cases_set_aside() || (SELECT coalesce(array_agg(DISTINCT p.case_id), '{}')
           FROM ev.wall w JOIN ev.party p USING (person_id) WHERE w.staff_id = ev.actor() AND w.lifted_at IS NULL))::text);
END $$;
CREATE FUNCTION ev.walled_people() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  kept text := ev.kept('walled_people');
  walled uuid[];
BEGIN
  IF kept IS NOT NULL THEN RETURN kept; END IF;
  IF ev.nothing_aside() THEN RETURN ev.keep('walled_people', '{}'); END IF;
  walled := ev.walled_cases();
  RETURN ev.keep('walled_people', (ev.people_set_aside() || (SELECT coalesce(array_agg(person_id), '{}') FROM (
    SELECT w.person_id FROM ev.wall w WHERE w.staff_id = ev.actor() AND w.lifted_at IS NULL
    UNION SELECT p.person_id FROM ev.party p WHERE p.case_id = ANY (walled)
             AND NOT EXISTS (SELECT FROM ev.party o WHERE o.person_id = p.person_id AND NOT o.case_id = ANY (walled))) AS it))::text);
END $$;

-- What is kept from those who see all else; null for whoever does not.
CREATE FUNCTION ev.cases_kept_away() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  RETURN CASE WHEN ev.row_scope() = 'any' THEN ev.walled_cases() END;
END $$;
CREATE FUNCTION ev.people_kept_away() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  RETURN CASE WHEN ev.row_scope() = 'any' THEN ev.walled_people() || ev.people_objecting() END;
END $$;

-- A party's own zones, each as case:zone. A party acts as the person that they are.
CREATE FUNCTION ev.zones_of_party() RETURNS text[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  RETURN (SELECT coalesce(array_agg(p.case_id || ':' || z.zone), '{}')
            FROM ev.party p CROSS JOIN LATERAL (VALUES (p.side), ('both')) AS z(zone) WHERE p.person_id = ev.actor());
END $$;

CREATE FUNCTION ev.is_held(p_case uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  RETURN EXISTS (SELECT FROM ev.hold WHERE case_id = p_case AND lifted_at IS NULL);
END $$;

-- Whoever destroys a file holds it alone from the first question to the last row: what is added to a case refers to its row, so it
-- waits for this lock or is waited for. A definer function, since a purpose that may only delete cannot lock.
CREATE FUNCTION ev.lock_to_end(p_aggregate text, p_id uuid) RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF current_setting('role') NOT LIKE '%\_retention' THEN RAISE EXCEPTION 'only what ends data locks it' USING ERRCODE = '42501'; END IF;
  CASE p_aggregate
    WHEN 'case' THEN PERFORM FROM ev.case_file WHERE id = p_id FOR UPDATE;
    WHEN 'enquiry' THEN PERFORM FROM ev.enquiry WHERE id = p_id FOR UPDATE;
  END CASE;
  RETURN FOUND;
END $$;

-- The guards below know the case of a row by a column of it; a person by the cases in which they are a party; a message to an
-- enquirer by the case that the enquiry became.
CREATE FUNCTION ev.case_is_held(p_old jsonb, p_how text) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  CASE p_how
    WHEN 'person' THEN
      RETURN EXISTS (SELECT FROM ev.party p WHERE p.person_id = coalesce(p_old ->> 'person_id', p_old ->> 'id')::uuid AND ev.is_held(p.case_id));
    WHEN 'message' THEN
      RETURN ev.is_held((p_old ->> 'case_id')::uuid)
          OR ev.is_held((SELECT e.case_id FROM ev.enquiry e WHERE e.id = (p_old ->> 'enquiry_id')::uuid));
    ELSE
      RETURN ev.is_held((p_old ->> p_how)::uuid);
  END CASE;
END $$;

CREATE FUNCTION ev.refuse_when_held() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF ev.case_is_held(to_jsonb(OLD), TG_ARGV[0]) THEN
    RAISE EXCEPTION 'this case is held' USING ERRCODE = 'EV001', CONSTRAINT = 'case_held';
  END IF;
  RETURN OLD;
END $$;

-- What is held may be corrected, but not emptied: that would be destroying it by another name. Asked after the update, when generated
-- columns have their value.
CREATE FUNCTION ev.refuse_emptying_when_held() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF EXISTS (SELECT FROM jsonb_each_text(to_jsonb(OLD)) AS was WHERE was.value <> '' AND coalesce(to_jsonb(NEW) ->> was.key, '') = '')
     AND ev.case_is_held(to_jsonb(OLD), TG_ARGV[0]) THEN
    RAISE EXCEPTION 'this case is held' USING ERRCODE = 'EV001', CONSTRAINT = 'case_held';
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION ev.refuse_truncate() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  RAISE EXCEPTION 'rows about people end one by one' USING ERRCODE = 'EV001';
END $$;

-- Guards a table: `how` says by what its rows know their case. Under a hold the course of a case and of its appointments goes on, so
-- there a date or a room may become empty; `content` tables hold what was said, and keep it. Each migration calls it for its tables.
CREATE FUNCTION ev.guard_rows(t text, how text, content boolean DEFAULT true) RETURNS void LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  EXECUTE pg_catalog.format('CREATE TRIGGER hold BEFORE DELETE ON ev.%I FOR EACH ROW EXECUTE FUNCTION ev.refuse_when_held(%L)', t, how);
  EXECUTE pg_catalog.format('CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ev.%I EXECUTE FUNCTION ev.refuse_truncate()', t);
  IF content THEN
    EXECUTE pg_catalog.format('CREATE TRIGGER hold_content AFTER UPDATE ON ev.%I FOR EACH ROW EXECUTE FUNCTION ev.refuse_emptying_when_held(%L)', t, how);
  END IF;
END $$;

SELECT ev.guard_rows(t, 'case_id') FROM unnest(ARRAY['party', 'child', 'miam_record', 'screening', 'session_record', 'session_summary',
  'stored_file', 'miam_certificate', 'enquiry']) AS t;
SELECT ev.guard_rows(t, 'person') FROM unnest(ARRAY['person', 'contact_point']) AS t;
SELECT ev.guard_rows(t, how, false) FROM (VALUES ('case_file', 'id'), ('case_key', 'case_id'), ('appointment', 'case_id'),
  ('attendance', 'case_id'), ('life_event', 'aggregate_id'), ('message', 'message')) AS course (t, how);

-- A hold ends by being lifted, which says by whom; its row goes only with the file.
CREATE FUNCTION ev.refuse_dropping_hold() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  RAISE EXCEPTION 'this case is held' USING ERRCODE = 'EV001', CONSTRAINT = 'case_held';
END $$;
CREATE TRIGGER standing BEFORE DELETE ON ev.hold FOR EACH ROW WHEN (OLD.lifted_at IS NULL) EXECUTE FUNCTION ev.refuse_dropping_hold();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ev.hold EXECUTE FUNCTION ev.refuse_truncate();

-- PostgreSQL keeps samples of each column's values to plan with, in a table of its own that no deletion reaches. Of what people told
-- us it keeps none. Columns that hold one of a few words are sampled: the words are ours. Each migration calls it at its end.
CREATE FUNCTION ev.keep_no_samples() RETURNS void LANGUAGE plpgsql SET search_path = '' AS $$
DECLARE t record;
BEGIN
  FOR t IN
    SELECT c.relname AS tab, a.attname AS col FROM pg_catalog.pg_class c JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid
     WHERE c.relnamespace = 'ev'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
       AND a.atttypid IN ('text'::regtype, 'jsonb'::regtype, 'text[]'::regtype)
       AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'c' AND k.conkey = ARRAY[a.attnum]
                         AND pg_catalog.pg_get_constraintdef(k.oid) LIKE '%= ANY (ARRAY[%')
  LOOP
    EXECUTE pg_catalog.format('ALTER TABLE ev.%I ALTER COLUMN %I SET STATISTICS 0', t.tab, t.col);
  END LOOP;
END $$;
SELECT ev.keep_no_samples();
