import { fileTypeFromBuffer } from 'file-type'

export type UploadKind = 'pdf' | 'jpeg' | 'png' | 'text' | 'docx' | 'odt' | 'xlsx'

/** What may be attached. No SVG, HTML, macros or archives: each can act when it is opened. */
export const uploadKinds: Readonly<
  Record<UploadKind, { readonly mediaType: string; readonly extensions: readonly string[] }>
> = {
  pdf: { mediaType: 'application/pdf', extensions: ['pdf'] },
  jpeg: { mediaType: 'image/jpeg', extensions: ['jpg', 'jpeg', 'jpe', 'jfif'] },
  png: { mediaType: 'image/png', extensions: ['png'] },
  text: { mediaType: 'text/plain', extensions: ['txt', 'text'] },
  docx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extensions: ['docx'],
  },
  odt: { mediaType: 'application/vnd.oasis.opendocument.text', extensions: ['odt'] },
  xlsx: { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', extensions: ['xlsx'] },
}

/** The kind that the bytes themselves show, whatever the name or the browser claims; null for anything not allowed. */
export async function kindOf(bytes: Uint8Array): Promise<UploadKind | null> {
  // Some detectors give up on a broken file by throwing: that is not a kind we take either.
  const found = await fileTypeFromBuffer(bytes).catch(() => null)
  if (found === null) return null
  if (found === undefined) return isPlainText(bytes) ? 'text' : null
  const kinds = Object.keys(uploadKinds) as UploadKind[]
  return kinds.find((kind) => uploadKinds[kind].mediaType === found.mime) ?? null
}

// Words without control characters. What a browser might take for a page is refused though it is text.
function isPlainText(bytes: Uint8Array): boolean {
  for (const byte of bytes) if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13) return false
  const beginning = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  return !/<(?:!doctype|\?xml|html|head|body|script|svg|iframe|style|img|a\s)/i.test(beginning)
}
