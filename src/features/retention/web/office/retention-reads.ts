import type { PageRequest } from '../../../../platform/web/route.ts'
import { actorOf } from '../../../../platform/web/staff-request.ts'
import type { CompiledPolicy } from '../../../../policy/compiled.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import type { Id } from '../../../../values/ids.ts'
import { ruleFor } from '../../actions/sweep-tools.ts'
import { type BrakeState, brakeState } from '../../data/brake.ts'
import { type Certificate, latestCertificates, papersToDestroy } from '../../data/certificates.ts'
import { type CourseOf, coursesOnTheWay } from '../../data/courses.ts'
import { referencesOf, type YearsAhead, yearsAhead } from '../../data/years-ahead.ts'

/** What the page of retention shows. */
export interface RetentionOverview {
  readonly onTheWay: readonly (CourseOf & { readonly reference: string })[]
  readonly papers: readonly Certificate[]
  readonly certificates: readonly Certificate[]
  readonly years: { readonly case: YearsAhead; readonly enquiry: YearsAhead }
  readonly brake: BrakeState | null
}

/** Longest lists of the page: what is further off, or longer ago, waits for those before it. */
const most = { onTheWay: 200, certificates: 50 }

/** Reads it in a fixed number of questions. */
export function readOverview(request: PageRequest<PurposeKey>, policy: CompiledPolicy): Promise<RetentionOverview> {
  const deed = { purpose: 'accountability', deed: 'retention.listed' } as const
  return request.desk.read(actorOf(request), deed, async (scope) => {
    const courses = await coursesOnTheWay(scope, most.onTheWay)
    const idsOf = (of: CourseOf['of']) => courses.filter((course) => course.of === of).map((course) => course.id as Id)
    const cases = await referencesOf(scope, 'case', idsOf('case'))
    const enquiries = await referencesOf(scope, 'enquiry', idsOf('enquiry'))
    return {
      onTheWay: courses.map((course) => ({
        ...course,
        reference: (course.of === 'case' ? cases : enquiries).get(course.id) ?? '',
      })),
      papers: await papersToDestroy(scope),
      certificates: await latestCertificates(scope, most.certificates),
      years: {
        case: await yearsAhead(scope, 'case', ruleFor(policy, 'case')),
        enquiry: await yearsAhead(scope, 'enquiry', ruleFor(policy, 'enquiry')),
      },
      brake: await brakeState(scope),
    }
  })
}
