import type { Content, Options } from '../components/common.ts'
import { Document } from './document.tsx'
import { type ServiceFacts, telephoneHref } from './service-facts.ts'

export type PrintPageProps = Options<{
  title: string
  service: ServiceFacts
  /** Where one came from; not printed. */
  backHref?: string
  /** The date or version that the paper bears, in words. */
  dated?: string
  children: Content
}>

/** A page made to be printed: a reference to keep, a notice to hand over. On paper only the words remain. */
export const PrintPage = ({ title, service, backHref, dated, children }: PrintPageProps) => (
  <Document title={title} serviceName={service.neutralName ?? service.name} area="public" unlisted bodyClass="ev-print">
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
  </Document>
)
