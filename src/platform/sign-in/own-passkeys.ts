import { randomBytes } from 'node:crypto'
import { type Id, newId } from '../../values/ids.ts'
import { done, type Outcome, refused } from '../../values/outcome.ts'
import { type OwnRefusal, type OwnRequest, provePassword } from './own-account.ts'
import { madePasskey, type NewPasskey, optionsToAdd, type PasskeyOptions, type PasskeySite } from './passkeys.ts'
import {
  ask,
  before,
  cookieNames,
  machineTime,
  recordSignInAct,
  restingToken,
  type SignInAct,
  type SignInGround,
} from './sign-in-ground.ts'
import { signInLimits } from './sign-in-limits.ts'
import { endSignIns } from './sign-ins.ts'

/** A passkey as its owner sees it. */
export interface PasskeyRow {
  readonly id: Id
  readonly name: string
  readonly addedAt: Temporal.Instant
  readonly usedAt: Temporal.Instant | null
}

type Own = Pick<OwnRequest, 'staffId' | 'cookies'>

export const passkeysOf = (ground: SignInGround, staffId: Id): Promise<PasskeyRow[]> =>
  ask<PasskeyRow>(
    ground,
    'SELECT id, name, added_at AS "addedAt", used_at AS "usedAt" FROM auth.passkey WHERE staff_id = $1 ORDER BY added_at',
    [staffId],
  )

/** The first half of adding a passkey: the password. What the new passkey has to sign waits for a while, in this sign-in. */
export async function offerPasskey(
  ground: SignInGround,
  request: OwnRequest & { readonly name: string },
): Promise<Outcome<null, OwnRefusal | 'too-many'>> {
  const { staffId, cookies, name } = request
  if ((await passkeysOf(ground, staffId)).length >= signInLimits.passkeys) return refused('too-many')
  const proof = await provePassword(ground, request)
  if (!proof.done) return proof
  await ask(
    ground,
    `INSERT INTO auth.passkey_offer (staff_id, token_hash, name, challenge, made_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (staff_id) DO UPDATE SET token_hash = $2, name = $3, challenge = $4, made_at = $5`,
    [staffId, signInToken(ground, cookies), name, randomBytes(32), machineTime(ground)],
  )
  return done(null)
}

/** What the browser is asked with to make the passkey; null when nothing was offered in this sign-in, or too long ago. */
export async function offeredPasskey(
  ground: SignInGround,
  site: PasskeySite,
  own: Own & { readonly staffName: string },
): Promise<{ readonly name: string; readonly options: PasskeyOptions } | null> {
  const { staffId, staffName } = own
  const [offer] = await ask<{ name: string; challenge: Buffer }>(
    ground,
    'SELECT name, challenge FROM auth.passkey_offer WHERE staff_id = $1 AND token_hash = $2 AND made_at > $3',
    standing(ground, own),
  )
  if (!offer) return null
  const rows = await ask<{ id: Buffer }>(ground, 'SELECT credential_id AS id FROM auth.passkey WHERE staff_id = $1', [
    staffId,
  ])
  const { name, challenge } = offer
  return { name, options: optionsToAdd(site, { challenge, staffId, staffName, has: rows.map((row) => row.id) }) }
}

/** The second half: keeps the passkey, spends the offer whatever comes of it, and ends one's other sign-ins. */
export async function addPasskey(
  ground: SignInGround,
  site: PasskeySite,
  own: Own & { readonly answer: string },
): Promise<Outcome<null, 'gone' | 'wrong'>> {
  const [offer] = await ask<{ name: string; challenge: Buffer }>(
    ground,
    'DELETE FROM auth.passkey_offer WHERE staff_id = $1 AND token_hash = $2 AND made_at > $3 RETURNING name, challenge',
    standing(ground, own),
  )
  if (!offer) return refused('gone')
  const passkey = await madePasskey(site, offer.challenge, own.answer)
  if (!passkey || !(await keep(ground, own.staffId, offer.name, passkey))) return refused('wrong')
  await finish(ground, own, 'sign-in.passkey-added')
  return done(null)
}

/** Keeps it, and that its owner is to be told. False when somebody has it already. */
async function keep(ground: SignInGround, staffId: Id, name: string, passkey: NewPasskey): Promise<boolean> {
  const kept = await ask(
    ground,
    `WITH added AS (
       INSERT INTO auth.passkey (id, staff_id, credential_id, public_key, uses, name, added_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING staff_id)
     INSERT INTO auth.notice (id, staff_id, kind, made_at) SELECT $8, staff_id, 'passkey-added', $7 FROM added RETURNING id`,
    [newId(), staffId, passkey.credentialId, passkey.publicKey, passkey.uses, name, machineTime(ground), newId()],
  )
  return kept.length > 0
}

/** Ends one of one's own passkeys, and one's other sign-ins: it may be on a telephone that is lost. False when there is none such. */
export async function endPasskey(ground: SignInGround, own: Own & { readonly id: Id }): Promise<boolean> {
  const ended = await ask(
    ground,
    `WITH ended AS (DELETE FROM auth.passkey WHERE id = $1 AND staff_id = $2 RETURNING staff_id)
     INSERT INTO auth.notice (id, staff_id, kind, made_at) SELECT $3, staff_id, 'passkey-ended', $4 FROM ended RETURNING id`,
    [own.id, own.staffId, newId(), machineTime(ground)],
  )
  if (ended.length > 0) await finish(ground, own, 'sign-in.passkey-ended')
  return ended.length > 0
}

async function finish(ground: SignInGround, { staffId, cookies }: Own, act: SignInAct): Promise<void> {
  await recordSignInAct(ground, act, { actor: staffId, subject: staffId })
  await endSignIns(ground, { staffId, except: cookies, by: staffId })
}

const signInToken = (ground: SignInGround, cookies: Own['cookies']): Buffer =>
  restingToken(ground, cookies[cookieNames.signIn] ?? '')

const standing = (ground: SignInGround, { staffId, cookies }: Own) => [
  staffId,
  signInToken(ground, cookies),
  before(ground, signInLimits.step),
]
