import { asParty } from '../../../../platform/web/party-request.ts'
import type { PartyRequest, Reply, Route } from '../../../../platform/web/route.ts'
import type { CompiledPolicy } from '../../../../policy/compiled.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { portalPage } from '../../../portal/index.ts'
import { takeBack } from '../../actions/take-back.ts'
import { choicesOf, kindOfRecord } from '../../data/choices.ts'
import { ChoicesPage, choicesPath } from './choices.page.tsx'

type Request = PartyRequest<PurposeKey>

export interface ChoiceTools {
  readonly policy: CompiledPolicy
  readonly published: () => Promise<{ readonly telephone: string }>
}

const base = { area: 'portal', purpose: 'rights', entry: 'party' } as const

/** What a party agreed to, each with the button that takes it back. */
export const choiceRoutes = (tools: ChoiceTools): Route<PurposeKey>[] => [
  { ...base, method: 'GET', path: choicesPath, handle: (request) => show(tools, asParty(request)) },
  {
    ...base,
    method: 'POST',
    path: `${choicesPath}/:scope/end`,
    handle: (request) => end(tools, asParty(request)),
  },
]

async function show({ policy, published }: ChoiceTools, request: Request): Promise<Reply> {
  const { desk, party, query } = request
  const deed = { purpose: 'rights', deed: 'portal.choices-opened', subjectId: party.id } as const
  const [choices, kind] = await desk.read(party.id, deed, (scope) =>
    Promise.all([choicesOf(scope, party.id), kindOfRecord(scope, party.id)]),
  )
  const { telephone } = await published()
  const ended = choices.find((it) => it.scope === query.ended && it.act === 'withdrawn') ?? null
  const props = { policy, choices, kind: kind ?? 'client', ended, telephone, request }
  return portalPage('What you agreed to', <ChoicesPage {...props} />)
}

async function end({ policy }: ChoiceTools, { desk, party, params }: Request): Promise<Reply> {
  const scope = params.scope ?? ''
  const outcome = await takeBack(desk, policy, party.id, { recordId: party.id, scope })
  return outcome.done ? { redirect: `${choicesPath}?ended=${encodeURIComponent(scope)}` } : { notFound: true }
}
