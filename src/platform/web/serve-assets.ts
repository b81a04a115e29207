import type { FastifyInstance } from 'fastify'

/** A static file whose name holds a hash of its content. */
export interface AssetFile {
  readonly body: Buffer
  readonly brotli?: Buffer
  readonly gzip?: Buffer
  readonly type: string
}

/** Serves each file under its path, in the best form that the browser takes, to be kept for a year. */
export function serveAssets(app: FastifyInstance, files: ReadonlyMap<string, AssetFile>): void {
  for (const [path, file] of files) {
    app.get(path, async (request, reply) => {
      const accepted = String(request.headers['accept-encoding'] ?? '')
      reply
        .header('cache-control', 'public, max-age=31536000, immutable')
        .header('vary', 'accept-encoding')
        .type(file.type)
      if (file.brotli && /\bbr\b/.test(accepted)) return reply.header('content-encoding', 'br').send(file.brotli)
      if (file.gzip && /\bgzip\b/.test(accepted)) return reply.header('content-encoding', 'gzip').send(file.gzip)
      return reply.send(file.body)
    })
  }
  // Asked for by browsers that were shown no page yet. Pages name their own, so a page of regret would only cost a look at the database.
  app.get('/favicon.ico', (_, reply) => reply.code(404).type('text/plain; charset=utf-8').send('There is none.\n'))
}
