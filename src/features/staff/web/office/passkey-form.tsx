import { assetUrl } from '../../../../ui/assets/assets.ts'
import { Button } from '../../../../ui/components/button.tsx'
import type { FormProps } from '../../../../ui/forms/form.tsx'
import { Form } from '../../../../ui/forms/form.tsx'
import { HiddenField } from '../../../../ui/forms/text-fields.tsx'
import { FormToken, type OfficeRequest } from './parts.tsx'

/** A button that asks the browser for a passkey. It shows itself where that can be done; elsewhere `without` stands. */
export const PasskeyForm = (props: {
  readonly request: OfficeRequest
  readonly action: string
  readonly passkey: NonNullable<FormProps['passkey']>
  readonly button: string
  readonly without: string
  readonly next?: string | null
}) => (
  <>
    <p class="govuk-body" data-passkey-without="">
      {props.without}
    </p>
    <script type="module" src={assetUrl('passkeys.js')} />
    <Form action={props.action} passkey={props.passkey} formFields={<FormToken request={props.request} />}>
      {props.next && <HiddenField name="next" value={props.next} />}
      <input type="hidden" name="answer" value="" />
      <Button classes={props.passkey.way === 'use' ? 'govuk-button--secondary' : undefined}>{props.button}</Button>
      <p class="govuk-error-message" role="status" data-passkey-status="" />
    </Form>
  </>
)
