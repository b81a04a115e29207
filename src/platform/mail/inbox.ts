/** Why a mailbox could not be read, in a few words of ours. */
export type InboxFailureKind = 'unreachable' | 'refused' | 'stalled' | 'broken'

/** A mailbox could not be read. What the server said is not repeated: it may repeat somebody's words, or a password. */
export class InboxFailure extends Error {
  override readonly name = 'InboxFailure'
  readonly kind: InboxFailureKind
  readonly code: string

  constructor(kind: InboxFailureKind) {
    super(`the mailbox could not be read: ${kind}`)
    this.kind = kind
    this.code = `INBOX_${kind.toUpperCase()}`
  }
}

export interface WaitingMail {
  readonly uid: number
  readonly sizeBytes: number
}

/** An open mailbox. Every way of it throws InboxFailure. */
export interface OpenInbox {
  /** Messages that nobody has read, oldest first. */
  unread(): Promise<readonly WaitingMail[]>
  /** A message as it came; null when it is gone. Does not mark it as read. */
  fetch(uid: number): Promise<Buffer | null>
  /** The head of a message, up to its first empty line. Does not mark it as read. */
  fetchHead(uid: number): Promise<Buffer | null>
  /** After it was stored, and never before. */
  markRead(uid: number): Promise<void>
}

/** A mailbox that can be read. */
export interface Inbox {
  /** Opens it for the time of the work, and closes it whatever happens. */
  visit<Result>(work: (inbox: OpenInbox) => Promise<Result>): Promise<Result>
}
