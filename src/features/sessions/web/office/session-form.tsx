import { z } from 'zod'
import { oneOf } from '../../../../platform/web/field-schemas.ts'
import { RadiosField } from '../../../../ui/forms/choice-fields.tsx'
import { isId } from '../../../../values/ids.ts'
import { caseHead, partiesOf, zoneNames } from '../../../cases/index.ts'
import { QualityField, zoneInPath } from '../../../files/index.ts'
import { recordSession, type SessionToRecord } from '../../actions/record-session.ts'
import type { RecordReason } from '../../actions/whether-recorded.ts'
import { sessionDraft } from '../../data/drafts-of-forms.ts'
import { ways, wayWords } from '../../domain/words.ts'
import { heldOn, legalQuality, maybeId, maybeWritten, withHeldOn, writtenText } from './fields.ts'
import { recordMessages } from './record-messages.ts'
import { MeetingFields, ZonedText } from './written.page.tsx'
import type { InCase, OfficeRequest, WrittenForm } from './written-form.tsx'

type Sent = Omit<SessionToRecord, 'key' | 'caseId' | 'zone'>

/** Into which zone of which case, by the address. */
export function zonePlaceOf(request: OfficeRequest) {
  const zone = zoneInPath(request.params.zone)
  const { caseId } = request.params
  return isId(caseId) && zone ? { caseId, zone } : null
}

const schema = (today: Temporal.PlainDate) =>
  withHeldOn(
    z.object({
      appointment: maybeId,
      held_on: heldOn(today),
      way: oneOf(ways, 'Say how the session was held'),
      discussed: writtenText('Write down what was discussed'),
      agreed: maybeWritten,
      legal_quality: legalQuality,
    }),
  ).transform((it): Sent => {
    const { appointment: appointmentId, held_on: heldOn, legal_quality: legalQuality, ...written } = it
    return { ...written, appointmentId, heldOn, legalQuality }
  })

/** The record of a session, or of one party's part in it. */
export const sessionForm: WrittenForm<Sent, InCase, RecordReason> = {
  path: '/office/cases/:caseId/sessions/new/:zone',
  purpose: 'mediation',
  deed: 'session.begun',
  about: (request) => {
    const place = zonePlaceOf(request)
    return place && { draft: sessionDraft(place.caseId, place.zone), zone: place.zone }
  },
  load: async (scope, request) => {
    const place = zonePlaceOf(request)
    const head = place && (await caseHead(scope, place.caseId))
    return head && { head, names: zoneNames(await partiesOf(scope, head.id)) }
  },
  title: () => 'Record a session',
  schema: (request) => schema(request.today),
  act: async (request, value) => {
    const place = zonePlaceOf(request)
    if (!place) return { done: false, reason: 'case.missing' }
    return recordSession(request.desk, request.staff.id, { ...value, ...place, key: request.form.key })
  },
  refusals: recordMessages,
  done: (answer) => `/office/sessions/${answer.sessionId}`,
  intro: ({ head }) => (
    <p class="govuk-body">
      A session with both parties comes after each of them has signed the agreement to mediate.{' '}
      <a class="govuk-link" href={`/office/cases/${head.id}/agreements`}>
        See who has signed it
      </a>
      .
    </p>
  ),
  fields: (form, { names }, zone) => (
    <>
      <MeetingFields form={form} />
      <RadiosField
        form={form}
        name="way"
        legend="How was it held?"
        legendSize="s"
        items={ways.map((value) => ({ value, content: wayWords[value] }))}
      />
      <ZonedText {...{ form, zone, names }} name="discussed" label="What was discussed" rows={10} />
      <ZonedText {...{ form, zone, names }} name="agreed" label="What was agreed" hint="Leave empty if nothing was" />
      <QualityField form={form} />
    </>
  ),
}
