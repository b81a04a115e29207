import type { Fields, TypedField } from '../support/bad-input.ts'
import type { World } from '../support/world.ts'
import { breachForms, complaintForms } from './forms-of-complaints.ts'
import { safetyForms } from './safety-forms.ts'

/** A form of the office: who fills it in, what in, and how it can be wrong. */
export interface OfficeForm {
  readonly as: Parameters<World['as']>[0]
  readonly typed?: Readonly<Record<string, TypedField>>
  readonly chosen?: readonly string[]
  readonly offered?: readonly string[]
  readonly valid: Fields
  readonly spoiled: Fields
  /** What it is sent about cannot be sent twice: each time something of its own is made. */
  readonly about?:
    | 'an enquiry'
    | 'a case'
    | 'a closed case'
    | 'a closure'
    | 'a child'
    | 'what was held'
    | 'a certificate'
    | 'a document'
    | 'an unsigned case'
    | 'a signed case'
    | 'a running session'
    | 'a stopped session'
    | 'a letter'
    | 'a request'
    | 'a worry'
    | 'a file to open'
    | 'a worry to tell'
    | 'a worry decided alone'
    | 'a file that was opened'
    | 'a complaint'
    | 'a breach'
    | 'a pack'
    | 'two records'
    | 'a merge'
  /** Some of its fields are hidden and say what was seen: they are taken from its page. */
  readonly fromPage?: true
  /** Heading of the page that it answers with the first time, where that is not another address. */
  readonly shows?: string
  /** May be sent with nothing in it. */
  readonly mayBeEmpty?: true
  /** It asks and changes nothing. */
  readonly savesNothing?: true
  /** Takes files too, and so holds much more. */
  readonly takesFiles?: true
}

const name = { longest: 100, required: true }

/** Spoils a form that takes everything: something in it that no text has. */
const noText = { something_else: '\u0000' }

/** The three boxes of a date; errors stand at the whole. */
export const dateOf = (field: string, part: TypedField = {}): Record<string, TypedField> => {
  const whole = { leadsTo: field, messageId: `${field}-date-error`, ...part }
  return {
    [`${field}-day`]: { wrong: ['32', 'first', '-1'], ...whole },
    [`${field}-month`]: { wrong: ['13', 'Thermidor'], ...whole },
    [`${field}-year`]: { wrong: ['26', '1850x'], ...whole },
  }
}
export const day = (field: string, [year, month, date]: readonly [string, string, string]) => ({
  [`${field}-day`]: date,
  [`${field}-month`]: month,
  [`${field}-year`]: year,
})

const child = { given_name: name, family_name: { longest: 100 }, ...dateOf('birth_date') }
const aChild = { given_name: 'Robin', family_name: '', ...day('birth_date', ['2017', '5', '']) }

const outside = { outside_reason: { longest: 500 } }
const slot = {
  ...{ ...dateOf('date', { required: true }), time: { required: true, wrong: ['25:00', 'noonish', '10:07'] } },
  ...outside,
}
const aSlot = { ...day('date', ['2027', '3', '9']), time: '10:15', minutes: '60', place: 'telephone' }

const professional = {
  typed: {
    name: { longest: 200, required: true },
    organisation: { longest: 200, required: true },
    email: { longest: 254, wrong: ['priya', 'a b@marl.example'] },
    telephone: { longest: 40, wrong: ['12', 'telephone'] },
  },
  chosen: ['work', 'source'],
  valid: {
    ...{ name: 'Priya Marl', work: 'solicitor', organisation: 'Marl & Teal LLP', email: 'priya@marl.example' },
    ...{ telephone: '01603 555 200', source: 'themselves' },
  },
  spoiled: { work: '' },
}

/** Every form of the office in which something is typed or chosen, by its route. */
export const officeForms = (ids: {
  readonly mediator: string
  readonly otherPlace: string
}): Readonly<Record<string, OfficeForm>> => ({
  'POST /office/certificates/:id/correct': {
    as: 'mediator',
    typed: { reason: { longest: 1000, required: true } },
    valid: { reason: 'The name was misspelt.' },
    fromPage: true,
    spoiled: { reason: '' },
    about: 'a certificate',
  },
  'POST /office/cases/:caseId/agreements/new/:zone': {
    as: 'mediator',
    typed: { version: { longest: 60, required: true }, ...dateOf('held_on', { required: true }) },
    chosen: ['signed_how'],
    valid: { version: '2026-2', ...day('held_on', ['2026', '11', '20']), signed_how: 'paper' },
    spoiled: { signed_how: '' },
    about: 'an unsigned case',
  },
  'POST /office/requests/new': {
    as: 'coordinator',
    typed: {
      ...{
        given_name: name,
        family_name: { longest: 100 },
        details: { longest: 4000 },
        given_contact: { longest: 300 },
      },
      ...{ representative: { longest: 200, wrong: [''] }, organisation: { longest: 200 } },
      ...dateOf('birth_date'),
      ...dateOf('received_on'),
    },
    chosen: ['kind', 'channel', 'asked_for'],
    valid: {
      ...{ kind: 'access', channel: 'letter', asked_for: 'represented', representative: 'Priya Marl' },
      ...{ organisation: 'Marl & Teal', given_name: 'Ade', family_name: 'Brook', details: 'All', given_contact: '' },
      ...day('birth_date', ['1981', '3', '27']),
      ...day('received_on', ['2026', '11', '19']),
    },
    spoiled: { kind: '' },
  },
  'POST /office/requests/:requestId/identity': {
    as: 'coordinator',
    typed: { reason: { longest: 500, required: true } },
    valid: { step: 'not_needed', reason: 'She sits here' },
    spoiled: { reason: '' },
    about: 'a request',
  },
  'POST /office/requests/:requestId/pack': {
    as: 'coordinator',
    typed: { more: { longest: 1000 }, opinion_on: { longest: 10, wrong: ['soon'] } },
    chosen: ['health', 'opinion'],
    valid: {
      ...{ decision: 'given', more: 'Kit', health: 'not_seen', opinion: 'no_harm', opinion_on: '2026-11-20' },
      ...{ nature: 'ordinary', confidence: 'none', steps: 'not_safe', able: 'not_known', refused: 'not_asked' },
    },
    fromPage: true,
    spoiled: { nature: '' },
    about: 'a pack',
  },
  'POST /office/requests/:requestId/close': {
    as: 'coordinator',
    typed: { note: { longest: 2000 } },
    chosen: ['outcome'],
    valid: { outcome: 'taken_back', note: 'They rang' },
    spoiled: { outcome: '' },
    about: 'a request',
  },
  ...complaintForms(),
  ...breachForms(),
  ...safetyForms,
  'POST /office/cases/:caseId/disclosures/new': {
    as: 'coordinator',
    typed: {
      ...{ authority: { longest: 300 }, words: { longest: 4000 }, reason: { longest: 2000, required: true } },
    },
    chosen: ['to', 'side'],
    offered: ['law_kind', 'words_quality'],
    valid: {
      ...{ to: 'courtsAndPolice:law', law_kind: 'court', authority: 'Order of 3 November 2026', side: 'A' },
      ...{ words: 'She came on 20 November', words_quality: 'open', reason: 'The court asks' },
    },
    spoiled: { side: '' },
  },
  'POST /office/cases/:caseId/live/new': {
    as: 'mediator',
    typed: dateOf('held_on', { required: true }),
    chosen: ['way'],
    offered: ['observer_agreed[]'],
    valid: { way: 'shuttle', ...day('held_on', ['2026', '11', '26']), second_mediator: '', observer: '' },
    spoiled: { way: '' },
    about: 'a signed case',
  },
  'POST /office/live/:id/notes': {
    as: 'mediator',
    typed: { words: { longest: 1000, required: true } },
    chosen: ['kind', 'legal_quality', 'zone', 'passing'],
    valid: { words: 'Sundays', kind: 'proposal', legal_quality: 'open', zone: 'A', passing: 'ask' },
    spoiled: { zone: '' },
  },
  'POST /office/live-notes/:id': {
    as: 'mediator',
    typed: { words: { longest: 1000, required: true } },
    chosen: ['kind', 'legal_quality'],
    valid: { words: 'Saturdays', kind: 'proposal', legal_quality: 'open' },
    spoiled: { kind: '' },
  },
  'POST /office/live-notes/:id/statement': {
    as: 'mediator',
    typed: { words: { longest: 2000, required: true } },
    chosen: ['side'],
    valid: { words: 'I was tired', side: 'A' },
    spoiled: { side: '' },
  },
  'POST /office/live/:id/stop': {
    as: 'mediator',
    typed: { reason: { longest: 2000, required: true } },
    valid: { reason: 'It may not pass.' },
    spoiled: noText,
    about: 'a running session',
  },
  'POST /office/live/:id/resume': {
    as: 'mediator',
    typed: { because: { longest: 2000, required: true } },
    valid: { because: 'It may pass now.' },
    spoiled: noText,
    about: 'a stopped session',
  },
  'POST /office/files/:fileId/share': {
    as: 'mediator',
    typed: { because: { longest: 1000, required: true } },
    valid: { because: 'Both agreed at the session.' },
    spoiled: noText,
    about: 'a document',
  },
  'POST /office/enquiries/new': {
    as: 'coordinator',
    typed: {
      given_name: name,
      family_name: { longest: 100 },
      organisation: { longest: 200 },
      address: { longest: 300 },
      postcode: { longest: 12, wrong: ['12345', 'NR1'] },
      telephone: { longest: 40, wrong: ['12', 'telephone'] },
      email: { longest: 254, wrong: ['ade', 'a b@example.org'] },
      contact_times: { longest: 200 },
      safe_days: { longest: 100, wrong: ['soon', 'mon-'] },
      ...{ safe_from: { wrong: ['25:00', 'noonish'] }, safe_until: { wrong: ['25:00', 'noonish'] } },
      other_given_name: { longest: 100 },
      other_family_name: { longest: 100 },
      message: { longest: 5000 },
      ...dateOf('birth_date'),
      ...dateOf('received_on'),
    },
    chosen: ['topic'],
    offered: ['telephone_safety', 'voicemail_safety', 'email_safety', 'letter_safety', 'heard_from'],
    valid: {
      ...{ given_name: 'Ade', family_name: "O'Brook", topic: 'both', telephone: '01603 555 123', email: '' },
      channel: 'letter',
    },
    spoiled: { topic: '' },
  },
  'POST /office/people/:oneId/same-as/:otherId': {
    as: 'coordinator',
    typed: { reason: { longest: 500, required: true } },
    chosen: ['keep'],
    valid: { keep: 'one', reason: 'She told me her name of before.' },
    spoiled: { keep: '' },
    about: 'two records',
  },
  'POST /office/merges/:id/undo': {
    as: 'coordinator',
    typed: { reason: { longest: 500, required: true } },
    valid: { reason: 'They are cousins.' },
    spoiled: { reason: '' },
    about: 'a merge',
  },
  'POST /office/search': {
    as: 'coordinator',
    typed: { q: { longest: 200, required: true } },
    valid: { q: 'Ade Brook' },
    spoiled: { q: '' },
    shows: 'Find a person',
    savesNothing: true,
  },
  'POST /office/enquiries/:id/answer': {
    as: 'coordinator',
    typed: { note: { longest: 2000 } },
    valid: { note: 'Told them.' },
    spoiled: noText,
    about: 'an enquiry',
    mayBeEmpty: true,
  },
  'POST /office/professionals/new': { as: 'coordinator', ...professional },
  'POST /office/professionals/:id': { as: 'coordinator', ...professional },
  'POST /office/enquiries/:id/open-case': {
    as: 'coordinator',
    typed: {
      ...{ a_given_name: name, a_family_name: name, b_given_name: name, b_family_name: name },
      ...{ child_0_given_name: { longest: 100 }, child_3_given_name: { longest: 100 } },
      ...dateOf('a_birth_date'),
      ...dateOf('b_birth_date'),
      ...dateOf('child_0_birth_date'),
    },
    chosen: ['topic'],
    offered: ['mediator'],
    valid: {
      ...{ a_given_name: 'Ade', a_family_name: 'Brook', b_given_name: 'Sam', b_family_name: 'Reed', topic: 'both' },
      ...{ child_0_given_name: 'Robin', ...day('child_0_birth_date', ['2017', '', '']), mediator: '' },
    },
    spoiled: { topic: '' },
    about: 'an enquiry',
  },
  'POST /office/mailbox/letters/new': {
    as: 'coordinator',
    typed: {
      sender: { longest: 200, required: true },
      subject: { longest: 200, required: true },
      body: { longest: 40_000 },
      ...dateOf('received_on', { required: true }),
    },
    valid: { sender: 'Ade Brook', subject: 'Dates', body: 'I can come.', ...day('received_on', ['2026', '11', '20']) },
    spoiled: { sender: '' },
    takesFiles: true,
  },
  'POST /office/imports/:importId/columns': {
    as: 'coordinator',
    chosen: ['column_0', 'column_1', 'column_2', 'column_3', 'details_of_b', 'topic_otherwise'],
    valid: {
      ...{ column_0: 'case.reference', column_1: 'a.name', column_2: 'b.name', column_3: 'case.openedOn' },
      ...{ details_of_b: 'other_party', topic_otherwise: 'both' },
    },
    spoiled: { column_1: 'b.name' },
  },
  'POST /office/mailbox/:postId/cases/:caseId': {
    as: 'coordinator',
    chosen: ['zone', 'legal_quality'],
    valid: { zone: 'A', legal_quality: 'open' },
    spoiled: { zone: '' },
    about: 'a letter',
  },
  'POST /office/cases/:caseId/people/:personId': {
    as: 'coordinator',
    typed: {
      given_name: name,
      family_name: name,
      known_as: { longest: 100 },
      former_names: { longest: 200 },
      ...dateOf('birth_date'),
    },
    chosen: ['said_by'],
    valid: {
      ...{ given_name: 'Ade', family_name: 'Brook', known_as: '', said_by: 'self' },
      ...day('birth_date', ['1981', '4', '7']),
    },
    spoiled: { given_name: '' },
  },
  'POST /office/cases/:caseId/people/:personId/contact': {
    as: 'coordinator',
    typed: { value: { longest: 500, required: true }, postcode: { longest: 10, wrong: ['12345', 'NR1'] } },
    chosen: ['kind', 'source', 'safety'],
    offered: ['voicemail_safety'],
    valid: { kind: 'address', value: '1 Quay Street', postcode: 'NR1 1AA', source: 'self', safety: 'safe' },
    spoiled: { safety: '' },
  },
  'POST /office/cases/:caseId/people/:personId/safe-contact': {
    as: 'coordinator',
    typed: {
      ...{ times: { longest: 300 }, who_may_answer: { longest: 300 }, code_word: { longest: 100 } },
      ...{ language: { longest: 100 }, interpreter: { longest: 300 }, adjustments: { longest: 2000 } },
      ...{ reason: { longest: 1000 }, ...dateOf('said_on') },
      ...{ safe_from: { wrong: ['25:00', 'noonish'] }, safe_until: { wrong: ['25:00', 'noonish'] } },
    },
    chosen: ['email', 'telephone', 'text_message', 'voicemail', 'letter', 'said_by'],
    valid: {
      ...{ email: 'safe', telephone: 'unsafe', text_message: 'not_asked', voicemail: 'unsafe', letter: 'not_asked' },
      ...{ times: 'After six', said_by: 'self', ...day('said_on', ['2026', '11', '20']) },
    },
    spoiled: { said_by: '' },
    fromPage: true,
  },
  'POST /office/cases/:caseId/people/:personId/whereabouts': {
    as: 'coordinator',
    typed: { address: { longest: 500, required: true }, postcode: { longest: 10, wrong: ['12345', 'NR1'] } },
    chosen: ['kind', 'source'],
    valid: { kind: 'work', address: '1 Quay Street', postcode: 'NR1 1AA', source: 'self' },
    spoiled: { kind: '' },
  },
  'POST /office/cases/:caseId/people/:personId/contact/:pointId': {
    as: 'coordinator',
    chosen: ['safety'],
    offered: ['voicemail_safety'],
    valid: { safety: 'unsafe', voicemail_safety: 'not_asked' },
    spoiled: { safety: '' },
  },
  'POST /office/cases/:caseId/children/new': {
    as: 'coordinator',
    typed: child,
    valid: aChild,
    spoiled: { given_name: '' },
  },
  'POST /office/cases/:caseId/children/:childId': {
    as: 'coordinator',
    typed: child,
    valid: aChild,
    spoiled: { given_name: '' },
  },
  'POST /office/cases/:caseId/close': {
    as: 'coordinator',
    typed: { reason: { longest: 1000, required: true } },
    chosen: ['outcome'],
    valid: { outcome: 'agreement', reason: 'They settled it alone.' },
    spoiled: { outcome: '' },
    about: 'a case',
  },
  'POST /office/cases/:caseId/mediator': {
    as: 'coordinator',
    typed: { reason: { longest: 1000, required: true } },
    chosen: ['mediator'],
    valid: { mediator: ids.mediator, reason: 'Ill for a while' },
    spoiled: { mediator: '' },
  },
  'POST /office/cases/:caseId/reopen': {
    as: 'coordinator',
    typed: { reason: { longest: 1000, required: true } },
    valid: { reason: 'They came back.' },
    spoiled: { reason: '' },
    about: 'a closed case',
  },
  'POST /office/letters': {
    as: 'coordinator',
    typed: dateOf('posted', { required: true }),
    valid: { 'letters[]': '4b0c8a4e-6d0f-4f7f-9a53-0d9a35b0c7a1', ...day('posted', ['2026', '11', '20']) },
    spoiled: { 'posted-day': '' },
  },
  'POST /office/cases/:caseId/write/:side': {
    as: 'coordinator',
    typed: { subject: { longest: 150, required: true }, body: { longest: 5000, required: true } },
    chosen: ['channel'],
    valid: { channel: 'email', subject: 'Your papers', body: 'Please bring them on Tuesday.' },
    fromPage: true,
    spoiled: { channel: '' },
  },
  'POST /office/cases/:caseId/follow-ups/new': {
    as: 'coordinator',
    typed: { words: { longest: 500, required: true }, ...dateOf('due', { required: true }) },
    chosen: ['who'],
    valid: { words: 'Ring the school', who: 'me', ...day('due', ['2027', '3', '9']) },
    spoiled: { who: '' },
  },
  'POST /office/cases/:caseId/follow-ups/:id/move': {
    as: 'coordinator',
    typed: dateOf('due', { required: true }),
    valid: day('due', ['2027', '4', '9']),
    spoiled: { 'due-day': '' },
  },
  'POST /office/cases/:caseId/file-items/new': {
    as: 'coordinator',
    typed: dateOf('on', { required: true }),
    chosen: ['item', 'zone'],
    valid: { item: 'notice', zone: 'A', ...day('on', ['2026', '11', '20']) },
    spoiled: { item: '' },
  },
  'POST /office/reviews/:caseId/looked-at': {
    as: 'supervisor',
    typed: { note: { longest: 2000 } },
    valid: { note: 'Complete.' },
    spoiled: noText,
    mayBeEmpty: true,
  },
  'POST /office/reviews/:caseId/closure': {
    as: 'supervisor',
    typed: { answer: { longest: 2000 } },
    chosen: ['verdict'],
    valid: { verdict: 'sent_back', answer: 'Write the summary first.' },
    spoiled: { verdict: '' },
    about: 'a closure',
  },
  'POST /office/cases/:caseId/children/:childId/meeting/agreement': {
    as: 'coordinator',
    typed: dateOf('on', { required: true }),
    chosen: ['who', 'agreed'],
    valid: { who: 'child', agreed: 'yes', ...day('on', ['2026', '11', '20']) },
    spoiled: { who: '' },
  },
  'POST /office/cases/:caseId/children/:childId/meeting/book': {
    as: 'coordinator',
    typed: { time: { required: true, wrong: ['25:00', 'noonish'] }, ...dateOf('day', { required: true }) },
    chosen: ['mediator'],
    valid: { mediator: ids.mediator, time: '15:00', ...day('day', ['2027', '5', '11']) },
    spoiled: { mediator: '' },
    about: 'a child',
  },
  'POST /office/cases/:caseId/children/:childId/arrangements': {
    as: 'mediator',
    typed: {
      ...{ lives: { longest: 2000 }, timeWith: { longest: 2000 } },
      ...{ holidays: { longest: 2000 }, school: { longest: 2000 } },
      ...dateOf('said'),
    },
    chosen: ['by'],
    valid: {
      ...{ by: 'A', lives: 'With both, week by week', timeWith: '', holidays: '', school: '' },
      ...day('said', ['2026', '11', '21']),
    },
    spoiled: { by: '' },
  },
  'POST /office/child-meetings/:meetingId/words': {
    as: 'mediator',
    typed: { words: { longest: 4000, required: true } },
    chosen: ['may'],
    valid: { words: 'I like both houses', may: 'may_tell' },
    spoiled: { may: '' },
  },
  'POST /office/cases/:caseId/paper/new': {
    as: 'coordinator',
    typed: { place: { longest: 200, required: true } },
    valid: { place: 'Cabinet 2' },
    spoiled: { place: '' },
  },
  'POST /office/paper/:paperId/move': {
    as: 'coordinator',
    typed: { place: { longest: 200 } },
    chosen: ['kind'],
    valid: { kind: 'put_away', place: 'Cabinet 3' },
    spoiled: { kind: '' },
  },
  'POST /office/cases/:caseId/book': {
    as: 'coordinator',
    typed: slot,
    chosen: ['what', 'mediator', 'minutes', 'place'],
    valid: { what: 'session', mediator: ids.mediator, ...aSlot },
    spoiled: { what: '' },
  },
  // Before it is moved to the telephone and cancelled, at which nobody arrives.
  'POST /office/appointments/:id/arrival': {
    as: 'coordinator',
    chosen: ['first', 'gap'],
    valid: { first: 'A', gap: '15' },
    fromPage: true,
    spoiled: { first: '' },
  },
  'POST /office/appointments/:id/move': {
    as: 'coordinator',
    typed: slot,
    chosen: ['minutes', 'place'],
    offered: ['mediator'],
    valid: { ...aSlot, mediator: ids.mediator, time: '15:45' },
    fromPage: true,
    spoiled: { place: '' },
  },
  'POST /office/appointments/:id/mediator': {
    as: 'coordinator',
    typed: outside,
    chosen: ['mediator'],
    valid: { mediator: ids.mediator },
    fromPage: true,
    spoiled: { mediator: '' },
  },
  'POST /office/appointments/:id/cancel': {
    as: 'coordinator',
    chosen: ['by'],
    valid: { by: 'service' },
    fromPage: true,
    spoiled: { by: '' },
  },
  'POST /office/appointments/:id/attendance': {
    as: 'coordinator',
    chosen: ['attended-A', 'attended-B'],
    valid: { 'attended-A': 'attended', 'attended-B': 'not_attended' },
    fromPage: true,
    spoiled: { 'attended-A': '' },
    about: 'what was held',
  },
  'POST /office/appointments/:id/online': {
    as: 'coordinator',
    typed: {
      address: { required: true, wrong: ['zoom', 'http://zoom.us/j/1', 'https://zoom.us/', 'https://zoom.us/my/us'] },
    },
    chosen: ['provider', 'opens'],
    valid: { provider: 'zoom', address: 'https://zoom.us/j/90080070060', opens: '15' },
    spoiled: { provider: '' },
  },
  'POST /office/online/:attendanceId': {
    as: 'coordinator',
    chosen: ['answer', 'how'],
    valid: { answer: 'no', instead: 'room', how: 'telephone' },
    spoiled: { answer: '' },
  },
  'POST /office/cases/:caseId/offers/new': {
    as: 'coordinator',
    typed: {
      ...dateOf('first', { required: true }),
      ...dateOf('last', { required: true }),
      ...dateOf('answer_by', { required: true }),
    },
    chosen: ['what', 'minutes', 'place'],
    offered: ['mediators[]', 'times[]'],
    valid: {
      // Of their own: one for both would take the place of the example.
      ...{ what: 'miam-A', 'mediators[]': [ids.mediator], minutes: '60', place: 'telephone' },
      ...{ ...day('first', ['2027', '3', '16']), ...day('last', ['2027', '3', '16']) },
      ...{ ...day('answer_by', ['2027', '3', '10']), 'times[]': [`${ids.mediator} telephone 2027-03-16T10:00:00Z`] },
    },
    spoiled: { what: '' },
  },
  'POST /office/offers/:id/answer/:side': {
    as: 'coordinator',
    typed: { words: { longest: 1000 } },
    offered: ['times[]'],
    valid: { words: 'Mondays' },
    spoiled: { words: '' },
  },
  'POST /office/appointments/:id/fee/:side': {
    as: 'coordinator',
    typed: { reason: { longest: 1000 }, ...dateOf('told', { required: true }) },
    chosen: ['decision'],
    valid: { decision: 'waive', reason: 'A child was ill.', ...day('told', ['2026', '11', '24']) },
    spoiled: { decision: '' },
  },
  'POST /office/cases/:caseId/arrival': {
    as: 'coordinator',
    chosen: ['first', 'gap'],
    valid: { first: 'A', gap: '15' },
    spoiled: { first: '' },
  },
  'POST /office/settings/places/:placeId/outreach': {
    as: 'administrator',
    typed: { code: { longest: 10, wrong: ['12', '12-'] }, ...dateOf('from', { required: true }) },
    valid: { code: '01A', ...day('from', ['2030', '4', '1']) },
    spoiled: { 'from-day': '' },
  },
  'POST /office/settings/places/:placeId/travel': {
    as: 'administrator',
    typed: { minutes: { longest: 5, required: true, wrong: ['soon', '-1', '900'] } },
    chosen: ['to'],
    valid: { to: ids.otherPlace, minutes: '25' },
    spoiled: { minutes: '' },
  },
  'POST /office/diary/hours/:staffId/add': {
    as: 'coordinator',
    typed: {
      ...{ from: { required: true, wrong: ['soon', '25:00'] }, until: { required: true, wrong: ['soon', '8am'] } },
      ...{ break_from: { wrong: ['lunch'] }, break_until: { wrong: ['lunch'] } },
      ...dateOf('first', { required: true }),
    },
    chosen: ['days[]'],
    offered: ['place'],
    valid: {
      ...{ 'days[]': ['1', '3'], from: '9am', until: '5pm', break_from: 'midday', break_until: '1pm', place: '' },
      ...day('first', ['2031', '1', '1']),
    },
    spoiled: { 'days[]': [] },
  },
  'POST /office/diary/hours/:staffId/end/:hoursId': {
    as: 'coordinator',
    typed: dateOf('last', { required: true }),
    valid: day('last', ['2031', '1', '1']),
    spoiled: { 'last-day': '' },
  },
  'POST /office/diary/hours/:staffId/away': {
    as: 'coordinator',
    typed: {
      ...{ from: { wrong: ['soon'] }, until: { wrong: ['soon'] } },
      ...{ ...dateOf('first', { required: true }), ...dateOf('last', { required: true }) },
    },
    valid: { from: '', until: '', ...day('first', ['2031', '1', '1']), ...day('last', ['2031', '1', '3']) },
    spoiled: { 'first-day': '' },
  },
  'POST /office/retention/cases/:caseId/holds': {
    as: 'privacyOfficer',
    typed: { reason: { longest: 1000, required: true } },
    chosen: ['part', 'category', 'kind', 'authority', 'review'],
    valid: { part: 'A', category: 'all', kind: 'complaint', authority: 'person', reason: 'A complaint', review: 'P3M' },
    spoiled: { review: '' },
  },
  'POST /office/invitations/:invitationId/answer': {
    as: 'coordinator',
    typed: { reach: { longest: 200 } },
    chosen: ['answer', 'way'],
    valid: { answer: 'attend', way: 'telephone', reach: 'Ring after ten' },
    spoiled: { answer: '' },
  },
  'POST /office/invitations/:invitationId/outcome': {
    as: 'coordinator',
    chosen: ['outcome'],
    valid: { outcome: 'no_answer' },
    spoiled: { outcome: '' },
  },
  'POST /office/settings/contact': {
    as: 'administrator',
    typed: {
      'contact.neutral-name': { longest: 80 },
      'contact.telephone': { longest: 40, required: true, wrong: ['12', 'telephone'] },
      'contact.email': { longest: 254, wrong: ['ade'] },
      'contact.address': { longest: 500 },
      'contact.postcode': { longest: 20, wrong: ['12345'] },
      'contact.privacy-lead': { longest: 100 },
    },
    valid: { 'contact.telephone': '01632 960 100', 'contact.address': '1 Quay Street' },
    spoiled: { 'contact.telephone': '' },
  },
  'POST /office/settings/hours': {
    as: 'administrator',
    typed: {
      'hours.opening': { longest: 500, required: true },
      ...{ from: { required: true, wrong: ['soon', '25:00'] }, until: { required: true, wrong: ['soon', '8am'] } },
    },
    chosen: ['days[]'],
    valid: { 'hours.opening': 'Mondays', 'days[]': ['1', '2', '3', '4', '5'], from: '9am', until: '5pm' },
    spoiled: { 'hours.opening': '' },
  },
  'POST /office/settings/closing': {
    as: 'administrator',
    chosen: ['approval'],
    valid: { approval: 'never' },
    spoiled: { approval: '' },
  },
  'POST /office/settings/missed': {
    as: 'administrator',
    typed: {
      notice_days: { longest: 10, required: true, wrong: ['two', '-1', '21'] },
      share_percent: { longest: 10, required: true, wrong: ['half', '-1', '101'] },
      source: { longest: 200, required: true },
      ...dateOf('from', { required: true }),
    },
    valid: { notice_days: '2', share_percent: '50', source: 'Agreement, 4', ...day('from', ['2028', '4', '1']) },
    spoiled: { source: '' },
  },
  'POST /office/settings/prices': {
    as: 'administrator',
    typed: {
      amount: { longest: 20, required: true, wrong: ['free', '-1', '1.234'] },
      ...dateOf('from', { required: true }),
    },
    chosen: ['item'],
    valid: { item: 'miam', amount: '120', ...day('from', ['2028', '4', '1']) },
    spoiled: { item: '' },
  },
  'POST /office/settings/wording/:wording': {
    as: 'administrator',
    typed: { text: { longest: 5000 } },
    valid: { text: 'Closed in August.' },
    spoiled: noText,
    mayBeEmpty: true,
  },
  'POST /office/settings/places/new': {
    as: 'administrator',
    typed: {
      name,
      address: { longest: 500, required: true },
      postcode: { longest: 20, required: true, wrong: ['12345'] },
      arriving: { longest: 1000 },
    },
    valid: { name: 'The Mill', address: '1 Mill Lane', postcode: 'NR1 1AA', arriving: '' },
    spoiled: { name: '' },
  },
  'POST /office/settings/places/:placeId': {
    as: 'administrator',
    typed: {
      name,
      address: { longest: 500, required: true },
      postcode: { longest: 20, required: true, wrong: ['12345'] },
      arriving: { longest: 1000 },
    },
    valid: { name: 'The Old Mill', address: '1 Mill Lane', postcode: 'NR1 1AA', arriving: '' },
    spoiled: { name: '' },
  },
  'POST /office/settings/places/:placeId/new-room': {
    as: 'administrator',
    typed: { name },
    valid: { name: 'The blue room' },
    spoiled: { name: '' },
  },
  'POST /office/settings/mediators/:staffId': {
    as: 'administrator',
    typed: {
      number: { longest: 20, required: true, wrong: ['12', '0123S'] },
      ...dateOf('until', { required: true }),
    },
    chosen: ['kind'],
    valid: { number: '0123A', kind: 'accredited', ...day('until', ['2030', '6', '30']) },
    spoiled: { number: '' },
  },
  'POST /office/account/calendar': {
    as: 'mediator',
    chosen: ['wording'],
    valid: { wording: 'neutral' },
    spoiled: { wording: '' },
    shows: 'Your calendar address',
  },
  'POST /office/staff/invite': {
    as: 'administrator',
    typed: { name, email: { longest: 254, required: true, wrong: ['ade', 'a b@example.org'] } },
    chosen: ['role'],
    valid: { name: 'Nell Carter', email: 'nell@service.example', role: 'coordinator' },
    spoiled: { role: '' },
    shows: 'Invitation link',
  },
  'POST /office/staff/:id/role': {
    as: 'administrator',
    chosen: ['role'],
    valid: { role: 'mediator' },
    spoiled: { role: '' },
  },
})
