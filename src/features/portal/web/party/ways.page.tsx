import { SummaryList } from '../../../../ui/components/summary-list.tsx'
import { safeTimesWords } from '../../../people/index.ts'
import type { OwnWays } from '../../domain/own.ts'
import { RingUs } from './parts.tsx'

const kinds = { email: 'E-mail', telephone: 'Telephone', address: 'Letters' } as const
const channels = { email: 'email', telephone: 'telephone', address: 'letter' } as const
const used = {
  safe: 'Safe: we use it',
  unsafe: 'Not safe: we do not use it',
  not_asked: 'We have not asked you yet: we do not use it',
} as const
const voicemail = {
  safe: 'You said that we may leave a message',
  unsafe: 'We leave no message',
  not_asked: 'We have not asked you yet: we leave no message',
} as const

type Point = OwnWays['points'][number]

/** Unsafe by the card or by the detail is unsafe. */
const safetyOf = (point: Point, card: OwnWays['card']) =>
  card?.[channels[point.kind]] === 'unsafe' ? 'unsafe' : point.safety

/** How the service reaches this party, as they chose. */
export const WaysPage = ({ ways, telephone }: { readonly ways: OwnWays; readonly telephone: string }) => (
  <>
    <h1 class="govuk-heading-l">How we reach you</h1>
    <p class="govuk-body">
      This is what you told us. We look at it again each time before we write or ring. We do not show it to the other
      person.
    </p>
    {ways.points.length === 0 && <p class="govuk-body">You have told us no way to reach you yet.</p>}
    {ways.points.map((point) => (
      <SummaryList
        card={{ title: { content: kinds[point.kind] } }}
        rows={[
          { key: kinds[point.kind], value: point.value || 'To the address that you gave us' },
          { key: 'Is it safe?', value: used[safetyOf(point, ways.card)] },
          point.kind === 'telephone' && { key: 'Voicemail', value: voicemail[point.voicemailSafety] },
        ]}
      />
    ))}
    {ways.card && <Choices card={ways.card} />}
    <RingUs telephone={telephone} why="To change any of this, speak to us: then we know that it is you who asks." />
    <p class="govuk-body">
      <a class="govuk-link" href="/privacy">
        How we look after what you tell us
      </a>
    </p>
  </>
)

function Choices({ card }: { readonly card: NonNullable<OwnWays['card']> }) {
  const rows = [
    ['Safe times', safeTimesWords(card)],
    ['Good times', card.times],
    ['Who may answer', card.whoMayAnswer],
    ['Language', card.language],
    ['Interpreter', card.interpreter],
    ['What helps you take part', card.adjustments],
  ].flatMap(([key, value]) => (key && value ? [{ key, value }] : []))
  if (rows.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">What you asked us to keep in mind</h2>
      <SummaryList rows={rows} />
    </>
  )
}
