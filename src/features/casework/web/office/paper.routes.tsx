import { z } from 'zod'
import type { Scope } from '../../../../platform/database/desk.ts'
import { oneOf, requiredText } from '../../../../platform/web/field-schemas.ts'
import { asTyped, readForm } from '../../../../platform/web/read-form.ts'
import type { Panel, Reply, Route } from '../../../../platform/web/route.ts'
import { actorOf } from '../../../../platform/web/staff-request.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { InsetText } from '../../../../ui/components/inset-text.tsx'
import { blankForm, type FormState, hasErrors } from '../../../../ui/forms/form-state.ts'
import { type Id, isId } from '../../../../values/ids.ts'
import { together } from '../../../../values/together.ts'
import { caseHead } from '../../../cases/index.ts'
import { labelPaper, movePaper } from '../../actions/keep-paper.ts'
import { movementsInCase, movementsOf, type PaperFile, paperOf, paperOfLabel, papersOf } from '../../data/papers.ts'
import { type Request, routesFor } from './case-form.tsx'
import { LabelPage, longestPlace, NewPaperPage, PaperListPage, PaperPage, PaperTable } from './paper.pages.tsx'

const route = routesFor('papers')

/** The paper of cases: labels, where each folder is, and who has it. */
export const paperRoutes: readonly Route<PurposeKey>[] = [
  route('GET', '/office/paper', list),
  route('GET', '/office/paper/:paperId', (request) => onePage(request, blankForm)),
  route('GET', '/office/paper/:paperId/label', label),
  route('POST', '/office/paper/:paperId/move', move),
  route('GET', '/office/cases/:caseId/paper/new', (request) => newPage(request, blankForm)),
  route('POST', '/office/cases/:caseId/paper/new', make),
]

/** Folders with where they went. */
async function withMovements(scope: Scope, papers: readonly PaperFile[]) {
  const ids = papers.map((it) => it.id)
  return { papers, movements: await movementsOf(scope, ids) }
}

async function list(request: Request): Promise<Reply> {
  const sought = request.query.label?.trim() ?? ''
  const deed = { purpose: 'papers', deed: 'paper.listed' } as const
  const { found, shown } = await request.desk.read(actorOf(request), deed, async (scope) => ({
    found: sought === '' ? null : await paperOfLabel(scope, sought),
    shown: await withMovements(scope, await papersOf(scope, null)),
  }))
  if (found) return { redirect: `/office/paper/${found.id}` }
  const form = sought === '' ? blankForm : { values: { label: sought }, errors: { label: 'No folder has this label' } }
  const body = <PaperListPage {...shown} form={form} today={request.today} />
  return { page: { title: 'Paper files', invalid: hasErrors(form), body } }
}

async function onePage(request: Request, form: FormState): Promise<Reply> {
  const { paperId } = request.params
  if (!isId(paperId)) return { notFound: true }
  const deed = { purpose: 'papers', deed: 'paper.opened', subjectId: paperId } as const
  const found = await request.desk.read(actorOf(request), deed, async (scope) => {
    const paper = await paperOf(scope, paperId)
    return paper && { paper, ...(await withMovements(scope, [paper])) }
  })
  if (!found) return { notFound: true }
  const body = <PaperPage {...found} form={form} token={request.formToken()} today={request.today} />
  return { page: { title: `Paper file ${found.paper.label}`, invalid: hasErrors(form), body } }
}

async function label(request: Request): Promise<Reply> {
  const { paperId } = request.params
  if (!isId(paperId)) return { notFound: true }
  const deed = { purpose: 'papers', deed: 'paper.opened', subjectId: paperId } as const
  const paper = await request.desk.read(actorOf(request), deed, (scope) => paperOf(scope, paperId))
  if (!paper) return { notFound: true }
  return { page: { title: `Label ${paper.label}`, forPrint: true, body: <LabelPage paper={paper} /> } }
}

const moveForm = z
  .object({
    kind: oneOf(['taken', 'put_away', 'missing'] as const, 'Choose what happens with it'),
    place: z.string().max(longestPlace, `This must be ${longestPlace} characters or fewer`).default(''),
  })
  .refine((it) => it.kind !== 'put_away' || it.place !== '', { message: 'Say where you put it', path: ['place'] })

async function move(request: Request): Promise<Reply> {
  const { paperId } = request.params
  if (!isId(paperId)) return { notFound: true }
  const reading = readForm(moveForm, request.form)
  if (!reading.ok) return onePage(request, reading)
  const outcome = await movePaper(request.desk, actorOf(request), {
    key: request.form.key,
    paperId,
    ...reading.value,
  })
  return outcome.done ? { redirect: `/office/paper/${paperId}` } : { notFound: true }
}

async function newPage(request: Request, form: FormState): Promise<Reply> {
  const { caseId } = request.params
  if (!isId(caseId)) return { notFound: true }
  const deed = { purpose: 'papers', deed: 'paper.listed', caseId } as const
  const head = await request.desk.read(actorOf(request), deed, (scope) => caseHead(scope, caseId))
  if (!head) return { notFound: true }
  const body = <NewPaperPage form={form} token={request.formToken()} caseId={caseId} />
  return { page: { title: 'Make a label for a paper file', invalid: hasErrors(form), body } }
}

const newForm = z.object({ place: requiredText('Say where it is kept', longestPlace) })

async function make(request: Request): Promise<Reply> {
  const { caseId } = request.params
  if (!isId(caseId)) return { notFound: true }
  const reading = readForm(newForm, request.form)
  if (!reading.ok) return newPage(request, reading)
  const made = { key: request.form.key, caseId, ...reading.value }
  const outcome = await labelPaper(request.desk, actorOf(request), made)
  if (outcome.done) return { redirect: `/office/paper/${outcome.value.paperId}` }
  if (outcome.reason === 'no_such') return { notFound: true }
  const errors = { place: 'Somebody made a label for this case just now. Send it again for the next number' }
  return newPage(request, { values: asTyped(request.form), errors })
}

/** On the page of a case: its folders and where they are. */
export const paperPanel: Panel<PurposeKey> = {
  name: 'paper',
  area: 'office',
  purpose: 'papers',
  show: async ({ desk, staff, today }, caseId: Id) => {
    const deed = { purpose: 'papers', deed: 'paper.listed', caseId } as const
    const { papers, movements } = await desk.read(staff.id, deed, (scope) =>
      together({ papers: papersOf(scope, caseId), movements: movementsInCase(scope, caseId) }),
    )
    return (
      <>
        <h2 class="govuk-heading-m">Paper</h2>
        {papers.length === 0 ? (
          <InsetText>No folder of this case has a label. If there is paper, make one.</InsetText>
        ) : (
          <PaperTable papers={papers} movements={movements} today={today} />
        )}
        <p class="govuk-body">
          <a class="govuk-link" href={`/office/cases/${caseId}/paper/new`}>
            Make a label for a paper file
          </a>
        </p>
      </>
    )
  },
}
