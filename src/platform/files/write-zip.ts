import { zipSync } from 'fflate'

export interface ZipPart {
  /** With its folders, each behind a stroke. */
  readonly name: string
  readonly bytes: Uint8Array
}

/** The first day that a zip can name: a real one would say when somebody was at work. */
const firstDay = new Date(1980, 0, 1)

/** A zip file of these parts, in their order. Of two with one name the later is kept, so names must differ. */
export const zipOf = (parts: readonly ZipPart[]): Buffer =>
  Buffer.from(zipSync(Object.fromEntries(parts.map(({ name, bytes }) => [name, bytes])), { mtime: firstDay }))
