import { isIPv6 } from 'node:net'
import { after, ask, machineTime, type SignInGround } from './sign-in-ground.ts'
import { type Allowance, allowances } from './sign-in-limits.ts'
import { keyedHash } from './sign-in-secrets.ts'

/** From where somebody tries. */
export interface Door {
  /** An e-mail address as typed, or a member of staff; the same for what exists and what does not. */
  readonly account: string
  /** The device's token when this account was entered from it before. */
  readonly knownDevice: string | null
  readonly address: string
  /** What is tried: passwords and codes have tries of their own. */
  readonly what: 'password' | 'code'
}

/** `first` is true once, when the tries have just run out: that much is recorded. */
export type Spending = { readonly allowed: true } | { readonly allowed: false; readonly first: boolean }

/** An allowance, and whose. */
export type Counted = readonly [keyof typeof allowances, ...string[]]

/** What a try counts against, the narrowest first: a try that the narrow one refuses leaves the wider untouched. */
function countsAgainst(door: Door): Counted[] {
  if (door.knownDevice) return [['knownDevice', door.account, door.knownDevice]]
  const address = wideAddress(door.address)
  return [
    ['accountFromAddress', door.account, address],
    ['address', address],
    ['accountFromAnywhere', door.account],
  ]
}

/** Counts a try before it is made, so that many at once cannot slip through. */
export const spendTry = (ground: SignInGround, door: Door): Promise<Spending> =>
  spendAgainst(ground, door.what, countsAgainst(door))

/** Counts one try of a kind against each of some allowances, in their order. */
export async function spendAgainst(ground: SignInGround, what: string, counted: readonly Counted[]): Promise<Spending> {
  for (const [name, ...of] of counted) {
    const spent = await spendOne(ground, keyedHash(ground.keys.budgets, name, what, ...of), allowances[name])
    const { tries } = allowances[name]
    if (spent > tries) return { allowed: false, first: spent === tries + 1 }
  }
  return { allowed: true }
}

/** Takes back one try of a kind that was counted. */
export async function giveBack(ground: SignInGround, what: string, counted: readonly Counted[]): Promise<void> {
  for (const [name, ...of] of counted) await takeBack(ground, keyedHash(ground.keys.budgets, name, what, ...of))
}

/** Whoever got in has their tries back; those that an account has from anywhere only time gives back. */
export async function giveBackTries(ground: SignInGround, door: Door): Promise<void> {
  const [[name, ...of]] = countsAgainst(door) as [Counted]
  await ask(ground, 'DELETE FROM auth.budget WHERE key_hash = $1', [
    keyedHash(ground.keys.budgets, name, door.what, ...of),
  ])
}

/** A code that stands on a paper, typed by somebody without an account: which paper, and from where. */
export interface PaperDoor {
  readonly paper: string
  readonly address: string
}

const againstPaper = (ground: SignInGround, { paper, address }: PaperDoor) =>
  [
    ['paperFromAddress', keyedHash(ground.keys.budgets, 'paperFromAddress', wideAddress(address))],
    ['paperFromAnywhere', keyedHash(ground.keys.budgets, 'paperFromAnywhere', paper)],
  ] as const

/** Counts a try before it is made; false when there are none left. */
export async function spendPaperTry(ground: SignInGround, door: PaperDoor): Promise<boolean> {
  for (const [name, key] of againstPaper(ground, door))
    if ((await spendOne(ground, key, allowances[name])) > allowances[name].tries) return false
  return true
}

/** A right code costs nothing. */
export async function giveBackPaperTry(ground: SignInGround, door: PaperDoor): Promise<void> {
  for (const [, key] of againstPaper(ground, door)) await takeBack(ground, key)
}

async function takeBack(ground: SignInGround, key: Buffer): Promise<void> {
  await ask(ground, 'UPDATE auth.budget SET spent = greatest(spent - 1, 0) WHERE key_hash = $1', [key])
}

async function spendOne(ground: SignInGround, key: Buffer, allowance: Allowance): Promise<number> {
  const [row] = await ask<{ spent: number }>(
    ground,
    `INSERT INTO auth.budget AS b (key_hash, spent, ends_at) VALUES ($1, 1, $2)
     ON CONFLICT (key_hash) DO UPDATE SET spent = CASE WHEN b.ends_at <= $3 THEN 1 ELSE b.spent + 1 END,
                                          ends_at = CASE WHEN b.ends_at <= $3 THEN excluded.ends_at ELSE b.ends_at END
     RETURNING spent`,
    [key, after(ground, allowance.within), machineTime(ground)],
  )
  return row?.spent ?? Number.POSITIVE_INFINITY
}

/** One household or firm has a whole /64 of version 6. */
export function wideAddress(address: string): string {
  if (!isIPv6(address) || address.includes('.')) return address
  const [head = '', tail = ''] = address.split('::')
  const left = head.split(':').filter(Boolean)
  const right = tail.split(':').filter(Boolean)
  const missing = address.includes('::') ? Array(Math.max(0, 8 - left.length - right.length)).fill('0') : []
  return [...left, ...missing, ...right].slice(0, 4).join(':')
}
