import { dayOf } from '../../../platform/clock/service-clock.ts'
import type { Desk, Scope } from '../../../platform/database/desk.ts'
import type { ActIntent } from '../../../platform/journal/act-lines.ts'
import type { Classification } from '../../../policy/classification.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import { newId } from '../../../values/ids.ts'
import { done, refused } from '../../../values/outcome.ts'
import { noteToldSince } from '../../answers/index.ts'
import { recordOf } from '../../requests/index.ts'
import { addCertificate, destroyRows, finish, recordEndedConsents, type SweepTools } from '../../retention/index.ts'
import {
  type ErasureOrder,
  hangingOn,
  judgedKinds,
  type OwnPart,
  orderedRows,
  ownPartOf,
  staysOf,
  tearsApart,
  waitingOrders,
} from '../data/erasures.ts'
import { verdictOf } from '../domain/erasure.ts'

type Tools = SweepTools & { readonly classes: Classification }

/** Carries out what was decided. Each order is one transaction, written into the journal before the first row goes, and certified. */
export async function carryOutErasures(desk: Desk<PurposeKey>, tools: Tools): Promise<number> {
  const looking = { purpose: 'retention', deed: 'retention.looked' } as const
  let carriedOut = 0
  for (const order of await desk.read(null, looking, waitingOrders)) {
    const intent = await erase(desk, tools, order)
    if (intent) carriedOut++
    if (intent) await finish(desk, tools, intent)
  }
  return carriedOut
}

async function erase(desk: Desk<PurposeKey>, tools: Tools, order: ErasureOrder): Promise<ActIntent | null> {
  const kept: { intent: ActIntent | null } = { intent: null }
  const deed = { purpose: 'retention', deed: 'erasure.carried-out', key: newId(), subjectId: order.id } as const
  const outcome = await desk.act<'waits'>(null, deed, async (scope) => {
    const recordId = recordOf(order)
    if (recordId === null) return refused('waits')
    const stays = await staysOf(scope, recordId)
    const of = order.enquiryId ? 'enquiry' : 'person'
    // What was decided is asked again: a hold, or a wish to see it, may have come since, or the letter is still here.
    const judged = judgedKinds(order.categories, tools.classes, { whole: of === 'enquiry' })
    const stopped = judged.some((it) => !verdictOf(tools.policy, it, stays, of).may)
    if (stopped || stays.includes('mail')) return refused('waits')
    const part = await ownPartOf(scope, recordId)
    // Something was added since that hangs on what goes: somebody decides anew.
    if (of === 'person' && tearsApart(await hangingOn(scope, part, tools.classes), order.categories))
      return refused('waits')
    // As long as the register can say who they are.
    await noteToldSince(scope, tools.policy, order.id)
    kept.intent = await eraseRows(scope, tools, order, part)
    return done({ orderId: order.id })
  })
  return outcome.done ? kept.intent : null
}

/** An enquiry is certified, and done again after a restore, like one whose time is over: by its own identifier, and whole. */
async function eraseRows(scope: Scope, tools: Tools, order: ErasureOrder, part: OwnPart): Promise<ActIntent> {
  const { rows, files } = await orderedRows(scope, part, tools.classes, order)
  const counts = Object.fromEntries(Object.entries(rows).map(([table, ids]) => [table, ids.length]))
  const dueOn = dayOf(scope.now)
  const ended = order.enquiryId
    ? ({ of: 'enquiry', id: order.enquiryId } as const)
    : ({ of: 'person', id: order.id } as const)
  const common = { ...ended, rule: 'erasure', policyHash: tools.policy.hash } as const
  const intent = await scope.announce({ act: 'erasure', ...common, dueOn: dueOn.toString(), rows, counts, files })
  await destroyRows(scope, { rows })
  await recordEndedConsents(scope, rows.consent_subject ?? [])
  const paper = { paperReference: null, paperPlace: null }
  await addCertificate(scope, { ...common, dueOn, counts, fileCount: files.length, ...paper })
  return intent
}
