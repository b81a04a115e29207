import type { PageRequest, Panel, Reply, Route } from '../../../../platform/web/route.ts'
import { actorOf } from '../../../../platform/web/staff-request.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { BackLink } from '../../../../ui/components/back-link.tsx'
import { ScrollArea } from '../../../../ui/components/scroll-area.tsx'
import { Table } from '../../../../ui/components/table.tsx'
import { londonDay, shortDate } from '../../../../ui/dates.ts'
import { isId } from '../../../../values/ids.ts'
import { together } from '../../../../values/together.ts'
import { type CaseHead, caseHead, partiesOf, zoneNames } from '../../../cases/index.ts'
import { InZone, QualityTag, ZoneMark, type ZoneNames } from '../../../files/index.ts'
import { type ListedPost, onePost, type Post, postOfCase } from '../../data/post-reads.ts'
import { senderWords } from './mailbox.page.tsx'
import { ItsFiles, WhatItSays } from './post-parts.tsx'

/** The letters and e-mails of a case, each read by those who may read its documents. */
export const casePostRoute: Route<PurposeKey> = {
  ...{ method: 'GET', path: '/office/cases/:caseId/post/:postId', area: 'office', purpose: 'papers', entry: 'purpose' },
  handle: show,
}

async function show(request: PageRequest<PurposeKey>): Promise<Reply> {
  const { caseId, postId } = request.params
  if (!isId(caseId) || !isId(postId)) return { notFound: true }
  const deed = { purpose: 'papers', deed: 'post.read', caseId, subjectId: postId } as const
  const found = await request.desk.read(actorOf(request), deed, async (scope) => {
    const [post, head] = [await onePost(scope, postId), await caseHead(scope, caseId)]
    if (!post || !head || post.caseId !== caseId) return null
    return { post, head, names: zoneNames(await partiesOf(scope, caseId)) }
  })
  if (!found) return { notFound: true }
  return { page: { title: found.post.subject || 'Post', body: <CasePostPage {...found} /> } }
}

function CasePostPage(props: { readonly post: Post; readonly head: CaseHead; readonly names: ZoneNames }) {
  const { post, head, names } = props
  return (
    <>
      <BackLink href={`/office/cases/${head.id}`}>{`Case ${head.reference}`}</BackLink>
      <span class="govuk-caption-l">{post.medium === 'letter' ? 'Letter' : 'E-mail'}</span>
      <h1 class="govuk-heading-l">{post.subject || 'No subject'}</h1>
      {post.zone && (
        <InZone zone={post.zone} names={names}>
          {post.legalQuality && <QualityTag quality={post.legalQuality} />}
          <WhatItSays post={post} />
          <ItsFiles post={post} href={(file) => (file.fileId ? `/office/files/${file.fileId}` : null)} />
        </InZone>
      )}
    </>
  )
}

/** What the parties of a case wrote to the service, on the page of the case. */
export const postPanel: Panel<PurposeKey> = {
  name: 'post',
  area: 'office',
  purpose: 'papers',
  show: async (request, caseId) => {
    const deed = { purpose: 'papers', deed: 'post.listed', caseId } as const
    const { post, parties } = await request.desk.read(request.staff.id, deed, (scope) =>
      together({ post: postOfCase(scope, caseId), parties: partiesOf(scope, caseId) }),
    )
    if (post.length === 0) return null
    const names = zoneNames(parties)
    return (
      <>
        <h2 class="govuk-heading-m">Letters and e-mails that came</h2>
        <ScrollArea label="Letters and e-mails">
          <PostOfCase post={post} names={names} today={request.today} />
        </ScrollArea>
      </>
    )
  },
}

const PostOfCase = (props: {
  readonly post: readonly ListedPost[]
  readonly names: ZoneNames
  readonly today: Temporal.PlainDate
}) => (
  <Table
    caption="Letters and e-mails, newest first"
    captionClasses="govuk-visually-hidden"
    sortable
    head={['Subject', 'From', 'Whose', 'Came']}
    rows={props.post.map((it) => [
      {
        content: (
          <a class="govuk-link" href={`/office/cases/${it.caseId}/post/${it.id}`}>
            {it.subject || 'No subject'}
          </a>
        ),
      },
      senderWords(it),
      { content: it.zone ? <ZoneMark zone={it.zone} names={props.names} /> : '' },
      { content: shortDate(londonDay(it.receivedAt), props.today), sortValue: it.receivedAt.toString() },
    ])}
  />
)
