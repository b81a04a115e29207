import type { Selectable } from 'kysely'
import type { Scope } from '../../../platform/database/desk.ts'
import type { Tables } from '../../../platform/database/tables.gen.ts'
import type { Id } from '../../../values/ids.ts'
import type { OpenComplaint } from '../domain/complaint.ts'

const listed = [
  ...(['id', 'reference', 'about', 'channel', 'received_on', 'given_name', 'family_name', 'representative'] as const),
  ...(['person_id', 'about_staff', 'acknowledged_on', 'closed_on', 'outcome', 'cause', 'changed'] as const),
] as const
const whole = [
  ...listed,
  ...(['made_for', 'organisation', 'given_contact', 'details', 'wanted', 'about_whom', 'taken_by'] as const),
  ...(['acknowledged_how', 'closed_by', 'answer', 'answered_how'] as const),
] as const

type Row = Selectable<Tables['complaint']>
const day = (text: string | null) => (text === null ? null : Temporal.PlainDate.from(text))

const asListed = (row: Pick<Row, (typeof listed)[number]>): OpenComplaint => ({
  ...{ id: row.id, reference: row.reference, about: row.about, channel: row.channel },
  receivedOn: Temporal.PlainDate.from(row.received_on),
  name: `${row.given_name} ${row.family_name}`.trim(),
  ...{ representative: row.representative, personId: row.person_id, aboutStaff: row.about_staff },
  ...{ acknowledgedOn: day(row.acknowledged_on), closedOn: day(row.closed_on) },
  ...{ outcome: row.outcome, cause: row.cause, changed: row.changed },
})

/** As many as an office can have before it. */
const mostListed = 500

/** Every complaint that waits, the oldest first; or those that were closed, the latest first. */
export async function listComplaints(scope: Scope, which: 'open' | 'closed'): Promise<OpenComplaint[]> {
  const of = scope.queries.selectFrom('complaint').select(listed).limit(mostListed)
  const rows =
    which === 'open'
      ? await of.where('closed_on', 'is', null).orderBy('received_on').orderBy('id').execute()
      : await of.where('closed_on', 'is not', null).orderBy('closed_on', 'desc').orderBy('id').execute()
  return rows.map(asListed)
}

/** One complaint with all that was asked, found and told; null when there is none for the one who looks. */
export async function complaintOf(scope: Scope, id: Id) {
  const [row, steps, tellings] = await Promise.all([
    scope.queries.selectFrom('complaint').select(whole).where('id', '=', id).executeTakeFirst(),
    stepsOf(scope, id),
    tellingsOf(scope, id),
  ])
  if (!row) return null
  return {
    ...{ complaint: asListed(row), steps, tellings },
    more: {
      ...{ organisation: row.organisation, givenContact: row.given_contact, details: row.details ?? '' },
      ...{ wanted: row.wanted, aboutWhom: row.about_whom, takenBy: row.taken_by, madeFor: row.made_for },
      ...{ acknowledgedHow: row.acknowledged_how, closedBy: row.closed_by },
      ...{ answer: row.answer, answeredHow: row.answered_how },
    },
  }
}

export type WholeComplaint = NonNullable<Awaited<ReturnType<typeof complaintOf>>>

async function stepsOf(scope: Scope, complaintId: Id) {
  const rows = await scope.queries
    .selectFrom('complaint_step')
    .select(['id', 'kind', 'of_whom', 'of_staff', 'words', 'how', 'made_on', 'made_by'])
    .where('complaint_id', '=', complaintId)
    .orderBy('made_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    ...{ id: row.id, kind: row.kind, ofWhom: row.of_whom, ofStaff: row.of_staff, words: row.words ?? '' },
    ...{ how: row.how, madeOn: Temporal.PlainDate.from(row.made_on), madeBy: row.made_by },
  }))
}

const tellingsOf = (scope: Scope, complaintId: Id) =>
  scope.queries
    .selectFrom('complaint_telling')
    .select(['id', 'decision', 'reason', 'how', 'made_at', 'made_by'])
    .where('complaint_id', '=', complaintId)
    .orderBy('made_at')
    .orderBy('id')
    .execute()

/** What a party complained about, and our answer, for themselves. */
export async function ownComplaints(scope: Scope) {
  const rows = await scope.queries
    .selectFrom('complaint')
    .select(['id', 'reference', 'about', 'received_on', 'acknowledged_on', 'closed_on', 'outcome', 'answer'])
    .where('channel', '=', 'portal')
    .orderBy('received_on', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    ...row,
    received_on: Temporal.PlainDate.from(row.received_on),
    closed_on: day(row.closed_on),
  }))
}
