import type { Keyring } from '../../../../platform/files/keyring.ts'
import type { Reply, Route } from '../../../../platform/web/route.ts'
import { asStaff } from '../../../../platform/web/staff-request.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { type FormState, filledForm, hasErrors } from '../../../../ui/forms/form-state.ts'
import { isId } from '../../../../values/ids.ts'
import { zoneInPath } from '../../../files/index.ts'
import { staffNames } from '../../../staff/index.ts'
import { composeSummary } from '../../actions/compose-summary.ts'
import { ledgerOf, liveSessionOf, notesOf, observersOf, statementsOf, stopsOf } from '../../data/live-session-reads.ts'
import { noteKinds } from '../../domain/words.ts'
import { base, inCase, notFound, type OfficeRequest } from './in-case.ts'
import { JointPage } from './joint.page.tsx'
import { LivePage, type LivePageProps } from './live.page.tsx'

const path = '/office/live/:id'

/** The page of a session, the screen for both, and the way to a summary. */
export const liveRoutes = (keyring: Keyring): Route<PurposeKey>[] => [
  { ...base, method: 'GET', path, handle: (request) => showLive(asStaff(request)) },
  { ...base, method: 'GET', path: `${path}/joint`, handle: (request) => showJoint(asStaff(request)) },
  { ...base, method: 'POST', path: `${path}/summary`, handle: (request) => compose(asStaff(request), keyring) },
]

/** The page of a session; with a form on it as it came back, if one did. */
export async function showLive(
  request: OfficeRequest,
  back?: { readonly form: FormState; readonly of: LivePageProps['of'] },
): Promise<Reply> {
  const { id } = request.params
  if (!isId(id)) return notFound
  const deed = { purpose: 'mediation', deed: 'session.live-opened', subjectId: id } as const
  const found = await request.desk.read(request.staff.id, deed, async (scope) => {
    const session = await liveSessionOf(scope, id)
    const shown = session && (await inCase(scope, session.caseId))
    if (!session || !shown) return null
    scope.about({ caseId: session.caseId })
    const [ledger, observers] = [await ledgerOf(scope, id), await observersOf(scope, id)]
    const people = [session.openedBy, ...ledger.map((it) => it.by), ...observers.map((it) => it.staffId)]
    if (session.secondMediator) people.push(session.secondMediator)
    const names = await staffNames(scope, [...new Set(people)])
    const statements = await statementsOf(scope, { sessionId: id })
    const rest = { statements, notes: await notesOf(scope, id), stops: await stopsOf(scope, id), staffNames: names }
    return { ...shown, session, ledger, observers, ...rest }
  })
  if (!found) return notFound
  const shown = back ?? ({ form: filledForm(asBefore(request.query)), of: 'note' } as const)
  const body = <LivePage {...found} {...shown} tokenFor={() => request.formToken()} />
  return { page: { title: 'Session', invalid: hasErrors(shown.form), body } }
}

/** Room, kind and quality of the note before: the next is mostly like it. Of its words nothing stands in the address. */
function asBefore({ zone, kind }: OfficeRequest['query']): Record<string, string> {
  const room = zoneInPath(zone)
  return {
    ...(room && room !== 'office' ? { zone: room } : {}),
    ...(noteKinds.find((it) => it === kind) ? { kind: String(kind) } : {}),
  }
}

async function showJoint(request: OfficeRequest): Promise<Reply> {
  const { id } = request.params
  if (!isId(id)) return notFound
  const deed = { purpose: 'mediation', deed: 'session.joint-opened', subjectId: id } as const
  const notes = await request.desk.read(request.staff.id, deed, async (scope) => {
    const session = await liveSessionOf(scope, id)
    if (!session) return null
    scope.about({ caseId: session.caseId })
    return notesOf(scope, id)
  })
  return notes ? { page: { title: 'What we have so far', body: <JointPage sessionId={id} notes={notes} /> } } : notFound
}

async function compose(request: OfficeRequest, keyring: Keyring): Promise<Reply> {
  const { id } = request.params
  if (!isId(id)) return notFound
  const outcome = await composeSummary(request.desk, keyring, request.staff.id, id)
  if (outcome.done) return { redirect: `/office/cases/${outcome.value.caseId}/summaries/new/both` }
  if (outcome.reason !== 'draft.kept') return notFound
  const message = 'You have begun a summary for both already. Save it or throw it away, then begin one from here'
  return showLive(request, { form: { values: {}, errors: { '': message } }, of: 'other' })
}
