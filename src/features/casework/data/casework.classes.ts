import type { Tables } from '../../../platform/database/tables.gen.ts'
import { type Classified, course, key, personal, stamp } from '../../../policy/classification.ts'

const inCase = { of: 'case', rows: { by: 'case', column: 'case_id' } } as const
const written = (category: 'case.plan' | 'case.review' | 'case.paper') =>
  personal(category, ['party', 'child', 'otherPeople'], { form: 'freeText', onAccess: 'review', filled: 'once' })

const arranged = () =>
  personal('child.arrangements', ['child', 'party', 'otherPeople'], { form: 'freeText', filled: 'once' })

export const caseworkClasses = {
  follow_up: {
    ...inCase,
    whose: 'office',
    category: 'case.plan',
    columns: {
      id: key('party'),
      case_id: key('party'),
      words: written('case.plan'),
      for_role: personal('case.plan', ['staff'], { filled: 'once' }),
      for_staff: personal('case.plan', ['staff'], { filled: 'once' }),
      due_on: personal('case.plan', ['party']),
      author: stamp('staff'),
      made_at: stamp('staff'),
      done_at: course('staff'),
      done_by: course('staff'),
    },
  },
  file_item: {
    ...inCase,
    category: 'case.index',
    columns: {
      id: key('party'),
      case_id: key('party'),
      item: personal('case.index', ['party'], { filled: 'once' }),
      zone: key('party'),
      on_day: personal('case.index', ['party'], { filled: 'once' }),
      author: stamp('staff'),
      recorded_at: stamp('staff'),
    },
  },
  closure_request: {
    ...inCase,
    whose: 'office',
    category: 'case.plan',
    columns: {
      id: key('party'),
      case_id: key('party'),
      outcome: personal('case.plan', ['party'], { filled: 'once' }),
      reason: written('case.plan'),
      author: stamp('staff'),
      asked_at: stamp('staff'),
      settled_at: course('staff'),
    },
  },
  file_review: {
    ...inCase,
    whose: 'office',
    category: 'case.review',
    columns: {
      id: key('party'),
      case_id: key('party'),
      request_id: key('party'),
      verdict: personal('case.review', ['party', 'staff'], { filled: 'once' }),
      note: written('case.review'),
      author: stamp('staff'),
      reviewed_at: stamp('staff'),
    },
  },
  child_agreement: {
    ...inCase,
    whose: 'office',
    category: 'child.meeting',
    columns: {
      id: key('child'),
      case_id: key('party'),
      child_id: key('child'),
      who: personal('child.meeting', ['party', 'child'], { filled: 'once' }),
      agreed: personal('child.meeting', ['party', 'child'], { filled: 'once' }),
      on_day: personal('child.meeting', ['party', 'child'], { filled: 'once' }),
      author: stamp('staff'),
      recorded_at: stamp('staff'),
      turn: stamp('child'),
    },
  },
  arrangement: {
    of: 'case',
    rows: { by: 'case', column: 'case_id', zone: 'zone' },
    category: 'child.arrangements',
    columns: {
      id: key('child'),
      case_id: key('party'),
      child_id: key('child'),
      zone: key('party'),
      said_on: personal('child.arrangements', ['party', 'child'], { filled: 'once' }),
      lives: arranged(),
      time_with: arranged(),
      holidays: arranged(),
      school: arranged(),
      author: stamp('staff'),
      recorded_at: stamp('staff'),
      turn: stamp('child'),
    },
  },
  child_meeting: {
    ...inCase,
    whose: 'office',
    category: 'child.meeting',
    columns: {
      id: key('child'),
      case_id: key('party'),
      child_id: key('child'),
      mediator_id: key('staff'),
      starts_at: personal('child.meeting', ['child'], { filled: 'once' }),
      ends_at: personal('child.meeting', ['child'], { filled: 'once' }),
      status: course('child'),
      author: stamp('staff'),
      made_at: stamp('staff'),
    },
  },
  child_word: {
    of: 'case',
    rows: { by: 'holder', column: 'mediator_id', case: 'case_id' },
    whose: 'office',
    category: 'child.voice',
    columns: {
      id: key('child'),
      case_id: key('party'),
      meeting_id: key('child'),
      mediator_id: key('staff'),
      words: personal('child.voice', ['child', 'party', 'otherPeople'], {
        form: 'freeText',
        onAccess: 'withhold',
        filled: 'once',
      }),
      may_tell: personal('child.voice', ['child'], { filled: 'once' }),
      told_on: personal('child.voice', ['child']),
      author: stamp('staff'),
      recorded_at: stamp('staff'),
    },
  },
  paper_file: {
    ...inCase,
    whose: 'both',
    category: 'case.paper',
    columns: {
      id: key('party'),
      case_id: key('party'),
      label: personal('case.paper', ['party'], { filled: 'once' }),
      made_by: stamp('staff'),
      made_at: stamp('staff'),
    },
  },
  paper_movement: {
    ...inCase,
    whose: 'office',
    category: 'case.paper',
    columns: {
      id: key('party'),
      paper_id: key('party'),
      case_id: key('party'),
      kind: personal('case.paper', ['party'], { filled: 'once' }),
      place: written('case.paper'),
      holder: personal('case.paper', ['staff'], { filled: 'once' }),
      author: stamp('staff'),
      moved_at: stamp('staff'),
      turn: stamp('party'),
    },
  },
} satisfies Classified<
  Tables,
  | 'child_agreement'
  | 'arrangement'
  | 'child_meeting'
  | 'child_word'
  | 'follow_up'
  | 'file_item'
  | 'closure_request'
  | 'file_review'
  | 'paper_file'
  | 'paper_movement'
>
