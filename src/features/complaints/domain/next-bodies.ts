/** Where somebody can go who is not content with our answer. Names change, so each has the day from which it holds, and its source. */
export interface NextBody {
  readonly of: 'data' | 'service'
  readonly from: string
  readonly name: string
  readonly website: string
  readonly telephone: string | null
  readonly source: string
}

export const nextBodies: readonly NextBody[] = [
  {
    of: 'data',
    from: '2018-05-25',
    name: 'Information Commissioner’s Office (ICO)',
    website: 'https://ico.org.uk',
    telephone: '0303 123 1113',
    source: 'Data Protection Act 2018, s.165',
  },
  {
    of: 'data',
    from: '2026-09-30',
    name: 'Information Commission (ICO)',
    website: 'https://ico.org.uk',
    telephone: '0303 123 1113',
    source: 'Data (Use and Access) Act 2025, ss.118 and 119; SI 2026/1015',
  },
  {
    of: 'service',
    from: '2016-01-01',
    name: 'Family Mediation Council',
    website: 'https://www.familymediationcouncil.org.uk',
    telephone: null,
    source: 'Code of Practice of the Family Mediation Council',
  },
]

/** The body that is next on a day. */
export function nextBodyOn(of: NextBody['of'], day: Temporal.PlainDate): NextBody {
  const found = nextBodies.filter((it) => it.of === of && it.from <= day.toString()).at(-1)
  if (!found) throw new RangeError('no body is known for that day')
  return found
}

/** All that are next for what a complaint is about. */
export const nextBodiesOn = (about: 'service' | 'data' | 'both', day: Temporal.PlainDate): readonly NextBody[] =>
  (['service', 'data'] as const).filter((of) => about === 'both' || about === of).map((of) => nextBodyOn(of, day))

export const bodyWords = ({ name, website, telephone }: NextBody): string =>
  [`the ${name}, ${new URL(website).host}`, ...(telephone ? [`telephone ${telephone}`] : [])].join(', ')
