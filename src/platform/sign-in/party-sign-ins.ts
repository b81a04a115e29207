import type { Id } from '../../values/ids.ts'
import { newId } from '../../values/ids.ts'
import type { Party, SetCookie } from '../web/route.ts'
import { partyLimits } from './party-limits.ts'
import {
  ask,
  before,
  cookieNames,
  machineTime,
  recordSignInAct,
  restingToken,
  type SignInGround,
} from './sign-in-ground.ts'
import { newToken } from './sign-in-secrets.ts'

type Cookies = Readonly<Record<string, string>>

/** Lets a party in; what this browser was signed in to as a party before ends. `pointId`: where the code had been sent. */
export async function makePartySignIn(
  ground: SignInGround,
  who: { readonly personId: Id; readonly pointId: Id | null; readonly cookies: Cookies },
): Promise<SetCookie> {
  await endPartyToken(ground, who.cookies)
  const token = newToken()
  await ask(
    ground,
    'INSERT INTO auth.party_sign_in (id, person_id, contact_point_id, token_hash, made_at, seen_at) VALUES ($1, $2, $3, $4, $5, $5)',
    [newId(), who.personId, who.pointId, restingToken(ground, token), machineTime(ground)],
  )
  await recordSignInAct(ground, 'sign-in.party-made', { actor: who.personId, subject: who.personId })
  return { name: cookieNames.party, value: token, maxAge: partyLimits.longest }
}

/** Which party is signed in, by one indexed look-up; whether they may still come in is asked anew each time. */
export async function partyOf(ground: SignInGround, cookies: Cookies): Promise<Party | null> {
  const token = cookies[cookieNames.party]
  if (!token) return null
  const [found] = await ask<Party>(
    ground,
    'SELECT id FROM auth.party_of($1, $2, make_interval(secs => $3), make_interval(secs => $4))',
    [restingToken(ground, token), machineTime(ground), partyLimits.idle, partyLimits.longest],
  )
  return found ?? null
}

/** Signs a party out of this browser. */
export async function endPartyToken(ground: SignInGround, cookies: Cookies): Promise<void> {
  const token = cookies[cookieNames.party]
  if (!token) return
  const ended = await ask<{ person_id: string }>(
    ground,
    'UPDATE auth.party_sign_in SET ended_at = $2 WHERE token_hash = $1 AND ended_at IS NULL RETURNING person_id',
    [restingToken(ground, token), machineTime(ground)],
  )
  for (const { person_id } of ended)
    await recordSignInAct(ground, 'sign-in.party-ended', { actor: person_id, subject: person_id })
}

/** Forgets what parties were signed in to and the codes that were over before a moment; requests that nobody took, after a day. */
export async function tidyParties(ground: SignInGround, keptSince: string): Promise<object[][]> {
  return [
    await ask(
      ground,
      `DELETE FROM auth.party_sign_in WHERE least(ended_at, seen_at + make_interval(secs => $2), made_at + make_interval(secs => $3)) < $1 RETURNING 1`,
      [keptSince, partyLimits.idle, partyLimits.longest],
    ),
    await ask(ground, 'SELECT FROM auth.forget_party_codes($1)', [keptSince]),
    await ask(ground, 'DELETE FROM auth.party_request WHERE asked_at < $1 RETURNING 1', [before(ground, 86_400)]),
  ]
}
