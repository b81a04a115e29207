import { asParty } from '../../../../platform/web/party-request.ts'
import type { PartyRequest, Reply, Route } from '../../../../platform/web/route.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { isId } from '../../../../values/ids.ts'
import { ownOffers } from '../../../booking-offers/index.ts'
import { downloadFile, type FileTools } from '../../../files/index.ts'
import { ownAppointments, ownDocuments, ownWays } from '../../data/own-reads.ts'
import { courseOf } from '../../domain/own.ts'
import { OwnAppointments, OwnPapers } from './own.page.tsx'
import { portalPage } from './parts.tsx'
import { WaysPage } from './ways.page.tsx'

type Request = PartyRequest<PurposeKey>

export interface OwnTools extends Pick<FileTools, 'vault' | 'keyring'> {
  readonly published: () => Promise<{ readonly telephone: string }>
}

/** What a party sees of their own. Each page reads as the person that they are, under one purpose, and is recorded. */
export function ownRoutes(tools: OwnTools): Route<PurposeKey>[] {
  const get = { method: 'GET', area: 'portal', entry: 'party' } as const
  return [
    { ...get, path: '/portal', purpose: 'booking', handle: (request) => showAppointments(tools, asParty(request)) },
    { ...get, path: '/portal/contact', purpose: 'booking', handle: (request) => showWays(tools, asParty(request)) },
    { ...get, path: '/portal/papers', purpose: 'mediation', handle: (request) => showPapers(asParty(request)) },
    {
      ...get,
      path: '/portal/papers/:fileId',
      purpose: 'mediation',
      handle: (request) => givePaper(tools, asParty(request)),
    },
  ]
}

const tellings: Readonly<Record<string, string>> = {
  booked: 'Your appointment is booked. You also get a message, in the way that you said is safe.',
  cancelled: 'Your appointment is cancelled.',
}

async function showAppointments(tools: OwnTools, { desk, party, now, query }: Request): Promise<Reply> {
  const deed = { purpose: 'booking', deed: 'portal.opened' } as const
  const { own, offered } = await desk.read(party.id, deed, async (scope) => {
    const [own, offers] = await Promise.all([ownAppointments(scope), ownOffers(scope)])
    return { own, offered: offers.length > 0 }
  })
  const { telephone } = await tools.published()
  const course = courseOf(own, now)
  const told = tellings[query.told ?? ''] ?? null
  return portalPage('What happens next', <OwnAppointments {...{ course, telephone, offered, told }} />)
}

async function showWays(tools: OwnTools, { desk, party }: Request): Promise<Reply> {
  const ways = await desk.read(party.id, { purpose: 'booking', deed: 'portal.ways-opened' }, ownWays)
  const { telephone } = await tools.published()
  return portalPage('How we reach you', <WaysPage ways={ways} telephone={telephone} />)
}

async function showPapers({ desk, party, today }: Request, problem: string | null = null): Promise<Reply> {
  const deed = { purpose: 'mediation', deed: 'portal.documents-opened' } as const
  const documents = await desk.read(party.id, deed, ownDocuments)
  return portalPage('Your papers', <OwnPapers {...{ documents, problem, today }} />)
}

/** A paper that was let go; one that is held back answers as if it were not there. */
async function givePaper(tools: OwnTools, request: Request): Promise<Reply> {
  const { fileId } = request.params
  if (!isId(fileId)) return { notFound: true }
  const outcome = await downloadFile(request.desk, tools, request.party.id, fileId, 'mediation')
  if (outcome.done) {
    const { document, bytes } = outcome.value
    return { file: { name: document.name, type: document.mediaType, bytes } }
  }
  if (outcome.reason !== 'file.damaged') return { notFound: true }
  return showPapers(request, 'This paper cannot be opened at the moment. Please tell us, and we will send it to you.')
}
