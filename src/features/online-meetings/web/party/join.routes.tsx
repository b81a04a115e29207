import { z } from 'zod'
import { oneOf } from '../../../../platform/web/field-schemas.ts'
import { asParty } from '../../../../platform/web/party-request.ts'
import { asTyped, readForm } from '../../../../platform/web/read-form.ts'
import type { PartyRequest, Reply, Route } from '../../../../platform/web/route.ts'
import type { CompiledPolicy } from '../../../../policy/compiled.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { blankForm, type FormState, hasErrors } from '../../../../ui/forms/form-state.ts'
import { isId } from '../../../../values/ids.ts'
import { consentOf } from '../../../consents/index.ts'
import { portalPage } from '../../../portal/index.ts'
import { answerMeeting, type Said } from '../../actions/answer-meeting.ts'
import { ownMeeting } from '../../data/own-meeting.ts'
import { onlineScope, others, providersOf } from '../../domain/online.ts'
import { JoinPage } from './join.page.tsx'

type Request = PartyRequest<PurposeKey>

export interface JoinTools {
  readonly policy: CompiledPolicy
  readonly published: () => Promise<{ readonly telephone: string }>
}

const base = { area: 'portal', purpose: 'onlineMeetings', entry: 'party' } as const
const path = '/portal/online/:attendanceId'

/** Where a party says yes or no to meeting online this time, joins, and can say that they cannot talk. */
export const joinRoutes = (tools: JoinTools): Route<PurposeKey>[] => [
  { ...base, method: 'GET', path, handle: (request) => show(tools, asParty(request)) },
  { ...base, method: 'POST', path, handle: (request) => answer(tools, asParty(request)) },
  { ...base, method: 'POST', path: `${path}/unsafe`, handle: (request) => sayUnsafe(tools, asParty(request)) },
]

async function show(tools: JoinTools, request: Request, form: FormState = blankForm): Promise<Reply> {
  const { desk, party, params, now } = request
  const { attendanceId } = params
  const asked = consentOf(tools.policy, onlineScope)
  if (!isId(attendanceId) || !asked) return { notFound: true }
  const deed = { purpose: 'onlineMeetings', deed: 'portal.online-opened', subjectId: attendanceId } as const
  const own = await desk.read(party.id, deed, (scope) => ownMeeting(scope, attendanceId))
  if (!own) return { notFound: true }
  const provider = providersOf(tools.policy).find((it) => it.key === own.meeting?.provider) ?? null
  const { telephone } = await tools.published()
  const props = { own, provider, asked, form, now, telephone, token: request.formToken() }
  return portalPage('Meeting online', <JoinPage {...props} />, hasErrors(form))
}

const answerForm = z
  .object({
    answer: oneOf(['yes', 'no'], 'Say yes or no'),
    instead: oneOf(others, 'Choose one of these').optional(),
    meeting: z.string().default(''),
  })
  .transform(
    ({ answer, instead, meeting }): Said =>
      answer === 'yes' ? { word: 'yes', meetingId: meeting } : { word: 'no', instead: instead ?? null },
  )

async function answer(tools: JoinTools, request: Request): Promise<Reply> {
  const reading = readForm(answerForm, request.form)
  if (!reading.ok) return show(tools, request, reading)
  return say(tools, request, reading.value)
}

const sayUnsafe = (tools: JoinTools, request: Request): Promise<Reply> => say(tools, request, { word: 'unsafe' })

async function say(tools: JoinTools, request: Request, said: Said): Promise<Reply> {
  const { desk, party, params, form } = request
  const { attendanceId } = params
  if (!isId(attendanceId)) return { notFound: true }
  const input = { key: form.key, attendanceId, said, channel: 'website' } as const
  const outcome = await answerMeeting(desk, party.id, input, tools.policy)
  if (outcome.done) return { redirect: `/portal/online/${attendanceId}` }
  if (outcome.reason !== 'changed') return { notFound: true }
  const message = 'We changed what carries this meeting meanwhile. Read this page again, and then answer'
  return show(tools, request, { values: asTyped(form), errors: { answer: message } })
}
