import type { Content } from '../components/common.ts'
import { Mark } from './mark.tsx'
import { type ServiceFacts, telephoneHref } from './service-facts.ts'

/** The service's name, and its telephone on every page: many people would rather call. */
export const SiteHeader = ({ service }: { readonly service: ServiceFacts }): Content => (
  <header class="ev-header">
    <div class="govuk-width-container ev-header__inside">
      <a class="ev-header__name" href="/">
        <Mark />
        {service.name}
      </a>
      {service.telephone && (
        <p class="ev-header__call">
          Call <a href={telephoneHref(service.telephone)}>{service.telephone}</a>{' '}
          {service.hours && <span class="ev-header__hours">{service.hours}</span>}
        </p>
      )}
    </div>
  </header>
)
