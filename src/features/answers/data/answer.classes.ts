import type { Tables } from '../../../platform/database/tables.gen.ts'
import { type Classified, course, key, notPersonal, personal, stamp } from '../../../policy/classification.ts'

const ofRequest = {
  of: 'rightsRequest',
  category: 'request.details',
  rows: { by: 'everyone' },
  whose: { through: 'request_id', of: 'rights_request' },
} as const
const decided = (filled?: 'once') =>
  personal('request.details', ['party', 'staff'], {
    ...({ form: 'freeText', onAccess: 'review' } as const),
    ...(filled ? { filled } : {}),
  })

export const answerClasses = {
  objection: {
    ...ofRequest,
    columns: {
      id: key('party'),
      request_id: key('party'),
      purpose: key('party'),
      made_at: stamp('party'),
      made_by: stamp('staff'),
      outcome: course('party'),
      reason: decided(),
      decided_by: course('staff'),
      decided_at: course('party'),
    },
  },
  right_decision: {
    ...ofRequest,
    columns: {
      id: key('party'),
      request_id: key('party'),
      category: key('party'),
      answer: key('party'),
      ground: key('party'),
      reason: decided('once'),
      policy_hash: notPersonal('the fingerprint of a policy', 'once'),
      decided_by: key('staff'),
      decided_at: stamp('party'),
      turn: stamp('party'),
    },
  },
  told_again: {
    ...ofRequest,
    columns: {
      id: key('party'),
      request_id: key('party'),
      change: key('party'),
      who: personal('request.details', ['party', 'otherPeople'], {
        form: 'freeText',
        onAccess: 'review',
        filled: 'once',
      }),
      noted_by: stamp('staff'),
      noted_at: stamp('party'),
      outcome: course('party'),
      reason: decided(),
      settled_on: course('party'),
      settled_by: course('staff'),
    },
  },
} satisfies Classified<Tables, 'objection' | 'right_decision' | 'told_again'>
