import type { PasskeyRow } from '../../../../platform/sign-in/own-passkeys.ts'
import type { PasskeyOptions } from '../../../../platform/sign-in/passkeys.ts'
import { Button } from '../../../../ui/components/button.tsx'
import { NotificationBanner } from '../../../../ui/components/notification-banner.tsx'
import { ScrollArea } from '../../../../ui/components/scroll-area.tsx'
import { Table } from '../../../../ui/components/table.tsx'
import { dateAndTime } from '../../../../ui/dates.ts'
import { Form, FormErrorSummary } from '../../../../ui/forms/form.tsx'
import type { FormState } from '../../../../ui/forms/form-state.ts'
import { PasswordField, TextField } from '../../../../ui/forms/text-fields.tsx'
import { FormToken, type OfficeRequest } from './parts.tsx'
import { PasskeyForm } from './passkey-form.tsx'

/** One's passkeys, and the first half of adding one. */
export function PasskeysPage(props: {
  readonly request: OfficeRequest
  readonly form: FormState
  readonly passkeys: readonly PasskeyRow[]
  readonly told: string | undefined
  /** Whether this address can have passkeys. */
  readonly possible: boolean
}) {
  const { request, form, passkeys, told, possible } = props
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <FormErrorSummary form={form} />
        {told && <NotificationBanner>{told}</NotificationBanner>}
        <h1 class="govuk-heading-l">Your passkeys</h1>
        <p class="govuk-body">
          A passkey lives in your telephone, your computer or a security key. After your password you unlock it with
          your finger, your face or its PIN, instead of typing a code. A false page cannot get it out of you.
        </p>
        <p class="govuk-body">Your authenticator app goes on working beside it.</p>
        <Passkeys request={request} passkeys={passkeys} />
        {possible ? (
          <>
            <h2 class="govuk-heading-m">Add a passkey</h2>
            <Form action="/office/account/passkeys" formFields={<FormToken request={request} />}>
              <TextField
                form={form}
                name="name"
                label="Name"
                hint="So that you know it again, such as “My telephone”"
                width={20}
                autocomplete="off"
              />
              <PasswordField form={form} name="present" label="Your present password" autocomplete="current-password" />
              <Button preventDoubleClick>Continue</Button>
            </Form>
          </>
        ) : (
          <p class="govuk-body">The office is reached under a number here, and passkeys need a name.</p>
        )}
      </div>
    </div>
  )
}

function Passkeys({
  request,
  passkeys,
}: {
  readonly request: OfficeRequest
  readonly passkeys: readonly PasskeyRow[]
}) {
  if (passkeys.length === 0) return <p class="govuk-body">You have none yet.</p>
  const end = (row: PasskeyRow) => (
    <Form action={`/office/account/passkeys/${row.id}/end`} formFields={<FormToken request={request} />}>
      <Button classes="govuk-button--secondary govuk-!-margin-bottom-0">
        {['End', <span class="govuk-visually-hidden"> {row.name}</span>]}
      </Button>
    </Form>
  )
  return (
    <ScrollArea label="Your passkeys">
      <Table
        head={['Name', 'Added', 'Last used', <span class="govuk-visually-hidden">End</span>]}
        rows={passkeys.map((row) => [
          row.name,
          dateAndTime(row.addedAt),
          row.usedAt ? dateAndTime(row.usedAt) : 'Not yet',
          end(row),
        ])}
      />
    </ScrollArea>
  )
}

/** The second half: the browser makes it. */
export const AddPasskeyPage = (props: {
  readonly request: OfficeRequest
  readonly name: string
  readonly options: PasskeyOptions
}) => (
  <div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      <h1 class="govuk-heading-l">Add the passkey “{props.name}”</h1>
      <p class="govuk-body">
        Your browser asks where to keep it. You are then signed out everywhere else, and we tell you of it by e-mail.
      </p>
      <PasskeyForm
        request={props.request}
        action="/office/account/passkeys/new"
        passkey={{ way: 'add', options: props.options }}
        button="Make the passkey"
        without="This browser cannot make a passkey: it does not run script here, or does not know passkeys. Your authenticator app goes on working."
      />
      <p class="govuk-body">
        <a class="govuk-link" href="/office/account/passkeys">
          Leave it
        </a>
      </p>
    </div>
  </div>
)
