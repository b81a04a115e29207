import { dayOf } from '../../../platform/clock/service-clock.ts'
import type { Desk, Scope } from '../../../platform/database/desk.ts'
import { markAct } from '../../../platform/journal/announcing.ts'
import type { CompiledPolicy } from '../../../policy/compiled.ts'
import { type SweepRule, sweepRuleOf } from '../../../policy/enforcing/sweep-plan.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import { addPeriod } from '../../../values/calendar-days.ts'
import { type Id, newId } from '../../../values/ids.ts'
import { done, refused } from '../../../values/outcome.ts'
import { type CardsClock, cardToEnd, dayEnded, destroyCard, endingCards } from '../data/cards.ts'
import { addCertificate } from '../data/destruction-writes.ts'
import type { Intent } from '../domain/journal-lines.ts'
import { finish } from './settle-journal.ts'
import type { SweepTools } from './sweep-tools.ts'

/** The rule of the cards, where something that is done today keeps them. */
function cardRule(policy: CompiledPolicy): SweepRule | null {
  const rule = sweepRuleOf(policy, 'returning')
  return rule?.purposes.includes('returningClient') ? rule : null
}

/** Of a file that was closed before this day no card is kept any more; null where none is kept at all. */
export function oldestCard(policy: CompiledPolicy, now: Temporal.Instant): Temporal.PlainDate | null {
  const rule = cardRule(policy)
  return rule && addPeriod(dayOf(now), Temporal.Duration.from(rule.keep).negated().toString())
}

/**
 * As `oldestCard`, but a policy that keeps no cards any more ends all that are there: nobody may look at them, and nobody may be left
 * in them. Null where the sweep itself may not reach them, since no policy of this service ever kept any.
 */
function endsBefore(policy: CompiledPolicy, now: Temporal.Instant): Temporal.PlainDate | null {
  if (cardRule(policy)) return oldestCard(policy, now)
  return policy.purposes.retention?.removes.includes('returning.index') ? dayOf(now).add({ days: 1 }) : null
}

/**
 * Ends cards whose time is over, and those that somebody ended by hand. Each is a transaction of its own, written into the journal
 * before it goes and certified. What fails is left as it is for the next run.
 */
export async function sweepCards(
  desk: Desk<PurposeKey>,
  tools: SweepTools,
): Promise<{ ended: number; failed: number }> {
  const oldest = endsBefore(tools.policy, desk.clock.now())
  if (oldest === null) return { ended: 0, failed: 0 }
  const looking = { purpose: 'retention', deed: 'retention.looked' } as const
  const counts = { ended: 0, failed: 0 }
  for (const id of await desk.read(null, looking, (scope) => endingCards(scope, oldest))) {
    try {
      const intent = await endCard(desk, tools, id, oldest)
      if (intent) await finish(desk, tools, intent)
      if (intent) counts.ended++
    } catch {
      counts.failed++
    }
  }
  return counts
}

async function endCard(desk: Desk<PurposeKey>, tools: SweepTools, id: Id, oldest: Temporal.PlainDate) {
  const found: { intent: Intent | null } = { intent: null }
  const deed = { purpose: 'retention', deed: 'retention.stepped', key: newId(), subjectId: id } as const
  await desk.act<'nothing'>(null, deed, async (scope) => {
    const card = await cardToEnd(scope, id)
    if (!card || !isOver(card, oldest)) return refused('nothing')
    const intent = intentOf(scope, tools, card)
    await markAct(scope.queries, intent.intent)
    await tools.journal.append(intent)
    if (!(await destroyCard(scope, card))) return refused('nothing')
    const { of, rule, policyHash, counts } = intent
    const dueOn = Temporal.PlainDate.from(intent.dueOn)
    const noPaper = { paperReference: null, paperPlace: null, fileCount: 0 }
    await addCertificate(scope, { of, id, rule, policyHash, dueOn, counts, ...noPaper })
    found.intent = intent
    return done({ step: 'destroy' })
  })
  return found.intent
}

const isOver = (card: CardsClock, oldest: Temporal.PlainDate) =>
  card.endedAt !== null || Temporal.PlainDate.compare(card.closedOn, oldest) < 0

function intentOf(scope: Scope, { policy }: SweepTools, card: CardsClock): Intent {
  const rule = cardRule(policy)
  const dueOn = dayEnded(card) ?? (rule ? addPeriod(card.closedOn, rule.keep) : dayOf(scope.now))
  return {
    ...{ line: 'intent', act: 'erasure', intent: newId(), at: scope.now.toString(), of: 'returning', id: card.id },
    ...{ rule: rule?.key ?? 'returning', policyHash: policy.hash, dueOn: dueOn.toString() },
    ...{ rows: { returning_card: [card.id] }, counts: { returning_card: 1 }, files: [] },
  }
}
