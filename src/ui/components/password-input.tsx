import { Button } from './button.tsx'
import { classNames, type Options, scriptTexts } from './common.ts'
import { FieldFrame, type FieldOptions } from './field-frame.tsx'
import { inputElement } from './input.tsx'

export type PasswordInputProps = FieldOptions &
  Options<{
    value?: string
    autocomplete?: 'current-password' | 'new-password'
    showPasswordText?: string
    hidePasswordText?: string
    showPasswordAriaLabelText?: string
    hidePasswordAriaLabelText?: string
    passwordShownAnnouncementText?: string
    passwordHiddenAnnouncementText?: string
    button?: Options<{ classes?: string }>
  }>

/** A password with a button that shows it. Never give a typed password back as `value`. */
export function PasswordInput(props: PasswordInputProps) {
  const id = props.id || props.name
  return (
    <FieldFrame
      id={id}
      field={props}
      groupClasses="govuk-password-input"
      groupAttributes={{
        'data-module': 'govuk-password-input',
        ...scriptTexts({
          'show-password': props.showPasswordText,
          'hide-password': props.hidePasswordText,
          'show-password-aria-label': props.showPasswordAriaLabelText,
          'hide-password-aria-label': props.hidePasswordAriaLabelText,
          'password-shown-announcement': props.passwordShownAnnouncementText,
          'password-hidden-announcement': props.passwordHiddenAnnouncementText,
        }),
      }}
      control={(describedBy) => (
        <div class="govuk-input__wrapper govuk-password-input__wrapper">
          {props.formGroup?.beforeInput}
          {passwordElement(props, id, describedBy)}
          <ShowButton id={id} props={props} />
          {props.formGroup?.afterInput}
        </div>
      )}
    />
  )
}

function passwordElement(props: PasswordInputProps, id: string, describedBy: string | undefined) {
  const own = classNames('govuk-password-input__input govuk-js-password-input-input', props.classes)
  const { name, value, disabled, errorMessage, attributes, autocomplete = 'current-password' } = props
  const common = { name, value, disabled, errorMessage, attributes, autocomplete, classes: own } as const
  return inputElement({ ...common, type: 'password', spellcheck: false, autocapitalize: 'none' }, id, describedBy)
}

const ShowButton = ({ id, props }: { readonly id: string; readonly props: PasswordInputProps }) => (
  <Button
    type="button"
    classes={classNames(
      'govuk-button--secondary govuk-password-input__toggle govuk-js-password-input-toggle',
      props.button?.classes,
    )}
    attributes={{
      'aria-controls': id,
      'aria-label': props.showPasswordAriaLabelText ?? 'Show password',
      hidden: '',
    }}
  >
    {props.showPasswordText ?? 'Show'}
  </Button>
)
