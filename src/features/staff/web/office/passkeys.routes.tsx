import { z } from 'zod'
import type { OwnRefusal } from '../../../../platform/sign-in/own-account.ts'
import { passkeysWork } from '../../../../platform/sign-in/passkeys.ts'
import { requiredText } from '../../../../platform/web/field-schemas.ts'
import { readForm } from '../../../../platform/web/read-form.ts'
import type { Reply, Route, StaffRequest } from '../../../../platform/web/route.ts'
import { asStaff } from '../../../../platform/web/staff-request.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { blankForm, type FormState } from '../../../../ui/forms/form-state.ts'
import { isId } from '../../../../values/ids.ts'
import { page, waitWords } from './parts.tsx'
import { AddPasskeyPage, PasskeysPage } from './passkeys.page.tsx'
import { type StaffTools, siteOf } from './tools.ts'

type Request = StaffRequest<PurposeKey>

const list = '/office/account/passkeys'

/** One's own passkeys: seen, added in two steps, ended. */
export const passkeyRoutes = (tools: StaffTools): Route<PurposeKey>[] => {
  const common = { area: 'office', purpose: 'staffAccounts', entry: 'staff' } as const
  return [
    { ...common, method: 'GET', path: list, handle: (request) => show(tools, asStaff(request), blankForm) },
    { ...common, method: 'POST', path: list, handle: (request) => offer(tools, asStaff(request)) },
    { ...common, method: 'GET', path: `${list}/new`, handle: (request) => showNew(tools, asStaff(request)) },
    { ...common, method: 'POST', path: `${list}/new`, handle: (request) => add(tools, asStaff(request)) },
    { ...common, method: 'POST', path: `${list}/:id/end`, handle: (request) => end(tools, asStaff(request)) },
  ]
}

const news = {
  added: 'The passkey is added. You are signed out everywhere else.',
  ended: 'The passkey is ended. You are signed out everywhere else.',
  again: 'That took too long, or the passkey was not made here and now. Begin again.',
} as const

async function show(tools: StaffTools, request: Request, form: FormState): Promise<Reply> {
  const passkeys = await tools.signIn.passkeys.of(request.staff.id)
  const told = news[request.query.told as keyof typeof news]
  const possible = passkeysWork(siteOf(tools))
  return page('Your passkeys', <PasskeysPage {...{ request, form, passkeys, told, possible }} />, form !== blankForm)
}

const schema = z.object({
  name: requiredText('Enter a name for the passkey', 60),
  present: requiredText('Enter your present password'),
})

const words: Readonly<Record<OwnRefusal | 'too-many', string>> = {
  wrong: 'This is not your password',
  wait: waitWords,
  'too-many': 'You have ten passkeys already. End one first',
}

async function offer(tools: StaffTools, request: Request): Promise<Reply> {
  const reading = readForm(schema, request.form)
  const values = { name: request.form.values.name }
  if (!reading.ok) return show(tools, request, { values, errors: reading.errors })
  const { name, present: password } = reading.value
  const { cookies, address, staff } = request
  const outcome = await tools.signIn.passkeys.offer({ staffId: staff.id, password, name, cookies, address })
  if (outcome.done) return { redirect: `${list}/new` }
  return show(tools, request, { values, errors: { present: words[outcome.reason] } })
}

async function showNew(tools: StaffTools, request: Request): Promise<Reply> {
  const { id: staffId, name: staffName } = request.staff
  const own = { staffId, staffName, cookies: request.cookies }
  const offered = await tools.signIn.passkeys.offered(siteOf(tools), own)
  if (!offered) return { redirect: list }
  return page('Add a passkey', <AddPasskeyPage request={request} {...offered} />)
}

async function add(tools: StaffTools, request: Request): Promise<Reply> {
  const { answer = '' } = request.form.values
  const own = { staffId: request.staff.id, cookies: request.cookies, answer }
  const outcome = await tools.signIn.passkeys.add(siteOf(tools), own)
  return { redirect: `${list}?told=${outcome.done ? 'added' : 'again'}` }
}

async function end(tools: StaffTools, request: Request): Promise<Reply> {
  const { id } = request.params
  if (!isId(id)) return { notFound: true }
  const ended = await tools.signIn.passkeys.end({ staffId: request.staff.id, cookies: request.cookies, id })
  return ended ? { redirect: `${list}?told=ended` } : { notFound: true }
}
