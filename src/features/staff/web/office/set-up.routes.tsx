import { z } from 'zod'
import type { LinkOffer, SetUpRefusal } from '../../../../platform/sign-in/links.ts'
import { requiredText } from '../../../../platform/web/field-schemas.ts'
import { readForm } from '../../../../platform/web/read-form.ts'
import type { Reply, Route } from '../../../../platform/web/route.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { Button } from '../../../../ui/components/button.tsx'
import { blankForm, type FormState } from '../../../../ui/forms/form-state.ts'
import { EmailField, TextField } from '../../../../ui/forms/text-fields.tsx'
import { emailText } from './account-fields.ts'
import { AuthenticatorFields, NewPasswordField, RecoveryCodes } from './authenticator.tsx'
import { newPassword } from './new-password.ts'
import { FormPage, type OfficeRequest, page } from './parts.tsx'
import { home, type StaffTools } from './tools.ts'

/** Joining by an invitation and setting oneself up again after a reset: looking changes nothing, sending the form spends the link. */
export const setUpRoutes = (tools: StaffTools): Route<PurposeKey>[] =>
  (['join', 'reset'] as const).flatMap((way): Route<PurposeKey>[] => {
    const door = {
      area: 'office',
      purpose: 'staffAccounts',
      entry: 'anybody',
      path: `/office/${way}/:token`,
    } as const
    return [
      {
        ...door,
        method: 'GET',
        handle: (request) => withOffer(tools, way, request, (offer) => show(tools, request, offer)),
      },
      {
        ...door,
        method: 'POST',
        handle: (request) => withOffer(tools, way, request, (offer) => send(tools, request, offer)),
      },
    ]
  })

async function withOffer(
  tools: StaffTools,
  way: 'join' | 'reset',
  request: OfficeRequest,
  work: (offer: LinkOffer) => Promise<Reply> | Reply,
): Promise<Reply> {
  const offer = await tools.signIn.lookAtLink(request.params.token ?? '')
  return offer && (offer.kind === 'reset') === (way === 'reset') ? work(offer) : gone
}

const gone: Reply = {
  page: {
    title: 'This link does not work',
    status: 404,
    exitThisPage: false,
    body: (
      <>
        <h1 class="govuk-heading-l">This link does not work</h1>
        <p class="govuk-body">
          It was used already, or it is too old. Ask an administrator of the service for a new one.
        </p>
      </>
    ),
  },
}

const headings = {
  join: 'Set up your account',
  reset: 'Set up your account again',
  first: 'Set up the first administrator',
} as const

function show(tools: StaffTools, request: OfficeRequest, offer: LinkOffer, form: FormState = blankForm): Reply {
  const heading = headings[offer.kind]
  const lead = <p class="govuk-body">{leadWords(offer)}</p>
  const body = (
    <FormPage request={request} form={form} heading={heading} button="Set up and sign in" lead={lead}>
      {offer.kind === 'first' && (
        <>
          <TextField form={form} name="name" label="Your name" autocomplete="name" />
          <EmailField form={form} name="email" label="Your e-mail address" autocomplete="username" />
        </>
      )}
      <NewPasswordField form={form} />
      <AuthenticatorFields
        form={form}
        authenticatorKey={offer.authenticatorKey}
        issuer={tools.serviceName}
        account={offer.email ?? 'administrator'}
      />
    </FormPage>
  )
  return page(heading, body, form !== blankForm)
}

const leadWords = (offer: LinkOffer): string =>
  offer.kind === 'first'
    ? 'You will look after accounts and settings, and invite your colleagues.'
    : `This account is for ${offer.name}, who signs in as ${offer.email}.`

const person = z.object({
  name: requiredText('Enter your name', 100),
  email: emailText('Enter your e-mail address'),
})

const refusals: Readonly<Record<Exclude<SetUpRefusal, 'gone'>, { readonly field: string; readonly message: string }>> =
  {
    'wrong-code': { field: 'code', message: 'This code is not right. Enter the one that the app shows now' },
    'email-taken': { field: 'email', message: 'Somebody has an account with this e-mail address already' },
  }

async function send(tools: StaffTools, request: OfficeRequest, offer: LinkOffer): Promise<Reply> {
  const { values } = request.form
  const about = [tools.serviceName, offer.name ?? values.name ?? '', offer.email ?? values.email ?? '']
  const proof = z.object({ password: newPassword(about), code: requiredText('Enter the code that the app shows', 40) })
  const first = offer.kind === 'first'
  const reading = readForm(first ? person.extend(proof.shape) : proof, request.form)
  const typed = { name: values.name, email: values.email }
  if (!reading.ok) return show(tools, request, offer, { values: typed, errors: reading.errors })
  const { cookies, agent } = request
  const named = first ? person.parse(reading.value) : undefined
  const sent = { password: reading.value.password, code: reading.value.code, person: named, cookies, agent }
  const outcome = await tools.signIn.setUpByLink(request.params.token ?? '', sent)
  if (!outcome.done) {
    if (outcome.reason === 'gone') return gone
    const { field, message } = refusals[outcome.reason]
    return show(tools, request, offer, { values: typed, errors: { [field]: message } })
  }
  return {
    ...page('Your recovery codes', <AllSet codes={outcome.value.recoveryCodes} />),
    cookies: outcome.value.cookies,
  }
}

const AllSet = ({ codes }: { readonly codes: readonly string[] }) => (
  <>
    <h1 class="govuk-heading-l">Your recovery codes</h1>
    <RecoveryCodes codes={codes} />
    <Button href={home}>I have kept them: continue</Button>
  </>
)
