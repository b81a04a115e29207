import { z } from 'zod'
import { DeliveryFailure } from '../delivery-failure.ts'
import type { TextState, TextTransport } from './text-transport.ts'

export interface FiretextOptions {
  /** Of the provider, or of what stands for it on this machine. */
  readonly origin: URL
  readonly apiKey: string
  /** What the telephone shows as the sender: three to eleven letters and digits. */
  readonly from: string
  readonly timeoutMilliseconds?: number
}

/** Where FireText, a company in Cornwall, takes texts: https://www.firetext.co.uk/docs */
export const firetextOrigin = 'https://www.firetext.co.uk'

/** Its answers that say that this text will never be taken: the number is none, or the text cannot be sent. */
const refusesForGood = [2, 5]
/** Its answer to a key that it does not know. */
const wrongKey = 1

const answerSchema = z.object({ code: z.coerce.number() }).loose()

/** Sends by the HTTP interface of FireText. Wherever the fault is ours (key, credit, sender) the text waits until somebody mends it. */
export function firetextTransport(options: FiretextOptions): TextTransport {
  return {
    deliver: async ({ reference, to, text }) => {
      if (!/^\+[1-9]\d{6,14}$/.test(to)) throw new DeliveryFailure('permanent', 'the recipient is not one number')
      const fields = { from: options.from, to: to.slice(1), message: text, reference }
      const answer = answerSchema.safeParse(await ask(options, 'sendsms', fields))
      if (!answer.success) throw new DeliveryFailure('temporary', 'the answer makes no sense')
      const { code } = answer.data
      if (code !== 0)
        throw new DeliveryFailure(refusesForGood.includes(code) ? 'permanent' : 'temporary', 'refused', code)
    },
    stateOf: async (reference) => {
      const report = await ask(options, 'deliveryreport', { reference })
      const answer = answerSchema.safeParse(report)
      if (answer.success && answer.data.code === wrongKey) throw new DeliveryFailure('temporary', 'refused', wrongKey)
      return stateIn(report)
    },
  }
}

/** Asks with everything in the body: an address would be written down on the way. */
async function ask(options: FiretextOptions, what: string, fields: Readonly<Record<string, string>>): Promise<unknown> {
  const { origin, apiKey, timeoutMilliseconds = 8_000 } = options
  const answer = await fetch(new URL(`/api/${what}/json`, origin), {
    method: 'POST',
    body: new URLSearchParams({ apiKey, ...fields }),
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMilliseconds),
  }).catch((error: unknown) => {
    throw new DeliveryFailure(
      'temporary',
      (error as Error).name === 'TimeoutError' ? 'no answer in time' : 'not reached',
    )
  })
  if (!answer.ok) throw failureOf(answer.status)
  return answer.json().catch(() => {
    throw new DeliveryFailure('temporary', 'the answer makes no sense')
  })
}

/** What is wrong with the request as such will be so again; who we are, and how much at once, may be mended. */
const failureOf = (status: number): DeliveryFailure =>
  new DeliveryFailure([400, 404, 413, 422].includes(status) ? 'permanent' : 'temporary', 'refused', status)

const states: Readonly<Record<string, TextState>> = {
  delivered: 'delivered',
  declined: 'not-delivered',
  rejected: 'not-delivered',
  buffered: 'on-its-way',
  'pending with network': 'on-its-way',
  unconfirmed: 'on-its-way',
}

/** The state anywhere in a report. Of several about one text, a delivery counts before everything, and a failure before nothing. */
function stateIn(report: unknown): TextState | null {
  const found = statusesIn(report)
  return (['delivered', 'not-delivered', 'on-its-way'] as const).find((it) => found.includes(it)) ?? null
}

function statusesIn(report: unknown): TextState[] {
  if (Array.isArray(report)) return report.flatMap(statusesIn)
  if (typeof report !== 'object' || report === null) return []
  return Object.entries(report).flatMap(([name, value]) => {
    if (name !== 'status' || typeof value !== 'string') return statusesIn(value)
    return [states[value.trim().toLowerCase()] ?? 'on-its-way']
  })
}
