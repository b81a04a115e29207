import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestCase } from '../../../../../test/support/a-case.ts'
import { type FileGround, fileGround } from '../../../../../test/support/file-ground.ts'
import { type ServedOffice, serveOffice } from '../../../../../test/support/serve-office.tsx'
import { type TestService, testService } from '../../../../../test/support/service.ts'
import type { Panel, Route, Staff } from '../../../../platform/web/route.ts'
import { asStaff } from '../../../../platform/web/staff-request.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { asId, type Id, newId } from '../../../../values/ids.ts'
import { filesPlugin } from '../../../files/plugin.ts'
import { issueMiamCertificate } from '../../actions/issue-miam-certificate.ts'
import { recordMiam } from '../../actions/record-miam.ts'
import { recordScreening } from '../../actions/record-screening.ts'
import { recordSession } from '../../actions/record-session.ts'
import { sessionsPlugin } from '../../plugin.ts'

let service: TestService
let ground: FileGround
let office: ServedOffice
let mediator: Staff
let it: TestCase
beforeAll(async () => {
  service = await testService()
  ground = await fileGround(service)
  mediator = await service.staff('mediator', 'Ruth Iqbal')
  await service.look(
    `INSERT INTO ev.mediator_registration (staff_id, number, kind, valid_until) VALUES ($1, '1234A', 'accredited', '2027-03-31')`,
    [mediator.id],
  )
  it = await ground.aCaseWithKey({
    mediator: mediator.id,
    A: { name: ['Alex', 'Adams'] },
    B: { name: ['Sam', 'Brook'] },
  })
  const { panels } = sessionsPlugin({
    ...ground,
    serviceName: 'Harbour Mediation',
    origin: new URL('https://harbour.example'),
  })
  const all = [...Object.values(panels), filesPlugin(ground).panels.documents]
  office = await serveOffice(service, all.map(alone))
})
afterAll(async () => {
  await office.app.close()
  await service.end()
  await ground.end()
})

/** A panel as a page of its own. */
const alone = (panel: Panel<PurposeKey>): Route<PurposeKey> => ({
  method: 'GET',
  path: `/office/panels/${panel.name}/:caseId`,
  area: 'office',
  purpose: panel.purpose,
  entry: 'purpose',
  handle: async (request) => ({
    page: { title: panel.name, body: <>{await panel.show(asStaff(request), asId(request.params.caseId ?? ''))}</> },
  }),
})
const panel = async (name: string) => (await office.get(mediator, `/office/panels/${name}/${it.caseId}`)).html

async function anAppointment(kind: 'miam' | 'session', zone: string, startsAt: string): Promise<Id> {
  const id = newId()
  const text = `INSERT INTO ev.appointment (id, case_id, kind, zone, mediator_id, means, starts_at, ends_at)
                VALUES ($1, $2, $3, $4, $5, 'telephone', $6::timestamptz, $6::timestamptz + interval '1 hour')`
  await service.look(text, [id, it.caseId, kind, zone, mediator.id, startsAt])
  return id
}

const heldOn = Temporal.PlainDate.from('2026-11-20')
const words = {
  information_given: 'a',
  benefits_explained: 'b',
  way_suited: 'e',
  how_to_proceed: 'f',
  suitable: 'yes',
} as const

test('each panel of a new case says what would be there, and leads to it', async () => {
  expect(await panel('miams')).toContain(`/office/cases/${it.caseId}/miams/new`)
  expect(await panel('sessions')).toContain(`/office/cases/${it.caseId}/sessions/new`)
  expect(await panel('certificates')).toContain('No certificate has been issued')
  expect(await panel('documents')).toContain('No documents yet')
})

test('a meeting that has begun waits to be written up, until it is', async () => {
  const begun = await anAppointment('miam', 'B', '2026-11-20T10:00Z')
  const ahead = await anAppointment('miam', 'A', '2026-12-20T10:00Z')
  const html = await panel('miams')
  expect(html).toContain('Write up the MIAM of Sam on Fri 20 Nov')
  expect(html).toContain(`/miams/new/b?appointment=${begun}&amp;held=2026-11-20`)
  expect(html).not.toContain(ahead)
  const of = { key: newId(), caseId: it.caseId, side: 'B', appointmentId: begun, legalQuality: 'open' } as const
  await recordMiam(service.desk.office, mediator.id, { ...of, ...words, heldOn })
  expect(await panel('miams')).not.toContain('Write up')
})

test('what was written stands with its zone in words and its legal quality', async () => {
  const of = { key: newId(), caseId: it.caseId, appointmentId: null, heldOn } as const
  const rest = { zone: 'office', legalQuality: 'without_prejudice', way: 'alone', discussed: 'x', agreed: '' } as const
  await recordSession(service.desk.office, mediator.id, { ...of, ...rest })
  const html = await panel('sessions')
  for (const part of ['Office only', 'Without prejudice', 'With one party alone', 'Fri 20 Nov'])
    expect(html).toContain(part)
})

test('a certificate stands with until when it is good, and is among the documents', async () => {
  const of = { caseId: it.caseId, side: 'A' } as const
  const more = { key: newId(), appointmentId: null, legalQuality: 'open', heldOn } as const
  const outcome = await recordMiam(service.desk.office, mediator.id, { ...of, ...words, ...more })
  const miamId = (outcome.done ? outcome.value.miamId : '') as Id
  const risk = { key: newId(), miamId, abuseRisk: 'c', childRisk: 'd' }
  await recordScreening(service.desk.office, mediator.id, { ...of, ...risk })
  const tools = { ...ground, serviceName: 'Harbour Mediation', origin: new URL('https://harbour.example') }
  const issued = await issueMiamCertificate(service.desk.office, tools, mediator.id, { key: newId(), miamId })
  const number = issued.done ? issued.value.number : 'none'
  for (const part of [`MIAM certificate ${number}`, 'Alex only', '20 March 2027', 'Open'])
    expect(await panel('certificates')).toContain(part)
  expect(await panel('documents')).toContain(`MIAM certificate ${number}.pdf`)
})

test('no certificate for somebody of whom the appointment says that they did not come', async () => {
  const appointmentId = await anAppointment('miam', 'A', '2026-11-19T10:00Z')
  const attendance = `INSERT INTO ev.attendance (appointment_id, case_id, party_id, zone, status) VALUES ($1, $2, $3, 'A', 'not_attended')`
  await service.look(attendance, [appointmentId, it.caseId, it.A.partyId])
  const of = { key: newId(), caseId: it.caseId, side: 'A', appointmentId, legalQuality: 'open' } as const
  const outcome = await recordMiam(service.desk.office, mediator.id, { ...of, ...words, heldOn })
  const miamId = (outcome.done ? outcome.value.miamId : '') as Id
  const tools = { ...ground, serviceName: 'Harbour Mediation', origin: new URL('https://harbour.example') }
  const issued = await issueMiamCertificate(service.desk.office, tools, mediator.id, { key: newId(), miamId })
  expect(issued).toEqual({ done: false, reason: 'not_attended' })
})
