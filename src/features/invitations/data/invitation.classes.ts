import type { Tables } from '../../../platform/database/tables.gen.ts'
import { type Classified, type ColumnClass, course, key, personal, stamp } from '../../../policy/classification.ts'

const invited = personal('invitation.course', ['party'])
const sentOnce = personal('invitation.course', ['party'], { filled: 'once' })
const answered = personal('invitation.answer', ['party'], { filled: 'once' })
/** Filled by the database: the first MIAM of a case begins it, and no purpose can. */
const given: ColumnClass = { kind: 'key', about: ['party'], filled: 'server' }

export const invitationClasses = {
  invitation: {
    of: 'case',
    category: 'invitation.course',
    rows: { by: 'case', column: 'case_id' },
    whose: { sideOtherThan: 'inviting' },
    columns: {
      id: given,
      case_id: given,
      inviting: given,
      since: stamp('party'),
      clearance: personal('invitation.course', ['party'], { onAccess: 'never' }),
      names_inviter: personal('invitation.course', ['party'], { onAccess: 'withhold' }),
      cleared_by: course('staff'),
      cleared_at: course('staff'),
      outcome: invited,
      outcome_on: course('party'),
      made_at: stamp('party'),
    },
  },
  invitation_step: {
    of: 'case',
    category: 'invitation.course',
    rows: { by: 'case', column: 'case_id' },
    whose: { through: 'invitation_id', of: 'invitation' },
    columns: {
      id: key('party'),
      invitation_id: key('party'),
      case_id: key('party'),
      kind: sentOnce,
      number: key('party'),
      message_id: key('party'),
      contact_point_id: key('party'),
      channel: sentOnce,
      wording: sentOnce,
      code_hash: key('party'),
      notice_policy_hash: key('party'),
      notice_date: sentOnce,
      made_at: stamp('party'),
    },
  },
  invitation_answer: {
    of: 'case',
    category: 'invitation.answer',
    rows: { by: 'case', column: 'case_id' },
    whose: { through: 'invitation_id', of: 'invitation' },
    columns: {
      id: key('party'),
      invitation_id: key('party'),
      case_id: key('party'),
      step_id: given,
      code_hash: key('party'),
      answer: answered,
      way: answered,
      reach: personal('invitation.answer', ['party', 'otherPeople'], {
        form: 'freeText',
        onAccess: 'give',
        filled: 'once',
      }),
      recorded_by: stamp('staff'),
      made_at: stamp('party'),
    },
  },
} satisfies Classified<Tables, 'invitation' | 'invitation_step' | 'invitation_answer'>
