import type { FastifyInstance } from 'fastify'
import type { FormTokens } from '../platform/web/form-token.ts'
import type { Route } from '../platform/web/route.ts'
import type { WebParts } from '../platform/web/web-parts.ts'
import { webServer } from '../platform/web/web-server.ts'
import { accessesOf } from '../policy/grants.ts'
import type { PurposeKey } from '../policy/vocabulary.ts'
import { setAssets } from '../ui/assets/assets.ts'
import { buildAssets } from '../ui/assets/build-assets.ts'
import { dresser, type PageExtras } from './dress.tsx'
import { mayActFor } from './navigation.ts'
import type { Service } from './service.ts'

export interface WebOptions {
  readonly tokens: FormTokens
  readonly routes: readonly Route<PurposeKey>[]
  readonly signIn: Pick<WebParts<PurposeKey>, 'staffOf' | 'signedOut' | 'parties'>
  readonly extras: PageExtras
  /** Folder in which the built styles and scripts are kept between starts. */
  readonly assetFolder: string
  readonly trustedProxy: readonly string[]
  readonly otherOrigins: readonly string[]
}

/** The web server of a service, not yet listening. */
export async function openWeb(service: Service, options: WebOptions): Promise<FastifyInstance> {
  const assets = await buildAssets(options.assetFolder)
  setAssets(assets)
  const { desk } = service.desks
  return webServer(options.routes, {
    ...dresser(service, options.extras),
    ...options.signIn,
    origin: service.origin,
    otherOrigins: options.otherOrigins,
    trustedProxy: options.trustedProxy.length > 0 ? options.trustedProxy.join(',') : undefined,
    desks: { public: desk.public, portal: desk.portal, office: desk.office },
    scopes: accessesOf(service.policy),
    tokens: options.tokens,
    assets: assets.files,
    log: service.log,
    mayAct: (role, purpose) => mayActFor(service.policy, role, purpose),
  })
}
