import type { SignInRow } from '../../../../platform/sign-in/sign-ins.ts'
import { Button } from '../../../../ui/components/button.tsx'
import { ScrollArea } from '../../../../ui/components/scroll-area.tsx'
import { Table } from '../../../../ui/components/table.tsx'
import { dateAndTime } from '../../../../ui/dates.ts'
import { Form } from '../../../../ui/forms/form.tsx'
import { FormToken, type OfficeRequest } from './parts.tsx'

/** One's own account: where one is signed in, and what one can change. */
export function AccountPage(props: {
  readonly request: OfficeRequest
  readonly name: string
  readonly signIns: readonly SignInRow[]
  readonly codesLeft: number
  /** Whether their appointments can be had in a calendar of their own. */
  readonly hasCalendar: boolean
}) {
  const { request, name, signIns, codesLeft, hasCalendar } = props
  return (
    <>
      <h1 class="govuk-heading-l">Your account</h1>
      <p class="govuk-body">You are signed in as {name}.</p>
      <ul class="govuk-list">
        <li>
          <a class="govuk-link" href="/office/account/password">
            Change your password
          </a>
        </li>
        <li>
          <a class="govuk-link" href="/office/account/authenticator">
            Use another authenticator
          </a>
        </li>
        <li>
          <a class="govuk-link" href="/office/account/passkeys">
            Your passkeys
          </a>
        </li>
        <li>
          <a class="govuk-link" href="/office/account/recovery-codes">
            Get new recovery codes
          </a>{' '}
          ({codesLeft} left)
        </li>
        {hasCalendar && (
          <li>
            <a class="govuk-link" href="/office/account/calendar">
              Your appointments in your own calendar
            </a>
          </li>
        )}
      </ul>
      <h2 class="govuk-heading-m">Where you are signed in</h2>
      <SignInTable request={request} signIns={signIns} action="/office/account/end-sign-in" />
      <p class="govuk-body">
        If there is one that you do not know, end it, change your password, and tell an administrator.
      </p>
    </>
  )
}

/** Sign-ins that stand, each with a button that ends it. */
export function SignInTable(props: {
  readonly request: OfficeRequest
  readonly signIns: readonly SignInRow[]
  readonly action: string
}) {
  const { request, signIns, action } = props
  const button = (row: SignInRow) => (
    <Form action={action} formFields={<FormToken request={request} />}>
      <Button name="signIn" value={row.id} classes="govuk-button--secondary govuk-!-margin-bottom-0">
        {[
          'End',
          <span class="govuk-visually-hidden">
            {' '}
            {row.device}, {dateAndTime(row.madeAt)}
          </span>,
        ]}
      </Button>
    </Form>
  )
  if (signIns.length === 0) return <p class="govuk-body">Nowhere at this moment.</p>
  return (
    <ScrollArea label="Where somebody is signed in">
      <Table
        head={['Browser', 'Since', 'Last seen', <span class="govuk-visually-hidden">End</span>]}
        rows={signIns.map((row) => [
          row.device,
          dateAndTime(row.madeAt),
          dateAndTime(row.seenAt),
          row.current ? 'This one' : button(row),
        ])}
      />
    </ScrollArea>
  )
}
