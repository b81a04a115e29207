import { Button } from '../../../../ui/components/button.tsx'
import { RadiosField, SelectField } from '../../../../ui/forms/choice-fields.tsx'
import { Form } from '../../../../ui/forms/form.tsx'
import { type FormState, typed } from '../../../../ui/forms/form-state.ts'
import { HiddenField, TextField } from '../../../../ui/forms/text-fields.tsx'
import { legalQualities, qualityWords, wordsOfZone } from '../../../files/index.ts'
import { kindWords, noteKinds, passings, passingWords, rooms } from '../../domain/words.ts'
import type { LivePageProps } from './live.page.tsx'

/** Kind and legal quality of a note. */
export const NoteFacts = ({ form }: { readonly form: FormState }) => (
  <>
    <SelectField
      form={form}
      name="kind"
      label="What is it?"
      items={noteKinds.map((value) => ({ value, text: kindWords[value] }))}
    />
    <SelectField
      form={form}
      name="legal_quality"
      label="Legal quality"
      items={legalQualities.toReversed().map((value) => ({ value, text: qualityWords[value] }))}
    />
  </>
)

/** One line for the next thing that is said: write, press Enter, write on. Room and kind stay as they were. */
export const NoteForm = ({ session, names, form, tokenFor }: LivePageProps) => (
  <>
    <h2 class="govuk-heading-m" id="next">
      What was said
    </h2>
    <Form action={`/office/live/${session.id}/notes`} formFields={<HiddenField name="_form" value={tokenFor()} />}>
      <TextField
        form={form}
        name="words"
        label="In a line"
        hint="Press Enter to save it"
        spellcheck
        autocomplete="off"
        attributes={{ autofocus: typed(form, 'zone') !== undefined }}
      />
      <RadiosField
        form={form}
        name="zone"
        legend="Said in which room?"
        legendSize="s"
        inline
        small
        items={rooms.map((value) => ({ value, content: wordsOfZone(value, names) }))}
      />
      <NoteFacts form={form} />
      <SelectField
        form={form}
        name="passing"
        label="May it go to the other room?"
        hint="For what was said with one of them alone"
        items={passings.map((value) => ({ value, text: passingWords[value] }))}
      />
      <Button>Save</Button>
    </Form>
  </>
)
