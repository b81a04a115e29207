-- A time that was offered can be had as long as the mediator works then and there: hours, the days of rest and ways between places may
-- have changed since. Of a mediator whose hours nobody recorded nothing more is known than when it was offered.
CREATE FUNCTION ev.works_then(p_mediator uuid, p_venue uuid, p_from timestamptz, p_until timestamptz) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  starts timestamp := p_from AT TIME ZONE 'Europe/London';
  on_day date := starts::date;
  first_minute integer := extract(hour FROM starts) * 60 + extract(minute FROM starts);
  last_minute integer := first_minute + (extract(epoch FROM p_until - p_from) / 60)::integer;
BEGIN
  IF (SELECT NOT h.open FROM ev.holiday_opening h WHERE h.day = on_day ORDER BY h.turn DESC LIMIT 1) THEN RETURN false; END IF;
  IF NOT EXISTS (SELECT FROM ev.working_hours w WHERE w.staff_id = p_mediator
    AND on_day BETWEEN w.first_day AND coalesce(w.last_day, 'infinity')) THEN RETURN true; END IF;
  RETURN NOT EXISTS (
    SELECT FROM generate_series(first_minute, last_minute - 1, 15) AS g (minute) WHERE NOT EXISTS (
      SELECT FROM ev.working_hours w WHERE w.staff_id = p_mediator AND w.weekday = extract(isodow FROM on_day)
        AND on_day BETWEEN w.first_day AND coalesce(w.last_day, 'infinity')
        AND w.from_minute <= g.minute AND least(g.minute + 15, last_minute) <= w.until_minute
        AND (w.break_from IS NULL OR w.break_from >= least(g.minute + 15, last_minute) OR g.minute >= w.break_until)
        AND (w.venue_id IS NULL OR p_venue IS NULL OR w.venue_id = p_venue)));
END $$;

-- Whether there is time to get there from where the mediator is before, and from there to where they are after.
CREATE FUNCTION ev.gets_there(p_mediator uuid, p_venue uuid, p_from timestamptz, p_until timestamptz) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT NOT EXISTS (SELECT FROM ev.appointment a JOIN ev.room r ON r.id = a.room_id AND r.venue_id <> p_venue
    JOIN ev.travel_time w ON w.one_venue = least(r.venue_id, p_venue) AND w.other_venue = greatest(r.venue_id, p_venue)
   WHERE a.mediator_id = p_mediator AND a.status <> 'cancelled'
     AND a.starts_at - make_interval(mins => w.minutes) < p_until AND a.ends_at + make_interval(mins => w.minutes) > p_from) $$;

CREATE OR REPLACE FUNCTION ev.is_still_free(p_time uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT EXISTS (SELECT FROM ev.offered_time t JOIN ev.staff s ON s.id = t.mediator_id LEFT JOIN ev.room r ON r.id = t.room_id
    WHERE t.id = p_time AND t.starts_at > ev.service_now() AND s.suspended_at IS NULL AND s.left_on IS NULL
      AND NOT ev.is_walled(t.case_id, t.mediator_id)
      AND ev.works_then(t.mediator_id, r.venue_id, t.starts_at, t.ends_at)
      AND ev.gets_there(t.mediator_id, r.venue_id, t.starts_at, t.ends_at)
      AND NOT EXISTS (SELECT FROM ev.appointment a WHERE (a.mediator_id = t.mediator_id OR a.room_id = t.room_id)
        AND a.status <> 'cancelled' AND a.starts_at < t.ends_at AND a.ends_at > t.starts_at)
      AND NOT EXISTS (SELECT FROM ev.child_meeting m WHERE m.mediator_id = t.mediator_id
        AND m.status <> 'not_held' AND m.starts_at < t.ends_at AND m.ends_at > t.starts_at)
      AND NOT EXISTS (SELECT FROM ev.absence w WHERE w.staff_id = t.mediator_id
        AND w.withdrawn_at IS NULL AND w.starts_at < t.ends_at AND w.ends_at > t.starts_at)) $$;

SELECT ev.keep_no_samples();
