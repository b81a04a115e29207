import { Button } from '../../../../ui/components/button.tsx'
import { plainDate } from '../../../../ui/dates.ts'
import { RadiosField } from '../../../../ui/forms/choice-fields.tsx'
import { Form, FormErrorSummary } from '../../../../ui/forms/form.tsx'
import type { FormState } from '../../../../ui/forms/form-state.ts'
import { TextAreaField } from '../../../../ui/forms/text-fields.tsx'
import type { PartyOfCase } from '../../../cases/index.ts'
import type { StandingWall } from '../../data/walls.ts'

interface Sending {
  readonly form: FormState
  readonly token: string
}

/** Declaring that one knows a party: what follows is said before it is done. */
export const DeclarePage = (props: Sending & { readonly caseId: string; readonly parties: readonly PartyOfCase[] }) => (
  <div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      <FormErrorSummary form={props.form} />
      <h1 class="govuk-heading-l">I know one of these people</h1>
      <p class="govuk-body">
        The file closes to you at once, with its people, its appointments and all other files of the person you know.
        The coordinator is told and finds somebody else. A supervisor can open it to you again.
      </p>
      <Form
        action={`/office/cases/${props.caseId}/conflict`}
        formFields={<input type="hidden" name="_form" value={props.token} />}
      >
        <RadiosField
          form={props.form}
          name="person"
          legend="Whom do you know?"
          items={props.parties.map((it) => ({ value: it.personId, content: `${it.givenName} ${it.familyName}` }))}
        />
        <Button preventDoubleClick>Keep me away from this file</Button>
      </Form>
    </div>
  </div>
)

/** Who keeps away from whom, for the supervisor. */
export const WallsPage = ({ walls }: { readonly walls: readonly StandingWall[] }) => (
  <>
    <h1 class="govuk-heading-l">Who keeps away from whose file</h1>
    {walls.length === 0 ? (
      <p class="govuk-body">
        Nobody keeps away. When a colleague declares on a case page that they know a party, it stands here.
      </p>
    ) : (
      <ul class="govuk-list govuk-list--spaced">
        {walls.map((it) => (
          <li>
            {it.colleague} knows {it.person}, declared on {plainDate(it.declaredOn)}.{' '}
            <a class="govuk-link" href={`/office/walls/${it.id}/lift`}>
              Open the file again
              <span class="govuk-visually-hidden">
                {' '}
                of {it.person} to {it.colleague}
              </span>
            </a>
          </li>
        ))}
      </ul>
    )}
  </>
)

export const LiftPage = ({ form, token, wall }: Sending & { readonly wall: StandingWall }) => (
  <div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      <FormErrorSummary form={form} />
      <h1 class="govuk-heading-l">
        Open the file of {wall.person} to {wall.colleague} again
      </h1>
      <Form action={`/office/walls/${wall.id}/lift`} formFields={<input type="hidden" name="_form" value={token} />}>
        <TextAreaField form={form} name="reason" label="Why may they see it again?" rows={3} />
        <Button preventDoubleClick>Open it again</Button>
      </Form>
    </div>
  </div>
)
