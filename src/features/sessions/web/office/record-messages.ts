import type { RecordReason } from '../../actions/whether-recorded.ts'

/** What is said when a record was not taken; null for what is not there. */
export const recordMessages: Readonly<Record<RecordReason, { field: string; message: string } | null>> = {
  'case.missing': null,
  'case.closed': { field: '', message: 'This case is closed. Reopen it to write something into it' },
  'appointment.missing': { field: '', message: 'The appointment is not one of this case. Begin from the case page' },
  'agreement.missing': {
    field: 'way',
    message:
      'Both parties sign the agreement to mediate before a session with both of them. Record who signed, and when, first',
  },
  'session.missing': { field: 'session', message: 'Choose a session of the same zone' },
}
