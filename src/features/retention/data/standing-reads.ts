import type { Scope } from '../../../platform/database/desk.ts'
import type { Id } from '../../../values/ids.ts'
import { caseHead, type Hold, standingHolds } from '../../cases/index.ts'
import type { Clock, Standing } from '../domain/due.ts'
import { standingOf } from '../domain/due.ts'
import { type CourseOf, courseOf } from './courses.ts'
import { historyOf } from './histories.ts'

/** All that bears on when a case ends. */
export interface CaseStanding {
  readonly id: Id
  readonly reference: string
  readonly standing: Standing
  readonly course: CourseOf | null
  readonly holds: readonly Hold[]
}

/** Why a case is kept and until when; null when there is no such case for the one who asks. */
export async function standingOfCase(scope: Scope, caseId: Id, rule: Clock): Promise<CaseStanding | null> {
  const [head, history, course, holds] = await Promise.all([
    caseHead(scope, caseId),
    historyOf(scope, 'case', caseId, rule.from),
    courseOf(scope, 'case', caseId),
    standingHolds(scope, caseId),
  ])
  if (!head || !history) return null
  return {
    id: caseId,
    reference: head.reference,
    standing: standingOf(rule, history),
    course,
    holds,
  }
}
