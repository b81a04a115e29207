-- A mediator's own appointments in the calendar of their telephone, by an address that holds a secret. The secret is shown once; here
-- stands its hash. Nothing is readable by it but what the function below gives.

CREATE TABLE ev.calendar_feed (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  staff_id uuid NOT NULL DEFAULT ev.actor() REFERENCES ev.staff ON DELETE CASCADE,
  token_hash bytea NOT NULL CONSTRAINT calendar_feed_token UNIQUE CHECK (length(token_hash) = 32),
  wording text NOT NULL CHECK (wording IN ('neutral', 'reference')),
  made_at timestamptz NOT NULL DEFAULT ev.service_now(),
  ended_at timestamptz
);
CREATE UNIQUE INDEX calendar_feed_one ON ev.calendar_feed (staff_id) WHERE ended_at IS NULL;

-- Whoever is suspended, has left or does other work now has no feed any more; it does not come back with them.
CREATE FUNCTION ev.end_calendar_feed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  UPDATE ev.calendar_feed SET ended_at = ev.service_now() WHERE staff_id = NEW.id AND ended_at IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER end_calendar_feed AFTER UPDATE OF suspended_at, left_on, role ON ev.staff FOR EACH ROW
  WHEN (NEW.suspended_at IS NOT NULL OR NEW.left_on IS NOT NULL OR NEW.role <> OLD.role) EXECUTE FUNCTION ev.end_calendar_feed();

-- What the holder of a secret gets: one row for the feed itself, and one for each appointment of its mediator about now. Cancelled ones
-- are among them, so that a calendar strikes them out. A place is said by its address, since its name may say what it is. Of the parties nothing is selected, and of the case its number at most. Whoever
-- has a feed must still be one who may have it.
CREATE FUNCTION ev.calendar_feed_of(p_token bytea)
RETURNS TABLE (feed_id uuid, entry_id uuid, reference text, kind text, place text, starts_at timestamptz, ends_at timestamptz, status text, revision integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
DECLARE found_feed ev.calendar_feed;
BEGIN
  IF current_setting('role') NOT LIKE '%\_public\_calendars' THEN
    RAISE EXCEPTION 'calendars are read under their own purpose' USING ERRCODE = '42501';
  END IF;
  SELECT f.* INTO found_feed FROM ev.calendar_feed f JOIN ev.staff s ON s.id = f.staff_id
   WHERE f.token_hash = p_token AND f.ended_at IS NULL AND s.suspended_at IS NULL AND s.left_on IS NULL
     AND EXISTS (SELECT FROM ev.role_rule r WHERE r.staff_role = s.role AND r.db_role LIKE '%\_office\_calendars');
  IF found_feed.id IS NULL THEN RETURN; END IF;
  feed_id := found_feed.id;
  RETURN NEXT;
  RETURN QUERY
    SELECT found_feed.id, a.id, CASE WHEN named THEN c.reference END, CASE WHEN named THEN a.kind END,
           CASE WHEN named AND a.means = 'room' THEN concat_ws(', ', r.name, replace(v.address, E'\n', ', '), v.postcode) END, a.starts_at, a.ends_at, a.status, a.revision
      FROM ev.appointment a JOIN ev.case_file c ON c.id = a.case_id
      LEFT JOIN ev.room r ON r.id = a.room_id LEFT JOIN ev.venue v ON v.id = r.venue_id
      CROSS JOIN (SELECT found_feed.wording = 'reference' AS named) AS w
     WHERE a.mediator_id = found_feed.staff_id AND NOT ev.is_walled(a.case_id, found_feed.staff_id)
       AND a.ends_at > ev.service_now() - interval '28 days' AND a.starts_at < ev.service_now() + interval '400 days'
    UNION ALL
    SELECT found_feed.id, m.id, CASE WHEN named THEN c.reference END, NULL, NULL, m.starts_at, m.ends_at,
           CASE m.status WHEN 'not_held' THEN 'cancelled' ELSE m.status END, CASE m.status WHEN 'not_held' THEN 2 ELSE 1 END
      FROM ev.child_meeting m JOIN ev.case_file c ON c.id = m.case_id
      CROSS JOIN (SELECT found_feed.wording = 'reference' AS named) AS w
     WHERE m.mediator_id = found_feed.staff_id AND NOT ev.is_walled(m.case_id, found_feed.staff_id)
       AND m.ends_at > ev.service_now() - interval '28 days' AND m.starts_at < ev.service_now() + interval '400 days'
    ORDER BY 6, 2;
END $$;

SELECT ev.keep_no_samples();
