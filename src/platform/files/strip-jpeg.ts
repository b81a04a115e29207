/** Marker codes of JPEG (ITU-T T.81 table B.1). */
const endOfImage = 0xd9
const startOfScan = 0xda
const app0 = 0xe0
const app1 = 0xe1
const app2 = 0xe2
const app14 = 0xee
const app15 = 0xef
const comment = 0xfe

/**
 * A JPEG without what it tells beside the picture: EXIF (place, time, camera, thumbnail), XMP, IPTC, comments, and whatever
 * follows the picture's end (a phone hides films there). Colour profile, colour transform and which way is up are kept.
 * Null when it is not a whole JPEG.
 */
export function strippedJpeg(bytes: Uint8Array): Buffer | null {
  const image = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (image.length < 4 || image.readUInt16BE(0) !== 0xffd8) return null
  const kept: Buffer[] = [image.subarray(0, 2)]
  let at = 2
  while (at + 4 <= image.length || image[at + 1] === endOfImage) {
    if (image[at] !== 0xff) return null
    const marker = image[at + 1]
    if (marker === undefined) return null
    if (marker === 0xff) {
      at++
      continue
    }
    if (marker === endOfImage) return Buffer.concat([...kept, image.subarray(at, at + 2)])
    const end = at + 2 + image.readUInt16BE(at + 2)
    if (marker < 0xc0 || end < at + 4 || end > image.length) return null
    kept.push(...keptOf(marker, image.subarray(at, end)))
    at = marker === startOfScan ? endOfScan(image, end) : end
    if (marker === startOfScan) kept.push(image.subarray(end, at))
  }
  return null
}

function keptOf(marker: number, segment: Buffer): Buffer[] {
  if (marker === app1) return uprightOnly(segment)
  const isProfile = marker === app2 && segment.subarray(4, 16).toString('latin1') === 'ICC_PROFILE\0'
  if (marker === app0 || marker === app14 || isProfile) return [segment]
  return marker === comment || (marker >= app0 && marker <= app15) ? [] : [segment]
}

// Entropy-coded data run to the next marker; FF00 is a stuffed byte and FFD0 to FFD7 restart within the scan.
function endOfScan(image: Buffer, from: number): number {
  let at = from
  for (;;) {
    at = image.indexOf(0xff, at)
    if (at < 0 || at + 1 >= image.length) return image.length
    const next = image[at + 1] ?? 0
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at
    at += next === 0xff ? 1 : 2
  }
}

// A photographed letter must stay readable: of EXIF the orientation (tag 0x0112) is written anew, alone.
function uprightOnly(segment: Buffer): Buffer[] {
  const orientation = orientationOf(segment)
  if (orientation === null || orientation < 2 || orientation > 8) return []
  const exif = Buffer.from('ffe1002245786966000049492a0008000000010012010300010000000000000000000000', 'hex')
  exif[28] = orientation
  return [exif]
}

function orientationOf(segment: Buffer): number | null {
  if (segment.subarray(4, 10).toString('latin1') !== 'Exif\0\0') return null
  const tiff = segment.subarray(10)
  const little = tiff.subarray(0, 2).toString('latin1') === 'II'
  const short = (at: number) => (at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const long = (at: number) => (at + 4 > tiff.length ? 0 : little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at))
  const directory = long(4)
  const entries = Math.min(short(directory), 200)
  for (let entry = 0; entry < entries; entry++) {
    const at = directory + 2 + entry * 12
    if (short(at) === 0x0112) return short(at + 8)
  }
  return null
}
