-- What the migrations make, written from the catalogue by the schema test; read, never run, and not edited by hand.

CREATE SCHEMA auth;

CREATE SCHEMA ev;

CREATE SCHEMA ext;

CREATE EXTENSION btree_gist SCHEMA ext;

CREATE EXTENSION fuzzystrmatch SCHEMA ext;

CREATE EXTENSION pg_trgm SCHEMA ext;

CREATE OR REPLACE FUNCTION auth.credential_of(p_email text)
 RETURNS TABLE(staff_id uuid, password_hash text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  RETURN QUERY SELECT s.id, c.password_hash FROM ev.staff s JOIN auth.credential c ON c.staff_id = s.id
   WHERE lower(s.email) = lower(p_email) AND s.suspended_at IS NULL AND s.left_on IS NULL;
END $function$
;

CREATE OR REPLACE FUNCTION auth.forget_party_codes(p_before timestamp with time zone)
 RETURNS SETOF integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  RETURN QUERY DELETE FROM ev.party_code WHERE expires_at < p_before RETURNING 1;
END $function$
;

CREATE OR REPLACE FUNCTION auth.has_administrator()
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  RETURN EXISTS (SELECT FROM ev.staff WHERE role = 'administrator' AND joined_at IS NOT NULL AND suspended_at IS NULL AND left_on IS NULL);
END $function$
;

CREATE OR REPLACE FUNCTION auth.is_party(p_person uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  RETURN EXISTS (SELECT FROM ev.party p WHERE p.person_id = p_person);
END $function$
;

CREATE OR REPLACE FUNCTION auth.is_referrer(p_professional uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  RETURN EXISTS (SELECT FROM ev.professional p WHERE p.id = p_professional
    AND p.account_opened_at IS NOT NULL AND p.account_ended_at IS NULL AND p.email IS NOT NULL);
END $function$
;

CREATE OR REPLACE FUNCTION auth.link(p_token bytea, p_now timestamp with time zone)
 RETURNS TABLE(kind text, staff_id uuid, name text, email text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  RETURN QUERY SELECT l.kind, l.staff_id, s.name, s.email FROM ev.staff_link l LEFT JOIN ev.staff s ON s.id = l.staff_id
   WHERE l.token_hash = p_token AND l.spent_at IS NULL AND l.expires_at > p_now
     AND CASE l.kind WHEN 'first' THEN NOT auth.has_administrator() ELSE s.suspended_at IS NULL AND s.left_on IS NULL END;
END $function$
;

CREATE OR REPLACE FUNCTION auth.make_first_link(p_token bytea, p_expires timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  IF auth.has_administrator() THEN RETURN false; END IF;
  DELETE FROM ev.staff_link WHERE kind = 'first';
  INSERT INTO ev.staff_link (token_hash, kind, expires_at) VALUES (p_token, 'first', p_expires);
  RETURN true;
END $function$
;

CREATE OR REPLACE FUNCTION auth.make_operator_link(p_email text, p_token bytea, p_expires timestamp with time zone)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
DECLARE found_staff uuid;
BEGIN
  SELECT id INTO found_staff FROM ev.staff WHERE lower(email) = lower(p_email) AND joined_at IS NOT NULL AND suspended_at IS NULL AND left_on IS NULL;
  IF found_staff IS NOT NULL THEN
    INSERT INTO ev.staff_link (token_hash, staff_id, kind, expires_at) VALUES (p_token, found_staff, 'reset', p_expires);
  END IF;
  RETURN found_staff;
END $function$
;

CREATE OR REPLACE FUNCTION auth.party_of(p_token bytea, p_now timestamp with time zone, p_idle interval, p_longest interval)
 RETURNS TABLE(id uuid, kind text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
DECLARE found auth.party_sign_in;
BEGIN
  SELECT * INTO found FROM auth.party_sign_in i
   WHERE i.token_hash = p_token AND i.ended_at IS NULL AND i.seen_at > p_now - p_idle AND i.made_at > p_now - p_longest;
  IF found.id IS NULL OR NOT (auth.is_referrer(found.professional_id)
     OR auth.is_party(found.person_id) AND auth.still_lets_in(found.contact_point_id, found.person_id)) THEN RETURN; END IF;
  IF found.seen_at < p_now - interval '15 seconds' THEN
    UPDATE auth.party_sign_in i SET seen_at = p_now WHERE i.id = found.id;
  END IF;
  id := coalesce(found.person_id, found.professional_id);
  kind := CASE WHEN found.person_id IS NULL THEN 'referrer' ELSE 'party' END;
  RETURN NEXT;
END $function$
;

CREATE OR REPLACE FUNCTION auth.people()
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  RETURN QUERY SELECT s.id FROM ev.staff s JOIN auth.credential c ON c.staff_id = s.id WHERE s.suspended_at IS NULL AND s.left_on IS NULL;
END $function$
;

CREATE OR REPLACE FUNCTION auth.person(p_staff uuid)
 RETURNS TABLE(id uuid, name text, role text, email text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  RETURN QUERY SELECT s.id, s.name, s.role, s.email FROM ev.staff s WHERE s.id = p_staff AND s.suspended_at IS NULL AND s.left_on IS NULL;
END $function$
;

CREATE OR REPLACE FUNCTION auth.record(p_act text, p_actor uuid, p_subject uuid, p_at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  IF p_act NOT IN ('sign-in.made', 'sign-in.refused', 'sign-in.held-off', 'sign-in.ended', 'sign-in.recovered', 'sign-in.set-up',
                   'sign-in.codes-made', 'sign-in.authenticator-changed', 'sign-in.password-changed', 'sign-in.link-made',
                   'sign-in.passkey-added', 'sign-in.passkey-ended',
                   'sign-in.party-made', 'sign-in.party-refused', 'sign-in.party-ended') THEN
    RAISE EXCEPTION 'not an act of signing in' USING ERRCODE = '42501';
  END IF;
  INSERT INTO ev.access_log (act, actor, subject_id, at, db_role) VALUES (p_act, p_actor, p_subject, p_at, session_user);
END $function$
;

CREATE OR REPLACE FUNCTION auth.spend_link(p_token bytea, p_now timestamp with time zone, p_service_now timestamp with time zone, p_new_id uuid, p_name text, p_email text, p_password text, p_authenticator text, p_step bigint, p_codes bytea[])
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
DECLARE found_kind text; who uuid;
BEGIN
  PERFORM FROM ev.staff_link WHERE token_hash = p_token FOR UPDATE;
  SELECT l.kind, l.staff_id INTO found_kind, who FROM auth.link(p_token, p_now) l;
  IF found_kind IS NULL THEN RETURN NULL; END IF;
  IF found_kind = 'first' THEN
    who := p_new_id;
    INSERT INTO ev.staff (id, name, email, role, invited_at) VALUES (who, p_name, p_email, 'administrator', p_service_now);
  END IF;
  UPDATE ev.staff_link SET spent_at = p_now WHERE spent_at IS NULL AND (token_hash = p_token OR staff_id = who);
  UPDATE ev.staff SET joined_at = p_service_now WHERE id = who AND joined_at IS NULL;
  UPDATE auth.sign_in SET ended_at = p_now WHERE staff_id = who AND ended_at IS NULL;
  DELETE FROM auth.known_device WHERE staff_id = who;
  DELETE FROM auth.sign_in_step WHERE staff_id = who;
  DELETE FROM auth.credential WHERE staff_id = who;
  INSERT INTO auth.credential (staff_id, password_hash, authenticator, newest_step, set_at) VALUES (who, p_password, p_authenticator, p_step, p_now);
  INSERT INTO auth.recovery_code (staff_id, code_hash) SELECT who, code FROM unnest(p_codes) AS code;
  RETURN who;
END $function$
;

CREATE OR REPLACE FUNCTION auth.spend_party_code(p_number bytea, p_secret bytea, p_now timestamp with time zone, p_tries integer)
 RETURNS TABLE(person_id uuid, contact_point_id uuid, professional_id uuid)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
DECLARE found ev.party_code;
BEGIN
  FOR found IN SELECT * FROM ev.party_code c WHERE c.number_hash = p_number AND c.ended_at IS NULL AND c.expires_at > p_now FOR UPDATE LOOP
    IF found.secret_hash <> p_secret THEN
      UPDATE ev.party_code c SET tries = c.tries + 1, ended_at = CASE WHEN c.tries + 1 >= p_tries THEN p_now END WHERE c.id = found.id;
    ELSIF auth.is_referrer(found.professional_id)
       OR auth.is_party(found.person_id) AND auth.still_lets_in(found.contact_point_id, found.person_id) THEN
      UPDATE ev.party_code c SET ended_at = p_now WHERE c.id = found.id;
      person_id := found.person_id;
      contact_point_id := found.contact_point_id;
      professional_id := found.professional_id;
      RETURN NEXT;
      RETURN;
    END IF;
  END LOOP;
END $function$
;

CREATE OR REPLACE FUNCTION auth.staff_of(p_token bytea, p_now timestamp with time zone, p_idle interval, p_longest interval)
 RETURNS TABLE(id uuid, name text, role text, glass_until timestamp with time zone)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
DECLARE found_id uuid; found_staff uuid; found_seen timestamptz;
BEGIN
  SELECT i.id, i.staff_id, i.seen_at INTO found_id, found_staff, found_seen FROM auth.sign_in i
   WHERE i.token_hash = p_token AND i.ended_at IS NULL AND i.seen_at > p_now - p_idle AND i.made_at > p_now - p_longest;
  IF found_id IS NULL THEN RETURN; END IF;
  RETURN QUERY SELECT s.id, s.name, s.role, (SELECT max(g.ends_at) FROM ev.glass_break g WHERE g.staff_id = s.id)
    FROM ev.staff s WHERE s.id = found_staff AND s.suspended_at IS NULL AND s.left_on IS NULL;
  IF FOUND AND found_seen < p_now - interval '15 seconds' THEN
    UPDATE auth.sign_in i SET seen_at = p_now WHERE i.id = found_id;
  END IF;
END $function$
;

CREATE OR REPLACE FUNCTION auth.still_lets_in(p_point uuid, p_person uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  RETURN p_point IS NULL OR EXISTS (SELECT FROM ev.contact_point c
    WHERE c.id = p_point AND c.person_id = p_person AND c.safety = 'safe' AND c.ended_at IS NULL)
    AND 'unsafe' IS DISTINCT FROM (SELECT s.email FROM ev.safe_contact s WHERE s.person_id = p_person ORDER BY s.version DESC LIMIT 1)
    AND ev.asked_since_merge(p_person);
END $function$
;

CREATE OR REPLACE FUNCTION ev.account_to_serve(p_professional uuid)
 RETURNS text
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  IF current_setting('role') NOT LIKE '%\_professional\_contacts' OR NOT auth.is_referrer(p_professional) THEN
    RAISE EXCEPTION 'there is no such account to serve' USING ERRCODE = '42501';
  END IF;
  RETURN (SELECT p.email FROM ev.professional p WHERE p.id = p_professional);
END $function$
;

CREATE OR REPLACE FUNCTION ev.acting_purpose()
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
  SELECT regexp_replace(current_setting('role'), '^[a-z0-9]+_[a-z]+_|_', '', 'g')
$function$
;

CREATE OR REPLACE FUNCTION ev.actor()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('ev.actor'::text, true), ''::text))::uuid
;

CREATE OR REPLACE FUNCTION ev.add_up_choice()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  IF pg_trigger_depth() > 1 THEN RETURN NEW; END IF;
  INSERT INTO ev.consent_count (day, wording_hash, choice, choices) VALUES (NEW.day, NEW.wording_hash, NEW.choice, NEW.choices)
    ON CONFLICT (day, wording_hash, choice) DO UPDATE SET choices = ev.consent_count.choices + excluded.choices;
  RETURN NULL;
END $function$
;

CREATE OR REPLACE FUNCTION ev.add_up_page()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  IF pg_trigger_depth() > 1 THEN RETURN NEW; END IF;
  INSERT INTO ev.page_count (day, path, views) VALUES (NEW.day, NEW.path, NEW.views)
    ON CONFLICT (day, path) DO UPDATE SET views = ev.page_count.views + excluded.views;
  RETURN NULL;
END $function$
;

CREATE OR REPLACE FUNCTION ev.agreed_before()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  IF (SELECT count(DISTINCT a.zone) FROM ev.agreement_to_mediate a WHERE a.case_id = NEW.case_id AND a.signed_on <= NEW.held_on) < 2 THEN
    RAISE EXCEPTION 'both parties sign first' USING ERRCODE = '23514', CONSTRAINT = 'session_agreed_first';
  END IF;
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION ev.answer_offer(p_offer uuid, p_times uuid[], p_words text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
DECLARE
  f record;
  made uuid := gen_random_uuid();
BEGIN
  SELECT o.id, o.case_id, p.side INTO f FROM ev.time_offer o
    JOIN ev.party p ON p.case_id = o.case_id AND o.zone IN (p.side, 'both') AND p.person_id = ev.party_acting()
   WHERE o.id = p_offer AND o.status = 'open' AND o.answer_by >= (ev.service_now() AT TIME ZONE 'Europe/London')::date FOR SHARE OF o;
  IF f.id IS NULL THEN RETURN false; END IF;
  INSERT INTO ev.time_answer (id, offer_id, case_id, zone, words) VALUES (made, f.id, f.case_id, f.side, nullif(p_words, ''));
  INSERT INTO ev.time_choice (answer_id, case_id, zone, time_id)
  SELECT made, f.case_id, f.side, t.id FROM ev.offered_time t WHERE t.offer_id = f.id AND t.id = ANY (p_times);
  INSERT INTO ev.party_act (case_id, zone, kind, offer_id) VALUES (f.case_id, f.side, 'answered', f.id);
  RETURN true;
END $function$
;

CREATE OR REPLACE FUNCTION ev.answer_request(p_key uuid, p_answer jsonb)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 UPDATE ev.request_key SET answer = answer_request.p_answer
   WHERE ((request_key.key = answer_request.p_key) AND (NOT (request_key.actor IS DISTINCT FROM ev.actor())) AND (request_key.answer IS NULL));
END
;

CREATE OR REPLACE FUNCTION ev.ask_of_who_missed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  PERFORM FROM ev.attendance WHERE id = NEW.attendance_id AND case_id = NEW.case_id AND status = NEW.how FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'this party did not miss it so' USING ERRCODE = '23514', CONSTRAINT = 'missed_fee_of_who_missed';
  END IF;
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION ev.ask_office(p_kind text, p_case uuid, p_subject uuid, p_role text, p_staff uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  INSERT INTO ev.task (kind, case_id, subject_id, for_role, for_staff, due_on)
  SELECT p_kind, p_case, p_subject, p_role, p_staff, (ev.service_now() AT TIME ZONE 'Europe/London')::date
   WHERE NOT EXISTS (SELECT FROM ev.task t WHERE t.kind = p_kind AND t.subject_id = p_subject AND t.for_role = p_role AND t.done_at IS NULL)
$function$
;

CREATE OR REPLACE FUNCTION ev.asked_since_merge(p_person uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  RETURN NOT EXISTS (SELECT FROM ev.person_merge m WHERE m.kept_id = p_person AND m.undone_at IS NULL AND NOT EXISTS (
    SELECT FROM ev.details_confirmed d WHERE d.person_id = p_person AND d.confirmed_at > m.merged_at));
END $function$
;

CREATE OR REPLACE FUNCTION ev.asker_of_pack(p_pack uuid)
 RETURNS TABLE(person_id uuid, enquiry_id uuid)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  IF current_setting('role') NOT LIKE '%\_worker\_rights' THEN
    RAISE EXCEPTION 'only what collects a pack asks this' USING ERRCODE = '42501';
  END IF;
  RETURN QUERY SELECT r.person_id, r.enquiry_id FROM ev.access_pack k JOIN ev.rights_request r ON r.id = k.request_id
                WHERE k.id = p_pack AND k.state = 'asked' AND ev.request_is_answerable(r.id);
END $function$
;

CREATE OR REPLACE FUNCTION ev.asking()
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
  SELECT encode(timestamptz_send(statement_timestamp()), 'hex') || ' ' || current_setting('role') || ' '
      || coalesce(current_setting('ev.actor', true), '') || ' ' || coalesce(current_setting('ev.case', true), '')
$function$
;

CREATE OR REPLACE FUNCTION ev.begin_invitation()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  INSERT INTO ev.invitation (case_id, inviting, since) VALUES (NEW.case_id, NEW.zone, NEW.held_on)
    ON CONFLICT (case_id) DO UPDATE SET outcome = 'attended', outcome_on = NEW.held_on
      WHERE ev.invitation.inviting <> NEW.zone AND ev.invitation.outcome IS DISTINCT FROM 'attended';
  RETURN NULL;
END $function$
;

CREATE OR REPLACE FUNCTION ev.book_in_live_case()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  PERFORM FROM ev.case_file WHERE id = NEW.case_id AND status = 'live' FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'this case is closed' USING ERRCODE = '23514', CONSTRAINT = 'appointment_in_live_case';
  END IF;
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION ev.both_said(one text, other text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN (COALESCE(other, ''::text) = ANY (ARRAY[''::text, one])) THEN one WHEN (COALESCE(one, ''::text) = ''::text) THEN other ELSE ((one || '; '::text) || other) END
;

CREATE OR REPLACE FUNCTION ev.break_glass(p_reference text, p_reason text, p_for interval)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
DECLARE found uuid; made uuid := gen_random_uuid();
BEGIN
  IF ev.row_scope() IS DISTINCT FROM 'assigned' OR current_setting('role') NOT LIKE '%\_office\_safeguarding' THEN
    RAISE EXCEPTION 'only who has files of their own opens another' USING ERRCODE = '42501';
  END IF;
  SELECT f.id INTO found FROM ev.case_file f WHERE f.reference = p_reference AND f.id <> ALL (ARRAY(
    SELECT p.case_id FROM ev.wall w JOIN ev.party p USING (person_id) WHERE w.staff_id = ev.actor() AND w.lifted_at IS NULL));
  IF found IS NULL THEN RETURN NULL; END IF;
  INSERT INTO ev.glass_break (id, case_id, staff_id, reason, ends_at) VALUES (made, found, ev.actor(), p_reason, ev.service_now() + p_for);
  INSERT INTO ev.task (kind, case_id, subject_id, for_role, due_on)
    VALUES ('glass-broken', found, made, 'privacyOfficer', (ev.service_now() AT TIME ZONE 'Europe/London')::date);
  PERFORM set_config('ev.kept_cases', '', true), set_config('ev.kept_people', '', true);
  RETURN found;
END $function$
;

CREATE OR REPLACE FUNCTION ev.calendar_feed_of(p_token bytea)
 RETURNS TABLE(feed_id uuid, entry_id uuid, reference text, kind text, place text, starts_at timestamp with time zone, ends_at timestamp with time zone, status text, revision integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
DECLARE found_feed ev.calendar_feed;
BEGIN
  IF current_setting('role') NOT LIKE '%\_public\_calendars' THEN
    RAISE EXCEPTION 'calendars are read under their own purpose' USING ERRCODE = '42501';
  END IF;
  SELECT f.* INTO found_feed FROM ev.calendar_feed f JOIN ev.staff s ON s.id = f.staff_id
   WHERE f.token_hash = p_token AND f.ended_at IS NULL AND s.suspended_at IS NULL AND s.left_on IS NULL
     AND EXISTS (SELECT FROM ev.role_rule r WHERE r.staff_role = s.role AND r.db_role LIKE '%\_office\_calendars');
  IF found_feed.id IS NULL THEN RETURN; END IF;
  feed_id := found_feed.id;
  RETURN NEXT;
  RETURN QUERY
    SELECT found_feed.id, a.id, CASE WHEN named THEN c.reference END, CASE WHEN named THEN a.kind END,
           CASE WHEN named AND a.means = 'room' THEN concat_ws(', ', r.name, replace(v.address, E'\n', ', '), v.postcode) END, a.starts_at, a.ends_at, a.status, a.revision
      FROM ev.appointment a JOIN ev.case_file c ON c.id = a.case_id
      LEFT JOIN ev.room r ON r.id = a.room_id LEFT JOIN ev.venue v ON v.id = r.venue_id
      CROSS JOIN (SELECT found_feed.wording = 'reference' AS named) AS w
     WHERE a.mediator_id = found_feed.staff_id AND NOT ev.is_walled(a.case_id, found_feed.staff_id)
       AND a.ends_at > ev.service_now() - interval '28 days' AND a.starts_at < ev.service_now() + interval '400 days'
    UNION ALL
    SELECT found_feed.id, m.id, CASE WHEN named THEN c.reference END, NULL, NULL, m.starts_at, m.ends_at,
           CASE m.status WHEN 'not_held' THEN 'cancelled' ELSE m.status END, CASE m.status WHEN 'not_held' THEN 2 ELSE 1 END
      FROM ev.child_meeting m JOIN ev.case_file c ON c.id = m.case_id
      CROSS JOIN (SELECT found_feed.wording = 'reference' AS named) AS w
     WHERE m.mediator_id = found_feed.staff_id AND NOT ev.is_walled(m.case_id, found_feed.staff_id)
       AND m.ends_at > ev.service_now() - interval '28 days' AND m.starts_at < ev.service_now() + interval '400 days'
    ORDER BY 6, 2;
END $function$
;

CREATE OR REPLACE FUNCTION ev.cancel_own_meeting(p_attendance uuid)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
DECLARE
  f record;
BEGIN
  SELECT a.id, a.case_id, t.zone INTO f FROM ev.attendance t
    JOIN ev.party p ON p.id = t.party_id AND p.person_id = ev.party_acting()
    JOIN ev.appointment a ON a.id = t.appointment_id
   WHERE t.id = p_attendance AND t.status = 'expected' AND a.status = 'booked' AND a.starts_at > ev.service_now() FOR UPDATE OF a;
  IF f.id IS NULL THEN RETURN NULL; END IF;
  UPDATE ev.appointment SET status = 'cancelled', revision = revision + 1 WHERE id = f.id;
  UPDATE ev.attendance SET status = CASE WHEN id = p_attendance THEN 'cancelled' ELSE 'called_off' END, settled_at = ev.service_now()
   WHERE appointment_id = f.id;
  INSERT INTO ev.party_act (case_id, zone, kind, appointment_id) VALUES (f.case_id, f.zone, 'cancelled', f.id);
  RETURN f.id;
END $function$
;

CREATE OR REPLACE FUNCTION ev.card_refusals(p_case uuid)
 RETURNS TABLE(side text, refused_at timestamp with time zone)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  IF current_setting('role') NOT LIKE '%\_returning\_client' OR ev.row_scope() IS DISTINCT FROM 'any' OR p_case = ANY (ev.walled_cases()) THEN RETURN; END IF;
  RETURN QUERY SELECT p.side, n.card_refused_at FROM ev.party p JOIN ev.person n ON n.id = p.person_id WHERE p.case_id = p_case ORDER BY p.side;
END $function$
;

CREATE OR REPLACE FUNCTION ev.case_milestones(p_cases uuid[])
 RETURNS TABLE(case_id uuid, what text, zone text, ref uuid, day date, state text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
DECLARE seen text := ev.row_scope(); ids uuid[] := p_cases;
BEGIN
  IF seen IS NULL OR current_setting('role') !~ '_(booking|mediation|supervision)$' THEN RETURN; END IF;
  IF seen = 'any' THEN
    ids := ARRAY(SELECT unnest(p_cases) EXCEPT SELECT unnest(ev.walled_cases()));
  ELSE
    ids := ARRAY(SELECT unnest(p_cases) INTERSECT SELECT unnest(ev.cases_in_scope()));
  END IF;
  RETURN QUERY
    SELECT m.case_id, 'miam', m.zone, m.id, m.held_on, m.suitable FROM ev.miam_record m WHERE m.case_id = ANY (ids)
    UNION ALL SELECT s.case_id, 'screening', p.side, s.miam_record_id, (s.recorded_at AT TIME ZONE 'Europe/London')::date, NULL
      FROM ev.screening s JOIN ev.party p ON p.id = s.party_id WHERE s.case_id = ANY (ids)
    UNION ALL SELECT c.case_id, 'certificate', c.zone, c.id, (c.issued_at AT TIME ZONE 'Europe/London')::date, NULL
      FROM ev.miam_certificate c WHERE c.case_id = ANY (ids)
    UNION ALL SELECT r.case_id, 'session', r.zone, r.id, r.held_on, NULL FROM ev.session_record r WHERE r.case_id = ANY (ids)
    UNION ALL SELECT u.case_id, 'summary', u.zone, u.id, (u.recorded_at AT TIME ZONE 'Europe/London')::date, NULL
      FROM ev.session_summary u WHERE u.case_id = ANY (ids)
    UNION ALL SELECT i.case_id, i.item, i.zone, i.id, i.on_day, NULL FROM ev.file_item i WHERE i.case_id = ANY (ids)
    UNION ALL SELECT g.case_id, 'agreement', g.zone, g.id, g.signed_on, NULL FROM ev.agreement_to_mediate g WHERE g.case_id = ANY (ids)
    UNION ALL SELECT v.case_id, 'review', 'office', v.id, (v.reviewed_at AT TIME ZONE 'Europe/London')::date, v.verdict
      FROM ev.file_review v WHERE v.case_id = ANY (ids)
    UNION ALL SELECT q.case_id, 'closing', 'office', q.id, (q.asked_at AT TIME ZONE 'Europe/London')::date, q.outcome
      FROM ev.closure_request q WHERE q.case_id = ANY (ids) AND q.settled_at IS NULL
    UNION ALL SELECT h.case_id, 'child-of-ten', 'both', h.id, NULL, NULL FROM ev.child h
     WHERE h.case_id = ANY (ids) AND h.birth_date ~ '^[0-9]{4}'
       AND (rpad(h.birth_date, 10, '-01-01'))::date <= (ev.service_now() AT TIME ZONE 'Europe/London')::date - interval '10 years'
    UNION ALL SELECT a.case_id, 'booked-' || a.kind, a.zone, a.id, (a.starts_at AT TIME ZONE 'Europe/London')::date,
        CASE WHEN a.status = 'not_held' THEN 'not_held'
             WHEN a.ends_at > ev.service_now() THEN 'ahead'
             WHEN EXISTS (SELECT FROM ev.miam_record w WHERE w.case_id = a.case_id AND w.appointment_id = a.id)
               OR EXISTS (SELECT FROM ev.session_record w WHERE w.case_id = a.case_id AND w.appointment_id = a.id) THEN 'written'
             ELSE 'unwritten' END
      FROM ev.appointment a WHERE a.case_id = ANY (ids) AND a.status <> 'cancelled'
    UNION ALL SELECT n.case_id, 'invitation', CASE n.inviting WHEN 'A' THEN 'B' ELSE 'A' END, n.id,
        coalesce(n.outcome_on, CASE WHEN n.clearance = 'cleared' THEN (greatest(l.answered_at, t.sent_at) AT TIME ZONE 'Europe/London')::date END, n.since),
        CASE WHEN n.outcome IS NOT NULL THEN 'ended'
             WHEN l.answer <> 'not_me' AND l.answered_at >= coalesce(n.cleared_at, l.answered_at) THEN 'answered'
             WHEN n.clearance <> 'cleared' THEN n.clearance
             WHEN t.sent_at IS NULL OR l.answer = 'not_me' AND l.answered_at >= t.sent_at THEN 'cleared'
             ELSE 'sent' END
      FROM ev.invitation n
      LEFT JOIN LATERAL (SELECT max(made_at) AS sent_at FROM ev.invitation_step WHERE invitation_id = n.id) t ON true
      LEFT JOIN LATERAL (SELECT w.answer, w.made_at AS answered_at FROM ev.invitation_answer w WHERE w.invitation_id = n.id
                          ORDER BY w.made_at DESC, w.id LIMIT 1) l ON true
     WHERE n.case_id = ANY (ids);
END $function$
;

CREATE OR REPLACE FUNCTION ev.cases_in_scope()
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
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
END $function$
;

CREATE OR REPLACE FUNCTION ev.cases_kept_away()
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  RETURN CASE WHEN ev.row_scope() = 'any' THEN ev.walled_cases() END;
END $function$
;

CREATE OR REPLACE FUNCTION ev.cases_of_party()
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  RETURN (SELECT coalesce(array_agg(p.case_id), '{}') FROM ev.party p WHERE p.person_id = ev.actor());
END $function$
;

CREATE OR REPLACE FUNCTION ev.cases_set_aside()
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
DECLARE kept text := ev.kept('cases_set_aside');
BEGIN
  IF kept IS NOT NULL THEN RETURN kept; END IF;
  IF ev.nothing_aside() OR ev.reaches_set_aside() THEN RETURN ev.keep('cases_set_aside', '{}'); END IF;
  RETURN ev.keep('cases_set_aside', (SELECT coalesce(array_agg(s.aggregate_id), '{}')::text FROM ev.retention_state s
           WHERE s.aggregate = 'case' AND s.status = 'deferred' AND 'hold' = ANY (string_to_array(s.reason, ','))
             AND s.due_on <= (ev.service_now() AT TIME ZONE 'Europe/London')::date));
END $function$
;

CREATE OR REPLACE FUNCTION ev.change_invitation()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  IF NEW.clearance = 'cleared' AND OLD.clearance <> 'cleared' AND NOT ev.inviter_is_screened(NEW.case_id, NEW.inviting) THEN
    RAISE EXCEPTION 'the inviting party was not screened' USING ERRCODE = '23514', CONSTRAINT = 'invitation_not_screened';
  END IF;
  IF NEW.clearance = 'stopped' OR NEW.outcome IS NOT NULL THEN PERFORM ev.stop_invitation_mail(NEW.id); END IF;
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION ev.check_by_portal()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  INSERT INTO ev.identity_check (request_id, way, passed_at) VALUES (NEW.id, 'portal', ev.service_now());
  RETURN NULL;
END $function$
;

CREATE OR REPLACE FUNCTION ev.check_certificate(p_code bytea)
 RETURNS TABLE(held_on date, issued_at timestamp with time zone, superseded boolean)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  IF current_setting('role') NOT LIKE '%\_verification' THEN
    RAISE EXCEPTION 'certificates are checked under their own purpose' USING ERRCODE = '42501';
  END IF;
  RETURN QUERY SELECT c.held_on, c.issued_at, EXISTS (SELECT FROM ev.miam_certificate n WHERE n.supersedes = c.id)
    FROM ev.miam_certificate c WHERE c.code_hash = p_code;
END $function$
;

CREATE OR REPLACE FUNCTION ev.check_invitation_step()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
DECLARE
  i ev.invitation;
  last_answer ev.invitation_answer;
BEGIN
  SELECT * INTO i FROM ev.invitation WHERE id = NEW.invitation_id FOR UPDATE;
  IF i.outcome IS NOT NULL OR NOT EXISTS (SELECT FROM ev.case_file WHERE id = i.case_id AND status = 'live') THEN
    RAISE EXCEPTION 'this invitation has ended' USING ERRCODE = '23514', CONSTRAINT = 'invitation_over';
  END IF;
  IF i.clearance <> 'cleared' THEN
    RAISE EXCEPTION 'nobody has said that the other party may be invited' USING ERRCODE = '23514', CONSTRAINT = 'invitation_not_cleared';
  END IF;
  IF NOT ev.inviter_is_screened(i.case_id, i.inviting) THEN
    RAISE EXCEPTION 'the inviting party was not screened' USING ERRCODE = '23514', CONSTRAINT = 'invitation_not_screened';
  END IF;
  SELECT * INTO last_answer FROM ev.invitation_answer a WHERE a.invitation_id = i.id AND a.made_at >= i.cleared_at
   ORDER BY a.made_at DESC, a.id LIMIT 1;
  IF FOUND AND (NEW.kind = 'reminder' OR last_answer.answer <> 'not_me') THEN
    RAISE EXCEPTION 'this invitation was answered' USING ERRCODE = '23514', CONSTRAINT = 'invitation_answered';
  END IF;
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION ev.check_merge()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
END $function$
;

CREATE OR REPLACE FUNCTION ev.check_online_answer()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  IF (current_setting('role') LIKE '%\_portal\_%') <> (NEW.channel = 'website') OR NEW.channel = 'website' AND NOT EXISTS (
       SELECT FROM ev.attendance t JOIN ev.party p ON p.id = t.party_id WHERE t.id = NEW.attendance_id AND p.person_id = ev.actor()) THEN
    RAISE EXCEPTION 'everybody answers for themselves' USING ERRCODE = '42501';
  END IF;
  IF NEW.act = 'given' AND NOT EXISTS (
       SELECT FROM ev.attendance t JOIN ev.appointment a ON a.id = t.appointment_id
         CROSS JOIN LATERAL (SELECT m.provider, m.notice FROM ev.online_meeting m WHERE m.appointment_id = a.id ORDER BY m.turn DESC LIMIT 1) AS m
        WHERE t.id = NEW.attendance_id AND t.status = 'expected' AND a.means = 'online' AND a.status = 'booked'
          AND m.provider = NEW.provider AND m.notice = NEW.notice) THEN
    RAISE EXCEPTION 'another meeting was agreed to than there is' USING ERRCODE = '23514', CONSTRAINT = 'online_answer_to_this';
  END IF;
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION ev.claim_request(p_key uuid, p_act text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
DECLARE earlier jsonb;
BEGIN
  INSERT INTO ev.request_key (key, act) VALUES (p_key, p_act) ON CONFLICT DO NOTHING;
  IF FOUND THEN RETURN NULL; END IF;
  SELECT coalesce(answer, '{}') INTO earlier FROM ev.request_key
   WHERE key = p_key AND act = p_act AND actor IS NOT DISTINCT FROM ev.actor();
  IF NOT FOUND THEN RAISE EXCEPTION 'this request key belongs to another act' USING ERRCODE = '42501'; END IF;
  RETURN earlier;
END $function$
;

CREATE OR REPLACE FUNCTION ev.close_with_approval()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
DECLARE wanted text;
BEGIN
  SELECT s.value INTO wanted FROM ev.setting s WHERE s.key = 'closing.approval' AND s.in_force_from <= ev.service_now()
   ORDER BY s.in_force_from DESC, s.turn DESC LIMIT 1;
  IF wanted = 'always' AND NOT EXISTS (
    SELECT FROM ev.closure_request r JOIN ev.file_review v ON v.request_id = r.id AND v.verdict = 'approved'
     WHERE r.case_id = NEW.id AND r.settled_at IS NULL AND r.outcome = NEW.outcome) THEN
    RAISE EXCEPTION 'no supervisor approved this' USING ERRCODE = '23514', CONSTRAINT = 'case_closed_with_approval';
  END IF;
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION ev.close_without_bookings()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  IF EXISTS (SELECT FROM ev.appointment WHERE case_id = NEW.id AND status = 'booked') THEN
    RAISE EXCEPTION 'an appointment is booked in this case' USING ERRCODE = '23514', CONSTRAINT = 'case_closed_without_bookings';
  END IF;
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION ev.common_days(p_own text, p_other text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO ''
AS $function$
  SELECT CASE WHEN p_own IS NULL OR p_other IS NULL THEN coalesce(p_own, p_other) ELSE (
    SELECT string_agg(d.day, ' ' ORDER BY d.place) FROM unnest(string_to_array(p_own, ' ')) WITH ORDINALITY AS d (day, place)
     WHERE d.day = ANY (string_to_array(p_other, ' '))) END
$function$
;

CREATE OR REPLACE FUNCTION ev.comparable_telephone(typed text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN regexp_replace(regexp_replace(regexp_replace(regexp_replace(NORMALIZE(typed, NFKC), '[^0-9+]'::text, ''::text, 'g'::text), '^00'::text, '+'::text), '^\+440?'::text, '0'::text), '^0'::text, '+44'::text)
;

CREATE OR REPLACE FUNCTION ev.complaints_kept_from()
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  RETURN (SELECT coalesce(array_agg(c.id), '{}') FROM ev.complaint c
           WHERE c.about_staff = ev.actor()
             AND NOT EXISTS (SELECT FROM ev.complaint_step s WHERE s.complaint_id = c.id AND s.of_staff = ev.actor()));
END $function$
;

CREATE OR REPLACE FUNCTION ev.consent_to_end(p_record uuid, p_scope text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  IF NOT ev.may_answer_for(p_record) THEN RETURN NULL; END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('consent ' || p_record, 0));
  IF EXISTS (SELECT FROM ev.consents_of(p_record) c WHERE c.scope = p_scope AND NOT c.stands AND c.act = 'withdrawn') THEN RETURN NULL; END IF;
  RETURN jsonb_build_object(
    'subject', (SELECT s.id FROM ev.consent_subject s WHERE s.person_id = p_record OR s.enquiry_id = p_record ORDER BY s.id LIMIT 1),
    'points', (SELECT coalesce(jsonb_agg(c.id), '[]') FROM ev.contact_point c
                WHERE p_scope = 'emailContact' AND c.person_id = p_record AND c.kind = 'email' AND c.ended_at IS NULL),
    'enquiry', (SELECT e.id FROM ev.enquiry e WHERE p_scope = 'emailContact' AND e.id = p_record));
END $function$
;

CREATE OR REPLACE FUNCTION ev.consents_of(p_record uuid)
 RETURNS TABLE(scope text, act text, at timestamp with time zone, receipt text, stands boolean)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  IF NOT ev.may_answer_for(p_record) THEN RETURN; END IF;
  RETURN QUERY
    WITH said AS (
      SELECT DISTINCT ON (e.scope) e.scope, e.act, e.at, e.receipt FROM ev.consent_event e JOIN ev.consent_subject s ON s.id = e.subject_id
       WHERE s.person_id = p_record OR s.enquiry_id = p_record ORDER BY e.scope, e.at DESC, (e.act = 'given'), e.receipt NULLS LAST),
    used (scope, n) AS (
      SELECT 'emailContact', (SELECT count(*) FROM ev.contact_point c
                               WHERE c.person_id = p_record AND c.kind = 'email' AND c.ended_at IS NULL AND c.safety = 'safe')
                           + (SELECT count(*) FROM ev.enquiry e WHERE e.id = p_record AND e.email <> '' AND e.email_safety = 'safe')
      UNION ALL SELECT 'onlineMeetings', count(*) FROM ev.online_agreed(p_record))
    SELECT coalesce(said.scope, used.scope), said.act, said.at, said.receipt, coalesce(used.n > 0, said.act = 'given')
      FROM said FULL JOIN used USING (scope) WHERE said.scope IS NOT NULL OR used.n > 0 ORDER BY 1;
END $function$
;

CREATE OR REPLACE FUNCTION ev.contact_form(p_point ev.contact_point)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
RETURN (((p_point).kind || ' '::text) || COALESCE((p_point).value_folded, (SELECT w.folded FROM ev.whereabouts w WHERE (w.contact_point_id = (contact_form.p_point).id)), ((p_point).id)::text))
;

CREATE OR REPLACE FUNCTION ev.contact_key(p_subject uuid)
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN hashtextextended(('contact '::text || p_subject), (0)::bigint)
;

CREATE OR REPLACE FUNCTION ev.correct_enquiry(p_request uuid, p_changes jsonb, p_digits text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
DECLARE before jsonb := ev.enquiry_to_correct(p_request); changed text[];
BEGIN
  IF before IS NULL THEN PERFORM ev.refuse_request('decision_begins', 'nothing is put right before it is known who asks'); END IF;
  WITH kept AS (INSERT INTO ev.enquiry_correction (enquiry_id, request_id, field, was, became)
      SELECT (before ->> 'id')::uuid, p_request, c.key, before ->> c.key, c.value FROM jsonb_each_text(p_changes) AS c (key, value)
       WHERE c.value IS DISTINCT FROM before ->> c.key RETURNING field)
    SELECT array_agg(field) INTO changed FROM kept;
  IF changed IS NULL THEN RETURN; END IF;
  -- At once, since some of them are right together alone.
  EXECUTE (SELECT pg_catalog.format('UPDATE ev.enquiry SET %s WHERE id = $2', string_agg(pg_catalog.format('%I = $1 ->> %L', it, it), ', '))
             FROM unnest(changed) AS it) USING p_changes, (before ->> 'id')::uuid;
  UPDATE ev.enquiry SET telephone_digits = p_digits WHERE 'telephone' = ANY (changed) AND id = (before ->> 'id')::uuid;
END $function$
;

CREATE OR REPLACE FUNCTION ev.corrected_by(p_request uuid)
 RETURNS TABLE(field text, was text, became text, words text, corrected_by uuid, corrected_at timestamp with time zone)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  IF NOT EXISTS (SELECT FROM ev.rights_request r WHERE r.id = p_request AND ev.may_answer_for(coalesce(r.person_id, r.enquiry_id))) THEN RETURN; END IF;
  RETURN QUERY
    SELECT c.field, c.was, c.became, NULL, c.corrected_by, c.corrected_at FROM ev.person_correction c WHERE c.request_id = p_request
    UNION ALL SELECT c.field, c.was, c.became, c.words, c.corrected_by, c.corrected_at FROM ev.enquiry_correction c WHERE c.request_id = p_request
    ORDER BY 6, 1;
END $function$
;

CREATE OR REPLACE FUNCTION ev.digits_of(p_text text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN regexp_replace(NORMALIZE(COALESCE(p_text, ''::text), NFKC), '([0-9])[[:space:]().,/–-]+(?=[0-9])'::text, '\1'::text, 'g'::text)
;

CREATE OR REPLACE FUNCTION ev.end_calendar_feed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  UPDATE ev.calendar_feed SET ended_at = ev.service_now() WHERE staff_id = NEW.id AND ended_at IS NULL;
  RETURN NULL;
END $function$
;

CREATE OR REPLACE FUNCTION ev.end_former_party_code()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  UPDATE ev.party_code SET ended_at = clock_timestamp()
   WHERE (person_id = NEW.person_id OR professional_id = NEW.professional_id) AND ended_at IS NULL;
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION ev.end_whereabouts()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  UPDATE ev.whereabouts SET ended_at = NEW.ended_at WHERE contact_point_id = NEW.id AND ended_at IS NULL;
  RETURN NULL;
END $function$
;

CREATE OR REPLACE FUNCTION ev.enquirer_of_request(p_request uuid)
 RETURNS TABLE(enquiry_id uuid, reference text, name text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  IF ev.row_scope() IS NULL OR current_setting('role') NOT LIKE '%\_office\_rights' THEN
    RAISE EXCEPTION 'only who answers requests asks this' USING ERRCODE = '42501';
  END IF;
  RETURN QUERY SELECT e.id, e.reference, trim(e.given_name || ' ' || e.family_name)
    FROM ev.rights_request r JOIN ev.enquiry e ON e.id = r.enquiry_id WHERE r.id = p_request;
END $function$
;

CREATE OR REPLACE FUNCTION ev.enquirer_to_tell(p_message uuid)
 RETURNS TABLE(email text, email_safety text, letter_safety text, safe_days text, safe_from text, safe_until text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  IF current_setting('role') NOT LIKE '%\_worker\_enquiries' AND (current_setting('role') NOT LIKE '%\_office\_enquiries' OR ev.row_scope() IS NULL) THEN
    RAISE EXCEPTION 'only what sends mail asks this' USING ERRCODE = '42501';
  END IF;
  RETURN QUERY SELECT e.email, e.email_safety, e.letter_safety, e.safe_days, e.safe_from, e.safe_until
    FROM ev.message m JOIN ev.enquiry e ON e.id = m.enquiry_id WHERE m.id = p_message AND m.id = ANY (ev.tellings_set_aside());
END $function$
;

CREATE OR REPLACE FUNCTION ev.enquiries_set_aside()
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
DECLARE kept text := ev.kept('enquiries_set_aside');
BEGIN
  IF kept IS NOT NULL THEN RETURN kept; END IF;
  IF ev.nothing_aside() OR ev.reaches_set_aside() THEN RETURN ev.keep('enquiries_set_aside', '{}'); END IF;
  RETURN ev.keep('enquiries_set_aside', (SELECT coalesce(array_agg(enquiry_id), '{}')::text FROM ev.restriction WHERE lifted_at IS NULL AND enquiry_id IS NOT NULL));
END $function$
;

CREATE OR REPLACE FUNCTION ev.enquiry_to_correct(p_request uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  RETURN (SELECT to_jsonb(e) FROM ev.rights_request r JOIN ev.enquiry e ON e.id = r.enquiry_id
           WHERE r.id = p_request AND r.kind = 'correction' AND r.closed_on IS NULL AND r.identity IN ('shown', 'not_needed')
             AND current_setting('role') LIKE '%\_office\_rights' AND ev.may_answer_for(e.id));
END $function$
;

CREATE OR REPLACE FUNCTION ev.findable(OUT only_these uuid[], OUT not_these uuid[])
 RETURNS record
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  not_these := ev.walled_people() || ev.walled_cases() || ev.enquiries_set_aside();
  CASE ev.row_scope()
    WHEN 'any' THEN NULL;
    WHEN 'assigned' THEN only_these := ev.people_in_scope() || ev.cases_in_scope();
    ELSE only_these := '{}';
  END CASE;
END $function$
;

CREATE OR REPLACE FUNCTION ev.finish_import(p_import uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  PERFORM ev.must_bring_in();
  UPDATE ev.case_file f SET opened_at = (i.opened_on + time '12:00') AT TIME ZONE 'Europe/London'
    FROM ev.imported_case i WHERE i.import_id = p_import AND i.case_id = f.id AND i.opened_on IS NOT NULL AND i.as_imported IS NULL;
  UPDATE ev.imported_case SET as_imported = ev.sum_of_case(case_id) WHERE import_id = p_import AND as_imported IS NULL;
END $function$
;

CREATE OR REPLACE FUNCTION ev.first_look()
 RETURNS text
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
END $function$
;

CREATE OR REPLACE FUNCTION ev.follow_online_answer()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
DECLARE whose uuid; subject uuid; mediator uuid;
BEGIN
  SELECT p.person_id, a.mediator_id INTO whose, mediator
    FROM ev.attendance t JOIN ev.party p ON p.id = t.party_id JOIN ev.appointment a ON a.id = t.appointment_id WHERE t.id = NEW.attendance_id;
  IF NEW.act = 'unsafe' THEN
    PERFORM ev.ask_office('online-unsafe', NEW.case_id, NEW.attendance_id, 'coordinator', NULL);
    PERFORM ev.ask_office('online-unsafe', NEW.case_id, NEW.attendance_id, 'mediator', mediator);
    RETURN NULL;
  END IF;
  UPDATE ev.task SET done_at = ev.service_now(), done_by = ev.actor()
   WHERE kind IN ('online-refused', 'online-unsafe') AND subject_id = NEW.attendance_id AND done_at IS NULL;
  IF NEW.act <> 'given' THEN PERFORM ev.ask_office('online-refused', NEW.case_id, NEW.attendance_id, 'coordinator', NULL); END IF;
  SELECT s.id INTO subject FROM ev.consent_subject s WHERE s.person_id = whose LIMIT 1;
  IF subject IS NULL THEN
    INSERT INTO ev.consent_subject (person_id) VALUES (whose) RETURNING id INTO subject;
  END IF;
  INSERT INTO ev.consent_event (subject_id, scope, act, wording_hash, policy_hash, channel)
  VALUES (subject, 'onlineMeetings', NEW.act, NEW.wording_hash, NEW.policy_hash, NEW.channel);
  IF NEW.act <> 'given' THEN
    INSERT INTO ev.life_event (aggregate, aggregate_id, event, happened_on)
    VALUES ('consent', subject, 'consent.ended', (ev.service_now() AT TIME ZONE 'Europe/London')::date);
  END IF;
  RETURN NULL;
END $function$
;

CREATE OR REPLACE FUNCTION ev.forget_marks(p_intents uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  IF current_setting('role') NOT LIKE '%\_retention' THEN RAISE EXCEPTION 'only what ends data forgets marks' USING ERRCODE = '42501'; END IF;
  DELETE FROM ev.act_mark WHERE intent = ANY (p_intents);
END $function$
;

CREATE OR REPLACE FUNCTION ev.found_of_other(p_case uuid, p_person uuid, p_text text)
 RETURNS TABLE(kind text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
END $function$
;

CREATE OR REPLACE FUNCTION ev.gets_there(p_mediator uuid, p_venue uuid, p_from timestamp with time zone, p_until timestamp with time zone)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  SELECT NOT EXISTS (SELECT FROM ev.appointment a JOIN ev.room r ON r.id = a.room_id AND r.venue_id <> p_venue
    JOIN ev.travel_time w ON w.one_venue = least(r.venue_id, p_venue) AND w.other_venue = greatest(r.venue_id, p_venue)
   WHERE a.mediator_id = p_mediator AND a.status <> 'cancelled'
     AND a.starts_at - make_interval(mins => w.minutes) < p_until AND a.ends_at + make_interval(mins => w.minutes) > p_from) $function$
;

CREATE OR REPLACE FUNCTION ev.guard_breach()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  IF NEW.case_id IS DISTINCT FROM OLD.case_id OR NEW.message_id IS DISTINCT FROM OLD.message_id THEN RETURN NEW; END IF;
  IF OLD.closed_on IS NOT NULL THEN PERFORM ev.refuse_complaint('breach_over', 'this breach is closed'); END IF;
  IF NEW.closed_on IS NOT NULL AND NEW.notify = 'yes'
     AND NOT EXISTS (SELECT FROM ev.breach_report r WHERE r.breach_id = NEW.id AND r.told = 'regulator') THEN
    PERFORM ev.refuse_complaint('breach_not_reported', 'the regulator has not been told');
  END IF;
  IF NEW.closed_on IS NOT NULL AND NEW.tell = 'yes'
     AND NOT EXISTS (SELECT FROM ev.breach_report r WHERE r.breach_id = NEW.id AND r.told = 'people') THEN
    PERFORM ev.refuse_complaint('breach_not_told', 'the people have not been told');
  END IF;
  IF NEW.closed_on IS NOT NULL AND NEW.controller = 'yes'
     AND NOT EXISTS (SELECT FROM ev.breach_report r WHERE r.breach_id = NEW.id AND r.told = 'controller') THEN
    PERFORM ev.refuse_complaint('breach_controller', 'the controller has not been told');
  END IF;
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION ev.guard_complaint()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  IF NEW.person_id IS DISTINCT FROM OLD.person_id THEN
    IF NEW.person_id IS NULL AND NOT EXISTS (SELECT FROM ev.person WHERE id = OLD.person_id) THEN RETURN NEW; END IF;
    IF EXISTS (SELECT FROM ev.person WHERE id = OLD.person_id AND merged_into = NEW.person_id)
       OR current_setting('role') LIKE '%\_merging' THEN RETURN NEW; END IF;
  END IF;
  IF OLD.closed_on IS NOT NULL THEN PERFORM ev.refuse_complaint('complaint_over', 'this complaint is closed'); END IF;
  IF OLD.about_staff = ev.actor() THEN PERFORM ev.refuse_complaint('complaint_own', 'nobody decides about themselves'); END IF;
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION ev.guard_complaint_part()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
DECLARE c ev.complaint;
BEGIN
  SELECT * INTO c FROM ev.complaint WHERE id = NEW.complaint_id FOR UPDATE;
  IF c.closed_on IS NOT NULL THEN PERFORM ev.refuse_complaint('complaint_over', 'this complaint is closed'); END IF;
  IF c.about_staff = ev.actor() THEN PERFORM ev.refuse_complaint('complaint_own', 'nobody decides about themselves'); END IF;
  IF TG_TABLE_NAME = 'complaint_telling' AND NOT EXISTS (
       SELECT FROM ev.party mine JOIN ev.party other ON other.case_id = mine.case_id AND other.person_id <> mine.person_id
        WHERE mine.person_id = c.person_id AND other.person_id = (to_jsonb(NEW) ->> 'person_id')::uuid) THEN
    PERFORM ev.refuse_complaint('complaint_other', 'this is not the other party of their file');
  END IF;
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION ev.guard_concern()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  IF OLD.closed_on IS NOT NULL AND to_jsonb(NEW) - 'case_id' IS DISTINCT FROM to_jsonb(OLD) - 'case_id' THEN
    RAISE EXCEPTION 'this worry is closed' USING ERRCODE = '23514', CONSTRAINT = 'concern_over';
  END IF;
  IF OLD.decided_at IS NOT NULL AND NEW.decided_at IS DISTINCT FROM OLD.decided_at THEN
    RAISE EXCEPTION 'this is decided' USING ERRCODE = '23514', CONSTRAINT = 'concern_decided_once';
  END IF;
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION ev.guard_decision()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  IF TG_OP = 'UPDATE' THEN PERFORM ev.refuse_request('decision_stands', 'a decision is added to'); END IF;
  IF NEW.decided_by IS DISTINCT FROM ev.actor() OR NOT EXISTS (SELECT FROM ev.rights_request r
       WHERE r.id = NEW.request_id AND r.closed_on IS NULL AND num_nonnulls(r.person_id, r.enquiry_id) = 1 AND r.identity IN ('shown', 'not_needed')) THEN
    PERFORM ev.refuse_request('decision_begins', 'nothing is decided before it is known who asks');
  END IF;
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION ev.guard_disclosure()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF to_jsonb(NEW) - '{sent_at,sent_by,sent_how,stopped_at,stopped_by,stopped_why}'::text[]
         IS DISTINCT FROM to_jsonb(OLD) - '{sent_at,sent_by,sent_how,stopped_at,stopped_by,stopped_why}'::text[] THEN
      RAISE EXCEPTION 'what was decided stays' USING ERRCODE = '23514', CONSTRAINT = 'disclosure_stays';
    END IF;
    IF OLD.sent_at IS NOT NULL OR OLD.stopped_at IS NOT NULL THEN
      RAISE EXCEPTION 'this has gone, or will not go' USING ERRCODE = '23514', CONSTRAINT = 'disclosure_over';
    END IF;
    IF NEW.sent_at IS NULL THEN RETURN NEW; END IF;
  END IF;
  IF EXISTS (SELECT FROM unnest(NEW.file_ids) AS wanted (id) LEFT JOIN ev.stored_file f ON f.id = wanted.id AND f.case_id = NEW.case_id AND f.status = 'released'
              WHERE f.id IS NULL) THEN
    RAISE EXCEPTION 'a document of this case that was released' USING ERRCODE = '23514', CONSTRAINT = 'disclosure_files';
  END IF;
  IF NEW.law_kind = 'court' AND (NEW.words_quality = 'without_prejudice'
     OR EXISTS (SELECT FROM ev.stored_file f WHERE f.id = ANY (NEW.file_ids) AND f.legal_quality = 'without_prejudice')) THEN
    RAISE EXCEPTION 'nothing without prejudice goes to a court' USING ERRCODE = '23514', CONSTRAINT = 'disclosure_court';
  END IF;
  IF NEW.ground = 'safeguarding' AND NOT EXISTS (SELECT FROM ev.concern c WHERE c.id = NEW.concern_id AND c.case_id = NEW.case_id AND c.decision = 'tell') THEN
    RAISE EXCEPTION 'nobody decided to tell' USING ERRCODE = '23514', CONSTRAINT = 'disclosure_decided';
  END IF;
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION ev.guard_erasure_order()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  IF NOT EXISTS (SELECT FROM ev.rights_request r WHERE r.id = NEW.request_id AND r.kind = 'erasure'
                    AND coalesce(r.person_id, r.enquiry_id) = coalesce(NEW.person_id, NEW.enquiry_id)
                    AND r.identity IN ('shown', 'not_needed') AND r.closed_on IS NULL) THEN
    PERFORM ev.refuse_request('erasure_of_request', 'what is deleted was asked for by its person');
  END IF;
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION ev.guard_hold()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
BEGIN
  IF OLD.lifted_at IS NOT NULL OR (NEW.case_id, NEW.side, NEW.category, NEW.kind, NEW.authority, NEW.reason, NEW.placed_by, NEW.placed_at)
       IS DISTINCT FROM (OLD.case_id, OLD.side, OLD.category, OLD.kind, OLD.authority, OLD.reason, OLD.placed_by, OLD.placed_at) THEN
    RAISE EXCEPTION 'a hold is lifted, not changed' USING ERRCODE = 'EV001', CONSTRAINT = 'hold_stands';
  END IF;
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION ev.guard_identity_check()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
DECLARE r ev.rights_request; p ev.contact_point;
BEGIN
  SELECT * INTO r FROM ev.rights_request WHERE id = NEW.request_id FOR UPDATE;
  IF TG_OP = 'UPDATE' THEN
    IF NEW.passed_at IS DISTINCT FROM OLD.passed_at AND (OLD.passed_at IS NOT NULL OR OLD.tries >= 5 OR NEW.tries > 5
       OR OLD.good_until < (ev.service_now() AT TIME ZONE 'Europe/London')::date) THEN
      PERFORM ev.refuse_request('identity_check_over', 'this check is over');
    END IF;
    RETURN NEW;
  END IF;
  IF r.id IS NULL OR r.closed_on IS NOT NULL OR num_nonnulls(r.person_id, r.enquiry_id) = 0 OR r.identity IN ('shown', 'not_needed') THEN
    PERFORM ev.refuse_request('identity_check_open', 'there is nobody to check');
  END IF;
  IF ((NEW.way = 'portal') <> (current_setting('role') LIKE '%\_portal\_%') OR NEW.way = 'portal' AND r.person_id IS DISTINCT FROM ev.actor()
      OR NEW.made_by IS DISTINCT FROM (CASE WHEN NEW.way <> 'portal' THEN ev.actor() END))
     AND NOT (current_setting('role') LIKE '%\_owner' AND ev.actor() IS NULL AND NEW.way = 'portal') THEN
    PERFORM ev.refuse_request('identity_check_by', 'a check says who made it');
  END IF;
  IF NEW.held_before IS NULL THEN RETURN NEW; END IF;
  IF r.enquiry_id IS NOT NULL AND NEW.contact_point_id IS NULL AND NEW.held_before <= r.received_on::timestamp AT TIME ZONE 'Europe/London'
     AND EXISTS (SELECT FROM ev.ways_of_enquiry(r.enquiry_id) w WHERE w.made_at <= NEW.held_before AND w.source = 'self' AND w.safety <> 'unsafe'
                    AND NOT w.shared AND w.kind = (CASE NEW.way WHEN 'email_code' THEN 'email' WHEN 'letter_code' THEN 'address' ELSE 'telephone' END)) THEN
    RETURN NEW;
  END IF;
  SELECT * INTO p FROM ev.contact_point WHERE id = NEW.contact_point_id;
  IF p.id IS NULL OR p.person_id IS DISTINCT FROM r.person_id OR p.ended_at IS NOT NULL OR p.safety = 'unsafe'
     OR p.kind <> (CASE NEW.way WHEN 'email_code' THEN 'email' WHEN 'letter_code' THEN 'address' ELSE 'telephone' END)
     OR coalesce(CASE WHEN p.source IN ('self', 'staff') THEN p.made_at ELSE p.confirmed_at END > NEW.held_before, true)
     OR NEW.held_before > r.received_on::timestamp AT TIME ZONE 'Europe/London'
     OR EXISTS (SELECT FROM ev.shared_contact(p.person_id) s WHERE s.contact_point_id = p.id) THEN
    PERFORM ev.refuse_request('identity_point_held', 'a check goes to a way of contact that was theirs before');
  END IF;
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION ev.guard_new_complaint()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
DECLARE area text := current_setting('role');
BEGIN
  IF NEW.closed_on IS NOT NULL OR NEW.acknowledged_on IS NOT NULL THEN
    PERFORM ev.refuse_complaint('complaint_begins_open', 'a complaint begins with nothing done');
  END IF;
  IF (area LIKE '%\_public\_%') <> (NEW.channel = 'website') OR (area LIKE '%\_portal\_%') <> (NEW.channel = 'portal')
     OR NEW.person_id IS DISTINCT FROM (CASE WHEN NEW.channel = 'portal' THEN ev.actor() END)
     OR NEW.taken_by IS DISTINCT FROM (CASE WHEN NEW.channel NOT IN ('website', 'portal') THEN ev.actor() END) THEN
    PERFORM ev.refuse_complaint('complaint_comes_by', 'a complaint says how it really came');
  END IF;
  IF NEW.about_staff IS NULL AND NEW.about_whom IS NOT NULL THEN
    NEW.about_staff := (SELECT CASE WHEN count(*) = 1 THEN (array_agg(s.id))[1] END FROM ev.staff s
                         WHERE position(lower(s.name) IN lower(NEW.about_whom)) > 0);
  END IF;
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION ev.guard_new_request()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
DECLARE area text := current_setting('role');
BEGIN
  IF NEW.closed_on IS NOT NULL OR NEW.acknowledged_on IS NOT NULL OR NEW.extended_on IS NOT NULL OR NEW.identity <> 'open'
     OR NEW.authority_on IS NOT NULL AND NEW.taken_by IS NULL OR NEW.enquiry_id IS NOT NULL THEN
    PERFORM ev.refuse_request('request_begins_open', 'a request begins with nothing done');
  END IF;
  IF area LIKE '%\_owner' AND ev.actor() IS NULL THEN RETURN NEW; END IF;
  IF (area LIKE '%\_public\_%') <> (NEW.channel = 'website') OR (area LIKE '%\_portal\_%') <> (NEW.channel = 'portal')
     OR NEW.person_id IS DISTINCT FROM (CASE WHEN NEW.channel = 'portal' THEN ev.actor() END)
     OR NEW.channel = 'portal' AND NEW.asked_for <> 'self'
     OR NEW.taken_by IS DISTINCT FROM (CASE WHEN NEW.channel NOT IN ('website', 'portal') THEN ev.actor() END) THEN
    PERFORM ev.refuse_request('request_comes_by', 'a request says how it really came');
  END IF;
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION ev.guard_objection()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NOT EXISTS (SELECT FROM ev.rights_request r WHERE r.id = NEW.request_id AND r.kind = 'objection' AND r.closed_on IS NULL AND r.person_id IS NOT NULL)
       OR NEW.outcome IS NOT NULL THEN
      PERFORM ev.refuse_request('objection_begins', 'an objection is made by a request to stop, of somebody who is known');
    END IF;
  ELSIF OLD.outcome IS NOT NULL OR ROW(NEW.request_id, NEW.purpose, NEW.made_at, NEW.made_by) IS DISTINCT FROM ROW(OLD.request_id, OLD.purpose, OLD.made_at, OLD.made_by) THEN
    PERFORM ev.refuse_request('objection_over', 'this objection is decided');
  END IF;
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION ev.guard_pack()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
END $function$
;

CREATE OR REPLACE FUNCTION ev.guard_pack_item()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
END $function$
;

CREATE OR REPLACE FUNCTION ev.guard_passed_decision()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  IF EXISTS (SELECT FROM ev.request_passing p WHERE p.request_id = NEW.request_id AND p.covers = 'all') THEN
    PERFORM ev.refuse_request('request_theirs', 'all of this is for another controller to answer');
  END IF;
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION ev.guard_passed_request()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  IF NEW.outcome IS NULL OR NEW.outcome IN ('taken_back', 'not_shown') THEN RETURN NEW; END IF;
  IF EXISTS (SELECT FROM ev.request_passing p WHERE p.request_id = NEW.id AND p.passed_on IS NULL) THEN
    PERFORM ev.refuse_request('request_passing_first', 'a part of this is to be passed on first');
  END IF;
  IF (NEW.outcome = 'passed_on') <> EXISTS (SELECT FROM ev.request_passing p WHERE p.request_id = NEW.id AND p.covers = 'all') THEN
    PERFORM ev.refuse_request('request_theirs', 'all of this is for another controller to answer');
  END IF;
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION ev.guard_request()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  IF (NEW.person_id, NEW.enquiry_id) IS DISTINCT FROM (OLD.person_id, OLD.enquiry_id) THEN
    IF NEW.person_id IS NULL AND NEW.enquiry_id IS NULL
       AND NOT EXISTS (SELECT FROM ev.person WHERE id = OLD.person_id UNION ALL SELECT FROM ev.enquiry WHERE id = OLD.enquiry_id) THEN RETURN NEW; END IF;
    IF EXISTS (SELECT FROM ev.enquiry e JOIN ev.party p ON (p.case_id, p.side) = (e.case_id, e.side)
                WHERE e.id = OLD.enquiry_id AND p.person_id = NEW.person_id) THEN RETURN NEW; END IF;
    IF EXISTS (SELECT FROM ev.person WHERE id = OLD.person_id AND merged_into = NEW.person_id)
       OR current_setting('role') LIKE '%\_merging' THEN RETURN NEW; END IF;
    IF EXISTS (SELECT FROM ev.identity_check WHERE request_id = OLD.id) THEN
      PERFORM ev.refuse_request('request_checked', 'somebody was checked already');
    END IF;
    IF NEW.enquiry_id IS NOT NULL AND NOT EXISTS (SELECT FROM ev.enquiry WHERE id = NEW.enquiry_id AND case_id IS NULL) THEN
      PERFORM ev.refuse_request('request_of_enquiry', 'a request is of an enquiry of which no case was made');
    END IF;
  END IF;
  IF OLD.closed_on IS NOT NULL THEN PERFORM ev.refuse_request('request_over', 'this request is closed'); END IF;
  IF NEW.identity = 'shown' AND OLD.identity <> 'shown' AND (num_nonnulls(NEW.person_id, NEW.enquiry_id) = 0 OR ev.identity_is_shown(NEW.id) IS NOT TRUE) THEN
    PERFORM ev.refuse_request('request_not_shown', 'who asks is not shown');
  END IF;
  IF OLD.identity IN ('shown', 'not_needed') AND NEW.identity <> OLD.identity THEN
    PERFORM ev.refuse_request('request_settled', 'who asks is settled');
  END IF;
  IF OLD.extended_on IS NOT NULL AND NEW.extended_on IS DISTINCT FROM OLD.extended_on THEN
    PERFORM ev.refuse_request('request_extended_once', 'more time is taken once');
  END IF;
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION ev.guard_restriction()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
END $function$
;

CREATE OR REPLACE FUNCTION ev.guard_rows(t text, how text, content boolean DEFAULT true)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
BEGIN
  EXECUTE pg_catalog.format('CREATE TRIGGER hold BEFORE DELETE ON ev.%I FOR EACH ROW EXECUTE FUNCTION ev.refuse_when_held(%L)', t, how);
  EXECUTE pg_catalog.format('CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ev.%I EXECUTE FUNCTION ev.refuse_truncate()', t);
  IF content THEN
    EXECUTE pg_catalog.format('CREATE TRIGGER hold_content AFTER UPDATE ON ev.%I FOR EACH ROW EXECUTE FUNCTION ev.refuse_emptying_when_held(%L)', t, how);
  END IF;
END $function$
;

CREATE OR REPLACE FUNCTION ev.guard_stop()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  IF NOT EXISTS (SELECT FROM ev.rights_request WHERE id = NEW.request_id AND kind = 'access' AND closed_on IS NULL) THEN
    PERFORM ev.refuse_request('request_stop_access', 'a question stops the clock of an access request alone');
  END IF;
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION ev.hand_in_concern(p_id uuid, p_case uuid, p_at_risk text, p_who text, p_seen text, p_seen_by text, p_urgent boolean)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  IF current_setting('role') NOT LIKE '%\_office\_safeguarding' THEN
    RAISE EXCEPTION 'only who may record a worry hands one in' USING ERRCODE = '42501';
  END IF;
  IF ev.row_scope() IS DISTINCT FROM 'added' OR p_case = ANY (ev.walled_cases())
     OR NOT EXISTS (SELECT FROM ev.case_file WHERE id = p_case) THEN RETURN false; END IF;
  INSERT INTO ev.concern (id, case_id, at_risk, who, seen, seen_by, urgent) VALUES (p_id, p_case, p_at_risk, p_who, p_seen, p_seen_by, p_urgent);
  INSERT INTO ev.task (kind, case_id, subject_id, for_role, due_on)
    VALUES ('decide-concern', p_case, p_id, 'supervisor', (ev.service_now() AT TIME ZONE 'Europe/London')::date);
  RETURN true;
END $function$
;

CREATE OR REPLACE FUNCTION ev.have_online_address()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  UPDATE ev.task SET done_at = ev.service_now(), done_by = ev.actor()
   WHERE kind = 'online-address' AND subject_id = NEW.appointment_id AND done_at IS NULL;
  RETURN NULL;
END $function$
;

CREATE OR REPLACE FUNCTION ev.head_of_pack(p_pack uuid)
 RETURNS TABLE(reference text, kind text, name text, collected_at timestamp with time zone, released_at timestamp with time zone, good_until date, openings jsonb, told jsonb)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  IF ev.may_take_pack(p_pack) IS NOT TRUE THEN RETURN; END IF;
  RETURN QUERY
    SELECT r.reference, r.kind, trim(coalesce(n.given_name, e.given_name) || ' ' || coalesce(n.family_name, e.family_name)), k.collected_at, k.released_at, k.good_until, k.openings, k.told
      FROM ev.access_pack k JOIN ev.rights_request r ON r.id = k.request_id
      LEFT JOIN ev.person n ON n.id = r.person_id LEFT JOIN ev.enquiry e ON e.id = r.enquiry_id
     WHERE k.id = p_pack AND num_nonnulls(n.id, e.id) = 1;
END $function$
;

CREATE OR REPLACE FUNCTION ev.hear_child_agreed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
DECLARE agreed integer; qualified boolean;
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT r.hears_children AND r.valid_until >= (NEW.starts_at AT TIME ZONE 'Europe/London')::date INTO qualified
      FROM ev.mediator_registration r WHERE r.staff_id = NEW.mediator_id ORDER BY r.recorded_at DESC, r.turn DESC LIMIT 1;
    IF qualified IS NOT TRUE THEN
      RAISE EXCEPTION 'not qualified to meet children' USING ERRCODE = '23514', CONSTRAINT = 'child_meeting_qualified';
    END IF;
    IF EXISTS (SELECT FROM ev.appointment a WHERE a.mediator_id = NEW.mediator_id AND a.status <> 'cancelled'
                 AND tstzrange(a.starts_at, a.ends_at) && tstzrange(NEW.starts_at, NEW.ends_at)) THEN
      RAISE EXCEPTION 'the mediator is taken' USING ERRCODE = '23514', CONSTRAINT = 'child_meeting_mediator_free';
    END IF;
  END IF;
  SELECT count(*) INTO agreed FROM (SELECT DISTINCT ON (g.who) g.agreed AS yes FROM ev.child_agreement g
    WHERE g.child_id = NEW.child_id ORDER BY g.who, g.turn DESC) AS said WHERE said.yes;
  IF agreed < 3 THEN
    RAISE EXCEPTION 'not all have agreed' USING ERRCODE = '23514', CONSTRAINT = 'child_meeting_agreed';
  END IF;
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION ev.held_inventory()
 RETURNS TABLE(place text, at_least bigint)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
DECLARE c record; n bigint;
BEGIN
  IF NOT EXISTS (SELECT FROM ev.hold WHERE lifted_at IS NULL) THEN RETURN; END IF;
  FOR c IN SELECT r.oid, r.relname, a.attnum, a.attname FROM pg_catalog.pg_class r JOIN pg_catalog.pg_trigger g ON g.tgrelid = r.oid
             JOIN pg_catalog.pg_attribute a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped
            WHERE r.relnamespace = 'ev'::regnamespace AND g.tgname IN ('hold', 'standing') AND g.tgenabled = 'O' ORDER BY 2, 3 LOOP
    EXECUTE pg_catalog.format('SELECT count(nullif(t.%I::text, '''')) FROM ev.%I t', c.attname, c.relname) INTO n;
    RETURN QUERY SELECT c.oid || '.' || c.attnum, n;
  END LOOP;
END $function$
;

CREATE OR REPLACE FUNCTION ev.hold_contact(p_subject uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  PERFORM pg_catalog.pg_advisory_xact_lock_shared(ev.contact_key(p_subject));
END $function$
;

CREATE OR REPLACE FUNCTION ev.identity_is_shown(p_request uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
RETURN (SELECT (bool_or((c.way = 'in_person'::text)) OR (count(DISTINCT CASE c.way WHEN 'portal'::text THEN 'email_code'::text ELSE c.way END) >= CASE WHEN (max(r.kind) = ANY (ARRAY['restriction'::text, 'objection'::text, 'withdrawal'::text])) THEN 1 ELSE 2 END)) FROM (ev.identity_check c JOIN ev.rights_request r ON ((r.id = c.request_id))) WHERE ((c.request_id = identity_is_shown.p_request) AND (c.passed_at IS NOT NULL)))
;

CREATE OR REPLACE FUNCTION ev.invite_only()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  IF EXISTS (SELECT FROM ev.contact_point c WHERE c.id = NEW.contact_point_id AND c.source IN ('other_party', 'referrer') AND c.confirmed_at IS NULL) THEN
    RAISE EXCEPTION 'this detail serves to invite' USING ERRCODE = '23514', CONSTRAINT = 'message_to_told_point';
  END IF;
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION ev.inviter_is_screened(p_case uuid, p_side text)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  RETURN EXISTS (SELECT FROM ev.screening s JOIN ev.party p ON p.id = s.party_id
                  WHERE s.case_id = p_case AND p.case_id = p_case AND p.side = p_side);
END $function$
;

CREATE OR REPLACE FUNCTION ev.is_held(p_case uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  RETURN EXISTS (SELECT FROM ev.hold h WHERE h.lifted_at IS NULL AND (h.case_id = p_case OR h.side IS NOT NULL AND EXISTS (
    SELECT FROM ev.party held JOIN ev.party own USING (person_id) WHERE held.case_id = h.case_id AND held.side = h.side AND own.case_id = p_case)));
END $function$
;

CREATE OR REPLACE FUNCTION ev.is_let_in()
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  RETURN auth.is_referrer(ev.actor());
END $function$
;

CREATE OR REPLACE FUNCTION ev.is_partial_date(date_text text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN (date_text ~ '^([0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?|--[0-9]{2}(-[0-9]{2})?|---[0-9]{2})$'::text)
;

CREATE OR REPLACE FUNCTION ev.is_still_free(p_time uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  SELECT EXISTS (SELECT FROM ev.offered_time t JOIN ev.staff s ON s.id = t.mediator_id LEFT JOIN ev.room r ON r.id = t.room_id
    WHERE t.id = p_time AND t.starts_at > ev.service_now() AND s.suspended_at IS NULL AND s.left_on IS NULL
      AND NOT ev.is_walled(t.case_id, t.mediator_id)
      AND ev.works_then(t.mediator_id, r.venue_id, t.starts_at, t.ends_at)
      AND ev.gets_there(t.mediator_id, r.venue_id, t.starts_at, t.ends_at)
      AND NOT EXISTS (SELECT FROM ev.appointment a WHERE (a.mediator_id = t.mediator_id OR a.room_id = t.room_id)
        AND a.status <> 'cancelled' AND a.starts_at < t.ends_at AND a.ends_at > t.starts_at)
      AND NOT EXISTS (SELECT FROM ev.child_meeting m WHERE m.mediator_id = t.mediator_id
        AND m.status <> 'not_held' AND m.starts_at < t.ends_at AND m.ends_at > t.starts_at)
      AND NOT EXISTS (SELECT FROM ev.absence w WHERE w.staff_id = t.mediator_id
        AND w.withdrawn_at IS NULL AND w.starts_at < t.ends_at AND w.ends_at > t.starts_at)) $function$
;

CREATE OR REPLACE FUNCTION ev.is_walled(p_case uuid, p_staff uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  RETURN EXISTS (SELECT FROM ev.wall w JOIN ev.party p USING (person_id)
                  WHERE p.case_id = p_case AND w.staff_id = p_staff AND w.lifted_at IS NULL);
END $function$
;

CREATE OR REPLACE FUNCTION ev.keep(p_what text, p_answer text)
 RETURNS text
 LANGUAGE sql
AS $function$
  SELECT split_part(set_config('ev.kept_' || p_what, ev.asking() || '|' || p_answer, true), '|', 2)
$function$
;

CREATE OR REPLACE FUNCTION ev.keep_an_administrator()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  IF OLD.role <> 'administrator' OR OLD.joined_at IS NULL OR OLD.suspended_at IS NOT NULL OR OLD.left_on IS NOT NULL THEN RETURN NEW; END IF;
  IF NEW.role = 'administrator' AND NEW.suspended_at IS NULL AND NEW.left_on IS NULL THEN RETURN NEW; END IF;
  PERFORM pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtext('evenhand.administrators'));
  IF NOT EXISTS (SELECT FROM ev.staff WHERE id <> OLD.id AND role = 'administrator' AND joined_at IS NOT NULL AND suspended_at IS NULL AND left_on IS NULL) THEN
    RAISE EXCEPTION 'the last administrator stays' USING ERRCODE = '23514', CONSTRAINT = 'staff_last_administrator';
  END IF;
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION ev.keep_as_written()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
BEGIN
  RAISE EXCEPTION 'what was written in % stays as it is', tg_table_name USING ERRCODE = '42501';
END $function$
;

CREATE OR REPLACE FUNCTION ev.keep_cards(p_cases uuid[], p_people uuid[], p_oldest date)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
END $function$
;

CREATE OR REPLACE FUNCTION ev.keep_no_samples()
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
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
END $function$
;

CREATE OR REPLACE FUNCTION ev.keep_referrer_code(p_id uuid, p_professional uuid, p_number bytea, p_secret bytea, p_expires timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  PERFORM ev.account_to_serve(p_professional);
  INSERT INTO ev.party_code (id, professional_id, way, number_hash, secret_hash, expires_at)
  VALUES (p_id, p_professional, 'email', p_number, p_secret, p_expires);
END $function$
;

CREATE OR REPLACE FUNCTION ev.kept(p_what text)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
  SELECT CASE WHEN split_part(current_setting('ev.kept_' || p_what, true), '|', 1) = ev.asking()
              THEN split_part(current_setting('ev.kept_' || p_what, true), '|', 2) END
$function$
;

CREATE OR REPLACE FUNCTION ev.kind_of_record(p_record uuid)
 RETURNS text
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  IF NOT ev.may_answer_for(p_record) THEN RETURN NULL; END IF;
  IF EXISTS (SELECT FROM ev.enquiry WHERE id = p_record) THEN RETURN 'enquirer'; END IF;
  RETURN (SELECT CASE WHEN bool_or(p.side = 'A' OR EXISTS (SELECT FROM ev.attendance t WHERE t.party_id = p.id AND t.status = 'attended'))
                 THEN 'client' ELSE 'otherParty' END FROM ev.party p WHERE p.person_id = p_record HAVING count(*) > 0);
END $function$
;

CREATE OR REPLACE FUNCTION ev.known_cards(p_plain text, p_words jsonb, p_telephones text[], p_emails text[], p_births text[], p_reference text)
 RETURNS TABLE(id uuid, likeness real, sounds boolean, by text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
END $function$
;

CREATE OR REPLACE FUNCTION ev.known_details(p_telephones text[], p_emails text[], p_addresses text[], p_postcodes text[], p_births text[])
 RETURNS TABLE(source text, id uuid, by text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
END $function$
;

CREATE OR REPLACE FUNCTION ev.known_names(p_plain text, p_words jsonb)
 RETURNS TABLE(source text, id uuid, likeness real, sounds boolean)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
END $function$
;

CREATE OR REPLACE FUNCTION ev.letters_of(p_text text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN regexp_replace(lower(NORMALIZE(COALESCE(p_text, ''::text), NFKC)), '[^[:alnum:]]+'::text, ''::text, 'g'::text)
;

CREATE OR REPLACE FUNCTION ev.live_together(p_one uuid, p_other uuid)
 RETURNS text
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  IF ev.row_scope() IS DISTINCT FROM 'any' OR ARRAY[p_one, p_other] && ev.walled_people() THEN RETURN NULL; END IF;
  RETURN (SELECT CASE WHEN bool_or(a.folded = b.folded) THEN 'address' ELSE 'postcode' END
            FROM ev.whereabouts a JOIN ev.whereabouts b ON a.folded = b.folded OR a.postcode = b.postcode
           WHERE a.person_id = p_one AND b.person_id = p_other AND a.ended_at IS NULL AND b.ended_at IS NULL HAVING count(*) > 0);
END $function$
;

CREATE OR REPLACE FUNCTION ev.lock_people(p_people uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  PERFORM FROM ev.case_file f WHERE f.id IN (SELECT p.case_id FROM ev.party p WHERE p.person_id = ANY (p_people)) ORDER BY f.id FOR SHARE;
  PERFORM FROM ev.person p WHERE p.id = ANY (p_people) ORDER BY p.id FOR UPDATE;
END $function$
;

CREATE OR REPLACE FUNCTION ev.lock_to_end(p_aggregate text, p_id uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  IF current_setting('role') NOT LIKE '%\_retention' THEN RAISE EXCEPTION 'only what ends data locks it' USING ERRCODE = '42501'; END IF;
  CASE p_aggregate
    WHEN 'case' THEN PERFORM FROM ev.case_file WHERE id = p_id FOR UPDATE;
    WHEN 'enquiry' THEN PERFORM FROM ev.enquiry WHERE id = p_id FOR UPDATE;
  END CASE;
  RETURN FOUND;
END $function$
;

CREATE OR REPLACE FUNCTION ev.mail_came_back(p_message uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
END $function$
;

CREATE OR REPLACE FUNCTION ev.mark_act(p_intent uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  PERFORM pg_catalog.pg_advisory_xact_lock_shared(pg_catalog.hashtext('evenhand.journal'));
  INSERT INTO ev.act_mark (intent) VALUES (p_intent);
END $function$
;

CREATE OR REPLACE FUNCTION ev.marked_acts(p_intents uuid[])
 RETURNS uuid[]
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  PERFORM pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtext('evenhand.journal'));
  RETURN (SELECT coalesce(pg_catalog.array_agg(m.intent), '{}') FROM ev.act_mark m WHERE m.intent = ANY (p_intents));
END $function$
;

CREATE OR REPLACE FUNCTION ev.may_answer_for(p_record uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  IF current_setting('role') LIKE '%\_portal\_rights' THEN RETURN p_record = ev.actor() AND auth.is_party(ev.actor()); END IF;
  RETURN current_setting('role') LIKE '%\_office\_rights' AND coalesce(ev.row_scope() = 'any', false)
     AND ((p_record = ANY (ev.walled_people())) IS NOT TRUE AND EXISTS (SELECT FROM ev.party WHERE person_id = p_record)
          OR EXISTS (SELECT FROM ev.enquiry WHERE id = p_record AND case_id IS NULL));
END $function$
;

CREATE OR REPLACE FUNCTION ev.may_take_pack(p_pack uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  IF current_setting('role') LIKE '%\_portal\_rights' THEN RETURN EXISTS (SELECT FROM ev.own_packs() o WHERE o.id = p_pack); END IF;
  RETURN current_setting('role') LIKE '%\_office\_rights' AND ev.row_scope() IS NOT NULL
     AND EXISTS (SELECT FROM ev.access_pack k JOIN ev.rights_request r ON r.id = k.request_id
                  WHERE k.id = p_pack AND k.emptied_at IS NULL AND (r.person_id = ANY (ev.walled_people())) IS NOT TRUE);
END $function$
;

CREATE OR REPLACE FUNCTION ev.mediators_of_party()
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  RETURN (SELECT coalesce(array_agg(DISTINCT a.mediator_id), '{}') FROM ev.appointment a
           WHERE (a.case_id || ':' || a.zone) = ANY (ev.zones_of_party()));
END $function$
;

CREATE OR REPLACE FUNCTION ev.meetings_agreed_to()
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  RETURN (SELECT coalesce(array_agg(m.id), '{}')
            FROM ev.party p JOIN ev.attendance t ON t.party_id = p.id JOIN ev.appointment a ON a.id = t.appointment_id
            CROSS JOIN LATERAL (SELECT * FROM ev.online_meeting o WHERE o.appointment_id = a.id ORDER BY o.turn DESC LIMIT 1) AS m
            CROSS JOIN LATERAL (SELECT * FROM ev.online_answer w WHERE w.attendance_id = t.id ORDER BY w.turn DESC LIMIT 1) AS said
           WHERE p.person_id = ev.actor() AND t.status = 'expected' AND a.means = 'online' AND a.status = 'booked'
             AND said.act = 'given' AND said.provider = m.provider AND said.notice = m.notice
             AND ev.service_now() >= coalesce(t.arrives_at, a.starts_at) - make_interval(mins => m.opens_minutes)
             AND ev.service_now() < coalesce(t.leaves_at, a.ends_at)
             AND NOT EXISTS (SELECT FROM ev.consent_event e JOIN ev.consent_subject s ON s.id = e.subject_id
                              WHERE s.person_id = p.person_id AND e.scope = 'onlineMeetings' AND e.act = 'withdrawn' AND e.at > said.recorded_at));
END $function$
;

CREATE OR REPLACE FUNCTION ev.merge_card(p_merge uuid, p_kept uuid, p_merged uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
END $function$
;

CREATE OR REPLACE FUNCTION ev.merge_complaints()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  IF TG_OP = 'INSERT' THEN
    WITH moved AS (UPDATE ev.complaint SET person_id = NEW.kept_id WHERE person_id = NEW.merged_id RETURNING id)
      INSERT INTO ev.person_merge_row (merge_id, kept_id, place, row_id) SELECT NEW.id, NEW.kept_id, 'complaint', id FROM moved;
    WITH moved AS (UPDATE ev.complaint_telling SET person_id = NEW.kept_id WHERE person_id = NEW.merged_id RETURNING id)
      INSERT INTO ev.person_merge_row (merge_id, kept_id, place, row_id) SELECT NEW.id, NEW.kept_id, 'complaint_telling', id FROM moved;
  ELSE
    UPDATE ev.complaint c SET person_id = NEW.merged_id FROM ev.person_merge_row m
     WHERE m.merge_id = NEW.id AND m.place = 'complaint' AND m.row_id = c.id AND c.person_id = NEW.kept_id;
    UPDATE ev.complaint_telling t SET person_id = NEW.merged_id FROM ev.person_merge_row m
     WHERE m.merge_id = NEW.id AND m.place = 'complaint_telling' AND m.row_id = t.id AND t.person_id = NEW.kept_id;
  END IF;
  RETURN NULL;
END $function$
;

CREATE OR REPLACE FUNCTION ev.merge_endings()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
END $function$
;

CREATE OR REPLACE FUNCTION ev.merge_requests()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  IF TG_OP = 'INSERT' THEN
    WITH moved AS (UPDATE ev.rights_request SET person_id = NEW.kept_id WHERE person_id = NEW.merged_id RETURNING id)
      INSERT INTO ev.person_merge_row (merge_id, kept_id, place, row_id) SELECT NEW.id, NEW.kept_id, 'rights_request', id FROM moved;
  ELSE
    UPDATE ev.rights_request q SET person_id = NEW.merged_id FROM ev.person_merge_row m
     WHERE m.merge_id = NEW.id AND m.place = 'rights_request' AND m.row_id = q.id AND q.person_id = NEW.kept_id;
  END IF;
  RETURN NULL;
END $function$
;

CREATE OR REPLACE FUNCTION ev.merge_rows()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
END $function$
;

CREATE OR REPLACE FUNCTION ev.merge_safety(p_merge uuid, p_kept uuid, p_merged uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
END $function$
;

CREATE OR REPLACE FUNCTION ev.miam_to_screen(p_miam uuid, p_case uuid, p_side text)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
DECLARE seen text := ev.row_scope();
BEGIN
  IF seen IS NULL OR current_setting('role') NOT LIKE '%\_screening' THEN RETURN false; END IF;
  IF seen = 'any' AND p_case = ANY (ev.walled_cases()) OR seen <> 'any' AND p_case <> ALL (ev.cases_in_scope()) THEN RETURN false; END IF;
  RETURN EXISTS (SELECT FROM ev.miam_record m WHERE m.id = p_miam AND m.case_id = p_case AND m.zone = p_side);
END $function$
;

CREATE OR REPLACE FUNCTION ev.must_bring_in()
 RETURNS void
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  IF current_setting('role') NOT LIKE '%\_bringing\_in' OR ev.row_scope() IS DISTINCT FROM 'any' THEN
    RAISE EXCEPTION 'only whoever brings in old cases does this' USING ERRCODE = '42501';
  END IF;
END $function$
;

CREATE OR REPLACE FUNCTION ev.name_keys(name text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
 WITH said AS (
          SELECT it.word,
             it.at,
             lead(it.word) OVER (ORDER BY it.at) AS following
            FROM regexp_split_to_table(ev.plain_name(name_keys.name), ' '::text) WITH ORDINALITY it(word, at)
           WHERE (it.word <> ''::text)
         )
  SELECT COALESCE(array_agg(DISTINCT keys.key), '{}'::text[]) AS "coalesce"
    FROM ( SELECT said.word AS key
            FROM said
         UNION ALL
          SELECT (said.word || said.following)
            FROM said
           WHERE (said.following IS NOT NULL)
         UNION ALL
          SELECT OVERLAY(said.word PLACING ''::text FROM n.n FOR 1) AS "overlay"
            FROM said,
             LATERAL generate_series(1, length(said.word)) n(n)
           WHERE (length(said.word) > 2)
         UNION ALL
          SELECT ('~'::text || sound.code)
            FROM said,
             LATERAL ( VALUES (ext.dmetaphone(said.word)), (ext.dmetaphone_alt(said.word))) sound(code)
           WHERE ((said.word ~ '^[a-z]+$'::text) AND (length(said.word) > 1) AND (sound.code <> ''::text))) keys;
END
;

CREATE OR REPLACE FUNCTION ev.name_of_record(p_record uuid)
 RETURNS text
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  IF NOT ev.may_answer_for(p_record) THEN RETURN NULL; END IF;
  RETURN (SELECT trim(n.given_name || ' ' || n.family_name) FROM (SELECT id, given_name, family_name FROM ev.person
            UNION ALL SELECT id, given_name, family_name FROM ev.enquiry) AS n WHERE n.id = p_record);
END $function$
;

CREATE OR REPLACE FUNCTION ev.note_rules()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
DECLARE broken text;
BEGIN
  PERFORM FROM ev.mediation_session s WHERE s.id = NEW.session_id AND s.closed_at IS NULL FOR SHARE;
  IF NOT FOUND THEN broken := 'note_session_closed';
  ELSIF TG_OP = 'UPDATE' AND OLD.passed_at IS NOT NULL THEN broken := 'note_passed';
  ELSIF NEW.passed_at IS NOT NULL AND NEW.passing IS DISTINCT FROM 'may' THEN broken := 'note_may_not_pass';
  ELSIF (NEW.zone = 'both' AND TG_OP = 'INSERT' OR NEW.passed_at IS NOT NULL)
     AND EXISTS (SELECT FROM ev.session_stop t WHERE t.session_id = NEW.session_id AND t.resumed_at IS NULL) THEN broken := 'note_session_stopped';
  END IF;
  IF broken IS NOT NULL THEN RAISE EXCEPTION 'a rule about notes' USING ERRCODE = '23514', CONSTRAINT = broken; END IF;
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION ev.note_told_since(p_order uuid, p_names jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  IF current_setting('role') NOT LIKE '%\_retention' THEN
    RAISE EXCEPTION 'only what ends data notes this' USING ERRCODE = '42501';
  END IF;
  INSERT INTO ev.told_again (request_id, change, who, noted_by)
  SELECT DISTINCT o.request_id, 'erasure', w.who, o.decided_by
    FROM ev.erasure_order o JOIN ev.party p ON p.person_id = o.person_id JOIN ev.disclosure d ON d.case_id = p.case_id
   CROSS JOIN LATERAL (SELECT coalesce(p_names ->> d.recipient, d.recipient) || ', told on ' || to_char(d.sent_at AT TIME ZONE 'Europe/London', 'FMDD FMMonth YYYY') AS who) w
   WHERE o.id = p_order AND NOT d.hidden AND d.sent_at IS NOT NULL
     AND (d.side IN ('both', p.side) OR EXISTS (SELECT FROM unnest(d.facts) AS fact WHERE fact LIKE 'other.%'))
     AND (d.sent_at >= o.decided_at OR NOT EXISTS (SELECT FROM ev.told_again t WHERE t.request_id = o.request_id AND t.change = 'erasure' AND t.who = w.who))
  ON CONFLICT (request_id, change, who) WHERE outcome IS NULL DO NOTHING;
END $function$
;

CREATE OR REPLACE FUNCTION ev.nothing_aside()
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  SELECT split_part(ev.first_look(), ' ', 2) = 'f'
$function$
;

CREATE OR REPLACE FUNCTION ev.object_in_portal(p_request uuid, p_purpose text, p_id uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  IF current_setting('role') NOT LIKE '%\_portal\_rights' OR NOT EXISTS (
       SELECT FROM ev.rights_request WHERE id = p_request AND person_id = ev.actor() AND channel = 'portal') THEN
    RAISE EXCEPTION 'everybody objects for themselves' USING ERRCODE = '42501';
  END IF;
  INSERT INTO ev.objection (id, request_id, purpose) VALUES (p_id, p_request, p_purpose);
END $function$
;

CREATE OR REPLACE FUNCTION ev.objections_first()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  IF NEW.outcome IN ('done', 'partly', 'refused') AND EXISTS (SELECT FROM ev.objection o WHERE o.request_id = NEW.id AND o.outcome IS NULL) THEN
    PERFORM ev.refuse_request('request_objection_open', 'an objection is not decided');
  END IF;
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION ev.objections_of(p_person uuid)
 RETURNS TABLE(id uuid, request_id uuid, purpose text, made_at timestamp with time zone, outcome text, reason text, decided_at timestamp with time zone, stops boolean)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
BEGIN
  IF NOT ev.may_answer_for(p_person) THEN RETURN; END IF;
  RETURN QUERY SELECT o.id, o.request_id, o.purpose, o.made_at, o.outcome, o.reason, o.decided_at,
      o.outcome IS DISTINCT FROM 'compelling' AND (o.outcome IS NOT NULL OR coalesce(r.outcome, '') NOT IN ('taken_back', 'not_shown'))
    FROM ev.objection o JOIN ev.rights_request r ON r.id = o.request_id WHERE r.person_id = p_person ORDER BY o.made_at DESC, o.purpose;
END $function$
;

CREATE OR REPLACE FUNCTION ev.objects_to(p_person uuid, p_case uuid, p_purpose text)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  RETURN EXISTS (SELECT FROM ev.objection o JOIN ev.rights_request r ON r.id = o.request_id
    WHERE o.purpose = p_purpose AND o.outcome IS DISTINCT FROM 'compelling'
      AND (o.outcome IS NOT NULL OR coalesce(r.outcome, '') NOT IN ('taken_back', 'not_shown'))
      AND (r.person_id = p_person OR r.person_id IN (SELECT p.person_id FROM ev.party p WHERE p.case_id = p_case)));
END $function$
;

CREATE OR REPLACE FUNCTION ev.office_sets_online()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  IF current_setting('role') LIKE '%\_portal\_%' THEN
    RAISE EXCEPTION 'a party sets no meeting' USING ERRCODE = '42501';
  END IF;
  IF NOT EXISTS (SELECT FROM ev.appointment a WHERE a.id = NEW.appointment_id AND a.means = 'online' AND a.status = 'booked') THEN
    RAISE EXCEPTION 'this appointment is not online' USING ERRCODE = '23514', CONSTRAINT = 'online_meeting_online';
  END IF;
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION ev.online_agreed(p_person uuid)
 RETURNS TABLE(answer_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  SELECT said.id FROM ev.party p JOIN ev.attendance t ON t.party_id = p.id JOIN ev.appointment a ON a.id = t.appointment_id
    CROSS JOIN LATERAL (SELECT w.id, w.act FROM ev.online_answer w WHERE w.attendance_id = t.id ORDER BY w.turn DESC LIMIT 1) AS said
   WHERE p.person_id = p_person AND said.act = 'given' AND t.status = 'expected' AND a.means = 'online' AND a.status = 'booked'
     AND coalesce(t.leaves_at, a.ends_at) > ev.service_now()
$function$
;

CREATE OR REPLACE FUNCTION ev.online_room(p_address text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE STRICT
 SET search_path TO ''
AS $function$
  SELECT pg_catalog.lower(CASE
    WHEN host ~* '(^|\.)zoom\.us$' THEN 'zoom.us' || place
    WHEN host ~* '(^|\.)teams\.(microsoft|live)\.com$' THEN 'teams.microsoft.com' || place
    WHEN more LIKE '?%' THEN host || place || pg_catalog.split_part(more, '#', 1)
    WHEN place = '' THEN host || more
    ELSE host || place END)
    FROM (SELECT m[1] AS host, pg_catalog.rtrim(m[2], '/') AS place, m[3] AS more
            FROM pg_catalog.regexp_match(p_address, '^https://([^/:]+)(?::[0-9]+)?(/[^?#]*)(.*)$') AS m) AS parts
$function$
;

CREATE OR REPLACE FUNCTION ev.only_who_sees_any()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
BEGIN
  IF current_setting('role') LIKE '%\_staff\_accounts' AND ev.row_scope() IS DISTINCT FROM 'any' THEN
    RAISE EXCEPTION 'accounts are changed by those whom the policy lets see any' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION ev.open_breach_clocks()
 RETURNS TABLE(aware_at timestamp with time zone)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  IF current_setting('role') NOT LIKE '%\_worker\_accountability' THEN RAISE EXCEPTION 'only the checks ask this' USING ERRCODE = '42501'; END IF;
  RETURN QUERY SELECT b.aware_at FROM ev.breach b WHERE b.closed_on IS NULL AND b.kind = 'breach' AND b.notify IS DISTINCT FROM 'no'
    AND NOT EXISTS (SELECT FROM ev.breach_report r WHERE r.breach_id = b.id AND r.told = 'regulator');
END $function$
;

CREATE OR REPLACE FUNCTION ev.open_complaint_clocks()
 RETURNS TABLE(about text, received_on date, acknowledged_on date)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  IF current_setting('role') NOT LIKE '%\_worker\_accountability' THEN RAISE EXCEPTION 'only the checks ask this' USING ERRCODE = '42501'; END IF;
  RETURN QUERY SELECT c.about, c.received_on, c.acknowledged_on FROM ev.complaint c WHERE c.closed_on IS NULL;
END $function$
;

CREATE OR REPLACE FUNCTION ev.open_request_clocks()
 RETURNS TABLE(kind text, received_on date, identity text, identity_asked_on date, identity_settled_on date, extended_on date, stops jsonb)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  IF current_setting('role') NOT LIKE '%\_accountability'
     OR current_setting('role') NOT LIKE '%\_worker\_accountability' AND ev.row_scope() IS DISTINCT FROM 'any' THEN RETURN; END IF;
  RETURN QUERY SELECT r.kind, r.received_on, r.identity, r.identity_asked_on, r.identity_settled_on, r.extended_on,
      coalesce((SELECT jsonb_agg(jsonb_build_object('askedOn', s.asked_on, 'answeredOn', s.answered_on))
                  FROM ev.request_stop s WHERE s.request_id = r.id), '[]')
    FROM ev.rights_request r WHERE r.closed_on IS NULL;
END $function$
;

CREATE OR REPLACE FUNCTION ev.own_meeting(p_attendance uuid)
 RETURNS TABLE(kind text, starts_at timestamp with time zone, arrives_at timestamp with time zone, notice_days integer, share_percent integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  SELECT a.kind, a.starts_at, t.arrives_at, rule.notice_days, rule.share_percent
    FROM ev.attendance t JOIN ev.party p ON p.id = t.party_id AND p.person_id = ev.party_acting()
    JOIN ev.appointment a ON a.id = t.appointment_id
    LEFT JOIN LATERAL (SELECT m.notice_days, m.share_percent FROM ev.missed_rule m
      WHERE m.in_force_from <= (a.made_at AT TIME ZONE 'Europe/London')::date ORDER BY m.in_force_from DESC, m.turn DESC LIMIT 1) AS rule ON true
   WHERE t.id = p_attendance AND t.status = 'expected' AND a.status = 'booked' AND a.starts_at > ev.service_now();
END $function$
;

CREATE OR REPLACE FUNCTION ev.own_offers()
 RETURNS TABLE(offer_id uuid, zone text, kind text, means text, answer_by date, said_times jsonb, said_words text, time_id uuid, starts_at timestamp with time zone, ends_at timestamp with time zone, mediator text, place text, address text, postcode text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  SELECT f.id, f.zone, f.kind, f.means, f.answer_by, said.times, said.words, t.id, t.starts_at, t.ends_at, s.name, v.name, v.address, v.postcode
    FROM ev.party p
    JOIN ev.time_offer f ON f.case_id = p.case_id AND f.zone IN (p.side, 'both')
    JOIN ev.case_file c ON c.id = f.case_id AND c.status = 'live'
    LEFT JOIN LATERAL (SELECT a.words, (SELECT coalesce(jsonb_agg(h.time_id), '[]') FROM ev.time_choice h WHERE h.answer_id = a.id) AS times
                         FROM ev.time_answer a WHERE a.offer_id = f.id AND a.zone = p.side
                        ORDER BY a.turn DESC LIMIT 1) AS said ON true
    LEFT JOIN ev.offered_time t ON t.offer_id = f.id AND t.starts_at > ev.service_now() AND (f.zone = 'both' OR ev.is_still_free(t.id))
    LEFT JOIN ev.staff s ON s.id = t.mediator_id
    LEFT JOIN ev.room r ON r.id = t.room_id LEFT JOIN ev.venue v ON v.id = r.venue_id
   WHERE p.person_id = ev.party_acting() AND f.status = 'open'
     AND f.answer_by >= (ev.service_now() AT TIME ZONE 'Europe/London')::date
   ORDER BY f.made_at, f.id, t.starts_at, t.id;
END $function$
;

CREATE OR REPLACE FUNCTION ev.own_packs()
 RETURNS TABLE(id uuid, request_id uuid, kind text, reference text, released_at timestamp with time zone, good_until date)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  IF current_setting('role') NOT LIKE '%\_portal\_rights' THEN RAISE EXCEPTION 'only the person asks this' USING ERRCODE = '42501'; END IF;
  RETURN QUERY
    SELECT k.id, r.id, r.kind, r.reference, k.released_at, k.good_until
      FROM ev.access_pack k JOIN ev.rights_request r ON r.id = k.request_id
     WHERE r.person_id = ev.actor() AND r.asked_for = 'self' AND k.state = 'released' AND k.emptied_at IS NULL
       AND k.good_until >= (ev.service_now() AT TIME ZONE 'Europe/London')::date
     ORDER BY k.released_at DESC, k.id;
END $function$
;

CREATE OR REPLACE FUNCTION ev.own_part(p_person uuid)
 RETURNS TABLE(tab text, ids uuid[])
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
END $function$
;

CREATE OR REPLACE FUNCTION ev.own_referrals()
 RETURNS TABLE(reference text, own_reference text, made_on date, booked boolean, attended boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  SELECT p.reference, r.own_reference, (r.made_at AT TIME ZONE 'Europe/London')::date, p.booked, p.attended
    FROM ev.referral r, LATERAL ev.referral_progress(r.link_hash) p
   WHERE r.professional_id = ev.referrer_acting() AND r.ended_on IS NULL
   ORDER BY r.made_at DESC, r.id LIMIT 200 $function$
;

CREATE OR REPLACE FUNCTION ev.own_work_details()
 RETURNS TABLE(name text, work text, organisation text, email text, telephone text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  SELECT p.name, p.work, p.organisation, p.email, p.telephone FROM ev.professional p WHERE p.id = ev.referrer_acting() $function$
;

CREATE OR REPLACE FUNCTION ev.pack_family(p_pack uuid)
 RETURNS TABLE(own boolean, who text, kind text, value text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
END $function$
;

CREATE OR REPLACE FUNCTION ev.pack_openings(p_pack uuid)
 RETURNS TABLE(role text, first_on date, last_on date, times integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
DECLARE me uuid; asked uuid;
BEGIN
  SELECT person_id, enquiry_id INTO me, asked FROM ev.asker_of_pack(p_pack);
  RETURN QUERY
    SELECT s.role, min(l.at AT TIME ZONE 'Europe/London')::date, max(l.at AT TIME ZONE 'Europe/London')::date, count(*)::integer
      FROM ev.access_log l JOIN ev.staff s ON s.id = l.actor
     WHERE (l.case_id IN (SELECT p.case_id FROM ev.party p WHERE p.person_id = me) OR l.subject_id = asked)
       AND l.db_role NOT SIMILAR TO '%\_(screening|child_voice|safeguarding|legal_claims|conflicts)'
     GROUP BY s.role ORDER BY 2, 1;
END $function$
;

CREATE OR REPLACE FUNCTION ev.pack_rows(p_pack uuid, p_table text, p_column text, p_root text, p_parent text, p_parent_column text)
 RETURNS SETOF jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
END $function$
;

CREATE OR REPLACE FUNCTION ev.papers_of_pack(p_pack uuid)
 RETURNS TABLE(id uuid, name text, media_type text, size_bytes integer, sha256 text, stored_name text, wrapped text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  IF ev.may_take_pack(p_pack) IS NOT TRUE OR NOT EXISTS (SELECT FROM ev.access_pack k WHERE k.id = p_pack AND k.state = 'released') THEN RETURN; END IF;
  RETURN QUERY
    SELECT f.id, i.text, f.media_type::text, f.size_bytes::integer, f.sha256::text, f.stored_name::text, c.wrapped::text
      FROM ev.pack_item i JOIN ev.stored_file f ON f.id::text = i.row_id JOIN ev.case_key c ON c.case_id = f.case_id
     WHERE i.pack_id = p_pack AND i.place = 'stored_file' AND i.field = 'name' AND i.text IS NOT NULL
       AND (i.course = 'given' OR i.decision = 'given') AND f.status = 'released' ORDER BY i.turn;
END $function$
;

CREATE OR REPLACE FUNCTION ev.part_card(p_merge uuid, p_kept uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
END $function$
;

CREATE OR REPLACE FUNCTION ev.parts_of_address(p_address text, p_postcode text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN (SELECT COALESCE(array_agg(DISTINCT parts.part), '{}'::text[]) AS "coalesce" FROM (SELECT ev.letters_of(parts_of_address.p_postcode) AS part UNION ALL SELECT ev.letters_of(lines.line) AS letters_of FROM regexp_split_to_table(COALESCE(parts_of_address.p_address, ''::text), '[\n,]'::text) WITH ORDINALITY lines(line, at) WHERE ((lines.at = 1) OR (lines.line ~ '[0-9]'::text))) parts WHERE (length(parts.part) >= 5))
;

CREATE OR REPLACE FUNCTION ev.parts_set_aside()
 RETURNS text[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
DECLARE kept text := ev.kept('parts_set_aside');
BEGIN
  IF kept IS NOT NULL THEN RETURN kept; END IF;
  IF ev.nothing_aside() OR ev.reaches_set_aside() THEN RETURN ev.keep('parts_set_aside', '{}'); END IF;
  RETURN ev.keep('parts_set_aside', (SELECT coalesce(array_agg(it), '{}')::text FROM ev.restriction r JOIN ev.party p USING (person_id)
          CROSS JOIN LATERAL unnest(ARRAY[p.case_id || ':' || p.side, p.id::text]) AS it WHERE r.lifted_at IS NULL));
END $function$
;

CREATE OR REPLACE FUNCTION ev.party_acting()
 RETURNS uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  RETURN CASE WHEN current_setting('role') LIKE '%\_portal\_booking' AND auth.is_party(ev.actor()) THEN ev.actor() END;
END $function$
;

CREATE OR REPLACE FUNCTION ev.people_in_scope()
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
DECLARE
  kept text := ev.kept('people');
  look text;
BEGIN
  IF kept IS NOT NULL THEN RETURN kept; END IF;
  look := ev.first_look();
  IF look LIKE 'assigned f _%' THEN RETURN ev.keep('people', split_part(look, ' ', 4)); END IF;
  RETURN ev.keep('people', (SELECT coalesce(array_agg(person_id), '{}')::text FROM ev.party
                            WHERE case_id = ANY ((SELECT ev.cases_in_scope())::uuid[]) AND person_id <> ALL ((SELECT ev.people_set_aside() || ev.people_objecting())::uuid[])));
END $function$
;

CREATE OR REPLACE FUNCTION ev.people_kept_away()
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  RETURN CASE WHEN ev.row_scope() = 'any' THEN ev.walled_people() || ev.people_objecting() END;
END $function$
;

CREATE OR REPLACE FUNCTION ev.people_objecting()
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
DECLARE kept text := ev.kept('people_objecting');
BEGIN
  IF kept IS NOT NULL THEN RETURN kept; END IF;
  IF ev.nothing_aside() OR current_setting('role') LIKE '%\_worker\_booking' THEN RETURN ev.keep('people_objecting', '{}'); END IF;
  RETURN ev.keep('people_objecting', (SELECT coalesce(array_agg(r.person_id), '{}')::text FROM ev.objection o JOIN ev.rights_request r ON r.id = o.request_id
           WHERE o.outcome IS DISTINCT FROM 'compelling' AND r.person_id IS NOT NULL
             AND (o.outcome IS NOT NULL OR coalesce(r.outcome, '') NOT IN ('taken_back', 'not_shown'))
             AND lower(o.purpose) = ev.acting_purpose()));
END $function$
;

CREATE OR REPLACE FUNCTION ev.people_set_aside()
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  IF ev.nothing_aside() OR ev.reaches_set_aside() THEN RETURN '{}'; END IF;
  RETURN (SELECT coalesce(array_agg(person_id), '{}') FROM ev.restriction WHERE lifted_at IS NULL AND covers = 'everything');
END $function$
;

CREATE OR REPLACE FUNCTION ev.plain_name(name text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN btrim(regexp_replace(lower(translate(replace(replace(replace(replace(replace(replace(replace(regexp_replace(NORMALIZE(name, NFKD), '[\u0300-\u036f]'::text, ''::text, 'g'::text), 'ß'::text, 'ss'::text), 'æ'::text, 'ae'::text), 'Æ'::text, 'ae'::text), 'œ'::text, 'oe'::text), 'Œ'::text, 'oe'::text), 'þ'::text, 'th'::text), 'Þ'::text, 'th'::text), 'øØłŁđĐðÐħĦıŋАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯІЄҐΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩς–—‐‑·''’‘ʼʻ`´'::text, 'oollddddhhinабвгдежзиклмнопрстуфхцчшщъыьэюяієґαβγδεζηθικλμνξοπρστυφχψωσ     '::text)), '[[:space:][:punct:]]+'::text, ' '::text, 'g'::text))
;

CREATE OR REPLACE FUNCTION ev.reaches_set_aside()
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  SELECT current_setting('role') ~ '_(retention|rights|legal_claims|safeguarding|accountability|merging)$'
$function$
;

CREATE OR REPLACE FUNCTION ev.refer_from_own_account()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  IF NEW.professional_id IS DISTINCT FROM ev.referrer_acting() THEN
    RAISE EXCEPTION 'a referral from an account is made by its holder' USING ERRCODE = '42501';
  END IF;
  UPDATE ev.professional SET last_contact_on = (ev.service_now() AT TIME ZONE 'Europe/London')::date WHERE id = NEW.professional_id;
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION ev.referral_progress(p_link bytea)
 RETURNS TABLE(reference text, booked boolean, attended boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  SELECT e.reference, coalesce(m.booked, false), coalesce(m.attended, false)
    FROM ev.referral r JOIN ev.enquiry e ON e.id = r.enquiry_id
    LEFT JOIN LATERAL (
      SELECT bool_or(t.status IN ('expected', 'attended')) AS booked, bool_or(t.status = 'attended') AS attended
        FROM ev.attendance t JOIN ev.appointment a ON a.id = t.appointment_id AND a.kind = 'miam'
       WHERE t.case_id = e.case_id AND t.zone = e.side) m ON true
   WHERE r.link_hash = p_link AND r.ended_on IS NULL
     AND NOT EXISTS (SELECT FROM ev.restriction t WHERE t.enquiry_id = e.id AND t.lifted_at IS NULL) $function$
;

CREATE OR REPLACE FUNCTION ev.referrer_acting()
 RETURNS uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  RETURN CASE WHEN current_setting('role') LIKE '%\_portal\_enquiries' AND auth.is_referrer(ev.actor()) THEN ev.actor() END;
END $function$
;

CREATE OR REPLACE FUNCTION ev.referrers_of(p_persons uuid[])
 RETURNS TABLE(name text, organisation text, email_folded text, telephone text)
 LANGUAGE sql
 STABLE
 SET search_path TO ''
AS $function$
  SELECT r.name, r.organisation, r.email_folded, r.telephone FROM ev.referral r JOIN ev.enquiry e ON e.id = r.enquiry_id
    JOIN ev.party p ON p.case_id = e.case_id AND p.side = e.side WHERE p.person_id = ANY (p_persons) $function$
;

CREATE OR REPLACE FUNCTION ev.refuse_card(p_case uuid, p_side text, p_refused boolean)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
END $function$
;

CREATE OR REPLACE FUNCTION ev.refuse_changing_online()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
BEGIN
  RAISE EXCEPTION 'what was said of a meeting online is added to' USING ERRCODE = 'EV001';
END $function$
;

CREATE OR REPLACE FUNCTION ev.refuse_complaint(p_constraint text, p_words text)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
BEGIN
  RAISE EXCEPTION '%', p_words USING ERRCODE = '23514', CONSTRAINT = p_constraint;
END $function$
;

CREATE OR REPLACE FUNCTION ev.refuse_dropping_hold()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
BEGIN
  RAISE EXCEPTION 'this case is held' USING ERRCODE = 'EV001', CONSTRAINT = 'case_held';
END $function$
;

CREATE OR REPLACE FUNCTION ev.refuse_emptying_when_held()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
END $function$
;

CREATE OR REPLACE FUNCTION ev.refuse_merged()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  PERFORM FROM ev.person WHERE id = NEW.person_id AND merged_into IS NULL FOR KEY SHARE;
  IF NOT FOUND AND EXISTS (SELECT FROM ev.person WHERE id = NEW.person_id) THEN
    RAISE EXCEPTION 'this record went into another' USING ERRCODE = '23514', CONSTRAINT = 'record_merged';
  END IF;
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION ev.refuse_pack(p_constraint text, p_words text)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
BEGIN
  RAISE EXCEPTION '%', p_words USING ERRCODE = '23514', CONSTRAINT = p_constraint;
END $function$
;

CREATE OR REPLACE FUNCTION ev.refuse_request(p_constraint text, p_words text)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
BEGIN
  RAISE EXCEPTION '%', p_words USING ERRCODE = '23514', CONSTRAINT = p_constraint;
END $function$
;

CREATE OR REPLACE FUNCTION ev.refuse_set_aside()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  IF EXISTS (SELECT FROM ev.restriction WHERE enquiry_id = NEW.id AND lifted_at IS NULL) THEN
    PERFORM ev.refuse_request('enquiry_set_aside', 'this enquiry is kept and not used');
  END IF;
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION ev.refuse_truncate()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
BEGIN
  RAISE EXCEPTION 'rows about people end one by one' USING ERRCODE = 'EV001';
END $function$
;

CREATE OR REPLACE FUNCTION ev.refuse_unwanted_message()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  IF NEW.template NOT LIKE 'request-%' AND NEW.template NOT LIKE 'choice-%' AND ev.objects_to(NEW.person_id, NULL, 'booking') THEN
    PERFORM ev.refuse_request('message_unwanted', 'they do not want to be written to about this');
  END IF;
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION ev.refuse_walled()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
DECLARE walled boolean;
BEGIN
  CASE TG_TABLE_NAME
    WHEN 'case_file' THEN walled := ev.is_walled(NEW.id, NEW.mediator_id);
    WHEN 'appointment' THEN walled := ev.is_walled(NEW.case_id, NEW.mediator_id);
    ELSE walled := EXISTS (SELECT FROM ev.wall w JOIN ev.case_file f ON f.mediator_id = w.staff_id
                            WHERE f.id = NEW.case_id AND w.person_id = NEW.person_id AND w.lifted_at IS NULL);
  END CASE;
  IF walled THEN
    RAISE EXCEPTION 'this mediator keeps away from this case' USING ERRCODE = '23514', CONSTRAINT = TG_TABLE_NAME || '_mediator_walled';
  END IF;
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION ev.refuse_when_held()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  IF ev.row_is_held(to_jsonb(OLD), TG_ARGV[0], TG_TABLE_NAME) THEN
    RAISE EXCEPTION 'this case is held' USING ERRCODE = 'EV001', CONSTRAINT = 'case_held';
  END IF;
  RETURN OLD;
END $function$
;

CREATE OR REPLACE FUNCTION ev.request_is_answerable(p_request uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
RETURN (EXISTS (SELECT FROM ev.rights_request r WHERE ((r.id = request_is_answerable.p_request) AND (r.closed_on IS NULL) AND (r.kind = ANY (ARRAY['access'::text, 'portability'::text])) AND (num_nonnulls(r.person_id, r.enquiry_id) = 1) AND (r.identity = ANY (ARRAY['shown'::text, 'not_needed'::text])) AND ((r.asked_for <> 'represented'::text) OR (r.authority_on IS NOT NULL)))))
;

CREATE OR REPLACE FUNCTION ev.row_is_held(p_old jsonb, p_how text, p_table text)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
END $function$
;

CREATE OR REPLACE FUNCTION ev.row_scope()
 RETURNS text
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  RETURN nullif(split_part(ev.first_look(), ' ', 1), '');
END $function$
;

CREATE OR REPLACE FUNCTION ev.rows_of_import(p_import uuid)
 RETURNS TABLE(tab text, id uuid)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
END $function$
;

CREATE OR REPLACE FUNCTION ev.sees_hidden(p_ground text)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  RETURN p_ground = 'safeguarding' AND current_setting('role') LIKE '%\_safeguarding' OR current_setting('role') LIKE '%\_retention' OR EXISTS (
    SELECT FROM ev.role_rule r JOIN ev.staff s ON s.role = r.staff_role
     WHERE s.id = ev.actor() AND s.suspended_at IS NULL AND s.left_on IS NULL AND r.row_scope = 'any' AND r.db_role LIKE '%\_office\_accountability');
END $function$
;

CREATE OR REPLACE FUNCTION ev.service_now()
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN now()
;

CREATE OR REPLACE FUNCTION ev.settle_identity()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
DECLARE today date := (ev.service_now() AT TIME ZONE 'Europe/London')::date;
BEGIN
  UPDATE ev.rights_request
     SET identity_asked_on = coalesce(identity_asked_on, today),
         identity = CASE WHEN ev.identity_is_shown(id) THEN 'shown' ELSE 'asked' END,
         identity_settled_on = CASE WHEN ev.identity_is_shown(id) THEN today END,
         identity_by = NEW.passed_by
   WHERE id = NEW.request_id AND identity IN ('open', 'asked');
  RETURN NULL;
END $function$
;

CREATE OR REPLACE FUNCTION ev.share_openly()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  IF NEW.zone <> 'both' OR NEW.status <> 'released'
     OR NOT EXISTS (SELECT FROM ev.file_sharing s WHERE s.file_id = NEW.id AND s.from_zone = OLD.zone AND s.shared_by = ev.actor()) THEN
    RAISE EXCEPTION 'a document is shared by an act, and not taken back' USING ERRCODE = '23514', CONSTRAINT = 'stored_file_shared_openly';
  END IF;
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION ev.shared_contact(p_person uuid)
 RETURNS TABLE(contact_point_id uuid)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
DECLARE others uuid[];
BEGIN
  IF ev.row_scope() IS NULL AND current_setting('role') NOT LIKE '%\_worker\_%' THEN
    RAISE EXCEPTION 'only staff compare the two parties' USING ERRCODE = '42501';
  END IF;
  SELECT array_agg(theirs.person_id) INTO others FROM ev.party own JOIN ev.party theirs ON theirs.case_id = own.case_id
   WHERE own.person_id = p_person AND theirs.person_id <> p_person;
  RETURN QUERY
    SELECT own.id FROM ev.contact_point own WHERE own.person_id = p_person AND own.ended_at IS NULL AND EXISTS (
      SELECT FROM ev.contact_point theirs WHERE theirs.person_id = ANY (others) AND theirs.ended_at IS NULL
         AND theirs.kind = own.kind AND theirs.value_folded = own.value_folded)
    UNION
    SELECT own.contact_point_id FROM ev.whereabouts own
     WHERE own.person_id = p_person AND own.contact_point_id IS NOT NULL AND own.ended_at IS NULL AND EXISTS (
       SELECT FROM ev.whereabouts theirs WHERE theirs.person_id = ANY (others) AND theirs.ended_at IS NULL AND theirs.folded = own.folded);
END $function$
;

CREATE OR REPLACE FUNCTION ev.shut_doors(p_people uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  UPDATE ev.party_code SET ended_at = clock_timestamp() WHERE person_id = ANY (p_people) AND ended_at IS NULL;
  UPDATE auth.party_sign_in SET ended_at = clock_timestamp() WHERE person_id = ANY (p_people) AND ended_at IS NULL;
  UPDATE ev.message SET status = 'stopped', settled_at = ev.service_now() WHERE about_id = ANY (p_people) AND status = 'waiting';
END $function$
;

CREATE OR REPLACE FUNCTION ev.shut_out()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  UPDATE auth.sign_in SET ended_at = clock_timestamp() WHERE staff_id = NEW.id AND ended_at IS NULL;
  DELETE FROM auth.sign_in_step WHERE staff_id = NEW.id;
  IF NEW.left_on IS NULL THEN RETURN NEW; END IF;
  DELETE FROM auth.credential WHERE staff_id = NEW.id;
  DELETE FROM auth.known_device WHERE staff_id = NEW.id;
  DELETE FROM ev.staff_link WHERE staff_id = NEW.id;
  IF OLD.left_on IS NULL THEN
    -- Families who expect this mediator must be told who comes instead.
    INSERT INTO ev.task (kind, case_id, subject_id, for_role, due_on)
      SELECT 'call-about-change', a.case_id, a.id, 'coordinator', NEW.left_on FROM ev.appointment a
       WHERE a.mediator_id = NEW.id AND a.status = 'booked' AND a.starts_at > ev.service_now();
  END IF;
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION ev.shut_out_party()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  UPDATE ev.party_code SET ended_at = clock_timestamp() WHERE contact_point_id = NEW.id AND ended_at IS NULL;
  UPDATE auth.party_sign_in SET ended_at = clock_timestamp() WHERE contact_point_id = NEW.id AND ended_at IS NULL;
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION ev.shut_out_referrer()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  UPDATE ev.party_code SET ended_at = clock_timestamp() WHERE professional_id = NEW.id AND ended_at IS NULL;
  UPDATE auth.party_sign_in SET ended_at = clock_timestamp() WHERE professional_id = NEW.id AND ended_at IS NULL;
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION ev.sought_keys(p_words jsonb, OUT k1 text[], OUT k2 text[], OUT k3 text[], OUT s1 text[], OUT s2 text[], OUT s3 text[], OUT spelt text[])
 RETURNS record
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
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
END $function$
;

CREATE OR REPLACE FUNCTION ev.stand_beside_enquiry(p_request uuid, p_field text, p_words text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
DECLARE before jsonb := ev.enquiry_to_correct(p_request);
BEGIN
  IF before IS NULL THEN PERFORM ev.refuse_request('decision_begins', 'nothing is put beside it before it is known who asks'); END IF;
  INSERT INTO ev.enquiry_correction (enquiry_id, request_id, field, words) VALUES ((before ->> 'id')::uuid, p_request, p_field, p_words);
END $function$
;

CREATE OR REPLACE FUNCTION ev.stays_of_person(p_person uuid)
 RETURNS text[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  RETURN array_remove(ARRAY[
    CASE WHEN EXISTS (SELECT FROM ev.party p WHERE p.person_id = p_person AND ev.is_held(p.case_id)) THEN 'hold' END,
    CASE WHEN EXISTS (SELECT FROM ev.rights_request r WHERE p_person IN (r.person_id, r.enquiry_id) AND r.kind IN ('access', 'portability') AND r.closed_on IS NULL) THEN 'request' END,
    CASE WHEN EXISTS (SELECT FROM ev.restriction r WHERE p_person IN (r.person_id, r.enquiry_id) AND r.lifted_at IS NULL AND r.ground IN ('unlawful', 'claims')) THEN 'restriction' END,
    CASE WHEN EXISTS (SELECT FROM ev.party p JOIN ev.case_file f ON f.id = p.case_id WHERE p.person_id = p_person AND f.status = 'live') THEN 'live' END,
    CASE WHEN EXISTS (SELECT FROM ev.enquiry e WHERE e.id = p_person AND e.case_id IS NOT NULL) THEN 'file' END,
    CASE WHEN EXISTS (SELECT FROM ev.message m WHERE p_person IN (m.person_id, m.enquiry_id) AND m.status = 'waiting') THEN 'mail' END], NULL);
END $function$
;

CREATE OR REPLACE FUNCTION ev.step_back()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  UPDATE ev.case_file f SET mediator_id = NULL FROM ev.party p
   WHERE p.case_id = f.id AND p.person_id = NEW.person_id AND f.mediator_id = NEW.staff_id AND f.status = 'live';
  RETURN NULL;
END $function$
;

CREATE OR REPLACE FUNCTION ev.stop_invitation_mail(p_invitation uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  WITH stopped AS (
    UPDATE ev.message SET status = 'stopped', settled_at = ev.service_now()
     WHERE about_id = p_invitation AND status = 'waiting' RETURNING id)
  UPDATE ev.task SET done_at = ev.service_now(), done_by = ev.actor()
   WHERE kind = 'letter-to-post' AND done_at IS NULL AND message_id IN (SELECT id FROM stopped);
END $function$
;

CREATE OR REPLACE FUNCTION ev.sum_of_case(p_case uuid)
 RETURNS text
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
END $function$
;

CREATE OR REPLACE FUNCTION ev.tables_about(p_record uuid)
 RETURNS text[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
DECLARE t record; there boolean; answer text[] := '{}';
BEGIN
  IF NOT ev.may_answer_for(p_record) THEN RETURN NULL; END IF;
  IF EXISTS (SELECT FROM ev.enquiry WHERE id = p_record) THEN
    FOR t IN SELECT c.relname AS tab FROM pg_catalog.pg_class c JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid
              WHERE c.relnamespace = 'ev'::regnamespace AND c.relkind = 'r' AND a.attname = 'enquiry_id' AND NOT a.attisdropped ORDER BY c.relname LOOP
      EXECUTE pg_catalog.format('SELECT EXISTS (SELECT FROM ev.%I WHERE enquiry_id = $1)', t.tab) INTO there USING p_record;
      IF there THEN answer := answer || t.tab; END IF;
    END LOOP;
    RETURN answer || 'enquiry'::text;
  END IF;
  FOR t IN SELECT c.relname AS tab, bool_or(a.attname = 'person_id') AS own, bool_or(a.attname = 'case_id') AS filed,
                  max(a.attname::text) FILTER (WHERE a.attname IN ('zone', 'side')) AS part
             FROM pg_catalog.pg_class c JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
            WHERE c.relnamespace = 'ev'::regnamespace AND c.relkind = 'r' GROUP BY c.relname
           HAVING bool_or(a.attname IN ('person_id', 'case_id')) ORDER BY c.relname LOOP
    EXECUTE CASE WHEN t.own THEN pg_catalog.format('SELECT EXISTS (SELECT FROM ev.%I WHERE person_id = $1)', t.tab)
      ELSE pg_catalog.format('SELECT EXISTS (SELECT FROM ev.%I x JOIN ev.party p ON p.case_id = x.case_id AND p.person_id = $1 %s)', t.tab,
        CASE WHEN t.part IS NOT NULL THEN pg_catalog.format('AND x.%I IN (p.side, ''both'')', t.part) ELSE '' END) END INTO there USING p_record;
    IF there THEN answer := answer || t.tab; END IF;
  END LOOP;
  RETURN answer || 'person'::text;
END $function$
;

CREATE OR REPLACE FUNCTION ev.take_back_import(p_import uuid)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
END $function$
;

CREATE OR REPLACE FUNCTION ev.take_invitation_answer()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
DECLARE
  s ev.invitation_step;
  i ev.invitation;
BEGIN
  IF NEW.way = 'page' THEN
    SELECT * INTO s FROM ev.invitation_step WHERE code_hash = NEW.code_hash;
    IF NOT FOUND THEN RAISE EXCEPTION 'no such code' USING ERRCODE = '23514', CONSTRAINT = 'invitation_code'; END IF;
    NEW.invitation_id := s.invitation_id;
  ELSE
    SELECT * INTO s FROM ev.invitation_step WHERE invitation_id = NEW.invitation_id ORDER BY number DESC LIMIT 1;
  END IF;
  SELECT * INTO i FROM ev.invitation WHERE id = NEW.invitation_id FOR UPDATE;
  NEW.step_id := s.id;
  NEW.case_id := i.case_id;
  IF i.outcome = 'attended' OR NOT EXISTS (SELECT FROM ev.case_file WHERE id = i.case_id AND status = 'live') THEN
    RAISE EXCEPTION 'this invitation has ended' USING ERRCODE = '23514', CONSTRAINT = 'invitation_over';
  END IF;
  IF NEW.way = 'page' AND (SELECT count(*) FROM ev.invitation_answer WHERE invitation_id = i.id AND way = 'page') >= 5 THEN
    RAISE EXCEPTION 'answered too often' USING ERRCODE = '23514', CONSTRAINT = 'invitation_answers';
  END IF;
  PERFORM ev.stop_invitation_mail(i.id);
  -- Whoever answers after all is asked no more what came of it: somebody looks again.
  UPDATE ev.invitation SET outcome = NULL, outcome_on = NULL,
         clearance = CASE WHEN NEW.answer IN ('unsafe', 'remove_me') THEN 'stopped' ELSE clearance END
   WHERE id = i.id;
  IF NEW.answer = 'not_me' THEN
    UPDATE ev.contact_point SET ended_at = ev.service_now() WHERE id = s.contact_point_id AND ended_at IS NULL;
  ELSIF NEW.answer = 'remove_me' THEN
    UPDATE ev.contact_point SET ended_at = ev.service_now()
     WHERE ended_at IS NULL AND source IN ('other_party', 'referrer')
       AND person_id = (SELECT person_id FROM ev.party WHERE case_id = i.case_id AND side <> i.inviting);
    INSERT INTO ev.task (kind, case_id, subject_id, for_role, due_on)
    VALUES ('removal-asked', i.case_id, i.id, 'privacyOfficer', (ev.service_now() AT TIME ZONE 'Europe/London')::date);
  END IF;
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION ev.take_offered_time(p_time uuid)
 RETURNS TABLE(outcome text, appointment_id uuid)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
DECLARE
  f record;
  t ev.offered_time;
  made uuid := gen_random_uuid();
BEGIN
  SELECT o.*, p.id AS party_id INTO f FROM ev.time_offer o
    JOIN ev.offered_time x ON x.offer_id = o.id AND x.id = p_time
    JOIN ev.party p ON p.case_id = o.case_id AND p.side = o.zone AND p.person_id = ev.party_acting()
    FOR UPDATE OF o;
  IF f.id IS NULL THEN RETURN QUERY SELECT 'no-such-time', NULL::uuid; RETURN; END IF;
  IF f.status <> 'open' OR f.answer_by < (ev.service_now() AT TIME ZONE 'Europe/London')::date THEN
    RETURN QUERY SELECT 'ended', NULL::uuid;
    RETURN;
  END IF;
  SELECT * INTO t FROM ev.offered_time x WHERE x.id = p_time;
  PERFORM pg_advisory_xact_lock(hashtextextended('slot ' || k.id, 0))
    FROM (SELECT u.id FROM unnest(ARRAY[t.mediator_id::text, t.room_id::text]) AS u (id) WHERE u.id IS NOT NULL ORDER BY u.id COLLATE "C") AS k;
  IF NOT ev.is_still_free(p_time) THEN RETURN QUERY SELECT 'taken', NULL::uuid; RETURN; END IF;
  INSERT INTO ev.appointment (id, case_id, kind, zone, mediator_id, room_id, means, starts_at, ends_at)
  VALUES (made, f.case_id, f.kind, f.zone, t.mediator_id, t.room_id, f.means, t.starts_at, t.ends_at);
  INSERT INTO ev.attendance (appointment_id, case_id, party_id, zone) VALUES (made, f.case_id, f.party_id, f.zone);
  UPDATE ev.time_offer SET status = 'booked', appointment_id = made, settled_at = ev.service_now() WHERE id = f.id;
  INSERT INTO ev.party_act (case_id, zone, kind, offer_id, appointment_id) VALUES (f.case_id, f.zone, 'took', f.id, made);
  RETURN QUERY SELECT 'booked', made;
END $function$
;

CREATE OR REPLACE FUNCTION ev.take_pack(p_pack uuid, p_what text)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
DECLARE taken uuid;
BEGIN
  IF ev.may_take_pack(p_pack) IS NOT TRUE OR NOT EXISTS (SELECT FROM ev.access_pack k WHERE k.id = p_pack AND k.state = 'released') THEN RETURN NULL; END IF;
  INSERT INTO ev.pack_taking (pack_id, what, taken_by)
    VALUES (p_pack, p_what, CASE WHEN current_setting('role') LIKE '%\_office\_%' THEN ev.actor() END) RETURNING id INTO taken;
  RETURN taken;
END $function$
;

CREATE OR REPLACE FUNCTION ev.take_requests_along()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  UPDATE ev.rights_request r SET enquiry_id = NULL, person_id = p.person_id FROM ev.party p
   WHERE r.enquiry_id = NEW.id AND (p.case_id, p.side) = (NEW.case_id, NEW.side);
  UPDATE ev.enquiry_correction SET case_id = NEW.case_id, side = NEW.side WHERE enquiry_id = NEW.id;
  RETURN NULL;
END $function$
;

CREATE OR REPLACE FUNCTION ev.taken_times(p_mediators uuid[], p_rooms uuid[], p_from timestamp with time zone, p_until timestamp with time zone)
 RETURNS TABLE(mediator_id uuid, room_id uuid, venue_id uuid, starts_at timestamp with time zone, ends_at timestamp with time zone)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  IF ev.row_scope() IS NULL THEN RETURN; END IF;
  RETURN QUERY SELECT a.mediator_id, a.room_id, r.venue_id, a.starts_at, a.ends_at
    FROM ev.appointment a LEFT JOIN ev.room r ON r.id = a.room_id
    WHERE (a.mediator_id = ANY (p_mediators) OR a.room_id = ANY (p_rooms)) AND a.status <> 'cancelled'
      AND a.starts_at > p_from - interval '24 hours' AND a.ends_at > p_from AND a.starts_at < p_until ORDER BY a.starts_at;
END $function$
;

CREATE OR REPLACE FUNCTION ev.tellings_set_aside()
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  RETURN (SELECT coalesce(array_agg(m.id), '{}') FROM ev.restriction t JOIN ev.message m USING (enquiry_id)
           JOIN ev.rights_request r ON r.id = m.about_id WHERE t.lifted_at IS NULL);
END $function$
;

CREATE OR REPLACE FUNCTION ev.touched_since_import(p_import uuid)
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
END $function$
;

CREATE OR REPLACE FUNCTION ev.undo_merge()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
END $function$
;

CREATE OR REPLACE FUNCTION ev.wait_for_sending()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
 SET lock_timeout TO '3s'
AS $function$
DECLARE
  changed uuid := coalesce(to_jsonb(NEW) ->> 'person_id', to_jsonb(NEW) ->> 'id')::uuid;
  one uuid;
BEGIN
  -- Also the other party's sending: a detail may have become one that both have.
  FOR one IN SELECT changed UNION SELECT theirs.person_id FROM ev.party own JOIN ev.party theirs ON theirs.case_id = own.case_id
              WHERE own.person_id = changed ORDER BY 1 LOOP
    PERFORM pg_catalog.pg_advisory_xact_lock(ev.contact_key(one));
  END LOOP;
  RETURN NULL;
EXCEPTION WHEN lock_not_available OR deadlock_detected THEN
  RETURN NULL;
END $function$
;

CREATE OR REPLACE FUNCTION ev.walled_cases()
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
DECLARE kept text := ev.kept('walled_cases');
BEGIN
  IF kept IS NOT NULL THEN RETURN kept; END IF;
  IF ev.nothing_aside() THEN RETURN ev.keep('walled_cases', '{}'); END IF;
  RETURN ev.keep('walled_cases', (ev.cases_set_aside() || (SELECT coalesce(array_agg(DISTINCT p.case_id), '{}')
           FROM ev.wall w JOIN ev.party p USING (person_id) WHERE w.staff_id = ev.actor() AND w.lifted_at IS NULL))::text);
END $function$
;

CREATE OR REPLACE FUNCTION ev.walled_people()
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
END $function$
;

CREATE OR REPLACE FUNCTION ev.want_online_address()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  IF NEW.means = 'online' AND NEW.status = 'booked' THEN
    IF NOT EXISTS (SELECT FROM ev.online_meeting m WHERE m.appointment_id = NEW.id) THEN
      PERFORM ev.ask_office('online-address', NEW.case_id, NEW.id, 'coordinator', NULL);
    END IF;
  ELSE
    UPDATE ev.task SET done_at = ev.service_now(), done_by = ev.actor()
     WHERE done_at IS NULL AND (kind = 'online-address' AND subject_id = NEW.id
        OR kind = 'online-refused' AND subject_id IN (SELECT t.id FROM ev.attendance t WHERE t.appointment_id = NEW.id));
  END IF;
  RETURN NULL;
END $function$
;

CREATE OR REPLACE FUNCTION ev.ways_of_complaint(p_complaint uuid, p_person uuid)
 RETURNS TABLE(id uuid, kind text, value text, source text, safety text, voicemail_safety text, confirmed_at timestamp with time zone, made_at timestamp with time zone, shared boolean, card jsonb)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
DECLARE person uuid;
BEGIN
  IF ev.row_scope() IS NULL OR current_setting('role') NOT LIKE '%\_office\_complaints' THEN
    RAISE EXCEPTION 'only who answers complaints asks this' USING ERRCODE = '42501';
  END IF;
  SELECT p_person INTO person FROM ev.complaint c
   WHERE c.id = p_complaint AND c.closed_on IS NULL AND c.id <> ALL (ev.complaints_kept_from())
     AND (p_person = ANY (ev.walled_people())) IS NOT TRUE
     AND (c.person_id = p_person OR EXISTS (SELECT FROM ev.party mine JOIN ev.party other ON other.case_id = mine.case_id
                                             WHERE mine.person_id = c.person_id AND other.person_id = p_person));
  RETURN QUERY
    SELECT c.id, c.kind, c.value, c.source, c.safety, c.voicemail_safety, c.confirmed_at, c.made_at,
           EXISTS (SELECT FROM ev.shared_contact(person) s WHERE s.contact_point_id = c.id),
           (SELECT jsonb_build_object('email', s.email, 'telephone', s.telephone, 'text_message', s.text_message,
                                      'voicemail', s.voicemail, 'letter', s.letter)
              FROM ev.safe_contact s WHERE s.person_id = person ORDER BY s.version DESC LIMIT 1)
      FROM ev.contact_point c WHERE c.person_id = person AND c.ended_at IS NULL ORDER BY c.kind, c.made_at;
END $function$
;

CREATE OR REPLACE FUNCTION ev.ways_of_enquiry(p_enquiry uuid)
 RETURNS TABLE(id uuid, kind text, value text, source text, safety text, voicemail_safety text, made_at timestamp with time zone, shared boolean)
 LANGUAGE sql
 STABLE
 SET search_path TO ''
AS $function$
  SELECT md5(e.id || w.kind)::uuid, w.kind, w.value, CASE e.asked_by WHEN 'self' THEN 'self' ELSE 'referrer' END, w.safety,
         e.voicemail_safety,
         greatest(e.received_at, (SELECT max(c.corrected_at) FROM ev.enquiry_correction c WHERE c.enquiry_id = e.id AND c.field = ANY (w.fields))),
         EXISTS (SELECT FROM ev.enquiry o WHERE o.name_folded <> e.name_folded AND CASE w.kind WHEN 'email' THEN o.email_folded = e.email_folded
                    WHEN 'telephone' THEN o.telephone_digits = e.telephone_digits
                    ELSE o.postcode = e.postcode AND lower(o.address) = lower(e.address) END)
         OR EXISTS (SELECT FROM ev.contact_point c JOIN ev.person n ON n.id = c.person_id
                     WHERE c.kind = w.kind AND c.ended_at IS NULL AND ev.plain_name(n.given_name || ' ' || n.family_name) <> e.name_folded
                       AND c.value_folded IN (e.email_folded, e.telephone_digits))
         OR w.kind = 'address' AND EXISTS (SELECT FROM ev.whereabouts o JOIN ev.person n ON n.id = o.person_id
                     WHERE o.ended_at IS NULL AND ev.plain_name(n.given_name || ' ' || n.family_name) <> e.name_folded
                       AND o.postcode = e.postcode AND lower(o.address) = lower(e.address))
    FROM ev.enquiry e CROSS JOIN LATERAL (VALUES ('email', e.email, e.email_safety, ARRAY['email', 'email_safety']),
           ('telephone', e.telephone, e.telephone_safety, ARRAY['telephone', 'telephone_safety', 'voicemail_safety']),
           ('address', concat_ws(E'\n', nullif(e.address, ''), nullif(e.postcode, '')), e.letter_safety, ARRAY['address', 'postcode', 'letter_safety']))
           AS w (kind, value, safety, fields)
   WHERE e.id = p_enquiry AND w.value <> ''
$function$
;

CREATE OR REPLACE FUNCTION ev.ways_of_request(p_request uuid)
 RETURNS TABLE(id uuid, kind text, value text, source text, safety text, voicemail_safety text, confirmed_at timestamp with time zone, made_at timestamp with time zone, shared boolean, card jsonb)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
END $function$
;

CREATE OR REPLACE FUNCTION ev.withdraw_again(p_person uuid, p_scope text, p_wording text, p_policy text, p_at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
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
END $function$
;

CREATE OR REPLACE FUNCTION ev.withdraw_consent(p_record uuid, p_scope text, p_wording text, p_policy text, p_subject uuid, p_event uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
DECLARE
  enquirer boolean := EXISTS (SELECT FROM ev.enquiry WHERE id = p_record);
  way text := CASE WHEN current_setting('role') LIKE '%\_portal\_%' THEN 'website' ELSE 'office' END;
BEGIN
  IF NOT ev.may_answer_for(p_record) THEN
    RAISE EXCEPTION 'everybody takes back their own' USING ERRCODE = '42501';
  END IF;
  UPDATE ev.contact_point SET ended_at = ev.service_now()
   WHERE p_scope = 'emailContact' AND person_id = p_record AND kind = 'email' AND ended_at IS NULL;
  UPDATE ev.enquiry SET email_safety = 'unsafe' WHERE p_scope = 'emailContact' AND id = p_record;
  INSERT INTO ev.consent_subject (id, person_id, enquiry_id)
    VALUES (p_subject, CASE WHEN NOT enquirer THEN p_record END, CASE WHEN enquirer THEN p_record END) ON CONFLICT (id) DO NOTHING;
  IF p_scope = 'onlineMeetings' THEN
    INSERT INTO ev.online_answer (attendance_id, appointment_id, case_id, zone, act, provider, notice, wording_hash, policy_hash, channel)
      SELECT w.attendance_id, w.appointment_id, w.case_id, w.zone, 'withdrawn', w.provider, w.notice, w.wording_hash, p_policy, way
        FROM ev.online_answer w WHERE w.id IN (SELECT answer_id FROM ev.online_agreed(p_record));
  END IF;
  INSERT INTO ev.consent_event (id, subject_id, scope, act, wording_hash, policy_hash, channel, receipt)
    VALUES (p_event, p_subject, p_scope, 'withdrawn', p_wording, p_policy, way, CASE WHEN enquirer THEN 'none' ELSE 'due' END);
  INSERT INTO ev.life_event (aggregate, aggregate_id, event, happened_on)
    VALUES ('consent', p_subject, 'consent.ended', (ev.service_now() AT TIME ZONE 'Europe/London')::date);
END $function$
;

CREATE OR REPLACE FUNCTION ev.words_for_day(p_day text)
 RETURNS SETOF text
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
DECLARE d date; m text;
BEGIN
  IF p_day IS NULL OR p_day !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' THEN RETURN; END IF;
  d := p_day::date;
  FOREACH m IN ARRAY ARRAY['FMmonth', 'FMmon'] LOOP
    RETURN QUERY SELECT ' ' || lower(to_char(d, form)) || ' ' FROM unnest(ARRAY['FMDD ' || m || ' YYYY', 'FMDDth ' || m || ' YYYY', m || ' FMDD YYYY', m || ' FMDDth YYYY']) AS form;
  END LOOP;
  RETURN QUERY SELECT ' ' || to_char(d, form) || ' ' FROM unnest(ARRAY['DD MM YYYY', 'FMDD FMMM YYYY', 'DD MM YY', 'YYYY MM DD']) AS form;
END $function$
;

CREATE OR REPLACE FUNCTION ev.words_of(p_text text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN ((' '::text || btrim(regexp_replace(lower(NORMALIZE(COALESCE(p_text, ''::text), NFKC)), '[^[:alnum:]]+'::text, ' '::text, 'g'::text))) || ' '::text)
;

CREATE OR REPLACE FUNCTION ev.words_of_pack(p_pack uuid)
 RETURNS TABLE(turn integer, place text, row_id text, field text, at text, belongs text, text text, masks jsonb)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  IF ev.may_take_pack(p_pack) IS NOT TRUE THEN RETURN; END IF;
  RETURN QUERY
    SELECT i.turn, i.place, i.row_id, i.field, i.at, i.belongs, i.text, i.masks FROM ev.pack_item i
     WHERE i.pack_id = p_pack AND i.text IS NOT NULL AND (i.course = 'given' OR i.decision = 'given') ORDER BY i.turn;
END $function$
;

CREATE OR REPLACE FUNCTION ev.works_then(p_mediator uuid, p_venue uuid, p_from timestamp with time zone, p_until timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
DECLARE
  starts timestamp := p_from AT TIME ZONE 'Europe/London';
  on_day date := starts::date;
  first_minute integer := extract(hour FROM starts) * 60 + extract(minute FROM starts);
  last_minute integer := first_minute + (extract(epoch FROM p_until - p_from) / 60)::integer;
BEGIN
  IF (SELECT NOT h.open FROM ev.holiday_opening h WHERE h.day = on_day ORDER BY h.turn DESC LIMIT 1) THEN RETURN false; END IF;
  IF NOT EXISTS (SELECT FROM ev.working_hours w WHERE w.staff_id = p_mediator
    AND on_day BETWEEN w.first_day AND coalesce(w.last_day, 'infinity')) THEN RETURN true; END IF;
  RETURN NOT EXISTS (
    SELECT FROM generate_series(first_minute, last_minute - 1, 15) AS g (minute) WHERE NOT EXISTS (
      SELECT FROM ev.working_hours w WHERE w.staff_id = p_mediator AND w.weekday = extract(isodow FROM on_day)
        AND on_day BETWEEN w.first_day AND coalesce(w.last_day, 'infinity')
        AND w.from_minute <= g.minute AND least(g.minute + 15, last_minute) <= w.until_minute
        AND (w.break_from IS NULL OR w.break_from >= least(g.minute + 15, last_minute) OR g.minute >= w.break_until)
        AND (w.venue_id IS NULL OR p_venue IS NULL OR w.venue_id = p_venue)));
END $function$
;

CREATE OR REPLACE FUNCTION ev.write_ledger()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  IF NEW.passing IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.passing IS DISTINCT FROM OLD.passing) THEN
    INSERT INTO ev.note_event (case_id, session_id, note_id, happened, by_whom)
      VALUES (NEW.case_id, NEW.session_id, NEW.id, NEW.passing, coalesce(ev.actor(), NEW.author));
  END IF;
  IF NEW.passed_at IS NOT NULL AND (TG_OP = 'INSERT' OR OLD.passed_at IS NULL) THEN
    INSERT INTO ev.note_event (case_id, session_id, note_id, happened, told, by_whom)
      VALUES (NEW.case_id, NEW.session_id, NEW.id, 'passed', CASE NEW.zone WHEN 'A' THEN 'B' ELSE 'A' END, coalesce(ev.actor(), NEW.author));
  END IF;
  RETURN NULL;
END $function$
;

CREATE OR REPLACE FUNCTION ev.write_to_referrer(p_id uuid, p_professional uuid, p_template text, p_subject text, p_body text, p_not_after timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  UPDATE ev.message SET status = 'stopped', settled_at = ev.service_now()
   WHERE professional_id = p_professional AND template = p_template AND status = 'waiting';
  INSERT INTO ev.message (id, professional_id, about_id, zone, channel, template, recipient, subject, body, not_after)
  VALUES (p_id, p_professional, p_professional, 'office', 'email', p_template, ev.account_to_serve(p_professional), p_subject, p_body, p_not_after);
END $function$
;

CREATE OR REPLACE FUNCTION ev.zones_of_party()
 RETURNS text[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  RETURN (SELECT coalesce(array_agg(p.case_id || ':' || z.zone), '{}')
            FROM ev.party p CROSS JOIN LATERAL (VALUES (p.side), ('both')) AS z(zone) WHERE p.person_id = ev.actor());
END $function$
;

CREATE TABLE auth.budget (
  key_hash bytea NOT NULL,
  spent integer NOT NULL,
  ends_at timestamp with time zone NOT NULL,
  CONSTRAINT budget_pkey PRIMARY KEY (key_hash)
);

CREATE TABLE auth.credential (
  staff_id uuid NOT NULL,
  password_hash text NOT NULL,
  authenticator text NOT NULL,
  newest_step bigint NOT NULL,
  set_at timestamp with time zone NOT NULL,
  CONSTRAINT credential_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES ev.staff(id) ON DELETE CASCADE,
  CONSTRAINT credential_pkey PRIMARY KEY (staff_id)
);

CREATE TABLE auth.known_device (
  device_hash bytea NOT NULL,
  staff_id uuid NOT NULL,
  seen_at timestamp with time zone NOT NULL,
  CONSTRAINT known_device_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES ev.staff(id) ON DELETE CASCADE,
  CONSTRAINT known_device_pkey PRIMARY KEY (device_hash, staff_id)
);

CREATE TABLE auth.notice (
  id uuid NOT NULL,
  staff_id uuid NOT NULL,
  kind text NOT NULL,
  made_at timestamp with time zone NOT NULL,
  CONSTRAINT notice_kind_check CHECK ((kind = ANY (ARRAY['passkey-added'::text, 'passkey-ended'::text]))),
  CONSTRAINT notice_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES ev.staff(id) ON DELETE CASCADE,
  CONSTRAINT notice_pkey PRIMARY KEY (id)
);

CREATE TABLE auth.party_request (
  id uuid NOT NULL,
  email text NOT NULL,
  asked_at timestamp with time zone NOT NULL,
  CONSTRAINT party_request_email_check CHECK ((length(email) <= 254)),
  CONSTRAINT party_request_pkey PRIMARY KEY (id)
);

CREATE TABLE auth.party_sign_in (
  id uuid NOT NULL,
  person_id uuid,
  contact_point_id uuid,
  token_hash bytea NOT NULL,
  made_at timestamp with time zone NOT NULL,
  seen_at timestamp with time zone NOT NULL,
  ended_at timestamp with time zone,
  professional_id uuid,
  CONSTRAINT party_sign_in_of_one CHECK ((num_nonnulls(person_id, professional_id) = 1)),
  CONSTRAINT party_sign_in_contact_point_id_fkey FOREIGN KEY (contact_point_id) REFERENCES ev.contact_point(id) ON DELETE CASCADE,
  CONSTRAINT party_sign_in_person_id_fkey FOREIGN KEY (person_id) REFERENCES ev.person(id) ON DELETE CASCADE,
  CONSTRAINT party_sign_in_professional_id_fkey FOREIGN KEY (professional_id) REFERENCES ev.professional(id) ON DELETE CASCADE,
  CONSTRAINT party_sign_in_pkey PRIMARY KEY (id),
  CONSTRAINT party_sign_in_token_hash_key UNIQUE (token_hash)
);

CREATE TABLE auth.passkey (
  id uuid NOT NULL,
  staff_id uuid NOT NULL,
  credential_id bytea NOT NULL,
  public_key bytea NOT NULL,
  uses bigint NOT NULL,
  name text NOT NULL,
  added_at timestamp with time zone NOT NULL,
  used_at timestamp with time zone,
  CONSTRAINT passkey_credential_id_check CHECK (((length(credential_id) >= 1) AND (length(credential_id) <= 1023))),
  CONSTRAINT passkey_name_check CHECK (((length(name) >= 1) AND (length(name) <= 60))),
  CONSTRAINT passkey_public_key_check CHECK ((length(public_key) <= 4096)),
  CONSTRAINT passkey_uses_check CHECK ((uses >= 0)),
  CONSTRAINT passkey_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES auth.credential(staff_id) ON DELETE CASCADE,
  CONSTRAINT passkey_pkey PRIMARY KEY (id),
  CONSTRAINT passkey_credential_id_key UNIQUE (credential_id)
);

CREATE TABLE auth.passkey_offer (
  staff_id uuid NOT NULL,
  token_hash bytea NOT NULL,
  name text NOT NULL,
  challenge bytea NOT NULL,
  made_at timestamp with time zone NOT NULL,
  CONSTRAINT passkey_offer_challenge_check CHECK ((length(challenge) = 32)),
  CONSTRAINT passkey_offer_name_check CHECK (((length(name) >= 1) AND (length(name) <= 60))),
  CONSTRAINT passkey_offer_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES auth.credential(staff_id) ON DELETE CASCADE,
  CONSTRAINT passkey_offer_pkey PRIMARY KEY (staff_id)
);

CREATE TABLE auth.recovery_code (
  staff_id uuid NOT NULL,
  code_hash bytea NOT NULL,
  CONSTRAINT recovery_code_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES auth.credential(staff_id) ON DELETE CASCADE,
  CONSTRAINT recovery_code_pkey PRIMARY KEY (staff_id, code_hash)
);

CREATE TABLE auth.sign_in (
  id uuid NOT NULL,
  staff_id uuid NOT NULL,
  token_hash bytea NOT NULL,
  device text NOT NULL,
  made_at timestamp with time zone NOT NULL,
  seen_at timestamp with time zone NOT NULL,
  ended_at timestamp with time zone,
  CONSTRAINT sign_in_device_check CHECK ((length(device) <= 60)),
  CONSTRAINT sign_in_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES ev.staff(id) ON DELETE CASCADE,
  CONSTRAINT sign_in_pkey PRIMARY KEY (id),
  CONSTRAINT sign_in_token_hash_key UNIQUE (token_hash)
);

CREATE TABLE auth.sign_in_step (
  token_hash bytea NOT NULL,
  staff_id uuid NOT NULL,
  made_at timestamp with time zone NOT NULL,
  tries integer NOT NULL DEFAULT 0,
  challenge bytea NOT NULL,
  CONSTRAINT sign_in_step_challenge_check CHECK ((length(challenge) = 32)),
  CONSTRAINT sign_in_step_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES ev.staff(id) ON DELETE CASCADE,
  CONSTRAINT sign_in_step_pkey PRIMARY KEY (token_hash)
);

CREATE TABLE ev.absence (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  staff_id uuid NOT NULL,
  starts_at timestamp with time zone NOT NULL,
  ends_at timestamp with time zone NOT NULL,
  withdrawn_at timestamp with time zone,
  recorded_by uuid DEFAULT ev.actor(),
  recorded_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  CONSTRAINT absence_check CHECK ((starts_at < ends_at)),
  CONSTRAINT absence_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES ev.staff(id),
  CONSTRAINT absence_pkey PRIMARY KEY (id)
);

CREATE TABLE ev.access_log (
  id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  written_at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
  actor uuid DEFAULT ev.actor(),
  db_role name NOT NULL DEFAULT CURRENT_USER,
  act text NOT NULL,
  case_id uuid,
  subject_id uuid,
  row_count integer NOT NULL DEFAULT 0,
  also text[] NOT NULL DEFAULT '{}'::text[],
  CONSTRAINT access_log_act_check CHECK ((act ~ '^[a-z]+(-[a-z]+)*(\.[a-z-]+)+$'::text)),
  CONSTRAINT access_log_also_check CHECK (((also)::text ~ '^\{([a-z-]+\.[a-z.-]+(,[a-z-]+\.[a-z.-]+)*)?\}$'::text)),
  CONSTRAINT access_log_pkey PRIMARY KEY (id)
);

CREATE TABLE ev.access_pack (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  request_id uuid NOT NULL,
  state text NOT NULL DEFAULT 'asked'::text,
  asked_by uuid NOT NULL,
  asked_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  collected_at timestamp with time zone,
  openings jsonb NOT NULL DEFAULT '[]'::jsonb,
  told jsonb NOT NULL DEFAULT '[]'::jsonb,
  ready_by uuid,
  ready_at timestamp with time zone,
  released_by uuid,
  released_at timestamp with time zone,
  good_until date,
  said_how text,
  emptied_at timestamp with time zone,
  CONSTRAINT access_pack_said_how_check CHECK ((said_how = ANY (ARRAY['email'::text, 'letter'::text]))),
  CONSTRAINT access_pack_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'collected'::text, 'ready'::text, 'released'::text, 'aside'::text]))),
  CONSTRAINT pack_collected CHECK (((state = ANY (ARRAY['asked'::text, 'aside'::text])) OR (collected_at IS NOT NULL))),
  CONSTRAINT pack_ready CHECK ((((ready_by IS NULL) = (ready_at IS NULL)) AND ((state <> ALL (ARRAY['ready'::text, 'released'::text])) OR (ready_by IS NOT NULL)))),
  CONSTRAINT pack_released CHECK ((((state = 'released'::text) = (released_by IS NOT NULL)) AND ((released_by IS NULL) = (released_at IS NULL)) AND ((released_by IS NULL) = (good_until IS NULL)))),
  CONSTRAINT pack_two_people CHECK ((released_by <> ready_by)),
  CONSTRAINT access_pack_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES ev.staff(id),
  CONSTRAINT access_pack_ready_by_fkey FOREIGN KEY (ready_by) REFERENCES ev.staff(id),
  CONSTRAINT access_pack_released_by_fkey FOREIGN KEY (released_by) REFERENCES ev.staff(id),
  CONSTRAINT access_pack_request_id_fkey FOREIGN KEY (request_id) REFERENCES ev.rights_request(id),
  CONSTRAINT access_pack_pkey PRIMARY KEY (id)
);

CREATE TABLE ev.access_plan (
  id boolean NOT NULL DEFAULT true,
  digest text,
  state jsonb,
  CONSTRAINT access_plan_id_check CHECK (id),
  CONSTRAINT access_plan_pkey PRIMARY KEY (id)
);

CREATE TABLE ev.act_mark (
  intent uuid NOT NULL,
  marked_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  CONSTRAINT act_mark_pkey PRIMARY KEY (intent)
);

CREATE TABLE ev.agreement_to_mediate (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  case_id uuid NOT NULL,
  party_id uuid NOT NULL,
  zone text NOT NULL,
  version text NOT NULL,
  signed_on date NOT NULL,
  signed_how text NOT NULL,
  recorded_by uuid NOT NULL DEFAULT ev.actor(),
  recorded_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  CONSTRAINT agreement_to_mediate_signed_how_check CHECK ((signed_how = ANY (ARRAY['paper'::text, 'in_person'::text]))),
  CONSTRAINT agreement_to_mediate_zone_check CHECK ((zone = ANY (ARRAY['A'::text, 'B'::text]))),
  CONSTRAINT agreement_to_mediate_case_id_fkey FOREIGN KEY (case_id) REFERENCES ev.case_file(id),
  CONSTRAINT agreement_to_mediate_party FOREIGN KEY (party_id, case_id, zone) REFERENCES ev.party(id, case_id, side),
  CONSTRAINT agreement_to_mediate_pkey PRIMARY KEY (id),
  CONSTRAINT agreement_to_mediate_once UNIQUE (party_id, version)
);

CREATE TABLE ev.appointment (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  case_id uuid NOT NULL,
  kind text NOT NULL,
  zone text NOT NULL,
  mediator_id uuid NOT NULL,
  room_id uuid,
  means text NOT NULL,
  starts_at timestamp with time zone NOT NULL,
  ends_at timestamp with time zone NOT NULL,
  status text NOT NULL DEFAULT 'booked'::text,
  revision integer NOT NULL DEFAULT 0,
  made_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  CONSTRAINT appointment_check CHECK (((ends_at > starts_at) AND ((ends_at - starts_at) <= '24:00:00'::interval))),
  CONSTRAINT appointment_check1 CHECK (((means = 'room'::text) = (room_id IS NOT NULL))),
  CONSTRAINT appointment_kind_check CHECK ((kind = ANY (ARRAY['miam'::text, 'session'::text]))),
  CONSTRAINT appointment_means_check CHECK ((means = ANY (ARRAY['room'::text, 'telephone'::text, 'online'::text]))),
  CONSTRAINT appointment_status_check CHECK ((status = ANY (ARRAY['booked'::text, 'held'::text, 'not_held'::text, 'cancelled'::text]))),
  CONSTRAINT appointment_zone_check CHECK ((zone = ANY (ARRAY['A'::text, 'B'::text, 'both'::text]))),
  CONSTRAINT appointment_case_id_fkey FOREIGN KEY (case_id) REFERENCES ev.case_file(id),
  CONSTRAINT appointment_mediator_id_fkey FOREIGN KEY (mediator_id) REFERENCES ev.staff(id),
  CONSTRAINT appointment_room_id_fkey FOREIGN KEY (room_id) REFERENCES ev.room(id),
  CONSTRAINT appointment_pkey PRIMARY KEY (id),
  CONSTRAINT appointment_in_case UNIQUE (id, case_id),
  CONSTRAINT appointment_in_zone UNIQUE (id, case_id, zone),
  CONSTRAINT appointment_mediator_free EXCLUDE USING gist (mediator_id WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE ((status <> 'cancelled'::text)),
  CONSTRAINT appointment_room_free EXCLUDE USING gist (room_id WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE (((status <> 'cancelled'::text) AND (room_id IS NOT NULL)))
);

CREATE TABLE ev.arrangement (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  case_id uuid NOT NULL,
  child_id uuid NOT NULL,
  zone text NOT NULL,
  said_on date NOT NULL,
  lives text NOT NULL,
  time_with text NOT NULL,
  holidays text NOT NULL,
  school text NOT NULL,
  author uuid NOT NULL DEFAULT ev.actor(),
  recorded_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  turn bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  CONSTRAINT arrangement_check CHECK ((said_on <= ((recorded_at AT TIME ZONE 'Europe/London'::text))::date)),
  CONSTRAINT arrangement_says_something CHECK (((lives <> ''::text) OR (time_with <> ''::text) OR (holidays <> ''::text) OR (school <> ''::text))),
  CONSTRAINT arrangement_zone_check CHECK ((zone = ANY (ARRAY['A'::text, 'B'::text, 'both'::text]))),
  CONSTRAINT arrangement_case_id_fkey FOREIGN KEY (case_id) REFERENCES ev.case_file(id),
  CONSTRAINT arrangement_of FOREIGN KEY (child_id, case_id) REFERENCES ev.child(id, case_id),
  CONSTRAINT arrangement_pkey PRIMARY KEY (id)
);

CREATE TABLE ev.arrival_plan (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  case_id uuid NOT NULL,
  apart boolean NOT NULL,
  first_side text,
  gap_minutes integer,
  set_by uuid DEFAULT ev.actor(),
  set_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  turn bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  CONSTRAINT arrival_plan_check CHECK (((apart = (first_side IS NOT NULL)) AND (apart = (gap_minutes IS NOT NULL)))),
  CONSTRAINT arrival_plan_first_side_check CHECK ((first_side = ANY (ARRAY['A'::text, 'B'::text]))),
  CONSTRAINT arrival_plan_gap_minutes_check CHECK (((gap_minutes >= 5) AND (gap_minutes <= 60))),
  CONSTRAINT arrival_plan_case_id_fkey FOREIGN KEY (case_id) REFERENCES ev.case_file(id),
  CONSTRAINT arrival_plan_pkey PRIMARY KEY (id)
);

CREATE TABLE ev.attendance (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  appointment_id uuid NOT NULL,
  case_id uuid NOT NULL,
  party_id uuid NOT NULL,
  zone text NOT NULL,
  status text NOT NULL DEFAULT 'expected'::text,
  settled_at timestamp with time zone,
  calendar_uid uuid NOT NULL DEFAULT gen_random_uuid(),
  arrives_at timestamp with time zone,
  leaves_at timestamp with time zone,
  waits_apart boolean NOT NULL DEFAULT false,
  own_changes integer NOT NULL DEFAULT 0,
  CONSTRAINT attendance_status_check CHECK ((status = ANY (ARRAY['expected'::text, 'attended'::text, 'cancelled'::text, 'not_attended'::text, 'called_off'::text]))),
  CONSTRAINT attendance_times CHECK (((arrives_at < leaves_at) AND ((arrives_at IS NULL) = (leaves_at IS NULL)))),
  CONSTRAINT attendance_zone_check CHECK ((zone = ANY (ARRAY['A'::text, 'B'::text]))),
  CONSTRAINT attendance_appointment_id_fkey FOREIGN KEY (appointment_id) REFERENCES ev.appointment(id),
  CONSTRAINT attendance_case_id_fkey FOREIGN KEY (case_id) REFERENCES ev.case_file(id),
  CONSTRAINT attendance_party_id_fkey FOREIGN KEY (party_id) REFERENCES ev.party(id),
  CONSTRAINT attendance_pkey PRIMARY KEY (id),
  CONSTRAINT attendance_appointment_id_party_id_key UNIQUE (appointment_id, party_id),
  CONSTRAINT attendance_in_zone UNIQUE (id, appointment_id, case_id, zone)
);

CREATE TABLE ev.audit_seal (
  seq bigint NOT NULL,
  after_id bigint NOT NULL,
  from_xid xid8 NOT NULL,
  to_xid xid8 NOT NULL,
  last_id bigint NOT NULL,
  parts jsonb NOT NULL,
  previous_head text NOT NULL,
  head text NOT NULL,
  sealed_at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT audit_seal_range CHECK ((to_xid > from_xid)),
  CONSTRAINT audit_seal_seq_check CHECK ((seq > 0)),
  CONSTRAINT audit_seal_pkey PRIMARY KEY (seq),
  CONSTRAINT audit_seal_head_key UNIQUE (head)
);

CREATE TABLE ev.authenticator_reset (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  staff_id uuid NOT NULL,
  asked_by uuid NOT NULL DEFAULT ev.actor(),
  asked_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  approved_by uuid,
  approved_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  CONSTRAINT authenticator_reset_check CHECK (((approved_by IS NULL) = (approved_at IS NULL))),
  CONSTRAINT authenticator_reset_not_own CHECK (((staff_id <> asked_by) AND (staff_id <> approved_by))),
  CONSTRAINT authenticator_reset_two_people CHECK ((approved_by <> asked_by)),
  CONSTRAINT authenticator_reset_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES ev.staff(id) ON DELETE CASCADE,
  CONSTRAINT authenticator_reset_pkey PRIMARY KEY (id)
);

CREATE TABLE ev.backup (
  id uuid NOT NULL,
  made_at timestamp with time zone NOT NULL,
  file_name text NOT NULL,
  size_bytes bigint NOT NULL,
  key_name text NOT NULL,
  CONSTRAINT backup_size_bytes_check CHECK ((size_bytes > 0)),
  CONSTRAINT backup_pkey PRIMARY KEY (id)
);

CREATE TABLE ev.booking_exception (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  case_id uuid NOT NULL,
  appointment_id uuid NOT NULL,
  against text NOT NULL,
  reason text NOT NULL,
  author uuid NOT NULL DEFAULT ev.actor(),
  recorded_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  CONSTRAINT booking_exception_against_check CHECK ((against = ANY (ARRAY['bank-holiday'::text, 'not-working'::text, 'not-open'::text, 'break'::text, 'away'::text, 'elsewhere'::text, 'travel'::text, 'one-waiting-room'::text]))),
  CONSTRAINT booking_exception_reason_check CHECK ((reason <> ''::text)),
  CONSTRAINT booking_exception_case_id_fkey FOREIGN KEY (case_id) REFERENCES ev.case_file(id),
  CONSTRAINT booking_exception_of FOREIGN KEY (appointment_id, case_id) REFERENCES ev.appointment(id, case_id),
  CONSTRAINT booking_exception_pkey PRIMARY KEY (id)
);

CREATE TABLE ev.breach (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  reference text NOT NULL,
  kind text NOT NULL,
  way text NOT NULL,
  what text NOT NULL,
  aware_at timestamp with time zone NOT NULL,
  made_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  made_by uuid NOT NULL,
  case_id uuid,
  message_id uuid,
  contained text,
  whose text,
  people_count integer,
  delicate boolean,
  consequences text,
  risk text,
  notify text,
  notify_reason text,
  notify_by uuid,
  notify_at timestamp with time zone,
  tell text,
  tell_reason text,
  tell_by uuid,
  tell_at timestamp with time zone,
  controller text,
  charity text,
  charity_reason text,
  charity_by uuid,
  measures text,
  closed_on date,
  closed_by uuid,
  CONSTRAINT breach_all_answered CHECK (((closed_on IS NULL) OR ((COALESCE(measures, ''::text) <> ''::text) AND ((kind = 'near_miss'::text) OR ((contained <> ''::text) AND (risk IS NOT NULL) AND (notify IS NOT NULL) AND (tell IS NOT NULL) AND (charity IS NOT NULL)))))),
  CONSTRAINT breach_charity CHECK ((((charity IS NULL) = (charity_by IS NULL)) AND ((charity IS NULL) OR (charity = 'none'::text) OR (COALESCE(charity_reason, ''::text) <> ''::text)))),
  CONSTRAINT breach_charity_check CHECK ((charity = ANY (ARRAY['yes'::text, 'no'::text, 'none'::text]))),
  CONSTRAINT breach_closed CHECK (((closed_on IS NULL) = (closed_by IS NULL))),
  CONSTRAINT breach_controller_check CHECK ((controller = ANY (ARRAY['yes'::text, 'no'::text]))),
  CONSTRAINT breach_kind_check CHECK ((kind = ANY (ARRAY['breach'::text, 'near_miss'::text]))),
  CONSTRAINT breach_must_report CHECK (((notify IS DISTINCT FROM 'no'::text) OR (risk = 'unlikely'::text))),
  CONSTRAINT breach_notify CHECK ((((notify IS NULL) = (notify_by IS NULL)) AND ((notify IS NULL) = (notify_at IS NULL)) AND ((notify IS NULL) OR (COALESCE(notify_reason, ''::text) <> ''::text)))),
  CONSTRAINT breach_notify_check CHECK ((notify = ANY (ARRAY['yes'::text, 'no'::text]))),
  CONSTRAINT breach_people_count_check CHECK ((people_count >= 0)),
  CONSTRAINT breach_risk CHECK (((risk IS NULL) OR (COALESCE(consequences, ''::text) <> ''::text))),
  CONSTRAINT breach_risk_check CHECK ((risk = ANY (ARRAY['unlikely'::text, 'likely'::text, 'high'::text]))),
  CONSTRAINT breach_tell CHECK ((((tell IS NULL) = (tell_by IS NULL)) AND ((tell IS NULL) = (tell_at IS NULL)) AND ((tell IS NULL) OR (COALESCE(tell_reason, ''::text) <> ''::text)))),
  CONSTRAINT breach_tell_check CHECK ((tell = ANY (ARRAY['yes'::text, 'no'::text]))),
  CONSTRAINT breach_way_check CHECK ((way = ANY (ARRAY['wrong_person'::text, 'lost'::text, 'stolen'::text, 'overheard'::text, 'broken_into'::text, 'not_there'::text, 'destroyed'::text, 'wrong'::text, 'other'::text]))),
  CONSTRAINT breach_what_check CHECK ((what <> ''::text)),
  CONSTRAINT breach_case_id_fkey FOREIGN KEY (case_id) REFERENCES ev.case_file(id) ON DELETE SET NULL,
  CONSTRAINT breach_charity_by_fkey FOREIGN KEY (charity_by) REFERENCES ev.staff(id),
  CONSTRAINT breach_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES ev.staff(id),
  CONSTRAINT breach_made_by_fkey FOREIGN KEY (made_by) REFERENCES ev.staff(id),
  CONSTRAINT breach_message_id_fkey FOREIGN KEY (message_id) REFERENCES ev.message(id) ON DELETE SET NULL,
  CONSTRAINT breach_notify_by_fkey FOREIGN KEY (notify_by) REFERENCES ev.staff(id),
  CONSTRAINT breach_tell_by_fkey FOREIGN KEY (tell_by) REFERENCES ev.staff(id),
  CONSTRAINT breach_pkey PRIMARY KEY (id),
  CONSTRAINT breach_reference_key UNIQUE (reference)
);

CREATE TABLE ev.breach_report (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  breach_id uuid NOT NULL,
  told text NOT NULL,
  how text NOT NULL,
  words text NOT NULL,
  their_reference text,
  late_reason text,
  told_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  made_by uuid NOT NULL,
  CONSTRAINT breach_report_how_check CHECK ((how = ANY (ARRAY['online'::text, 'telephone'::text, 'email'::text, 'letter'::text, 'in_person'::text]))),
  CONSTRAINT breach_report_told_check CHECK ((told = ANY (ARRAY['regulator'::text, 'controller'::text, 'people'::text, 'charity'::text]))),
  CONSTRAINT breach_report_words_check CHECK ((words <> ''::text)),
  CONSTRAINT breach_report_breach_id_fkey FOREIGN KEY (breach_id) REFERENCES ev.breach(id),
  CONSTRAINT breach_report_made_by_fkey FOREIGN KEY (made_by) REFERENCES ev.staff(id),
  CONSTRAINT breach_report_pkey PRIMARY KEY (id)
);

CREATE TABLE ev.calendar_feed (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  staff_id uuid NOT NULL DEFAULT ev.actor(),
  token_hash bytea NOT NULL,
  wording text NOT NULL,
  made_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  ended_at timestamp with time zone,
  CONSTRAINT calendar_feed_token_hash_check CHECK ((length(token_hash) = 32)),
  CONSTRAINT calendar_feed_wording_check CHECK ((wording = ANY (ARRAY['neutral'::text, 'reference'::text]))),
  CONSTRAINT calendar_feed_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES ev.staff(id) ON DELETE CASCADE,
  CONSTRAINT calendar_feed_pkey PRIMARY KEY (id),
  CONSTRAINT calendar_feed_token UNIQUE (token_hash)
);

CREATE TABLE ev.case_fact (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  opened_year integer NOT NULL,
  closed_year integer NOT NULL,
  topic text NOT NULL,
  channel text NOT NULL,
  outcome text NOT NULL,
  miams text NOT NULL,
  sessions text NOT NULL,
  children text NOT NULL,
  CONSTRAINT case_fact_children_check CHECK ((children = ANY (ARRAY['0'::text, '1'::text, '2'::text, '3+'::text]))),
  CONSTRAINT case_fact_miams_check CHECK ((miams = ANY (ARRAY['0'::text, '1'::text, '2'::text]))),
  CONSTRAINT case_fact_sessions_check CHECK ((sessions = ANY (ARRAY['0'::text, '1-2'::text, '3-5'::text, '6+'::text]))),
  CONSTRAINT case_fact_pkey PRIMARY KEY (id)
);

CREATE TABLE ev.case_file (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  reference text NOT NULL,
  opened_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  status text NOT NULL DEFAULT 'live'::text,
  topic text NOT NULL,
  channel text NOT NULL,
  mediator_id uuid,
  closed_on date,
  outcome text,
  CONSTRAINT case_file_check CHECK (((status = 'closed'::text) = (closed_on IS NOT NULL))),
  CONSTRAINT case_file_check1 CHECK (((status = 'closed'::text) = (outcome IS NOT NULL))),
  CONSTRAINT case_file_outcome_check CHECK ((outcome = ANY (ARRAY['agreement'::text, 'part_agreement'::text, 'no_agreement'::text, 'miam_only'::text, 'not_suitable'::text, 'withdrawn'::text]))),
  CONSTRAINT case_file_status_check CHECK ((status = ANY (ARRAY['live'::text, 'closed'::text]))),
  CONSTRAINT case_file_topic_check CHECK ((topic = ANY (ARRAY['children'::text, 'money'::text, 'both'::text]))),
  CONSTRAINT case_file_mediator_id_fkey FOREIGN KEY (mediator_id) REFERENCES ev.staff(id),
  CONSTRAINT case_file_pkey PRIMARY KEY (id),
  CONSTRAINT case_file_reference_key UNIQUE (reference)
);

CREATE TABLE ev.case_key (
  case_id uuid NOT NULL,
  wrapped text NOT NULL,
  CONSTRAINT case_key_case_id_fkey FOREIGN KEY (case_id) REFERENCES ev.case_file(id),
  CONSTRAINT case_key_pkey PRIMARY KEY (case_id)
);

CREATE TABLE ev.case_reason (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  case_id uuid NOT NULL,
  act text NOT NULL,
  words text NOT NULL,
  author uuid NOT NULL DEFAULT ev.actor(),
  recorded_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  CONSTRAINT case_reason_act_check CHECK ((act = ANY (ARRAY['closed'::text, 'reopened'::text, 'given'::text]))),
  CONSTRAINT case_reason_words_check CHECK ((words <> ''::text)),
  CONSTRAINT case_reason_case_id_fkey FOREIGN KEY (case_id) REFERENCES ev.case_file(id),
  CONSTRAINT case_reason_pkey PRIMARY KEY (id)
);

CREATE TABLE ev.category_place (
  category text NOT NULL,
  tab text NOT NULL,
  CONSTRAINT category_place_pkey PRIMARY KEY (category, tab)
);

CREATE TABLE ev.child (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  case_id uuid NOT NULL,
  given_name text NOT NULL,
  family_name text NOT NULL DEFAULT ''::text,
  birth_date text,
  made_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  name_folded text NOT NULL GENERATED ALWAYS AS (ev.plain_name(((given_name || ' '::text) || family_name))),
  name_turned text NOT NULL GENERATED ALWAYS AS (ev.plain_name(((family_name || ' '::text) || given_name))),
  name_keys text[] NOT NULL GENERATED ALWAYS AS (ev.name_keys(((given_name || ' '::text) || family_name))),
  CONSTRAINT child_birth_date_check CHECK (ev.is_partial_date(birth_date)),
  CONSTRAINT child_case_id_fkey FOREIGN KEY (case_id) REFERENCES ev.case_file(id),
  CONSTRAINT child_pkey PRIMARY KEY (id),
  CONSTRAINT child_in_case UNIQUE (id, case_id)
);

CREATE TABLE ev.child_agreement (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  case_id uuid NOT NULL,
  child_id uuid NOT NULL,
  who text NOT NULL,
  agreed boolean NOT NULL,
  on_day date NOT NULL,
  author uuid NOT NULL DEFAULT ev.actor(),
  recorded_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  turn bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  CONSTRAINT child_agreement_who_check CHECK ((who = ANY (ARRAY['A'::text, 'B'::text, 'child'::text]))),
  CONSTRAINT child_agreement_case_id_fkey FOREIGN KEY (case_id) REFERENCES ev.case_file(id),
  CONSTRAINT child_agreement_of FOREIGN KEY (child_id, case_id) REFERENCES ev.child(id, case_id),
  CONSTRAINT child_agreement_pkey PRIMARY KEY (id)
);

CREATE TABLE ev.child_meeting (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  case_id uuid NOT NULL,
  child_id uuid NOT NULL,
  mediator_id uuid NOT NULL,
  starts_at timestamp with time zone NOT NULL,
  ends_at timestamp with time zone NOT NULL,
  status text NOT NULL DEFAULT 'booked'::text,
  author uuid NOT NULL DEFAULT ev.actor(),
  made_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  CONSTRAINT child_meeting_check CHECK ((ends_at > starts_at)),
  CONSTRAINT child_meeting_status_check CHECK ((status = ANY (ARRAY['booked'::text, 'held'::text, 'not_held'::text]))),
  CONSTRAINT child_meeting_case_id_fkey FOREIGN KEY (case_id) REFERENCES ev.case_file(id),
  CONSTRAINT child_meeting_mediator_id_fkey FOREIGN KEY (mediator_id) REFERENCES ev.staff(id),
  CONSTRAINT child_meeting_of FOREIGN KEY (child_id, case_id) REFERENCES ev.child(id, case_id),
  CONSTRAINT child_meeting_pkey PRIMARY KEY (id),
  CONSTRAINT child_meeting_held_by UNIQUE (id, case_id, mediator_id),
  CONSTRAINT child_meeting_mediator_free EXCLUDE USING gist (mediator_id WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE ((status <> 'not_held'::text))
);

CREATE TABLE ev.child_word (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  case_id uuid NOT NULL,
  meeting_id uuid NOT NULL,
  mediator_id uuid NOT NULL,
  words text NOT NULL,
  may_tell boolean NOT NULL,
  told_on date,
  author uuid NOT NULL DEFAULT ev.actor(),
  recorded_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  CONSTRAINT child_word_may_be_told CHECK (((told_on IS NULL) OR may_tell)),
  CONSTRAINT child_word_words_check CHECK ((words <> ''::text)),
  CONSTRAINT child_word_case_id_fkey FOREIGN KEY (case_id) REFERENCES ev.case_file(id),
  CONSTRAINT child_word_of FOREIGN KEY (meeting_id, case_id, mediator_id) REFERENCES ev.child_meeting(id, case_id, mediator_id),
  CONSTRAINT child_word_pkey PRIMARY KEY (id)
);

CREATE TABLE ev.closure_request (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  case_id uuid NOT NULL,
  outcome text NOT NULL,
  reason text NOT NULL DEFAULT ''::text,
  author uuid NOT NULL DEFAULT ev.actor(),
  asked_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  settled_at timestamp with time zone,
  CONSTRAINT closure_request_outcome_check CHECK ((outcome = ANY (ARRAY['agreement'::text, 'part_agreement'::text, 'no_agreement'::text, 'miam_only'::text, 'not_suitable'::text, 'withdrawn'::text]))),
  CONSTRAINT closure_request_case_id_fkey FOREIGN KEY (case_id) REFERENCES ev.case_file(id),
  CONSTRAINT closure_request_pkey PRIMARY KEY (id),
  CONSTRAINT closure_request_in_case UNIQUE (id, case_id)
);

CREATE TABLE ev.complaint (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  reference text NOT NULL,
  about text NOT NULL,
  channel text NOT NULL,
  received_on date NOT NULL DEFAULT ((ev.service_now() AT TIME ZONE 'Europe/London'::text))::date,
  made_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  taken_by uuid,
  made_for text NOT NULL,
  given_name text NOT NULL DEFAULT ''::text,
  family_name text NOT NULL DEFAULT ''::text,
  representative text,
  organisation text,
  given_contact text,
  details text NOT NULL DEFAULT ''::text,
  wanted text,
  about_whom text,
  about_staff uuid,
  person_id uuid,
  matched_on date,
  matched_by uuid,
  acknowledged_on date,
  acknowledged_by uuid,
  acknowledged_how text,
  closed_on date,
  closed_by uuid,
  outcome text,
  answer text,
  answered_how text,
  cause text,
  changed text,
  CONSTRAINT complaint_about_check CHECK ((about = ANY (ARRAY['service'::text, 'data'::text, 'both'::text]))),
  CONSTRAINT complaint_acknowledged CHECK ((((acknowledged_on IS NULL) = (acknowledged_how IS NULL)) AND ((acknowledged_on IS NULL) = (acknowledged_by IS NULL)))),
  CONSTRAINT complaint_acknowledged_how_check CHECK ((acknowledged_how = ANY (ARRAY['email'::text, 'letter'::text, 'spoken'::text]))),
  CONSTRAINT complaint_answered CHECK (((outcome IS NULL) OR (outcome = 'taken_back'::text) OR ((COALESCE(answer, ''::text) <> ''::text) AND (answered_how IS NOT NULL) AND (cause IS NOT NULL) AND (acknowledged_on IS NOT NULL)))),
  CONSTRAINT complaint_answered_how_check CHECK ((answered_how = ANY (ARRAY['email'::text, 'letter'::text, 'spoken'::text]))),
  CONSTRAINT complaint_cause_check CHECK ((cause = ANY (ARRAY['delay'::text, 'words'::text, 'manner'::text, 'secrecy'::text, 'wrong_data'::text, 'money'::text, 'access'::text, 'way_of_work'::text, 'other'::text, 'nothing_wrong'::text]))),
  CONSTRAINT complaint_changed CHECK (((outcome IS NULL) OR (outcome <> ALL (ARRAY['upheld'::text, 'partly'::text])) OR (COALESCE(changed, ''::text) <> ''::text))),
  CONSTRAINT complaint_channel_check CHECK ((channel = ANY (ARRAY['website'::text, 'portal'::text, 'letter'::text, 'email'::text, 'telephone'::text, 'in_person'::text]))),
  CONSTRAINT complaint_closed CHECK ((((closed_on IS NULL) = (outcome IS NULL)) AND ((closed_on IS NULL) = (closed_by IS NULL)))),
  CONSTRAINT complaint_made_for_check CHECK ((made_for = ANY (ARRAY['self'::text, 'represented'::text]))),
  CONSTRAINT complaint_outcome_check CHECK ((outcome = ANY (ARRAY['upheld'::text, 'partly'::text, 'not_upheld'::text, 'settled'::text, 'taken_back'::text]))),
  CONSTRAINT complaint_represented CHECK (((made_for = 'represented'::text) = (representative IS NOT NULL))),
  CONSTRAINT complaint_taken_by CHECK (((taken_by IS NULL) = (channel = ANY (ARRAY['website'::text, 'portal'::text])))),
  CONSTRAINT complaint_about_staff_fkey FOREIGN KEY (about_staff) REFERENCES ev.staff(id),
  CONSTRAINT complaint_acknowledged_by_fkey FOREIGN KEY (acknowledged_by) REFERENCES ev.staff(id),
  CONSTRAINT complaint_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES ev.staff(id),
  CONSTRAINT complaint_matched_by_fkey FOREIGN KEY (matched_by) REFERENCES ev.staff(id),
  CONSTRAINT complaint_person_id_fkey FOREIGN KEY (person_id) REFERENCES ev.person(id) ON DELETE SET NULL,
  CONSTRAINT complaint_taken_by_fkey FOREIGN KEY (taken_by) REFERENCES ev.staff(id),
  CONSTRAINT complaint_pkey PRIMARY KEY (id),
  CONSTRAINT complaint_reference_key UNIQUE (reference)
);

CREATE TABLE ev.complaint_step (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  complaint_id uuid NOT NULL,
  kind text NOT NULL,
  of_whom text,
  of_staff uuid,
  words text NOT NULL DEFAULT ''::text,
  how text,
  made_on date NOT NULL DEFAULT ((ev.service_now() AT TIME ZONE 'Europe/London'::text))::date,
  made_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  made_by uuid NOT NULL,
  CONSTRAINT complaint_step_asked CHECK (((kind <> 'asked'::text) OR (of_staff IS NOT NULL) OR (COALESCE(of_whom, ''::text) <> ''::text))),
  CONSTRAINT complaint_step_how_check CHECK ((how = ANY (ARRAY['email'::text, 'letter'::text, 'spoken'::text]))),
  CONSTRAINT complaint_step_kind_check CHECK ((kind = ANY (ARRAY['asked'::text, 'found'::text, 'told'::text]))),
  CONSTRAINT complaint_step_told CHECK (((kind = 'told'::text) = (how IS NOT NULL))),
  CONSTRAINT complaint_step_words CHECK (((kind = 'told'::text) OR (words <> ''::text))),
  CONSTRAINT complaint_step_complaint_id_fkey FOREIGN KEY (complaint_id) REFERENCES ev.complaint(id),
  CONSTRAINT complaint_step_made_by_fkey FOREIGN KEY (made_by) REFERENCES ev.staff(id),
  CONSTRAINT complaint_step_of_staff_fkey FOREIGN KEY (of_staff) REFERENCES ev.staff(id),
  CONSTRAINT complaint_step_pkey PRIMARY KEY (id)
);

CREATE TABLE ev.complaint_telling (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  complaint_id uuid NOT NULL,
  person_id uuid,
  decision text NOT NULL,
  safety_checked boolean NOT NULL,
  reason text NOT NULL,
  how text,
  made_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  made_by uuid NOT NULL,
  CONSTRAINT complaint_telling_decision_check CHECK ((decision = ANY (ARRAY['told'::text, 'not_told'::text]))),
  CONSTRAINT complaint_telling_how CHECK (((decision = 'told'::text) = (how IS NOT NULL))),
  CONSTRAINT complaint_telling_how_check CHECK ((how = ANY (ARRAY['email'::text, 'letter'::text, 'spoken'::text]))),
  CONSTRAINT complaint_telling_reason_check CHECK ((reason <> ''::text)),
  CONSTRAINT complaint_telling_safe CHECK (((decision = 'not_told'::text) OR safety_checked)),
  CONSTRAINT complaint_telling_complaint_id_fkey FOREIGN KEY (complaint_id) REFERENCES ev.complaint(id),
  CONSTRAINT complaint_telling_made_by_fkey FOREIGN KEY (made_by) REFERENCES ev.staff(id),
  CONSTRAINT complaint_telling_person_id_fkey FOREIGN KEY (person_id) REFERENCES ev.person(id) ON DELETE SET NULL,
  CONSTRAINT complaint_telling_pkey PRIMARY KEY (id)
);

CREATE TABLE ev.concern (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  case_id uuid,
  at_risk text NOT NULL,
  who text NOT NULL,
  seen text NOT NULL,
  seen_by text NOT NULL DEFAULT ''::text,
  urgent boolean NOT NULL,
  recorded_by uuid NOT NULL DEFAULT ev.actor(),
  recorded_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  decision text,
  decision_reason text,
  consent text,
  consent_reason text,
  decided_by uuid,
  decided_at timestamp with time zone,
  review_by timestamp with time zone,
  reviewed_by uuid,
  reviewed_at timestamp with time zone,
  review text,
  closed_on date,
  closed_by uuid,
  CONSTRAINT concern_at_risk_check CHECK ((at_risk = ANY (ARRAY['child'::text, 'adult'::text, 'both'::text]))),
  CONSTRAINT concern_closed CHECK (((closed_on IS NULL) = (closed_by IS NULL))),
  CONSTRAINT concern_closed_after CHECK (((closed_on IS NULL) OR ((decision IS NOT NULL) AND ((review_by IS NULL) OR (reviewed_at IS NOT NULL))))),
  CONSTRAINT concern_consent_check CHECK ((consent = ANY (ARRAY['agreed'::text, 'refused'::text, 'not_asked'::text]))),
  CONSTRAINT concern_decided CHECK (((num_nonnulls(decision, decided_by, decided_at, consent) = ANY (ARRAY[0, 4])) AND ((decision IS NULL) OR (COALESCE(decision_reason, ''::text) <> ''::text)) AND ((consent IS DISTINCT FROM 'not_asked'::text) OR (COALESCE(consent_reason, ''::text) <> ''::text)))),
  CONSTRAINT concern_decision_check CHECK ((decision = ANY (ARRAY['tell'::text, 'watch'::text, 'none'::text]))),
  CONSTRAINT concern_review_due CHECK (((review_by IS NOT NULL) = ((decided_by IS NOT NULL) AND (decided_by = recorded_by)))),
  CONSTRAINT concern_reviewed CHECK (((num_nonnulls(reviewed_by, reviewed_at, review) = ANY (ARRAY[0, 3])) AND ((reviewed_by IS NULL) OR (reviewed_by <> decided_by)))),
  CONSTRAINT concern_seen_check CHECK ((seen <> ''::text)),
  CONSTRAINT concern_two_people CHECK (((decided_by IS NULL) OR (decided_by <> recorded_by) OR urgent)),
  CONSTRAINT concern_who_check CHECK ((who <> ''::text)),
  CONSTRAINT concern_case_id_fkey FOREIGN KEY (case_id) REFERENCES ev.case_file(id) ON DELETE SET NULL,
  CONSTRAINT concern_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES ev.staff(id),
  CONSTRAINT concern_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES ev.staff(id),
  CONSTRAINT concern_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES ev.staff(id),
  CONSTRAINT concern_reviewed_by_fkey FOREIGN KEY (reviewed_by) REFERENCES ev.staff(id),
  CONSTRAINT concern_pkey PRIMARY KEY (id)
);

CREATE TABLE ev.consent_count (
  day date NOT NULL,
  wording_hash text NOT NULL,
  choice text NOT NULL,
  choices integer NOT NULL DEFAULT 0,
  CONSTRAINT consent_count_choice_check CHECK ((choice = ANY (ARRAY['accepted'::text, 'refused'::text]))),
  CONSTRAINT consent_count_choices_check CHECK ((choices >= 0)),
  CONSTRAINT consent_count_pkey PRIMARY KEY (day, wording_hash, choice)
);

CREATE TABLE ev.consent_event (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  subject_id uuid NOT NULL,
  scope text NOT NULL,
  act text NOT NULL,
  wording_hash text NOT NULL,
  policy_hash text NOT NULL,
  channel text NOT NULL,
  at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  recorded_by uuid DEFAULT ev.actor(),
  receipt text,
  CONSTRAINT consent_event_act_check CHECK ((act = ANY (ARRAY['given'::text, 'refused'::text, 'withdrawn'::text]))),
  CONSTRAINT consent_event_channel_check CHECK ((channel = ANY (ARRAY['website'::text, 'telephone'::text, 'office'::text]))),
  CONSTRAINT consent_event_receipt_check CHECK ((receipt = ANY (ARRAY['due'::text, 'written'::text, 'none'::text]))),
  CONSTRAINT consent_receipt CHECK (((receipt IS NULL) OR (act = 'withdrawn'::text))),
  CONSTRAINT consent_event_pkey PRIMARY KEY (id)
);

CREATE TABLE ev.consent_subject (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  enquiry_id uuid,
  person_id uuid,
  CONSTRAINT consent_subject_check CHECK ((num_nonnulls(enquiry_id, person_id) >= 1)),
  CONSTRAINT consent_subject_enquiry_id_fkey FOREIGN KEY (enquiry_id) REFERENCES ev.enquiry(id) ON DELETE SET NULL,
  CONSTRAINT consent_subject_person_id_fkey FOREIGN KEY (person_id) REFERENCES ev.person(id),
  CONSTRAINT consent_subject_pkey PRIMARY KEY (id)
);

CREATE TABLE ev.contact_point (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  person_id uuid NOT NULL,
  kind text NOT NULL,
  value text,
  value_folded text,
  source text NOT NULL,
  safety text NOT NULL DEFAULT 'not_asked'::text,
  voicemail_safety text NOT NULL DEFAULT 'not_asked'::text,
  made_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  ended_at timestamp with time zone,
  confirmed_at timestamp with time zone,
  replaces_id uuid,
  recorded_by uuid DEFAULT ev.actor(),
  CONSTRAINT contact_point_kind_check CHECK ((kind = ANY (ARRAY['email'::text, 'telephone'::text, 'address'::text]))),
  CONSTRAINT contact_point_safety_check CHECK ((safety = ANY (ARRAY['safe'::text, 'unsafe'::text, 'not_asked'::text]))),
  CONSTRAINT contact_point_source_check CHECK ((source = ANY (ARRAY['self'::text, 'other_party'::text, 'referrer'::text, 'staff'::text]))),
  CONSTRAINT contact_point_told_is_not_safe CHECK (((source = ANY (ARRAY['self'::text, 'staff'::text])) OR (confirmed_at IS NOT NULL) OR ((safety <> 'safe'::text) AND (voicemail_safety <> 'safe'::text)))),
  CONSTRAINT contact_point_voicemail_safety_check CHECK ((voicemail_safety = ANY (ARRAY['safe'::text, 'unsafe'::text, 'not_asked'::text]))),
  CONSTRAINT contact_point_without_address CHECK ((((kind = 'address'::text) = (value IS NULL)) AND ((value IS NULL) = (value_folded IS NULL)))),
  CONSTRAINT contact_point_person_id_fkey FOREIGN KEY (person_id) REFERENCES ev.person(id),
  CONSTRAINT contact_point_replaces_id_fkey FOREIGN KEY (replaces_id) REFERENCES ev.contact_point(id),
  CONSTRAINT contact_point_pkey PRIMARY KEY (id)
);

CREATE TABLE ev.demonstration_clock (
  id boolean NOT NULL DEFAULT true,
  ahead_seconds bigint NOT NULL DEFAULT 0,
  CONSTRAINT demonstration_clock_ahead_seconds_check CHECK ((ahead_seconds >= 0)),
  CONSTRAINT demonstration_clock_id_check CHECK (id),
  CONSTRAINT demonstration_clock_pkey PRIMARY KEY (id)
);

CREATE TABLE ev.destruction_certificate (
  id uuid NOT NULL,
  aggregate text NOT NULL,
  rule text NOT NULL,
  policy_hash text NOT NULL,
  due_on date NOT NULL,
  destroyed_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  row_counts jsonb NOT NULL,
  file_count integer NOT NULL DEFAULT 0,
  paper_reference text,
  paper_destroyed_on date,
  paper_destroyed_by uuid,
  paper_place text,
  CONSTRAINT destruction_certificate_aggregate_check CHECK ((aggregate = ANY (ARRAY['case'::text, 'enquiry'::text, 'returning'::text, 'person'::text]))),
  CONSTRAINT destruction_certificate_check CHECK (((paper_reference IS NULL) OR (paper_destroyed_on IS NULL))),
  CONSTRAINT paper_place_while_there CHECK (((paper_place IS NULL) OR (paper_reference IS NOT NULL))),
  CONSTRAINT destruction_certificate_pkey PRIMARY KEY (id)
);

CREATE TABLE ev.details_confirmed (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  person_id uuid NOT NULL,
  confirmed_by uuid DEFAULT ev.actor(),
  confirmed_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  CONSTRAINT details_confirmed_person_id_fkey FOREIGN KEY (person_id) REFERENCES ev.person(id),
  CONSTRAINT details_confirmed_pkey PRIMARY KEY (id)
);

CREATE TABLE ev.disclosure (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  case_id uuid NOT NULL,
  recipient text NOT NULL,
  ground text NOT NULL,
  law_kind text,
  authority text,
  side text NOT NULL,
  hidden boolean NOT NULL,
  concern_id uuid,
  file_ids uuid[] NOT NULL DEFAULT '{}'::uuid[],
  facts text[] NOT NULL DEFAULT '{}'::text[],
  words text NOT NULL DEFAULT ''::text,
  words_quality text,
  reason text NOT NULL,
  decided_by uuid NOT NULL DEFAULT ev.actor(),
  decided_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  policy_hash text NOT NULL,
  sent_at timestamp with time zone,
  sent_by uuid,
  sent_how text,
  stopped_at timestamp with time zone,
  stopped_by uuid,
  stopped_why text,
  CONSTRAINT disclosure_concern CHECK (((ground = 'safeguarding'::text) = (concern_id IS NOT NULL))),
  CONSTRAINT disclosure_ground_check CHECK ((ground = ANY (ARRAY['agreement'::text, 'wish'::text, 'consent'::text, 'law'::text, 'safeguarding'::text, 'complaint'::text, 'instructed'::text]))),
  CONSTRAINT disclosure_hidden CHECK ((hidden OR ((ground <> 'safeguarding'::text) AND COALESCE((law_kind <> ALL (ARRAY['proceeds'::text, 'national_security'::text])), true)))),
  CONSTRAINT disclosure_law CHECK ((((ground = 'law'::text) = (law_kind IS NOT NULL)) AND ((ground <> ALL (ARRAY['law'::text, 'complaint'::text, 'instructed'::text])) OR (COALESCE(authority, ''::text) <> ''::text)))),
  CONSTRAINT disclosure_law_kind_check CHECK ((law_kind = ANY (ARRAY['court'::text, 'crime'::text, 'tax'::text, 'national_security'::text, 'proceeds'::text, 'inspection'::text]))),
  CONSTRAINT disclosure_reason_check CHECK ((reason <> ''::text)),
  CONSTRAINT disclosure_sent CHECK ((num_nonnulls(sent_at, sent_by, sent_how) = ANY (ARRAY[0, 3]))),
  CONSTRAINT disclosure_sent_how_check CHECK ((sent_how = ANY (ARRAY['post'::text, 'email'::text, 'by_hand'::text, 'telephone'::text, 'their_website'::text]))),
  CONSTRAINT disclosure_side_check CHECK ((side = ANY (ARRAY['A'::text, 'B'::text, 'both'::text]))),
  CONSTRAINT disclosure_something CHECK (((file_ids <> '{}'::uuid[]) OR (facts <> '{}'::text[]) OR (words <> ''::text))),
  CONSTRAINT disclosure_stopped CHECK (((num_nonnulls(stopped_at, stopped_by, stopped_why) = ANY (ARRAY[0, 3])) AND ((sent_at IS NULL) OR (stopped_at IS NULL)))),
  CONSTRAINT disclosure_words CHECK (((words <> ''::text) = (words_quality IS NOT NULL))),
  CONSTRAINT disclosure_words_quality_check CHECK ((words_quality = ANY (ARRAY['open'::text, 'without_prejudice'::text]))),
  CONSTRAINT disclosure_case_id_fkey FOREIGN KEY (case_id) REFERENCES ev.case_file(id),
  CONSTRAINT disclosure_concern_id_fkey FOREIGN KEY (concern_id) REFERENCES ev.concern(id),
  CONSTRAINT disclosure_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES ev.staff(id),
  CONSTRAINT disclosure_sent_by_fkey FOREIGN KEY (sent_by) REFERENCES ev.staff(id),
  CONSTRAINT disclosure_stopped_by_fkey FOREIGN KEY (stopped_by) REFERENCES ev.staff(id),
  CONSTRAINT disclosure_pkey PRIMARY KEY (id)
);

CREATE TABLE ev.draft (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  author uuid NOT NULL DEFAULT ev.actor(),
  form text NOT NULL,
  subject_id uuid NOT NULL,
  case_id uuid,
  sealed text NOT NULL,
  saved_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  CONSTRAINT draft_case_id_fkey FOREIGN KEY (case_id) REFERENCES ev.case_file(id),
  CONSTRAINT draft_pkey PRIMARY KEY (id),
  CONSTRAINT draft_author_form_subject_id_key UNIQUE (author, form, subject_id)
);

CREATE TABLE ev.enquiry (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  reference text NOT NULL,
  channel text NOT NULL,
  received_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  asked_by text NOT NULL DEFAULT 'self'::text,
  organisation text,
  permission_stated boolean NOT NULL DEFAULT false,
  given_name text NOT NULL,
  family_name text NOT NULL,
  birth_date text,
  email text,
  email_folded text GENERATED ALWAYS AS (lower(email)),
  telephone text,
  telephone_digits text,
  address text,
  postcode text,
  email_safety text NOT NULL DEFAULT 'not_asked'::text,
  telephone_safety text NOT NULL DEFAULT 'not_asked'::text,
  letter_safety text NOT NULL DEFAULT 'not_asked'::text,
  voicemail_safety text NOT NULL DEFAULT 'not_asked'::text,
  contact_times text,
  other_given_name text,
  other_family_name text,
  topic text,
  message text NOT NULL DEFAULT ''::text,
  safety_note text,
  needs text,
  status text NOT NULL DEFAULT 'new'::text,
  answered_at timestamp with time zone,
  answered_by uuid,
  answer_note text,
  case_id uuid,
  received_on date NOT NULL DEFAULT ((ev.service_now() AT TIME ZONE 'Europe/London'::text))::date,
  heard_from text,
  wanted_on date,
  wanted_at text,
  side text,
  name_folded text NOT NULL GENERATED ALWAYS AS (ev.plain_name(((given_name || ' '::text) || family_name))),
  name_turned text NOT NULL GENERATED ALWAYS AS (ev.plain_name(((family_name || ' '::text) || given_name))),
  name_keys text[] NOT NULL GENERATED ALWAYS AS (ev.name_keys(((given_name || ' '::text) || family_name))),
  other_name_folded text NOT NULL GENERATED ALWAYS AS (ev.plain_name(((COALESCE(other_given_name, ''::text) || ' '::text) || COALESCE(other_family_name, ''::text)))),
  other_name_turned text NOT NULL GENERATED ALWAYS AS (ev.plain_name(((COALESCE(other_family_name, ''::text) || ' '::text) || COALESCE(other_given_name, ''::text)))),
  other_name_keys text[] NOT NULL GENERATED ALWAYS AS (ev.name_keys(((COALESCE(other_given_name, ''::text) || ' '::text) || COALESCE(other_family_name, ''::text)))),
  safe_days text,
  safe_from text,
  safe_until text,
  CONSTRAINT enquiry_asked_by_check CHECK ((asked_by = ANY (ARRAY['self'::text, 'solicitor'::text, 'agency'::text]))),
  CONSTRAINT enquiry_birth_date_check CHECK (ev.is_partial_date(birth_date)),
  CONSTRAINT enquiry_channel_check CHECK ((channel = ANY (ARRAY['contact_form'::text, 'self_referral'::text, 'telephone'::text, 'letter'::text, 'email'::text, 'visit'::text, 'referral'::text, 'call_request'::text]))),
  CONSTRAINT enquiry_check CHECK (((status = 'taken_on'::text) = (case_id IS NOT NULL))),
  CONSTRAINT enquiry_email_safety_check CHECK ((email_safety = ANY (ARRAY['safe'::text, 'unsafe'::text, 'not_asked'::text]))),
  CONSTRAINT enquiry_heard_from_check CHECK ((heard_from = ANY (ARRAY['court'::text, 'solicitor'::text, 'agency'::text, 'doctor_or_school'::text, 'friend_or_family'::text, 'search'::text, 'before'::text, 'other'::text]))),
  CONSTRAINT enquiry_hours CHECK ((((safe_from IS NULL) = (safe_until IS NULL)) AND (safe_from < safe_until))),
  CONSTRAINT enquiry_letter_safety_check CHECK ((letter_safety = ANY (ARRAY['safe'::text, 'unsafe'::text, 'not_asked'::text]))),
  CONSTRAINT enquiry_received_before_recorded CHECK ((received_on <= ((received_at AT TIME ZONE 'Europe/London'::text))::date)),
  CONSTRAINT enquiry_safe_days_check CHECK ((safe_days ~ '^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)( (Mon|Tue|Wed|Thu|Fri|Sat|Sun)){0,6}$'::text)),
  CONSTRAINT enquiry_safe_from_check CHECK ((safe_from ~ '^([01]\d|2[0-3]):[0-5]\d$'::text)),
  CONSTRAINT enquiry_safe_until_check CHECK ((safe_until ~ '^([01]\d|2[0-3]):[0-5]\d$'::text)),
  CONSTRAINT enquiry_side_check CHECK ((side = ANY (ARRAY['A'::text, 'B'::text]))),
  CONSTRAINT enquiry_status_check CHECK ((status = ANY (ARRAY['new'::text, 'answered'::text, 'taken_on'::text]))),
  CONSTRAINT enquiry_telephone_safety_check CHECK ((telephone_safety = ANY (ARRAY['safe'::text, 'unsafe'::text, 'not_asked'::text]))),
  CONSTRAINT enquiry_topic_check CHECK ((topic = ANY (ARRAY['children'::text, 'money'::text, 'both'::text, 'question'::text, 'other'::text]))),
  CONSTRAINT enquiry_voicemail_safety_check CHECK ((voicemail_safety = ANY (ARRAY['safe'::text, 'unsafe'::text, 'not_asked'::text]))),
  CONSTRAINT enquiry_wanted_at_check CHECK ((wanted_at = ANY (ARRAY['any'::text, 'morning'::text, 'afternoon'::text]))),
  CONSTRAINT enquiry_case_id_fkey FOREIGN KEY (case_id) REFERENCES ev.case_file(id),
  CONSTRAINT enquiry_pkey PRIMARY KEY (id),
  CONSTRAINT enquiry_reference_key UNIQUE (reference)
);

CREATE TABLE ev.enquiry_correction (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  enquiry_id uuid NOT NULL,
  case_id uuid,
  side text,
  request_id uuid,
  field text NOT NULL,
  was text,
  became text,
  words text,
  corrected_by uuid NOT NULL DEFAULT ev.actor(),
  corrected_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  CONSTRAINT enquiry_correction_field_check CHECK ((field = ANY (ARRAY['given_name'::text, 'family_name'::text, 'birth_date'::text, 'organisation'::text, 'email'::text, 'telephone'::text, 'address'::text, 'postcode'::text, 'email_safety'::text, 'telephone_safety'::text, 'letter_safety'::text, 'voicemail_safety'::text, 'contact_times'::text, 'safe_days'::text, 'safe_from'::text, 'safe_until'::text, 'heard_from'::text, 'topic'::text, 'needs'::text, 'message'::text, 'safety_note'::text, 'answer_note'::text]))),
  CONSTRAINT enquiry_correction_side_check CHECK ((side = ANY (ARRAY['A'::text, 'B'::text]))),
  CONSTRAINT enquiry_correction_words_check CHECK ((words <> ''::text)),
  CONSTRAINT enquiry_words_beside CHECK ((((words IS NOT NULL) = (field = ANY (ARRAY['message'::text, 'safety_note'::text, 'answer_note'::text]))) AND ((words IS NULL) OR (num_nonnulls(was, became) = 0)))),
  CONSTRAINT enquiry_correction_case_id_fkey FOREIGN KEY (case_id) REFERENCES ev.case_file(id),
  CONSTRAINT enquiry_correction_enquiry_id_fkey FOREIGN KEY (enquiry_id) REFERENCES ev.enquiry(id),
  CONSTRAINT enquiry_correction_request_id_fkey FOREIGN KEY (request_id) REFERENCES ev.rights_request(id) ON DELETE SET NULL,
  CONSTRAINT enquiry_correction_pkey PRIMARY KEY (id)
);

CREATE TABLE ev.erasure_order (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  request_id uuid NOT NULL,
  person_id uuid,
  enquiry_id uuid,
  categories text NOT NULL,
  decided_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  decided_by uuid NOT NULL DEFAULT ev.actor(),
  CONSTRAINT erasure_order_categories_check CHECK ((categories ~ '^[a-zA-Z.]+( [a-zA-Z.]+)*$'::text)),
  CONSTRAINT erasure_order_enquiry_id_fkey FOREIGN KEY (enquiry_id) REFERENCES ev.enquiry(id) ON DELETE SET NULL,
  CONSTRAINT erasure_order_person_id_fkey FOREIGN KEY (person_id) REFERENCES ev.person(id) ON DELETE SET NULL,
  CONSTRAINT erasure_order_request_id_fkey FOREIGN KEY (request_id) REFERENCES ev.rights_request(id) ON DELETE CASCADE,
  CONSTRAINT erasure_order_pkey PRIMARY KEY (id),
  CONSTRAINT erasure_order_request_id_key UNIQUE (request_id)
);

CREATE TABLE ev.file_item (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  case_id uuid NOT NULL,
  item text NOT NULL,
  zone text NOT NULL,
  on_day date NOT NULL,
  author uuid NOT NULL DEFAULT ev.actor(),
  recorded_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  CONSTRAINT file_item_item_check CHECK ((item = ANY (ARRAY['notice'::text, 'child_offer'::text]))),
  CONSTRAINT file_item_zone_check CHECK ((zone = ANY (ARRAY['A'::text, 'B'::text, 'both'::text]))),
  CONSTRAINT file_item_case_id_fkey FOREIGN KEY (case_id) REFERENCES ev.case_file(id),
  CONSTRAINT file_item_pkey PRIMARY KEY (id)
);

CREATE TABLE ev.file_review (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  case_id uuid NOT NULL,
  request_id uuid,
  verdict text NOT NULL,
  note text NOT NULL DEFAULT ''::text,
  author uuid NOT NULL DEFAULT ev.actor(),
  reviewed_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  CONSTRAINT file_review_check CHECK (((verdict = 'looked_at'::text) = (request_id IS NULL))),
  CONSTRAINT file_review_says_why CHECK (((verdict <> 'sent_back'::text) OR (note <> ''::text))),
  CONSTRAINT file_review_verdict_check CHECK ((verdict = ANY (ARRAY['looked_at'::text, 'approved'::text, 'sent_back'::text]))),
  CONSTRAINT file_review_case_id_fkey FOREIGN KEY (case_id) REFERENCES ev.case_file(id),
  CONSTRAINT file_review_of FOREIGN KEY (request_id, case_id) REFERENCES ev.closure_request(id, case_id),
  CONSTRAINT file_review_pkey PRIMARY KEY (id)
);

CREATE TABLE ev.file_sharing (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  case_id uuid NOT NULL,
  file_id uuid NOT NULL,
  from_zone text NOT NULL,
  because text NOT NULL,
  shared_by uuid NOT NULL DEFAULT ev.actor(),
  shared_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  CONSTRAINT file_sharing_from_zone_check CHECK ((from_zone = ANY (ARRAY['A'::text, 'B'::text, 'office'::text]))),
  CONSTRAINT file_sharing_case_id_fkey FOREIGN KEY (case_id) REFERENCES ev.case_file(id),
  CONSTRAINT file_sharing_file_id_fkey FOREIGN KEY (file_id) REFERENCES ev.stored_file(id),
  CONSTRAINT file_sharing_pkey PRIMARY KEY (id),
  CONSTRAINT file_sharing_once UNIQUE (file_id)
);

CREATE TABLE ev.follow_up (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  case_id uuid NOT NULL,
  words text NOT NULL,
  for_role text NOT NULL,
  for_staff uuid,
  due_on date NOT NULL,
  author uuid NOT NULL DEFAULT ev.actor(),
  made_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  done_at timestamp with time zone,
  done_by uuid,
  CONSTRAINT follow_up_check CHECK (((done_at IS NULL) = (done_by IS NULL))),
  CONSTRAINT follow_up_for_role_check CHECK ((for_role = ANY (ARRAY['coordinator'::text, 'mediator'::text, 'supervisor'::text]))),
  CONSTRAINT follow_up_words_check CHECK ((words <> ''::text)),
  CONSTRAINT follow_up_case_id_fkey FOREIGN KEY (case_id) REFERENCES ev.case_file(id),
  CONSTRAINT follow_up_for_staff_fkey FOREIGN KEY (for_staff) REFERENCES ev.staff(id),
  CONSTRAINT follow_up_pkey PRIMARY KEY (id)
);

CREATE TABLE ev.glass_break (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  case_id uuid NOT NULL,
  staff_id uuid NOT NULL,
  reason text NOT NULL,
  began_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  ends_at timestamp with time zone NOT NULL,
  review text,
  reviewed_by uuid,
  reviewed_at timestamp with time zone,
  CONSTRAINT glass_break_reason_check CHECK ((reason <> ''::text)),
  CONSTRAINT glass_break_reviewed CHECK (((num_nonnulls(review, reviewed_by, reviewed_at) = ANY (ARRAY[0, 3])) AND (reviewed_by IS DISTINCT FROM staff_id))),
  CONSTRAINT glass_break_short CHECK (((ends_at > began_at) AND (ends_at <= (began_at + '1 day'::interval)))),
  CONSTRAINT glass_break_case_id_fkey FOREIGN KEY (case_id) REFERENCES ev.case_file(id),
  CONSTRAINT glass_break_reviewed_by_fkey FOREIGN KEY (reviewed_by) REFERENCES ev.staff(id),
  CONSTRAINT glass_break_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES ev.staff(id),
  CONSTRAINT glass_break_pkey PRIMARY KEY (id)
);

CREATE TABLE ev.hold (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  case_id uuid NOT NULL,
  reason text NOT NULL,
  review_on date NOT NULL,
  placed_by uuid NOT NULL DEFAULT ev.actor(),
  placed_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  lifted_by uuid,
  lifted_at timestamp with time zone,
  kind text NOT NULL DEFAULT 'claim'::text,
  authority text NOT NULL DEFAULT 'ourselves'::text,
  side text,
  category text,
  CONSTRAINT hold_authority_check CHECK ((authority = ANY (ARRAY['court'::text, 'solicitor'::text, 'regulator'::text, 'insurer'::text, 'auditor'::text, 'police'::text, 'person'::text, 'ourselves'::text]))),
  CONSTRAINT hold_category_check CHECK ((category ~ '^[a-z]+\.[a-zA-Z]+$'::text)),
  CONSTRAINT hold_kind_check CHECK ((kind = ANY (ARRAY['claim'::text, 'complaint'::text, 'audit'::text, 'safeguarding'::text, 'request'::text]))),
  CONSTRAINT hold_review_soon CHECK ((review_on <= (((placed_at AT TIME ZONE 'Europe/London'::text))::date + '6 mons'::interval))),
  CONSTRAINT hold_side_check CHECK ((side = ANY (ARRAY['A'::text, 'B'::text]))),
  CONSTRAINT hold_case_id_fkey FOREIGN KEY (case_id) REFERENCES ev.case_file(id),
  CONSTRAINT hold_pkey PRIMARY KEY (id)
);

CREATE TABLE ev.holiday_opening (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  day date NOT NULL,
  open boolean NOT NULL,
  recorded_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  turn bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  recorded_by uuid DEFAULT ev.actor(),
  CONSTRAINT holiday_opening_pkey PRIMARY KEY (id)
);

CREATE TABLE ev.identity_check (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  request_id uuid NOT NULL,
  way text NOT NULL,
  contact_point_id uuid,
  held_before timestamp with time zone,
  code_hash text,
  tries integer NOT NULL DEFAULT 0,
  good_until date,
  made_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  made_by uuid,
  passed_at timestamp with time zone,
  passed_by uuid,
  CONSTRAINT identity_check_by CHECK (((way = 'portal'::text) OR ((made_by IS NOT NULL) AND ((passed_at IS NULL) = (passed_by IS NULL))))),
  CONSTRAINT identity_check_code CHECK ((((code_hash IS NOT NULL) = (way = ANY (ARRAY['email_code'::text, 'letter_code'::text]))) AND ((code_hash IS NULL) = (good_until IS NULL)))),
  CONSTRAINT identity_check_held CHECK (((held_before IS NOT NULL) = (way = ANY (ARRAY['email_code'::text, 'letter_code'::text, 'call_back'::text])))),
  CONSTRAINT identity_check_tries_check CHECK (((tries >= 0) AND (tries <= 5))),
  CONSTRAINT identity_check_way_check CHECK ((way = ANY (ARRAY['portal'::text, 'email_code'::text, 'letter_code'::text, 'call_back'::text, 'in_person'::text]))),
  CONSTRAINT identity_check_contact_point_id_fkey FOREIGN KEY (contact_point_id) REFERENCES ev.contact_point(id) ON DELETE SET NULL,
  CONSTRAINT identity_check_made_by_fkey FOREIGN KEY (made_by) REFERENCES ev.staff(id),
  CONSTRAINT identity_check_passed_by_fkey FOREIGN KEY (passed_by) REFERENCES ev.staff(id),
  CONSTRAINT identity_check_request_id_fkey FOREIGN KEY (request_id) REFERENCES ev.rights_request(id),
  CONSTRAINT identity_check_pkey PRIMARY KEY (id)
);

CREATE TABLE ev.import_sheet (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  status text NOT NULL DEFAULT 'given'::text,
  sealed text,
  wrapped text,
  headings text NOT NULL,
  columns jsonb,
  day_first boolean,
  row_count integer NOT NULL,
  left_out jsonb NOT NULL DEFAULT '[]'::jsonb,
  case_count integer,
  person_count integer,
  taken_back_count integer,
  given_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  given_by uuid NOT NULL DEFAULT ev.actor(),
  brought_in_at timestamp with time zone,
  brought_in_by uuid,
  taken_back_at timestamp with time zone,
  taken_back_by uuid,
  CONSTRAINT import_sheet_check CHECK (((status = 'given'::text) = (brought_in_at IS NULL))),
  CONSTRAINT import_sheet_check1 CHECK (((status = 'taken_back'::text) = (taken_back_at IS NOT NULL))),
  CONSTRAINT import_sheet_emptied CHECK (((status = 'given'::text) OR (sealed IS NULL))),
  CONSTRAINT import_sheet_row_count_check CHECK ((row_count >= 0)),
  CONSTRAINT import_sheet_sealed_with_key CHECK (((sealed IS NULL) = (wrapped IS NULL))),
  CONSTRAINT import_sheet_status_check CHECK ((status = ANY (ARRAY['given'::text, 'brought_in'::text, 'taken_back'::text]))),
  CONSTRAINT import_sheet_pkey PRIMARY KEY (id)
);

CREATE TABLE ev.imported_case (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  case_id uuid NOT NULL,
  import_id uuid NOT NULL,
  old_reference text,
  opened_on date,
  as_imported text,
  made_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  CONSTRAINT imported_case_case_id_fkey FOREIGN KEY (case_id) REFERENCES ev.case_file(id),
  CONSTRAINT imported_case_pkey PRIMARY KEY (id),
  CONSTRAINT imported_case_once UNIQUE (case_id)
);

CREATE TABLE ev.inspection_wish (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  case_id uuid NOT NULL,
  zone text NOT NULL,
  objects boolean NOT NULL,
  recorded_by uuid NOT NULL DEFAULT ev.actor(),
  recorded_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  turn bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  CONSTRAINT inspection_wish_zone_check CHECK ((zone = ANY (ARRAY['A'::text, 'B'::text]))),
  CONSTRAINT inspection_wish_case_id_fkey FOREIGN KEY (case_id) REFERENCES ev.case_file(id),
  CONSTRAINT inspection_wish_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES ev.staff(id),
  CONSTRAINT inspection_wish_pkey PRIMARY KEY (id)
);

CREATE TABLE ev.invitation (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  case_id uuid NOT NULL,
  inviting text NOT NULL,
  since date NOT NULL,
  clearance text NOT NULL DEFAULT 'awaited'::text,
  names_inviter boolean NOT NULL DEFAULT false,
  cleared_by uuid,
  cleared_at timestamp with time zone,
  outcome text,
  outcome_on date,
  made_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  CONSTRAINT invitation_check CHECK (((outcome IS NULL) = (outcome_on IS NULL))),
  CONSTRAINT invitation_clearance_check CHECK ((clearance = ANY (ARRAY['awaited'::text, 'cleared'::text, 'stopped'::text]))),
  CONSTRAINT invitation_inviting_check CHECK ((inviting = ANY (ARRAY['A'::text, 'B'::text]))),
  CONSTRAINT invitation_outcome_check CHECK ((outcome = ANY (ARRAY['attended'::text, 'declined'::text, 'no_answer'::text, 'unsafe'::text, 'not_reachable'::text]))),
  CONSTRAINT invitation_case_id_fkey FOREIGN KEY (case_id) REFERENCES ev.case_file(id),
  CONSTRAINT invitation_pkey PRIMARY KEY (id),
  CONSTRAINT invitation_in_case UNIQUE (id, case_id),
  CONSTRAINT invitation_once UNIQUE (case_id)
);

CREATE TABLE ev.invitation_answer (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  invitation_id uuid NOT NULL,
  case_id uuid NOT NULL,
  step_id uuid,
  code_hash text,
  answer text NOT NULL,
  way text NOT NULL,
  reach text,
  recorded_by uuid DEFAULT ev.actor(),
  made_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  CONSTRAINT invitation_answer_answer_check CHECK ((answer = ANY (ARRAY['attend'::text, 'decline'::text, 'unsafe'::text, 'not_me'::text, 'remove_me'::text]))),
  CONSTRAINT invitation_answer_check CHECK (((way = 'page'::text) = (code_hash IS NOT NULL))),
  CONSTRAINT invitation_answer_way_check CHECK ((way = ANY (ARRAY['page'::text, 'telephone'::text, 'letter'::text, 'email'::text, 'in_person'::text]))),
  CONSTRAINT invitation_answer_of FOREIGN KEY (invitation_id, case_id) REFERENCES ev.invitation(id, case_id),
  CONSTRAINT invitation_answer_step_id_fkey FOREIGN KEY (step_id) REFERENCES ev.invitation_step(id),
  CONSTRAINT invitation_answer_pkey PRIMARY KEY (id)
);

CREATE TABLE ev.invitation_step (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  invitation_id uuid NOT NULL,
  case_id uuid NOT NULL,
  kind text NOT NULL,
  number integer NOT NULL,
  message_id uuid NOT NULL,
  contact_point_id uuid NOT NULL,
  channel text NOT NULL,
  wording text NOT NULL,
  code_hash text NOT NULL,
  notice_policy_hash text,
  notice_date date,
  made_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  CONSTRAINT first_contact_with_notice CHECK (((kind = 'reminder'::text) OR (notice_policy_hash IS NOT NULL))),
  CONSTRAINT invitation_step_channel_check CHECK ((channel = ANY (ARRAY['email'::text, 'letter'::text]))),
  CONSTRAINT invitation_step_check CHECK (((notice_policy_hash IS NULL) = (notice_date IS NULL))),
  CONSTRAINT invitation_step_kind_check CHECK ((kind = ANY (ARRAY['invitation'::text, 'reminder'::text]))),
  CONSTRAINT invitation_step_number_check CHECK ((number >= 1)),
  CONSTRAINT invitation_step_contact_point_id_fkey FOREIGN KEY (contact_point_id) REFERENCES ev.contact_point(id),
  CONSTRAINT invitation_step_message_id_fkey FOREIGN KEY (message_id) REFERENCES ev.message(id),
  CONSTRAINT invitation_step_of FOREIGN KEY (invitation_id, case_id) REFERENCES ev.invitation(id, case_id),
  CONSTRAINT invitation_step_pkey PRIMARY KEY (id),
  CONSTRAINT invitation_step_code UNIQUE (code_hash),
  CONSTRAINT invitation_step_once UNIQUE (invitation_id, number)
);

CREATE TABLE ev.life_event (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  aggregate text NOT NULL,
  aggregate_id uuid NOT NULL,
  event text NOT NULL,
  happened_on date NOT NULL,
  recorded_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  CONSTRAINT life_event_pkey PRIMARY KEY (id)
);

CREATE TABLE ev.live_check (
  key text NOT NULL,
  checked_at timestamp with time zone NOT NULL,
  held_at timestamp with time zone,
  state text NOT NULL,
  found integer NOT NULL DEFAULT 0,
  words text NOT NULL,
  CONSTRAINT live_check_found_check CHECK ((found >= 0)),
  CONSTRAINT live_check_key_check CHECK ((key ~ '^[a-z]+(-[a-z]+)*$'::text)),
  CONSTRAINT live_check_state_check CHECK ((state = ANY (ARRAY['holds'::text, 'fails'::text, 'unknown'::text]))),
  CONSTRAINT live_check_pkey PRIMARY KEY (key)
);

CREATE TABLE ev.mailbox_state (
  id boolean NOT NULL DEFAULT true,
  read_at timestamp with time zone,
  failing_since timestamp with time zone,
  failure text,
  CONSTRAINT mailbox_state_failure_check CHECK ((failure = ANY (ARRAY['unreachable'::text, 'refused'::text, 'stalled'::text, 'broken'::text]))),
  CONSTRAINT mailbox_state_id_check CHECK (id),
  CONSTRAINT mailbox_state_pkey PRIMARY KEY (id)
);

CREATE TABLE ev.mediation_session (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  case_id uuid NOT NULL,
  held_on date NOT NULL,
  way text NOT NULL,
  second_mediator uuid,
  opened_by uuid NOT NULL DEFAULT ev.actor(),
  opened_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  closed_by uuid,
  closed_at timestamp with time zone,
  CONSTRAINT mediation_session_check CHECK (((closed_by IS NULL) = (closed_at IS NULL))),
  CONSTRAINT mediation_session_two CHECK ((second_mediator <> opened_by)),
  CONSTRAINT mediation_session_way_check CHECK ((way = ANY (ARRAY['joint'::text, 'shuttle'::text, 'online'::text]))),
  CONSTRAINT mediation_session_case_id_fkey FOREIGN KEY (case_id) REFERENCES ev.case_file(id),
  CONSTRAINT mediation_session_second_mediator_fkey FOREIGN KEY (second_mediator) REFERENCES ev.staff(id),
  CONSTRAINT mediation_session_pkey PRIMARY KEY (id),
  CONSTRAINT mediation_session_in_case UNIQUE (id, case_id)
);

CREATE TABLE ev.mediator_registration (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  staff_id uuid NOT NULL,
  number text NOT NULL,
  kind text NOT NULL,
  valid_until date NOT NULL,
  recorded_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  turn bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  recorded_by uuid DEFAULT ev.actor(),
  hears_children boolean NOT NULL DEFAULT false,
  CONSTRAINT mediator_registration_kind_check CHECK ((kind = ANY (ARRAY['accredited'::text, 'provisional'::text, 'trainee'::text]))),
  CONSTRAINT mediator_registration_letter CHECK (("right"(number, 1) =
CASE kind
    WHEN 'accredited'::text THEN 'A'::text
    WHEN 'provisional'::text THEN 'P'::text
    ELSE 'T'::text
END)),
  CONSTRAINT mediator_registration_number_check CHECK ((number ~ '^[0-9]{4}[TAP]$'::text)),
  CONSTRAINT mediator_registration_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES ev.staff(id),
  CONSTRAINT mediator_registration_pkey PRIMARY KEY (id)
);

CREATE TABLE ev.message (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  case_id uuid,
  enquiry_id uuid,
  person_id uuid,
  contact_point_id uuid,
  about_id uuid,
  zone text NOT NULL,
  channel text NOT NULL,
  template text NOT NULL,
  recipient text NOT NULL,
  subject text NOT NULL,
  body text NOT NULL,
  calendar_entry text,
  status text NOT NULL DEFAULT 'waiting'::text,
  made_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  settled_at timestamp with time zone,
  attempts integer NOT NULL DEFAULT 0,
  next_attempt_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  not_after timestamp with time zone,
  professional_id uuid,
  written_by uuid,
  guard_found text,
  guard_reason text,
  once text,
  why text,
  delivered_at timestamp with time zone,
  posted_on date,
  settled_by uuid,
  CONSTRAINT message_about_one CHECK ((num_nonnulls(case_id, enquiry_id, professional_id) = 1)),
  CONSTRAINT message_channel_check CHECK ((channel = ANY (ARRAY['email'::text, 'text'::text, 'letter'::text]))),
  CONSTRAINT message_check1 CHECK (((case_id IS NULL) OR ((person_id IS NOT NULL) AND (contact_point_id IS NOT NULL)))),
  CONSTRAINT message_guard_answered CHECK (((guard_found IS NULL) OR (guard_reason IS NOT NULL))),
  CONSTRAINT message_guard_found_check CHECK ((guard_found ~ '^[a-z]+(_[a-z]+)*( [a-z]+(_[a-z]+)*)*$'::text)),
  CONSTRAINT message_posted_by_letter CHECK (((posted_on IS NULL) OR ((channel = 'letter'::text) AND (status = 'printed'::text)))),
  CONSTRAINT message_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'sent'::text, 'printed'::text, 'stopped'::text, 'failed'::text]))),
  CONSTRAINT message_text_of_case CHECK (((channel <> 'text'::text) OR (case_id IS NOT NULL))),
  CONSTRAINT message_why_check CHECK ((why = ANY (ARRAY['unsafe'::text, 'late'::text, 'refused'::text, 'bounced'::text, 'undone'::text, 'guarded'::text]))),
  CONSTRAINT message_zone_check CHECK ((zone = ANY (ARRAY['A'::text, 'B'::text, 'office'::text]))),
  CONSTRAINT message_case_id_fkey FOREIGN KEY (case_id) REFERENCES ev.case_file(id),
  CONSTRAINT message_contact_point_id_fkey FOREIGN KEY (contact_point_id) REFERENCES ev.contact_point(id),
  CONSTRAINT message_enquiry_id_fkey FOREIGN KEY (enquiry_id) REFERENCES ev.enquiry(id),
  CONSTRAINT message_person_id_fkey FOREIGN KEY (person_id) REFERENCES ev.person(id),
  CONSTRAINT message_professional_id_fkey FOREIGN KEY (professional_id) REFERENCES ev.professional(id) ON DELETE CASCADE,
  CONSTRAINT message_settled_by_fkey FOREIGN KEY (settled_by) REFERENCES ev.staff(id),
  CONSTRAINT message_written_by_fkey FOREIGN KEY (written_by) REFERENCES ev.staff(id),
  CONSTRAINT message_pkey PRIMARY KEY (id)
);

CREATE TABLE ev.miam_certificate (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  number text NOT NULL,
  case_id uuid NOT NULL,
  party_id uuid NOT NULL,
  miam_record_id uuid NOT NULL,
  zone text NOT NULL,
  mediator_id uuid NOT NULL,
  mediator_number text NOT NULL,
  held_on date NOT NULL,
  valid_until date NOT NULL,
  file_id uuid NOT NULL,
  issued_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  code_hash bytea NOT NULL,
  supersedes uuid,
  correction_reason text,
  CONSTRAINT miam_certificate_check CHECK ((valid_until > held_on)),
  CONSTRAINT miam_certificate_code_hash_check CHECK ((octet_length(code_hash) = 32)),
  CONSTRAINT miam_certificate_with_reason CHECK (((supersedes IS NULL) = (correction_reason IS NULL))),
  CONSTRAINT miam_certificate_zone_check CHECK ((zone = ANY (ARRAY['A'::text, 'B'::text]))),
  CONSTRAINT miam_certificate_case_id_fkey FOREIGN KEY (case_id) REFERENCES ev.case_file(id),
  CONSTRAINT miam_certificate_file FOREIGN KEY (file_id, case_id, zone) REFERENCES ev.stored_file(id, case_id, zone),
  CONSTRAINT miam_certificate_mediator_id_fkey FOREIGN KEY (mediator_id) REFERENCES ev.staff(id),
  CONSTRAINT miam_certificate_of FOREIGN KEY (miam_record_id, case_id, party_id, zone) REFERENCES ev.miam_record(id, case_id, party_id, zone),
  CONSTRAINT miam_certificate_supersedes FOREIGN KEY (supersedes, case_id, party_id, zone) REFERENCES ev.miam_certificate(id, case_id, party_id, zone),
  CONSTRAINT miam_certificate_pkey PRIMARY KEY (id),
  CONSTRAINT miam_certificate_code_hash_key UNIQUE (code_hash),
  CONSTRAINT miam_certificate_number_key UNIQUE (number),
  CONSTRAINT miam_certificate_of_party UNIQUE (id, case_id, party_id, zone),
  CONSTRAINT miam_certificate_superseded_once UNIQUE (supersedes)
);

CREATE TABLE ev.miam_record (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  case_id uuid NOT NULL,
  party_id uuid NOT NULL,
  appointment_id uuid,
  zone text NOT NULL,
  legal_quality text NOT NULL DEFAULT 'without_prejudice'::text,
  held_on date NOT NULL,
  information_given text NOT NULL,
  benefits_explained text NOT NULL,
  way_suited text NOT NULL,
  how_to_proceed text NOT NULL,
  suitable text NOT NULL,
  author uuid NOT NULL DEFAULT ev.actor(),
  recorded_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  ways_told jsonb NOT NULL DEFAULT '[]'::jsonb,
  exemptions_claimed jsonb NOT NULL DEFAULT '[]'::jsonb,
  CONSTRAINT miam_record_legal_quality_check CHECK ((legal_quality = ANY (ARRAY['open'::text, 'without_prejudice'::text]))),
  CONSTRAINT miam_record_suitable_check CHECK ((suitable = ANY (ARRAY['yes'::text, 'no'::text, 'not_yet'::text]))),
  CONSTRAINT miam_record_zone_check CHECK ((zone = ANY (ARRAY['A'::text, 'B'::text]))),
  CONSTRAINT miam_record_appointment FOREIGN KEY (appointment_id, case_id) REFERENCES ev.appointment(id, case_id),
  CONSTRAINT miam_record_case_id_fkey FOREIGN KEY (case_id) REFERENCES ev.case_file(id),
  CONSTRAINT miam_record_party FOREIGN KEY (party_id, case_id, zone) REFERENCES ev.party(id, case_id, side),
  CONSTRAINT miam_record_pkey PRIMARY KEY (id),
  CONSTRAINT miam_record_in_zone UNIQUE (id, case_id, party_id, zone),
  CONSTRAINT miam_record_of_party UNIQUE (id, case_id, party_id)
);

CREATE TABLE ev.migration (
  name text NOT NULL,
  digest text NOT NULL,
  applied_at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT migration_pkey PRIMARY KEY (name)
);

CREATE TABLE ev.missed_fee (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  case_id uuid NOT NULL,
  attendance_id uuid NOT NULL,
  how text NOT NULL,
  told_on date,
  amount_pence integer NOT NULL,
  reason text,
  decided_by uuid NOT NULL DEFAULT ev.actor(),
  decided_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  turn bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  CONSTRAINT missed_fee_amount_pence_check CHECK ((amount_pence >= 0)),
  CONSTRAINT missed_fee_check CHECK (((how = 'cancelled'::text) = (told_on IS NOT NULL))),
  CONSTRAINT missed_fee_how_check CHECK ((how = ANY (ARRAY['cancelled'::text, 'not_attended'::text]))),
  CONSTRAINT missed_fee_reason_check CHECK ((reason <> ''::text)),
  CONSTRAINT missed_fee_waived_why CHECK (((amount_pence > 0) OR (reason IS NOT NULL))),
  CONSTRAINT missed_fee_attendance_id_fkey FOREIGN KEY (attendance_id) REFERENCES ev.attendance(id),
  CONSTRAINT missed_fee_case_id_fkey FOREIGN KEY (case_id) REFERENCES ev.case_file(id),
  CONSTRAINT missed_fee_pkey PRIMARY KEY (id)
);

CREATE TABLE ev.missed_rule (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  notice_days integer NOT NULL,
  share_percent integer NOT NULL,
  source text NOT NULL,
  in_force_from date NOT NULL,
  recorded_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  turn bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  recorded_by uuid DEFAULT ev.actor(),
  CONSTRAINT missed_rule_notice_days_check CHECK (((notice_days >= 0) AND (notice_days <= 20))),
  CONSTRAINT missed_rule_share_percent_check CHECK (((share_percent >= 0) AND (share_percent <= 100))),
  CONSTRAINT missed_rule_source_check CHECK ((source <> ''::text)),
  CONSTRAINT missed_rule_pkey PRIMARY KEY (id)
);

CREATE TABLE ev.note_event (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  case_id uuid NOT NULL,
  session_id uuid NOT NULL,
  note_id uuid NOT NULL,
  happened text NOT NULL,
  told text,
  by_whom uuid NOT NULL DEFAULT ev.actor(),
  at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  CONSTRAINT note_event_check CHECK (((happened = 'passed'::text) = (told IS NOT NULL))),
  CONSTRAINT note_event_happened_check CHECK ((happened = ANY (ARRAY['may'::text, 'may_not'::text, 'ask'::text, 'passed'::text]))),
  CONSTRAINT note_event_told_check CHECK ((told = ANY (ARRAY['A'::text, 'B'::text]))),
  CONSTRAINT note_event_of FOREIGN KEY (note_id, session_id, case_id) REFERENCES ev.session_note(id, session_id, case_id),
  CONSTRAINT note_event_pkey PRIMARY KEY (id)
);

CREATE TABLE ev.note_statement (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  case_id uuid NOT NULL,
  session_id uuid NOT NULL,
  note_id uuid NOT NULL,
  side text NOT NULL,
  words text NOT NULL,
  author uuid NOT NULL DEFAULT ev.actor(),
  written_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  CONSTRAINT note_statement_side_check CHECK ((side = ANY (ARRAY['A'::text, 'B'::text]))),
  CONSTRAINT note_statement_words_check CHECK ((words <> ''::text)),
  CONSTRAINT note_statement_of FOREIGN KEY (note_id, session_id, case_id) REFERENCES ev.session_note(id, session_id, case_id),
  CONSTRAINT note_statement_pkey PRIMARY KEY (id)
);

CREATE TABLE ev.objection (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  request_id uuid NOT NULL,
  purpose text NOT NULL,
  made_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  made_by uuid NOT NULL DEFAULT ev.actor(),
  outcome text,
  reason text,
  decided_by uuid,
  decided_at timestamp with time zone,
  CONSTRAINT objection_decided CHECK ((num_nonnulls(outcome, decided_by, decided_at) = ANY (ARRAY[0, 3]))),
  CONSTRAINT objection_marketing CHECK (((outcome IS DISTINCT FROM 'compelling'::text) OR (purpose <> 'fundraising'::text))),
  CONSTRAINT objection_outcome_check CHECK ((outcome = ANY (ARRAY['upheld'::text, 'compelling'::text]))),
  CONSTRAINT objection_purpose_check CHECK ((purpose ~ '^[a-z][A-Za-z]{1,40}$'::text)),
  CONSTRAINT objection_reason CHECK (((outcome IS DISTINCT FROM 'compelling'::text) OR (COALESCE(reason, ''::text) <> ''::text))),
  CONSTRAINT objection_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES ev.staff(id),
  CONSTRAINT objection_request_id_fkey FOREIGN KEY (request_id) REFERENCES ev.rights_request(id),
  CONSTRAINT objection_pkey PRIMARY KEY (id),
  CONSTRAINT objection_once UNIQUE (request_id, purpose)
);

CREATE TABLE ev.offered_time (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  offer_id uuid NOT NULL,
  case_id uuid NOT NULL,
  zone text NOT NULL,
  mediator_id uuid NOT NULL,
  room_id uuid,
  starts_at timestamp with time zone NOT NULL,
  ends_at timestamp with time zone NOT NULL,
  CONSTRAINT offered_time_check CHECK ((ends_at > starts_at)),
  CONSTRAINT offered_time_zone_check CHECK ((zone = ANY (ARRAY['A'::text, 'B'::text, 'both'::text]))),
  CONSTRAINT offered_time_mediator_id_fkey FOREIGN KEY (mediator_id) REFERENCES ev.staff(id),
  CONSTRAINT offered_time_of FOREIGN KEY (offer_id, case_id, zone) REFERENCES ev.time_offer(id, case_id, zone),
  CONSTRAINT offered_time_room_id_fkey FOREIGN KEY (room_id) REFERENCES ev.room(id),
  CONSTRAINT offered_time_pkey PRIMARY KEY (id),
  CONSTRAINT offered_time_once UNIQUE (offer_id, mediator_id, starts_at)
);

CREATE TABLE ev.online_address (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  meeting_id uuid NOT NULL,
  appointment_id uuid NOT NULL,
  case_id uuid NOT NULL,
  address text NOT NULL,
  room text NOT NULL GENERATED ALWAYS AS (ev.online_room(address)),
  CONSTRAINT online_address_form CHECK (((length(address) <= 600) AND (address ~ '^https://[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+(:[0-9]{1,5})?/[!#-;=?-~]+$'::text))),
  CONSTRAINT online_address_case_id_fkey FOREIGN KEY (case_id) REFERENCES ev.case_file(id),
  CONSTRAINT online_address_of FOREIGN KEY (meeting_id, appointment_id, case_id) REFERENCES ev.online_meeting(id, appointment_id, case_id),
  CONSTRAINT online_address_pkey PRIMARY KEY (id),
  CONSTRAINT online_address_meeting_id_key UNIQUE (meeting_id),
  CONSTRAINT online_address_once EXCLUDE USING gist (room WITH =, appointment_id WITH <>)
);

CREATE TABLE ev.online_answer (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  attendance_id uuid NOT NULL,
  appointment_id uuid NOT NULL,
  case_id uuid NOT NULL,
  zone text NOT NULL,
  act text NOT NULL,
  instead text,
  provider text NOT NULL,
  notice text NOT NULL,
  wording_hash text NOT NULL,
  policy_hash text NOT NULL,
  channel text NOT NULL,
  recorded_by uuid NOT NULL DEFAULT ev.actor(),
  recorded_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  turn bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  CONSTRAINT online_answer_act_check CHECK ((act = ANY (ARRAY['given'::text, 'refused'::text, 'withdrawn'::text, 'unsafe'::text]))),
  CONSTRAINT online_answer_channel_check CHECK ((channel = ANY (ARRAY['website'::text, 'telephone'::text, 'office'::text]))),
  CONSTRAINT online_answer_check CHECK (((instead IS NULL) OR (act = ANY (ARRAY['refused'::text, 'withdrawn'::text])))),
  CONSTRAINT online_answer_instead_check CHECK ((instead = ANY (ARRAY['room'::text, 'telephone'::text, 'either'::text]))),
  CONSTRAINT online_answer_notice_check CHECK (((notice ~ '^https://'::text) AND (length(notice) <= 300))),
  CONSTRAINT online_answer_provider_check CHECK ((provider ~ '^[A-Za-z]{1,40}$'::text)),
  CONSTRAINT online_answer_zone_check CHECK ((zone = ANY (ARRAY['A'::text, 'B'::text]))),
  CONSTRAINT online_answer_case_id_fkey FOREIGN KEY (case_id) REFERENCES ev.case_file(id),
  CONSTRAINT online_answer_of FOREIGN KEY (attendance_id, appointment_id, case_id, zone) REFERENCES ev.attendance(id, appointment_id, case_id, zone),
  CONSTRAINT online_answer_pkey PRIMARY KEY (id)
);

CREATE TABLE ev.online_meeting (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  appointment_id uuid NOT NULL,
  case_id uuid NOT NULL,
  zone text NOT NULL,
  provider text NOT NULL,
  notice text NOT NULL,
  opens_minutes integer NOT NULL,
  set_by uuid DEFAULT ev.actor(),
  set_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  turn bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  CONSTRAINT online_meeting_notice_check CHECK (((notice ~ '^https://'::text) AND (length(notice) <= 300))),
  CONSTRAINT online_meeting_opens_minutes_check CHECK (((opens_minutes >= 5) AND (opens_minutes <= 60))),
  CONSTRAINT online_meeting_provider_check CHECK ((provider ~ '^[A-Za-z]{1,40}$'::text)),
  CONSTRAINT online_meeting_zone_check CHECK ((zone = ANY (ARRAY['A'::text, 'B'::text, 'both'::text]))),
  CONSTRAINT online_meeting_case_id_fkey FOREIGN KEY (case_id) REFERENCES ev.case_file(id),
  CONSTRAINT online_meeting_of FOREIGN KEY (appointment_id, case_id, zone) REFERENCES ev.appointment(id, case_id, zone),
  CONSTRAINT online_meeting_pkey PRIMARY KEY (id),
  CONSTRAINT online_meeting_in_case UNIQUE (id, appointment_id, case_id)
);

CREATE TABLE ev.outreach_code (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  venue_id uuid NOT NULL,
  code text,
  in_force_from date NOT NULL,
  recorded_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  turn bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  recorded_by uuid DEFAULT ev.actor(),
  CONSTRAINT outreach_code_code_check CHECK ((code ~ '^[0-9A-Z]{3}$'::text)),
  CONSTRAINT outreach_code_venue_id_fkey FOREIGN KEY (venue_id) REFERENCES ev.venue(id),
  CONSTRAINT outreach_code_pkey PRIMARY KEY (id)
);

CREATE TABLE ev.pack_item (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  pack_id uuid NOT NULL,
  turn integer NOT NULL,
  place text NOT NULL,
  row_id text NOT NULL,
  field text NOT NULL,
  at text,
  belongs text NOT NULL,
  course text NOT NULL,
  text text,
  masks jsonb NOT NULL DEFAULT '[]'::jsonb,
  decision text,
  considered jsonb NOT NULL DEFAULT '[]'::jsonb,
  health text NOT NULL DEFAULT 'none'::text,
  opinion_on date,
  opinion text,
  decided_by uuid,
  decided_at timestamp with time zone,
  CONSTRAINT pack_item_belongs_check CHECK ((belongs = ANY (ARRAY['mine'::text, 'joint'::text, 'theirs'::text, 'third'::text, 'office'::text, 'confidential'::text, 'privileged'::text]))),
  CONSTRAINT pack_item_course_check CHECK ((course = ANY (ARRAY['given'::text, 'to_review'::text, 'withheld'::text]))),
  CONSTRAINT pack_item_decided CHECK ((((decision IS NULL) = (decided_by IS NULL)) AND ((decision IS NULL) = (decided_at IS NULL)) AND ((decision IS NULL) OR (jsonb_array_length(considered) = 5)))),
  CONSTRAINT pack_item_decision_check CHECK ((decision = ANY (ARRAY['given'::text, 'withheld'::text]))),
  CONSTRAINT pack_item_health CHECK (((health <> 'not_seen'::text) OR (decision IS NULL) OR ((decision = 'given'::text) AND (NOT (opinion IS DISTINCT FROM 'no_harm'::text))) OR (decision = 'withheld'::text))),
  CONSTRAINT pack_item_health_check CHECK ((health = ANY (ARRAY['none'::text, 'own_words'::text, 'seen'::text, 'not_seen'::text]))),
  CONSTRAINT pack_item_kept_back CHECK (((course <> 'withheld'::text) OR (text IS NULL))),
  CONSTRAINT pack_item_never CHECK (((belongs <> ALL (ARRAY['theirs'::text, 'third'::text, 'confidential'::text, 'privileged'::text])) OR (course = 'withheld'::text))),
  CONSTRAINT pack_item_opinion CHECK (((opinion IS NULL) = (opinion_on IS NULL))),
  CONSTRAINT pack_item_opinion_check CHECK ((opinion = ANY (ARRAY['no_harm'::text, 'harm'::text]))),
  CONSTRAINT pack_item_reviewed CHECK (((decision IS NULL) OR (course = 'to_review'::text))),
  CONSTRAINT pack_item_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES ev.staff(id),
  CONSTRAINT pack_item_pack_id_fkey FOREIGN KEY (pack_id) REFERENCES ev.access_pack(id),
  CONSTRAINT pack_item_pkey PRIMARY KEY (id),
  CONSTRAINT pack_item_pack_id_place_row_id_field_key UNIQUE (pack_id, place, row_id, field)
);

CREATE TABLE ev.pack_taking (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  pack_id uuid NOT NULL,
  what text NOT NULL,
  taken_by uuid DEFAULT 
CASE
    WHEN (current_setting('role'::text) ~~ '%\_office\_%'::text) THEN ev.actor()
    ELSE NULL::uuid
END,
  taken_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  CONSTRAINT pack_taking_what_check CHECK ((what = ANY (ARRAY['pdf'::text, 'json'::text, 'documents'::text, 'archive'::text, 'portable'::text]))),
  CONSTRAINT pack_taking_pack_id_fkey FOREIGN KEY (pack_id) REFERENCES ev.access_pack(id),
  CONSTRAINT pack_taking_taken_by_fkey FOREIGN KEY (taken_by) REFERENCES ev.staff(id),
  CONSTRAINT pack_taking_pkey PRIMARY KEY (id)
);

CREATE TABLE ev.page_count (
  day date NOT NULL,
  path text NOT NULL,
  views integer NOT NULL DEFAULT 0,
  CONSTRAINT page_count_path_check CHECK ((length(path) <= 100)),
  CONSTRAINT page_count_views_check CHECK ((views >= 0)),
  CONSTRAINT page_count_pkey PRIMARY KEY (day, path)
);

CREATE TABLE ev.paper_file (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  case_id uuid NOT NULL,
  label text NOT NULL,
  made_by uuid NOT NULL DEFAULT ev.actor(),
  made_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  CONSTRAINT paper_file_case_id_fkey FOREIGN KEY (case_id) REFERENCES ev.case_file(id),
  CONSTRAINT paper_file_pkey PRIMARY KEY (id),
  CONSTRAINT paper_file_in_case UNIQUE (id, case_id),
  CONSTRAINT paper_file_label UNIQUE (label)
);

CREATE TABLE ev.paper_movement (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  paper_id uuid NOT NULL,
  case_id uuid NOT NULL,
  kind text NOT NULL,
  place text NOT NULL DEFAULT ''::text,
  holder uuid,
  author uuid NOT NULL DEFAULT ev.actor(),
  moved_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  turn bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  CONSTRAINT paper_movement_check CHECK (
CASE kind
    WHEN 'put_away'::text THEN ((place <> ''::text) AND (holder IS NULL))
    WHEN 'taken'::text THEN (holder IS NOT NULL)
    ELSE (holder IS NULL)
END),
  CONSTRAINT paper_movement_kind_check CHECK ((kind = ANY (ARRAY['put_away'::text, 'taken'::text, 'missing'::text]))),
  CONSTRAINT paper_movement_case_id_fkey FOREIGN KEY (case_id) REFERENCES ev.case_file(id),
  CONSTRAINT paper_movement_holder_fkey FOREIGN KEY (holder) REFERENCES ev.staff(id),
  CONSTRAINT paper_movement_of FOREIGN KEY (paper_id, case_id) REFERENCES ev.paper_file(id, case_id),
  CONSTRAINT paper_movement_pkey PRIMARY KEY (id)
);

CREATE TABLE ev.party (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  case_id uuid NOT NULL,
  person_id uuid NOT NULL,
  side text NOT NULL,
  CONSTRAINT party_side_check CHECK ((side = ANY (ARRAY['A'::text, 'B'::text]))),
  CONSTRAINT party_case_id_fkey FOREIGN KEY (case_id) REFERENCES ev.case_file(id),
  CONSTRAINT party_person_id_fkey FOREIGN KEY (person_id) REFERENCES ev.person(id),
  CONSTRAINT party_pkey PRIMARY KEY (id),
  CONSTRAINT party_case_id_person_id_key UNIQUE (case_id, person_id),
  CONSTRAINT party_case_id_side_key UNIQUE (case_id, side),
  CONSTRAINT party_in_case UNIQUE (id, case_id, side)
);

CREATE TABLE ev.party_act (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  case_id uuid NOT NULL,
  zone text NOT NULL,
  kind text NOT NULL,
  offer_id uuid,
  appointment_id uuid,
  done_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  followed_at timestamp with time zone,
  CONSTRAINT party_act_check CHECK (((kind <> 'cancelled'::text) = (offer_id IS NOT NULL))),
  CONSTRAINT party_act_check1 CHECK (((kind <> 'answered'::text) = (appointment_id IS NOT NULL))),
  CONSTRAINT party_act_kind_check CHECK ((kind = ANY (ARRAY['took'::text, 'answered'::text, 'cancelled'::text]))),
  CONSTRAINT party_act_zone_check CHECK ((zone = ANY (ARRAY['A'::text, 'B'::text]))),
  CONSTRAINT party_act_appointment_id_fkey FOREIGN KEY (appointment_id) REFERENCES ev.appointment(id),
  CONSTRAINT party_act_case_id_fkey FOREIGN KEY (case_id) REFERENCES ev.case_file(id),
  CONSTRAINT party_act_offer_id_fkey FOREIGN KEY (offer_id) REFERENCES ev.time_offer(id),
  CONSTRAINT party_act_pkey PRIMARY KEY (id)
);

CREATE TABLE ev.party_code (
  id uuid NOT NULL,
  person_id uuid,
  contact_point_id uuid,
  way text NOT NULL,
  number_hash bytea NOT NULL,
  secret_hash bytea NOT NULL,
  made_by uuid DEFAULT ev.actor(),
  made_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  expires_at timestamp with time zone NOT NULL,
  tries integer NOT NULL DEFAULT 0,
  ended_at timestamp with time zone,
  professional_id uuid,
  CONSTRAINT party_code_of_one CHECK ((num_nonnulls(person_id, professional_id) = 1)),
  CONSTRAINT party_code_way CHECK (
CASE
    WHEN (person_id IS NULL) THEN ((way = 'email'::text) AND (contact_point_id IS NULL))
    ELSE ((way = 'email'::text) = (contact_point_id IS NOT NULL))
END),
  CONSTRAINT party_code_way_check CHECK ((way = ANY (ARRAY['email'::text, 'paper'::text]))),
  CONSTRAINT party_code_contact_point_id_fkey FOREIGN KEY (contact_point_id) REFERENCES ev.contact_point(id) ON DELETE CASCADE,
  CONSTRAINT party_code_person_id_fkey FOREIGN KEY (person_id) REFERENCES ev.person(id) ON DELETE CASCADE,
  CONSTRAINT party_code_professional_id_fkey FOREIGN KEY (professional_id) REFERENCES ev.professional(id) ON DELETE CASCADE,
  CONSTRAINT party_code_pkey PRIMARY KEY (id)
);

CREATE TABLE ev.person (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  given_name text NOT NULL,
  family_name text NOT NULL,
  known_as text,
  birth_date text,
  made_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  former_names text,
  name_folded text NOT NULL GENERATED ALWAYS AS (ev.plain_name(((given_name || ' '::text) || family_name))),
  name_turned text NOT NULL GENERATED ALWAYS AS (ev.plain_name(((family_name || ' '::text) || given_name))),
  name_keys text[] NOT NULL GENERATED ALWAYS AS (ev.name_keys(((((((given_name || ' '::text) || family_name) || ' '::text) || COALESCE(known_as, ''::text)) || ' '::text) || COALESCE(former_names, ''::text)))),
  merged_into uuid,
  card_refused_at timestamp with time zone,
  CONSTRAINT person_birth_date_check CHECK (ev.is_partial_date(birth_date)),
  CONSTRAINT person_merged_into_fkey FOREIGN KEY (merged_into) REFERENCES ev.person(id),
  CONSTRAINT person_pkey PRIMARY KEY (id)
);

CREATE TABLE ev.person_correction (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  person_id uuid NOT NULL,
  field text NOT NULL,
  was text,
  became text,
  said_by text NOT NULL,
  corrected_by uuid DEFAULT ev.actor(),
  corrected_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  request_id uuid,
  CONSTRAINT person_correction_field_check CHECK ((field = ANY (ARRAY['given_name'::text, 'family_name'::text, 'known_as'::text, 'former_names'::text, 'birth_date'::text]))),
  CONSTRAINT person_correction_said_by_check CHECK ((said_by = ANY (ARRAY['self'::text, 'other_party'::text, 'referrer'::text, 'staff'::text]))),
  CONSTRAINT person_correction_person_id_fkey FOREIGN KEY (person_id) REFERENCES ev.person(id),
  CONSTRAINT person_correction_request_id_fkey FOREIGN KEY (request_id) REFERENCES ev.rights_request(id) ON DELETE SET NULL,
  CONSTRAINT person_correction_pkey PRIMARY KEY (id)
);

CREATE TABLE ev.person_merge (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  kept_id uuid NOT NULL,
  merged_id uuid NOT NULL,
  agreeing text NOT NULL,
  reason text NOT NULL,
  merged_by uuid NOT NULL DEFAULT ev.actor(),
  merged_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  undo_until date NOT NULL,
  names_before text,
  names_after text,
  names_added text NOT NULL DEFAULT ''::text,
  birth_taken text,
  undone_at timestamp with time zone,
  undone_by uuid,
  undo_reason text,
  CONSTRAINT person_merge_check CHECK ((((undone_at IS NULL) = (undone_by IS NULL)) AND ((undone_at IS NULL) = (undo_reason IS NULL)))),
  CONSTRAINT person_merge_of_two CHECK ((kept_id <> merged_id)),
  CONSTRAINT person_merge_reason_check CHECK ((reason <> ''::text)),
  CONSTRAINT person_merge_undo_reason_check CHECK ((undo_reason <> ''::text)),
  CONSTRAINT person_merge_kept_id_fkey FOREIGN KEY (kept_id) REFERENCES ev.person(id),
  CONSTRAINT person_merge_merged_by_fkey FOREIGN KEY (merged_by) REFERENCES ev.staff(id),
  CONSTRAINT person_merge_merged_id_fkey FOREIGN KEY (merged_id) REFERENCES ev.person(id),
  CONSTRAINT person_merge_undone_by_fkey FOREIGN KEY (undone_by) REFERENCES ev.staff(id),
  CONSTRAINT person_merge_pkey PRIMARY KEY (id)
);

CREATE TABLE ev.person_merge_row (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  merge_id uuid NOT NULL,
  kept_id uuid NOT NULL,
  place text NOT NULL,
  row_id uuid NOT NULL,
  safety_before text,
  voicemail_before text,
  safety_after text,
  voicemail_after text,
  CONSTRAINT person_merge_row_place_check CHECK ((place = ANY (ARRAY['party'::text, 'contact_point'::text, 'whereabouts'::text, 'person_correction'::text, 'message'::text, 'consent_subject'::text, 'task'::text, 'wall'::text, 'safety'::text, 'card'::text, 'rights_request'::text, 'restriction'::text, 'complaint'::text, 'complaint_telling'::text]))),
  CONSTRAINT person_merge_row_safety_after_check CHECK ((safety_after = ANY (ARRAY['safe'::text, 'unsafe'::text, 'not_asked'::text]))),
  CONSTRAINT person_merge_row_safety_before_check CHECK ((safety_before = ANY (ARRAY['safe'::text, 'unsafe'::text, 'not_asked'::text]))),
  CONSTRAINT person_merge_row_voicemail_after_check CHECK ((voicemail_after = ANY (ARRAY['safe'::text, 'unsafe'::text, 'not_asked'::text]))),
  CONSTRAINT person_merge_row_voicemail_before_check CHECK ((voicemail_before = ANY (ARRAY['safe'::text, 'unsafe'::text, 'not_asked'::text]))),
  CONSTRAINT person_merge_row_kept_id_fkey FOREIGN KEY (kept_id) REFERENCES ev.person(id),
  CONSTRAINT person_merge_row_merge_id_fkey FOREIGN KEY (merge_id) REFERENCES ev.person_merge(id),
  CONSTRAINT person_merge_row_pkey PRIMARY KEY (id),
  CONSTRAINT person_merge_row_once UNIQUE (merge_id, place, row_id)
);

CREATE TABLE ev.policy_version (
  hash text NOT NULL,
  applied_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  approved_by text NOT NULL,
  policy jsonb NOT NULL,
  notice jsonb NOT NULL,
  changes jsonb NOT NULL DEFAULT '[]'::jsonb,
  CONSTRAINT policy_version_pkey PRIMARY KEY (hash, applied_at)
);

CREATE TABLE ev.post (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  medium text NOT NULL,
  kind text NOT NULL,
  status text NOT NULL,
  why text,
  case_id uuid,
  enquiry_id uuid,
  zone text,
  legal_quality text,
  duplicate_of uuid,
  about_case_id uuid,
  sender_name text NOT NULL DEFAULT ''::text,
  sender_address text,
  subject text NOT NULL DEFAULT ''::text,
  body text NOT NULL DEFAULT ''::text,
  attachments jsonb NOT NULL DEFAULT '[]'::jsonb,
  dated date NOT NULL,
  received_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  raw_sha256 text,
  content_sha256 text,
  stored_name text,
  size_bytes integer NOT NULL DEFAULT 0,
  wrapped text,
  sorted_at timestamp with time zone,
  sorted_by uuid,
  CONSTRAINT post_filed CHECK ((((status = 'filed'::text) = (case_id IS NOT NULL)) AND ((case_id IS NULL) = (zone IS NULL)) AND ((case_id IS NULL) = (legal_quality IS NULL)))),
  CONSTRAINT post_kind_check CHECK ((kind = ANY (ARRAY['message'::text, 'loop'::text, 'auto_reply'::text, 'bulk'::text, 'bounce'::text, 'duplicate'::text, 'encrypted'::text, 'calendar'::text, 'unreadable'::text, 'too_large'::text]))),
  CONSTRAINT post_legal_quality_check CHECK ((legal_quality = ANY (ARRAY['open'::text, 'without_prejudice'::text]))),
  CONSTRAINT post_medium_check CHECK ((medium = ANY (ARRAY['email'::text, 'letter'::text]))),
  CONSTRAINT post_of_enquiry CHECK (((status <> 'enquiry'::text) OR (enquiry_id IS NOT NULL))),
  CONSTRAINT post_size_bytes_check CHECK ((size_bytes >= 0)),
  CONSTRAINT post_status_check CHECK ((status = ANY (ARRAY['new'::text, 'waiting'::text, 'aside'::text, 'enquiry'::text, 'filed'::text]))),
  CONSTRAINT post_stored_with_key CHECK (((stored_name IS NULL) = (wrapped IS NULL))),
  CONSTRAINT post_why_check CHECK ((why = ANY (ARRAY['reference_alone'::text, 'several'::text, 'both_parties'::text, 'other_case'::text, 'closed_case'::text, 'unsafe_address'::text, 'doubtful_sender'::text, 'unconfirmed_address'::text]))),
  CONSTRAINT post_zone_check CHECK ((zone = ANY (ARRAY['A'::text, 'B'::text, 'office'::text]))),
  CONSTRAINT post_case_id_fkey FOREIGN KEY (case_id) REFERENCES ev.case_file(id),
  CONSTRAINT post_enquiry_id_fkey FOREIGN KEY (enquiry_id) REFERENCES ev.enquiry(id),
  CONSTRAINT post_pkey PRIMARY KEY (id),
  CONSTRAINT post_stored_name_key UNIQUE (stored_name)
);

CREATE TABLE ev.price (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  item text NOT NULL,
  amount_pence integer NOT NULL,
  in_force_from date NOT NULL,
  recorded_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  turn bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  recorded_by uuid DEFAULT ev.actor(),
  CONSTRAINT price_amount_pence_check CHECK ((amount_pence >= 0)),
  CONSTRAINT price_item_check CHECK ((item = ANY (ARRAY['miam'::text, 'session'::text, 'summary'::text, 'parenting_plan'::text, 'financial_statement'::text]))),
  CONSTRAINT price_pkey PRIMARY KEY (id)
);

CREATE TABLE ev.professional (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  name text NOT NULL,
  work text NOT NULL,
  organisation text NOT NULL,
  email text,
  email_folded text GENERATED ALWAYS AS (lower(email)),
  telephone text,
  source text NOT NULL,
  last_contact_on date NOT NULL,
  added_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  account_opened_at timestamp with time zone,
  account_opened_by uuid,
  account_ended_at timestamp with time zone,
  telephone_digits text GENERATED ALWAYS AS (ev.comparable_telephone(telephone)),
  name_folded text NOT NULL GENERATED ALWAYS AS (ev.plain_name(name)),
  name_keys text[] NOT NULL GENERATED ALWAYS AS (ev.name_keys(name)),
  CONSTRAINT professional_account CHECK ((((account_opened_at IS NULL) = (account_opened_by IS NULL)) AND ((account_ended_at IS NULL) OR (account_opened_at IS NOT NULL)))),
  CONSTRAINT professional_source_check CHECK ((source = ANY (ARRAY['themselves'::text, 'colleague'::text, 'public'::text]))),
  CONSTRAINT professional_work_check CHECK ((work = ANY (ARRAY['solicitor'::text, 'agency'::text, 'court'::text, 'other'::text]))),
  CONSTRAINT professional_pkey PRIMARY KEY (id)
);

CREATE TABLE ev.referral (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  enquiry_id uuid NOT NULL,
  name text NOT NULL,
  work text NOT NULL,
  organisation text NOT NULL,
  email text NOT NULL,
  email_folded text NOT NULL GENERATED ALWAYS AS (lower(email)),
  telephone text,
  link_hash bytea NOT NULL,
  made_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  ended_on date,
  ended_by uuid,
  professional_id uuid,
  own_reference text,
  telephone_digits text GENERATED ALWAYS AS (ev.comparable_telephone(telephone)),
  name_folded text NOT NULL GENERATED ALWAYS AS (ev.plain_name(name)),
  name_keys text[] NOT NULL GENERATED ALWAYS AS (ev.name_keys(name)),
  CONSTRAINT referral_check CHECK (((ended_on IS NULL) = (ended_by IS NULL))),
  CONSTRAINT referral_own_reference_check CHECK (((length(own_reference) >= 1) AND (length(own_reference) <= 60))),
  CONSTRAINT referral_work_check CHECK ((work = ANY (ARRAY['solicitor'::text, 'agency'::text]))),
  CONSTRAINT referral_enquiry_id_fkey FOREIGN KEY (enquiry_id) REFERENCES ev.enquiry(id),
  CONSTRAINT referral_pkey PRIMARY KEY (id),
  CONSTRAINT referral_enquiry_id_key UNIQUE (enquiry_id),
  CONSTRAINT referral_link_hash_key UNIQUE (link_hash)
);

CREATE TABLE ev.request_key (
  key uuid NOT NULL,
  act text NOT NULL,
  actor uuid DEFAULT ev.actor(),
  at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  answer jsonb,
  CONSTRAINT request_key_pkey PRIMARY KEY (key)
);

CREATE TABLE ev.request_passing (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  request_id uuid NOT NULL,
  controller text NOT NULL,
  covers text NOT NULL,
  due_on date NOT NULL,
  noted_by uuid NOT NULL DEFAULT ev.actor(),
  noted_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  passed_on date,
  passed_by uuid,
  passed_how text,
  received_on date,
  received_by uuid,
  CONSTRAINT request_passing_check CHECK ((num_nonnulls(passed_on, passed_by, passed_how) = ANY (ARRAY[0, 3]))),
  CONSTRAINT request_passing_check1 CHECK (((num_nonnulls(received_on, received_by) = ANY (ARRAY[0, 2])) AND ((received_on IS NULL) OR (passed_on IS NOT NULL)))),
  CONSTRAINT request_passing_controller_check CHECK ((controller ~ '^[a-zA-Z]{1,40}$'::text)),
  CONSTRAINT request_passing_covers_check CHECK ((covers = ANY (ARRAY['all'::text, 'part'::text]))),
  CONSTRAINT request_passing_passed_how_check CHECK ((passed_how = ANY (ARRAY['post'::text, 'email'::text, 'by_hand'::text, 'telephone'::text, 'their_website'::text]))),
  CONSTRAINT request_passing_passed_by_fkey FOREIGN KEY (passed_by) REFERENCES ev.staff(id),
  CONSTRAINT request_passing_received_by_fkey FOREIGN KEY (received_by) REFERENCES ev.staff(id),
  CONSTRAINT request_passing_request_id_fkey FOREIGN KEY (request_id) REFERENCES ev.rights_request(id),
  CONSTRAINT request_passing_pkey PRIMARY KEY (id),
  CONSTRAINT request_passing_once UNIQUE (request_id, controller)
);

CREATE TABLE ev.request_stop (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  request_id uuid NOT NULL,
  asked_on date NOT NULL DEFAULT ((ev.service_now() AT TIME ZONE 'Europe/London'::text))::date,
  asked_by uuid NOT NULL,
  question text NOT NULL,
  answered_on date,
  answered_by uuid,
  CONSTRAINT request_stop_check CHECK (((answered_on IS NULL) = (answered_by IS NULL))),
  CONSTRAINT request_stop_order CHECK ((answered_on >= asked_on)),
  CONSTRAINT request_stop_question_check CHECK ((question = ANY (ARRAY['period'::text, 'matter'::text, 'papers'::text]))),
  CONSTRAINT request_stop_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES ev.staff(id),
  CONSTRAINT request_stop_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES ev.staff(id),
  CONSTRAINT request_stop_request_id_fkey FOREIGN KEY (request_id) REFERENCES ev.rights_request(id),
  CONSTRAINT request_stop_pkey PRIMARY KEY (id)
);

CREATE TABLE ev.restoration (
  id uuid NOT NULL,
  restored_at timestamp with time zone NOT NULL,
  backup_made_at timestamp with time zone NOT NULL,
  replayed_at timestamp with time zone,
  replayed_acts integer,
  CONSTRAINT restoration_pkey PRIMARY KEY (id)
);

CREATE TABLE ev.restriction (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  person_id uuid,
  enquiry_id uuid,
  request_id uuid,
  covers text NOT NULL,
  ground text NOT NULL,
  placed_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  placed_by uuid NOT NULL DEFAULT ev.actor(),
  told_at timestamp with time zone,
  told_by uuid,
  told_how text,
  lifted_at timestamp with time zone,
  lifted_by uuid,
  CONSTRAINT restriction_covers_check CHECK ((covers = ANY (ARRAY['everything'::text, 'file'::text, 'enquiry'::text]))),
  CONSTRAINT restriction_ground_check CHECK ((ground = ANY (ARRAY['accuracy'::text, 'unlawful'::text, 'claims'::text, 'objection'::text]))),
  CONSTRAINT restriction_lifted CHECK (((lifted_at IS NULL) = (lifted_by IS NULL))),
  CONSTRAINT restriction_of_one CHECK (((num_nonnulls(person_id, enquiry_id) = 1) AND ((covers = 'enquiry'::text) = (enquiry_id IS NOT NULL)))),
  CONSTRAINT restriction_told CHECK ((((told_at IS NULL) = (told_by IS NULL)) AND ((told_at IS NULL) = (told_how IS NULL)))),
  CONSTRAINT restriction_told_first CHECK (((lifted_at IS NULL) OR ((told_at IS NOT NULL) AND (told_at <= lifted_at)))),
  CONSTRAINT restriction_told_how_check CHECK ((told_how = ANY (ARRAY['email'::text, 'letter'::text, 'spoken'::text]))),
  CONSTRAINT restriction_enquiry_id_fkey FOREIGN KEY (enquiry_id) REFERENCES ev.enquiry(id),
  CONSTRAINT restriction_person_id_fkey FOREIGN KEY (person_id) REFERENCES ev.person(id),
  CONSTRAINT restriction_request_id_fkey FOREIGN KEY (request_id) REFERENCES ev.rights_request(id) ON DELETE SET NULL,
  CONSTRAINT restriction_pkey PRIMARY KEY (id)
);

CREATE TABLE ev.retention_state (
  aggregate text NOT NULL,
  aggregate_id uuid NOT NULL,
  rule text NOT NULL,
  policy_hash text NOT NULL,
  due_on date NOT NULL,
  status text NOT NULL,
  reason text,
  since timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  wait_until date,
  CONSTRAINT retention_state_aggregate_check CHECK ((aggregate = ANY (ARRAY['case'::text, 'enquiry'::text]))),
  CONSTRAINT retention_state_check CHECK (((status = 'deferred'::text) = (reason IS NOT NULL))),
  CONSTRAINT retention_state_check1 CHECK (((status <> 'provisional'::text) OR (wait_until IS NOT NULL))),
  CONSTRAINT retention_state_reason_check CHECK ((reason ~ '^[a-z]+(-[a-z]+)*(,[a-z]+(-[a-z]+)*)*$'::text)),
  CONSTRAINT retention_state_status_check CHECK ((status = ANY (ARRAY['deferred'::text, 'provisional'::text, 'review'::text]))),
  CONSTRAINT retention_state_pkey PRIMARY KEY (aggregate, aggregate_id)
);

CREATE TABLE ev.returning_card (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  given_name text NOT NULL,
  family_name text NOT NULL,
  former_names text,
  birth_date text,
  contact text NOT NULL,
  reference text NOT NULL,
  closed_on date NOT NULL,
  made_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  ended_at timestamp with time zone,
  returned_case uuid,
  returned_side text,
  name_folded text NOT NULL GENERATED ALWAYS AS (ev.plain_name(((given_name || ' '::text) || family_name))),
  name_turned text NOT NULL GENERATED ALWAYS AS (ev.plain_name(((family_name || ' '::text) || given_name))),
  name_keys text[] NOT NULL GENERATED ALWAYS AS (ev.name_keys(((((given_name || ' '::text) || family_name) || ' '::text) || COALESCE(former_names, ''::text)))),
  contact_keys text[] NOT NULL GENERATED ALWAYS AS (string_to_array(contact, chr(10))),
  CONSTRAINT returning_card_birth_date_check CHECK (ev.is_partial_date(birth_date)),
  CONSTRAINT returning_card_check CHECK (((returned_case IS NULL) OR (returned_side IS NOT NULL))),
  CONSTRAINT returning_card_returned_side_check CHECK ((returned_side = ANY (ARRAY['A'::text, 'B'::text]))),
  CONSTRAINT returning_card_returned_case_fkey FOREIGN KEY (returned_case) REFERENCES ev.case_file(id) ON DELETE SET NULL,
  CONSTRAINT returning_card_pkey PRIMARY KEY (id)
);

CREATE TABLE ev.right_decision (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  request_id uuid NOT NULL,
  category text NOT NULL,
  answer text NOT NULL,
  ground text,
  reason text NOT NULL DEFAULT ''::text,
  policy_hash text NOT NULL,
  decided_by uuid NOT NULL,
  decided_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  turn bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  CONSTRAINT decision_ground CHECK (((answer = 'granted'::text) = (ground IS NULL))),
  CONSTRAINT decision_reason CHECK (((answer = 'granted'::text) OR (reason <> ''::text))),
  CONSTRAINT right_decision_answer_check CHECK ((answer = ANY (ARRAY['granted'::text, 'partly'::text, 'refused'::text]))),
  CONSTRAINT right_decision_category_check CHECK ((category ~ '^[a-zA-Z]{1,40}[.][a-zA-Z]{1,40}$'::text)),
  CONSTRAINT right_decision_ground_check CHECK ((ground ~ '^[a-z][A-Za-z]{1,40}$'::text)),
  CONSTRAINT right_decision_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES ev.staff(id),
  CONSTRAINT right_decision_request_id_fkey FOREIGN KEY (request_id) REFERENCES ev.rights_request(id),
  CONSTRAINT right_decision_pkey PRIMARY KEY (id)
);

CREATE TABLE ev.rights_request (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  reference text NOT NULL,
  kind text NOT NULL,
  channel text NOT NULL,
  received_on date NOT NULL DEFAULT ((ev.service_now() AT TIME ZONE 'Europe/London'::text))::date,
  made_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  taken_by uuid,
  asked_for text NOT NULL,
  given_name text NOT NULL DEFAULT ''::text,
  family_name text NOT NULL DEFAULT ''::text,
  birth_date text,
  representative text,
  organisation text,
  child_name text,
  details text NOT NULL DEFAULT ''::text,
  given_contact text,
  authority_on date,
  authority_by uuid,
  person_id uuid,
  enquiry_id uuid,
  matched_on date,
  matched_by uuid,
  identity text NOT NULL DEFAULT 'open'::text,
  identity_asked_on date,
  identity_settled_on date,
  identity_by uuid,
  identity_reason text,
  acknowledged_on date,
  acknowledged_by uuid,
  acknowledged_how text,
  extended_on date,
  extended_by uuid,
  extension_reason text,
  closed_on date,
  closed_by uuid,
  outcome text,
  closing_note text,
  CONSTRAINT request_acknowledged CHECK ((((acknowledged_on IS NULL) = (acknowledged_how IS NULL)) AND ((acknowledged_on IS NULL) = (acknowledged_by IS NULL)))),
  CONSTRAINT request_asked_first CHECK (((identity <> ALL (ARRAY['asked'::text, 'shown'::text])) OR (identity_asked_on IS NOT NULL))),
  CONSTRAINT request_authority CHECK (((authority_on IS NULL) = (authority_by IS NULL))),
  CONSTRAINT request_authority_first CHECK (((outcome IS NULL) OR (outcome = ANY (ARRAY['not_shown'::text, 'taken_back'::text, 'refused'::text, 'passed_on'::text])) OR (asked_for <> 'represented'::text) OR (authority_on IS NOT NULL))),
  CONSTRAINT request_closed CHECK ((((closed_on IS NULL) = (outcome IS NULL)) AND ((closed_on IS NULL) = (closed_by IS NULL)))),
  CONSTRAINT request_extended CHECK ((((extended_on IS NULL) = (extension_reason IS NULL)) AND ((extended_on IS NULL) = (extended_by IS NULL)))),
  CONSTRAINT request_identity_first CHECK (((outcome IS NULL) OR (outcome = ANY (ARRAY['not_shown'::text, 'taken_back'::text, 'passed_on'::text])) OR (identity = ANY (ARRAY['shown'::text, 'not_needed'::text])))),
  CONSTRAINT request_not_needed CHECK (((identity <> 'not_needed'::text) OR ((identity_by IS NOT NULL) AND (COALESCE(identity_reason, ''::text) <> ''::text)))),
  CONSTRAINT request_of_child CHECK (((asked_for = 'child'::text) = (child_name IS NOT NULL))),
  CONSTRAINT request_of_one CHECK ((num_nonnulls(person_id, enquiry_id) <= 1)),
  CONSTRAINT request_represented CHECK (((asked_for = 'represented'::text) = (representative IS NOT NULL))),
  CONSTRAINT request_settled_on CHECK (((identity = ANY (ARRAY['shown'::text, 'not_needed'::text])) = (identity_settled_on IS NOT NULL))),
  CONSTRAINT request_taken_by CHECK (((taken_by IS NULL) = (channel = ANY (ARRAY['website'::text, 'portal'::text])))),
  CONSTRAINT rights_request_acknowledged_how_check CHECK ((acknowledged_how = ANY (ARRAY['email'::text, 'letter'::text, 'spoken'::text]))),
  CONSTRAINT rights_request_asked_for_check CHECK ((asked_for = ANY (ARRAY['self'::text, 'represented'::text, 'child'::text]))),
  CONSTRAINT rights_request_channel_check CHECK ((channel = ANY (ARRAY['website'::text, 'portal'::text, 'letter'::text, 'email'::text, 'telephone'::text, 'in_person'::text]))),
  CONSTRAINT rights_request_extension_reason_check CHECK ((extension_reason = ANY (ARRAY['complex'::text, 'many'::text]))),
  CONSTRAINT rights_request_identity_check CHECK ((identity = ANY (ARRAY['open'::text, 'asked'::text, 'shown'::text, 'not_needed'::text]))),
  CONSTRAINT rights_request_kind_check CHECK ((kind = ANY (ARRAY['access'::text, 'correction'::text, 'erasure'::text, 'restriction'::text, 'objection'::text, 'portability'::text, 'withdrawal'::text]))),
  CONSTRAINT rights_request_outcome_check CHECK ((outcome = ANY (ARRAY['done'::text, 'partly'::text, 'refused'::text, 'nothing_held'::text, 'not_shown'::text, 'taken_back'::text, 'passed_on'::text]))),
  CONSTRAINT rights_request_acknowledged_by_fkey FOREIGN KEY (acknowledged_by) REFERENCES ev.staff(id),
  CONSTRAINT rights_request_authority_by_fkey FOREIGN KEY (authority_by) REFERENCES ev.staff(id),
  CONSTRAINT rights_request_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES ev.staff(id),
  CONSTRAINT rights_request_enquiry_id_fkey FOREIGN KEY (enquiry_id) REFERENCES ev.enquiry(id) ON DELETE SET NULL,
  CONSTRAINT rights_request_extended_by_fkey FOREIGN KEY (extended_by) REFERENCES ev.staff(id),
  CONSTRAINT rights_request_identity_by_fkey FOREIGN KEY (identity_by) REFERENCES ev.staff(id),
  CONSTRAINT rights_request_matched_by_fkey FOREIGN KEY (matched_by) REFERENCES ev.staff(id),
  CONSTRAINT rights_request_person_id_fkey FOREIGN KEY (person_id) REFERENCES ev.person(id) ON DELETE SET NULL,
  CONSTRAINT rights_request_taken_by_fkey FOREIGN KEY (taken_by) REFERENCES ev.staff(id),
  CONSTRAINT rights_request_pkey PRIMARY KEY (id),
  CONSTRAINT rights_request_reference_key UNIQUE (reference)
);

CREATE TABLE ev.role_rule (
  staff_role text NOT NULL,
  db_role name NOT NULL,
  row_scope text NOT NULL,
  CONSTRAINT role_rule_row_scope_check CHECK ((row_scope = ANY (ARRAY['any'::text, 'assigned'::text, 'own'::text, 'added'::text]))),
  CONSTRAINT role_rule_pkey PRIMARY KEY (staff_role, db_role)
);

CREATE TABLE ev.room (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  venue_id uuid NOT NULL,
  name text NOT NULL,
  retired_at timestamp with time zone,
  CONSTRAINT room_venue_id_fkey FOREIGN KEY (venue_id) REFERENCES ev.venue(id),
  CONSTRAINT room_pkey PRIMARY KEY (id)
);

CREATE TABLE ev.safe_contact (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  person_id uuid NOT NULL,
  version integer NOT NULL,
  email text NOT NULL DEFAULT 'not_asked'::text,
  telephone text NOT NULL DEFAULT 'not_asked'::text,
  text_message text NOT NULL DEFAULT 'not_asked'::text,
  voicemail text NOT NULL DEFAULT 'not_asked'::text,
  letter text NOT NULL DEFAULT 'not_asked'::text,
  times text,
  safe_days text,
  safe_from text,
  safe_until text,
  who_may_answer text,
  code_word text,
  language text,
  interpreter text,
  adjustments text,
  said_by text NOT NULL,
  said_on date NOT NULL,
  reason text,
  recorded_by uuid DEFAULT ev.actor(),
  recorded_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  CONSTRAINT safe_contact_email_check CHECK ((email = ANY (ARRAY['safe'::text, 'unsafe'::text, 'not_asked'::text]))),
  CONSTRAINT safe_contact_hours CHECK ((((safe_from IS NULL) = (safe_until IS NULL)) AND (safe_from < safe_until))),
  CONSTRAINT safe_contact_letter_check CHECK ((letter = ANY (ARRAY['safe'::text, 'unsafe'::text, 'not_asked'::text]))),
  CONSTRAINT safe_contact_safe_days_check CHECK ((safe_days ~ '^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)( (Mon|Tue|Wed|Thu|Fri|Sat|Sun)){0,6}$'::text)),
  CONSTRAINT safe_contact_safe_from_check CHECK ((safe_from ~ '^([01]\d|2[0-3]):[0-5]\d$'::text)),
  CONSTRAINT safe_contact_safe_until_check CHECK ((safe_until ~ '^([01]\d|2[0-3]):[0-5]\d$'::text)),
  CONSTRAINT safe_contact_said_by_check CHECK ((said_by = ANY (ARRAY['self'::text, 'other_party'::text, 'referrer'::text, 'staff'::text]))),
  CONSTRAINT safe_contact_telephone_check CHECK ((telephone = ANY (ARRAY['safe'::text, 'unsafe'::text, 'not_asked'::text]))),
  CONSTRAINT safe_contact_text_message_check CHECK ((text_message = ANY (ARRAY['safe'::text, 'unsafe'::text, 'not_asked'::text]))),
  CONSTRAINT safe_contact_version_check CHECK ((version > 0)),
  CONSTRAINT safe_contact_voicemail_check CHECK ((voicemail = ANY (ARRAY['safe'::text, 'unsafe'::text, 'not_asked'::text]))),
  CONSTRAINT safe_contact_person_id_fkey FOREIGN KEY (person_id) REFERENCES ev.person(id),
  CONSTRAINT safe_contact_pkey PRIMARY KEY (id),
  CONSTRAINT safe_contact_version UNIQUE (person_id, version)
);

CREATE TABLE ev.screening (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  miam_record_id uuid NOT NULL,
  case_id uuid NOT NULL,
  party_id uuid NOT NULL,
  abuse_risk text NOT NULL,
  child_risk text NOT NULL,
  author uuid NOT NULL DEFAULT ev.actor(),
  recorded_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  CONSTRAINT screening_case_id_fkey FOREIGN KEY (case_id) REFERENCES ev.case_file(id),
  CONSTRAINT screening_of_miam FOREIGN KEY (miam_record_id, case_id, party_id) REFERENCES ev.miam_record(id, case_id, party_id),
  CONSTRAINT screening_pkey PRIMARY KEY (id),
  CONSTRAINT screening_once UNIQUE (miam_record_id)
);

CREATE TABLE ev.session_note (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  case_id uuid NOT NULL,
  session_id uuid NOT NULL,
  zone text NOT NULL,
  kind text NOT NULL,
  legal_quality text NOT NULL,
  words text NOT NULL,
  passing text,
  passed_at timestamp with time zone,
  author uuid NOT NULL DEFAULT ev.actor(),
  written_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  CONSTRAINT session_note_check CHECK (((zone = 'both'::text) = (passing IS NULL))),
  CONSTRAINT session_note_check1 CHECK (((passed_at IS NULL) OR (passing IS NOT NULL))),
  CONSTRAINT session_note_kind_check CHECK ((kind = ANY (ARRAY['issue'::text, 'fact'::text, 'proposal'::text, 'counter_proposal'::text, 'agreement'::text]))),
  CONSTRAINT session_note_legal_quality_check CHECK ((legal_quality = ANY (ARRAY['open'::text, 'without_prejudice'::text]))),
  CONSTRAINT session_note_passing_check CHECK ((passing = ANY (ARRAY['may'::text, 'may_not'::text, 'ask'::text]))),
  CONSTRAINT session_note_words_check CHECK ((words <> ''::text)),
  CONSTRAINT session_note_zone_check CHECK ((zone = ANY (ARRAY['A'::text, 'B'::text, 'both'::text]))),
  CONSTRAINT session_note_of FOREIGN KEY (session_id, case_id) REFERENCES ev.mediation_session(id, case_id),
  CONSTRAINT session_note_pkey PRIMARY KEY (id),
  CONSTRAINT session_note_in_session UNIQUE (id, session_id, case_id)
);

CREATE TABLE ev.session_observer (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  case_id uuid NOT NULL,
  session_id uuid NOT NULL,
  staff_id uuid NOT NULL,
  agreed_a_on date NOT NULL,
  agreed_b_on date NOT NULL,
  CONSTRAINT session_observer_of FOREIGN KEY (session_id, case_id) REFERENCES ev.mediation_session(id, case_id),
  CONSTRAINT session_observer_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES ev.staff(id),
  CONSTRAINT session_observer_pkey PRIMARY KEY (id),
  CONSTRAINT session_observer_session_id_staff_id_key UNIQUE (session_id, staff_id)
);

CREATE TABLE ev.session_record (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  case_id uuid NOT NULL,
  appointment_id uuid,
  zone text NOT NULL,
  legal_quality text NOT NULL,
  held_on date NOT NULL,
  way text NOT NULL,
  discussed text NOT NULL,
  agreed text NOT NULL DEFAULT ''::text,
  author uuid NOT NULL DEFAULT ev.actor(),
  recorded_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  CONSTRAINT session_record_legal_quality_check CHECK ((legal_quality = ANY (ARRAY['open'::text, 'without_prejudice'::text]))),
  CONSTRAINT session_record_way_check CHECK ((way = ANY (ARRAY['joint'::text, 'shuttle'::text, 'online'::text, 'alone'::text, 'telephone'::text]))),
  CONSTRAINT session_record_zone_check CHECK ((zone = ANY (ARRAY['A'::text, 'B'::text, 'both'::text, 'office'::text]))),
  CONSTRAINT session_record_appointment FOREIGN KEY (appointment_id, case_id) REFERENCES ev.appointment(id, case_id),
  CONSTRAINT session_record_case_id_fkey FOREIGN KEY (case_id) REFERENCES ev.case_file(id),
  CONSTRAINT session_record_pkey PRIMARY KEY (id),
  CONSTRAINT session_record_in_zone UNIQUE (id, case_id, zone)
);

CREATE TABLE ev.session_stop (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  case_id uuid NOT NULL,
  session_id uuid NOT NULL,
  reason text NOT NULL,
  stopped_by uuid NOT NULL DEFAULT ev.actor(),
  stopped_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  resumed_at timestamp with time zone,
  resumed_by uuid,
  resumed_because text,
  CONSTRAINT session_stop_check CHECK ((((resumed_at IS NULL) = (resumed_because IS NULL)) AND ((resumed_at IS NULL) = (resumed_by IS NULL)))),
  CONSTRAINT session_stop_of FOREIGN KEY (session_id, case_id) REFERENCES ev.mediation_session(id, case_id),
  CONSTRAINT session_stop_pkey PRIMARY KEY (id)
);

CREATE TABLE ev.session_summary (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  case_id uuid NOT NULL,
  session_record_id uuid,
  zone text NOT NULL,
  legal_quality text NOT NULL,
  summary text NOT NULL,
  author uuid NOT NULL DEFAULT ev.actor(),
  recorded_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  CONSTRAINT session_summary_legal_quality_check CHECK ((legal_quality = ANY (ARRAY['open'::text, 'without_prejudice'::text]))),
  CONSTRAINT session_summary_zone_check CHECK ((zone = ANY (ARRAY['A'::text, 'B'::text, 'both'::text, 'office'::text]))),
  CONSTRAINT session_summary_case_id_fkey FOREIGN KEY (case_id) REFERENCES ev.case_file(id),
  CONSTRAINT session_summary_of FOREIGN KEY (session_record_id, case_id, zone) REFERENCES ev.session_record(id, case_id, zone),
  CONSTRAINT session_summary_pkey PRIMARY KEY (id)
);

CREATE TABLE ev.setting (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  key text NOT NULL,
  value text NOT NULL,
  in_force_from timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  turn bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  changed_by uuid DEFAULT ev.actor(),
  CONSTRAINT setting_key_check CHECK ((key ~ '^[a-z]+(\.[a-z-]+)*$'::text)),
  CONSTRAINT setting_value_check CHECK ((length(value) <= 20000)),
  CONSTRAINT setting_pkey PRIMARY KEY (id)
);

CREATE TABLE ev.staff (
  id uuid NOT NULL,
  name text NOT NULL,
  email text NOT NULL,
  role text NOT NULL,
  invited_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  joined_at timestamp with time zone,
  suspended_at timestamp with time zone,
  left_on date,
  name_folded text NOT NULL GENERATED ALWAYS AS (ev.plain_name(name)),
  name_keys text[] NOT NULL GENERATED ALWAYS AS (ev.name_keys(name)),
  CONSTRAINT staff_role_check CHECK ((role = ANY (ARRAY['coordinator'::text, 'mediator'::text, 'supervisor'::text, 'privacyOfficer'::text, 'administrator'::text]))),
  CONSTRAINT staff_pkey PRIMARY KEY (id)
);

CREATE TABLE ev.staff_link (
  token_hash bytea NOT NULL,
  staff_id uuid,
  kind text NOT NULL,
  made_by uuid DEFAULT ev.actor(),
  made_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  expires_at timestamp with time zone NOT NULL,
  spent_at timestamp with time zone,
  CONSTRAINT staff_link_check CHECK (((kind = 'first'::text) = (staff_id IS NULL))),
  CONSTRAINT staff_link_kind_check CHECK ((kind = ANY (ARRAY['join'::text, 'reset'::text, 'first'::text]))),
  CONSTRAINT staff_link_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES ev.staff(id) ON DELETE CASCADE,
  CONSTRAINT staff_link_pkey PRIMARY KEY (token_hash)
);

CREATE TABLE ev.stored_file (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  case_id uuid NOT NULL,
  zone text NOT NULL,
  legal_quality text NOT NULL,
  name text NOT NULL,
  media_type text NOT NULL,
  size_bytes integer NOT NULL,
  sha256 text NOT NULL,
  stored_name text NOT NULL,
  scan text NOT NULL,
  flags jsonb NOT NULL DEFAULT '[]'::jsonb,
  status text NOT NULL DEFAULT 'quarantined'::text,
  added_by uuid DEFAULT ev.actor(),
  added_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  settled_by uuid,
  settled_at timestamp with time zone,
  CONSTRAINT stored_file_legal_quality_check CHECK ((legal_quality = ANY (ARRAY['open'::text, 'without_prejudice'::text]))),
  CONSTRAINT stored_file_let_go CHECK (((status <> 'released'::text) OR (scan = 'made_here'::text) OR (settled_by IS NOT NULL) OR ((scan = 'clean'::text) AND (flags = '[]'::jsonb)))),
  CONSTRAINT stored_file_scan_check CHECK ((scan = ANY (ARRAY['not_scanned'::text, 'clean'::text, 'made_here'::text]))),
  CONSTRAINT stored_file_size_bytes_check CHECK ((size_bytes >= 0)),
  CONSTRAINT stored_file_status_check CHECK ((status = ANY (ARRAY['quarantined'::text, 'released'::text, 'refused'::text]))),
  CONSTRAINT stored_file_zone_check CHECK ((zone = ANY (ARRAY['A'::text, 'B'::text, 'both'::text, 'office'::text]))),
  CONSTRAINT stored_file_case_id_fkey FOREIGN KEY (case_id) REFERENCES ev.case_file(id),
  CONSTRAINT stored_file_pkey PRIMARY KEY (id),
  CONSTRAINT stored_file_in_zone UNIQUE (id, case_id, zone),
  CONSTRAINT stored_file_stored_name_key UNIQUE (stored_name)
);

CREATE TABLE ev.sweep_state (
  id boolean NOT NULL DEFAULT true,
  swept_at timestamp with time zone NOT NULL,
  halted_at timestamp with time zone,
  confirmed_at timestamp with time zone,
  confirmed_by uuid,
  CONSTRAINT sweep_state_id_check CHECK (id),
  CONSTRAINT sweep_state_pkey PRIMARY KEY (id)
);

CREATE TABLE ev.task (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  kind text NOT NULL,
  case_id uuid,
  enquiry_id uuid,
  message_id uuid,
  subject_id uuid,
  for_role text NOT NULL,
  for_staff uuid,
  due_on date NOT NULL,
  made_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  done_at timestamp with time zone,
  done_by uuid,
  CONSTRAINT task_kind_check CHECK ((kind ~ '^[a-z]+(-[a-z]+)*$'::text)),
  CONSTRAINT task_pkey PRIMARY KEY (id)
);

CREATE TABLE ev.time_answer (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  offer_id uuid NOT NULL,
  case_id uuid NOT NULL,
  zone text NOT NULL,
  words text,
  said_by uuid DEFAULT ev.actor(),
  said_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  turn bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  CONSTRAINT time_answer_words_check CHECK (((length(words) >= 1) AND (length(words) <= 1000))),
  CONSTRAINT time_answer_zone_check CHECK ((zone = ANY (ARRAY['A'::text, 'B'::text]))),
  CONSTRAINT time_answer_case_id_fkey FOREIGN KEY (case_id) REFERENCES ev.case_file(id),
  CONSTRAINT time_answer_offer_id_fkey FOREIGN KEY (offer_id) REFERENCES ev.time_offer(id),
  CONSTRAINT time_answer_pkey PRIMARY KEY (id),
  CONSTRAINT time_answer_whose UNIQUE (id, case_id, zone)
);

CREATE TABLE ev.time_choice (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  answer_id uuid NOT NULL,
  case_id uuid NOT NULL,
  zone text NOT NULL,
  time_id uuid NOT NULL,
  CONSTRAINT time_choice_zone_check CHECK ((zone = ANY (ARRAY['A'::text, 'B'::text]))),
  CONSTRAINT time_choice_of FOREIGN KEY (answer_id, case_id, zone) REFERENCES ev.time_answer(id, case_id, zone),
  CONSTRAINT time_choice_time_id_fkey FOREIGN KEY (time_id) REFERENCES ev.offered_time(id),
  CONSTRAINT time_choice_pkey PRIMARY KEY (id),
  CONSTRAINT time_choice_once UNIQUE (answer_id, time_id)
);

CREATE TABLE ev.time_offer (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  case_id uuid NOT NULL,
  kind text NOT NULL,
  zone text NOT NULL,
  means text NOT NULL,
  answer_by date NOT NULL,
  status text NOT NULL DEFAULT 'open'::text,
  appointment_id uuid,
  settled_at timestamp with time zone,
  made_by uuid DEFAULT ev.actor(),
  made_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  CONSTRAINT time_offer_check CHECK (((kind = 'session'::text) = (zone = 'both'::text))),
  CONSTRAINT time_offer_check1 CHECK (((status = 'booked'::text) = (appointment_id IS NOT NULL))),
  CONSTRAINT time_offer_kind_check CHECK ((kind = ANY (ARRAY['miam'::text, 'session'::text]))),
  CONSTRAINT time_offer_means_check CHECK ((means = ANY (ARRAY['room'::text, 'telephone'::text, 'online'::text]))),
  CONSTRAINT time_offer_status_check CHECK ((status = ANY (ARRAY['open'::text, 'booked'::text, 'withdrawn'::text]))),
  CONSTRAINT time_offer_zone_check CHECK ((zone = ANY (ARRAY['A'::text, 'B'::text, 'both'::text]))),
  CONSTRAINT time_offer_appointment_id_fkey FOREIGN KEY (appointment_id) REFERENCES ev.appointment(id),
  CONSTRAINT time_offer_case_id_fkey FOREIGN KEY (case_id) REFERENCES ev.case_file(id),
  CONSTRAINT time_offer_pkey PRIMARY KEY (id),
  CONSTRAINT time_offer_whose UNIQUE (id, case_id, zone)
);

CREATE TABLE ev.told_again (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  request_id uuid NOT NULL,
  change text NOT NULL,
  who text NOT NULL,
  noted_by uuid NOT NULL DEFAULT ev.actor(),
  noted_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  outcome text,
  reason text,
  settled_on date,
  settled_by uuid,
  CONSTRAINT told_again_change_check CHECK ((change = ANY (ARRAY['correction'::text, 'erasure'::text, 'restriction'::text, 'lifting'::text]))),
  CONSTRAINT told_again_outcome_check CHECK ((outcome = ANY (ARRAY['told'::text, 'never_had'::text, 'impossible'::text, 'disproportionate'::text]))),
  CONSTRAINT told_again_reason CHECK (((COALESCE(outcome, 'told'::text) = 'told'::text) OR (reason IS NOT NULL))),
  CONSTRAINT told_again_reason_check CHECK ((reason <> ''::text)),
  CONSTRAINT told_again_settled CHECK ((((outcome IS NULL) = (settled_on IS NULL)) AND ((outcome IS NULL) = (settled_by IS NULL)))),
  CONSTRAINT told_again_who_check CHECK ((who <> ''::text)),
  CONSTRAINT told_again_request_id_fkey FOREIGN KEY (request_id) REFERENCES ev.rights_request(id),
  CONSTRAINT told_again_settled_by_fkey FOREIGN KEY (settled_by) REFERENCES ev.staff(id),
  CONSTRAINT told_again_pkey PRIMARY KEY (id)
);

CREATE TABLE ev.told_of_other (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  case_id uuid NOT NULL,
  zone text NOT NULL,
  given_name text NOT NULL,
  family_name text NOT NULL,
  birth_date text,
  recorded_by uuid DEFAULT ev.actor(),
  told_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  turn bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  CONSTRAINT told_of_other_birth_date_check CHECK (ev.is_partial_date(birth_date)),
  CONSTRAINT told_of_other_zone_check CHECK ((zone = ANY (ARRAY['A'::text, 'B'::text]))),
  CONSTRAINT told_of_other_case_id_fkey FOREIGN KEY (case_id) REFERENCES ev.case_file(id),
  CONSTRAINT told_of_other_pkey PRIMARY KEY (id)
);

CREATE TABLE ev.travel_time (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  one_venue uuid NOT NULL,
  other_venue uuid NOT NULL,
  minutes integer NOT NULL,
  CONSTRAINT travel_time_check CHECK ((one_venue < other_venue)),
  CONSTRAINT travel_time_minutes_check CHECK (((minutes >= 0) AND (minutes <= 480))),
  CONSTRAINT travel_time_one_venue_fkey FOREIGN KEY (one_venue) REFERENCES ev.venue(id),
  CONSTRAINT travel_time_other_venue_fkey FOREIGN KEY (other_venue) REFERENCES ev.venue(id),
  CONSTRAINT travel_time_pkey PRIMARY KEY (id),
  CONSTRAINT travel_time_once UNIQUE (one_venue, other_venue)
);

CREATE TABLE ev.venue (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  name text NOT NULL,
  address text NOT NULL,
  postcode text NOT NULL,
  arriving text NOT NULL DEFAULT ''::text,
  retired_at timestamp with time zone,
  separate_waiting boolean NOT NULL DEFAULT false,
  CONSTRAINT venue_pkey PRIMARY KEY (id)
);

CREATE TABLE ev.venue_former (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  venue_id uuid NOT NULL,
  name text NOT NULL,
  address text NOT NULL,
  postcode text NOT NULL,
  arriving text NOT NULL,
  until timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  changed_by uuid DEFAULT ev.actor(),
  separate_waiting boolean NOT NULL DEFAULT false,
  CONSTRAINT venue_former_venue_id_fkey FOREIGN KEY (venue_id) REFERENCES ev.venue(id),
  CONSTRAINT venue_former_pkey PRIMARY KEY (id)
);

CREATE TABLE ev.wall (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  person_id uuid NOT NULL,
  staff_id uuid NOT NULL DEFAULT ev.actor(),
  declared_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  lifted_at timestamp with time zone,
  lifted_by uuid,
  lift_reason text,
  CONSTRAINT wall_check CHECK ((((lifted_at IS NULL) = (lifted_by IS NULL)) AND ((lifted_at IS NULL) = (lift_reason IS NULL)))),
  CONSTRAINT wall_lift_reason_check CHECK ((lift_reason <> ''::text)),
  CONSTRAINT wall_lifted_by_another CHECK ((lifted_by <> staff_id)),
  CONSTRAINT wall_lifted_by_fkey FOREIGN KEY (lifted_by) REFERENCES ev.staff(id),
  CONSTRAINT wall_person_id_fkey FOREIGN KEY (person_id) REFERENCES ev.person(id),
  CONSTRAINT wall_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES ev.staff(id),
  CONSTRAINT wall_pkey PRIMARY KEY (id)
);

CREATE TABLE ev.whereabouts (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  person_id uuid NOT NULL,
  contact_point_id uuid,
  kind text NOT NULL,
  address text NOT NULL,
  postcode text,
  folded text NOT NULL,
  source text NOT NULL,
  recorded_by uuid DEFAULT ev.actor(),
  made_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  ended_at timestamp with time zone,
  CONSTRAINT whereabouts_kind_check CHECK ((kind = ANY (ARRAY['home'::text, 'work'::text, 'school'::text, 'partner'::text, 'other'::text]))),
  CONSTRAINT whereabouts_source_check CHECK ((source = ANY (ARRAY['self'::text, 'other_party'::text, 'referrer'::text, 'staff'::text]))),
  CONSTRAINT whereabouts_contact_point_id_fkey FOREIGN KEY (contact_point_id) REFERENCES ev.contact_point(id),
  CONSTRAINT whereabouts_person_id_fkey FOREIGN KEY (person_id) REFERENCES ev.person(id),
  CONSTRAINT whereabouts_pkey PRIMARY KEY (id),
  CONSTRAINT whereabouts_contact_point_id_key UNIQUE (contact_point_id)
);

CREATE TABLE ev.working_hours (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  staff_id uuid NOT NULL,
  weekday integer NOT NULL,
  from_minute integer NOT NULL,
  until_minute integer NOT NULL,
  break_from integer,
  break_until integer,
  venue_id uuid,
  first_day date NOT NULL,
  last_day date,
  recorded_by uuid DEFAULT ev.actor(),
  recorded_at timestamp with time zone NOT NULL DEFAULT ev.service_now(),
  CONSTRAINT working_hours_break CHECK ((((break_from IS NULL) = (break_until IS NULL)) AND (from_minute < break_from) AND (break_from < break_until) AND (break_until < until_minute))),
  CONSTRAINT working_hours_check CHECK ((from_minute < until_minute)),
  CONSTRAINT working_hours_days CHECK ((first_day <= last_day)),
  CONSTRAINT working_hours_from_minute_check CHECK ((from_minute >= 0)),
  CONSTRAINT working_hours_until_minute_check CHECK ((until_minute <= 1440)),
  CONSTRAINT working_hours_weekday_check CHECK (((weekday >= 1) AND (weekday <= 7))),
  CONSTRAINT working_hours_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES ev.staff(id),
  CONSTRAINT working_hours_venue_id_fkey FOREIGN KEY (venue_id) REFERENCES ev.venue(id),
  CONSTRAINT working_hours_pkey PRIMARY KEY (id),
  CONSTRAINT working_hours_once EXCLUDE USING gist (staff_id WITH =, weekday WITH =, daterange(first_day, last_day, '[]'::text) WITH &&, int4range(from_minute, until_minute) WITH &&)
);

CREATE INDEX notice_of ON auth.notice USING btree (staff_id);
CREATE INDEX party_sign_in_of ON auth.party_sign_in USING btree (person_id);
CREATE INDEX party_sign_in_point ON auth.party_sign_in USING btree (contact_point_id);
CREATE INDEX party_sign_in_professional ON auth.party_sign_in USING btree (professional_id);
CREATE INDEX passkey_of ON auth.passkey USING btree (staff_id, added_at);
CREATE INDEX sign_in_of ON auth.sign_in USING btree (staff_id, made_at DESC);
CREATE INDEX absence_of ON ev.absence USING btree (staff_id, ends_at) WHERE (withdrawn_at IS NULL);
CREATE INDEX access_log_actor ON ev.access_log USING btree (actor, id);
CREATE INDEX access_log_case ON ev.access_log USING btree (case_id, id) WHERE (case_id IS NOT NULL);
CREATE UNIQUE INDEX access_pack_once ON ev.access_pack USING btree (request_id) WHERE (state <> 'aside'::text);
CREATE INDEX agreement_to_mediate_case ON ev.agreement_to_mediate USING btree (case_id);
CREATE INDEX appointment_case ON ev.appointment USING btree (case_id);
CREATE INDEX appointment_diary ON ev.appointment USING btree (starts_at) WHERE (status <> 'cancelled'::text);
CREATE INDEX appointment_mediator ON ev.appointment USING btree (mediator_id, case_id) WHERE (status <> 'cancelled'::text);
CREATE INDEX arrangement_case ON ev.arrangement USING btree (case_id);
CREATE INDEX arrangement_child ON ev.arrangement USING btree (child_id, said_on DESC, turn DESC);
CREATE INDEX arrival_plan_case ON ev.arrival_plan USING btree (case_id, turn DESC);
CREATE INDEX attendance_case ON ev.attendance USING btree (case_id);
CREATE INDEX attendance_party ON ev.attendance USING btree (party_id);
CREATE INDEX audit_seal_of ON ev.audit_seal USING btree (after_id, from_xid);
CREATE UNIQUE INDEX authenticator_reset_waiting ON ev.authenticator_reset USING btree (staff_id) WHERE ((approved_at IS NULL) AND (withdrawn_at IS NULL));
CREATE INDEX backup_latest ON ev.backup USING btree (made_at DESC);
CREATE INDEX booking_exception_case ON ev.booking_exception USING btree (case_id);
CREATE INDEX breach_case ON ev.breach USING btree (case_id) WHERE (case_id IS NOT NULL);
CREATE INDEX breach_closed_on ON ev.breach USING btree (closed_on) WHERE (closed_on IS NOT NULL);
CREATE INDEX breach_message ON ev.breach USING btree (message_id) WHERE (message_id IS NOT NULL);
CREATE INDEX breach_open ON ev.breach USING btree (aware_at) WHERE (closed_on IS NULL);
CREATE INDEX breach_report_of ON ev.breach_report USING btree (breach_id);
CREATE UNIQUE INDEX calendar_feed_one ON ev.calendar_feed USING btree (staff_id) WHERE (ended_at IS NULL);
CREATE INDEX case_file_live ON ev.case_file USING btree (opened_at DESC, id) WHERE (status = 'live'::text);
CREATE INDEX case_file_mediator ON ev.case_file USING btree (mediator_id, id);
CREATE INDEX case_reason_case ON ev.case_reason USING btree (case_id);
CREATE INDEX child_by_birth ON ev.child USING btree (birth_date);
CREATE INDEX child_by_keys ON ev.child USING gin (name_keys) WITH (fastupdate=off);
CREATE INDEX child_by_likeness ON ev.child USING gin (name_folded ext.gin_trgm_ops) WITH (fastupdate=off);
CREATE INDEX child_by_name ON ev.child USING btree (name_folded);
CREATE INDEX child_by_turned ON ev.child USING btree (name_turned);
CREATE INDEX child_case ON ev.child USING btree (case_id);
CREATE INDEX child_agreement_case ON ev.child_agreement USING btree (case_id);
CREATE INDEX child_agreement_child ON ev.child_agreement USING btree (child_id, turn DESC);
CREATE INDEX child_meeting_case ON ev.child_meeting USING btree (case_id);
CREATE INDEX child_word_case ON ev.child_word USING btree (case_id);
CREATE INDEX child_word_meeting ON ev.child_word USING btree (meeting_id);
CREATE INDEX closure_request_case ON ev.closure_request USING btree (case_id);
CREATE UNIQUE INDEX closure_request_once ON ev.closure_request USING btree (case_id) WHERE (settled_at IS NULL);
CREATE INDEX complaint_about_staff ON ev.complaint USING btree (about_staff) WHERE (about_staff IS NOT NULL);
CREATE INDEX complaint_closed ON ev.complaint USING btree (closed_on) WHERE (closed_on IS NOT NULL);
CREATE INDEX complaint_of ON ev.complaint USING btree (person_id) WHERE (person_id IS NOT NULL);
CREATE INDEX complaint_open ON ev.complaint USING btree (received_on) WHERE (closed_on IS NULL);
CREATE INDEX complaint_step_of ON ev.complaint_step USING btree (complaint_id);
CREATE INDEX complaint_telling_of ON ev.complaint_telling USING btree (complaint_id);
CREATE UNIQUE INDEX complaint_telling_once ON ev.complaint_telling USING btree (complaint_id) WHERE (decision = 'told'::text);
CREATE INDEX complaint_telling_person ON ev.complaint_telling USING btree (person_id) WHERE (person_id IS NOT NULL);
CREATE INDEX concern_case ON ev.concern USING btree (case_id);
CREATE INDEX concern_open ON ev.concern USING btree (recorded_at) WHERE (closed_on IS NULL);
CREATE INDEX consent_event_subject ON ev.consent_event USING btree (subject_id, scope, at DESC);
CREATE INDEX consent_event_untold ON ev.consent_event USING btree (at) WHERE (receipt = 'due'::text);
CREATE INDEX consent_subject_enquiry ON ev.consent_subject USING btree (enquiry_id);
CREATE INDEX consent_subject_person ON ev.consent_subject USING btree (person_id);
CREATE INDEX contact_point_by_value ON ev.contact_point USING btree (kind, value_folded) WHERE (ended_at IS NULL);
CREATE INDEX contact_point_of ON ev.contact_point USING btree (person_id) WHERE (ended_at IS NULL);
CREATE INDEX contact_point_person ON ev.contact_point USING btree (person_id);
CREATE INDEX contact_point_replaces ON ev.contact_point USING btree (replaces_id) WHERE (replaces_id IS NOT NULL);
CREATE INDEX destruction_certificate_latest ON ev.destruction_certificate USING btree (destroyed_at DESC, id);
CREATE INDEX details_confirmed_of ON ev.details_confirmed USING btree (person_id, confirmed_at DESC);
CREATE INDEX disclosure_case ON ev.disclosure USING btree (case_id);
CREATE INDEX disclosure_concern ON ev.disclosure USING btree (concern_id) WHERE (concern_id IS NOT NULL);
CREATE INDEX disclosure_when ON ev.disclosure USING btree (decided_at DESC);
CREATE INDEX draft_case ON ev.draft USING btree (case_id);
CREATE INDEX enquiry_by_birth ON ev.enquiry USING btree (birth_date);
CREATE INDEX enquiry_by_email ON ev.enquiry USING btree (email_folded);
CREATE INDEX enquiry_by_keys ON ev.enquiry USING gin (name_keys) WITH (fastupdate=off);
CREATE INDEX enquiry_by_likeness ON ev.enquiry USING gin (name_folded ext.gin_trgm_ops) WITH (fastupdate=off);
CREATE INDEX enquiry_by_name ON ev.enquiry USING btree (name_folded);
CREATE INDEX enquiry_by_other_keys ON ev.enquiry USING gin (other_name_keys) WITH (fastupdate=off);
CREATE INDEX enquiry_by_other_likeness ON ev.enquiry USING gin (other_name_folded ext.gin_trgm_ops) WITH (fastupdate=off);
CREATE INDEX enquiry_by_other_name ON ev.enquiry USING btree (other_name_folded);
CREATE INDEX enquiry_by_other_turned ON ev.enquiry USING btree (other_name_turned);
CREATE INDEX enquiry_by_postcode ON ev.enquiry USING btree (postcode);
CREATE INDEX enquiry_by_telephone ON ev.enquiry USING btree (telephone_digits);
CREATE INDEX enquiry_by_turned ON ev.enquiry USING btree (name_turned);
CREATE INDEX enquiry_of_case ON ev.enquiry USING btree (case_id) WHERE (case_id IS NOT NULL);
CREATE INDEX enquiry_waiting ON ev.enquiry USING btree (received_at) WHERE (status = 'new'::text);
CREATE INDEX enquiry_correction_by_request ON ev.enquiry_correction USING btree (request_id) WHERE (request_id IS NOT NULL);
CREATE INDEX enquiry_correction_case ON ev.enquiry_correction USING btree (case_id) WHERE (case_id IS NOT NULL);
CREATE INDEX enquiry_correction_of ON ev.enquiry_correction USING btree (enquiry_id, corrected_at);
CREATE INDEX erasure_order_person ON ev.erasure_order USING btree (person_id);
CREATE INDEX file_item_case ON ev.file_item USING btree (case_id);
CREATE INDEX file_review_case ON ev.file_review USING btree (case_id);
CREATE INDEX file_sharing_case ON ev.file_sharing USING btree (case_id);
CREATE INDEX follow_up_case ON ev.follow_up USING btree (case_id);
CREATE INDEX glass_break_case ON ev.glass_break USING btree (case_id);
CREATE INDEX glass_break_staff ON ev.glass_break USING btree (staff_id, ends_at DESC);
CREATE INDEX hold_case ON ev.hold USING btree (case_id);
CREATE INDEX hold_standing ON ev.hold USING btree (case_id) WHERE (lifted_at IS NULL);
CREATE INDEX holiday_opening_of ON ev.holiday_opening USING btree (day, turn DESC);
CREATE INDEX identity_check_contact ON ev.identity_check USING btree (contact_point_id);
CREATE INDEX identity_check_of ON ev.identity_check USING btree (request_id);
CREATE INDEX import_sheet_listed ON ev.import_sheet USING btree (given_at DESC, id);
CREATE INDEX imported_case_of ON ev.imported_case USING btree (import_id);
CREATE UNIQUE INDEX imported_case_reference ON ev.imported_case USING btree (lower(old_reference));
CREATE INDEX inspection_wish_case ON ev.inspection_wish USING btree (case_id, zone, turn DESC);
CREATE INDEX invitation_running ON ev.invitation USING btree (since, id) WHERE (outcome IS NULL);
CREATE INDEX invitation_answer_case ON ev.invitation_answer USING btree (case_id);
CREATE INDEX invitation_answer_of_invitation ON ev.invitation_answer USING btree (invitation_id, made_at DESC);
CREATE INDEX invitation_answer_step ON ev.invitation_answer USING btree (step_id);
CREATE INDEX invitation_step_case ON ev.invitation_step USING btree (case_id);
CREATE INDEX invitation_step_contact ON ev.invitation_step USING btree (contact_point_id);
CREATE INDEX invitation_step_message ON ev.invitation_step USING btree (message_id);
CREATE INDEX life_event_of ON ev.life_event USING btree (aggregate, aggregate_id, event);
CREATE INDEX mediation_session_case ON ev.mediation_session USING btree (case_id);
CREATE UNIQUE INDEX mediation_session_one_open ON ev.mediation_session USING btree (case_id) WHERE (closed_at IS NULL);
CREATE INDEX mediation_session_second ON ev.mediation_session USING btree (second_mediator, case_id) WHERE (second_mediator IS NOT NULL);
CREATE INDEX mediator_registration_of ON ev.mediator_registration USING btree (staff_id, recorded_at DESC, turn DESC);
CREATE INDEX message_case ON ev.message USING btree (case_id) WHERE (case_id IS NOT NULL);
CREATE INDEX message_contact_point ON ev.message USING btree (contact_point_id) WHERE (contact_point_id IS NOT NULL);
CREATE INDEX message_enquiry ON ev.message USING btree (enquiry_id) WHERE (enquiry_id IS NOT NULL);
CREATE INDEX message_letter_waiting ON ev.message USING btree (made_at) WHERE ((channel = 'letter'::text) AND (status = 'waiting'::text));
CREATE UNIQUE INDEX message_once ON ev.message USING btree (about_id, once) WHERE (once IS NOT NULL);
CREATE INDEX message_person ON ev.message USING btree (person_id) WHERE (person_id IS NOT NULL);
CREATE INDEX message_professional ON ev.message USING btree (professional_id) WHERE (professional_id IS NOT NULL);
CREATE INDEX message_text_sent ON ev.message USING btree (settled_at) WHERE ((channel = 'text'::text) AND (status = 'sent'::text) AND (delivered_at IS NULL));
CREATE INDEX message_waiting ON ev.message USING btree (next_attempt_at) WHERE (status = 'waiting'::text);
CREATE INDEX message_waiting_about ON ev.message USING btree (about_id) WHERE (status = 'waiting'::text);
CREATE INDEX miam_certificate_case ON ev.miam_certificate USING btree (case_id);
CREATE UNIQUE INDEX miam_certificate_once ON ev.miam_certificate USING btree (miam_record_id) WHERE (supersedes IS NULL);
CREATE INDEX miam_record_case ON ev.miam_record USING btree (case_id);
CREATE INDEX missed_fee_case ON ev.missed_fee USING btree (case_id);
CREATE INDEX missed_fee_of ON ev.missed_fee USING btree (attendance_id, turn DESC);
CREATE INDEX missed_rule_in_force ON ev.missed_rule USING btree (in_force_from DESC, turn DESC);
CREATE INDEX note_event_case ON ev.note_event USING btree (case_id);
CREATE INDEX note_event_session ON ev.note_event USING btree (session_id, at);
CREATE INDEX note_statement_case ON ev.note_statement USING btree (case_id);
CREATE INDEX note_statement_note ON ev.note_statement USING btree (note_id);
CREATE INDEX note_statement_session ON ev.note_statement USING btree (session_id, written_at);
CREATE INDEX objection_standing ON ev.objection USING btree (lower(purpose)) WHERE (outcome IS DISTINCT FROM 'compelling'::text);
CREATE INDEX offered_time_case ON ev.offered_time USING btree (case_id);
CREATE INDEX online_address_appointment ON ev.online_address USING btree (appointment_id);
CREATE INDEX online_address_case ON ev.online_address USING btree (case_id);
CREATE INDEX online_answer_case ON ev.online_answer USING btree (case_id);
CREATE INDEX online_answer_latest ON ev.online_answer USING btree (attendance_id, turn DESC);
CREATE INDEX online_meeting_case ON ev.online_meeting USING btree (case_id);
CREATE INDEX online_meeting_latest ON ev.online_meeting USING btree (appointment_id, turn DESC);
CREATE INDEX outreach_code_of ON ev.outreach_code USING btree (venue_id, in_force_from DESC, turn DESC);
CREATE INDEX pack_item_order ON ev.pack_item USING btree (pack_id, turn);
CREATE INDEX pack_taking_of ON ev.pack_taking USING btree (pack_id);
CREATE INDEX paper_file_case ON ev.paper_file USING btree (case_id);
CREATE INDEX paper_movement_case ON ev.paper_movement USING btree (case_id);
CREATE INDEX paper_movement_of_paper ON ev.paper_movement USING btree (paper_id, turn DESC);
CREATE INDEX party_person ON ev.party USING btree (person_id);
CREATE INDEX party_act_appointment ON ev.party_act USING btree (appointment_id) WHERE (appointment_id IS NOT NULL);
CREATE INDEX party_act_case ON ev.party_act USING btree (case_id);
CREATE INDEX party_act_offer ON ev.party_act USING btree (offer_id) WHERE (offer_id IS NOT NULL);
CREATE INDEX party_act_to_follow ON ev.party_act USING btree (done_at) WHERE (followed_at IS NULL);
CREATE INDEX party_code_by_number ON ev.party_code USING btree (number_hash) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX party_code_one_at_a_time ON ev.party_code USING btree (person_id) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX party_code_one_of_professional ON ev.party_code USING btree (professional_id) WHERE (ended_at IS NULL);
CREATE INDEX party_code_point ON ev.party_code USING btree (contact_point_id);
CREATE INDEX person_by_birth ON ev.person USING btree (birth_date);
CREATE INDEX person_by_keys ON ev.person USING gin (name_keys) WITH (fastupdate=off);
CREATE INDEX person_by_likeness ON ev.person USING gin (name_folded ext.gin_trgm_ops) WITH (fastupdate=off);
CREATE INDEX person_by_name ON ev.person USING btree (name_folded);
CREATE INDEX person_by_turned ON ev.person USING btree (name_turned);
CREATE INDEX person_merged_into ON ev.person USING btree (merged_into) WHERE (merged_into IS NOT NULL);
CREATE INDEX person_correction_by_request ON ev.person_correction USING btree (request_id) WHERE (request_id IS NOT NULL);
CREATE INDEX person_correction_of ON ev.person_correction USING btree (person_id);
CREATE INDEX person_merge_kept ON ev.person_merge USING btree (kept_id);
CREATE INDEX person_merge_merged ON ev.person_merge USING btree (merged_id);
CREATE UNIQUE INDEX person_merge_standing ON ev.person_merge USING btree (merged_id) WHERE (undone_at IS NULL);
CREATE INDEX person_merge_row_kept ON ev.person_merge_row USING btree (kept_id);
CREATE INDEX post_case ON ev.post USING btree (case_id) WHERE (case_id IS NOT NULL);
CREATE INDEX post_enquiry ON ev.post USING btree (enquiry_id) WHERE (enquiry_id IS NOT NULL);
CREATE INDEX post_listed ON ev.post USING btree (received_at DESC, id);
CREATE UNIQUE INDEX post_once ON ev.post USING btree (raw_sha256) WHERE (medium = 'email'::text);
CREATE INDEX post_same_content ON ev.post USING btree (content_sha256);
CREATE INDEX post_to_sort ON ev.post USING btree (received_at) WHERE (status = ANY (ARRAY['new'::text, 'waiting'::text]));
CREATE INDEX price_in_force ON ev.price USING btree (item, in_force_from DESC, turn DESC);
CREATE UNIQUE INDEX professional_account_mailbox ON ev.professional USING btree (email_folded) WHERE ((account_opened_at IS NOT NULL) AND (account_ended_at IS NULL));
CREATE INDEX professional_by_contact ON ev.professional USING btree (last_contact_on);
CREATE INDEX professional_by_email ON ev.professional USING btree (email_folded);
CREATE INDEX professional_by_keys ON ev.professional USING gin (name_keys) WITH (fastupdate=off);
CREATE INDEX professional_by_likeness ON ev.professional USING gin (name_folded ext.gin_trgm_ops) WITH (fastupdate=off);
CREATE INDEX professional_by_name ON ev.professional USING btree (name_folded);
CREATE INDEX professional_by_telephone ON ev.professional USING btree (telephone_digits);
CREATE INDEX referral_by_account ON ev.referral USING btree (professional_id) WHERE (professional_id IS NOT NULL);
CREATE INDEX referral_by_email ON ev.referral USING btree (email_folded);
CREATE INDEX referral_by_keys ON ev.referral USING gin (name_keys) WITH (fastupdate=off);
CREATE INDEX referral_by_likeness ON ev.referral USING gin (name_folded ext.gin_trgm_ops) WITH (fastupdate=off);
CREATE INDEX referral_by_name ON ev.referral USING btree (name_folded);
CREATE INDEX referral_by_telephone ON ev.referral USING btree (telephone_digits);
CREATE INDEX request_passing_waits ON ev.request_passing USING btree (due_on) WHERE (received_on IS NULL);
CREATE INDEX request_stop_of ON ev.request_stop USING btree (request_id);
CREATE UNIQUE INDEX request_stop_once ON ev.request_stop USING btree (request_id) WHERE (answered_on IS NULL);
CREATE INDEX restriction_enquiry ON ev.restriction USING btree (enquiry_id) WHERE (enquiry_id IS NOT NULL);
CREATE INDEX restriction_of ON ev.restriction USING btree (request_id);
CREATE UNIQUE INDEX restriction_of_enquiry ON ev.restriction USING btree (enquiry_id) WHERE ((lifted_at IS NULL) AND (enquiry_id IS NOT NULL));
CREATE UNIQUE INDEX restriction_once ON ev.restriction USING btree (person_id, covers) WHERE (lifted_at IS NULL);
CREATE INDEX restriction_person ON ev.restriction USING btree (person_id);
CREATE INDEX restriction_standing ON ev.restriction USING btree (person_id) WHERE (lifted_at IS NULL);
CREATE INDEX retention_state_waiting ON ev.retention_state USING btree (status, wait_until);
CREATE INDEX returning_card_by_birth ON ev.returning_card USING btree (birth_date);
CREATE INDEX returning_card_by_clock ON ev.returning_card USING btree (closed_on);
CREATE INDEX returning_card_by_contact ON ev.returning_card USING gin (contact_keys) WITH (fastupdate=off);
CREATE INDEX returning_card_by_keys ON ev.returning_card USING gin (name_keys) WITH (fastupdate=off);
CREATE INDEX returning_card_by_likeness ON ev.returning_card USING gin (name_folded ext.gin_trgm_ops) WITH (fastupdate=off);
CREATE INDEX returning_card_by_name ON ev.returning_card USING btree (name_folded);
CREATE INDEX returning_card_by_reference ON ev.returning_card USING btree (reference);
CREATE INDEX returning_card_by_turned ON ev.returning_card USING btree (name_turned);
CREATE INDEX returning_card_returned ON ev.returning_card USING btree (returned_case) WHERE (returned_case IS NOT NULL);
CREATE INDEX right_decision_of ON ev.right_decision USING btree (request_id, category, turn DESC);
CREATE INDEX rights_request_closed ON ev.rights_request USING btree (closed_on) WHERE (closed_on IS NOT NULL);
CREATE INDEX rights_request_of ON ev.rights_request USING btree (person_id) WHERE (person_id IS NOT NULL);
CREATE INDEX rights_request_of_enquiry ON ev.rights_request USING btree (enquiry_id) WHERE (enquiry_id IS NOT NULL);
CREATE INDEX rights_request_open ON ev.rights_request USING btree (received_on) WHERE (closed_on IS NULL);
CREATE UNIQUE INDEX room_name ON ev.room USING btree (venue_id, lower(name)) WHERE (retired_at IS NULL);
CREATE INDEX screening_case ON ev.screening USING btree (case_id);
CREATE INDEX session_note_case ON ev.session_note USING btree (case_id);
CREATE INDEX session_note_session ON ev.session_note USING btree (session_id, written_at);
CREATE INDEX session_observer_case ON ev.session_observer USING btree (case_id);
CREATE INDEX session_record_case ON ev.session_record USING btree (case_id);
CREATE INDEX session_stop_case ON ev.session_stop USING btree (case_id);
CREATE UNIQUE INDEX session_stop_standing ON ev.session_stop USING btree (session_id) WHERE (resumed_at IS NULL);
CREATE INDEX session_summary_case ON ev.session_summary USING btree (case_id);
CREATE INDEX setting_in_force ON ev.setting USING btree (key, in_force_from DESC, turn DESC);
CREATE UNIQUE INDEX staff_email ON ev.staff USING btree (lower(email));
CREATE INDEX staff_link_unspent ON ev.staff_link USING btree (staff_id) WHERE (spent_at IS NULL);
CREATE INDEX stored_file_case ON ev.stored_file USING btree (case_id);
CREATE INDEX task_case ON ev.task USING btree (case_id) WHERE (case_id IS NOT NULL);
CREATE INDEX task_enquiry ON ev.task USING btree (enquiry_id) WHERE (enquiry_id IS NOT NULL);
CREATE INDEX task_message ON ev.task USING btree (message_id) WHERE (message_id IS NOT NULL);
CREATE INDEX task_subject ON ev.task USING btree (subject_id) WHERE (subject_id IS NOT NULL);
CREATE INDEX task_waiting ON ev.task USING btree (for_role, due_on) WHERE (done_at IS NULL);
CREATE INDEX time_answer_case ON ev.time_answer USING btree (case_id);
CREATE INDEX time_answer_of ON ev.time_answer USING btree (offer_id, zone, turn DESC);
CREATE INDEX time_choice_case ON ev.time_choice USING btree (case_id);
CREATE INDEX time_choice_time ON ev.time_choice USING btree (time_id);
CREATE INDEX time_offer_appointment ON ev.time_offer USING btree (appointment_id) WHERE (appointment_id IS NOT NULL);
CREATE INDEX time_offer_case ON ev.time_offer USING btree (case_id);
CREATE UNIQUE INDEX time_offer_one_open ON ev.time_offer USING btree (case_id, zone) WHERE (status = 'open'::text);
CREATE INDEX told_again_of ON ev.told_again USING btree (request_id);
CREATE UNIQUE INDEX told_again_once ON ev.told_again USING btree (request_id, change, who) WHERE (outcome IS NULL);
CREATE INDEX told_of_other_case ON ev.told_of_other USING btree (case_id, zone, turn DESC);
CREATE UNIQUE INDEX venue_name ON ev.venue USING btree (lower(name)) WHERE (retired_at IS NULL);
CREATE INDEX venue_former_of ON ev.venue_former USING btree (venue_id, until DESC);
CREATE INDEX wall_of_colleague ON ev.wall USING btree (staff_id) WHERE (lifted_at IS NULL);
CREATE INDEX wall_person ON ev.wall USING btree (person_id);
CREATE UNIQUE INDEX wall_standing ON ev.wall USING btree (person_id, staff_id) WHERE (lifted_at IS NULL);
CREATE INDEX whereabouts_by_address ON ev.whereabouts USING btree (folded) WHERE (ended_at IS NULL);
CREATE INDEX whereabouts_by_postcode ON ev.whereabouts USING btree (postcode) WHERE (ended_at IS NULL);
CREATE INDEX whereabouts_of ON ev.whereabouts USING btree (person_id) WHERE (ended_at IS NULL);
CREATE INDEX whereabouts_person ON ev.whereabouts USING btree (person_id);

CREATE TRIGGER keep_all_records BEFORE TRUNCATE ON ev.access_log FOR EACH STATEMENT EXECUTE FUNCTION ev.keep_as_written();
CREATE TRIGGER keep_records BEFORE UPDATE ON ev.access_log FOR EACH ROW EXECUTE FUNCTION ev.keep_as_written();
CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON ev.access_pack FOR EACH ROW EXECUTE FUNCTION ev.guard_pack();
CREATE TRIGGER hold BEFORE DELETE ON ev.agreement_to_mediate FOR EACH ROW EXECUTE FUNCTION ev.refuse_when_held('case_id');
CREATE TRIGGER hold_content AFTER UPDATE ON ev.agreement_to_mediate FOR EACH ROW EXECUTE FUNCTION ev.refuse_emptying_when_held('case_id');
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ev.agreement_to_mediate FOR EACH STATEMENT EXECUTE FUNCTION ev.refuse_truncate();
CREATE TRIGGER book_in_live_case BEFORE INSERT ON ev.appointment FOR EACH ROW EXECUTE FUNCTION ev.book_in_live_case();
CREATE TRIGGER hold BEFORE DELETE ON ev.appointment FOR EACH ROW EXECUTE FUNCTION ev.refuse_when_held('case_id');
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ev.appointment FOR EACH STATEMENT EXECUTE FUNCTION ev.refuse_truncate();
CREATE TRIGGER refuse_walled BEFORE INSERT OR UPDATE OF mediator_id ON ev.appointment FOR EACH ROW EXECUTE FUNCTION ev.refuse_walled();
CREATE TRIGGER want_online_address AFTER INSERT ON ev.appointment FOR EACH ROW WHEN ((new.means = 'online'::text)) EXECUTE FUNCTION ev.want_online_address();
CREATE TRIGGER want_online_address_again AFTER UPDATE OF means, status ON ev.appointment FOR EACH ROW WHEN (((new.means = 'online'::text) OR (old.means = 'online'::text))) EXECUTE FUNCTION ev.want_online_address();
CREATE TRIGGER hold BEFORE DELETE ON ev.arrangement FOR EACH ROW EXECUTE FUNCTION ev.refuse_when_held('case_id');
CREATE TRIGGER hold_content AFTER UPDATE ON ev.arrangement FOR EACH ROW EXECUTE FUNCTION ev.refuse_emptying_when_held('case_id');
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ev.arrangement FOR EACH STATEMENT EXECUTE FUNCTION ev.refuse_truncate();
CREATE TRIGGER hold BEFORE DELETE ON ev.arrival_plan FOR EACH ROW EXECUTE FUNCTION ev.refuse_when_held('case_id');
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ev.arrival_plan FOR EACH STATEMENT EXECUTE FUNCTION ev.refuse_truncate();
CREATE TRIGGER hold BEFORE DELETE ON ev.attendance FOR EACH ROW EXECUTE FUNCTION ev.refuse_when_held('case_id');
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ev.attendance FOR EACH STATEMENT EXECUTE FUNCTION ev.refuse_truncate();
CREATE TRIGGER keep_all_seals BEFORE TRUNCATE ON ev.audit_seal FOR EACH STATEMENT EXECUTE FUNCTION ev.keep_as_written();
CREATE TRIGGER keep_seals BEFORE DELETE OR UPDATE ON ev.audit_seal FOR EACH ROW EXECUTE FUNCTION ev.keep_as_written();
CREATE TRIGGER only_who_sees_any BEFORE INSERT OR UPDATE ON ev.authenticator_reset FOR EACH ROW EXECUTE FUNCTION ev.only_who_sees_any();
CREATE TRIGGER hold BEFORE DELETE ON ev.booking_exception FOR EACH ROW EXECUTE FUNCTION ev.refuse_when_held('case_id');
CREATE TRIGGER hold_content AFTER UPDATE ON ev.booking_exception FOR EACH ROW EXECUTE FUNCTION ev.refuse_emptying_when_held('case_id');
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ev.booking_exception FOR EACH STATEMENT EXECUTE FUNCTION ev.refuse_truncate();
CREATE TRIGGER guard BEFORE UPDATE ON ev.breach FOR EACH ROW EXECUTE FUNCTION ev.guard_breach();
CREATE TRIGGER hold BEFORE DELETE ON ev.breach FOR EACH ROW EXECUTE FUNCTION ev.refuse_when_held('case_id');
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ev.breach FOR EACH STATEMENT EXECUTE FUNCTION ev.refuse_truncate();
CREATE TRIGGER close_with_approval BEFORE UPDATE OF status ON ev.case_file FOR EACH ROW WHEN (((new.status = 'closed'::text) AND (old.status = 'live'::text))) EXECUTE FUNCTION ev.close_with_approval();
CREATE TRIGGER close_without_bookings BEFORE UPDATE OF status ON ev.case_file FOR EACH ROW WHEN (((new.status = 'closed'::text) AND (old.status = 'live'::text))) EXECUTE FUNCTION ev.close_without_bookings();
CREATE TRIGGER hold BEFORE DELETE ON ev.case_file FOR EACH ROW EXECUTE FUNCTION ev.refuse_when_held('id');
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ev.case_file FOR EACH STATEMENT EXECUTE FUNCTION ev.refuse_truncate();
CREATE TRIGGER refuse_walled BEFORE INSERT OR UPDATE OF mediator_id ON ev.case_file FOR EACH ROW EXECUTE FUNCTION ev.refuse_walled();
CREATE TRIGGER hold BEFORE DELETE ON ev.case_key FOR EACH ROW EXECUTE FUNCTION ev.refuse_when_held('case_id');
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ev.case_key FOR EACH STATEMENT EXECUTE FUNCTION ev.refuse_truncate();
CREATE TRIGGER hold BEFORE DELETE ON ev.case_reason FOR EACH ROW EXECUTE FUNCTION ev.refuse_when_held('case_id');
CREATE TRIGGER hold_content AFTER UPDATE ON ev.case_reason FOR EACH ROW EXECUTE FUNCTION ev.refuse_emptying_when_held('case_id');
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ev.case_reason FOR EACH STATEMENT EXECUTE FUNCTION ev.refuse_truncate();
CREATE TRIGGER hold BEFORE DELETE ON ev.child FOR EACH ROW EXECUTE FUNCTION ev.refuse_when_held('case_id');
CREATE TRIGGER hold_content AFTER UPDATE ON ev.child FOR EACH ROW EXECUTE FUNCTION ev.refuse_emptying_when_held('case_id');
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ev.child FOR EACH STATEMENT EXECUTE FUNCTION ev.refuse_truncate();
CREATE TRIGGER hold BEFORE DELETE ON ev.child_agreement FOR EACH ROW EXECUTE FUNCTION ev.refuse_when_held('case_id');
CREATE TRIGGER hold_content AFTER UPDATE ON ev.child_agreement FOR EACH ROW EXECUTE FUNCTION ev.refuse_emptying_when_held('case_id');
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ev.child_agreement FOR EACH STATEMENT EXECUTE FUNCTION ev.refuse_truncate();
CREATE TRIGGER hear_child_booked BEFORE INSERT ON ev.child_meeting FOR EACH ROW EXECUTE FUNCTION ev.hear_child_agreed();
CREATE TRIGGER hear_child_held BEFORE UPDATE OF status ON ev.child_meeting FOR EACH ROW WHEN ((new.status = 'held'::text)) EXECUTE FUNCTION ev.hear_child_agreed();
CREATE TRIGGER hold BEFORE DELETE ON ev.child_meeting FOR EACH ROW EXECUTE FUNCTION ev.refuse_when_held('case_id');
CREATE TRIGGER hold_content AFTER UPDATE ON ev.child_meeting FOR EACH ROW EXECUTE FUNCTION ev.refuse_emptying_when_held('case_id');
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ev.child_meeting FOR EACH STATEMENT EXECUTE FUNCTION ev.refuse_truncate();
CREATE TRIGGER hold BEFORE DELETE ON ev.child_word FOR EACH ROW EXECUTE FUNCTION ev.refuse_when_held('case_id');
CREATE TRIGGER hold_content AFTER UPDATE ON ev.child_word FOR EACH ROW EXECUTE FUNCTION ev.refuse_emptying_when_held('case_id');
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ev.child_word FOR EACH STATEMENT EXECUTE FUNCTION ev.refuse_truncate();
CREATE TRIGGER hold BEFORE DELETE ON ev.closure_request FOR EACH ROW EXECUTE FUNCTION ev.refuse_when_held('case_id');
CREATE TRIGGER hold_content AFTER UPDATE ON ev.closure_request FOR EACH ROW EXECUTE FUNCTION ev.refuse_emptying_when_held('case_id');
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ev.closure_request FOR EACH STATEMENT EXECUTE FUNCTION ev.refuse_truncate();
CREATE TRIGGER guard BEFORE UPDATE ON ev.complaint FOR EACH ROW EXECUTE FUNCTION ev.guard_complaint();
CREATE TRIGGER guard_new BEFORE INSERT ON ev.complaint FOR EACH ROW EXECUTE FUNCTION ev.guard_new_complaint();
CREATE TRIGGER hold BEFORE DELETE ON ev.complaint FOR EACH ROW EXECUTE FUNCTION ev.refuse_when_held('person');
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ev.complaint FOR EACH STATEMENT EXECUTE FUNCTION ev.refuse_truncate();
CREATE TRIGGER guard BEFORE INSERT ON ev.complaint_step FOR EACH ROW EXECUTE FUNCTION ev.guard_complaint_part();
CREATE TRIGGER guard BEFORE INSERT ON ev.complaint_telling FOR EACH ROW EXECUTE FUNCTION ev.guard_complaint_part();
CREATE TRIGGER guard BEFORE UPDATE ON ev.concern FOR EACH ROW EXECUTE FUNCTION ev.guard_concern();
CREATE TRIGGER hold BEFORE DELETE ON ev.concern FOR EACH ROW EXECUTE FUNCTION ev.refuse_when_held('case_id');
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ev.concern FOR EACH STATEMENT EXECUTE FUNCTION ev.refuse_truncate();
CREATE TRIGGER add_up BEFORE INSERT ON ev.consent_count FOR EACH ROW EXECUTE FUNCTION ev.add_up_choice();
CREATE TRIGGER end_whereabouts AFTER UPDATE OF ended_at ON ev.contact_point FOR EACH ROW WHEN (((new.kind = 'address'::text) AND (new.ended_at IS NOT NULL))) EXECUTE FUNCTION ev.end_whereabouts();
CREATE TRIGGER hold BEFORE DELETE ON ev.contact_point FOR EACH ROW EXECUTE FUNCTION ev.refuse_when_held('person');
CREATE TRIGGER hold_content AFTER UPDATE ON ev.contact_point FOR EACH ROW EXECUTE FUNCTION ev.refuse_emptying_when_held('person');
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ev.contact_point FOR EACH STATEMENT EXECUTE FUNCTION ev.refuse_truncate();
CREATE TRIGGER refuse_merged BEFORE INSERT ON ev.contact_point FOR EACH ROW EXECUTE FUNCTION ev.refuse_merged();
CREATE TRIGGER shut_out_party AFTER UPDATE OF safety, ended_at, person_id ON ev.contact_point FOR EACH ROW WHEN (((new.safety <> 'safe'::text) OR (new.ended_at IS NOT NULL) OR (new.person_id <> old.person_id))) EXECUTE FUNCTION ev.shut_out_party();
CREATE TRIGGER wait_for_sending AFTER INSERT OR UPDATE ON ev.contact_point FOR EACH ROW EXECUTE FUNCTION ev.wait_for_sending();
CREATE TRIGGER hold BEFORE DELETE ON ev.details_confirmed FOR EACH ROW EXECUTE FUNCTION ev.refuse_when_held('person');
CREATE TRIGGER hold_content AFTER UPDATE ON ev.details_confirmed FOR EACH ROW EXECUTE FUNCTION ev.refuse_emptying_when_held('person');
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ev.details_confirmed FOR EACH STATEMENT EXECUTE FUNCTION ev.refuse_truncate();
CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON ev.disclosure FOR EACH ROW EXECUTE FUNCTION ev.guard_disclosure();
CREATE TRIGGER hold BEFORE DELETE ON ev.disclosure FOR EACH ROW EXECUTE FUNCTION ev.refuse_when_held('case_id');
CREATE TRIGGER hold_content AFTER UPDATE ON ev.disclosure FOR EACH ROW EXECUTE FUNCTION ev.refuse_emptying_when_held('case_id');
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ev.disclosure FOR EACH STATEMENT EXECUTE FUNCTION ev.refuse_truncate();
CREATE TRIGGER hold BEFORE DELETE ON ev.enquiry FOR EACH ROW EXECUTE FUNCTION ev.refuse_when_held('case_id');
CREATE TRIGGER hold_content AFTER UPDATE ON ev.enquiry FOR EACH ROW EXECUTE FUNCTION ev.refuse_emptying_when_held('case_id');
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ev.enquiry FOR EACH STATEMENT EXECUTE FUNCTION ev.refuse_truncate();
CREATE TRIGGER refuse_set_aside BEFORE UPDATE OF case_id ON ev.enquiry FOR EACH ROW WHEN (((old.case_id IS NULL) AND (new.case_id IS NOT NULL))) EXECUTE FUNCTION ev.refuse_set_aside();
CREATE TRIGGER requests_go_along AFTER UPDATE OF case_id ON ev.enquiry FOR EACH ROW WHEN (((old.case_id IS NULL) AND (new.case_id IS NOT NULL))) EXECUTE FUNCTION ev.take_requests_along();
CREATE TRIGGER wait_for_sending AFTER UPDATE ON ev.enquiry FOR EACH ROW EXECUTE FUNCTION ev.wait_for_sending();
CREATE TRIGGER hold BEFORE DELETE ON ev.enquiry_correction FOR EACH ROW EXECUTE FUNCTION ev.refuse_when_held('case_id');
CREATE TRIGGER hold_content AFTER UPDATE ON ev.enquiry_correction FOR EACH ROW EXECUTE FUNCTION ev.refuse_emptying_when_held('case_id');
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ev.enquiry_correction FOR EACH STATEMENT EXECUTE FUNCTION ev.refuse_truncate();
CREATE TRIGGER guard BEFORE INSERT ON ev.erasure_order FOR EACH ROW EXECUTE FUNCTION ev.guard_erasure_order();
CREATE TRIGGER hold BEFORE DELETE ON ev.erasure_order FOR EACH ROW EXECUTE FUNCTION ev.refuse_when_held('person');
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ev.erasure_order FOR EACH STATEMENT EXECUTE FUNCTION ev.refuse_truncate();
CREATE TRIGGER hold BEFORE DELETE ON ev.file_item FOR EACH ROW EXECUTE FUNCTION ev.refuse_when_held('case_id');
CREATE TRIGGER hold_content AFTER UPDATE ON ev.file_item FOR EACH ROW EXECUTE FUNCTION ev.refuse_emptying_when_held('case_id');
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ev.file_item FOR EACH STATEMENT EXECUTE FUNCTION ev.refuse_truncate();
CREATE TRIGGER hold BEFORE DELETE ON ev.file_review FOR EACH ROW EXECUTE FUNCTION ev.refuse_when_held('case_id');
CREATE TRIGGER hold_content AFTER UPDATE ON ev.file_review FOR EACH ROW EXECUTE FUNCTION ev.refuse_emptying_when_held('case_id');
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ev.file_review FOR EACH STATEMENT EXECUTE FUNCTION ev.refuse_truncate();
CREATE TRIGGER hold BEFORE DELETE ON ev.file_sharing FOR EACH ROW EXECUTE FUNCTION ev.refuse_when_held('case_id');
CREATE TRIGGER hold_content AFTER UPDATE ON ev.file_sharing FOR EACH ROW EXECUTE FUNCTION ev.refuse_emptying_when_held('case_id');
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ev.file_sharing FOR EACH STATEMENT EXECUTE FUNCTION ev.refuse_truncate();
CREATE TRIGGER hold BEFORE DELETE ON ev.follow_up FOR EACH ROW EXECUTE FUNCTION ev.refuse_when_held('case_id');
CREATE TRIGGER hold_content AFTER UPDATE ON ev.follow_up FOR EACH ROW EXECUTE FUNCTION ev.refuse_emptying_when_held('case_id');
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ev.follow_up FOR EACH STATEMENT EXECUTE FUNCTION ev.refuse_truncate();
CREATE TRIGGER hold BEFORE DELETE ON ev.glass_break FOR EACH ROW EXECUTE FUNCTION ev.refuse_when_held('case_id');
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ev.glass_break FOR EACH STATEMENT EXECUTE FUNCTION ev.refuse_truncate();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ev.hold FOR EACH STATEMENT EXECUTE FUNCTION ev.refuse_truncate();
CREATE TRIGGER standing BEFORE DELETE ON ev.hold FOR EACH ROW WHEN ((old.lifted_at IS NULL)) EXECUTE FUNCTION ev.refuse_dropping_hold();
CREATE TRIGGER stands BEFORE UPDATE ON ev.hold FOR EACH ROW EXECUTE FUNCTION ev.guard_hold();
CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON ev.identity_check FOR EACH ROW EXECUTE FUNCTION ev.guard_identity_check();
CREATE TRIGGER settle AFTER INSERT OR UPDATE OF passed_at ON ev.identity_check FOR EACH ROW EXECUTE FUNCTION ev.settle_identity();
CREATE TRIGGER hold BEFORE DELETE ON ev.imported_case FOR EACH ROW EXECUTE FUNCTION ev.refuse_when_held('case_id');
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ev.imported_case FOR EACH STATEMENT EXECUTE FUNCTION ev.refuse_truncate();
CREATE TRIGGER hold BEFORE DELETE ON ev.inspection_wish FOR EACH ROW EXECUTE FUNCTION ev.refuse_when_held('case_id');
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ev.inspection_wish FOR EACH STATEMENT EXECUTE FUNCTION ev.refuse_truncate();
CREATE TRIGGER change_invitation BEFORE UPDATE ON ev.invitation FOR EACH ROW EXECUTE FUNCTION ev.change_invitation();
CREATE TRIGGER hold BEFORE DELETE ON ev.invitation FOR EACH ROW EXECUTE FUNCTION ev.refuse_when_held('case_id');
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ev.invitation FOR EACH STATEMENT EXECUTE FUNCTION ev.refuse_truncate();
CREATE TRIGGER hold BEFORE DELETE ON ev.invitation_answer FOR EACH ROW EXECUTE FUNCTION ev.refuse_when_held('case_id');
CREATE TRIGGER hold_content AFTER UPDATE ON ev.invitation_answer FOR EACH ROW EXECUTE FUNCTION ev.refuse_emptying_when_held('case_id');
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ev.invitation_answer FOR EACH STATEMENT EXECUTE FUNCTION ev.refuse_truncate();
CREATE TRIGGER take_invitation_answer BEFORE INSERT ON ev.invitation_answer FOR EACH ROW EXECUTE FUNCTION ev.take_invitation_answer();
CREATE TRIGGER check_invitation_step BEFORE INSERT ON ev.invitation_step FOR EACH ROW EXECUTE FUNCTION ev.check_invitation_step();
CREATE TRIGGER hold BEFORE DELETE ON ev.invitation_step FOR EACH ROW EXECUTE FUNCTION ev.refuse_when_held('case_id');
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ev.invitation_step FOR EACH STATEMENT EXECUTE FUNCTION ev.refuse_truncate();
CREATE TRIGGER hold BEFORE DELETE ON ev.life_event FOR EACH ROW EXECUTE FUNCTION ev.refuse_when_held('aggregate_id');
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ev.life_event FOR EACH STATEMENT EXECUTE FUNCTION ev.refuse_truncate();
CREATE TRIGGER agreed_before BEFORE INSERT ON ev.mediation_session FOR EACH ROW EXECUTE FUNCTION ev.agreed_before();
CREATE TRIGGER hold BEFORE DELETE ON ev.mediation_session FOR EACH ROW EXECUTE FUNCTION ev.refuse_when_held('case_id');
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ev.mediation_session FOR EACH STATEMENT EXECUTE FUNCTION ev.refuse_truncate();
CREATE TRIGGER hold BEFORE DELETE ON ev.message FOR EACH ROW EXECUTE FUNCTION ev.refuse_when_held('message');
CREATE TRIGGER invite_only BEFORE INSERT ON ev.message FOR EACH ROW WHEN (((new.contact_point_id IS NOT NULL) AND (new.template !~~ 'invitation%'::text))) EXECUTE FUNCTION ev.invite_only();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ev.message FOR EACH STATEMENT EXECUTE FUNCTION ev.refuse_truncate();
CREATE TRIGGER refuse_unwanted BEFORE INSERT ON ev.message FOR EACH ROW WHEN (((new.person_id IS NOT NULL) AND (current_setting('role'::text) ~~ '%\_worker\_booking'::text))) EXECUTE FUNCTION ev.refuse_unwanted_message();
CREATE TRIGGER hold BEFORE DELETE ON ev.miam_certificate FOR EACH ROW EXECUTE FUNCTION ev.refuse_when_held('case_id');
CREATE TRIGGER hold_content AFTER UPDATE ON ev.miam_certificate FOR EACH ROW EXECUTE FUNCTION ev.refuse_emptying_when_held('case_id');
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ev.miam_certificate FOR EACH STATEMENT EXECUTE FUNCTION ev.refuse_truncate();
CREATE TRIGGER begin_invitation AFTER INSERT ON ev.miam_record FOR EACH ROW EXECUTE FUNCTION ev.begin_invitation();
CREATE TRIGGER hold BEFORE DELETE ON ev.miam_record FOR EACH ROW EXECUTE FUNCTION ev.refuse_when_held('case_id');
CREATE TRIGGER hold_content AFTER UPDATE ON ev.miam_record FOR EACH ROW EXECUTE FUNCTION ev.refuse_emptying_when_held('case_id');
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ev.miam_record FOR EACH STATEMENT EXECUTE FUNCTION ev.refuse_truncate();
CREATE TRIGGER ask_of_who_missed BEFORE INSERT ON ev.missed_fee FOR EACH ROW EXECUTE FUNCTION ev.ask_of_who_missed();
CREATE TRIGGER hold BEFORE DELETE ON ev.missed_fee FOR EACH ROW EXECUTE FUNCTION ev.refuse_when_held('case_id');
CREATE TRIGGER hold_content AFTER UPDATE ON ev.missed_fee FOR EACH ROW EXECUTE FUNCTION ev.refuse_emptying_when_held('case_id');
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ev.missed_fee FOR EACH STATEMENT EXECUTE FUNCTION ev.refuse_truncate();
CREATE TRIGGER hold BEFORE DELETE ON ev.note_event FOR EACH ROW EXECUTE FUNCTION ev.refuse_when_held('case_id');
CREATE TRIGGER hold_content AFTER UPDATE ON ev.note_event FOR EACH ROW EXECUTE FUNCTION ev.refuse_emptying_when_held('case_id');
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ev.note_event FOR EACH STATEMENT EXECUTE FUNCTION ev.refuse_truncate();
CREATE TRIGGER hold BEFORE DELETE ON ev.note_statement FOR EACH ROW EXECUTE FUNCTION ev.refuse_when_held('case_id');
CREATE TRIGGER hold_content AFTER UPDATE ON ev.note_statement FOR EACH ROW EXECUTE FUNCTION ev.refuse_emptying_when_held('case_id');
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ev.note_statement FOR EACH STATEMENT EXECUTE FUNCTION ev.refuse_truncate();
CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON ev.objection FOR EACH ROW EXECUTE FUNCTION ev.guard_objection();
CREATE TRIGGER hold BEFORE DELETE ON ev.offered_time FOR EACH ROW EXECUTE FUNCTION ev.refuse_when_held('case_id');
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ev.offered_time FOR EACH STATEMENT EXECUTE FUNCTION ev.refuse_truncate();
CREATE TRIGGER have_online_address AFTER INSERT ON ev.online_address FOR EACH ROW EXECUTE FUNCTION ev.have_online_address();
CREATE TRIGGER hold BEFORE DELETE ON ev.online_address FOR EACH ROW EXECUTE FUNCTION ev.refuse_when_held('case_id');
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ev.online_address FOR EACH STATEMENT EXECUTE FUNCTION ev.refuse_truncate();
CREATE TRIGGER no_update BEFORE UPDATE ON ev.online_address FOR EACH ROW EXECUTE FUNCTION ev.refuse_changing_online();
CREATE TRIGGER office_sets_online BEFORE INSERT ON ev.online_address FOR EACH ROW EXECUTE FUNCTION ev.office_sets_online();
CREATE TRIGGER check_online_answer BEFORE INSERT ON ev.online_answer FOR EACH ROW EXECUTE FUNCTION ev.check_online_answer();
CREATE TRIGGER follow_online_answer AFTER INSERT ON ev.online_answer FOR EACH ROW EXECUTE FUNCTION ev.follow_online_answer();
CREATE TRIGGER hold BEFORE DELETE ON ev.online_answer FOR EACH ROW EXECUTE FUNCTION ev.refuse_when_held('case_id');
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ev.online_answer FOR EACH STATEMENT EXECUTE FUNCTION ev.refuse_truncate();
CREATE TRIGGER no_update BEFORE UPDATE ON ev.online_answer FOR EACH ROW EXECUTE FUNCTION ev.refuse_changing_online();
CREATE TRIGGER hold BEFORE DELETE ON ev.online_meeting FOR EACH ROW EXECUTE FUNCTION ev.refuse_when_held('case_id');
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ev.online_meeting FOR EACH STATEMENT EXECUTE FUNCTION ev.refuse_truncate();
CREATE TRIGGER no_update BEFORE UPDATE ON ev.online_meeting FOR EACH ROW EXECUTE FUNCTION ev.refuse_changing_online();
CREATE TRIGGER office_sets_online BEFORE INSERT ON ev.online_meeting FOR EACH ROW EXECUTE FUNCTION ev.office_sets_online();
CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON ev.pack_item FOR EACH ROW EXECUTE FUNCTION ev.guard_pack_item();
CREATE TRIGGER add_up BEFORE INSERT ON ev.page_count FOR EACH ROW EXECUTE FUNCTION ev.add_up_page();
CREATE TRIGGER hold BEFORE DELETE ON ev.paper_file FOR EACH ROW EXECUTE FUNCTION ev.refuse_when_held('case_id');
CREATE TRIGGER hold_content AFTER UPDATE ON ev.paper_file FOR EACH ROW EXECUTE FUNCTION ev.refuse_emptying_when_held('case_id');
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ev.paper_file FOR EACH STATEMENT EXECUTE FUNCTION ev.refuse_truncate();
CREATE TRIGGER hold BEFORE DELETE ON ev.paper_movement FOR EACH ROW EXECUTE FUNCTION ev.refuse_when_held('case_id');
CREATE TRIGGER hold_content AFTER UPDATE ON ev.paper_movement FOR EACH ROW EXECUTE FUNCTION ev.refuse_emptying_when_held('case_id');
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ev.paper_movement FOR EACH STATEMENT EXECUTE FUNCTION ev.refuse_truncate();
CREATE TRIGGER hold BEFORE DELETE ON ev.party FOR EACH ROW EXECUTE FUNCTION ev.refuse_when_held('case_id');
CREATE TRIGGER hold_content AFTER UPDATE ON ev.party FOR EACH ROW EXECUTE FUNCTION ev.refuse_emptying_when_held('case_id');
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ev.party FOR EACH STATEMENT EXECUTE FUNCTION ev.refuse_truncate();
CREATE TRIGGER refuse_merged BEFORE INSERT ON ev.party FOR EACH ROW EXECUTE FUNCTION ev.refuse_merged();
CREATE TRIGGER refuse_walled BEFORE INSERT OR UPDATE OF person_id, case_id ON ev.party FOR EACH ROW EXECUTE FUNCTION ev.refuse_walled();
CREATE TRIGGER hold BEFORE DELETE ON ev.party_act FOR EACH ROW EXECUTE FUNCTION ev.refuse_when_held('case_id');
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ev.party_act FOR EACH STATEMENT EXECUTE FUNCTION ev.refuse_truncate();
CREATE TRIGGER end_former_party_code BEFORE INSERT ON ev.party_code FOR EACH ROW EXECUTE FUNCTION ev.end_former_party_code();
CREATE TRIGGER refuse_merged BEFORE INSERT ON ev.party_code FOR EACH ROW EXECUTE FUNCTION ev.refuse_merged();
CREATE TRIGGER hold BEFORE DELETE ON ev.person FOR EACH ROW EXECUTE FUNCTION ev.refuse_when_held('person');
CREATE TRIGGER hold_content AFTER UPDATE ON ev.person FOR EACH ROW EXECUTE FUNCTION ev.refuse_emptying_when_held('person');
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ev.person FOR EACH STATEMENT EXECUTE FUNCTION ev.refuse_truncate();
CREATE TRIGGER hold BEFORE DELETE ON ev.person_correction FOR EACH ROW EXECUTE FUNCTION ev.refuse_when_held('person');
CREATE TRIGGER hold_content AFTER UPDATE ON ev.person_correction FOR EACH ROW EXECUTE FUNCTION ev.refuse_emptying_when_held('person');
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ev.person_correction FOR EACH STATEMENT EXECUTE FUNCTION ev.refuse_truncate();
CREATE TRIGGER check_merge BEFORE INSERT ON ev.person_merge FOR EACH ROW EXECUTE FUNCTION ev.check_merge();
CREATE TRIGGER hold BEFORE DELETE ON ev.person_merge FOR EACH ROW EXECUTE FUNCTION ev.refuse_when_held('person');
CREATE TRIGGER merge_rows AFTER INSERT ON ev.person_merge FOR EACH ROW EXECUTE FUNCTION ev.merge_rows();
CREATE TRIGGER merge_rows_of_complaints AFTER INSERT ON ev.person_merge FOR EACH ROW EXECUTE FUNCTION ev.merge_complaints();
CREATE TRIGGER merge_rows_of_endings AFTER INSERT ON ev.person_merge FOR EACH ROW EXECUTE FUNCTION ev.merge_endings();
CREATE TRIGGER merge_rows_of_requests AFTER INSERT ON ev.person_merge FOR EACH ROW EXECUTE FUNCTION ev.merge_requests();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ev.person_merge FOR EACH STATEMENT EXECUTE FUNCTION ev.refuse_truncate();
CREATE TRIGGER undo_merge BEFORE UPDATE OF undone_at ON ev.person_merge FOR EACH ROW WHEN (((old.undone_at IS NULL) AND (new.undone_at IS NOT NULL))) EXECUTE FUNCTION ev.undo_merge();
CREATE TRIGGER undo_merge_of_complaints AFTER UPDATE OF undone_at ON ev.person_merge FOR EACH ROW WHEN (((old.undone_at IS NULL) AND (new.undone_at IS NOT NULL))) EXECUTE FUNCTION ev.merge_complaints();
CREATE TRIGGER undo_merge_of_endings AFTER UPDATE OF undone_at ON ev.person_merge FOR EACH ROW WHEN (((old.undone_at IS NULL) AND (new.undone_at IS NOT NULL))) EXECUTE FUNCTION ev.merge_endings();
CREATE TRIGGER undo_merge_of_requests AFTER UPDATE OF undone_at ON ev.person_merge FOR EACH ROW WHEN (((old.undone_at IS NULL) AND (new.undone_at IS NOT NULL))) EXECUTE FUNCTION ev.merge_requests();
CREATE TRIGGER hold BEFORE DELETE ON ev.person_merge_row FOR EACH ROW EXECUTE FUNCTION ev.refuse_when_held('person');
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ev.person_merge_row FOR EACH STATEMENT EXECUTE FUNCTION ev.refuse_truncate();
CREATE TRIGGER hold BEFORE DELETE ON ev.post FOR EACH ROW EXECUTE FUNCTION ev.refuse_when_held('message');
CREATE TRIGGER hold_content AFTER UPDATE ON ev.post FOR EACH ROW EXECUTE FUNCTION ev.refuse_emptying_when_held('message');
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ev.post FOR EACH STATEMENT EXECUTE FUNCTION ev.refuse_truncate();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ev.professional FOR EACH STATEMENT EXECUTE FUNCTION ev.refuse_truncate();
CREATE TRIGGER shut_out_referrer AFTER UPDATE OF account_ended_at, email ON ev.professional FOR EACH ROW WHEN (((new.account_ended_at IS NOT NULL) OR (new.email IS DISTINCT FROM old.email))) EXECUTE FUNCTION ev.shut_out_referrer();
CREATE TRIGGER hold BEFORE DELETE ON ev.referral FOR EACH ROW EXECUTE FUNCTION ev.refuse_when_held('message');
CREATE TRIGGER hold_content AFTER UPDATE ON ev.referral FOR EACH ROW EXECUTE FUNCTION ev.refuse_emptying_when_held('message');
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ev.referral FOR EACH STATEMENT EXECUTE FUNCTION ev.refuse_truncate();
CREATE TRIGGER refer_from_own_account BEFORE INSERT ON ev.referral FOR EACH ROW WHEN ((new.professional_id IS NOT NULL)) EXECUTE FUNCTION ev.refer_from_own_account();
CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON ev.request_stop FOR EACH ROW EXECUTE FUNCTION ev.guard_stop();
CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON ev.restriction FOR EACH ROW EXECUTE FUNCTION ev.guard_restriction();
CREATE TRIGGER hold BEFORE DELETE ON ev.restriction FOR EACH ROW EXECUTE FUNCTION ev.refuse_when_held('person');
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ev.restriction FOR EACH STATEMENT EXECUTE FUNCTION ev.refuse_truncate();
CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON ev.right_decision FOR EACH ROW EXECUTE FUNCTION ev.guard_decision();
CREATE TRIGGER guard_passed BEFORE INSERT ON ev.right_decision FOR EACH ROW EXECUTE FUNCTION ev.guard_passed_decision();
CREATE TRIGGER guard BEFORE UPDATE ON ev.rights_request FOR EACH ROW EXECUTE FUNCTION ev.guard_request();
CREATE TRIGGER guard_new BEFORE INSERT ON ev.rights_request FOR EACH ROW EXECUTE FUNCTION ev.guard_new_request();
CREATE TRIGGER guard_passed BEFORE UPDATE OF outcome ON ev.rights_request FOR EACH ROW WHEN ((old.outcome IS NULL)) EXECUTE FUNCTION ev.guard_passed_request();
CREATE TRIGGER hold BEFORE DELETE ON ev.rights_request FOR EACH ROW EXECUTE FUNCTION ev.refuse_when_held('person');
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ev.rights_request FOR EACH STATEMENT EXECUTE FUNCTION ev.refuse_truncate();
CREATE TRIGGER objections_first BEFORE UPDATE OF closed_on ON ev.rights_request FOR EACH ROW EXECUTE FUNCTION ev.objections_first();
CREATE TRIGGER portal_check AFTER INSERT ON ev.rights_request FOR EACH ROW WHEN ((new.channel = 'portal'::text)) EXECUTE FUNCTION ev.check_by_portal();
CREATE TRIGGER hold BEFORE DELETE ON ev.safe_contact FOR EACH ROW EXECUTE FUNCTION ev.refuse_when_held('person');
CREATE TRIGGER hold_content AFTER UPDATE ON ev.safe_contact FOR EACH ROW EXECUTE FUNCTION ev.refuse_emptying_when_held('person');
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ev.safe_contact FOR EACH STATEMENT EXECUTE FUNCTION ev.refuse_truncate();
CREATE TRIGGER refuse_merged BEFORE INSERT ON ev.safe_contact FOR EACH ROW EXECUTE FUNCTION ev.refuse_merged();
CREATE TRIGGER wait_for_sending AFTER INSERT ON ev.safe_contact FOR EACH ROW EXECUTE FUNCTION ev.wait_for_sending();
CREATE TRIGGER hold BEFORE DELETE ON ev.screening FOR EACH ROW EXECUTE FUNCTION ev.refuse_when_held('case_id');
CREATE TRIGGER hold_content AFTER UPDATE ON ev.screening FOR EACH ROW EXECUTE FUNCTION ev.refuse_emptying_when_held('case_id');
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ev.screening FOR EACH STATEMENT EXECUTE FUNCTION ev.refuse_truncate();
CREATE TRIGGER hold BEFORE DELETE ON ev.session_note FOR EACH ROW EXECUTE FUNCTION ev.refuse_when_held('case_id');
CREATE TRIGGER hold_content AFTER UPDATE ON ev.session_note FOR EACH ROW EXECUTE FUNCTION ev.refuse_emptying_when_held('case_id');
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ev.session_note FOR EACH STATEMENT EXECUTE FUNCTION ev.refuse_truncate();
CREATE TRIGGER note_rules BEFORE INSERT OR UPDATE ON ev.session_note FOR EACH ROW EXECUTE FUNCTION ev.note_rules();
CREATE TRIGGER write_ledger AFTER INSERT OR UPDATE ON ev.session_note FOR EACH ROW EXECUTE FUNCTION ev.write_ledger();
CREATE TRIGGER hold BEFORE DELETE ON ev.session_observer FOR EACH ROW EXECUTE FUNCTION ev.refuse_when_held('case_id');
CREATE TRIGGER hold_content AFTER UPDATE ON ev.session_observer FOR EACH ROW EXECUTE FUNCTION ev.refuse_emptying_when_held('case_id');
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ev.session_observer FOR EACH STATEMENT EXECUTE FUNCTION ev.refuse_truncate();
CREATE TRIGGER agreed_before BEFORE INSERT ON ev.session_record FOR EACH ROW WHEN ((new.way = ANY (ARRAY['joint'::text, 'shuttle'::text, 'online'::text]))) EXECUTE FUNCTION ev.agreed_before();
CREATE TRIGGER hold BEFORE DELETE ON ev.session_record FOR EACH ROW EXECUTE FUNCTION ev.refuse_when_held('case_id');
CREATE TRIGGER hold_content AFTER UPDATE ON ev.session_record FOR EACH ROW EXECUTE FUNCTION ev.refuse_emptying_when_held('case_id');
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ev.session_record FOR EACH STATEMENT EXECUTE FUNCTION ev.refuse_truncate();
CREATE TRIGGER hold BEFORE DELETE ON ev.session_stop FOR EACH ROW EXECUTE FUNCTION ev.refuse_when_held('case_id');
CREATE TRIGGER hold_content AFTER UPDATE ON ev.session_stop FOR EACH ROW EXECUTE FUNCTION ev.refuse_emptying_when_held('case_id');
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ev.session_stop FOR EACH STATEMENT EXECUTE FUNCTION ev.refuse_truncate();
CREATE TRIGGER hold BEFORE DELETE ON ev.session_summary FOR EACH ROW EXECUTE FUNCTION ev.refuse_when_held('case_id');
CREATE TRIGGER hold_content AFTER UPDATE ON ev.session_summary FOR EACH ROW EXECUTE FUNCTION ev.refuse_emptying_when_held('case_id');
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ev.session_summary FOR EACH STATEMENT EXECUTE FUNCTION ev.refuse_truncate();
CREATE TRIGGER end_calendar_feed AFTER UPDATE OF suspended_at, left_on, role ON ev.staff FOR EACH ROW WHEN (((new.suspended_at IS NOT NULL) OR (new.left_on IS NOT NULL) OR (new.role <> old.role))) EXECUTE FUNCTION ev.end_calendar_feed();
CREATE TRIGGER keep_an_administrator BEFORE UPDATE OF role, suspended_at, left_on ON ev.staff FOR EACH ROW EXECUTE FUNCTION ev.keep_an_administrator();
CREATE TRIGGER only_who_sees_any BEFORE INSERT OR UPDATE ON ev.staff FOR EACH ROW EXECUTE FUNCTION ev.only_who_sees_any();
CREATE TRIGGER shut_out AFTER UPDATE OF suspended_at, left_on ON ev.staff FOR EACH ROW WHEN (((new.suspended_at IS NOT NULL) OR (new.left_on IS NOT NULL))) EXECUTE FUNCTION ev.shut_out();
CREATE TRIGGER only_who_sees_any BEFORE INSERT OR UPDATE ON ev.staff_link FOR EACH ROW EXECUTE FUNCTION ev.only_who_sees_any();
CREATE TRIGGER hold BEFORE DELETE ON ev.stored_file FOR EACH ROW EXECUTE FUNCTION ev.refuse_when_held('case_id');
CREATE TRIGGER hold_content AFTER UPDATE ON ev.stored_file FOR EACH ROW EXECUTE FUNCTION ev.refuse_emptying_when_held('case_id');
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ev.stored_file FOR EACH STATEMENT EXECUTE FUNCTION ev.refuse_truncate();
CREATE TRIGGER share_openly BEFORE UPDATE OF zone ON ev.stored_file FOR EACH ROW WHEN ((new.zone IS DISTINCT FROM old.zone)) EXECUTE FUNCTION ev.share_openly();
CREATE TRIGGER hold BEFORE DELETE ON ev.time_answer FOR EACH ROW EXECUTE FUNCTION ev.refuse_when_held('case_id');
CREATE TRIGGER hold_content AFTER UPDATE ON ev.time_answer FOR EACH ROW EXECUTE FUNCTION ev.refuse_emptying_when_held('case_id');
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ev.time_answer FOR EACH STATEMENT EXECUTE FUNCTION ev.refuse_truncate();
CREATE TRIGGER hold BEFORE DELETE ON ev.time_choice FOR EACH ROW EXECUTE FUNCTION ev.refuse_when_held('case_id');
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ev.time_choice FOR EACH STATEMENT EXECUTE FUNCTION ev.refuse_truncate();
CREATE TRIGGER hold BEFORE DELETE ON ev.time_offer FOR EACH ROW EXECUTE FUNCTION ev.refuse_when_held('case_id');
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ev.time_offer FOR EACH STATEMENT EXECUTE FUNCTION ev.refuse_truncate();
CREATE TRIGGER hold BEFORE DELETE ON ev.told_of_other FOR EACH ROW EXECUTE FUNCTION ev.refuse_when_held('case_id');
CREATE TRIGGER hold_content AFTER UPDATE ON ev.told_of_other FOR EACH ROW EXECUTE FUNCTION ev.refuse_emptying_when_held('case_id');
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ev.told_of_other FOR EACH STATEMENT EXECUTE FUNCTION ev.refuse_truncate();
CREATE TRIGGER hold BEFORE DELETE ON ev.wall FOR EACH ROW EXECUTE FUNCTION ev.refuse_when_held('person');
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ev.wall FOR EACH STATEMENT EXECUTE FUNCTION ev.refuse_truncate();
CREATE TRIGGER refuse_merged BEFORE INSERT ON ev.wall FOR EACH ROW EXECUTE FUNCTION ev.refuse_merged();
CREATE TRIGGER step_back AFTER INSERT ON ev.wall FOR EACH ROW EXECUTE FUNCTION ev.step_back();
CREATE TRIGGER hold BEFORE DELETE ON ev.whereabouts FOR EACH ROW EXECUTE FUNCTION ev.refuse_when_held('person');
CREATE TRIGGER hold_content AFTER UPDATE ON ev.whereabouts FOR EACH ROW EXECUTE FUNCTION ev.refuse_emptying_when_held('person');
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ev.whereabouts FOR EACH STATEMENT EXECUTE FUNCTION ev.refuse_truncate();
CREATE TRIGGER refuse_merged BEFORE INSERT ON ev.whereabouts FOR EACH ROW EXECUTE FUNCTION ev.refuse_merged();
CREATE TRIGGER wait_for_sending AFTER INSERT OR UPDATE ON ev.whereabouts FOR EACH ROW EXECUTE FUNCTION ev.wait_for_sending();
