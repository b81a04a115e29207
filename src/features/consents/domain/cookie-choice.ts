import { createHash } from 'node:crypto'
import type { SetCookie } from '../../../platform/web/route.ts'
import type { CompiledPolicy } from '../../../policy/compiled.ts'
import { type ConsentScopeRule, consentScopes } from '../../../policy/enforcing/consent-scopes.ts'
import { mayStore, storageGuard } from '../../../policy/enforcing/storage-guard.ts'

export type Choice = 'accepted' | 'refused'

/** What visitors are asked, and the cookie that remembers their answer. */
export interface CookieQuestion {
  readonly uses: readonly ConsentScopeRule[]
  /** SHA-256 of all that is asked together, in hexadecimal. */
  readonly wordingHash: string
  readonly cookie: { readonly name: string; readonly seconds: number }
}

/**
 * What the policy asks of visitors: the uses that are counted without an identifier. Null when there are none, and then nobody is
 * asked anything. Throws when there is a use and no cookie that may be set to remember a refusal by.
 */
export function cookieQuestion(policy: CompiledPolicy): CookieQuestion | null {
  const uses = consentScopes(policy).filter((it) => it.ledger === 'countsOnly')
  if (uses.length === 0) return null
  const cookie = storageGuard(policy).find((it) => it.use === 'choice' && it.medium === 'cookie')
  if (!cookie || cookie.maxAgeSeconds === null || !mayStore(policy, cookie.name, 'public', new Set()))
    throw new Error('the policy asks visitors for a choice and has no cookie that remembers it')
  const words = uses.map((it) => it.wordingHash).join('\n')
  return {
    uses,
    wordingHash: createHash('sha256').update(words).digest('hex'),
    cookie: { name: cookie.name, seconds: cookie.maxAgeSeconds },
  }
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

/** The cookie that remembers a choice: one word and the mark of the question. */
export const choiceCookie = (question: CookieQuestion, choice: Choice): SetCookie => ({
  name: question.cookie.name,
  value: `${choice}.${mark(question)}`,
  maxAge: question.cookie.seconds,
})
