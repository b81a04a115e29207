import type { Scope } from '../../../platform/database/desk.ts'
import type { SweepRule } from '../../../policy/enforcing/sweep-plan.ts'
import { todayInLondon } from '../../../values/calendar-days.ts'
import { type Id, newId } from '../../../values/ids.ts'
import { caseHead } from '../../cases/index.ts'
import { movementsInCase, papersOf } from '../../casework/index.ts'
import { addTask } from '../../tasks/index.ts'
import { keepCards } from '../data/cards.ts'
import { addCertificate, addFacts, destroyRows, recordEndedConsents } from '../data/destruction-writes.ts'
import { planOf } from '../data/plans.ts'
import { banded } from '../domain/bands.ts'
import type { Ending } from '../domain/check.ts'
import type { Intent } from '../domain/journal-lines.ts'
import { countsOf, type DestructionPlan } from '../domain/plan.ts'
import { oldestCard } from './sweep-cards.ts'
import type { SweepTools } from './sweep-tools.ts'

interface Destruction {
  readonly of: Ending
  readonly id: Id
  readonly rule: SweepRule
  readonly due: Temporal.PlainDate
}

/**
 * Destroys a thing within the caller's transaction, which holds it alone and has asked every check once more. The whole set is planned
 * and written into the journal, on disk, before the first row goes. Answers the intent: its files go once the transaction is kept.
 */
export async function destroy(scope: Scope, tools: SweepTools, it: Destruction): Promise<Intent> {
  const plan = await planOf(scope, it.of, it.id)
  const reference = it.of === 'case' ? await keepFacts(scope, it.id, plan) : null
  const paperPlace = it.of === 'case' ? await whereIsPaper(scope, it.id) : null
  const intent = intentOf(scope, tools, it, plan)
  await tools.journal.append(intent)
  if (it.of === 'case') await keepCards(scope, it.id, plan, oldestCard(tools.policy, scope.now))
  await destroyRows(scope, plan)
  await recordEndedConsents(scope, plan.rows.consent_subject ?? [])
  await addCertificate(scope, {
    of: it.of,
    id: it.id,
    rule: it.rule.key,
    policyHash: tools.policy.hash,
    dueOn: it.due,
    counts: countsOf(plan),
    fileCount: plan.files.length,
    paperReference: reference,
    paperPlace,
  })
  if (reference) {
    const dueOn = todayInLondon(scope.now).add({ days: 7 }).toString()
    await addTask(scope, { kind: 'destroy-paper', forRole: 'privacyOfficer', subjectId: it.id, dueOn })
  }
  return intent
}

function intentOf(scope: Scope, tools: SweepTools, it: Destruction, plan: DestructionPlan): Intent {
  return {
    line: 'intent',
    intent: newId(),
    at: scope.now.toString(),
    of: it.of,
    id: it.id,
    rule: it.rule.key,
    policyHash: tools.policy.hash,
    dueOn: it.due.toString(),
    rows: plan.rows,
    counts: countsOf(plan),
    files: plan.files,
  }
}

/** Keeps the few facts that statistics are made of; answers the case's number, which stands on its paper. */
async function keepFacts(scope: Scope, caseId: Id, { rows }: DestructionPlan): Promise<string> {
  const head = await caseHead(scope, caseId)
  const channel = await scope.queries
    .selectFrom('case_file')
    .select('channel')
    .where('id', '=', caseId)
    .executeTakeFirstOrThrow()
  if (!head?.outcome || !head.closedOn) throw new Error('a case that was never closed cannot have its time over')
  await addFacts(scope, {
    openedYear: todayInLondon(head.openedAt).year,
    closedYear: Temporal.PlainDate.from(head.closedOn).year,
    topic: head.topic,
    channel: channel.channel,
    outcome: head.outcome,
    ...banded({
      miams: rows.miam_record?.length ?? 0,
      sessions: rows.session_record?.length ?? 0,
      children: rows.child?.length ?? 0,
    }),
  })
  return head.reference
}

/** Where the folders of a case are, in one line for whoever destroys them: the rows that say so go with the file. */
async function whereIsPaper(scope: Scope, caseId: Id): Promise<string | null> {
  const papers = await papersOf(scope, caseId)
  if (papers.length === 0) return null
  const movements = await movementsInCase(scope, caseId)
  const lines = papers.map(({ id, label }) => {
    const last = movements.find((it) => it.paperId === id)
    if (last?.kind === 'put_away') return `${label}: ${last.place}`
    return last?.holder ? `${label}: with ${last.holderName ?? 'a colleague'}` : `${label}: missing`
  })
  return lines.toSorted().join('; ')
}
