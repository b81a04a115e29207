import { DeliveryFailure } from '../delivery-failure.ts'

/** One message to one person. */
export type MailMessage = {
  /** `<random@domain>`: the same at every attempt, so that a mailbox can drop the second copy of one sent twice. */
  readonly messageId: string
  readonly from: Mailbox
  /** A bare address: one recipient and no other, for a copy to the wrong party cannot be called back. */
  readonly to: string
  readonly replyTo?: Mailbox
  /** Neutral: it lights up on a locked screen. */
  readonly subject: string
  /** Plain words. There is no HTML part, and so no picture that tells when it was read. */
  readonly text: string
  readonly calendar?: { readonly method: 'REQUEST' | 'PUBLISH' | 'CANCEL'; readonly content: string }
}

export type Mailbox = { readonly name: string; readonly address: string }

export type MailTransport = {
  /**
   * Resolves when the next server has taken the message. Throws DeliveryFailure; after a temporary one the message may have
   * arrived all the same (a connection cut after the last byte), so it is sent again under the same Message-ID.
   */
  deliver(message: MailMessage): Promise<void>
}

// Characters that end a header or hide in one.
const unsafeInHeader = /[\p{Cc}\u2028\u2029]/u
const address = /^[^\s@<>()[\]\\,;:"\p{Cc}]{1,64}@[^\s@<>()[\]\\,;:"\p{Cc}]{1,189}$/u
const messageId = /^<[\w.-]+@[\w.-]+>$/

/** Refuses a message that could become another one: a second recipient, or a header that was typed by somebody. */
export function assertSendable(message: MailMessage): void {
  const { from, to, replyTo, subject } = message
  const boxes = replyTo ? [from, replyTo] : [from]
  if (!address.test(to)) throw new DeliveryFailure('permanent', 'the recipient is not one address')
  if (!boxes.every((box) => address.test(box.address)))
    throw new DeliveryFailure('permanent', 'the sender is not one address')
  if (!messageId.test(message.messageId)) throw new DeliveryFailure('permanent', 'the Message-ID is malformed')
  if ([subject, ...boxes.map((box) => box.name)].some((words) => unsafeInHeader.test(words)))
    throw new DeliveryFailure('permanent', 'a header holds a control character')
}
