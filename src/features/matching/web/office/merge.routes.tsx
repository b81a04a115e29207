import { z } from 'zod'
import { oneOf, requiredText } from '../../../../platform/web/field-schemas.ts'
import { asTyped, readForm } from '../../../../platform/web/read-form.ts'
import type { PageRequest, Reply, Route } from '../../../../platform/web/route.ts'
import { actorOf } from '../../../../platform/web/staff-request.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { blankForm, type FormState, hasErrors } from '../../../../ui/forms/form-state.ts'
import { isId } from '../../../../values/ids.ts'
import { type MergeRefusal, mergePeople } from '../../actions/merge-people.ts'
import { type UndoRefusal, undoMerge } from '../../actions/undo-merge.ts'
import { mergesOf } from '../../data/merges.ts'
import { homeOf, recordsOf } from '../../data/records.ts'
import { agreementOf } from '../../domain/agreement.ts'
import { ComparePage } from './compare.page.tsx'
import { MergesPage, UndoPage } from './merges.page.tsx'

type Request = PageRequest<PurposeKey>
const base = { area: 'office', purpose: 'merging', entry: 'purpose' } as const

/** Comparing two records, making them one, and parting them again. `undoWithin`: an ISO duration, from the policy. */
export const mergeRoutes = (undoWithin: string): readonly Route<PurposeKey>[] => [
  {
    ...{ ...base, method: 'GET', path: '/office/people/:oneId/same-as/:otherId' },
    handle: (request) => comparePage(request, blankForm),
  },
  {
    ...{ ...base, method: 'POST', path: '/office/people/:oneId/same-as/:otherId' },
    handle: (request) => merge(request, undoWithin),
  },
  { ...base, method: 'GET', path: '/office/merges', handle: list },
  { ...base, method: 'GET', path: '/office/merges/:id/undo', handle: (request) => undoPage(request, blankForm) },
  { ...base, method: 'POST', path: '/office/merges/:id/undo', handle: undo },
]

async function comparePage(request: Request, form: FormState): Promise<Reply> {
  const { oneId, otherId } = request.params
  if (!isId(oneId) || !isId(otherId) || oneId === otherId) return { notFound: true }
  const deed = { purpose: 'merging', deed: 'person.compared', subjectId: oneId } as const
  const found = await request.desk.read(actorOf(request), deed, async (scope) => {
    const [one, other] = await recordsOf(scope, [oneId, otherId])
    return one && other && { one, other, agreeing: agreementOf(one, other, await homeOf(scope, oneId, otherId)) }
  })
  if (!found) return { notFound: true }
  const body = <ComparePage {...found} form={form} token={request.formToken()} />
  return { page: { title: 'Is this one person?', invalid: hasErrors(form), body } }
}

const mergeForm = z.object({
  keep: oneOf(['one', 'other'] as const, 'Choose which record stays'),
  reason: requiredText('Write down how you know', 500),
})

const refusalWords: Readonly<Record<Exclude<MergeRefusal, 'no_such'>, string>> = {
  one_case: 'They are the two parties of one case, so they are two people',
  walled:
    'The mediator of one of these cases keeps away from the other record. Give the case to another mediator first',
}

async function merge(request: Request, undoWithin: string): Promise<Reply> {
  const { oneId, otherId } = request.params
  if (!isId(oneId) || !isId(otherId)) return { notFound: true }
  const reading = readForm(mergeForm, request.form)
  if (!reading.ok) return comparePage(request, reading)
  const [keptId, mergedId] = reading.value.keep === 'one' ? [oneId, otherId] : [otherId, oneId]
  const input = { key: request.form.key, keptId, mergedId, reason: reading.value.reason }
  const outcome = await mergePeople(request.desk, undoWithin, actorOf(request), input)
  if (outcome.done) return { redirect: '/office/merges' }
  if (outcome.reason === 'no_such') return { notFound: true }
  return comparePage(request, { values: asTyped(request.form), errors: { '': refusalWords[outcome.reason] } })
}

async function list(request: Request): Promise<Reply> {
  const deed = { purpose: 'merging', deed: 'person.merges-listed' } as const
  const merges = await request.desk.read(actorOf(request), deed, (scope) => mergesOf(scope))
  return { page: { title: 'Records that became one', body: <MergesPage merges={merges} today={request.today} /> } }
}

async function undoPage(request: Request, form: FormState): Promise<Reply> {
  const { id } = request.params
  if (!isId(id)) return { notFound: true }
  const deed = { purpose: 'merging', deed: 'person.merges-listed', subjectId: id } as const
  const [found] = await request.desk.read(actorOf(request), deed, (scope) => mergesOf(scope, id))
  if (!found || found.undone) return { notFound: true }
  const body = <UndoPage form={form} token={request.formToken()} merge={found} />
  return { page: { title: 'Make two records again', invalid: hasErrors(form), body } }
}

const undoForm = z.object({ reason: requiredText('Write down why they are two people', 500) })

const undoWords: Readonly<Record<Exclude<UndoRefusal, 'no_such'>, string>> = {
  over: 'It is too late: the time for it has passed, or one of the two has no file any more',
  later: 'This record went into another one since. Undo that first',
  held: 'A hold stands on a file of theirs, and nothing in it may be emptied',
  walled: 'The mediator of one of these cases keeps away from this person. Give the case to another mediator first',
}

async function undo(request: Request): Promise<Reply> {
  const { id } = request.params
  if (!isId(id)) return { notFound: true }
  const reading = readForm(undoForm, request.form)
  if (!reading.ok) return undoPage(request, reading)
  const input = { key: request.form.key, mergeId: id, reason: reading.value.reason }
  const outcome = await undoMerge(request.desk, actorOf(request), input)
  if (outcome.done) return { redirect: '/office/merges' }
  if (outcome.reason === 'no_such') return { notFound: true }
  return undoPage(request, { values: asTyped(request.form), errors: { '': undoWords[outcome.reason] } })
}
