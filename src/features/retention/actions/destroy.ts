import { sql } from 'kysely'
import type { Scope } from '../../../platform/database/desk.ts'
import { markActs } from '../../../platform/journal/announcing.ts'
import type { SweepRule } from '../../../policy/enforcing/sweep-plan.ts'
import { todayInLondon } from '../../../values/calendar-days.ts'
import { type Id, newId } from '../../../values/ids.ts'
import { movementsInCase, papersOf } from '../../casework/index.ts'
import { addTasks } from '../../tasks/index.ts'
import { keepCards } from '../data/cards.ts'
import { addCertificates, addFacts, destroyRows, recordEndedConsents } from '../data/destruction-writes.ts'
import { plansOf } from '../data/plans.ts'
import { banded } from '../domain/bands.ts'
import type { Ending } from '../domain/check.ts'
import type { Intent } from '../domain/journal-lines.ts'
import { allRows, countsOf, type DestructionPlan } from '../domain/plan.ts'
import { oldestCard } from './sweep-cards.ts'
import type { SweepTools } from './sweep-tools.ts'

interface Destruction {
  readonly of: Ending
  readonly rule: SweepRule
  /** What goes, each with the day on which its time was over. */
  readonly due: ReadonlyMap<Id, Temporal.PlainDate>
}

/** One thing that goes. */
interface Ended {
  readonly id: Id
  readonly due: Temporal.PlainDate
  readonly plan: DestructionPlan
}

/**
 * Destroys things within the caller's transaction, which holds them alone and has asked every check once more. The whole set is planned
 * and written into the journal, on disk, before the first row goes. Answers the intents: their files go once the transaction is kept.
 */
export async function destroy(scope: Scope, tools: SweepTools, it: Destruction): Promise<Intent[]> {
  const ids = [...it.due.keys()]
  if (ids.length === 0) return []
  const plans = await plansOf(scope, it.of, ids)
  const ended = ids.flatMap((id): Ended[] => {
    const [due, plan] = [it.due.get(id), plans.get(id)]
    return due && plan ? [{ id, due, plan }] : []
  })
  const references = it.of === 'case' ? await keepFacts(scope, plans) : new Map<Id, string>()
  const places = await placesOfPaper(scope, ended)
  const intents = ended.map((one) => intentOf(scope, tools, it, one))
  await markActs(
    scope.queries,
    intents.map(({ intent }) => intent),
  )
  await tools.journal.append(...intents)
  if (it.of === 'case') await keepCards(scope, plans, oldestCard(tools.policy, scope.now))
  const rows = allRows([...plans.values()])
  await destroyRows(scope, { rows })
  await recordEndedConsents(scope, rows.consent_subject ?? [])
  await addCertificates(
    scope,
    ended.map(({ id, due, plan }) => ({
      ...{ of: it.of, id, rule: it.rule.key, policyHash: tools.policy.hash, dueOn: due },
      ...{ counts: countsOf(plan), fileCount: plan.files.length },
      ...{ paperReference: references.get(id) ?? null, paperPlace: places.get(id) ?? null },
    })),
  )
  await askForPaper(scope, [...references.keys()])
  return intents
}

/** Whoever destroys the paper is asked to, in a week. */
async function askForPaper(scope: Scope, caseIds: readonly Id[]): Promise<void> {
  const dueOn = todayInLondon(scope.now).add({ days: 7 }).toString()
  await addTasks(
    scope,
    caseIds.map((subjectId) => ({ kind: 'destroy-paper', forRole: 'privacyOfficer', subjectId, dueOn })),
  )
}

function intentOf(scope: Scope, tools: SweepTools, it: Destruction, { id, due, plan }: Ended): Intent {
  return {
    line: 'intent',
    act: 'erasure',
    intent: newId(),
    at: scope.now.toString(),
    of: it.of,
    id,
    rule: it.rule.key,
    policyHash: tools.policy.hash,
    dueOn: due.toString(),
    rows: plan.rows,
    counts: countsOf(plan),
    files: plan.files,
  }
}

/** Keeps the few facts that statistics are made of; answers each case's number, which stands on its paper. */
export async function keepFacts(
  scope: Scope,
  plans: ReadonlyMap<Id, DestructionPlan>,
): Promise<ReadonlyMap<Id, string>> {
  const cases = await scope.queries
    .selectFrom('case_file')
    .select(['id', 'reference', 'opened_at', 'closed_on', 'topic', 'channel', 'outcome'])
    .select((it) => sql<boolean>`ev.objects_to(NULL, ${it.ref('id')}, 'statistics')`.as('objects'))
    .where('id', 'in', [...plans.keys()])
    .execute()
  const facts = cases.flatMap((file) => {
    if (!file.outcome || !file.closed_on) throw new Error('a case that was never closed cannot have its time over')
    // Somebody who does not want to be counted is not, nor is the case that they shared.
    if (file.objects) return []
    const rows = plans.get(file.id)?.rows ?? {}
    return [
      {
        ...{ openedYear: todayInLondon(file.opened_at).year, closedYear: Temporal.PlainDate.from(file.closed_on).year },
        ...{ topic: file.topic, channel: file.channel, outcome: file.outcome },
        ...banded({
          miams: rows.miam_record?.length ?? 0,
          sessions: rows.session_record?.length ?? 0,
          children: rows.child?.length ?? 0,
        }),
      },
    ]
  })
  await addFacts(scope, facts)
  return new Map(cases.map((file) => [file.id, file.reference]))
}

/** Where the folders of each case are that has any, in one line for whoever destroys them: the rows that say so go with the file. */
async function placesOfPaper(scope: Scope, ended: readonly Ended[]): Promise<ReadonlyMap<Id, string>> {
  const places = new Map<Id, string>()
  for (const { id, plan } of ended) if (plan.rows.paper_file?.length) places.set(id, await whereIsPaper(scope, id))
  return places
}

async function whereIsPaper(scope: Scope, caseId: Id): Promise<string> {
  const papers = await papersOf(scope, caseId)
  const movements = await movementsInCase(scope, caseId)
  const lines = papers.map(({ id, label }) => {
    const last = movements.find((it) => it.paperId === id)
    if (last?.kind === 'put_away') return `${label}: ${last.place}`
    return last?.holder ? `${label}: with ${last.holderName ?? 'a colleague'}` : `${label}: missing`
  })
  return lines.toSorted().join('; ')
}
