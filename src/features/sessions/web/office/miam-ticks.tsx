import { Checkboxes } from '../../../../ui/components/checkboxes.tsx'
import { Details } from '../../../../ui/components/details.tsx'
import { CheckboxesField } from '../../../../ui/forms/choice-fields.tsx'
import { type FormState, ticked } from '../../../../ui/forms/form-state.ts'
import type { MiamRecord } from '../../data/miam-reads.ts'
import { exemptions, exemptionWords } from '../../domain/exemptions.ts'
import { wayOutOfCourtWords, waysOn } from '../../domain/ways-out-of-court.ts'

/** The ways out of court to tick, and out of sight the exemptions, which few people have. */
export const TickLists = ({ form }: { readonly form: FormState }) => (
  <>
    <CheckboxesField
      form={form}
      name="ways_told[]"
      legend="Which ways to settle without a court did you explain?"
      legendSize="s"
      hint="The rules ask for all of them"
      items={[...wayOutOfCourtWords].map(([value, content]) => ({ value, content }))}
      small
    />
    <Details summary="This person says that an exemption applies to them">
      <p class="govuk-body">
        Note what they say. You certify none of it: it is for them to claim and for the court to look at.{' '}
        <span class="govuk-hint">{exemptions.source}</span>
      </p>
      {exemptions.groups.map((group, index) => (
        <Checkboxes
          name="exemptions_claimed[]"
          idPrefix={index === 0 ? 'exemptions_claimed[]' : `exemptions-${index}`}
          fieldset={{ legend: { content: group.title, classes: 'govuk-fieldset__legend--s' } }}
          values={ticked(form, 'exemptions_claimed[]')}
          errorMessage={index === 0 ? form.errors['exemptions_claimed[]'] : undefined}
          items={Object.entries(group.items).map(([value, content]) => ({ value, content }))}
          classes="govuk-checkboxes--small"
        />
      ))}
    </Details>
  </>
)

/** What was ticked, and what the rule asks for and was not. */
export function TickedParts({ miam }: { readonly miam: MiamRecord }) {
  const { ways, source } = waysOn(miam.heldOn)
  const untold = ways.filter((it) => !miam.waysTold.includes(it.key))
  const told = miam.waysTold.map((it) => wayOutOfCourtWords.get(it) ?? it)
  return (
    <>
      <h2 class="govuk-heading-m">Ways to settle without a court</h2>
      <p class="govuk-body">{told.length === 0 ? 'None was ticked as explained.' : `Explained: ${told.join('; ')}.`}</p>
      {untold.length > 0 && (
        <p class="govuk-hint">
          Not ticked as explained: {untold.map((it) => it.words).join('; ')}. {source}
        </p>
      )}
      {miam.exemptionsClaimed.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Exemptions that this person says they have</h2>
          <ul class="govuk-list govuk-list--bullet">
            {miam.exemptionsClaimed.map((it) => (
              <li>{exemptionWords.get(it) ?? it}</li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
