import { Details } from '../../../../ui/components/details.tsx'
import { InsetText } from '../../../../ui/components/inset-text.tsx'
import { dateAndTime, plainDate } from '../../../../ui/dates.ts'
import { TextField } from '../../../../ui/forms/text-fields.tsx'
import type { IdentityCheck } from '../../data/request-reads.ts'
import { waysWanted, wayWords } from '../../domain/identity.ts'
import { recordOf } from '../../domain/request.ts'
import { ActForm } from './act-form.tsx'
import type { RequestPageProps } from './request.page.tsx'

/** Who asks is shown by what they hold and by being rung: an ex-partner knows every fact, and may read the mail. */
export function IdentityPart(props: RequestPageProps) {
  const { found } = props
  const { request, checks } = found
  const open = checks.some((it) => it.passedAt === null && it.goodUntil !== null)
  return (
    <section>
      <h2 class="govuk-heading-m">Make sure who asks</h2>
      <InsetText>
        Do not ask questions about facts: whoever lived with them knows the answers.{' '}
        {waysWanted(request.kind) === 2
          ? 'Two ways are wanted, or to see them. A mailbox and our own pages are one.'
          : 'One way is enough for this.'}
      </InsetText>
      {checks.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {checks.map((it) => (
            <li>{checkWords(it, props)}</li>
          ))}
        </ul>
      )}
      {recordOf(request) === null ? (
        <p class="govuk-body">Say first who on record it is.</p>
      ) : (
        <>
          {open && (
            <ActForm of={props} act="identity" button="Enter the code" hidden={{ step: 'said' }}>
              <TextField form={props.form} name="code" label="The code, as they said it" spellcheck={false} />
            </ActForm>
          )}
          <Ways {...props} />
        </>
      )}
      <Details summary="It need not be asked" open={props.form.errors.reason !== undefined}>
        <ActForm of={props} act="identity" button="It need not be asked" hidden={{ step: 'not_needed' }} secondary>
          <TextField form={props.form} name="reason" label="Why is there no doubt who it is?" />
        </ActForm>
      </Details>
    </section>
  )
}

function Ways(props: RequestPageProps) {
  const { email, letter, telephone } = props.held
  const none = !email && !letter && telephone === null
  return (
    <>
      {none && (
        <p class="govuk-body">
          They gave no safe way of contact that has stood for long enough before they asked. Ask them to come in.
        </p>
      )}
      {email && (
        <ActForm of={props} act="identity" button="Send a code by e-mail" hidden={{ step: 'email' }} secondary />
      )}
      {letter && (
        <ActForm of={props} act="identity" button="Send a code by letter" hidden={{ step: 'letter' }} secondary />
      )}
      {telephone !== null && (
        <ActForm
          of={props}
          act="identity"
          button="I rang them, and it is they who ask"
          hidden={{ step: 'call_back' }}
          secondary
        >
          <p class="govuk-body">
            Ring them on <span class="ev-nowrap">{telephone}</span>, and on no other number. Ask whether they asked, and
            for the reference.
          </p>
        </ActForm>
      )}
      <ActForm
        of={props}
        act="identity"
        button="A colleague who has met them saw them"
        hidden={{ step: 'in_person' }}
        secondary
      />
    </>
  )
}

function checkWords(check: IdentityCheck, { names }: RequestPageProps): string {
  const words = wayWords[check.way]
  if (check.passedAt !== null) {
    const by = check.passedBy ? `, ${names.get(check.passedBy) ?? 'a colleague'}` : ''
    return `${words}: shown, ${dateAndTime(check.passedAt)}${by}`
  }
  if (check.tries >= 5) return `${words}: too many wrong codes, so it is over`
  return `${words}: sent ${dateAndTime(check.madeAt)}, good until ${check.goodUntil ? plainDate(check.goodUntil) : 'today'}`
}
