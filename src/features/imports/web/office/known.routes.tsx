import type { Reply, Route } from '../../../../platform/web/route.ts'
import { actorOf } from '../../../../platform/web/staff-request.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { type Known, knownAlready, nobody } from '../../../matching/index.ts'
import { leaveOut } from '../../actions/say-columns.ts'
import { dryRun } from '../../domain/dry-run.ts'
import type { SheetCase, SheetPerson } from '../../domain/sheet.ts'
import { base, type ImportPages, type Opened, opened, pageIn, type Request } from './import-tools.ts'
import { KnownPage } from './known.page.tsx'

const path = '/office/imports/:importId/known'

/** As many cases as are looked up at a time: each is two searches. */
const onePage = 10

/** Where somebody sees who of a sheet is on record already, and leaves cases out. */
export const knownRoutes = (tools: ImportPages): Route<PurposeKey>[] => [
  { ...base, method: 'GET', path, handle: (request) => show(request, tools) },
  { ...base, method: 'POST', path, handle: (request) => leave(request, tools) },
]

/** The cases of one page, also those that were left out: they can be taken in again. */
function casesOn(found: Opened, asked: string | undefined) {
  const { sheet, one, ground } = found
  if (!sheet || !one.choices) return null
  const { cases } = dryRun(sheet, { ...one.choices, leftOut: [] }, ground)
  const pages = Math.ceil(cases.length / onePage)
  const page = pageIn(asked, pages)
  return { page, pages, cases: cases.slice((page - 1) * onePage, page * onePage) }
}

async function show(request: Request, tools: ImportPages): Promise<Reply> {
  if (!tools.mayAct(request.staff?.role ?? '', 'recognition')) return { notFound: true }
  const found = await opened(request, tools)
  if (!found) return { notFound: true }
  const shown = casesOn(found, request.query.page)
  if (!shown) return { redirect: `/office/imports/${found.one.id}` }
  const known = await lookUp(request, shown.cases)
  const props = { importId: found.one.id, leftOut: found.one.leftOut, ...shown, known }
  return { page: { title: 'Who is known already', body: <KnownPage {...props} token={request.formToken()} /> } }
}

const soughtOf = (person: SheetPerson) => ({
  ...nobody,
  name: `${person.givenName} ${person.familyName}`,
  ...{ telephone: person.telephone, email: person.email, birthDate: person.birthDate },
  ...{ address: person.address, postcode: person.postcode },
})

/** Who each of them may be, by first row and side. One reading under the purpose that recognises people. */
const lookUp = (request: Request, cases: readonly SheetCase[]): Promise<ReadonlyMap<string, readonly Known[]>> =>
  request.desk.read(actorOf(request), { purpose: 'recognition', deed: 'person.sought' }, async (scope) => {
    const found = new Map<string, readonly Known[]>()
    for (const one of cases) {
      for (const side of ['A', 'B'] as const) {
        found.set(`${one.rows[0]} ${side}`, await knownAlready(scope, soughtOf(one.parties[side])))
      }
    }
    return found
  })

async function leave(request: Request, tools: ImportPages): Promise<Reply> {
  const found = await opened(request, tools)
  if (!found) return { notFound: true }
  const shown = casesOn(found, request.form.values.page)
  const address = `/office/imports/${found.one.id}`
  if (!shown) return { redirect: address }
  const firstRows = shown.cases.flatMap((one) => one.rows.slice(0, 1))
  const ticked = (request.form.lists.leave_out ?? []).map(Number)
  const said = { key: request.form.key, importId: found.one.id, shown: firstRows, ticked }
  const outcome = await leaveOut(request.desk, actorOf(request), said)
  if (!outcome.done) return outcome.reason === 'import.missing' ? { notFound: true } : { redirect: address }
  return { redirect: shown.page < shown.pages ? `${address}/known?page=${shown.page + 1}` : address }
}
