import { asTyped, readForm } from '../../../../platform/web/read-form.ts'
import type { Reply, Route } from '../../../../platform/web/route.ts'
import { actorOf } from '../../../../platform/web/staff-request.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { type FormState, filledForm, hasErrors } from '../../../../ui/forms/form-state.ts'
import { sayColumns } from '../../actions/say-columns.ts'
import { choicesBefore } from '../../data/import-reads.ts'
import type { SheetChoices } from '../../domain/sheet.ts'
import { columnsForm, firstValues, twoDaysIn } from './columns.form.ts'
import { ColumnsPage } from './columns.page.tsx'
import { base, type ImportPages, type Opened, opened, type Request } from './import-tools.ts'

const path = '/office/imports/:importId/columns'

/** Where somebody says what the columns of a sheet are. */
export const columnRoutes = (tools: ImportPages): Route<PurposeKey>[] => [
  { ...base, method: 'GET', path, handle: (request) => show(request, tools) },
  { ...base, method: 'POST', path, handle: (request) => say(request, tools) },
]

async function show(request: Request, tools: ImportPages): Promise<Reply> {
  const found = await opened(request, tools)
  if (!found) return { notFound: true }
  const { one, sheet } = found
  if (!sheet) return { redirect: `/office/imports/${one.id}` }
  const before = one.choices ? null : await saidBefore(request, one.headings)
  return columnsPage(request, found, filledForm(firstValues(sheet, one.choices ?? before)), before !== null)
}

const saidBefore = (request: Request, headings: string): Promise<SheetChoices | null> =>
  request.desk.read(actorOf(request), { purpose: 'bringingIn', deed: 'import.listed' }, (scope) =>
    choicesBefore(scope, headings),
  )

function columnsPage(request: Request, { one, sheet }: Opened, form: FormState, remembered: boolean): Reply {
  if (!sheet) return { redirect: `/office/imports/${one.id}` }
  const props = { importId: one.id, sheet, form, remembered, twoDays: twoDaysIn(sheet) }
  const body = <ColumnsPage {...props} token={request.formToken()} letGoToken={request.formToken()} />
  return { page: { title: 'What the columns are', invalid: hasErrors(form), body } }
}

async function say(request: Request, tools: ImportPages): Promise<Reply> {
  const found = await opened(request, tools)
  if (!found) return { notFound: true }
  const { one, sheet } = found
  if (!sheet) return { redirect: `/office/imports/${one.id}` }
  const reading = readForm(columnsForm(sheet), request.form)
  if (!reading.ok) return columnsPage(request, found, { values: asTyped(request.form), errors: reading.errors }, false)
  const outcome = await sayColumns(request.desk, actorOf(request), {
    ...{ key: request.form.key, importId: one.id, choices: reading.value },
  })
  return !outcome.done && outcome.reason === 'import.missing'
    ? { notFound: true }
    : { redirect: `/office/imports/${one.id}` }
}
