import { dayOf } from '../../src/platform/clock/service-clock.ts'
import type { Desk } from '../../src/platform/database/desk.ts'
import type { PageRequest, Reply, Route, Staff } from '../../src/platform/web/route.ts'
import type { PurposeKey } from '../../src/policy/vocabulary.ts'
import { renderPart } from '../../src/ui/render.ts'
import { type Id, newId } from '../../src/values/ids.ts'

/** Asks a route's own function, without a server around it: who may come in is the server's matter and tested there. */
export interface Ask {
  readonly desk: Desk<PurposeKey>
  readonly staff: Staff | null
  readonly path: string
  /** Sends a form with these fields; without it the page is only looked at. */
  readonly send?: Readonly<Record<string, string>>
  /** Its fields that are lists. */
  readonly lists?: Readonly<Record<string, readonly string[]>>
  /** The form's request key: the same again is the same form sent twice. */
  readonly key?: Id
}

/** What came: where one is led, or the page as text and its title. */
export interface Answered {
  readonly redirect: string | null
  readonly notFound: boolean
  readonly title: string
  readonly html: string
  readonly invalid: boolean
}

/** Finds the route of an address, asks it, and renders its page. Throws when no route has that address. */
export async function askRoute(routes: readonly Route<PurposeKey>[], ask: Ask): Promise<Answered> {
  const url = new URL(ask.path, 'http://service.example')
  const method = ask.send ? 'POST' : 'GET'
  const found = routes
    .filter((route) => route.method === method)
    .map((route) => ({ route, params: paramsOf(route.path, url.pathname) }))
    .filter((it) => it.params !== null)
    .toSorted((one, other) => Object.keys(one.params ?? {}).length - Object.keys(other.params ?? {}).length)[0]
  if (!found?.params) throw new Error(`no route for ${method} ${url.pathname}`)
  const reply = await found.route.handle(requestOf(ask, url, found.params))
  return answered(reply)
}

function requestOf(ask: Ask, url: URL, params: Record<string, string>): PageRequest<PurposeKey> {
  const now = ask.desk.clock.now()
  return {
    path: url.pathname,
    params,
    query: Object.fromEntries(url.searchParams),
    form: { values: ask.send ?? {}, lists: ask.lists ?? {}, files: {}, key: ask.key ?? newId(), age: 60 },
    desk: ask.desk,
    staff: ask.staff,
    now,
    today: dayOf(now),
    address: '192.0.2.1',
    cookies: {},
    formToken: () => 'token',
  }
}

function answered(reply: Reply): Answered {
  const none = { redirect: null, notFound: false, title: '', html: '', invalid: false }
  if ('redirect' in reply) return { ...none, redirect: reply.redirect }
  if ('notFound' in reply) return { ...none, notFound: true }
  if (!('page' in reply)) throw new Error('neither a page nor a redirect')
  const { title, body, invalid } = reply.page
  return { ...none, title, html: renderPart(body), invalid: invalid ?? false }
}

function paramsOf(pattern: string, path: string): Record<string, string> | null {
  const [wanted, given] = [pattern.split('/'), path.split('/')]
  if (wanted.length !== given.length) return null
  const params: Record<string, string> = {}
  for (const [index, part] of wanted.entries()) {
    const value = decodeURIComponent(given[index] ?? '')
    if (part.startsWith(':')) params[part.slice(1)] = value
    else if (part !== value) return null
  }
  return params
}
