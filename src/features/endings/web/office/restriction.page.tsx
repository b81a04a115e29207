import { BackLink } from '../../../../ui/components/back-link.tsx'
import { Button } from '../../../../ui/components/button.tsx'
import type { Content } from '../../../../ui/components/common.ts'
import { InsetText } from '../../../../ui/components/inset-text.tsx'
import { SummaryList } from '../../../../ui/components/summary-list.tsx'
import { londonDay, plainDate } from '../../../../ui/dates.ts'
import { RadiosField } from '../../../../ui/forms/choice-fields.tsx'
import { Form, FormErrorSummary } from '../../../../ui/forms/form.tsx'
import type { FormState } from '../../../../ui/forms/form-state.ts'
import { HiddenField } from '../../../../ui/forms/text-fields.tsx'
import type { Id } from '../../../../values/ids.ts'
import type { WholeRequest } from '../../../requests/index.ts'
import { covers, coversWords, grounds, groundWords, type Restriction, stands } from '../../domain/restriction.ts'
import { Told } from './told-field.tsx'
import { WhoHears } from './who-hears.tsx'

export interface RestrictionPageProps {
  readonly found: WholeRequest
  readonly known: readonly Restriction[]
  readonly form: FormState
  readonly token: () => string
}

export const restrictionPath = (requestId: Id) => `/office/requests/${requestId}/restriction`

/** What of a person is kept and not used, and what can be done about it. */
export function RestrictionPage(props: RestrictionPageProps) {
  const { found, known, form } = props
  const { request } = found
  const standing = known.filter(stands)
  return (
    <>
      <BackLink href={`/office/requests/${request.id}`}>The request</BackLink>
      <FormErrorSummary form={form} />
      <span class="govuk-caption-l">
        {request.reference}, {request.name}
      </span>
      <h1 class="govuk-heading-l">Keep it, but do not use it</h1>
      {standing.length === 0 && <InsetText>Nothing of theirs is kept from use now.</InsetText>}
      {known.map((it) => (
        <One {...props} about={it} />
      ))}
      {known.length > 0 && <WhoHears requestId={request.id} />}
      {standing.length < (request.enquiryId ? 1 : covers.length) && request.closedOn === null && <Place {...props} />}
    </>
  )
}

const Step = (
  props: RestrictionPageProps & { step: string; button: string; about?: Restriction; children?: Content },
) => (
  <Form
    action={restrictionPath(props.found.request.id)}
    formFields={
      <>
        <HiddenField name="_form" value={props.token()} />
        <HiddenField name="step" value={props.step} />
        {props.about && <HiddenField name="restriction" value={props.about.id} />}
      </>
    }
  >
    {props.children}
    <Button classes={props.step === 'place' ? undefined : 'govuk-button--secondary'} preventDoubleClick>
      {props.button}
    </Button>
  </Form>
)

const dayOf = (at: Temporal.Instant) => plainDate(londonDay(at))

function One(props: RestrictionPageProps & { readonly about: Restriction }) {
  const { about, form } = props
  return (
    <section>
      <SummaryList
        card={{ title: { content: stands(about) ? 'Kept and not used' : 'Used again' } }}
        rows={[
          { key: 'What', value: coversWords[about.covers] },
          { key: 'Why', value: groundWords[about.ground] },
          { key: 'Since', value: dayOf(about.placedAt) },
          about.toldAt !== null && { key: 'Told that it ends', value: dayOf(about.toldAt) },
          about.liftedAt !== null && { key: 'Used again since', value: dayOf(about.liftedAt) },
        ]}
      />
      {stands(about) && about.toldAt === null && (
        <Step {...props} step="tell" button="Tell them that it ends">
          <p class="govuk-body">They hear of it before anything is used again.</p>
          <Told form={form} name="told" />
        </Step>
      )}
      {stands(about) && about.toldAt !== null && <Step {...props} step="lift" button="Use it again" />}
    </section>
  )
}

const Place = (props: RestrictionPageProps) => (
  <section>
    <h2 class="govuk-heading-m">Keep something from use</h2>
    <p class="govuk-body">
      It stays, and nobody finds or opens it: not by search, in a list, by its address, in a letter or in figures. You
      still answer their requests, and it can still serve a claim or protect somebody.
      {props.found.request.personId && ' What is the other party’s, or of both, goes on as before.'}
    </p>
    <Step {...props} step="place" button="Keep it from use">
      <RadiosField
        form={props.form}
        name="ground"
        legend="Why?"
        legendSize="s"
        items={grounds.map((value) => ({ value, content: groundWords[value] }))}
        small
      />
      {props.found.request.enquiryId ? (
        <HiddenField name="covers" value="enquiry" />
      ) : (
        <RadiosField
          form={props.form}
          name="covers"
          legend="What?"
          legendSize="s"
          items={covers.map((value) => ({ value, content: coversWords[value] }))}
          small
        />
      )}
      <Told form={props.form} name="told_now" />
    </Step>
  </section>
)
