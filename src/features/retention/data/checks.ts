import { sql } from 'kysely'
import type { Scope } from '../../../platform/database/desk.ts'
import type { Id } from '../../../values/ids.ts'
import { heldCases } from '../../cases/index.ts'
import type { Candidate, RetentionCheck } from '../domain/check.ts'

/** Mail that was written longer ago than this and has not gone is not going any more. */
const stillGoing = Temporal.Duration.from({ hours: 30 * 24 })

type Candidates = readonly Candidate[]
const idsOf = (candidates: Candidates) => candidates.map(({ id }) => id)
const those = (rows: readonly { readonly id: Id | null }[]): ReadonlySet<Id> =>
  new Set(rows.flatMap(({ id }) => (id === null ? [] : [id])))

const comingAppointment = async (scope: Scope, candidates: Candidates) =>
  those(
    await scope.queries
      .selectFrom('appointment')
      .select('case_id as id')
      .distinct()
      .where('case_id', 'in', idsOf(candidates))
      .where('status', '=', 'booked')
      .where('ends_at', '>', scope.now)
      .execute(),
  )

const waitingMail = async (scope: Scope, candidates: Candidates) => {
  const owner = candidates[0]?.of === 'enquiry' ? 'enquiry_id' : 'case_id'
  return those(
    await scope.queries
      .selectFrom('message')
      .select(`${owner} as id`)
      .distinct()
      .where(owner, 'in', idsOf(candidates))
      .where('status', '=', 'waiting')
      .where('made_at', '>', scope.now.subtract(stillGoing))
      .execute(),
  )
}

/** Parts of a case by which one sees that somebody went on with it, each with the time of its making. */
const signs = [
  ['miam_record', 'recorded_at'],
  ['session_record', 'recorded_at'],
  ['session_summary', 'recorded_at'],
  ['screening', 'recorded_at'],
  ['stored_file', 'added_at'],
  ['post', 'received_at'],
  ['appointment', 'made_at'],
  ['message', 'made_at'],
  ['child', 'made_at'],
  ['draft', 'saved_at'],
] as const

const signsOfEnquiry = [
  ['message', 'made_at'],
  ['post', 'received_at'],
] as const

/** Whose end is shown, each with the time since when. */
function shownOnes(candidates: Candidates) {
  const shown = candidates.filter((it) => it.shownSince !== null)
  const since = shown.map((it) => it.shownSince?.toString() ?? '')
  return {
    any: shown.length > 0,
    table: sql`unnest(${idsOf(shown)}::uuid[], ${since}::timestamptz[]) AS c (id, since)`,
  }
}

async function newActivity(scope: Scope, candidates: Candidates): Promise<ReadonlySet<Id>> {
  const { any, table } = shownOnes(candidates)
  if (!any) return new Set()
  const ofCase = candidates[0]?.of === 'case'
  const owner = sql.ref(ofCase ? 'case_id' : 'enquiry_id')
  const found = new Set<Id>()
  for (const [name, time] of ofCase ? signs : signsOfEnquiry) {
    const { rows } = await sql<{
      id: Id
    }>`SELECT DISTINCT c.id FROM ${table} JOIN ev.${sql.ref(name)} t ON t.${owner} = c.id
      WHERE t.${sql.ref(time)} > c.since`.execute(scope.queries)
    for (const { id } of rows) found.add(id)
  }
  if (!ofCase) return found
  const { rows } = await sql<{ id: Id }>`SELECT DISTINCT c.id FROM ${table} JOIN ev.party p ON p.case_id = c.id
    JOIN ev.contact_point w ON w.person_id = p.person_id WHERE w.made_at > c.since`.execute(scope.queries)
  for (const { id } of rows) found.add(id)
  return found
}

/** Somebody of the case asked about their data and has no answer yet: what is destroyed meanwhile can neither be shown nor decided on. */
const openRequest = async (scope: Scope, candidates: Candidates) =>
  candidates[0]?.of === 'enquiry' ? openRequestOfEnquirer(scope, candidates) : openRequestOfParty(scope, candidates)

const openRequestOfEnquirer = async (scope: Scope, candidates: Candidates) =>
  those(
    await scope.queries
      .selectFrom('rights_request')
      .select('enquiry_id as id')
      .where('enquiry_id', 'in', idsOf(candidates))
      .where('closed_on', 'is', null)
      .execute(),
  )

const openRequestOfParty = async (scope: Scope, candidates: Candidates) =>
  those(
    await scope.queries
      .selectFrom('rights_request as r')
      .innerJoin('party as p', 'p.person_id', 'r.person_id')
      .select('p.case_id as id')
      .where('p.case_id', 'in', idsOf(candidates))
      .where('r.closed_on', 'is', null)
      .execute(),
  )

/** Somebody of the case complained and has no answer yet: it cannot be looked into without the file. */
const openComplaint = async (scope: Scope, candidates: Candidates) =>
  those(
    await scope.queries
      .selectFrom('complaint as c')
      .innerJoin('party as p', 'p.person_id', 'c.person_id')
      .select('p.case_id as id')
      .where('p.case_id', 'in', idsOf(candidates))
      .where('c.closed_on', 'is', null)
      .execute(),
  )

/** Somebody of the case opposed that it goes, or needs it for a claim of theirs (UK GDPR Article 18(1)(b) and (c)). */
const restrictedFromGoing = async (scope: Scope, candidates: Candidates) =>
  candidates[0]?.of === 'enquiry' ? restrictedEnquiries(scope, candidates) : restrictedParties(scope, candidates)

const restrictions = (scope: Scope) =>
  scope.queries
    .selectFrom('restriction as r')
    .where('r.ground', 'in', ['unlawful', 'claims'])
    .where('r.lifted_at', 'is', null)

const restrictedEnquiries = async (scope: Scope, candidates: Candidates) =>
  those(await restrictions(scope).select('enquiry_id as id').where('enquiry_id', 'in', idsOf(candidates)).execute())

const restrictedParties = async (scope: Scope, candidates: Candidates) =>
  those(
    await restrictions(scope)
      .innerJoin('party as p', 'p.person_id', 'r.person_id')
      .select('p.case_id as id')
      .where('p.case_id', 'in', idsOf(candidates))
      .execute(),
  )

/** What this version of the software asks before anything ends. Others may be added by whoever composes the sweep. */
export const usualChecks: readonly RetentionCheck[] = [
  {
    name: 'hold',
    of: ['case'],
    words: 'it is held',
    yieldsToCap: false,
    staying: (scope, candidates) => heldCases(scope, idsOf(candidates)),
  },
  {
    name: 'appointment',
    of: ['case'],
    words: 'an appointment is still to come',
    yieldsToCap: false,
    staying: comingAppointment,
  },
  {
    name: 'open-request',
    of: ['case', 'enquiry'],
    words: 'somebody asked about their data and has no answer yet',
    yieldsToCap: false,
    staying: openRequest,
  },
  {
    name: 'open-complaint',
    of: ['case'],
    words: 'somebody complained and has no answer yet',
    yieldsToCap: false,
    staying: openComplaint,
  },
  {
    name: 'restriction',
    of: ['case', 'enquiry'],
    words: 'somebody asked that it is kept and not used',
    yieldsToCap: false,
    staying: restrictedFromGoing,
  },
  {
    name: 'mail-waiting',
    of: ['case', 'enquiry'],
    words: 'a message is still on its way',
    yieldsToCap: true,
    staying: waitingMail,
  },
  {
    name: 'new-activity',
    of: ['case', 'enquiry'],
    words: 'something was added while its end was shown',
    yieldsToCap: true,
    staying: newActivity,
  },
]
