import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type TestService, testService } from '../../../../test/support/service.ts'
import { Browser, type Colleague, goodPassword, type TestSignIn, testSignIn } from '../../../../test/support/sign-in.ts'
import { asId, type Id, newId } from '../../../values/ids.ts'
import { refused } from '../../../values/outcome.ts'
import { changeRole } from './change-role.ts'
import { inviteColleague, renewInvitation } from './invite-colleague.ts'
import { recordLeaving } from './record-leaving.ts'
import { approveReset, askForReset, withdrawReset } from './reset-authenticator.ts'
import { resumeColleague, suspendColleague } from './suspend-colleague.ts'

let service: TestService
let own: TestSignIn
let ada: Colleague
beforeAll(async () => {
  service = await testService()
  own = testSignIn(service)
  ada = await own.colleague('administrator', 'Ada Voss')
})
afterAll(() => service.end())
beforeEach(() => own.enter(ada, ada.browser))

const desk = () => service.desk.office
const key = () => newId()
const acts = async (subject: Id) =>
  (
    await service.look<{ act: string; actor: string }>(
      `SELECT act, actor FROM ev.access_log WHERE subject_id = $1 AND act LIKE 'staff.%' ORDER BY id`,
      [subject],
    )
  ).map((row) => row.act)

async function caseOf(mediator: Id, status: 'live' | 'closed' = 'live'): Promise<Id> {
  const id = newId()
  await service.look(
    `INSERT INTO ev.case_file (id, reference, topic, channel, mediator_id, status, closed_on, outcome)
     VALUES ($1, $2, 'children', 'telephone', $3, $4, $5, $6)`,
    [id, id, mediator, status, status === 'closed' ? '2026-11-01' : null, status === 'closed' ? 'agreement' : null],
  )
  return id
}

test('an invited colleague joins by the link with password and authenticator', async () => {
  const link = own.signIn.newLink('join')
  const input = { key: key(), name: 'Ben Achterberg', email: 'ben@service.example', role: 'mediator', link } as const
  const invited = await inviteColleague(desk(), ada.id, input)
  if (!invited.done) throw new Error(invited.reason)
  const staffId = asId(invited.value.staffId ?? '')
  const offer = await own.signIn.lookAtLink(link.token)
  expect(offer).toMatchObject({ kind: 'join', name: 'Ben Achterberg' })
  const code = own.freshCode(offer ?? ada)
  const joined = await own.signIn.setUpByLink(link.token, { password: goodPassword, code, ...new Browser().from })
  expect(joined.done).toBe(true)
  expect(await acts(staffId)).toEqual(['staff.invited'])
  const stored = await service.look<{ all: string }>(`SELECT string_agg(r::text, '') AS all FROM ev.request_key r`)
  expect(stored[0]?.all).not.toContain(link.token)
  expect(await renewInvitation(desk(), ada.id, { key: key(), staffId, link })).toEqual(refused('no-such'))
})

test('one address has one account, in any letters', async () => {
  const invite = (email: string) =>
    inviteColleague(desk(), ada.id, {
      key: key(),
      name: 'Cato',
      email,
      role: 'mediator',
      link: own.signIn.newLink('join'),
    })
  expect((await invite('cato@service.example')).done).toBe(true)
  expect(await invite('CATO@service.example')).toEqual(refused('email-taken'))
})

test('a new invitation ends the former link', async () => {
  const link = own.signIn.newLink('join')
  const input = { key: key(), name: 'Dee', email: 'dee@service.example', role: 'coordinator', link } as const
  const invited = await inviteColleague(desk(), ada.id, input)
  if (!invited.done) throw new Error(invited.reason)
  const again = own.signIn.newLink('join')
  const staffId = asId(invited.value.staffId ?? '')
  expect((await renewInvitation(desk(), ada.id, { key: key(), staffId, link: again })).done).toBe(true)
  expect(await own.signIn.lookAtLink(link.token)).toBeNull()
  expect(await own.signIn.lookAtLink(again.token)).not.toBeNull()
})

test('a role changes at once for somebody who is signed in', async () => {
  const eve = await own.colleague('coordinator', 'Eve')
  expect((await changeRole(desk(), ada.id, { key: key(), staffId: eve.id, role: 'privacyOfficer' })).done).toBe(true)
  expect(await own.signIn.staffOf(eve.browser.cookies)).toMatchObject({ role: 'privacyOfficer' })
  expect(await acts(eve.id)).toEqual(['staff.role-changed'])
})

test('nobody but an administrator changes accounts: the action refuses, and the database does too', async () => {
  const [flo, gil] = [await own.colleague('mediator'), await own.colleague('supervisor')]
  for (const actor of [flo.id, gil.id]) {
    expect(await changeRole(desk(), actor, { key: key(), staffId: actor, role: 'administrator' })).toEqual(
      refused('not-allowed'),
    )
    expect(await suspendColleague(desk(), actor, { key: key(), staffId: ada.id })).toEqual(refused('not-allowed'))
    const byHand = desk().read(actor, { purpose: 'staffAccounts', deed: 'staff.tried' }, ({ queries }) =>
      queries.updateTable('staff').set({ role: 'administrator' }).where('id', '=', actor).execute(),
    )
    await expect(byHand).rejects.toMatchObject({ code: '42501' })
  }
})

test('suspending ends sign-ins in the same transaction; one does not suspend oneself', async () => {
  const hal = await own.colleague('mediator')
  await own.enter(hal, hal.browser)
  expect((await suspendColleague(desk(), ada.id, { key: key(), staffId: hal.id })).done).toBe(true)
  expect(await own.signIn.staffOf(hal.browser.cookies)).toBeNull()
  expect(await service.look('SELECT FROM auth.sign_in WHERE staff_id = $1 AND ended_at IS NULL', [hal.id])).toEqual([])
  expect((await resumeColleague(desk(), ada.id, { key: key(), staffId: hal.id })).done).toBe(true)
  expect(await own.signIn.staffOf(hal.browser.cookies)).toBeNull()
  await own.enter(hal, hal.browser)
  expect(await suspendColleague(desk(), ada.id, { key: key(), staffId: ada.id })).toEqual(refused('own-account'))
})

test('the last administrator keeps the role', async () => {
  const outcome = await changeRole(desk(), ada.id, { key: key(), staffId: ada.id, role: 'coordinator' })
  expect(outcome).toEqual(refused('last-administrator'))
  expect(await own.signIn.staffOf(ada.browser.cookies)).toMatchObject({ role: 'administrator' })
})

test('a lost authenticator takes two people, neither of them its owner', async () => {
  const [ida, jo] = [await own.colleague('mediator', 'Ida'), await own.colleague('supervisor', 'Jo')]
  const asked = await askForReset(desk(), ada.id, { key: key(), staffId: ida.id })
  if (!asked.done) throw new Error(asked.reason)
  const resetId = asId(asked.value.resetId ?? '')
  expect(await askForReset(desk(), ada.id, { key: key(), staffId: ida.id })).toEqual(refused('waits-already'))
  const approve = (actor: Id) => {
    const link = own.signIn.newLink('reset')
    return approveReset(desk(), actor, { key: key(), resetId, link }).then((outcome) => ({ outcome, link }))
  }
  expect((await approve(ada.id)).outcome).toEqual(refused('same-person'))
  expect((await approve(ida.id)).outcome).toEqual(refused('not-allowed'))
  const { outcome, link } = await approve(jo.id)
  expect(outcome.done).toBe(true)
  expect(await own.signIn.lookAtLink(link.token)).toMatchObject({ kind: 'reset', name: 'Ida' })
  expect((await approve(jo.id)).outcome).toEqual(refused('no-such'))
  expect(await acts(ida.id)).toEqual(['staff.reset-asked', 'staff.reset-approved'])
  await own.enter(ida, ida.browser)
})

test('the database too refuses that one person asks and approves, or approves their own', async () => {
  const kim = await own.colleague('mediator')
  const insert = (asked: Id, approved: Id) =>
    service.look(
      'INSERT INTO ev.authenticator_reset (staff_id, asked_by, approved_by, approved_at) VALUES ($1, $2, $3, now())',
      [kim.id, asked, approved],
    )
  await expect(insert(ada.id, ada.id)).rejects.toMatchObject({ constraint: 'authenticator_reset_two_people' })
  await expect(insert(ada.id, kim.id)).rejects.toMatchObject({ constraint: 'authenticator_reset_not_own' })
})

test('a supervisor does not approve the reset of their own, and one that was withdrawn cannot be approved', async () => {
  const lou = await own.colleague('supervisor')
  const asked = await askForReset(desk(), ada.id, { key: key(), staffId: lou.id })
  if (!asked.done) throw new Error(asked.reason)
  const resetId = asId(asked.value.resetId ?? '')
  const approve = { key: key(), resetId, link: own.signIn.newLink('reset') }
  expect(await approveReset(desk(), lou.id, approve)).toEqual(refused('own-account'))
  expect((await withdrawReset(desk(), ada.id, { key: key(), resetId })).done).toBe(true)
  const other = await own.colleague('supervisor')
  expect(await approveReset(desk(), other.id, { ...approve, key: key() })).toEqual(refused('no-such'))
})

test('a leaver’s live cases have another mediator in the same transaction, or nothing happens', async () => {
  const [mo, nan] = [await own.colleague('mediator'), await own.colleague('mediator')]
  const [live, closed] = [await caseOf(mo.id), await caseOf(mo.id, 'closed')]
  const leave = (handOverTo: Id | null) => recordLeaving(desk(), ada.id, { key: key(), staffId: mo.id, handOverTo })
  expect(await leave(null)).toEqual(refused('needs-colleague'))
  expect(await leave(mo.id)).toEqual(refused('not-a-mediator'))
  expect(await leave(ada.id)).toEqual(refused('not-a-mediator'))
  expect(await own.signIn.staffOf(mo.browser.cookies)).not.toBeNull()
  expect((await leave(nan.id)).done).toBe(true)
  const owners = await service.look('SELECT id, mediator_id FROM ev.case_file WHERE id = ANY ($1) ORDER BY status', [
    [live, closed],
  ])
  expect(owners).toEqual([
    { id: closed, mediator_id: mo.id },
    { id: live, mediator_id: nan.id },
  ])
  expect(await own.signIn.staffOf(mo.browser.cookies)).toBeNull()
  expect(await service.look('SELECT act, actor FROM ev.access_log WHERE case_id = $1', [live])).toEqual([
    { act: 'case.handed-over', actor: ada.id },
  ])
  expect(
    await service.look(`SELECT event, happened_on::text AS day FROM ev.life_event WHERE aggregate_id = $1`, [mo.id]),
  ).toEqual([{ event: 'staff.left', day: '2026-11-23' }])
  expect(await leave(nan.id)).toEqual(refused('no-such'))
  expect(await resumeColleague(desk(), ada.id, { key: key(), staffId: mo.id })).toEqual(refused('no-such'))
})

test('meetings that a leaver had still booked become tasks of the coordinator', async () => {
  const [oz, pat] = [await own.colleague('mediator'), await own.colleague('mediator')]
  const caseId = await caseOf(oz.id)
  const book = (day: string) =>
    service.look(
      `INSERT INTO ev.appointment (case_id, kind, zone, mediator_id, means, starts_at, ends_at)
       VALUES ($1, 'session', 'both', $2, 'telephone', $3::timestamptz, $3::timestamptz + interval '1 hour')`,
      [caseId, oz.id, day],
    )
  await book('2020-01-06T10:00:00Z')
  await book('2126-12-07T10:00:00Z')
  await recordLeaving(desk(), ada.id, { key: key(), staffId: oz.id, handOverTo: pat.id })
  expect(await service.look('SELECT kind, for_role FROM ev.task WHERE case_id = $1', [caseId])).toEqual([
    { kind: 'call-about-change', for_role: 'coordinator' },
  ])
})

test('somebody with live cases stays a mediator until others have them', async () => {
  const quin = await own.colleague('mediator')
  await caseOf(quin.id)
  const outcome = await changeRole(desk(), ada.id, { key: key(), staffId: quin.id, role: 'coordinator' })
  expect(outcome).toEqual(refused('has-cases'))
})
