import { sql } from 'kysely'
import type { Scope } from '../../../platform/database/desk.ts'
import { question } from '../../../platform/database/question.ts'
import { todayInLondon } from '../../../values/calendar-days.ts'
import type { Id } from '../../../values/ids.ts'
import type { CaseFacts, Milestone } from '../domain/case-facts.ts'

/** What stands in a case's own row and decides what comes next. */
export interface CaseRow {
  readonly id: Id
  readonly status: 'live' | 'closed'
  readonly mediatorId: Id | null
  readonly openedAt: Temporal.Instant
}

interface MilestoneRow extends Omit<Milestone, 'day'> {
  readonly case_id: Id
  readonly day: string | null
}

/** How far some cases are, in one statement however many. Of a case that is not theirs somebody learns nothing. */
export async function factsOf(scope: Scope, cases: readonly CaseRow[]): Promise<ReadonlyMap<Id, CaseFacts>> {
  const ids = cases.map((it) => it.id)
  const milestones = await milestonesOf(scope, ids)
  return new Map(cases.map((it) => [it.id, factsFrom(it, milestones)]))
}

export type Milestones = ReadonlyMap<Id, readonly Milestone[]>

const milestoneRows = question((queries, { ids }: { readonly ids: readonly Id[] }) =>
  queries
    .selectFrom(sql<MilestoneRow>`ev.case_milestones(${ids}::uuid[])`.as('milestone'))
    .select(['case_id', 'what', 'zone', 'ref', 'day', 'state']),
)

/** By case; one that has come to nothing yet, or is not theirs, is missing. */
export async function milestonesOf(scope: Scope, ids: readonly Id[]): Promise<Milestones> {
  if (ids.length === 0) return new Map()
  const rows = await milestoneRows(scope, { ids })
  const milestones = new Map<Id, Milestone[]>()
  for (const { case_id, what, zone, ref, day, state } of rows) {
    const found = { what, zone, ref, day: day === null ? null : Temporal.PlainDate.from(day), state }
    milestones.set(case_id, [...(milestones.get(case_id) ?? []), found])
  }
  return milestones
}

export const factsFrom = (row: CaseRow, milestones: Milestones): CaseFacts => ({
  caseId: row.id,
  status: row.status,
  hasMediator: row.mediatorId !== null,
  openedOn: todayInLondon(row.openedAt),
  milestones: milestones.get(row.id) ?? [],
})
