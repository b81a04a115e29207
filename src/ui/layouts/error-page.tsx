import type { Content, Options } from '../components/common.ts'
import { Document } from './document.tsx'
import { LeaveButton, LeaveSkipLink } from './leave-page.tsx'
import type { ServiceFacts } from './service-facts.ts'
import { FOOTER_LINKS, SiteFooter } from './site-footer.tsx'
import { SiteHeader } from './site-header.tsx'

export type ErrorPageProps = Options<{
  /** What happened, in the words of the heading. */
  title: string
  service: ServiceFacts
  banner?: Content
  /** On unless said otherwise, as on every page of the public website. */
  exitThisPage?: boolean
  /** What one can do now; whether what was typed is kept. */
  children: Content
}>

/**
 * A page for when something went wrong. It asks for nothing that could have failed: no navigation, only words, a telephone, the way
 * out, and the links at the foot of every page.
 */
export const ErrorPage = ({ title, service, banner, exitThisPage = true, children }: ErrorPageProps) => (
  <Document title={title} serviceName={service.neutralName ?? service.name} area="public" adapts unlisted>
    {exitThisPage && (
      <nav aria-label="Short cuts">
        <LeaveSkipLink />
      </nav>
    )}
    {banner}
    <SiteHeader service={service} />
    {exitThisPage && <LeaveButton />}
    <div class="govuk-width-container">
      <main class="govuk-main-wrapper govuk-main-wrapper--l" id="main">
        <div class="govuk-grid-row">
          <div class="govuk-grid-column-two-thirds">
            <h1 class="govuk-heading-l">{title}</h1>
            {children}
          </div>
        </div>
      </main>
    </div>
    <SiteFooter service={service} links={FOOTER_LINKS} />
  </Document>
)
