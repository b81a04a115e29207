import type { Staff } from '../../src/platform/web/route.ts'
import type { Id } from '../../src/values/ids.ts'
import { missedBy, offeredToBoth } from '../support/offered.ts'
import type { Visitor } from '../support/visitor.ts'
import type { WholeService } from '../support/whole-service.ts'
import type { Aviary } from './aviary.ts'
import type { FormFiller } from './form-filler.ts'

/** Both are offered times and say by themselves what would suit them; one misses a meeting and is not asked for anything. */
export async function offeredLife(
  whole: WholeService,
  birds: Aviary,
  cast: { readonly coordinator: Visitor; readonly mediator: Visitor & { readonly staff: Staff } },
  filler: FormFiller,
  caseId: string,
): Promise<void> {
  const { db } = whole
  const mediator = cast.mediator.staff.id
  const offer = await offeredToBoth(whole, caseId, mediator)
  const [person] = await db.look<{ id: Id }>(`SELECT person_id AS id FROM ev.party WHERE case_id = $1 AND side = 'A'`, [
    caseId,
  ])
  const party = await whole.partyIn(person?.id as Id)
  const suits = { words: birds.word('what would suit A') }
  await filler.fill(party, '/portal/times', suits, { action: `/portal/times/${offer}/answer` })
  const page = `/office/offers/${offer}`
  await filler.fill(cast.coordinator, `${page}/answer/B`, { words: birds.word('what would suit B') })
  await whole.runJobs()
  await filler.fill(cast.coordinator, page, {}, { action: `${page}/withdraw` })
  const missed = await missedBy(whole, 'B', caseId, mediator)
  const fee = { decision: 'waive', reason: birds.word('why nothing is asked') }
  const told = { 'told-day': '24', 'told-month': '11', 'told-year': '2026' }
  await filler.fill(cast.coordinator, `/office/appointments/${missed}/fee/B`, { ...fee, ...told })
}
