import type { OfficeForm } from './office-forms.ts'

const long = { longest: 2000, required: true }

/** The forms about somebody's safety. */
export const safetyForms: Readonly<Record<string, OfficeForm>> = {
  'POST /office/cases/:caseId/concerns/new': {
    as: 'mediator',
    typed: {
      ...{ who: { longest: 200, required: true }, seen: { longest: 4000, required: true }, seen_by: { longest: 200 } },
    },
    chosen: ['at_risk'],
    valid: { at_risk: 'child', who: 'The younger one', seen: 'A bruise', seen_by: 'A teacher' },
    spoiled: { at_risk: '' },
  },
  'POST /office/concerns/:concernId/decide': {
    as: 'supervisor',
    typed: { reason: long, consent_reason: { longest: 500 } },
    chosen: ['decision', 'consent'],
    valid: { decision: 'tell', reason: 'A bruise', consent: 'refused', consent_reason: 'She said no' },
    spoiled: { decision: '' },
    about: 'a worry',
  },
  'POST /office/concerns/:concernId/tell': {
    as: 'supervisor',
    typed: { words: { longest: 4000, required: true }, why: long },
    chosen: ['recipient', 'how'],
    valid: { recipient: 'safeguardingBodies', words: 'A bruise', why: 'To look', how: 'telephone' },
    spoiled: { how: '' },
    about: 'a worry to tell',
  },
  'POST /office/concerns/:concernId/review': {
    as: 'supervisor',
    typed: { review: long },
    valid: { review: 'It was right' },
    spoiled: { review: '' },
    about: 'a worry decided alone',
  },
  'POST /office/break-glass/new': {
    as: 'mediator',
    typed: { reference: { required: true, wrong: ['C-0000-000'] }, reason: long },
    valid: { reference: 'C-XXXX-XXX', reason: 'A child is in danger' },
    spoiled: { reason: '' },
    about: 'a file to open',
  },
  'POST /office/break-glass/:breakId/review': {
    as: 'supervisor',
    typed: { review: long },
    valid: { review: 'It was right' },
    spoiled: { review: '' },
    about: 'a file that was opened',
  },
}
