import type { VNode } from 'preact'
import { asTyped, readForm } from '../../../../platform/web/read-form.ts'
import type { PageRequest, Reply, Route } from '../../../../platform/web/route.ts'
import { actorOf } from '../../../../platform/web/staff-request.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { blankForm, type FormState, filledForm, hasErrors } from '../../../../ui/forms/form-state.ts'
import { isId } from '../../../../values/ids.ts'
import {
  addProfessional,
  contactedProfessional,
  correctProfessional,
  removeProfessional,
} from '../../actions/keep-professionals.ts'
import { type KnownProfessional, listProfessionals, professionalOf, referralsFrom } from '../../data/professionals.ts'
import { NewProfessionalPage, ProfessionalListPage, ProfessionalPage } from './professional.page.tsx'
import { professionalForm } from './professional-form.ts'

type Request = PageRequest<PurposeKey>
const base = { area: 'office', purpose: 'professionalContacts', entry: 'purpose' } as const
const purpose = 'professionalContacts'
const path = '/office/professionals'
const notFound = { notFound: true } as const

export interface ProfessionalTools {
  /** How they sign in to an account, if they have one. */
  account(request: Request, professional: KnownProfessional): VNode
}

/** The register of professionals: to see, add, put right, and end. */
export const professionalRoutes = (tools: ProfessionalTools): readonly Route<PurposeKey>[] => [
  { ...base, method: 'GET', path, handle: list },
  { ...base, method: 'GET', path: `${path}/new`, handle: async (request) => newPage(request, blankForm) },
  { ...base, method: 'POST', path: `${path}/new`, handle: add },
  { ...base, method: 'GET', path: `${path}/:id`, handle: (request) => show(tools, request) },
  { ...base, method: 'POST', path: `${path}/:id`, handle: (request) => correct(tools, request) },
  { ...base, method: 'POST', path: `${path}/:id/contacted`, handle: contacted },
  { ...base, method: 'POST', path: `${path}/:id/remove`, handle: remove },
]

async function list(request: Request): Promise<Reply> {
  const deed = { purpose, deed: 'professional.listed' } as const
  const professionals = await request.desk.read(actorOf(request), deed, listProfessionals)
  return { page: { title: 'Professional contacts', body: <ProfessionalListPage professionals={professionals} /> } }
}

const newPage = (request: Request, form: FormState): Reply => ({
  page: {
    title: 'Add a professional',
    invalid: hasErrors(form),
    body: <NewProfessionalPage form={form} action={`${path}/new`} token={request.formToken()} />,
  },
})

async function add(request: Request): Promise<Reply> {
  const reading = readForm(professionalForm, request.form)
  if (!reading.ok) return newPage(request, reading)
  const input = { key: request.form.key, professional: reading.value }
  const outcome = await addProfessional(request.desk, actorOf(request), input)
  return outcome.done ? { redirect: `${path}/${outcome.value.professionalId}` } : notFound
}

async function show(tools: ProfessionalTools, request: Request, typed?: FormState): Promise<Reply> {
  const { id } = request.params
  if (!isId(id)) return notFound
  const deed = { purpose, deed: 'professional.opened', subjectId: id } as const
  const found = await request.desk.read(actorOf(request), deed, async (scope) => {
    const professional = await professionalOf(scope, id)
    return professional && { professional, referrals: await referralsFrom(scope, professional.email) }
  })
  if (!found) return notFound
  const { name, work, organisation, email, telephone, source } = found.professional
  const known = { name, work, organisation, source, email: email ?? '', telephone: telephone ?? '' }
  const form = typed ?? filledForm(known)
  const body = (
    <ProfessionalPage
      {...found}
      form={form}
      action={`${path}/${id}`}
      token={request.formToken()}
      tokens={{ contacted: request.formToken(), remove: request.formToken() }}
      today={request.today}
      account={tools.account(request, found.professional)}
    />
  )
  return { page: { title: name, invalid: hasErrors(form), body } }
}

async function correct(tools: ProfessionalTools, request: Request): Promise<Reply> {
  const { id } = request.params
  if (!isId(id)) return notFound
  const reading = readForm(professionalForm, request.form)
  if (!reading.ok) return show(tools, request, reading)
  const input = { key: request.form.key, id, professional: reading.value }
  const outcome = await correctProfessional(request.desk, actorOf(request), input)
  if (outcome.done) return { redirect: `${path}/${id}` }
  if (outcome.reason === 'no_such') return notFound
  const email = 'Somebody else has an account with this mailbox. Give the address of their own'
  return show(tools, request, { values: asTyped(request.form), errors: { email } })
}

async function contacted(request: Request): Promise<Reply> {
  const { id } = request.params
  if (!isId(id)) return notFound
  const outcome = await contactedProfessional(request.desk, actorOf(request), { key: request.form.key, id })
  return outcome.done ? { redirect: `${path}/${id}` } : notFound
}

async function remove(request: Request): Promise<Reply> {
  const { id } = request.params
  if (!isId(id)) return notFound
  const outcome = await removeProfessional(request.desk, actorOf(request), { key: request.form.key, id })
  return outcome.done ? { redirect: path } : notFound
}
