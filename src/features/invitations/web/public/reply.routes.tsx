import { z } from 'zod'
import { oneOf, optionalText } from '../../../../platform/web/field-schemas.ts'
import { asTyped, readForm } from '../../../../platform/web/read-form.ts'
import type { PageRequest, Reply, Route } from '../../../../platform/web/route.ts'
import { type CompiledPolicy, durationInWords, requestRules, sweepRuleOf } from '../../../../policy/index.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { blankForm, type FormState, hasErrors } from '../../../../ui/forms/form-state.ts'
import { SendingLimit, usualLimits } from '../../../enquiries/index.ts'
import type { PublishedSettings } from '../../../settings/index.ts'
import { answerByCode, type CodeRefusal } from '../../actions/take-answer.ts'
import { readReplyCode } from '../../domain/reply-code.ts'
import type { FollowingFacts } from '../../domain/what-follows.ts'
import { answers } from '../../domain/words.ts'
import { ChoicePage, CodePage, FollowingPage, RepliedPage } from './reply.pages.tsx'

export interface ReplyTools {
  readonly policy: CompiledPolicy
  readonly published: { current(): Promise<PublishedSettings> }
  /** The machine's clock in milliseconds, for the limit on trying codes. */
  readonly machineNow: () => number
}

type Request = PageRequest<PurposeKey>
type Parts = ReplyTools & { readonly limit: SendingLimit }

/**
 * Where somebody who was invited answers. Looking changes nothing and reads nothing: a letter's address holds a code and no more, a
 * page is the same whether its code is one of ours, and a press of a button answers.
 */
export function replyRoutes(tools: ReplyTools): Route<PurposeKey>[] {
  const parts: Parts = { ...tools, limit: new SendingLimit(usualLimits, tools.machineNow) }
  const base = { area: 'public', purpose: 'answering', entry: 'anybody' } as const
  return [
    { ...base, method: 'GET', path: '/reply', handle: async (request) => codePage(request, blankForm) },
    { ...base, method: 'POST', path: '/reply', handle: readCode },
    { ...base, method: 'GET', path: '/reply/:code', handle: choose },
    { ...base, method: 'POST', path: '/reply/:code', handle: (request) => answer(request, parts) },
    { ...base, method: 'GET', path: '/replied', handle: () => replied(parts) },
  ]
}

const codeForm = z.object({
  code: z.string({ error: 'Type the code of your letter' }).max(100, 'Type the code of your letter'),
})
const notACode = 'Type the code of your letter: twelve letters and figures'

function codePage(request: Request, form: FormState): Reply {
  const body = <CodePage form={form} token={request.formToken()} />
  return {
    page: { title: 'Answer a letter from us', body, ...(hasErrors(form) ? { invalid: true, status: 422 } : {}) },
  }
}

async function readCode(request: Request): Promise<Reply> {
  const reading = readForm(codeForm, request.form)
  if (!reading.ok) return codePage(request, { values: asTyped(request.form), errors: reading.errors })
  const code = readReplyCode(reading.value.code)
  if (code) return { redirect: `/reply/${code}` }
  return codePage(request, { values: asTyped(request.form), errors: { code: notACode } })
}

async function choose(request: Request): Promise<Reply> {
  const code = readReplyCode(request.params.code ?? '')
  return code ? choicePage(request, code, blankForm) : { notFound: true }
}

function choicePage(request: Request, code: string, form: FormState, status = 422): Reply {
  const body = <ChoicePage {...{ code, form }} token={request.formToken()} />
  return { page: { title: 'Your answer', body, ...(hasErrors(form) ? { invalid: true, status } : {}) } }
}

const chosen = z.object({ answer: oneOf(answers, 'Choose an answer') })
const given = chosen.extend({ reach: optionalText(200) })

const refusalWords: Readonly<Record<CodeRefusal, string>> = {
  unknown: 'We do not know this code. Look at your letter again, or ring us',
  over: 'This code is no longer in use. If you would like to tell us something, ring us',
  'too-often': 'This code has been used many times. Please ring us instead',
}

/** The first press shows what follows; the second, on that page, answers. */
async function answer(request: Request, parts: Parts): Promise<Reply> {
  const code = readReplyCode(request.params.code ?? '')
  if (!code) return { notFound: true }
  const values = asTyped(request.form)
  const choice = readForm(chosen, request.form)
  if (!choice.ok)
    return choicePage(request, code, { values, errors: { answer: choice.errors.answer ?? 'Choose an answer' } })
  const page = { code, answer: choice.value.answer, facts: await factsOf(parts) }
  const followingPage = (form: FormState): Reply => {
    const body = <FollowingPage {...page} form={form} token={request.formToken()} />
    return { page: { title: 'What follows', body, ...(hasErrors(form) ? { invalid: true, status: 422 } : {}) } }
  }
  if (values.sure !== 'yes') return followingPage(blankForm)
  const reading = readForm(given, request.form)
  if (!reading.ok) return followingPage({ values, errors: reading.errors })
  const tooMany = 'A great many answers are coming in just now. Please try again in an hour, or ring us'
  if (!parts.limit.allows(request.address)) return choicePage(request, code, { values, errors: { '': tooMany } }, 429)
  const { answer: kind, reach } = reading.value
  const outcome = await answerByCode(request.desk, { key: request.form.key, code, kind, reach })
  if (outcome.done) return { redirect: '/replied' }
  return choicePage(request, code, { values, errors: { '': refusalWords[outcome.reason] } })
}

async function factsOf({ policy, published }: Parts): Promise<FollowingFacts> {
  const rule = sweepRuleOf(policy, 'case')
  if (!rule) throw new Error('the policy does not say how long a case is kept')
  return {
    keptFor: durationInWords(rule.keep),
    answeredWithin: durationInWords(requestRules(policy).rightsRequest.answer),
    telephone: (await published.current()).telephone,
  }
}

async function replied({ published }: Parts): Promise<Reply> {
  const { telephone } = await published.current()
  return { page: { title: 'We have your answer', body: <RepliedPage telephone={telephone} /> } }
}
