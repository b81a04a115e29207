import type { CompiledPolicy } from '../../../../policy/compiled.ts'
import type { SubjectKind } from '../../../../policy/vocabulary.ts'
import { Button } from '../../../../ui/components/button.tsx'
import { Details } from '../../../../ui/components/details.tsx'
import { NotificationBanner } from '../../../../ui/components/notification-banner.tsx'
import { dateAndTime } from '../../../../ui/dates.ts'
import { Form } from '../../../../ui/forms/form.tsx'
import { HiddenField } from '../../../../ui/forms/text-fields.tsx'
import type { Id } from '../../../../values/ids.ts'
import type { Choice } from '../../data/choices.ts'
import { titleOf, WhatEnds } from '../choice-words.tsx'

export interface OfficeChoicesProps {
  readonly policy: CompiledPolicy
  readonly recordId: Id
  readonly name: string
  readonly kind: SubjectKind
  readonly choices: readonly Choice[]
  readonly ended: Choice | null
  readonly token: () => string
}

const receiptWords = {
  due: 'a receipt is being written',
  written: 'they have a receipt',
  none: 'nothing was written to them: tell them when you speak',
} as const

/** What somebody agreed to, and what they took back. */
export function OfficeChoicesPage(props: OfficeChoicesProps) {
  const { name, choices, ended, policy, kind } = props
  const standing = choices.filter((it) => it.stands)
  const over = choices.filter((it) => !it.stands && it.act !== null)
  return (
    <>
      {ended && <NotificationBanner type="success">It has ended, for everybody and at once.</NotificationBanner>}
      <span class="govuk-caption-l">{name}</span>
      <h1 class="govuk-heading-l">What they agreed to</h1>
      {ended && <WhatEnds policy={policy} scope={ended.scope} kind={kind} />}
      <p class="govuk-body">
        They can take it back however they say it, without a reason. It needs no check of who they are: nothing is shown
        or lost by it.
      </p>
      {standing.length === 0 && <p class="govuk-body">Nothing rests on a yes of theirs at the moment.</p>}
      {standing.map((it) => (
        <Standing {...props} choice={it} />
      ))}
      {over.length > 0 && <h2 class="govuk-heading-m">What no longer stands</h2>}
      {over.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {over.map((it) => (
            <li>
              {titleOf(policy, it.scope)}: {over && it.act === 'withdrawn' ? 'taken back' : 'not agreed, or over'}
              {it.at && ` on ${dateAndTime(it.at)}`}
              {it.receipt && `; ${receiptWords[it.receipt]}`}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function Standing({ policy, kind, recordId, choice, token }: OfficeChoicesProps & { readonly choice: Choice }) {
  const title = titleOf(policy, choice.scope)
  return (
    <section class="govuk-!-margin-bottom-6">
      <h2 class="govuk-heading-m">{title}</h2>
      <p class="govuk-hint">
        {choice.at && choice.act === 'given' ? `They said yes on ${dateAndTime(choice.at)}.` : 'In use.'}
      </p>
      <Details summary="What stops, and what goes on: read it to them">
        <WhatEnds policy={policy} scope={choice.scope} kind={kind} />
      </Details>
      <Form
        action={`/office/people/${recordId}/choices/${choice.scope}/end`}
        formFields={<HiddenField name="_form" value={token()} />}
      >
        <Button classes="govuk-button--secondary" preventDoubleClick>
          They take it back<span class="govuk-visually-hidden">: {title}</span>
        </Button>
      </Form>
    </section>
  )
}
