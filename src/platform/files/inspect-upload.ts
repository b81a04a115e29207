import { done, type Outcome, refused } from '../../values/outcome.ts'
import { cleanFileName, extensionOf } from './file-name.ts'
import { type PdfFlag, pdfFlags } from './pdf-flags.ts'
import { strippedJpeg } from './strip-jpeg.ts'
import { strippedPng } from './strip-png.ts'
import { kindOf, type UploadKind, uploadKinds } from './upload-kinds.ts'
import { zipEntries } from './zip-entries.ts'

export type UploadFlag = PdfFlag | 'office.embedsFiles'

/** Why a file was not taken; each has its sentence for a person where the form is. */
export type UploadReason =
  | 'upload.empty'
  | 'upload.tooLarge'
  | 'upload.typeNotAllowed'
  | 'upload.nameDoesNotMatch'
  | 'upload.macros'
  | 'upload.damaged'
  | 'upload.unpacksTooLarge'

/** A file that may be stored, in quarantine until it is scanned or a person releases it. */
export type InspectedUpload = {
  readonly kind: UploadKind
  readonly mediaType: string
  /** Safe to show, store and send in a header; its ending is that of the kind. */
  readonly name: string
  /** What to store: of a picture, the bytes without metadata. */
  readonly bytes: Uint8Array
  /** Reasons for a person to look before anyone opens it, whatever a scanner says. */
  readonly flags: readonly UploadFlag[]
}

const mostUnpacked = 200 * 1024 * 1024

/** Decides about an upload by its bytes. `largest` is in bytes. */
export async function inspectUpload(upload: {
  readonly bytes: Uint8Array
  readonly claimedName: string
  readonly largest: number
}): Promise<Outcome<InspectedUpload, UploadReason>> {
  const { bytes, largest } = upload
  if (bytes.length === 0) return refused('upload.empty')
  if (bytes.length > largest) return refused('upload.tooLarge')
  const kind = await kindOf(bytes)
  if (kind === null) return refused('upload.typeNotAllowed')
  const name = nameFor(kind, cleanFileName(upload.claimedName))
  if (name === null) return refused('upload.nameDoesNotMatch')
  const content = inspectors[kind](bytes)
  return content.done ? done({ kind, mediaType: uploadKinds[kind].mediaType, name, ...content.value }) : content
}

type Content = Outcome<Pick<InspectedUpload, 'bytes' | 'flags'>, UploadReason>

const picture =
  (strip: (bytes: Uint8Array) => Uint8Array | null) =>
  (bytes: Uint8Array): Content => {
    const stripped = strip(bytes)
    return stripped ? done({ bytes: stripped, flags: [] }) : refused('upload.damaged')
  }

const office = (bytes: Uint8Array): Content => {
  const entries = zipEntries(bytes)
  if (entries === null) return refused('upload.damaged')
  if (entries.reduce((total, entry) => total + entry.unpacked, 0) > mostUnpacked)
    return refused('upload.unpacksTooLarge')
  const has = (pattern: RegExp) => entries.some((entry) => pattern.test(entry.name))
  if (has(/vbaProject|vbaData|macrosheets|^(?:Basic|Scripts)\//i)) return refused('upload.macros')
  return done({ bytes, flags: has(/embeddings\/|activeX|oleObject|^Object \d/i) ? ['office.embedsFiles'] : [] })
}

const inspectors: Readonly<Record<UploadKind, (bytes: Uint8Array) => Content>> = {
  pdf: (bytes) => done({ bytes, flags: pdfFlags(bytes) }),
  jpeg: picture(strippedJpeg),
  png: picture(strippedPng),
  text: (bytes) => done({ bytes, flags: [] }),
  docx: office,
  odt: office,
  xlsx: office,
}

// Phones call a JPEG .png and the other way about, which harms nobody; any other mismatch is a disguise or a mistake.
function nameFor(kind: UploadKind, name: string): string | null {
  const { extensions } = uploadKinds[kind]
  const extension = extensionOf(name)
  if (extensions.includes(extension)) return name
  if (extension === '') return `${name}.${extensions[0]}`
  const pictures = [...uploadKinds.jpeg.extensions, ...uploadKinds.png.extensions]
  if (!extensions.some((own) => pictures.includes(own)) || !pictures.includes(extension)) return null
  return `${name.slice(0, -extension.length)}${extensions[0]}`
}
