import { z } from 'zod'
import { oneOf } from '../../../../platform/web/field-schemas.ts'
import { readForm } from '../../../../platform/web/read-form.ts'
import type { Reply, Route } from '../../../../platform/web/route.ts'
import { actorOf } from '../../../../platform/web/staff-request.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { DateField, RadiosField } from '../../../../ui/forms/choice-fields.tsx'
import { blankForm, type FormState, hasErrors } from '../../../../ui/forms/form-state.ts'
import { isId } from '../../../../values/ids.ts'
import { wholeDateField } from '../../../settings/index.ts'
import { recordItem } from '../../actions/record-item.ts'
import { stateOf } from '../../data/case-state.ts'
import { handItems } from '../../data/reviews.ts'
import { CaseForm, type Request, routesFor, toCase } from './case-form.tsx'

const route = routesFor('booking')
const address = '/office/cases/:caseId/file-items/new'

/** Saying that something is in the file which no act of the software shows. */
export const fileItemRoutes: readonly Route<PurposeKey>[] = [
  route('GET', address, (request) => page(request, blankForm)),
  route('POST', address, record),
]

const itemWords = {
  notice: 'The privacy notice was given',
  child_offer: 'The children of ten or more were offered to be heard',
} as const

async function page(request: Request, form: FormState): Promise<Reply> {
  const { caseId } = request.params
  if (!isId(caseId)) return { notFound: true }
  const deed = { purpose: 'booking', deed: 'file.checked', caseId } as const
  const state = await request.desk.read(actorOf(request), deed, (scope) => stateOf(scope, caseId))
  if (!state) return { notFound: true }
  const body = (
    <CaseForm
      title="Say that something is in the file"
      button="Save"
      action={`/office/cases/${caseId}/file-items/new`}
      back={toCase(caseId)}
      form={form}
      token={request.formToken()}
    >
      <RadiosField
        form={form}
        name="item"
        legend="What is it?"
        items={handItems.map((value) => ({ value, content: itemWords[value] }))}
      />
      <RadiosField
        form={form}
        name="zone"
        legend="For whom?"
        items={[
          { value: 'A', content: state.names.A },
          { value: 'B', content: state.names.B },
        ]}
      />
      <DateField form={form} name="on" legend="On which day?" legendSize="s" hint="For example, 24 11 2026" />
    </CaseForm>
  )
  return { page: { title: 'Say that something is in the file', invalid: hasErrors(form), body } }
}

const itemForm = (today: Temporal.PlainDate) =>
  z
    .object({
      item: oneOf(handItems, 'Choose what it is'),
      zone: oneOf(['A', 'B'] as const, 'Choose for whom it is'),
    })
    .and(
      wholeDateField('on', 'Enter a day').refine(({ on }) => on === '' || on <= today.toString(), {
        message: 'The day must be today or before',
        path: ['on'],
      }),
    )

async function record(request: Request): Promise<Reply> {
  const { caseId } = request.params
  if (!isId(caseId)) return { notFound: true }
  const reading = readForm(itemForm(request.today), request.form)
  if (!reading.ok) return page(request, reading)
  const { item, zone, on } = reading.value
  const made = { key: request.form.key, caseId, item, zone, onDay: on }
  const outcome = await recordItem(request.desk, actorOf(request), made)
  return outcome.done ? { redirect: `/office/cases/${caseId}#fileHolds` } : { notFound: true }
}
