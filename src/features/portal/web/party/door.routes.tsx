import { z } from 'zod'
import type { PartyDoor } from '../../../../platform/sign-in/party-door.ts'
import { cookieNames } from '../../../../platform/sign-in/sign-in-ground.ts'
import { optionalEmail, requiredText } from '../../../../platform/web/field-schemas.ts'
import { readForm } from '../../../../platform/web/read-form.ts'
import type { Reply, Route } from '../../../../platform/web/route.ts'
import type { PartyEntrance } from '../../../../platform/web/web-parts.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { blankForm, type FormState } from '../../../../ui/forms/form-state.ts'
import { folded } from '../../../people/index.ts'
import { AskPage, CodePage } from './door.page.tsx'
import { type PortalRequest, portalPage } from './parts.tsx'

export interface DoorTools {
  readonly door: PartyDoor
  readonly published: () => Promise<{ readonly telephone: string }>
}

const open = { area: 'portal', purpose: 'booking', entry: 'anybody' } as const

/** Coming in and going out. Looking at any of these pages changes nothing: a code is used up by a press of the button alone. */
export const doorRoutes = (tools: DoorTools): Route<PurposeKey>[] => [
  { ...open, method: 'GET', path: '/portal/sign-in', handle: (request) => showAsk(tools, request) },
  { ...open, method: 'POST', path: '/portal/sign-in', handle: (request) => ask(tools, request) },
  { ...open, method: 'GET', path: '/portal/code', handle: (request) => showCode(tools, request) },
  { ...open, method: 'POST', path: '/portal/code', handle: (request) => enter(tools, request) },
  { ...open, entry: 'portal', method: 'POST', path: '/portal/sign-out', handle: (request) => leave(tools, request) },
]

const homes = { party: '/portal', referrer: '/portal/referrals' } as const
const gone = { name: cookieNames.party, value: '', maxAge: 0 }

/** For the web server. */
export const entranceOf = (door: PartyDoor): PartyEntrance => ({
  partyOf: door.partyOf,
  signedOut: (cookies) =>
    cookies[cookieNames.party]
      ? { redirect: '/portal/sign-in?told=over', cookies: [gone] }
      : { redirect: '/portal/sign-in' },
})

async function showAsk(tools: DoorTools, request: PortalRequest, form: FormState = blankForm): Promise<Reply> {
  if (request.party) return { redirect: homes[request.party.kind] }
  const { telephone } = await tools.published()
  return portalPage('Sign in', <AskPage {...{ request, form, telephone }} />, form !== blankForm)
}

const wrongEmail = 'Enter an e-mail address, such as name@example.com'
const askForm = z.object({
  email: optionalEmail(wrongEmail).refine((email) => email !== null, 'Enter your e-mail address'),
})

async function ask(tools: DoorTools, request: PortalRequest): Promise<Reply> {
  const reading = readForm(askForm, request.form)
  if (!reading.ok) return showAsk(tools, request, { values: request.form.values, errors: reading.errors })
  const email = folded('email', reading.value.email ?? '')
  await tools.door.askForCode({ id: request.form.key, email, address: request.address })
  return { redirect: '/portal/code?asked=yes' }
}

async function showCode(tools: DoorTools, request: PortalRequest, form: FormState = blankForm): Promise<Reply> {
  if (request.party) return { redirect: homes[request.party.kind] }
  const { telephone } = await tools.published()
  return portalPage('Enter your code', <CodePage {...{ request, form, telephone }} />, form !== blankForm)
}

const codeForm = z.object({ code: requiredText('Enter the code', 40) })

const refusals = {
  wrong:
    'This code does not work. It may be mistyped, used already or too old, or a newer one was sent. Ask for another',
  wait: 'There were too many tries. Wait a quarter of an hour, then try again',
} as const

async function enter(tools: DoorTools, request: PortalRequest): Promise<Reply> {
  const reading = readForm(codeForm, request.form)
  if (!reading.ok) return showCode(tools, request, { values: {}, errors: reading.errors })
  const { cookies, address } = request
  const outcome = await tools.door.enterCode({ code: reading.value.code, cookies, address })
  if (outcome.done) return { redirect: homes[outcome.value.kind], cookies: [outcome.value.cookie] }
  return showCode(tools, request, { values: {}, errors: { code: refusals[outcome.reason] } })
}

async function leave(tools: DoorTools, request: PortalRequest): Promise<Reply> {
  await tools.door.signOut(request.cookies)
  return { redirect: '/portal/sign-in?told=out', cookies: [gone] }
}
