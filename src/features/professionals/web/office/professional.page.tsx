import type { VNode } from 'preact'
import { BackLink } from '../../../../ui/components/back-link.tsx'
import { Button } from '../../../../ui/components/button.tsx'
import { InsetText } from '../../../../ui/components/inset-text.tsx'
import { ScrollArea } from '../../../../ui/components/scroll-area.tsx'
import { Table } from '../../../../ui/components/table.tsx'
import { plainDate, shortDateAndTime } from '../../../../ui/dates.ts'
import { RadiosField } from '../../../../ui/forms/choice-fields.tsx'
import { Form, FormErrorSummary } from '../../../../ui/forms/form.tsx'
import type { FormState } from '../../../../ui/forms/form-state.ts'
import { EmailField, HiddenField, TelephoneField, TextField } from '../../../../ui/forms/text-fields.tsx'
import type { KnownProfessional, TheirReferral } from '../../data/professionals.ts'
import { sourceWords, workWords } from '../../domain/professional.ts'

const itemsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, content]) => ({ value, content }))

/** Everybody whom the service knows by their work, by name. */
export const ProfessionalListPage = ({ professionals }: { readonly professionals: readonly KnownProfessional[] }) => (
  <>
    <h1 class="govuk-heading-l">Professional contacts</h1>
    <Button href="/office/professionals/new">Add a professional</Button>
    {professionals.length === 0 ? (
      <InsetText>Nobody yet. Whoever refers somebody by the website can be kept from their referral.</InsetText>
    ) : (
      <ScrollArea label="Professional contacts">
        <Table
          caption="By name"
          captionClasses="govuk-visually-hidden"
          head={['Name', 'Works', 'Where', 'Last contact']}
          sortable
          rows={professionals.map((it) => [
            {
              content: (
                <a class="govuk-link" href={`/office/professionals/${it.id}`}>
                  {it.name}
                </a>
              ),
              sortValue: it.name,
            },
            workWords[it.work],
            it.organisation,
            { content: plainDate(Temporal.PlainDate.from(it.last_contact_on)), sortValue: it.last_contact_on },
          ])}
        />
      </ScrollArea>
    )}
  </>
)

interface FormProps {
  readonly form: FormState
  readonly action: string
  readonly token: string
}

const ProfessionalForm = ({ form, action, token }: FormProps) => (
  <Form action={action} formFields={<HiddenField name="_form" value={token} />}>
    <TextField form={form} name="name" label="Name" spellcheck={false} />
    <RadiosField form={form} name="work" legend="What do they work as?" items={itemsOf(workWords)} small />
    <TextField form={form} name="organisation" label="Where do they work?" />
    <EmailField form={form} name="email" label="Work e-mail" />
    <TelephoneField form={form} name="telephone" label="Work telephone" />
    <RadiosField form={form} name="source" legend="From whom do we have this?" items={itemsOf(sourceWords)} small />
    <Button preventDoubleClick>Save</Button>
  </Form>
)

export const NewProfessionalPage = (props: FormProps) => (
  <>
    <BackLink href="/office/professionals">Professional contacts</BackLink>
    <FormErrorSummary form={props.form} />
    <h1 class="govuk-heading-l">Add a professional</h1>
    <ProfessionalForm {...props} />
  </>
)

interface ProfessionalProps extends FormProps {
  readonly professional: KnownProfessional
  readonly referrals: readonly TheirReferral[]
  readonly today: Temporal.PlainDate
  readonly tokens: { readonly contacted: string; readonly remove: string }
  readonly account: VNode | null
}

/** One professional: their details to put right, when we were last in touch, and that they referred people. */
export const ProfessionalPage = (props: ProfessionalProps) => {
  const { professional, action, tokens } = props
  const button = (path: string, token: string, words: string, classes: string) => (
    <Form action={`${action}/${path}`} formFields={<HiddenField name="_form" value={token} />}>
      <Button classes={classes} preventDoubleClick>
        {words}
      </Button>
    </Form>
  )
  return (
    <>
      <BackLink href="/office/professionals">Professional contacts</BackLink>
      <FormErrorSummary form={props.form} />
      <h1 class="govuk-heading-l">{professional.name}</h1>
      <p class="govuk-body">
        Last contact on {plainDate(Temporal.PlainDate.from(professional.last_contact_on))}. How long these details are
        kept counts from that day.
      </p>
      {button('contacted', tokens.contacted, 'We were in touch today', 'govuk-button--secondary')}
      <Referrals referrals={props.referrals} today={props.today} />
      {props.account}
      <h2 class="govuk-heading-m">Work details</h2>
      <ProfessionalForm form={props.form} action={action} token={props.token} />
      {button('remove', tokens.remove, 'Take them off the list', 'govuk-button--warning')}
    </>
  )
}

const Referrals = ({ referrals, today }: Pick<ProfessionalProps, 'referrals' | 'today'>) =>
  referrals.length === 0 ? null : (
    <>
      <h2 class="govuk-heading-m">Referrals from them</h2>
      <ul class="govuk-list">
        {referrals.map((it) => (
          <li>
            <a class="govuk-link" href={`/office/enquiries/${it.enquiry_id}`}>
              Referral of {shortDateAndTime(it.made_at, today)}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
