import type { Scope } from '../../../platform/database/desk.ts'
import type { RoleKey } from '../../../policy/vocabulary.ts'
import { type Id, newId } from '../../../values/ids.ts'
import { kindsDoneByHand, type TaskKind, type TaskReferences, urgentKinds } from '../domain/task-kinds.ts'

/** A task to be made. It holds references only: what it is about is read where it is done. */
export interface NewTask extends TaskReferences {
  readonly kind: TaskKind
  readonly forRole: RoleKey
  /** For one person of that role; anybody of the role without. */
  readonly forStaff?: Id | null | undefined
  /** ISO date by which it should be done. */
  readonly dueOn: string
}

export interface WaitingTask {
  readonly id: Id
  readonly kind: string
  readonly caseId: Id | null
  readonly enquiryId: Id | null
  readonly messageId: Id | null
  readonly subjectId: Id | null
  readonly dueOn: Temporal.PlainDate
  readonly madeAt: Temporal.Instant
  /** For this person by name, and not for anybody of the role. */
  readonly mine: boolean
}

/** Far more than waits for anybody in an office that keeps up: what is beyond this many is not seen until those before it are done. */
const mostTasks = 400

/** Makes a task within the caller's transaction; answers its identifier. */
export async function addTask(scope: Scope, task: NewTask): Promise<Id> {
  const row = rowOf(task)
  await scope.queries.insertInto('task').values(row).execute()
  return row.id
}

/** Makes many. */
export async function addTasks(scope: Scope, tasks: readonly NewTask[]): Promise<void> {
  if (tasks.length > 0) await scope.queries.insertInto('task').values(tasks.map(rowOf)).execute()
}

const rowOf = (task: NewTask) => ({
  id: newId(),
  kind: task.kind,
  case_id: task.caseId ?? null,
  enquiry_id: task.enquiryId ?? null,
  message_id: task.messageId ?? null,
  subject_id: task.subjectId ?? null,
  for_role: task.forRole,
  for_staff: task.forStaff ?? null,
  due_on: task.dueOn,
})

const columnOf = {
  caseId: 'case_id',
  enquiryId: 'enquiry_id',
  messageId: 'message_id',
  subjectId: 'subject_id',
} as const
type Reference = keyof typeof columnOf

function referencesOf(about: TaskReferences): [(typeof columnOf)[Reference], Id][] {
  return (Object.keys(columnOf) as Reference[]).flatMap((name) => {
    const id = about[name]
    return id ? [[columnOf[name], id] as [(typeof columnOf)[Reference], Id]] : []
  })
}

/** Makes a task unless one of its kind waits already for the same thing; null when one does. */
export async function addTaskOnce(scope: Scope, task: NewTask): Promise<Id | null> {
  let waiting = scope.queries.selectFrom('task').select('id').where('kind', '=', task.kind).where('done_at', 'is', null)
  for (const [column, id] of referencesOf(task)) waiting = waiting.where(column, '=', id)
  const found = await waiting.limit(1).executeTakeFirst()
  return found ? null : addTask(scope, task)
}

/** Finishes every waiting task of a kind about all the references given; answers how many. Throws without a reference. */
export async function finishTasks(scope: Scope, done: TaskReferences & { readonly kind: TaskKind }): Promise<number> {
  const references = referencesOf(done)
  if (references.length === 0) throw new TypeError('finishing tasks needs to know what about')
  let finishing = scope.queries
    .updateTable('task')
    .set({ done_at: scope.now, done_by: scope.actor })
    .where('kind', '=', done.kind)
    .where('done_at', 'is', null)
  for (const [column, id] of references) finishing = finishing.where(column, '=', id)
  const { numUpdatedRows } = await finishing.executeTakeFirst()
  return Number(numUpdatedRows)
}

/** What waits for a person, by name or by role, most urgent first; with `until` only what is due by that day. */
export async function waitingTasks(
  scope: Scope,
  who: { readonly role: string; readonly staffId: Id; readonly until?: Temporal.PlainDate | undefined },
): Promise<WaitingTask[]> {
  let query = scope.queries
    .selectFrom('task')
    .select(['id', 'kind', 'case_id', 'enquiry_id', 'message_id', 'subject_id', 'due_on', 'made_at', 'for_staff'])
    .where('done_at', 'is', null)
    .where((is) =>
      is.or([is('for_staff', '=', who.staffId), is.and([is('for_staff', 'is', null), is('for_role', '=', who.role)])]),
    )
    .orderBy((is) => is('kind', 'in', urgentKinds), 'desc')
    .orderBy('due_on')
    .orderBy('made_at')
    .orderBy('id')
    .limit(mostTasks)
  if (who.until) query = query.where('due_on', '<=', who.until.toString())
  const rows = await query.execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    caseId: row.case_id,
    enquiryId: row.enquiry_id,
    messageId: row.message_id,
    subjectId: row.subject_id,
    dueOn: Temporal.PlainDate.from(row.due_on),
    madeAt: row.made_at,
    mine: row.for_staff === who.staffId,
  }))
}

/** Finishes one waiting task of a person or of their role, if it is of a kind that people finish. False when it is none such. */
export async function finishByHand(
  scope: Scope,
  task: { readonly id: Id; readonly role: string; readonly staffId: Id },
): Promise<boolean> {
  const { numUpdatedRows } = await scope.queries
    .updateTable('task')
    .set({ done_at: scope.now, done_by: scope.actor })
    .where('id', '=', task.id)
    .where('done_at', 'is', null)
    .where('kind', 'in', kindsDoneByHand)
    .where((is) =>
      is.or([
        is('for_staff', '=', task.staffId),
        is.and([is('for_staff', 'is', null), is('for_role', '=', task.role)]),
      ]),
    )
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
