-- What changes from week to week: settings, dated; places; prices; mediators' registrations. Of two changes at one instant the
-- later turn is in force.

CREATE TABLE ev.setting (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  key text NOT NULL CHECK (key ~ '^[a-z]+(\.[a-z-]+)*$'),
  value text NOT NULL CHECK (length(value) <= 20000),
  in_force_from timestamptz NOT NULL DEFAULT ev.service_now(),
  turn bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  changed_by uuid DEFAULT ev.actor()
);
CREATE INDEX setting_in_force ON ev.setting (key, in_force_from DESC, turn DESC);

CREATE TABLE ev.price (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  item text NOT NULL CHECK (item IN ('miam', 'session', 'summary', 'parenting_plan', 'financial_statement')),
  amount_pence integer NOT NULL CHECK (amount_pence >= 0),
  in_force_from date NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT ev.service_now(),
  turn bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  recorded_by uuid DEFAULT ev.actor()
);
CREATE INDEX price_in_force ON ev.price (item, in_force_from DESC, turn DESC);

CREATE TABLE ev.venue (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name text NOT NULL,
  address text NOT NULL,
  postcode text NOT NULL,
  arriving text NOT NULL DEFAULT '',
  retired_at timestamptz
);
CREATE UNIQUE INDEX venue_name ON ev.venue (lower(name)) WHERE retired_at IS NULL;

-- How a place was described until it was corrected: letters that were sent can be explained.
CREATE TABLE ev.venue_former (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  venue_id uuid NOT NULL REFERENCES ev.venue,
  name text NOT NULL,
  address text NOT NULL,
  postcode text NOT NULL,
  arriving text NOT NULL,
  until timestamptz NOT NULL DEFAULT ev.service_now(),
  changed_by uuid DEFAULT ev.actor()
);
CREATE INDEX venue_former_of ON ev.venue_former (venue_id, until DESC);

CREATE TABLE ev.room (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  venue_id uuid NOT NULL REFERENCES ev.venue,
  name text NOT NULL,
  retired_at timestamptz
);
CREATE UNIQUE INDEX room_name ON ev.room (venue_id, lower(name)) WHERE retired_at IS NULL;

-- As the register of the Family Mediation Council has them: four digits and the letter of the kind. Its letter S is for those who
-- hold no MIAMs, so it has no kind here.
CREATE TABLE ev.mediator_registration (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  staff_id uuid NOT NULL REFERENCES ev.staff,
  number text NOT NULL CHECK (number ~ '^[0-9]{4}[TAP]$'),
  kind text NOT NULL CHECK (kind IN ('accredited', 'provisional', 'trainee')),
  valid_until date NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT ev.service_now(),
  turn bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  recorded_by uuid DEFAULT ev.actor(),
  CONSTRAINT mediator_registration_letter
    CHECK (right(number, 1) = CASE kind WHEN 'accredited' THEN 'A' WHEN 'provisional' THEN 'P' ELSE 'T' END)
);
CREATE INDEX mediator_registration_of ON ev.mediator_registration (staff_id, recorded_at DESC, turn DESC);

-- Page views a day. No visitor, no device: a number.
CREATE TABLE ev.page_count (
  day date NOT NULL,
  path text NOT NULL CHECK (length(path) <= 100),
  views integer NOT NULL DEFAULT 0 CHECK (views >= 0),
  PRIMARY KEY (day, path)
);

-- Cookie choices a day, by wording. No visitor, no device: a number.
CREATE TABLE ev.consent_count (
  day date NOT NULL,
  wording_hash text NOT NULL,
  choice text NOT NULL CHECK (choice IN ('accepted', 'refused')),
  choices integer NOT NULL DEFAULT 0 CHECK (choices >= 0),
  PRIMARY KEY (day, wording_hash, choice)
);

-- Visitors only add to these counts. Their role may not read or change a count, so the tables add up by themselves.
CREATE FUNCTION ev.add_up_page() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF pg_trigger_depth() > 1 THEN RETURN NEW; END IF;
  INSERT INTO ev.page_count (day, path, views) VALUES (NEW.day, NEW.path, NEW.views)
    ON CONFLICT (day, path) DO UPDATE SET views = ev.page_count.views + excluded.views;
  RETURN NULL;
END $$;
CREATE TRIGGER add_up BEFORE INSERT ON ev.page_count FOR EACH ROW EXECUTE FUNCTION ev.add_up_page();

CREATE FUNCTION ev.add_up_choice() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF pg_trigger_depth() > 1 THEN RETURN NEW; END IF;
  INSERT INTO ev.consent_count (day, wording_hash, choice, choices) VALUES (NEW.day, NEW.wording_hash, NEW.choice, NEW.choices)
    ON CONFLICT (day, wording_hash, choice) DO UPDATE SET choices = ev.consent_count.choices + excluded.choices;
  RETURN NULL;
END $$;
CREATE TRIGGER add_up BEFORE INSERT ON ev.consent_count FOR EACH ROW EXECUTE FUNCTION ev.add_up_choice();
