-- How members of staff prove who they are. Schema `auth` belongs to the owner; one login reads and writes it, and of schema `ev` it
-- reaches only what the functions below give. No purpose reaches `auth`. Its times are the machine's, passed in by the caller.

CREATE SCHEMA auth;

-- A link that is handed over once: its secret stands nowhere, only its hash. `first` makes the first administrator.
CREATE TABLE ev.staff_link (
  token_hash bytea PRIMARY KEY,
  staff_id uuid REFERENCES ev.staff ON DELETE CASCADE,
  kind text NOT NULL CHECK (kind IN ('join', 'reset', 'first')),
  made_by uuid DEFAULT ev.actor(),
  made_at timestamptz NOT NULL DEFAULT ev.service_now(),
  expires_at timestamptz NOT NULL,
  spent_at timestamptz,
  CHECK ((kind = 'first') = (staff_id IS NULL))
);
CREATE INDEX staff_link_unspent ON ev.staff_link (staff_id) WHERE spent_at IS NULL;

-- A lost authenticator: one person asks, another approves, and neither is the one it is for.
CREATE TABLE ev.authenticator_reset (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  staff_id uuid NOT NULL REFERENCES ev.staff ON DELETE CASCADE,
  asked_by uuid NOT NULL DEFAULT ev.actor(),
  asked_at timestamptz NOT NULL DEFAULT ev.service_now(),
  approved_by uuid,
  approved_at timestamptz,
  withdrawn_at timestamptz,
  CONSTRAINT authenticator_reset_two_people CHECK (approved_by <> asked_by),
  CONSTRAINT authenticator_reset_not_own CHECK (staff_id <> asked_by AND staff_id <> approved_by),
  CHECK ((approved_by IS NULL) = (approved_at IS NULL))
);
CREATE UNIQUE INDEX authenticator_reset_waiting ON ev.authenticator_reset (staff_id) WHERE approved_at IS NULL AND withdrawn_at IS NULL;

CREATE TABLE auth.credential (
  staff_id uuid PRIMARY KEY REFERENCES ev.staff ON DELETE CASCADE,
  password_hash text NOT NULL,
  authenticator text NOT NULL,
  newest_step bigint NOT NULL,
  set_at timestamptz NOT NULL
);

CREATE TABLE auth.recovery_code (
  staff_id uuid NOT NULL REFERENCES auth.credential ON DELETE CASCADE,
  code_hash bytea NOT NULL,
  PRIMARY KEY (staff_id, code_hash)
);

CREATE TABLE auth.sign_in (
  id uuid PRIMARY KEY,
  staff_id uuid NOT NULL REFERENCES ev.staff ON DELETE CASCADE,
  token_hash bytea NOT NULL UNIQUE,
  device text NOT NULL CHECK (length(device) <= 60),
  made_at timestamptz NOT NULL,
  seen_at timestamptz NOT NULL,
  ended_at timestamptz
);
CREATE INDEX sign_in_of ON auth.sign_in (staff_id, made_at DESC);

-- The password was right; the code is awaited.
CREATE TABLE auth.sign_in_step (
  token_hash bytea PRIMARY KEY,
  staff_id uuid NOT NULL REFERENCES ev.staff ON DELETE CASCADE,
  made_at timestamptz NOT NULL,
  tries integer NOT NULL DEFAULT 0
);

-- Browsers from which somebody has signed in. Each has tries of its own, so that nobody elsewhere can use them up.
CREATE TABLE auth.known_device (
  device_hash bytea NOT NULL,
  staff_id uuid NOT NULL REFERENCES ev.staff ON DELETE CASCADE,
  seen_at timestamptz NOT NULL,
  PRIMARY KEY (device_hash, staff_id)
);

-- How many tries were made. The key is a keyed hash of whom and from where: neither can be read from it.
CREATE TABLE auth.budget (
  key_hash bytea PRIMARY KEY,
  spent integer NOT NULL,
  ends_at timestamptz NOT NULL
);

-- Whoever may sign in: has joined, is not suspended, has not left.
CREATE FUNCTION auth.credential_of(p_email text) RETURNS TABLE (staff_id uuid, password_hash text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  RETURN QUERY SELECT s.id, c.password_hash FROM ev.staff s JOIN auth.credential c ON c.staff_id = s.id
   WHERE lower(s.email) = lower(p_email) AND s.suspended_at IS NULL AND s.left_on IS NULL;
END $$;

-- Who is signed in by this token; the role is read anew each time. Being seen is noted at most every quarter of a minute.
CREATE FUNCTION auth.staff_of(p_token bytea, p_now timestamptz, p_idle interval, p_longest interval)
RETURNS TABLE (id uuid, name text, role text)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
DECLARE found_id uuid; found_staff uuid; found_seen timestamptz;
BEGIN
  SELECT i.id, i.staff_id, i.seen_at INTO found_id, found_staff, found_seen FROM auth.sign_in i
   WHERE i.token_hash = p_token AND i.ended_at IS NULL AND i.seen_at > p_now - p_idle AND i.made_at > p_now - p_longest;
  IF found_id IS NULL THEN RETURN; END IF;
  RETURN QUERY SELECT s.id, s.name, s.role FROM ev.staff s WHERE s.id = found_staff AND s.suspended_at IS NULL AND s.left_on IS NULL;
  IF FOUND AND found_seen < p_now - interval '15 seconds' THEN
    UPDATE auth.sign_in i SET seen_at = p_now WHERE i.id = found_id;
  END IF;
END $$;

CREATE FUNCTION auth.person(p_staff uuid) RETURNS TABLE (id uuid, name text, role text, email text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  RETURN QUERY SELECT s.id, s.name, s.role, s.email FROM ev.staff s WHERE s.id = p_staff AND s.suspended_at IS NULL AND s.left_on IS NULL;
END $$;

-- Identifiers of all who may sign in: a form's token says for which of them it was made.
CREATE FUNCTION auth.people() RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  RETURN QUERY SELECT s.id FROM ev.staff s JOIN auth.credential c ON c.staff_id = s.id WHERE s.suspended_at IS NULL AND s.left_on IS NULL;
END $$;

-- Sign-in leaves its own rows in the read log, of these kinds and no other, outside the transactions of the office.
CREATE FUNCTION auth.record(p_act text, p_actor uuid, p_subject uuid, p_at timestamptz) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF p_act NOT IN ('sign-in.made', 'sign-in.refused', 'sign-in.held-off', 'sign-in.ended', 'sign-in.recovered', 'sign-in.set-up',
                   'sign-in.codes-made', 'sign-in.authenticator-changed', 'sign-in.password-changed', 'sign-in.link-made') THEN
    RAISE EXCEPTION 'not an act of signing in' USING ERRCODE = '42501';
  END IF;
  INSERT INTO ev.access_log (act, actor, subject_id, at, db_role) VALUES (p_act, p_actor, p_subject, p_at, session_user);
END $$;

CREATE FUNCTION auth.has_administrator() RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  RETURN EXISTS (SELECT FROM ev.staff WHERE role = 'administrator' AND joined_at IS NOT NULL AND suspended_at IS NULL AND left_on IS NULL);
END $$;

CREATE FUNCTION auth.make_first_link(p_token bytea, p_expires timestamptz) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF auth.has_administrator() THEN RETURN false; END IF;
  DELETE FROM ev.staff_link WHERE kind = 'first';
  INSERT INTO ev.staff_link (token_hash, kind, expires_at) VALUES (p_token, 'first', p_expires);
  RETURN true;
END $$;

-- The operator of the machine lets the only administrator back in.
CREATE FUNCTION auth.make_operator_link(p_email text, p_token bytea, p_expires timestamptz) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
DECLARE found_staff uuid;
BEGIN
  SELECT id INTO found_staff FROM ev.staff WHERE lower(email) = lower(p_email) AND joined_at IS NOT NULL AND suspended_at IS NULL AND left_on IS NULL;
  IF found_staff IS NOT NULL THEN
    INSERT INTO ev.staff_link (token_hash, staff_id, kind, expires_at) VALUES (p_token, found_staff, 'reset', p_expires);
  END IF;
  RETURN found_staff;
END $$;

-- What a link is for; nothing when it is unknown, spent, too old, or its person may not sign in. Changes nothing.
CREATE FUNCTION auth.link(p_token bytea, p_now timestamptz) RETURNS TABLE (kind text, staff_id uuid, name text, email text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  RETURN QUERY SELECT l.kind, l.staff_id, s.name, s.email FROM ev.staff_link l LEFT JOIN ev.staff s ON s.id = l.staff_id
   WHERE l.token_hash = p_token AND l.spent_at IS NULL AND l.expires_at > p_now
     AND CASE l.kind WHEN 'first' THEN NOT auth.has_administrator() ELSE s.suspended_at IS NULL AND s.left_on IS NULL END;
END $$;

-- Spends a link: sets password, authenticator and recovery codes anew, ends what was signed in before. Null when it is worth nothing.
CREATE FUNCTION auth.spend_link(p_token bytea, p_now timestamptz, p_service_now timestamptz, p_new_id uuid, p_name text, p_email text,
                                p_password text, p_authenticator text, p_step bigint, p_codes bytea[])
RETURNS uuid LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
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
END $$;

-- Suspending or leaving ends what is signed in, whoever does it and by whatever code; leaving ends password and authenticator too.
CREATE FUNCTION ev.shut_out() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
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
END $$;
CREATE TRIGGER shut_out AFTER UPDATE OF suspended_at, left_on ON ev.staff FOR EACH ROW
  WHEN (NEW.suspended_at IS NOT NULL OR NEW.left_on IS NOT NULL) EXECUTE FUNCTION ev.shut_out();

-- A service without an administrator could let nobody in again. The lock keeps two from removing each other at once.
CREATE FUNCTION ev.keep_an_administrator() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF OLD.role <> 'administrator' OR OLD.joined_at IS NULL OR OLD.suspended_at IS NOT NULL OR OLD.left_on IS NOT NULL THEN RETURN NEW; END IF;
  IF NEW.role = 'administrator' AND NEW.suspended_at IS NULL AND NEW.left_on IS NULL THEN RETURN NEW; END IF;
  PERFORM pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtext('evenhand.administrators'));
  IF NOT EXISTS (SELECT FROM ev.staff WHERE id <> OLD.id AND role = 'administrator' AND joined_at IS NOT NULL AND suspended_at IS NULL AND left_on IS NULL) THEN
    RAISE EXCEPTION 'the last administrator stays' USING ERRCODE = '23514', CONSTRAINT = 'staff_last_administrator';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_an_administrator BEFORE UPDATE OF role, suspended_at, left_on ON ev.staff FOR EACH ROW
  EXECUTE FUNCTION ev.keep_an_administrator();

-- Under the policy most colleagues may read accounts; who may change them sees any row. The rights of a database role are those of
-- all colleagues together, so this asks for the one who acts.
CREATE FUNCTION ev.only_who_sees_any() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  IF current_setting('role') LIKE '%\_staff\_accounts' AND ev.row_scope() IS DISTINCT FROM 'any' THEN
    RAISE EXCEPTION 'accounts are changed by those whom the policy lets see any' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER only_who_sees_any BEFORE INSERT OR UPDATE ON ev.staff FOR EACH ROW EXECUTE FUNCTION ev.only_who_sees_any();
CREATE TRIGGER only_who_sees_any BEFORE INSERT OR UPDATE ON ev.staff_link FOR EACH ROW EXECUTE FUNCTION ev.only_who_sees_any();
CREATE TRIGGER only_who_sees_any BEFORE INSERT OR UPDATE ON ev.authenticator_reset FOR EACH ROW EXECUTE FUNCTION ev.only_who_sees_any();

-- Acts of signing in have a hyphen in their first word.
ALTER TABLE ev.access_log DROP CONSTRAINT access_log_act_check,
  ADD CONSTRAINT access_log_act_check CHECK (act ~ '^[a-z]+(-[a-z]+)*(\.[a-z-]+)+$');
