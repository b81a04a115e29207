import type { Keyring } from '../../../../platform/files/keyring.ts'
import { asTyped, readForm } from '../../../../platform/web/read-form.ts'
import type { PageRequest, Reply, Route } from '../../../../platform/web/route.ts'
import { actorOf } from '../../../../platform/web/staff-request.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { type FormState, filledForm, hasErrors } from '../../../../ui/forms/form-state.ts'
import { type Id, isId, newId } from '../../../../values/ids.ts'
import { discardCall, keepCall } from '../../actions/keep-call.ts'
import { recordEnquiry } from '../../actions/record-enquiry.ts'
import { unfinishedCalls } from '../../data/call-drafts.ts'
import { CallFormPage, callHeading } from './call-form.page.tsx'
import { callForm } from './call-form.ts'

type Request = PageRequest<PurposeKey>
const base = { area: 'office', purpose: 'enquiries', entry: 'purpose' } as const
const path = '/office/enquiries/new'

/** The screen on which a call, visit or letter is written down, kept while it is typed, and found again when it was broken off. */
export const callRoutes = ({ keyring }: { readonly keyring: Keyring }): readonly Route<PurposeKey>[] => [
  { ...base, method: 'GET', path, handle: (request) => show(request, keyring) },
  { ...base, method: 'POST', path, handle: (request) => save(request, keyring) },
  { ...base, method: 'POST', path: `${path}/draft`, handle: (request) => keep(request, keyring) },
  { ...base, method: 'POST', path: `${path}/discard`, handle: discard },
]

/** A link says which call goes on, or by which way a new one came; without either it is a call that begins. */
async function show(request: Request, keyring: Keyring, typed?: FormState): Promise<Reply> {
  const asked = typed ? callIdOf(request) : request.query.call
  const deed = { purpose: 'enquiries', deed: 'enquiry.begun' } as const
  const calls = await request.desk.read(actorOf(request), deed, (scope) => unfinishedCalls(scope, keyring))
  const going = calls.find((it) => it.id === asked)
  if (asked && !going && !typed) return { redirect: path }
  const form = typed ?? filledForm(going?.values ?? { channel: request.query.by ?? 'telephone' })
  const callId = isId(asked) ? asked : newId()
  const body = (
    <CallFormPage
      form={form}
      call={{ id: callId, savedAt: going?.savedAt ?? null }}
      others={calls.filter((it) => it !== going)}
      tokens={{ save: request.formToken(), discard: request.formToken() }}
    />
  )
  return { page: { title: callHeading(form), invalid: hasErrors(form), body } }
}

const callIdOf = (request: Request): Id | null => (isId(request.form.values.call) ? request.form.values.call : null)

async function save(request: Request, keyring: Keyring): Promise<Reply> {
  const reading = readForm(callForm(request.today), request.form)
  if (!reading.ok) return show(request, keyring, reading)
  const outcome = await recordEnquiry(request.desk, actorOf(request), {
    key: request.form.key,
    enquiry: reading.value,
    draftId: callIdOf(request),
  })
  return outcome.done ? { redirect: `/office/enquiries/${outcome.value.enquiryId}` } : { notFound: true }
}

async function keep(request: Request, keyring: Keyring): Promise<Reply> {
  const callId = callIdOf(request)
  if (!callId) return { notFound: true }
  const { _form, call, ...typed } = asTyped(request.form)
  const values = Object.fromEntries(
    Object.entries(typed).flatMap(([name, it]) => (it === undefined ? [] : [[name, it]])),
  )
  await keepCall(request.desk, keyring, actorOf(request), { callId, values })
  return { text: 'Saved\n' }
}

async function discard(request: Request): Promise<Reply> {
  const callId = callIdOf(request)
  if (callId) await discardCall(request.desk, actorOf(request), { key: request.form.key, callId })
  return { redirect: path }
}
