-- Bringing in the people and cases that a service kept elsewhere: a sheet that waits, what came in with it, and taking it back.

-- A sheet lies sealed under a key of its own, `wrapped` is that key, until it is brought in or let go: then both are emptied.
CREATE TABLE ev.import_sheet (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  status text NOT NULL DEFAULT 'given' CHECK (status IN ('given', 'brought_in', 'taken_back')),
  sealed text,
  wrapped text,
  -- A sum of the headings: a sheet with the same ones starts with the same columns.
  headings text NOT NULL,
  columns jsonb,
  day_first boolean,
  row_count integer NOT NULL CHECK (row_count >= 0),
  left_out jsonb NOT NULL DEFAULT '[]',
  case_count integer,
  person_count integer,
  taken_back_count integer,
  given_at timestamptz NOT NULL DEFAULT ev.service_now(),
  given_by uuid NOT NULL DEFAULT ev.actor(),
  brought_in_at timestamptz,
  brought_in_by uuid,
  taken_back_at timestamptz,
  taken_back_by uuid,
  CONSTRAINT import_sheet_sealed_with_key CHECK ((sealed IS NULL) = (wrapped IS NULL)),
  -- Nothing of what was in a sheet outlives the day on which it came in.
  CONSTRAINT import_sheet_emptied CHECK (status = 'given' OR sealed IS NULL),
  CHECK ((status = 'given') = (brought_in_at IS NULL)),
  CHECK ((status = 'taken_back') = (taken_back_at IS NOT NULL))
);
CREATE INDEX import_sheet_listed ON ev.import_sheet (given_at DESC, id);

-- A case that came in so. `as_imported` is a sum over all that was written of it: whoever takes it back sees by that whether it is
-- still as it came.
CREATE TABLE ev.imported_case (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  case_id uuid NOT NULL CONSTRAINT imported_case_once UNIQUE REFERENCES ev.case_file,
  import_id uuid NOT NULL,
  old_reference text,
  opened_on date,
  as_imported text,
  made_at timestamptz NOT NULL DEFAULT ev.service_now()
);
CREATE INDEX imported_case_of ON ev.imported_case (import_id);
-- The same case of the old system does not come in twice.
CREATE UNIQUE INDEX imported_case_reference ON ev.imported_case (lower(old_reference));

-- All that an import wrote of a case, as one sum. Work that waits is not part of it: it comes and goes by itself.
CREATE FUNCTION ev.sum_of_case(p_case uuid) RETURNS text LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  people uuid[] := (SELECT array_agg(person_id) FROM ev.party WHERE case_id = p_case);
BEGIN
  RETURN md5((SELECT string_agg(one.row_text, ' ' ORDER BY one.row_text) FROM (
    SELECT to_jsonb(t)::text FROM ev.case_file t WHERE t.id = p_case
    UNION ALL SELECT to_jsonb(t)::text FROM ev.party t WHERE t.case_id = p_case
    UNION ALL SELECT to_jsonb(t)::text FROM ev.told_of_other t WHERE t.case_id = p_case
    UNION ALL SELECT to_jsonb(t)::text FROM ev.person t WHERE t.id = ANY (people)
    UNION ALL SELECT to_jsonb(t)::text FROM ev.contact_point t WHERE t.person_id = ANY (people)
    UNION ALL SELECT to_jsonb(t)::text FROM ev.whereabouts t WHERE t.person_id = ANY (people)
    UNION ALL SELECT to_jsonb(t)::text FROM ev.safe_contact t WHERE t.person_id = ANY (people)
  ) AS one (row_text)));
END $$;

-- Whoever finishes or takes back an import acts for that purpose, and for any case: a sheet is not of one mediator.
CREATE FUNCTION ev.must_bring_in() RETURNS void LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF current_setting('role') NOT LIKE '%\_bringing\_in' OR ev.row_scope() IS DISTINCT FROM 'any' THEN
    RAISE EXCEPTION 'only whoever brings in old cases does this' USING ERRCODE = '42501';
  END IF;
END $$;

-- The last thing of an import: its cases were opened when the old system says, and how each now stands is noted.
CREATE FUNCTION ev.finish_import(p_import uuid) RETURNS void LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  PERFORM ev.must_bring_in();
  UPDATE ev.case_file f SET opened_at = (i.opened_on + time '12:00') AT TIME ZONE 'Europe/London'
    FROM ev.imported_case i WHERE i.import_id = p_import AND i.case_id = f.id AND i.opened_on IS NOT NULL AND i.as_imported IS NULL;
  UPDATE ev.imported_case SET as_imported = ev.sum_of_case(case_id) WHERE import_id = p_import AND as_imported IS NULL;
END $$;

-- Cases of an import with which somebody went on: a row that the import did not write refers to the case or to one of its people, a
-- task in it was done, or what came in is no longer as it came. Every table is asked that names a case, a party, a person or a contact
-- point, also those that are made later.
CREATE FUNCTION ev.touched_since_import(p_import uuid) RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  asked record;
  found uuid[];
  touched uuid[] := '{}';
BEGIN
  PERFORM ev.must_bring_in();
  FOR asked IN
    SELECT c.relname AS tab, a.attname AS col FROM pg_catalog.pg_class c JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid
     WHERE c.relnamespace = 'ev'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
       AND a.attname IN ('case_id', 'about_case_id', 'party_id', 'person_id', 'contact_point_id')
       AND c.relname NOT IN ('access_log', 'task', 'case_key', 'imported_case', 'party', 'told_of_other', 'contact_point', 'whereabouts', 'safe_contact')
  LOOP
    EXECUTE pg_catalog.format(
      'SELECT coalesce(array_agg(DISTINCT i.case_id), ''{}'') FROM ev.imported_case i JOIN ev.party p ON p.case_id = i.case_id %s '
      'JOIN ev.%I t ON t.%I = %s WHERE i.import_id = $1',
      CASE asked.col WHEN 'contact_point_id' THEN 'JOIN ev.contact_point c ON c.person_id = p.person_id' ELSE '' END,
      asked.tab, asked.col,
      CASE asked.col WHEN 'person_id' THEN 'p.person_id' WHEN 'party_id' THEN 'p.id' WHEN 'contact_point_id' THEN 'c.id' ELSE 'i.case_id' END)
      INTO found USING p_import;
    touched := touched || found;
  END LOOP;
  RETURN touched || coalesce((SELECT array_agg(i.case_id) FROM ev.imported_case i WHERE i.import_id = p_import AND (
    EXISTS (SELECT FROM ev.task k WHERE k.case_id = i.case_id AND k.done_at IS NOT NULL)
    OR EXISTS (SELECT FROM ev.party p JOIN ev.party other ON other.person_id = p.person_id AND other.case_id <> p.case_id
                WHERE p.case_id = i.case_id)
    OR i.as_imported IS DISTINCT FROM ev.sum_of_case(i.case_id))), '{}');
END $$;

-- Takes an import back: what nobody went on with is as if it had never come. Answers the cases that went. Whoever adds to one of them
-- at the same moment waits here, or is waited for: each has its case locked.
CREATE FUNCTION ev.take_back_import(p_import uuid) RETURNS SETOF uuid LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  gone uuid[];
  people uuid[];
BEGIN
  PERFORM ev.must_bring_in();
  PERFORM FROM ev.import_sheet WHERE id = p_import AND status = 'brought_in' FOR UPDATE;
  IF NOT FOUND THEN RETURN; END IF;
  PERFORM FROM ev.case_file f JOIN ev.imported_case i ON i.case_id = f.id WHERE i.import_id = p_import ORDER BY f.id FOR UPDATE OF f;
  PERFORM FROM ev.person n JOIN ev.party p ON p.person_id = n.id JOIN ev.imported_case i ON i.case_id = p.case_id
   WHERE i.import_id = p_import ORDER BY n.id FOR UPDATE OF n;
  gone := (SELECT coalesce(array_agg(case_id), '{}') FROM ev.imported_case
            WHERE import_id = p_import AND case_id <> ALL (ev.touched_since_import(p_import)));
  people := (SELECT coalesce(array_agg(person_id), '{}') FROM ev.party WHERE case_id = ANY (gone));
  DELETE FROM ev.task WHERE case_id = ANY (gone);
  DELETE FROM ev.imported_case WHERE case_id = ANY (gone);
  DELETE FROM ev.told_of_other WHERE case_id = ANY (gone);
  DELETE FROM ev.party WHERE case_id = ANY (gone);
  DELETE FROM ev.whereabouts WHERE person_id = ANY (people);
  DELETE FROM ev.safe_contact WHERE person_id = ANY (people);
  DELETE FROM ev.contact_point WHERE person_id = ANY (people);
  DELETE FROM ev.person WHERE id = ANY (people);
  DELETE FROM ev.case_key WHERE case_id = ANY (gone);
  DELETE FROM ev.life_event WHERE aggregate = 'case' AND aggregate_id = ANY (gone);
  DELETE FROM ev.retention_state WHERE aggregate_id = ANY (gone);
  DELETE FROM ev.case_file WHERE id = ANY (gone);
  RETURN QUERY SELECT unnest(gone);
END $$;

SELECT ev.guard_rows('imported_case', 'case_id', false);
SELECT ev.keep_no_samples();
