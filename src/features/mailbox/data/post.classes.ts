import type { Tables } from '../../../platform/database/tables.gen.ts'
import { type Classified, course, key, notPersonal, personal, stamp } from '../../../policy/classification.ts'

const people = ['enquirer', 'party', 'otherPeople'] as const
const kept = (form: 'value' | 'freeText' | 'file' = 'value') =>
  personal('post.content', people, { form, filled: 'once' })
const hidden = () => personal('post.content', people, { form: 'file', onAccess: 'withhold', filled: 'once' })

export const postClasses = {
  post: {
    of: 'case',
    category: 'post.content',
    rows: { by: 'case', column: 'case_id', zone: 'zone' },
    columns: {
      id: key(...people),
      medium: kept(),
      kind: kept(),
      status: course(...people),
      why: personal('post.content', people),
      case_id: course('party'),
      enquiry_id: course('enquirer'),
      zone: course('party'),
      legal_quality: course('party'),
      duplicate_of: key(...people),
      about_case_id: personal('post.content', ['party']),
      sender_name: kept(),
      sender_address: kept(),
      subject: kept('freeText'),
      body: kept('freeText'),
      // Each with the document that it became: filled anew when the post is put to a case.
      attachments: personal('post.content', people, { form: 'file' }),
      dated: kept(),
      received_at: stamp(...people),
      raw_sha256: hidden(),
      content_sha256: hidden(),
      stored_name: key(...people),
      size_bytes: kept('file'),
      wrapped: hidden(),
      sorted_at: course(...people),
      sorted_by: course('staff'),
    },
  },
  mailbox_state: {
    of: 'service',
    category: 'post.content',
    rows: { by: 'everyone' },
    columns: {
      id: notPersonal('marks the only row', 'once'),
      read_at: notPersonal('when the mailbox was read'),
      failing_since: notPersonal('since when it could not be read'),
      failure: notPersonal('one of our words'),
    },
  },
} satisfies Classified<Tables, 'post' | 'mailbox_state'>
