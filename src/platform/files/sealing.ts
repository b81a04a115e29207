import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** What was sealed cannot be opened: another key, another context, or changed bytes. Which of them is not knowable. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable'
}

const nonceBytes = 12
const tagBytes = 16

/** AES-256-GCM over a short piece: nonce, ciphertext, tag. The context is authenticated, so a piece cannot change places. */
export function sealBytes(bytes: Uint8Array, key: Uint8Array, context: string): Buffer {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context))
  return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
}

/** Opens what `sealBytes` made. Throws Unreadable. */
export function openBytes(sealed: Uint8Array, key: Uint8Array, context: string): Buffer {
  if (sealed.length < nonceBytes + tagBytes) throw new Unreadable('too short to have been sealed')
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes), { authTagLength: tagBytes })
  decipher.setAAD(Buffer.from(context)).setAuthTag(sealed.subarray(-tagBytes))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(nonceBytes, -tagBytes)), decipher.final()])
  } catch {
    throw new Unreadable('not sealed with this key for this context')
  }
}
