import { Button } from '../../../../ui/components/button.tsx'
import type { Content } from '../../../../ui/components/common.ts'
import { Form } from '../../../../ui/forms/form.tsx'
import type { FormState } from '../../../../ui/forms/form-state.ts'
import { HiddenField } from '../../../../ui/forms/text-fields.tsx'
import type { Id } from '../../../../values/ids.ts'
import type { PackPageFacts } from './read-pack-page.ts'

export const packPath = (requestId: string) => `/office/requests/${requestId}/pack`

export interface PackPageProps extends PackPageFacts {
  readonly form: FormState
  readonly actor: Id
  readonly token: () => string
}

/** One thing that can be done with a pack: its own small form. */
export const PackForm = ({
  of,
  act,
  button,
  secondary = false,
  children,
}: {
  readonly of: Pick<PackPageProps, 'requestId' | 'token'>
  readonly act: string
  readonly button?: string
  readonly secondary?: boolean
  readonly children?: Content
}) => (
  <Form
    action={act === '' ? packPath(of.requestId) : `${packPath(of.requestId)}/${act}`}
    formFields={<HiddenField name="_form" value={of.token()} />}
  >
    {children}
    {button && (
      <Button classes={secondary ? 'govuk-button--secondary' : undefined} preventDoubleClick>
        {button}
      </Button>
    )}
  </Form>
)
