import type { ReadMail } from '../../../platform/mail/read-mail.ts'
import type { PostKind } from './post.ts'

const sealedTypes = /^(?:multipart\/encrypted|application\/(?:x-)?pkcs7-mime|application\/pgp-encrypted)\b/
const inlinePgp = /^-----BEGIN PGP MESSAGE-----/m

/** By whom a mailbox sends: its own addresses, in lower case. */
export interface OwnMailbox {
  readonly addresses: readonly string[]
}

const of = (mail: ReadMail, name: string): string => mail.header(name).join(' ').trim().toLowerCase()

/** What a message is, by what it says of itself. `duplicate` and `too_large` are found elsewhere. */
export function kindOfMail(mail: ReadMail, own: OwnMailbox): PostKind {
  if (isBounce(mail)) return 'bounce'
  if (of(mail, 'x-loop') !== '' || (mail.from && own.addresses.includes(mail.from.address))) return 'loop'
  if (isAutoReply(mail)) return 'auto_reply'
  if (isBulk(mail)) return 'bulk'
  if (isEncrypted(mail)) return 'encrypted'
  if (isCalendar(mail)) return 'calendar'
  return isEmpty(mail) || mail.from === null ? 'unreadable' : 'message'
}

/** A report that something could not be delivered (RFC 3464), or what older servers write instead. */
const isBounce = (mail: ReadMail): boolean =>
  /^multipart\/report\b.*delivery-status/.test(mail.contentType) ||
  mail.parts.some((part) => part.type === 'message/delivery-status') ||
  (/^(?:mailer-daemon|postmaster)@/.test(mail.from?.address ?? '') && of(mail, 'auto-submitted') !== 'no')

/** RFC 3834, and what was used before it. */
const isAutoReply = (mail: ReadMail): boolean =>
  /^auto-/.test(of(mail, 'auto-submitted')) ||
  of(mail, 'precedence') === 'auto_reply' ||
  ['x-autoreply', 'x-autorespond', 'x-auto-reply-from'].some((name) => !['', 'no'].includes(of(mail, name)))

const isBulk = (mail: ReadMail): boolean =>
  ['bulk', 'list', 'junk'].includes(of(mail, 'precedence')) || of(mail, 'list-id') !== ''

const isEncrypted = (mail: ReadMail): boolean =>
  sealedTypes.test(mail.contentType) ||
  mail.parts.some((part) => sealedTypes.test(part.type)) ||
  inlinePgp.test(mail.text)

const isCalendar = (mail: ReadMail): boolean =>
  mail.contentType.startsWith('text/calendar') ||
  mail.parts.some((part) => part.type === 'text/calendar' && part.method !== null && part.method !== 'PUBLISH')

const isEmpty = (mail: ReadMail): boolean => mail.text === '' && mail.subject === '' && mail.parts.length === 0

/**
 * Whether the server that took the message in found that its sender may not be who they say (RFC 8601). Its own note stands topmost;
 * those below may have been written by the sender.
 */
export function isDoubtful(mail: Pick<ReadMail, 'header'>): boolean {
  const note = (mail.header('authentication-results')[0] ?? '').toLowerCase()
  if (/\bdmarc=fail\b/.test(note)) return true
  return /\bspf=(?:fail|softfail)\b/.test(note) && !/\bdkim=pass\b/.test(note) && !/\bdmarc=pass\b/.test(note)
}
