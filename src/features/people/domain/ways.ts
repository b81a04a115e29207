import type { Id } from '../../../values/ids.ts'

export type Safety = 'safe' | 'unsafe' | 'not_asked'

/** Where a detail or a word about somebody comes from. `staff`: noted by us, from a letter head say. */
export type Source = 'self' | 'other_party' | 'referrer' | 'staff'

/** The ways by which somebody may be reached. A text and a message left are asked about for themselves. */
export const channels = ['email', 'telephone', 'text_message', 'voicemail', 'letter'] as const
export type Channel = (typeof channels)[number]

/**
 * What a way of contact is wanted for. `neutral`: words that tell nothing to whoever else may read them. `invitation`: the first
 * letter to somebody whose details came from another, which is all that those may serve.
 */
export type Use = 'anything' | 'neutral' | 'invitation'

export interface ContactPoint {
  readonly id: Id
  readonly personId: Id
  readonly kind: 'email' | 'telephone' | 'address'
  /** The number or mailbox. Empty for an address: where somebody lives is held apart. */
  readonly value: string
  readonly source: Source
  readonly safety: Safety
  readonly voicemailSafety: Safety
  /** When the person said themselves that it is theirs, where somebody else had given it. */
  readonly confirmedAt: Temporal.Instant | null
}

/** Why a way of contact may not be used now. */
export type WhyNot = 'none' | 'not_asked' | 'told_by_another' | 'shared' | 'unsafe'

export type WayToReach =
  | { readonly usable: true; readonly point: ContactPoint }
  | { readonly usable: false; readonly why: WhyNot }

export interface KnownWays {
  readonly points: readonly ContactPoint[]
  /** What the person's card says of each channel. */
  readonly card: Readonly<Record<Channel, Safety>>
  /** Those of the points that are the other party's too. */
  readonly shared: ReadonlySet<Id>
}

const kindOf = {
  email: 'email',
  telephone: 'telephone',
  text_message: 'telephone',
  voicemail: 'telephone',
  letter: 'address',
} as const satisfies Record<Channel, ContactPoint['kind']>

/** Given by somebody else, and not confirmed by the person. */
export const isTold = ({ source, confirmedAt }: Pick<ContactPoint, 'source' | 'confirmedAt'>): boolean =>
  (source === 'other_party' || source === 'referrer') && confirmedAt === null

/** Of several reasons the gravest is given. */
const byGravity: readonly WhyNot[] = ['none', 'not_asked', 'told_by_another', 'shared', 'unsafe']

/**
 * By which point a person may be reached on a channel, or why by none. Unsafe beats everything; not asked is not safe; what somebody
 * else told serves an invitation, and not even that once the person gave their own.
 */
export function wayAmong(known: KnownWays, channel: Channel, use: Use): WayToReach {
  let why: WhyNot = 'none'
  const own = known.points.filter((it) => it.kind === kindOf[channel]).toSorted((a, b) => +isTold(a) - +isTold(b))
  for (const point of own) {
    const found = reasonAgainst(point, known, channel, use)
    if (found === null) return { usable: true, point }
    if (byGravity.indexOf(found) > byGravity.indexOf(why)) why = found
  }
  return { usable: false, why }
}

/** Why one point may not be used on a channel; null when it may. */
export function reasonAgainst(point: ContactPoint, known: KnownWays, channel: Channel, use: Use): WhyNot | null {
  const { card, shared, points } = known
  if (point.kind !== kindOf[channel]) return 'none'
  if (said(point, card, channel).includes('unsafe')) return 'unsafe'
  if (shared.has(point.id) && use !== 'neutral') return 'shared'
  if (isTold(point)) {
    const superseded = points.some((it) => it.kind === point.kind && !isTold(it))
    return use === 'invitation' && !superseded ? null : 'told_by_another'
  }
  if (point.safety !== 'safe') return 'not_asked'
  if (channel === 'text_message') return card.text_message === 'safe' ? null : 'not_asked'
  if (channel === 'voicemail') return point.voicemailSafety === 'safe' ? null : 'not_asked'
  return null
}

/** Every word that bears on it. Leaving a message means ringing first; a text does not ring. */
function said(point: ContactPoint, card: KnownWays['card'], channel: Channel): Safety[] {
  const own = [point.safety, card[channel]]
  return channel === 'voicemail' ? [...own, point.voicemailSafety, card.telephone] : own
}
