import { sql } from 'kysely'
import type { Scope } from '../../../platform/database/desk.ts'
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
  if (cases.length === 0) return new Map()
  const ids = cases.map((it) => it.id)
  const { rows } = await sql<MilestoneRow>`
    SELECT case_id, what, zone, ref, day::text AS day, state FROM ev.case_milestones(${ids}::uuid[])`.execute(
    scope.queries,
  )
  const milestones = new Map<Id, Milestone[]>()
  for (const { case_id, what, zone, ref, day, state } of rows) {
    const found = { what, zone, ref, day: day === null ? null : Temporal.PlainDate.from(day), state }
    milestones.set(case_id, [...(milestones.get(case_id) ?? []), found])
  }
  return new Map(
    cases.map((it) => [
      it.id,
      {
        caseId: it.id,
        status: it.status,
        hasMediator: it.mediatorId !== null,
        openedOn: todayInLondon(it.openedAt),
        milestones: milestones.get(it.id) ?? [],
      },
    ]),
  )
}
