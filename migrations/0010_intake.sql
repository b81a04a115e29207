-- More ways in than the website and the telephone. A letter is received on the day it came, which may be before it was written down.

ALTER TABLE ev.enquiry DROP CONSTRAINT enquiry_channel_check;
ALTER TABLE ev.enquiry ADD CONSTRAINT enquiry_channel_check
  CHECK (channel IN ('contact_form', 'self_referral', 'telephone', 'letter', 'email', 'visit', 'referral', 'call_request'));

ALTER TABLE ev.enquiry ADD COLUMN received_on date NOT NULL DEFAULT (ev.service_now() AT TIME ZONE 'Europe/London')::date;
ALTER TABLE ev.enquiry ADD CONSTRAINT enquiry_received_before_recorded CHECK (received_on <= (received_at AT TIME ZONE 'Europe/London')::date);
ALTER TABLE ev.enquiry ADD COLUMN heard_from text
  CHECK (heard_from IN ('court', 'solicitor', 'agency', 'doctor_or_school', 'friend_or_family', 'search', 'before', 'other'));

SELECT ev.keep_no_samples();
