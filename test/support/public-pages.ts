import type { CompiledPolicy } from '../../src/policy/compiled.ts'
import { chaptersOf, noticeOf } from '../../src/policy/notice/index.ts'
import { shortReferral } from './public-forms.ts'
import type { Visitor } from './visitor.ts'
import type { WholeService } from './whole-service.ts'

/** A message that the contact form takes: who writes, and how it is safe to answer. */
export const shortContact = {
  'ways[]': ['email'],
  email: 'ade@example.org',
  given_name: 'Ade',
  topic: 'question',
  message: 'What does a first meeting cost?',
} as const

/** As long as somebody reads a form before sending it, in milliseconds: less looks like a program. */
export const readingTime = 2100

/** Sends the contact form as a person does. Answers the page to which it leads. */
export async function sendContact(visitor: Visitor, fields: Readonly<Record<string, string | readonly string[]>> = {}) {
  const sent = await visitor.send('/contact', { ...shortContact, ...fields }, '/contact', readingTime)
  if (sent.status !== 303) throw new Error(`the contact form answered ${sent.status}`)
  return String(sent.location)
}

/** Sends the self-referral as a person does. */
export async function sendReferral(
  visitor: Visitor,
  fields: Readonly<Record<string, string | readonly string[]>> = {},
) {
  const typed = { 'ways[]': ['email'], email: 'ade@example.org', ...shortReferral, ...fields }
  const sent = await visitor.send('/self-referral', typed, '/self-referral', readingTime)
  if (sent.status !== 303) throw new Error(`the self-referral answered ${sent.status}`)
  return String(sent.location)
}

/** The addresses of all chapters of a service's notice. */
export function noticeChapters(policy: CompiledPolicy, base = '/privacy'): string[] {
  const { people, topics } = chaptersOf(noticeOf(policy, { telephone: '', openingHours: '', privacyLead: '' }))
  return [...people, ...topics].map(({ slug }) => `${base}/${slug}`)
}

/** Every page that anybody can look at: those with an address of their own, the notice and an old one, and the page after a form. */
export async function publicPages(whole: WholeService): Promise<string[]> {
  const plain = whole.routes.filter((it) => it.area === 'public' && it.method === 'GET' && !it.path.includes(':'))
  const { policy } = whole.service
  const former = `/privacy/versions/${policy.hash}`
  const notices = [...noticeChapters(policy), former, `${former}/keeping`]
  return [...plain.map((it) => it.path), ...notices, await sendContact(whole.visitor())]
}
