import { attendeesOf } from '../../features/bookings/index.ts'
import { partiesToRing } from '../../features/cases/index.ts'
import { enquirersToRing } from '../../features/enquiries/index.ts'
import { ringingWords } from '../../features/people/index.ts'
import type { RingingOf } from '../../features/tasks/plugin.ts'
import type { Id } from '../../values/ids.ts'

/** How it is safe to ring those whom a task concerns: the one it names, or both parties where it names none. */
export const ringingOf: RingingOf = async (scope, tasks) => {
  const ids = (of: (it: (typeof tasks)[number]) => Id | null) => [...new Set(tasks.flatMap((it) => of(it) ?? []))]
  const [parties, enquirers, attendees] = await Promise.all([
    partiesToRing(
      scope,
      ids((it) => it.caseId),
    ),
    enquirersToRing(
      scope,
      ids((it) => (it.caseId ? null : it.enquiryId)),
    ),
    attendeesOf(
      scope,
      ids((it) => it.subjectId),
    ),
  ])
  const linesOf = ({ caseId, enquiryId, subjectId }: (typeof tasks)[number]): string[] => {
    const enquirer = caseId || !enquiryId ? undefined : enquirers.get(enquiryId)
    if (enquirer) return [ringingWords(enquirer, scope.now)]
    const both = parties.filter((it) => it.caseId === caseId)
    const named = subjectId ? (attendees.get(subjectId) ?? subjectId) : null
    const one = both.filter((it) => it.personId === named)
    return (one.length > 0 ? one : both).map((it) => `${it.name}: ${ringingWords(it, scope.now)}`)
  }
  return new Map(tasks.map((it) => [it.id, linesOf(it)]))
}
