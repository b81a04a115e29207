/** Who says how a child's time is arranged: each party for themselves, and both what they agreed. */
export const arrangedBy = ['A', 'B', 'both'] as const
export type ArrangedBy = (typeof arrangedBy)[number]

/** What can be arranged, and what is asked about each. */
export const arrangedThings = {
  lives: 'Where do they live?',
  timeWith: 'When are they with each parent?',
  holidays: 'What about holidays?',
  school: 'What about school or nursery?',
} as const
export type ArrangedThing = keyof typeof arrangedThings

/** What was told of a child's arrangements on one day. What was not spoken of is empty. */
export interface Arrangement extends Readonly<Record<ArrangedThing, string>> {
  readonly by: ArrangedBy
  readonly saidOn: Temporal.PlainDate
}

/** An arrangement as it stands on record: who of the office wrote it down. */
export interface KeptArrangement extends Arrangement {
  readonly author: string
}

/** Of each who said anything the newest, given the newest first; and what it took the place of. */
export function currentArrangements<Kept extends Arrangement>(
  all: readonly Kept[],
): { readonly now: ReadonlyMap<ArrangedBy, Kept>; readonly earlier: readonly Kept[] } {
  const now = new Map<ArrangedBy, Kept>()
  const earlier: Kept[] = []
  for (const it of all) {
    if (now.has(it.by)) earlier.push(it)
    else now.set(it.by, it)
  }
  return { now, earlier }
}
