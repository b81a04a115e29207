-- Inviting the other party to a first meeting: from the first MIAM to how it ended. What must hold whoever acts is held here: nobody is
-- written to before the safety of the one who came first was assessed, nor against a stop, nor after an answer.

CREATE TABLE ev.invitation (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  case_id uuid NOT NULL CONSTRAINT invitation_once UNIQUE REFERENCES ev.case_file,
  inviting text NOT NULL CHECK (inviting IN ('A', 'B')),
  since date NOT NULL,
  clearance text NOT NULL DEFAULT 'awaited' CHECK (clearance IN ('awaited', 'cleared', 'stopped')),
  names_inviter boolean NOT NULL DEFAULT false,
  cleared_by uuid,
  cleared_at timestamptz,
  outcome text CHECK (outcome IN ('attended', 'declined', 'no_answer', 'unsafe', 'not_reachable')),
  outcome_on date,
  made_at timestamptz NOT NULL DEFAULT ev.service_now(),
  CHECK ((outcome IS NULL) = (outcome_on IS NULL)),
  CONSTRAINT invitation_in_case UNIQUE (id, case_id)
);
CREATE INDEX invitation_running ON ev.invitation (since, id) WHERE outcome IS NULL;

-- One letter or e-mail of it. The code is in the letter; here stands its sum. With the first goes the notice for people whose details
-- came from somebody else (UK GDPR Article 14(3)(b)): which one, and of what date, is kept.
CREATE TABLE ev.invitation_step (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  invitation_id uuid NOT NULL,
  case_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('invitation', 'reminder')),
  number integer NOT NULL CHECK (number >= 1),
  message_id uuid NOT NULL REFERENCES ev.message,
  contact_point_id uuid NOT NULL REFERENCES ev.contact_point,
  channel text NOT NULL CHECK (channel IN ('email', 'letter')),
  wording text NOT NULL,
  code_hash text NOT NULL CONSTRAINT invitation_step_code UNIQUE,
  notice_policy_hash text,
  notice_date date,
  made_at timestamptz NOT NULL DEFAULT ev.service_now(),
  CONSTRAINT invitation_step_of FOREIGN KEY (invitation_id, case_id) REFERENCES ev.invitation (id, case_id),
  CONSTRAINT invitation_step_once UNIQUE (invitation_id, number),
  CHECK ((notice_policy_hash IS NULL) = (notice_date IS NULL)),
  CONSTRAINT first_contact_with_notice CHECK (kind = 'reminder' OR notice_policy_hash IS NOT NULL)
);
CREATE INDEX invitation_step_case ON ev.invitation_step (case_id);

-- What the other party answered, newest last: none is changed. A website visitor knows a code and nothing else; the rest is filled in.
CREATE TABLE ev.invitation_answer (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  invitation_id uuid NOT NULL,
  case_id uuid NOT NULL,
  step_id uuid REFERENCES ev.invitation_step,
  code_hash text,
  answer text NOT NULL CHECK (answer IN ('attend', 'decline', 'unsafe', 'not_me', 'remove_me')),
  way text NOT NULL CHECK (way IN ('page', 'telephone', 'letter', 'email', 'in_person')),
  reach text,
  recorded_by uuid DEFAULT ev.actor(),
  made_at timestamptz NOT NULL DEFAULT ev.service_now(),
  CONSTRAINT invitation_answer_of FOREIGN KEY (invitation_id, case_id) REFERENCES ev.invitation (id, case_id),
  CHECK ((way = 'page') = (code_hash IS NOT NULL))
);
CREATE INDEX invitation_answer_case ON ev.invitation_answer (case_id);
CREATE INDEX invitation_answer_of_invitation ON ev.invitation_answer (invitation_id, made_at DESC);

-- The first MIAM of a case begins its clock; the other party's ends it. Whoever writes up a MIAM need not think of it.
CREATE FUNCTION ev.begin_invitation() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  INSERT INTO ev.invitation (case_id, inviting, since) VALUES (NEW.case_id, NEW.zone, NEW.held_on)
    ON CONFLICT (case_id) DO UPDATE SET outcome = 'attended', outcome_on = NEW.held_on
      WHERE ev.invitation.inviting <> NEW.zone AND ev.invitation.outcome IS DISTINCT FROM 'attended';
  RETURN NULL;
END $$;
CREATE TRIGGER begin_invitation AFTER INSERT ON ev.miam_record FOR EACH ROW EXECUTE FUNCTION ev.begin_invitation();

-- Whether the safety of the one who came first was assessed. That it was, and nothing of what was said: no purpose but screening reads it.
CREATE FUNCTION ev.inviter_is_screened(p_case uuid, p_side text) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  RETURN EXISTS (SELECT FROM ev.screening s JOIN ev.party p ON p.id = s.party_id
                  WHERE s.case_id = p_case AND p.case_id = p_case AND p.side = p_side);
END $$;

-- What still waits to be sent or posted about an invitation does not go.
CREATE FUNCTION ev.stop_invitation_mail(p_invitation uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  WITH stopped AS (
    UPDATE ev.message SET status = 'stopped', settled_at = ev.service_now()
     WHERE about_id = p_invitation AND status = 'waiting' RETURNING id)
  UPDATE ev.task SET done_at = ev.service_now(), done_by = ev.actor()
   WHERE kind = 'letter-to-post' AND done_at IS NULL AND message_id IN (SELECT id FROM stopped);
END $$;

CREATE FUNCTION ev.change_invitation() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF NEW.clearance = 'cleared' AND OLD.clearance <> 'cleared' AND NOT ev.inviter_is_screened(NEW.case_id, NEW.inviting) THEN
    RAISE EXCEPTION 'the inviting party was not screened' USING ERRCODE = '23514', CONSTRAINT = 'invitation_not_screened';
  END IF;
  IF NEW.clearance = 'stopped' OR NEW.outcome IS NOT NULL THEN PERFORM ev.stop_invitation_mail(NEW.id); END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER change_invitation BEFORE UPDATE ON ev.invitation FOR EACH ROW EXECUTE FUNCTION ev.change_invitation();

CREATE FUNCTION ev.check_invitation_step() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
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
END $$;
CREATE TRIGGER check_invitation_step BEFORE INSERT ON ev.invitation_step FOR EACH ROW EXECUTE FUNCTION ev.check_invitation_step();

-- Takes an answer, and stops at once what it must stop. The website may add an answer and nothing else, so the rest is done here: the
-- case is found by the code; no reminder goes any more; a detail of somebody else is not used again; whoever says that it is not safe,
-- or asks to be removed, is not written to before a person has decided so.
CREATE FUNCTION ev.take_invitation_answer() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
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
END $$;
CREATE TRIGGER take_invitation_answer BEFORE INSERT ON ev.invitation_answer FOR EACH ROW EXECUTE FUNCTION ev.take_invitation_answer();

SELECT ev.guard_rows(t, 'case_id', content) FROM (VALUES ('invitation', false), ('invitation_step', false), ('invitation_answer', true)) AS own (t, content);
SELECT ev.keep_no_samples();
