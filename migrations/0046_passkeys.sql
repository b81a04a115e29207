-- Passkeys of colleagues, beside the authenticator app: public keys, of which nothing signs in by itself. They end with the password
-- and the authenticator, and so when a colleague leaves or is set up again.
CREATE TABLE auth.passkey (
  id uuid PRIMARY KEY,
  staff_id uuid NOT NULL REFERENCES auth.credential ON DELETE CASCADE,
  credential_id bytea NOT NULL UNIQUE CHECK (length(credential_id) BETWEEN 1 AND 1023),
  public_key bytea NOT NULL CHECK (length(public_key) <= 4096),
  uses bigint NOT NULL CHECK (uses >= 0),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
  added_at timestamptz NOT NULL,
  used_at timestamptz
);
CREATE INDEX passkey_of ON auth.passkey (staff_id, added_at);

-- The password was right and a passkey is to be added: what it has to sign, once, in the sign-in that asked for it.
CREATE TABLE auth.passkey_offer (
  staff_id uuid PRIMARY KEY REFERENCES auth.credential ON DELETE CASCADE,
  token_hash bytea NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
  challenge bytea NOT NULL CHECK (length(challenge) = 32),
  made_at timestamptz NOT NULL
);

-- What a passkey has to sign in the second step. It is another one after each try. Whoever is between the steps begins again.
DELETE FROM auth.sign_in_step;
ALTER TABLE auth.sign_in_step ADD COLUMN challenge bytea NOT NULL CHECK (length(challenge) = 32);

-- What a colleague is to be told by e-mail about their own account, until it has left.
CREATE TABLE auth.notice (
  id uuid PRIMARY KEY,
  staff_id uuid NOT NULL REFERENCES ev.staff ON DELETE CASCADE,
  kind text NOT NULL CHECK (kind IN ('passkey-added', 'passkey-ended')),
  made_at timestamptz NOT NULL
);
CREATE INDEX notice_of ON auth.notice (staff_id);

CREATE OR REPLACE FUNCTION auth.record(p_act text, p_actor uuid, p_subject uuid, p_at timestamptz) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF p_act NOT IN ('sign-in.made', 'sign-in.refused', 'sign-in.held-off', 'sign-in.ended', 'sign-in.recovered', 'sign-in.set-up',
                   'sign-in.codes-made', 'sign-in.authenticator-changed', 'sign-in.password-changed', 'sign-in.link-made',
                   'sign-in.passkey-added', 'sign-in.passkey-ended',
                   'sign-in.party-made', 'sign-in.party-refused', 'sign-in.party-ended') THEN
    RAISE EXCEPTION 'not an act of signing in' USING ERRCODE = '42501';
  END IF;
  INSERT INTO ev.access_log (act, actor, subject_id, at, db_role) VALUES (p_act, p_actor, p_subject, p_at, session_user);
END $$;

SELECT ev.keep_no_samples();
