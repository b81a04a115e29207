/**
 * How long a party's sign-in and codes last, in seconds unless said. Chosen on 22 November 2026: somebody at risk may share the machine
 * and be called away, so a sign-in ends sooner than a colleague's; a mailed code lives as long as slow mail takes, and one on paper
 * a week, in which people come home and find the time.
 */
export const partyLimits = {
  idle: 15 * 60,
  longest: 2 * 3600,
  mailedCode: 30 * 60,
  paperCode: 7 * 24 * 3600,
  /** Wrong secrets, after which a code ends. */
  triesOfCode: 5,
} as const
