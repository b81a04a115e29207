import type { PageRequest, Reply, Route } from '../../../../platform/web/route.ts'
import { type NoticeDocument, noticeOf } from '../../../../policy/notice/index.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { londonDay, plainDate } from '../../../../ui/dates.ts'
import { noticeUnder, noticeVersions } from '../../data/former-notices.ts'
import { NoticeView } from './notice-view.tsx'
import { WideWords } from './page-parts.tsx'
import { settingValues, type WebsiteTools } from './website-tools.ts'

type Request = PageRequest<PurposeKey>

/** The privacy notice: as it is now, to be printed, and as it was. */
export function privacyRoutes(tools: WebsiteTools): Route<PurposeKey>[] {
  const common = { method: 'GET', area: 'public', purpose: 'information', entry: 'anybody' } as const
  const now = async () => noticeOf(tools.policy, settingValues(await tools.published.current()))
  return [
    { ...common, path: '/privacy', handle: async () => noticePage(await now()) },
    { ...common, path: '/privacy/print', handle: async () => printedNotice(await now()) },
    { ...common, path: '/privacy/versions', handle: (request) => listVersions(request, tools.policy.hash) },
    { ...common, path: '/privacy/versions/:hash', handle: showVersion },
  ]
}

const noticePage = (notice: NoticeDocument): Reply => ({
  page: {
    title: notice.title,
    body: (
      <WideWords heading={notice.title}>
        <NoticeView notice={notice} folding="folded" />
        <p class="ev-no-print">
          <a href="/privacy/print">This notice on one page, to print</a>
        </p>
        <p class="ev-no-print">
          <a href="/privacy/versions">Earlier versions of this notice</a>
        </p>
      </WideWords>
    ),
  },
})

const printedNotice = (notice: NoticeDocument): Reply => ({
  page: {
    title: notice.title,
    forPrint: true,
    body: (
      <div class="ev-prose ev-prose--wide">
        <NoticeView notice={notice} folding="open" />
      </div>
    ),
  },
})

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

async function showVersion(request: Request): Promise<Reply> {
  const deed = { purpose: 'information', deed: 'notice.read' } as const
  const found = await request.desk.read(null, deed, (scope) => noticeUnder(scope, request.params.hash ?? ''))
  if (!found) return { notFound: true }
  const title = `${found.notice.title} (from ${plainDate(londonDay(found.inForceFrom))})`
  const body = (
    <WideWords heading={title}>
      <p>
        <strong>This is one of the versions of our notice.</strong> Read <a href="/privacy">the one that holds now</a>.
      </p>
      <NoticeView notice={found.notice} folding="folded" />
    </WideWords>
  )
  return { page: { title, body } }
}
