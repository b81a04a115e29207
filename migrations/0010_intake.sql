-- More ways in than the website and the telephone. A letter is received on the day it came, which may be before it was written down.

ALTER TABLE ev.enquiry DROP CONSTRAINT enquiry_channel_check;
ALTER TABLE ev.enquiry ADD CONSTRAINT enquiry_channel_check
  CHECK (channel IN ('contact_form', 'self_referral', 'telephone', 'letter', 'email', 'visit', 'referral', 'call_request'));

ALTER TABLE ev.enquiry ADD COLUMN received_on date NOT NULL DEFAULT (ev.service_now() AT TIME ZONE 'Europe/London')::date;
ALTER TABLE ev.enquiry ADD CONSTRAINT enquiry_received_before_recorded CHECK (received_on <= (received_at AT TIME ZONE 'Europe/London')::date);
ALTER TABLE ev.enquiry ADD COLUMN heard_from text
  CHECK (heard_from IN ('court', 'solicitor', 'agency', 'doctor_or_school', 'friend_or_family', 'search', 'before', 'other'));

-- When somebody wishes to be called or written to, and of which party of its case an enquiry tells.
ALTER TABLE ev.enquiry ADD COLUMN wanted_on date;
ALTER TABLE ev.enquiry ADD COLUMN wanted_at text CHECK (wanted_at IN ('any', 'morning', 'afternoon'));
ALTER TABLE ev.enquiry ADD COLUMN side text CHECK (side IN ('A', 'B'));

-- Professionals are people of a kind of their own: nothing ties them to a person of a case.
CREATE TABLE ev.professional (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name text NOT NULL,
  work text NOT NULL CHECK (work IN ('solicitor', 'agency', 'court', 'other')),
  organisation text NOT NULL,
  email text,
  email_folded text GENERATED ALWAYS AS (lower(email)) STORED,
  telephone text,
  source text NOT NULL CHECK (source IN ('themselves', 'colleague', 'public')),
  last_contact_on date NOT NULL,
  added_at timestamptz NOT NULL DEFAULT ev.service_now()
);
CREATE INDEX professional_by_email ON ev.professional (email_folded);
CREATE INDEX professional_by_contact ON ev.professional (last_contact_on);
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ev.professional EXECUTE FUNCTION ev.refuse_truncate();

-- Who referred somebody with their permission. The link is known here by its hash alone. It ends when the client says so.
CREATE TABLE ev.referral (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  enquiry_id uuid NOT NULL UNIQUE REFERENCES ev.enquiry,
  name text NOT NULL,
  work text NOT NULL CHECK (work IN ('solicitor', 'agency')),
  organisation text NOT NULL,
  email text NOT NULL,
  email_folded text NOT NULL GENERATED ALWAYS AS (lower(email)) STORED,
  telephone text,
  link_hash bytea NOT NULL UNIQUE,
  made_at timestamptz NOT NULL DEFAULT ev.service_now(),
  ended_on date,
  ended_by uuid,
  CHECK ((ended_on IS NULL) = (ended_by IS NULL))
);
CREATE INDEX referral_by_email ON ev.referral (email_folded);
SELECT ev.guard_rows('referral', 'message');

-- All that a referrer ever learns: that it came, that a first meeting of this person is booked, that they came to it. No names, no
-- days, and nothing of the other party; the same nothing for a link that never was, has ended, or whose file is gone.
CREATE FUNCTION ev.referral_progress(p_link bytea)
RETURNS TABLE (reference text, booked boolean, attended boolean) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT e.reference, coalesce(m.booked, false), coalesce(m.attended, false)
    FROM ev.referral r JOIN ev.enquiry e ON e.id = r.enquiry_id
    LEFT JOIN LATERAL (
      SELECT bool_or(t.status IN ('expected', 'attended')) AS booked, bool_or(t.status = 'attended') AS attended
        FROM ev.attendance t JOIN ev.appointment a ON a.id = t.appointment_id AND a.kind = 'miam'
       WHERE t.case_id = e.case_id AND t.zone = e.side) m ON true
   WHERE r.link_hash = p_link AND r.ended_on IS NULL $$;

SELECT ev.keep_no_samples();
