import { asParty } from '../../../../platform/web/party-request.ts'
import type { PartyRequest, Reply, Route } from '../../../../platform/web/route.ts'
import { objectionableUses } from '../../../../policy/index.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { portalPage } from '../../../portal/index.ts'
import { objectToUse } from '../../actions/objecting.ts'
import { objectionsOf } from '../../data/answer-reads.ts'
import { kindOfRecord } from '../../data/choices.ts'
import type { ChoiceTools } from './choices.routes.tsx'
import { UsesPage, usesPath } from './uses.page.tsx'

type Request = PartyRequest<PurposeKey>
const base = { area: 'portal', purpose: 'rights', entry: 'party' } as const

/** The uses to which a party can object, each with the button that stops it. */
export const useRoutes = (tools: ChoiceTools): Route<PurposeKey>[] => [
  { ...base, method: 'GET', path: usesPath, handle: (request) => show(tools, asParty(request)) },
  { ...base, method: 'POST', path: `${usesPath}/:purpose/stop`, handle: (request) => stop(tools, asParty(request)) },
]

async function show({ policy, published }: ChoiceTools, request: Request): Promise<Reply> {
  const { desk, party } = request
  const deed = { purpose: 'rights', deed: 'portal.uses-opened', subjectId: party.id } as const
  const [kind, objections] = await desk.read(party.id, deed, (scope) =>
    Promise.all([kindOfRecord(scope, party.id), objectionsOf(scope, party.id)]),
  )
  const uses = objectionableUses(policy, kind ?? 'client')
  const { telephone } = await published()
  const body = <UsesPage {...{ policy, uses, objections, telephone, request }} />
  return portalPage('Stop a use', body)
}

async function stop({ policy }: ChoiceTools, { desk, party, params, form }: Request): Promise<Reply> {
  const outcome = await objectToUse(desk, policy, party.id, { key: form.key, purpose: params.purpose ?? '' })
  return outcome.done ? { redirect: usesPath } : { notFound: true }
}
