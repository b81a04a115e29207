import type { ClientBase } from 'pg'

/** How much a service has after long years: what every goal of speed is measured on. */
export const sizes = {
  people: 100_000,
  cases: 40_000,
  notes: 200_000,
  appointments: 60_000,
  mediators: 20,
  weekOf: 10,
} as const

const given = `(ARRAY['Amara','Bethan','Callum','Dilys','Efan','Farah','Gwen','Hari','Isla','Jonah','Kezia','Lowri','Mabel','Nia','Owain','Priya','Rhys','Siân','Tomos','Yusuf'])`
const syllable = (shift: string) =>
  `(ARRAY['ab','ber','cor','den','el','far','gal','hol','ing','jar','ket','lan','mor','nor','ost','pen','quil','ros','sten','tur','umb','ver','wex','yar'])[1 + (${shift}) % 24]`
const family = (n: string) =>
  `initcap(${syllable(n)} || ${syllable(`${n} / 24`)} || ${syllable(`${n} / 576`)} || 'ley')`
const longAgo = (n: string, minutes: number) => `timestamptz '2026-11-20 17:00Z' - ${n} * interval '${minutes} minutes'`

/** Each statement is set against the rows of the one before. Cases are opened one after the other; every third is live. */
const statements = [
  `INSERT INTO ev.staff (id, name, email, role, joined_at)
   SELECT gen_random_uuid(), 'Mediator ' || i, 'mediator' || i || '@bench.example', 'mediator', ${longAgo('i', 1)} FROM generate_series(1, ${sizes.mediators}) AS i`,
  `INSERT INTO ev.person (given_name, family_name, birth_date)
   SELECT ${given}[1 + i % 20], ${family('i')}, to_char(date '1960-01-01' + i % 15000, 'YYYY-MM-DD') FROM generate_series(1, ${sizes.people}) AS i`,
  `CREATE TEMP TABLE one_person AS SELECT id, row_number() OVER (ORDER BY id) AS n FROM ev.person`,
  `CREATE TEMP TABLE one_mediator AS SELECT id, row_number() OVER (ORDER BY email) AS n FROM ev.staff WHERE role = 'mediator'`,
  `INSERT INTO ev.case_file (reference, topic, channel, opened_at, mediator_id, status, closed_on, outcome)
   SELECT 'C-' || lpad(i::text, 7, '0'), 'both', 'telephone', ${longAgo('i', 90)}, mediator.id, CASE WHEN i % 3 = 0 THEN 'live' ELSE 'closed' END,
          CASE WHEN i % 3 = 0 THEN NULL ELSE date '2026-11-01' END, CASE WHEN i % 3 = 0 THEN NULL ELSE 'agreement' END
     FROM generate_series(1, ${sizes.cases}) AS i JOIN one_mediator mediator ON mediator.n = 1 + i % ${sizes.mediators}`,
  `CREATE TEMP TABLE one_case AS SELECT id, mediator_id, row_number() OVER (ORDER BY opened_at DESC) AS n FROM ev.case_file`,
  `INSERT INTO ev.party (case_id, person_id, side)
   SELECT file.id, person.id, side.name FROM one_case file CROSS JOIN (VALUES ('A', 1), ('B', 0)) AS side (name, before)
     JOIN one_person person ON person.n = 2 * file.n - side.before`,
  `INSERT INTO ev.contact_point (person_id, kind, value, value_folded, source, safety)
   SELECT id, 'telephone', '01632 9' || lpad((n % 100000)::text, 5, '0'), '016329' || lpad((n % 100000)::text, 5, '0'), 'self', 'safe' FROM one_person`,
  `INSERT INTO ev.appointment (case_id, kind, zone, mediator_id, means, starts_at, ends_at, status)
   SELECT file.id, 'session', 'both', mediator.id, 'telephone', slot.at, slot.at + interval '1 hour', 'held' FROM generate_series(1, ${sizes.appointments}) AS i
     JOIN one_case file ON file.n = 1 + i % ${sizes.cases} JOIN one_mediator mediator ON mediator.n = 1 + i % ${sizes.mediators},
          LATERAL (SELECT ${longAgo(`(i / ${sizes.mediators})`, 60)} - interval '90 days' AS at) AS slot`,
  // A full week of ten of them, each at work from nine to five: six sessions a day.
  `INSERT INTO ev.working_hours (staff_id, weekday, from_minute, until_minute, break_from, break_until, first_day)
   SELECT id, weekday, 540, 1020, 720, 780, '2026-01-01' FROM one_mediator CROSS JOIN generate_series(1, 5) AS weekday WHERE n <= ${sizes.weekOf}`,
  `INSERT INTO ev.appointment (case_id, kind, zone, mediator_id, means, starts_at, ends_at)
   SELECT file.id, 'session', 'both', mediator.id, 'telephone', slot.at, slot.at + interval '1 hour' FROM generate_series(0, 4) AS day
    CROSS JOIN unnest(ARRAY[9, 10, 11, 13, 14, 15]) AS hour JOIN one_mediator mediator ON mediator.n <= ${sizes.weekOf}
     JOIN one_case file ON file.n = 1 + mediator.n * 30 + day * 6 + hour % 6,
          LATERAL (SELECT timestamptz '2027-01-11 00:00Z' + day * interval '1 day' + hour * interval '1 hour' AS at) AS slot`,
  `INSERT INTO ev.attendance (appointment_id, case_id, party_id, zone)
   SELECT a.id, a.case_id, p.id, p.side FROM ev.appointment a JOIN ev.party p ON p.case_id = a.case_id WHERE a.starts_at > '2027-01-10'`,
  `INSERT INTO ev.session_record (case_id, zone, legal_quality, held_on, way, discussed, agreed, author, recorded_at)
   SELECT file.id, 'both', 'without_prejudice', date '2026-11-01' - (i % 900)::integer, 'joint', 'School days, holidays and who collects: note ' || i,
          'Mondays, as before', file.mediator_id, ${longAgo('i', 3)} FROM generate_series(1, ${sizes.notes}) AS i JOIN one_case file ON file.n = 1 + i % (${sizes.cases} / 4)`,
]

const filled = ['person', 'case_file', 'party', 'contact_point', 'appointment', 'attendance', 'session_record'] as const

/** Fills an empty service, as its superuser. Returns nothing; analysed and with fresh visibility at its end. */
export async function fill(client: ClientBase): Promise<void> {
  // What guards single acts would take a lock for each of many thousand rows.
  for (const table of filled) await client.query(`ALTER TABLE ev.${table} DISABLE TRIGGER USER`)
  for (const statement of statements) await client.query(statement)
  for (const table of filled) await client.query(`ALTER TABLE ev.${table} ENABLE TRIGGER USER`)
  await client.query('VACUUM (ANALYZE)')
}
