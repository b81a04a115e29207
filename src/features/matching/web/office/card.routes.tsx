import { z } from 'zod'
import { oneOf } from '../../../../platform/web/field-schemas.ts'
import { readForm } from '../../../../platform/web/read-form.ts'
import type { PageRequest, Reply, Route } from '../../../../platform/web/route.ts'
import { actorOf } from '../../../../platform/web/staff-request.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { addPeriod } from '../../../../values/calendar-days.ts'
import { isId } from '../../../../values/ids.ts'
import { partiesOf } from '../../../cases/index.ts'
import { endCardNow, sayCardWish } from '../../actions/end-card.ts'
import { cardRefusals } from '../../data/card-refusals.ts'
import { cardsOfCase, readCards } from '../../data/cards.ts'
import { CardPage, WishesPage } from './card.page.tsx'
import type { MayAct } from './everybody-known.ts'

type Request = PageRequest<PurposeKey>
const base = { area: 'office', purpose: 'returningClient', entry: 'purpose' } as const

export interface CardTools {
  readonly keepsCards: string | null
  readonly mayAct: MayAct
}

/** What is left of a file that has ended, ending it by hand, and whether a party wants one at all. */
export const cardRoutes = ({ keepsCards }: CardTools): readonly Route<PurposeKey>[] =>
  keepsCards === null
    ? []
    : [
        { ...base, method: 'GET', path: '/office/cards/:id', handle: (request) => show(request, keepsCards) },
        { ...base, method: 'POST', path: '/office/cards/:id/end', handle: end },
        {
          ...base,
          method: 'GET',
          path: '/office/cases/:caseId/cards',
          handle: (request) => wishes(request, keepsCards),
        },
        {
          ...base,
          method: 'POST',
          path: '/office/cases/:caseId/cards',
          handle: (request) => wish(request, keepsCards),
        },
      ]

async function show(request: Request, keeps: string): Promise<Reply> {
  const { id } = request.params
  if (!isId(id)) return { notFound: true }
  const deed = { purpose: 'returningClient', deed: 'card.opened', subjectId: id } as const
  const [card] = await request.desk.read(actorOf(request), deed, (scope) => readCards(scope, [id]))
  if (!card) return { notFound: true }
  const keptUntil = addPeriod(Temporal.PlainDate.from(card.before.closedOn), keeps)
  const body = <CardPage card={card} keptUntil={keptUntil} token={request.formToken()} />
  return { page: { title: 'Was here before', body } }
}

async function end(request: Request): Promise<Reply> {
  const { id } = request.params
  if (!isId(id)) return { notFound: true }
  const outcome = await endCardNow(request.desk, actorOf(request), { key: request.form.key, cardId: id })
  return outcome.done ? { redirect: '/office/search' } : { notFound: true }
}

async function wishes(request: Request, keeps: string): Promise<Reply> {
  const { caseId } = request.params
  if (!isId(caseId)) return { notFound: true }
  const opened = { purpose: 'recognition', deed: 'card.wishes-opened', caseId } as const
  const parties = await request.desk.read(actorOf(request), opened, (scope) => partiesOf(scope, caseId))
  if (parties.length === 0) return { notFound: true }
  const deed = { purpose: 'returningClient', deed: 'card.wishes-opened', caseId } as const
  const found = await request.desk.read(actorOf(request), deed, async (scope) => ({
    refusals: await cardRefusals(scope, caseId),
    cards: await cardsOfCase(scope, caseId),
  }))
  const body = (
    <WishesPage {...found} caseId={caseId} parties={parties} keeps={keeps} token={() => request.formToken()} />
  )
  return { page: { title: 'Knowing them if they come back', body } }
}

const wishForm = z.object({
  side: oneOf(['A', 'B'] as const, 'Choose a party'),
  wanted: oneOf(['yes', 'no'] as const, 'Choose'),
})

async function wish(request: Request, keeps: string): Promise<Reply> {
  const { caseId } = request.params
  if (!isId(caseId)) return { notFound: true }
  const reading = readForm(wishForm, request.form)
  if (!reading.ok) return wishes(request, keeps)
  const { side, wanted } = reading.value
  const said = { key: request.form.key, caseId, side, wanted: wanted === 'yes' }
  const outcome = await sayCardWish(request.desk, actorOf(request), said)
  return outcome.done ? { redirect: `/office/cases/${caseId}/cards` } : { notFound: true }
}
