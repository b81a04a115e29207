import { constants, inflateRawSync, inflateSync } from 'node:zlib'
import { type Disguise, disguises } from './hiding-places.ts'
import { packedInText, reread } from './rereading.ts'

/** Somewhere in which a word may lie: a name for people, and bytes. */
export interface Place {
  readonly name: string
  readonly bytes: Buffer
}

export interface Find {
  readonly place: string
  readonly how: string
  /** What stands around it, for whoever must find the leak. */
  readonly around: string
}

/** Finds any of some words, in any disguise, also in what is compressed inside a place. */
export class Searcher {
  readonly #wanted: readonly (Disguise & { readonly word: string })[]

  /** `plainly`: words that are looked for as they are typed and in no disguise, where there is too much to look through. */
  constructor(words: readonly string[], plainly: readonly string[] = []) {
    this.#wanted = [
      ...words.flatMap((word) => disguises(word).map((disguise) => ({ ...disguise, word }))),
      ...plainly.map((word) => ({ word, name: 'as typed as it is', bytes: Buffer.from(word) })),
    ]
  }

  /** `deep`: opens what is compressed. Off for a database's own files, where chance makes many beginnings and none is one. */
  search(places: Iterable<Place>, deep = true): Find[] {
    return [...places].flatMap((place) => {
      const opened = deep ? [place, ...decompressed(place)] : [place]
      return opened.flatMap((it) => this.#inOne(it))
    })
  }

  /** The same, and where nothing lies open, all read again as whoever gets it would: for what is handed out, not for a whole database. */
  readThrough(places: Iterable<Place>): Find[] {
    return [...places].flatMap((place) => {
      const found = this.search([place])
      return found.length > 0 ? found : unpacked(place).flatMap((it) => this.#inOne(it))
    })
  }

  #inOne({ name, bytes }: Place): Find[] {
    return this.#wanted.flatMap(({ bytes: wanted, word, name: how }) => {
      const at = bytes.indexOf(wanted)
      if (at < 0) return []
      const around = bytes.subarray(Math.max(0, at - 30), at + wanted.length + 30)
      return [{ place: name, how: `${word} ${how}`, around: around.toString('latin1').replaceAll(/[^ -~]/g, '·') }]
    })
  }
}

const most = 200
const patient = { finishFlush: constants.Z_SYNC_FLUSH }

/** What is in a place in another form: read as the software at the other end does, and what lies packed within text. */
function unpacked(place: Place): Place[] {
  const within = [...decompressed(place), ...packedInText(place)]
  return [...reread(place), ...within.flatMap((it) => [it, ...decompressed(it), ...reread(it)])]
}

/** What begins like something compressed, opened: gzip and zlib anywhere, and the entries of a zip. */
function decompressed({ name, bytes }: Place): Place[] {
  const places: Place[] = []
  const tryAt = (at: number, how: string, open: () => Buffer) => {
    try {
      const opened = open()
      if (opened.length > 0) places.push({ name: `${name} (${how} at ${at})`, bytes: opened })
    } catch {
      // It only looked like one.
    }
  }
  for (const at of beginnings(bytes, Buffer.from([0x1f, 0x8b, 0x08]))) {
    tryAt(at, 'gzip', () => inflateRawSync(bytes.subarray(afterGzipHead(bytes, at)), patient))
  }
  for (const second of [0x01, 0x5e, 0x9c, 0xda]) {
    for (const at of beginnings(bytes, Buffer.from([0x78, second])))
      tryAt(at, 'zlib', () => inflateSync(bytes.subarray(at), patient))
  }
  for (const at of beginnings(bytes, Buffer.from('PK\x03\x04'))) {
    const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
    tryAt(at, 'zip', () => inflateRawSync(bytes.subarray(start), patient))
  }
  return places
}

/** Where the compressed part begins: what follows the file is then no error, as it is to a reader of whole gzip files. */
function afterGzipHead(bytes: Buffer, at: number): number {
  const flags = bytes[at + 3] ?? 0
  let start = at + 10
  if (flags & 4) start += 2 + bytes.readUInt16LE(start)
  for (const named of [8, 16]) if (flags & named) start = bytes.indexOf(0, start) + 1
  return start
}

function beginnings(bytes: Buffer, sign: Buffer): number[] {
  const found: number[] = []
  for (let at = bytes.indexOf(sign); at >= 0 && found.length < most; at = bytes.indexOf(sign, at + 1)) {
    if (at + 30 <= bytes.length) found.push(at)
  }
  return found
}
