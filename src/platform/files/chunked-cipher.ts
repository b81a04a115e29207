import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { Unreadable } from './sealing.ts'

/**
 * The form of a stored file: `EVF1`, a salt of 32 bytes, then chunks of 64 KiB, each with its own tag. The file's key comes
 * from the case's key, the salt and the stored name, so one file cannot stand in for another. A chunk's nonce is its
 * number and whether it is the last (the STREAM construction): none can be moved, left out, or cut off the end.
 */
const magic = Buffer.from('EVF1')
const saltBytes = 32
const tagBytes = 16
export const chunkBytes = 64 * 1024
const headerBytes = magic.length + saltBytes

const fileKey = (key: Uint8Array, salt: Uint8Array, name: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key, salt, `evenhand file 1 ${name}`, 32))

const nonceOf = (number: number, last: boolean): Buffer => {
  const nonce = Buffer.alloc(12)
  nonce.writeUInt32BE(number, 7)
  nonce[11] = last ? 1 : 0
  return nonce
}

/** Encrypts a stream of bytes of any length, none included, a chunk at a time. */
export async function* encrypted(
  bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  key: Uint8Array,
  name: string,
): AsyncGenerator<Buffer> {
  const salt = randomBytes(saltBytes)
  const own = fileKey(key, salt, name)
  yield Buffer.concat([magic, salt])
  const seal = (chunk: Uint8Array, number: number, last: boolean): Buffer => {
    const cipher = createCipheriv('aes-256-gcm', own, nonceOf(number, last))
    return Buffer.concat([cipher.update(chunk), cipher.final(), cipher.getAuthTag()])
  }
  let number = 0
  let waiting = Buffer.alloc(0)
  for await (const piece of bytes) {
    waiting = Buffer.concat([waiting, piece])
    // The last chunk is marked, so a full one waits until more is known to follow.
    let at = 0
    for (; waiting.length - at > chunkBytes; at += chunkBytes)
      yield seal(waiting.subarray(at, at + chunkBytes), number++, false)
    waiting = waiting.subarray(at)
  }
  yield seal(waiting, number, true)
}

/** Decrypts a whole stored file. Throws Unreadable before giving out a byte of one that was changed. */
export function decrypted(stored: Uint8Array, key: Uint8Array, name: string): Buffer {
  if (stored.length < headerBytes + tagBytes || !magic.equals(stored.subarray(0, magic.length)))
    throw new Unreadable('not a stored file')
  const own = fileKey(key, stored.subarray(magic.length, headerBytes), name)
  const plain: Buffer[] = []
  const step = chunkBytes + tagBytes
  for (let at = headerBytes, number = 0; at < stored.length; at += step, number++)
    plain.push(openChunk(stored.subarray(at, at + step), own, nonceOf(number, at + step >= stored.length)))
  return Buffer.concat(plain)
}

function openChunk(sealed: Uint8Array, key: Uint8Array, nonce: Uint8Array): Buffer {
  if (sealed.length < tagBytes) throw new Unreadable('cut short')
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes })
  decipher.setAuthTag(sealed.subarray(-tagBytes))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, -tagBytes)), decipher.final()])
  } catch {
    throw new Unreadable('changed, or stored with another key')
  }
}
