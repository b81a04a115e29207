import type { PageRequest, Reply, Route } from '../../../../platform/web/route.ts'
import { actorOf, asStaff } from '../../../../platform/web/staff-request.ts'
import type { CompiledPolicy } from '../../../../policy/compiled.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { isId } from '../../../../values/ids.ts'
import { takeBack } from '../../actions/take-back.ts'
import { choicesOf, kindOfRecord, nameOfRecord } from '../../data/choices.ts'
import { OfficeChoicesPage } from './choices.page.tsx'

type Request = PageRequest<PurposeKey>
const base = { area: 'office', purpose: 'rights', entry: 'purpose' } as const
const path = '/office/people/:personId/choices'

/** What a party agreed to, or whoever made an enquiry, for a colleague to whom they say that they take it back. */
export const officeChoiceRoutes = (policy: CompiledPolicy): Route<PurposeKey>[] => [
  { ...base, method: 'GET', path, handle: (request) => show(policy, request) },
  { ...base, method: 'POST', path: `${path}/:scope/end`, handle: (request) => end(policy, request) },
]

async function show(policy: CompiledPolicy, request: Request): Promise<Reply> {
  const { personId: recordId } = request.params
  if (!isId(recordId)) return { notFound: true }
  const deed = { purpose: 'rights', deed: 'choice.listed', subjectId: recordId } as const
  const [name, kind, choices] = await request.desk.read(asStaff(request).staff.id, deed, (scope) =>
    Promise.all([nameOfRecord(scope, recordId), kindOfRecord(scope, recordId), choicesOf(scope, recordId)]),
  )
  if (name === null || !kind) return { notFound: true }
  const ended = choices.find((it) => it.scope === request.query.ended && it.act === 'withdrawn') ?? null
  const body = <OfficeChoicesPage {...{ policy, recordId, name, kind, choices, ended }} token={request.formToken} />
  return { page: { title: 'What somebody agreed to', body } }
}

async function end(policy: CompiledPolicy, request: Request): Promise<Reply> {
  const { personId: recordId, scope = '' } = request.params
  if (!isId(recordId)) return { notFound: true }
  const outcome = await takeBack(request.desk, policy, actorOf(request), { recordId, scope })
  if (!outcome.done) return { notFound: true }
  return { redirect: `/office/people/${recordId}/choices?ended=${encodeURIComponent(scope)}` }
}
