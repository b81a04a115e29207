import type { Pool } from 'pg'
import type { ServiceClock } from '../clock/service-clock.ts'
import type { Passwords } from './passwords.ts'
import { keyedHash, type SignInKeys } from './sign-in-secrets.ts'

/** What every part of sign-in stands on. */
export interface SignInGround {
  /** Connections of the login that reaches schema `auth` and nothing else. */
  readonly pool: Pool
  readonly keys: SignInKeys
  readonly passwords: Passwords
  /** Rules sign-in, codes and limits. */
  readonly machine: ServiceClock
  /** Dates what is written into the service's own tables. */
  readonly service: ServiceClock
}

export const cookieNames = {
  signIn: 'sign_in',
  step: 'sign_in_step',
  device: 'device',
  party: 'party_sign_in',
} as const

/** How a secret of a cookie or link stands at rest. */
export const restingToken = (ground: SignInGround, token: string): Buffer => keyedHash(ground.keys.tokens, token)

/** The machine's time as the driver sends it. */
export const machineTime = (ground: SignInGround): string => ground.machine.now().toString()

export const before = (ground: SignInGround, seconds: number): string =>
  ground.machine.now().subtract({ seconds }).toString()

export const after = (ground: SignInGround, seconds: number): string => ground.machine.now().add({ seconds }).toString()

/** Asks schema `auth`: always with parameters, since text without them could hold several statements. */
export async function ask<Row extends object>(
  ground: SignInGround,
  text: string,
  values: readonly unknown[],
): Promise<Row[]> {
  return (await ground.pool.query<Row>(text, [...values])).rows
}

/** Acts of signing in. They are recorded outside the office's transactions: whoever signs in acts under no purpose yet. */
export type SignInAct =
  | 'sign-in.made'
  | 'sign-in.refused'
  | 'sign-in.held-off'
  | 'sign-in.ended'
  | 'sign-in.recovered'
  | 'sign-in.set-up'
  | 'sign-in.codes-made'
  | 'sign-in.authenticator-changed'
  | 'sign-in.password-changed'
  | 'sign-in.link-made'
  | 'sign-in.passkey-added'
  | 'sign-in.passkey-ended'
  | 'sign-in.party-made'
  | 'sign-in.party-refused'
  | 'sign-in.party-ended'

export async function recordSignInAct(
  ground: SignInGround,
  act: SignInAct,
  who: { readonly actor: string | null; readonly subject: string | null },
): Promise<void> {
  await ask(ground, 'SELECT auth.record($1, $2, $3, $4)', [
    act,
    who.actor,
    who.subject,
    ground.service.now().toString(),
  ])
}
