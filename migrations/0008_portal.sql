-- The parties' door: codes by which a party signs in, what is signed in, and who asked for a code by e-mail. A code belongs to one
-- person; what they see is ruled by who they are and not by which case they came for.

-- A code in two parts: by its number it is found, so that wrong tries count against it; its secret opens. Neither stands here, only
-- keyed hashes. Its times are the machine's.
CREATE TABLE ev.party_code (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES ev.person ON DELETE CASCADE,
  contact_point_id uuid REFERENCES ev.contact_point ON DELETE CASCADE,
  way text NOT NULL CHECK (way IN ('email', 'paper')),
  number_hash bytea NOT NULL,
  secret_hash bytea NOT NULL,
  made_by uuid DEFAULT ev.actor(),
  made_at timestamptz NOT NULL DEFAULT ev.service_now(),
  expires_at timestamptz NOT NULL,
  tries integer NOT NULL DEFAULT 0,
  ended_at timestamptz,
  CHECK ((way = 'email') = (contact_point_id IS NOT NULL))
);
CREATE INDEX party_code_by_number ON ev.party_code (number_hash) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX party_code_one_at_a_time ON ev.party_code (person_id) WHERE ended_at IS NULL;
CREATE INDEX party_code_point ON ev.party_code (contact_point_id);

CREATE TABLE auth.party_sign_in (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES ev.person ON DELETE CASCADE,
  contact_point_id uuid REFERENCES ev.contact_point ON DELETE CASCADE,
  token_hash bytea NOT NULL UNIQUE,
  made_at timestamptz NOT NULL,
  seen_at timestamptz NOT NULL,
  ended_at timestamptz
);
CREATE INDEX party_sign_in_of ON auth.party_sign_in (person_id);
CREATE INDEX party_sign_in_point ON auth.party_sign_in (contact_point_id);

-- Whoever asks for a code leaves an address here, known or not. The worker takes it away and looks: so the page that was asked on
-- answers the same, and as fast, whoever it is.
CREATE TABLE auth.party_request (
  id uuid PRIMARY KEY,
  email text NOT NULL CHECK (length(email) <= 254),
  asked_at timestamptz NOT NULL
);

-- A new code ends the former one, whoever makes it and by whatever way.
CREATE FUNCTION ev.end_former_party_code() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  UPDATE ev.party_code SET ended_at = clock_timestamp() WHERE person_id = NEW.person_id AND ended_at IS NULL;
  RETURN NEW;
END $$;
CREATE TRIGGER end_former_party_code BEFORE INSERT ON ev.party_code FOR EACH ROW EXECUTE FUNCTION ev.end_former_party_code();

-- A way of contact that is no longer safe, or no longer theirs, lets nobody in: neither by a code that was sent there nor by what was
-- signed in with one.
CREATE FUNCTION ev.shut_out_party() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  UPDATE ev.party_code SET ended_at = clock_timestamp() WHERE contact_point_id = NEW.id AND ended_at IS NULL;
  UPDATE auth.party_sign_in SET ended_at = clock_timestamp() WHERE contact_point_id = NEW.id AND ended_at IS NULL;
  RETURN NEW;
END $$;
CREATE TRIGGER shut_out_party AFTER UPDATE OF safety, ended_at, person_id ON ev.contact_point FOR EACH ROW
  WHEN (NEW.safety <> 'safe' OR NEW.ended_at IS NOT NULL OR NEW.person_id <> OLD.person_id) EXECUTE FUNCTION ev.shut_out_party();

-- The cases in which the person acting is a party. A party acts as the person that they are.
CREATE FUNCTION ev.cases_of_party() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  RETURN (SELECT coalesce(array_agg(p.case_id), '{}') FROM ev.party p WHERE p.person_id = ev.actor());
END $$;

-- Whom a party meets: the mediators of their own appointments and the joint ones, and of nobody else's.
CREATE FUNCTION ev.mediators_of_party() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  RETURN (SELECT coalesce(array_agg(DISTINCT a.mediator_id), '{}') FROM ev.appointment a
           WHERE (a.case_id || ':' || a.zone) = ANY (ev.zones_of_party()));
END $$;

-- Whether there is something for this person to see: a case of theirs that is not destroyed.
CREATE FUNCTION auth.is_party(p_person uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  RETURN EXISTS (SELECT FROM ev.party p WHERE p.person_id = p_person);
END $$;

-- Whether a way of contact still lets its person in; what was handed over on paper has none.
CREATE FUNCTION auth.still_lets_in(p_point uuid, p_person uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  RETURN p_point IS NULL OR EXISTS (SELECT FROM ev.contact_point c
    WHERE c.id = p_point AND c.person_id = p_person AND c.safety = 'safe' AND c.ended_at IS NULL)
    AND 'unsafe' IS DISTINCT FROM (SELECT s.email FROM ev.safe_contact s WHERE s.person_id = p_person ORDER BY s.version DESC LIMIT 1);
END $$;

-- Uses a code up, and says whose it was. A wrong secret counts against the code of that number, which ends after some.
CREATE FUNCTION auth.spend_party_code(p_number bytea, p_secret bytea, p_now timestamptz, p_tries integer)
RETURNS TABLE (person_id uuid, contact_point_id uuid)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
DECLARE found ev.party_code;
BEGIN
  FOR found IN SELECT * FROM ev.party_code c WHERE c.number_hash = p_number AND c.ended_at IS NULL AND c.expires_at > p_now FOR UPDATE LOOP
    IF found.secret_hash <> p_secret THEN
      UPDATE ev.party_code c SET tries = c.tries + 1, ended_at = CASE WHEN c.tries + 1 >= p_tries THEN p_now END WHERE c.id = found.id;
    ELSIF auth.is_party(found.person_id) AND auth.still_lets_in(found.contact_point_id, found.person_id) THEN
      UPDATE ev.party_code c SET ended_at = p_now WHERE c.id = found.id;
      person_id := found.person_id;
      contact_point_id := found.contact_point_id;
      RETURN NEXT;
      RETURN;
    END IF;
  END LOOP;
END $$;

-- Who is signed in by this token; what lets them in is asked anew each time. Being seen is noted at most every quarter of a minute.
CREATE FUNCTION auth.party_of(p_token bytea, p_now timestamptz, p_idle interval, p_longest interval) RETURNS TABLE (id uuid)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
DECLARE found auth.party_sign_in;
BEGIN
  SELECT * INTO found FROM auth.party_sign_in i
   WHERE i.token_hash = p_token AND i.ended_at IS NULL AND i.seen_at > p_now - p_idle AND i.made_at > p_now - p_longest;
  IF found.id IS NULL OR NOT auth.is_party(found.person_id)
     OR NOT auth.still_lets_in(found.contact_point_id, found.person_id) THEN RETURN; END IF;
  IF found.seen_at < p_now - interval '15 seconds' THEN
    UPDATE auth.party_sign_in i SET seen_at = p_now WHERE i.id = found.id;
  END IF;
  id := found.person_id;
  RETURN NEXT;
END $$;

CREATE FUNCTION auth.forget_party_codes(p_before timestamptz) RETURNS SETOF integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  RETURN QUERY DELETE FROM ev.party_code WHERE expires_at < p_before RETURNING 1;
END $$;

CREATE OR REPLACE FUNCTION auth.record(p_act text, p_actor uuid, p_subject uuid, p_at timestamptz) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF p_act NOT IN ('sign-in.made', 'sign-in.refused', 'sign-in.held-off', 'sign-in.ended', 'sign-in.recovered', 'sign-in.set-up',
                   'sign-in.codes-made', 'sign-in.authenticator-changed', 'sign-in.password-changed', 'sign-in.link-made',
                   'sign-in.party-made', 'sign-in.party-refused', 'sign-in.party-ended') THEN
    RAISE EXCEPTION 'not an act of signing in' USING ERRCODE = '42501';
  END IF;
  INSERT INTO ev.access_log (act, actor, subject_id, at, db_role) VALUES (p_act, p_actor, p_subject, p_at, session_user);
END $$;

SELECT ev.keep_no_samples();
