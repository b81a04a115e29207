import { bookingOffersPlugin } from '../features/booking-offers/plugin.ts'
import type { TellingTools } from '../features/bookings/index.ts'
import { bookingsPlugin } from '../features/bookings/plugin.ts'
import type { CompiledPolicy } from '../policy/index.ts'

/** Booking, and the times that are offered before, as the policy has it. */
export function bookingsWithOffers(policy: CompiledPolicy, writing: Pick<TellingTools, 'serviceName' | 'hasTexts'>) {
  const { confirmAgain } = policy.clocks.details
  const tools = { ...writing, confirmAgain, hasOnline: policy.purposes.onlineMeetings?.state === 'active' }
  const [bookings, offers] = [bookingsPlugin(tools), bookingOffersPlugin(tools)]
  return { routes: [...bookings.routes, ...offers.routes], jobs: [...bookings.jobs, ...offers.jobs] }
}
