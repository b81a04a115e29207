import type { UploadFlag, UploadReason } from '../../../platform/files/inspect-upload.ts'

/** The largest file that may be attached, in bytes: below what the server takes, so that most of what is larger is told at the field. */
export const largestUpload = 20 * 1024 * 1024

/** What the file field offers to choose. Only a help: the file itself decides. */
export const acceptedEndings = '.pdf,.jpg,.jpeg,.png,.txt,.docx,.odt,.xlsx'

/** Why a file was not taken, for the person who sent it, at the field. */
export const uploadMessages: Readonly<Record<UploadReason | 'upload.infected' | 'upload.missing', string>> = {
  'upload.missing': 'Choose a file',
  'upload.empty': 'This file has nothing in it. Choose another',
  'upload.tooLarge': 'The file must be 20 MB or smaller',
  'upload.typeNotAllowed':
    'The file must be a PDF, a JPEG or PNG picture, plain text, a Word or OpenDocument text, or an Excel table',
  'upload.nameDoesNotMatch':
    'The name of this file says one kind and its content is another. Save it again from where it came, under a right name',
  'upload.macros': 'This file has macros in it, which are programs. Save it without them, or as a PDF',
  'upload.damaged': 'This file is damaged and cannot be read. Save it again, or scan it anew',
  'upload.unpacksTooLarge': 'This file unpacks to more than we can check. Save it as a PDF',
  'upload.infected': 'The virus scanner found something harmful in this file, so it was not kept',
}

/** What a person should know before letting a file go. */
export const flagWords: Readonly<Record<UploadFlag, string>> = {
  'pdf.script': 'It contains a program that can run when it is opened',
  'pdf.opensAction': 'It can do something by itself when it is opened, such as fetch or send',
  'pdf.launches': 'It can start other programs',
  'pdf.embedsFiles': 'It has other files packed inside',
  'pdf.encrypted': 'It is locked with a password, so nobody could look inside',
  'pdf.opaque': 'Parts of it could not be looked into',
  'office.embedsFiles': 'It has other files or objects packed inside',
}

/** The flags of a row, as far as they are known. */
export const flagsIn = (stored: unknown): UploadFlag[] =>
  Array.isArray(stored) ? stored.filter((flag): flag is UploadFlag => Object.hasOwn(flagWords, String(flag))) : []
