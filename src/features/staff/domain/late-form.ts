/** What somebody sent after their sign-in had ended: enough to send it again. */
export interface LateForm {
  /** The address it was sent to, within the office. */
  readonly path: string
  readonly values: Readonly<Record<string, string>>
  readonly lists: Readonly<Record<string, readonly string[]>>
}

/** Pages whose forms ask for passwords or act on accounts: what is sent there is not kept. */
const notKept = ['/office/account', '/office/staff']

const secretField = /password|^present$|^code$|^_/i

/**
 * What is worth keeping of a form that came too late; null when nothing is. Files are not kept, and fields that may hold a password
 * never are.
 */
export function lateForm(path: string, sent: Omit<LateForm, 'path'>): LateForm | null {
  if (notKept.some((it) => path === it || path.startsWith(`${it}/`) || path.startsWith(`${it}?`))) return null
  const open = <Value>(fields: Readonly<Record<string, Value>>) =>
    Object.fromEntries(Object.entries(fields).filter(([name]) => !secretField.test(name)))
  const values = open(sent.values)
  const lists = open(sent.lists)
  const empty = Object.values(values).every((value) => value.trim() === '') && Object.keys(lists).length === 0
  return empty ? null : { path, values, lists }
}

/** The case that an address belongs to, as text; null when it belongs to none. */
export const caseInPath = (path: string): string | null =>
  /^\/office\/cases\/([0-9a-f-]{36})(?:[/?]|$)/.exec(path)?.[1] ?? null

const asDraft = /\/draft(?=$|\?)/

/** True for the address to which a page sends what is still being written. */
export const isDraftAddress = (path: string): boolean => asDraft.test(path)

/** The page on which a form stands, by the address that it is sent to. */
export const pageOfForm = (path: string): string => path.replace(asDraft, '')

/** A field's name as words: `how_to_proceed` becomes `How to proceed`. */
export function fieldWords(name: string): string {
  const words = name
    .replaceAll(/[_-]+/g, ' ')
    .replaceAll(/([a-z])([A-Z])/g, (_, one: string, other: string) => `${one} ${other.toLowerCase()}`)
  return words.charAt(0).toUpperCase() + words.slice(1)
}
