-- Complaints about the service and about data, with one form for both, and the register of breaches. Each has a life of its own: it
-- stays, without a name that leads anywhere, when the file it was about is gone.

CREATE TABLE ev.complaint (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  reference text NOT NULL UNIQUE,
  about text NOT NULL CHECK (about IN ('service', 'data', 'both')),
  channel text NOT NULL CHECK (channel IN ('website', 'portal', 'letter', 'email', 'telephone', 'in_person')),
  received_on date NOT NULL DEFAULT (ev.service_now() AT TIME ZONE 'Europe/London')::date,
  made_at timestamptz NOT NULL DEFAULT ev.service_now(),
  taken_by uuid REFERENCES ev.staff,
  made_for text NOT NULL CHECK (made_for IN ('self', 'represented')),
  given_name text NOT NULL DEFAULT '',
  family_name text NOT NULL DEFAULT '',
  representative text,
  organisation text,
  -- How they say they can be reached. It helps to know them again; nothing is ever sent there by itself.
  given_contact text,
  details text NOT NULL DEFAULT '',
  -- What would put it right, in their words.
  wanted text,
  -- Whom it is about, in their words, and who that is here: they do not see it unless they are asked.
  about_whom text,
  about_staff uuid REFERENCES ev.staff,
  person_id uuid REFERENCES ev.person ON DELETE SET NULL,
  matched_on date,
  matched_by uuid REFERENCES ev.staff,
  acknowledged_on date,
  acknowledged_by uuid REFERENCES ev.staff,
  acknowledged_how text CHECK (acknowledged_how IN ('email', 'letter', 'spoken')),
  closed_on date,
  closed_by uuid REFERENCES ev.staff,
  outcome text CHECK (outcome IN ('upheld', 'partly', 'not_upheld', 'settled', 'taken_back')),
  -- The reasons, as the complainant reads them.
  answer text,
  answered_how text CHECK (answered_how IN ('email', 'letter', 'spoken')),
  cause text CHECK (cause IN ('delay', 'words', 'manner', 'secrecy', 'wrong_data', 'money', 'access', 'way_of_work', 'other', 'nothing_wrong')),
  changed text,
  CONSTRAINT complaint_taken_by CHECK ((taken_by IS NULL) = (channel IN ('website', 'portal'))),
  CONSTRAINT complaint_represented CHECK ((made_for = 'represented') = (representative IS NOT NULL)),
  CONSTRAINT complaint_acknowledged CHECK ((acknowledged_on IS NULL) = (acknowledged_how IS NULL) AND (acknowledged_on IS NULL) = (acknowledged_by IS NULL)),
  CONSTRAINT complaint_closed CHECK ((closed_on IS NULL) = (outcome IS NULL) AND (closed_on IS NULL) = (closed_by IS NULL)),
  -- An outcome is told, with its reasons; what was wrong has a cause and something that changed. What is answered is acknowledged by it.
  CONSTRAINT complaint_answered CHECK (outcome IS NULL OR outcome = 'taken_back'
    OR (coalesce(answer, '') <> '' AND answered_how IS NOT NULL AND cause IS NOT NULL AND acknowledged_on IS NOT NULL)),
  CONSTRAINT complaint_changed CHECK (outcome IS NULL OR outcome NOT IN ('upheld', 'partly') OR coalesce(changed, '') <> '')
);
CREATE INDEX complaint_open ON ev.complaint (received_on) WHERE closed_on IS NULL;
CREATE INDEX complaint_closed ON ev.complaint (closed_on) WHERE closed_on IS NOT NULL;
CREATE INDEX complaint_of ON ev.complaint (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX complaint_about_staff ON ev.complaint (about_staff) WHERE about_staff IS NOT NULL;

-- What was asked, of whom and when; what was found; and each time that the complainant was told how far it is.
CREATE TABLE ev.complaint_step (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  complaint_id uuid NOT NULL REFERENCES ev.complaint,
  kind text NOT NULL CHECK (kind IN ('asked', 'found', 'told')),
  of_whom text,
  of_staff uuid REFERENCES ev.staff,
  words text NOT NULL DEFAULT '',
  how text CHECK (how IN ('email', 'letter', 'spoken')),
  made_on date NOT NULL DEFAULT (ev.service_now() AT TIME ZONE 'Europe/London')::date,
  made_at timestamptz NOT NULL DEFAULT ev.service_now(),
  made_by uuid NOT NULL REFERENCES ev.staff,
  CONSTRAINT complaint_step_asked CHECK (kind <> 'asked' OR of_staff IS NOT NULL OR coalesce(of_whom, '') <> ''),
  CONSTRAINT complaint_step_words CHECK (kind = 'told' OR words <> ''),
  CONSTRAINT complaint_step_told CHECK ((kind = 'told') = (how IS NOT NULL))
);
CREATE INDEX complaint_step_of ON ev.complaint_step (complaint_id);

-- Whether the other party is told that we look into something. Somebody decides it by name, and tells nobody without having looked at
-- whether that is safe.
CREATE TABLE ev.complaint_telling (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  complaint_id uuid NOT NULL REFERENCES ev.complaint,
  person_id uuid REFERENCES ev.person ON DELETE SET NULL,
  decision text NOT NULL CHECK (decision IN ('told', 'not_told')),
  safety_checked boolean NOT NULL,
  reason text NOT NULL CHECK (reason <> ''),
  how text CHECK (how IN ('email', 'letter', 'spoken')),
  made_at timestamptz NOT NULL DEFAULT ev.service_now(),
  made_by uuid NOT NULL REFERENCES ev.staff,
  CONSTRAINT complaint_telling_safe CHECK (decision = 'not_told' OR safety_checked),
  CONSTRAINT complaint_telling_how CHECK ((decision = 'told') = (how IS NOT NULL))
);
CREATE INDEX complaint_telling_of ON ev.complaint_telling (complaint_id);
CREATE INDEX complaint_telling_person ON ev.complaint_telling (person_id) WHERE person_id IS NOT NULL;
CREATE UNIQUE INDEX complaint_telling_once ON ev.complaint_telling (complaint_id) WHERE decision = 'told';

SELECT ev.guard_rows('complaint', 'person', false);

CREATE FUNCTION ev.refuse_complaint(p_constraint text, p_words text) RETURNS void LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  RAISE EXCEPTION '%', p_words USING ERRCODE = '23514', CONSTRAINT = p_constraint;
END $$;

-- The complaints that are kept from whoever acts: those about themselves, of which they were not asked.
CREATE FUNCTION ev.complaints_kept_from() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  RETURN (SELECT coalesce(array_agg(c.id), '{}') FROM ev.complaint c
           WHERE c.about_staff = ev.actor()
             AND NOT EXISTS (SELECT FROM ev.complaint_step s WHERE s.complaint_id = c.id AND s.of_staff = ev.actor()));
END $$;

-- From the website nobody is known; in the portal somebody complains as who they are. Whoever is named by their whole name, and is the
-- one colleague of that name, is kept from it from the start.
CREATE FUNCTION ev.guard_new_complaint() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
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
END $$;
CREATE TRIGGER guard_new BEFORE INSERT ON ev.complaint FOR EACH ROW EXECUTE FUNCTION ev.guard_new_complaint();

-- What is closed is closed, and nobody decides about themselves. A file that ends takes its person with it, and two records that become
-- one take the complaints along.
CREATE FUNCTION ev.guard_complaint() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF NEW.person_id IS DISTINCT FROM OLD.person_id THEN
    IF NEW.person_id IS NULL AND NOT EXISTS (SELECT FROM ev.person WHERE id = OLD.person_id) THEN RETURN NEW; END IF;
    IF EXISTS (SELECT FROM ev.person WHERE id = OLD.person_id AND merged_into = NEW.person_id)
       OR current_setting('role') LIKE '%\_merging' THEN RETURN NEW; END IF;
  END IF;
  IF OLD.closed_on IS NOT NULL THEN PERFORM ev.refuse_complaint('complaint_over', 'this complaint is closed'); END IF;
  IF OLD.about_staff = ev.actor() THEN PERFORM ev.refuse_complaint('complaint_own', 'nobody decides about themselves'); END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE UPDATE ON ev.complaint FOR EACH ROW EXECUTE FUNCTION ev.guard_complaint();

CREATE FUNCTION ev.guard_complaint_part() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
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
END $$;
CREATE TRIGGER guard BEFORE INSERT ON ev.complaint_step FOR EACH ROW EXECUTE FUNCTION ev.guard_complaint_part();
CREATE TRIGGER guard BEFORE INSERT ON ev.complaint_telling FOR EACH ROW EXECUTE FUNCTION ev.guard_complaint_part();

-- Two records that become one, and two again: the complaints go along.
ALTER TABLE ev.person_merge_row DROP CONSTRAINT person_merge_row_place_check;
ALTER TABLE ev.person_merge_row ADD CONSTRAINT person_merge_row_place_check CHECK (place IN ('party', 'contact_point', 'whereabouts',
  'person_correction', 'message', 'consent_subject', 'task', 'wall', 'safety', 'card', 'rights_request', 'restriction', 'complaint', 'complaint_telling'));
CREATE FUNCTION ev.merge_complaints() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
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
END $$;
CREATE TRIGGER merge_rows_of_complaints AFTER INSERT ON ev.person_merge FOR EACH ROW EXECUTE FUNCTION ev.merge_complaints();
CREATE TRIGGER undo_merge_of_complaints AFTER UPDATE OF undone_at ON ev.person_merge FOR EACH ROW
  WHEN (OLD.undone_at IS NULL AND NEW.undone_at IS NOT NULL) EXECUTE FUNCTION ev.merge_complaints();

-- How whoever complained, or the other party of their file, can be reached: of nobody else, and while the complaint is open.
CREATE FUNCTION ev.ways_of_complaint(p_complaint uuid, p_person uuid) RETURNS TABLE (id uuid, kind text, value text, source text,
  safety text, voicemail_safety text, confirmed_at timestamptz, made_at timestamptz, shared boolean, card jsonb)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
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
END $$;

-- The register of breaches and near misses. `aware_at` starts the hours in which the regulator is told. Each is worked through from top to
-- bottom: what was done at once, whose data it was, what can come of it, who is told, and what keeps it from happening again.
CREATE TABLE ev.breach (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  reference text NOT NULL UNIQUE,
  kind text NOT NULL CHECK (kind IN ('breach', 'near_miss')),
  way text NOT NULL CHECK (way IN ('wrong_person', 'lost', 'stolen', 'overheard', 'broken_into', 'not_there', 'destroyed', 'wrong', 'other')),
  what text NOT NULL CHECK (what <> ''),
  aware_at timestamptz NOT NULL,
  made_at timestamptz NOT NULL DEFAULT ev.service_now(),
  made_by uuid NOT NULL REFERENCES ev.staff,
  case_id uuid REFERENCES ev.case_file ON DELETE SET NULL,
  message_id uuid REFERENCES ev.message ON DELETE SET NULL,
  contained text,
  whose text,
  people_count integer CHECK (people_count >= 0),
  delicate boolean,
  consequences text,
  risk text CHECK (risk IN ('unlikely', 'likely', 'high')),
  notify text CHECK (notify IN ('yes', 'no')),
  notify_reason text,
  notify_by uuid REFERENCES ev.staff,
  notify_at timestamptz,
  tell text CHECK (tell IN ('yes', 'no')),
  tell_reason text,
  tell_by uuid REFERENCES ev.staff,
  tell_at timestamptz,
  controller text CHECK (controller IN ('yes', 'no')),
  charity text CHECK (charity IN ('yes', 'no', 'none')),
  charity_reason text,
  charity_by uuid REFERENCES ev.staff,
  measures text,
  closed_on date,
  closed_by uuid REFERENCES ev.staff,
  -- Each decision is somebody's, with a reason.
  CONSTRAINT breach_notify CHECK ((notify IS NULL) = (notify_by IS NULL) AND (notify IS NULL) = (notify_at IS NULL) AND (notify IS NULL OR coalesce(notify_reason, '') <> '')),
  CONSTRAINT breach_tell CHECK ((tell IS NULL) = (tell_by IS NULL) AND (tell IS NULL) = (tell_at IS NULL) AND (tell IS NULL OR coalesce(tell_reason, '') <> '')),
  CONSTRAINT breach_charity CHECK ((charity IS NULL) = (charity_by IS NULL) AND (charity IS NULL OR charity = 'none' OR coalesce(charity_reason, '') <> '')),
  -- Not to report what is likely to harm somebody is no choice (UK GDPR Art 33(1)).
  CONSTRAINT breach_must_report CHECK (notify IS DISTINCT FROM 'no' OR risk = 'unlikely'),
  CONSTRAINT breach_risk CHECK (risk IS NULL OR coalesce(consequences, '') <> ''),
  CONSTRAINT breach_closed CHECK ((closed_on IS NULL) = (closed_by IS NULL)),
  CONSTRAINT breach_all_answered CHECK (closed_on IS NULL OR (coalesce(measures, '') <> ''
    AND (kind = 'near_miss' OR (contained <> '' AND risk IS NOT NULL AND notify IS NOT NULL AND tell IS NOT NULL AND charity IS NOT NULL))))
);
CREATE INDEX breach_open ON ev.breach (aware_at) WHERE closed_on IS NULL;
CREATE INDEX breach_closed_on ON ev.breach (closed_on) WHERE closed_on IS NOT NULL;
CREATE INDEX breach_case ON ev.breach (case_id) WHERE case_id IS NOT NULL;
CREATE INDEX breach_message ON ev.breach (message_id) WHERE message_id IS NOT NULL;

-- Who was told, in as many phases as it takes; where the regulator hears of it late, why.
CREATE TABLE ev.breach_report (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  breach_id uuid NOT NULL REFERENCES ev.breach,
  told text NOT NULL CHECK (told IN ('regulator', 'controller', 'people', 'charity')),
  how text NOT NULL CHECK (how IN ('online', 'telephone', 'email', 'letter', 'in_person')),
  words text NOT NULL CHECK (words <> ''),
  their_reference text,
  late_reason text,
  told_at timestamptz NOT NULL DEFAULT ev.service_now(),
  made_by uuid NOT NULL REFERENCES ev.staff
);
CREATE INDEX breach_report_of ON ev.breach_report (breach_id);

SELECT ev.guard_rows('breach', 'case_id', false);

CREATE FUNCTION ev.guard_breach() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
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
END $$;
CREATE TRIGGER guard BEFORE UPDATE ON ev.breach FOR EACH ROW EXECUTE FUNCTION ev.guard_breach();

SELECT ev.keep_no_samples();
