import { Button } from '../../../../ui/components/button.tsx'
import { SummaryList } from '../../../../ui/components/summary-list.tsx'
import { dateAndTime } from '../../../../ui/dates.ts'
import { Form } from '../../../../ui/forms/form.tsx'
import { HiddenField } from '../../../../ui/forms/text-fields.tsx'
import type { KeptForm } from '../../data/late-form-reads.ts'
import { fieldWords, isDraftAddress, pageOfForm } from '../../domain/late-form.ts'
import { FormToken, type OfficeRequest } from './parts.tsx'

/** Names the kept form that is sent again. */
export const keptField = '_kept'

/** Forms that came too late, each to be sent now or thrown away. */
export const KeptPage = (props: {
  readonly request: OfficeRequest
  readonly kept: readonly KeptForm[]
  readonly next: string
}) => (
  <>
    <h1 class="govuk-heading-l">What you sent is kept</h1>
    <p class="govuk-body">
      You were signed out before this arrived, so nothing has been done with it yet. Read it, then send it or throw it
      away. It is kept for you alone, for two weeks at most. A file that belonged to it must be chosen again.
    </p>
    {props.kept.map((form) => (
      <Kept request={props.request} form={form} />
    ))}
    <p class="govuk-body">
      <a class="govuk-link" href={props.next}>
        Decide later
      </a>
    </p>
  </>
)

function Kept({ request, form }: { readonly request: OfficeRequest; readonly form: KeptForm }) {
  const writing = isDraftAddress(form.path)
  const fields = [
    ...Object.entries(form.values),
    ...Object.entries(form.lists).map(([name, chosen]) => [name, chosen.join(', ')] as const),
  ].filter(([, text]) => text !== '')
  return (
    <section>
      <h2 class="govuk-heading-m">Sent {dateAndTime(form.keptAt)}</h2>
      <p class="govuk-body">
        It belongs to this page:{' '}
        <a class="govuk-link" href={pageOfForm(form.path)}>
          {placeWords(pageOfForm(form.path))}
        </a>
        {writing && '. You were still writing it.'}
      </p>
      <SummaryList rows={fields.map(([name, text]) => ({ key: fieldWords(name), value: text }))} />
      <Form action={form.path} formFields={<FormToken request={request} />}>
        <HiddenField name={keptField} value={form.id} />
        {Object.entries(form.values).map(([name, value]) => (
          <HiddenField name={name} value={value} />
        ))}
        {Object.entries(form.lists).flatMap(([name, chosen]) =>
          chosen.map((value) => <HiddenField name={`${name}[]`} value={value} />),
        )}
        <Button preventDoubleClick>{writing ? 'Go on writing' : 'Send it now'}</Button>
      </Form>
      <Form action="/office/kept/discard" formFields={<FormToken request={request} />}>
        <Button name="kept" value={form.id} classes="govuk-button--secondary">
          Throw it away
        </Button>
      </Form>
    </section>
  )
}

const places: Readonly<Record<string, string>> = {
  cases: 'A case',
  enquiries: 'An enquiry',
  diary: 'The diary',
  settings: 'Settings',
}

/** Where an address leads, in words: the place, and what is done there. */
function placeWords(path: string): string {
  const [, , place = '', ...rest] = (path.split('?')[0] ?? '').split('/')
  const what = rest.filter((part) => !/^[0-9a-f-]{36}$/.test(part)).map(fieldWords)
  return [places[place] ?? fieldWords(place), ...what].join(', ')
}
