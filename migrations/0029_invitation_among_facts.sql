-- How far the invitation of the other party is, among the facts of a case: since when it waits and for what, and nothing of what was
-- answered. Sent again after it reached somebody else, it waits for its sender once more.
CREATE OR REPLACE FUNCTION ev.case_milestones(p_cases uuid[])
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
