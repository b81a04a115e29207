import { z } from 'zod'
import { optionalEmail } from '../../../../platform/web/field-schemas.ts'

/** An e-mail address that must be there. */
export const emailText = (message: string) =>
  optionalEmail(`${message}, such as name@example.org`).pipe(z.string({ error: message }))
