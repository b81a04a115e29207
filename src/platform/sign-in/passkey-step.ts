import { randomBytes } from 'node:crypto'
import type { Id } from '../../values/ids.ts'
import type { Outcome } from '../../values/outcome.ts'
import { type CodeRefusal, prove, type SentProof, type SignedIn } from './code-step.ts'
import {
  type NewPasskey,
  optionsToUse,
  type PasskeyOptions,
  type PasskeySite,
  passkeyNamed,
  usesProved,
} from './passkeys.ts'
import { ask, cookieNames, machineTime, restingToken, type SignInGround } from './sign-in-ground.ts'

export type SentPasskey = SentProof & { readonly answer: string }

/** What the browser is asked with between the two steps; null for somebody who has no passkey. */
export async function passkeyAsked(
  ground: SignInGround,
  site: PasskeySite,
  cookies: SentProof['cookies'],
): Promise<PasskeyOptions | null> {
  const rows = await ask<{ challenge: Buffer; id: Buffer }>(
    ground,
    `SELECT s.challenge, p.credential_id AS id FROM auth.sign_in_step s JOIN auth.passkey p USING (staff_id)
      WHERE s.token_hash = $1 ORDER BY p.added_at`,
    [restingToken(ground, cookies[cookieNames.step] ?? '')],
  )
  const challenge = rows[0]?.challenge
  return challenge ? optionsToUse(site, { challenge, has: rows.map((row) => row.id) }) : null
}

/** The second step by a passkey instead of a code. It counts as a try like any other. */
export const enterPasskey = (
  ground: SignInGround,
  site: PasskeySite,
  sent: SentPasskey,
): Promise<Outcome<SignedIn, CodeRefusal>> => prove(ground, sent, (staffId) => usePasskey(ground, site, staffId, sent))

async function usePasskey(ground: SignInGround, site: PasskeySite, staffId: Id, sent: SentPasskey): Promise<boolean> {
  const challenge = await spendChallenge(ground, sent.cookies)
  const named = passkeyNamed(sent.answer)
  if (!challenge || !named) return false
  const [passkey] = await ask<NewPasskey & { readonly id: string }>(
    ground,
    `SELECT id, credential_id AS "credentialId", public_key AS "publicKey", uses FROM auth.passkey
      WHERE staff_id = $1 AND credential_id = $2`,
    [staffId, named],
  )
  const uses = passkey ? await usesProved(site, challenge, sent.answer, passkey) : null
  if (uses === null) return false
  // Devices that count go up with each use: of a copy and its original, one falls behind. Those that do not count stay at nought.
  const counted = await ask(
    ground,
    `UPDATE auth.passkey SET uses = $2, used_at = $3 WHERE id = $1 AND (uses < $2 OR (uses = 0 AND $2 = 0)) RETURNING id`,
    [passkey?.id, uses, machineTime(ground)],
  )
  return counted.length > 0
}

/** What was to be signed, which is another one from now on: of two answers to the same, one is looked at. */
async function spendChallenge(ground: SignInGround, cookies: SentProof['cookies']): Promise<Buffer | null> {
  const [row] = await ask<{ challenge: Buffer }>(
    ground,
    `WITH asked AS (SELECT token_hash, challenge FROM auth.sign_in_step WHERE token_hash = $1 FOR UPDATE)
     UPDATE auth.sign_in_step s SET challenge = $2 FROM asked WHERE s.token_hash = asked.token_hash RETURNING asked.challenge`,
    [restingToken(ground, cookies[cookieNames.step] ?? ''), randomBytes(32)],
  )
  return row?.challenge ?? null
}
