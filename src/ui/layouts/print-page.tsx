import type { Content, Options } from '../components/common.ts'
import { Document } from './document.tsx'
import { LeaveButton, LeaveSkipLink } from './leave-page.tsx'
import { type ServiceFacts, telephoneHref } from './service-facts.ts'
import { FOOTER_LINKS, SiteFooter } from './site-footer.tsx'

export type PrintPageProps = Options<{
  title: string
  service: ServiceFacts
  /** Where one came from; not printed. */
  backHref?: string
  /** On the public website: the way out and the foot that every page has, neither of them printed. */
  publicSite?: boolean
  /** The date or version that the paper bears, in words. */
  dated?: string
  children: Content
}>

/** A page made to be printed: a reference to keep, a notice to hand over. On paper only the words remain. */
export const PrintPage = ({ title, service, backHref, publicSite = false, dated, children }: PrintPageProps) => (
  <Document title={title} serviceName={service.neutralName ?? service.name} area="public" unlisted bodyClass="ev-print">
    {publicSite && (
      <nav class="ev-no-print" aria-label="Short cuts">
        <LeaveSkipLink />
      </nav>
    )}
    {publicSite && <LeaveButton />}
    <div class="govuk-width-container">
      {backHref && (
        <nav class="ev-no-print" aria-label="Back">
          <p class="govuk-body">
            <a class="govuk-link" href={backHref}>
              Back
            </a>
            . To print, use Print in the menu of your browser.
          </p>
        </nav>
      )}
      <header class="ev-letterhead">
        <p class="govuk-heading-s govuk-!-margin-bottom-1">{service.name}</p>
        {service.telephone && (
          <p class="govuk-body-s">
            <a class="govuk-link govuk-link--text-colour" href={telephoneHref(service.telephone)}>
              {service.telephone}
            </a>
          </p>
        )}
      </header>
      <main class="govuk-main-wrapper" id="main">
        <h1 class="govuk-heading-l">{title}</h1>
        {children}
        {dated && <p class="govuk-body-s govuk-!-margin-top-6">{dated}</p>}
      </main>
    </div>
    {publicSite && (
      <div class="ev-no-print">
        <SiteFooter service={service} links={FOOTER_LINKS} />
      </div>
    )}
  </Document>
)
