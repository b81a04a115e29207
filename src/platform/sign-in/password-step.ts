import { randomBytes } from 'node:crypto'
import { done, type Outcome, refused } from '../../values/outcome.ts'
import type { SetCookie } from '../web/route.ts'
import { type Door, spendTry } from './budgets.ts'
import { deviceHash } from './devices.ts'
import { TooBusy } from './passwords.ts'
import { ask, cookieNames, machineTime, recordSignInAct, restingToken, type SignInGround } from './sign-in-ground.ts'
import { signInLimits } from './sign-in-limits.ts'
import { newToken } from './sign-in-secrets.ts'

type Cookies = Readonly<Record<string, string>>

/** `wait`: too many tries from here; `busy`: too many people at this moment. Neither tells whether there is such an account. */
export type PasswordRefusal = 'wrong' | 'wait' | 'busy'

interface Found {
  readonly staff_id: string
  readonly password_hash: string
  readonly known: boolean
}

/**
 * The first step: e-mail address and password. Whether the account is not there, is suspended or has another password, the same is
 * asked of the database, the same work is done and the same is answered.
 */
export async function enterPassword(
  ground: SignInGround,
  sent: {
    readonly email: string
    readonly password: string
    readonly cookies: Cookies
    readonly address: string
  },
): Promise<Outcome<SetCookie, PasswordRefusal>> {
  const [found] = await ask<Found>(
    ground,
    `SELECT c.staff_id, c.password_hash,
            EXISTS (SELECT FROM auth.known_device d WHERE d.staff_id = c.staff_id AND d.device_hash = $2) AS known
       FROM auth.credential_of($1) c`,
    [sent.email, deviceHash(ground, sent.cookies)],
  )
  const door: Door = {
    what: 'password',
    account: sent.email.toLowerCase(),
    knownDevice: found?.known ? (sent.cookies[cookieNames.device] ?? null) : null,
    address: sent.address,
  }
  const spending = await spendTry(ground, door)
  const refusal = { actor: null, subject: found?.staff_id ?? null }
  if (!spending.allowed) {
    if (spending.first) await recordSignInAct(ground, 'sign-in.held-off', refusal)
    return refused('wait')
  }
  const right = await checked(ground, sent.password, found?.password_hash)
  if (right === 'busy') return refused('busy')
  if (!right || !found) {
    await recordSignInAct(ground, 'sign-in.refused', refusal)
    return refused('wrong')
  }
  return done(await openStep(ground, found.staff_id))
}

async function checked(ground: SignInGround, password: string, hash: string | undefined): Promise<boolean | 'busy'> {
  try {
    return await ground.passwords.matches(password, hash)
  } catch (error) {
    if (error instanceof TooBusy) return 'busy'
    throw error
  }
}

async function openStep(ground: SignInGround, staffId: string): Promise<SetCookie> {
  const token = newToken()
  await ask(
    ground,
    'INSERT INTO auth.sign_in_step (token_hash, staff_id, made_at, challenge) VALUES ($1, $2, $3, $4)',
    [restingToken(ground, token), staffId, machineTime(ground), randomBytes(32)],
  )
  return { name: cookieNames.step, value: token, maxAge: signInLimits.step }
}
