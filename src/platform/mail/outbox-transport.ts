import { assertSendable, type MailTransport } from './mail-transport.ts'

/** Sends nothing to anybody: a message that could be sent counts as sent, and is read where it is kept. For the demonstration. */
export const outboxTransport: MailTransport = {
  deliver: async (message) => assertSendable(message),
}
