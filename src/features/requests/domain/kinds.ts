/** What a person may ask about their data. */
export const requestKinds = [
  'access',
  'correction',
  'erasure',
  'restriction',
  'objection',
  'portability',
  'withdrawal',
] as const
export type RequestKind = (typeof requestKinds)[number]

/** As the person asks it. */
export const askWords: Readonly<Record<RequestKind, string>> = {
  access: 'To see what you hold about me',
  correction: 'To have something put right',
  erasure: 'To have something deleted',
  restriction: 'That you keep it but do not use it',
  objection: 'That you stop using it for something',
  portability: 'To get a copy that another service can read',
  withdrawal: 'To take back something that I agreed to',
}

/** As the office calls it. */
export const kindWords: Readonly<Record<RequestKind, string>> = {
  access: 'See what we hold',
  correction: 'Put something right',
  erasure: 'Delete something',
  restriction: 'Keep it, but do not use it',
  objection: 'Stop using it for something',
  portability: 'A copy that another service can read',
  withdrawal: 'Take back something agreed to',
}

/** The clock stands for a question to the person in access requests alone (UK GDPR Art 12A(5)). */
export const stopsForClarification = (kind: RequestKind): boolean => kind === 'access'

/** How a request reached us. No way is refused. */
export const requestChannels = ['website', 'portal', 'letter', 'email', 'telephone', 'in_person'] as const
export type RequestChannel = (typeof requestChannels)[number]

export const channelWords: Readonly<Record<RequestChannel, string>> = {
  website: 'By the form on our website',
  portal: 'Signed in on our website',
  letter: 'By letter',
  email: 'By e-mail',
  telephone: 'By telephone',
  in_person: 'In person',
}

/** For whom somebody asks. */
export const askedFor = ['self', 'represented', 'child'] as const
export type AskedFor = (typeof askedFor)[number]
