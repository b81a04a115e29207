import { BackLink } from '../../../../ui/components/back-link.tsx'
import { Button } from '../../../../ui/components/button.tsx'
import { shortDateAndTime } from '../../../../ui/dates.ts'
import { CheckboxesField } from '../../../../ui/forms/choice-fields.tsx'
import { Form, FormErrorSummary } from '../../../../ui/forms/form.tsx'
import { HiddenField, TextAreaField } from '../../../../ui/forms/text-fields.tsx'
import { withoutPlace } from '../../domain/offer.ts'
import { type OfferPageProps, offerPath } from './offer.page.tsx'

/** What one party told us of the times: on the telephone, say. */
export const AnswerPage = ({ offer, names, form, token, today, side }: OfferPageProps & { side: 'A' | 'B' }) => (
  <>
    <BackLink href={offerPath(offer.id)}>Times offered</BackLink>
    <FormErrorSummary form={form} />
    <h1 class="govuk-heading-l">What {names[side]} can do</h1>
    <p class="govuk-body">It stays with what {names[side]} told us. The other party does not see it.</p>
    <Form action={offerPath(offer.id, `answer/${side}`)} formFields={<HiddenField name="_form" value={token} />}>
      <CheckboxesField
        form={form}
        name="times[]"
        legend="Which of these times?"
        legendSize="s"
        items={offer.times.map((it) => ({
          value: it.id,
          content: `${shortDateAndTime(it.startsAt, today)}, ${it.mediatorName}, ${it.place ?? withoutPlace(offer.means)}`,
        }))}
      />
      <TextAreaField form={form} name="words" label="What else would suit them? (optional)" rows={3} />
      <Button preventDoubleClick>Save</Button>
    </Form>
  </>
)
