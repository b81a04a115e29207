import type { Scope } from '../../../../platform/database/desk.ts'
import { tokenField } from '../../../../platform/web/read-sent-form.ts'
import type { StaffRequest } from '../../../../platform/web/route.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { Form } from '../../../../ui/forms/form.tsx'
import { HiddenField } from '../../../../ui/forms/text-fields.tsx'
import type { Id } from '../../../../values/ids.ts'
import type { TaskPurpose } from '../../actions/finish-by-hand.ts'
import { type WaitingTask, waitingTasks } from '../../data/tasks.ts'
import { factsOfKind, isRung } from '../../domain/task-kinds.ts'
import { doneAddress } from './task.routes.ts'
import type { TodayItem } from './today-list.tsx'
import { dueWords, sinceWords } from './when-words.ts'

/** What the list of tasks asks of features that come after it: the references of cases and enquiries, read in the same scope. */
export type ReferencesOf = (
  scope: Scope,
  ids: { readonly cases: readonly Id[]; readonly enquiries: readonly Id[] },
) => Promise<ReadonlyMap<Id, string>>

/** How it is safe to ring those whom a task concerns, a line each, by task; asked for what is done by telephone. */
export type RingingOf = (scope: Scope, tasks: readonly WaitingTask[]) => Promise<ReadonlyMap<Id, readonly string[]>>

interface About {
  readonly referencesOf: ReferencesOf
  readonly ringingOf: RingingOf
}

/** What is due later than this waits unseen: a hold to be looked at in a year is not for today. */
const daysAhead = 7

/** The tasks that wait for whoever is signed in, for Today. */
export async function tasksOfToday(
  request: StaffRequest<PurposeKey>,
  purpose: TaskPurpose,
  { referencesOf, ringingOf }: About,
): Promise<TodayItem[]> {
  const { staff, desk, today } = request
  const who = { role: staff.role, staffId: staff.id, until: today.add({ days: daysAhead }) }
  const { tasks, references, ringing } = await desk.read(staff.id, { purpose, deed: 'task.listed' }, async (scope) => {
    const waiting = await waitingTasks(scope, who)
    const cases = waiting.flatMap((it) => (it.caseId ? [it.caseId] : []))
    const enquiries = waiting.flatMap((it) => (it.enquiryId && !it.caseId ? [it.enquiryId] : []))
    const [references, ringing] = await Promise.all([
      referencesOf(scope, { cases, enquiries }),
      ringingOf(
        scope,
        waiting.filter((it) => isRung(it.kind)),
      ),
    ])
    return { tasks: waiting, references, ringing }
  })
  return tasks.map((task) => ({
    words: factsOfKind(task.kind).words,
    href: factsOfKind(task.kind).leadsTo(task),
    about: references.get(task.caseId ?? task.enquiryId ?? task.id),
    when: whenWords(task, today),
    notes: ringing.get(task.id),
    urgent: Temporal.PlainDate.compare(task.dueOn, today) <= 0,
    act: factsOfKind(task.kind).ends === 'hand' ? <DoneButton {...{ task, purpose, request }} /> : null,
  }))
}

/** Since when it waits matters until it is late: then how late it is says enough. */
const whenWords = ({ dueOn, madeAt }: WaitingTask, today: Temporal.PlainDate): string =>
  Temporal.PlainDate.compare(dueOn, today) < 0
    ? dueWords(dueOn, today)
    : `${dueWords(dueOn, today)}, ${sinceWords(madeAt, today)}`

const DoneButton = (props: {
  readonly task: WaitingTask
  readonly purpose: TaskPurpose
  readonly request: StaffRequest<PurposeKey>
}) => (
  <Form
    action={doneAddress(props.purpose, props.task.id)}
    formFields={<HiddenField name={tokenField} value={props.request.formToken()} />}
  >
    <button type="submit" class="ev-small-button">
      Mark as done<span class="govuk-visually-hidden">: {factsOfKind(props.task.kind).words}</span>
    </button>
  </Form>
)
