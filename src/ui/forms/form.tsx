import type { Content, Options } from '../components/common.ts'
import { ErrorSummary } from '../components/error-summary.tsx'
import { type FormState, hasErrors } from './form-state.ts'

export type FormProps = Options<{
  action: string
  method?: 'post' | 'get'
  /** The form has a file field. */
  files?: boolean
  /** What is written is saved by posting the fields here as one pauses. */
  draftUrl?: string
  /** When the draft that is shown was saved, in words. */
  draftSaved?: string
  /** The form is sent with what a passkey answers to this; it shows itself where script runs. */
  passkey?: { readonly way: 'add' | 'use'; readonly options: Readonly<Record<string, unknown>> } | undefined
  /** Hidden fields that every form sends, such as the token against forged requests. */
  formFields?: Content
  children: Content
}>

/** A form. The browser's own checks are off: the server's say better what to do, and say it beside the field. */
export function Form({
  action,
  method = 'post',
  files,
  draftUrl,
  draftSaved,
  passkey,
  formFields,
  children,
}: FormProps) {
  return (
    <form
      action={action}
      method={method}
      enctype={files ? 'multipart/form-data' : undefined}
      data-draft={draftUrl}
      data-passkey={passkey?.way}
      data-passkey-options={passkey && JSON.stringify(passkey.options)}
      hidden={passkey ? true : undefined}
      novalidate
    >
      {formFields}
      {children}
      {draftUrl && (
        <p class="ev-draft-status" role="status" data-draft-status="">
          {draftSaved && `Saved ${draftSaved}`}
        </p>
      )}
    </form>
  )
}

/** All errors of a form above its heading, each linked to where it is mended; nothing when there are none. */
export function FormErrorSummary({ form }: { readonly form: FormState }) {
  if (!hasErrors(form)) return null
  return (
    <ErrorSummary
      errorList={Object.entries(form.errors).map(([name, content]) =>
        name === '' ? { content } : { content, href: placeOf(name) },
      )}
    />
  )
}

/** The input of a date's day bears the name of the whole date. */
const placeOf = (name: string): string => (name.startsWith('/') ? name : `#${name.replace(/-day$/, '')}`)
