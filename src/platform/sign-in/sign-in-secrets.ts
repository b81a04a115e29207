import { createHmac, hkdfSync, randomBytes, randomInt } from 'node:crypto'

/** Keys made from the one secret of a service, one for each use, so that no value of one use passes for another. */
export interface SignInKeys {
  readonly tokens: Buffer
  readonly budgets: Buffer
  readonly passwords: Buffer
  readonly authenticators: Buffer
  readonly offers: Buffer
  readonly partyCodes: Buffer
}

/** Throws when the secret is shorter than 32 bytes. */
export function signInKeys(secret: Buffer): SignInKeys {
  if (secret.length < 32) throw new TypeError('the secret of sign-in has at least 32 bytes')
  const key = (use: string) => Buffer.from(hkdfSync('sha256', secret, '', `evenhand sign-in ${use} 1`, 32))
  return {
    tokens: key('tokens'),
    budgets: key('budgets'),
    passwords: key('passwords'),
    authenticators: key('authenticators'),
    offers: key('offers'),
    partyCodes: key('party codes'),
  }
}

/** A secret that only its holder has: 32 random bytes as text for a cookie or a link. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** A keyed hash: what stands at rest cannot be turned into what was hashed, nor tried out without the key. */
export function keyedHash(key: Buffer, ...parts: readonly string[]): Buffer {
  const hash = createHmac('sha256', key)
  for (const part of parts) hash.update(`${part.length}:${part};`)
  return hash.digest()
}

// No letter that looks like a figure or another letter.
export const codeLetters = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A recovery code as it is printed: two groups of five, some 49 bits. */
export function newRecoveryCode(): string {
  const group = () => Array.from({ length: 5 }, () => codeLetters[randomInt(codeLetters.length)]).join('')
  return `${group()}-${group()}`
}

/** A recovery code as people type it, in the one form that is hashed. */
export const foldedRecoveryCode = (typed: string): string => typed.toUpperCase().replaceAll(/[^0-9A-Z]/g, '')
