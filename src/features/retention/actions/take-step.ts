import { dayOf } from '../../../platform/clock/service-clock.ts'
import type { Desk, Scope } from '../../../platform/database/desk.ts'
import type { SweepRule } from '../../../policy/enforcing/sweep-plan.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import { type Id, newId } from '../../../values/ids.ts'
import { done, refused } from '../../../values/outcome.ts'
import { addTaskOnce, finishTasks } from '../../tasks/index.ts'
import { forgetCourse, writeCourse } from '../data/course-writes.ts'
import { courseOf } from '../data/courses.ts'
import { lockToEnd } from '../data/destruction-writes.ts'
import { historyOf } from '../data/histories.ts'
import { type Ending, reasonsToStay } from '../domain/check.ts'
import { nextStep, type Step } from '../domain/course.ts'
import { type Standing, standingOf } from '../domain/due.ts'
import type { Intent } from '../domain/journal-lines.ts'
import { destroy } from './destroy.ts'
import type { SweepTools } from './sweep-tools.ts'

interface Thing {
  readonly of: Ending
  readonly id: Id
  readonly rule: SweepRule
}

/** What was done with one thing; the intent when it was destroyed. */
export interface Taken {
  readonly step: Step['do']
  readonly intent: Intent | null
}

/**
 * Does with one thing what its time asks for, in one transaction that holds it alone: its clock, its checks and what follows from them
 * are read and written together, so that nothing can be added in between. What needs nothing leaves no trace.
 */
export async function takeStep(desk: Desk<PurposeKey>, tools: SweepTools, thing: Thing): Promise<Taken> {
  const found: { taken: Taken } = { taken: { step: 'nothing', intent: null } }
  const about = thing.of === 'case' ? { caseId: thing.id } : {}
  const deed = {
    purpose: 'retention',
    deed: 'retention.stepped',
    key: newId(),
    subjectId: thing.id,
    ...about,
  } as const
  await desk.act<'nothing'>(null, deed, async (scope) => {
    const step = await stepFor(scope, tools, thing)
    if (step.do === 'nothing') return refused('nothing')
    const intent = step.do === 'destroy' ? await destroy(scope, tools, { ...thing, due: step.due }) : null
    if (step.do !== 'destroy') await write(scope, tools, thing, step)
    found.taken = { step: step.do, intent }
    return done({ step: step.do })
  })
  return found.taken
}

async function stepFor(scope: Scope, tools: SweepTools, { of, id, rule }: Thing): Promise<Step> {
  if (!(await lockToEnd(scope, of, id))) return { do: 'nothing' }
  const history = await historyOf(scope, of, id, rule.from)
  const was = await courseOf(scope, of, id)
  if (!history) return was ? { do: 'putBack' } : { do: 'nothing' }
  const standing = standingOf(rule, history)
  const today = dayOf(scope.now)
  const shownSince = was?.status === 'provisional' ? was.since : null
  const reasons = isNear(standing, today)
    ? await reasonsToStay(tools.checks, scope, { of, id, shownSince }, isPastCap(standing, today))
    : []
  return nextStep(today, rule, standing, was, reasons)
}

const { compare } = Temporal.PlainDate
const isNear = (standing: Standing, today: Temporal.PlainDate) =>
  standing.clock === 'running' && compare(today, standing.shownFrom) >= 0
const isPastCap = (standing: Standing, today: Temporal.PlainDate) =>
  standing.clock === 'running' && standing.cap !== null && compare(today, standing.cap) >= 0

const refersTo = ({ of, id }: Thing) => (of === 'case' ? { caseId: id } : { enquiryId: id })

async function write(
  scope: Scope,
  tools: SweepTools,
  thing: Thing,
  step: Exclude<Step, { do: 'destroy' | 'nothing' }>,
) {
  const { of, id, rule } = thing
  const common = { of, id, rule: rule.key, policyHash: tools.policy.hash }
  const task = { forRole: 'privacyOfficer', ...refersTo(thing) } as const
  if (step.do !== 'announce') await finishTasks(scope, { kind: 'file-due', ...refersTo(thing) })
  if (step.do !== 'review') await finishTasks(scope, { kind: 'review-retention', ...refersTo(thing) })
  if (step.do === 'putBack') return forgetCourse(scope, of, id)
  if (step.do === 'defer') {
    return writeCourse(scope, {
      ...common,
      status: 'deferred',
      reasons: step.reasons,
      dueOn: step.due,
      waitUntil: null,
    })
  }
  if (step.do === 'review') {
    await writeCourse(scope, { ...common, status: 'review', reasons: [], dueOn: step.since, waitUntil: null })
    await addTaskOnce(scope, { kind: 'review-retention', dueOn: dayOf(scope.now).toString(), ...task })
    return
  }
  const { due: dueOn, waitUntil } = step
  await writeCourse(scope, { ...common, status: 'provisional', reasons: [], dueOn, waitUntil })
  await addTaskOnce(scope, { kind: 'file-due', dueOn: waitUntil.toString(), ...task })
}
