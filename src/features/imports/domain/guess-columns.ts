import { type FieldKey, fieldKeys, mayRepeat, type PersonField, type Who } from './fields.ts'

/** How services call their columns, in small plain words. */
const personHeadings: Readonly<Record<PersonField, string>> = {
  given: 'first name|first names|firstname|given name|given names|forename|forenames|christian name',
  family: 'last name|lastname|surname|family name',
  name: 'name|full name|client name|client|names|person',
  knownAs: 'known as|preferred name|likes to be called',
  former: 'former name|former names|maiden name|previous name|previous names|other names|aka|nee',
  born: 'dob|d o b|date of birth|birth date|birthdate|birthday|born',
  email: 'email|e mail|email address|e mail address|mail',
  emailSafe:
    'email safe|e mail safe|safe email|safe e mail|safe to email|safe to e mail|ok to email|email ok|can email',
  telephone:
    'telephone|phone|mobile|tel|phone number|telephone number|mobile number|contact number|tel no|phone no|mobile no',
  telephoneSafe:
    'telephone safe|phone safe|safe phone|safe to phone|safe to call|safe to ring|ok to call|ok to ring|mobile safe',
  voicemailSafe:
    'voicemail|voicemail safe|leave message|leave a message|ok to leave message|safe to leave message|leave voicemail',
  textSafe: 'text safe|safe to text|ok to text|sms|sms safe|texts',
  address:
    'address|home address|postal address|address 1|address 2|address 3|address line 1|address line 2|address line 3|street|town|city|county',
  postcode: 'postcode|post code|postal code|zip',
  letterSafe: 'letter safe|letters safe|post safe|address safe|safe address|safe to write|ok to write',
  contactNotes:
    'contact notes|safe contact|safe contact notes|safe times|safe time|best time|when to call|contact times|contact preference',
  source: 'details from|source|source of details|who gave the details|given by',
}

const caseHeadings: Readonly<Record<string, string>> = {
  reference:
    'case no|case number|case ref|case reference|file no|file number|file ref|reference|ref|case id|case|our ref|id|old case number',
  side: 'side|party|a or b|a b|party a b|which party',
  openedOn: 'opened|date opened|opened on|open date|start date|started|referral date|date referred|date of referral',
  closedOn: 'closed|date closed|closed on|close date|closing date|end date|ended',
  outcome: 'outcome|result|how it ended|closing reason|status at close',
  topic: 'topic|issues|issue|about|matter|case type|type|type of case|what about',
  mediator: 'mediator|mediator name|allocated to|case worker|caseworker',
}

const whoBegins: readonly (readonly [RegExp, Who])[] = [
  [/^(?:party a|a|client a|client 1|party 1|person 1|p1|first party|applicant|parent 1|parent a) /, 'a'],
  [
    /^(?:party b|b|client b|client 2|party 2|person 2|p2|second party|other party|respondent|parent 2|parent b|ex|ex partner) /,
    'b',
  ],
]

const known: ReadonlyMap<string, FieldKey> = new Map([
  ...Object.entries(personHeadings).flatMap(([field, all]) =>
    all.split('|').map((heading) => [heading, `own.${field}` as FieldKey] as const),
  ),
  ...Object.entries(caseHeadings).flatMap(([field, all]) =>
    all.split('|').map((heading) => [heading, `case.${field}` as FieldKey] as const),
  ),
])

const plain = (heading: string): string =>
  heading
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()

/**
 * What each column seems to be, by its heading; null where nothing is known of it. Where only the other party is marked as such, the
 * rest of the row is party A.
 */
export function guessColumns(headings: readonly string[]): (FieldKey | null)[] {
  const guessed = onceEach(headings.map(guess))
  const names = (who: Who) => guessed.some((it) => it?.startsWith(`${who}.`))
  // Of whom such a column tells is not known then: whether it is safe to reach the wrong one is nothing to guess.
  if (names('a')) return guessed.map((it) => (it?.startsWith('own.') ? null : it))
  if (!names('b')) return guessed
  return guessed.map((it) => (it?.startsWith('own.') ? (it.replace('own.', 'a.') as FieldKey) : it))
}

function guess(heading: string): FieldKey | null {
  const words = plain(heading)
  const direct = known.get(words)
  if (direct) return direct
  for (const [begins, who] of whoBegins) {
    if (!begins.test(words)) continue
    const found = known.get(words.replace(begins, ''))
    if (found?.startsWith('own.')) return found.replace('own.', `${who}.`) as FieldKey
  }
  if (/^(other party|respondent|ex|ex partner|second party|party b)$/.test(words)) return 'b.name'
  if (/^(applicant|first party|party a)$/.test(words)) return 'a.name'
  return null
}

/** Two columns are not the same thing: the second is left for a person to say. */
function onceEach(guessed: readonly (FieldKey | null)[]): (FieldKey | null)[] {
  return guessed.map((key, at) => (key && !mayRepeat(key) && guessed.indexOf(key) < at ? null : key))
}

/** What is wrong with a choice of columns, by the place of the column; -1 for the whole. */
export function faultsOfColumns(columns: readonly (FieldKey | null)[]): ReadonlyMap<number, string> {
  const faults = new Map<number, string>()
  columns.forEach((key, at) => {
    if (key && !mayRepeat(key) && columns.indexOf(key) < at)
      faults.set(at, `Column ${columns.indexOf(key) + 1} is that already. Choose something else for one of them`)
  })
  const has = (key: FieldKey) => columns.includes(key)
  const names = (who: Who) => has(`${who}.name`) || (has(`${who}.given`) && has(`${who}.family`))
  const both = fieldKeys.some((key) => /^[ab]\./.test(key) && has(key))
  const own = fieldKeys.some((key) => key.startsWith('own.') && has(key))
  if (both && own)
    faults.set(
      -1,
      'Choose "Person of the row" when each person has a row, or "Party A" and "Party B" when both stand in one. Not both',
    )
  else if (both && !(names('a') && names('b')))
    faults.set(
      -1,
      'Say which columns are the names of party A and of party B: a first and a last name each, or a whole name',
    )
  else if (!both && !names('own'))
    faults.set(-1, 'Say which columns are the name: a first and a last name, or a whole name')
  else if (!both && !has('case.reference'))
    faults.set(-1, 'Say which column is the old case number: it shows which two people are the parties of one case')
  return faults
}
