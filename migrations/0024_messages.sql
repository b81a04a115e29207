-- Messages by text too, written by hand, guarded before they go, and what comes back of them.

ALTER TABLE ev.message DROP CONSTRAINT message_channel_check;
ALTER TABLE ev.message ADD CONSTRAINT message_channel_check CHECK (channel IN ('email', 'text', 'letter'));

-- `written_by` is set for words of a colleague's own, which wait before they go; `guard_found` is what the guard found in them, and
-- `guard_reason` why they went all the same. `why` says why one did not go, or came back. `once` names an occasion: about one thing
-- there is one message for it, whoever asks twice.
ALTER TABLE ev.message
  ADD COLUMN written_by uuid REFERENCES ev.staff,
  ADD COLUMN guard_found text CHECK (guard_found ~ '^[a-z]+(_[a-z]+)*( [a-z]+(_[a-z]+)*)*$'),
  ADD COLUMN guard_reason text,
  ADD COLUMN once text,
  ADD COLUMN why text CHECK (why IN ('unsafe', 'late', 'refused', 'bounced', 'undone', 'guarded')),
  ADD COLUMN delivered_at timestamptz,
  ADD COLUMN posted_on date,
  ADD COLUMN settled_by uuid REFERENCES ev.staff;
ALTER TABLE ev.message ADD CONSTRAINT message_guard_answered CHECK (guard_found IS NULL OR guard_reason IS NOT NULL);
ALTER TABLE ev.message ADD CONSTRAINT message_posted_by_letter CHECK (posted_on IS NULL OR (channel = 'letter' AND status = 'printed'));
ALTER TABLE ev.message ADD CONSTRAINT message_text_of_case CHECK (channel <> 'text' OR case_id IS NOT NULL);
CREATE UNIQUE INDEX message_once ON ev.message (about_id, once) WHERE once IS NOT NULL;
-- A text that left and of which nothing came back yet.
CREATE INDEX message_text_sent ON ev.message (settled_at) WHERE channel = 'text' AND status = 'sent' AND delivered_at IS NULL;
CREATE INDEX message_letter_waiting ON ev.message (made_at) WHERE channel = 'letter' AND status = 'waiting';

-- What somebody wrote to one party is looked through for what we know of the other. Everything is compared here and answered by its
-- kind: whoever asks learns no detail, and nothing that the other lives by is selected for words that go to the first. What the first
-- has too, or where the service itself can be found, tells them nothing new.
CREATE FUNCTION ev.letters_of(p_text text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN regexp_replace(lower(normalize(coalesce(p_text, ''), NFKC)), '[^[:alnum:]]+', '', 'g');

CREATE FUNCTION ev.words_of(p_text text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN ' ' || btrim(regexp_replace(lower(normalize(coalesce(p_text, ''), NFKC)), '[^[:alnum:]]+', ' ', 'g')) || ' ';

CREATE FUNCTION ev.digits_of(p_text text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN regexp_replace(normalize(coalesce(p_text, ''), NFKC), '([0-9])[[:space:]().,/–-]+(?=[0-9])', '\1', 'g');

-- Parts by which an address is known: its postcode, and each line with a name or a number of its own.
CREATE FUNCTION ev.parts_of_address(p_address text, p_postcode text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (SELECT coalesce(array_agg(DISTINCT part), '{}') FROM (
  SELECT ev.letters_of(p_postcode) AS part
  UNION ALL
  SELECT ev.letters_of(line) FROM regexp_split_to_table(coalesce(p_address, ''), '[\n,]') WITH ORDINALITY AS lines (line, at)
   WHERE at = 1 OR line ~ '[0-9]') AS parts WHERE length(part) >= 5);

-- A day of birth as people write it, each as words: 9 March 1984, 9th March 1984, March 9 1984, 9/3/1984, 09.03.1984, 1984-03-09.
CREATE FUNCTION ev.words_for_day(p_day text) RETURNS SETOF text LANGUAGE plpgsql STABLE SET search_path = '' AS $$
DECLARE d date; m text;
BEGIN
  IF p_day IS NULL OR p_day !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' THEN RETURN; END IF;
  d := p_day::date;
  FOREACH m IN ARRAY ARRAY['FMmonth', 'FMmon'] LOOP
    RETURN QUERY SELECT ' ' || lower(to_char(d, form)) || ' ' FROM unnest(ARRAY['FMDD ' || m || ' YYYY', 'FMDDth ' || m || ' YYYY', m || ' FMDD YYYY', m || ' FMDDth YYYY']) AS form;
  END LOOP;
  RETURN QUERY SELECT ' ' || to_char(d, form) || ' ' FROM unnest(ARRAY['DD MM YYYY', 'FMDD FMMM YYYY', 'DD MM YY', 'YYYY MM DD']) AS form;
END $$;

-- The solicitors and agencies who brought some people here, by the enquiries from which they became a party.
CREATE FUNCTION ev.referrers_of(p_persons uuid[]) RETURNS TABLE (name text, organisation text, email_folded text, telephone text)
LANGUAGE sql STABLE SET search_path = '' AS $$
  SELECT r.name, r.organisation, r.email_folded, r.telephone FROM ev.referral r JOIN ev.enquiry e ON e.id = r.enquiry_id
    JOIN ev.party p ON p.case_id = e.case_id AND p.side = e.side WHERE p.person_id = ANY (p_persons) $$;

CREATE FUNCTION ev.found_of_other(p_case uuid, p_person uuid, p_text text) RETURNS TABLE (kind text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  seen text := ev.row_scope();
  others uuid[];
  all_letters text := ev.letters_of(p_text);
  all_words text := ev.words_of(p_text);
  all_digits text := ev.digits_of(p_text);
  squeezed text := regexp_replace(lower(normalize(coalesce(p_text, ''), NFKC)), '[[:space:]]+', '', 'g');
  own_words text[];
  own_parts text[];
BEGIN
  IF seen IS NULL AND current_setting('role') NOT LIKE '%\_worker\_%' THEN
    RAISE EXCEPTION 'only staff compare the two parties' USING ERRCODE = '42501';
  END IF;
  IF (seen = 'assigned' AND NOT p_case = ANY (ev.cases_in_scope())) OR p_case = ANY (ev.walled_cases())
     OR NOT EXISTS (SELECT FROM ev.party WHERE case_id = p_case AND person_id = p_person) THEN RETURN; END IF;
  SELECT array_agg(DISTINCT theirs.person_id) INTO others FROM ev.party own JOIN ev.party theirs ON theirs.case_id = own.case_id
   WHERE own.person_id = p_person AND theirs.person_id <> p_person;
  SELECT array_agg(btrim(ev.words_of(name))) INTO own_words FROM ev.person p,
    LATERAL (VALUES (p.given_name), (p.family_name), (p.known_as)) AS names (name) WHERE p.id = p_person;
  SELECT coalesce(array_agg(part), '{}') INTO own_parts FROM (
    SELECT unnest(ev.parts_of_address(w.address, w.postcode)) FROM ev.whereabouts w WHERE w.person_id = p_person AND w.ended_at IS NULL
    UNION SELECT unnest(ev.parts_of_address(v.address, v.postcode)) FROM ev.venue v) AS known (part);
  RETURN QUERY
    SELECT 'name' FROM ev.person p, LATERAL (SELECT unnest(ARRAY[p.given_name, p.family_name, p.known_as] || string_to_array(p.former_names, ','))) AS names (name)
     WHERE p.id = ANY (others) AND length(btrim(ev.words_of(name))) >= 2 AND btrim(ev.words_of(name)) <> ALL (own_words)
       AND strpos(all_words, ev.words_of(name)) > 0
    UNION
    SELECT 'birth_date' FROM ev.person p, LATERAL ev.words_for_day(p.birth_date) AS form
     WHERE p.id = ANY (others) AND strpos(all_words, form) > 0
    UNION
    SELECT c.kind FROM ev.contact_point c
     WHERE c.person_id = ANY (others) AND c.kind IN ('email', 'telephone')
       AND NOT EXISTS (SELECT FROM ev.contact_point own WHERE own.person_id = p_person AND own.ended_at IS NULL
                          AND own.kind = c.kind AND own.value_folded = c.value_folded)
       AND CASE c.kind WHEN 'telephone' THEN strpos(all_digits, right(regexp_replace(c.value_folded, '[^0-9]', '', 'g'), 9)) > 0
             ELSE strpos(squeezed, c.value_folded) > 0 OR strpos(squeezed, lower(c.value)) > 0 END
       AND length(c.value_folded) >= 6
    UNION
    SELECT CASE w.kind WHEN 'other' THEN 'place' ELSE w.kind END FROM ev.whereabouts w, LATERAL unnest(ev.parts_of_address(w.address, w.postcode)) AS part
     WHERE w.person_id = ANY (others) AND part <> ALL (own_parts) AND strpos(all_letters, part) > 0
    UNION
    SELECT 'code_word' FROM ev.safe_contact s
     WHERE s.person_id = ANY (others) AND length(btrim(ev.words_of(s.code_word))) >= 3 AND strpos(all_words, ev.words_of(s.code_word)) > 0
    UNION
    SELECT 'professional' FROM ev.referrers_of(others) r
     WHERE NOT EXISTS (SELECT FROM ev.referrers_of(ARRAY[p_person]) own
                        WHERE own.email_folded = r.email_folded OR ev.words_of(own.organisation) = ev.words_of(r.organisation))
       AND (EXISTS (SELECT FROM unnest(ARRAY[r.name, r.organisation]) AS names (name)
                     WHERE length(btrim(ev.words_of(name))) >= 4 AND strpos(all_words, ev.words_of(name)) > 0)
            OR strpos(squeezed, r.email_folded) > 0
            OR length(regexp_replace(r.telephone, '[^0-9]', '', 'g')) >= 9
               AND strpos(all_digits, right(regexp_replace(r.telephone, '[^0-9]', '', 'g'), 9)) > 0);
END $$;

-- Mail that a server gave back: the message that it was, if it is one of ours that left, did not arrive, and somebody is told once.
-- Answers whether it was. A definer function, since what takes in the post reads none of what we wrote.
CREATE FUNCTION ev.mail_came_back(p_message uuid) RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
DECLARE m record;
BEGIN
  UPDATE ev.message SET status = 'failed', why = 'bounced' WHERE id = p_message AND channel = 'email' AND status = 'sent'
    RETURNING case_id, enquiry_id INTO m;
  IF NOT FOUND THEN RETURN EXISTS (SELECT FROM ev.message WHERE id = p_message AND why = 'bounced'); END IF;
  IF m.case_id IS NOT NULL OR m.enquiry_id IS NOT NULL THEN
    INSERT INTO ev.task (kind, for_role, due_on, case_id, enquiry_id, message_id)
    VALUES ('message-failed', 'coordinator', (ev.service_now() AT TIME ZONE 'Europe/London')::date, m.case_id, m.enquiry_id, p_message);
  END IF;
  RETURN true;
END $$;

SELECT ev.keep_no_samples();
