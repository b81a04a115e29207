import { createServer } from 'node:net'

const tryPort = (port: number, host: string): Promise<number | undefined> =>
  new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(undefined))
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : undefined))
    })
  })

/** True when nothing listens there and we may. */
export const isPortFree = async (port: number, host = '127.0.0.1'): Promise<boolean> =>
  (await tryPort(port, host)) !== undefined

/** The wanted port when it is free, otherwise any other one. */
export const freePort = async (wanted?: number, host = '127.0.0.1'): Promise<number> => {
  const port = (wanted && (await tryPort(wanted, host))) || (await tryPort(0, host))
  if (!port) throw new Error(`No port is free on ${host}.`)
  return port
}
