-- Professionals and referrers are found as everybody is, by name, work telephone and work mailbox; a record that went into another
-- is found by that one alone. Numbers of Great Britain however they were spaced, made comparable as the software does it.
CREATE FUNCTION ev.comparable_telephone(typed text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN regexp_replace(regexp_replace(regexp_replace(regexp_replace(normalize(typed, NFKC), '[^0-9+]', '', 'g'), '^00', '+'), '^\+440?', '0'), '^0', '+44');

ALTER TABLE ev.professional
  ADD COLUMN telephone_digits text GENERATED ALWAYS AS (ev.comparable_telephone(telephone)) STORED,
  ADD COLUMN name_folded text COLLATE "C" NOT NULL GENERATED ALWAYS AS (ev.plain_name(name)) STORED,
  ADD COLUMN name_keys text[] NOT NULL GENERATED ALWAYS AS (ev.name_keys(name)) STORED;
ALTER TABLE ev.referral
  ADD COLUMN telephone_digits text GENERATED ALWAYS AS (ev.comparable_telephone(telephone)) STORED,
  ADD COLUMN name_folded text COLLATE "C" NOT NULL GENERATED ALWAYS AS (ev.plain_name(name)) STORED,
  ADD COLUMN name_keys text[] NOT NULL GENERATED ALWAYS AS (ev.name_keys(name)) STORED;
CREATE INDEX professional_by_name ON ev.professional (name_folded);
CREATE INDEX professional_by_keys ON ev.professional USING gin (name_keys) WITH (fastupdate = off);
CREATE INDEX professional_by_likeness ON ev.professional USING gin (name_folded ext.gin_trgm_ops) WITH (fastupdate = off);
CREATE INDEX professional_by_telephone ON ev.professional (telephone_digits);
CREATE INDEX referral_by_name ON ev.referral (name_folded);
CREATE INDEX referral_by_keys ON ev.referral USING gin (name_keys) WITH (fastupdate = off);
CREATE INDEX referral_by_likeness ON ev.referral USING gin (name_folded ext.gin_trgm_ops) WITH (fastupdate = off);
CREATE INDEX referral_by_telephone ON ev.referral (telephone_digits);

-- What a name that is looked for may sound like, word by word, at most three: of each the keys, and those of its sound alone (`~`).
CREATE FUNCTION ev.sought_keys(p_words jsonb, OUT k1 text[], OUT k2 text[], OUT k3 text[], OUT s1 text[], OUT s2 text[], OUT s3 text[], OUT spelt text[])
LANGUAGE plpgsql STABLE SET search_path = '' AS $$
BEGIN
  k1 := ev.name_keys((SELECT string_agg(form, ' ') FROM jsonb_array_elements_text(p_words -> 0) AS form));
  k2 := coalesce(ev.name_keys((SELECT string_agg(form, ' ') FROM jsonb_array_elements_text(p_words -> 1) AS form)), k1);
  k3 := coalesce(ev.name_keys((SELECT string_agg(form, ' ') FROM jsonb_array_elements_text(p_words -> 2) AS form)), k1);
  IF k2 = '{}' THEN k2 := k1; END IF;
  IF k3 = '{}' THEN k3 := k1; END IF;
  spelt := ARRAY(SELECT key FROM unnest(k1 || k2) AS key WHERE key NOT LIKE '~%');
  s1 := ARRAY(SELECT key FROM unnest(k1) AS key WHERE key LIKE '~%');
  s2 := ARRAY(SELECT key FROM unnest(k2) AS key WHERE key LIKE '~%');
  s3 := ARRAY(SELECT key FROM unnest(k3) AS key WHERE key LIKE '~%');
END $$;

-- Finding a name. The operators that find with a slip are not leak-proof and lose their index under a row rule, so they run here, in
-- the owner's name; what comes out is identifiers, of whom the person acting may find, and their rows are read under the rule.
-- `p_words`: for each word asked for, the word and its other forms. Stages, each only if the ones before found too little: every word as it is or the
-- beginning of the name; every word with a slip or by sound; the whole by likeness, or one word of it.
CREATE FUNCTION ev.known_names(p_plain text, p_words jsonb)
RETURNS TABLE (source text, id uuid, likeness real, sounds boolean) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
#variable_conflict use_column
DECLARE
  most CONSTANT integer := 20;
  v_end text := p_plain || chr(1114109);
  v_words text[];
  sought record;
  v_only uuid[]; v_not uuid[];
  v_found integer;
BEGIN
  SELECT only_these, not_these INTO v_only, v_not FROM ev.findable();
  IF v_only = '{}' OR p_plain = '' THEN RETURN; END IF;
  SELECT array_agg(word ->> 0) INTO v_words FROM jsonb_array_elements(p_words) AS word;
  SELECT * INTO sought FROM ev.sought_keys(p_words);
  RETURN QUERY
    SELECT n.source, n.id, (1 + ext.similarity(n.folded, p_plain))::real, true FROM (
      SELECT 'party', p.id, p.id, p.name_folded, p.name_turned, p.name_keys FROM ev.person p WHERE p.merged_into IS NULL
      UNION ALL SELECT 'enquirer', e.id, coalesce(e.case_id, e.id), e.name_folded, e.name_turned, e.name_keys FROM ev.enquiry e
      UNION ALL SELECT 'named', e.id, coalesce(e.case_id, e.id), e.other_name_folded, e.other_name_turned, e.other_name_keys FROM ev.enquiry e
      UNION ALL SELECT 'child', c.id, c.case_id, c.name_folded, c.name_turned, c.name_keys FROM ev.child c
      UNION ALL SELECT 'colleague', s.id, NULL, s.name_folded, s.name_folded, s.name_keys FROM ev.staff s
      UNION ALL SELECT 'professional', w.id, NULL, w.name_folded, w.name_folded, w.name_keys FROM ev.professional w
      UNION ALL SELECT 'referrer', r.id, coalesce(e.case_id, e.id), r.name_folded, r.name_folded, r.name_keys FROM ev.referral r JOIN ev.enquiry e ON e.id = r.enquiry_id
    ) AS n (source, id, of_whom, folded, turned, keys)
    WHERE (n.keys @> v_words OR n.folded >= p_plain AND n.folded < v_end OR n.turned >= p_plain AND n.turned < v_end)
      AND CASE WHEN v_only IS NULL THEN (n.of_whom = ANY (v_not)) IS NOT TRUE ELSE n.of_whom = ANY (v_only) OR n.source = 'colleague' END
    ORDER BY 3 DESC LIMIT most;
  GET DIAGNOSTICS v_found = ROW_COUNT;
  IF v_found >= most THEN RETURN; END IF;

  RETURN QUERY
    SELECT n.source, n.id, ext.similarity(n.folded, p_plain), n.keys && sought.s1 AND n.keys && sought.s2 AND n.keys && sought.s3 FROM (
      SELECT 'party', p.id, p.id, p.name_folded, p.name_keys FROM ev.person p WHERE p.merged_into IS NULL
      UNION ALL SELECT 'enquirer', e.id, coalesce(e.case_id, e.id), e.name_folded, e.name_keys FROM ev.enquiry e
      UNION ALL SELECT 'named', e.id, coalesce(e.case_id, e.id), e.other_name_folded, e.other_name_keys FROM ev.enquiry e
      UNION ALL SELECT 'child', c.id, c.case_id, c.name_folded, c.name_keys FROM ev.child c
      UNION ALL SELECT 'colleague', s.id, NULL, s.name_folded, s.name_keys FROM ev.staff s
      UNION ALL SELECT 'professional', w.id, NULL, w.name_folded, w.name_keys FROM ev.professional w
      UNION ALL SELECT 'referrer', r.id, coalesce(e.case_id, e.id), r.name_folded, r.name_keys FROM ev.referral r JOIN ev.enquiry e ON e.id = r.enquiry_id
    ) AS n (source, id, of_whom, folded, keys)
    WHERE n.keys && sought.k1 AND n.keys && sought.k2 AND n.keys && sought.k3
      AND CASE WHEN v_only IS NULL THEN (n.of_whom = ANY (v_not)) IS NOT TRUE ELSE n.of_whom = ANY (v_only) OR n.source = 'colleague' END
    ORDER BY 3 DESC LIMIT most;
  GET DIAGNOSTICS v_found = ROW_COUNT;
  IF v_found > 0 THEN RETURN; END IF;

  RETURN QUERY
    SELECT n.source, n.id, ext.similarity(n.folded, p_plain), false FROM (
      SELECT 'party', p.id, p.id, p.name_folded, p.name_keys FROM ev.person p WHERE p.merged_into IS NULL
      UNION ALL SELECT 'enquirer', e.id, coalesce(e.case_id, e.id), e.name_folded, e.name_keys FROM ev.enquiry e
      UNION ALL SELECT 'named', e.id, coalesce(e.case_id, e.id), e.other_name_folded, e.other_name_keys FROM ev.enquiry e
      UNION ALL SELECT 'child', c.id, c.case_id, c.name_folded, c.name_keys FROM ev.child c
      UNION ALL SELECT 'colleague', s.id, NULL, s.name_folded, s.name_keys FROM ev.staff s
      UNION ALL SELECT 'professional', w.id, NULL, w.name_folded, w.name_keys FROM ev.professional w
      UNION ALL SELECT 'referrer', r.id, coalesce(e.case_id, e.id), r.name_folded, r.name_keys FROM ev.referral r JOIN ev.enquiry e ON e.id = r.enquiry_id
    ) AS n (source, id, of_whom, folded, keys)
    WHERE (n.folded OPERATOR(ext.%) p_plain OR n.keys && sought.spelt)
      AND CASE WHEN v_only IS NULL THEN (n.of_whom = ANY (v_not)) IS NOT TRUE ELSE n.of_whom = ANY (v_only) OR n.source = 'colleague' END
    ORDER BY 3 DESC LIMIT most;
END $$;

-- The same by telephone, e-mail, address, postcode and date of birth: exact, so that each is a reason by itself. Where somebody lives
-- is looked at here and answered with a yes; no purpose that recognises people reads it.
CREATE FUNCTION ev.known_details(p_telephones text[], p_emails text[], p_addresses text[], p_postcodes text[], p_births text[])
RETURNS TABLE (source text, id uuid, by text) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
#variable_conflict use_column
DECLARE
  most CONSTANT integer := 20;
  v_only uuid[]; v_not uuid[];
BEGIN
  SELECT only_these, not_these INTO v_only, v_not FROM ev.findable();
  IF v_only = '{}' THEN RETURN; END IF;
  RETURN QUERY
    SELECT DISTINCT n.source, n.id, n.by FROM (
      (SELECT 'party', c.person_id, c.person_id, 'telephone' FROM ev.contact_point c WHERE c.kind = 'telephone' AND c.value_folded = ANY (p_telephones) AND c.ended_at IS NULL LIMIT most)
      UNION ALL (SELECT 'party', c.person_id, c.person_id, 'email' FROM ev.contact_point c WHERE c.kind = 'email' AND c.value_folded = ANY (p_emails) AND c.ended_at IS NULL LIMIT most)
      UNION ALL (SELECT 'party', w.person_id, w.person_id, 'address' FROM ev.whereabouts w WHERE w.folded = ANY (p_addresses) AND w.ended_at IS NULL LIMIT most)
      UNION ALL (SELECT 'party', w.person_id, w.person_id, 'postcode' FROM ev.whereabouts w WHERE w.postcode = ANY (p_postcodes) AND w.ended_at IS NULL LIMIT most)
      UNION ALL (SELECT 'party', p.id, p.id, 'birth' FROM ev.person p WHERE p.birth_date = ANY (p_births) AND p.merged_into IS NULL LIMIT most)
      UNION ALL (SELECT 'enquirer', e.id, coalesce(e.case_id, e.id), 'telephone' FROM ev.enquiry e WHERE e.telephone_digits = ANY (p_telephones) LIMIT most)
      UNION ALL (SELECT 'enquirer', e.id, coalesce(e.case_id, e.id), 'email' FROM ev.enquiry e WHERE e.email_folded = ANY (p_emails) LIMIT most)
      UNION ALL (SELECT 'enquirer', e.id, coalesce(e.case_id, e.id), 'postcode' FROM ev.enquiry e WHERE e.postcode = ANY (p_postcodes) LIMIT most)
      UNION ALL (SELECT 'enquirer', e.id, coalesce(e.case_id, e.id), 'birth' FROM ev.enquiry e WHERE e.birth_date = ANY (p_births) LIMIT most)
      UNION ALL (SELECT 'professional', w.id, NULL, 'telephone' FROM ev.professional w WHERE w.telephone_digits = ANY (p_telephones) LIMIT most)
      UNION ALL (SELECT 'professional', w.id, NULL, 'email' FROM ev.professional w WHERE w.email_folded = ANY (p_emails) LIMIT most)
      UNION ALL (SELECT 'referrer', r.id, coalesce(e.case_id, e.id), 'telephone' FROM ev.referral r JOIN ev.enquiry e ON e.id = r.enquiry_id WHERE r.telephone_digits = ANY (p_telephones) LIMIT most)
      UNION ALL (SELECT 'referrer', r.id, coalesce(e.case_id, e.id), 'email' FROM ev.referral r JOIN ev.enquiry e ON e.id = r.enquiry_id WHERE r.email_folded = ANY (p_emails) LIMIT most)
      UNION ALL (SELECT 'child', c.id, c.case_id, 'birth' FROM ev.child c WHERE c.birth_date = ANY (p_births) LIMIT most)
    ) AS n (source, id, of_whom, by)
    WHERE CASE WHEN v_only IS NULL THEN (n.of_whom = ANY (v_not)) IS NOT TRUE ELSE n.of_whom = ANY (v_only) END;
END $$;

SELECT ev.keep_no_samples();
