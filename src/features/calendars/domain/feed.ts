import { createHash, randomBytes } from 'node:crypto'

/** What an entry says of an appointment: nothing, or the number of the case and what kind of meeting it is. */
export const wordings = ['neutral', 'reference'] as const
export type Wording = (typeof wordings)[number]

/** The secret of an address: 256 random bits in letters that an address can hold. */
export const newFeedToken = (): string => randomBytes(32).toString('base64url')

/** What is kept of it. A plain sum is enough: nobody guesses what is random. */
export const feedSum = (token: string): Buffer => createHash('sha256').update(`calendar feed ${token}`).digest()

/** The secret in the last part of an address; null when it cannot be one. */
export const readFeedToken = (part: string | undefined): string | null =>
  /^([A-Za-z0-9_-]{43})(\.ics)?$/.exec(part ?? '')?.[1] ?? null

/** The address of a feed. Calendars know by `webcal` that they are to subscribe to it and not to open it once. */
export function feedAddress(origin: URL, token: string): { readonly https: string; readonly webcal: string } {
  const https = new URL(`/calendars/${token}.ics`, origin).href
  return { https, webcal: https.replace(/^https?:/, 'webcal:') }
}

/** One appointment of a mediator as their feed has it. */
export interface FeedEntry {
  readonly id: string
  readonly reference: string | null
  readonly kind: string | null
  readonly place: string | null
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
  readonly cancelled: boolean
  readonly revision: number
}

const kinds: Readonly<Record<string, string>> = { miam: 'first meeting', session: 'session' }

/** What stands in a calendar, which may lie open on a desk or be kept by somebody else. */
export const entryTitle = ({ reference, kind }: Pick<FeedEntry, 'reference' | 'kind'>): string =>
  reference === null ? 'Appointment' : `${reference}, ${kinds[kind ?? ''] ?? 'meeting'}`
