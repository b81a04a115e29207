import type { FastifyInstance } from 'fastify'
import type { SetCookie } from '../../src/platform/web/route.ts'
import { attribute, type Element, elementsOf, textOf, valuesOf } from './html-reading.ts'

/** What came back. */
export interface Seen {
  readonly status: number
  readonly html: string
  readonly bytes: Buffer
  readonly location: string | undefined
  readonly headers: Readonly<Record<string, unknown>>
  readonly setCookies: readonly string[]
}

/** Fields of a form; one that can be chosen more than once has a list and a name that ends in `[]`. */
export type Typed = Readonly<Record<string, string | readonly string[]>>

/** A browser without script, asking a server that does not listen: it keeps cookies and sends forms with what their fields hold. */
export class Visitor {
  readonly #app: FastifyInstance
  readonly #origin: URL
  /** Lets time pass on the machine's clock that forms go by, in milliseconds. */
  readonly #wait: (time: number) => void
  readonly address: string
  readonly cookies = new Map<string, string>()
  readonly agent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'

  constructor(at: { app: FastifyInstance; origin: URL; wait: (time: number) => void }, address = '192.0.2.10') {
    this.#app = at.app
    this.#origin = at.origin
    this.#wait = at.wait
    this.address = address
  }

  get(url: string, headers: Readonly<Record<string, string>> = {}): Promise<Seen> {
    return this.#ask('GET', url, headers)
  }

  /** Sends fields as they are, from a page of this server unless the headers say otherwise. */
  post(url: string, fields: Typed, headers?: Readonly<Record<string, string>>): Promise<Seen> {
    const body = new URLSearchParams()
    for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one)
    const type = 'application/x-www-form-urlencoded'
    const from = headers ?? { origin: this.#origin.origin }
    return this.#ask('POST', url, { 'content-type': type, ...from }, body.toString())
  }

  /** Sends a form with files, as a browser encodes it. */
  async upload(url: string, form: FormData): Promise<Seen> {
    const encoded = new Response(form)
    const type = encoded.headers.get('content-type') ?? ''
    const body = Buffer.from(await encoded.arrayBuffer())
    return this.#ask('POST', url, { 'content-type': type, origin: this.#origin.origin }, body)
  }

  /** Opens a page, reads it for a while, and sends the form on it that goes to `action`. */
  async send(page: string, typed: Typed, action = page, readFor = 0): Promise<Seen> {
    const hidden = hiddenFields((await this.get(page)).html, action)
    this.#wait(readFor)
    return this.post(action, { ...hidden, ...typed })
  }

  keep({ name, value, maxAge }: SetCookie): void {
    if (maxAge > 0) this.cookies.set(name, value)
    else this.cookies.delete(name)
  }

  async #ask(
    method: 'GET' | 'POST',
    url: string,
    headers: Readonly<Record<string, string>>,
    payload?: string | Buffer,
  ): Promise<Seen> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('; ')
    const answer = await this.#app.inject({
      ...{ method, url, remoteAddress: this.address },
      ...(payload === undefined ? {} : { payload }),
      headers: { 'user-agent': this.agent, ...(cookie ? { cookie } : {}), ...headers },
    })
    const setCookies = [answer.headers['set-cookie'] ?? []].flat()
    for (const text of setCookies) this.keep(readSetCookie(text))
    return {
      status: answer.statusCode,
      html: answer.body,
      bytes: answer.rawPayload,
      location: answer.headers.location as string | undefined,
      headers: answer.headers,
      setCookies,
    }
  }
}

/** Name, value and seconds of a `Set-Cookie` header; a cookie without an age goes with the browser and counts as none. */
export function readSetCookie(text: string): SetCookie {
  const [pair = '', ...rest] = text.split('; ')
  const at = pair.indexOf('=')
  const age = rest.find((it) => it.startsWith('Max-Age='))?.slice('Max-Age='.length)
  return { name: pair.slice(0, at), value: decodeURIComponent(pair.slice(at + 1)), maxAge: Number(age ?? Number.NaN) }
}

/** The forms of a page: where each goes, and its elements. */
export function formsOf(html: string): { readonly action: string; readonly elements: readonly Element[] }[] {
  return elementsOf(html)
    .filter((it) => it.tagName === 'form')
    .map((form) => ({ action: attribute(form, 'action') ?? '', elements: within(form) }))
}

const within = (element: Element): Element[] =>
  element.childNodes.flatMap((node) => ('tagName' in node ? [node, ...within(node)] : []))

/** Hidden fields of the form that goes to an address. Throws when the page has no such form. */
export function hiddenFields(html: string, action: string): Record<string, string> {
  const form = formsOf(html).find((it) => it.action === action)
  if (!form) throw new Error(`no form to ${action} on this page: ${titleOf(html)}`)
  const names = form.elements
    .filter((it) => attribute(it, 'type') === 'hidden')
    .map((it) => attribute(it, 'name') ?? '')
  return Object.fromEntries(names.map((name) => [name, valuesOf(form.elements, name)[0] ?? '']))
}

export const titleOf = (html: string): string => {
  const title = elementsOf(html).find((it) => it.tagName === 'title')
  return title ? textOf(title) : ''
}

/** The words of a page, with one space where there were some. */
export const wordsOf = (html: string): string =>
  elementsOf(html)
    .filter((it) => it.tagName === 'body')
    .map(textOf)
    .join(' ')
    .replaceAll(/\s+/g, ' ')
