import type { VNode } from 'preact'
import type { PageRequest } from '../../../platform/web/route.ts'
import type { CompiledPolicy } from '../../../policy/compiled.ts'
import { CookieBanner } from '../../../ui/components/cookie-banner.tsx'
import { HiddenField } from '../../../ui/forms/text-fields.tsx'
import { choiceOf, cookieQuestion } from '../domain/cookie-choice.ts'

/**
 * The question about cookies, until it was answered; null when it was, or when the policy has nothing to ask. Two equal buttons,
 * since refusing must be as easy as accepting (PECR regulation 6). Not asked on the answer to a form, which is there to be
 * mended: going on to a new page would lose what was typed.
 */
export function cookieBanner(
  request: Pick<PageRequest, 'path' | 'cookies' | 'form' | 'formToken'>,
  policy: CompiledPolicy,
): VNode | null {
  const question = cookieQuestion(policy)
  const answered = choiceOf(request.cookies, policy) !== null
  if (!question || answered || request.form.key || request.path === '/cookies') return null
  return (
    <form method="post" action="/cookies" class="ev-no-print" data-cookie-choice="">
      <HiddenField name="_form" value={request.formToken()} />
      <HiddenField name="back" value={request.path} />
      <CookieBanner
        ariaLabel="Cookies on this website"
        messages={[
          {
            heading: 'Cookies on this website',
            content: question.uses.map((it) => <p class="govuk-body">{it.wording}</p>),
            actions: [
              { text: 'Yes', type: 'submit', name: 'choice', value: 'accepted' },
              { text: 'No', type: 'submit', name: 'choice', value: 'refused' },
              { text: 'More about cookies', href: '/cookies' },
            ],
          },
        ]}
      />
    </form>
  )
}
