-- Which rows: functions that the generated row rules ask. Definer functions with a pinned path: a rule's own sub-query would run
-- with the grants of the purpose. `ev.case` only narrows, so forging it gains nothing.

-- How far the person acting sees under the purpose of this transaction; null: not at all.
CREATE FUNCTION ev.row_scope() RETURNS text LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
DECLARE found_scope text;
BEGIN
  SELECT r.row_scope INTO found_scope
    FROM ev.role_rule r JOIN ev.staff s ON s.role = r.staff_role
   WHERE s.id = ev.actor() AND s.suspended_at IS NULL AND s.left_on IS NULL AND r.db_role = current_setting('role');
  RETURN found_scope;
END $$;

-- The cases given to a mediator: their own, and those in which they are booked to hold an appointment.
CREATE FUNCTION ev.cases_in_scope() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
DECLARE c uuid := nullif(current_setting('ev.case', true), '');
BEGIN
  IF ev.row_scope() IS DISTINCT FROM 'assigned' THEN RETURN '{}'; END IF;
  RETURN (SELECT coalesce(array_agg(found.id), '{}') FROM (
    SELECT f.id FROM ev.case_file f WHERE f.mediator_id = ev.actor() AND (c IS NULL OR f.id = c)
    UNION SELECT a.case_id FROM ev.appointment a
     WHERE a.mediator_id = ev.actor() AND a.status <> 'cancelled' AND (c IS NULL OR a.case_id = c)) AS found);
END $$;

-- When a mediator or a room is taken, in any case: times alone, so that whoever books sees what is free and not whose it is.
CREATE FUNCTION ev.taken_times(p_mediator uuid, p_room uuid, p_from timestamptz, p_until timestamptz)
RETURNS TABLE (starts_at timestamptz, ends_at timestamptz) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF ev.row_scope() IS NULL THEN RETURN; END IF;
  RETURN QUERY SELECT a.starts_at, a.ends_at FROM ev.appointment a
    WHERE (a.mediator_id = p_mediator OR a.room_id = p_room) AND a.status <> 'cancelled'
      AND a.ends_at > p_from AND a.starts_at < p_until ORDER BY a.starts_at;
END $$;

CREATE FUNCTION ev.people_in_scope() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  RETURN (SELECT coalesce(array_agg(person_id), '{}') FROM ev.party WHERE case_id = ANY (ev.cases_in_scope()));
END $$;

-- A party's own zones, each as case:zone. A party acts as the person that they are.
CREATE FUNCTION ev.zones_of_party() RETURNS text[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  RETURN (SELECT coalesce(array_agg(p.case_id || ':' || z.zone), '{}')
            FROM ev.party p CROSS JOIN LATERAL (VALUES (p.side), ('both')) AS z(zone) WHERE p.person_id = ev.actor());
END $$;

CREATE FUNCTION ev.is_held(p_case uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  RETURN EXISTS (SELECT FROM ev.hold WHERE case_id = p_case AND lifted_at IS NULL);
END $$;

CREATE FUNCTION ev.refuse_when_held() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE held_case uuid;
BEGIN
  held_case := CASE TG_ARGV[0] WHEN 'id' THEN (to_jsonb(OLD) ->> 'id')::uuid ELSE (to_jsonb(OLD) ->> 'case_id')::uuid END;
  IF ev.is_held(held_case) THEN RAISE EXCEPTION 'this case is held' USING ERRCODE = 'EV001'; END IF;
  RETURN OLD;
END $$;

CREATE FUNCTION ev.refuse_person_when_held() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF EXISTS (SELECT FROM ev.party p WHERE p.person_id = (to_jsonb(OLD) ->> TG_ARGV[0])::uuid AND ev.is_held(p.case_id)) THEN
    RAISE EXCEPTION 'this case is held' USING ERRCODE = 'EV001';
  END IF;
  RETURN OLD;
END $$;

CREATE TRIGGER hold BEFORE DELETE ON ev.case_file FOR EACH ROW EXECUTE FUNCTION ev.refuse_when_held('id');
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['party', 'child', 'case_key', 'appointment', 'attendance', 'miam_record', 'screening', 'session_record',
                           'session_summary', 'stored_file', 'miam_certificate', 'message', 'enquiry'] LOOP
    EXECUTE format('CREATE TRIGGER hold BEFORE DELETE ON ev.%I FOR EACH ROW EXECUTE FUNCTION ev.refuse_when_held(''case_id'')', t);
  END LOOP;
END $$;
CREATE TRIGGER hold BEFORE DELETE ON ev.person FOR EACH ROW EXECUTE FUNCTION ev.refuse_person_when_held('id');
CREATE TRIGGER hold BEFORE DELETE ON ev.contact_point FOR EACH ROW EXECUTE FUNCTION ev.refuse_person_when_held('person_id');
