/** Each way by which something of a person leaves the software: where in the source, for whom, and on what ground. */
export interface Egress {
  readonly sink: 'mail' | 'text' | 'download' | 'feed' | 'print' | 'progress'
  /** A recipient of the policy; the person themselves; a colleague in the office; or somebody whom the office tells by a disclosure. */
  readonly recipient: string
  readonly ground: string
  /** The files of the source in which it is, from its root. */
  readonly at: readonly string[]
}

/** A sink that is not among these fails a test: whoever builds another says here for whom it is. */
export const egresses: readonly Egress[] = [
  {
    sink: 'mail',
    recipient: 'mailCarrier',
    ground:
      'the agreement with whoever carries our mail, asked at each sending; what is in it is for the person it is addressed to',
    at: ['src/features/messages/jobs/carriers.ts', 'src/features/disclosures/domain/carriers-gate.ts'],
  },
  {
    sink: 'mail',
    recipient: 'staff',
    ground: 'the colleague whose account it is hears that a passkey was added to it or taken from it',
    at: ['src/features/staff/jobs/tell-colleagues.job.ts'],
  },
  {
    sink: 'text',
    recipient: 'textCarrier',
    ground: 'the agreement with whoever carries our texts, asked at each sending',
    at: ['src/features/messages/jobs/carriers.ts', 'src/features/disclosures/domain/carriers-gate.ts'],
  },
  {
    sink: 'download',
    recipient: 'staff',
    ground: 'a colleague whose work it is opens a document in the office; it goes further by a disclosure',
    at: ['src/features/files/web/office/file.routes.tsx'],
  },
  {
    sink: 'download',
    recipient: 'subject',
    ground: 'a party opens their own paper, or puts their own appointment into a calendar',
    at: ['src/features/portal/web/party/own.routes.tsx', 'src/features/calendars/web/portal/own-entry.routes.ts'],
  },
  {
    sink: 'download',
    recipient: 'subject',
    ground:
      'what somebody asked to see, released by two people: they take it themselves, or sealed with words that they alone know',
    at: [
      'src/features/access-packs/web/party/own-pack.routes.tsx',
      'src/features/access-packs/web/office/pack.routes.tsx',
    ],
  },
  {
    sink: 'feed',
    recipient: 'staff',
    ground: 'a mediator’s own calendar, with times and at most the number of a file',
    at: ['src/features/calendars/web/public/feed.routes.ts'],
  },
  {
    sink: 'print',
    recipient: 'staff',
    ground: 'a sheet for the office itself: labels, a day’s list, the paper to destroy',
    at: [
      'src/features/retention/web/office/retention.routes.tsx',
      'src/features/casework/web/office/paper.routes.tsx',
      'src/features/bookings/web/office/diary.routes.tsx',
      'src/features/oversight/web/office/oversight-page.tsx',
    ],
  },
  {
    sink: 'print',
    recipient: 'subject',
    ground: 'a letter or a code on paper, to the person and nobody else',
    at: [
      'src/features/messages/web/office/letters.routes.tsx',
      'src/features/messages/web/office/message.routes.tsx',
      'src/features/portal/web/office/code.routes.tsx',
    ],
  },
  {
    sink: 'progress',
    recipient: 'referrer',
    ground: 'whoever referred somebody sees how far it is, as long as that person lets them',
    at: ['src/features/enquiries/data/referrals.ts'],
  },
]
