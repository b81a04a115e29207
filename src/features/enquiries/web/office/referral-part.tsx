import { Button } from '../../../../ui/components/button.tsx'
import { SummaryList } from '../../../../ui/components/summary-list.tsx'
import { plainDate } from '../../../../ui/dates.ts'
import { Form } from '../../../../ui/forms/form.tsx'
import { HiddenField } from '../../../../ui/forms/text-fields.tsx'
import type { Id } from '../../../../values/ids.ts'
import type { Referral } from '../../data/referrals.ts'
import { askedByWords } from '../../domain/words.ts'

interface ReferralPartProps {
  readonly enquiryId: Id
  readonly referral: Referral | null
  readonly tokens: { readonly end: string; readonly keep: string }
}

/** Who referred this person, and whether they may still follow how far it is. */
export function ReferralPart({ enquiryId, referral, tokens }: ReferralPartProps) {
  if (!referral) return null
  const { name, work, organisation, email, telephone, ended_on: ended, professionalId } = referral
  return (
    <>
      <h2 class="govuk-heading-m">Who referred them</h2>
      <SummaryList
        rows={[
          { key: 'Name', value: professionalId ? { content: <Known id={professionalId} name={name} /> } : name },
          { key: 'Work', value: `${askedByWords[work]}, ${organisation}` },
          { key: 'Work e-mail', value: email },
          { key: 'Work telephone', value: telephone ?? 'Not given' },
          {
            key: 'What they can follow',
            value: ended
              ? `Nothing since ${plainDate(Temporal.PlainDate.from(ended))}: the person ended it`
              : 'Whether this came, whether a first meeting is booked, and whether it was attended',
          },
        ]}
      />
      {!ended && (
        <OneButton path={`/office/enquiries/${enquiryId}/end-progress`} token={tokens.end}>
          The person does not want them to follow it
        </OneButton>
      )}
      {!professionalId && (
        <OneButton path={`/office/enquiries/${enquiryId}/keep-referrer`} token={tokens.keep}>
          Keep them among our professional contacts
        </OneButton>
      )}
    </>
  )
}

const Known = ({ id, name }: { readonly id: Id; readonly name: string }) => (
  <a class="govuk-link" href={`/office/professionals/${id}`}>
    {name}
  </a>
)

const OneButton = (props: { readonly path: string; readonly token: string; readonly children: string }) => (
  <Form action={props.path} formFields={<HiddenField name="_form" value={props.token} />}>
    <Button classes="govuk-button--secondary" preventDoubleClick>
      {props.children}
    </Button>
  </Form>
)
