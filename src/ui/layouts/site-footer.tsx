import type { Content } from '../components/common.ts'
import type { PageLinkItem, ServiceFacts } from './service-facts.ts'

/** The pages that a person must be able to reach from anywhere: a choice about cookies can be changed on every page. */
export const FOOTER_LINKS: readonly PageLinkItem[] = [
  { text: 'Privacy', href: '/privacy' },
  { text: 'Cookies', href: '/cookies' },
  { text: 'Complaints', href: '/complaints' },
  { text: 'Accessibility', href: '/accessibility' },
  { text: 'Contact us', href: '/contact' },
  { text: 'Your appointments', href: '/portal' },
]

type SiteFooterProps = { readonly service: ServiceFacts; readonly links: readonly PageLinkItem[] }

export const SiteFooter = ({ service, links }: SiteFooterProps): Content => (
  <footer class="ev-footer">
    <div class="govuk-width-container">
      {links.length > 0 && (
        <nav aria-label="About this website">
          <ul class="ev-footer__links">
            {links.map(({ text, href }) => (
              <li>
                <a href={href}>{text}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <p class="govuk-body-s">{service.smallPrint ?? service.name}</p>
    </div>
  </footer>
)
