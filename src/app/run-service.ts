import type { FastifyInstance } from 'fastify'
import type { Service } from './service.ts'

/** A service that answers requests. */
export interface RunningService {
  readonly service: Service
  readonly address: string
  /** Finishes what is under way, then lets go of everything, in order. */
  close(): Promise<void>
}

interface RunningParts {
  readonly service: Service
  readonly web: FastifyInstance
  readonly worker: { stop(): Promise<void> }
  readonly stopDatabase: () => Promise<void>
}

/** Listens, and answers how to stop. A port that is taken meanwhile closes everything that was opened. */
export async function listen(
  parts: RunningParts,
  where: { readonly host: string; readonly port: number },
): Promise<RunningService> {
  const { service, web, worker } = parts
  const close = once(async () => {
    await web.close()
    await worker.stop()
    await service.desks.close()
    await parts.stopDatabase()
  })
  try {
    await web.listen({ host: where.host, port: where.port })
  } catch (error) {
    await close()
    throw error
  }
  return { service, address: service.origin.origin, close }
}

function once(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null
  return () => {
    running ??= work()
    return running
  }
}
