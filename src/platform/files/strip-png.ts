import { crc32 } from 'node:zlib'

const signature = Buffer.from('89504e470d0a1a0a', 'hex')

/** The chunks that a picture needs to look right (PNG specification, third edition). All others may carry words or a place. */
const kept = new Set(
  'IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD hIST sPLT pHYs acTL fcTL fdAT'.split(' '),
)

/**
 * A PNG without text, EXIF, times or anything after its end. Null when it is not a whole PNG: a length that overruns, a
 * checksum that is wrong, or no end.
 */
export function strippedPng(bytes: Uint8Array): Buffer | null {
  const image = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (!signature.equals(image.subarray(0, 8))) return null
  const pieces: Buffer[] = [signature]
  let at = 8
  while (at + 12 <= image.length) {
    const end = at + 12 + image.readUInt32BE(at)
    if (end > image.length) return null
    const type = image.subarray(at + 4, at + 8).toString('latin1')
    if (crc32(image.subarray(at + 4, end - 4)) !== image.readUInt32BE(end - 4)) return null
    if (kept.has(type)) pieces.push(image.subarray(at, end))
    if (type === 'IEND') return Buffer.concat(pieces)
    at = end
  }
  return null
}
