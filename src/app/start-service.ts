import { join } from 'node:path'
import { largestMail } from '../features/mailbox/index.ts'
import type { ServiceClock } from '../platform/clock/service-clock.ts'
import { machineClock } from '../platform/clock/service-clock.ts'
import type { DatabaseClock } from '../platform/database/clock-function.ts'
import { clamdScanner, noScanner } from '../platform/files/scanner.ts'
import { openActJournal } from '../platform/journal/act-journal.ts'
import type { Log } from '../platform/log.ts'
import { imapInbox } from '../platform/mail/imap-inbox.ts'
import type { MailTransport } from '../platform/mail/mail-transport.ts'
import { smtpTransport } from '../platform/mail/smtp-transport.ts'
import { firetextTransport } from '../platform/texts/firetext-transport.ts'
import { type FormTokens, formTokens } from '../platform/web/form-token.ts'
import type { Route } from '../platform/web/route.ts'
import { runJobsOnce, startWorker, type Worker } from '../platform/worker/worker.ts'
import type { CompiledPolicy } from '../policy/index.ts'
import type { PurposeKey } from '../policy/vocabulary.ts'
import { assemble } from './assemble.ts'
import { refuseForgetful } from './backup/quarantine.ts'
import type { PageExtras } from './dress.tsx'
import { healthRoute } from './health.ts'
import { openDatabase } from './open-database.ts'
import { prepare } from './policy-in-force.ts'
import type { DatabasePlace } from './prepare-database.ts'
import { listen, type RunningService } from './run-service.ts'
import { openSecrets } from './secrets.ts'
import { openService, type Service } from './service.ts'
import { openSignInOf, type SignInOf } from './sign-in.ts'
import { openWeb } from './web.ts'

export interface StartOptions {
  readonly data: string
  readonly host: string
  readonly port: number
  readonly origin: URL
  readonly otherOrigins: readonly string[]
  readonly trustedProxy: readonly string[]
  readonly databaseUrl: string | undefined
  readonly mail: { readonly url: string; readonly from: string } | undefined
  /** The mailbox that is read, `imaps://user:password@host`; without it nothing is fetched. */
  readonly inboxUrl?: string | undefined
  /** By whom texts go; without it none are written. */
  readonly texts?: { readonly origin: string; readonly apiKey: string; readonly from: string } | undefined
  /** Where clamd answers; without it every file from outside waits for a person. */
  readonly scanner?: string | undefined
  readonly policy: CompiledPolicy
  readonly databaseClock: DatabaseClock
  readonly assetFolder: string
  readonly log: Log
  /** One calm line for the person who starts it. */
  readonly say: (line: string) => void
  /** In place of SMTP: the demonstration's. */
  readonly mailTransport?: MailTransport
  /** The clock, once the database is there. */
  clock?(place: DatabasePlace): Promise<ServiceClock>
  /** What the demonstration adds. */
  extend?(parts: ExtensionParts): Promise<Extension>
}

export interface ExtensionParts {
  readonly service: Service
  readonly signIn: SignInOf
  readonly tokens: FormTokens
  /** Not before the service listens. */
  readonly worker: () => Worker
  /** Every job once; those that send mail once. */
  readonly runJobs: () => Promise<number>
  readonly sendMail: () => Promise<number>
}

export interface Extension {
  readonly routes: readonly Route<PurposeKey>[]
  readonly extras: PageExtras
}

export interface StartedService extends RunningService {
  /** The address that makes the first administrator; null when there is one. */
  firstAdministratorLink(): Promise<string | null>
  /** Resolves when the embedded database has gone, also when nobody asked it to. */
  readonly databaseGone: Promise<void>
}

/** Opens everything in order and listens. What fails closes what was opened before it. */
export async function startService(options: StartOptions): Promise<StartedService> {
  const secrets = await openSecrets(options.data)
  const database = await openDatabase(options.data, options.databaseUrl, options.say)
  const opened: (() => Promise<void>)[] = [() => database.stop()]
  try {
    const { prefix, passwords } = secrets
    const place = { installerUrl: database.installerUrl, prefix, passwords, clock: options.databaseClock }
    await prepare(place, options.policy, machineClock.now())
    await refuseForgetful(place, await openActJournal(options.data))
    const clock = (await options.clock?.(place)) ?? machineClock
    const mail = mailOf(options)
    const { policy, origin, log } = options
    const scanner = options.scanner ? clamdScanner(options.scanner) : noScanner
    const common = {
      policy,
      clock,
      secrets,
      mail,
      scanner,
      origin,
      log,
      inbox: inboxOf(options),
      texts: textsOf(options),
    }
    const service = await openService({ ...common, place, folder: options.data })
    opened.unshift(() => service.desks.close())
    const running = await serve(options, service, () => database.stop())
    return { ...running, databaseGone: database.gone }
  } catch (error) {
    for (const close of opened) await close()
    throw error
  }
}

const mailOf = ({ mail, mailTransport, policy }: StartOptions): Service['mail'] => {
  if (mailTransport) return { transport: mailTransport, from: policy.service.contact.email }
  return mail ? { transport: smtpTransport(mail.url, { timeoutMilliseconds: mailPatience }), from: mail.from } : null
}

const textsOf = ({ texts }: StartOptions): Service['texts'] =>
  texts
    ? {
        transport: firetextTransport({
          ...texts,
          origin: new URL(texts.origin),
          timeoutMilliseconds: mailPatience,
        }),
      }
    : null

/** By its address it is also known which mail is our own. */
const inboxOf = ({ inboxUrl }: StartOptions): Service['inbox'] => {
  if (!inboxUrl) return null
  const user = decodeURIComponent(new URL(inboxUrl).username)
  const inbox = imapInbox(inboxUrl, { largest: largestMail, timeoutMilliseconds: mailPatience })
  return { inbox, address: user.includes('@') ? user : null }
}

/** A stop waits for the delivery that is under way, so no delivery may take longer. */
const mailPatience = 8_000

const tickEveryMs = 2_000

async function serve(
  options: StartOptions,
  service: Service,
  stopDatabase: () => Promise<void>,
): Promise<Omit<StartedService, 'databaseGone'>> {
  const signIn = openSignInOf(service)
  const tokens = formTokens(service.secrets.formSecret, () => Temporal.Now.instant().epochMilliseconds)
  const asksAboutLeaps = options.databaseClock === 'machine'
  const features = await assemble({ service, signIn, tokens, folder: options.data, asksAboutLeaps })
  const parts = { jobs: features.jobs, desk: service.desks.desk.worker, log: service.log }
  let worker: Worker | null = null
  const workerNow = () => {
    if (!worker) throw new Error('the worker has not been started')
    return worker
  }
  const runJobs = () => runJobsOnce(parts)
  const sendMail = () => runJobsOnce({ ...parts, jobs: features.mailJobs })
  const extension = await options.extend?.({ service, signIn, tokens, worker: workerNow, runJobs, sendMail })
  const web = await openWeb(service, {
    tokens,
    routes: [
      ...features.routes,
      healthRoute(service, { secondsSinceTick: () => workerNow().secondsSinceTick() }),
      ...(extension?.routes ?? []),
    ],
    signIn: features.webSignIn,
    extras: { ...features.extras, ...extension?.extras },
    assetFolder: join(options.assetFolder),
    trustedProxy: options.trustedProxy,
    otherOrigins: options.otherOrigins,
  })
  worker = startWorker({ ...parts, everyMs: tickEveryMs })
  const running = await listen({ service, web, worker, stopDatabase }, options)
  return { ...running, firstAdministratorLink: features.firstAdministratorLink }
}
