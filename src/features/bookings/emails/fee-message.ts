import { londonDay, longDate } from '../../../ui/dates.ts'
import { pounds } from '../../../ui/money.ts'
import { closing, type ServiceVoice, type WrittenMessage, written } from '../../messages/index.ts'

/** What is asked of a person for a meeting that they missed themselves. */
export const feeMessage = (
  voice: ServiceVoice,
  fee: { readonly startsAt: Temporal.Instant; readonly amountPence: number },
): WrittenMessage =>
  written('missed-fee', 'About your appointment', [
    'Hello,',
    `You could not come to your appointment on ${longDate(londonDay(fee.startsAt))}, and we heard of it too late to give the time to somebody else. For that we ask you for ${pounds(fee.amountPence)}, as we told you when you came to us.`,
    'If there is something that we do not know, or paying is hard, tell us: a colleague looks at it again.',
    closing(voice),
  ])
