import { asId, type Id } from '../../values/ids.ts'
import { done, type Outcome, refused } from '../../values/outcome.ts'
import type { SetCookie } from '../web/route.ts'
import { openAuthenticator } from './authenticators.ts'
import { type Door, giveBackTries, spendTry } from './budgets.ts'
import { isKnownDevice, rememberDevice } from './devices.ts'
import { stepOfCode } from './one-time-code.ts'
import { tidyParties } from './party-sign-ins.ts'
import {
  ask,
  before,
  cookieNames,
  machineTime,
  recordSignInAct,
  restingToken,
  type SignInGround,
} from './sign-in-ground.ts'
import { signInLimits } from './sign-in-limits.ts'
import { foldedRecoveryCode, keyedHash } from './sign-in-secrets.ts'
import { makeSignIn } from './sign-ins.ts'

/** `again`: the first step is too long ago or was tried too often, so it begins anew. */
export type CodeRefusal = 'wrong' | 'wait' | 'again'

export interface SentProof {
  readonly cookies: Readonly<Record<string, string>>
  readonly address: string
  readonly agent?: string | undefined
}

export type SentCode = SentProof & { readonly code: string }

export interface SignedIn {
  readonly staffId: Id
  readonly cookies: readonly SetCookie[]
}

/** The second step: the code of the authenticator. A code that was used once is worth nothing. */
export const enterCode = (ground: SignInGround, sent: SentCode): Promise<Outcome<SignedIn, CodeRefusal>> =>
  prove(ground, sent, (staffId) => useCode(ground, staffId, sent.code))

/** The second step without the authenticator: a recovery code, which is then used up. */
export const enterRecoveryCode = (ground: SignInGround, sent: SentCode): Promise<Outcome<SignedIn, CodeRefusal>> =>
  prove(ground, sent, async (staffId) => {
    const used = await useRecoveryCode(ground, staffId, sent.code)
    if (used) await recordSignInAct(ground, 'sign-in.recovered', { actor: staffId, subject: staffId })
    return used
  })

/** True between the two steps: the password was right a short while ago. */
export async function awaitsCode(ground: SignInGround, cookies: SentCode['cookies']): Promise<boolean> {
  const rows = await ask(
    ground,
    'SELECT FROM auth.sign_in_step WHERE token_hash = $1 AND made_at > $2 AND tries < $3',
    [
      restingToken(ground, cookies[cookieNames.step] ?? ''),
      before(ground, signInLimits.step),
      signInLimits.triesInStep,
    ],
  )
  return rows.length > 0
}

/** The second step by whatever is tried: counted, held off, and closed by the first that succeeds. */
export async function prove(
  ground: SignInGround,
  sent: SentProof,
  use: (staffId: Id) => Promise<boolean>,
): Promise<Outcome<SignedIn, CodeRefusal>> {
  const token = restingToken(ground, sent.cookies[cookieNames.step] ?? '')
  const staffId = await tryStep(ground, token)
  if (!staffId) return refused('again')
  const known = await isKnownDevice(ground, staffId, sent.cookies)
  const knownDevice = known ? (sent.cookies[cookieNames.device] ?? null) : null
  const door: Door = { what: 'code', account: staffId, knownDevice, address: sent.address }
  const spending = await spendTry(ground, door)
  if (!spending.allowed) {
    if (spending.first) await recordSignInAct(ground, 'sign-in.held-off', { actor: null, subject: staffId })
    return refused('wait')
  }
  if (!(await use(staffId))) {
    await recordSignInAct(ground, 'sign-in.refused', { actor: null, subject: staffId })
    return refused('wrong')
  }
  const closed = await ask(ground, 'DELETE FROM auth.sign_in_step WHERE token_hash = $1 RETURNING staff_id', [token])
  if (closed.length === 0) return refused('again')
  await giveBackTries(ground, door)
  const device = await rememberDevice(ground, staffId, sent.cookies)
  const signIn = await makeSignIn(ground, staffId, sent)
  return done({ staffId, cookies: [signIn, device, { name: cookieNames.step, value: '', maxAge: 0 }] })
}

/** Counts a try of this step; null when the step is unknown, over, or its person may no longer sign in. */
async function tryStep(ground: SignInGround, token: Buffer): Promise<Id | null> {
  const [step] = await ask<{ staff_id: string }>(
    ground,
    `UPDATE auth.sign_in_step s SET tries = tries + 1 WHERE token_hash = $1 AND made_at > $2 AND tries < $3
        AND EXISTS (SELECT FROM auth.person(s.staff_id)) RETURNING staff_id`,
    [token, before(ground, signInLimits.step), signInLimits.triesInStep],
  )
  return step ? asId(step.staff_id) : null
}

/** Uses a code up: of two tries with the same code at once, one succeeds. */
export async function useCode(ground: SignInGround, staffId: Id, code: string): Promise<boolean> {
  const [credential] = await ask<{ authenticator: string }>(
    ground,
    'SELECT authenticator FROM auth.credential WHERE staff_id = $1',
    [staffId],
  )
  if (!credential) return false
  const step = stepOfCode(openAuthenticator(ground, credential.authenticator, staffId), code, ground.machine.now())
  if (step === null) return false
  const used = await ask(
    ground,
    'UPDATE auth.credential SET newest_step = $2 WHERE staff_id = $1 AND newest_step < $2 RETURNING staff_id',
    [staffId, step],
  )
  return used.length > 0
}

async function useRecoveryCode(ground: SignInGround, staffId: Id, code: string): Promise<boolean> {
  const used = await ask(
    ground,
    'DELETE FROM auth.recovery_code WHERE staff_id = $1 AND code_hash = $2 RETURNING staff_id',
    [staffId, recoveryHash(ground, staffId, code)],
  )
  return used.length > 0
}

/** How a recovery code stands at rest: bound to its person. */
export const recoveryHash = (ground: SignInGround, staffId: string, code: string): Buffer =>
  keyedHash(ground.keys.tokens, 'recovery', staffId, foldedRecoveryCode(code))

/** Forgets what nobody can use any more, and sign-ins that ended longer ago than `keepEnded`. Answers how many rows went. */
export async function tidySignIn(ground: SignInGround, keepEnded: string): Promise<number> {
  const keptSince = ground.machine.now().toZonedDateTimeISO('Europe/London').subtract(keepEnded).toInstant()
  const gone = [
    await ask(ground, 'DELETE FROM auth.sign_in_step WHERE made_at < $1 RETURNING 1', [
      before(ground, signInLimits.step),
    ]),
    await ask(ground, 'DELETE FROM auth.passkey_offer WHERE made_at < $1 RETURNING 1', [
      before(ground, signInLimits.step),
    ]),
    await ask(ground, 'DELETE FROM auth.notice WHERE made_at < $1 RETURNING 1', [before(ground, signInLimits.notice)]),
    await ask(ground, 'DELETE FROM auth.budget WHERE ends_at < $1 RETURNING 1', [machineTime(ground)]),
    await ask(ground, 'DELETE FROM auth.known_device WHERE seen_at < $1 RETURNING 1', [
      before(ground, signInLimits.device),
    ]),
    await ask(
      ground,
      `DELETE FROM auth.sign_in WHERE least(ended_at, seen_at + make_interval(secs => $2), made_at + make_interval(secs => $3)) < $1 RETURNING 1`,
      [keptSince.toString(), signInLimits.idle, signInLimits.longest],
    ),
    ...(await tidyParties(ground, keptSince.toString())),
  ]
  return gone.reduce((sum, rows) => sum + rows.length, 0)
}
