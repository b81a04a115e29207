import { BackLink } from '../../../../ui/components/back-link.tsx'
import { Button } from '../../../../ui/components/button.tsx'
import { InsetText } from '../../../../ui/components/inset-text.tsx'
import { SummaryList } from '../../../../ui/components/summary-list.tsx'
import { plainDate } from '../../../../ui/dates.ts'
import { DateField, RadiosField } from '../../../../ui/forms/choice-fields.tsx'
import { Form, FormErrorSummary } from '../../../../ui/forms/form.tsx'
import type { FormState } from '../../../../ui/forms/form-state.ts'
import { HiddenField, TextField } from '../../../../ui/forms/text-fields.tsx'
import { InZone, saveWords } from '../../../files/index.ts'
import type { SignedAgreement } from '../../data/agreements.ts'
import { signedHows, signedWords } from '../../domain/words.ts'
import type { InCase } from './in-case.ts'

const sides = ['A', 'B'] as const

/** What each party signed, in words; or that they have not. */
function signedBy(signed: readonly SignedAgreement[], side: 'A' | 'B'): string {
  const own = signed.filter((it) => it.zone === side)
  if (own.length === 0) return 'Has not signed'
  return own.map((it) => `Signed ${it.version} on ${plainDate(it.signedOn)}`).join('; ')
}

/** Who has signed, side by side. */
export const SignedList = ({ signed, names }: Pick<InCase, 'names'> & { signed: readonly SignedAgreement[] }) => (
  <SummaryList rows={sides.map((side) => ({ key: side === 'A' ? names.a : names.b, value: signedBy(signed, side) }))} />
)

export const AgreementsPage = ({ head, names, signed }: InCase & { readonly signed: readonly SignedAgreement[] }) => (
  <>
    <BackLink href={`/office/cases/${head.id}`}>{`Case ${head.reference}`}</BackLink>
    <h1 class="govuk-heading-l">Agreement to mediate</h1>
    <p class="govuk-body">
      Each party signs alone. A session with both of them can begin when both have signed, and not before.
    </p>
    <SignedList signed={signed} names={names} />
    {head.status === 'live' ? (
      <ul class="govuk-list govuk-list--spaced">
        {sides.map((side) => (
          <li>
            <a class="govuk-link" href={`/office/cases/${head.id}/agreements/new/${side.toLowerCase()}`}>
              Record that {side === 'A' ? names.a : names.b} signed
            </a>
          </li>
        ))}
      </ul>
    ) : (
      <InsetText>This case is closed.</InsetText>
    )}
  </>
)

export const SignPage = (
  props: InCase & { readonly side: 'A' | 'B'; readonly form: FormState; readonly token: string },
) => {
  const { head, names, side, form } = props
  const place = `/office/cases/${head.id}/agreements`
  return (
    <>
      <BackLink href={place}>Agreement to mediate</BackLink>
      <FormErrorSummary form={form} />
      <h1 class="govuk-heading-l">Record that {side === 'A' ? names.a : names.b} signed the agreement to mediate</h1>
      <Form action={`${place}/new/${side.toLowerCase()}`} formFields={<HiddenField name="_form" value={props.token} />}>
        <InZone zone={side} names={names}>
          <TextField
            form={form}
            name="version"
            label="Version of the agreement"
            hint="As it is printed on it, for example 2026-1"
            width={20}
          />
          <DateField
            form={form}
            name="held_on"
            legend="Day on which it was signed"
            legendSize="s"
            hint="For example, 21 7 2026"
          />
          <RadiosField
            form={form}
            name="signed_how"
            legend="How was it signed?"
            legendSize="s"
            items={signedHows.map((value) => ({ value, content: signedWords[value] }))}
          />
        </InZone>
        <Button preventDoubleClick>{saveWords('Save', side, names)}</Button>
      </Form>
    </>
  )
}
