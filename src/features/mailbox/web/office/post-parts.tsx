import { SummaryList } from '../../../../ui/components/summary-list.tsx'
import { dateAndTime, plainDate } from '../../../../ui/dates.ts'
import { uploadMessages } from '../../../files/index.ts'
import type { Post } from '../../data/post-reads.ts'
import type { PostAttachment } from '../../domain/post.ts'

/** From whom, when, and what it says: as text, in which nothing acts. */
export function WhatItSays({ post }: { readonly post: Post }) {
  const sender = [post.senderName, post.senderAddress].filter(Boolean).join(', ')
  const letter = post.medium === 'letter'
  return (
    <>
      <SummaryList
        rows={[
          { key: 'From', value: sender || 'It does not say' },
          { key: letter ? 'Came on' : 'Dated', value: plainDate(Temporal.PlainDate.from(post.dated)) },
          { key: letter ? 'Recorded' : 'Came in', value: dateAndTime(post.receivedAt) },
          { key: 'Size', value: post.sizeBytes === 0 ? 'No file' : sizeWords(post.sizeBytes) },
        ]}
      />
      <h2 class="govuk-heading-m">What it says</h2>
      {post.body === '' ? (
        <p class="govuk-body">{post.attachments.length > 0 ? 'No words besides the files.' : 'No words.'}</p>
      ) : (
        <div class="govuk-body ev-pre">{post.body}</div>
      )}
    </>
  )
}

const sizeWords = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`

/** What becomes of a file that came with it, in words. */
function fateWords({ refused, size }: PostAttachment): string {
  const why = refused ? `. It cannot become a document: ${uploadMessages[refused].replace(/\.$/, '')}` : ''
  return `${sizeWords(size)}${why}`
}

/** The files that came with it; `href` leads to each, where there is something to open. */
export function ItsFiles(props: {
  readonly post: Post
  readonly href: (attachment: PostAttachment, index: number) => string | null
}) {
  const { attachments } = props.post
  if (attachments.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">{attachments.length === 1 ? 'A file came with it' : 'Files came with it'}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {attachments.map((it, index) => {
          const href = props.href(it, index)
          return (
            <li>
              {href ? (
                <a class="govuk-link" href={href}>
                  {it.name}
                </a>
              ) : (
                it.name
              )}
              , {fateWords(it)}
            </li>
          )
        })}
      </ul>
    </>
  )
}
