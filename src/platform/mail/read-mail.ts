import PostalMime, { type Attachment, type Email } from 'postal-mime'
import { cleanLine, cleanText, textOfHtml } from './plain-text.ts'

/** A part of a message that came as a file. */
export interface MailPart {
  readonly name: string
  /** Lower case, as the sender said. */
  readonly type: string
  /** Of a calendar part: what it asks for, in upper case. */
  readonly method: string | null
  readonly bytes: Uint8Array
}

/** A message, read: text to be shown as text, and files to be looked at before anybody opens them. */
export interface ReadMail {
  /** Empty when it has none. */
  readonly messageId: string
  /** One address, in lower case; null when there is none or more than one. */
  readonly from: { readonly name: string; readonly address: string } | null
  readonly subject: string
  readonly text: string
  readonly sentAt: Temporal.Instant | null
  /** The kind of the whole, in lower case, with its parameters. */
  readonly contentType: string
  readonly parts: readonly MailPart[]
  /** The values of a header, the topmost first; the name in lower case. */
  header(name: string): readonly string[]
}

/** More files than anybody sends; those beyond are in the message as it came. */
export const mostParts = 50

/** Reads a message as it came. Null when it cannot be read, however it is broken. */
export async function readMail(raw: Uint8Array): Promise<ReadMail | null> {
  try {
    const email = await PostalMime.parse(raw, {
      forceRfc822Attachments: true,
      maxNestingDepth: 50,
      maxHeadersSize: 1024 * 1024,
    })
    return understood(email)
  } catch {
    return null
  }
}

function understood(email: Email): ReadMail {
  const header = (name: string) => email.headers.filter((it) => it.key === name).map((it) => it.value)
  const text = cleanText(email.text ?? '')
  return {
    messageId: cleanLine(email.messageId ?? '', 500),
    from: senderOf(email, header('from').length),
    subject: cleanLine(email.subject ?? ''),
    text: text === '' && email.html ? textOfHtml(email.html) : text,
    sentAt: instantOf(email.date),
    contentType: (header('content-type')[0] ?? '').toLowerCase(),
    parts: email.attachments.slice(0, mostParts).map(partOf),
    header,
  }
}

function senderOf({ from }: Email, count: number): ReadMail['from'] {
  if (count !== 1 || !from || from.address === undefined) return null
  const address = cleanLine(from.address, 254).toLowerCase()
  return /^[^\s@<>"]+@[^\s@<>"]+$/.test(address) ? { name: cleanLine(from.name, 200), address } : null
}

function instantOf(date: string | undefined): Temporal.Instant | null {
  const time = Date.parse(date ?? '')
  return Number.isNaN(time) ? null : Temporal.Instant.fromEpochMilliseconds(time)
}

function partOf(attachment: Attachment): MailPart {
  const { content, filename, mimeType, method } = attachment
  const bytes = typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content)
  return { name: cleanLine(filename ?? '', 200), type: mimeType.toLowerCase(), method: method ?? null, bytes }
}
