import type { Scope } from '../../../platform/database/desk.ts'
import type { Id } from '../../../values/ids.ts'
import type { Enquiry } from '../../enquiries/index.ts'
import { addSafeContact, nothingSaid, safeContactOf } from '../../people/index.ts'

/**
 * Carries what an enquiry says of safe days and hours on to the card of the one who got in touch, so that what is sent from the case goes
 * by it too. What a referrer said of them never takes the place of what they said themselves.
 */
export async function keepSafeTimes(scope: Scope, personId: Id, enquiry: Enquiry): Promise<void> {
  const { safe_days: safeDays, safe_from: safeFrom, safe_until: safeUntil, contact_times: times } = enquiry
  const referred = enquiry.channel === 'referral'
  if ((enquiry.asked_by !== 'self' && !referred) || (!safeDays && !safeFrom)) return
  const before = await safeContactOf(scope, personId)
  if (before && referred) return
  await addSafeContact(scope, personId, {
    ...(before ?? nothingSaid),
    ...{ safeDays, safeFrom, safeUntil, times: times ?? before?.times ?? null },
    ...{
      seen: before?.version ?? 0,
      saidBy: referred ? 'referrer' : 'self',
      saidOn: enquiry.received_on,
      reason: null,
    },
  })
}
