import type { RequestKind } from './kinds.ts'

/** How somebody can show who they are: by what they hold or by being rung, never by what they know. */
export const identityWays = ['portal', 'email_code', 'letter_code', 'call_back', 'in_person'] as const
export type IdentityWay = (typeof identityWays)[number]

export const wayWords: Readonly<Record<IdentityWay, string>> = {
  portal: 'They asked it while they were signed in on our website',
  email_code: 'A code by e-mail to an address that was theirs before',
  letter_code: 'A code by letter to an address that was theirs before',
  call_back: 'We rang them on a number that was theirs before',
  in_person: 'A colleague who has met them saw them',
}

/**
 * How many ways are wanted. Whoever takes something out of the house, or has it changed for good, could be somebody who reads the
 * other's mail: they show it in two ways. The rest harms nobody when it was somebody else, and is undone when that comes out.
 */
export const waysWanted = (kind: RequestKind): 1 | 2 =>
  kind === 'restriction' || kind === 'objection' || kind === 'withdrawal' ? 1 : 2

/** Whether the ways that somebody passed are enough. The database asks the same again (`ev.identity_is_shown`). */
export function isShown(kind: RequestKind, passed: readonly IdentityWay[]): boolean {
  if (passed.includes('in_person')) return true
  // What a code to the mailbox opens is the mailbox once more.
  return new Set(passed.map((way) => (way === 'portal' ? 'email_code' : way))).size >= waysWanted(kind)
}
