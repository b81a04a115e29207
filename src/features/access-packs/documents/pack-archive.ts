import { Encrypter } from 'age-encryption'
import { uploadKinds } from '../../../platform/files/upload-kinds.ts'
import { type ZipPart, zipOf } from '../../../platform/files/write-zip.ts'

/** A paper as it goes: null when its bytes are lost. */
export interface GivenPaper {
  readonly mediaType: string
  readonly bytes: Buffer | null
}

/** What a paper is called in an archive: the name that it came with may tell of somebody, and shows wherever the file does. */
export function fileNameOf(mediaType: string, at: number): string {
  const kind = Object.values(uploadKinds).find((it) => it.mediaType === mediaType)
  return `document-${String(at + 1).padStart(3, '0')}.${kind?.extensions[0] ?? 'bin'}`
}

/** Everything in one file: to read, for a program, and the papers themselves. */
export const packArchive = (answers: readonly ZipPart[], papers: readonly GivenPaper[]): Buffer =>
  zipOf([
    ...answers,
    ...papers.flatMap((it, at) =>
      it.bytes ? [{ name: `documents/${fileNameOf(it.mediaType, at)}`, bytes: it.bytes }] : [],
    ),
  ])

/** The work that each guess costs: the words that open it are long and by chance, so that little is enough. */
const work = 15

/** The same so that these words alone open it, with any program that knows the format `age`. */
export async function sealedArchive(archive: Buffer, passphrase: string): Promise<Buffer> {
  const age = new Encrypter()
  age.setScryptWorkFactor(work)
  age.setPassphrase(passphrase)
  return Buffer.from(await age.encrypt(archive))
}
