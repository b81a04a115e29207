import type { Id } from '../../values/ids.ts'
import { newId } from '../../values/ids.ts'
import type { SetCookie, Staff } from '../web/route.ts'
import { roughDevice } from './rough-device.ts'
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
import { newToken } from './sign-in-secrets.ts'

type Cookies = Readonly<Record<string, string>>

/** One time that somebody is signed in. */
export interface SignInRow {
  readonly id: Id
  readonly device: string
  readonly madeAt: Temporal.Instant
  readonly seenAt: Temporal.Instant
  /** The one that looks at the list. */
  readonly current: boolean
}

/** Makes a sign-in with a token of its own; what this browser was signed in to before ends. */
export async function makeSignIn(
  ground: SignInGround,
  staffId: string,
  from: { readonly cookies: Cookies; readonly agent?: string | undefined },
): Promise<SetCookie> {
  await endToken(ground, from.cookies)
  const token = newToken()
  await ask(
    ground,
    'INSERT INTO auth.sign_in (id, staff_id, token_hash, device, made_at, seen_at) VALUES ($1, $2, $3, $4, $5, $5)',
    [newId(), staffId, restingToken(ground, token), roughDevice(from.agent), machineTime(ground)],
  )
  await recordSignInAct(ground, 'sign-in.made', { actor: staffId, subject: staffId })
  return { name: cookieNames.signIn, value: token, maxAge: signInLimits.longest }
}

/** Who is signed in, by one indexed look-up; role and standing are read anew each time. Keeps the sign-in from ending idle. */
export async function staffOf(ground: SignInGround, cookies: Cookies): Promise<Staff | null> {
  const token = cookies[cookieNames.signIn]
  if (!token) return null
  const [found] = await ask<Staff & { readonly glassUntil: Temporal.Instant | null }>(
    ground,
    'SELECT id, name, role, glass_until AS "glassUntil" FROM auth.staff_of($1, $2, make_interval(secs => $3), make_interval(secs => $4))',
    [restingToken(ground, token), machineTime(ground), signInLimits.idle, signInLimits.longest],
  )
  if (!found) return null
  const { glassUntil, ...staff } = found
  return glassUntil ? { ...staff, glassUntil } : staff
}

/** The sign-ins of one person that still stand, the newest first. */
export async function signInsOf(ground: SignInGround, staffId: Id, cookies: Cookies): Promise<SignInRow[]> {
  return ask<SignInRow>(
    ground,
    `SELECT id, device, made_at AS "madeAt", seen_at AS "seenAt", token_hash = $2 AS current FROM auth.sign_in
      WHERE staff_id = $1 AND ended_at IS NULL AND seen_at > $3 AND made_at > $4 ORDER BY made_at DESC LIMIT 100`,
    [
      staffId,
      restingToken(ground, cookies[cookieNames.signIn] ?? ''),
      before(ground, signInLimits.idle),
      before(ground, signInLimits.longest),
    ],
  )
}

/** Signs out: ends what this browser's cookie stands for. */
export async function endToken(ground: SignInGround, cookies: Cookies): Promise<void> {
  const token = cookies[cookieNames.signIn]
  if (!token) return
  const ended = await ask<{ staff_id: string }>(
    ground,
    'UPDATE auth.sign_in SET ended_at = $2 WHERE token_hash = $1 AND ended_at IS NULL RETURNING staff_id',
    [restingToken(ground, token), machineTime(ground)],
  )
  for (const { staff_id } of ended)
    await recordSignInAct(ground, 'sign-in.ended', { actor: staff_id, subject: staff_id })
}

/** Ends one sign-in of a person, or all but that of `except`. Answers how many ended. */
export async function endSignIns(
  ground: SignInGround,
  ending: { readonly staffId: Id; readonly id?: Id; readonly except?: Cookies; readonly by: Id },
): Promise<number> {
  const ended = await ask(
    ground,
    `UPDATE auth.sign_in SET ended_at = $2
      WHERE staff_id = $1 AND ended_at IS NULL AND ($3::uuid IS NULL OR id = $3) AND token_hash <> $4 RETURNING id`,
    [
      ending.staffId,
      machineTime(ground),
      ending.id ?? null,
      restingToken(ground, ending.except?.[cookieNames.signIn] ?? ''),
    ],
  )
  if (ended.length > 0) await recordSignInAct(ground, 'sign-in.ended', { actor: ending.by, subject: ending.staffId })
  return ended.length
}
