-- How it is safe to reach somebody, where they are, and who said so.

-- What was told of a person by somebody else serves to invite them, and nothing more, until they say themselves that it is right.
ALTER TABLE ev.contact_point
  ADD COLUMN confirmed_at timestamptz,
  ADD COLUMN replaces_id uuid REFERENCES ev.contact_point,
  ADD COLUMN recorded_by uuid DEFAULT ev.actor();
ALTER TABLE ev.contact_point ADD CONSTRAINT contact_point_told_is_not_safe CHECK (
  source IN ('self', 'staff') OR confirmed_at IS NOT NULL OR (safety <> 'safe' AND voicemail_safety <> 'safe'));

-- Where somebody lives, works or goes to school stands apart from how they are reached, under rights of its own. An address to which
-- letters go has its contact point, which says whether it is safe and not what it is.
CREATE TABLE ev.whereabouts (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  person_id uuid NOT NULL REFERENCES ev.person,
  contact_point_id uuid UNIQUE REFERENCES ev.contact_point,
  kind text NOT NULL CHECK (kind IN ('home', 'work', 'school', 'partner', 'other')),
  address text NOT NULL,
  postcode text,
  folded text NOT NULL,
  source text NOT NULL CHECK (source IN ('self', 'other_party', 'referrer', 'staff')),
  recorded_by uuid DEFAULT ev.actor(),
  made_at timestamptz NOT NULL DEFAULT ev.service_now(),
  ended_at timestamptz
);
CREATE INDEX whereabouts_of ON ev.whereabouts (person_id) WHERE ended_at IS NULL;

ALTER TABLE ev.contact_point ALTER COLUMN value DROP NOT NULL, ALTER COLUMN value_folded DROP NOT NULL, DROP COLUMN postcode;
ALTER TABLE ev.contact_point ADD CONSTRAINT contact_point_without_address CHECK (
  (kind = 'address') = (value IS NULL) AND (value IS NULL) = (value_folded IS NULL));

CREATE FUNCTION ev.end_whereabouts() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  UPDATE ev.whereabouts SET ended_at = NEW.ended_at WHERE contact_point_id = NEW.id AND ended_at IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER end_whereabouts AFTER UPDATE OF ended_at ON ev.contact_point FOR EACH ROW
  WHEN (NEW.kind = 'address' AND NEW.ended_at IS NOT NULL) EXECUTE FUNCTION ev.end_whereabouts();

-- The card of a person: each change is a whole new version, and the latest counts. Nothing of it is changed or removed before the
-- file ends.
CREATE TABLE ev.safe_contact (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  person_id uuid NOT NULL REFERENCES ev.person,
  version integer NOT NULL CHECK (version > 0),
  email text NOT NULL DEFAULT 'not_asked' CHECK (email IN ('safe', 'unsafe', 'not_asked')),
  telephone text NOT NULL DEFAULT 'not_asked' CHECK (telephone IN ('safe', 'unsafe', 'not_asked')),
  text_message text NOT NULL DEFAULT 'not_asked' CHECK (text_message IN ('safe', 'unsafe', 'not_asked')),
  voicemail text NOT NULL DEFAULT 'not_asked' CHECK (voicemail IN ('safe', 'unsafe', 'not_asked')),
  letter text NOT NULL DEFAULT 'not_asked' CHECK (letter IN ('safe', 'unsafe', 'not_asked')),
  times text,
  -- The days and hours at which they may be written to and rung, beside their own words about it. One part of the day for all of the
  -- days: nothing at all is any time. What sends waits for the next of them.
  safe_days text CHECK (safe_days ~ '^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)( (Mon|Tue|Wed|Thu|Fri|Sat|Sun)){0,6}$'),
  safe_from text CHECK (safe_from ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  safe_until text CHECK (safe_until ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  who_may_answer text,
  code_word text,
  language text,
  interpreter text,
  adjustments text,
  said_by text NOT NULL CHECK (said_by IN ('self', 'other_party', 'referrer', 'staff')),
  said_on date NOT NULL,
  reason text,
  recorded_by uuid DEFAULT ev.actor(),
  recorded_at timestamptz NOT NULL DEFAULT ev.service_now(),
  CONSTRAINT safe_contact_version UNIQUE (person_id, version),
  CONSTRAINT safe_contact_hours CHECK ((safe_from IS NULL) = (safe_until IS NULL) AND safe_from < safe_until)
);

-- Which of a person's ways of contact are the other party's too: whatever is sent there, the other may open. Answers identifiers; the
-- two sides' details are compared here and leave no trace of themselves.
CREATE FUNCTION ev.shared_contact(p_person uuid) RETURNS TABLE (contact_point_id uuid)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
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
END $$;

-- A sender asks whether it is safe and holds this key until the message has left. Whoever changes what is safe takes the key first, so
-- that nothing which starts after the change goes by what was before it. What has begun cannot be called back: nobody waits long.
CREATE FUNCTION ev.contact_key(p_subject uuid) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN hashtextextended('contact ' || p_subject, 0);

CREATE FUNCTION ev.hold_contact(p_subject uuid) RETURNS void LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  PERFORM pg_catalog.pg_advisory_xact_lock_shared(ev.contact_key(p_subject));
END $$;

CREATE FUNCTION ev.wait_for_sending() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' SET lock_timeout = '3s' AS $$
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
END $$;
CREATE TRIGGER wait_for_sending AFTER INSERT OR UPDATE ON ev.contact_point FOR EACH ROW EXECUTE FUNCTION ev.wait_for_sending();
CREATE TRIGGER wait_for_sending AFTER INSERT OR UPDATE ON ev.whereabouts FOR EACH ROW EXECUTE FUNCTION ev.wait_for_sending();
CREATE TRIGGER wait_for_sending AFTER INSERT ON ev.safe_contact FOR EACH ROW EXECUTE FUNCTION ev.wait_for_sending();
CREATE TRIGGER wait_for_sending AFTER UPDATE ON ev.enquiry FOR EACH ROW EXECUTE FUNCTION ev.wait_for_sending();

-- To a detail that somebody else gave us, an invitation goes and nothing else.
CREATE FUNCTION ev.invite_only() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF EXISTS (SELECT FROM ev.contact_point c WHERE c.id = NEW.contact_point_id AND c.source IN ('other_party', 'referrer') AND c.confirmed_at IS NULL) THEN
    RAISE EXCEPTION 'this detail serves to invite' USING ERRCODE = '23514', CONSTRAINT = 'message_to_told_point';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER invite_only BEFORE INSERT ON ev.message FOR EACH ROW
  WHEN (NEW.contact_point_id IS NOT NULL AND NEW.template NOT LIKE 'invitation%') EXECUTE FUNCTION ev.invite_only();

-- When a person's details were last gone through with them, and by whom.
CREATE TABLE ev.details_confirmed (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  person_id uuid NOT NULL REFERENCES ev.person,
  confirmed_by uuid DEFAULT ev.actor(),
  confirmed_at timestamptz NOT NULL DEFAULT ev.service_now()
);
CREATE INDEX details_confirmed_of ON ev.details_confirmed (person_id, confirmed_at DESC);

-- What a party told us of who the other is: theirs, in their zone, as they told it. The other's own word changes nothing here.
CREATE TABLE ev.told_of_other (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  case_id uuid NOT NULL REFERENCES ev.case_file,
  zone text NOT NULL CHECK (zone IN ('A', 'B')),
  given_name text NOT NULL,
  family_name text NOT NULL,
  birth_date text CHECK (ev.is_partial_date(birth_date)),
  recorded_by uuid DEFAULT ev.actor(),
  told_at timestamptz NOT NULL DEFAULT ev.service_now(),
  -- Of two words at the same moment the later one.
  turn bigint NOT NULL GENERATED ALWAYS AS IDENTITY
);
CREATE INDEX told_of_other_case ON ev.told_of_other (case_id, zone, turn DESC);

-- What was put right about a person: what was, what is, who said so, who wrote it and when. Kept until the file ends.
CREATE TABLE ev.person_correction (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  person_id uuid NOT NULL REFERENCES ev.person,
  field text NOT NULL CHECK (field IN ('given_name', 'family_name', 'known_as', 'birth_date')),
  was text,
  became text,
  said_by text NOT NULL CHECK (said_by IN ('self', 'other_party', 'referrer', 'staff')),
  corrected_by uuid DEFAULT ev.actor(),
  corrected_at timestamptz NOT NULL DEFAULT ev.service_now()
);
CREATE INDEX person_correction_of ON ev.person_correction (person_id);

SELECT ev.guard_rows(t, 'person') FROM unnest(ARRAY['whereabouts', 'safe_contact', 'details_confirmed', 'person_correction']) AS t;
SELECT ev.guard_rows('told_of_other', 'case_id');
SELECT ev.keep_no_samples();
