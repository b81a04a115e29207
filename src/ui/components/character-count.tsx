import { classNames, describedByAll, type Options, scriptTexts } from './common.ts'
import { FieldFrame } from './field-frame.tsx'
import { Hint } from './hint.tsx'
import { type TextareaProps, textareaControl } from './textarea.tsx'

type PerNumber = Readonly<Record<string, string>>

export type CharacterCountProps = Omit<TextareaProps, 'describedBy' | 'disabled' | 'autocomplete'> &
  Options<{
    maxlength?: number
    maxwords?: number
    threshold?: number
    countType?: 'characters' | 'words' | 'length'
    textareaDescriptionText?: string
    charactersUnderLimitText?: PerNumber
    charactersAtLimitText?: string
    charactersOverLimitText?: PerNumber
    wordsUnderLimitText?: PerNumber
    wordsAtLimitText?: string
    wordsOverLimitText?: PerNumber
    countMessage?: Options<{ classes?: string }>
  }>

/** Several lines of text with a limit that is counted as one writes. The server must still check the limit. */
export function CharacterCount(props: CharacterCountProps) {
  const id = props.id || props.name
  const afterInput = (
    <>
      <CountMessage id={id} props={props} />
      {props.formGroup?.afterInput}
    </>
  )
  const textarea: TextareaProps = {
    ...props,
    classes: classNames('govuk-js-character-count', props.classes),
    formGroup: { ...props.formGroup, afterInput },
  }
  return (
    <FieldFrame
      id={id}
      field={{ ...textarea, describedBy: `${id}-info` }}
      groupClasses="govuk-character-count"
      groupAttributes={groupAttributes(props)}
      control={(describedBy) => textareaControl(textarea, id, describedByAll(describedBy))}
    />
  )
}

const countTypeOf = (props: CharacterCountProps) => props.countType ?? (props.maxwords ? 'words' : undefined)

function CountMessage({ id, props }: { readonly id: string; readonly props: CharacterCountProps }) {
  const limit = props.maxwords || props.maxlength
  const unit = countTypeOf(props) === 'words' ? 'words' : 'characters'
  const text = props.textareaDescriptionText || `You can enter up to %{count} ${unit}`
  return (
    <Hint id={`${id}-info`} classes={classNames('govuk-character-count__message', props.countMessage?.classes)}>
      {limit ? text.replace('%{count}', String(limit)) : undefined}
    </Hint>
  )
}

function groupAttributes(props: CharacterCountProps): Record<string, string> {
  const numbers = {
    'data-maxlength': props.maxlength,
    'data-maxwords': props.maxwords,
    'data-threshold': props.threshold,
  }
  const written: Record<string, string> = { 'data-module': 'govuk-character-count' }
  for (const [name, value] of Object.entries({ ...numbers, 'data-count-type': countTypeOf(props) })) {
    if (value !== undefined) written[name] = String(value)
  }
  const hasLimit = Boolean(props.maxwords || props.maxlength)
  const description = props.textareaDescriptionText
  const texts = scriptTexts({
    'textarea-description': !hasLimit && description ? { other: description } : undefined,
    'characters-under-limit': props.charactersUnderLimitText,
    'characters-at-limit': props.charactersAtLimitText,
    'characters-over-limit': props.charactersOverLimitText,
    'words-under-limit': props.wordsUnderLimitText,
    'words-at-limit': props.wordsAtLimitText,
    'words-over-limit': props.wordsOverLimitText,
  })
  return { ...written, ...texts }
}
