import type { Selectable } from 'kysely'
import type { Scope } from '../../../platform/database/desk.ts'
import type { Tables } from '../../../platform/database/tables.gen.ts'
import type { Id } from '../../../values/ids.ts'
import type { ClockFacts, Stop } from '../domain/clock.ts'
import type { IdentityWay } from '../domain/identity.ts'
import type { ExtensionReason, OpenRequest, Question } from '../domain/request.ts'

const listed = [
  ...(['id', 'reference', 'kind', 'channel', 'received_on', 'given_name', 'family_name', 'asked_for'] as const),
  ...(['representative', 'person_id', 'authority_on', 'identity', 'identity_asked_on', 'identity_settled_on'] as const),
  ...(['enquiry_id', 'acknowledged_on', 'extended_on', 'closed_on', 'outcome'] as const),
] as const
const whole = [
  ...listed,
  ...(['birth_date', 'organisation', 'child_name', 'details', 'given_contact', 'taken_by', 'made_at'] as const),
  ...(['identity_by', 'identity_reason', 'acknowledged_how', 'extension_reason', 'closed_by', 'closing_note'] as const),
] as const

type Row = Selectable<Tables['rights_request']>
const day = (text: string | null) => (text === null ? null : Temporal.PlainDate.from(text))

const asListed = (row: Pick<Row, (typeof listed)[number]>): OpenRequest => ({
  ...{ id: row.id, reference: row.reference, kind: row.kind, channel: row.channel, askedFor: row.asked_for },
  receivedOn: Temporal.PlainDate.from(row.received_on),
  name: `${row.given_name} ${row.family_name}`.trim(),
  ...{ representative: row.representative, personId: row.person_id, enquiryId: row.enquiry_id },
  authorityOn: row.authority_on,
  ...{ identity: row.identity, identityAskedOn: day(row.identity_asked_on) },
  identitySettledOn: day(row.identity_settled_on),
  ...{ acknowledgedOn: row.acknowledged_on, extendedOn: day(row.extended_on) },
  ...{ closedOn: row.closed_on, outcome: row.outcome },
})

export interface StoppedRequest {
  readonly request: OpenRequest
  readonly stops: readonly (Stop & { readonly question: Question })[]
}

/** As many as an office can have before it; beyond it the oldest still come first. */
const mostListed = 200

/** Every request that waits for an answer, the oldest first, with the questions that were asked; or those closed last. */
export async function listRequests(scope: Scope, which: 'open' | 'closed'): Promise<StoppedRequest[]> {
  const of = scope.queries.selectFrom('rights_request').select(listed).limit(mostListed)
  const [rows, stops] = await Promise.all([
    which === 'open'
      ? of.where('closed_on', 'is', null).orderBy('received_on').orderBy('id').execute()
      : of.where('closed_on', 'is not', null).orderBy('closed_on', 'desc').orderBy('id').execute(),
    stopsOf(scope, null),
  ])
  return rows.map((row) => ({ request: asListed(row), stops: stops.filter((it) => it.requestId === row.id) }))
}

async function stopsOf(scope: Scope, requestId: Id | null) {
  const all = scope.queries
    .selectFrom('request_stop')
    .select(['id', 'request_id', 'asked_on', 'answered_on', 'question'])
    .orderBy('asked_on')
    .orderBy('id')
  const rows = await (requestId ? all.where('request_id', '=', requestId) : all).execute()
  return rows.map((row) => ({
    ...{ id: row.id, requestId: row.request_id, question: row.question as Question },
    askedOn: Temporal.PlainDate.from(row.asked_on),
    answeredOn: day(row.answered_on),
  }))
}

export interface IdentityCheck {
  readonly id: Id
  readonly way: IdentityWay
  readonly madeAt: Temporal.Instant
  readonly passedAt: Temporal.Instant | null
  readonly passedBy: Id | null
  readonly tries: number
  readonly goodUntil: Temporal.PlainDate | null
}

/** One request with all that was asked and shown; null when there is none for the one who looks. */
export async function requestOf(scope: Scope, id: Id) {
  const [row, stops, checks] = await Promise.all([
    scope.queries.selectFrom('rights_request').select(whole).where('id', '=', id).executeTakeFirst(),
    stopsOf(scope, id),
    checksOf(scope, id),
  ])
  if (!row) return null
  return {
    ...{ request: asListed(row), stops, checks },
    more: {
      ...{ birthDate: row.birth_date, organisation: row.organisation, childName: row.child_name },
      ...{ givenName: row.given_name ?? '', familyName: row.family_name ?? '' },
      ...{ details: row.details ?? '', givenContact: row.given_contact, takenBy: row.taken_by },
      ...{ identityBy: row.identity_by, identityReason: row.identity_reason, madeAt: row.made_at },
      ...{ acknowledgedHow: row.acknowledged_how, extensionReason: row.extension_reason as ExtensionReason | null },
      ...{ closedBy: row.closed_by, closingNote: row.closing_note },
    },
  }
}

export type WholeRequest = NonNullable<Awaited<ReturnType<typeof requestOf>>>

async function checksOf(scope: Scope, requestId: Id): Promise<IdentityCheck[]> {
  const rows = await scope.queries
    .selectFrom('identity_check')
    .select(['id', 'way', 'made_at', 'passed_at', 'passed_by', 'tries', 'good_until'])
    .where('request_id', '=', requestId)
    .orderBy('made_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    ...{ id: row.id, way: row.way, madeAt: row.made_at, passedAt: row.passed_at, passedBy: row.passed_by },
    ...{ tries: row.tries, goodUntil: day(row.good_until) },
  }))
}

/** What its clock goes by. Where identity was not needed after all, it was not asked for. */
export const clockFacts = ({ request, stops }: StoppedRequest): ClockFacts => ({
  ...{ kind: request.kind, receivedOn: request.receivedOn, stops, extendedOn: request.extendedOn },
  identityAskedOn: request.identity === 'not_needed' ? null : request.identityAskedOn,
  identityShownOn: request.identity === 'shown' ? request.identitySettledOn : null,
})

/** The requests that a party made while signed in, or that were shown to be theirs, the newest first. Wants the party as actor. */
export async function ownRequests(scope: Scope) {
  const rows = await scope.queries
    .selectFrom('rights_request')
    .select(['id', 'reference', 'kind', 'received_on', 'closed_on'])
    .where((is) => is.or([is('channel', '=', 'portal'), is('identity', '=', 'shown')]))
    .orderBy('received_on', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, received_on: Temporal.PlainDate.from(row.received_on) }))
}
