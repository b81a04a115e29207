import { createHmac, randomBytes } from 'node:crypto'

export interface Limits {
  readonly perAddress: number
  readonly inAll: number
  readonly withinMinutes: number
}

/** A library or a refuge sends from one address, so the first number is not small; the second is what an office can still read. */
export const usualLimits: Limits = { perAddress: 10, inAll: 120, withinMinutes: 60 }

/**
 * Holds off floods from the forms that anybody may send. Kept in memory, by addresses hashed with a key that this process alone
 * has: nothing is stored, and after a restart no hash can be tied to an address. `now` is the machine's clock in milliseconds.
 */
export class SendingLimit {
  readonly #limits: Limits
  readonly #now: () => number
  readonly #key = randomBytes(32)
  #sent: { readonly at: number; readonly from: string }[] = []

  constructor(limits: Limits, now: () => number) {
    this.#limits = limits
    this.#now = now
  }

  /** Whether something more may be sent from an address now; if so, it is counted. */
  allows(address: string): boolean {
    const now = this.#now()
    const since = now - this.#limits.withinMinutes * 60_000
    this.#sent = this.#sent.filter((it) => it.at > since)
    const from = createHmac('sha256', this.#key).update(network(address)).digest('base64url')
    const own = this.#sent.filter((it) => it.from === from).length
    if (own >= this.#limits.perAddress || this.#sent.length >= this.#limits.inAll) return false
    this.#sent.push({ at: now, from })
    return true
  }
}

/** One household has a whole IPv6 network of 64 bits and may send from any address in it. */
export function network(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  if (!plain.includes(':')) return plain
  const [head = '', tail] = plain.split('%')[0]?.toLowerCase().split('::') ?? []
  const left = head.split(':').filter((it) => it !== '')
  const right = (tail ?? '').split(':').filter((it) => it !== '')
  const gap = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length)
  const groups = [...left, ...Array.from({ length: gap }, () => '0'), ...right]
  return groups
    .slice(0, 4)
    .map((it) => it.replace(/^0+(?=.)/, ''))
    .join(':')
}
