import { createServer } from 'node:http'
import multipart from '@fastify/multipart'
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify'
import { newId } from '../../values/ids.ts'
import { malformed } from './malformed.ts'
import type { Route } from './route.ts'
import { answerRoute } from './route-answer.ts'
import { checkRoutes } from './route-checks.ts'
import { securityHeaders } from './security-headers.ts'
import { sendError } from './send-error.ts'
import { serveAssets } from './serve-assets.ts'
import type { WebParts } from './web-parts.ts'

/** Largest body of a form without a file: a long session record is some 40,000 characters. */
const formLimit = 256 * 1024

/** A web server for some routes. Throws, naming each, when a route does not declare what it must. */
export async function webServer<Purpose extends string>(
  routes: readonly Route<Purpose>[],
  parts: WebParts<Purpose>,
): Promise<FastifyInstance> {
  checkRoutes(routes, parts.scopes)
  const app = Fastify({
    logger: false,
    bodyLimit: formLimit,
    trustProxy: parts.trustedProxy ?? false,
    requestIdHeader: false,
    genReqId: () => newId().slice(0, 8),
    routerOptions: { ignoreTrailingSlash: false, caseSensitive: true, maxParamLength: 120 },
    return503OnClosing: true,
    serverFactory: (handler) => {
      const server = createServer((request, response) => {
        if (malformed(request) === null) return handler(request, response)
        response
          .writeHead(400, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' })
          .end('This request cannot be read.\n')
      })
      return Object.assign(server, {
        headersTimeout: 15_000,
        requestTimeout: 60_000,
        keepAliveTimeout: 20_000,
        maxHeadersCount: 100,
      })
    },
  })
  await app.register(multipart, { limits: { fileSize: 25 * 1024 * 1024, files: 2, fields: 200, fieldSize: formLimit } })
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    async (_: FastifyRequest, body: string) => new URLSearchParams(body),
  )
  answerEverything(app, parts)
  serveAssets(app, parts.assets)
  for (const route of routes) {
    app.route({
      method: route.method,
      url: route.path,
      ...(route.bodyLimit ? { bodyLimit: route.bodyLimit } : {}),
      handler: (request, reply) => answerRoute(route, parts, request, reply),
    })
  }
  return app
}

function answerEverything<Purpose extends string>(app: FastifyInstance, parts: WebParts<Purpose>): void {
  const headers = securityHeaders(parts.origin.protocol === 'https:')
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers(headers)
    // Pages may show what somebody told us: nothing is kept by a browser or a proxy. Static files say otherwise themselves.
    reply.header('cache-control', 'no-store')
  })
  app.addHook('onResponse', async (request, reply) => {
    // The route's pattern, never the address: an address can hold what somebody searched for.
    parts.log.info(
      {
        request: request.id,
        method: request.method,
        route: request.routeOptions.url ?? 'none',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'answered',
    )
  })
  app.setNotFoundHandler((request, reply) => sendError(parts, request, reply, 404))
  app.setErrorHandler(
    (error: { statusCode?: number; code?: string; message: string; stack?: string }, request, reply) => {
      const status = error.statusCode ?? 500
      if (status >= 500) parts.log.error({ request: request.id, code: error.code, fault: faultOf(error) }, 'fault')
      return sendError(parts, request, reply, status)
    },
  )
}

/** Where it broke, without the words of the error: a database's message can hold a value. */
const faultOf = (error: { stack?: string }) =>
  error.stack
    ?.split('\n')
    .slice(1, 6)
    .map((line) => line.trim())
