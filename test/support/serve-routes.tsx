import type { FastifyInstance } from 'fastify'
import { cookieBanner } from '../../src/features/consents/index.ts'
import { type PublishedSettings, readPublished } from '../../src/features/settings/index.ts'
import { silentLog } from '../../src/platform/log.ts'
import { formTokens } from '../../src/platform/web/form-token.ts'
import type { Page, PageRequest, Route } from '../../src/platform/web/route.ts'
import { webServer } from '../../src/platform/web/web-server.ts'
import { accessesOf } from '../../src/policy/grants.ts'
import type { PurposeKey } from '../../src/policy/vocabulary.ts'
import { PrintPage } from '../../src/ui/layouts/print-page.tsx'
import { PublicPage } from '../../src/ui/layouts/public-page.tsx'
import { renderPage } from '../../src/ui/render.ts'
import type { TestService } from './service.ts'

/** Some public routes on a real server and a real database, with a machine's clock that a test moves. */
export interface ServedRoutes {
  readonly app: FastifyInstance
  readonly origin: URL
  /** Milliseconds of the machine's clock, for the age of forms and the limits on sending. */
  readonly machine: { now: number }
}

/** What the service says of itself, read anew each time. */
export const publishedOf = (service: TestService): { current(): Promise<PublishedSettings> } => ({
  current: () => service.desk.public.read(null, { purpose: 'information', deed: 'settings.read' }, readPublished),
})

export async function serveRoutes(
  service: TestService,
  routesOf: (machine: { now: number }) => readonly Route<PurposeKey>[],
  origin = new URL('http://localhost:3000'),
): Promise<ServedRoutes> {
  const machine = { now: Date.UTC(2026, 10, 23, 10) }
  const facts = { name: service.policy.service.name }
  const dress = async (page: Page, request: PageRequest<PurposeKey>) =>
    renderPage(
      page.forPrint ? (
        <PrintPage title={page.title} service={facts}>
          {page.body}
        </PrintPage>
      ) : (
        <PublicPage
          title={page.title}
          path={request.path}
          service={facts}
          hasErrors={page.invalid}
          lead={page.lead}
          cookieBanner={cookieBanner(request, service.policy)}
        >
          {page.body}
        </PublicPage>
      ),
    )
  const app = await webServer(routesOf(machine), {
    origin,
    otherOrigins: [],
    desks: { public: service.desk.public, portal: service.desk.portal, office: service.desk.office },
    scopes: accessesOf(service.policy),
    tokens: formTokens(Buffer.alloc(32, 7), () => machine.now),
    assets: new Map(),
    log: silentLog,
    staffOf: async () => null,
    mayAct: () => false,
    dress,
    errorPage: async ({ status }) => `<!DOCTYPE html><title>${status}</title>`,
    signedOut: async () => ({ notFound: true }),
  })
  return { app, origin, machine }
}
