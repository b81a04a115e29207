import { type Attributes, attrs, type Content, classNames, held, type Options, scriptTexts } from './common.ts'
import { FieldFrame, type FieldOptions } from './field-frame.tsx'

export type FileUploadProps = FieldOptions &
  Options<{
    multiple?: boolean
    /** Adds the area that files can be dropped on; needs the script of the component. */
    javascript?: boolean
    wrapperClasses?: string
    wrapperAttributes?: Attributes
    chooseFilesButtonText?: string
    noFileChosenText?: string
    multipleFilesChosenText?: Readonly<Record<string, string>>
    dropInstructionText?: string
    enteredDropZoneText?: string
    leftDropZoneText?: string
  }>

/** Chooses a file. A browser never keeps the choice when a page comes back with errors. */
export function FileUpload(props: FileUploadProps) {
  const id = props.id || props.name
  const error = held(props.errorMessage)
  const input = (describedBy: string | undefined) => (
    <input
      class={classNames('govuk-file-upload', props.classes, error && 'govuk-file-upload--error')}
      id={id}
      name={props.name}
      type="file"
      disabled={props.disabled}
      multiple={props.multiple}
      aria-describedby={describedBy}
      {...attrs(props.attributes)}
    />
  )
  return (
    <FieldFrame
      id={id}
      field={props}
      control={(describedBy) => (
        <>
          {props.formGroup?.beforeInput}
          {props.javascript ? dropZone(props, input(describedBy)) : input(describedBy)}
          {props.formGroup?.afterInput}
        </>
      )}
    />
  )
}

const dropZone = (props: FileUploadProps, input: Content) => (
  <div
    class={classNames('govuk-file-upload-wrapper', props.wrapperClasses)}
    data-module="govuk-file-upload"
    {...scriptTexts({
      'choose-files-button': props.chooseFilesButtonText,
      'no-file-chosen': props.noFileChosenText,
      'multiple-files-chosen': props.multipleFilesChosenText,
      'drop-instruction': props.dropInstructionText,
      'entered-drop-zone': props.enteredDropZoneText,
      'left-drop-zone': props.leftDropZoneText,
    })}
    {...attrs(props.wrapperAttributes)}
  >
    {input}
  </div>
)
