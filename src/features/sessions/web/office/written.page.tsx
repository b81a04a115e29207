import { BackLink } from '../../../../ui/components/back-link.tsx'
import { Button } from '../../../../ui/components/button.tsx'
import type { Content } from '../../../../ui/components/common.ts'
import { InsetText } from '../../../../ui/components/inset-text.tsx'
import { dateAndTime } from '../../../../ui/dates.ts'
import { DateField } from '../../../../ui/forms/choice-fields.tsx'
import { Form, FormErrorSummary } from '../../../../ui/forms/form.tsx'
import { type FormState, typed } from '../../../../ui/forms/form-state.ts'
import { HiddenField, TextAreaField } from '../../../../ui/forms/text-fields.tsx'
import type { CaseHead } from '../../../cases/index.ts'
import { InZone, saveWords, type Zone, ZoneMark, type ZoneNames } from '../../../files/index.ts'
import type { Draft } from '../../data/draft-store.ts'

interface WrittenPageProps {
  readonly title: string
  readonly head: CaseHead
  readonly names: ZoneNames
  readonly zone: Zone
  readonly form: FormState
  /** What was saved while it was written and not yet for good. */
  readonly draft: Draft | null
  readonly path: string
  readonly tokens: { readonly save: string; readonly discard: string }
  readonly intro: Content
  readonly children: Content
}

/** A page on which something is written into one zone of a case: the zone stands at its side, by each text, and on the button. */
export function WrittenPage(props: WrittenPageProps) {
  const { head, names, zone, form, draft, path } = props
  return (
    <>
      <BackLink href={`/office/cases/${head.id}`}>{`Case ${head.reference}`}</BackLink>
      <FormErrorSummary form={form} />
      <h1 class="govuk-heading-l">{props.title}</h1>
      {props.intro}
      {draft && <FoundDraft draft={draft} path={path} token={props.tokens.discard} />}
      <Form
        action={path}
        draftUrl={`${path}/draft`}
        draftSaved={draft ? `on ${dateAndTime(draft.savedAt)}` : undefined}
        formFields={<HiddenField name="_form" value={props.tokens.save} />}
      >
        <InZone zone={zone} names={names}>
          {props.children}
        </InZone>
        <Button preventDoubleClick>{saveWords('Save', zone, names)}</Button>
      </Form>
    </>
  )
}

const FoundDraft = (props: { readonly draft: Draft; readonly path: string; readonly token: string }) => (
  <InsetText>
    <p class="govuk-body">
      This is what you had written here and not saved for good. It was kept on {dateAndTime(props.draft.savedAt)}, and
      only you can see it.
    </p>
    <Form action={`${props.path}/discard`} formFields={<HiddenField name="_form" value={props.token} />}>
      <Button classes="govuk-button--secondary govuk-!-margin-bottom-0">Throw this away and begin anew</Button>
    </Form>
  </InsetText>
)

/** The day of the meeting, and the appointment that it came from if there was one. */
export const MeetingFields = ({ form }: { readonly form: FormState }) => (
  <>
    <HiddenField name="appointment" value={typed(form, 'appointment') ?? ''} />
    <DateField form={form} name="held_on" legend="Day of the meeting" legendSize="s" hint="For example, 21 7 2026" />
  </>
)

/** A long text with the zone that it belongs to beside its label. */
export const ZonedText = (props: {
  readonly form: FormState
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly rows?: number
  readonly zone: Zone
  readonly names: ZoneNames
}) => (
  <TextAreaField
    form={props.form}
    name={props.name}
    rows={props.rows ?? 6}
    hint={props.hint}
    spellcheck
    label={{
      content: (
        <>
          {props.label} <ZoneMark zone={props.zone} names={props.names} />
        </>
      ),
      classes: 'govuk-label--s',
    }}
  />
)
