import { z } from 'zod'
import { partialDateText, readPartialDate } from '../../../../values/partial-date.ts'
import { comparableTelephone } from '../../../../values/telephone.ts'
import { postcodeOf, type Sought } from '../../domain/search.ts'

const text = z.string().max(300).catch('').default('')

/** What a form holds of somebody while it is being filled in, by the names of its fields without their beginning. */
export const possibleForm = z
  .object({
    ...{ given_name: text, family_name: text, telephone: text, email: text, postcode: text, address: text },
    ...{ 'birth_date-day': text, 'birth_date-month': text, 'birth_date-year': text },
  })
  .transform((typed): Sought => {
    const born = readPartialDate({
      day: typed['birth_date-day'],
      month: typed['birth_date-month'],
      year: typed['birth_date-year'],
    })
    // A day alone, or a month, is many people's.
    const birthDate = born.done && born.value.year && born.value.day ? partialDateText(born.value) : null
    return {
      name: `${typed.given_name} ${typed.family_name}`.trim(),
      telephone: comparableTelephone(typed.telephone),
      email: typed.email.includes('@') ? typed.email.trim() : null,
      postcode: postcodeOf(typed.postcode),
      address: typed.address === '' ? null : typed.address,
      birthDate,
      reference: null,
    }
  })
