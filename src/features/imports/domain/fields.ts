/** Of whom a column tells: the person of its row, or one of two parties who stand in one row. */
export const people = ['own', 'a', 'b'] as const
export type Who = (typeof people)[number]

export const personFields = [
  ...(['given', 'family', 'name', 'knownAs', 'former', 'born', 'email', 'emailSafe'] as const),
  ...(['telephone', 'telephoneSafe', 'voicemailSafe', 'textSafe', 'address', 'postcode'] as const),
  ...(['letterSafe', 'contactNotes', 'source'] as const),
] as const
export type PersonField = (typeof personFields)[number]

export const caseFields = ['reference', 'side', 'openedOn', 'closedOn', 'outcome', 'topic', 'mediator'] as const
export type CaseField = (typeof caseFields)[number]

/** What a column of a sheet is: `own.given`, `b.email`, `case.reference`. */
export type FieldKey = `${Who}.${PersonField}` | `case.${CaseField}`

export const fieldKeys: readonly FieldKey[] = [
  ...caseFields.map((field) => `case.${field}` as const),
  ...people.flatMap((who) => personFields.map((field) => `${who}.${field}` as const)),
]

export const isFieldKey = (text: unknown): text is FieldKey => (fieldKeys as readonly unknown[]).includes(text)

/** Several columns may be parts of one address. */
export const mayRepeat = (key: FieldKey): boolean => key.endsWith('.address')

const personWords: Readonly<Record<PersonField, string>> = {
  given: 'first name',
  family: 'last name',
  name: 'whole name',
  knownAs: 'known as',
  former: 'former names',
  born: 'date of birth',
  email: 'e-mail',
  emailSafe: 'whether e-mail is safe',
  telephone: 'telephone',
  telephoneSafe: 'whether the telephone is safe',
  voicemailSafe: 'whether a voicemail is safe',
  textSafe: 'whether a text is safe',
  address: 'address (or a line of it)',
  postcode: 'postcode',
  letterSafe: 'whether letters are safe',
  contactNotes: 'when and how to reach them',
  source: 'who gave the details',
}

const caseWords: Readonly<Record<CaseField, string>> = {
  reference: 'Old case number',
  side: 'Which party this row is (A or B)',
  openedOn: 'Day the case was opened',
  closedOn: 'Day the case was closed',
  outcome: 'How the case ended',
  topic: 'What the case is about',
  mediator: 'Mediator',
}

const whoWords: Readonly<Record<Who, string>> = { own: 'Person of the row', a: 'Party A', b: 'Party B' }

/** What a column is, in words. */
export function wordsOfField(key: FieldKey): string {
  const [who, field] = key.split('.') as [Who | 'case', string]
  if (who === 'case') return caseWords[field as CaseField]
  return `${whoWords[who]}: ${personWords[field as PersonField]}`
}
