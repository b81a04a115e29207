import { Agent, request } from 'node:http'

export interface Asking {
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  /** Made anew for each request: a form that is sent twice changes nothing the second time. */
  readonly body?: () => string
}

export interface Measured {
  /** Answers within the time, and the time in milliseconds. */
  readonly answers: number
  readonly time: number
  /** How long each answer took, in milliseconds, in no order. */
  readonly latencies: readonly number[]
}

export const connections = 10

/** Asks over and over on ten kept connections for `time` milliseconds. Throws when an answer is not as expected. */
export async function load(asking: Asking, expected: number, time: number): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const latencies: number[] = []
  const began = performance.now()
  const oneAfterAnother = async () => {
    while (performance.now() - began < time) {
      const start = performance.now()
      const status = await ask(asking, agent)
      if (status !== expected) throw new Error(`${asking.method} ${asking.url} answered ${status}, not ${expected}`)
      latencies.push(performance.now() - start)
    }
  }
  await Promise.all(Array.from({ length: connections }, oneAfterAnother))
  agent.destroy()
  return { answers: latencies.length, time: performance.now() - began, latencies }
}

function ask({ method, url, headers, body }: Asking, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers, agent }, (answer) => {
      answer.resume().once('end', () => resolve(answer.statusCode ?? 0))
    })
    sent.once('error', reject).end(body?.())
  })
}
