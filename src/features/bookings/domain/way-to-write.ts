/** A contact point as far as choosing among them needs it. */
export interface Reachable {
  readonly kind: 'email' | 'telephone' | 'address'
  readonly value: string
  readonly postcode: string | null
  readonly safety: 'safe' | 'unsafe' | 'not_asked'
}

/**
 * The way by which a person said that it is safe to write: e-mail first, else an address; null when there is none. A mailbox or home
 * that is also the other party's is never used, whatever was said of it: the other may open what comes there.
 */
export function wayToWrite<Point extends Reachable>(
  points: readonly Point[],
  others: readonly Reachable[],
): (Point & { readonly kind: 'email' | 'address' }) | null {
  const usable = points.filter((it) => it.safety === 'safe' && !others.some((other) => isSamePlace(it, other)))
  const found = usable.find((it) => it.kind === 'email') ?? usable.find((it) => it.kind === 'address')
  return (found ?? null) as (Point & { readonly kind: 'email' | 'address' }) | null
}

/** Whether two contact points are one, however they were typed. */
export function isSamePlace(one: Reachable, other: Reachable): boolean {
  if (one.kind !== other.kind) return false
  if (one.kind !== 'address') return plain(one.value) === plain(other.value)
  return plain(one.value) === plain(other.value) && plain(one.postcode ?? '') === plain(other.postcode ?? '')
}

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s,.]+/g, '')
