import { tokenField } from '../../../../platform/web/read-sent-form.ts'
import type { StaffRequest } from '../../../../platform/web/route.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { Button } from '../../../../ui/components/button.tsx'
import { InsetText } from '../../../../ui/components/inset-text.tsx'
import { WarningText } from '../../../../ui/components/warning-text.tsx'
import { dateAndTime } from '../../../../ui/dates.ts'
import { RadiosField } from '../../../../ui/forms/choice-fields.tsx'
import { Form, FormErrorSummary } from '../../../../ui/forms/form.tsx'
import type { FormState } from '../../../../ui/forms/form-state.ts'
import { HiddenField } from '../../../../ui/forms/text-fields.tsx'
import type { Wording } from '../../domain/feed.ts'

const path = '/office/account/calendar'

const shows: Readonly<Record<Wording, string>> = {
  neutral: 'Times alone: each entry says “Appointment”',
  reference: 'The number of the case, the kind of meeting, and where it is',
}

/** Whether one has an address for one's calendar, and how to have one, another or none. */
export function FeedPage(props: {
  readonly request: StaffRequest<PurposeKey>
  readonly form: FormState
  readonly feed: { readonly madeAt: Temporal.Instant; readonly wording: Wording } | null
  readonly title: string
}) {
  const { request, form, feed, title } = props
  const token = <HiddenField name={tokenField} value={request.formToken()} />
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <FormErrorSummary form={form} />
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">
          Your calendar can fetch your appointments by an address of your own. They follow when an appointment is moved
          or cancelled. No names and nothing about people stand in them.
        </p>
        {feed ? (
          <InsetText>
            You have an address, made on {dateAndTime(feed.madeAt)}. It shows: {shows[feed.wording]}.
          </InsetText>
        ) : (
          <InsetText>You have no address for your calendar.</InsetText>
        )}
        <Form action={path} formFields={token}>
          <RadiosField
            form={form}
            name="wording"
            legend="What should your calendar show?"
            legendSize="m"
            hint="Think of who sees your calendar, and of who runs it for you."
            items={(['neutral', 'reference'] as const).map((value) => ({ value, content: shows[value] }))}
          />
          {feed && <WarningText>The address that you have now stops working at once.</WarningText>}
          <Button preventDoubleClick>{feed ? 'Make a new address' : 'Make an address'}</Button>
        </Form>
        {feed && (
          <Form action={`${path}/end`} formFields={token}>
            <Button classes="govuk-button--warning">End the address</Button>
          </Form>
        )}
        <p class="govuk-body">
          <a class="govuk-link" href="/office/account">
            Back to your account
          </a>
        </p>
      </div>
    </div>
  )
}

/** The address, shown this once. */
export const FeedMadePage = (props: {
  readonly heading: string
  readonly address: { readonly https: string; readonly webcal: string }
}) => (
  <div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      <h1 class="govuk-heading-l">{props.heading}</h1>
      <p class="govuk-body">
        Copy this address into your calendar, where it says “subscribe” or “from the internet”. Or open it on the device
        on which you want it.
      </p>
      <InsetText>
        <span id="calendar-address" class="govuk-!-text-break-word">
          {props.address.https}
        </span>
      </InsetText>
      <p class="govuk-body">
        <a class="govuk-link" href={props.address.webcal} rel="noreferrer">
          Open it in the calendar of this device
        </a>
      </p>
      <WarningText>
        Whoever has the address sees when you have appointments. It is not shown again. If somebody else may have it,
        make a new one.
      </WarningText>
      <Button href={path}>I have copied it: continue</Button>
    </div>
  </div>
)
