import { isIP } from 'node:net'
import { createTransport } from 'nodemailer'
import { DeliveryFailure } from '../delivery-failure.ts'
import { assertSendable, type MailMessage, type MailTransport } from './mail-transport.ts'

export type SmtpOptions = {
  /** For each step: connecting, the greeting, and every silence after it. */
  readonly timeoutMilliseconds?: number
  /** Demands TLS of a server on this machine too; of any other it is always demanded. */
  readonly tlsOnLoopback?: boolean
}

/**
 * Sends by a server at `smtp://user:password@host:587` (STARTTLS) or `smtps://…:465`. Throws at once when the address is
 * not one, without repeating it: it holds the password.
 */
export function smtpTransport(url: string, options: SmtpOptions = {}): MailTransport {
  const transport = createTransport(connectionOptions(url, options))
  return {
    deliver: async (message) => {
      assertSendable(message)
      try {
        await transport.sendMail(asNodemailer(message))
      } catch (error) {
        throw failureOf(error)
      }
    },
  }
}

/** What the address means; without a valid certificate nothing is sent beyond this machine. */
export function connectionOptions(
  url: string,
  { timeoutMilliseconds = 30_000, tlsOnLoopback = false }: SmtpOptions = {},
) {
  const parsed = URL.canParse(url) ? new URL(url) : null
  if (!parsed || !['smtp:', 'smtps:'].includes(parsed.protocol) || parsed.hostname === '')
    throw new Error('the mail server is given as smtp://host:port or smtps://host:port')
  const host = parsed.hostname.replace(/^\[|\]$/g, '')
  const secure = parsed.protocol === 'smtps:'
  const plain = !secure && isLoopback(host) && !tlsOnLoopback
  return {
    host,
    port: Number(parsed.port) || (secure ? 465 : 587),
    secure,
    requireTLS: !secure && !plain,
    ignoreTLS: plain,
    ...(parsed.username === ''
      ? {}
      : { auth: { user: decodeURIComponent(parsed.username), pass: decodeURIComponent(parsed.password) } }),
    connectionTimeout: timeoutMilliseconds,
    greetingTimeout: timeoutMilliseconds,
    socketTimeout: timeoutMilliseconds,
    dnsTimeout: timeoutMilliseconds,
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))

/** What is given to the sender of mails: no header of it was typed by anybody. */
export function asNodemailer(message: MailMessage) {
  const { messageId, from, to, replyTo, subject, text, calendar } = message
  return {
    messageId,
    from,
    to: { name: '', address: to },
    envelope: { from: from.address, to: [to] },
    ...(replyTo ? { replyTo } : {}),
    subject,
    text,
    ...(calendar ? { icalEvent: { ...calendar, filename: 'appointment.ics' } } : {}),
    // Keeps holiday replies away (RFC 3834), which would tell a service's mailbox where somebody is.
    headers: { 'Auto-Submitted': 'auto-generated' },
    xMailer: false as const,
  }
}

// A refusal of our password is our fault and not the message's: it waits until somebody mends it.
function failureOf(error: unknown): DeliveryFailure {
  const { code, responseCode } = error as { code?: string; responseCode?: number }
  const what = /^E[A-Z]+$/.test(code ?? '') ? String(code) : 'EUNKNOWN'
  const refused = responseCode !== undefined && responseCode >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE')
  return new DeliveryFailure(refused ? 'permanent' : 'temporary', what, responseCode ?? null)
}
