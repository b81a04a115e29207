import { z } from 'zod'
import { oneOf, requiredText } from '../../../../platform/web/field-schemas.ts'
import { readForm } from '../../../../platform/web/read-form.ts'
import type { Reply, Route } from '../../../../platform/web/route.ts'
import { asStaff } from '../../../../platform/web/staff-request.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { blankForm, type FormState, filledForm, hasErrors } from '../../../../ui/forms/form-state.ts'
import { type Id, isId } from '../../../../values/ids.ts'
import type { Outcome } from '../../../../values/outcome.ts'
import { zonePath } from '../../../files/index.ts'
import { legalQuality } from '../../../sessions/index.ts'
import { addStatement } from '../../actions/add-statement.ts'
import { answerPassing, editNote, type NoteReason, passNote, writeNote } from '../../actions/write-note.ts'
import { noteOf, statementsOf } from '../../data/live-session-reads.ts'
import { noteKinds, passings, rooms } from '../../domain/words.ts'
import { base, inCase, notFound, type OfficeRequest } from './in-case.ts'
import { showLive } from './live.routes.tsx'
import { NotePage } from './note.page.tsx'
import { StatementPage } from './statement.page.tsx'

const path = '/office/live-notes/:id'

/** Where a note is written, put right, answered for and passed on. */
export const noteRoutes: readonly Route<PurposeKey>[] = [
  { ...base, method: 'POST', path: '/office/live/:id/notes', handle: (request) => write(asStaff(request)) },
  { ...base, method: 'GET', path, handle: (request) => show(asStaff(request)) },
  { ...base, method: 'POST', path, handle: (request) => edit(asStaff(request)) },
  { ...base, method: 'GET', path: `${path}/statement`, handle: (request) => dispute(asStaff(request), blankForm) },
  { ...base, method: 'POST', path: `${path}/statement`, handle: (request) => state(asStaff(request)) },
  { ...base, method: 'POST', path: `${path}/passing`, handle: (request) => answer(asStaff(request)) },
  { ...base, method: 'POST', path: `${path}/passed`, handle: (request) => pass(asStaff(request)) },
]

const facts = {
  kind: oneOf(noteKinds, 'Say what it is'),
  legal_quality: legalQuality,
  words: requiredText('Write down what was said', 1000),
}
const newNote = z.object({
  ...facts,
  zone: oneOf(rooms, 'Say in which room it was said'),
  passing: oneOf(passings, 'Say whether it may go to the other room'),
})

const messages: Readonly<Record<Exclude<NoteReason, 'session.missing' | 'note.missing'>, string>> = {
  'session.closed': 'This session has ended, so its notes stay as they are',
  'session.stopped':
    'This session cannot go on: until that changes, nothing is passed on and nothing is noted for both',
  'note.passed': 'This was passed on already, so it stays as the other party heard it',
  'note.held': 'The file is held, so what stands there stays. Write a new note beside it',
  'note.mayNotPass': 'The person has not said that this may be passed on',
}

async function write(request: OfficeRequest): Promise<Reply> {
  const { id } = request.params
  if (!isId(id)) return notFound
  const reading = readForm(newNote, request.form)
  if (!reading.ok) return showLive(request, { form: { values: reading.values, errors: reading.errors }, of: 'note' })
  const { kind, legal_quality: quality, words, zone, passing } = reading.value
  const asked = { key: request.form.key, sessionId: id, kind, legalQuality: quality, words, zone, passing }
  const outcome = await writeNote(request.desk, request.staff.id, asked)
  if (outcome.done) return { redirect: `/office/live/${id}?zone=${zonePath(zone)}&kind=${kind}#next` }
  if (outcome.reason === 'session.missing' || outcome.reason === 'note.missing') return notFound
  const form = { values: request.form.values, errors: { words: messages[outcome.reason] } }
  return showLive(request, { form, of: 'note' })
}

async function show(request: OfficeRequest, typed?: FormState): Promise<Reply> {
  const { id } = request.params
  if (!isId(id)) return notFound
  const deed = { purpose: 'mediation', deed: 'note.opened', subjectId: id } as const
  const found = await request.desk.read(request.staff.id, deed, async (scope) => {
    const note = await noteOf(scope, id)
    const shown = note && (await inCase(scope, note.caseId))
    if (!note || !shown) return null
    scope.about({ caseId: note.caseId })
    return { ...shown, note }
  })
  if (!found) return notFound
  const { kind, legalQuality: legal_quality, words } = found.note
  const form = typed ?? filledForm({ kind, legal_quality, words })
  const body = <NotePage {...found} form={form} token={request.formToken()} />
  return { page: { title: 'Change a note', invalid: hasErrors(form), body } }
}

async function dispute(request: OfficeRequest, form: FormState): Promise<Reply> {
  const { id } = request.params
  if (!isId(id)) return notFound
  const deed = { purpose: 'mediation', deed: 'note.opened', subjectId: id } as const
  const found = await request.desk.read(request.staff.id, deed, async (scope) => {
    const note = await noteOf(scope, id)
    const shown = note && (await inCase(scope, note.caseId))
    if (!note || !shown) return null
    scope.about({ caseId: note.caseId })
    return { ...shown, note, statements: await statementsOf(scope, { noteId: id }) }
  })
  if (!found) return notFound
  const body = <StatementPage {...found} form={form} token={request.formToken()} />
  return { page: { title: 'Their own words beside a note', invalid: hasErrors(form), body } }
}

const statementForm = z.object({
  side: oneOf(['A', 'B'], 'Choose whose words these are'),
  words: requiredText('Write down what they say', 2000),
})

async function state(request: OfficeRequest): Promise<Reply> {
  const { id } = request.params
  if (!isId(id)) return notFound
  const reading = readForm(statementForm, request.form)
  if (!reading.ok) return dispute(request, { values: reading.values, errors: reading.errors })
  const asked = { key: request.form.key, noteId: id, ...reading.value }
  const outcome = await addStatement(request.desk, request.staff.id, asked)
  return outcome.done ? { redirect: `/office/live/${outcome.value.sessionId}` } : notFound
}

async function edit(request: OfficeRequest): Promise<Reply> {
  const { id } = request.params
  if (!isId(id)) return notFound
  const reading = readForm(z.object(facts), request.form)
  if (!reading.ok) return show(request, { values: reading.values, errors: reading.errors })
  const { kind, legal_quality: quality, words } = reading.value
  const asked = { key: request.form.key, noteId: id, kind, legalQuality: quality, words }
  return back(request, await editNote(request.desk, request.staff.id, asked))
}

async function answer(request: OfficeRequest): Promise<Reply> {
  const { id } = request.params
  const passing = passings.find((it) => it === request.form.values.passing)
  if (!isId(id) || !passing) return notFound
  const asked = { key: request.form.key, noteId: id, passing }
  return back(request, await answerPassing(request.desk, request.staff.id, asked))
}

async function pass(request: OfficeRequest): Promise<Reply> {
  const { id } = request.params
  if (!isId(id)) return notFound
  return back(request, await passNote(request.desk, request.staff.id, { key: request.form.key, noteId: id as Id }))
}

function back(request: OfficeRequest, outcome: Outcome<Readonly<Record<string, string>>, NoteReason>) {
  if (outcome.done) return { redirect: `/office/live/${outcome.value.sessionId}` }
  if (outcome.reason === 'session.missing' || outcome.reason === 'note.missing') return notFound
  return show(request, { values: request.form.values, errors: { '': messages[outcome.reason] } })
}
