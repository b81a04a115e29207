import { inflateRawSync } from 'node:zlib'

/** The parts of a zip file that Evenhand wrote, each opened. */
export function unzipped(zip: Buffer): { name: string; bytes: Buffer }[] {
  const parts: { name: string; bytes: Buffer }[] = []
  for (let at = 0; zip.subarray(at, at + 4).toString('latin1') === 'PK\x03\x04'; ) {
    const start = at + 30 + zip.readUInt16LE(at + 26)
    const end = start + zip.readUInt32LE(at + 18)
    parts.push({ name: zip.subarray(at + 30, start).toString(), bytes: inflateRawSync(zip.subarray(start, end)) })
    at = end
  }
  return parts
}
