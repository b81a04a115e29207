import type { FormReading } from '../../../../platform/web/read-form.ts'
import { asTyped, readForm } from '../../../../platform/web/read-form.ts'
import type { PageRequest, Reply, Route } from '../../../../platform/web/route.ts'
import type { CompiledPolicy } from '../../../../policy/compiled.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { type FormState, filledForm } from '../../../../ui/forms/form-state.ts'
import { type ServiceVoice, voiceOf } from '../../../messages/index.ts'
import type { PublishedSettings } from '../../../settings/index.ts'
import { receiveEnquiry } from '../../actions/receive-enquiry.ts'
import { receiveReferral } from '../../actions/receive-referral.ts'
import type { NewEnquiry } from '../../domain/new-enquiry.ts'
import { type Receipt, type Receipts, receipts } from '../../domain/receipt.ts'
import type { NewReferral } from '../../domain/referral.ts'
import { type Limits, SendingLimit, usualLimits } from '../../domain/sending-limit.ts'
import { CallRequestPage } from './call-request.page.tsx'
import { callRequestForm } from './call-request-form.ts'
import { ContactPage, type FormPageProps } from './contact.page.tsx'
import { contactForm } from './contact-form.ts'
import { progressRoutes } from './progress.routes.tsx'
import { ReferPage } from './refer.page.tsx'
import { referForm } from './refer-form.ts'
import { SelfReferralPage } from './self-referral.page.tsx'
import { selfReferralForm } from './self-referral-form.ts'
import { doubtAbout, trapField } from './sending-doubts.ts'
import { SentPage } from './sent.page.tsx'

export interface PublicEnquiryTools {
  readonly policy: CompiledPolicy
  /** What the service says of itself now. */
  readonly published: { current(): Promise<PublishedSettings> }
  /** Signs the address of the page that shows a reference. */
  readonly secret: Buffer
  /** The machine's clock in milliseconds, for the limit on sending. */
  readonly machineNow: () => number
  readonly limits?: Limits
  /** Of the website, as it stands in links that we send. */
  readonly origin: URL
}

type Request = PageRequest<PurposeKey>

/** One of the forms that anybody may send. */
interface PublicForm {
  readonly path: '/contact' | '/self-referral' | '/contact-me' | '/refer'
  readonly title: string
  readonly Page: (props: FormPageProps) => ReturnType<typeof ContactPage>
  read(request: Request): FormReading<NewEnquiry | NewReferral>
}

const forms: readonly PublicForm[] = [
  { path: '/contact', title: 'Contact us', Page: ContactPage, read: (request) => readForm(contactForm, request.form) },
  {
    path: '/self-referral',
    title: 'Ask for a first meeting',
    Page: SelfReferralPage,
    read: (request) => readForm(selfReferralForm(request.today), request.form),
  },
  {
    path: '/contact-me',
    title: 'Ask us to call or write',
    Page: CallRequestPage,
    read: (request) => readForm(callRequestForm(request.today), request.form),
  },
  {
    path: '/refer',
    title: 'Refer somebody to us',
    Page: ReferPage,
    read: (request) => readForm(referForm, request.form),
  },
]

/** The website's forms and the page that follows them. */
export function publicEnquiryRoutes(tools: PublicEnquiryTools): Route<PurposeKey>[] {
  const parts: Parts = {
    ...tools,
    limit: new SendingLimit(tools.limits ?? usualLimits, tools.machineNow),
    receipts: receipts(tools.secret),
  }
  const common = { area: 'public', purpose: 'enquiries', entry: 'anybody' } as const
  return [
    ...forms.flatMap((form): Route<PurposeKey>[] => [
      { ...common, method: 'GET', path: form.path, handle: (request) => showForm(form, request, parts, blank) },
      { ...common, method: 'POST', path: form.path, handle: (request) => send(form, request, parts) },
    ]),
    ...progressRoutes,
    { ...common, method: 'GET', path: '/sent/:receipt', handle: (request) => showReceipt(request, parts) },
  ]
}

interface Parts extends PublicEnquiryTools {
  readonly limit: SendingLimit
  readonly receipts: Receipts
}

interface Shown {
  readonly state: FormState
  readonly status?: number
}
const blank: Shown = { state: filledForm({}) }

async function send(form: PublicForm, request: Request, parts: Parts): Promise<Reply> {
  const { policy, limit } = parts
  const again = (errors: FormState['errors'], status = 422) =>
    showForm(form, request, parts, { state: { values: typedValues(request), errors }, status })
  const reading = form.read(request)
  if (!reading.ok) return again(reading.errors)
  const doubt = doubtAbout(request.form)
  if (doubt) return again({ '': doubt })
  const settings = await parts.published.current()
  if (!limit.allows(request.address)) return again({ '': tooMany(settings) }, 429)
  const voice = voiceOf(settings, policy.service.name)
  const receipt = await received(request, reading.value, { policy, voice, origin: parts.origin.origin })
  return { redirect: `/sent/${parts.receipts.write(receipt)}` }
}

async function received(
  request: Request,
  sent: NewEnquiry | NewReferral,
  by: { readonly policy: CompiledPolicy; readonly voice: ServiceVoice; readonly origin: string },
): Promise<Receipt> {
  const { key } = request.form
  return 'referrer' in sent
    ? receiveReferral(request.desk, { key, referral: sent, ...by })
    : receiveEnquiry(request.desk, { key, enquiry: sent, ...by })
}

/** All that was typed, but for what stood in the field that nobody sees. */
function typedValues(request: Request): FormState['values'] {
  const { [trapField]: _, ...values } = asTyped(request.form)
  return values
}

function tooMany({ telephone }: PublishedSettings): string {
  const call = telephone ? `call us on ${telephone}, or ` : ''
  return `We are getting a great many messages just now. Your answers are still here: ${call}press Send again in an hour`
}

async function showForm({ title, Page }: PublicForm, request: Request, parts: Parts, shown: Shown): Promise<Reply> {
  const published = await parts.published.current()
  const body = (
    <Page
      form={shown.state}
      policy={parts.policy}
      published={published}
      token={request.formToken()}
      today={request.today}
    />
  )
  return { page: { title, body, ...(shown.status ? { status: shown.status, invalid: true } : {}) } }
}

async function showReceipt(request: Request, parts: Parts): Promise<Reply> {
  const receipt = parts.receipts.read(request.params.receipt ?? '')
  if (!receipt) return { notFound: true }
  const published = await parts.published.current()
  return { page: { title: 'We have your message', body: <SentPage receipt={receipt} published={published} /> } }
}
