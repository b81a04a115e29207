import { z } from 'zod'
import { oneOf, optionalEmail, optionalText, requiredText } from '../../../../platform/web/field-schemas.ts'
import { readTelephone } from '../../../../values/telephone.ts'
import { type Professional, sources, works } from '../../domain/professional.ts'

/** The work details of a professional. */
export const professionalForm = z
  .object({
    name: requiredText('Enter their name', 200),
    work: oneOf(works, 'Choose what they work as'),
    organisation: requiredText('Enter where they work', 200),
    email: optionalEmail('Enter an e-mail address, like name@example.org'),
    telephone: optionalText(40),
    source: oneOf(sources, 'Choose from whom we have this'),
  })
  .superRefine((sent, context) => {
    if (sent.telephone !== null && !readTelephone(sent.telephone).done)
      context.addIssue({
        code: 'custom',
        path: ['telephone'],
        message: 'Enter a telephone number, like 01603 555 123',
      })
  })
  .transform((sent): Professional => sent)
