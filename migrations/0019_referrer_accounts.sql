-- Accounts of those who refer people often: by the door and the codes of the parties, and with nothing of any file behind it.

ALTER TABLE ev.professional
  ADD COLUMN account_opened_at timestamptz,
  ADD COLUMN account_opened_by uuid,
  ADD COLUMN account_ended_at timestamptz,
  ADD CONSTRAINT professional_account CHECK ((account_opened_at IS NULL) = (account_opened_by IS NULL)
    AND (account_ended_at IS NULL OR account_opened_at IS NOT NULL));
-- A code goes to a mailbox: two people with one would read each other's.
CREATE UNIQUE INDEX professional_account_mailbox ON ev.professional (email_folded)
  WHERE account_opened_at IS NOT NULL AND account_ended_at IS NULL;

-- Who sent a referral from their account, and what they call it themselves. The account may be gone.
ALTER TABLE ev.referral ADD COLUMN professional_id uuid, ADD COLUMN own_reference text CHECK (length(own_reference) BETWEEN 1 AND 60);
CREATE INDEX referral_by_account ON ev.referral (professional_id) WHERE professional_id IS NOT NULL;

-- What is written to somebody as a professional is about no case and no enquiry, and goes with them.
ALTER TABLE ev.message ADD COLUMN professional_id uuid REFERENCES ev.professional ON DELETE CASCADE;
ALTER TABLE ev.message DROP CONSTRAINT message_check;
ALTER TABLE ev.message ADD CONSTRAINT message_about_one CHECK (num_nonnulls(case_id, enquiry_id, professional_id) = 1);
CREATE INDEX message_professional ON ev.message (professional_id) WHERE professional_id IS NOT NULL;

ALTER TABLE ev.party_code ALTER COLUMN person_id DROP NOT NULL;
ALTER TABLE ev.party_code ADD COLUMN professional_id uuid REFERENCES ev.professional ON DELETE CASCADE;
ALTER TABLE ev.party_code DROP CONSTRAINT party_code_check;
ALTER TABLE ev.party_code ADD CONSTRAINT party_code_of_one CHECK (num_nonnulls(person_id, professional_id) = 1),
  ADD CONSTRAINT party_code_way CHECK (CASE WHEN person_id IS NULL THEN way = 'email' AND contact_point_id IS NULL
    ELSE (way = 'email') = (contact_point_id IS NOT NULL) END);
CREATE UNIQUE INDEX party_code_one_of_professional ON ev.party_code (professional_id) WHERE ended_at IS NULL;

ALTER TABLE auth.party_sign_in ALTER COLUMN person_id DROP NOT NULL;
ALTER TABLE auth.party_sign_in ADD COLUMN professional_id uuid REFERENCES ev.professional ON DELETE CASCADE,
  ADD CONSTRAINT party_sign_in_of_one CHECK (num_nonnulls(person_id, professional_id) = 1);
CREATE INDEX party_sign_in_professional ON auth.party_sign_in (professional_id);

CREATE OR REPLACE FUNCTION ev.end_former_party_code() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  UPDATE ev.party_code SET ended_at = clock_timestamp()
   WHERE (person_id = NEW.person_id OR professional_id = NEW.professional_id) AND ended_at IS NULL;
  RETURN NEW;
END $$;

-- Whoever has an account that was not ended, and a mailbox.
CREATE FUNCTION auth.is_referrer(p_professional uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  RETURN EXISTS (SELECT FROM ev.professional p WHERE p.id = p_professional
    AND p.account_opened_at IS NOT NULL AND p.account_ended_at IS NULL AND p.email IS NOT NULL);
END $$;

-- An account that was ended, and a mailbox that is another's now, let nobody in any more, at once.
CREATE FUNCTION ev.shut_out_referrer() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  UPDATE ev.party_code SET ended_at = clock_timestamp() WHERE professional_id = NEW.id AND ended_at IS NULL;
  UPDATE auth.party_sign_in SET ended_at = clock_timestamp() WHERE professional_id = NEW.id AND ended_at IS NULL;
  RETURN NEW;
END $$;
CREATE TRIGGER shut_out_referrer AFTER UPDATE OF account_ended_at, email ON ev.professional FOR EACH ROW
  WHEN (NEW.account_ended_at IS NOT NULL OR NEW.email IS DISTINCT FROM OLD.email) EXECUTE FUNCTION ev.shut_out_referrer();

DROP FUNCTION auth.spend_party_code(bytea, bytea, timestamptz, integer);
CREATE FUNCTION auth.spend_party_code(p_number bytea, p_secret bytea, p_now timestamptz, p_tries integer)
RETURNS TABLE (person_id uuid, contact_point_id uuid, professional_id uuid)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
DECLARE found ev.party_code;
BEGIN
  FOR found IN SELECT * FROM ev.party_code c WHERE c.number_hash = p_number AND c.ended_at IS NULL AND c.expires_at > p_now FOR UPDATE LOOP
    IF found.secret_hash <> p_secret THEN
      UPDATE ev.party_code c SET tries = c.tries + 1, ended_at = CASE WHEN c.tries + 1 >= p_tries THEN p_now END WHERE c.id = found.id;
    ELSIF auth.is_referrer(found.professional_id)
       OR auth.is_party(found.person_id) AND auth.still_lets_in(found.contact_point_id, found.person_id) THEN
      UPDATE ev.party_code c SET ended_at = p_now WHERE c.id = found.id;
      person_id := found.person_id;
      contact_point_id := found.contact_point_id;
      professional_id := found.professional_id;
      RETURN NEXT;
      RETURN;
    END IF;
  END LOOP;
END $$;

-- Who is signed in by this token, and as what; what lets them in is asked anew each time.
DROP FUNCTION auth.party_of(bytea, timestamptz, interval, interval);
CREATE FUNCTION auth.party_of(p_token bytea, p_now timestamptz, p_idle interval, p_longest interval) RETURNS TABLE (id uuid, kind text)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
DECLARE found auth.party_sign_in;
BEGIN
  SELECT * INTO found FROM auth.party_sign_in i
   WHERE i.token_hash = p_token AND i.ended_at IS NULL AND i.seen_at > p_now - p_idle AND i.made_at > p_now - p_longest;
  IF found.id IS NULL OR NOT (auth.is_referrer(found.professional_id)
     OR auth.is_party(found.person_id) AND auth.still_lets_in(found.contact_point_id, found.person_id)) THEN RETURN; END IF;
  IF found.seen_at < p_now - interval '15 seconds' THEN
    UPDATE auth.party_sign_in i SET seen_at = p_now WHERE i.id = found.id;
  END IF;
  id := coalesce(found.person_id, found.professional_id);
  kind := CASE WHEN found.person_id IS NULL THEN 'referrer' ELSE 'party' END;
  RETURN NEXT;
END $$;

-- Whoever adds something in the portal has an account now; parties add nothing there. What they add they do not see again by its row.
CREATE FUNCTION ev.is_let_in() RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  RETURN auth.is_referrer(ev.actor());
END $$;

-- A referrer reads no table: their own work details, and of each referral of theirs what its link would show. One that the person
-- ended, and one that is gone, are alike not there.
CREATE FUNCTION ev.referrer_acting() RETURNS uuid LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  RETURN CASE WHEN current_setting('role') LIKE '%\_portal\_enquiries' AND auth.is_referrer(ev.actor()) THEN ev.actor() END;
END $$;
-- What the office and the worker do for an account: they write to its own mailbox and to no other, and keep a code for it. So the
-- purpose that knows professionals needs no right to the messages and codes of anybody else.
CREATE FUNCTION ev.account_to_serve(p_professional uuid) RETURNS text LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF current_setting('role') NOT LIKE '%\_professional\_contacts' OR NOT auth.is_referrer(p_professional) THEN
    RAISE EXCEPTION 'there is no such account to serve' USING ERRCODE = '42501';
  END IF;
  RETURN (SELECT p.email FROM ev.professional p WHERE p.id = p_professional);
END $$;
CREATE FUNCTION ev.write_to_referrer(p_id uuid, p_professional uuid, p_template text, p_subject text, p_body text, p_not_after timestamptz)
RETURNS void LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  UPDATE ev.message SET status = 'stopped', settled_at = ev.service_now()
   WHERE professional_id = p_professional AND template = p_template AND status = 'waiting';
  INSERT INTO ev.message (id, professional_id, about_id, zone, channel, template, recipient, subject, body, not_after)
  VALUES (p_id, p_professional, p_professional, 'office', 'email', p_template, ev.account_to_serve(p_professional), p_subject, p_body, p_not_after);
END $$;
CREATE FUNCTION ev.keep_referrer_code(p_id uuid, p_professional uuid, p_number bytea, p_secret bytea, p_expires timestamptz)
RETURNS void LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  PERFORM ev.account_to_serve(p_professional);
  INSERT INTO ev.party_code (id, professional_id, way, number_hash, secret_hash, expires_at)
  VALUES (p_id, p_professional, 'email', p_number, p_secret, p_expires);
END $$;

-- Nobody puts a referral into another's account; and whoever refers somebody is in touch with us, so their clock starts anew.
CREATE FUNCTION ev.refer_from_own_account() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF NEW.professional_id IS DISTINCT FROM ev.referrer_acting() THEN
    RAISE EXCEPTION 'a referral from an account is made by its holder' USING ERRCODE = '42501';
  END IF;
  UPDATE ev.professional SET last_contact_on = (ev.service_now() AT TIME ZONE 'Europe/London')::date WHERE id = NEW.professional_id;
  RETURN NEW;
END $$;
CREATE TRIGGER refer_from_own_account BEFORE INSERT ON ev.referral FOR EACH ROW
  WHEN (NEW.professional_id IS NOT NULL) EXECUTE FUNCTION ev.refer_from_own_account();
CREATE FUNCTION ev.own_work_details()
RETURNS TABLE (name text, work text, organisation text, email text, telephone text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT p.name, p.work, p.organisation, p.email, p.telephone FROM ev.professional p WHERE p.id = ev.referrer_acting() $$;
CREATE FUNCTION ev.own_referrals()
RETURNS TABLE (reference text, own_reference text, made_on date, booked boolean, attended boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT p.reference, r.own_reference, (r.made_at AT TIME ZONE 'Europe/London')::date, p.booked, p.attended
    FROM ev.referral r, LATERAL ev.referral_progress(r.link_hash) p
   WHERE r.professional_id = ev.referrer_acting() AND r.ended_on IS NULL
   ORDER BY r.made_at DESC, r.id LIMIT 200 $$;

SELECT ev.keep_no_samples();
