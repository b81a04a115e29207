import { authenticatorAddress, spokenKey } from '../../../../platform/sign-in/one-time-code.ts'
import { InsetText } from '../../../../ui/components/inset-text.tsx'
import type { FormState } from '../../../../ui/forms/form-state.ts'
import { PasswordField, TextField } from '../../../../ui/forms/text-fields.tsx'
import { QrCode } from './qr-code.tsx'

/** How to bring a key into an authenticator app, and the first code from it. */
export function AuthenticatorFields(props: {
  readonly form: FormState
  readonly authenticatorKey: Buffer
  readonly issuer: string
  readonly account: string
}) {
  const { form, authenticatorKey, issuer, account } = props
  return (
    <>
      <h2 class="govuk-heading-m">Your authenticator app</h2>
      <p class="govuk-body">
        Open an authenticator app on your phone, add an account, and point the phone at this square. Any authenticator
        app will do.
      </p>
      <p>
        <QrCode text={authenticatorAddress(authenticatorKey, issuer, account)} label="Square code for your app" />
      </p>
      <p class="govuk-body">If you cannot use the square, type this key into the app:</p>
      <InsetText>
        <code>{spokenKey(authenticatorKey)}</code>
      </InsetText>
      <TextField
        form={form}
        name="code"
        label="Code that the app shows now"
        hint="Six figures"
        width={5}
        inputmode="numeric"
        autocomplete="one-time-code"
        spellcheck={false}
      />
    </>
  )
}

export const NewPasswordField = ({ form }: { readonly form: FormState }) => (
  <PasswordField
    form={form}
    name="password"
    label="New password"
    hint="At least 12 characters. Three or four words that do not belong together are easy to remember and hard to guess."
    autocomplete="new-password"
  />
)

/** Ten codes, shown this once. */
export const RecoveryCodes = ({ codes }: { readonly codes: readonly string[] }) => (
  <>
    <p class="govuk-body">
      Print these codes or write them down, and keep them where you keep other things of worth. With one of them you can
      sign in when you do not have your phone. Each works once. They are not shown again.
    </p>
    <InsetText>
      <ul class="govuk-list">
        {codes.map((code) => (
          <li>
            <code>{code}</code>
          </li>
        ))}
      </ul>
    </InsetText>
  </>
)
