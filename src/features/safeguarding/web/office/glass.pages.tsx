import { BackLink } from '../../../../ui/components/back-link.tsx'
import { Button } from '../../../../ui/components/button.tsx'
import { InsetText } from '../../../../ui/components/inset-text.tsx'
import { SummaryList } from '../../../../ui/components/summary-list.tsx'
import { WarningText } from '../../../../ui/components/warning-text.tsx'
import { dateAndTime } from '../../../../ui/dates.ts'
import { Form, FormErrorSummary } from '../../../../ui/forms/form.tsx'
import { HiddenField, TextAreaField, TextField } from '../../../../ui/forms/text-fields.tsx'
import type { GlassBreak } from '../../data/concerns.ts'
import { breakGlassPath, concernsPath, type FormPart, ReviewForm } from './concern-parts.tsx'

/** Opens a file that is not theirs, with a reason. */
export const BreakPage = ({ form, token, time }: FormPart & { readonly time: string }) => (
  <>
    <BackLink href={concernsPath}>Worries about safety</BackLink>
    <FormErrorSummary form={form} />
    <h1 class="govuk-heading-l">Open a file that is not yours</h1>
    <WarningText>
      For when somebody may be in danger. The file is open to you for {time}. The privacy officer hears of it at once,
      with your reason.
    </WarningText>
    <Form action={`${breakGlassPath}/new`} formFields={<HiddenField name="_form" value={token()} />}>
      <TextField form={form} name="reference" label="Number of the case" width={20} autocomplete="off" />
      <TextAreaField form={form} name="reason" label="Why you need it now" rows={3} />
      <Button preventDoubleClick classes="govuk-button--warning">
        Open the file
      </Button>
    </Form>
  </>
)

export interface BreakProps extends FormPart {
  readonly it: GlassBreak
  readonly reference: string
  readonly name: string
  readonly own: boolean
}

/** One such opening, for whoever looks at why. */
export const BreakReviewPage = ({ it, reference, name, own, ...part }: BreakProps) => (
  <>
    <BackLink href={concernsPath}>Worries about safety</BackLink>
    <FormErrorSummary form={part.form} />
    <span class="govuk-caption-l">Case {reference}</span>
    <h1 class="govuk-heading-l">A file that was opened for somebody’s safety</h1>
    <SummaryList
      rows={[
        { key: 'Opened by', value: name },
        { key: 'From', value: dateAndTime(it.beganAt) },
        { key: 'Until', value: dateAndTime(it.endsAt) },
        { key: 'Why', value: it.reason },
        it.review !== null && { key: 'What was found', value: it.review },
      ]}
    />
    {it.review === null && !own && <ReviewForm {...part} action={`${breakGlassPath}/${it.id}/review`} />}
    {it.review === null && own && <InsetText>The privacy officer looks at this.</InsetText>}
  </>
)
