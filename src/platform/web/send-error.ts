import type { FastifyReply, FastifyRequest } from 'fastify'
import type { WebParts } from './web-parts.ts'

/** A calm page for what could not be done; its reference is the request's, which the log bears too. */
export async function sendError<Purpose extends string>(
  parts: WebParts<Purpose>,
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
): Promise<FastifyReply> {
  const html = await parts.errorPage({ status, reference: request.id, path: request.url })
  return reply.code(status).type('text/html; charset=utf-8').send(html)
}
