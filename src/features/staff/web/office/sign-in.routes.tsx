import { z } from 'zod'
import type { CodeRefusal, SignedIn } from '../../../../platform/sign-in/code-step.ts'
import type { PasswordRefusal } from '../../../../platform/sign-in/password-step.ts'
import { cookieNames } from '../../../../platform/sign-in/sign-in-ground.ts'
import { requiredText } from '../../../../platform/web/field-schemas.ts'
import { readForm } from '../../../../platform/web/read-form.ts'
import type { Reply, Route } from '../../../../platform/web/route.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { blankForm, type FormState } from '../../../../ui/forms/form-state.ts'
import type { Outcome } from '../../../../values/outcome.ts'
import { localOfficePath } from '../../domain/local-path.ts'
import { busyWords, type OfficeRequest, page, waitWords } from './parts.tsx'
import { CodePage, RecoverPage, SignInPage, withNext } from './sign-in.page.tsx'
import { home, type StaffTools, siteOf } from './tools.ts'

/** Signing in, in two steps, and signing out. Every step is a form that works without script. */
export const signInRoutes = (tools: StaffTools): Route<PurposeKey>[] => [
  { ...door, path: '/office/sign-in', method: 'GET', handle: async (request) => showSignIn(request) },
  { ...door, path: '/office/sign-in', method: 'POST', handle: (request) => sendPassword(tools, request) },
  ...(['code', 'recover'] as const).flatMap((way): Route<PurposeKey>[] => [
    { ...door, path: `/office/sign-in/${way}`, method: 'GET', handle: (request) => showCode(tools, way, request) },
    { ...door, path: `/office/sign-in/${way}`, method: 'POST', handle: (request) => sendCode(tools, way, request) },
  ]),
  { ...door, path: '/office/sign-in/passkey', method: 'POST', handle: (request) => sendPasskey(tools, request) },
  { ...door, entry: 'staff', path: '/office/sign-out', method: 'POST', handle: (request) => signOut(tools, request) },
]

const door = { area: 'office', purpose: 'staffAccounts', entry: 'anybody' } as const
type Way = 'code' | 'recover'

const nextOf = (request: OfficeRequest): string | null =>
  localOfficePath(request.form.values.next ?? request.query.next)

function showSignIn(request: OfficeRequest, form: FormState = blankForm): Reply {
  const next = nextOf(request)
  if (request.staff) return { redirect: next ?? home }
  const body = <SignInPage request={request} form={form} next={next} />
  return page('Sign in', body, form !== blankForm)
}

const passwordSchema = z.object({
  email: requiredText('Enter your e-mail address', 254),
  password: requiredText('Enter your password'),
})

const passwordWords: Readonly<Record<PasswordRefusal, string>> = {
  wrong: 'The e-mail address or the password is not right',
  wait: waitWords,
  busy: busyWords,
}

async function sendPassword(tools: StaffTools, request: OfficeRequest): Promise<Reply> {
  const reading = readForm(passwordSchema, request.form)
  const values = { email: request.form.values.email }
  if (!reading.ok) return showSignIn(request, { values, errors: reading.errors })
  const { cookies, address } = request
  const outcome = await tools.signIn.enterPassword({ ...reading.value, cookies, address })
  if (!outcome.done) return showSignIn(request, { values, errors: { password: passwordWords[outcome.reason] } })
  return { redirect: withNext('/office/sign-in/code', nextOf(request)), cookies: [outcome.value] }
}

async function showCode(tools: StaffTools, way: Way, request: OfficeRequest): Promise<Reply> {
  if (request.staff) return { redirect: nextOf(request) ?? home }
  if (!(await tools.signIn.awaitsCode(request.cookies)))
    return { redirect: withNext('/office/sign-in', nextOf(request)) }
  return codePage(tools, way, request, blankForm)
}

async function codePage(tools: StaffTools, way: Way, request: OfficeRequest, form: FormState): Promise<Reply> {
  const props = { request, form, next: nextOf(request) }
  const passkey = way === 'code' ? await tools.signIn.passkeys.asked(siteOf(tools), request.cookies) : null
  const body = way === 'code' ? <CodePage {...props} passkey={passkey} /> : <RecoverPage {...props} />
  return page(way === 'code' ? 'Enter your code' : 'Enter a recovery code', body, form !== blankForm)
}

const codeSchema = z.object({ code: requiredText('Enter the code', 40) })

const codeWords = (way: Way): Readonly<Record<Exclude<CodeRefusal, 'again'>, string>> => ({
  wrong:
    way === 'code'
      ? 'This code is not right, or it was used before. Wait for the next one and enter that'
      : 'This code is not right, or it was used before. Try another one',
  wait: waitWords,
})

async function sendCode(tools: StaffTools, way: Way, request: OfficeRequest): Promise<Reply> {
  const reading = readForm(codeSchema, request.form)
  if (!reading.ok) return codePage(tools, way, request, { values: {}, errors: reading.errors })
  const { cookies, address, agent } = request
  const enter = way === 'code' ? tools.signIn.enterCode : tools.signIn.enterRecoveryCode
  return answered(tools, way, request, await enter({ code: reading.value.code, cookies, address, agent }))
}

/** A passkey answers the page of the code, and what is wrong with it is said there. */
async function sendPasskey(tools: StaffTools, request: OfficeRequest): Promise<Reply> {
  const { cookies, address, agent } = request
  const { answer = '' } = request.form.values
  const outcome = await tools.signIn.passkeys.enter(siteOf(tools), { answer, cookies, address, agent })
  return answered(tools, 'code', request, outcome, 'This passkey did not let you in. Try again, or enter the code')
}

async function answered(
  tools: StaffTools,
  way: Way,
  request: OfficeRequest,
  outcome: Outcome<SignedIn, CodeRefusal>,
  wrong = codeWords(way).wrong,
): Promise<Reply> {
  if (outcome.done) return { redirect: withNext('/office/kept', nextOf(request)), cookies: outcome.value.cookies }
  if (outcome.reason === 'again') {
    const gone = { name: cookieNames.step, value: '', maxAge: 0 }
    return { redirect: `/office/sign-in?told=again${nextPart(request)}`, cookies: [gone] }
  }
  const words = outcome.reason === 'wrong' ? wrong : codeWords(way)[outcome.reason]
  return codePage(tools, way, request, { values: {}, errors: { code: words } })
}

const nextPart = (request: OfficeRequest): string => {
  const next = nextOf(request)
  return next ? `&next=${encodeURIComponent(next)}` : ''
}

async function signOut(tools: StaffTools, request: OfficeRequest): Promise<Reply> {
  await tools.signIn.signOut(request.cookies)
  return { redirect: '/office/sign-in?told=out', cookies: [{ name: cookieNames.signIn, value: '', maxAge: 0 }] }
}
