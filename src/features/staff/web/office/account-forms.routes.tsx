import { z } from 'zod'
import type { OwnRefusal } from '../../../../platform/sign-in/own-account.ts'
import { requiredText } from '../../../../platform/web/field-schemas.ts'
import { readForm } from '../../../../platform/web/read-form.ts'
import type { Reply, Route, StaffRequest } from '../../../../platform/web/route.ts'
import { asStaff } from '../../../../platform/web/staff-request.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { Button } from '../../../../ui/components/button.tsx'
import type { Content } from '../../../../ui/components/common.ts'
import { blankForm, type FormState } from '../../../../ui/forms/form-state.ts'
import { PasswordField } from '../../../../ui/forms/text-fields.tsx'
import { AuthenticatorFields, NewPasswordField, RecoveryCodes } from './authenticator.tsx'
import { newPassword } from './new-password.ts'
import { FormPage, page, waitWords } from './parts.tsx'
import type { StaffTools } from './tools.ts'

type Request = StaffRequest<PurposeKey>

/** A change of one's own account, proved by the password. */
interface AccountForm {
  readonly path: string
  readonly heading: string
  readonly button: string
  fields(tools: StaffTools, request: Request, form: FormState): Promise<Content>
  /** Does it: a page or an address when done, the errors when not. */
  send(tools: StaffTools, request: Request): Promise<Reply | FormState['errors']>
}

/** Pages that change one's own password, authenticator and recovery codes. */
export const accountFormRoutes = (tools: StaffTools): Route<PurposeKey>[] =>
  [password, authenticator, recoveryCodes].flatMap((own): Route<PurposeKey>[] => {
    const common = { area: 'office', purpose: 'staffAccounts', entry: 'staff', path: own.path } as const
    return [
      { ...common, method: 'GET', handle: (request) => show(tools, own, asStaff(request), blankForm) },
      { ...common, method: 'POST', handle: (request) => send(tools, own, asStaff(request)) },
    ]
  })

async function show(tools: StaffTools, own: AccountForm, request: Request, form: FormState): Promise<Reply> {
  const fields = await own.fields(tools, request, form)
  const body = (
    <FormPage request={request} form={form} heading={own.heading} button={own.button}>
      <PasswordField form={form} name="present" label="Your present password" autocomplete="current-password" />
      {fields}
    </FormPage>
  )
  return page(own.heading, body, form !== blankForm)
}

async function send(tools: StaffTools, own: AccountForm, request: Request): Promise<Reply> {
  const outcome = await own.send(tools, request)
  const replied = 'page' in outcome || 'redirect' in outcome
  return replied
    ? (outcome as Reply)
    : show(tools, own, request, { values: {}, errors: outcome as FormState['errors'] })
}

const present = { present: requiredText('Enter your present password') }
const refusalWords: Readonly<Record<OwnRefusal, string>> = { wrong: 'This is not your password', wait: waitWords }
const proofOf = (request: Request, typed: string) => ({
  staffId: request.staff.id,
  password: typed,
  cookies: request.cookies,
  address: request.address,
})

const password: AccountForm = {
  path: '/office/account/password',
  heading: 'Change your password',
  button: 'Change password',
  fields: async (_tools, _request, form) => <NewPasswordField form={form} />,
  async send(tools, request) {
    const about = [tools.serviceName, request.staff.name]
    const reading = readForm(z.object({ ...present, password: newPassword(about) }), request.form)
    if (!reading.ok) return reading.errors
    const proof = proofOf(request, reading.value.present)
    const outcome = await tools.signIn.changePassword({ ...proof, newPassword: reading.value.password })
    return outcome.done ? { redirect: '/office/account' } : { present: refusalWords[outcome.reason] }
  },
}

const authenticator: AccountForm = {
  path: '/office/account/authenticator',
  heading: 'Use another authenticator',
  button: 'Use this authenticator',
  async fields(tools, request, form) {
    const authenticatorKey = await tools.signIn.newAuthenticatorKey(request.staff.id, request.cookies)
    const shown = { form, authenticatorKey, issuer: tools.serviceName, account: request.staff.name }
    return <AuthenticatorFields {...shown} />
  },
  async send(tools, request) {
    const schema = z.object({ ...present, code: requiredText('Enter the code that the app shows', 40) })
    const reading = readForm(schema, request.form)
    if (!reading.ok) return reading.errors
    const { code } = reading.value
    const outcome = await tools.signIn.changeAuthenticator({ ...proofOf(request, reading.value.present), code })
    if (outcome.done) return { redirect: '/office/account' }
    if (outcome.reason === 'wrong-code') return { code: 'This code is not right. Enter the one that the app shows now' }
    return { present: refusalWords[outcome.reason] }
  },
}

const recoveryCodes: AccountForm = {
  path: '/office/account/recovery-codes',
  heading: 'Get new recovery codes',
  button: 'Make new codes',
  fields: async () => <p class="govuk-body">The codes that you have now stop working.</p>,
  async send(tools, request) {
    const reading = readForm(z.object(present), request.form)
    if (!reading.ok) return reading.errors
    const outcome = await tools.signIn.renewRecoveryCodes(proofOf(request, reading.value.present))
    return outcome.done ? newCodes(outcome.value) : { present: refusalWords[outcome.reason] }
  },
}

const newCodes = (codes: readonly string[]): Reply =>
  page(
    'Your new recovery codes',
    <>
      <h1 class="govuk-heading-l">Your new recovery codes</h1>
      <RecoveryCodes codes={codes} />
      <Button href="/office/account">I have kept them: continue</Button>
    </>,
  )
