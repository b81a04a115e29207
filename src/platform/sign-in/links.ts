import { DatabaseError } from 'pg'
import { asId, type Id, newId } from '../../values/ids.ts'
import { done, type Outcome, refused } from '../../values/outcome.ts'
import { offeredKey, sealAuthenticator } from './authenticators.ts'
import { recoveryHash, type SignedIn } from './code-step.ts'
import { rememberDevice } from './devices.ts'
import { stepOfCode } from './one-time-code.ts'
import { after, ask, machineTime, recordSignInAct, restingToken, type SignInGround } from './sign-in-ground.ts'
import { signInLimits } from './sign-in-limits.ts'
import { newRecoveryCode, newToken } from './sign-in-secrets.ts'
import { makeSignIn } from './sign-ins.ts'

export type LinkKind = 'join' | 'reset' | 'first'

/** A link to hand over: its secret is shown once, and only the hash is kept. */
export interface NewLink {
  readonly token: string
  readonly tokenHash: Buffer
  readonly expiresAt: Temporal.Instant
}

/** What somebody who holds a link is shown. Name and e-mail address are null for the first administrator, who gives them. */
export interface LinkOffer {
  readonly kind: LinkKind
  readonly name: string | null
  readonly email: string | null
  readonly authenticatorKey: Buffer
}

export interface SentSetUp {
  readonly password: string
  readonly code: string
  /** For the first administrator alone. */
  readonly person?: { readonly name: string; readonly email: string } | undefined
  readonly cookies: Readonly<Record<string, string>>
  readonly agent?: string | undefined
}

export type SetUp = SignedIn & { readonly recoveryCodes: readonly string[] }
export type SetUpRefusal = 'gone' | 'wrong-code' | 'email-taken'

export function newLink(ground: SignInGround, kind: LinkKind): NewLink {
  const token = newToken()
  const seconds = kind === 'reset' ? signInLimits.resetLink : signInLimits.joinLink
  return { token, tokenHash: restingToken(ground, token), expiresAt: ground.machine.now().add({ seconds }) }
}

/** The token of a link that makes the first administrator; null when there is an administrator. Earlier ones end. */
export async function newFirstLink(ground: SignInGround): Promise<string | null> {
  const { token, tokenHash } = newLink(ground, 'first')
  const [row] = await ask<{ made: boolean }>(ground, 'SELECT auth.make_first_link($1, $2) AS made', [
    tokenHash,
    after(ground, signInLimits.joinLink),
  ])
  return row?.made ? token : null
}

/** A reset for the operator of the machine to hand over; null when nobody active has this address. */
export async function newOperatorLink(ground: SignInGround, email: string): Promise<string | null> {
  const { token, tokenHash } = newLink(ground, 'reset')
  const [row] = await ask<{ staff: string | null }>(ground, 'SELECT auth.make_operator_link($1, $2, $3) AS staff', [
    email,
    tokenHash,
    after(ground, signInLimits.resetLink),
  ])
  if (!row?.staff) return null
  await recordSignInAct(ground, 'sign-in.link-made', { actor: null, subject: row.staff })
  return token
}

/** What a link offers; null when it is unknown, spent or too old. Changes nothing: mail programs look at links before people do. */
export async function lookAtLink(ground: SignInGround, token: string): Promise<LinkOffer | null> {
  const found = await linkRow(ground, token)
  return found && { ...found, authenticatorKey: offeredKey(ground, token, 'link') }
}

interface LinkRow {
  readonly kind: LinkKind
  readonly staffId: string | null
  readonly name: string | null
  readonly email: string | null
}

async function linkRow(ground: SignInGround, token: string): Promise<LinkRow | null> {
  const [row] = await ask<LinkRow>(ground, 'SELECT kind, staff_id AS "staffId", name, email FROM auth.link($1, $2)', [
    restingToken(ground, token),
    machineTime(ground),
  ])
  return row ?? null
}

/**
 * Spends a link: password, authenticator and ten recovery codes are new, all earlier sign-ins end, and the person is signed in. The
 * password must have been looked at before (see `passwordFault`). Throws TooBusy.
 */
export async function setUpByLink(
  ground: SignInGround,
  token: string,
  sent: SentSetUp,
): Promise<Outcome<SetUp, SetUpRefusal>> {
  const link = await linkRow(ground, token)
  if (!link || (link.kind === 'first') !== (sent.person !== undefined)) return refused('gone')
  const key = offeredKey(ground, token, 'link')
  const step = stepOfCode(key, sent.code, ground.machine.now())
  if (step === null) return refused('wrong-code')
  const staffId = link.staffId ? asId(link.staffId) : newId()
  const recoveryCodes = Array.from({ length: signInLimits.recoveryCodes }, newRecoveryCode)
  const spent = await spend(ground, token, staffId, {
    person: sent.person,
    password: await ground.passwords.hash(sent.password),
    authenticator: sealAuthenticator(ground, key, staffId),
    step,
    codes: recoveryCodes.map((code) => recoveryHash(ground, staffId, code)),
  })
  if (!spent.done) return spent
  await recordSignInAct(ground, 'sign-in.set-up', { actor: staffId, subject: staffId })
  const device = await rememberDevice(ground, staffId, sent.cookies)
  return done({ staffId, recoveryCodes, cookies: [await makeSignIn(ground, staffId, sent), device] })
}

async function spend(
  ground: SignInGround,
  token: string,
  staffId: Id,
  set: {
    readonly person: SentSetUp['person']
    readonly password: string
    readonly authenticator: string
    readonly step: number
    readonly codes: readonly Buffer[]
  },
): Promise<Outcome<null, SetUpRefusal>> {
  try {
    const [row] = await ask<{ who: string | null }>(
      ground,
      'SELECT auth.spend_link($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) AS who',
      [
        restingToken(ground, token),
        machineTime(ground),
        ground.service.now().toString(),
        staffId,
        set.person?.name ?? null,
        set.person?.email ?? null,
        set.password,
        set.authenticator,
        set.step,
        set.codes,
      ],
    )
    return row?.who === staffId ? done(null) : refused('gone')
  } catch (error) {
    if (error instanceof DatabaseError && error.constraint === 'staff_email') return refused('email-taken')
    throw error
  }
}
