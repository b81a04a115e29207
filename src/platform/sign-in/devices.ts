import type { SetCookie } from '../web/route.ts'
import { ask, cookieNames, machineTime, restingToken, type SignInGround } from './sign-in-ground.ts'
import { signInLimits } from './sign-in-limits.ts'
import { newToken } from './sign-in-secrets.ts'

type Cookies = Readonly<Record<string, string>>

/** The device's token at rest, or null when the browser has none. */
export function deviceHash(ground: SignInGround, cookies: Cookies): Buffer | null {
  const token = cookies[cookieNames.device]
  return token ? restingToken(ground, token) : null
}

export async function isKnownDevice(ground: SignInGround, staffId: string, cookies: Cookies): Promise<boolean> {
  const rows = await ask(ground, 'SELECT FROM auth.known_device WHERE staff_id = $1 AND device_hash = $2', [
    staffId,
    deviceHash(ground, cookies),
  ])
  return rows.length > 0
}

/**
 * Remembers that somebody got in from this browser. Its token is changed each time, for everybody who uses the browser: one that a
 * stranger put there or copied before is then worth nothing.
 */
export async function rememberDevice(ground: SignInGround, staffId: string, cookies: Cookies): Promise<SetCookie> {
  const token = newToken()
  const fresh = restingToken(ground, token)
  await ask(ground, 'UPDATE auth.known_device SET device_hash = $1 WHERE device_hash = $2', [
    fresh,
    deviceHash(ground, cookies),
  ])
  await ask(
    ground,
    `INSERT INTO auth.known_device (device_hash, staff_id, seen_at) VALUES ($1, $2, $3)
     ON CONFLICT (device_hash, staff_id) DO UPDATE SET seen_at = excluded.seen_at`,
    [fresh, staffId, machineTime(ground)],
  )
  return { name: cookieNames.device, value: token, maxAge: signInLimits.device }
}
