-- A certificate is checked by its number and a code that stands on the paper alone; here is only what both make together. It is
-- never changed: a correction is a certificate of its own that names the one it takes the place of, and why.
ALTER TABLE ev.miam_certificate DROP CONSTRAINT miam_certificate_once,
  ADD COLUMN code_hash bytea NOT NULL CHECK (octet_length(code_hash) = 32) UNIQUE,
  ADD COLUMN supersedes uuid,
  ADD COLUMN correction_reason text,
  ADD CONSTRAINT miam_certificate_of_party UNIQUE (id, case_id, party_id, zone),
  ADD CONSTRAINT miam_certificate_superseded_once UNIQUE (supersedes),
  ADD CONSTRAINT miam_certificate_supersedes FOREIGN KEY (supersedes, case_id, party_id, zone)
    REFERENCES ev.miam_certificate (id, case_id, party_id, zone),
  ADD CONSTRAINT miam_certificate_with_reason CHECK ((supersedes IS NULL) = (correction_reason IS NULL));
CREATE UNIQUE INDEX miam_certificate_once ON ev.miam_certificate (miam_record_id) WHERE supersedes IS NULL;

-- What anybody may learn who holds number and code: the dates that stand on the paper, and whether another took its place. A definer
-- function: the purpose that checks may read no certificate, and cannot ask for all of them.
CREATE FUNCTION ev.check_certificate(p_code bytea) RETURNS TABLE (held_on date, issued_at timestamptz, superseded boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF current_setting('role') NOT LIKE '%\_verification' THEN
    RAISE EXCEPTION 'certificates are checked under their own purpose' USING ERRCODE = '42501';
  END IF;
  RETURN QUERY SELECT c.held_on, c.issued_at, EXISTS (SELECT FROM ev.miam_certificate n WHERE n.supersedes = c.id)
    FROM ev.miam_certificate c WHERE c.code_hash = p_code;
END $$;

-- Which ways out of court the person was told of, and which exemptions they say that they have: names from our lists.
ALTER TABLE ev.miam_record ADD COLUMN ways_told jsonb NOT NULL DEFAULT '[]', ADD COLUMN exemptions_claimed jsonb NOT NULL DEFAULT '[]';

ALTER TABLE ev.session_record DROP CONSTRAINT session_record_way_check,
  ADD CONSTRAINT session_record_way_check CHECK (way IN ('joint', 'shuttle', 'online', 'alone', 'telephone'));

-- Each party signs the agreement to mediate alone. A new version is signed anew, and the earlier one stays in the file.
CREATE TABLE ev.agreement_to_mediate (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  case_id uuid NOT NULL REFERENCES ev.case_file,
  party_id uuid NOT NULL,
  zone text NOT NULL CHECK (zone IN ('A', 'B')),
  version text NOT NULL,
  signed_on date NOT NULL,
  signed_how text NOT NULL CHECK (signed_how IN ('paper', 'in_person')),
  recorded_by uuid NOT NULL DEFAULT ev.actor(),
  recorded_at timestamptz NOT NULL DEFAULT ev.service_now(),
  CONSTRAINT agreement_to_mediate_party FOREIGN KEY (party_id, case_id, zone) REFERENCES ev.party (id, case_id, side),
  CONSTRAINT agreement_to_mediate_once UNIQUE (party_id, version)
);
CREATE INDEX agreement_to_mediate_case ON ev.agreement_to_mediate (case_id);

-- Mediation begins when both have agreed to it (FMC Code of Practice): before that no session with both of them is entered.
CREATE FUNCTION ev.agreed_before() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF (SELECT count(DISTINCT a.zone) FROM ev.agreement_to_mediate a WHERE a.case_id = NEW.case_id AND a.signed_on <= NEW.held_on) < 2 THEN
    RAISE EXCEPTION 'both parties sign first' USING ERRCODE = '23514', CONSTRAINT = 'session_agreed_first';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER agreed_before BEFORE INSERT ON ev.session_record FOR EACH ROW
  WHEN (NEW.way IN ('joint', 'shuttle', 'online')) EXECUTE FUNCTION ev.agreed_before();

-- A session while it is held, with notes that are saved one by one. A second mediator sees the case as the first does.
CREATE TABLE ev.mediation_session (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  case_id uuid NOT NULL REFERENCES ev.case_file,
  held_on date NOT NULL,
  way text NOT NULL CHECK (way IN ('joint', 'shuttle', 'online')),
  second_mediator uuid REFERENCES ev.staff,
  opened_by uuid NOT NULL DEFAULT ev.actor(),
  opened_at timestamptz NOT NULL DEFAULT ev.service_now(),
  closed_by uuid,
  closed_at timestamptz,
  CHECK ((closed_by IS NULL) = (closed_at IS NULL)),
  CONSTRAINT mediation_session_two CHECK (second_mediator <> opened_by),
  CONSTRAINT mediation_session_in_case UNIQUE (id, case_id)
);
CREATE INDEX mediation_session_case ON ev.mediation_session (case_id);
CREATE INDEX mediation_session_second ON ev.mediation_session (second_mediator, case_id) WHERE second_mediator IS NOT NULL;
CREATE UNIQUE INDEX mediation_session_one_open ON ev.mediation_session (case_id) WHERE closed_at IS NULL;
CREATE TRIGGER agreed_before BEFORE INSERT ON ev.mediation_session FOR EACH ROW EXECUTE FUNCTION ev.agreed_before();

-- Somebody who watches, and the day on which each party agreed to it: without both there is no row.
CREATE TABLE ev.session_observer (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  case_id uuid NOT NULL,
  session_id uuid NOT NULL,
  staff_id uuid NOT NULL REFERENCES ev.staff,
  agreed_a_on date NOT NULL,
  agreed_b_on date NOT NULL,
  CONSTRAINT session_observer_of FOREIGN KEY (session_id, case_id) REFERENCES ev.mediation_session (id, case_id),
  UNIQUE (session_id, staff_id)
);
CREATE INDEX session_observer_case ON ev.session_observer (case_id);

-- What was said, in which room, and whether it may go to the other one. What was said with both there needs no passing on.
CREATE TABLE ev.session_note (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  case_id uuid NOT NULL,
  session_id uuid NOT NULL,
  zone text NOT NULL CHECK (zone IN ('A', 'B', 'both')),
  kind text NOT NULL CHECK (kind IN ('issue', 'fact', 'proposal', 'counter_proposal', 'agreement')),
  legal_quality text NOT NULL CHECK (legal_quality IN ('open', 'without_prejudice')),
  words text NOT NULL CHECK (words <> ''),
  passing text CHECK (passing IN ('may', 'may_not', 'ask')),
  passed_at timestamptz,
  author uuid NOT NULL DEFAULT ev.actor(),
  written_at timestamptz NOT NULL DEFAULT ev.service_now(),
  CHECK ((zone = 'both') = (passing IS NULL)),
  CHECK (passed_at IS NULL OR passing IS NOT NULL),
  CONSTRAINT session_note_of FOREIGN KEY (session_id, case_id) REFERENCES ev.mediation_session (id, case_id),
  CONSTRAINT session_note_in_session UNIQUE (id, session_id, case_id)
);
CREATE INDEX session_note_session ON ev.session_note (session_id, written_at);
CREATE INDEX session_note_case ON ev.session_note (case_id);

-- The ledger: each answer to whether a thing may pass, and each passing on, with who and when. The database writes it.
CREATE TABLE ev.note_event (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  case_id uuid NOT NULL,
  session_id uuid NOT NULL,
  note_id uuid NOT NULL,
  happened text NOT NULL CHECK (happened IN ('may', 'may_not', 'ask', 'passed')),
  told text CHECK (told IN ('A', 'B')),
  by_whom uuid NOT NULL DEFAULT ev.actor(),
  at timestamptz NOT NULL DEFAULT ev.service_now(),
  CHECK ((happened = 'passed') = (told IS NOT NULL)),
  CONSTRAINT note_event_of FOREIGN KEY (note_id, session_id, case_id) REFERENCES ev.session_note (id, session_id, case_id)
);
CREATE INDEX note_event_session ON ev.note_event (session_id, at);
CREATE INDEX note_event_case ON ev.note_event (case_id);

-- A fact that matters and may not pass stops the session until somebody says why it can go on.
CREATE TABLE ev.session_stop (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  case_id uuid NOT NULL,
  session_id uuid NOT NULL,
  reason text NOT NULL,
  stopped_by uuid NOT NULL DEFAULT ev.actor(),
  stopped_at timestamptz NOT NULL DEFAULT ev.service_now(),
  resumed_at timestamptz,
  resumed_by uuid,
  resumed_because text,
  CHECK ((resumed_at IS NULL) = (resumed_because IS NULL) AND (resumed_at IS NULL) = (resumed_by IS NULL)),
  CONSTRAINT session_stop_of FOREIGN KEY (session_id, case_id) REFERENCES ev.mediation_session (id, case_id)
);
CREATE INDEX session_stop_case ON ev.session_stop (case_id);
CREATE UNIQUE INDEX session_stop_standing ON ev.session_stop (session_id) WHERE resumed_at IS NULL;

CREATE FUNCTION ev.note_rules() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
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
END $$;
CREATE TRIGGER note_rules BEFORE INSERT OR UPDATE ON ev.session_note FOR EACH ROW EXECUTE FUNCTION ev.note_rules();

CREATE FUNCTION ev.write_ledger() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
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
END $$;
CREATE TRIGGER write_ledger AFTER INSERT OR UPDATE ON ev.session_note FOR EACH ROW EXECUTE FUNCTION ev.write_ledger();

-- A document goes from one party's zone to both by an act of a named person, and never back.
CREATE TABLE ev.file_sharing (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  case_id uuid NOT NULL REFERENCES ev.case_file,
  file_id uuid NOT NULL CONSTRAINT file_sharing_once UNIQUE REFERENCES ev.stored_file,
  from_zone text NOT NULL CHECK (from_zone IN ('A', 'B', 'office')),
  because text NOT NULL,
  shared_by uuid NOT NULL DEFAULT ev.actor(),
  shared_at timestamptz NOT NULL DEFAULT ev.service_now()
);
CREATE INDEX file_sharing_case ON ev.file_sharing (case_id);
CREATE FUNCTION ev.share_openly() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF NEW.zone <> 'both' OR NEW.status <> 'released'
     OR NOT EXISTS (SELECT FROM ev.file_sharing s WHERE s.file_id = NEW.id AND s.from_zone = OLD.zone AND s.shared_by = ev.actor()) THEN
    RAISE EXCEPTION 'a document is shared by an act, and not taken back' USING ERRCODE = '23514', CONSTRAINT = 'stored_file_shared_openly';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER share_openly BEFORE UPDATE OF zone ON ev.stored_file FOR EACH ROW
  WHEN (NEW.zone IS DISTINCT FROM OLD.zone) EXECUTE FUNCTION ev.share_openly();

SELECT ev.guard_rows(t, 'case_id') FROM unnest(ARRAY['agreement_to_mediate', 'session_observer', 'session_note', 'note_event', 'session_stop',
  'file_sharing']) AS t;
SELECT ev.guard_rows('mediation_session', 'case_id', false);

SELECT ev.keep_no_samples();
