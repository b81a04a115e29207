import { createServer } from 'node:net'

const tryPort = (port: number, host: string): Promise<number | string> =>
  new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 'ENOTSUP'))
    })
  })

/** Why nobody can listen there, as the system's code (EADDRINUSE, EACCES, …); undefined when we can. */
export const listenError = async (port: number, host: string): Promise<string | undefined> => {
  const answer = await tryPort(port, host)
  return typeof answer === 'string' ? answer : undefined
}

/** The wanted port when it is free, otherwise any other one. */
export const freePort = async (wanted?: number, host = '127.0.0.1'): Promise<number> => {
  const first = wanted ? await tryPort(wanted, host) : undefined
  const port = typeof first === 'number' ? first : await tryPort(0, host)
  if (typeof port === 'string') throw new Error(`No port is free on ${host} (${port}).`)
  return port
}
