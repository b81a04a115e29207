import type { Scope } from '../../../../platform/database/desk.ts'
import type { StaffRequest } from '../../../../platform/web/route.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { type Id, isId } from '../../../../values/ids.ts'
import { placeOf, whoMayAsk } from '../../../requests/index.ts'
import { staffNames } from '../../../staff/index.ts'
import type { ComplaintTools } from '../../actions/complaint-tools.ts'
import { complaintOf, type WholeComplaint } from '../../data/complaint-reads.ts'
import { otherPartyOf } from '../../data/ways.ts'
import { complaintClock } from '../../domain/clock.ts'
import type { ComplaintPageProps } from './complaint.page.tsx'

type Read = Omit<ComplaintPageProps, 'form' | 'today' | 'token'>

/** All that the page of a complaint shows; null when there is none for the one who looks. */
export async function readForPage(tools: ComplaintTools, request: StaffRequest<PurposeKey>): Promise<Read | null> {
  const { complaintId } = request.params
  if (!isId(complaintId)) return null
  const { desk, staff } = request
  const deed = { purpose: 'complaints', deed: 'complaint.opened', subjectId: complaintId } as const
  const read = await desk.read(staff.id, deed, async (scope) => {
    const found = await complaintOf(scope, complaintId)
    if (!found) return null
    const [people, names, all] = await Promise.all([peopleOf(scope, found), namesIn(scope, found), colleagues(scope)])
    return { found, names, colleagues: all, ...people }
  })
  if (!read) return null
  const { complaint, more } = read.found
  const sought = request.query.q?.slice(0, 200) ?? ''
  const looks = complaint.personId === null && complaint.closedOn === null && tools.mayAct(staff.role, 'recognition')
  const asker = { id: complaint.id, name: complaint.name, birthDate: null, givenContact: more.givenContact }
  return {
    ...{ ...read, sought, own: complaint.aboutStaff === staff.id },
    clock: complaintClock(complaint.about, complaint.receivedOn, tools.rules),
    mayAsk: looks ? (await whoMayAsk(request, asker, sought)).filter((it) => it.of === 'case') : [],
  }
}

async function peopleOf(scope: Scope, { complaint }: WholeComplaint) {
  if (complaint.personId === null) return { known: null, other: null }
  const [place, other] = await Promise.all([
    placeOf(scope, complaint.personId),
    otherPartyOf(scope, complaint.personId),
  ])
  return {
    known: place && { name: place.name, caseId: place.caseId, reference: place.reference },
    other: other?.name ?? null,
  }
}

function namesIn(scope: Scope, { complaint, more, steps, tellings }: WholeComplaint) {
  const people = [
    ...[more.takenBy, more.closedBy, complaint.aboutStaff, ...tellings.map((it) => it.made_by)],
    ...steps.flatMap((it) => [it.madeBy, it.ofStaff]),
  ]
  return staffNames(scope, [...new Set(people.filter((it): it is Id => it !== null))])
}

const colleagues = (scope: Scope) =>
  scope.queries
    .selectFrom('staff')
    .select(['id', 'name'])
    .where('left_on', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .execute()
