import { z } from 'zod'
import { asTyped, readForm } from '../../../../platform/web/read-form.ts'
import type { PageRequest, Reply, Route } from '../../../../platform/web/route.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { blankForm, type FormState, hasErrors } from '../../../../ui/forms/form-state.ts'
import { doubtAbout, receipts, SendingLimit, trapField, usualLimits } from '../../../enquiries/index.ts'
import { receiveComplaint } from '../../actions/receive-complaint.ts'
import type { ComplaintRules } from '../../domain/clock.ts'
import type { NewComplaint } from '../../domain/complaint.ts'
import { complaintFields, readComplaint } from '../complaint-fields.ts'
import { ComplainedPage, ComplainPage, complainPath } from './complain.page.tsx'

export interface ComplainTools {
  readonly published: () => Promise<{ readonly telephone: string }>
  readonly rules: ComplaintRules
  /** Signs the address of the page that shows a reference. */
  readonly secret: Buffer
  /** The machine's clock in milliseconds, for the limit on sending. */
  readonly machineNow: () => number
}

type Request = PageRequest<PurposeKey>

/** The form by which anybody complains, and the page that follows it. */
export function complainRoutes(tools: ComplainTools): Route<PurposeKey>[] {
  const limit = new SendingLimit(usualLimits, tools.machineNow)
  const signed = receipts(tools.secret)
  const base = { area: 'public', purpose: 'complaints', entry: 'anybody' } as const
  return [
    { ...base, method: 'GET', path: complainPath, handle: (request) => show(tools, request, blankForm) },
    { ...base, method: 'POST', path: complainPath, handle: (request) => send(tools, limit, request) },
    {
      ...base,
      method: 'GET',
      path: `${complainPath}/sent/:receipt`,
      handle: async ({ params }) => {
        const receipt = signed.read(params.receipt ?? '')
        if (!receipt) return { notFound: true }
        const { telephone } = await tools.published()
        const body = <ComplainedPage reference={receipt.reference} telephone={telephone} />
        return { page: { title: 'We have your complaint', body } }
      },
    },
  ]
}

const schema = z.object(complaintFields).transform((sent, context): NewComplaint => {
  const refuse = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message })
  return { ...readComplaint(sent, refuse), channel: 'website' }
})

async function show(tools: ComplainTools, request: Request, form: FormState, status?: number): Promise<Reply> {
  const { telephone } = await tools.published()
  const body = <ComplainPage {...{ form, telephone }} service={tools.rules.service} token={request.formToken()} />
  const title = 'Tell us what went wrong'
  return { page: { title, body, invalid: hasErrors(form), ...(status ? { status } : {}) } }
}

async function send(tools: ComplainTools, limit: SendingLimit, request: Request): Promise<Reply> {
  const again = (errors: FormState['errors'], status = 422) => {
    const { [trapField]: _, ...values } = asTyped(request.form)
    return show(tools, request, { values, errors }, status)
  }
  const reading = readForm(schema, request.form)
  if (!reading.ok) return again(reading.errors)
  const doubt = doubtAbout(request.form)
  if (doubt) return again({ '': doubt })
  if (!limit.allows(request.address))
    return again({ '': 'We are getting a great many messages just now. Press Send again in an hour, or ring us' }, 429)
  const received = await receiveComplaint(request.desk, { key: request.form.key, complaint: reading.value })
  if (!received.done) throw new Error('receiving a complaint is never refused')
  const receipt = receipts(tools.secret).write({ reference: received.value.reference ?? '', reply: 'none' })
  return { redirect: `${complainPath}/sent/${receipt}` }
}
