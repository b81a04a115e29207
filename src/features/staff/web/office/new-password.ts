import { z } from 'zod'
import { longestPassword, type PasswordFault, passwordFault } from '../../../../platform/sign-in/password-rules.ts'

const words: Readonly<Record<PasswordFault, string>> = {
  short: 'The password must be 12 characters or more',
  long: `The password must be ${longestPassword} characters or fewer`,
  common: 'This password is one of the first that a stranger would try. Choose another one',
}

/** A password that somebody chooses. `about`: what a stranger would try first. */
export const newPassword = (about: readonly string[]) =>
  z.string({ error: 'Enter a password' }).superRefine((password, context) => {
    if (password === '') return context.addIssue('Enter a password')
    const fault = passwordFault(password, about)
    if (fault) context.addIssue(words[fault])
  })
