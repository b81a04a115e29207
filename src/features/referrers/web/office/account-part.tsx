import { tokenField } from '../../../../platform/web/read-sent-form.ts'
import type { PageRequest } from '../../../../platform/web/route.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { Button } from '../../../../ui/components/button.tsx'
import { ErrorMessage } from '../../../../ui/components/error-message.tsx'
import { dateAndTime } from '../../../../ui/dates.ts'
import { Form } from '../../../../ui/forms/form.tsx'
import { HiddenField } from '../../../../ui/forms/text-fields.tsx'
import type { KnownProfessional } from '../../../professionals/index.ts'
import { accountPath } from './account-path.ts'

const problems = {
  'no-mailbox': 'Save a work e-mail address first: a code goes there each time they sign in.',
  taken: 'Somebody else has an account with this mailbox. Each account needs a mailbox of its own.',
} as const

/** Whether a professional has an account, with the button to give or end it. */
export function accountPart(request: PageRequest<PurposeKey>, professional: KnownProfessional) {
  const { account_opened_at: opened, account_ended_at: ended } = professional
  const problem = problems[request.query.account as keyof typeof problems]
  return (
    <>
      <h2 class="govuk-heading-m" id="account">
        Account for referrals
      </h2>
      {problem && <ErrorMessage>{problem}</ErrorMessage>}
      <p class="govuk-body">{words(opened, ended)}</p>
      <Form
        action={accountPath(professional.id, opened && !ended ? 'end-account' : 'invite')}
        formFields={<HiddenField name={tokenField} value={request.formToken()} />}
      >
        <Button classes="govuk-button--secondary" preventDoubleClick>
          {opened && !ended ? 'End their account' : 'Invite them to an account'}
        </Button>
      </Form>
    </>
  )
}

function words(opened: Temporal.Instant | null, ended: Temporal.Instant | null): string {
  if (opened && !ended)
    return `They have one since ${dateAndTime(opened)}. They sign in with a code from their work e-mail, send referrals, and see of their own ones whether they came, are booked and were attended. If you end it they are signed out at once.`
  const offer = 'With an account they can send referrals and follow their own ones without a link for each.'
  return ended ? `It was ended on ${dateAndTime(ended)}. ${offer}` : offer
}
