/** An ISO 8601 duration: `P7Y`, `P6Y6M`, `P28D`, `PT12H`. Years and months are of the calendar: `P6Y6M` is 78 months, not so many days. */
export type IsoDuration = `P${string}`

/** A calendar date, `2026-11-21`. */
export type IsoDate = `${number}-${number}-${number}`

/** A citation of law: `Charities Act 2011, s.131`. */
export type Citation = string

/** Where a document of the service is filed: `assessments/inviting-the-other-party`. */
export type DocumentRef = string

/** Words for people, with slots: `We keep it for {retention.clientFile.keep}.` */
export type Prose = string
