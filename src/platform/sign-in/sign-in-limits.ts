/**
 * How long things last and how often they may be tried, in seconds unless said. Chosen on 21 November 2026: a quarter of an hour is
 * about a telephone call away from the desk, and twelve hours no working day exceeds; the tries let a person who forgot be wrong
 * often enough, and a guesser of six figures wait for years.
 */
export const signInLimits = {
  idle: 15 * 60,
  longest: 12 * 3600,
  /** Between the password and the code. */
  step: 10 * 60,
  triesInStep: 5,
  device: 180 * 24 * 3600,
  joinLink: 7 * 24 * 3600,
  resetLink: 24 * 3600,
  recoveryCodes: 10,
  passkeys: 10,
  /** How long we try to tell a colleague by e-mail what happened to their account. */
  notice: 7 * 24 * 3600,
} as const

/** So many tries within so many seconds. */
export interface Allowance {
  readonly tries: number
  readonly within: number
}

/**
 * Allowances. A known device has its own, which nobody elsewhere can use up. The one for an account from anywhere is larger than what
 * one address can spend in the time, so a single guesser does not even keep out a new device.
 */
export const allowances = {
  knownDevice: { tries: 10, within: 15 * 60 },
  accountFromAddress: { tries: 10, within: 15 * 60 },
  address: { tries: 60, within: 15 * 60 },
  accountFromAnywhere: { tries: 60, within: 3600 },
  /** Of what a paper bears: a code is long enough that nobody finds one by trying, and these keep whoever tries from being a load. */
  paperFromAddress: { tries: 10, within: 15 * 60 },
  paperFromAnywhere: { tries: 120, within: 3600 },
  /** Codes that a party asks to be mailed to one address, and codes that are entered from one network address. */
  mailTo: { tries: 5, within: 3600 },
  codesFromAddress: { tries: 20, within: 15 * 60 },
} as const satisfies Record<string, Allowance>
