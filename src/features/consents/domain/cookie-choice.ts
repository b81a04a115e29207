import type { SetCookie } from '../../../platform/web/route.ts'
import type { CompiledConsent, CompiledPolicy } from '../../../policy/compiled.ts'
import { jointWordingHash } from './wording.ts'

export type Choice = 'accepted' | 'refused'

/** What visitors are asked, and the cookie that remembers their answer. */
export interface CookieQuestion {
  readonly uses: readonly CompiledConsent[]
  readonly wordingHash: string
  readonly cookie: { readonly name: string; readonly maxAge: string }
}

/**
 * What the policy asks of visitors: its active uses that are counted without an identifier. Null when there are none, and then
 * nobody is asked anything. Throws when there is a use and no cookie to remember a refusal by.
 */
export function cookieQuestion(policy: CompiledPolicy): CookieQuestion | null {
  const uses = Object.values(policy.consents).filter(
    (it) => it.ledger === 'countsOnly' && policy.purposes[it.purpose]?.state === 'active',
  )
  if (uses.length === 0) return null
  const cookie = Object.values(policy.storage).find(
    (it) => it.use === 'choice' && it.medium === 'cookie' && it.areas.includes('public'),
  )
  if (!cookie) throw new Error('the policy asks visitors for a choice and has no cookie that remembers it')
  return { uses, wordingHash: jointWordingHash(uses.map((it) => it.wording)), cookie }
}

// Part of the fingerprint is enough to tell that the words have changed; the same for everybody, so it tells nobody apart.
const mark = (question: CookieQuestion) => question.wordingHash.slice(0, 8)

/** What the visitor chose under the words that are asked now; null when they have not, or were asked something else. */
export function choiceOf(cookies: Readonly<Record<string, string>>, policy: CompiledPolicy): Choice | null {
  const question = cookieQuestion(policy)
  if (!question) return null
  const [choice, words] = (cookies[question.cookie.name] ?? '').split('.')
  return (choice === 'accepted' || choice === 'refused') && words === mark(question) ? choice : null
}

/** The cookie that remembers a choice: one word and the mark of the question. Its months are counted from now. */
export function choiceCookie(question: CookieQuestion, choice: Choice, now: Temporal.Instant): SetCookie {
  const maxAge = Temporal.Duration.from(question.cookie.maxAge).total({
    unit: 'seconds',
    relativeTo: now.toZonedDateTimeISO('UTC'),
  })
  return { name: question.cookie.name, value: `${choice}.${mark(question)}`, maxAge: Math.round(maxAge) }
}
