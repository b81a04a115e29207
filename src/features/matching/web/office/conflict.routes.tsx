import { z } from 'zod'
import { requiredText } from '../../../../platform/web/field-schemas.ts'
import { asTyped, readForm } from '../../../../platform/web/read-form.ts'
import type { PageRequest, Panel, Reply, Route } from '../../../../platform/web/route.ts'
import { actorOf } from '../../../../platform/web/staff-request.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { blankForm, type FormState, hasErrors } from '../../../../ui/forms/form-state.ts'
import { type Id, isId } from '../../../../values/ids.ts'
import { partiesOf } from '../../../cases/index.ts'
import { declareWall } from '../../actions/declare-wall.ts'
import { liftWall } from '../../actions/lift-wall.ts'
import { standingWalls } from '../../data/walls.ts'
import { DeclarePage, LiftPage, WallsPage } from './conflict.page.tsx'

type Request = PageRequest<PurposeKey>
const declaring = {
  area: 'office',
  purpose: 'recognition',
  entry: 'purpose',
  path: '/office/cases/:caseId/conflict',
} as const
const lifting = { area: 'office', purpose: 'conflicts', entry: 'purpose' } as const

/** Declaring that one knows a party, and lifting it. */
export const conflictRoutes: readonly Route<PurposeKey>[] = [
  { ...declaring, method: 'GET', handle: (request) => declarePage(request, blankForm) },
  { ...declaring, method: 'POST', handle: declare },
  { ...lifting, method: 'GET', path: '/office/walls', handle: list },
  { ...lifting, method: 'GET', path: '/office/walls/:id/lift', handle: (request) => liftPage(request, blankForm) },
  { ...lifting, method: 'POST', path: '/office/walls/:id/lift', handle: lift },
]

/** At the foot of a case: whoever knows somebody there says so before reading on. */
export const conflictPanel = (cards: (role: string) => boolean): Panel<PurposeKey> => ({
  name: 'conflict',
  area: 'office',
  purpose: 'recognition',
  show: async (request, caseId: Id) => (
    <p class="govuk-body">
      <a class="govuk-link" href={`/office/cases/${caseId}/conflict`}>
        I know one of these people
      </a>{' '}
      <a class="govuk-link" href={`/office/cases/${caseId}/twice`}>
        Is one of them on record twice?
      </a>{' '}
      {cards(request.staff?.role ?? '') && (
        <a class="govuk-link" href={`/office/cases/${caseId}/cards`}>
          Knowing them if they come back
        </a>
      )}
    </p>
  ),
})

async function declarePage(request: Request, form: FormState): Promise<Reply> {
  const { caseId } = request.params
  if (!isId(caseId)) return { notFound: true }
  const deed = { purpose: 'recognition', deed: 'conflict.opened', caseId } as const
  const parties = await request.desk.read(actorOf(request), deed, (scope) => partiesOf(scope, caseId))
  if (parties.length === 0) return { notFound: true }
  const body = <DeclarePage form={form} token={request.formToken()} caseId={caseId} parties={parties} />
  return { page: { title: 'I know one of these people', invalid: hasErrors(form), body } }
}

const declareForm = z.object({
  person: z.string({ error: 'Choose whom you know' }).refine(isId, 'Choose whom you know'),
})

async function declare(request: Request): Promise<Reply> {
  const { caseId } = request.params
  if (!isId(caseId)) return { notFound: true }
  const reading = readForm(declareForm, request.form)
  if (!reading.ok) return declarePage(request, reading)
  const declaration = { key: request.form.key, caseId, personId: reading.value.person as Id }
  const outcome = await declareWall(request.desk, actorOf(request), declaration)
  return outcome.done ? { redirect: '/office/today' } : { notFound: true }
}

async function list(request: Request): Promise<Reply> {
  const deed = { purpose: 'conflicts', deed: 'conflict.listed' } as const
  const walls = await request.desk.read(actorOf(request), deed, (scope) => standingWalls(scope))
  return { page: { title: 'Who keeps away from whose file', body: <WallsPage walls={walls} /> } }
}

async function liftPage(request: Request, form: FormState): Promise<Reply> {
  const { id } = request.params
  if (!isId(id)) return { notFound: true }
  const deed = { purpose: 'conflicts', deed: 'conflict.listed', subjectId: id } as const
  const [wall] = await request.desk.read(actorOf(request), deed, (scope) => standingWalls(scope, id))
  if (!wall) return { notFound: true }
  const body = <LiftPage form={form} token={request.formToken()} wall={wall} />
  return { page: { title: 'Open a file again', invalid: hasErrors(form), body } }
}

const liftForm = z.object({ reason: requiredText('Write down why they may see it again', 500) })

async function lift(request: Request): Promise<Reply> {
  const { id } = request.params
  if (!isId(id)) return { notFound: true }
  const reading = readForm(liftForm, request.form)
  if (!reading.ok) return liftPage(request, { ...reading, values: asTyped(request.form) })
  const input = { key: request.form.key, wallId: id, reason: reading.value.reason }
  const outcome = await liftWall(request.desk, actorOf(request), input)
  return outcome.done ? { redirect: '/office/walls' } : { notFound: true }
}
