import { sql } from 'kysely'
import type { Scope } from '../../../platform/database/desk.ts'
import type { Id } from '../../../values/ids.ts'
import { type WrittenMessage, writeMessage } from '../../messages/index.ts'
import { type ContactPoint, type KnownWays, nothingSaid, wayAmong } from '../../people/index.ts'
import { type OpenRequest, recordOf } from '../domain/request.ts'

/** As what somebody is written to: as a party, in the latest of their cases and their own zone of it, or as an enquirer. */
type Addressee =
  | { readonly caseId: Id; readonly personId: Id; readonly zone: 'A' | 'B' }
  | { readonly enquiryId: Id; readonly zone: 'office' }

/** A way of contact that somebody had before they asked, and as what they are written to. */
export interface HeldWay {
  readonly channel: 'email' | 'letter'
  readonly to: Addressee
  readonly name: string
  readonly point: ContactPoint
}

/** A request and who it was found to be of. */
type OfSomebody = Pick<OpenRequest, 'id' | 'personId' | 'enquiryId'>

/** A way of contact as the functions of the database answer it, with what is known of its safety. */
export interface WayRow extends Omit<ContactPoint, 'personId' | 'voicemailSafety' | 'confirmedAt'> {
  readonly voicemail_safety: ContactPoint['voicemailSafety']
  readonly confirmed_at: Temporal.Instant | null
  readonly made_at: Temporal.Instant
  readonly shared: boolean
  readonly card: KnownWays['card'] | null
}

/**
 * What is known of reaching the person of an open request, without what is newer than an instant: whoever asks may have put it there
 * to be written to.
 */
export async function waysHeld(scope: Scope, request: OfSomebody, before: Temporal.Instant): Promise<KnownWays> {
  const { rows } = await sql<WayRow>`
    SELECT id, kind, value, source, safety, voicemail_safety, confirmed_at, made_at, shared, card
      FROM ev.ways_of_request(${request.id})`.execute(scope.queries)
  const record = recordOf(request)
  return heldAmong(record ? rows : [], record ?? request.id, before)
}

/** The same from what a function of the database answered. */
export function heldAmong(rows: readonly WayRow[], personId: Id, before: Temporal.Instant): KnownWays {
  const points = rows.map((row) => ({
    ...{ id: row.id, personId, kind: row.kind, value: row.value ?? '', source: row.source, safety: row.safety },
    ...{ voicemailSafety: row.voicemail_safety, confirmedAt: row.confirmed_at, madeAt: row.made_at },
  }))
  return {
    points: points.filter((it) => Temporal.Instant.compare(it.madeAt, before) <= 0),
    card: rows[0]?.card ?? nothingSaid,
    shared: new Set(rows.filter((it) => it.shared).map((it) => it.id)),
  }
}

/** By which of the ways held before they asked somebody is written to, the first that they called safe; null when there is none. */
export async function wayHeldToWrite(
  scope: Scope,
  request: OfSomebody,
  before: Temporal.Instant,
  only?: HeldWay['channel'],
): Promise<HeldWay | null> {
  const place = await placeOfRequest(scope, request)
  if (!place) return null
  return firstWay(place, await waysHeld(scope, request, before), only)
}

/** The first of the ways by which it is safe to write. */
export function firstWay(
  { to, name }: Pick<HeldWay, 'to' | 'name'>,
  known: KnownWays,
  only?: HeldWay['channel'],
): HeldWay | null {
  for (const channel of ['email', 'letter'] as const) {
    const way = wayAmong(known, channel, 'anything')
    if (way.usable && (only === undefined || only === channel)) return { to, name, channel, point: way.point }
  }
  return null
}

/** Who somebody is on record, and the latest of their cases: what is written to them is part of it, in their own zone. */
export async function placeOf(scope: Scope, personId: Id) {
  const row = await scope.queries
    .selectFrom('party as p')
    .innerJoin('case_file as f', 'f.id', 'p.case_id')
    .innerJoin('person as n', 'n.id', 'p.person_id')
    .select(['p.case_id', 'p.side', 'f.reference', 'n.given_name', 'n.family_name'])
    .where('p.person_id', '=', personId)
    .orderBy('f.opened_at', 'desc')
    .orderBy('p.case_id')
    .limit(1)
    .executeTakeFirst()
  if (!row) return null
  return {
    caseId: row.case_id,
    to: { caseId: row.case_id, personId, zone: row.side },
    reference: row.reference,
    name: `${row.given_name} ${row.family_name}`.trim(),
  }
}

/** Who somebody is on record whose request this is: a party, or one who only made an enquiry. */
export async function placeOfRequest(scope: Scope, request: OfSomebody) {
  if (request.personId) {
    const place = await placeOf(scope, request.personId)
    return place && { ...place, words: `case ${place.reference}`, href: `/office/cases/${place.caseId}` }
  }
  const { rows } = await sql<{ enquiry_id: Id; reference: string; name: string }>`
    SELECT enquiry_id, reference, name FROM ev.enquirer_of_request(${request.id})`.execute(scope.queries)
  const [row] = rows
  if (!row) return null
  return {
    to: { enquiryId: row.enquiry_id, zone: 'office' } as const,
    name: row.name,
    words: `enquiry ${row.reference}`,
    href: `/office/enquiries/${row.enquiry_id}`,
  }
}

/** Writes to the person of a request within the caller's transaction. Whether it is safe is asked again when it goes. */
export const writeTo = (scope: Scope, requestId: Id, way: HeldWay, words: WrittenMessage): Promise<Id> =>
  writeMessage(scope, {
    ...{ ...way.to, aboutId: requestId, channel: way.channel, recipient: recipientOf(way) },
    ...('caseId' in way.to ? { contactPointId: way.point.id } : {}),
    ...{ template: words.template, subject: words.subject, body: words.body },
  })

/** A letter to a party gets its address when it is posted; one to an enquirer has it as on the envelope. */
function recipientOf({ to, channel, point, name }: HeldWay): string {
  if (channel === 'email') return point.value
  return 'caseId' in to ? name : `${name}\n${point.value}`
}
