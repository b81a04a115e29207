import type { PageRequest, Reply, Route } from '../../../../platform/web/route.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { BackLink } from '../../../../ui/components/back-link.tsx'
import { Button } from '../../../../ui/components/button.tsx'
import { ScrollArea } from '../../../../ui/components/scroll-area.tsx'
import { Table } from '../../../../ui/components/table.tsx'
import { plainDate } from '../../../../ui/dates.ts'
import { isId } from '../../../../values/ids.ts'
import { caseHead, partiesOf, zoneNames } from '../../../cases/index.ts'
import { offers } from '../../data/offer-reads.ts'
import { stateOf, stateWords, type TimeOffer, unanswered } from '../../domain/offer.ts'
import { offerPath, type SideNames, whatWords } from './offer.page.tsx'

/** Every offer of a case. */
export const offerListRoutes: Route<PurposeKey>[] = [
  {
    ...{ area: 'office', purpose: 'booking', entry: 'purpose', method: 'GET' },
    path: '/office/cases/:caseId/offers',
    handle: list,
  },
]

async function list(request: PageRequest<PurposeKey>): Promise<Reply> {
  const { caseId } = request.params
  if (!isId(caseId) || !request.staff) return { notFound: true }
  const deed = { purpose: 'booking', deed: 'times.listed', caseId } as const
  const found = await request.desk.read(request.staff.id, deed, async (scope) => {
    const [head, parties, all] = await Promise.all([
      caseHead(scope, caseId),
      partiesOf(scope, caseId),
      offers(scope, { caseId }),
    ])
    return head && { head, names: zoneNames(parties), all }
  })
  if (!found) return { notFound: true }
  const { head, names, all } = found
  const body = (
    <>
      <BackLink href={`/office/cases/${caseId}`}>Case {head.reference}</BackLink>
      <h1 class="govuk-heading-l">Times offered</h1>
      {head.status === 'live' && <Button href={`/office/cases/${caseId}/offers/new`}>Offer times</Button>}
      {all.length === 0 && (
        <p class="govuk-body">
          Nothing was offered yet. Offer free times to one party for a meeting of their own, or to both for a session:
          they choose in the portal, each by themselves.
        </p>
      )}
      {all.length > 0 && (
        <ScrollArea label="Table of the times offered">
          <OfferTable all={all} names={{ A: names.a, B: names.b }} today={request.today} />
        </ScrollArea>
      )}
    </>
  )
  return { page: { title: 'Times offered', body } }
}

const OfferTable = (props: {
  readonly all: readonly TimeOffer[]
  readonly names: SideNames
  readonly today: Temporal.PlainDate
}) => (
  <Table
    head={['For what', 'State', 'Answer by', 'Has not answered']}
    rows={props.all.map((offer) => [
      {
        content: (
          <a class="govuk-link" href={offerPath(offer.id)}>
            {whatWords(offer, props.names)}
          </a>
        ),
      },
      stateWords[stateOf(offer, props.today)],
      plainDate(offer.answerBy),
      offer.status === 'open'
        ? unanswered(offer)
            .map((side) => props.names[side])
            .join(' and ')
        : '',
    ])}
  />
)
