import type { ClientBase } from 'pg'

// Closed files that are all due, each with what a file of an ordinary length has: two people with two ways to reach each, a child, two
// first meetings, four sessions, the messages about them, an enquiry, a consent, a task. Nobody in them is real.

/** One round: as many files for the sweep as for the bare deletes, closed on a day of their own. */
export interface Round {
  readonly number: number
  readonly closedOn: string
}

const tables = [
  ...[
    'person',
    'case_file',
    'case_key',
    'party',
    'contact_point',
    'child',
    'enquiry',
    'appointment',
    'attendance',
    'miam_record',
  ],
  ...['session_record', 'message', 'consent_subject', 'life_event', 'task'],
] as const

const statements = (perRound: number, { number, closedOn }: Round) => [
  `CREATE TEMP TABLE one_file AS SELECT gen_random_uuid() AS id, gen_random_uuid() AS a, gen_random_uuid() AS b, gen_random_uuid() AS enquiry, i,
     CASE WHEN i % 2 = 0 THEN 'swept' ELSE 'bare' END AS half FROM generate_series(1, ${perRound * 2}) AS i`,
  `INSERT INTO bench.file SELECT id, half, ${number} FROM one_file`,
  `INSERT INTO ev.case_file (id, reference, topic, channel, opened_at, mediator_id, status, closed_on, outcome)
   SELECT id, 'B-${number}-' || i, 'both', 'telephone', date '${closedOn}' - 200, (SELECT id FROM ev.staff LIMIT 1), 'closed', '${closedOn}', 'agreement' FROM one_file`,
  `INSERT INTO ev.case_key (case_id, wrapped) SELECT id, 'none' FROM one_file`,
  `INSERT INTO ev.person (id, given_name, family_name) SELECT it, (ARRAY['Anna', 'Omar', 'Ewan', 'Mina'])[1 + i % 4], (ARRAY['Marsh', 'Baker', 'Quill', 'Sandhu', 'Okoro'])[1 + i % 5] FROM one_file, unnest(ARRAY[a, b]) AS it`,
  `INSERT INTO ev.party (case_id, person_id, side) SELECT id, a, 'A' FROM one_file UNION ALL SELECT id, b, 'B' FROM one_file`,
  `INSERT INTO ev.contact_point (person_id, kind, value, value_folded, source, safety, made_at)
   SELECT it, kind, kind || i, kind || i, 'self', 'safe', date '${closedOn}' - 200 FROM one_file, unnest(ARRAY[a, b]) AS it, unnest(ARRAY['telephone', 'email']) AS kind`,
  `INSERT INTO ev.child (case_id, given_name, made_at) SELECT id, 'Child', date '${closedOn}' - 200 FROM one_file`,
  `INSERT INTO ev.enquiry (id, reference, channel, given_name, family_name, status, case_id, received_at, received_on)
   SELECT enquiry, 'E-${number}-' || i, 'telephone', 'Anna', 'Marsh', 'taken_on', id, date '${closedOn}' - 201, date '${closedOn}' - 201 FROM one_file`,
  `INSERT INTO ev.appointment (case_id, kind, zone, mediator_id, means, starts_at, ends_at, status, made_at)
   SELECT f.id, 'session', 'both', c.mediator_id, 'telephone', at.at, at.at + interval '1 hour', 'held', date '${closedOn}' - 200
     FROM one_file f JOIN ev.case_file c USING (id), generate_series(1, 4) AS n,
          LATERAL (SELECT timestamptz '1990-01-01' + ((${number} * 1000000 + f.i * 5 + n) * interval '1 hour 1 minute') AS at) AS at`,
  `INSERT INTO ev.attendance (appointment_id, case_id, party_id, zone, status)
   SELECT a.id, a.case_id, p.id, p.side, 'attended' FROM one_file f JOIN ev.appointment a ON a.case_id = f.id JOIN ev.party p ON p.case_id = f.id`,
  `INSERT INTO ev.miam_record (case_id, party_id, zone, held_on, information_given, benefits_explained, way_suited, how_to_proceed, suitable, author, recorded_at)
   SELECT f.id, p.id, p.side, date '${closedOn}' - 190, 'yes', 'yes', 'yes', 'yes', 'yes', gen_random_uuid(), date '${closedOn}' - 190 FROM one_file f JOIN ev.party p ON p.case_id = f.id`,
  `INSERT INTO ev.session_record (case_id, zone, legal_quality, held_on, way, discussed, agreed, author, recorded_at)
   SELECT id, 'both', 'without_prejudice', date '${closedOn}' - n, 'joint', 'School days and holidays', 'As before', gen_random_uuid(), date '${closedOn}' - n
     FROM one_file, generate_series(1, 4) AS n`,
  `INSERT INTO ev.message (case_id, person_id, contact_point_id, zone, channel, template, recipient, subject, body, status, settled_at, made_at)
   SELECT f.id, w.person_id, w.id, 'A', 'email', 'appointment', 'nobody@bench.example', 'Your appointment', 'It is on Monday', 'sent',
          date '${closedOn}' - 100, date '${closedOn}' - 100
     FROM one_file f JOIN ev.contact_point w ON w.person_id IN (f.a, f.b) AND w.kind = 'email', generate_series(1, 3)`,
  `INSERT INTO ev.consent_subject (enquiry_id, person_id) SELECT enquiry, a FROM one_file`,
  `INSERT INTO ev.life_event (aggregate, aggregate_id, event, happened_on)
   SELECT 'case', id, event, '${closedOn}' FROM one_file, unnest(ARRAY['case.opened', CASE half WHEN 'swept' THEN 'case.closed' ELSE 'case.opened' END]) AS event`,
  `INSERT INTO ev.task (kind, case_id, for_role, due_on, done_at, done_by) SELECT 'file-due', id, 'privacyOfficer', '${closedOn}', date '${closedOn}', gen_random_uuid() FROM one_file`,
  `DROP TABLE one_file`,
]

/** Fills an empty service, as its superuser, with closed files of some rounds. */
export async function fillClosed(client: ClientBase, perRound: number, rounds: readonly Round[]): Promise<void> {
  await client.query('CREATE SCHEMA bench')
  await client.query('CREATE TABLE bench.file (id uuid PRIMARY KEY, half text NOT NULL, round integer NOT NULL)')
  await client.query(
    `INSERT INTO ev.staff (id, name, email, role) VALUES (gen_random_uuid(), 'Mediator', 'mediator@bench.example', 'mediator')`,
  )
  // What guards single acts would take a lock for each of many thousand rows.
  for (const table of tables) await client.query(`ALTER TABLE ev.${table} DISABLE TRIGGER USER`)
  for (const round of rounds) for (const statement of statements(perRound, round)) await client.query(statement)
  for (const table of tables) await client.query(`ALTER TABLE ev.${table} ENABLE TRIGGER USER`)
  await client.query('VACUUM (ANALYZE)')
}
