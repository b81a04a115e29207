import type { TellingTools } from '../bookings/index.ts'
import { followPartyActs } from './jobs/follow-party-acts.job.ts'
import { newOfferRoutes } from './web/office/new-offer.routes.tsx'
import { offerRoutes } from './web/office/offer.routes.tsx'
import { offerListRoutes } from './web/office/offer-list.routes.tsx'

/** Offering times to the parties, and following what they do with them. Their own pages are the portal's. */
export const bookingOffersPlugin = (tools: TellingTools) => ({
  routes: [...offerListRoutes, ...newOfferRoutes(tools), ...offerRoutes(tools)],
  jobs: [followPartyActs(tools)],
})
