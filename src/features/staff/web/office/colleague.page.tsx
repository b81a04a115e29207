import type { SignInRow } from '../../../../platform/sign-in/sign-ins.ts'
import { BackLink } from '../../../../ui/components/back-link.tsx'
import { Button } from '../../../../ui/components/button.tsx'
import { SummaryList } from '../../../../ui/components/summary-list.tsx'
import { dateAndTime } from '../../../../ui/dates.ts'
import { RadiosField, SelectField } from '../../../../ui/forms/choice-fields.tsx'
import { Form, FormErrorSummary } from '../../../../ui/forms/form.tsx'
import type { FormState } from '../../../../ui/forms/form-state.ts'
import type { Colleague } from '../../data/staff-reads.ts'
import { roleWords, staffRoles } from '../../domain/staff-roles.ts'
import { SignInTable } from './account.page.tsx'
import { ActButton, FormToken, type OfficeRequest } from './parts.tsx'
import { StandingTag } from './staff-list.page.tsx'

export interface ColleagueProps {
  readonly request: OfficeRequest
  readonly form: FormState
  readonly person: Colleague
  readonly signIns: readonly SignInRow[]
  readonly liveCases: number
  readonly mediators: readonly { readonly id: string; readonly name: string }[]
}

/** One account and all that an administrator can do with it. */
export function ColleaguePage(props: ColleagueProps) {
  const { request, form, person, signIns } = props
  const at = `/office/staff/${person.id}`
  return (
    <>
      <BackLink href="/office/staff">Staff</BackLink>
      <FormErrorSummary form={form} />
      <h1 class="govuk-heading-l">{person.name}</h1>
      <SummaryList rows={facts(props)} />
      {person.standing === 'invited' && (
        <ActButton request={request} action={`${at}/link`}>
          Make a new invitation link
        </ActButton>
      )}
      {person.standing !== 'left' && <RoleForm {...props} />}
      {person.joinedAt && person.standing !== 'left' && (
        <>
          <h2 class="govuk-heading-m">Where they are signed in</h2>
          <SignInTable request={request} signIns={signIns} action={`${at}/end-sign-in`} />
        </>
      )}
      {person.standing !== 'left' && <Endings {...props} />}
    </>
  )
}

const facts = ({ person, liveCases }: ColleagueProps) => [
  { key: 'E-mail address', value: person.email },
  { key: 'Role', value: roleWords[person.role].title },
  { key: 'Standing', value: <StandingTag standing={person.standing} /> },
  { key: 'Invited', value: dateAndTime(person.invitedAt) },
  person.joinedAt && { key: 'Joined', value: dateAndTime(person.joinedAt) },
  person.suspendedAt && { key: 'Suspended', value: dateAndTime(person.suspendedAt) },
  person.role === 'mediator' && { key: 'Live cases', value: liveCases },
]

export const roleItems = staffRoles.map((role) => ({
  value: role,
  content: roleWords[role].title,
  hint: roleWords[role].hint,
}))

const RoleForm = ({ request, form, person }: ColleagueProps) => (
  <Form action={`/office/staff/${person.id}/role`} formFields={<FormToken request={request} />}>
    <RadiosField
      form={{ ...form, values: { role: person.role, ...form.values } }}
      name="role"
      legend="Role"
      legendSize="m"
      hint="Another role counts from their next click on."
      items={roleItems}
    />
    <Button classes="govuk-button--secondary">Change role</Button>
  </Form>
)

function Endings({ request, form, person, liveCases, mediators }: ColleagueProps) {
  const at = `/office/staff/${person.id}`
  const others = mediators.filter((it) => it.id !== person.id)
  return (
    <>
      {person.standing === 'active' && (
        <>
          <h2 class="govuk-heading-m">Lost authenticator</h2>
          <p class="govuk-body">
            A second person must agree. Then there is a link with which they set themselves up again.
          </p>
          <ActButton request={request} action={`${at}/reset`}>
            Ask for a reset
          </ActButton>
        </>
      )}
      <h2 class="govuk-heading-m">{person.standing === 'suspended' ? 'Suspended' : 'Suspend'}</h2>
      {person.standing === 'suspended' ? (
        <ActButton request={request} action={`${at}/resume`}>
          Let them sign in again
        </ActButton>
      ) : (
        <ActButton request={request} action={`${at}/suspend`} warning>
          Suspend and sign out
        </ActButton>
      )}
      <h2 class="govuk-heading-m">Left the service</h2>
      <p class="govuk-body">Their account closes today and does not open again.</p>
      <Form action={`${at}/leave`} formFields={<FormToken request={request} />}>
        {liveCases > 0 && (
          <SelectField
            form={form}
            name="handOverTo"
            label="Who takes over their live cases"
            items={[{ value: '', text: 'Choose' }, ...others.map((it) => ({ value: it.id, text: it.name }))]}
          />
        )}
        <Button classes="govuk-button--warning">Close their account</Button>
      </Form>
    </>
  )
}
