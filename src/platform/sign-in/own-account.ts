import type { Id } from '../../values/ids.ts'
import { done, type Outcome, refused } from '../../values/outcome.ts'
import { offeredKey, sealAuthenticator } from './authenticators.ts'
import { type Door, giveBackTries, spendTry } from './budgets.ts'
import { recoveryHash } from './code-step.ts'
import { isKnownDevice } from './devices.ts'
import { stepOfCode } from './one-time-code.ts'
import { ask, cookieNames, machineTime, recordSignInAct, type SignInGround } from './sign-in-ground.ts'
import { signInLimits } from './sign-in-limits.ts'
import { newRecoveryCode } from './sign-in-secrets.ts'
import { endSignIns } from './sign-ins.ts'

/** Who asks, and the password that proves that it is still them at the desk. */
export interface OwnRequest {
  readonly staffId: Id
  readonly password: string
  readonly cookies: Readonly<Record<string, string>>
  readonly address: string
}

export type OwnRefusal = 'wrong' | 'wait'

/** How many recovery codes are left. */
export async function recoveryCodesLeft(ground: SignInGround, staffId: Id): Promise<number> {
  const [row] = await ask<{ left: number }>(
    ground,
    'SELECT count(*) AS left FROM auth.recovery_code WHERE staff_id = $1',
    [staffId],
  )
  return row?.left ?? 0
}

/** Ten new recovery codes; those from before are worth nothing. They are shown once. */
export async function renewRecoveryCodes(
  ground: SignInGround,
  request: OwnRequest,
): Promise<Outcome<readonly string[], OwnRefusal>> {
  const proof = await provePassword(ground, request)
  if (!proof.done) return proof
  const codes = Array.from({ length: signInLimits.recoveryCodes }, newRecoveryCode)
  await ask(
    ground,
    `WITH gone AS (DELETE FROM auth.recovery_code WHERE staff_id = $1)
     INSERT INTO auth.recovery_code (staff_id, code_hash) SELECT $1, code FROM unnest($2::bytea[]) AS code`,
    [request.staffId, codes.map((code) => recoveryHash(ground, request.staffId, code))],
  )
  await recordSignInAct(ground, 'sign-in.codes-made', { actor: request.staffId, subject: request.staffId })
  return done(codes)
}

/** Changes one's own password and ends one's other sign-ins. The new one must have been looked at before (see `passwordFault`). */
export async function changePassword(
  ground: SignInGround,
  request: OwnRequest & { readonly newPassword: string },
): Promise<Outcome<null, OwnRefusal>> {
  const proof = await provePassword(ground, request)
  if (!proof.done) return proof
  const hash = await ground.passwords.hash(request.newPassword)
  await ask(ground, 'UPDATE auth.credential SET password_hash = $2, set_at = $3 WHERE staff_id = $1', [
    request.staffId,
    hash,
    machineTime(ground),
  ])
  return finish(ground, request, 'sign-in.password-changed')
}

/** The key of a new authenticator for somebody who is signed in; another one after each change. */
export async function newAuthenticatorKey(
  ground: SignInGround,
  staffId: Id,
  cookies: OwnRequest['cookies'],
): Promise<Buffer> {
  const [row] = await ask<{ set_at: Temporal.Instant }>(
    ground,
    'SELECT set_at FROM auth.credential WHERE staff_id = $1',
    [staffId],
  )
  return offeredKey(ground, cookies[cookieNames.signIn] ?? '', `own ${staffId} ${row?.set_at.toString() ?? ''}`)
}

/** Replaces one's own authenticator and ends one's other sign-ins. */
export async function changeAuthenticator(
  ground: SignInGround,
  request: OwnRequest & { readonly code: string },
): Promise<Outcome<null, OwnRefusal | 'wrong-code'>> {
  const key = await newAuthenticatorKey(ground, request.staffId, request.cookies)
  const step = stepOfCode(key, request.code, ground.machine.now())
  if (step === null) return refused('wrong-code')
  const proof = await provePassword(ground, request)
  if (!proof.done) return proof
  await ask(
    ground,
    'UPDATE auth.credential SET authenticator = $2, newest_step = $3, set_at = $4 WHERE staff_id = $1',
    [request.staffId, sealAuthenticator(ground, key, request.staffId), step, machineTime(ground)],
  )
  return finish(ground, request, 'sign-in.authenticator-changed')
}

async function finish(
  ground: SignInGround,
  request: OwnRequest,
  act: 'sign-in.password-changed' | 'sign-in.authenticator-changed',
): Promise<Outcome<null, never>> {
  const { staffId, cookies } = request
  await recordSignInAct(ground, act, { actor: staffId, subject: staffId })
  await endSignIns(ground, { staffId, except: cookies, by: staffId })
  return done(null)
}

/** That it is still them at the desk. */
export async function provePassword(ground: SignInGround, request: OwnRequest): Promise<Outcome<null, OwnRefusal>> {
  const known = await isKnownDevice(ground, request.staffId, request.cookies)
  const knownDevice = known ? (request.cookies[cookieNames.device] ?? null) : null
  const door: Door = { what: 'password', account: request.staffId, knownDevice, address: request.address }
  if (!(await spendTry(ground, door)).allowed) return refused('wait')
  const [row] = await ask<{ password_hash: string }>(
    ground,
    'SELECT password_hash FROM auth.credential WHERE staff_id = $1',
    [request.staffId],
  )
  if (!(await ground.passwords.matches(request.password, row?.password_hash))) return refused('wrong')
  await giveBackTries(ground, door)
  return done(null)
}
