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

/** Whom a code belongs to. `pointId`: where it had been sent to a party; null when it was handed over on paper. */
export type CodeHolder =
  | { readonly personId: Id; readonly pointId: Id | null }
  | { readonly professionalId: Id; readonly personId?: never; readonly pointId?: never }

/** Lets somebody in by the portal's door; what this browser was signed in to there before ends. */
export async function makePartySignIn(ground: SignInGround, who: CodeHolder, cookies: Cookies): Promise<SetCookie> {
  await endPartyToken(ground, cookies)
  const token = newToken()
  const professionalId = 'professionalId' in who ? who.professionalId : null
  await ask(
    ground,
    `INSERT INTO auth.party_sign_in (id, person_id, contact_point_id, professional_id, token_hash, made_at, seen_at)
     VALUES ($1, $2, $3, $4, $5, $6, $6)`,
    [
      newId(),
      who.personId ?? null,
      who.pointId ?? null,
      professionalId,
      restingToken(ground, token),
      machineTime(ground),
    ],
  )
  const actor = who.personId ?? professionalId
  await recordSignInAct(ground, 'sign-in.party-made', { actor, subject: actor })
  return { name: cookieNames.party, value: token, maxAge: partyLimits.longest }
}

/** Who is signed in in the portal, by one indexed look-up; whether they may still come in is asked anew each time. */
export async function partyOf(ground: SignInGround, cookies: Cookies): Promise<Party | null> {
  const token = cookies[cookieNames.party]
  if (!token) return null
  const [found] = await ask<Party>(
    ground,
    'SELECT id, kind FROM auth.party_of($1, $2, make_interval(secs => $3), make_interval(secs => $4))',
    [restingToken(ground, token), machineTime(ground), partyLimits.idle, partyLimits.longest],
  )
  return found ?? null
}

/** Signs whoever is in the portal out of this browser. */
export async function endPartyToken(ground: SignInGround, cookies: Cookies): Promise<void> {
  const token = cookies[cookieNames.party]
  if (!token) return
  const ended = await ask<{ holder: string }>(
    ground,
    `UPDATE auth.party_sign_in SET ended_at = $2 WHERE token_hash = $1 AND ended_at IS NULL
     RETURNING coalesce(person_id, professional_id) AS holder`,
    [restingToken(ground, token), machineTime(ground)],
  )
  for (const { holder } of ended)
    await recordSignInAct(ground, 'sign-in.party-ended', { actor: holder, subject: holder })
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
