import { dayOf } from '../../../platform/clock/service-clock.ts'
import type { Desk } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import { addPeriod } from '../../../values/calendar-days.ts'
import type { Id } from '../../../values/ids.ts'
import { candidates } from '../data/histories.ts'
import type { Ending } from '../domain/check.ts'
import { newestAnchor } from '../domain/due.ts'
import { haltsForLeap, rememberSweep } from './brake.ts'
import { pruneJournal } from './prune-journal.ts'
import { finishAll, settleJournal } from './settle-journal.ts'
import { sweepCards } from './sweep-cards.ts'
import { type SmallCounts, sweepSmall } from './sweep-small.ts'
import { ruleFor, type SweepTools } from './sweep-tools.ts'
import { type Things, takeSteps } from './take-steps.ts'

/** What a sweep did. `partial`: some failed and were left as they are, for the next. `halted`: nothing was done, see the office. */
export interface Swept {
  readonly result: 'done' | 'partial' | 'halted'
  readonly announced: number
  readonly deferred: number
  readonly putBack: number
  readonly toReview: number
  readonly destroyed: Readonly<Record<Ending, number>>
  readonly failed: number
  /** Destructions that an earlier run had begun and a crash cut off. */
  readonly repaired: number
  readonly small: SmallCounts
}

/** Only one sweep at a time, in whatever process: the worker takes the lock of this name, and so does the command. */
export const sweepName = 'retention-sweep'

const batch = 100

interface Counts {
  announce: number
  defer: number
  putBack: number
  review: number
  nothing: number
  failed: number
  readonly destroyed: Record<Ending, number>
}

/** Looks through everything once. A thing that fails is left as it was and holds up none of the others. */
export async function sweep(desk: Desk<PurposeKey>, tools: SweepTools): Promise<Swept> {
  const counts: Counts = {
    announce: 0,
    defer: 0,
    putBack: 0,
    review: 0,
    nothing: 0,
    failed: 0,
    destroyed: { case: 0, enquiry: 0 },
  }
  if (tools.asksAboutLeaps && (await haltsForLeap(desk))) return sweptOf('halted', counts, 0, {})
  const repaired = await settleJournal(desk, tools)
  const ended = await sweepSmall(desk, tools)
  for (const of of ['enquiry', 'case'] as const) await sweepAll(desk, tools, of, counts)
  const cards = await sweepCards(desk, tools)
  counts.failed += cards.failed
  const small = cards.ended > 0 ? { ...ended, returning: cards.ended } : ended
  await pruneJournal(desk, tools)
  await rememberSweep(desk)
  return sweptOf(counts.failed > 0 ? 'partial' : 'done', counts, repaired, small)
}

/** The same, unless another process is sweeping: then null. */
export const sweepAlone = (desk: Desk<PurposeKey>, tools: SweepTools): Promise<Swept | null> =>
  desk.alone(`job ${sweepName}`, () => sweep(desk, tools))

const sweptOf = (result: Swept['result'], counts: Counts, repaired: number, small: SmallCounts): Swept => ({
  result,
  announced: counts.announce,
  deferred: counts.defer,
  putBack: counts.putBack,
  toReview: counts.review,
  destroyed: counts.destroyed,
  failed: counts.failed,
  repaired,
  small,
})

async function sweepAll(desk: Desk<PurposeKey>, tools: SweepTools, of: Ending, counts: Counts): Promise<void> {
  for (let after: Id | null = null; ; ) {
    const found = await lookFor(desk, tools, of, after)
    await sweepSome(desk, tools, { of, ids: found, rule: ruleFor(tools.policy, of) }, counts)
    if (found.length < batch) return
    after = found.at(-1) ?? null
  }
}

function lookFor(desk: Desk<PurposeKey>, tools: SweepTools, of: Ending, after: Id | null): Promise<Id[]> {
  const rule = ruleFor(tools.policy, of)
  const today = dayOf(desk.clock.now())
  const newestMade = addPeriod(today, Temporal.Duration.from(rule.noAnchor.after).negated().toString()).add({ days: 4 })
  const looking = { of, event: rule.from, newestAnchor: newestAnchor(rule, today), newestMade, after, limit: batch }
  const deed = { purpose: 'retention', deed: 'retention.looked' } as const
  return desk.read(null, deed, (scope) => candidates(scope, looking))
}

/** All of them in one transaction; if that fails, in ever smaller parts, so that one that fails is left as it was and alone. */
async function sweepSome(desk: Desk<PurposeKey>, tools: SweepTools, things: Things, counts: Counts): Promise<void> {
  const { of, ids } = things
  if (ids.length === 0) return
  const taken = await takeSteps(desk, tools, things).catch(() => null)
  if (taken) {
    for (const step of taken.steps) {
      if (step === 'destroy') counts.destroyed[of]++
      else counts[step]++
    }
    counts.failed += await finishAll(desk, tools, taken.intents)
    return
  }
  // What became of a single one, the next run reads from the journal and the database: an error at the commit may have come after it.
  if (ids.length === 1) return void counts.failed++
  const half = Math.ceil(ids.length / 2)
  for (const part of [ids.slice(0, half), ids.slice(half)]) {
    await sweepSome(desk, tools, { ...things, ids: part }, counts)
  }
}
