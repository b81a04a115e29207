import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Assets, setAssets } from '../../src/ui/assets/assets.ts'
import { renderPage } from '../../src/ui/render.ts'
import { samplePages } from './sample-pages.tsx'

/** As strict as the product's own: nothing inline, nothing foreign, and no script may write HTML. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ')

export type SampleServer = {
  readonly origin: string
  /** What was posted, latest last. */
  readonly posted: { readonly path: string; readonly body: string }[]
  /** What the next posts are answered with. */
  status: number
  readonly stop: () => Promise<void>
}

/** Serves the sample pages and the assets, and keeps what is posted. */
export async function serveSamples(assets: Assets): Promise<SampleServer> {
  setAssets(assets)
  const posted: { path: string; body: string }[] = []
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://sample').pathname
    if (request.method !== 'POST') return answer(assets, path, response)
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      posted.push({ path, body: Buffer.concat(parts).toString() })
      response.writeHead(samples.status).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const samples: SampleServer = {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    posted,
    status: 204,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
  return samples
}

function answer(assets: Assets, path: string, response: ServerResponse) {
  const file = assets.files.get(path)
  if (file) return response.writeHead(200, { 'content-type': file.type }).end(file.body)
  const page = samplePages[path]
  const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': POLICY }
  response.writeHead(page ? 200 : 404, headers).end(page ? renderPage(page) : 'nothing here')
}
