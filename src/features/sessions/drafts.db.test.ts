import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { TestCase } from '../../../test/support/a-case.ts'
import { bothSign } from '../../../test/support/both-sign.ts'
import { type FileGround, fileGround } from '../../../test/support/file-ground.ts'
import { type TestService, testService } from '../../../test/support/service.ts'
import type { Staff } from '../../platform/web/route.ts'
import type { PurposeKey } from '../../policy/vocabulary.ts'
import { type Id, newId } from '../../values/ids.ts'
import type { Zone } from '../files/index.ts'
import { discardDraft, keepDraft } from './actions/keep-draft.ts'
import { recordMiam } from './actions/record-miam.ts'
import { recordScreening } from './actions/record-screening.ts'
import { recordSession } from './actions/record-session.ts'
import { draftOf } from './data/draft-store.ts'
import { miamDraft, screeningDraft, sessionDraft } from './data/drafts-of-forms.ts'

let service: TestService
let ground: FileGround
let mediator: Staff
let other: Staff
let supervisor: Staff
let it: TestCase
beforeAll(async () => {
  service = await testService()
  ground = await fileGround(service)
  mediator = await service.staff('mediator')
  other = await service.staff('mediator')
  supervisor = await service.staff('supervisor')
})
beforeEach(async () => {
  it = await ground.aCaseWithKey({ mediator: mediator.id })
  await bothSign(service, it.caseId)
})
afterAll(async () => {
  await service.end()
  await ground.end()
})

const office = () => service.desk.office
const heldOn = Temporal.PlainDate.from('2026-11-20')
const saveForGood = () =>
  recordSession(office(), mediator.id, {
    ...{ key: newId(), caseId: it.caseId, zone: 'both', appointmentId: null, legalQuality: 'open', heldOn },
    ...{ way: 'joint', discussed: 'weekends', agreed: '' },
  })

describe('a draft', () => {
  const values = { discussed: 'half a sentence about the caravan', way: 'joint' }
  const of = (zone: Zone = 'both') => sessionDraft(it.caseId, zone)
  const keep = (actor: Id, draft = of(), purpose: PurposeKey = 'mediation') =>
    keepDraft(office(), ground.keyring, actor, { purpose, of: draft, values })
  const find = (actor: Id, draft = of(), purpose: PurposeKey = 'mediation') =>
    office().read(actor, { purpose, deed: 'session.begun' }, (scope) => draftOf(scope, ground.keyring, draft))
  const rows = () => service.look<{ sealed: string }>('SELECT * FROM ev.draft WHERE case_id = $1', [it.caseId])

  test('is there again for its writer, and for nobody else and no other form', async () => {
    await keep(mediator.id)
    expect(await find(mediator.id)).toEqual({ values, savedAt: service.clock.now() })
    expect(await find(supervisor.id)).toBeNull()
    expect(await find(mediator.id, of('A'))).toBeNull()
    expect(await find(mediator.id, miamDraft(it.caseId, 'A'))).toBeNull()
  })

  test('is one row, saved anew each time, that cannot be read there', async () => {
    await keep(mediator.id)
    await keep(mediator.id)
    const [row, ...more] = await rows()
    expect(more).toEqual([])
    const readable = Buffer.from(row?.sealed ?? '', 'base64url').toString('latin1')
    for (const seen of [JSON.stringify(row), readable]) expect(seen).not.toContain('caravan')
  })

  test('that was put in the place of another does not open', async () => {
    await keep(mediator.id)
    await service.look(`UPDATE ev.draft SET form = 'session A' WHERE case_id = $1`, [it.caseId])
    expect(await find(mediator.id, of('A'))).toBeNull()
  })

  test('is gone once it was saved for good, in the same moment', async () => {
    await keep(mediator.id)
    await keep(mediator.id, of('A'))
    await saveForGood()
    expect(await find(mediator.id)).toBeNull()
    expect(await find(mediator.id, of('A'))).not.toBeNull()
  })

  test('stays when saving for good was refused', async () => {
    await keep(mediator.id)
    await service.look(
      `UPDATE ev.case_file SET status = 'closed', closed_on = '2026-11-21', outcome = 'withdrawn' WHERE id = $1`,
      [it.caseId],
    )
    await saveForGood()
    expect(await find(mediator.id)).not.toBeNull()
  })

  test('of an assessment of risk is kept for that purpose', async () => {
    const words = { information_given: 'a', benefits_explained: 'b', way_suited: 'e', how_to_proceed: 'f' }
    const of = { key: newId(), caseId: it.caseId, side: 'A' } as const
    const rest = { appointmentId: null, legalQuality: 'open', heldOn, suitable: 'yes' } as const
    const outcome = await recordMiam(office(), mediator.id, { ...of, ...words, ...rest })
    const miamId = (outcome.done ? outcome.value.miamId : '') as Id
    const draft = screeningDraft(it.caseId, miamId)
    await keep(mediator.id, draft, 'screening')
    expect(await find(mediator.id, draft, 'screening')).toMatchObject({ values })
    await recordScreening(office(), mediator.id, { ...of, key: newId(), miamId, abuseRisk: 'c', childRisk: 'd' })
    expect(await rows()).toEqual([])
  })

  test('is thrown away by its writer alone', async () => {
    await keep(mediator.id)
    const discard = (actor: Id) => discardDraft(office(), actor, { key: newId(), purpose: 'mediation', of: of() })
    await discard(supervisor.id)
    expect(await rows()).toHaveLength(1)
    await discard(mediator.id)
    expect(await rows()).toEqual([])
  })

  test('is kept for one’s own cases only, and is noise once the case’s key is destroyed', async () => {
    expect(await keep(other.id)).toEqual({ done: false, reason: 'case.missing' })
    await keep(mediator.id)
    await service.look('DELETE FROM ev.case_key WHERE case_id = $1', [it.caseId])
    expect(await find(mediator.id)).toBeNull()
  })
})
