import { type Choice, ChoiceItem, choiceId, type Divider } from './choice-item.tsx'
import { attrs, classNames, type Options } from './common.ts'
import { GroupFrame, type GroupOptions } from './group-frame.tsx'

/** `exclusive` unticks all others when it is ticked ("None of these"). */
export type CheckboxItem = (Choice & Options<{ name?: string; behaviour?: 'exclusive' }>) | Divider
export type CheckboxesProps = GroupOptions &
  Options<{
    name: string
    idPrefix?: string
    describedBy?: string
    items: readonly (CheckboxItem | false | null | undefined)[]
    values?: readonly (string | number)[]
  }>

/** Any number of choices. */
export function Checkboxes(props: CheckboxesProps) {
  const idPrefix = props.idPrefix || props.name
  return (
    <GroupFrame
      idPrefix={idPrefix}
      group={props}
      describedBy={props.describedBy}
      inputs={(describedBy) => (
        <div
          class={classNames('govuk-checkboxes', props.classes)}
          {...attrs(props.attributes)}
          data-module="govuk-checkboxes"
        >
          {props.formGroup?.beforeInputs}
          {props.items.map((item, index) => item && checkboxItem(props, idPrefix, describedBy, item, index))}
          {props.formGroup?.afterInputs}
        </div>
      )}
    />
  )
}

function checkboxItem(
  props: CheckboxesProps,
  idPrefix: string,
  describedBy: string | undefined,
  item: CheckboxItem,
  index: number,
) {
  if ('divider' in item) return <div class="govuk-checkboxes__divider">{item.divider}</div>
  const values = props.values?.map(String) ?? []
  return (
    <ChoiceItem
      kind="checkboxes"
      name={item.name || props.name}
      id={choiceId(idPrefix, item, index)}
      item={item}
      checked={item.checked || (item.checked !== false && values.includes(String(item.value)))}
      describedBy={props.fieldset ? undefined : describedBy}
      behaviour={item.behaviour}
    />
  )
}
