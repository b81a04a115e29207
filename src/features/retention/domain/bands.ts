/** What is kept of a destroyed case: years and bands, so that no row of them can be told to be anybody's. */
export interface BandedFacts {
  readonly miams: '0' | '1' | '2'
  readonly sessions: '0' | '1-2' | '3-5' | '6+'
  readonly children: '0' | '1' | '2' | '3+'
}

export function banded(counts: {
  readonly miams: number
  readonly sessions: number
  readonly children: number
}): BandedFacts {
  const { miams, sessions, children } = counts
  return {
    miams: miams === 0 ? '0' : miams === 1 ? '1' : '2',
    sessions: sessions === 0 ? '0' : sessions <= 2 ? '1-2' : sessions <= 5 ? '3-5' : '6+',
    children: children === 0 ? '0' : children === 1 ? '1' : children === 2 ? '2' : '3+',
  }
}
