import { type Choice, ChoiceItem, choiceId, type Divider } from './choice-item.tsx'
import { attrs, classNames, type Options } from './common.ts'
import { GroupFrame, type GroupOptions } from './group-frame.tsx'

export type RadioItem = Choice | Divider
export type RadiosProps = GroupOptions &
  Options<{
    name: string
    idPrefix?: string
    items: readonly (RadioItem | false | null | undefined)[]
    value?: string | number
  }>

/** One choice of a few. */
export function Radios(props: RadiosProps) {
  const idPrefix = props.idPrefix || props.name
  return (
    <GroupFrame
      idPrefix={idPrefix}
      group={props}
      inputs={() => (
        <div class={classNames('govuk-radios', props.classes)} {...attrs(props.attributes)} data-module="govuk-radios">
          {props.formGroup?.beforeInputs}
          {props.items.map((item, index) => item && radioItem(props, idPrefix, item, index))}
          {props.formGroup?.afterInputs}
        </div>
      )}
    />
  )
}

function radioItem(props: RadiosProps, idPrefix: string, item: RadioItem, index: number) {
  if ('divider' in item) return <div class="govuk-radios__divider">{item.divider}</div>
  const isValue = Boolean(props.value) && item.checked !== false && String(item.value) === String(props.value)
  const id = choiceId(idPrefix, item, index)
  return <ChoiceItem kind="radios" name={props.name} id={id} item={item} checked={item.checked || isValue} />
}
