import type { Content, Options } from '../components/common.ts'
import { NEUTRAL_SITE } from '../components/exit-this-page.tsx'
import { ServiceNavigation } from '../components/service-navigation.tsx'
import { SkipLink } from '../components/skip-link.tsx'
import { BackNavigation } from './back-navigation.tsx'
import { Document } from './document.tsx'
import { LeaveButton, LeaveSkipLink } from './leave-page.tsx'
import { isUnder, type PageLinkItem, type ServiceFacts } from './service-facts.ts'
import { FOOTER_LINKS, SiteFooter } from './site-footer.tsx'
import { SiteHeader } from './site-header.tsx'

export type PublicPageProps = Options<{
  title: string
  /** The path of this page, to mark where one is. */
  path: string
  service: ServiceFacts
  hasErrors?: boolean
  navigation?: readonly PageLinkItem[]
  footerLinks?: readonly PageLinkItem[]
  /** On unless said otherwise: a person at risk could be seen on any page. */
  exitThisPage?: boolean
  exitUrl?: string
  /** At the very top; the demonstration puts its clock here. */
  banner?: Content
  cookieBanner?: Content
  /** Above the heading: what was just done, what is closed today. */
  notices?: Content
  backHref?: string
  backText?: string
  /** A full-width band above the page's text, as on the home page. */
  lead?: Content
  unlisted?: boolean
  /** For whoever is signed in: the way out, beside the navigation. */
  signOut?: Content
  children: Content
}>

/** A page of the public website. */
export function PublicPage(props: PublicPageProps) {
  const { title, path, service, navigation = [], exitThisPage = true, exitUrl = NEUTRAL_SITE, children } = props
  return (
    <Document
      title={title}
      serviceName={service.neutralName ?? service.name}
      hasErrors={props.hasErrors}
      area="public"
      adapts
      unlisted={props.unlisted}
    >
      <nav aria-label="Short cuts">
        <SkipLink href="#main">Skip to main content</SkipLink>
        {exitThisPage && <LeaveSkipLink url={exitUrl} />}
      </nav>
      {props.banner}
      {props.cookieBanner}
      <SiteHeader service={service} />
      <ServiceNavigation
        navigation={navigation.map(({ text, href }) => ({
          content: text,
          href,
          current: path === href,
          active: isUnder(path, href),
        }))}
      />
      {props.signOut && <div class="govuk-width-container ev-sign-out">{props.signOut}</div>}
      {exitThisPage && <LeaveButton url={exitUrl} />}
      {props.backHref && <BackNavigation href={props.backHref} text={props.backText} />}
      <main id="main" tabindex={-1}>
        {props.lead && (
          <div class="ev-lead">
            <div class="govuk-width-container">{props.lead}</div>
          </div>
        )}
        <div class="govuk-width-container">
          {props.notices && <div class="ev-notices">{props.notices}</div>}
          <div class="govuk-main-wrapper">{children}</div>
        </div>
      </main>
      <SiteFooter service={service} links={props.footerLinks ?? FOOTER_LINKS} />
    </Document>
  )
}
