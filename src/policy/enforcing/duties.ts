import type { CompiledClocks, CompiledPolicy, CompiledStatistic } from '../compiled.ts'
import { entriesOf } from '../findings.ts'
import { activePurposes } from './active.ts'

/** How requests and complaints are taken, and the clocks that run from them. */
export interface RequestRules extends CompiledClocks {
  readonly channels: 'any'
  readonly identity: 'whenInDoubt'
}

export const requestRules = (policy: CompiledPolicy): RequestRules => ({ ...policy.clocks, ...policy.rights })

/** A paper that must be looked at again, and by when (ISO date). */
export interface ReviewDue {
  readonly clause: string
  readonly document: string
  readonly by: string
}

/** The assessments and agreements that a policy rests on, with the day by which each is reviewed. */
export const reviewCalendar = (policy: CompiledPolicy): ReviewDue[] => [
  ...activePurposes(policy).flatMap((purpose) =>
    entriesOf(purpose.subjects).flatMap(([kind, { basis }]) =>
      basis.a6 === 'legitimateInterests'
        ? [{ clause: `purposes.${purpose.key}.subjects.${kind}`, document: basis.assessment, by: basis.reviewBy }]
        : [],
    ),
  ),
  ...entriesOf(policy.recipients).flatMap(([key, { agreement }]) =>
    agreement ? [{ clause: `recipients.${key}`, document: agreement.document, by: agreement.reviewBy }] : [],
  ),
]

/** How each table of figures is made anonymous before anybody sees it. */
export interface StatisticRule extends CompiledStatistic {
  readonly key: string
}

export const statisticRules = (policy: CompiledPolicy): StatisticRule[] =>
  entriesOf(policy.statistics).map(([key, statistic]) => ({ key, ...statistic }))
