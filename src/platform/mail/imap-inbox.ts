import { isIP } from 'node:net'
import { ImapFlow } from 'imapflow'
import { type Inbox, InboxFailure, type InboxFailureKind, type OpenInbox } from './inbox.ts'

export interface ImapOptions {
  /** For connecting, the greeting, and every silence after it. */
  readonly timeoutMilliseconds?: number
  /** The certificate that is trusted besides those of the machine, as PEM. */
  readonly trusted?: string
  /** The largest message that is ever fetched, in bytes. */
  readonly largest: number
  readonly folder?: string
}

/**
 * Reads a mailbox at `imaps://user:password@host:993`, or `imap://…:143`, which turns to TLS or is refused, except on this machine.
 * Throws at once when the address is not one, without repeating it: it holds the password.
 */
export function imapInbox(address: string, options: ImapOptions): Inbox {
  const settings = connectionOptions(address, options)
  return {
    visit: async (work) => {
      const client = new ImapFlow(settings)
      // Without a listener a broken connection would end the process; what was under way is refused as well.
      client.on('error', () => {})
      try {
        await client.connect()
        await client.mailboxOpen(options.folder ?? 'INBOX')
        return await work(openInbox(client))
      } catch (error) {
        throw failureOf(error)
      } finally {
        client.close()
      }
    },
  }
}

function connectionOptions(address: string, { timeoutMilliseconds = 30_000, trusted, largest }: ImapOptions) {
  const url = URL.canParse(address) ? new URL(address) : null
  if (!url || !['imap:', 'imaps:'].includes(url.protocol) || url.hostname === '' || url.username === '')
    throw new Error('the mailbox is given as imaps://user:password@host:993')
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const secure = url.protocol === 'imaps:'
  const plain = !secure && (host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.')))
  return {
    host,
    port: Number(url.port) || (secure ? 993 : 143),
    secure,
    ...(secure ? {} : { doSTARTTLS: !plain }),
    auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    tls: { ...(trusted ? { ca: trusted } : {}), minVersion: 'TLSv1.2' as const },
    logger: false as const,
    disableAutoIdle: true,
    disableCompression: true,
    clientInfo: { name: 'Evenhand' },
    connectionTimeout: timeoutMilliseconds,
    greetingTimeout: timeoutMilliseconds,
    socketTimeout: timeoutMilliseconds,
    maxLiteralSize: largest + 1024,
    maxLineLength: 1024 * 1024,
    maxResponseSize: largest + 1024 * 1024,
  }
}

const byUid = { uid: true } as const

const openInbox = (client: ImapFlow): OpenInbox => ({
  unread: async () => {
    const uids = await client.search({ seen: false, deleted: false }, byUid)
    if (!uids || uids.length === 0) return []
    const found = await client.fetchAll(uids.slice(0, 500), { uid: true, size: true }, byUid)
    return found.map((it) => ({ uid: it.uid, sizeBytes: it.size ?? 0 })).toSorted((one, other) => one.uid - other.uid)
  },
  // As BODY.PEEK, which leaves it unread.
  fetch: async (uid) => {
    const found = await client.fetchOne(String(uid), { source: true }, byUid)
    const source = found ? found.source : null
    return source ? Buffer.from(source) : null
  },
  fetchHead: async (uid) => {
    const found = await client.fetchOne(String(uid), { headers: true }, byUid)
    const headers = found ? found.headers : null
    return headers ? Buffer.from(headers) : null
  },
  markRead: async (uid) => {
    if (!(await client.messageFlagsAdd(String(uid), ['\\Seen'], byUid))) throw new InboxFailure('broken')
  },
})

const silent = ['ETIMEDOUT', 'CONNECT_TIMEOUT', 'GREETING_TIMEOUT', 'ETIMEOUT', 'UPGRADE_TIMEOUT', 'GREEETING_TIMEOUT']
const away = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']

function failureOf(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof InboxFailure) return error
  const { code, authenticationFailed, response } = error as {
    readonly code?: unknown
    readonly authenticationFailed?: unknown
    readonly response?: unknown
  }
  const kind = (it: InboxFailureKind) => new InboxFailure(it)
  if (authenticationFailed === true) return kind('refused')
  if (typeof code === 'string' && silent.includes(code)) return kind('stalled')
  if (typeof code === 'string' && away.includes(code)) return kind('unreachable')
  const ofConnection = typeof code === 'string' || response !== undefined || /connection/i.test(error.message)
  return ofConnection ? kind('broken') : error
}
