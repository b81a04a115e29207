import { Button } from '../../../../ui/components/button.tsx'
import { Form } from '../../../../ui/forms/form.tsx'
import { HiddenField } from '../../../../ui/forms/text-fields.tsx'
import type { Id } from '../../../../values/ids.ts'

/** Lets a sheet go that is not to come in. Nothing of it is kept. */
export const LetGo = ({ importId, token }: { readonly importId: Id; readonly token: string }) => (
  <Form action={`/office/imports/${importId}/let-go`} formFields={<HiddenField name="_form" value={token} />}>
    <Button classes="govuk-button--secondary" preventDoubleClick>
      Let this sheet go
    </Button>
  </Form>
)
