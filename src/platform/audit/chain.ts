import { createHash } from 'node:crypto'

/** The records of one day of the service within a seal: how many, and their fingerprint. */
export interface SealPart {
  readonly day: string
  readonly count: number
  readonly digest: string
}

/** A batch of records under one head. Numbers of transactions are text: they do not fit a number. */
export interface SealBody {
  readonly seq: number
  /** Records of this epoch have greater ids. */
  readonly afterId: number
  readonly fromXid: string
  readonly toXid: string
  /** The greatest id that this seal or one before it has. */
  readonly lastId: number
  readonly parts: readonly SealPart[]
  readonly previousHead: string
}

export interface Seal extends SealBody {
  readonly head: string
}

/** What stands before the first seal. */
export const beginning = '0'.repeat(64)

/** The head of a seal: a fingerprint of all that it says and, through the head before it, of every seal before it. */
export const headOf = (seal: SealBody): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        ...[seal.seq, seal.afterId, seal.fromXid, seal.toXid, seal.lastId],
        seal.parts.map(({ day, count, digest }) => [day, count, digest]),
        seal.previousHead,
      ]),
    )
    .digest('hex')

export const sealed = (body: SealBody): Seal => ({ ...body, head: headOf(body) })

/** How many records a seal holds. */
export const countOf = (seal: Pick<SealBody, 'parts'>): number => seal.parts.reduce((sum, part) => sum + part.count, 0)
