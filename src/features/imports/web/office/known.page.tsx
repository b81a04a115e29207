import { BackLink } from '../../../../ui/components/back-link.tsx'
import { Button } from '../../../../ui/components/button.tsx'
import { CheckboxesField } from '../../../../ui/forms/choice-fields.tsx'
import { Form } from '../../../../ui/forms/form.tsx'
import { filledForm } from '../../../../ui/forms/form-state.ts'
import { HiddenField } from '../../../../ui/forms/text-fields.tsx'
import type { Id } from '../../../../values/ids.ts'
import { type Known, KnownList } from '../../../matching/index.ts'
import type { SheetCase, SheetPerson } from '../../domain/sheet.ts'
import { Pages } from './remarks.tsx'

interface KnownProps {
  readonly importId: Id
  readonly cases: readonly SheetCase[]
  readonly known: ReadonlyMap<string, readonly Known[]>
  readonly leftOut: readonly number[]
  readonly page: number
  readonly pages: number
  readonly token: string
}

const nameOf = ({ givenName, familyName }: SheetPerson): string => `${givenName} ${familyName}`
const titleOf = ({ rows, parties }: SheetCase): string =>
  `${rows.length > 1 ? 'Rows' : 'Row'} ${rows.join(' and ')}: ${nameOf(parties.A)} and ${nameOf(parties.B)}`

/** Shows for each case of a sheet who is on record already, so that no case comes in that is here. */
export const KnownPage = (props: KnownProps) => {
  const { importId, cases, known, page } = props
  const form = filledForm({ 'leave_out[]': props.leftOut.map(String) })
  return (
    <>
      <BackLink href={`/office/imports/${importId}`}>What would come in</BackLink>
      <h1 class="govuk-heading-l">Who is known already</h1>
      <p class="govuk-body">
        Whoever comes in is put on record as a person of their own, also when somebody of that name is here. Leave out
        what is here already.
      </p>
      <Form
        action={`/office/imports/${importId}/known`}
        formFields={
          <>
            <HiddenField name="_form" value={props.token} />
            <HiddenField name="page" value={String(page)} />
          </>
        }
      >
        {cases.map((one) => (
          <section aria-label={titleOf(one)}>
            <h2 class="govuk-heading-s">{titleOf(one)}</h2>
            {(['A', 'B'] as const).map((side) => (
              <Found person={one.parties[side]} known={known.get(`${one.rows[0]} ${side}`) ?? []} />
            ))}
          </section>
        ))}
        <CheckboxesField
          form={form}
          name="leave_out[]"
          legend="Which do you leave out?"
          legendSize="m"
          small
          items={cases.map((one) => ({ value: String(one.rows[0]), content: titleOf(one) }))}
        />
        <Button preventDoubleClick>{page < props.pages ? 'Save and see the next' : 'Save'}</Button>
      </Form>
      <Pages page={page} pages={props.pages} address={`/office/imports/${importId}/known`} of="who is known already" />
    </>
  )
}

const Found = ({ person, known }: { readonly person: SheetPerson; readonly known: readonly Known[] }) =>
  known.length === 0 ? (
    <p class="govuk-body">{nameOf(person)}: nobody found who may be meant.</p>
  ) : (
    <>
      <p class="govuk-body govuk-!-margin-bottom-1">{nameOf(person)} may be:</p>
      <KnownList known={known.slice(0, 5)} />
    </>
  )
