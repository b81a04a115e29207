import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { classification } from '../../src/app/classification.ts'
import {
  announceLifting,
  carryOutErasures,
  liftRestriction,
  orderErasure,
  restrict,
} from '../../src/features/endings/index.ts'
import { closeRequest } from '../../src/features/requests/index.ts'
import { type Id, newId } from '../../src/values/ids.ts'
import { aRequest, undoubted } from '../support/a-request.ts'
import { type ServiceFolder, serviceFolder, sweepTools } from '../support/case-life.ts'
import { type OfficeDay, officeDay } from '../support/office-day.ts'
import { fileWithTwoParties, type TwoPartyFile } from '../support/two-party-file.ts'
import { type Typed, wordsOf } from '../support/visitor.ts'

let day: OfficeDay
let folder: ServiceFolder
let file: TwoPartyFile
let officer: Id

beforeAll(async () => {
  day = await officeDay()
  folder = await serviceFolder()
  officer = day.office.privacyOfficer
  file = await fileWithTwoParties(day.db, day.office.mediator)
  await sent('A', 'court', false, '2026-11-03')
  await sent('A', 'proceeds', true, '2026-11-03')
  await sent('B', 'court', false, '2026-11-04')
})
afterAll(async () => {
  await day?.end()
  await folder?.remove()
})

const sent = (side: string, kind: string, hidden: boolean, on: string) =>
  day.db.look(
    `INSERT INTO ev.disclosure (case_id, recipient, ground, law_kind, authority, side, hidden, words, words_quality, reason, decided_by, policy_hash, sent_at, sent_by, sent_how)
     VALUES ($1, 'courtsAndPolice', 'law', $2, 'x', $3, $4, 'x', 'open', 'x', $5, 'x', $6, $5, 'post')`,
    [file.caseId, kind, side, hidden, officer, `${on}T12:00Z`],
  )
const tools = () => ({
  ...{ policy: day.db.policy, classes: classification },
  voice: async () => ({ serviceName: 'Test', contact: { email: '', telephone: '' } }) as never,
})
const desk = () => day.db.desk.office
const court = 'A court, the police or a security service, told on 3 November 2026'
const pageOf = (requestId: Id) => `/office/requests/${requestId}/answer`
const act = (requestId: Id, name: string, typed: Typed) =>
  day.coordinator.send(pageOf(requestId), typed, `${pageOf(requestId)}/${name}`)
const words = async (requestId: Id) => wordsOf((await day.coordinator.get(pageOf(requestId))).html)
const noted = (requestId: Id) =>
  day.db.look<{ id: Id; change: string; who: string; outcome: string | null }>(
    'SELECT id, change, who, outcome FROM ev.told_again WHERE request_id = $1 ORDER BY noted_at, change DESC',
    [requestId],
  )
const close = (requestId: Id) => closeRequest(desk(), officer, { key: newId(), requestId, outcome: 'done', note: null })

describe('S22: whoever was told hears of what is kept from use, used again or deleted', () => {
  test('when it is kept from use, and when it is used again, the request being closed by then', async () => {
    const requestId = await undoubted(day.db, officer, file.personA, 'restriction')
    const of = () => ({ key: newId(), requestId })
    const how = { covers: 'everything', ground: 'accuracy', told: 'spoken' } as const
    const placed = await restrict(desk(), tools(), officer, { ...of(), ...how })
    expect(await noted(requestId)).toMatchObject([{ change: 'restriction', who: court, outcome: null }])
    const [first] = await noted(requestId)
    expect((await act(requestId, 'told', { told_id: String(first?.id) })).status).toBe(303)
    expect(await words(requestId)).toContain(`${court}: told again on`)

    expect((await act(requestId, 'told', { who: 'The school' })).status).toBe(303)
    await close(requestId)
    const restrictionId = (placed.done ? placed.value.restrictionId : '') as Id
    await announceLifting(desk(), tools(), officer, { ...of(), restrictionId, told: 'spoken' })
    expect(await liftRestriction(desk(), tools(), officer, { ...of(), restrictionId })).toMatchObject({ done: true })
    const again = (await noted(requestId)).filter((it) => it.change === 'lifting')
    expect(again.map((it) => it.who).toSorted()).toEqual([court, 'The school'])
    for (const it of again) expect((await act(requestId, 'told', { told_id: it.id })).status).toBe(303)
    expect((await noted(requestId)).filter((it) => it.outcome === null).map((it) => it.change)).toEqual(['restriction'])
  })

  test('when it is deleted: known before it goes and standing after, without a word of theirs', async () => {
    const requestId = await undoubted(day.db, officer, file.personA, 'erasure')
    const order = { key: newId(), requestId, categories: ['case.record', 'party.contact'], told: 'spoken' } as const
    expect(await orderErasure(desk(), tools(), officer, order)).toMatchObject({ done: true })
    const [first] = await noted(requestId)
    expect((await act(requestId, 'told', { told_id: String(first?.id) })).status).toBe(303)
    await close(requestId)
    // What goes out before the data go: to a court of theirs, of what nobody is to know, and of the other party.
    await sent('A', 'court', false, '2027-01-06')
    await sent('A', 'proceeds', true, '2027-01-07')
    await sent('B', 'court', false, '2027-01-08')
    const deleting = { ...(await sweepTools(day.db, folder)), classes: classification }
    expect(await carryOutErasures(day.db.desk.worker, deleting)).toBe(1)
    const later = 'A court, the police or a security service, told on 6 January 2027'
    expect(await noted(requestId)).toMatchObject([
      { change: 'erasure', who: court, outcome: 'told' },
      { change: 'erasure', who: later, outcome: null },
    ])
    expect(await words(requestId)).toContain(`${later}: not told yet`)
    expect(wordsOf((await day.coordinator.get(`/office/requests/${requestId}`)).html)).toContain('our answer')
  })

  test('unless it cannot be done, with the reason on record', async () => {
    const requestId = await undoubted(day.db, officer, file.personB, 'restriction')
    const how = { covers: 'file', ground: 'claims', told: 'spoken' } as const
    await restrict(desk(), tools(), officer, { key: newId(), requestId, ...how })
    const [it] = await noted(requestId)
    const spared = { spared: String(it?.id), not_told: 'impossible', why_not_told: 'It burnt down, they say' }
    for (const left of ['spared', 'not_told', 'why_not_told'])
      expect((await act(requestId, 'not-told', { ...spared, [left]: '' })).status).toBe(422)
    expect((await noted(requestId))[0]?.outcome).toBe(null)
    expect((await act(requestId, 'not-told', spared)).status).toBe(303)
    expect(await words(requestId)).toContain('They cannot be told: It burnt down, they say')
    expect((await act(requestId, 'told', { told_id: spared.spared })).status).toBe(404)
    await expect(
      day.db.look(`UPDATE ev.told_again SET outcome = 'disproportionate', reason = NULL WHERE id = $1`, [it?.id]),
    ).rejects.toMatchObject({ constraint: 'told_again_reason' })
  })

  test('the person hears who they are when they ask, and nobody else does', async () => {
    await day.db.look(`UPDATE ev.contact_point SET safety = 'safe', made_at = '2026-01-01' WHERE person_id = $1`, [
      file.personB,
    ])
    const requestId = await undoubted(day.db, officer, file.personB, 'correction')
    expect((await act(requestId, 'told', { who: 'The school' })).status).toBe(303)
    expect((await act(requestId, 'recipients', { recipients_told: '' })).status).toBe(422)
    expect((await act(requestId, 'recipients', { recipients_told: 'written' })).status).toBe(303)
    const [message] = await day.db.look<{ body: string }>(
      `SELECT body FROM ev.message WHERE template = 'recipients-named' AND person_id = $1`,
      [file.personB],
    )
    expect(message?.body).toContain('- The school')

    const unsure = await aRequest(day.db, officer, file.personB)
    await day.db.look(`INSERT INTO ev.told_again (request_id, change, who, noted_by) VALUES ($1, 'erasure', 'X', $2)`, [
      unsure,
      officer,
    ])
    expect((await act(unsure, 'recipients', { recipients_told: 'spoken' })).status).toBe(422)
  })

  test('who is still to be told stands on Today of everybody who may answer, until it is done', async () => {
    const requestId = await undoubted(day.db, officer, file.personB, 'correction')
    expect((await act(requestId, 'told', { who: 'The school' })).status).toBe(303)
    await close(requestId)
    const one = await day.whole.signedIn('privacyOfficer')
    const other = await day.whole.signedIn('supervisor')
    const outsider = await day.whole.signedIn('mediator')
    const link = `href="${pageOf(requestId)}#told-again"`
    for (const at of [one, other]) expect((await at.get('/office/today')).html).toContain(link)
    expect((await outsider.get('/office/today')).html).not.toContain(link)
    const [it] = await noted(requestId)
    expect((await act(requestId, 'told', { told_id: String(it?.id) })).status).toBe(303)
    for (const at of [one, other]) expect((await at.get('/office/today')).html).not.toContain(link)
  })
})
