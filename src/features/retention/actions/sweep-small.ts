import { dayOf } from '../../../platform/clock/service-clock.ts'
import type { Desk } from '../../../platform/database/desk.ts'
import { type SweepRule, sweepPlan } from '../../../policy/enforcing/sweep-plan.ts'
import type { Aggregate, PurposeKey } from '../../../policy/vocabulary.ts'
import { addPeriod } from '../../../values/calendar-days.ts'
import { newId } from '../../../values/ids.ts'
import { done, refused } from '../../../values/outcome.ts'
import { type SmallEnding, smallEndings } from '../data/small-writes.ts'
import type { SweepTools } from './sweep-tools.ts'

/** How many rows of each kind of small thing went. */
export type SmallCounts = Readonly<Partial<Record<Aggregate, number>>>

/** Ends what ends by its age alone: drafts left behind, marks of sent forms, counts, the read log. Each kind is a transaction. */
export async function sweepSmall(desk: Desk<PurposeKey>, tools: SweepTools): Promise<SmallCounts> {
  const counts: Partial<Record<Aggregate, number>> = {}
  for (const rule of sweepPlan(tools.policy)) {
    const end = smallEndings[rule.aggregate]
    const count = end ? await endOld(desk, tools, rule, end) : 0
    if (count > 0) counts[rule.aggregate] = count
  }
  return counts
}

async function endOld(
  desk: Desk<PurposeKey>,
  tools: Pick<SweepTools, 'vault'>,
  rule: SweepRule,
  end: SmallEnding,
): Promise<number> {
  const found: { count: number; files: readonly string[] } = { count: 0, files: [] }
  const deed = { purpose: 'retention', deed: 'retention.ended-small', key: newId() } as const
  await desk.act<'none'>(null, deed, async (scope) => {
    const keep = Temporal.Duration.from(rule.keep).negated().toString()
    const ended = await end(scope, addPeriod(dayOf(scope.now), keep))
    if (typeof ended === 'number') found.count = ended
    else Object.assign(found, { count: ended.rows, files: ended.files })
    return found.count > 0 ? done({ rule: rule.key }) : refused('none')
  })
  // After the commit: bytes cannot come back if the rows do. What a crash leaves here, the job that removes orphans takes.
  for (const name of found.files) await tools.vault.remove(name)
  return found.count
}
