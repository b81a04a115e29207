import { join } from 'node:path'
import type { ServiceClock } from '../platform/clock/service-clock.ts'
import { FileVault } from '../platform/files/file-vault.ts'
import { type Keyring, openKeyring } from '../platform/files/keyring.ts'
import { noScanner, type Scanner } from '../platform/files/scanner.ts'
import type { Log } from '../platform/log.ts'
import type { Inbox } from '../platform/mail/inbox.ts'
import type { MailTransport } from '../platform/mail/mail-transport.ts'
import type { TextTransport } from '../platform/texts/text-transport.ts'
import type { CompiledPolicy } from '../policy/index.ts'
import { type Desks, openDesks } from './desks.ts'
import type { DatabasePlace } from './prepare-database.ts'
import { PublishedCache } from './published-settings.ts'
import type { Secrets } from './secrets.ts'

/** What a running service is made of, before it has pages. */
export interface Service {
  readonly policy: CompiledPolicy
  readonly desks: Desks
  readonly clock: ServiceClock
  readonly keyring: Keyring
  readonly vault: FileVault
  readonly secrets: Secrets
  readonly published: PublishedCache
  readonly mail: { readonly transport: MailTransport; readonly from: string } | null
  /** By what texts leave; null: none are written. */
  readonly texts: { readonly transport: TextTransport } | null
  /** The mailbox that is read; null: none. */
  readonly inbox: { readonly inbox: Inbox; readonly address: string | null } | null
  readonly scanner: Scanner
  readonly origin: URL
  readonly log: Log
}

export interface ServiceParts extends Pick<Service, 'policy' | 'clock' | 'secrets' | 'mail' | 'origin' | 'log'> {
  readonly place: DatabasePlace
  /** The service's own folder. */
  readonly folder: string
  readonly scanner?: Scanner
  readonly inbox?: Service['inbox']
  readonly texts?: Service['texts']
}

/** Opens a service on a prepared database. */
export async function openService(parts: ServiceParts): Promise<Service> {
  const { policy, clock, secrets, mail, origin, log } = parts
  const desks = openDesks(parts.place, clock, log)
  const keyring = await openKeyring(join(parts.folder, 'keys'))
  const vault = await FileVault.open(join(parts.folder, 'files'))
  await vault.sweepUnfinished()
  return {
    policy,
    clock,
    secrets,
    mail,
    texts: parts.texts ?? null,
    inbox: parts.inbox ?? null,
    scanner: parts.scanner ?? noScanner,
    origin,
    log,
    desks,
    keyring,
    vault,
    published: new PublishedCache(desks.desk.public),
  }
}
