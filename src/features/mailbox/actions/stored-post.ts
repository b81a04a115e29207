import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { largestFile } from '../../../platform/files/file-vault.ts'
import { newCaseKey, type WrappedKey } from '../../../platform/files/keyring.ts'
import { Unreadable } from '../../../platform/files/sealing.ts'
import { readMail } from '../../../platform/mail/read-mail.ts'
import type { FileTools } from '../../files/index.ts'
import type { Post } from '../data/post-reads.ts'

/** The largest message that is read, in bytes as it came: around 25 MB of files, which travel a third larger. */
export const largestMail = 36 * 1024 * 1024

export interface StoredPost {
  readonly storedName: string
  readonly wrapped: string
}

/** Puts post into the vault, under a key of its own, which goes with its row. Null when it is more than the vault keeps. */
export async function storePost(
  tools: Pick<FileTools, 'vault' | 'keyring'>,
  bytes: Uint8Array,
): Promise<StoredPost | null> {
  const packed = await promisify(gzip)(bytes)
  if (packed.length > largestFile) return null
  const key = newCaseKey()
  const { storedName } = await tools.vault.put({ key, bytes: packed })
  return { storedName, wrapped: tools.keyring.wrap(key) }
}

/** Post as it came; null when there is no file of it, or it is damaged. */
export async function openPost(
  tools: Pick<FileTools, 'vault' | 'keyring'>,
  stored: StoredPost | null,
): Promise<Uint8Array | null> {
  if (!stored) return null
  try {
    const key = tools.keyring.unwrap(stored.wrapped as WrappedKey)
    const packed = await tools.vault.get({ key, storedName: stored.storedName })
    return await promisify(gunzip)(packed, { maxOutputLength: largestMail })
  } catch (error) {
    if (error instanceof Unreadable) return null
    throw error
  }
}

export interface PostFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** The files that came with post, in the order of its row; null when they cannot be read any more. */
export async function filesOfPost(
  tools: Pick<FileTools, 'vault' | 'keyring'>,
  post: Pick<Post, 'medium' | 'stored' | 'attachments'>,
): Promise<readonly PostFile[] | null> {
  if (post.attachments.length === 0) return []
  const bytes = await openPost(tools, post.stored)
  if (!bytes) return null
  if (post.medium === 'letter') return post.attachments.slice(0, 1).map(({ name }) => ({ name, bytes }))
  const mail = await readMail(bytes)
  return mail && mail.parts.length === post.attachments.length
    ? mail.parts.map((part, index) => ({ name: nameOfPart(part.name, index), bytes: part.bytes }))
    : null
}

/** A file without a name is called by its place. */
export const nameOfPart = (name: string, index: number): string => name || `Attachment ${index + 1}`
