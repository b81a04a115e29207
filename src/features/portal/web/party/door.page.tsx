import { Button } from '../../../../ui/components/button.tsx'
import { NotificationBanner } from '../../../../ui/components/notification-banner.tsx'
import { Form, FormErrorSummary } from '../../../../ui/forms/form.tsx'
import { type FormState, hasErrors } from '../../../../ui/forms/form-state.ts'
import { EmailField, TextField } from '../../../../ui/forms/text-fields.tsx'
import { FormToken, type PortalRequest, RingUs } from './parts.tsx'

interface DoorProps {
  readonly request: PortalRequest
  readonly form: FormState
  readonly telephone: string
}

const news = {
  out: 'You are signed out.',
  over: 'You were signed out because nothing happened for a while. Ask for a new code to go on.',
} as const

/** Asking for a code by e-mail. */
export function AskPage({ request, form, telephone }: DoorProps) {
  const told = news[request.query.told as keyof typeof news]
  return (
    <>
      {told && !hasErrors(form) && <NotificationBanner>{told}</NotificationBanner>}
      <FormErrorSummary form={form} />
      <h1 class="govuk-heading-l">See your own appointments and papers</h1>
      <p class="govuk-body">
        Once we have opened a file with you, you can look here at any time. You need a code, and no password. We e-mail
        you a code at an address that you told us is safe.
      </p>
      <Form action="/portal/sign-in" formFields={<FormToken request={request} />}>
        <EmailField
          form={form}
          name="email"
          label="Your e-mail address"
          hint="The e-mail has the subject “Your code” and says nothing of what it is for."
          autocomplete="email"
        />
        <Button preventDoubleClick>Send me a code</Button>
      </Form>
      <p class="govuk-body">If you refer people to us and have an account, you come in here as well.</p>
      <h2 class="govuk-heading-m">If you have a code on paper</h2>
      <p class="govuk-body">
        <a class="govuk-link" href="/portal/code">
          Enter your code
        </a>
      </p>
      <RingUs telephone={telephone} why="If e-mail is not safe for you, we can give you a code on paper." />
    </>
  )
}

/** Entering a code. What it says after somebody asked is the same for everybody. */
export function CodePage({ request, form, telephone }: DoorProps) {
  const asked = request.query.asked === 'yes'
  return (
    <>
      <FormErrorSummary form={form} />
      <h1 class="govuk-heading-l">Enter your code</h1>
      {asked && (
        <p class="govuk-body">
          If we may write to you at this address, a code is on its way. It can take a few minutes. Look in your junk
          mail too. The code works once, for half an hour; a newer one takes its place.
        </p>
      )}
      <Form action="/portal/code" formFields={<FormToken request={request} />}>
        <TextField
          form={form}
          name="code"
          label="Code"
          hint="Twelve letters and figures, such as K7QM-3XPD-9RTW. Small or capital letters, with or without hyphens."
          width={20}
          autocomplete="one-time-code"
          autocapitalize="characters"
          spellcheck={false}
        />
        <Button preventDoubleClick>Continue</Button>
      </Form>
      <p class="govuk-body">
        <a class="govuk-link" href="/portal/sign-in">
          Ask for a code
        </a>
      </p>
      <RingUs telephone={telephone} why="If no code comes, the address may not be the one that you gave us." />
    </>
  )
}
