import type { MailTransport } from '../../platform/mail/mail-transport.ts'

/** In the demonstration nothing leaves the machine: a message that is sent is one that the outbox page shows as sent. */
export const outboxMail: MailTransport = { deliver: async () => {} }
