import { tokenField } from '../../../../platform/web/read-sent-form.ts'
import type { PageRequest, Reply } from '../../../../platform/web/route.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { Button } from '../../../../ui/components/button.tsx'
import type { Content } from '../../../../ui/components/common.ts'
import { Form, FormErrorSummary } from '../../../../ui/forms/form.tsx'
import type { FormState } from '../../../../ui/forms/form-state.ts'
import { HiddenField } from '../../../../ui/forms/text-fields.tsx'

export type OfficeRequest = PageRequest<PurposeKey>

export const FormToken = ({ request }: { readonly request: Pick<OfficeRequest, 'formToken'> }) => (
  <HiddenField name={tokenField} value={request.formToken()} />
)

/** A page with one form: its errors, its heading, its fields, its button. */
export function FormPage(props: {
  readonly request: OfficeRequest
  readonly form: FormState
  readonly heading: string
  readonly button: string
  readonly action?: string
  readonly lead?: Content
  readonly children: Content
  readonly below?: Content
}) {
  const { request, form, heading, button, lead, below } = props
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <FormErrorSummary form={form} />
        <h1 class="govuk-heading-l">{heading}</h1>
        {lead}
        <Form action={props.action ?? request.path} formFields={<FormToken request={request} />}>
          {props.children}
          <Button preventDoubleClick>{button}</Button>
        </Form>
        {below}
      </div>
    </div>
  )
}

/** A button that is a form by itself, for an act that asks nothing. */
export const ActButton = (props: {
  readonly request: OfficeRequest
  readonly action: string
  readonly warning?: boolean
  readonly children: Content
}) => (
  <Form action={props.action} formFields={<FormToken request={props.request} />}>
    <Button classes={props.warning ? 'govuk-button--warning' : 'govuk-button--secondary'}>{props.children}</Button>
  </Form>
)

/** A page of the office on which nobody at risk would be seen. */
export const page = (title: string, body: Parameters<typeof Form>[0]['children'], invalid = false): Reply => ({
  page: { title, body: <>{body}</>, invalid, exitThisPage: false },
})

export const waitWords = 'There were too many tries. Wait a quarter of an hour, then try again'
export const busyWords = 'Many people are signing in at this moment. Wait a minute, then try again'
