import { z } from 'zod'
import type { Scope } from '../../../../platform/database/desk.ts'
import { tooLong } from '../../../../platform/web/field-schemas.ts'
import { readForm } from '../../../../platform/web/read-form.ts'
import type { PageRequest, Reply, Route } from '../../../../platform/web/route.ts'
import { actorOf } from '../../../../platform/web/staff-request.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { blankForm, type FormState, filledForm } from '../../../../ui/forms/form-state.ts'
import type { Id } from '../../../../values/ids.ts'
import { caseOfOldReference, caseOfReference } from '../../../cases/index.ts'
import { enquiryOfReference } from '../../../enquiries/index.ts'
import { type Known, knownAlready, together } from '../../data/known-people.ts'
import { canBeSought, readSearch, type Sought } from '../../domain/search.ts'
import { cardsFor, everybodyKnown, type MayAct } from './everybody-known.ts'
import { possibleForm } from './possible.form.ts'
import { PossiblyKnown, SearchPage } from './search.page.tsx'

type Request = PageRequest<PurposeKey>
const base = { area: 'office', purpose: 'recognition', entry: 'purpose' } as const
const deed = { purpose: 'recognition', deed: 'person.sought' } as const

/** Looking for people. What is looked for is sent by POST: an address is written down by browsers, proxies and histories. */
export const searchRoutes = (mayAct: MayAct): readonly Route<PurposeKey>[] => [
  { ...base, method: 'GET', path: '/office/search', handle: async (request) => page(request, blankForm, null) },
  { ...base, method: 'POST', path: '/office/search', handle: (request) => search(request, mayAct) },
  { ...base, method: 'POST', path: '/office/search/possible', handle: (request) => possible(request, mayAct) },
]

const searchForm = z.object({
  q: z.string({ error: tooShort() }).max(200, tooLong(200)),
})

function tooShort(): string {
  return 'Enter at least two letters of a name, or a telephone number, e-mail address, postcode or date of birth'
}

function page(request: Request, form: FormState, known: readonly Known[] | null): Reply {
  const body = <SearchPage form={form} token={request.formToken()} known={known} />
  return { page: { title: 'Find a person', body, invalid: Object.keys(form.errors).length > 0 } }
}

async function search(request: Request, mayAct: MayAct): Promise<Reply> {
  const reading = readForm(searchForm, request.form)
  if (!reading.ok) return page(request, reading, null)
  const typed = { q: reading.value.q }
  const sought = readSearch(typed.q)
  if (!canBeSought(sought) && !mayBeNumber(typed.q))
    return page(request, { values: typed, errors: { q: tooShort() } }, null)
  const known = await request.desk.read(actorOf(request), deed, async (scope) => {
    const file = sought.reference === null ? null : await fileOfReference(scope, sought.reference)
    return file ?? (await fileOfOldNumber(scope, typed.q)) ?? (await knownAlready(scope, sought))
  })
  if (typeof known === 'string') return { redirect: known }
  return page(request, filledForm(typed), together(known, await cardsFor(request, mayAct, sought)))
}

/** The number that a case had elsewhere can be of any shape; one without a figure would be taken for a name. */
const mayBeNumber = (typed: string): boolean => /\d/.test(typed)

async function fileOfOldNumber(scope: Scope, typed: string): Promise<string | null> {
  const caseId = mayBeNumber(typed) ? await caseOfOldReference(scope, typed) : null
  return caseId && `/office/cases/${caseId}`
}

async function fileOfReference(scope: Scope, reference: string): Promise<string | null> {
  const caseId = await caseOfReference(scope, reference)
  if (caseId) return `/office/cases/${caseId}`
  const enquiryId: Id | null = await enquiryOfReference(scope, reference)
  return enquiryId && `/office/enquiries/${enquiryId}`
}

/** As somebody types into a form: a part of a page. What cannot be read yet is passed over, since it is still being typed. */
async function possible(request: Request, mayAct: MayAct): Promise<Reply> {
  const reading = readForm(possibleForm, request.form)
  const sought: Sought | null = reading.ok ? reading.value : null
  const known = sought ? await everybodyKnown(request, mayAct, sought) : []
  return { page: { title: 'Possibly known', fragment: true, body: <PossiblyKnown known={known} /> } }
}
