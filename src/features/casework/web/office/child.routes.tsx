import { z } from 'zod'
import { oneOf, requiredText } from '../../../../platform/web/field-schemas.ts'
import { asTyped, readForm } from '../../../../platform/web/read-form.ts'
import type { Reply, Route } from '../../../../platform/web/route.ts'
import { actorOf } from '../../../../platform/web/staff-request.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { blankForm, type FormState, hasErrors } from '../../../../ui/forms/form-state.ts'
import { londonInstant } from '../../../../values/calendar-days.ts'
import { type Id, isId } from '../../../../values/ids.ts'
import { childrenOf } from '../../../cases/index.ts'
import { wholeDateField } from '../../../settings/index.ts'
import { mediators } from '../../../staff/index.ts'
import {
  bookChildMeeting,
  recordChildAgreement,
  recordChildWord,
  settleMeeting,
  tellParents,
} from '../../actions/hear-child.ts'
import { stateOf } from '../../data/case-state.ts'
import { agreementsOf, childMeetingOf, childMeetingsOf, mustAgree, wordsOfMeeting } from '../../data/child-meetings.ts'
import { type Request, routesFor } from './case-form.tsx'
import { ChildMeetingPage, ChildVoicePage, longestWords } from './child.pages.tsx'

const booking = routesFor('booking')
const voice = routesFor('childVoice')
const base = '/office/cases/:caseId/children/:childId/meeting'
const meeting = '/office/child-meetings/:meetingId'

/** A child's meeting with a mediator: who agreed, when it is, and what the child said. */
export const childRoutes: readonly Route<PurposeKey>[] = [
  booking('GET', base, (request) => meetingPage(request, blankForm)),
  booking('POST', `${base}/agreement`, agree),
  booking('POST', `${base}/book`, book),
  booking('POST', `${meeting}/settle`, settle),
  voice('GET', meeting, (request) => voicePage(request, blankForm)),
  voice('POST', `${meeting}/words`, hear),
  voice('POST', `${meeting}/words/:wordId/told`, told),
]

const at = ({ caseId, childId }: Readonly<Record<string, string>>) =>
  `/office/cases/${caseId}/children/${childId}/meeting`

async function meetingPage(request: Request, form: FormState): Promise<Reply> {
  const { caseId, childId } = request.params
  if (!isId(caseId) || !isId(childId)) return { notFound: true }
  const deed = { purpose: 'booking', deed: 'child.meeting-opened', caseId, subjectId: childId } as const
  const found = await request.desk.read(actorOf(request), deed, async (scope) => {
    const state = await stateOf(scope, caseId)
    const child = (await childrenOf(scope, caseId)).find((it) => it.id === childId)
    if (!state || !child) return null
    const meetings = (await childMeetingsOf(scope, caseId)).filter((it) => it.childId === childId)
    const agreements = await agreementsOf(scope, childId)
    return { caseId, child, names: state.names, agreements, meetings, mediators: await mediators(scope) }
  })
  if (!found) return { notFound: true }
  const body = <ChildMeetingPage {...found} form={form} token={() => request.formToken()} />
  return { page: { title: 'Meeting of a child with a mediator', invalid: hasErrors(form), body } }
}

const agreementForm = (today: Temporal.PlainDate) =>
  z
    .object({
      who: oneOf(mustAgree, 'Choose who was asked'),
      agreed: oneOf(['yes', 'no'] as const, 'Choose what they said'),
    })
    .and(
      wholeDateField('on', 'Enter a day').refine(({ on }) => on === '' || on <= today.toString(), {
        message: 'The day must be today or before',
        path: ['on'],
      }),
    )

async function agree(request: Request): Promise<Reply> {
  const { caseId, childId } = request.params
  if (!isId(caseId) || !isId(childId)) return { notFound: true }
  const reading = readForm(agreementForm(request.today), request.form)
  if (!reading.ok) return meetingPage(request, reading)
  const { who, agreed, on } = reading.value
  const made = { key: request.form.key, caseId, childId, who, agreed: agreed === 'yes', onDay: on }
  const outcome = await recordChildAgreement(request.desk, actorOf(request), made)
  return outcome.done ? { redirect: at(request.params) } : { notFound: true }
}

const bookForm = z
  .object({
    mediator: z.string({ error: 'Choose a mediator' }).refine(isId, 'Choose a mediator'),
    time: z
      .string({ error: 'Enter the time, like 14:30' })
      .regex(/^([01]?\d|2[0-3]):[0-5]\d$/, 'Enter the time, like 14:30'),
  })
  .and(wholeDateField('day', 'Enter a day'))

const notBooked = {
  not_agreed: { day: 'Both parents and the child must have agreed' },
  not_qualified: { mediator: 'This mediator is not registered as qualified to meet children' },
  taken: { time: 'The mediator is taken at that time' },
} as const

async function book(request: Request): Promise<Reply> {
  const { caseId, childId } = request.params
  if (!isId(caseId) || !isId(childId)) return { notFound: true }
  const reading = readForm(bookForm, request.form)
  if (!reading.ok) return meetingPage(request, reading)
  const { mediator, day, time } = reading.value
  const startsAt = londonInstant(Temporal.PlainDate.from(day).toPlainDateTime(time.padStart(5, '0')))
  const made = { key: request.form.key, caseId, childId, mediatorId: mediator as Id, startsAt }
  const outcome = await bookChildMeeting(request.desk, actorOf(request), made)
  if (outcome.done) return { redirect: at(request.params) }
  if (outcome.reason === 'no_such') return { notFound: true }
  return meetingPage(request, { values: asTyped(request.form), errors: notBooked[outcome.reason] })
}

async function settle(request: Request): Promise<Reply> {
  const { meetingId } = request.params
  const { status } = request.form.values
  if (!isId(meetingId) || (status !== 'held' && status !== 'not_held')) return { notFound: true }
  const outcome = await settleMeeting(request.desk, actorOf(request), { key: request.form.key, meetingId, status })
  return outcome.done ? { redirect: at(outcome.value) } : { notFound: true }
}

async function voicePage(request: Request, form: FormState): Promise<Reply> {
  const { meetingId } = request.params
  if (!isId(meetingId)) return { notFound: true }
  const deed = { purpose: 'childVoice', deed: 'child.voice-opened', subjectId: meetingId } as const
  const found = await request.desk.read(actorOf(request), deed, async (scope) => {
    const it = await childMeetingOf(scope, meetingId)
    if (it?.status !== 'held') return null
    scope.about({ caseId: it.caseId })
    return { meeting: it, words: await wordsOfMeeting(scope, meetingId) }
  })
  const isOwn = found?.meeting.mediatorId === request.staff?.id
  // A colleague who has the case now was not told it.
  if (!found || (request.staff?.role === 'mediator' && !isOwn)) return { notFound: true }
  const body = <ChildVoicePage {...found} isOwn={isOwn} form={form} token={() => request.formToken()} />
  return { page: { title: 'What the child said', invalid: hasErrors(form), body } }
}

const wordsForm = z.object({
  words: requiredText('Write down what they said', longestWords),
  may: oneOf(['may_tell', 'may_not'] as const, 'Choose whether the parents may be told'),
})

async function hear(request: Request): Promise<Reply> {
  const { meetingId } = request.params
  if (!isId(meetingId)) return { notFound: true }
  const reading = readForm(wordsForm, request.form)
  if (!reading.ok) return voicePage(request, reading)
  const { words, may } = reading.value
  const said = { key: request.form.key, meetingId, words, mayTell: may === 'may_tell' }
  const outcome = await recordChildWord(request.desk, actorOf(request), said)
  return outcome.done ? { redirect: `/office/child-meetings/${meetingId}` } : { notFound: true }
}

async function told(request: Request): Promise<Reply> {
  const { meetingId, wordId } = request.params
  if (!isId(meetingId) || !isId(wordId)) return { notFound: true }
  const outcome = await tellParents(request.desk, actorOf(request), { key: request.form.key, meetingId, wordId })
  return outcome.done ? { redirect: `/office/child-meetings/${meetingId}` } : { notFound: true }
}
