import { zipEntries } from '../files/zip-entries.ts'
import type { SheetReason } from './sheet-cells.ts'

export interface UnpackedPart {
  readonly name: string
  readonly text: string
}

type Inflate = (packed: Uint8Array, options: { readonly maxOutputLength: number }) => Uint8Array

/**
 * The XML parts of a packed file, really unpacked: what its list says of their size is only said. Stops when they come to more than
 * `most` bytes, so that a file which unpacks to more than there is memory is refused and not tried.
 */
export function unpackedParts(bytes: Uint8Array, most: number, inflate: Inflate): UnpackedPart[] | SheetReason {
  const listed = zipEntries(bytes)
  if (listed === null) return 'sheet.damaged'
  if (listed.reduce((total, entry) => total + entry.unpacked, 0) > most) return 'sheet.unpacksTooLarge'
  const parts: UnpackedPart[] = []
  let left = most
  for (const place of placesOf(bytes)) {
    if (!/\.(xml|rels)$/i.test(place.name)) continue
    const content = contentOf(bytes, place, left, inflate)
    if (typeof content === 'string') return content
    left -= content.length
    parts.push({ name: place.name, text: Buffer.from(content).toString('utf8') })
  }
  return parts
}

interface Place {
  readonly name: string
  readonly method: number
  readonly packed: number
  readonly header: number
}

/** Where the entries lie, by the same list. The list was found whole before. */
function placesOf(bytes: Uint8Array): Place[] {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = zip.lastIndexOf(Buffer.from('504b0506', 'hex'))
  const places: Place[] = []
  let at = zip.readUInt32LE(end + 16)
  for (let entry = 0; entry < zip.readUInt16LE(end + 10); entry++) {
    const nameEnd = at + 46 + zip.readUInt16LE(at + 28)
    const name = zip.subarray(at + 46, nameEnd).toString('utf8')
    const [method, packed, header] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 42)]
    places.push({ name, method, packed, header })
    at = nameEnd + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return places
}

function contentOf(bytes: Uint8Array, place: Place, left: number, inflate: Inflate): Uint8Array | SheetReason {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (place.header + 30 > zip.length) return 'sheet.damaged'
  const start = place.header + 30 + zip.readUInt16LE(place.header + 26) + zip.readUInt16LE(place.header + 28)
  const packed = zip.subarray(start, start + place.packed)
  if (place.method === 0) return packed.length > left ? 'sheet.unpacksTooLarge' : packed
  if (place.method !== 8 || left <= 0) return 'sheet.damaged'
  try {
    return inflate(packed, { maxOutputLength: left })
  } catch (error) {
    const tooLong = error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    return tooLong ? 'sheet.unpacksTooLarge' : 'sheet.damaged'
  }
}
