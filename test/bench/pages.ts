/** A page that is measured: who asks for it, and how. */
export interface MeasuredPage {
  readonly name: string
  readonly by: 'coordinator' | 'mediator'
  /** The purpose under which the functions of the database answer the bare handler. */
  readonly purpose: 'booking' | 'enquiries' | 'recognition'
  readonly method: 'GET' | 'POST'
  /** `:case` is a live case of the mediator, with both parties and twenty notes. */
  readonly path: string
  /** Fields of a form; its token is added, a new one for each time. `:taken` is the mediator who is taken at that hour. */
  readonly form?: Readonly<Record<string, string>>
  readonly answers: number
}

/** The fields of a page's form, with the mediator who is taken where it names them. */
export const formOf = (page: MeasuredPage, taken: string): Record<string, string> =>
  Object.fromEntries(Object.entries(page.form ?? {}).map(([name, value]) => [name, value === ':taken' ? taken : value]))

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
    // With one slip: the name as it stands is found by its first step alone.
    ...{ name: 'finding a person', by: 'coordinator', purpose: 'recognition' },
    ...{ method: 'POST', path: '/office/search', answers: 200, form: { q: 'Priya Ostpenlely' } },
  },
  {
    ...{ name: 'a week’s diary of ten mediators', by: 'coordinator', purpose: 'booking' },
    ...{ method: 'GET', path: '/office/diary?view=week&day=2027-01-13', answers: 200 },
  },
  {
    // Everybody wants one hour that is taken: each is told calmly, with other times to choose.
    ...{ name: 'booking under contention', by: 'coordinator', purpose: 'booking' },
    ...{ method: 'POST', path: '/office/cases/:case/book', answers: 422 },
    form: {
      ...{ what: 'session', mediator: ':taken', place: 'telephone', minutes: '60', time: '10:00' },
      ...{ 'date-day': '13', 'date-month': '1', 'date-year': '2027' },
    },
  },
  {
    // Last: what it makes, some ten thousands of one name, is no service's data.
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
]
