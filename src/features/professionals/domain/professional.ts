export const works = ['solicitor', 'agency', 'court', 'other'] as const
export type Work = (typeof works)[number]

/** From whom we have somebody's work details. */
export const sources = ['themselves', 'colleague', 'public'] as const
export type Source = (typeof sources)[number]

/** A person as we know them by their work: never by a case. */
export interface Professional {
  readonly name: string
  readonly work: Work
  readonly organisation: string
  readonly email: string | null
  readonly telephone: string | null
  readonly source: Source
}

export const workWords: Readonly<Record<Work, string>> = {
  solicitor: 'Solicitor or other lawyer',
  agency: 'Works for an organisation',
  court: 'Works for a court',
  other: 'Something else',
}

export const sourceWords: Readonly<Record<Source, string>> = {
  themselves: 'They told us',
  colleague: 'A colleague of theirs told us',
  public: 'From their website or a directory',
}
