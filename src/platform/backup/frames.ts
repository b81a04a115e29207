/*
 * The form of a backup within its encryption: frames, each a letter, a length of four bytes and that many bytes. `J` says in JSON what
 * follows; `D` is a piece of it. The last `J` says `end`, so that what was cut off is known by its absence.
 */

/** What a backup tells of its parts, in this order. */
export type Part =
  | { readonly part: 'manifest'; readonly manifest: unknown }
  | { readonly part: 'table'; readonly schema: string; readonly name: string; readonly columns: readonly string[] }
  | { readonly part: 'rows'; readonly count: number }
  | { readonly part: 'sequence'; readonly schema: string; readonly name: string; readonly next: string }
  | { readonly part: 'file'; readonly folder: 'files' | 'keys' | 'service'; readonly name: string }
  | { readonly part: 'end'; readonly tables: number; readonly rows: number; readonly files: number }

export type Frame = Part | { readonly part: 'piece'; readonly bytes: Buffer }

/** What is read is no backup, or not a whole one. */
export class NotABackup extends Error {
  override readonly name = 'NotABackup'
}

const headBytes = 5
const largestFrame = 4 * 1024 * 1024
const letters = { J: 0x4a, D: 0x44 } as const

export const framed = (part: Part): Buffer => withHead(letters.J, Buffer.from(JSON.stringify(part)))

/** Pieces of any size, cut to what a reader takes. */
export function* piecesOf(bytes: Uint8Array): Generator<Buffer> {
  for (let start = 0; start < bytes.length; start += largestFrame)
    yield withHead(letters.D, bytes.subarray(start, start + largestFrame))
}

function withHead(letter: number, bytes: Uint8Array): Buffer {
  const frame = Buffer.allocUnsafe(headBytes + bytes.length)
  frame[0] = letter
  frame.writeUInt32BE(bytes.length, 1)
  frame.set(bytes, headBytes)
  return frame
}

/** Reads frames from bytes as they come; holds one frame at a time. Throws NotABackup at anything else, also at an end that is none. */
export async function* framesIn(source: AsyncIterable<Uint8Array>): AsyncGenerator<Frame> {
  let held: Buffer = Buffer.alloc(0)
  let ended = false
  for await (const chunk of source) {
    held = held.length === 0 ? Buffer.from(chunk) : Buffer.concat([held, chunk])
    for (let frame = firstOf(held); frame; frame = firstOf(held)) {
      if (ended) throw new NotABackup('something stands after its end')
      held = held.subarray(frame.length)
      if (frame.frame.part === 'end') ended = true
      yield frame.frame
    }
  }
  if (!ended || held.length > 0) throw new NotABackup('it is cut off')
}

function firstOf(held: Buffer): { readonly frame: Frame; readonly length: number } | null {
  if (held.length < headBytes) return null
  const size = held.readUInt32BE(1)
  if ((held[0] !== letters.J && held[0] !== letters.D) || size > largestFrame) throw new NotABackup('it has no frames')
  const length = headBytes + size
  if (held.length < length) return null
  const bytes = held.subarray(headBytes, length)
  if (held[0] === letters.D) return { frame: { part: 'piece', bytes }, length }
  return { frame: JSON.parse(bytes.toString()) as Part, length }
}
