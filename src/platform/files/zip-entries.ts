/** An entry of a zip's central directory. */
export type ZipEntry = { readonly name: string; readonly packed: number; readonly unpacked: number }

const endSignature = 0x06054b50
const entrySignature = 0x02014b50
const mostEntries = 5000

/** The entries that a zip file lists, nothing unpacked; null when the list is broken, too long, or of the 64-bit kind. */
export function zipEntries(bytes: Uint8Array): ZipEntry[] | null {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = zip.lastIndexOf(Buffer.from('504b0506', 'hex'))
  if (end < 0 || end + 22 > zip.length || zip.readUInt32LE(end) !== endSignature) return null
  const count = zip.readUInt16LE(end + 10)
  if (count > mostEntries) return null
  const entries: ZipEntry[] = []
  let at = zip.readUInt32LE(end + 16)
  for (let entry = 0; entry < count; entry++) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== entrySignature) return null
    const nameEnd = at + 46 + zip.readUInt16LE(at + 28)
    entries.push({
      name: zip.subarray(at + 46, nameEnd).toString('utf8'),
      packed: zip.readUInt32LE(at + 20),
      unpacked: zip.readUInt32LE(at + 24),
    })
    at = nameEnd + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return entries
}
