-- When mediators work, when they are away, which days of rest the service opens on, and what a place offers: whoever books sees by it
-- what can be booked.

-- Whether two people can wait in two rooms there.
ALTER TABLE ev.venue ADD COLUMN separate_waiting boolean NOT NULL DEFAULT false;
ALTER TABLE ev.venue_former ADD COLUMN separate_waiting boolean NOT NULL DEFAULT false;

-- An outreach place has a code of its own in claims for legal aid, three letters or digits, from a day on. No code: from that day it
-- is no outreach place any more.
CREATE TABLE ev.outreach_code (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  venue_id uuid NOT NULL REFERENCES ev.venue,
  code text CHECK (code ~ '^[0-9A-Z]{3}$'),
  in_force_from date NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT ev.service_now(),
  turn bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  recorded_by uuid DEFAULT ev.actor()
);
CREATE INDEX outreach_code_of ON ev.outreach_code (venue_id, in_force_from DESC, turn DESC);

-- How long it takes from one place to another, the same both ways: one row for two places.
CREATE TABLE ev.travel_time (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  one_venue uuid NOT NULL REFERENCES ev.venue,
  other_venue uuid NOT NULL REFERENCES ev.venue,
  minutes integer NOT NULL CHECK (minutes BETWEEN 0 AND 480),
  CONSTRAINT travel_time_once UNIQUE (one_venue, other_venue),
  CHECK (one_venue < other_venue)
);

-- A mediator's week: hours on one day of it, in minutes since midnight by the clocks of London, from a day and until one. A mediator
-- may work in one place in the morning and in another in the afternoon; no place is wherever a room is free.
CREATE TABLE ev.working_hours (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  staff_id uuid NOT NULL REFERENCES ev.staff,
  weekday integer NOT NULL CHECK (weekday BETWEEN 1 AND 7),
  from_minute integer NOT NULL CHECK (from_minute >= 0),
  until_minute integer NOT NULL CHECK (until_minute <= 1440),
  break_from integer,
  break_until integer,
  venue_id uuid REFERENCES ev.venue,
  first_day date NOT NULL,
  last_day date,
  recorded_by uuid DEFAULT ev.actor(),
  recorded_at timestamptz NOT NULL DEFAULT ev.service_now(),
  CHECK (from_minute < until_minute),
  CONSTRAINT working_hours_break CHECK ((break_from IS NULL) = (break_until IS NULL)
    AND from_minute < break_from AND break_from < break_until AND break_until < until_minute),
  CONSTRAINT working_hours_days CHECK (first_day <= last_day),
  CONSTRAINT working_hours_once EXCLUDE USING gist (staff_id WITH =, weekday WITH =,
    daterange(first_day, last_day, '[]') WITH &&, int4range(from_minute, until_minute) WITH &&)
);

-- Why somebody is away is nobody's business here.
CREATE TABLE ev.absence (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  staff_id uuid NOT NULL REFERENCES ev.staff,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  withdrawn_at timestamptz,
  recorded_by uuid DEFAULT ev.actor(),
  recorded_at timestamptz NOT NULL DEFAULT ev.service_now(),
  CHECK (starts_at < ends_at)
);
CREATE INDEX absence_of ON ev.absence (staff_id, ends_at) WHERE withdrawn_at IS NULL;

-- Bank holidays are days of rest unless the service opens on one. The later turn counts.
CREATE TABLE ev.holiday_opening (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  day date NOT NULL,
  open boolean NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT ev.service_now(),
  turn bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  recorded_by uuid DEFAULT ev.actor()
);
CREATE INDEX holiday_opening_of ON ev.holiday_opening (day, turn DESC);

-- Each party's own times: they come and leave apart where that is safer. Empty: with the appointment itself.
ALTER TABLE ev.attendance
  ADD COLUMN arrives_at timestamptz,
  ADD COLUMN leaves_at timestamptz,
  ADD COLUMN waits_apart boolean NOT NULL DEFAULT false,
  -- How often these changed: with it their own calendar entry is newer, and the other's is not.
  ADD COLUMN own_changes integer NOT NULL DEFAULT 0,
  ADD CONSTRAINT attendance_times CHECK (arrives_at < leaves_at AND (arrives_at IS NULL) = (leaves_at IS NULL));

-- Whether the two are to arrive and wait apart, who comes first, and by how much. It says that, and never why. The latest counts.
CREATE TABLE ev.arrival_plan (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  case_id uuid NOT NULL REFERENCES ev.case_file,
  apart boolean NOT NULL,
  first_side text CHECK (first_side IN ('A', 'B')),
  gap_minutes integer CHECK (gap_minutes BETWEEN 5 AND 60),
  set_by uuid DEFAULT ev.actor(),
  set_at timestamptz NOT NULL DEFAULT ev.service_now(),
  turn bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  CHECK (apart = (first_side IS NOT NULL) AND apart = (gap_minutes IS NOT NULL))
);
CREATE INDEX arrival_plan_case ON ev.arrival_plan (case_id, turn DESC);
SELECT ev.guard_rows('arrival_plan', 'case_id', false);

-- Why an appointment was booked although the mediator does not work then, or the service is closed.
CREATE TABLE ev.booking_exception (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  case_id uuid NOT NULL REFERENCES ev.case_file,
  appointment_id uuid NOT NULL,
  against text NOT NULL CHECK (against IN ('bank-holiday', 'not-working', 'not-open', 'break', 'away', 'elsewhere', 'travel', 'one-waiting-room')),
  reason text NOT NULL CHECK (reason <> ''),
  author uuid NOT NULL DEFAULT ev.actor(),
  recorded_at timestamptz NOT NULL DEFAULT ev.service_now(),
  CONSTRAINT booking_exception_of FOREIGN KEY (appointment_id, case_id) REFERENCES ev.appointment (id, case_id)
);
CREATE INDEX booking_exception_case ON ev.booking_exception (case_id);
SELECT ev.guard_rows('booking_exception', 'case_id');

-- When mediators or rooms are taken, in any case, and at which place: so that whoever books sees what is free and not whose it is.
CREATE FUNCTION ev.taken_times(p_mediators uuid[], p_rooms uuid[], p_from timestamptz, p_until timestamptz)
RETURNS TABLE (mediator_id uuid, room_id uuid, venue_id uuid, starts_at timestamptz, ends_at timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF ev.row_scope() IS NULL THEN RETURN; END IF;
  RETURN QUERY SELECT a.mediator_id, a.room_id, r.venue_id, a.starts_at, a.ends_at
    FROM ev.appointment a LEFT JOIN ev.room r ON r.id = a.room_id
    WHERE (a.mediator_id = ANY (p_mediators) OR a.room_id = ANY (p_rooms)) AND a.status <> 'cancelled'
      AND a.starts_at > p_from - interval '24 hours' AND a.ends_at > p_from AND a.starts_at < p_until ORDER BY a.starts_at;
END $$;

SELECT ev.keep_no_samples();
