/** A page that is measured: who asks for it, and how. */
export interface MeasuredPage {
  readonly name: string
  readonly by: 'coordinator' | 'mediator'
  /** The purpose under which the functions of the database answer the bare handler. */
  readonly purpose: 'booking' | 'enquiries' | 'recognition'
  readonly method: 'GET' | 'POST'
  /** `:case` is a live case of the mediator, with both parties and twenty notes. */
  readonly path: string
  /** Fields of a form; its token is added, a new one for each time. */
  readonly form?: Readonly<Record<string, string>>
  readonly answers: number
}

export const measuredPages: readonly MeasuredPage[] = [
  {
    ...{ name: 'list of the 50 newest live cases', by: 'coordinator', purpose: 'booking' },
    ...{ method: 'GET', path: '/office/cases', answers: 200 },
  },
  {
    ...{ name: 'case page with both parties and twenty notes', by: 'mediator', purpose: 'booking' },
    ...{ method: 'GET', path: '/office/cases/:case', answers: 200 },
  },
  {
    ...{ name: 'creating an enquiry', by: 'coordinator', purpose: 'enquiries' },
    ...{ method: 'POST', path: '/office/enquiries/new', answers: 303 },
    form: {
      given_name: 'Morwenna',
      family_name: 'Pascoe',
      topic: 'children',
      telephone: '01632 960 999',
      telephone_safety: 'safe',
      message: 'Rang between two lessons and would like to know how it begins.',
    },
  },
  {
    // With one slip: the name as it stands is found by its first step alone.
    ...{ name: 'finding a person', by: 'coordinator', purpose: 'recognition' },
    ...{ method: 'POST', path: '/office/search', answers: 200, form: { q: 'Priya Ostpenlely' } },
  },
]
