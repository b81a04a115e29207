import type { VNode } from 'preact'
import type { PageRequest, Reply, Route } from '../../../../platform/web/route.ts'
import { chaptersOf, type NoticeDocument, noticeOf } from '../../../../policy/notice/index.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { BackLink } from '../../../../ui/components/back-link.tsx'
import { londonDay, plainDate } from '../../../../ui/dates.ts'
import { noticeUnder, noticeVersions } from '../../data/former-notices.ts'
import { NoticeChapterView, NoticeFront } from './notice-view.tsx'
import { WideWords } from './page-parts.tsx'
import { settingValues, type WebsiteTools } from './website-tools.ts'

type Request = PageRequest<PurposeKey>

/** Where a person uses a right; another feature answers there. */
const askPath = '/your-data'

/** The privacy notice: as it is now and as it was, each as a front page with its chapters. */
export function privacyRoutes(tools: WebsiteTools): Route<PurposeKey>[] {
  const common = { method: 'GET', area: 'public', purpose: 'information', entry: 'anybody' } as const
  const now = async () => noticeOf(tools.policy, settingValues(await tools.published.current()))
  const ask = tools.policy.purposes.rights?.state === 'active' ? askPath : undefined
  return [
    { ...common, path: '/privacy', handle: async () => noticePage(await now(), ask) },
    {
      ...common,
      path: '/privacy/:chapter',
      handle: async (request) => chapterPage(request, { notice: await now(), base: '/privacy' }),
    },
    { ...common, path: '/privacy/versions', handle: (request) => listVersions(request, tools.policy.hash) },
    { ...common, path: '/privacy/versions/:hash', handle: showVersion },
    { ...common, path: '/privacy/versions/:hash/:chapter', handle: showChapterOfVersion },
  ]
}

const noticePage = (notice: NoticeDocument, ask: string | undefined): Reply => ({
  page: {
    title: notice.title,
    body: (
      <WideWords heading={notice.title}>
        <NoticeFront notice={notice} chapters={chaptersOf(notice)} base="/privacy" ask={ask} />
        <p class="ev-no-print">
          <a href="/privacy/versions">Earlier versions of this notice</a>
        </p>
      </WideWords>
    ),
  },
})

/** A version of the notice, and where its front page is. */
interface Version {
  readonly notice: NoticeDocument
  readonly base: string
  /** Said at the top of a version that may be old. */
  readonly warning?: VNode
}

function chapterPage({ params, query }: Request, { notice, base, warning }: Version): Reply {
  const chapters = chaptersOf(notice)
  const chapter = [...chapters.people, ...chapters.topics].find(({ slug }) => slug === params.chapter)
  if (!chapter) return { notFound: true }
  const folding = query.all === 'yes' ? 'open' : 'folded'
  const body = (
    <>
      <BackLink href={base}>All parts of this notice</BackLink>
      <WideWords heading={chapter.heading}>
        {warning}
        <NoticeChapterView notice={notice} chapter={chapter} chapters={chapters} base={base} folding={folding} />
      </WideWords>
    </>
  )
  return { page: { title: `${chapter.heading} (${notice.title.toLowerCase()})`, body } }
}

async function listVersions(request: Request, current: string): Promise<Reply> {
  const deed = { purpose: 'information', deed: 'notice.listed' } as const
  const versions = await request.desk.read(null, deed, noticeVersions)
  const body = (
    <WideWords heading="Versions of our privacy notice">
      <ul>
        {versions.map(({ hash, inForceFrom }) => (
          <li>
            <a href={hash === current ? '/privacy' : `/privacy/versions/${hash}`}>
              In force from {plainDate(londonDay(inForceFrom))}
              {hash === current ? ' (now)' : ''}
            </a>
          </li>
        ))}
      </ul>
    </WideWords>
  )
  return { page: { title: 'Versions of our privacy notice', body } }
}

const OneOfTheVersions = () => (
  <p>
    <strong>This is one of the versions of our notice.</strong> Read <a href="/privacy">the one that holds now</a>.
  </p>
)

const versionIn = (request: Request) =>
  request.desk.read(null, { purpose: 'information', deed: 'notice.read' } as const, (scope) =>
    noticeUnder(scope, request.params.hash ?? ''),
  )

async function showVersion(request: Request): Promise<Reply> {
  const found = await versionIn(request)
  if (!found) return { notFound: true }
  const { notice, hash } = found
  const title = `${notice.title} (from ${plainDate(londonDay(found.inForceFrom))})`
  const body = (
    <WideWords heading={title}>
      <OneOfTheVersions />
      <NoticeFront notice={notice} chapters={chaptersOf(notice)} base={`/privacy/versions/${hash}`} />
    </WideWords>
  )
  return { page: { title, body } }
}

async function showChapterOfVersion(request: Request): Promise<Reply> {
  const found = await versionIn(request)
  if (!found) return { notFound: true }
  const { notice, hash } = found
  return chapterPage(request, { notice, base: `/privacy/versions/${hash}`, warning: <OneOfTheVersions /> })
}
