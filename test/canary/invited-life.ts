import type { Visitor } from '../support/visitor.ts'
import type { WholeService } from '../support/whole-service.ts'
import type { Aviary } from './aviary.ts'
import type { FormFiller } from './form-filler.ts'

/** The other party is invited after the first MIAM, answers on the website and by telephone, and it ends. */
export async function invitedLife(
  whole: WholeService,
  birds: Aviary,
  cast: { readonly coordinator: Visitor; readonly mediator: Visitor },
  filler: FormFiller,
  caseId: string,
): Promise<void> {
  const { db } = whole
  const [row] = await db.look<{ id: string }>('SELECT id FROM ev.invitation WHERE case_id = $1', [caseId])
  const page = `/office/invitations/${row?.id}`
  await filler.fill(cast.mediator, page, { decision: 'unnamed' }, { action: `${page}/clearance` })
  await filler.fill(cast.coordinator, page, {}, { action: `${page}/send` })
  const [letter] = await db.look<{ body: string }>('SELECT body FROM ev.message WHERE about_id = $1', [row?.id])
  const reply = `/reply/${/\/reply\/(\S+)/.exec(letter?.body ?? '')?.[1]}`
  const attend = { answer: 'attend', sure: 'yes', reach: birds.word('how to reach who answered') }
  await filler.fill(whole.visitor('198.51.100.3'), reply, attend)
  const told = { answer: 'decline', way: 'telephone', reach: birds.word('how to reach who rang') }
  await filler.fill(cast.coordinator, page, told, { action: `${page}/answer` })
  await filler.fill(cast.coordinator, page, { outcome: 'declined' }, { action: `${page}/outcome` })
}
