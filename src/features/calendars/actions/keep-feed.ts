import type { Answer, Desk } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import { type Id, newId } from '../../../values/ids.ts'
import { done, type Outcome } from '../../../values/outcome.ts'
import { addFeed, endOwnFeed } from '../data/feeds.ts'
import type { Wording } from '../domain/feed.ts'

/**
 * Makes a feed for whoever acts, under a secret that is theirs to keep; the earlier one ends. Answers `feedId`: another than the
 * given one when the same form came twice, and then the secret that came with it is of no feed.
 */
export function makeFeed(
  desk: Desk<PurposeKey>,
  actor: Id,
  input: { readonly key: Id; readonly feedId: Id; readonly token: string; readonly wording: Wording },
): Promise<Outcome<Answer, 'made-meanwhile'>> {
  const { key, feedId, token, wording } = input
  // Two at once meet in the rule that everybody has one: the second is told.
  const refusals = { calendar_feed_one: 'made-meanwhile' } as const
  const deed = { purpose: 'calendars', deed: 'calendar.feed-made', key, refusals } as const
  return desk.act<'made-meanwhile'>(actor, deed, async (scope) => {
    await endOwnFeed(scope)
    await addFeed(scope, { id: feedId, token, wording })
    scope.about({ subjectId: feedId })
    return done({ feedId })
  })
}

/** Ends the feed of whoever acts: its address answers as if it had never been. */
export function endFeed(desk: Desk<PurposeKey>, actor: Id, key: Id = newId()): Promise<Outcome<Answer>> {
  return desk.act(actor, { purpose: 'calendars', deed: 'calendar.feed-ended', key }, async (scope) => {
    await endOwnFeed(scope)
    return done({})
  })
}
