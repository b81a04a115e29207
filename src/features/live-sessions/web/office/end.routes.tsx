import { z } from 'zod'
import { requiredText } from '../../../../platform/web/field-schemas.ts'
import { readForm } from '../../../../platform/web/read-form.ts'
import type { Reply, Route } from '../../../../platform/web/route.ts'
import { asStaff } from '../../../../platform/web/staff-request.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { isId } from '../../../../values/ids.ts'
import type { Outcome } from '../../../../values/outcome.ts'
import { closeSession, type EndReason, resumeSession, stopSession } from '../../actions/end-session.ts'
import { base, notFound, type OfficeRequest } from './in-case.ts'
import type { LivePageProps } from './live.page.tsx'
import { showLive } from './live.routes.tsx'

/** Where a session is stopped, goes on, and ends. */
export const endRoutes: readonly Route<PurposeKey>[] = [
  { ...base, method: 'POST', path: '/office/live/:id/stop', handle: (request) => stop(asStaff(request)) },
  { ...base, method: 'POST', path: '/office/live/:id/resume', handle: (request) => resume(asStaff(request)) },
  { ...base, method: 'POST', path: '/office/live/:id/close', handle: (request) => close(asStaff(request)) },
]

const stopping = z.object({ reason: requiredText('Write down why the session cannot go on', 2000) })
const resuming = z.object({ because: requiredText('Write down what has changed', 2000) })

async function stop(request: OfficeRequest): Promise<Reply> {
  const reading = readForm(stopping, request.form)
  if (!reading.ok) return showLive(request, { form: { values: reading.values, errors: reading.errors }, of: 'stop' })
  const asked = askedBy(request)
  return asked
    ? back(request, 'stop', await stopSession(request.desk, request.staff.id, { ...asked, ...reading.value }))
    : notFound
}

async function resume(request: OfficeRequest): Promise<Reply> {
  const reading = readForm(resuming, request.form)
  if (!reading.ok) return showLive(request, { form: { values: reading.values, errors: reading.errors }, of: 'resume' })
  const asked = askedBy(request)
  return asked
    ? back(request, 'resume', await resumeSession(request.desk, request.staff.id, { ...asked, ...reading.value }))
    : notFound
}

async function close(request: OfficeRequest): Promise<Reply> {
  const asked = askedBy(request)
  return asked ? back(request, 'other', await closeSession(request.desk, request.staff.id, asked)) : notFound
}

const askedBy = ({ params, form }: OfficeRequest) => (isId(params.id) ? { key: form.key, sessionId: params.id } : null)

const messages: Readonly<Record<Exclude<EndReason, 'session.missing'>, string>> = {
  'session.closed': 'This session has ended already',
  'session.stopped': 'This session was stopped already',
  'session.running': 'This session is not stopped',
}

function back(
  request: OfficeRequest,
  of: LivePageProps['of'],
  outcome: Outcome<Readonly<Record<string, string>>, EndReason>,
): Promise<Reply> | Reply {
  if (outcome.done) return { redirect: `/office/live/${outcome.value.sessionId}` }
  if (outcome.reason === 'session.missing') return notFound
  return showLive(request, { form: { values: request.form.values, errors: { '': messages[outcome.reason] } }, of })
}
