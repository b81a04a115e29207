import { BackLink } from '../../../../ui/components/back-link.tsx'
import { Button } from '../../../../ui/components/button.tsx'
import { Form, FormErrorSummary } from '../../../../ui/forms/form.tsx'
import type { FormState } from '../../../../ui/forms/form-state.ts'
import { HiddenField, TextAreaField } from '../../../../ui/forms/text-fields.tsx'
import { InZone, saveWords } from '../../../files/index.ts'
import type { SessionNote } from '../../data/live-session-reads.ts'
import type { InCase } from './in-case.ts'
import { NoteFacts } from './note-form.tsx'

/** Puts one note right. */
export const NotePage = (
  props: InCase & { readonly note: SessionNote; readonly form: FormState; readonly token: string },
) => {
  const { note, names, form } = props
  return (
    <>
      <BackLink href={`/office/live/${note.sessionId}`}>Session</BackLink>
      <FormErrorSummary form={form} />
      <h1 class="govuk-heading-l">Change a note</h1>
      <Form action={`/office/live-notes/${note.id}`} formFields={<HiddenField name="_form" value={props.token} />}>
        <InZone zone={note.zone} names={names}>
          <TextAreaField form={form} name="words" label="What was said" rows={4} spellcheck />
          <NoteFacts form={form} />
        </InZone>
        <Button preventDoubleClick>{saveWords('Save', note.zone, names)}</Button>
      </Form>
    </>
  )
}
