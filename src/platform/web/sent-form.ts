import type { Id } from '../../values/ids.ts'
import { hasControls } from './control-characters.ts'

export interface SentFile {
  readonly name: string
  readonly bytes: Buffer
}

/** What a person sent: every field as typed, so that a page with errors can show it again. */
export interface SentForm {
  readonly values: Readonly<Record<string, string>>
  /** Fields that can be chosen more than once. */
  readonly lists: Readonly<Record<string, readonly string[]>>
  readonly files: Readonly<Record<string, SentFile>>
  /** The form's request key, the same when the form is sent twice. */
  readonly key: Id
  /** Seconds since the form was made. */
  readonly age: number
}

/** Fields with a character that no text has (NUL and other controls): refused at the field, since a database cannot keep it. */
export function fieldsWithControls(form: SentForm): string[] {
  return Object.entries(form.values)
    .filter(([, value]) => hasControls(value, allowed))
    .map(([name]) => name)
}

// Tab and line ends are text.
const allowed = [9, 10, 13]

/** As a person means it: one kind of line end, composed letters, no space around. */
export const tidied = (text: string): string => text.replaceAll('\r\n', '\n').normalize('NFC').trim()
