import type { OtherController } from '../../../../policy/index.ts'
import { Details } from '../../../../ui/components/details.tsx'
import { SummaryList } from '../../../../ui/components/summary-list.tsx'
import { plainDate } from '../../../../ui/dates.ts'
import { RadiosField } from '../../../../ui/forms/choice-fields.tsx'
import type { FormState } from '../../../../ui/forms/form-state.ts'
import type { Passing } from '../../data/passings.ts'
import { covers, coversWords, passingWays, passingWayWords } from '../../domain/passing.ts'
import { ActForm } from './act-form.tsx'
import type { RequestPageProps } from './request.page.tsx'

type Props = Pick<RequestPageProps, 'found' | 'token'> & {
  readonly form: FormState
  readonly others: readonly OtherController[]
  readonly passings: readonly Passing[]
}

const day = (text: string) => plainDate(Temporal.PlainDate.from(text))

/** What another controller answers: that it is theirs, by when it is passed on, and that they have it. */
export const PassingPart = (props: Props) => {
  const { others, passings, found } = props
  const open = found.request.closedOn === null
  const free = others.filter((it) => !passings.some((each) => each.controller === it.key))
  if (passings.length === 0 && (!open || free.length === 0)) return null
  return (
    <section>
      <h2 class="govuk-heading-m">What others answer</h2>
      {passings.map((it) => (
        <Passed {...props} it={it} />
      ))}
      {open && free.map((it) => <Theirs {...props} other={it} />)}
    </section>
  )
}

const Theirs = ({ other, ...props }: Props & { readonly other: OtherController }) => (
  <Details
    summary={`It asks about what we hold for ${other.name}`}
    open={props.form.errors.covers !== undefined && props.form.values.controller === other.key}
  >
    <p class="govuk-body">
      {other.uses.join('; ')}: for that {other.name} answers, and not we. We pass it on to {other.contact}.
    </p>
    <ActForm of={props} act="pass" button="It is theirs" hidden={{ step: 'theirs', controller: other.key }} secondary>
      <RadiosField
        form={props.form}
        name="covers"
        legend="How much of it is theirs?"
        legendSize="s"
        items={covers.map((value) => ({ value, content: coversWords[value] }))}
        small
      />
    </ActForm>
  </Details>
)

function Passed({ it, ...props }: Props & { readonly it: Passing }) {
  const other = props.others.find(({ key }) => key === it.controller)
  const name = other?.name ?? it.controller
  return (
    <>
      <SummaryList
        rows={[
          { key: 'Who answers', value: other ? `${name} (${other.contact})` : name },
          { key: 'How much', value: coversWords[it.covers] },
          { key: 'Passed on', value: it.passedOn ? day(it.passedOn) : `Not yet: by ${plainDate(it.dueOn)}` },
          it.passedHow !== null && { key: 'How', value: passingWayWords[it.passedHow] },
          it.passedOn !== null && { key: 'They have it', value: it.receivedOn ? day(it.receivedOn) : 'Not said yet' },
        ]}
      />
      {it.passedOn === null && props.found.request.closedOn === null && (
        <ActForm of={props} act="pass" button="I have passed it on" hidden={{ step: 'passed', passing: it.id }}>
          <RadiosField
            form={props.form}
            name="passed_how"
            legend={`How did it go to ${name}?`}
            legendSize="s"
            hint="Tell the person who asked that it is with them now."
            items={passingWays.map((value) => ({ value, content: passingWayWords[value] }))}
            small
          />
        </ActForm>
      )}
      {it.passedOn !== null && it.receivedOn === null && (
        <ActForm
          of={props}
          act="pass"
          button="They say that they have it"
          hidden={{ step: 'arrived', passing: it.id }}
        />
      )}
    </>
  )
}
