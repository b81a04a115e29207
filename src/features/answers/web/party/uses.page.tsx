import type { PartyRequest } from '../../../../platform/web/route.ts'
import type { CompiledPolicy, ObjectionableUse } from '../../../../policy/index.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { BackLink } from '../../../../ui/components/back-link.tsx'
import { Button } from '../../../../ui/components/button.tsx'
import { InsetText } from '../../../../ui/components/inset-text.tsx'
import { londonDay, plainDate } from '../../../../ui/dates.ts'
import { Form } from '../../../../ui/forms/form.tsx'
import { FormToken, RingUs } from '../../../portal/index.ts'
import type { Objection } from '../../data/answer-reads.ts'

export const usesPath = '/portal/data/uses'

interface Props {
  readonly policy: CompiledPolicy
  readonly uses: readonly ObjectionableUse[]
  readonly objections: readonly Objection[]
  readonly telephone: string
  readonly request: Pick<PartyRequest<PurposeKey>, 'formToken'>
}

/** What we do because of an interest of ours, and how each is stopped. */
export function UsesPage(props: Props) {
  const { uses, objections, telephone } = props
  return (
    <>
      <BackLink href="/portal/data">Your data</BackLink>
      <h1 class="govuk-heading-l">Stop a use</h1>
      <p class="govuk-body">
        These things we do because we have a good reason, and not because you agreed or the law tells us. You can object
        to each. It stops for you at once. A colleague then decides, and you hear from us. The other person does not
        hear of it.
      </p>
      {uses.length === 0 && <p class="govuk-body">There is none at the moment.</p>}
      {uses.map((use) => (
        <Use {...props} use={use} objection={objections.find((it) => it.purpose === use.purpose) ?? null} />
      ))}
      <RingUs telephone={telephone} why="You can also just tell us." />
    </>
  )
}

function Use({ use, objection, request }: Props & { use: ObjectionableUse; objection: Objection | null }) {
  return (
    <section class="govuk-!-margin-bottom-6">
      <h2 class="govuk-heading-m">{use.title}</h2>
      <p class="govuk-body">{use.text}</p>
      <p class="govuk-body">We do it because {use.because}.</p>
      {objection && <InsetText>{standing(objection)}</InsetText>}
      {!objection?.stops && (
        <Form action={`${usesPath}/${use.purpose}/stop`} formFields={<FormToken request={request} />}>
          <Button classes="govuk-button--secondary" preventDoubleClick>
            Stop this<span class="govuk-visually-hidden">: {use.title}</span>
          </Button>
        </Form>
      )}
    </section>
  )
}

const standing = ({ outcome, stops, madeAt, reason }: Objection): string => {
  if (outcome === 'compelling') return `You objected, and we go on, because: ${reason ?? ''}`
  if (outcome === 'upheld') return 'You objected, and this has stopped for you.'
  return stops
    ? `You objected on ${plainDate(londonDay(madeAt))}. It has stopped while we look at it.`
    : 'You objected, and then let it be.'
}
