import { z } from 'zod'
import { asTyped, readForm } from '../../../../platform/web/read-form.ts'
import type { PageRequest, Reply, Route } from '../../../../platform/web/route.ts'
import { durationInWords } from '../../../../policy/index.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { blankForm, type FormState, hasErrors } from '../../../../ui/forms/form-state.ts'
import { doubtAbout, receipts, SendingLimit, trapField, usualLimits } from '../../../enquiries/index.ts'
import { receiveRequest } from '../../actions/receive-request.ts'
import type { NewRequest } from '../../domain/request.ts'
import { readRequest, requestFields } from '../request-fields.ts'
import { AskedPage, AskPage, askPath } from './ask.page.tsx'

export interface AskTools {
  readonly published: () => Promise<{ readonly telephone: string }>
  /** Within which time the policy says that an answer comes, as an ISO duration. */
  readonly answer: string
  /** Signs the address of the page that shows a reference. */
  readonly secret: Buffer
  /** The machine's clock in milliseconds, for the limit on sending. */
  readonly machineNow: () => number
}

type Request = PageRequest<PurposeKey>

/** The form by which anybody asks about their data, and the page that follows it. */
export function askRoutes(tools: AskTools): Route<PurposeKey>[] {
  const limit = new SendingLimit(usualLimits, tools.machineNow)
  const signed = receipts(tools.secret)
  const base = { area: 'public', purpose: 'rights', entry: 'anybody' } as const
  return [
    { ...base, method: 'GET', path: askPath, handle: (request) => show(tools, request, blankForm) },
    { ...base, method: 'POST', path: askPath, handle: (request) => send(tools, limit, request) },
    {
      ...base,
      method: 'GET',
      path: `${askPath}/sent/:receipt`,
      handle: async ({ params }) => {
        const receipt = signed.read(params.receipt ?? '')
        if (!receipt) return { notFound: true }
        const { telephone } = await tools.published()
        const body = <AskedPage reference={receipt.reference} telephone={telephone} />
        return { page: { title: 'We have your request', body } }
      },
    },
  ]
}

const schema = (today: Temporal.PlainDate) =>
  z.object(requestFields).transform((sent, context): NewRequest => {
    const refuse = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message })
    return { ...readRequest(sent, today, refuse), channel: 'website' }
  })

async function show(tools: AskTools, request: Request, form: FormState, status?: number): Promise<Reply> {
  const { telephone } = await tools.published()
  const answer = durationInWords(tools.answer)
  const body = <AskPage {...{ form, telephone, answer }} token={request.formToken()} />
  return {
    page: { title: 'Ask about your data', body, invalid: hasErrors(form), ...(status ? { status } : {}) },
  }
}

async function send(tools: AskTools, limit: SendingLimit, request: Request): Promise<Reply> {
  const again = (errors: FormState['errors'], status = 422) => {
    const { [trapField]: _, ...values } = asTyped(request.form)
    return show(tools, request, { values, errors }, status)
  }
  const reading = readForm(schema(request.today), request.form)
  if (!reading.ok) return again(reading.errors)
  const doubt = doubtAbout(request.form)
  if (doubt) return again({ '': doubt })
  if (!limit.allows(request.address))
    return again({ '': 'We are getting a great many messages just now. Press Send again in an hour, or ring us' }, 429)
  const received = await receiveRequest(request.desk, { key: request.form.key, request: reading.value })
  if (!received.done) throw new Error('receiving a request is never refused')
  const receipt = receipts(tools.secret).write({ reference: received.value.reference ?? '', reply: 'none' })
  return { redirect: `${askPath}/sent/${receipt}` }
}
