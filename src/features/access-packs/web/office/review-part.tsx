import { Button } from '../../../../ui/components/button.tsx'
import { Details } from '../../../../ui/components/details.tsx'
import { CheckboxesField, RadiosField, SelectField } from '../../../../ui/forms/choice-fields.tsx'
import { type FormState, filledForm } from '../../../../ui/forms/form-state.ts'
import { HiddenField, TextAreaField, TextField } from '../../../../ui/forms/text-fields.tsx'
import type { KeptItem } from '../../data/pack-reads.ts'
import { considerationKeys, considerations, healthAnswers, healths, usualFor } from '../../domain/considerations.ts'
import { phraseOf, piecesOf } from '../../domain/find-others.ts'
import { fieldWords, placeWords } from '../../domain/words.ts'
import { PackForm, type PackPageProps } from './pack-form.tsx'

/** The next text to read, with what was found in it and what is decided about it. */
export const ReviewPart = ({ item, of }: { readonly item: KeptItem; readonly of: PackPageProps }) => (
  <>
    <h2 class="govuk-heading-m">To read</h2>
    <p class="govuk-body">
      By what is marked others can be known. Where somebody lives and how they are reached is taken out in any case.
    </p>
    <OneText of={of} item={item} />
  </>
)

function OneText({ of, item }: { readonly of: PackPageProps; readonly item: KeptItem }) {
  const sent = of.form.values.item === item.id
  const form = sent ? of.form : filledForm(formValues(item))
  const text = item.text ?? ''
  return (
    <section>
      <h3 class="govuk-heading-s">
        {placeWords(item.place)}: {fieldWords(item.field)}
        {item.at && ` (${item.at})`}
        {item.decision && (item.decision === 'given' ? ' – goes' : ' – stays')}
      </h3>
      <p class="govuk-body ev-pre">
        {piecesOf(text, item.masks).map((it) => (it.mask ? <mark>{it.text}</mark> : it.text))}
      </p>
      {item.place === 'stored_file' && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/office/files/${item.rowId}`}>
            Read the document itself
          </a>
          : it goes whole or stays.
        </p>
      )}
      <PackForm of={of} act="">
        <HiddenField name="item" value={item.id} />
        <Phrases item={item} form={form} />
        <More form={form} open={sent} />
        <CheckboxesField
          form={form}
          name="alike"
          legend="Others like it"
          legendSize="s"
          items={[{ value: 'yes', content: 'The same for all others of this kind that nobody has read' }]}
          small
        />
        <div class="govuk-button-group">
          <Button name="decision" value="given" preventDoubleClick>
            It goes
          </Button>
          <Button name="decision" value="withheld" classes="govuk-button--secondary" preventDoubleClick>
            It stays
          </Button>
          <Button name="decision" value="wait" classes="govuk-button--secondary" preventDoubleClick>
            Wait for an opinion
          </Button>
        </div>
      </PackForm>
    </section>
  )
}

function formValues(item: KeptItem) {
  const usual = usualFor(item.belongs)
  const kept = considerationKeys.map((key, at) => [key, item.considered[at] ?? usual[key]])
  return {
    ...Object.fromEntries(kept),
    ...{ health: item.health, opinion: item.opinion ?? 'none', opinion_on: item.opinionOn ?? '' },
    out: item.masks.filter((it) => it.out).map((it) => phraseOf(item.text ?? '', it)),
    more: item.masks
      .filter((it) => it.kind === 'words')
      .map((it) => (item.text ?? '').slice(it.from, it.to))
      .join('\n'),
  }
}

/** Each thing by which another can be known, once. */
function Phrases({ item, form }: { readonly item: KeptItem; readonly form: FormState }) {
  const text = item.text ?? ''
  const free = [...new Set(item.masks.filter((it) => !it.fixed && it.kind !== 'words').map((it) => phraseOf(text, it)))]
  return (
    <>
      {free.length > 0 && (
        <CheckboxesField
          form={form}
          name="out"
          legend="Take out"
          legendSize="s"
          items={free.map((it) => ({ value: it, content: it }))}
          small
        />
      )}
      <TextAreaField
        form={form}
        name="more"
        label="Other words to take out (optional)"
        hint="Each on a line of its own."
        rows={2}
        maxlength={1000}
      />
    </>
  )
}

const More = ({ form, open }: { readonly form: FormState; readonly open: boolean }) => (
  <Details summary="What was weighed, and health" open={open}>
    {considerationKeys.map((key) => (
      <SelectField
        form={form}
        name={key}
        label={considerations[key].asked}
        items={Object.entries(considerations[key].answers).map(([value, content]) => ({ value, text: content }))}
      />
    ))}
    <RadiosField
      form={form}
      name="health"
      legend="Does it tell of their health?"
      legendSize="s"
      hint="What they may not have seen goes when a health professional has said, in the last six months, that it does no serious harm."
      items={healths.map((value) => ({ value, content: healthAnswers[value] }))}
      small
    />
    <RadiosField
      form={form}
      name="opinion"
      legend="What did a health professional say?"
      legendSize="s"
      items={[
        { value: 'none', content: 'Nobody was asked, or has answered' },
        { value: 'no_harm', content: 'It does no serious harm' },
        { value: 'harm', content: 'It would do serious harm' },
      ]}
      small
    />
    <TextField form={form} name="opinion_on" label="On which day (as 2026-11-22)" />
  </Details>
)
