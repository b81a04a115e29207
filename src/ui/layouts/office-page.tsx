import { Button } from '../components/button.tsx'
import type { Content, Options } from '../components/common.ts'
import { ServiceNavigation } from '../components/service-navigation.tsx'
import { SkipLink } from '../components/skip-link.tsx'
import { BackNavigation } from './back-navigation.tsx'
import { Document } from './document.tsx'
import { Mark } from './mark.tsx'
import { isUnder, type ServiceFacts } from './service-facts.ts'

/** One place of the office's bar; `waiting` is how many things wait there. */
export type OfficePlace = Options<{ text: string; href: string; waiting?: number }>

export type OfficePageProps = Options<{
  title: string
  /** The path of this page, to mark where one is. */
  path: string
  service: ServiceFacts
  /** Who is signed in; the role in words. */
  person: { readonly name: string; readonly role: string }
  navigation: readonly OfficePlace[]
  /** Where the search field is sent, as `q`; no field without it. By POST: what is looked for stands in no address. */
  searchAction?: string
  signOutAction?: string
  /** The person's own page: password, authenticator, where they are signed in. */
  accountHref?: string
  /** Hidden fields that every form of the office sends, such as the token against forged requests. */
  formFields?: Content
  hasErrors?: boolean
  /** At the very top; the demonstration puts its clock here. */
  banner?: Content
  notices?: Content
  backHref?: string
  backText?: string
  children: Content
}>

/** A page of the office. */
export function OfficePage(props: OfficePageProps) {
  const { title, path, service, navigation, hasErrors, banner, notices, backHref, children } = props
  return (
    <Document
      title={title}
      serviceName={service.name}
      hasErrors={hasErrors}
      area="office"
      unlisted
      bodyClass="ev-office"
    >
      <SkipLink href="#main">Skip to main content</SkipLink>
      {banner}
      <OfficeBar {...props} />
      <ServiceNavigation
        navigationLabel="Office"
        navigation={navigation.map(({ text, href, waiting }) => ({
          content: [text, waiting ? <Waiting count={waiting} /> : ''],
          href,
          current: path === href,
          active: isUnder(path, href),
        }))}
      />
      {backHref && <BackNavigation href={backHref} text={props.backText} />}
      <div class="govuk-width-container">
        <main class="govuk-main-wrapper" id="main" tabindex={-1}>
          {notices}
          {children}
        </main>
      </div>
    </Document>
  )
}

const Waiting = ({ count }: { readonly count: number }) => (
  <span class="ev-waiting">
    {count}
    <span class="govuk-visually-hidden"> waiting</span>
  </span>
)

function OfficeBar(props: OfficePageProps) {
  const {
    service,
    person,
    searchAction,
    formFields,
    signOutAction = '/office/sign-out',
    accountHref = '/office/account',
  } = props
  return (
    <header class="ev-office-bar">
      <div class="govuk-width-container ev-office-bar__inside">
        <a class="ev-office-bar__name" href={props.navigation[0]?.href ?? '/office'}>
          <Mark />
          {service.name}
        </a>
        {searchAction && <Search action={searchAction} formFields={formFields} />}
        <div class="ev-office-bar__person">
          <span>
            <a class="ev-office-bar__account" href={accountHref}>
              {person.name}
            </a>
            <span class="ev-office-bar__role">{person.role}</span>
          </span>
          <form method="post" action={signOutAction}>
            {formFields}
            <button type="submit" class="ev-small-button">
              Sign out
            </button>
          </form>
        </div>
      </div>
    </header>
  )
}

const Search = ({ action, formFields }: { readonly action: string; readonly formFields: Content }) => (
  <search class="ev-search-place">
    <form class="ev-search" method="post" action={action}>
      {formFields}
      <label class="govuk-visually-hidden" for="search">
        Search people, enquiries and cases
      </label>
      <input class="govuk-input" id="search" name="q" type="search" autocomplete="off" aria-keyshortcuts="/" />
      <Button>Search</Button>
    </form>
  </search>
)
