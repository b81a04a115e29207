import { createHmac, timingSafeEqual } from 'node:crypto'

/** Seconds that one code lasts (RFC 6238). */
const period = 30
const digits = 6

const base32Letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** Base 32 without padding (RFC 4648), as authenticator apps take a key. */
export function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? []).map((group) => base32Letters[Number.parseInt(group.padEnd(5, '0'), 2)]).join('')
}

/** The number of half minutes since 1970: codes are made from it. */
export const stepAt = (at: Temporal.Instant): number => Math.floor(at.epochMilliseconds / 1000 / period)

/** The code of one step (RFC 4226 with SHA-1, which is what authenticator apps compute). */
export function codeOfStep(key: Uint8Array, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', key).update(counter).digest()
  const offset = (mac.at(-1) ?? 0) & 15
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 10 ** digits).padStart(digits, '0')
}

/**
 * The step whose code was typed: this one, or the one before or after it, since clocks differ. Null when none is. The caller keeps
 * the newest step that was used, so that a code that somebody looked at over a shoulder is worth nothing.
 */
export function stepOfCode(key: Uint8Array, typed: string, now: Temporal.Instant): number | null {
  const code = Buffer.from(typed.replaceAll(/[\s-]/g, ''))
  if (code.length !== digits) return null
  const steps = [-1, 0, 1].map((difference) => stepAt(now) + difference)
  const right = steps.filter((step) => timingSafeEqual(Buffer.from(codeOfStep(key, step)), code))
  return right.at(-1) ?? null
}

/** What the square code holds: the key with the names under which an app lists it. */
export function authenticatorAddress(key: Uint8Array, issuer: string, account: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`
  return `otpauth://totp/${label}?secret=${base32(key)}&issuer=${encodeURIComponent(issuer)}&algorithm=SHA1&digits=${digits}&period=${period}`
}

/** The key as people type it: in groups of four. */
export const spokenKey = (key: Uint8Array): string => (base32(key).match(/.{1,4}/g) ?? []).join(' ')
