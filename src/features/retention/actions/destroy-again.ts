import type { Desk, Scope } from '../../../platform/database/desk.ts'
import type { ErasureIntent } from '../../../platform/journal/act-lines.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import { type Id, newId } from '../../../values/ids.ts'
import { done, refused } from '../../../values/outcome.ts'
import { caseHead } from '../../cases/index.ts'
import { addCertificate, destroyRows, lockToEnd, recordEndedConsents } from '../data/destruction-writes.ts'
import { planOf } from '../data/plans.ts'
import type { Ending } from '../domain/check.ts'
import { countsOf, type DestructionPlan } from '../domain/plan.ts'
import { keepFacts } from './destroy.ts'

/**
 * Destroys a case or an enquiry that had been destroyed already and came back with an older copy of the database. It is planned anew:
 * the copy may hold rows of it that were gone before. No card is kept of it, since one that was kept then may have ended since. Answers
 * the files that go with it, none when it is not there. Throws while it is held. The caller marks the act as done.
 */
export async function destroyAgain(desk: Desk<PurposeKey>, intent: ErasureIntent): Promise<readonly string[]> {
  const { of, id } = intent
  if (of !== 'case' && of !== 'enquiry') return []
  const found: { files: readonly string[] } = { files: [] }
  const about = of === 'case' ? { caseId: id } : {}
  const deed = { purpose: 'retention', deed: 'retention.stepped', key: newId(), subjectId: id, ...about } as const
  await desk.act<'gone'>(null, deed, async (scope) => {
    if (!(await lockToEnd(scope, of, [id])).at(0)) return refused('gone')
    const plan = await planOf(scope, of, id)
    const reference = of === 'case' ? await factsOf(scope, id, plan) : null
    await destroyRows(scope, plan)
    await recordEndedConsents(scope, plan.rows.consent_subject ?? [])
    await certify(scope, of, intent, plan, reference)
    found.files = plan.files
    return done({})
  })
  return found.files
}

/** What statistics are made of, where the copy knows how it ended. */
async function factsOf(scope: Scope, caseId: Id, plan: DestructionPlan): Promise<string | null> {
  const head = await caseHead(scope, caseId)
  if (head?.outcome && head.closedOn) await keepFacts(scope, new Map([[caseId, plan]]))
  return head?.reference ?? null
}

async function certify(
  scope: Scope,
  of: Ending,
  intent: ErasureIntent,
  plan: DestructionPlan,
  reference: string | null,
) {
  const { id, rule, policyHash = '', dueOn = intent.at.slice(0, 10) } = intent
  const paper = { paperReference: reference, paperPlace: null }
  const counts = { counts: countsOf(plan), fileCount: plan.files.length }
  await addCertificate(scope, { of, id, rule, policyHash, dueOn: Temporal.PlainDate.from(dueOn), ...counts, ...paper })
}
