import { createHash, randomBytes } from 'node:crypto'

/** The secret of a link by which a referrer follows a referral. It stands nowhere but in their mail: the database has its hash. */
export const newProgressSecret = (): string => randomBytes(32).toString('base64url')

export const hashOfProgress = (secret: string): Buffer => createHash('sha256').update(`progress.${secret}`).digest()

/** Whether a text can be such a secret at all. */
export const isProgressSecret = (text: string | undefined): text is string => /^[\w-]{43}$/.test(text ?? '')
