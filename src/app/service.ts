import { join } from 'node:path'
import { behindGate } from '../features/disclosures/index.ts'
import { dayOf, type ServiceClock } from '../platform/clock/service-clock.ts'
import { FileVault } from '../platform/files/file-vault.ts'
import { type Keyring, openKeyring } from '../platform/files/keyring.ts'
import { noScanner, type Scanner } from '../platform/files/scanner.ts'
import { type ActJournal, openActJournal } from '../platform/journal/act-journal.ts'
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
  /** Where its database is. Only checks that compare the whole of it go there by themselves. */
  readonly place: DatabasePlace
  readonly desks: Desks
  readonly clock: ServiceClock
  readonly keyring: Keyring
  readonly vault: FileVault
  /** Outside the database, and in no backup of it. */
  readonly journal: ActJournal
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
  const journal = await openActJournal(parts.folder)
  const desks = openDesks(parts.place, clock, log, journal)
  const keyring = await openKeyring(join(parts.folder, 'keys'))
  const vault = await FileVault.open(join(parts.folder, 'files'))
  await vault.sweepUnfinished()
  const today = () => dayOf(clock.now()).toString()
  const gated = <Carrier extends MailTransport | TextTransport>(carrier: Carrier, recipient: string) =>
    behindGate(carrier, { policy, recipient, today })
  return {
    policy,
    place: parts.place,
    clock,
    secrets,
    mail: mail && { ...mail, transport: gated(mail.transport, 'mailCarrier') },
    texts: parts.texts ? { transport: gated(parts.texts.transport, 'textCarrier') } : null,
    inbox: parts.inbox ?? null,
    scanner: parts.scanner ?? noScanner,
    origin,
    log,
    desks,
    keyring,
    vault,
    journal,
    published: new PublishedCache(desks.desk.public),
  }
}
