import type { Scope } from '../../../platform/database/desk.ts'
import { question } from '../../../platform/database/question.ts'
import { type Id, newId } from '../../../values/ids.ts'
import type { SafeTimes } from '../domain/safe-times.ts'
import type { Channel, Safety, Source } from '../domain/ways.ts'

/** How it is safe to reach a person, and what helps them. */
export interface SafeContact extends Readonly<Record<Channel, Safety>>, SafeTimes {
  readonly times: string | null
  readonly whoMayAnswer: string | null
  readonly codeWord: string | null
  readonly language: string | null
  readonly interpreter: string | null
  readonly adjustments: string | null
}

/** One version of a card, with who said so. */
export interface SafeContactVersion extends SafeContact {
  readonly version: number
  readonly saidBy: Source
  readonly saidOn: string
  readonly reason: string | null
  readonly recordedBy: Id | null
  readonly recordedAt: Temporal.Instant
}

export const nothingSaid: SafeContact = {
  ...{
    email: 'not_asked',
    telephone: 'not_asked',
    text_message: 'not_asked',
    voicemail: 'not_asked',
    letter: 'not_asked',
  },
  ...{ safeDays: null, safeFrom: null, safeUntil: null },
  ...{ times: null, whoMayAnswer: null, codeWord: null, language: null, interpreter: null, adjustments: null },
}

const columns = [
  ...(['version', 'email', 'telephone', 'text_message', 'voicemail', 'letter', 'times'] as const),
  ...(['safe_days', 'safe_from', 'safe_until'] as const),
  ...(['who_may_answer', 'code_word', 'language', 'interpreter', 'adjustments'] as const),
  ...(['said_by', 'said_on', 'reason', 'recorded_by', 'recorded_at'] as const),
] as const

const versions = question((queries, { personId, most }: { readonly personId: Id; readonly most: number }) =>
  queries
    .selectFrom('safe_contact')
    .select(columns)
    .where('person_id', '=', personId)
    .orderBy('version', 'desc')
    .limit(most),
)

/** Every version of a person's card, the newest first. */
export async function safeContactHistory(scope: Scope, personId: Id, most = 100): Promise<SafeContactVersion[]> {
  const rows = await versions(scope, { personId, most })
  return rows.map((row) => ({
    ...{ version: row.version, email: row.email, telephone: row.telephone, text_message: row.text_message },
    ...{ voicemail: row.voicemail, letter: row.letter, times: row.times, whoMayAnswer: row.who_may_answer },
    ...hoursIn(row),
    ...{ codeWord: row.code_word, language: row.language, interpreter: row.interpreter },
    ...{ adjustments: row.adjustments, saidBy: row.said_by, saidOn: row.said_on, reason: row.reason },
    ...{ recordedBy: row.recorded_by, recordedAt: row.recorded_at },
  }))
}

/** The card as it stands; null when nothing was ever said. */
export const safeContactOf = async (scope: Scope, personId: Id): Promise<SafeContactVersion | null> =>
  (await safeContactHistory(scope, personId, 1))[0] ?? null

const hoursIn = (row: {
  safe_days: string | null
  safe_from: string | null
  safe_until: string | null
}): SafeTimes => ({
  ...{ safeDays: row.safe_days, safeFrom: row.safe_from, safeUntil: row.safe_until },
})

/** The days and hours that the card allows; any time where nothing was said. Reads no more than that. */
export async function safeTimesOf(scope: Scope, personId: Id): Promise<SafeTimes> {
  const row = await scope.queries
    .selectFrom('safe_contact')
    .select(['safe_days', 'safe_from', 'safe_until'])
    .where('person_id', '=', personId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? hoursIn(row) : nothingSaid
}

const channels = question((queries, { personId }: { readonly personId: Id }) =>
  queries
    .selectFrom('safe_contact')
    .select(['email', 'telephone', 'text_message', 'voicemail', 'letter'])
    .where('person_id', '=', personId)
    .orderBy('version', 'desc')
    .limit(1),
)

/** What the card says of each channel. Reads no more than that. */
export async function channelsOf(scope: Scope, personId: Id): Promise<Readonly<Record<Channel, Safety>>> {
  return (await channels(scope, { personId }))[0] ?? nothingSaid
}

export interface SafeContactChange extends SafeContact {
  /** The version that whoever changes it saw; 0 for none. */
  readonly seen: number
  readonly saidBy: Source
  /** ISO date. */
  readonly saidOn: string
  readonly reason: string | null
}

/**
 * Writes a new version of a person's card. The database refuses it (`safe_contact_version`) when somebody else wrote one meanwhile:
 * a flag that was just set is not lost under it.
 */
export async function addSafeContact(scope: Scope, personId: Id, change: SafeContactChange): Promise<void> {
  await scope.queries
    .insertInto('safe_contact')
    .values({
      ...{ id: newId(), person_id: personId, version: change.seen + 1 },
      ...{ email: change.email, telephone: change.telephone, text_message: change.text_message },
      ...{ voicemail: change.voicemail, letter: change.letter, times: change.times },
      ...{ safe_days: change.safeDays, safe_from: change.safeFrom, safe_until: change.safeUntil },
      ...{ who_may_answer: change.whoMayAnswer, code_word: change.codeWord, language: change.language },
      ...{ interpreter: change.interpreter, adjustments: change.adjustments },
      ...{ said_by: change.saidBy, said_on: change.saidOn, reason: change.reason },
    })
    .execute()
}
