import { appointmentCalendar } from '../../../../platform/calendar/appointment-calendar.ts'
import type { PageRequest, Reply, Route } from '../../../../platform/web/route.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { SendingLimit } from '../../../enquiries/index.ts'
import { feedOf } from '../../data/feeds.ts'
import { entryTitle, type FeedEntry, feedSum, readFeedToken } from '../../domain/feed.ts'

export interface FeedTools {
  /** The machine's clock in milliseconds, for the limits. */
  readonly machineNow: () => number
}

/** A calendar asks every few minutes; an office of many asks from one address. */
const perFeed = { perAddress: 60, inAll: 20_000, withinMinutes: 60 }
const perNetwork = { perAddress: 1200, inAll: 20_000, withinMinutes: 60 }

/**
 * Where a mediator's calendar fetches their appointments. A secret that is unknown, one that was taken back and one whose mediator
 * is no longer here have one answer. The secret stands in the address and nowhere else: what is logged names the feed.
 */
export function feedRoutes(tools: FeedTools): Route<PurposeKey>[] {
  const limits = {
    feed: new SendingLimit(perFeed, tools.machineNow),
    network: new SendingLimit(perNetwork, tools.machineNow),
  }
  const base = { method: 'GET', area: 'public', purpose: 'calendars', entry: 'anybody' } as const
  return [
    {
      ...base,
      path: '/calendars/:token',
      async handle(request) {
        const token = readFeedToken(request.params.token)
        if (!token) return { notFound: true }
        const mayAsk = limits.network.allows(request.address) && limits.feed.allows(feedSum(token).toString('hex'))
        return mayAsk ? give(request, token) : { text: 'Asked too often. Try again in an hour.', status: 429 }
      },
    },
  ]
}

async function give({ desk, now }: PageRequest<PurposeKey>, token: string): Promise<Reply> {
  const feed = await desk.read(null, { purpose: 'calendars', deed: 'calendar.fetched' }, async (scope) => {
    const found = await feedOf(scope, token)
    if (found) scope.about({ subjectId: found.id })
    return found
  })
  if (!feed) return { notFound: true }
  // Without an organiser, who would turn each entry into an invitation, and without the name of the service.
  const text = appointmentCalendar({ name: 'Appointments', entries: feed.entries.map((it) => entryOf(it, now)) })
  const type = 'text/calendar; charset=utf-8'
  return { file: { name: 'calendar.ics', type, bytes: Buffer.from(text), inline: true, private: true } }
}

const entryOf = (entry: FeedEntry, now: Temporal.Instant) => ({
  uid: entry.id,
  sequence: entry.revision,
  start: entry.startsAt,
  end: entry.endsAt,
  title: entryTitle(entry),
  ...(entry.place ? { location: entry.place } : {}),
  cancelled: entry.cancelled,
  stamp: now,
})
