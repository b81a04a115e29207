import type { Route } from '../../../src/platform/web/route.ts'
import type { Id } from '../../../src/values/ids.ts'
import { attribute, type Element, valuesOf } from '../html-reading.ts'
import { formsOf, type Seen, type Typed, titleOf, type Visitor, wordsOf } from '../visitor.ts'
import type { WholeService } from '../whole-service.ts'
import type { World } from '../world.ts'

export type Side = 'A' | 'B'

/** Where the acts happen: the live case, whoever acts, and everybody in the office. */
export interface PrivateGround {
  readonly whole: WholeService
  readonly world: World
  readonly caseId: Id
  /** Who acts, or about whom the office does something; the other party watches. */
  readonly side: Side
  readonly person: Id
  readonly coordinator: Visitor
  readonly mediator: Visitor
  readonly supervisor: Visitor
  readonly privacyOfficer: Visitor
  /** The acting party’s own browser. */
  readonly own: Visitor
  /** Addresses that took a form, without its being refused. */
  readonly taken: Set<string>
  /** What an earlier act made, for later ones. */
  readonly made: Map<string, string>
}

/** Something that a party does, or that is done for them alone. Nothing of it may show anywhere that the other can look. */
export interface PrivateAct {
  readonly name: string
  /** Only this party can do it. */
  readonly by?: Side
  /** What must be so before, and is no act of this party. */
  readonly first?: (ground: PrivateGround) => Promise<unknown>
  readonly act: (ground: PrivateGround) => Promise<unknown>
}

/** What a party says in all of it; where the other finds it, it leaked. */
export const secret = 'Qzkeptapartbird'
export const secretMailbox = 'qzkeptapartbird.mail@party.example'

export const caseOf = ({ caseId }: PrivateGround) => `/office/cases/${caseId}`
export const personOf = (ground: PrivateGround) => `${caseOf(ground)}/people/${ground.person}`
export const zoneOf = ({ side }: PrivateGround) => side.toLowerCase()

export const dayFields = (field: string, day: Temporal.PlainDate) => ({
  [`${field}-day`]: `${day.day}`,
  [`${field}-month`]: `${day.month}`,
  [`${field}-year`]: `${day.year}`,
})
export const today = ({ whole }: PrivateGround) =>
  whole.db.clock.now().toZonedDateTimeISO('Europe/London').toPlainDate()

/** The first value of a row’s `id`. Throws when there is none. */
export async function idOf({ whole }: PrivateGround, sql: string, ...values: readonly unknown[]): Promise<string> {
  const [row] = await whole.db.look<{ id: string }>(sql, values)
  if (!row) throw new Error(`nothing found by ${sql}`)
  return row.id
}

/** Opens a page, fills in its form as a browser holds it, with some fields changed, and sends it. Throws when it is not taken. */
export async function press(
  { taken }: PrivateGround,
  browser: Visitor,
  page: string,
  typed: Typed = {},
  to: { readonly form?: string; readonly button?: string } = {},
): Promise<Seen> {
  const { html } = await browser.get(page)
  const wanted = to.form ?? page
  const form = formsOf(html).find((it) => it.action === wanted)
  if (!form) throw new Error(`no form to ${wanted} on “${titleOf(html)}”: ${wordsOf(html).slice(0, 400)}`)
  const action = to.button ?? wanted
  const answer = await browser.post(action, { ...asItStands(form.elements), ...typed })
  mustBeTaken(action, answer)
  taken.add(action)
  return answer
}

export function mustBeTaken(action: string, { status, html }: Seen): void {
  if (status === 303 || (status === 200 && !html.includes('govuk-error-summary'))) return
  throw new Error(`${action} answered ${status}: ${wordsOf(html).slice(0, 800)}`)
}

/** What the fields of a form hold before anybody types. */
function asItStands(elements: readonly Element[]): Record<string, string | string[]> {
  const fields = elements.filter((it) => ['input', 'select', 'textarea'].includes(it.tagName))
  const names = new Set(fields.map((it) => attribute(it, 'name')).filter((it) => it !== undefined))
  const held: Record<string, string | string[]> = {}
  for (const name of names) {
    const values = valuesOf(fields, name)
    if (name.endsWith('[]')) held[name] = values
    else if (values[0] !== undefined) held[name] = values[0]
    // A list in which nothing is chosen stands at its first line.
    else if (fields.some((it) => it.tagName === 'select' && attribute(it, 'name') === name)) held[name] = ''
  }
  return held
}

/** What an answer led to, by the end of its address. */
export function ledTo({ location, html }: Seen, pattern: RegExp): string {
  const found = pattern.exec(location ?? '')?.[1]
  if (!found) throw new Error(`led to ${location}: ${wordsOf(html).slice(0, 300)}`)
  return found
}

const patternOf = (path: string) => new RegExp(`^${path.replaceAll(/:[A-Za-z]+/g, '[^/]+')}$`)

/** Forms to which nothing was sent. An address that is written out counts before one with parts that vary. */
export function neverTaken(routes: readonly Route[], taken: ReadonlySet<string>): string[] {
  const posts = routes.filter((it) => it.method === 'POST').map((it) => it.path)
  const varies = (path: string) => path.split(':').length
  const inOrder = posts.toSorted((one, other) => varies(one) - varies(other))
  const reached = new Set([...taken].map((address) => inOrder.find((path) => patternOf(path).test(address))))
  return posts.filter((path) => !reached.has(path))
}
