/** A page that is measured: who asks for it, and how. */
export interface MeasuredPage {
  readonly name: string
  readonly by: 'coordinator' | 'mediator'
  readonly method: 'GET' | 'POST'
  /** `:case` is a live case of the mediator, with both parties and twenty notes. */
  readonly path: string
  /** Fields of a form; its token is added, a new one for each time. */
  readonly form?: Readonly<Record<string, string>>
  readonly answers: number
}

export const measuredPages: readonly MeasuredPage[] = [
  { name: 'list of the 50 newest live cases', by: 'coordinator', method: 'GET', path: '/office/cases', answers: 200 },
  { name: 'case page', by: 'mediator', method: 'GET', path: '/office/cases/:case', answers: 200 },
  {
    name: 'creating an enquiry',
    by: 'coordinator',
    method: 'POST',
    path: '/office/enquiries/new',
    form: {
      given_name: 'Morwenna',
      family_name: 'Pascoe',
      topic: 'children',
      telephone: '01632 960 999',
      telephone_safety: 'safe',
      message: 'Rang between two lessons and would like to know how it begins.',
    },
    answers: 303,
  },
]
