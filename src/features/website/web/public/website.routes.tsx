import type { VNode } from 'preact'
import type { Route } from '../../../../platform/web/route.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import type { PublishedSettings } from '../../../settings/index.ts'
import { AccessibilityPage } from './accessibility.page.tsx'
import { ComplaintsPage } from './complaints.page.tsx'
import { cookieRoutes } from './cookies.routes.tsx'
import { CostsPage } from './costs.page.tsx'
import { FirstMeetingPage } from './first-meeting.page.tsx'
import { GettingStartedPage } from './getting-started.page.tsx'
import { HomeLead, HomePage } from './home.page.tsx'
import { privacyRoutes } from './privacy.routes.tsx'
import type { WebsiteTools } from './website-tools.ts'

/** Every page of the public website but the forms by which people write to us. */
export function websiteRoutes(tools: WebsiteTools): Route<PurposeKey>[] {
  const page = (path: string, title: string, draw: (published: PublishedSettings) => Drawn): Route<PurposeKey> => ({
    method: 'GET',
    path,
    area: 'public',
    purpose: 'information',
    entry: 'anybody',
    handle: async () => ({ page: { title, ...draw(await tools.published.current()) } }),
  })
  return [
    page('/', 'Home', (published) => ({
      lead: <HomeLead published={published} />,
      body: <HomePage published={published} />,
    })),
    page('/what-is-a-miam', 'What happens at a first meeting', (published) => ({
      body: <FirstMeetingPage published={published} />,
    })),
    page('/costs', 'What it costs', (published) => ({ body: <CostsPage published={published} /> })),
    page('/getting-started', 'Getting started', (published) => ({
      body: <GettingStartedPage published={published} />,
    })),
    page('/complaints', 'If you are unhappy with us', (published) => ({
      body: <ComplaintsPage policy={tools.policy} published={published} />,
    })),
    page('/accessibility', 'Using this website', (published) => ({
      body: <AccessibilityPage published={published} />,
    })),
    ...privacyRoutes(tools),
    ...cookieRoutes(tools),
  ]
}

interface Drawn {
  readonly body: VNode
  readonly lead?: VNode
}
