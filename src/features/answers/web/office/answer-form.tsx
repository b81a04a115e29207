import type { CompiledPolicy } from '../../../../policy/compiled.ts'
import { Button } from '../../../../ui/components/button.tsx'
import type { Content } from '../../../../ui/components/common.ts'
import { Form } from '../../../../ui/forms/form.tsx'
import type { FormState } from '../../../../ui/forms/form-state.ts'
import { HiddenField } from '../../../../ui/forms/text-fields.tsx'
import type { ServiceVoice } from '../../../messages/index.ts'
import type { ReadAnswer } from './answer-reading.ts'

export interface AnswerProps extends ReadAnswer {
  readonly form: FormState
  readonly policy: CompiledPolicy
  readonly voice: ServiceVoice
  readonly token: () => string
}

/** A form of this page. */
export const AnswerForm = (props: {
  readonly of: Pick<AnswerProps, 'found' | 'token'>
  readonly act: string
  readonly button: Content
  readonly hidden?: Readonly<Record<string, string>>
  readonly children?: Content
}) => (
  <Form
    action={`/office/requests/${props.of.found.request.id}/answer/${props.act}`}
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
    <Button preventDoubleClick>{props.button}</Button>
  </Form>
)
