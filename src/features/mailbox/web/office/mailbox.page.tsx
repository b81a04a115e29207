import { Button } from '../../../../ui/components/button.tsx'
import { InsetText } from '../../../../ui/components/inset-text.tsx'
import { ScrollArea } from '../../../../ui/components/scroll-area.tsx'
import { Table } from '../../../../ui/components/table.tsx'
import { Tag } from '../../../../ui/components/tag.tsx'
import { howLong, londonDay, shortDateAndTime } from '../../../../ui/dates.ts'
import type { ListedPost, ShownPost } from '../../data/post-reads.ts'
import { kindWords, statusWords } from '../../domain/post.ts'

const parts: readonly (readonly [ShownPost, string])[] = [
  ['waiting', 'To decide'],
  ['aside', 'Set aside'],
  ['sorted', 'Sorted'],
]

const nothing: Readonly<Record<ShownPost, string>> = {
  waiting: 'Nothing waits. What cannot be sorted by itself comes here: a colleague decides whose it is.',
  aside: 'Nothing is set aside. Automatic replies, newsletters and second copies come here.',
  sorted: 'Nothing has been sorted yet. E-mails that became an enquiry or joined a case come here.',
}

export interface MailboxPageProps {
  readonly post: readonly ListedPost[]
  readonly shown: ShownPost
  readonly next: string | null
  readonly today: Temporal.PlainDate
  /** The last time the mailbox was read; null where none is set. */
  readonly state: { readonly readAt: Temporal.Instant | null; readonly failingSince: Temporal.Instant | null } | null
}

/** What came in by e-mail and letter, by what is to be done with it. */
export const MailboxPage = ({ post, shown, next, today, state }: MailboxPageProps) => (
  <>
    <h1 class="govuk-heading-l">Mailbox</h1>
    <Button href="/office/mailbox/letters/new">Record a letter</Button>
    {state && (
      <p class="govuk-body-s govuk-hint">
        {state.readAt ? `The mailbox was last read ${shortDateAndTime(state.readAt, today)}.` : 'Not read yet.'}
        {state.failingSince && ` It cannot be reached since ${shortDateAndTime(state.failingSince, today)}.`}
      </p>
    )}
    <nav aria-label="Which post">
      <ul class="govuk-list ev-inline-list">
        {parts.map(([part, words]) => (
          <li>
            <a
              class="govuk-link"
              href={`/office/mailbox?show=${part}`}
              aria-current={part === shown ? 'page' : undefined}
            >
              {words}
            </a>
          </li>
        ))}
      </ul>
    </nav>
    {post.length === 0 ? (
      <InsetText>{nothing[shown]}</InsetText>
    ) : (
      <ScrollArea label="Post, newest first">
        <PostTable post={post} today={today} href={(id) => `/office/mailbox/${id}`} />
      </ScrollArea>
    )}
    {next && (
      <p class="govuk-body">
        <a class="govuk-link" href={`/office/mailbox?show=${shown}&before=${encodeURIComponent(next)}`}>
          Earlier post
        </a>
      </p>
    )}
  </>
)

/** Who sent it, as far as it says. */
export const senderWords = (post: Pick<ListedPost, 'senderName' | 'senderAddress'>): string =>
  post.senderName || post.senderAddress || 'Nobody named'

/** Post in a table: what, from whom, when, what it is. */
export const PostTable = (props: {
  readonly post: readonly ListedPost[]
  readonly today: Temporal.PlainDate
  readonly href: (id: string) => string
}) => (
  <Table
    caption="Newest first"
    captionClasses="govuk-visually-hidden"
    head={['Subject', 'From', 'Came', 'What it is']}
    sortable
    rows={props.post.map((it) => [
      {
        content: (
          <a class="govuk-link" href={props.href(it.id)}>
            {it.subject || 'No subject'}
          </a>
        ),
        sortValue: it.subject,
      },
      senderWords(it),
      {
        content: `${shortDateAndTime(it.receivedAt, props.today)}, ${howLong(londonDay(it.receivedAt), props.today)}`,
        sortValue: it.receivedAt.toString(),
      },
      <PostTag post={it} />,
    ])}
  />
)

/** What a piece of post is, or where it went. */
export function PostTag({ post }: { readonly post: Pick<ListedPost, 'kind' | 'status' | 'medium' | 'why'> }) {
  if (post.kind !== 'message') return <Tag colour="grey">{kindWords[post.kind]}</Tag>
  const waits = post.status === 'waiting' || post.status === 'new'
  const words = waits && post.medium === 'letter' ? 'Letter' : statusWords[post.status]
  return <Tag colour={waits ? 'orange' : post.status === 'aside' ? 'grey' : 'green'}>{words}</Tag>
}
