import { createHmac } from 'node:crypto'
import { asId, type Id } from '../../values/ids.ts'
import { done, type Outcome, refused } from '../../values/outcome.ts'
import type { Party, SetCookie } from '../web/route.ts'
import { giveBack, spendAgainst, wideAddress } from './budgets.ts'
import { partyLimits } from './party-limits.ts'
import { type CodeHolder, makePartySignIn } from './party-sign-ins.ts'
import { ask, machineTime, recordSignInAct, type SignInGround } from './sign-in-ground.ts'
import { codeLetters, keyedHash } from './sign-in-secrets.ts'

const lengthOfNumber = 4
const lengthOfCode = 12

/** What is kept of a code: nothing by which it could be typed. */
export interface RestingCode {
  readonly id: Id
  readonly numberHash: Buffer
  readonly secretHash: Buffer
  readonly expiresAt: Temporal.Instant
}

/**
 * The code of an identifier, as people read it: `K7QM-3XPD-9RTW`, some 59 bits. It is worked out from a key that is not in the
 * database, so that it need stand nowhere, and a message sent twice bears the same one.
 */
export function codeOf(ground: SignInGround, id: Id): string {
  const digest = createHmac('sha256', ground.keys.partyCodes).update(id).digest('hex')
  let rest = BigInt(`0x${digest}`)
  const size = BigInt(codeLetters.length)
  const letters = Array.from({ length: lengthOfCode }, () => {
    const letter = codeLetters[Number(rest % size)]
    rest /= size
    return letter
  }).join('')
  return letters.match(/.{4}/g)?.join('-') ?? ''
}

/** What an action keeps of the code of an identifier. */
export function restingCode(ground: SignInGround, id: Id, lasts: 'mailedCode' | 'paperCode'): RestingCode {
  const { number, secret } = partsOf(ground, codeOf(ground, id))
  const expiresAt = ground.machine.now().add({ seconds: partyLimits[lasts] })
  return { id, numberHash: number, secretHash: secret, expiresAt }
}

/** A code as typed, without regard to case, gaps and hyphens. Its number finds it; its secret is bound to the number. */
function partsOf(ground: SignInGround, typed: string): { readonly number: Buffer; readonly secret: Buffer } {
  const letters = typed.toUpperCase().replaceAll(/[^0-9A-Z]/g, '')
  const number = letters.slice(0, lengthOfNumber)
  const hashed = (...parts: string[]) => keyedHash(ground.keys.partyCodes, ...parts)
  return { number: hashed('number', number), secret: hashed('secret', number, letters.slice(lengthOfNumber)) }
}

/** A request for a code: from where, and the mailbox that was typed, folded. */
export interface CodeRequest {
  readonly id: Id
  readonly email: string
  readonly address: string
}

/**
 * Notes that somebody asked for a code. Whether anybody is known by this address is not looked at here, so nothing that can be
 * measured tells; too many requests are dropped in silence, for known and unknown alike.
 */
export async function askForCode(ground: SignInGround, request: CodeRequest): Promise<void> {
  const counted = [
    ['address', wideAddress(request.address)],
    ['mailTo', request.email],
  ] as const
  if (!(await spendAgainst(ground, 'party-mail', counted)).allowed) return
  await ask(
    ground,
    'INSERT INTO auth.party_request (id, email, asked_at) VALUES ($1, $2, $3) ON CONFLICT (id) DO NOTHING',
    [request.id, request.email, machineTime(ground)],
  )
}

/** Takes the mailboxes for which a code was asked, the oldest first; each is handed out once. */
export async function takeCodeRequests(ground: SignInGround, most: number): Promise<string[]> {
  const taken = await ask<{ email: string }>(
    ground,
    `DELETE FROM auth.party_request WHERE id IN
       (SELECT id FROM auth.party_request ORDER BY asked_at, id LIMIT $1 FOR UPDATE SKIP LOCKED) RETURNING email`,
    [most],
  )
  return [...new Set(taken.map((row) => row.email))]
}

export interface SentPartyCode {
  readonly code: string
  readonly cookies: Readonly<Record<string, string>>
  readonly address: string
}

/** Lets somebody in by a code, which is then used up. What is wrong with a code that does not work is not said. */
export async function enterPartyCode(
  ground: SignInGround,
  sent: SentPartyCode,
): Promise<Outcome<{ readonly cookie: SetCookie; readonly kind: Party['kind'] }, 'wrong' | 'wait'>> {
  const counted = [['codesFromAddress', wideAddress(sent.address)]] as const
  if (!(await spendAgainst(ground, 'party-code', counted)).allowed) return refused('wait')
  const { number, secret } = partsOf(ground, sent.code)
  const [found] = await ask<Spent>(
    ground,
    'SELECT person_id, contact_point_id, professional_id FROM auth.spend_party_code($1, $2, $3, $4)',
    [number, secret, machineTime(ground), partyLimits.triesOfCode],
  )
  if (!found) {
    await recordSignInAct(ground, 'sign-in.party-refused', { actor: null, subject: null })
    return refused('wrong')
  }
  // A right code costs nothing: many who come in from one place (a library, a telephone company) do not shut each other out.
  await giveBack(ground, 'party-code', counted)
  const who = holderOf(found)
  return done({
    cookie: await makePartySignIn(ground, who, sent.cookies),
    kind: 'professionalId' in who ? 'referrer' : 'party',
  })
}

interface Spent {
  readonly person_id: string | null
  readonly contact_point_id: string | null
  readonly professional_id: string | null
}

function holderOf({ person_id, contact_point_id, professional_id }: Spent): CodeHolder {
  if (person_id === null) return { professionalId: asId(professional_id ?? '') }
  return { personId: asId(person_id), pointId: contact_point_id === null ? null : asId(contact_point_id) }
}
