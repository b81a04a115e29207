import type { Tables } from '../../../platform/database/tables.gen.ts'
import { type Classified, course, key, personal, stamp } from '../../../policy/classification.ts'

const content = (form: 'value' | 'freeText' = 'value') =>
  personal('message.content', ['party', 'enquirer'], { form, onAccess: 'give', filled: 'once' })

export const messageClasses = {
  message: {
    of: 'case',
    category: 'message.content',
    rows: { by: 'case', column: 'case_id' },
    columns: {
      id: key('party', 'enquirer'),
      case_id: key('party'),
      enquiry_id: key('enquirer'),
      professional_id: key('professional'),
      person_id: key('party'),
      contact_point_id: key('party'),
      about_id: key('party'),
      zone: key('party'),
      channel: personal('message.course', ['party', 'enquirer'], { filled: 'once' }),
      template: personal('message.course', ['party', 'enquirer'], { filled: 'once' }),
      recipient: content(),
      subject: content(),
      body: content('freeText'),
      calendar_entry: content('freeText'),
      status: course('party', 'enquirer'),
      made_at: stamp('party', 'enquirer'),
      settled_at: course('party', 'enquirer'),
      attempts: course(),
      next_attempt_at: course(),
      not_after: course(),
      written_by: key('staff'),
      guard_found: course('party'),
      // A colleague’s words: read before they go.
      guard_reason: personal('message.content', ['party', 'enquirer'], {
        ...{ form: 'freeText', onAccess: 'review', filled: 'once' },
      }),
      once: key('party'),
      why: course('party', 'enquirer'),
      delivered_at: course('party'),
      posted_on: course('party', 'enquirer'),
      settled_by: course('staff'),
    },
  },
} satisfies Classified<Tables, 'message'>
