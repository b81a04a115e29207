import type { PartyRequest } from '../../../../platform/web/route.ts'
import type { CompiledPolicy } from '../../../../policy/compiled.ts'
import type { PurposeKey, SubjectKind } from '../../../../policy/vocabulary.ts'
import { BackLink } from '../../../../ui/components/back-link.tsx'
import { Button } from '../../../../ui/components/button.tsx'
import { Details } from '../../../../ui/components/details.tsx'
import { Panel } from '../../../../ui/components/panel.tsx'
import { dateAndTime } from '../../../../ui/dates.ts'
import { Form } from '../../../../ui/forms/form.tsx'
import { FormToken, RingUs } from '../../../portal/index.ts'
import type { Choice } from '../../data/choices.ts'
import { titleOf, WhatEnds } from '../choice-words.tsx'

export const choicesPath = '/portal/data/choices'

export interface ChoicesProps {
  readonly policy: CompiledPolicy
  readonly kind: SubjectKind
  readonly choices: readonly Choice[]
  /** What was taken back just now. */
  readonly ended: Choice | null
  readonly telephone: string
  readonly request: Pick<PartyRequest<PurposeKey>, 'formToken'>
}

/** Every consent that stands, each ended by one button; and those that were taken back. */
export function ChoicesPage(props: ChoicesProps) {
  const { choices, ended, policy } = props
  const standing = choices.filter((it) => it.stands)
  const over = choices.filter((it) => !it.stands && it.act === 'withdrawn')
  return (
    <>
      <BackLink href="/portal/data">Your data</BackLink>
      {ended && <Receipt {...props} ended={ended} />}
      <h1 class="govuk-heading-l">What you agreed to</h1>
      <p class="govuk-body">
        You can change your mind at any time. One press is enough, and you need not say why. The other person does not
        hear of it from us.
      </p>
      {standing.length === 0 && <p class="govuk-body">There is nothing that rests on your yes at the moment.</p>}
      {standing.map((it) => (
        <Standing {...props} choice={it} />
      ))}
      {over.length > 0 && <h2 class="govuk-heading-m">What you took back</h2>}
      {over.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {over.map((it) => (
            <li>
              {titleOf(policy, it.scope)}
              {it.at && `: ended on ${dateAndTime(it.at)}`}
            </li>
          ))}
        </ul>
      )}
      <RingUs telephone={props.telephone} why="You can also just tell us." />
    </>
  )
}

const Receipt = ({ policy, kind, ended }: ChoicesProps & { readonly ended: Choice }) => (
  <>
    <Panel title="It has ended" headingLevel={2}>
      {titleOf(policy, ended.scope)}
      {ended.at && (
        <>
          <br />
          <strong>{dateAndTime(ended.at)}</strong>
        </>
      )}
    </Panel>
    <WhatEnds policy={policy} scope={ended.scope} kind={kind} />
  </>
)

function Standing({ policy, kind, choice, request }: ChoicesProps & { readonly choice: Choice }) {
  const title = titleOf(policy, choice.scope)
  const words = policy.consents[choice.scope]?.wording
  return (
    <section class="govuk-!-margin-bottom-6">
      <h2 class="govuk-heading-m">{title}</h2>
      {words && <p class="govuk-body">“{words}”</p>}
      {choice.at && choice.act === 'given' && <p class="govuk-hint">You said yes on {dateAndTime(choice.at)}.</p>}
      <Details summary="What stops, and what goes on">
        <WhatEnds policy={policy} scope={choice.scope} kind={kind} />
      </Details>
      <Form action={`${choicesPath}/${choice.scope}/end`} formFields={<FormToken request={request} />}>
        <Button classes="govuk-button--secondary" preventDoubleClick>
          End this<span class="govuk-visually-hidden">: {title}</span>
        </Button>
      </Form>
    </section>
  )
}
