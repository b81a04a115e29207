-- A certificate is checked by its number and a code that stands on the paper alone; here is only what both make together. It is
-- never changed: a correction is a certificate of its own that names the one it takes the place of, and why.
ALTER TABLE ev.miam_certificate DROP CONSTRAINT miam_certificate_once,
  ADD COLUMN code_hash bytea NOT NULL CHECK (octet_length(code_hash) = 32) UNIQUE,
  ADD COLUMN supersedes uuid,
  ADD COLUMN correction_reason text,
  ADD CONSTRAINT miam_certificate_of_party UNIQUE (id, case_id, party_id, zone),
  ADD CONSTRAINT miam_certificate_superseded_once UNIQUE (supersedes),
  ADD CONSTRAINT miam_certificate_supersedes FOREIGN KEY (supersedes, case_id, party_id, zone)
    REFERENCES ev.miam_certificate (id, case_id, party_id, zone),
  ADD CONSTRAINT miam_certificate_with_reason CHECK ((supersedes IS NULL) = (correction_reason IS NULL));
CREATE UNIQUE INDEX miam_certificate_once ON ev.miam_certificate (miam_record_id) WHERE supersedes IS NULL;

-- What anybody may learn who holds number and code: the dates that stand on the paper, and whether another took its place. A definer
-- function: the purpose that checks may read no certificate, and cannot ask for all of them.
CREATE FUNCTION ev.check_certificate(p_code bytea) RETURNS TABLE (held_on date, issued_at timestamptz, superseded boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF current_setting('role') NOT LIKE '%\_verification' THEN
    RAISE EXCEPTION 'certificates are checked under their own purpose' USING ERRCODE = '42501';
  END IF;
  RETURN QUERY SELECT c.held_on, c.issued_at, EXISTS (SELECT FROM ev.miam_certificate n WHERE n.supersedes = c.id)
    FROM ev.miam_certificate c WHERE c.code_hash = p_code;
END $$;

SELECT ev.keep_no_samples();
