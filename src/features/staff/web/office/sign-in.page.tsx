import type { PasskeyOptions } from '../../../../platform/sign-in/passkeys.ts'
import { Details } from '../../../../ui/components/details.tsx'
import { NotificationBanner } from '../../../../ui/components/notification-banner.tsx'
import type { FormState } from '../../../../ui/forms/form-state.ts'
import { EmailField, HiddenField, PasswordField, TextField } from '../../../../ui/forms/text-fields.tsx'
import { FormPage, type OfficeRequest } from './parts.tsx'
import { PasskeyForm } from './passkey-form.tsx'

interface SignInPageProps {
  readonly request: OfficeRequest
  readonly form: FormState
  /** Where one wanted to go. */
  readonly next: string | null
}

const news = {
  kept: 'You were signed out because nothing happened for a while. What you sent is kept. Sign in and you can send it.',
  lost: 'You were signed out because nothing happened for a while. What you sent could not be kept. Use the Back button of your browser and copy it before you sign in.',
  again: 'That took too long, or there were too many tries. Begin again.',
  out: 'You are signed out.',
} as const

/** The first step. */
export function SignInPage({ request, form, next }: SignInPageProps) {
  const told = news[request.query.told as keyof typeof news]
  return (
    <>
      {told && form.errors.password === undefined && <NotificationBanner>{told}</NotificationBanner>}
      <FormPage request={request} form={form} heading="Sign in to the office" button="Continue">
        {next && <HiddenField name="next" value={next} />}
        <EmailField form={form} name="email" label="E-mail address" autocomplete="username" />
        <PasswordField form={form} name="password" label="Password" autocomplete="current-password" />
      </FormPage>
      <Details summary="If you cannot get in" open={false}>
        Ask an administrator of the service. They can send you a link to set yourself up again, once a second person has
        agreed.
      </Details>
    </>
  )
}

/** The second step. */
export const CodePage = ({
  request,
  form,
  next,
  passkey,
}: SignInPageProps & { readonly passkey: PasskeyOptions | null }) => (
  <FormPage
    request={request}
    form={form}
    heading="Enter the code from your authenticator"
    action="/office/sign-in/code"
    button="Sign in"
    below={
      <>
        {passkey && (
          <PasskeyForm
            {...{ request, next }}
            action="/office/sign-in/passkey"
            passkey={{ way: 'use', options: passkey }}
            button="Use a passkey instead"
            without="You have a passkey. It can be used in a browser that runs script and knows passkeys; here, enter the code."
          />
        )}
        <p class="govuk-body">
          <a class="govuk-link" href={withNext('/office/sign-in/recover', next)}>
            Use a recovery code instead
          </a>
        </p>
      </>
    }
  >
    {next && <HiddenField name="next" value={next} />}
    <TextField
      form={form}
      name="code"
      label="Code"
      hint="The app shows six figures, and new ones every half minute. Each code works once."
      width={5}
      inputmode="numeric"
      autocomplete="one-time-code"
      spellcheck={false}
    />
  </FormPage>
)

/** The second step without the authenticator. */
export const RecoverPage = ({ request, form, next }: SignInPageProps) => (
  <FormPage request={request} form={form} heading="Enter a recovery code" button="Sign in">
    {next && <HiddenField name="next" value={next} />}
    <TextField
      form={form}
      name="code"
      label="Recovery code"
      hint="One of the ten codes that you kept when you set up your account. Each works once."
      width={20}
      autocomplete="off"
      autocapitalize="characters"
      spellcheck={false}
    />
  </FormPage>
)

export const withNext = (path: string, next: string | null): string =>
  next ? `${path}?next=${encodeURIComponent(next)}` : path
