import type { Tables } from '../../../platform/database/tables.gen.ts'
import { type Classified, notPersonal } from '../../../policy/classification.ts'

export const websiteClasses = {
  page_count: {
    of: 'websiteCount',
    category: 'website.counts',
    rows: { by: 'everyone' },
    columns: {
      day: notPersonal('a day on which something was counted', 'once'),
      path: notPersonal('a page of the website', 'once'),
      views: notPersonal('how often a page was read that day'),
    },
  },
} satisfies Classified<Tables, 'page_count'>
