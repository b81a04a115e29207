import { BackLink } from '../../../../ui/components/back-link.tsx'
import { Button } from '../../../../ui/components/button.tsx'
import { SummaryList } from '../../../../ui/components/summary-list.tsx'
import { londonDay, plainDate } from '../../../../ui/dates.ts'
import { RadiosField } from '../../../../ui/forms/choice-fields.tsx'
import { Form, FormErrorSummary } from '../../../../ui/forms/form.tsx'
import type { FormState } from '../../../../ui/forms/form-state.ts'
import { HiddenField, PostcodeField, TextAreaField } from '../../../../ui/forms/text-fields.tsx'
import type { Id } from '../../../../values/ids.ts'
import type { HeldPlace } from '../../../people/index.ts'
import { sourceWords } from '../../domain/words.ts'

export interface WhereaboutsPageProps {
  readonly form: FormState
  readonly token: string
  readonly action: string
  readonly caseId: Id
  readonly name: string
  readonly places: readonly HeldPlace[]
  readonly staff: ReadonlyMap<Id, string>
}

const kindWords: Readonly<Record<HeldPlace['kind'], string>> = {
  home: 'Home',
  work: 'Work',
  school: 'School',
  partner: 'A new partner’s home',
  other: 'Somewhere else',
}

/** Where a party is and was, read apart from the rest of the file. */
export const WhereaboutsPage = (props: WhereaboutsPageProps) => {
  const { form, token, action, caseId, name, places, staff } = props
  const standing = places.filter((it) => !it.endedAt)
  const ended = places.filter((it) => it.endedAt)
  return (
    <>
      <BackLink href={`/office/cases/${caseId}`}>Back to the case</BackLink>
      <FormErrorSummary form={form} />
      <h1 class="govuk-heading-l">Where {name} lives, works or goes to school</h1>
      <p class="govuk-body">
        The other party does not get any of this. Each time that this page is opened, that is written down.
      </p>
      {standing.length === 0 && <p class="govuk-body">Nothing is noted.</p>}
      {standing.map((place) => (
        <>
          <Place place={place} staff={staff} />
          {!place.contactPointId && (
            <Form action={action} formFields={<HiddenField name="_form" value={token} />}>
              <HiddenField name="ends" value={place.id} />
              <Button classes="govuk-button--secondary">
                This is over<span class="govuk-visually-hidden">: {kindWords[place.kind].toLowerCase()}</span>
              </Button>
            </Form>
          )}
        </>
      ))}
      <h2 class="govuk-heading-m">Note another place</h2>
      <p class="govuk-body">An address for letters is added on the case page, as a way to reach them.</p>
      <Form action={action} formFields={<HiddenField name="_form" value={token} />}>
        <RadiosField
          form={form}
          name="kind"
          legend="What is it?"
          items={(['work', 'school', 'partner', 'other'] as const).map((it) => ({ value: it, content: kindWords[it] }))}
        />
        <TextAreaField form={form} name="address" label="Address" rows={3} />
        <PostcodeField form={form} name="postcode" />
        <RadiosField
          form={form}
          name="source"
          legend="Where does it come from?"
          items={[
            { value: 'self', content: 'From themselves' },
            { value: 'other_party', content: 'From the other party' },
            { value: 'referrer', content: 'From a referrer' },
            { value: 'staff', content: 'Noted by us' },
          ]}
        />
        <Button preventDoubleClick>Save</Button>
      </Form>
      {ended.length > 0 && <h2 class="govuk-heading-m">What was before</h2>}
      {ended.map((place) => (
        <Place place={place} staff={staff} />
      ))}
    </>
  )
}

const Place = ({ place, staff }: { readonly place: HeldPlace; readonly staff: ReadonlyMap<Id, string> }) => {
  const writer = place.recordedBy ? (staff.get(place.recordedBy) ?? 'a former colleague') : null
  const noted = `${plainDate(londonDay(place.madeAt))}${writer ? `, by ${writer}` : ''}, ${sourceWords[place.source]}`
  return (
    <SummaryList
      rows={[
        { key: kindWords[place.kind], value: [place.address, place.postcode].filter(Boolean).join(', ') },
        { key: 'For letters', value: place.contactPointId ? 'Yes, when it is said to be safe' : 'No' },
        { key: 'Noted', value: noted },
        place.endedAt && { key: 'Until', value: plainDate(londonDay(place.endedAt)) },
      ]}
    />
  )
}
