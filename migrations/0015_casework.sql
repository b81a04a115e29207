-- How a case goes on: what happened in it, what comes next, and what its file must hold.

-- What happened in some cases, as facts without words: that a MIAM was recorded and not what was said at it. Whoever books must know
-- how far a case is and reads nothing of what was written, so it is asked of a definer function, of the cases that they may see alone.
CREATE FUNCTION ev.case_milestones(p_cases uuid[])
RETURNS TABLE (case_id uuid, what text, zone text, ref uuid, day date, state text) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
DECLARE seen text := ev.row_scope(); ids uuid[] := p_cases;
BEGIN
  IF seen IS NULL OR current_setting('role') !~ '_(booking|mediation)$' THEN RETURN; END IF;
  IF seen <> 'any' THEN
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
    UNION ALL SELECT a.case_id, 'booked-' || a.kind, a.zone, a.id, (a.starts_at AT TIME ZONE 'Europe/London')::date,
        CASE WHEN a.status = 'not_held' THEN 'not_held'
             WHEN a.ends_at > ev.service_now() THEN 'ahead'
             WHEN EXISTS (SELECT FROM ev.miam_record w WHERE w.case_id = a.case_id AND w.appointment_id = a.id)
               OR EXISTS (SELECT FROM ev.session_record w WHERE w.case_id = a.case_id AND w.appointment_id = a.id) THEN 'written'
             ELSE 'unwritten' END
      FROM ev.appointment a WHERE a.case_id = ANY (ids) AND a.status <> 'cancelled';
END $$;

SELECT ev.keep_no_samples();
