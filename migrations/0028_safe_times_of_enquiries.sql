-- The days and hours at which somebody who got in touch may be written to and rung, as on the card of a person: nothing at all is any
-- time. What sends waits for the next of them, and whoever rings sees them.
ALTER TABLE ev.enquiry
  ADD COLUMN safe_days text CHECK (safe_days ~ '^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)( (Mon|Tue|Wed|Thu|Fri|Sat|Sun)){0,6}$'),
  ADD COLUMN safe_from text CHECK (safe_from ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  ADD COLUMN safe_until text CHECK (safe_until ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  ADD CONSTRAINT enquiry_hours CHECK ((safe_from IS NULL) = (safe_until IS NULL) AND safe_from < safe_until);

SELECT ev.keep_no_samples();
