import { BackLink } from '../components/back-link.tsx'
import type { Options } from '../components/common.ts'

/** The way back, as a landmark of its own: it stands before the page's main part. */
export const BackNavigation = ({ href, text }: Options<{ href: string; text?: string }>) => (
  <nav class="govuk-width-container" aria-label="Back">
    <BackLink href={href}>{text ?? 'Back'}</BackLink>
  </nav>
)
