import { Button } from '../../../../ui/components/button.tsx'
import { SummaryList } from '../../../../ui/components/summary-list.tsx'
import { Tag } from '../../../../ui/components/tag.tsx'
import { londonDay, plainDate } from '../../../../ui/dates.ts'
import { Form } from '../../../../ui/forms/form.tsx'
import { HiddenField } from '../../../../ui/forms/text-fields.tsx'
import { channels, type KnownWays, type SafeContactVersion, safeTimesWords, wayAmong } from '../../../people/index.ts'
import { channelWords, wayTag } from '../../domain/card-words.ts'
import { sourceWords } from '../../domain/words.ts'

export interface CardProps {
  /** By what name the party goes. */
  readonly name: string
  readonly known: KnownWays
  readonly card: SafeContactVersion | null
  /** The day on which details were last confirmed with them. */
  readonly confirmedAt: Temporal.Instant | null
  /** Where the pages about this party are. */
  readonly base: string
  readonly token: string
}

/** How it is safe to reach a party: before anything else about them. */
export const SafeContactCard = ({ name, known, card, confirmedAt, base, token }: CardProps) => (
  <div class="ev-safe-contact">
    <h3 class="govuk-heading-s">How to reach {name}</h3>
    <SummaryList
      classes="govuk-summary-list--no-border"
      rows={[
        ...channels.map((channel) => {
          const [colour, words] = wayTag(wayAmong(known, channel, 'anything'))
          return { key: channelWords[channel], value: { content: <Tag colour={colour}>{words}</Tag> } }
        }),
        !!card && safeTimesWords(card) !== null && { key: 'Safe times', value: safeTimesWords(card) ?? '' },
        !!card?.times && { key: 'When', value: card.times },
        !!card?.whoMayAnswer && { key: 'Who may answer', value: card.whoMayAnswer },
        !!card?.codeWord && { key: 'Code word', value: card.codeWord },
        !!card?.language && { key: 'Language', value: card.language },
        !!card?.interpreter && { key: 'Interpreter', value: card.interpreter },
        !!card?.adjustments && { key: 'Adjustments', value: card.adjustments },
      ]}
    />
    <p class="govuk-body-s">
      {card
        ? `Said ${sourceWords[card.saidBy]}, ${plainDate(Temporal.PlainDate.from(card.saidOn))}. `
        : 'From when they first got in touch. '}
      {confirmedAt
        ? `Details last confirmed with them on ${plainDate(londonDay(confirmedAt))}.`
        : 'Details not yet confirmed with them.'}
    </p>
    <p class="govuk-body">
      <a class="govuk-link" href={`${base}/safe-contact`}>
        {card ? 'Change' : 'Fill in'} how to reach {name}
      </a>
    </p>
    <Form action={`${base}/confirmed`} formFields={<HiddenField name="_form" value={token} />}>
      <Button classes="govuk-button--secondary" preventDoubleClick>
        {name}’s details are confirmed today
      </Button>
    </Form>
  </div>
)
