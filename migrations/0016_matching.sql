-- Known already? Names are found by word, by beginning, with a slip, by sound and as a whole; the columns by which they are found are
-- made by the database from the row itself and go with it.

CREATE EXTENSION pg_trgm SCHEMA ext;
CREATE EXTENSION fuzzystrmatch SCHEMA ext;

-- A name as it is compared: small plain letters, no accents, no apostrophes, one space between words. The same on every version and
-- in every locale, so with a mapping of its own; letters of other scripts stay.
CREATE FUNCTION ev.plain_name(name text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN btrim(regexp_replace(lower(translate(
  replace(replace(replace(replace(replace(replace(replace(
    regexp_replace(normalize(name, NFKD), '[\u0300-\u036f]', '', 'g'),
    'ß', 'ss'), 'æ', 'ae'), 'Æ', 'ae'), 'œ', 'oe'), 'Œ', 'oe'), 'þ', 'th'), 'Þ', 'th'),
  'øØłŁđĐðÐħĦıŋАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯІЄҐΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩς–—‐‑·''’‘ʼʻ`´',
  'oollddddhhinабвгдежзиклмнопрстуфхцчшщъыьэюяієґαβγδεζηθικλμνξοπρστυφχψωσ     ')),
  '[[:space:][:punct:]]+', ' ', 'g'));

-- What a name is found by: its words, neighbouring words as one, each word less one letter (two words one slip apart have one of
-- these in common), and how each sounds. Metaphone's two codes are there from version 15 on.
CREATE FUNCTION ev.name_keys(name text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
  WITH said AS (
    SELECT word, at, lead(word) OVER (ORDER BY at) AS following
      FROM regexp_split_to_table(ev.plain_name(name), ' ') WITH ORDINALITY AS it (word, at) WHERE word <> ''
  )
  SELECT coalesce(array_agg(DISTINCT key), '{}') FROM (
    SELECT word AS key FROM said
    UNION ALL SELECT word || following FROM said WHERE following IS NOT NULL
    UNION ALL SELECT overlay(word PLACING '' FROM n FOR 1) FROM said, generate_series(1, length(word)) AS n WHERE length(word) > 2
    UNION ALL SELECT '~' || code
      FROM said, LATERAL (VALUES (ext.dmetaphone(word)), (ext.dmetaphone_alt(word))) AS sound (code)
     WHERE word ~ '^[a-z]+$' AND length(word) > 1 AND code <> ''
  ) AS keys;
END;

ALTER TABLE ev.person DROP COLUMN name_folded, ADD COLUMN former_names text;
ALTER TABLE ev.person_correction DROP CONSTRAINT person_correction_field_check;
ALTER TABLE ev.person_correction ADD CONSTRAINT person_correction_field_check
  CHECK (field IN ('given_name', 'family_name', 'known_as', 'former_names', 'birth_date'));
ALTER TABLE ev.person
  ADD COLUMN name_folded text COLLATE "C" NOT NULL GENERATED ALWAYS AS (ev.plain_name(given_name || ' ' || family_name)) STORED,
  ADD COLUMN name_turned text COLLATE "C" NOT NULL GENERATED ALWAYS AS (ev.plain_name(family_name || ' ' || given_name)) STORED,
  ADD COLUMN name_keys text[] NOT NULL GENERATED ALWAYS AS
    (ev.name_keys(given_name || ' ' || family_name || ' ' || coalesce(known_as, '') || ' ' || coalesce(former_names, ''))) STORED;
ALTER TABLE ev.enquiry DROP COLUMN name_folded;
ALTER TABLE ev.enquiry
  ADD COLUMN name_folded text COLLATE "C" NOT NULL GENERATED ALWAYS AS (ev.plain_name(given_name || ' ' || family_name)) STORED,
  ADD COLUMN name_turned text COLLATE "C" NOT NULL GENERATED ALWAYS AS (ev.plain_name(family_name || ' ' || given_name)) STORED,
  ADD COLUMN name_keys text[] NOT NULL GENERATED ALWAYS AS (ev.name_keys(given_name || ' ' || family_name)) STORED,
  ADD COLUMN other_name_folded text COLLATE "C" NOT NULL
    GENERATED ALWAYS AS (ev.plain_name(coalesce(other_given_name, '') || ' ' || coalesce(other_family_name, ''))) STORED,
  ADD COLUMN other_name_turned text COLLATE "C" NOT NULL
    GENERATED ALWAYS AS (ev.plain_name(coalesce(other_family_name, '') || ' ' || coalesce(other_given_name, ''))) STORED,
  ADD COLUMN other_name_keys text[] NOT NULL
    GENERATED ALWAYS AS (ev.name_keys(coalesce(other_given_name, '') || ' ' || coalesce(other_family_name, ''))) STORED;
ALTER TABLE ev.child
  ADD COLUMN name_folded text COLLATE "C" NOT NULL GENERATED ALWAYS AS (ev.plain_name(given_name || ' ' || family_name)) STORED,
  ADD COLUMN name_turned text COLLATE "C" NOT NULL GENERATED ALWAYS AS (ev.plain_name(family_name || ' ' || given_name)) STORED,
  ADD COLUMN name_keys text[] NOT NULL GENERATED ALWAYS AS (ev.name_keys(given_name || ' ' || family_name)) STORED;
ALTER TABLE ev.staff
  ADD COLUMN name_folded text COLLATE "C" NOT NULL GENERATED ALWAYS AS (ev.plain_name(name)) STORED,
  ADD COLUMN name_keys text[] NOT NULL GENERATED ALWAYS AS (ev.name_keys(name)) STORED;

-- Whole-string trigrams are GIN: beside a GiST index of them the planner takes the slow one.
CREATE INDEX person_by_name ON ev.person (name_folded);
CREATE INDEX person_by_turned ON ev.person (name_turned);
CREATE INDEX person_by_keys ON ev.person USING gin (name_keys) WITH (fastupdate = off);
CREATE INDEX person_by_likeness ON ev.person USING gin (name_folded ext.gin_trgm_ops) WITH (fastupdate = off);
CREATE INDEX person_by_birth ON ev.person (birth_date);
CREATE INDEX enquiry_by_name ON ev.enquiry (name_folded);
CREATE INDEX enquiry_by_turned ON ev.enquiry (name_turned);
CREATE INDEX enquiry_by_keys ON ev.enquiry USING gin (name_keys) WITH (fastupdate = off);
CREATE INDEX enquiry_by_likeness ON ev.enquiry USING gin (name_folded ext.gin_trgm_ops) WITH (fastupdate = off);
CREATE INDEX enquiry_by_other_name ON ev.enquiry (other_name_folded);
CREATE INDEX enquiry_by_other_turned ON ev.enquiry (other_name_turned);
CREATE INDEX enquiry_by_other_keys ON ev.enquiry USING gin (other_name_keys) WITH (fastupdate = off);
CREATE INDEX enquiry_by_other_likeness ON ev.enquiry USING gin (other_name_folded ext.gin_trgm_ops) WITH (fastupdate = off);
CREATE INDEX enquiry_by_birth ON ev.enquiry (birth_date);
CREATE INDEX enquiry_by_postcode ON ev.enquiry (postcode);
CREATE INDEX child_by_name ON ev.child (name_folded);
CREATE INDEX child_by_turned ON ev.child (name_turned);
CREATE INDEX child_by_keys ON ev.child USING gin (name_keys) WITH (fastupdate = off);
CREATE INDEX child_by_likeness ON ev.child USING gin (name_folded ext.gin_trgm_ops) WITH (fastupdate = off);
CREATE INDEX child_by_birth ON ev.child (birth_date);
CREATE INDEX whereabouts_by_postcode ON ev.whereabouts (postcode) WHERE ended_at IS NULL;
CREATE INDEX whereabouts_by_address ON ev.whereabouts (folded) WHERE ended_at IS NULL;

-- A colleague who knows a party keeps away from every case of that person, those that are still to come too, until a supervisor
-- lifts it. Who declares it is filled by the server: nobody walls off another.
CREATE TABLE ev.wall (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  person_id uuid NOT NULL REFERENCES ev.person,
  staff_id uuid NOT NULL DEFAULT ev.actor() REFERENCES ev.staff,
  declared_at timestamptz NOT NULL DEFAULT ev.service_now(),
  lifted_at timestamptz,
  lifted_by uuid REFERENCES ev.staff,
  lift_reason text CHECK (lift_reason <> ''),
  CHECK ((lifted_at IS NULL) = (lifted_by IS NULL) AND (lifted_at IS NULL) = (lift_reason IS NULL)),
  CONSTRAINT wall_lifted_by_another CHECK (lifted_by <> staff_id)
);
CREATE UNIQUE INDEX wall_standing ON ev.wall (person_id, staff_id) WHERE lifted_at IS NULL;
CREATE INDEX wall_of_colleague ON ev.wall (staff_id) WHERE lifted_at IS NULL;
SELECT ev.guard_rows('wall', 'person', false);

CREATE FUNCTION ev.is_walled(p_case uuid, p_staff uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  RETURN EXISTS (SELECT FROM ev.wall w JOIN ev.party p USING (person_id)
                  WHERE p.case_id = p_case AND w.staff_id = p_staff AND w.lifted_at IS NULL);
END $$;

-- Whoever declares is no longer the mediator of that person's live cases. What is booked stays until the office gives it to another:
-- the time is taken.
CREATE FUNCTION ev.step_back() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  UPDATE ev.case_file f SET mediator_id = NULL FROM ev.party p
   WHERE p.case_id = f.id AND p.person_id = NEW.person_id AND f.mediator_id = NEW.staff_id AND f.status = 'live';
  RETURN NULL;
END $$;
CREATE TRIGGER step_back AFTER INSERT ON ev.wall FOR EACH ROW EXECUTE FUNCTION ev.step_back();

-- Nobody gives a case, or a time in one, to a mediator who keeps away from it; nor a party to a case of such a mediator.
CREATE FUNCTION ev.refuse_walled() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE walled boolean;
BEGIN
  CASE TG_TABLE_NAME
    WHEN 'case_file' THEN walled := ev.is_walled(NEW.id, NEW.mediator_id);
    WHEN 'appointment' THEN walled := ev.is_walled(NEW.case_id, NEW.mediator_id);
    ELSE walled := EXISTS (SELECT FROM ev.wall w JOIN ev.case_file f ON f.mediator_id = w.staff_id
                            WHERE f.id = NEW.case_id AND w.person_id = NEW.person_id AND w.lifted_at IS NULL);
  END CASE;
  IF walled THEN
    RAISE EXCEPTION 'this mediator keeps away from this case' USING ERRCODE = '23514', CONSTRAINT = TG_TABLE_NAME || '_mediator_walled';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER refuse_walled BEFORE INSERT OR UPDATE OF mediator_id ON ev.case_file FOR EACH ROW EXECUTE FUNCTION ev.refuse_walled();
CREATE TRIGGER refuse_walled BEFORE INSERT OR UPDATE OF mediator_id ON ev.appointment FOR EACH ROW EXECUTE FUNCTION ev.refuse_walled();
CREATE TRIGGER refuse_walled BEFORE INSERT OR UPDATE OF person_id, case_id ON ev.party FOR EACH ROW EXECUTE FUNCTION ev.refuse_walled();

-- Whom the person acting may find: `NULL` in `only_these` is everybody but those in `not_these`. People and cases by identifier.
CREATE FUNCTION ev.findable(OUT only_these uuid[], OUT not_these uuid[]) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  not_these := ev.walled_people() || ev.walled_cases();
  CASE ev.row_scope()
    WHEN 'any' THEN NULL;
    WHEN 'assigned' THEN only_these := ev.people_in_scope() || ev.cases_in_scope();
    ELSE only_these := '{}';
  END CASE;
END $$;

SELECT ev.keep_no_samples();
