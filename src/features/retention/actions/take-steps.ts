import { dayOf } from '../../../platform/clock/service-clock.ts'
import type { Desk, Scope } from '../../../platform/database/desk.ts'
import type { SweepRule } from '../../../policy/enforcing/sweep-plan.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import { type Id, newId } from '../../../values/ids.ts'
import { done, refused } from '../../../values/outcome.ts'
import { addTaskOnce, finishTasks } from '../../tasks/index.ts'
import { forgetCourse, writeCourse } from '../data/course-writes.ts'
import { coursesOf } from '../data/courses.ts'
import { lockToEnd } from '../data/destruction-writes.ts'
import { historiesOf } from '../data/histories.ts'
import { type Ending, reasonsToStay } from '../domain/check.ts'
import { nextStep, type Step } from '../domain/course.ts'
import { type Standing, standingOf } from '../domain/due.ts'
import type { Intent } from '../domain/journal-lines.ts'
import { destroy } from './destroy.ts'
import type { SweepTools } from './sweep-tools.ts'

/** Things of one kind, with the rule by which they end. */
export interface Things {
  readonly of: Ending
  readonly ids: readonly Id[]
  readonly rule: SweepRule
}

/** What was done with some things; an intent for each that was destroyed. */
export interface Taken {
  readonly steps: readonly Step['do'][]
  readonly intents: readonly Intent[]
}

/**
 * Does with each thing what its time asks for, in one transaction that holds them alone: their clocks, their checks and what follows from
 * them are read and written together, so that nothing can be added in between. What needs nothing leaves no trace.
 */
export async function takeSteps(desk: Desk<PurposeKey>, tools: SweepTools, things: Things): Promise<Taken> {
  const found: { taken: Taken } = { taken: { steps: [], intents: [] } }
  const deed = { purpose: 'retention', deed: 'retention.stepped', key: newId() } as const
  await desk.act<'nothing'>(null, deed, async (scope) => {
    const steps = [...(await stepsFor(scope, tools, things))].filter(([, step]) => step.do !== 'nothing')
    if (steps.length === 0) return refused('nothing')
    scope.aboutEach(steps.map(([id]) => ({ subjectId: id, ...(things.of === 'case' ? { caseId: id } : {}) })))
    const due = new Map(steps.flatMap(([id, step]) => (step.do === 'destroy' ? [[id, step.due] as const] : [])))
    const intents = await destroy(scope, tools, { ...things, due })
    for (const [id, step] of steps) await write(scope, tools, { ...things, id }, step)
    found.taken = { steps: steps.map(([, step]) => step.do), intents }
    return done({})
  })
  return found.taken
}

async function stepsFor(scope: Scope, tools: SweepTools, { of, ids, rule }: Things): Promise<ReadonlyMap<Id, Step>> {
  const there = await lockToEnd(scope, of, ids)
  const histories = await historiesOf(scope, of, there, rule.from)
  const courses = await coursesOf(scope, of, there)
  const today = dayOf(scope.now)
  const standings = new Map([...histories].map(([id, history]) => [id, standingOf(rule, history)]))
  const asked = [...standings].flatMap(([id, standing]) => {
    const was = courses.get(id)
    const shownSince = was?.status === 'provisional' ? was.since : null
    return isNear(standing, today) ? [{ of, id, shownSince, pastCap: isPastCap(standing, today) }] : []
  })
  const reasons = await reasonsToStay(tools.checks, scope, of, asked)
  return new Map(
    there.map((id) => {
      const [standing, was] = [standings.get(id), courses.get(id) ?? null]
      if (!standing) return [id, was ? { do: 'putBack' } : { do: 'nothing' }]
      return [id, nextStep(today, rule, standing, was, reasons.get(id) ?? [])]
    }),
  )
}

interface Thing extends Omit<Things, 'ids'> {
  readonly id: Id
}

const { compare } = Temporal.PlainDate
const isNear = (standing: Standing, today: Temporal.PlainDate) =>
  standing.clock === 'running' && compare(today, standing.shownFrom) >= 0
const isPastCap = (standing: Standing, today: Temporal.PlainDate) =>
  standing.clock === 'running' && standing.cap !== null && compare(today, standing.cap) >= 0

const refersTo = ({ of, id }: Thing) => (of === 'case' ? { caseId: id } : { enquiryId: id })

async function write(scope: Scope, tools: SweepTools, thing: Thing, step: Step): Promise<void> {
  if (step.do === 'destroy' || step.do === 'nothing') return
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
