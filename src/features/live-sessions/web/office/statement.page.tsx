import { BackLink } from '../../../../ui/components/back-link.tsx'
import { Button } from '../../../../ui/components/button.tsx'
import { RadiosField } from '../../../../ui/forms/choice-fields.tsx'
import { Form, FormErrorSummary } from '../../../../ui/forms/form.tsx'
import type { FormState } from '../../../../ui/forms/form-state.ts'
import { HiddenField, TextAreaField } from '../../../../ui/forms/text-fields.tsx'
import { InZone } from '../../../files/index.ts'
import type { NoteStatement, SessionNote } from '../../data/live-session-reads.ts'
import { kindWords } from '../../domain/words.ts'
import type { InCase } from './in-case.ts'
import { Statements } from './note-list.tsx'

/** Puts a party's own words beside a note with which they do not agree. */
export const StatementPage = (
  props: InCase & {
    readonly note: SessionNote
    readonly statements: readonly NoteStatement[]
    readonly form: FormState
    readonly token: string
  },
) => {
  const { note, names, form } = props
  const sides = (['A', 'B'] as const).filter((it) => note.zone === 'both' || note.zone === it)
  return (
    <>
      <BackLink href={`/office/live/${note.sessionId}`}>Session</BackLink>
      <FormErrorSummary form={form} />
      <h1 class="govuk-heading-l">Their own words beside a note</h1>
      <p class="govuk-body">
        What somebody thought at the time stays as it is. Whoever sees the note sees these words with it. The other
        party does not see them.
      </p>
      <InZone zone={note.zone} names={names}>
        <p class="govuk-body">
          <strong>{kindWords[note.kind]}:</strong> {note.words}
        </p>
        <Statements statements={props.statements} names={names} />
      </InZone>
      <Form
        action={`/office/live-notes/${note.id}/statement`}
        formFields={<HiddenField name="_form" value={props.token} />}
      >
        <RadiosField
          form={form}
          name="side"
          legend="Whose words are these?"
          items={sides.map((value) => ({ value, content: value === 'A' ? names.a : names.b }))}
          small
        />
        <TextAreaField form={form} name="words" label="What they say of it" rows={4} spellcheck />
        <Button preventDoubleClick>Put it beside the note</Button>
      </Form>
    </>
  )
}
