import type { Scope } from '../../../../platform/database/desk.ts'
import type { Keyring } from '../../../../platform/files/keyring.ts'
import { asTyped, readForm } from '../../../../platform/web/read-form.ts'
import type { PageRequest, Reply, Route } from '../../../../platform/web/route.ts'
import { actorOf } from '../../../../platform/web/staff-request.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { type FormState, filledForm } from '../../../../ui/forms/form-state.ts'
import { type Id, isId } from '../../../../values/ids.ts'
import { readInstant } from '../../../../values/instants.ts'
import { type Enquiry, enquiryOf } from '../../../enquiries/index.ts'
import { mediators, staffNames } from '../../../staff/index.ts'
import { type OpeningRefusal, openCase } from '../../actions/open-case.ts'
import { listCases, type PlaceInList } from '../../data/case-list.ts'
import type { ListedCase } from '../../domain/case.ts'
import { type ListedStep, type StepsOf, waiters } from '../../domain/waiting.ts'
import { type CaseFilter, CaseListPage } from './case-list.page.tsx'
import { type OpeningForm, openCaseForm } from './open-case.form.ts'
import { type MayBeParties, OpenCasePage } from './open-case.page.tsx'

type Request = PageRequest<PurposeKey>
const base = { area: 'office', purpose: 'booking', entry: 'purpose' } as const
const pageSize = 50

export interface CaseRouteTools {
  readonly keyring: Keyring
  readonly stepsOf: StepsOf
  mayAct(role: string, purpose: PurposeKey): boolean
  /** Who on record may be the parties of an enquiry, for whoever may look. */
  readonly mayBeParties: (request: Request, enquiry: Enquiry) => Promise<MayBeParties>
  /** Notes with which case somebody came back who is known by a card alone. */
  readonly cameBack: (
    request: Request,
    back: { readonly caseId: Id; readonly cards: OpeningForm['cards'] },
  ) => Promise<void>
}

/** The list of cases, and the form that opens one from an enquiry. */
export const caseRoutes = (tools: CaseRouteTools): Route<PurposeKey>[] => [
  { ...base, method: 'GET', path: '/office/cases', handle: (request) => list(request, tools) },
  { ...base, method: 'GET', path: '/office/enquiries/:id/open-case', handle: (request) => blank(request, tools) },
  {
    ...base,
    method: 'POST',
    path: '/office/enquiries/:id/open-case',
    handle: (request) => open(request, tools),
  },
]

/** Cases are looked through so many pages at a time for those that wait for somebody. */
const mostPages = 8

const filterOf = ({ query, staff }: Request): CaseFilter => {
  const show = query.show === 'closed' ? 'closed' : query.show === 'mine' && isMediator(staff) ? 'mine' : 'live'
  return { show, waits: show === 'closed' ? null : (waiters.find((it) => it === query.waits) ?? null) }
}
const isMediator = (staff: Request['staff']) => staff?.role === 'mediator'

async function list(request: Request, { stepsOf, mayAct }: CaseRouteTools): Promise<Reply> {
  const filter = filterOf(request)
  const after = placeIn(request.query.after)
  const deed = { purpose: 'booking', deed: 'case.listed' } as const
  const found = await request.desk.read(actorOf(request), deed, async (scope) => {
    const page = await casesOf(scope, filter, after, stepsOf)
    const ids = [...new Set(page.cases.flatMap((it) => it.mediatorId ?? []))]
    return { ...page, mediators: await staffNames(scope, ids) }
  })
  const who = { hasOwn: isMediator(request.staff), bringsIn: mayAct(request.staff?.role ?? '', 'bringingIn') }
  const body = <CaseListPage {...found} {...who} filter={filter} today={request.today} />
  return { page: { title: 'Cases', body } }
}

/** Where the page before ended, as its link says it. */
function placeIn(text: string | undefined): PlaceInList | undefined {
  const [when, id = ''] = (text ?? '').split('~')
  const openedAt = readInstant(when)
  return openedAt && isId(id) ? { openedAt, id } : undefined
}

/** A page of cases with what comes next in each. Whom a case waits for stands in no column, so cases are read until a page is full. */
async function casesOf(scope: Scope, filter: CaseFilter, from: PlaceInList | undefined, stepsOf: StepsOf) {
  const status = filter.show === 'closed' ? 'closed' : 'live'
  const mediatorId = filter.show === 'mine' ? (scope.actor ?? undefined) : undefined
  const cases: ListedCase[] = []
  const steps = new Map<Id, ListedStep>()
  let after = from
  for (let pages = 0; pages < mostPages; pages++) {
    const read = await listCases(scope, { status, after, mediatorId, limit: pageSize })
    const next = status === 'live' ? await stepsOf(scope, read) : new Map<Id, ListedStep>()
    for (const it of read) {
      const step = next.get(it.id)
      if (filter.waits !== null && step?.waitsFor !== filter.waits) continue
      cases.push(it)
      if (step) steps.set(it.id, step)
    }
    const last = read.at(-1)
    if (!last || read.length < pageSize) return { cases, steps, next: null }
    after = last
    if (cases.length >= pageSize / 2 || filter.waits === null) break
  }
  return { cases, steps, next: after ? `${after.openedAt}~${after.id}` : null }
}

async function blank(request: Request, tools: CaseRouteTools): Promise<Reply> {
  return openPage(request, tools, (enquiry) => filledForm(knownFrom(enquiry)))
}

/** What the enquiry said already: nobody types it again. */
const knownFrom = (enquiry: Enquiry): Record<string, string> => {
  const [year = '', month = '', day = ''] = (enquiry.birth_date ?? '').startsWith('-')
    ? []
    : (enquiry.birth_date ?? '').split('-')
  return {
    a_given_name: enquiry.given_name,
    a_family_name: enquiry.family_name,
    'a_birth_date-day': day,
    'a_birth_date-month': month,
    'a_birth_date-year': year,
    b_given_name: enquiry.other_given_name ?? '',
    b_family_name: enquiry.other_family_name ?? '',
    topic: ['children', 'money', 'both'].includes(enquiry.topic ?? '') ? String(enquiry.topic) : '',
  }
}

async function openPage(
  request: Request,
  tools: CaseRouteTools,
  formFor: (enquiry: Enquiry) => FormState,
): Promise<Reply> {
  const { id } = request.params
  if (!isId(id)) return { notFound: true }
  const deed = { purpose: 'booking', deed: 'enquiry.opened', subjectId: id } as const
  const found = await request.desk.read(actorOf(request), deed, async (scope) => {
    const enquiry = await enquiryOf(scope, id)
    return enquiry && { enquiry, people: await mediators(scope) }
  })
  if (!found) return { notFound: true }
  if (found.enquiry.case_id) return { redirect: `/office/cases/${found.enquiry.case_id}` }
  const form = formFor(found.enquiry)
  const mayBe = await tools.mayBeParties(request, found.enquiry)
  const shown = { form, token: request.formToken(), enquiryId: id, mediators: found.people, mayBe }
  const body = <OpenCasePage {...shown} />
  return { page: { title: 'Open a case', invalid: Object.keys(form.errors).length > 0, body } }
}

const refusalErrors: Readonly<Record<Exclude<OpeningRefusal, 'no_enquiry'>, Readonly<Record<string, string>>>> = {
  taken_on: { '': 'A case was opened from this enquiry already' },
  not_known: { '': 'Somebody whom you chose is no longer on record. Look again' },
  same_person: { b_same_as: 'The two parties are two people' },
  walled: { mediator: 'This mediator keeps away from one of the parties' },
}

async function open(request: Request, tools: CaseRouteTools): Promise<Reply> {
  const { id } = request.params
  if (!isId(id)) return { notFound: true }
  const reading = readForm(openCaseForm(request.today), request.form)
  if (!reading.ok) return openPage(request, tools, () => reading)
  const { cards, ...read } = reading.value
  const opening = { ...read, key: request.form.key, enquiryId: id }
  const outcome = await openCase(request.desk, tools.keyring, actorOf(request), opening)
  if (outcome.done) {
    const caseId = outcome.value.caseId as Id
    if (cards.first || cards.other) await tools.cameBack(request, { caseId, cards })
    return { redirect: `/office/cases/${caseId}` }
  }
  if (outcome.reason === 'no_enquiry') return { notFound: true }
  const errors = refusalErrors[outcome.reason]
  return openPage(request, tools, () => ({ values: asTyped(request.form), errors }))
}
