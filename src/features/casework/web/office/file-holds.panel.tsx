import type { Panel } from '../../../../platform/web/route.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { Details } from '../../../../ui/components/details.tsx'
import { SummaryList } from '../../../../ui/components/summary-list.tsx'
import { Tag } from '../../../../ui/components/tag.tsx'
import { londonDay, plainDate, shortDate } from '../../../../ui/dates.ts'
import { together } from '../../../../values/together.ts'
import { stateOf } from '../../data/case-state.ts'
import { type FileReview, reviewsOf } from '../../data/reviews.ts'
import { fileHolds, fileStandards, type Held } from '../../domain/file-standards.ts'

/** On the page of a case: what its file must hold by now, what is missing, and what a supervisor found. */
export const fileHoldsPanel: Panel<PurposeKey> = {
  name: 'fileHolds',
  area: 'office',
  purpose: 'booking',
  show: async ({ desk, staff, today }, caseId) => {
    const deed = { purpose: 'booking', deed: 'file.checked', caseId } as const
    const { state, reviews } = await desk.read(staff.id, deed, (scope) =>
      together({ state: stateOf(scope, caseId), reviews: reviewsOf(scope, caseId) }),
    )
    if (!state) return null
    const holds = fileHolds(state.facts, state.names)
    return (
      <>
        <h2 class="govuk-heading-m">What this file must hold</h2>
        {holds.length === 0 && <p class="govuk-body">Nothing yet. It begins with the first MIAM.</p>}
        <HoldList holds={holds} today={today} />
        {holds.some((it) => it.standard.byHand && it.since === null) && (
          <p class="govuk-body">
            <a class="govuk-link" href={`/office/cases/${caseId}/file-items/new`}>
              Say that something is in the file
            </a>
          </p>
        )}
        {reviews.map((review) => (
          <ReviewLine review={review} />
        ))}
        <Details summary="The rules that this list goes by">
          <Rules />
        </Details>
      </>
    )
  },
}

export const HoldList = ({ holds, today }: { readonly holds: readonly Held[]; readonly today: Temporal.PlainDate }) => (
  <SummaryList
    rows={holds.map((it) => ({
      key: it.whose ? `${it.standard.title}, ${it.whose}` : it.standard.title,
      value: {
        content: it.since ? (
          <>
            <Tag colour="green">There</Tag> since {shortDate(it.since, today)}
          </>
        ) : (
          <Tag colour="red">Missing</Tag>
        ),
      },
    }))}
  />
)

const verdicts = {
  looked_at: 'A supervisor looked at this file',
  approved: 'A supervisor approved the closure',
  sent_back: 'A supervisor sent the closure back',
} as const

export const ReviewLine = ({ review }: { readonly review: FileReview }) => (
  <p class="govuk-body">
    {verdicts[review.verdict]} on {plainDate(londonDay(review.at))}
    {review.note === '' ? '.' : `: ${review.note}`}
  </p>
)

const Rules = () => (
  <ul class="govuk-list govuk-list--bullet">
    {fileStandards.map((it) => (
      <li>
        {it.title}: {it.source}, from {plainDate(Temporal.PlainDate.from(it.from))}
        {!it.isChecked && '. We know this from other papers that speak of it; check it against the source you work to'}
      </li>
    ))}
  </ul>
)
