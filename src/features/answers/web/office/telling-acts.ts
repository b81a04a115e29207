import { z } from 'zod'
import { oneOf, requiredText } from '../../../../platform/web/field-schemas.ts'
import { readForm } from '../../../../platform/web/read-form.ts'
import { actorOf } from '../../../../platform/web/staff-request.ts'
import { isId } from '../../../../values/ids.ts'
import { nameRecipients, noteToldBefore, settleToldAgain } from '../../actions/tell-again.ts'
import { changes, reasonsNotTold } from '../../domain/telling-again.ts'
import type { Act } from './answer.routes.tsx'

const noSuch = { done: false, reason: 'no_such' } as const

const whoForm = z.object({
  who: requiredText('Enter who had been told', 300),
  change: oneOf(changes, 'Choose what they hear'),
})
const toldForm = z.object({ told_id: z.string().optional() })

/** One of those who had been told was told again; without saying which, it is somebody more who had been told. */
const told: Act = async ({ request, input }) => {
  const which = readForm(toldForm, request.form)
  if (!which.ok) return which
  const { told_id: toldId } = which.value
  const actor = actorOf(request)
  if (toldId !== undefined)
    return isId(toldId)
      ? settleToldAgain(request.desk, actor, { ...input, toldId, outcome: 'told', reason: null })
      : noSuch
  const reading = readForm(whoForm, request.form)
  return reading.ok ? noteToldBefore(request.desk, actor, { ...input, ...reading.value }) : reading
}

const notToldForm = z.object({
  spared: z.string('Choose who is not told').refine(isId, 'Choose who is not told'),
  not_told: oneOf(reasonsNotTold, 'Choose why they are not told'),
  why_not_told: requiredText('Enter why that is so here', 1000),
})

const notTold: Act = async ({ request, input }) => {
  const reading = readForm(notToldForm, request.form)
  if (!reading.ok) return reading
  const { spared: toldId, not_told: outcome, why_not_told: reason } = reading.value
  return settleToldAgain(request.desk, actorOf(request), { ...input, toldId, outcome, reason })
}

const recipientsForm = z.object({ recipients_told: oneOf(['written', 'spoken'], 'Choose how they hear of it') })

const recipients: Act = async ({ tools, request, input }) => {
  const reading = readForm(recipientsForm, request.form)
  if (!reading.ok) return reading
  return nameRecipients(request.desk, tools, actorOf(request), { ...input, told: reading.value.recipients_told })
}

/** What is noted about those who had been told. */
export const tellingActs: Readonly<Record<string, Act>> = { told, 'not-told': notTold, recipients }
