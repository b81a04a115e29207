import { z } from 'zod'
import { oneOf } from '../../../../platform/web/field-schemas.ts'
import { asTyped, readForm } from '../../../../platform/web/read-form.ts'
import type { Reply, Route, StaffRequest } from '../../../../platform/web/route.ts'
import { asStaff } from '../../../../platform/web/staff-request.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { blankForm, type FormState, hasErrors } from '../../../../ui/forms/form-state.ts'
import { newId } from '../../../../values/ids.ts'
import { endFeed, makeFeed } from '../../actions/keep-feed.ts'
import { ownFeed } from '../../data/feeds.ts'
import { feedAddress, newFeedToken, wordings } from '../../domain/feed.ts'
import { FeedMadePage, FeedPage } from './feed.page.tsx'

type Request = StaffRequest<PurposeKey>

/** A mediator's own feed: made, made anew and ended by nobody but them. */
export function ownFeedRoutes(tools: { readonly origin: URL }): Route<PurposeKey>[] {
  const base = { area: 'office', purpose: 'calendars', entry: 'purpose', path: '/office/account/calendar' } as const
  return [
    { ...base, method: 'GET', handle: (request) => show(asStaff(request), blankForm) },
    { ...base, method: 'POST', handle: (request) => make(asStaff(request), tools.origin) },
    { ...base, method: 'POST', path: `${base.path}/end`, handle: (request) => end(asStaff(request)) },
  ]
}

const title = 'Your appointments in your own calendar'

async function show(request: Request, form: FormState): Promise<Reply> {
  const { desk, staff } = request
  const feed = await desk.read(staff.id, { purpose: 'calendars', deed: 'calendar.feed-opened' }, ownFeed)
  const body = <FeedPage {...{ request, form, feed, title }} />
  return { page: { title, body, exitThisPage: false, ...(hasErrors(form) ? { invalid: true } : {}) } }
}

const schema = z.object({ wording: oneOf(wordings, 'Choose what your calendar shows') })

async function make(request: Request, origin: URL): Promise<Reply> {
  const reading = readForm(schema, request.form)
  if (!reading.ok) return show(request, { values: asTyped(request.form), errors: reading.errors })
  const [feedId, token] = [newId(), newFeedToken()]
  const input = { key: request.form.key, feedId, token, wording: reading.value.wording }
  const outcome = await makeFeed(request.desk, request.staff.id, input)
  // Sent twice: the address was shown the first time, and this secret opens nothing.
  if (!outcome.done || outcome.value.feedId !== feedId) return { redirect: '/office/account/calendar' }
  const heading = 'Your calendar address'
  const body = <FeedMadePage heading={heading} address={feedAddress(origin, token)} />
  return { page: { title: heading, body, exitThisPage: false } }
}

async function end({ desk, staff, form }: Request): Promise<Reply> {
  await endFeed(desk, staff.id, form.key)
  return { redirect: '/office/account/calendar' }
}
