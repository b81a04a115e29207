import type { Route } from '../../platform/web/route.ts'
import type { PurposeKey } from '../../policy/vocabulary.ts'
import { ownFeedRoutes } from './web/office/feed.routes.tsx'
import { ownEntryRoutes } from './web/portal/own-entry.routes.ts'
import { type FeedTools, feedRoutes } from './web/public/feed.routes.ts'

export interface CalendarTools {
  readonly origin: URL
  readonly serviceName: string
  readonly machineNow: FeedTools['machineNow']
  readonly published: () => Promise<{
    readonly neutralName: string
    readonly telephone: string
    readonly email: string
  }>
}

/** Appointments in people’s own calendars: a party’s entry, and the feed of a mediator. */
export const calendarRoutes = (tools: CalendarTools): Route<PurposeKey>[] => [
  ...ownEntryRoutes(tools),
  ...ownFeedRoutes(tools),
  ...feedRoutes(tools),
]
