import type { Reply, Route } from '../../../../platform/web/route.ts'
import { asStaff } from '../../../../platform/web/staff-request.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { BackLink } from '../../../../ui/components/back-link.tsx'
import { isId } from '../../../../values/ids.ts'
import { caseHead, partiesOf, zoneNames } from '../../../cases/index.ts'
import { type Zone, ZoneLinks, zones } from '../../../files/index.ts'
import type { OfficeRequest } from './written-form.tsx'

interface Choice {
  readonly what: 'miams' | 'sessions' | 'summaries'
  readonly title: string
  readonly zones: readonly Zone[]
}

const choices: readonly Choice[] = [
  { what: 'miams', title: 'Record a MIAM: whose was it?', zones: ['A', 'B'] },
  { what: 'sessions', title: 'Record a session: for whom do you write?', zones },
  { what: 'summaries', title: 'Write a summary: for whom?', zones },
]

/** Whose it is comes before it is written: the zone then stands beside the text from its first word. */
export const chooseZoneRoutes: readonly Route<PurposeKey>[] = choices.map((choice) => ({
  method: 'GET',
  path: `/office/cases/:caseId/${choice.what}/new`,
  area: 'office',
  purpose: 'mediation',
  entry: 'purpose',
  handle: (request) => show(choice, asStaff(request)),
}))

async function show({ what, title, zones: offered }: Choice, request: OfficeRequest): Promise<Reply> {
  const { caseId } = request.params
  if (!isId(caseId)) return { notFound: true }
  const deed = { purpose: 'mediation', deed: 'zone.chosen', caseId } as const
  const found = await request.desk.read(request.staff.id, deed, async (scope) => {
    const head = await caseHead(scope, caseId)
    return head && { head, names: zoneNames(await partiesOf(scope, caseId)) }
  })
  if (!found) return { notFound: true }
  const asked = new URLSearchParams(request.query).toString()
  const further = asked === '' ? '' : `?${asked}`
  const body = (
    <>
      <BackLink href={`/office/cases/${caseId}`}>{`Case ${found.head.reference}`}</BackLink>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">One party never sees what belongs to the other, or to the office.</p>
      <ZoneLinks
        names={found.names}
        zones={offered}
        href={(path) => `/office/cases/${caseId}/${what}/new/${path}${further}`}
      />
    </>
  )
  return { page: { title, body } }
}
