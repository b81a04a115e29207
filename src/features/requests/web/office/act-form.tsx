import { Button } from '../../../../ui/components/button.tsx'
import type { Content } from '../../../../ui/components/common.ts'
import { Form } from '../../../../ui/forms/form.tsx'
import { HiddenField } from '../../../../ui/forms/text-fields.tsx'
import { requestPath } from './list.page.tsx'
import type { RequestPageProps } from './request.page.tsx'

/** One thing that can be done about a request: its own small form. `hidden`: what the button means. */
export const ActForm = ({
  of,
  act,
  button,
  hidden = {},
  secondary = false,
  children,
}: {
  readonly of: Pick<RequestPageProps, 'found' | 'token'>
  readonly act: string
  readonly button: string
  readonly hidden?: Readonly<Record<string, string>>
  readonly secondary?: boolean
  readonly children?: Content
}) => (
  <Form
    action={`${requestPath(of.found.request.id)}/${act}`}
    formFields={
      <>
        <HiddenField name="_form" value={of.token()} />
        {Object.entries(hidden).map(([name, value]) => (
          <HiddenField name={name} value={value} />
        ))}
      </>
    }
  >
    {children}
    <Button classes={secondary ? 'govuk-button--secondary' : undefined} preventDoubleClick>
      {button}
    </Button>
  </Form>
)
