import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { assemble } from '../../src/app/assemble.ts'
import { assetFolder } from '../../src/app/commands/start.ts'
import { freshSealKey } from '../../src/app/secrets.ts'
import { openService, type Service } from '../../src/app/service.ts'
import { openWeb } from '../../src/app/web.ts'
import type { Scanner } from '../../src/platform/files/scanner.ts'
import { openLog } from '../../src/platform/log.ts'
import type { MailMessage } from '../../src/platform/mail/mail-transport.ts'
import { makePartySignInFor, makeReferrerSignInFor, makeSignInFor } from '../../src/platform/sign-in/direct-sign-in.ts'
import type { TextMessage, TextTransport } from '../../src/platform/texts/text-transport.ts'
import { formTokens } from '../../src/platform/web/form-token.ts'
import type { Route, Staff } from '../../src/platform/web/route.ts'
import { runJobsOnce } from '../../src/platform/worker/worker.ts'
import type { CompiledPolicy } from '../../src/policy/compiled.ts'
import { noticeOf } from '../../src/policy/notice/index.ts'
import type { PurposeKey } from '../../src/policy/vocabulary.ts'
import type { Id } from '../../src/values/ids.ts'
import type { TestService } from './service.ts'
import { type TestSignIn, testSignIn } from './sign-in.ts'
import { Visitor } from './visitor.ts'

/** A service as `npm start` puts it together, on a test's database and clock, not listening. */
export interface WholeService {
  readonly db: TestService
  readonly service: Service
  /** The service's own folder: keys, files, the journal. */
  readonly folder: string
  readonly app: FastifyInstance
  /** Every address that features bring, and those that a test adds. */
  readonly routes: readonly Route<PurposeKey>[]
  readonly own: TestSignIn
  /** Every e-mail that was sent. */
  readonly mail: readonly MailMessage[]
  /** Texts that left. */
  readonly texts: readonly TextMessage[]
  /** All that was logged so far. */
  logged(): string
  /** A browser that nobody has used. */
  visitor(address?: string): Visitor
  /** A browser in which somebody of a role, made for this, is signed in. */
  signedIn(role: string, name?: string): Promise<Visitor & { readonly staff: Staff }>
  /** The same for somebody who is there already. */
  browserOf(staff: Staff): Promise<Visitor & { readonly staff: Staff }>
  /** A browser in which a party is signed in. */
  partyIn(personId: Id): Promise<Visitor>
  /** A browser in which a professional is signed in to their account. */
  referrerIn(professionalId: Id): Promise<Visitor>
  /** Lets time pass on the machine's clock that forms go by, in milliseconds. */
  wait(time: number): void
  /** Does what the worker does when it ticks. */
  runJobs(): Promise<number>
  end(): Promise<void>
}

export const wholeOrigin = new URL('http://localhost:3000')

export interface WholeOptions {
  /** In place of the policy that the database was made with. */
  readonly policy?: CompiledPolicy
  readonly origin?: URL
  /** Routes besides those of the features. */
  readonly more?: readonly Route<PurposeKey>[]
  readonly scanner?: Scanner
}

/** Puts the service together. Ends without ending `db`. */
export async function wholeService(db: TestService, options: WholeOptions = {}): Promise<WholeService> {
  const { policy = db.policy, origin = wholeOrigin, more = [] } = options
  const folder = await mkdtemp(join(tmpdir(), 'evenhand-whole-'))
  const { stream, text } = memory()
  const mail: MailMessage[] = []
  const texts: TextMessage[] = []
  const { clock, place } = db
  const service = await openService({
    ...{ policy, clock, place, folder, origin, log: openLog(stream) },
    ...(options.scanner ? { scanner: options.scanner } : {}),
    mail: { transport: { deliver: async (message) => void mail.push(message) }, from: 'office@service.example' },
    texts: { transport: textsInto(texts) },
    secrets: { ...place, formSecret: randomBytes(32), signInSecret: randomBytes(32), sealKey: freshSealKey() },
  })
  await keepNotice(db)
  const own = testSignIn(db)
  let ahead = 0
  const wait = (time: number) => {
    ahead += time
  }
  const tokens = formTokens(service.secrets.formSecret, () => Temporal.Now.instant().epochMilliseconds + ahead)
  const features = await assemble({ service, signIn: own, tokens, folder, asksAboutLeaps: false })
  const routes = [...features.routes, ...more]
  const app = await openWeb(service, {
    ...{ tokens, routes, extras: features.extras, signIn: features.webSignIn, assetFolder: assetFolder() },
    trustedProxy: [],
    otherOrigins: [],
  })
  const visitor = (address?: string) => new Visitor({ app, origin, wait }, address)
  const browserOf = async (staff: Staff) => {
    const browser = visitor()
    browser.keep(await makeSignInFor(own.ground, staff.id, { cookies: {} }))
    return Object.assign(browser, { staff })
  }
  const partyIn = async (personId: Id) => {
    const browser = visitor()
    browser.keep(await makePartySignInFor(own.ground, personId, { cookies: {} }))
    return browser
  }
  const referrerIn = async (professionalId: Id) => {
    const browser = visitor()
    browser.keep(await makeReferrerSignInFor(own.ground, professionalId, { cookies: {} }))
    return browser
  }
  return {
    ...{ partyIn, referrerIn, db, service, folder, app, routes, own, mail, texts, visitor, browserOf, wait },
    logged: text,
    signedIn: async (role, name) => browserOf(await db.staff(role, name)),
    runJobs: () => runJobsOnce({ jobs: features.jobs, desk: service.desks.desk.worker, log: service.log }),
    end: async () => {
      await app.close()
      await service.desks.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** The first start keeps the notice with the policy; the databases of tests are made without. */
async function keepNotice({ policy, look }: TestService): Promise<void> {
  const notice = noticeOf(policy, { telephone: '', openingHours: '', privacyLead: '' })
  const values = [policy.hash, JSON.stringify(notice)]
  await look(`UPDATE ev.policy_version SET notice = $2 WHERE hash = $1 AND notice = '{}'`, values)
}

/** A provider that takes every text, and says that it arrived. */
const textsInto = (taken: TextMessage[]): TextTransport => ({
  deliver: async (message) => void taken.push(message),
  stateOf: async (reference) => (taken.some((it) => it.reference === reference) ? 'delivered' : null),
})

/** A stream that remembers. */
function memory() {
  const stream = new PassThrough()
  const parts: string[] = []
  stream.on('data', (part: Buffer) => void parts.push(part.toString()))
  return { stream, text: () => parts.join('') }
}
