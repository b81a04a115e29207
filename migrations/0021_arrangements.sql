-- What is arranged for a child, as one parent tells it, as the other does, and as both agreed. A change is a new record: none is ever
-- written over, so that what was said before can still be read.
CREATE TABLE ev.arrangement (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  case_id uuid NOT NULL REFERENCES ev.case_file,
  child_id uuid NOT NULL,
  -- By whom: of A or B, as that party tells it; of both, as they agreed.
  zone text NOT NULL CHECK (zone IN ('A', 'B', 'both')),
  said_on date NOT NULL CHECK (said_on <= (recorded_at AT TIME ZONE 'Europe/London')::date),
  lives text NOT NULL,
  time_with text NOT NULL,
  holidays text NOT NULL,
  school text NOT NULL,
  author uuid NOT NULL DEFAULT ev.actor(),
  recorded_at timestamptz NOT NULL DEFAULT ev.service_now(),
  turn bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  CONSTRAINT arrangement_of FOREIGN KEY (child_id, case_id) REFERENCES ev.child (id, case_id),
  CONSTRAINT arrangement_says_something CHECK (lives <> '' OR time_with <> '' OR holidays <> '' OR school <> '')
);
CREATE INDEX arrangement_case ON ev.arrangement (case_id);
CREATE INDEX arrangement_child ON ev.arrangement (child_id, said_on DESC, turn DESC);
SELECT ev.guard_rows('arrangement', 'case_id');

SELECT ev.keep_no_samples();
