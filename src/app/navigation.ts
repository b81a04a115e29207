import type { CompiledPolicy } from '../policy/index.ts'
import type { PurposeKey } from '../policy/vocabulary.ts'
import type { PageLinkItem } from '../ui/layouts/service-facts.ts'

export const publicPlaces: readonly PageLinkItem[] = [
  { text: 'Home', href: '/' },
  { text: 'What a first meeting is', href: '/what-is-a-miam' },
  { text: 'What it costs', href: '/costs' },
  { text: 'Getting started', href: '/getting-started' },
  { text: 'Contact us', href: '/contact' },
]

/** The places of the portal's bar, for a party who is signed in. */
export const portalPlaces: readonly PageLinkItem[] = [
  { text: 'Your appointments', href: '/portal' },
  { text: 'Your papers', href: '/portal/papers' },
  { text: 'How we reach you', href: '/portal/contact' },
  { text: 'Your data', href: '/portal/data' },
]

/** The same for somebody who refers people from an account. */
export const referrerPlaces: readonly PageLinkItem[] = [
  { text: 'Your referrals', href: '/portal/referrals' },
  { text: 'Refer somebody', href: '/portal/referrals/new' },
]

/** The places of the office's bar, each for those whose role may act there. */
const places: readonly { readonly text: string; readonly href: string; readonly purpose: PurposeKey | null }[] = [
  { text: 'Today', href: '/office/today', purpose: null },
  { text: 'Enquiries', href: '/office/enquiries', purpose: 'enquiries' },
  { text: 'Mailbox', href: '/office/mailbox', purpose: 'post' },
  { text: 'Letters', href: '/office/letters', purpose: 'letters' },
  { text: 'Cases', href: '/office/cases', purpose: 'booking' },
  { text: 'Invitations', href: '/office/invitations', purpose: 'invitation' },
  { text: 'Diary', href: '/office/diary', purpose: 'booking' },
  { text: 'Professionals', href: '/office/professionals', purpose: 'professionalContacts' },
  { text: 'Requests', href: '/office/requests', purpose: 'rights' },
  { text: 'Complaints', href: '/office/complaints', purpose: 'complaints' },
  { text: 'Breaches', href: '/office/breaches', purpose: 'breaches' },
  { text: 'Told to others', href: '/office/disclosures', purpose: 'disclosing' },
  { text: 'Safety', href: '/office/concerns', purpose: 'safeguarding' },
  { text: 'Paper', href: '/office/paper', purpose: 'papers' },
  { text: 'Reviews', href: '/office/reviews', purpose: 'supervision' },
  { text: 'Retention', href: '/office/retention', purpose: 'accountability' },
  { text: 'Kept away', href: '/office/walls', purpose: 'conflicts' },
  { text: 'Records', href: '/office/records', purpose: 'accountability' },
  { text: 'Promises', href: '/office/oversight/promises', purpose: 'accountability' },
  { text: 'Policy', href: '/office/policy', purpose: 'accountability' },
  { text: 'Staff', href: '/office/staff', purpose: 'staffAccounts' },
  { text: 'Settings', href: '/office/settings', purpose: 'administration' },
]

/** Whether a role acts for a purpose in its work. What it may do with its own account alone is no place of the office. */
export const mayActFor = (policy: CompiledPolicy, role: string, purpose: PurposeKey): boolean =>
  policy.roles[role as 'mediator']?.may.some((may) => may.purpose === purpose && may.rows !== 'own') ?? false

/** The same for what they see there: to what somebody only adds, they come from elsewhere. */
const seesFor = (policy: CompiledPolicy, role: string, purpose: PurposeKey): boolean =>
  mayActFor(policy, role, purpose) &&
  (policy.roles[role as 'mediator']?.may.some((may) => may.purpose === purpose && may.do.includes('read')) ?? false)

export function officePlaces(policy: CompiledPolicy, role: string): PageLinkItem[] {
  return places
    .filter((it) => it.purpose === null || seesFor(policy, role, it.purpose))
    .map(({ text, href }) => ({ text, href }))
}
