import type { Scope } from '../../../../platform/database/desk.ts'
import type { StaffRequest } from '../../../../platform/web/route.ts'
import { othersWhoAnswer } from '../../../../policy/index.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { startOfDayInLondon } from '../../../../values/calendar-days.ts'
import { type Id, isId } from '../../../../values/ids.ts'
import { knownAlready, nobody, readSearch, type Sought } from '../../../matching/index.ts'
import { wayAmong } from '../../../people/index.ts'
import { staffNames } from '../../../staff/index.ts'
import type { RequestTools } from '../../actions/request-tools.ts'
import { passingsOf } from '../../data/passings.ts'
import { clockFacts, requestOf, type WholeRequest } from '../../data/request-reads.ts'
import { placeOfRequest, waysHeld } from '../../data/tell.ts'
import { clockOf } from '../../domain/clock.ts'
import { recordOf } from '../../domain/request.ts'
import { requestPath } from './list.page.tsx'
import type { MayAsk, RequestPageProps } from './request.page.tsx'

type Read = Omit<RequestPageProps, 'form' | 'today' | 'token'>

/** All that the page of a request shows; null when there is none for the one who looks. */
export async function readForPage(tools: RequestTools, request: StaffRequest<PurposeKey>): Promise<Read | null> {
  const { requestId } = request.params
  if (!isId(requestId)) return null
  const { desk, staff } = request
  const deed = { purpose: 'rights', deed: 'request.opened', subjectId: requestId } as const
  const read = await desk.read(staff.id, deed, async (scope) => {
    const found = await requestOf(scope, requestId)
    if (!found) return null
    const [person, names, passings] = await Promise.all([
      aboutPerson(scope, tools, found),
      namesIn(scope, found),
      passingsOf(scope, requestId),
    ])
    return { found, names, passings, ...person }
  })
  if (!read) return null
  const sought = request.query.q?.slice(0, 200) ?? ''
  const mayLook = tools.mayAct(staff.role, 'recognition')
  const looks = mayLook && read.found.checks.length === 0
  return {
    ...{ ...read, mayLook },
    others: othersWhoAnswer(tools.policy),
    clock: clockOf(clockFacts(read.found), tools.rules, request.today),
    sought,
    answer: answerOf(tools, read.found),
    mayAsk: looks && read.found.request.closedOn === null ? await whoMayAsk(request, askerOf(read.found), sought) : [],
  }
}

/** Where it is answered: there is nothing to answer before it is known who asks. */
function answerOf({ answers = {} }: RequestTools, { request }: WholeRequest) {
  const answer = answers[request.kind]
  const settled = request.identity === 'shown' || request.identity === 'not_needed'
  return answer && settled && (request.personId !== null || (answer.ofEnquirers && request.enquiryId !== null))
    ? { text: answer.text, href: `${requestPath(request.id)}/${answer.part}` }
    : null
}

/** Who was matched, and by which ways that were theirs before they can show it. */
async function aboutPerson(scope: Scope, { settled }: RequestTools, { request }: WholeRequest) {
  const none = { known: null, held: { email: false, letter: false, telephone: null } }
  if (recordOf(request) === null || request.closedOn !== null) return none
  const before = startOfDayInLondon(request.receivedOn)
    .toZonedDateTimeISO('Europe/London')
    .subtract(settled)
    .toInstant()
  const [place, ways] = await Promise.all([placeOfRequest(scope, request), waysHeld(scope, request, before)])
  const telephone = wayAmong(ways, 'telephone', 'anything')
  return {
    known: place && { name: place.name, words: place.words, href: place.href },
    held: {
      email: wayAmong(ways, 'email', 'anything').usable,
      letter: wayAmong(ways, 'letter', 'anything').usable,
      telephone: telephone.usable ? telephone.point.value : null,
    },
  }
}

function namesIn(scope: Scope, { checks, more }: WholeRequest) {
  const people = [more.takenBy, more.identityBy, more.closedBy, ...checks.map((it) => it.passedBy)]
  const known = [...new Set(people.filter((it): it is Id => it !== null))]
  return known.length > 0 ? staffNames(scope, known) : new Map<Id, string>()
}

/** What is known of somebody from what they gave. */
export interface Asker {
  readonly id: Id
  readonly name: string
  readonly birthDate: string | null
  readonly givenContact: string | null
}

const askerOf = ({ request, more }: WholeRequest): Asker => ({
  ...{ id: request.id, name: request.name, birthDate: more.birthDate, givenContact: more.givenContact },
})

/** Parties, and enquirers without a case, who may be the one who asks, by what was given or by other words. */
export async function whoMayAsk(
  request: StaffRequest<PurposeKey>,
  { id, name, birthDate, givenContact }: Asker,
  typed: string,
): Promise<MayAsk[]> {
  const given: Sought = { ...readSearch(givenContact ?? ''), name, birthDate }
  const deed = { purpose: 'recognition', deed: 'person.sought', subjectId: id } as const
  const known = await request.desk.read(request.staff.id, deed, (scope) =>
    knownAlready(scope, typed === '' ? { ...nobody, ...given } : readSearch(typed)),
  )
  return known.flatMap(({ source, id: recordId, name: { given, family }, cases, enquiry }): MayAsk[] => {
    const who = `${given} ${family}`.trim()
    if (source === 'party' && cases.length > 0)
      return [{ recordId, of: 'case', words: `${who}, case ${cases.map((it) => it.reference).join(', ')}` }]
    if (source === 'enquirer' && cases.length === 0 && enquiry)
      return [{ recordId, of: 'enquiry', words: `${who}, enquiry ${enquiry.reference}` }]
    return []
  })
}
