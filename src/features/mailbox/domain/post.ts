import type { Tables } from '../../../platform/database/tables.gen.ts'
import type { UploadReason } from '../../../platform/files/inspect-upload.ts'
import type { Id } from '../../../values/ids.ts'

/** What came: an ordinary message, or something else that is kept apart. */
export type PostKind = Tables['post']['kind']
/** `new`: not sorted yet. `waiting`: a person decides. `aside`: kept apart. `enquiry`, `filed`: part of something. */
export type PostStatus = Tables['post']['status']
/** Why a message was not sorted by itself. */
export type PostWhy = NonNullable<Tables['post']['why']>
/** To whom post may be put: what one party sent is theirs, never at once both parties'. */
export type PostZone = NonNullable<Tables['post']['zone']>

/** A file that came with a message. */
export interface PostAttachment {
  readonly name: string
  readonly type: string
  readonly size: number
  /** Why it cannot become a document; it is still in the message as it came. */
  readonly refused: UploadReason | 'upload.infected' | null
  /** The document of the case that it became. */
  readonly fileId: Id | null
}

export const kindWords: Readonly<Record<PostKind, string>> = {
  message: 'Message',
  loop: 'Came from this service itself',
  auto_reply: 'Automatic reply',
  bulk: 'Sent to many, such as a newsletter',
  bounce: 'Could not be delivered',
  duplicate: 'Came a second time',
  encrypted: 'Locked: nobody here can read it',
  calendar: 'Calendar invitation or answer',
  unreadable: 'Cannot be read',
  too_large: 'Too large',
}

/** What a person should know before they decide. */
export const kindAdvice: Readonly<Partial<Record<PostKind, string>>> = {
  loop: 'It names our own address as its sender. Set it aside unless a colleague sent it on purpose.',
  auto_reply: 'A machine wrote it, such as a holiday notice. Nothing was answered.',
  bulk: 'It went to many people. Set it aside unless somebody should read it.',
  bounce: 'Something that we sent did not arrive. Look at whom it was for, and reach them in another safe way.',
  duplicate: 'The same message is here already. Set this one aside.',
  encrypted: 'Ask the sender, in a safe way, to send it again without encryption, as a letter, or to bring it.',
  calendar: 'Nothing was put into the diary and nothing was answered. Book or change the appointment yourself.',
  unreadable: 'It is broken, or does not say who sent it. It is kept as it came.',
  too_large:
    'It is larger than we can keep and is still unread in the mailbox itself. Open it there, and attach what matters.',
}

export const whyWords: Readonly<Record<PostWhy, string>> = {
  reference_alone:
    'It quotes a number of ours, but comes from an address that we do not know. Anybody may quote a number, the other party too.',
  several: 'Its sender is a party of more than one live case.',
  both_parties: 'Both parties of a case gave us this address.',
  other_case: 'Its sender is a party of one case, and it quotes the number of another.',
  closed_case: 'Its sender is a party of a case that is closed.',
  unsafe_address: 'Somebody else may read or use this address: it is marked as not safe.',
  unconfirmed_address: 'Somebody else gave us this address for the party. They have not confirmed it themselves.',
  doubtful_sender: 'The mail server doubts that it comes from the address that it names.',
}

export const statusWords: Readonly<Record<PostStatus, string>> = {
  new: 'Just came',
  waiting: 'Waits for a decision',
  aside: 'Set aside',
  enquiry: 'An enquiry',
  filed: 'In a case',
}
