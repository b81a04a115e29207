import type { ReadMail } from '../../../platform/mail/read-mail.ts'
import { type Id, isId } from '../../../values/ids.ts'

const messageId = /^message-id:\s*<([0-9a-f-]{36})@[^>\s]+>/gim
/** What a server that is still trying says (RFC 3464): nothing has come back yet. */
const stillTrying = /^action:\s*(?:delayed|delivered|relayed|expanded)\b/im
const gaveUp = /^action:\s*failed\b/im

/** More than one message is never returned at once; of what claims to be, the first few are looked at. */
const mostLookedAt = 5

/**
 * Which of our messages a report says did not arrive: by the identifiers that they left with, which stand in the headers that a server
 * sends back. None for one that says that it is still being tried.
 */
export function returnedMessages(mail: Pick<ReadMail, 'parts' | 'text'>): Id[] {
  const texts = [...mail.parts.map((part) => Buffer.from(part.bytes).toString('latin1').slice(0, 100_000)), mail.text]
  if (texts.some((text) => stillTrying.test(text)) && !texts.some((text) => gaveUp.test(text))) return []
  const found = texts.flatMap((text) => [...text.matchAll(messageId)].map(([, id]) => (id ?? '').toLowerCase()))
  return [...new Set(found)].filter((id): id is Id => isId(id)).slice(0, mostLookedAt)
}
