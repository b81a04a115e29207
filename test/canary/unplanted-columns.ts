import type { Classification } from '../../src/policy/classification.ts'
import type { TestService } from '../support/service.ts'
import type { Aviary } from './aviary.ts'

/** Columns of text in which no person's words can stand, each with why. A column that is missing here needs a canary. */
const ours: Readonly<Record<string, string>> = {
  'appointment.kind': 'one of our words',
  'attendance.calendar_uid': 'made up by us',
  'case_file.reference': 'made up by us',
  'case_file.channel': 'one of our words',
  'case_key.wrapped': 'a key',
  'consent_event.scope': 'the name of a clause of the policy',
  'imported_case.as_imported': 'a sum',
  'invitation_step.wording': 'the version of our words',
  'draft.form': 'the name of a form',
  'draft.sealed': 'sealed: its canaries are in the file’s own test and cannot be seen here',
  'hold.category': 'the name of a kind of data',
  'glass_break.reason': 'a colleague’s words of why they opened a file: that it ends with it is in T23',
  'glass_break.review': 'the same',
  'disclosure.recipient': 'a name from the policy',
  'disclosure.ground': 'one of our words',
  'disclosure.facts': 'names from our list',
  'disclosure.stopped_why': 'names from our list',
  'online_meeting.provider': 'a name from the policy',
  'online_answer.provider': 'the same',
  'paper_file.label': 'made up by us',
  'life_event.event': 'one of our words',
  'message.body': 'neutral words of ours: only to whom it goes is theirs, and that is planted',
  'message.calendar_entry': 'neutral words of ours',
  'message.subject': 'neutral words of ours',
  'message.template': 'the name of a template',
  'miam_record.ways_told': 'names from our list',
  'miam_record.exemptions_claimed': 'names from our list',
  'miam_certificate.number': 'made up by us',
  'miam_certificate.mediator_number': 'a mediator’s registration',
  'post.raw_sha256': 'a sum',
  'post.content_sha256': 'a sum',
  'post.wrapped': 'a key',
  'retention_state.rule': 'the name of a rule',
  'retention_state.reason': 'the name of a check',
  'stored_file.media_type': 'one of a list',
  'stored_file.sha256': 'a sum',
  'stored_file.flags': 'a list of our words',
  'person_merge.agreeing': 'names from our list',
  'person_merge.reason': 'wants two files: that it ends with them is tried beside its feature',
  'person_merge.names_before': 'the same',
  'person_merge.names_after': 'the same',
  'person_merge.names_added': 'the same',
  'person_merge.birth_taken': 'the same',
  'person_merge.undo_reason': 'the same',
  'wall.lift_reason': 'a supervisor’s words about a colleague',
  'enquiry.safe_days': 'days of the week',
  'enquiry_correction.was': 'wants a request about an enquiry without a case: that it ends with it is in S22',
  'enquiry_correction.became': 'the same',
  'enquiry_correction.words': 'the same',
  'enquiry.safe_from': 'a time of day',
  'enquiry.safe_until': 'a time of day',
  'safe_contact.safe_days': 'days of the week',
  'safe_contact.safe_from': 'a time of day',
  'safe_contact.safe_until': 'a time of day',
  'task.for_role': 'one of our words',
}

interface TextColumn {
  readonly name: string
  readonly column: string
  readonly chosen: boolean
}

/** Columns of text that end with a case or an enquiry, tell of people, and hold no canary in any row. */
export async function unplantedColumns(
  db: TestService,
  birds: Aviary,
  classification: Classification,
  tables: readonly string[],
): Promise<string[]> {
  const missing: string[] = []
  for (const table of tables) {
    for (const { name, column, chosen } of await textColumns(db, table)) {
      const kind = classification[table]?.columns[column]?.kind
      if (kind === undefined) throw new Error(`${name} is not classified`)
      if (kind !== 'personal' || chosen || name in ours) continue
      if (!(await holdsCanary(db, birds, table, column))) missing.push(name)
    }
  }
  return missing
}

/** `chosen`: a constraint lets it hold one of a few words only. */
const textColumns = (db: TestService, table: string) =>
  db.look<TextColumn>(
    `SELECT c.relname || '.' || a.attname AS name, a.attname AS column,
            EXISTS (SELECT FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'c' AND k.conkey = ARRAY[a.attnum]
                       AND pg_get_constraintdef(k.oid) LIKE '%= ANY (ARRAY[%') AS chosen
       FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
      WHERE c.oid = ('ev.' || $1)::regclass AND a.attnum > 0 AND NOT a.attisdropped
        AND a.atttypid IN ('text'::regtype, 'jsonb'::regtype, 'bytea'::regtype, 'varchar'::regtype) ORDER BY 1`,
    [table],
  )

async function holdsCanary(db: TestService, birds: Aviary, table: string, column: string): Promise<boolean> {
  const rows = await db.look<{ text: string | null }>(`SELECT ${column}::text AS text FROM ev.${table}`)
  const wanted = birds.wanted.map((it) => it.toLowerCase())
  return rows.some(({ text }) => {
    const found = (text ?? '').toLowerCase()
    return wanted.some((word) => found.includes(word) || found.includes(word.replaceAll(' ', '')))
  })
}
