import { Button } from '../../../../ui/components/button.tsx'
import { SummaryList } from '../../../../ui/components/summary-list.tsx'
import { Tag } from '../../../../ui/components/tag.tsx'
import { Form } from '../../../../ui/forms/form.tsx'
import { HiddenField } from '../../../../ui/forms/text-fields.tsx'
import type { Progress } from '../../data/referrals.ts'

/** The same for every link, right or wrong: whatever opens links by itself learns nothing and changes nothing. */
export const AskForProgress = ({ action, token }: { readonly action: string; readonly token: string }) => (
  <div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      <h1 class="govuk-heading-l">Your referral</h1>
      <p class="govuk-body">Press the button to see how far it is.</p>
      <Form action={action} formFields={<HiddenField name="_form" value={token} />}>
        <Button>Show how far it is</Button>
      </Form>
    </div>
  </div>
)

/** Whether something has come to pass. */
export const stepTag = (done: boolean) => (done ? <Tag colour="green">Yes</Tag> : <Tag colour="grey">Not yet</Tag>)

export const ProgressPage = ({ progress }: { readonly progress: Progress }) => (
  <div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      <span class="govuk-caption-l">Referral {progress.reference}</span>
      <h1 class="govuk-heading-l">Your referral</h1>
      <SummaryList
        rows={[
          { key: 'Received', value: { content: stepTag(true) } },
          { key: 'First meeting booked', value: { content: stepTag(progress.booked) } },
          { key: 'First meeting attended', value: { content: stepTag(progress.attended) } },
        ]}
      />
      <p class="govuk-body">
        This is all that we show. What people say to us, and what comes of it, is theirs to tell you.
      </p>
    </div>
  </div>
)

/** One page for a link that never was, one that has ended, and one whose record is gone. */
export const NoProgress = () => (
  <div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      <h1 class="govuk-heading-l">There is nothing to show here</h1>
      <p class="govuk-body">
        Either the address is not quite right, or there is nothing that we can show by it. Ask the person you referred
        how things are.
      </p>
    </div>
  </div>
)
