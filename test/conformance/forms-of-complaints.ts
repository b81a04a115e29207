import { dateOf, day, type OfficeForm } from './office-forms.ts'

/** The forms by which a complaint is taken down and looked into. */
export const complaintForms = (): Readonly<Record<string, OfficeForm>> => ({
  'POST /office/complaints/new': {
    as: 'coordinator',
    typed: {
      ...{ given_name: { longest: 100, required: true }, family_name: { longest: 100 } },
      ...{ details: { longest: 6000, required: true }, wanted: { longest: 2000 }, about_whom: { longest: 200 } },
      ...{ representative: { longest: 200, wrong: [''] }, organisation: { longest: 200 } },
      ...{ given_contact: { longest: 300 }, ...dateOf('received_on') },
    },
    chosen: ['about', 'channel', 'made_for'],
    valid: {
      ...{ about: 'both', channel: 'letter', made_for: 'represented', representative: 'Priya Marl' },
      ...{ organisation: 'Marl & Teal', given_name: 'Ade', family_name: 'Brook', details: 'It took too long' },
      ...{ wanted: 'Say sorry', about_whom: 'the lady at the desk', given_contact: '' },
      ...day('received_on', ['2026', '11', '19']),
    },
    spoiled: { about: '' },
  },
  'POST /office/complaints/:complaintId/enquire': {
    as: 'coordinator',
    typed: { words: { longest: 4000, required: true }, of_whom: { longest: 200, wrong: [''] } },
    chosen: ['kind'],
    valid: { kind: 'asked', of_staff: '', of_whom: 'The post room', words: 'Who opened it?' },
    spoiled: { words: '' },
    about: 'a complaint',
  },
  'POST /office/complaints/:complaintId/other': {
    as: 'coordinator',
    typed: { reason: { longest: 1000, required: true } },
    chosen: ['decision'],
    offered: ['other_told'],
    valid: { decision: 'told', reason: 'The code asks it', 'safety[]': 'checked', other_told: 'spoken' },
    spoiled: { reason: '' },
    about: 'a complaint',
  },
  'POST /office/complaints/:complaintId/answer': {
    as: 'coordinator',
    typed: { answer: { longest: 6000, required: true }, changed: { longest: 2000, wrong: [''] } },
    chosen: ['outcome', 'cause', 'answer_told'],
    valid: { outcome: 'upheld', answer: 'You were right.', cause: 'delay', changed: 'A list', answer_told: 'spoken' },
    spoiled: { answer: '' },
    about: 'a complaint',
  },
})

const reason = { longest: 4000, required: true } as const
const about = { as: 'coordinator', about: 'a breach' } as const

/** The forms by which somebody records a breach and answers its questions. */
export const breachForms = (): Readonly<Record<string, OfficeForm>> => ({
  'POST /office/breaches/new': {
    as: 'coordinator',
    typed: { what: reason, time: { wrong: ['25:00', 'noonish'] }, ...dateOf('aware_on') },
    chosen: ['kind', 'way'],
    valid: {
      ...{ kind: 'breach', way: 'lost', what: 'A bag was left in the train', time: '10:07am' },
      ...day('aware_on', ['2026', '11', '19']),
    },
    spoiled: { kind: '' },
  },
  'POST /office/breaches/:breachId/contain': {
    ...{ ...about, typed: { contained: reason } },
    ...{ valid: { contained: 'We rang' }, spoiled: { contained: '' } },
  },
  'POST /office/breaches/:breachId/whose': {
    ...{ ...about, typed: { whose: reason, people_count: { wrong: ['many', '-1'] } } },
    ...{ valid: { whose: 'A', people_count: '1', 'delicate[]': 'yes' }, spoiled: { whose: '' } },
  },
  'POST /office/breaches/:breachId/risk': {
    ...{ ...about, typed: { consequences: reason }, chosen: ['risk'] },
    ...{ valid: { risk: 'high', consequences: 'Much' }, spoiled: { risk: '' } },
  },
  'POST /office/breaches/:breachId/notify': {
    ...{ ...about, typed: { notify_reason: reason }, chosen: ['notify'] },
    ...{ valid: { notify: 'yes', notify_reason: 'It may harm her' }, spoiled: { notify: '' } },
  },
  'POST /office/breaches/:breachId/tell': {
    ...{ ...about, typed: { tell_reason: reason }, chosen: ['tell'] },
    ...{ valid: { tell: 'yes', tell_reason: 'By telephone' }, spoiled: { tell: '' } },
  },
  'POST /office/breaches/:breachId/others': {
    ...{ ...about, typed: { charity_reason: { longest: 4000, wrong: [''] } }, chosen: ['charity'] },
    ...{ valid: { charity: 'no', charity_reason: 'Small' }, spoiled: { charity: '' } },
  },
  'POST /office/breaches/:breachId/learn': {
    ...{ ...about, typed: { measures: reason } },
    ...{ valid: { measures: 'Two look' }, spoiled: { measures: '' } },
  },
  'POST /office/breaches/:breachId/told': {
    ...{ ...about, chosen: ['told', 'how'] },
    typed: { words: reason, their_reference: { longest: 100 }, late_reason: { longest: 2000 } },
    valid: { told: 'people', how: 'telephone', words: 'What happened', their_reference: '', late_reason: '' },
    spoiled: { told: '' },
  },
})
