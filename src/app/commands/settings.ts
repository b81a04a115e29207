import { isIP } from 'node:net'
import { firetextOrigin } from '../../platform/texts/firetext-transport.ts'

export type Environment = Readonly<Record<string, string | undefined>>

export interface MailSettings {
  /** smtp:// or smtps:// address, with user and password when the server wants them. */
  readonly url: string
  /** The address that mail comes from. */
  readonly from: string
}

export interface TextSettings {
  /** Where the provider of texts is. */
  readonly origin: string
  readonly apiKey: string
  /** What a telephone shows as the sender. */
  readonly from: string
}

export interface Settings {
  /** What people type to reach the service, without a slash at the end; undefined: it follows from host and port. */
  readonly origin: string | undefined
  /** Addresses and networks whose X-Forwarded-* headers are believed. */
  readonly trustedProxy: readonly string[]
  readonly mail: MailSettings | undefined
  /** imaps:// address of the mailbox that is read, with user and password. */
  readonly inboxUrl: string | undefined
  /** By whom texts go; without it none are written. */
  readonly texts?: TextSettings | undefined
  readonly databaseUrl: string | undefined
  /** Where clamd answers: tcp://host:port or unix:/path. Without it every file from outside waits for a person. */
  readonly scanner: string | undefined
}

const loopbackNames = new Set(['localhost', '127.0.0.1', '[::1]'])

/** True for hosts that only this machine can reach. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))

const readUrl = (text: string, protocols: readonly string[]): URL | undefined => {
  const url = URL.canParse(text) ? new URL(text) : undefined
  return url && protocols.includes(url.protocol) && url.hostname ? url : undefined
}

const originProblems = (text: string | undefined, exposed: boolean): string[] => {
  if (!text)
    return exposed
      ? [
          'EVENHAND_ORIGIN is missing: when --host lets others in, it says which address they use, such as https://www.example.org.uk.',
        ]
      : []
  const url = readUrl(text, ['http:', 'https:'])
  if (!url || url.origin !== text.replace(/\/$/, ''))
    return [`EVENHAND_ORIGIN must be an address without a path, such as https://www.example.org.uk; it is "${text}".`]
  if (url.protocol === 'http:' && !loopbackNames.has(url.hostname))
    return [
      `EVENHAND_ORIGIN must begin with https: what people write here must not travel in the open. It is "${text}".`,
    ]
  return []
}

const proxyProblem = (text: string): string =>
  `EVENHAND_TRUSTED_PROXY must list addresses or networks, such as 10.0.0.0/8; "${text}" is neither.`

const isNetwork = (text: string): boolean => {
  const [address = '', bits, ...more] = text.split('/')
  const family = isIP(address)
  if (family === 0 || more.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128))
}

const isMailAddress = (text: string): boolean => /^(?:[^<>@\r\n]*<)?[^\s<>@]+@[^\s<>@]+\.[^\s<>@]+>?$/.test(text)

const mailProblems = (url: string | undefined, from: string | undefined): string[] => {
  const problems: string[] = []
  // The address may hold a password, so it is not repeated.
  if (url && !readUrl(url, ['smtp:', 'smtps:']))
    problems.push('EVENHAND_SMTP_URL must look like smtps://user:password@mail.example.org:465.')
  if (url && !from)
    problems.push('EVENHAND_MAIL_FROM is missing: with EVENHAND_SMTP_URL it says which address mail comes from.')
  if (from && !url) problems.push('EVENHAND_SMTP_URL is missing: EVENHAND_MAIL_FROM alone does not send mail.')
  if (from && !isMailAddress(from)) problems.push(`EVENHAND_MAIL_FROM is not a mail address: "${from}".`)
  return problems
}

const isSender = (text: string) => /^[A-Za-z0-9]{3,11}$/.test(text)

/** Numbers of people travel there: in the open to nobody but this machine. */
const isTextOrigin = (text: string): boolean => {
  const url = readUrl(text, ['http:', 'https:'])
  return url !== undefined && url.origin === text && (url.protocol === 'https:' || loopbackNames.has(url.hostname))
}

/** The key is not repeated. */
function textProblems(key: string | undefined, from: string | undefined, origin: string): string[] {
  if (!key && !from) return []
  const problems: string[] = []
  if (!key) problems.push('EVENHAND_TEXTS_KEY is missing: EVENHAND_TEXTS_FROM alone sends no texts.')
  if (!from) problems.push('EVENHAND_TEXTS_FROM is missing: it says what a telephone shows as the sender of a text.')
  if (from && !isSender(from))
    problems.push(`EVENHAND_TEXTS_FROM must be three to eleven letters and digits; it is "${from}".`)
  if (!isTextOrigin(origin))
    problems.push(`EVENHAND_TEXTS_URL must be an https address without a path; it is "${origin}".`)
  return problems
}

// The address holds a password, so it is not repeated.
const inboxProblem = 'EVENHAND_IMAP_URL must look like imaps://user:password@mail.example.org:993.'

const isInbox = (text: string): boolean => {
  const url = readUrl(text, ['imap:', 'imaps:'])
  return url !== undefined && url.username !== '' && url.password !== ''
}

const isDatabaseUrl = (text: string): boolean => readUrl(text, ['postgres:', 'postgresql:']) !== undefined

const scannerProblem = (text: string): string =>
  `EVENHAND_SCANNER must say where clamd answers, such as tcp://127.0.0.1:3310 or unix:/run/clamav/clamd.ctl; it is "${text}".`

const isScanner = (text: string): boolean => {
  if (text.startsWith('unix:')) return /^unix:\/[^/]/.test(text)
  const url = readUrl(text, ['tcp:'])
  return url !== undefined && Number(url.port) > 0 && `tcp://${url.host}` === text
}

const filled = (environment: Environment, name: string): string | undefined => environment[name]?.trim() || undefined

function readTexts(environment: Environment): { settings: TextSettings | undefined; problems: string[] } {
  const apiKey = filled(environment, 'EVENHAND_TEXTS_KEY')
  const from = filled(environment, 'EVENHAND_TEXTS_FROM')
  const origin = filled(environment, 'EVENHAND_TEXTS_URL') ?? firetextOrigin
  const problems = textProblems(apiKey, from, origin)
  return { problems, settings: apiKey && from && problems.length === 0 ? { origin, apiKey, from } : undefined }
}

/**
 * Reads what the environment says. `exposed` is true when others than this machine can reach the service: then the
 * origin may not be left out. A value that makes no sense is a problem, and is left out of the settings.
 */
export const readSettings = (
  environment: Environment,
  exposed: boolean,
): { settings: Settings; problems: string[] } => {
  const origin = filled(environment, 'EVENHAND_ORIGIN')
  const trustedProxy = (filled(environment, 'EVENHAND_TRUSTED_PROXY') ?? '').split(/[\s,]+/).filter(Boolean)
  const url = filled(environment, 'EVENHAND_SMTP_URL')
  const from = filled(environment, 'EVENHAND_MAIL_FROM')
  const database = filled(environment, 'DATABASE_URL')
  const databaseUrl = database && isDatabaseUrl(database) ? database : undefined
  const scanner = filled(environment, 'EVENHAND_SCANNER')
  const inboxUrl = filled(environment, 'EVENHAND_IMAP_URL')
  const texts = readTexts(environment)
  const problems = [
    ...originProblems(origin, exposed),
    ...trustedProxy.filter((proxy) => !isNetwork(proxy)).map(proxyProblem),
    ...mailProblems(url, from),
    ...texts.problems,
    ...(database && !databaseUrl ? ['DATABASE_URL must look like postgres://user:password@host:5432/database.'] : []),
    ...(inboxUrl && !isInbox(inboxUrl) ? [inboxProblem] : []),
    ...(scanner && !isScanner(scanner) ? [scannerProblem(scanner)] : []),
  ]
  const mail = url && from ? { url, from } : undefined
  const trimmed = origin?.replace(/\/$/, '')
  const settings = { origin: trimmed, trustedProxy, mail, inboxUrl, databaseUrl, scanner, texts: texts.settings }
  return { settings, problems }
}
