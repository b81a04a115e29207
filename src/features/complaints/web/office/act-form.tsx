import { Button } from '../../../../ui/components/button.tsx'
import type { Content } from '../../../../ui/components/common.ts'
import { RadiosField } from '../../../../ui/forms/choice-fields.tsx'
import { Form } from '../../../../ui/forms/form.tsx'
import type { FormState } from '../../../../ui/forms/form-state.ts'
import { HiddenField } from '../../../../ui/forms/text-fields.tsx'
import type { ComplaintPageProps } from './complaint.page.tsx'
import { complaintPath } from './list.page.tsx'

/** One thing that can be done about a complaint: its own small form. */
export const ActForm = (props: {
  readonly of: Pick<ComplaintPageProps, 'found' | 'token'>
  readonly act: string
  readonly button: string
  readonly hidden?: Readonly<Record<string, string>>
  readonly secondary?: boolean
  readonly children?: Content
}) => (
  <Form
    action={`${complaintPath(props.of.found.complaint.id)}/${props.act}`}
    formFields={
      <>
        <HiddenField name="_form" value={props.of.token()} />
        {Object.entries(props.hidden ?? {}).map(([name, value]) => (
          <HiddenField name={name} value={value} />
        ))}
      </>
    }
  >
    {props.children}
    <Button classes={props.secondary ? 'govuk-button--secondary' : undefined} preventDoubleClick>
      {props.button}
    </Button>
  </Form>
)

const toldItems = [
  { value: 'written', content: 'Write to them, where we wrote to them before and it is safe' },
  { value: 'spoken', content: 'I have told them, by telephone, in person or by hand' },
] as const

export const Told = ({ form, name }: { readonly form: FormState; readonly name: string }) => (
  <RadiosField form={form} name={name} legend="How do they hear of it?" legendSize="s" items={toldItems} small />
)
