import type { Scope } from '../../../../platform/database/desk.ts'
import { tokenField } from '../../../../platform/web/read-sent-form.ts'
import type { StaffRequest } from '../../../../platform/web/route.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { Form } from '../../../../ui/forms/form.tsx'
import { HiddenField } from '../../../../ui/forms/text-fields.tsx'
import type { Id } from '../../../../values/ids.ts'
import type { TaskPurpose } from '../../actions/finish-by-hand.ts'
import { type WaitingTask, waitingTasks } from '../../data/tasks.ts'
import { factsOfKind } from '../../domain/task-kinds.ts'
import { doneAddress } from './task.routes.ts'
import type { TodayItem } from './today-list.tsx'
import { dueWords, sinceWords } from './when-words.ts'

/** What the list of tasks asks of features that come after it: the references of cases and enquiries, read in the same scope. */
export type ReferencesOf = (
  scope: Scope,
  ids: { readonly cases: readonly Id[]; readonly enquiries: readonly Id[] },
) => Promise<ReadonlyMap<Id, string>>

/** What is due later than this waits unseen: a hold to be looked at in a year is not for today. */
const daysAhead = 7

/** The tasks that wait for whoever is signed in, for Today. */
export async function tasksOfToday(
  request: StaffRequest<PurposeKey>,
  purpose: TaskPurpose,
  referencesOf: ReferencesOf,
): Promise<TodayItem[]> {
  const { staff, desk, today } = request
  const who = { role: staff.role, staffId: staff.id, until: today.add({ days: daysAhead }) }
  const { tasks, references } = await desk.read(staff.id, { purpose, deed: 'task.listed' }, async (scope) => {
    const waiting = await waitingTasks(scope, who)
    const cases = waiting.flatMap((it) => (it.caseId ? [it.caseId] : []))
    const enquiries = waiting.flatMap((it) => (it.enquiryId && !it.caseId ? [it.enquiryId] : []))
    return { tasks: waiting, references: await referencesOf(scope, { cases, enquiries }) }
  })
  return tasks.map((task) => ({
    words: factsOfKind(task.kind).words,
    href: factsOfKind(task.kind).leadsTo(task),
    about: references.get(task.caseId ?? task.enquiryId ?? task.id),
    when: whenWords(task, today),
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
