-- The records of who opened what are added to without a wait. What was committed is sealed afterwards, in batches: each seal holds
-- fingerprints of its records and the head of the seal before it. The signed head of each seal stands outside the database.
-- `after_id` begins an epoch: numbers of transactions start anew in a database that was put back elsewhere.
CREATE TABLE ev.audit_seal (
  seq bigint PRIMARY KEY CHECK (seq > 0),
  after_id bigint NOT NULL,
  from_xid xid8 NOT NULL,
  to_xid xid8 NOT NULL,
  last_id bigint NOT NULL,
  parts jsonb NOT NULL,
  previous_head text NOT NULL,
  head text NOT NULL UNIQUE,
  sealed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT audit_seal_range CHECK (to_xid > from_xid)
);
CREATE INDEX audit_seal_of ON ev.audit_seal (after_id, from_xid);

CREATE FUNCTION ev.keep_as_written() RETURNS trigger
LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  RAISE EXCEPTION 'what was written in % stays as it is', tg_table_name USING ERRCODE = '42501';
END $$;
CREATE TRIGGER keep_seals BEFORE UPDATE OR DELETE ON ev.audit_seal FOR EACH ROW EXECUTE FUNCTION ev.keep_as_written();
CREATE TRIGGER keep_all_seals BEFORE TRUNCATE ON ev.audit_seal FOR EACH STATEMENT EXECUTE FUNCTION ev.keep_as_written();
CREATE TRIGGER keep_records BEFORE UPDATE ON ev.access_log FOR EACH ROW EXECUTE FUNCTION ev.keep_as_written();
CREATE TRIGGER keep_all_records BEFORE TRUNCATE ON ev.access_log FOR EACH STATEMENT EXECUTE FUNCTION ev.keep_as_written();

-- What is looked at again and again to see that promises hold: how it stood, and when it was last seen to hold. Counts alone.
CREATE TABLE ev.live_check (
  key text PRIMARY KEY CHECK (key ~ '^[a-z]+(-[a-z]+)*$'),
  checked_at timestamptz NOT NULL,
  held_at timestamptz,
  state text NOT NULL CHECK (state IN ('holds', 'fails', 'unknown')),
  found integer NOT NULL DEFAULT 0 CHECK (found >= 0),
  words text NOT NULL
);

-- The clocks of the requests that wait for an answer, as dates alone: who asks and what stays where it is.
CREATE FUNCTION ev.open_request_clocks()
  RETURNS TABLE (kind text, received_on date, identity text, identity_asked_on date, identity_settled_on date, extended_on date, stops jsonb)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF current_setting('role') NOT LIKE '%\_accountability' OR ev.row_scope() IS DISTINCT FROM 'any' THEN RETURN; END IF;
  RETURN QUERY SELECT r.kind, r.received_on, r.identity, r.identity_asked_on, r.identity_settled_on, r.extended_on,
      coalesce((SELECT jsonb_agg(jsonb_build_object('askedOn', s.asked_on, 'answeredOn', s.answered_on))
                  FROM ev.request_stop s WHERE s.request_id = r.id), '[]')
    FROM ev.rights_request r WHERE r.closed_on IS NULL;
END $$;

SELECT ev.keep_no_samples();
