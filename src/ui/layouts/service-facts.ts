import type { Content, Options } from '../components/common.ts'

/** What every page of a service says about it. The words come from Settings and the policy. */
export type ServiceFacts = Options<{
  name: string
  /** Stands in the title of the browser's tab and history instead of the name, where the service has set one. */
  neutralName?: string
  telephone?: string
  /** When the telephone is answered, in a few words. */
  hours?: string
  /** Charity or company number, registered address: the small print at the foot. */
  smallPrint?: Content
}>

export type PageLinkItem = { readonly text: string; readonly href: string }

/** A link target for a telephone: spaces and brackets left out. */
export const telephoneHref = (telephone: string): string => `tel:${telephone.replaceAll(/[^\d+]/g, '')}`

/** True for the page itself and for those below it. */
export const isUnder = (path: string, href: string): boolean =>
  path === href || (href !== '/' && path.startsWith(`${href}/`))
