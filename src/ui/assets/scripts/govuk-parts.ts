import { Button } from 'govuk-frontend/dist/govuk/components/button/button.mjs'
import { CharacterCount } from 'govuk-frontend/dist/govuk/components/character-count/character-count.mjs'
import { Checkboxes } from 'govuk-frontend/dist/govuk/components/checkboxes/checkboxes.mjs'
import { ErrorSummary } from 'govuk-frontend/dist/govuk/components/error-summary/error-summary.mjs'
import { NotificationBanner } from 'govuk-frontend/dist/govuk/components/notification-banner/notification-banner.mjs'
import { PasswordInput } from 'govuk-frontend/dist/govuk/components/password-input/password-input.mjs'
import { Radios } from 'govuk-frontend/dist/govuk/components/radios/radios.mjs'
import { ServiceNavigation } from 'govuk-frontend/dist/govuk/components/service-navigation/service-navigation.mjs'
import { SkipLink } from 'govuk-frontend/dist/govuk/components/skip-link/skip-link.mjs'

const parts = [
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  NotificationBanner,
  PasswordInput,
  Radios,
  ServiceNavigation,
  SkipLink,
]

/** Starts the scripts of the design system. The class names tell them, and the styles, that script runs here. */
export function startGovukParts(): void {
  document.body.classList.add('js-enabled', 'govuk-frontend-supported')
  for (const Part of parts) {
    for (const root of document.querySelectorAll(`[data-module="${Part.moduleName}"]`)) startOne(Part, root)
  }
}

/** One part that cannot start must not keep the others from it. */
function startOne(Part: (typeof parts)[number], root: Element) {
  try {
    new Part(root)
  } catch {
    root.setAttribute('data-not-started', '')
  }
}
