import type { Pool } from 'pg'
import { asId, type Id } from '../../values/ids.ts'
import type { ServiceClock } from '../clock/service-clock.ts'
import { giveBackPaperTry, type PaperDoor, spendPaperTry } from './budgets.ts'
import { awaitsCode, enterCode, enterRecoveryCode, type SentCode, tidySignIn } from './code-step.ts'
import {
  type LinkKind,
  lookAtLink,
  newFirstLink,
  newLink,
  newOperatorLink,
  type SentSetUp,
  setUpByLink,
} from './links.ts'
import { forgetNotice, waitingNotices } from './notices.ts'
import {
  changeAuthenticator,
  changePassword,
  newAuthenticatorKey,
  type OwnRequest,
  recoveryCodesLeft,
  renewRecoveryCodes,
} from './own-account.ts'
import { addPasskey, endPasskey, offeredPasskey, offerPasskey, passkeysOf } from './own-passkeys.ts'
import { enterPasskey, passkeyAsked, type SentPasskey } from './passkey-step.ts'
import type { PasskeySite } from './passkeys.ts'
import { enterPassword } from './password-step.ts'
import { type HashCost, Passwords } from './passwords.ts'
import { ask, type SignInGround } from './sign-in-ground.ts'
import { signInKeys } from './sign-in-secrets.ts'
import { endSignIns, endToken, signInsOf, staffOf } from './sign-ins.ts'

type Cookies = Readonly<Record<string, string>>

/** Opens what sign-in stands on. `secret`: at least 32 bytes, kept outside the database. */
export function openSignInGround(parts: {
  readonly pool: Pool
  readonly secret: Buffer
  readonly machine: ServiceClock
  readonly service: ServiceClock
  /** Tests make it cheap. */
  readonly hashCost?: HashCost
}): SignInGround {
  const keys = signInKeys(parts.secret)
  const { pool, machine, service } = parts
  return { pool, keys, passwords: new Passwords(keys.passwords, parts.hashCost), machine, service }
}

/** How members of staff prove who they are. The only thing that reaches schema `auth`. */
export const openSignIn = (ground: SignInGround) => ({
  /** Who is signed in by these cookies. */
  staffOf: (cookies: Cookies) => staffOf(ground, cookies),
  enterPassword: (sent: Parameters<typeof enterPassword>[1]) => enterPassword(ground, sent),
  awaitsCode: (cookies: Cookies) => awaitsCode(ground, cookies),
  enterCode: (sent: SentCode) => enterCode(ground, sent),
  enterRecoveryCode: (sent: SentCode) => enterRecoveryCode(ground, sent),
  /** Passkeys, each made and used under one address of the service. */
  passkeys: passkeysOn(ground),
  /** Ends what this browser is signed in to. */
  signOut: (cookies: Cookies) => endToken(ground, cookies),
  signInsOf: (staffId: Id, cookies: Cookies) => signInsOf(ground, staffId, cookies),
  endSignIns: (ending: Parameters<typeof endSignIns>[1]) => endSignIns(ground, ending),
  /** A link for an action to keep the hash of; its token is shown once. */
  newLink: (kind: LinkKind) => newLink(ground, kind),
  lookAtLink: (token: string) => lookAtLink(ground, token),
  setUpByLink: (token: string, sent: SentSetUp) => setUpByLink(ground, token, sent),
  /** The token of a link for the first administrator; null when there is one. */
  newFirstLink: () => newFirstLink(ground),
  newOperatorLink: (email: string) => newOperatorLink(ground, email),
  recoveryCodesLeft: (staffId: Id) => recoveryCodesLeft(ground, staffId),
  renewRecoveryCodes: (request: OwnRequest) => renewRecoveryCodes(ground, request),
  changePassword: (request: OwnRequest & { readonly newPassword: string }) => changePassword(ground, request),
  newAuthenticatorKey: (staffId: Id, cookies: Cookies) => newAuthenticatorKey(ground, staffId, cookies),
  changeAuthenticator: (request: OwnRequest & { readonly code: string }) => changeAuthenticator(ground, request),
  /** Tries at a code that stands on a paper. */
  paperTries: {
    spend: (door: PaperDoor) => spendPaperTry(ground, door),
    giveBack: (door: PaperDoor) => giveBackPaperTry(ground, door),
  },
  /** Everybody who may sign in. */
  people: async (): Promise<Id[]> =>
    (await ask<{ id: string }>(ground, 'SELECT id FROM auth.people() AS id WHERE $1', [true])).map((row) =>
      asId(row.id),
    ),
  /** Role and name of somebody who may sign in, signed in or not. */
  person: async (id: Id): Promise<{ id: Id; name: string; role: string } | null> =>
    (
      await ask<{ id: Id; name: string; role: string }>(ground, 'SELECT id, name, role FROM auth.person($1)', [id])
    )[0] ?? null,
  /** Forgets what is over, and sign-ins that ended longer ago than an ISO duration such as `P90D`. Answers how many rows went. */
  tidy: (keepEnded: string) => tidySignIn(ground, keepEnded),
})

const passkeysOn = (ground: SignInGround) => ({
  asked: (site: PasskeySite, cookies: Cookies) => passkeyAsked(ground, site, cookies),
  enter: (site: PasskeySite, sent: SentPasskey) => enterPasskey(ground, site, sent),
  of: (staffId: Id) => passkeysOf(ground, staffId),
  offer: (request: Parameters<typeof offerPasskey>[1]) => offerPasskey(ground, request),
  offered: (site: PasskeySite, own: Parameters<typeof offeredPasskey>[2]) => offeredPasskey(ground, site, own),
  add: (site: PasskeySite, own: Parameters<typeof addPasskey>[2]) => addPasskey(ground, site, own),
  end: (own: Parameters<typeof endPasskey>[1]) => endPasskey(ground, own),
  /** What colleagues are to be told of it by e-mail. */
  notices: (most: number) => waitingNotices(ground, most),
  forgetNotice: (id: Id) => forgetNotice(ground, id),
})

export type SignIn = ReturnType<typeof openSignIn>
