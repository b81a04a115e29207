-- How a case goes on: what happened in it, what comes next, what its file must hold, and where its paper is.

-- What somebody set themselves or a colleague to do by a day. The task that reminds of it holds references alone.
CREATE TABLE ev.follow_up (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  case_id uuid NOT NULL REFERENCES ev.case_file,
  words text NOT NULL CHECK (words <> ''),
  for_role text NOT NULL CHECK (for_role IN ('coordinator', 'mediator', 'supervisor')),
  for_staff uuid REFERENCES ev.staff,
  due_on date NOT NULL,
  author uuid NOT NULL DEFAULT ev.actor(),
  made_at timestamptz NOT NULL DEFAULT ev.service_now(),
  done_at timestamptz,
  done_by uuid,
  CHECK ((done_at IS NULL) = (done_by IS NULL))
);
CREATE INDEX follow_up_case ON ev.follow_up (case_id);

-- What a file must hold and no act of the software shows: that it is there, for whom and since when.
CREATE TABLE ev.file_item (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  case_id uuid NOT NULL REFERENCES ev.case_file,
  item text NOT NULL CHECK (item IN ('notice', 'child_offer')),
  zone text NOT NULL CHECK (zone IN ('A', 'B', 'both')),
  on_day date NOT NULL,
  author uuid NOT NULL DEFAULT ev.actor(),
  recorded_at timestamptz NOT NULL DEFAULT ev.service_now()
);
CREATE INDEX file_item_case ON ev.file_item (case_id);

-- Why something unusual was done.
CREATE TABLE ev.case_reason (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  case_id uuid NOT NULL REFERENCES ev.case_file,
  act text NOT NULL CHECK (act IN ('closed', 'reopened', 'given')),
  words text NOT NULL CHECK (words <> ''),
  author uuid NOT NULL DEFAULT ev.actor(),
  recorded_at timestamptz NOT NULL DEFAULT ev.service_now()
);
CREATE INDEX case_reason_case ON ev.case_reason (case_id);

CREATE TABLE ev.closure_request (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  case_id uuid NOT NULL REFERENCES ev.case_file,
  outcome text NOT NULL CHECK (outcome IN ('agreement', 'part_agreement', 'no_agreement', 'miam_only', 'not_suitable', 'withdrawn')),
  reason text NOT NULL DEFAULT '',
  author uuid NOT NULL DEFAULT ev.actor(),
  asked_at timestamptz NOT NULL DEFAULT ev.service_now(),
  settled_at timestamptz,
  CONSTRAINT closure_request_in_case UNIQUE (id, case_id)
);
CREATE INDEX closure_request_case ON ev.closure_request (case_id);
CREATE UNIQUE INDEX closure_request_once ON ev.closure_request (case_id) WHERE settled_at IS NULL;

-- What a supervisor found when looking at a file, or answered to a wish to close it. Never changed.
CREATE TABLE ev.file_review (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  case_id uuid NOT NULL REFERENCES ev.case_file,
  request_id uuid,
  verdict text NOT NULL CHECK (verdict IN ('looked_at', 'approved', 'sent_back')),
  note text NOT NULL DEFAULT '',
  author uuid NOT NULL DEFAULT ev.actor(),
  reviewed_at timestamptz NOT NULL DEFAULT ev.service_now(),
  CONSTRAINT file_review_of FOREIGN KEY (request_id, case_id) REFERENCES ev.closure_request (id, case_id),
  CHECK ((verdict = 'looked_at') = (request_id IS NULL)),
  CONSTRAINT file_review_says_why CHECK (verdict <> 'sent_back' OR note <> '')
);
CREATE INDEX file_review_case ON ev.file_review (case_id);

-- Where the service has said that a supervisor approves each closure, no case closes without: whichever way it is asked.
CREATE FUNCTION ev.close_with_approval() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
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
END $$;
CREATE TRIGGER close_with_approval BEFORE UPDATE OF status ON ev.case_file FOR EACH ROW
  WHEN (NEW.status = 'closed' AND OLD.status = 'live') EXECUTE FUNCTION ev.close_with_approval();

-- The folders of a case. What is on the cover is the label: no name.
CREATE TABLE ev.paper_file (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  case_id uuid NOT NULL REFERENCES ev.case_file,
  label text NOT NULL CONSTRAINT paper_file_label UNIQUE,
  made_by uuid NOT NULL DEFAULT ev.actor(),
  made_at timestamptz NOT NULL DEFAULT ev.service_now(),
  CONSTRAINT paper_file_in_case UNIQUE (id, case_id)
);
CREATE INDEX paper_file_case ON ev.paper_file (case_id);

-- Where a folder went. The last one says where it is; none is ever changed.
CREATE TABLE ev.paper_movement (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  paper_id uuid NOT NULL,
  case_id uuid NOT NULL REFERENCES ev.case_file,
  kind text NOT NULL CHECK (kind IN ('put_away', 'taken', 'missing')),
  place text NOT NULL DEFAULT '',
  holder uuid REFERENCES ev.staff,
  author uuid NOT NULL DEFAULT ev.actor(),
  moved_at timestamptz NOT NULL DEFAULT ev.service_now(),
  turn bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  CONSTRAINT paper_movement_of FOREIGN KEY (paper_id, case_id) REFERENCES ev.paper_file (id, case_id),
  CHECK (CASE kind WHEN 'put_away' THEN place <> '' AND holder IS NULL WHEN 'taken' THEN holder IS NOT NULL ELSE holder IS NULL END)
);
CREATE INDEX paper_movement_of_paper ON ev.paper_movement (paper_id, turn DESC);
CREATE INDEX paper_movement_case ON ev.paper_movement (case_id);

-- Whoever destroys the paper of a destroyed case must find it: where its folders were last, kept until they are gone.
ALTER TABLE ev.destruction_certificate ADD COLUMN paper_place text;
ALTER TABLE ev.destruction_certificate ADD CONSTRAINT paper_place_while_there CHECK (paper_place IS NULL OR paper_reference IS NOT NULL);

SELECT ev.guard_rows(t, 'case_id') FROM unnest(ARRAY['follow_up', 'file_item', 'case_reason', 'closure_request', 'file_review',
  'paper_file', 'paper_movement']) AS t;

-- What happened in some cases, as facts without words: that a MIAM was recorded and not what was said at it. Whoever books must know
-- how far a case is and reads nothing of what was written, so it is asked of a definer function, of the cases that they may see alone.
-- Of the other party's invitation: since when it waits and for what, and nothing of what was answered. Sent again after it reached
-- somebody else, it waits for its sender once more.
CREATE FUNCTION ev.case_milestones(p_cases uuid[])
RETURNS TABLE (case_id uuid, what text, zone text, ref uuid, day date, state text) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
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
END $$;

-- A child is heard by a mediator who is qualified for it (the register's flag for direct child consultation), once both parents and the
-- child have agreed: each says so alone, may take it back, and what was said last counts.
ALTER TABLE ev.mediator_registration ADD COLUMN hears_children boolean NOT NULL DEFAULT false;
ALTER TABLE ev.child ADD CONSTRAINT child_in_case UNIQUE (id, case_id);

CREATE TABLE ev.child_agreement (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  case_id uuid NOT NULL REFERENCES ev.case_file,
  child_id uuid NOT NULL,
  who text NOT NULL CHECK (who IN ('A', 'B', 'child')),
  agreed boolean NOT NULL,
  on_day date NOT NULL,
  author uuid NOT NULL DEFAULT ev.actor(),
  recorded_at timestamptz NOT NULL DEFAULT ev.service_now(),
  turn bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  CONSTRAINT child_agreement_of FOREIGN KEY (child_id, case_id) REFERENCES ev.child (id, case_id)
);
CREATE INDEX child_agreement_case ON ev.child_agreement (case_id);
CREATE INDEX child_agreement_child ON ev.child_agreement (child_id, turn DESC);

CREATE TABLE ev.child_meeting (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  case_id uuid NOT NULL REFERENCES ev.case_file,
  child_id uuid NOT NULL,
  mediator_id uuid NOT NULL REFERENCES ev.staff,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL CHECK (ends_at > starts_at),
  status text NOT NULL DEFAULT 'booked' CHECK (status IN ('booked', 'held', 'not_held')),
  author uuid NOT NULL DEFAULT ev.actor(),
  made_at timestamptz NOT NULL DEFAULT ev.service_now(),
  CONSTRAINT child_meeting_of FOREIGN KEY (child_id, case_id) REFERENCES ev.child (id, case_id),
  CONSTRAINT child_meeting_held_by UNIQUE (id, case_id, mediator_id),
  CONSTRAINT child_meeting_mediator_free EXCLUDE USING gist (mediator_id WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE (status <> 'not_held')
);
CREATE INDEX child_meeting_case ON ev.child_meeting (case_id);

CREATE FUNCTION ev.hear_child_agreed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
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
END $$;
CREATE TRIGGER hear_child_booked BEFORE INSERT ON ev.child_meeting FOR EACH ROW EXECUTE FUNCTION ev.hear_child_agreed();
CREATE TRIGGER hear_child_held BEFORE UPDATE OF status ON ev.child_meeting FOR EACH ROW WHEN (NEW.status = 'held')
  EXECUTE FUNCTION ev.hear_child_agreed();

-- What a child said, and whether the parents may be told. Its row bears the mediator who held the meeting: the row rule goes by it.
CREATE TABLE ev.child_word (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  case_id uuid NOT NULL REFERENCES ev.case_file,
  meeting_id uuid NOT NULL,
  mediator_id uuid NOT NULL,
  words text NOT NULL CHECK (words <> ''),
  may_tell boolean NOT NULL,
  told_on date,
  author uuid NOT NULL DEFAULT ev.actor(),
  recorded_at timestamptz NOT NULL DEFAULT ev.service_now(),
  CONSTRAINT child_word_of FOREIGN KEY (meeting_id, case_id, mediator_id) REFERENCES ev.child_meeting (id, case_id, mediator_id),
  CONSTRAINT child_word_may_be_told CHECK (told_on IS NULL OR may_tell)
);
CREATE INDEX child_word_meeting ON ev.child_word (meeting_id);
CREATE INDEX child_word_case ON ev.child_word (case_id);
SELECT ev.guard_rows(t, 'case_id') FROM unnest(ARRAY['child_agreement', 'child_meeting', 'child_word']) AS t;

SELECT ev.keep_no_samples();
