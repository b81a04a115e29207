import { z } from 'zod'
import { oneOf } from '../../../../platform/web/field-schemas.ts'
import { asTyped, readForm } from '../../../../platform/web/read-form.ts'
import type { PageRequest, Reply, Route } from '../../../../platform/web/route.ts'
import { cookiePage } from '../../../../policy/notice/index.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { type FormState, filledForm } from '../../../../ui/forms/form-state.ts'
import { choiceCookie, choiceOf, cookieQuestion, countChoice } from '../../../consents/index.ts'
import { CookiesPage } from './cookies.page.tsx'
import { settingValues, type WebsiteTools } from './website-tools.ts'

type Request = PageRequest<PurposeKey>

const choiceForm = z.object({
  choice: oneOf(['accepted', 'refused'] as const, 'Choose yes or no'),
  back: z.string().default('/cookies'),
})

/** The cookie page and the choice, which the banner on every page sends here too. */
export function cookieRoutes(tools: WebsiteTools): Route<PurposeKey>[] {
  const common = { path: '/cookies', area: 'public', entry: 'anybody' } as const
  return [
    {
      ...common,
      method: 'GET',
      purpose: 'information',
      handle: (request) => {
        const choice = choiceOf(request.cookies, tools.policy)
        return showCookies(request, tools, filledForm(choice ? { choice } : {}))
      },
    },
    { ...common, method: 'POST', purpose: 'consent', handle: (request) => choose(request, tools) },
  ]
}

async function choose(request: Request, tools: WebsiteTools): Promise<Reply> {
  const question = cookieQuestion(tools.policy)
  if (!question) return { notFound: true }
  const reading = readForm(choiceForm, request.form)
  if (!reading.ok) return showCookies(request, tools, { values: asTyped(request.form), errors: reading.errors })
  const { choice, back } = reading.value
  await countChoice(request.desk, { key: request.form.key, choice, wordingHash: question.wordingHash })
  const redirect = back === '/cookies' ? '/cookies?saved=yes' : pageHere(back)
  return { redirect, cookies: [choiceCookie(question, choice)] }
}

/** A page of this website and of no other: a form must not become a way to send people elsewhere. */
export const pageHere = (path: string): string => (/^\/(?![/\\])[\w\-./]*$/.test(path) ? path : '/')

async function showCookies(request: Request, tools: WebsiteTools, form: FormState): Promise<Reply> {
  const invalid = Object.keys(form.errors).length > 0
  const body = (
    <CookiesPage
      facts={cookiePage(tools.policy, settingValues(await tools.published.current()))}
      form={form}
      token={request.formToken()}
      origin={tools.origin}
      saved={request.query.saved === 'yes' && !invalid}
    />
  )
  return { page: { title: 'Cookies', body, invalid } }
}
