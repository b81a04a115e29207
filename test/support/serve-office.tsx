import type { FastifyInstance } from 'fastify'
import { mayActFor } from '../../src/app/navigation.ts'
import { silentLog } from '../../src/platform/log.ts'
import { formTokens } from '../../src/platform/web/form-token.ts'
import type { Page, Route, Staff } from '../../src/platform/web/route.ts'
import { webServer } from '../../src/platform/web/web-server.ts'
import { accessesOf } from '../../src/policy/grants.ts'
import type { PurposeKey } from '../../src/policy/vocabulary.ts'
import { renderPart } from '../../src/ui/render.ts'
import { elementsOf, valuesOf } from './html-reading.ts'
import type { TestService } from './service.ts'

export interface OfficeAnswer {
  readonly status: number
  readonly html: string
  readonly bytes: Buffer
  readonly location: string | undefined
  readonly headers: Readonly<Record<string, unknown>>
}

/** Routes of the office on a real server and database, asked by whoever is named. */
export interface ServedOffice {
  readonly app: FastifyInstance
  get(staff: Staff | null, path: string): Promise<OfficeAnswer>
  /** Sends a form: urlencoded, or with files as a browser sends them. */
  post(staff: Staff | null, path: string, body: URLSearchParams | FormData): Promise<OfficeAnswer>
  /** A fresh token from a page's form. */
  tokenFrom(staff: Staff, path: string): Promise<string>
}

const origin = new URL('http://localhost:3000')

export async function serveOffice(service: TestService, routes: readonly Route<PurposeKey>[]): Promise<ServedOffice> {
  const known = new Map<string, Staff>()
  const app = await webServer(routes, {
    origin,
    otherOrigins: [],
    desks: { public: service.desk.public, portal: service.desk.portal, office: service.desk.office },
    scopes: accessesOf(service.policy),
    tokens: formTokens(Buffer.alloc(32, 7), () => Date.UTC(2026, 10, 23, 10)),
    assets: new Map(),
    log: silentLog,
    staffOf: async (cookies) => known.get(cookies.somebody ?? '') ?? null,
    mayAct: (role, purpose) => mayActFor(service.policy, role, purpose),
    dress: async (page: Page) =>
      `<!DOCTYPE html><title>${page.invalid ? 'Error' : 'Page'}</title>${renderPart(page.body)}`,
    errorPage: async ({ status }) => `<!DOCTYPE html><title>${status}</title>`,
    signedOut: async () => ({ redirect: '/office/sign-in' }),
  })
  const ask = async (
    staff: Staff | null,
    request: { method: 'GET' | 'POST'; url: string; payload?: Buffer; type?: string },
  ) => {
    if (staff) known.set(staff.id, staff)
    const { method, url, payload, type } = request
    const headers = {
      ...(staff ? { cookie: `somebody=${staff.id}` } : {}),
      ...(type ? { origin: origin.origin, 'content-type': type } : {}),
    }
    const answer = await app.inject({ method, url, headers, ...(payload ? { payload } : {}) })
    const location = answer.headers.location as string | undefined
    return { status: answer.statusCode, html: answer.body, bytes: answer.rawPayload, location, headers: answer.headers }
  }
  const get = (staff: Staff | null, url: string) => ask(staff, { method: 'GET', url })
  return {
    app,
    get,
    post: async (staff, url, body) => {
      const encoded = new Response(body)
      const type = encoded.headers.get('content-type') ?? ''
      return ask(staff, { method: 'POST', url, payload: Buffer.from(await encoded.arrayBuffer()), type })
    },
    tokenFrom: async (staff, path) => valuesOf(elementsOf((await get(staff, path)).html), '_form').at(-1) ?? '',
  }
}
