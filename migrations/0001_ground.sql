-- What every other table stands on: the service's clock, who acts, what was done, which policy is in force.

CREATE SCHEMA ev;
CREATE SCHEMA ext;
CREATE EXTENSION btree_gist SCHEMA ext;

-- The service's clock. This body is the production one; the demonstration replaces it by one that follows `ev.now`, and every
-- start compares which of the two is there: with that one, any SQL could move time.
CREATE FUNCTION ev.service_now() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE
RETURN now();

CREATE FUNCTION ev.actor() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
RETURN nullif(current_setting('ev.actor', true), '')::uuid;

CREATE TABLE ev.migration (
  name text PRIMARY KEY,
  digest text NOT NULL,
  applied_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- One row, made by the demonstration alone.
CREATE TABLE ev.demonstration_clock (
  id boolean PRIMARY KEY DEFAULT true CHECK (id),
  ahead_seconds bigint NOT NULL DEFAULT 0 CHECK (ahead_seconds >= 0)
);

-- A policy that comes into force again is another row: when it was in force before stays true.
CREATE TABLE ev.policy_version (
  hash text NOT NULL,
  applied_at timestamptz NOT NULL DEFAULT ev.service_now(),
  approved_by text NOT NULL,
  policy jsonb NOT NULL,
  notice jsonb NOT NULL,
  changes jsonb NOT NULL DEFAULT '[]',
  PRIMARY KEY (hash, applied_at)
);

-- Which staff role may act for which purpose, and on which rows: written from the policy with the grants.
CREATE TABLE ev.role_rule (
  staff_role text NOT NULL,
  db_role name NOT NULL,
  row_scope text NOT NULL CHECK (row_scope IN ('any', 'assigned', 'own', 'added')),
  PRIMARY KEY (staff_role, db_role)
);

CREATE TABLE ev.staff (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  email text NOT NULL,
  role text NOT NULL CHECK (role IN ('coordinator', 'mediator', 'supervisor', 'privacyOfficer', 'administrator')),
  invited_at timestamptz NOT NULL DEFAULT ev.service_now(),
  joined_at timestamptz,
  suspended_at timestamptz,
  left_on date
);
CREATE UNIQUE INDEX staff_email ON ev.staff (lower(email));

-- Every change carries a key. The same key again gets the first answer and changes nothing.
CREATE TABLE ev.request_key (
  key uuid PRIMARY KEY,
  act text NOT NULL,
  actor uuid DEFAULT ev.actor(),
  at timestamptz NOT NULL DEFAULT ev.service_now(),
  answer jsonb
);

-- Who opened or did what, for which purpose: no values. Time and purpose are filled by the server and cannot be forged. A page of many
-- parts is one row for each purpose: `also` names the parts that were read of the same case or person at once.
CREATE TABLE ev.access_log (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL DEFAULT ev.service_now(),
  written_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
  actor uuid DEFAULT ev.actor(),
  db_role name NOT NULL DEFAULT current_user,
  act text NOT NULL CHECK (act ~ '^[a-z]+(\.[a-z-]+)+$'),
  case_id uuid,
  subject_id uuid,
  row_count integer NOT NULL DEFAULT 0,
  also text[] NOT NULL DEFAULT '{}' CHECK (also::text ~ '^\{([a-z-]+\.[a-z.-]+(,[a-z-]+\.[a-z.-]+)*)?\}$')
);
CREATE INDEX access_log_case ON ev.access_log (case_id, id) WHERE case_id IS NOT NULL;
CREATE INDEX access_log_actor ON ev.access_log (actor, id);

-- Work that waits for somebody: kinds and references, never words about a person.
CREATE TABLE ev.task (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  kind text NOT NULL CHECK (kind ~ '^[a-z]+(-[a-z]+)*$'),
  case_id uuid,
  enquiry_id uuid,
  message_id uuid,
  subject_id uuid,
  for_role text NOT NULL,
  for_staff uuid,
  due_on date NOT NULL,
  made_at timestamptz NOT NULL DEFAULT ev.service_now(),
  done_at timestamptz,
  done_by uuid
);
CREATE INDEX task_waiting ON ev.task (for_role, due_on) WHERE done_at IS NULL;

-- What happened in the life of a thing, and on which day: retention clocks start from these and from nothing else.
CREATE TABLE ev.life_event (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  aggregate text NOT NULL,
  aggregate_id uuid NOT NULL,
  event text NOT NULL,
  happened_on date NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT ev.service_now()
);
CREATE INDEX life_event_of ON ev.life_event (aggregate, aggregate_id, event);

CREATE FUNCTION ev.claim_request(p_key uuid, p_act text) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
DECLARE earlier jsonb;
BEGIN
  INSERT INTO ev.request_key (key, act) VALUES (p_key, p_act) ON CONFLICT DO NOTHING;
  IF FOUND THEN RETURN NULL; END IF;
  SELECT coalesce(answer, '{}') INTO earlier FROM ev.request_key
   WHERE key = p_key AND act = p_act AND actor IS NOT DISTINCT FROM ev.actor();
  IF NOT FOUND THEN RAISE EXCEPTION 'this request key belongs to another act' USING ERRCODE = '42501'; END IF;
  RETURN earlier;
END $$;

CREATE FUNCTION ev.answer_request(p_key uuid, p_answer jsonb) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = ''
BEGIN ATOMIC
  UPDATE ev.request_key SET answer = p_answer WHERE key = p_key AND actor IS NOT DISTINCT FROM ev.actor() AND answer IS NULL;
END;

-- Which plan of rights was applied, and how the catalogue states it.
CREATE TABLE ev.access_plan (
  id boolean PRIMARY KEY DEFAULT true CHECK (id),
  digest text,
  state jsonb
);
INSERT INTO ev.access_plan DEFAULT VALUES;
