import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { MessageGround, mailServer } from '../../../test/support/message-ground.ts'
import { asId, newId } from '../../values/ids.ts'
import { undoMessage } from './actions/undo-message.ts'
import { type HandWriting, writeByHand } from './actions/write-by-hand.ts'
import { foundOfOther } from './data/guard-reads.ts'

let ground: MessageGround
beforeAll(async () => {
  ground = await MessageGround.make()
})
afterAll(() => ground.service.end())
beforeEach(async () => {
  await ground.begin()
  await ofB()
})

const tools = { sendDelay: 'PT1M', recentChange: 'P14D' }

/** Everything that one can know of B. */
async function ofB(): Promise<void> {
  const { personId } = ground.file.B
  const { service } = ground
  await service.look(
    `UPDATE ev.person SET given_name = 'Quentin', family_name = 'Oakes', known_as = 'Quill', former_names = 'Quentin Larch', birth_date = '1984-03-09' WHERE id = $1`,
    [personId],
  )
  await service.look(
    `INSERT INTO ev.contact_point (person_id, kind, value, value_folded, source) VALUES ($1, 'telephone', '07700 900 456', '+447700900456', 'self')`,
    [personId],
  )
  const places = [
    ['home', '7 Orchard Row\nHoltby', 'YO19 5UD'],
    ['work', 'Brindle & Sons Joinery\n2 Dock Lane', null],
    ['school', 'Saint Petroc Primary School\nHoltby', null],
    ['partner', '31 Lime Walk\nHoltby', 'YO19 5XX'],
    ['other', 'The Boathouse Gymnasium', null],
  ]
  for (const [kind, address, postcode] of places)
    await service.look(
      `INSERT INTO ev.whereabouts (person_id, kind, address, postcode, folded, source) VALUES ($1, $2, $3, $4, 'x', 'self')`,
      [personId, kind, address, postcode],
    )
  await service.look(
    `INSERT INTO ev.safe_contact (person_id, version, code_word, said_by, said_on) VALUES ($1, 1, 'marmalade', 'self', '2026-11-20')`,
    [personId],
  )
  await referred('B', 'Penelope Marsh', 'Marsh and Bright Solicitors', 'p.marsh@marsh-bright.example', '01603 555 777')
}

/** A party came by somebody who refers people. */
async function referred(side: 'A' | 'B', name: string, organisation: string, email: string, telephone: string) {
  const id = newId()
  const { service, file } = ground
  await service.look(
    `INSERT INTO ev.enquiry (id, reference, channel, given_name, family_name, status, case_id, side) VALUES ($1, $2, 'referral', 'Q', 'O', 'taken_on', $3, $4)`,
    [id, `E-${id.slice(0, 8)}`, file.caseId, side],
  )
  await service.look(
    `INSERT INTO ev.referral (enquiry_id, link_hash, name, work, organisation, email, telephone) VALUES ($1, $2, $3, 'solicitor', $4, $5, $6)`,
    [id, Buffer.from(id), name, organisation, email, telephone],
  )
}

const find = (text: string, personId = ground.file.A.personId) =>
  ground.service.desk.office.read(
    ground.coordinator,
    { purpose: 'booking', deed: 'message.guarded', caseId: ground.file.caseId },
    (scope) => foundOfOther(scope, { caseId: ground.file.caseId, personId }, text),
  )

test.each([
  ['We have asked Quentin about it.', 'name'],
  ['Mr OAKES will come at ten.', 'name'],
  ['quill said so', 'name'],
  ['As Quentin Larch told us', 'name'],
  ['born on 9 March 1984', 'birth_date'],
  ['born 09/03/1984', 'birth_date'],
  ['Write to sam@mail.example instead', 'email'],
  ['Write to SAM @ mail . example instead', 'email'],
  ['Ring 07700 900456', 'telephone'],
  ['Ring +44 (0)7700-900-456', 'telephone'],
  ['It is at 7 Orchard Row', 'home'],
  ['Their postcode is yo195ud.', 'home'],
  ['Ask at Brindle and Sons Joinery or Brindle & Sons Joinery', 'work'],
  ['The children go to Saint Petroc primary school', 'school'],
  ['They moved to 31, Lime Walk', 'partner'],
  ['We met at the boathouse gymnasium', 'place'],
  ['The word is Marmalade', 'code_word'],
  ['Ms Penelope Marsh will write to you', 'professional'],
  ['Ask Marsh & Bright — Marsh and Bright Solicitors', 'professional'],
  ['Write to P.Marsh@marsh-bright.example', 'professional'],
  ['Ring their solicitor on (01603) 555777', 'professional'],
])('finds the other party in “%s”', async (text, kind) => {
  expect(await find(text)).toContain(kind)
})

test('finds nothing in words that are about the person alone', async () => {
  expect(
    await find('Hello Alex,\n\nPlease bring proof of your income and your address, 1 High Street, on 9 March 2027.'),
  ).toEqual([])
})

test('what both have tells neither anything new', async () => {
  await ground.service.look(
    `INSERT INTO ev.whereabouts (person_id, kind, address, folded, source) VALUES ($1, 'school', 'Saint Petroc Primary School', 'x', 'self')`,
    [ground.file.A.personId],
  )
  expect(await find('The children go to Saint Petroc Primary School')).toEqual([])
})

test('who brought both to us tells neither anything new', async () => {
  await referred('A', 'Theo Bright', 'Marsh and Bright Solicitors', 't.bright@marsh-bright.example', '')
  expect(await find('Marsh and Bright Solicitors sent us your papers')).toEqual([])
})

test('somebody who acts for the other wants a reason', async () => {
  const acts = { body: 'Penelope Marsh will send it to your solicitor.' }
  expect(await write(acts)).toMatchObject({ done: false, reason: 'guarded' })
  expect(await write({ ...acts, reason: 'The two solicitors write to each other' })).toMatchObject({ done: true })
  expect(await ground.service.look('SELECT guard_found FROM ev.message')).toEqual([{ guard_found: 'professional' }])
})

test('a colleague who does not work on the case learns nothing by it', async () => {
  const stranger = await ground.service.staff('mediator')
  const found = await ground.service.desk.office.read(
    stranger.id,
    { purpose: 'booking', deed: 'message.guarded' },
    (scope) => foundOfOther(scope, { caseId: ground.file.caseId, personId: ground.file.A.personId }, '7 Orchard Row'),
  )
  expect(found).toEqual([])
})

const writing = (more: Partial<HandWriting> = {}): HandWriting => ({
  ...{ key: newId(), caseId: ground.file.caseId, side: 'A', personId: ground.file.A.personId, channel: 'email' },
  ...{ subject: 'Your papers', body: 'Please bring them on Tuesday.', reason: null },
  ...more,
})
const write = (more: Partial<HandWriting> = {}) =>
  writeByHand(ground.service.desk.office, ground.coordinator, tools, writing(more))

test('what a colleague writes waits as long as the policy says, and goes then', async () => {
  const outcome = await write()
  const id = asId(outcome.done ? (outcome.value.messageId ?? '') : '')
  const { taken, way } = mailServer()
  ground.service.clock.forward('PT59S')
  await ground.send(way)
  expect(taken).toEqual([])
  ground.service.clock.forward('PT2S')
  await ground.send(way)
  expect(taken.map((it) => [it.to, it.text])).toEqual([['alex@mail.example', 'Please bring them on Tuesday.']])
  expect((await ground.statusOf(id))?.status).toBe('sent')
})

test('until then it can be taken back, once, by whoever presses how often', async () => {
  const outcome = await write()
  const messageId = asId(outcome.done ? (outcome.value.messageId ?? '') : '')
  const undo = () => undoMessage(ground.service.desk.office, ground.coordinator, { key: newId(), messageId })
  const both = await Promise.all([undo(), undo()])
  expect(both.map((it) => it.done)).toEqual([true, true])
  ground.service.clock.forward('PT2M')
  const { taken, way } = mailServer()
  await ground.send(way)
  expect(taken).toEqual([])
  expect((await ground.statusOf(messageId))?.status).toBe('stopped')
})

test('what has left cannot be taken back', async () => {
  const outcome = await write()
  const messageId = asId(outcome.done ? (outcome.value.messageId ?? '') : '')
  ground.service.clock.forward('PT2M')
  await ground.send(mailServer().way)
  const undone = await undoMessage(ground.service.desk.office, ground.coordinator, { key: newId(), messageId })
  expect(undone).toMatchObject({ done: false, reason: 'gone' })
})

test('a name wants a reason; where the other lives goes with none', async () => {
  const named = { body: 'Quentin will be there too.' }
  expect(await write(named)).toMatchObject({ done: false, reason: 'guarded' })
  expect(await write({ ...named, reason: 'Both know that they meet' })).toMatchObject({ done: true })
  const kept = await ground.service.look('SELECT guard_found, guard_reason FROM ev.message')
  expect(kept).toEqual([{ guard_found: 'name', guard_reason: 'Both know that they meet' }])
  const home = { body: 'It is at 7 Orchard Row.', reason: 'They asked' }
  expect(await write(home)).toMatchObject({ done: false, reason: 'guarded' })
})

test('a way of contact that is new is asked about for a fortnight', async () => {
  await ground.service.look(
    `INSERT INTO ev.contact_point (person_id, kind, value, value_folded, source, ended_at)
     VALUES ($1, 'email', 'old@mail.example', 'old@mail.example', 'self', ev.service_now())`,
    [ground.file.A.personId],
  )
  expect(await write()).toMatchObject({ done: false, reason: 'guarded' })
  expect(await write({ reason: 'They told me at the desk' })).toMatchObject({ done: true })
  await ground.service.look(`UPDATE ev.contact_point SET made_at = made_at - interval '15 days' WHERE ended_at IS NULL`)
  expect(await write()).toMatchObject({ done: true })
})

test('words for one person do not go to another, nor by a way that is not safe', async () => {
  expect(await write({ personId: ground.file.B.personId })).toMatchObject({ done: false, reason: 'another-person' })
  expect(await write({ channel: 'text' })).toMatchObject({ done: false, reason: 'no-way' })
})

test('what we learn of the other before it goes holds it back', async () => {
  const outcome = await write({ body: 'Come to the Old Mill Lane hall.' })
  const id = asId(outcome.done ? (outcome.value.messageId ?? '') : '')
  await ground.service.look(
    `INSERT INTO ev.whereabouts (person_id, kind, address, folded, source) VALUES ($1, 'partner', 'Old Mill Lane', 'x', 'self')`,
    [ground.file.B.personId],
  )
  ground.service.clock.forward('PT2M')
  const { taken, way } = mailServer()
  await ground.send(way)
  expect(taken).toEqual([])
  expect(await ground.statusOf(id)).toMatchObject({ status: 'stopped' })
  expect(await ground.tasks()).toEqual(['message-held-back'])
})
