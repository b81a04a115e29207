import type { CompiledPolicy } from '../compiled.ts'
import { sweepPlan } from '../enforcing/sweep-plan.ts'
import { eventWords } from '../prose/events.ts'
import { fill, type SettingValues } from '../prose/slots.ts'
import { durationInWords, sentence } from '../prose/words.ts'
import type { Aggregate } from '../vocabulary.ts'

export interface ScheduleRow {
  readonly key: string
  readonly aggregate: Aggregate
  readonly what: string
  readonly keptFor: string
  readonly countedFrom: string
  /** What reopening does to the clock. */
  readonly reopening: string
  readonly withoutStart: string
  readonly waiting: string
  readonly why: string
  readonly source: string
  /** Nothing is held by it yet. */
  readonly planned: boolean
}

/** The retention schedule for staff: everything that the sweep will do, with the reason and its source. */
export function retentionSchedule(policy: CompiledPolicy, settings: SettingValues): ScheduleRow[] {
  return sweepPlan(policy).map((rule) => {
    const clause = policy.retention[rule.key]
    return {
      key: rule.key,
      aggregate: rule.aggregate,
      what: fill(policy, rule.title, settings),
      keptFor: sentence(durationInWords(rule.keep)),
      countedFrom: sentence(eventWords[rule.from]),
      reopening:
        rule.reopen === 'continue'
          ? 'The clock runs on'
          : `The clock starts again, and ends after ${durationInWords(rule.cap ?? rule.keep)} at the latest`,
      withoutStart: `Looked at by hand after ${durationInWords(rule.noAnchor.after)}`,
      waiting: `Shown to staff for ${durationInWords(rule.waiting)} before it goes`,
      why: fill(policy, clause?.why ?? '', settings),
      source: clause?.source ?? '',
      planned: rule.purposes.length === 0,
    }
  })
}
