import type { Reply, Route } from '../../../../platform/web/route.ts'
import { actorOf } from '../../../../platform/web/staff-request.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { blankForm, type FormState, hasErrors } from '../../../../ui/forms/form-state.ts'
import { isId } from '../../../../values/ids.ts'
import { staffNames } from '../../../staff/index.ts'
import { type BringInReason, bringIn } from '../../actions/bring-in.ts'
import { giveSheet } from '../../actions/give-sheet.ts'
import { letSheetGo } from '../../actions/say-columns.ts'
import { type TakeBackReason, takeBack } from '../../actions/take-back.ts'
import { listImports } from '../../data/import-reads.ts'
import { casesOfImport, touchedCases } from '../../data/imported-cases.ts'
import { dryRun } from '../../domain/dry-run.ts'
import { sheetLimits, sheetMessages } from '../../domain/limits.ts'
import { lastDayToTakeBack } from '../../domain/taking-back.ts'
import { BroughtInPage } from './brought-in.page.tsx'
import { DryRunPage } from './import.page.tsx'
import { ImportListPage } from './import-list.page.tsx'
import { base, type ImportPages, type Opened, opened, pageIn, type Request } from './import-tools.ts'
import { onePage } from './remarks.tsx'

const list = '/office/imports'
const one = `${list}/:importId`

/** A form around the largest sheet, with room to tell at the field that a file is too large. */
const bodyLimit = sheetLimits.bytes * 4

/** Where sheets are given, looked at, brought in and taken back. */
export const importRoutes = (tools: ImportPages): Route<PurposeKey>[] => [
  { ...base, method: 'GET', path: list, handle: (request) => showList(request, blankForm) },
  { ...base, method: 'POST', path: list, bodyLimit, handle: (request) => give(request, tools) },
  { ...base, method: 'GET', path: one, handle: (request) => showOne(request, tools, blankForm) },
  { ...base, method: 'POST', path: `${one}/bring-in`, handle: (request) => bring(request, tools) },
  { ...base, method: 'POST', path: `${one}/let-go`, handle: letGo },
  { ...base, method: 'POST', path: `${one}/take-back`, handle: (request) => undo(request, tools) },
]

async function showList(request: Request, form: FormState): Promise<Reply> {
  const deed = { purpose: 'bringingIn', deed: 'import.listed' } as const
  const found = await request.desk.read(actorOf(request), deed, async (scope) => {
    const imports = await listImports(scope)
    return { imports, names: await staffNames(scope, [...new Set(imports.map((it) => it.givenBy))]) }
  })
  const body = <ImportListPage {...found} form={form} token={request.formToken()} />
  return { page: { title: 'Bring in people and cases', invalid: hasErrors(form), body } }
}

async function give(request: Request, tools: ImportPages): Promise<Reply> {
  const { file } = request.form.files
  const refuse = (message: string) => showList(request, { values: {}, errors: { file: message } })
  if (!file) return refuse(sheetMessages['sheet.missing'])
  const outcome = await giveSheet(request.desk, tools, actorOf(request), { key: request.form.key, file })
  return outcome.done
    ? { redirect: `${list}/${outcome.value.importId}/columns` }
    : refuse(sheetMessages[outcome.reason])
}

async function showOne(request: Request, tools: ImportPages, form: FormState): Promise<Reply> {
  const found = await opened(request, tools)
  if (!found) return { notFound: true }
  if (found.one.status !== 'given') return showSettled(request, tools, found, form)
  if (!found.one.choices || !found.sheet) return { redirect: `${list}/${found.one.id}/columns` }
  const run = dryRun(found.sheet, found.one.choices, found.ground)
  const page = pageIn(request.query.page, Math.ceil(run.problems.length / onePage))
  const tokens = { bringIn: request.formToken(), letGo: request.formToken() }
  const mayLookUp = tools.mayAct(request.staff?.role ?? '', 'recognition')
  const body = <DryRunPage {...{ one: found.one, sheet: found.sheet, run, page, form, tokens, mayLookUp }} />
  return { page: { title: 'What would come in', invalid: hasErrors(form), body } }
}

/** As many cases as a page lists: the most that one sheet can bring. */
const mostCases = sheetLimits.rows

async function showSettled(request: Request, tools: ImportPages, found: Opened, form: FormState): Promise<Reply> {
  const { id, status, givenAt } = found.one
  const deed = { purpose: 'bringingIn', deed: 'import.cases-listed', subjectId: id } as const
  const { cases, touched } = await request.desk.read(actorOf(request), deed, async (scope) => ({
    cases: await casesOfImport(scope, id, mostCases),
    touched: new Set(status === 'brought_in' ? await touchedCases(scope, id) : []),
  }))
  const last = lastDayToTakeBack(givenAt, tools.keepsImports)
  const until = Temporal.PlainDate.compare(request.today, last) > 0 ? null : last
  const props = { one: found.one, names: found.names, cases, touched, until, form }
  const title = status === 'brought_in' ? 'Brought in' : 'Taken back'
  return { page: { title, invalid: hasErrors(form), body: <BroughtInPage {...props} token={request.formToken()} /> } }
}

const bringMessages: Readonly<Record<Exclude<BringInReason, 'import.missing'>, string>> = {
  'import.settled': 'This sheet was brought in or let go already',
  'import.columns': 'Say first what the columns are',
  'import.nothing': 'No case of this sheet can come in as it is',
  'import.changed': 'Something changed since you looked. Look again at what would come in',
}

async function bring(request: Request, tools: ImportPages): Promise<Reply> {
  const { importId } = request.params
  if (!isId(importId)) return { notFound: true }
  const seen = /^\d{1,5}$/.test(request.form.values.seen ?? '') ? Number(request.form.values.seen) : -1
  const outcome = await bringIn(request.desk, tools, actorOf(request), { key: request.form.key, importId, seen })
  if (outcome.done) return { redirect: `${list}/${importId}` }
  if (outcome.reason === 'import.missing') return { notFound: true }
  return showOne(request, tools, { values: {}, errors: { '': bringMessages[outcome.reason] } })
}

async function letGo(request: Request): Promise<Reply> {
  const { importId } = request.params
  if (!isId(importId)) return { notFound: true }
  const outcome = await letSheetGo(request.desk, actorOf(request), { key: request.form.key, importId })
  if (!outcome.done && outcome.reason === 'import.missing') return { notFound: true }
  return { redirect: outcome.done ? list : `${list}/${importId}` }
}

const undoMessages: Readonly<Record<Exclude<TakeBackReason, 'import.missing'>, string>> = {
  'import.settled': 'There is nothing to take back',
  'import.late': 'The time in which this could be taken back is over',
}

async function undo(request: Request, tools: ImportPages): Promise<Reply> {
  const { importId } = request.params
  if (!isId(importId)) return { notFound: true }
  const outcome = await takeBack(request.desk, tools, actorOf(request), { key: request.form.key, importId })
  if (outcome.done) return { redirect: `${list}/${importId}` }
  if (outcome.reason === 'import.missing') return { notFound: true }
  return showOne(request, tools, { values: {}, errors: { '': undoMessages[outcome.reason] } })
}
