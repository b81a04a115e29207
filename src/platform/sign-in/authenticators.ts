import { openBytes, sealBytes } from '../files/sealing.ts'
import type { SignInGround } from './sign-in-ground.ts'
import { keyedHash } from './sign-in-secrets.ts'

/** The key of an authenticator as the database keeps it, readable for this person's row only and with the service's secret. */
export const sealAuthenticator = (ground: SignInGround, key: Uint8Array, staffId: string): string =>
  sealBytes(key, ground.keys.authenticators, `authenticator 1 ${staffId}`).toString('base64url')

export const openAuthenticator = (ground: SignInGround, sealed: string, staffId: string): Buffer =>
  openBytes(Buffer.from(sealed, 'base64url'), ground.keys.authenticators, `authenticator 1 ${staffId}`)

/**
 * The key that a page offers to somebody who sets an authenticator up: made from a secret that only they hold, so that looking at
 * the page stores nothing and looking twice shows the same key. 160 bits, as RFC 4226 asks.
 */
export const offeredKey = (ground: SignInGround, holder: string, occasion: string): Buffer =>
  keyedHash(ground.keys.offers, holder, occasion).subarray(0, 20)
