import type { StaffRequest } from '../../../../platform/web/route.ts'
import type { CompiledPolicy } from '../../../../policy/compiled.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { plainDate } from '../../../../ui/dates.ts'
import type { TodayItem } from '../../../tasks/index.ts'
import { type Passing, passingsOf } from '../../data/passings.ts'
import { clockFacts, listRequests, type StoppedRequest } from '../../data/request-reads.ts'
import { type ClockRules, clockOf, nearnessOf } from '../../domain/clock.ts'
import { nextStep, stepWords } from '../../domain/request.ts'
import { requestPath } from './list.page.tsx'

/** Every request that waits, for everybody who may answer one: nobody's being away can lose it. */
export const requestsToday =
  (rules: ClockRules, policy: CompiledPolicy) =>
  async ({ desk, staff, today }: StaffRequest<PurposeKey>): Promise<TodayItem[]> => {
    const deed = { purpose: 'rights', deed: 'request.listed' } as const
    const [open, passings] = await desk.read(staff.id, deed, (scope) =>
      Promise.all([listRequests(scope, 'open'), passingsOf(scope, null)]),
    )
    // What is all for another controller is not shown as ours to answer.
    const ours = open.filter(
      ({ request }) => !passings.some((it) => it.requestId === request.id && it.covers === 'all'),
    )
    return [...ours.map((it) => itemOf(it, rules, today)), ...passings.map((it) => passingItem(it, policy, today))]
      .toSorted((one, other) => Temporal.PlainDate.compare(one.by, other.by))
      .map(({ item }) => item)
  }

/** It goes to the other controller by a day; then they say that they have it. */
function passingItem(it: Passing, { service }: CompiledPolicy, today: Temporal.PlainDate) {
  const name = service.controllers[it.controller]?.name ?? it.controller
  const gone = it.passedOn !== null
  const item: TodayItem = {
    words: gone ? 'Hear whether a request about data arrived' : 'Pass on a request about data',
    href: requestPath(it.requestId),
    about: name,
    when: gone ? `Passed on on ${plainDate(Temporal.PlainDate.from(it.passedOn))}` : `To go by ${plainDate(it.dueOn)}`,
    urgent: !gone && Temporal.PlainDate.compare(it.dueOn, today.add({ days: 1 })) <= 0,
  }
  return { by: it.dueOn, item }
}

function itemOf(one: StoppedRequest, rules: ClockRules, today: Temporal.PlainDate) {
  const { request } = one
  const clock = clockOf(clockFacts(one), rules, today)
  const step = nextStep(request, clock.state === 'stopped')
  const item: TodayItem = {
    words: stepWords[step],
    href: requestPath(request.id),
    about: `${request.reference}, ${request.name}`,
    when: `Promised for ${plainDate(clock.promisedOn)}, due by law on ${plainDate(clock.dueOn)}`,
    urgent: nearnessOf(clock, today) !== 'far' || step === 'find' || step === 'acknowledge',
  }
  return { by: clock.promisedOn, item }
}
