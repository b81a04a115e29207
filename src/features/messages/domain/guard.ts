/** What the guard can find in words to one party: of whom we know what, by kind; and that a way of contact is new. */
export const guardKinds = [
  ...(['name', 'birth_date', 'email', 'telephone', 'home', 'work', 'school', 'partner', 'place', 'code_word'] as const),
  'professional',
  'recent_change',
] as const
export type GuardKind = (typeof guardKinds)[number]

/** With a reason these may go all the same. How the other can be reached and where they are goes to nobody, with whatever reason. */
const answerable: readonly GuardKind[] = ['name', 'professional', 'recent_change']

export const mustBeMended = (kind: GuardKind): boolean => !answerable.includes(kind)

const words: Readonly<Record<GuardKind, (other: string) => string>> = {
  name: (other) => `It names ${other}. Is it meant for the person above?`,
  birth_date: (other) => `It has ${other}’s date of birth in it.`,
  email: (other) => `It has an e-mail address of ${other} in it.`,
  telephone: (other) => `It has a telephone number of ${other} in it.`,
  home: (other) => `It has part of an address in it where ${other} lives or lived.`,
  work: (other) => `It has part of an address in it where ${other} works.`,
  school: (other) => `It has a school in it that we know from ${other}.`,
  partner: (other) => `It has part of an address in it of a partner of ${other}.`,
  place: (other) => `It has a place in it where ${other} can be found.`,
  professional: (other) =>
    `It names somebody who acts for ${other}, or says how to reach them. Does the person above know of them?`,
  code_word: (other) => `It has the code word of ${other} in it.`,
  recent_change: () =>
    'The way of contact that you chose is new: it took the place of another not long ago. Make sure that the change came from them.',
}

/** What was answered for when words went all the same, for colleagues. */
export const answeredWords = (kinds: readonly GuardKind[]): string =>
  (
    [
      ['name', 'It names the other party'],
      ['professional', 'It names somebody who acts for the other party'],
    ] as const
  ).find(([kind]) => kinds.includes(kind))?.[1] ?? 'The way of contact is new'

/** A finding for whoever wrote the words. `other` is the name of the other party. */
export const findingWords = (kind: GuardKind, other: string): string => words[kind](other)

export const isGuardKind = (text: string): text is GuardKind => (guardKinds as readonly string[]).includes(text)

/** As a row keeps them; null for none. */
export const writtenFindings = (kinds: readonly GuardKind[]): string | null =>
  kinds.length > 0 ? kinds.toSorted().join(' ') : null

export const readFindings = (written: string | null): GuardKind[] => (written ?? '').split(' ').filter(isGuardKind)
