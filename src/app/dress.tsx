import type { VNode } from 'preact'
import { SignOut } from '../features/portal/plugin.ts'
import { GlassBanner } from '../features/safeguarding/plugin.ts'
import type { Page, PageRequest, WebArea } from '../platform/web/route.ts'
import type { PurposeKey } from '../policy/vocabulary.ts'
import type { Content } from '../ui/components/common.ts'
import { ErrorPage } from '../ui/layouts/error-page.tsx'
import { OfficePage } from '../ui/layouts/office-page.tsx'
import { PrintPage } from '../ui/layouts/print-page.tsx'
import { PublicPage } from '../ui/layouts/public-page.tsx'
import type { PageLinkItem, ServiceFacts } from '../ui/layouts/service-facts.ts'
import { renderPage, renderPart } from '../ui/render.ts'
import { mayActFor, officePlaces, portalPlaces, publicPlaces, referrerPlaces } from './navigation.ts'
import type { Service } from './service.ts'

/** Parts that others put into every page: the cookie banner, the demonstration's bar. */
export interface PageExtras {
  readonly banner?: (request: PageRequest<PurposeKey> | null) => Content
  readonly cookieBanner?: (request: PageRequest<PurposeKey>) => Content
}

export interface Dresser {
  dress(page: Page, request: PageRequest<PurposeKey>, area: WebArea): Promise<string>
  errorPage(error: { status: number; reference: string; path: string }): Promise<string>
}

/** Puts pages into the layout of their area. */
export function dresser(service: Service, extras: PageExtras): Dresser {
  return {
    dress: async (page, request, area) =>
      page.fragment
        ? renderPart(page.body)
        : renderPage(inLayout(page, request, area, { service, extras, facts: await factsOf(service) })),
    errorPage: async (error) => renderPage(errorPage(error, await factsOf(service), extras)),
  }
}

/** What each page says of the service. A page about a fault must not need the database. */
async function factsOf({ policy, published }: Service): Promise<ServiceFacts> {
  const settings = await published.current().catch(() => null)
  return {
    name: policy.service.name,
    ...(settings?.neutralName ? { neutralName: settings.neutralName } : {}),
    ...(settings?.telephone ? { telephone: settings.telephone } : {}),
    ...(settings?.openingHours ? { hours: settings.openingHours } : {}),
    smallPrint: `${policy.service.name}. ${policy.service.registration}.`,
  }
}

interface Around {
  readonly service: Service
  readonly extras: PageExtras
  readonly facts: ServiceFacts
}

function inLayout(page: Page, request: PageRequest<PurposeKey>, area: WebArea, around: Around): VNode {
  const { facts, extras, service } = around
  const common = { title: page.title, path: request.path, service: facts, hasErrors: page.invalid === true }
  if (page.forPrint)
    return (
      <PrintPage title={page.title} service={facts} publicSite={area === 'public'}>
        {page.body}
      </PrintPage>
    )
  if (area === 'office' && request.staff) {
    const role = service.policy.roles[request.staff.role as 'mediator']?.title ?? request.staff.role
    return (
      <OfficePage
        {...common}
        person={{ name: request.staff.name, role }}
        navigation={officePlaces(service.policy, request.staff.role)}
        {...(searches(service, request) ? { searchAction: searchPath } : {})}
        formFields={<input type="hidden" name="_form" value={request.formToken()} />}
        banner={extras.banner?.(request)}
      >
        <GlassBanner staff={request.staff} now={service.clock.now()} />
        {page.body}
      </OfficePage>
    )
  }
  return (
    <PublicPage
      {...common}
      navigation={placesOf(area, request)}
      exitThisPage={area !== 'office' && page.exitThisPage !== false}
      unlisted={area !== 'public'}
      signOut={area === 'portal' && request.party ? <SignOut token={request.formToken()} /> : null}
      banner={extras.banner?.(request)}
      cookieBanner={area === 'public' ? extras.cookieBanner?.(request) : null}
      lead={page.lead}
    >
      {page.body}
    </PublicPage>
  )
}

const placesOf = (area: WebArea, { party }: PageRequest<PurposeKey>): readonly PageLinkItem[] => {
  if (area === 'public') return publicPlaces
  if (area !== 'portal' || !party) return []
  return party.kind === 'referrer' ? referrerPlaces : portalPlaces
}

const searchPath = '/office/search'

/** Its own page has a field of its own, in which what was typed stands. */
const searches = ({ policy }: Service, { staff, path }: PageRequest<PurposeKey>) =>
  staff !== null && path !== searchPath && mayActFor(policy, staff.role, 'recognition')

const errorWords: Readonly<Record<number, { title: string; words: string }>> = {
  403: {
    title: 'This page has waited too long',
    words: 'Go back, load the page again and send it once more. Your browser keeps what you typed when you go back.',
  },
  404: {
    title: 'We cannot find this page',
    words: 'The address may have a mistake in it, or the page is not there for you.',
  },
  413: {
    title: 'That was too much to send',
    words:
      'Use the Back button of your browser: what you typed is still there. Make the text or the file smaller and send it again.',
  },
  503: {
    title: 'We are starting again',
    words: 'Wait a minute and load the page again. Nothing that you sent was half kept.',
  },
}

const fault = {
  title: 'Something went wrong here',
  words:
    'It is our fault, not yours. Nothing was half kept. Use the Back button of your browser: what you typed is still there. Try again in a few minutes.',
}

function errorPage(
  error: { status: number; reference: string; path: string },
  facts: ServiceFacts,
  extras: PageExtras,
): VNode {
  const { title, words } =
    errorWords[error.status] ?? (error.status >= 500 ? fault : { title: 'This could not be read', words: fault.words })
  return (
    <ErrorPage
      title={title}
      service={facts}
      banner={extras.banner?.(null)}
      exitThisPage={!error.path.startsWith('/office')}
    >
      <p class="govuk-body">{words}</p>
      {facts.telephone && <p class="govuk-body">You can also telephone us on {facts.telephone}.</p>}
      {error.status >= 500 && (
        <p class="govuk-body">If you tell us about it, give us this reference: {error.reference}</p>
      )}
    </ErrorPage>
  )
}
