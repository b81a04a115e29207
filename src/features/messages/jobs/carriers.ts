import { DeliveryFailure } from '../../../platform/delivery-failure.ts'
import type { Mailbox, MailMessage, MailTransport } from '../../../platform/mail/mail-transport.ts'
import type { TextTransport } from '../../../platform/texts/text-transport.ts'
import type { Id } from '../../../values/ids.ts'
import { comparableTelephone } from '../../../values/telephone.ts'
import type { DueMessage } from '../data/sending.ts'

/** By what mail leaves; `from` is a bare address. Null: nothing is sent, messages wait. */
export type MailWay = { readonly transport: MailTransport; readonly from: string } | null

/** By what texts leave. Null: none are written. */
export type TextWay = { readonly transport: TextTransport } | null

export type Failure = Pick<DeliveryFailure, 'kind' | 'code'>

/** Takes messages of one channel to whoever brings them. Answers how it failed; null when it was taken. */
export interface Carrier {
  readonly channel: 'email' | 'text'
  carry(message: DueMessage, voice: Mailbox): Promise<Failure | null>
}

export const mailCarrier = ({ transport, from }: NonNullable<MailWay>): Carrier => ({
  channel: 'email',
  carry: (message, voice) => failureOf(() => transport.deliver(asMail(message, voice, from))),
})

/** A text that was tried before may be there: the provider is asked, since a second one would be read as a second word. */
export const textCarrier = ({ transport }: NonNullable<TextWay>): Carrier => ({
  channel: 'text',
  carry: (message) =>
    failureOf(async () => {
      const to = comparableTelephone(message.recipient)
      if (to === null) throw new DeliveryFailure('permanent', 'the recipient is not one number')
      const reference = textReference(message.id)
      if (message.attempts > 1 && (await transport.stateOf(reference)) !== null) return
      await transport.deliver({ reference, to, text: message.body })
    }),
})

/** By what the provider knows a text: letters and digits alone. */
export const textReference = (id: Id): string => id.replaceAll('-', '')

async function failureOf(deliver: () => Promise<void>): Promise<Failure | null> {
  try {
    await deliver()
    return null
  } catch (error) {
    if (error instanceof DeliveryFailure) return error
    throw error
  }
}

/** The Message-ID comes from the row: a second copy of one sent twice is known for what it is. */
function asMail(message: DueMessage, voice: Mailbox, from: string): MailMessage {
  const domain = from.slice(from.lastIndexOf('@') + 1)
  const method = /^METHOD:(PUBLISH|REQUEST|CANCEL)\r?$/m.exec(message.calendarEntry ?? '')?.[1] as 'PUBLISH' | undefined
  return {
    messageId: `<${message.id}@${domain}>`,
    from: { name: voice.name, address: from },
    to: message.recipient,
    ...(voice.address && voice.address !== from ? { replyTo: voice } : {}),
    subject: message.subject,
    text: message.body,
    ...(message.calendarEntry && method ? { calendar: { method, content: message.calendarEntry } } : {}),
  }
}
