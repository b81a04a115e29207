import type { StaffRequest } from '../../../../platform/web/route.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { howLong, londonDay } from '../../../../ui/dates.ts'
import { together } from '../../../../values/together.ts'
import type { TodayItem } from '../../../tasks/index.ts'
import { mailboxState } from '../../data/mailbox-state.ts'
import { listPost } from '../../data/post-reads.ts'

type Request = StaffRequest<PurposeKey>

/** More than this nobody decides about in a day; the whole list is one press away. */
const mostOnToday = 20

/** What could not be sorted by itself; and a mailbox that cannot be read, where one is set. */
export async function postToday({ desk, staff, today }: Request): Promise<TodayItem[]> {
  const deed = { purpose: 'post', deed: 'post.listed' } as const
  const { waiting, state } = await desk.read(staff.id, deed, (scope) =>
    together({ waiting: listPost(scope, { shown: 'waiting', limit: mostOnToday }), state: mailboxState(scope) }),
  )
  const failing = state?.failingSince ? londonDay(state.failingSince) : null
  const broken: TodayItem[] = failing
    ? [
        {
          words: 'The mailbox cannot be read',
          href: '/office/mailbox',
          about: 'Tell whoever looks after this software',
          when: `Since ${howLong(failing, today)}`,
          urgent: true,
        },
      ]
    : []
  return [
    ...broken,
    ...waiting.map((it) => ({
      words: it.medium === 'letter' ? 'Say whose a letter is' : 'Decide about an e-mail',
      href: `/office/mailbox/${it.id}`,
      about: it.senderName || it.senderAddress || '',
      when: `Came ${howLong(londonDay(it.receivedAt), today)}`,
      urgent: today.since(londonDay(it.receivedAt)).days >= 1,
    })),
  ]
}
