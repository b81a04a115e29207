import { readPostcode } from '../../../values/postcode.ts'
import { readTelephone } from '../../../values/telephone.ts'
import type { Safety, Source } from '../../people/index.ts'
import type { PersonField, Who } from './fields.ts'
import { safetyWords, sourceWords, wordIn } from './known-words.ts'
import type { RowReader } from './row-reader.ts'
import type { Channels, SheetPerson } from './sheet.ts'

/** Reads one person of a row. `otherwise`: who gave the details where the sheet does not say. */
export function readPerson(row: RowReader, who: Who, otherwise: Source): SheetPerson {
  const names = readNames(row, who)
  const source = readSource(row, who) ?? otherwise
  return {
    ...names,
    ...{ knownAs: row.line(`${who}.knownAs`, 100), formerNames: row.line(`${who}.former`, 200) },
    birthDate: row.date(`${who}.born`, 'birth'),
    ...readWays(row, who),
    safe: readSafety(row, who),
    contactNotes: row.line(`${who}.contactNotes`, 300),
    source,
  }
}

function readNames(row: RowReader, who: Who): Pick<SheetPerson, 'givenName' | 'familyName'> {
  const given = row.line(`${who}.given`, 100)
  const family = row.line(`${who}.family`, 100)
  const whole = row.line(`${who}.name`, 200)
  if (given && family) return { givenName: given, familyName: family }
  if (!whole) {
    row.problem(
      given ? `${who}.family` : `${who}.given`,
      given || family ? 'A part of the name is missing' : nameless(who),
    )
    return { givenName: given ?? '', familyName: family ?? '' }
  }
  const [last = '', first = '', ...more] = whole.split(',').map((part) => part.trim())
  if (last && first && more.length === 0) return { givenName: first, familyName: last }
  const words = whole.split(' ')
  if (words.length === 2 && !whole.includes(',')) return { givenName: words[0] ?? '', familyName: words[1] ?? '' }
  row.problem(`${who}.name`, 'It is not clear which part is the last name. Write it as Last name, First name')
  return { givenName: '', familyName: '' }
}

const nameless = (who: Who): string =>
  who === 'own' ? 'The name is missing' : `The name of party ${who.toUpperCase()} is missing`

function readWays(row: RowReader, who: Who) {
  return {
    email: readEmail(row, who),
    telephone: readPhone(row, who),
    ...readAddress(row, who),
  }
}

const mailbox = /^[^\s\p{C}@"<>(),;:\\[\]]+@[^\s\p{C}@"<>(),;:\\[\]]+\.[^\s\p{C}@"<>(),;:\\[\].]{2,}$/u

function readEmail(row: RowReader, who: Who): string | null {
  const email = row.line(`${who}.email`, 254)
  if (email !== null && !mailbox.test(email)) {
    row.problem(`${who}.email`, 'This is no e-mail address. Write one, like name@example.com')
  }
  return email
}

function readPhone(row: RowReader, who: Who): string | null {
  const typed = row.line(`${who}.telephone`, 40)
  if (typed === null) return null
  const reading = readTelephone(typed)
  if (!reading.done) {
    row.problem(`${who}.telephone`, 'This is no telephone number. Write one with its area code')
    return null
  }
  // A spreadsheet takes the 0 from the front of a number.
  return /^[127]\d{9}$/.test(typed.replaceAll(/\s/g, '')) ? `0${typed}` : typed
}

function readAddress(row: RowReader, who: Who): Pick<SheetPerson, 'address' | 'postcode'> {
  const address = row.of(who, 'address')
  const typed = row.line(`${who}.postcode`, 20)
  if (address.length > 500) row.problem(`${who}.address`, 'This is longer than 500 characters. Shorten it')
  const reading = typed === null ? null : readPostcode(typed)
  if (reading && !reading.done) row.problem(`${who}.postcode`, 'This is no postcode. Write one, like NR1 1AA')
  const postcode = reading?.done ? reading.value : null
  if (address === '' && postcode) {
    row.note(`${who}.postcode`, 'A postcode without an address does not come in')
    return { address: null, postcode: null }
  }
  return { address: address === '' ? null : address, postcode }
}

function readSafety(row: RowReader, who: Who): Channels {
  const said = (field: PersonField): Safety => {
    const text = row.of(who, field)
    const safety = wordIn(safetyWords, text)
    if (text !== '' && safety === null)
      row.problem(`${who}.${field}`, 'Write yes, no or not asked, so that nothing is taken for safe that is not')
    return safety ?? 'not_asked'
  }
  return {
    email: said('emailSafe'),
    telephone: said('telephoneSafe'),
    voicemail: said('voicemailSafe'),
    text_message: said('textSafe'),
    letter: said('letterSafe'),
  }
}

function readSource(row: RowReader, who: Who): Source | null {
  const text = row.of(who, 'source')
  const source = wordIn(sourceWords, text)
  if (text !== '' && source === null) row.problem(`${who}.source`, 'Write themselves, other party, referrer or staff')
  return source
}
