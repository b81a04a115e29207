import { z } from 'zod'
import { oneOf, requiredText } from '../../../../platform/web/field-schemas.ts'

/** After how long a hold is looked at again: never later than half a year. */
export const reviewPeriods = ['P1M', 'P3M', 'P6M'] as const

export const longestReason = 1000

export const holdForm = z.object({
  reason: requiredText('Say why it must be kept', longestReason),
  review: oneOf(reviewPeriods, 'Choose when somebody looks again'),
})
