import type { Scope } from '../../../platform/database/desk.ts'
import type { Id } from '../../../values/ids.ts'

const listed = [
  'id',
  'reference',
  'kind',
  'way',
  'aware_at',
  'risk',
  'notify',
  'tell',
  'controller',
  'charity',
] as const
const facts = ['contained', 'whose', 'measures', 'closed_on'] as const
const whole = [
  ...[...listed, ...facts],
  ...(['what', 'made_at', 'made_by', 'case_id', 'message_id', 'people_count', 'delicate', 'consequences'] as const),
  ...(['notify_reason', 'notify_by', 'tell_reason', 'tell_by', 'charity_reason', 'closed_by'] as const),
] as const

/** As many as an office can have before it. */
const mostListed = 300

/** Every breach that is worked on, the oldest first; or those that were closed, the latest first. Each with whom was told of it. */
export async function listBreaches(scope: Scope, which: 'open' | 'closed') {
  const is = which === 'open' ? 'is' : 'is not'
  const of = scope.queries
    .selectFrom('breach')
    .select([...listed, ...facts])
    .where('closed_on', is, null)
  const inOrder = which === 'open' ? of.orderBy('aware_at') : of.orderBy('closed_on', 'desc')
  const [rows, reports] = await Promise.all([
    inOrder.orderBy('id').limit(mostListed).execute(),
    scope.queries
      .selectFrom('breach_report')
      .innerJoin('breach', 'breach.id', 'breach_report.breach_id')
      .select(['breach_report.breach_id', 'breach_report.told'])
      .where('breach.closed_on', is, null)
      .execute(),
  ])
  return rows.map((row) => ({ ...row, told: reports.filter((it) => it.breach_id === row.id).map((it) => it.told) }))
}

export type ListedBreach = Awaited<ReturnType<typeof listBreaches>>[number]

const reportsOf = (scope: Scope, id: Id) =>
  scope.queries
    .selectFrom('breach_report')
    .select(['id', 'breach_id', 'told', 'how', 'words', 'their_reference', 'late_reason', 'told_at', 'made_by'])
    .where('breach_id', '=', id)
    .orderBy('told_at')
    .orderBy('id')
    .execute()

/** One breach with all that was told to whom; null when there is none. */
export async function breachOf(scope: Scope, id: Id) {
  const [row, reports] = await Promise.all([
    scope.queries.selectFrom('breach').select(whole).where('id', '=', id).executeTakeFirst(),
    reportsOf(scope, id),
  ])
  return row ? { breach: { ...row, told: reports.map((it) => it.told) }, reports } : null
}

export type WholeBreach = NonNullable<Awaited<ReturnType<typeof breachOf>>>

/** What is known of a message without reading it; null when there is none. */
export async function messageFacts(scope: Scope, id: Id) {
  const row = await scope.queries
    .selectFrom('message')
    .select(['id', 'case_id', 'template', 'channel', 'made_at'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? null
}
