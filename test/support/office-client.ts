import type { FastifyInstance } from 'fastify'
import { mayActFor } from '../../src/app/navigation.ts'
import { staffPlugin } from '../../src/features/staff/plugin.ts'
import { Keyring } from '../../src/platform/files/keyring.ts'
import { silentLog } from '../../src/platform/log.ts'
import { formTokens } from '../../src/platform/web/form-token.ts'
import type { Route } from '../../src/platform/web/route.ts'
import { webServer } from '../../src/platform/web/web-server.ts'
import { accessesOf } from '../../src/policy/grants.ts'
import type { PurposeKey } from '../../src/policy/vocabulary.ts'
import { renderPart } from '../../src/ui/render.ts'
import { attribute, elementsOf, valuesOf } from './html-reading.ts'
import type { TestService } from './service.ts'
import { Browser, type Colleague, goodPassword, type TestSignIn } from './sign-in.ts'

export const officeOrigin = new URL('http://localhost:3000')

export interface ClientAnswer {
  readonly status: number
  readonly html: string
  readonly location: string | undefined
  readonly setCookies: readonly string[]
}

/** An office in which one really signs in, with the routes of staff and some more. */
export async function openOffice(service: TestService, own: TestSignIn, more: readonly Route<PurposeKey>[] = []) {
  const mayAct = (role: string, purpose: PurposeKey) => mayActFor(service.policy, role, purpose)
  const keyring = new Keyring(Buffer.alloc(32, 5))
  const tokens = formTokens(Buffer.alloc(32, 7), () => own.machine.now().epochMilliseconds)
  const serviceName = 'Harbour Hill Mediation'
  const plugin = staffPlugin({ signIn: own.signIn, keyring, origin: officeOrigin, serviceName, mayAct })
  const app = await webServer([...plugin.routes, ...more].map(plugin.forgettingKept), {
    origin: officeOrigin,
    otherOrigins: [],
    desks: { public: service.desk.public, portal: service.desk.portal, office: service.desk.office },
    scopes: accessesOf(service.policy),
    tokens,
    assets: new Map(),
    log: silentLog,
    staffOf: own.signIn.staffOf,
    mayAct,
    dress: async (page) => `<!DOCTYPE html><title>${page.title}</title>${renderPart(page.body)}`,
    errorPage: async ({ status }) => `<!DOCTYPE html><title>${status}</title>`,
    signedOut: plugin.signedOut(service.desk.office, tokens),
  })
  return { app, plugin, keyring, client: (browser = new Browser()) => new OfficeClient(app, browser, own) }
}

/** A browser without script: it keeps cookies, and sends forms with what their fields hold. */
export class OfficeClient {
  readonly #app: FastifyInstance
  readonly #own: TestSignIn
  readonly browser: Browser

  constructor(app: FastifyInstance, browser: Browser, own: TestSignIn) {
    this.#app = app
    this.#own = own
    this.browser = browser
  }

  get(url: string): Promise<ClientAnswer> {
    return this.#ask({ method: 'GET', url })
  }

  head(url: string): Promise<ClientAnswer> {
    return this.#ask({ method: 'HEAD', url })
  }

  post(url: string, fields: Readonly<Record<string, string>>): Promise<ClientAnswer> {
    return this.#ask({ method: 'POST', url, payload: new URLSearchParams(fields).toString() })
  }

  /** Opens a page and sends the form on it that goes to `action` (the page itself unless told), with some fields filled in. */
  async send(page: string, fields: Readonly<Record<string, string>>, action = page): Promise<ClientAnswer> {
    const { html } = await this.get(page)
    return this.post(action, { ...formFields(html, action), ...fields })
  }

  async signIn(colleague: Colleague): Promise<void> {
    const first = await this.send('/office/sign-in', { email: colleague.email, password: goodPassword })
    if (first.location !== '/office/sign-in/code') throw new Error(`signing in answered ${first.status}`)
    const second = await this.send('/office/sign-in/code', { code: this.#own.freshCode(colleague) })
    if (second.location !== '/office/kept') throw new Error(`the code answered ${second.status}`)
  }

  async #ask(request: { method: 'GET' | 'POST' | 'HEAD'; url: string; payload?: string }): Promise<ClientAnswer> {
    const cookie = Object.entries(this.browser.cookies)
      .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
      .join('; ')
    const sent = request.payload === undefined ? {} : { origin: officeOrigin.origin, 'content-type': formType }
    const answer = await this.#app.inject({
      ...request,
      remoteAddress: this.browser.address,
      headers: { cookie, 'user-agent': this.browser.agent, ...sent },
    })
    const setCookies = [answer.headers['set-cookie'] ?? []].flat()
    this.browser.keep(setCookies.map(readSetCookie))
    const location = answer.headers.location as string | undefined
    return { status: answer.statusCode, html: answer.body, location, setCookies }
  }
}

const formType = 'application/x-www-form-urlencoded'

/** Hidden fields of the form that goes to an address. */
function formFields(html: string, action: string): Record<string, string> {
  const form = html.split('<form').find((part) => part.includes(`action="${action}"`)) ?? ''
  const elements = elementsOf(`<form${form.split('</form>')[0]}`)
  const names = elements.filter((it) => attribute(it, 'type') === 'hidden').flatMap((it) => attribute(it, 'name') ?? [])
  return Object.fromEntries(names.map((name) => [name, valuesOf(elements, name)[0] ?? '']))
}

function readSetCookie(text: string) {
  const [pair = '', ...rest] = text.split('; ')
  const at = pair.indexOf('=')
  const maxAge = Number(rest.find((it) => it.startsWith('Max-Age='))?.slice(8))
  return { name: pair.slice(0, at), value: decodeURIComponent(pair.slice(at + 1)), maxAge }
}
