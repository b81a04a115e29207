-- A small card by which somebody is known again once their file has ended: who they were, how they were reached, which file. It is made
-- as the file goes, holds nothing of what was said, and ends by a clock of its own.

-- Since when somebody does not want one; null as long as they have not said so.
ALTER TABLE ev.person ADD COLUMN card_refused_at timestamptz;

-- `contact`: telephones and e-mails in one form, a line each. `ended_at`: said by hand; from then on nobody finds it, and the next sweep
-- destroys it. `returned_case`: the case with which they came back.
CREATE TABLE ev.returning_card (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  given_name text NOT NULL,
  family_name text NOT NULL,
  former_names text,
  birth_date text CHECK (ev.is_partial_date(birth_date)),
  contact text NOT NULL,
  reference text NOT NULL,
  closed_on date NOT NULL,
  made_at timestamptz NOT NULL DEFAULT ev.service_now(),
  ended_at timestamptz,
  returned_case uuid REFERENCES ev.case_file ON DELETE SET NULL,
  returned_side text CHECK (returned_side IN ('A', 'B')),
  name_folded text COLLATE "C" NOT NULL GENERATED ALWAYS AS (ev.plain_name(given_name || ' ' || family_name)) STORED,
  name_turned text COLLATE "C" NOT NULL GENERATED ALWAYS AS (ev.plain_name(family_name || ' ' || given_name)) STORED,
  name_keys text[] NOT NULL GENERATED ALWAYS AS (ev.name_keys(given_name || ' ' || family_name || ' ' || coalesce(former_names, ''))) STORED,
  contact_keys text[] NOT NULL GENERATED ALWAYS AS (string_to_array(contact, chr(10))) STORED,
  CHECK (returned_case IS NULL OR returned_side IS NOT NULL)
);
CREATE INDEX returning_card_by_name ON ev.returning_card (name_folded);
CREATE INDEX returning_card_by_turned ON ev.returning_card (name_turned);
CREATE INDEX returning_card_by_keys ON ev.returning_card USING gin (name_keys) WITH (fastupdate = off);
CREATE INDEX returning_card_by_likeness ON ev.returning_card USING gin (name_folded ext.gin_trgm_ops) WITH (fastupdate = off);
CREATE INDEX returning_card_by_contact ON ev.returning_card USING gin (contact_keys) WITH (fastupdate = off);
CREATE INDEX returning_card_by_birth ON ev.returning_card (birth_date);
CREATE INDEX returning_card_by_reference ON ev.returning_card (reference);
CREATE INDEX returning_card_by_clock ON ev.returning_card (closed_on);
CREATE INDEX returning_card_returned ON ev.returning_card (returned_case) WHERE returned_case IS NOT NULL;

ALTER TABLE ev.destruction_certificate DROP CONSTRAINT destruction_certificate_aggregate_check;
ALTER TABLE ev.destruction_certificate ADD CONSTRAINT destruction_certificate_aggregate_check
  CHECK (aggregate IN ('case', 'enquiry', 'returning'));

-- As files go, in the same transaction: a card for each of those who go with them, were with us themselves, and have not refused.
-- `p_people` are who goes, each with the file at their place in `p_cases`. What ends data may not read names, so the database copies them.
-- A way that was called unsafe is not kept. Somebody who came back by a card, and whose new file ends now, keeps one card: it tells of the
-- newer file. Nothing is made whose clock has run out already.
CREATE FUNCTION ev.keep_cards(p_cases uuid[], p_people uuid[], p_oldest date) RETURNS void LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF current_setting('role') NOT LIKE '%\_retention' THEN RAISE EXCEPTION 'only what ends data keeps cards of it' USING ERRCODE = '42501'; END IF;
  WITH who AS MATERIALIZED (
    SELECT n.*, p.case_id, p.side, f.reference, f.closed_on, coalesce((SELECT string_agg(DISTINCT c.value_folded, chr(10)) FROM ev.contact_point c
              WHERE c.person_id = n.id AND c.kind <> 'address' AND c.ended_at IS NULL AND c.safety <> 'unsafe'), '') AS contact
      FROM unnest(p_cases, p_people) AS going (case_id, person_id)
      JOIN ev.case_file f ON f.id = going.case_id
      JOIN ev.party p ON p.case_id = going.case_id AND p.person_id = going.person_id
      JOIN ev.person n ON n.id = going.person_id
     WHERE f.closed_on >= p_oldest AND n.merged_into IS NULL
       AND NOT EXISTS (
         WITH RECURSIVE one AS (SELECT n.id UNION SELECT m.id FROM ev.person m JOIN one ON m.merged_into = one.id)
         SELECT FROM one JOIN ev.person r USING (id) WHERE r.card_refused_at IS NOT NULL)
       AND (EXISTS (SELECT FROM ev.contact_point c WHERE c.person_id = n.id AND c.source = 'self')
         OR EXISTS (SELECT FROM ev.attendance a WHERE a.party_id = p.id AND a.status = 'attended')
         OR EXISTS (SELECT FROM ev.miam_record m WHERE m.case_id = p.case_id AND m.party_id = p.id))
  ), again AS (
    UPDATE ev.returning_card k SET
        former_names = nullif(concat_ws(', ', who.former_names,
          CASE WHEN k.name_folded <> who.name_folded THEN btrim(k.given_name || ' ' || k.family_name) END), ''),
        given_name = who.given_name, family_name = who.family_name, birth_date = coalesce(who.birth_date, k.birth_date),
        contact = who.contact, reference = who.reference, closed_on = who.closed_on,
        made_at = ev.service_now(), returned_case = NULL, returned_side = NULL
      FROM who WHERE k.returned_case = who.case_id AND k.returned_side = who.side AND k.ended_at IS NULL
      RETURNING who.id
  )
  INSERT INTO ev.returning_card (given_name, family_name, former_names, birth_date, contact, reference, closed_on)
    SELECT who.given_name, who.family_name, who.former_names, who.birth_date, who.contact, who.reference, who.closed_on
      FROM who WHERE NOT EXISTS (SELECT FROM again WHERE again.id = who.id);
END $$;

-- Cards by which somebody may be meant, in the ways in which people are found: by name in three stages, each only if the one before
-- found nobody, and exactly by telephone, e-mail, date of birth and the number of the file. For one purpose, and for whoever may see any.
CREATE FUNCTION ev.known_cards(p_plain text, p_words jsonb, p_telephones text[], p_emails text[], p_births text[], p_reference text)
RETURNS TABLE (id uuid, likeness real, sounds boolean, by text) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
#variable_conflict use_column
DECLARE
  most CONSTANT integer := 20;
  v_end text := p_plain || chr(1114109);
  v_words text[];
  sought record;
BEGIN
  IF current_setting('role') NOT LIKE '%\_returning\_client' OR ev.row_scope() IS DISTINCT FROM 'any' THEN RETURN; END IF;
  RETURN QUERY
    SELECT n.id, NULL::real, NULL::boolean, n.by FROM (
      (SELECT k.id, 'telephone' FROM ev.returning_card k WHERE k.contact_keys && p_telephones AND k.ended_at IS NULL LIMIT most)
      UNION ALL (SELECT k.id, 'email' FROM ev.returning_card k WHERE k.contact_keys && p_emails AND k.ended_at IS NULL LIMIT most)
      UNION ALL (SELECT k.id, 'birth' FROM ev.returning_card k WHERE k.birth_date = ANY (p_births) AND k.ended_at IS NULL LIMIT most)
      UNION ALL (SELECT k.id, 'reference' FROM ev.returning_card k WHERE k.reference = p_reference AND k.ended_at IS NULL LIMIT most)
    ) AS n (id, by);
  IF p_plain = '' THEN RETURN; END IF;
  SELECT array_agg(word ->> 0) INTO v_words FROM jsonb_array_elements(p_words) AS word;
  RETURN QUERY
    SELECT k.id, (1 + ext.similarity(k.name_folded, p_plain))::real, true, NULL FROM ev.returning_card k
     WHERE (k.name_keys @> v_words OR k.name_folded >= p_plain AND k.name_folded < v_end OR k.name_turned >= p_plain AND k.name_turned < v_end)
       AND k.ended_at IS NULL
     ORDER BY 2 DESC LIMIT most;
  IF FOUND THEN RETURN; END IF;
  SELECT * INTO sought FROM ev.sought_keys(p_words);
  RETURN QUERY
    SELECT k.id, ext.similarity(k.name_folded, p_plain), k.name_keys && sought.s1 AND k.name_keys && sought.s2 AND k.name_keys && sought.s3, NULL
      FROM ev.returning_card k
     WHERE k.name_keys && sought.k1 AND k.name_keys && sought.k2 AND k.name_keys && sought.k3 AND k.ended_at IS NULL
     ORDER BY 2 DESC LIMIT most;
  IF FOUND THEN RETURN; END IF;
  RETURN QUERY
    SELECT k.id, ext.similarity(k.name_folded, p_plain), false, NULL FROM ev.returning_card k
     WHERE (k.name_folded OPERATOR(ext.%) p_plain OR k.name_keys && sought.spelt) AND k.ended_at IS NULL
     ORDER BY 2 DESC LIMIT most;
END $$;

-- Which party of a case does not want a card, and since when; and their saying so. The case of somebody whom one keeps away from is none.
CREATE FUNCTION ev.card_refusals(p_case uuid) RETURNS TABLE (side text, refused_at timestamptz) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF current_setting('role') NOT LIKE '%\_returning\_client' OR ev.row_scope() IS DISTINCT FROM 'any' OR p_case = ANY (ev.walled_cases()) THEN RETURN; END IF;
  RETURN QUERY SELECT p.side, n.card_refused_at FROM ev.party p JOIN ev.person n ON n.id = p.person_id WHERE p.case_id = p_case ORDER BY p.side;
END $$;

CREATE FUNCTION ev.refuse_card(p_case uuid, p_side text, p_refused boolean) RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF current_setting('role') NOT LIKE '%\_returning\_client' OR ev.row_scope() IS DISTINCT FROM 'any' OR p_case = ANY (ev.walled_cases()) THEN RETURN false; END IF;
  UPDATE ev.person n SET card_refused_at = CASE WHEN p_refused THEN coalesce(n.card_refused_at, ev.service_now()) END
    FROM ev.party p WHERE p.person_id = n.id AND p.case_id = p_case AND p.side = p_side;
  IF NOT FOUND THEN RETURN false; END IF;
  -- A card by which they came back goes too.
  IF p_refused THEN
    UPDATE ev.returning_card SET ended_at = ev.service_now() WHERE returned_case = p_case AND returned_side = p_side AND ended_at IS NULL;
  END IF;
  RETURN true;
END $$;

SELECT ev.keep_no_samples();
