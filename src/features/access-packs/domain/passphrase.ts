import { randomInt } from 'node:crypto'

/** Letters and digits that nobody takes for others when they hear them on the telephone. */
const letters = 'abcdefghkmnpqrstuvwxyz23456789'
const groups = 5

/** Opens one archive. It is shown once, to be said to the person, and kept nowhere. */
export const newPassphrase = (): string =>
  Array.from({ length: groups }, () =>
    Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join(''),
  ).join('-')

export const isPassphrase = (text: string): boolean =>
  new RegExp(`^[${letters}]{4}(-[${letters}]{4}){${groups - 1}}$`).test(text)
