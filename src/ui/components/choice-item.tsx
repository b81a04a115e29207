import {
  type Attributes,
  attrs,
  type Content,
  classNames,
  describedByAll,
  type Held,
  held,
  isEmpty,
  type Options,
} from './common.ts'
import { Hint } from './hint.tsx'
import { Label } from './label.tsx'

export type Choice = Options<{
  value: string | number
  content: Content
  id?: string
  hint?: Held
  label?: Options<{ classes?: string; attributes?: Attributes }>
  checked?: boolean
  disabled?: boolean
  /** Fields that appear when this is chosen; without script they always show. */
  conditional?: Content
  attributes?: Attributes
}>
export type Divider = { readonly divider: string }

export type ChoiceItemProps = {
  readonly kind: 'radios' | 'checkboxes'
  readonly name: string
  readonly id: string
  readonly item: Choice
  readonly checked: boolean
  readonly describedBy?: string | undefined
  readonly behaviour?: string | undefined
}

/** One radio button or checkbox with its label, hint and what it reveals. */
export function ChoiceItem({ kind, name, id, item, checked, describedBy, behaviour }: ChoiceItemProps) {
  const block = `govuk-${kind}`
  const hint = held(item.hint)
  const reveals = !isEmpty(item.conditional)
  const hintId = `${id}-item-hint`
  return (
    <>
      <div class={`${block}__item`}>
        <input
          class={`${block}__input`}
          id={id}
          name={name}
          type={kind === 'radios' ? 'radio' : 'checkbox'}
          value={item.value}
          checked={checked}
          disabled={item.disabled}
          data-aria-controls={reveals ? `conditional-${id}` : undefined}
          data-behaviour={behaviour}
          aria-describedby={describedByAll(describedBy, hint && hintId)}
          {...attrs(item.attributes)}
        />
        <Label
          for={id}
          classes={classNames(`${block}__label`, item.label?.classes)}
          attributes={item.label?.attributes}
        >
          {item.content}
        </Label>
        {hint && (
          <Hint id={hintId} classes={classNames(`${block}__hint`, hint.classes)} attributes={hint.attributes}>
            {hint.content}
          </Hint>
        )}
      </div>
      {reveals && (
        <div
          class={classNames(`${block}__conditional`, !checked && `${block}__conditional--hidden`)}
          id={`conditional-${id}`}
        >
          {item.conditional}
        </div>
      )}
    </>
  )
}

/** The first item bears the group's identifier without number, so that an error summary can link to it. */
export const choiceId = (idPrefix: string, item: { readonly id?: string | undefined }, index: number): string =>
  item.id || (index === 0 ? idPrefix : `${idPrefix}-${index + 1}`)
