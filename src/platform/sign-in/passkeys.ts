import { isIP } from 'node:net'
import { verifyAuthenticationResponse, verifyRegistrationResponse } from '@simplewebauthn/server'
import { z } from 'zod'
import type { Id } from '../../values/ids.ts'

/** Where passkeys are made and used: each is bound to this host by the browser, and by us to this origin. */
export interface PasskeySite {
  readonly origin: URL
  readonly name: string
}

/** What the browser is asked with, in the form that `PublicKeyCredential.parse…OptionsFromJSON` reads. */
export type PasskeyOptions = Readonly<Record<string, unknown>>

/** A passkey that was just made. */
export interface NewPasskey {
  readonly credentialId: Buffer
  readonly publicKey: Buffer
  readonly uses: number
}

/** Browsers bind passkeys to a name, never to a number. */
export const passkeysWork = (site: Pick<PasskeySite, 'origin'>): boolean =>
  isIP(site.origin.hostname.replaceAll(/[[\]]/g, '')) === 0

// EdDSA, ES256 and RS256: what the W3C asks every site to take.
const algorithms = [-8, -7, -257]

const patience = 5 * 60_000

const listed = (ids: readonly Buffer[]) => ids.map((id) => ({ type: 'public-key', id: id.toString('base64url') }))

/** Asks for a new passkey, which no device gives that has one of these already. */
export const optionsToAdd = (
  site: PasskeySite,
  asked: {
    readonly challenge: Buffer
    readonly staffId: Id
    readonly staffName: string
    readonly has: readonly Buffer[]
  },
): PasskeyOptions => ({
  challenge: asked.challenge.toString('base64url'),
  rp: { id: site.origin.hostname, name: site.name },
  user: {
    id: Buffer.from(asked.staffId.replaceAll('-', ''), 'hex').toString('base64url'),
    name: asked.staffName,
    displayName: asked.staffName,
  },
  pubKeyCredParams: algorithms.map((alg) => ({ type: 'public-key', alg })),
  excludeCredentials: listed(asked.has),
  authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
  attestation: 'none',
  timeout: patience,
})

/** Asks for one of these passkeys. */
export const optionsToUse = (
  site: PasskeySite,
  asked: { readonly challenge: Buffer; readonly has: readonly Buffer[] },
): PasskeyOptions => ({
  challenge: asked.challenge.toString('base64url'),
  rpId: site.origin.hostname,
  allowCredentials: listed(asked.has),
  userVerification: 'required',
  timeout: patience,
})

const text = z.string().max(12_000)
const common = { id: text, rawId: text, type: z.literal('public-key') }
const made = z.object({ ...common, response: z.object({ clientDataJSON: text, attestationObject: text }) })
const used = z.object({
  ...common,
  response: z.object({ clientDataJSON: text, authenticatorData: text, signature: text }),
})

/** Reads what the browser answered; null when it is no such answer. */
function read<Answer>(schema: z.ZodType<Answer>, answer: string): Answer | null {
  try {
    return schema.safeParse(JSON.parse(answer)).data ?? null
  } catch {
    return null
  }
}

/** Which passkey an answer says it comes from. */
export const passkeyNamed = (answer: string): Buffer | null => {
  const id = read(used, answer)?.id
  return id ? Buffer.from(id, 'base64url') : null
}

const expected = (site: PasskeySite, challenge: Buffer) => ({
  expectedChallenge: challenge.toString('base64url'),
  expectedOrigin: site.origin.origin,
  expectedRPID: site.origin.hostname,
  requireUserVerification: true,
})

/** The passkey that was made for this challenge, here, by somebody whom the device knows; null when anything of it is not so. */
export async function madePasskey(site: PasskeySite, challenge: Buffer, answer: string): Promise<NewPasskey | null> {
  const response = read(made, answer)
  if (!response) return null
  const verified = await verifyRegistrationResponse({
    ...expected(site, challenge),
    response: { ...response, clientExtensionResults: {} },
    supportedAlgorithmIDs: algorithms,
    // The library throws at whatever is not right.
  }).catch(() => null)
  if (!verified?.verified) return null
  const { id, publicKey, counter } = verified.registrationInfo.credential
  return { credentialId: Buffer.from(id, 'base64url'), publicKey: Buffer.from(publicKey), uses: counter }
}

/** How often the passkey says that it was used, when it signed this challenge, here, for somebody whom the device knows; else null. */
export async function usesProved(
  site: PasskeySite,
  challenge: Buffer,
  answer: string,
  passkey: NewPasskey,
): Promise<number | null> {
  const response = read(used, answer)
  if (!response) return null
  const verified = await verifyAuthenticationResponse({
    ...expected(site, challenge),
    response: { ...response, clientExtensionResults: {} },
    credential: {
      id: passkey.credentialId.toString('base64url'),
      publicKey: new Uint8Array(passkey.publicKey),
      counter: passkey.uses,
    },
  }).catch(() => null)
  return verified?.verified ? verified.authenticationInfo.newCounter : null
}
