import { addFollowUpTask, labelPaper } from '../../src/features/casework/index.ts'
import { askForReset } from '../../src/features/staff/actions/reset-authenticator.ts'
import { type Id, newId } from '../../src/values/ids.ts'
import { aBreach } from './a-breach.ts'
import { aComplaint } from './a-complaint.ts'
import { aConcern, aGlassBreak } from './a-concern.ts'
import { aDisclosure } from './a-disclosure.ts'
import { aCollectedPack, aReleasedPack } from './a-pack.ts'
import { aRequest, undoubted } from './a-request.ts'
import { givenSheet } from './given-sheet.ts'
import { letterTo } from './mails.ts'
import { missedBy, offeredToBoth } from './offered.ts'
import { sendContact } from './public-pages.ts'
import { mergedRecords, twoRecords } from './two-records.ts'
import type { WholeService } from './whole-service.ts'
import type { World } from './world.ts'

/** For each address with parts that vary, what stands there in a world: things that are really there. */
export interface Examples {
  /** A path of the world; throws when nobody has said what stands there. */
  pathOf(pattern: string): string
  /** The same with one of its parts replaced. */
  pathWith(pattern: string, part: string, value: string): string
  /** The parts of a pattern that vary. */
  partsOf(pattern: string): string[]
}

export const partsOf = (pattern: string): string[] => [...pattern.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '')

/** What a part stands for, by the beginning of the address or anywhere. The first that fits counts. */
type Example = readonly [beginning: string, part: string, value: string]

export async function examplesOf(whole: WholeService, world: World): Promise<Examples> {
  const examples = [...(await ofCases(whole, world)), ...(await ofOffice(whole, world)), ...(await ofPublic(whole))]
  const exampleOf = (pattern: string, part: string): string => {
    const found = examples.find(([beginning, name]) => name === part && pattern.startsWith(beginning))
    if (!found) throw new Error(`there is no example of ${part} in ${pattern}`)
    return found[2]
  }
  const fill = (pattern: string, value: (part: string) => string) =>
    pattern.replaceAll(/:(\w+)/g, (_, part: string) => encodeURIComponent(value(part)))
  return {
    partsOf,
    pathOf: (pattern) => fill(pattern, (part) => exampleOf(pattern, part)),
    pathWith: (pattern, replaced, value) =>
      fill(pattern, (part) => (part === replaced ? value : exampleOf(pattern, part))),
  }
}

const one = async (whole: WholeService, sql: string, values: readonly unknown[] = []): Promise<string> => {
  const [row] = await whole.db.look<{ id: string }>(sql, values)
  if (!row) throw new Error(`nothing found by ${sql}`)
  return row.id
}

/** Of the live case. */
async function ofCases(whole: WholeService, world: World): Promise<Example[]> {
  const { live, waiting, cast } = world
  const { caseId } = live
  const of = (table: string, more = '') =>
    one(whole, `SELECT id FROM ev.${table} WHERE case_id = $1 ${more} LIMIT 1`, [caseId])
  const personId = await one(whole, `SELECT person_id AS id FROM ev.party WHERE case_id = $1 AND side = 'B'`, [caseId])
  // Nothing was said about risk at this one yet.
  const miam = await of('miam_record', "AND zone = 'B'")
  await whole.db.look('DELETE FROM ev.screening WHERE miam_record_id = $1', [miam])
  const written = `'letter', 'enquiry-received', 'Ade Brook', 'A letter', 'Dear Ade'`
  const letter = await one(
    whole,
    `INSERT INTO ev.message (case_id, person_id, contact_point_id, zone, channel, template, recipient, subject, body)
     SELECT p.case_id, c.person_id, c.id, p.side, ${written} FROM ev.party p JOIN ev.contact_point c USING (person_id)
      WHERE p.case_id = $1 LIMIT 1 RETURNING id`,
    [caseId],
  )
  const enquiryLetter = await one(
    whole,
    `INSERT INTO ev.message (enquiry_id, zone, channel, template, recipient, subject, body)
     VALUES ($1, 'office', ${written}) RETURNING id`,
    [waiting.enquiryId],
  )
  const session = await one(
    whole,
    `INSERT INTO ev.mediation_session (case_id, held_on, way, opened_by)
     SELECT id, $2, 'shuttle', mediator_id FROM ev.case_file WHERE id = $1 RETURNING id`,
    [caseId, whole.db.clock.now().toString().slice(0, 10)],
  )
  const note = await one(
    whole,
    `INSERT INTO ev.session_note (case_id, session_id, zone, kind, legal_quality, words, passing, author)
     SELECT case_id, id, 'A', 'proposal', 'without_prejudice', 'Sundays in turn', 'ask', opened_by FROM ev.mediation_session WHERE id = $1
     RETURNING id`,
    [session],
  )
  const offer = await offeredToBoth(whole, String(caseId), cast.mediators[2] as Id)
  return [
    ['/office/appointments/:id/fee/', 'id', await missedBy(whole, 'B', String(caseId), cast.coordinator)],
    ['/office/appointments/:id/fee/', 'side', 'B'],
    ['/office/live/', 'id', session],
    ['/office/live-notes/', 'id', note],
    ['/office/cases/:caseId/miams/:miamId/risk/', 'zone', 'b'],
    ['/office/cases/', 'zone', 'a'],
    [
      '/office/retention/cases/:caseId/held',
      'caseId',
      await one(whole, 'SELECT case_id AS id FROM ev.hold WHERE lifted_at IS NULL LIMIT 1'),
    ],
    ['/office/', 'caseId', String(caseId)],
    ['/office/', 'personId', personId],
    [
      '/office/',
      'pointId',
      await one(whole, 'SELECT id FROM ev.contact_point WHERE person_id = $1 LIMIT 1', [personId]),
    ],
    ['/office/', 'childId', await of('child')],
    ...(await ofCasework(whole, world)),
    ['/office/', 'miamId', miam],
    // What came from outside is held back; what was made here can be taken away.
    ['/office/files/:fileId/download', 'fileId', await of('stored_file', "AND status = 'released'")],
    ['/office/', 'fileId', await of('stored_file', "AND name LIKE '%.txt'")],
    // Party A's own certificate.
    ['/portal/papers/', 'fileId', await of('stored_file', "AND status = 'released' AND zone = 'A'")],
    ...(await ofOnline(whole, world)),
    ['/portal/calendar/', 'attendanceId', await of('attendance', "AND zone = 'A'")],
    [
      '/office/appointments/:id/arrival',
      'id',
      await of('appointment', "AND status = 'booked' AND zone = 'both' AND means = 'room'"),
    ],
    ['/office/appointments/', 'id', await of('appointment', "AND status = 'booked' AND means <> 'online'")],
    ['/office/offers/', 'id', offer],
    ['/office/offers/', 'side', 'A'],
    ['/portal/times/', 'offerId', offer],
    ['/portal/appointments/', 'attendanceId', await of('attendance', "AND zone = 'A' AND status = 'expected'")],
    ['/office/miams/', 'id', miam],
    ['/office/certificates/', 'id', await of('miam_certificate', "AND zone = 'A'")],
    ['/office/sessions/', 'id', await of('session_record')],
    ['/office/summaries/', 'id', await of('session_summary')],
    ['/office/cases/', 'postId', await filedPost(whole, String(caseId))],
    ['/office/', 'postId', await letterTo(whole, cast.coordinator)],
    ['/office/cases/:caseId/write/', 'side', 'a'],
    ['/office/messages/:id/undo', 'id', await handWritten(whole, String(caseId), cast.coordinator)],
    ['/office/messages/', 'id', letter],
    ['/office/enquiry-messages/', 'id', enquiryLetter],
    ['/office/enquiries/', 'id', String(waiting.enquiryId)],
    ['/office/professionals/', 'id', await professionalWho(whole, String(waiting.enquiryId))],
    ['/office/imports/', 'importId', await givenSheet(whole, cast.coordinator)],
    ['/office/retention/:of/', 'of', 'case'],
    ['/office/retention/:of/', 'id', String(caseId)],
    ['/office/invitations/', 'invitationId', await runningInvitation(whole, caseId)],
    ['/office/people/:personId/choices', 'scope', 'emailContact'],
    ['/portal/data/choices/', 'scope', 'emailContact'],
    [
      '/office/requests/:requestId/erasure',
      'requestId',
      await undoubted(whole.db, cast.coordinator, personId as Id, 'erasure'),
    ],
    ['/portal/data/uses/', 'purpose', 'recognition'],
    ...(await ofPacks(whole, world, personId as Id)),
    ['/office/requests/', 'requestId', await aRequest(whole.db, cast.coordinator, personId as Id)],
    ['/office/breaches/', 'breachId', await aBreach(whole.db, cast.coordinator)],
    ['/office/complaints/', 'complaintId', await aComplaint(whole.db, cast.coordinator, personId as Id)],
    ['/office/concerns/', 'concernId', await aConcern(whole.db, caseId as Id, cast.mediators[0] as Id)],
    ['/office/break-glass/', 'breakId', await aGlassBreak(whole.db, caseId as Id, cast.mediators[0] as Id)],
    ['/office/disclosures/', 'disclosureId', await aDisclosure(whole, caseId as Id, cast.coordinator)],
    ['/office/', 'holdId', await one(whole, 'SELECT id FROM ev.hold LIMIT 1')],
  ]
}

/** What was collected for party B and waits to be read; and what party A can take. */
async function ofPacks(whole: WholeService, { live, cast }: World, otherId: Id): Promise<Example[]> {
  const who = await one(whole, `SELECT person_id AS id FROM ev.party WHERE case_id = $1 AND side = 'A'`, [live.caseId])
  const two = [cast.coordinator, cast.privacyOfficer] as const
  return [
    ['/office/requests/:requestId/pack', 'requestId', await aCollectedPack(whole, cast.coordinator, otherId)],
    ['/portal/data/', 'packId', await aReleasedPack(whole, two, who as Id)],
  ]
}

/** A meeting of both, a year from now, that is held online. */
async function ofOnline(whole: WholeService, { live, cast }: World): Promise<Example[]> {
  const at = whole.db.clock.now().add({ hours: 24 * 365 })
  const id = await one(
    whole,
    `INSERT INTO ev.appointment (case_id, kind, zone, mediator_id, means, starts_at, ends_at)
     VALUES ($1, 'session', 'both', $2, 'online', $3, $4) RETURNING id`,
    [live.caseId, cast.mediators[0], at.toString(), at.add({ hours: 1 }).toString()],
  )
  await whole.db.look(
    `INSERT INTO ev.attendance (appointment_id, case_id, party_id, zone, calendar_uid)
     SELECT $2, case_id, id, side, gen_random_uuid() FROM ev.party WHERE case_id = $1`,
    [live.caseId, id],
  )
  await whole.db.look(
    `WITH met AS (INSERT INTO ev.online_meeting (appointment_id, case_id, zone, provider, notice, opens_minutes)
       VALUES ($1, $2, 'both', 'zoom', 'https://www.zoom.com/en/trust/privacy/', 15) RETURNING id)
     INSERT INTO ev.online_address (meeting_id, appointment_id, case_id, address) SELECT id, $1, $2, 'https://zoom.us/j/90080070060' FROM met`,
    [id, live.caseId],
  )
  const attendance = await one(whole, `SELECT id FROM ev.attendance WHERE appointment_id = $1 AND zone = 'A'`, [id])
  return [
    ['/office/appointments/:id/online', 'id', id],
    ['/office/online/', 'attendanceId', attendance],
    ['/portal/online/', 'attendanceId', attendance],
  ]
}

/** Both have come, so it has ended; here it goes on, so that all its forms are there. */
const runningInvitation = (whole: WholeService, caseId: Id | null) =>
  one(whole, 'UPDATE ev.invitation SET outcome = NULL, outcome_on = NULL WHERE case_id = $1 RETURNING id', [caseId])

/** A colleague's words to one party, not gone yet. */
const handWritten = (whole: WholeService, caseId: string, writer: Id) =>
  one(
    whole,
    `INSERT INTO ev.message (case_id, person_id, contact_point_id, zone, channel, template, recipient, subject, body, written_by, next_attempt_at)
     SELECT p.case_id, c.person_id, c.id, p.side, 'email', 'hand-written', c.value, 'A word', 'Hello', $2, ev.service_now() + interval '9 years'
       FROM ev.party p JOIN ev.contact_point c USING (person_id) WHERE p.case_id = $1 AND c.kind = 'email' LIMIT 1 RETURNING id`,
    [caseId, writer],
  )

/** A follow-up that waits, and a folder with a label. */
async function ofCasework(whole: WholeService, world: World): Promise<Example[]> {
  const { service } = whole
  const { cast, live } = world
  const { office } = service.desks.desk
  const about = { key: newId(), caseId: live.caseId as Id }
  const what = { words: 'Ring the school', forRole: 'coordinator', forStaff: null, dueOn: '2026-11-30' } as const
  const followUp = await addFollowUpTask(office, cast.coordinator, { ...about, ...what })
  const paper = await labelPaper(office, cast.coordinator, { ...about, key: newId(), place: 'Cabinet 1' })
  if (!followUp.done || !paper.done) throw new Error('nothing to follow up, or no paper')
  return [
    ['/office/cases/:caseId/follow-ups/', 'id', followUp.value.id ?? ''],
    ['/office/', 'paperId', paper.value.paperId ?? ''],
    ...(await ofChild(whole, world)),
  ]
}

/** A child who was heard. */
async function ofChild(whole: WholeService, { cast, live }: World): Promise<Example[]> {
  const [mediator] = cast.mediators
  await whole.db.look('UPDATE ev.mediator_registration SET hears_children = true')
  await whole.db.look(
    `INSERT INTO ev.child_agreement (case_id, child_id, who, agreed, on_day, author)
     SELECT case_id, id, who, true, '2026-11-20', $2 FROM ev.child, unnest(ARRAY['A', 'B', 'child']) AS who WHERE case_id = $1`,
    [live.caseId, mediator],
  )
  const meetingId = await one(
    whole,
    `INSERT INTO ev.child_meeting (case_id, child_id, mediator_id, starts_at, ends_at, status, author)
     SELECT case_id, id, $2, '2026-10-01T20:00:00Z', '2026-10-01T21:00:00Z', 'held', $2 FROM ev.child WHERE case_id = $1 LIMIT 1 RETURNING id`,
    [live.caseId, mediator],
  )
  const wordId = await one(
    whole,
    `INSERT INTO ev.child_word (case_id, meeting_id, mediator_id, words, may_tell, author)
     VALUES ($1, $2, $3, 'I like both', true, $3) RETURNING id`,
    [live.caseId, meetingId, mediator],
  )
  return [
    ['/office/', 'meetingId', meetingId],
    ['/office/', 'wordId', wordId],
  ]
}

/** A letter that is in the file of a case. */
async function filedPost(whole: WholeService, caseId: string): Promise<string> {
  return one(
    whole,
    `INSERT INTO ev.post (medium, kind, status, case_id, zone, legal_quality, dated)
     VALUES ('letter', 'message', 'filed', $1, 'A', 'open', '2026-11-20') RETURNING id`,
    [caseId],
  )
}

async function ofOffice(whole: WholeService, { cast, live }: World): Promise<Example[]> {
  const { db, own } = whole
  const task = (role: string) =>
    one(
      whole,
      `INSERT INTO ev.task (kind, for_role, due_on, case_id) VALUES ('message-failed', $1, '2026-11-23', $2) RETURNING id`,
      [role, live.caseId],
    )
  const [oneId, otherId] = await twoRecords(db)
  const [join, reset] = [own.signIn.newLink('join'), own.signIn.newLink('reset')]
  for (const [kind, link] of [
    ['join', join],
    ['reset', reset],
  ] as const)
    await db.look('INSERT INTO ev.staff_link (token_hash, staff_id, kind, expires_at) VALUES ($1, $2, $3, $4)', [
      ...[link.tokenHash, cast.mediators[1], kind, link.expiresAt.toString()],
    ])
  return [
    ['/office/tasks/', 'taskId', await task('coordinator')],
    ['/office/privacy-tasks/', 'taskId', await task('privacyOfficer')],
    ['/office/settings/rooms/', 'id', String(cast.rooms[0])],
    ['/office/settings/places/', 'id', await one(whole, 'SELECT id FROM ev.venue LIMIT 1')],
    ['/office/settings/places/', 'placeId', await one(whole, 'SELECT id FROM ev.venue LIMIT 1')],
    ['/office/settings/wording/', 'wording', 'home.welcome'],
    ['/office/diary/hours/', 'staffId', String(cast.mediators[0])],
    [
      '/office/diary/hours/',
      'hoursId',
      // Of a year that is over: it stands in nobody's way.
      await one(
        whole,
        `INSERT INTO ev.working_hours (staff_id, weekday, from_minute, until_minute, first_day, last_day) VALUES ($1, 7, 540, 600, '2025-01-01', '2025-12-31') RETURNING id`,
        [cast.mediators[0]],
      ),
    ],
    ['/office/settings/mediators/', 'staffId', String(cast.mediators[0])],
    [
      '/office/walls/',
      'id',
      // Of a colleague who has none of these cases: nobody's work is changed by it.
      await one(
        whole,
        `INSERT INTO ev.wall (person_id, staff_id) SELECT person_id, $2 FROM ev.party WHERE case_id = $1 LIMIT 1 RETURNING id`,
        [live.caseId, cast.administrator],
      ),
    ],
    ['/office/people/', 'oneId', oneId],
    ['/office/people/', 'otherId', otherId],
    ['/office/merges/', 'id', await mergedRecords(db, cast.coordinator)],
    ['/office/cards/', 'id', await cardOf(whole)],
    ['/office/records/staff/', 'staffId', cast.coordinator],
    ['/office/policy/versions/', 'hash', whole.service.policy.hash],
    ['/office/resets/', 'id', await waitingReset(whole, cast)],
    ['/office/staff/', 'id', String(cast.mediators[1])],
    ['/office/account/passkeys/', 'id', newId()],
    ['/office/retention/certificates/', 'id', await certificate(whole)],
    ['/office/join/', 'token', join.token],
    ['/office/reset/', 'token', reset.token],
  ]
}

/** An administrator asked for it, and nobody has approved. */
async function waitingReset({ service }: WholeService, { administrator, mediators }: World['cast']): Promise<string> {
  const asked = { key: newId(), staffId: mediators[1] as Id }
  const outcome = await askForReset(service.desks.desk.office, administrator, asked)
  if (!outcome.done) throw new Error(`nobody could ask for a reset: ${outcome.reason}`)
  return outcome.value.resetId ?? ''
}

/** What is left of a file that ended long ago. */
const cardOf = (whole: WholeService) =>
  one(
    whole,
    `INSERT INTO ev.returning_card (given_name, family_name, contact, reference, closed_on)
     VALUES ('Wanda', 'Fulmar', '+441632960199', 'C-2017-00001', '2018-05-03') RETURNING id`,
  )

const certificate = (whole: WholeService) =>
  one(
    whole,
    `INSERT INTO ev.destruction_certificate (id, aggregate, rule, policy_hash, due_on, row_counts, destroyed_at)
     VALUES (gen_random_uuid(), 'case', 'clientFile', $1, '2026-01-01', '{"case_file": 1}', '2026-02-01T10:00:00Z') RETURNING id`,
    [whole.service.policy.hash],
  )

/** A professional, who referred the person of an enquiry. */
async function professionalWho(whole: WholeService, enquiryId: string): Promise<string> {
  const referrer = `'Priya Marl', 'solicitor', 'Marl & Teal LLP', 'priya@marl.example'`
  await whole.db.look(
    `INSERT INTO ev.referral (enquiry_id, link_hash, name, work, organisation, email) VALUES ($1, '\\x00', ${referrer})`,
    [enquiryId],
  )
  return one(
    whole,
    `INSERT INTO ev.professional (name, work, organisation, email, source, last_contact_on)
     VALUES (${referrer}, 'themselves', '2026-11-01') RETURNING id`,
  )
}

async function ofPublic(whole: WholeService): Promise<Example[]> {
  const sent = await sendContact(whole.visitor())
  return [
    ['/privacy/versions/', 'hash', whole.service.policy.hash],
    ['/privacy/', 'chapter', 'keeping'],
    ['/reply/', 'code', 'BBBB-BBBB-BBBB'],
    ['/refer/progress/', 'secret', 'x'.repeat(43)],
    ['/calendars/', 'token', 'x'.repeat(43)],
    ['/sent/', 'receipt', decodeURIComponent(sent.split('/').at(-1) ?? '')],
    ['/complain/sent/', 'receipt', decodeURIComponent(sent.split('/').at(-1) ?? '')],
    ['/your-data/sent/', 'receipt', decodeURIComponent(sent.split('/').at(-1) ?? '')],
  ]
}

/** An identifier of nothing. */
export const unknownId = newId()
