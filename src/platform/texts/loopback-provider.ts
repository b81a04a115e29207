import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'

/** What it does with a request: takes it, takes it and cuts the line before the answer, says nothing at all, or answers so. */
export type ProviderMood = 'take' | 'cut' | 'stall' | { readonly status: number } | { readonly code: number }

export interface TakenText {
  readonly reference: string
  readonly to: string
  readonly message: string
  readonly from: string
}

/**
 * Stands for the provider of texts on this machine: the same addresses, fields and answers, and no text leaves. The demonstration
 * sends to it; in tests its mood is chosen for each request.
 */
export class LoopbackProvider {
  readonly taken: TakenText[] = []
  /** What its reports say of the texts that it took. */
  report: readonly string[] = ['Delivered']
  mood: (what: string) => ProviderMood = () => 'take'
  readonly apiKey = 'a-key-for-nothing'
  readonly #server = createServer((request, response) => void this.#answer(request, response))

  async open(): Promise<URL> {
    await new Promise<void>((ready) => this.#server.listen(0, '127.0.0.1', ready))
    const address = this.#server.address()
    return new URL(`http://127.0.0.1:${address && typeof address === 'object' ? address.port : 0}`)
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise<void>((closed) => this.#server.close(() => closed()))
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const fields = new URLSearchParams(await text(request))
    const what = /^\/api\/(sendsms|deliveryreport)\/json$/.exec(request.url ?? '')?.[1] ?? ''
    const mood = what === '' ? { status: 404 } : this.mood(what)
    if (mood === 'stall') return
    const say = (body: unknown, status = 200) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    if (typeof mood === 'object') return void ('status' in mood ? say({}, mood.status) : say({ code: mood.code }))
    if (fields.get('apiKey') !== this.apiKey) return void say({ code: 1, description: 'Authentication error' })
    const of = (name: string) => fields.get(name) ?? ''
    if (what === 'sendsms') {
      this.taken.push({ reference: of('reference'), to: of('to'), message: of('message'), from: of('from') })
      if (mood === 'cut') return void request.socket.destroy()
      return void say({ code: 0, description: 'SMS successfully queued' })
    }
    const known = this.taken.some((it) => it.reference === of('reference'))
    say(known ? { code: 0, data: this.report.map((status) => ({ status })) } : { code: 0, data: [] })
  }
}
