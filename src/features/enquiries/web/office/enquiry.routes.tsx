import type { VNode } from 'preact'
import { z } from 'zod'
import type { Keyring } from '../../../../platform/files/keyring.ts'
import { optionalText } from '../../../../platform/web/field-schemas.ts'
import { readForm } from '../../../../platform/web/read-form.ts'
import type { PageRequest, Reply, Route } from '../../../../platform/web/route.ts'
import { actorOf } from '../../../../platform/web/staff-request.ts'
import type { CompiledPolicy } from '../../../../policy/compiled.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { blankForm, type FormState } from '../../../../ui/forms/form-state.ts'
import { isId } from '../../../../values/ids.ts'
import { readInstant } from '../../../../values/instants.ts'
import { answerEnquiry } from '../../actions/answer-enquiry.ts'
import { stopEmail } from '../../actions/stop-email.ts'
import { unfinishedCalls } from '../../data/call-drafts.ts'
import { correctionsOfEnquiry } from '../../data/corrections.ts'
import { type Enquiry, enquiryOf, listEnquiries } from '../../data/enquiry-reads.ts'
import { referralOf } from '../../data/referrals.ts'
import { callRoutes } from './call.routes.tsx'
import { EnquiryPage } from './enquiry.page.tsx'
import { EnquiryListPage } from './enquiry-list.page.tsx'
import { referralRoutes } from './referral.routes.ts'

type Request = PageRequest<PurposeKey>
const base = { area: 'office', purpose: 'enquiries', entry: 'purpose' } as const
const pageSize = 50

export interface EnquiryTools {
  readonly policy: CompiledPolicy
  readonly keyring: Keyring
  /** Where else the person of an enquiry is on record; null for whoever may not look. */
  readonly knownElsewhere: (request: Request, enquiry: Enquiry) => Promise<VNode | null>
}

/** The office's pages of enquiries. */
export const enquiryRoutes = (tools: EnquiryTools): readonly Route<PurposeKey>[] => [
  { ...base, method: 'GET', path: '/office/enquiries', handle: (request) => list(request, tools.keyring) },
  ...callRoutes(tools),
  ...referralRoutes,
  { ...base, method: 'GET', path: '/office/enquiries/:id', handle: (request) => show(request, tools, blankForm) },
  { ...base, method: 'POST', path: '/office/enquiries/:id/answer', handle: (request) => answer(request, tools) },
  {
    ...base,
    method: 'POST',
    path: '/office/enquiries/:id/no-email',
    handle: (request) => noEmail(request, tools.policy),
  },
]

async function list(request: Request, keyring: Keyring): Promise<Reply> {
  const shown = ['new', 'answered', 'taken_on', 'all'].find((it) => it === request.query.show) ?? 'new'
  const status = shown === 'all' ? undefined : (shown as Enquiry['status'])
  const before = readInstant(request.query.before)
  const deed = { purpose: 'enquiries', deed: 'enquiry.listed' } as const
  const { enquiries, calls } = await request.desk.read(actorOf(request), deed, async (scope) => ({
    enquiries: await listEnquiries(scope, { status, before, limit: pageSize }),
    calls: await unfinishedCalls(scope, keyring),
  }))
  const last = enquiries.at(-1)
  const next = enquiries.length === pageSize && last ? last.receivedAt.toString() : null
  return {
    page: {
      title: 'Enquiries',
      body: <EnquiryListPage {...{ enquiries, calls, shown, next, today: request.today }} />,
    },
  }
}

async function show(request: Request, tools: EnquiryTools, form: FormState): Promise<Reply> {
  const { id } = request.params
  if (!isId(id)) return { notFound: true }
  const found = await request.desk.read(
    actorOf(request),
    { purpose: 'enquiries', deed: 'enquiry.opened', subjectId: id },
    async (scope) => {
      const enquiry = await enquiryOf(scope, id)
      if (!enquiry) return null
      return { enquiry, referral: await referralOf(scope, id), corrections: await correctionsOfEnquiry(scope, id) }
    },
  )
  if (!found) return { notFound: true }
  const known = await tools.knownElsewhere(request, found.enquiry)
  return {
    page: {
      title: `Enquiry ${found.enquiry.reference}`,
      invalid: Object.keys(form.errors).length > 0,
      body: (
        <EnquiryPage
          {...found}
          known={known}
          form={form}
          token={request.formToken()}
          noEmailToken={request.formToken()}
          referralTokens={{ end: request.formToken(), keep: request.formToken() }}
        />
      ),
    },
  }
}

async function noEmail(request: Request, policy: CompiledPolicy): Promise<Reply> {
  const { id } = request.params
  if (!isId(id)) return { notFound: true }
  const outcome = await stopEmail(request.desk, policy, actorOf(request), {
    key: request.form.key,
    enquiryId: id,
  })
  return outcome.done ? { redirect: `/office/enquiries/${id}` } : { notFound: true }
}

const answerForm = z.object({ note: optionalText(2000) })

async function answer(request: Request, tools: EnquiryTools): Promise<Reply> {
  const { id } = request.params
  if (!isId(id)) return { notFound: true }
  const reading = readForm(answerForm, request.form)
  if (!reading.ok) return show(request, tools, reading)
  const outcome = await answerEnquiry(request.desk, actorOf(request), {
    key: request.form.key,
    enquiryId: id,
    note: reading.value.note,
  })
  if (outcome.done) return { redirect: `/office/enquiries/${id}` }
  return show(request, tools, {
    values: request.form.values,
    errors: { note: 'Somebody has dealt with this enquiry already' },
  })
}
