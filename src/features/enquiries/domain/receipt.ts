import { createHmac, timingSafeEqual } from 'node:crypto'
import { type ReplyWay, replyWays } from './new-enquiry.ts'

export interface Receipt {
  readonly reference: string
  readonly reply: ReplyWay
}

/**
 * The last part of the address that shows a person their reference. The website's role cannot read an enquiry back, so the address
 * says all that the page shows, and is signed so that nobody can make one up. It holds nothing about the person.
 */
export interface Receipts {
  write(receipt: Receipt): string
  /** Null when it was not written here. */
  read(text: string): Receipt | null
}

export function receipts(secret: Buffer): Receipts {
  const sign = (body: string) => createHmac('sha256', secret).update(`receipt.${body}`).digest('base64url').slice(0, 22)
  return {
    write({ reference, reply }) {
      const body = `${reference}.${reply}`
      return `${body}.${sign(body)}`
    },
    read(text) {
      const [reference, way, signature, ...rest] = text.split('.')
      const reply = replyWays.find((it) => it === way)
      if (!reference || !reply || !signature || rest.length > 0) return null
      return same(signature, sign(`${reference}.${reply}`)) ? { reference, reply } : null
    },
  }
}

function same(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
