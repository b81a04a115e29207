import { dayOf } from '../../../platform/clock/service-clock.ts'
import type { Desk } from '../../../platform/database/desk.ts'
import type { ActLine } from '../../../platform/journal/act-lines.ts'
import { sweepRuleOf } from '../../../policy/enforcing/sweep-plan.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import { addPeriod, startOfDayInLondon } from '../../../values/calendar-days.ts'
import type { Id } from '../../../values/ids.ts'
import { newId } from '../../../values/ids.ts'
import { done } from '../../../values/outcome.ts'
import { forgetMarks, oldestBackup } from '../data/old-backups.ts'
import type { SweepTools } from './sweep-tools.ts'

const { compare } = Temporal.Instant

/**
 * Ends what the journal says of acts that every copy of the database knows: those that came to their end before the oldest copy there
 * may be. What has no outcome stays. Answers how many acts went.
 */
export async function pruneJournal(desk: Desk<PurposeKey>, tools: SweepTools): Promise<number> {
  const rule = sweepRuleOf(tools.policy, 'backup')
  if (!rule) return 0
  const keep = Temporal.Duration.from(rule.keep).negated().toString()
  const expired = startOfDayInLondon(addPeriod(dayOf(desk.clock.now()), keep))
  const looking = { purpose: 'retention', deed: 'retention.looked' } as const
  const oldest = await desk.read(null, looking, oldestBackup)
  // A copy that could not be deleted, say because its disk is away, still needs what was done after it.
  const before = oldest && compare(oldest, expired) < 0 ? oldest : expired
  const over = overBefore(await tools.journal.lines(), before)
  if (over.size === 0) return 0
  await tools.journal.keepOnly((line) => !over.has(line.intent))
  const deed = { purpose: 'retention', deed: 'retention.ended-small', key: newId() } as const
  await desk.act(null, deed, async (scope) => {
    await forgetMarks(scope, [...over])
    return done({})
  })
  return over.size
}

/** Acts of which the intent and every outcome are older. */
function overBefore(lines: readonly ActLine[], before: Temporal.Instant): ReadonlySet<Id> {
  const old = (line: ActLine) => compare(Temporal.Instant.from(line.at), before) < 0
  const ofActs = Map.groupBy(lines, (line) => line.intent)
  const over = [...ofActs].filter(([, own]) => own.every(old) && own.some((line) => line.line === 'outcome'))
  return new Set(over.map(([intent]) => intent))
}
