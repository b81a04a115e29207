import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  caseFrom,
  close,
  type Office,
  officeOf,
  reopen,
  type ServiceFolder,
  serviceFolder,
  sweepNow,
} from '../../../test/support/case-life.ts'
import { type TestService, testService } from '../../../test/support/service.ts'
import { type Id, newId } from '../../values/ids.ts'
import { liftHold, placeHold } from '../cases/index.ts'

let service: TestService
let folder: ServiceFolder
let office: Office

beforeAll(async () => {
  service = await testService({ at: '2026-01-05T12:00:00Z' })
  folder = await serviceFolder()
  office = await officeOf(service)
})
afterAll(async () => {
  await service.end()
  await folder.remove()
})

/** What can happen to a closed file, and after how many months. */
const happening = fc.record({
  after: fc.integer({ min: 1, max: 60 }),
  what: fc.constantFrom('reopen-and-close', 'hold', 'lift', 'nothing'),
})
type Happening = { after: number; what: 'reopen-and-close' | 'hold' | 'lift' | 'nothing' }

/** A life as the test keeps it, by its own simple reckoning. */
interface Life {
  readonly caseId: Id
  readonly closings: Temporal.PlainDate[]
  readonly plan: Happening[]
  holdId: Id | null
  /** The last day on which a hold stood; its end must be shown again after that. */
  heldUntil: Temporal.PlainDate | null
  destroyedOn: Temporal.PlainDate | null
}

const { compare } = Temporal.PlainDate
const today = () => service.clock.now().toZonedDateTimeISO('Europe/London').toPlainDate()
const key = () => ({ key: newId() })

async function happen(life: Life, what: Happening['what']): Promise<void> {
  const { caseId } = life
  if (what === 'reopen-and-close') {
    await reopen(service, office, caseId)
    await close(service, office, caseId)
    life.closings.push(today())
  }
  if (what === 'hold' && !life.holdId) {
    const input = { ...key(), caseId, reason: 'A claim', reviewOn: today().add({ months: 6 }).toString() }
    const outcome = await placeHold(service.desk.office, office.privacyOfficer, input)
    life.holdId = outcome.done ? (outcome.value.holdId as Id) : null
  }
  if (what === 'lift' && life.holdId) {
    await liftHold(service.desk.office, office.privacyOfficer, { ...key(), caseId, holdId: life.holdId })
    life.holdId = null
    life.heldUntil = today()
  }
}

/** By the policy of the trust, in other words than the software's: seven years from the last closing, fifteen from the first. */
function judge(life: Life): void {
  const [first, last] = [life.closings[0], life.closings.at(-1)] as [Temporal.PlainDate, Temporal.PlainDate]
  const due = [last.add({ years: 7 }), first.add({ years: 15 })].toSorted(compare)[0] as Temporal.PlainDate
  const { destroyedOn } = life
  if (destroyedOn) {
    expect(compare(destroyedOn, due), `${destroyedOn} is before ${due}`).toBeGreaterThanOrEqual(0)
    return
  }
  if (life.holdId) return
  // Sweeps come once a month here, so a file may be first seen a month late and is then shown for four weeks.
  const from = [due, life.heldUntil ?? due, last].toSorted(compare).at(-1) as Temporal.PlainDate
  const latest = from.add({ months: 2, days: 28 })
  expect(compare(today(), latest), `on ${today()} it is still there, due on ${due}`).toBeLessThanOrEqual(0)
}

async function live(life: Life): Promise<void> {
  const next = life.plan[0]
  const due = next && compare(today(), (life.closings[0] as Temporal.PlainDate).add({ months: next.after })) >= 0
  if (!due || life.destroyedOn) return
  life.plan.shift()
  await happen(life, next.what)
}

test('clock: nothing goes before its day and nothing outlives its cap without a hold, in any life over sixteen years', async () => {
  // A fixed seed: the same lives each time, so that a failure can be looked at.
  const plans = fc.sample(fc.array(happening, { maxLength: 5 }), { numRuns: 10, seed: 20261121 })
  // Opened again and again, so that only the cap ends it: chance would seldom live so long.
  const again = (...months: number[]) =>
    months.map((after, at) => ({ after: after - at * 30, what: 'reopen-and-close' as const }))
  plans.push(again(70, 140, 172), again(80, 160))
  const lives: Life[] = []
  for (const plan of plans) {
    const caseId = await caseFrom(service, office, folder.keyring)
    await close(service, office, caseId)
    const sorted = plan
      .map((it, index) => ({ ...it, after: it.after + index * 30 }))
      .toSorted((a, b) => a.after - b.after)
    lives.push({ caseId, closings: [today()], plan: sorted, holdId: null, heldUntil: null, destroyedOn: null })
  }
  for (let month = 0; month < 16 * 12 + 6; month++) {
    service.clock.forward('P1M')
    for (const life of lives) await live(life)
    expect((await sweepNow(service, folder)).result).toBe('done')
    const there = new Set((await service.look<{ id: Id }>('SELECT id FROM ev.case_file')).map((row) => row.id))
    for (const life of lives) {
      if (!life.destroyedOn && !there.has(life.caseId)) {
        expect(life.holdId).toBeNull()
        life.destroyedOn = today()
      }
      judge(life)
    }
  }
  expect(lives.filter((life) => life.destroyedOn).length).toBeGreaterThan(5)
  expect(lives.some((life) => life.closings.length > 1)).toBe(true)
}, 120_000)
