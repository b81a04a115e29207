import { z } from 'zod'
import { plainDate } from '../../../../ui/dates.ts'
import { SelectField } from '../../../../ui/forms/choice-fields.tsx'
import { caseHead, partiesOf, zoneNames } from '../../../cases/index.ts'
import { QualityField } from '../../../files/index.ts'
import type { RecordReason } from '../../actions/whether-recorded.ts'
import { type SummaryToWrite, writeSummary } from '../../actions/write-summary.ts'
import { summaryDraft } from '../../data/drafts-of-forms.ts'
import { type ListedSession, sessionsOf } from '../../data/session-reads.ts'
import { wayWords } from '../../domain/words.ts'
import { legalQuality, maybeId, writtenText } from './fields.ts'
import { recordMessages } from './record-messages.ts'
import { zonePlaceOf } from './session-form.tsx'
import { ZonedText } from './written.page.tsx'
import type { InCase, WrittenForm } from './written-form.tsx'

type Sent = Omit<SummaryToWrite, 'key' | 'caseId' | 'zone'>
interface Shown extends InCase {
  readonly sessions: readonly ListedSession[]
}

/** A summary, of one session of the same zone or of several. */
export const summaryForm: WrittenForm<Sent, Shown, RecordReason> = {
  path: '/office/cases/:caseId/summaries/new/:zone',
  purpose: 'mediation',
  deed: 'summary.begun',
  about: (request) => {
    const place = zonePlaceOf(request)
    return place && { draft: summaryDraft(place.caseId, place.zone), zone: place.zone }
  },
  load: async (scope, request) => {
    const place = zonePlaceOf(request)
    const head = place && (await caseHead(scope, place.caseId))
    if (!place || !head) return null
    const sessions = await sessionsOf(scope, head.id, place.zone)
    return { head, sessions, names: zoneNames(await partiesOf(scope, head.id)) }
  },
  title: () => 'Write a summary',
  schema: () =>
    z
      .object({ session: maybeId, summary: writtenText('Write the summary'), legal_quality: legalQuality })
      .transform((it): Sent => ({ sessionId: it.session, summary: it.summary, legalQuality: it.legal_quality })),
  act: async (request, value) => {
    const place = zonePlaceOf(request)
    if (!place) return { done: false, reason: 'case.missing' }
    return writeSummary(request.desk, request.staff.id, { ...value, ...place, key: request.form.key })
  },
  refusals: recordMessages,
  done: (answer) => `/office/summaries/${answer.summaryId}`,
  fields: (form, { names, sessions }, zone) => (
    <>
      <SelectField
        form={form}
        name="session"
        label={{ content: 'Of which session?', classes: 'govuk-label--s' }}
        items={[
          { value: '', text: 'Of more than one, or of none' },
          ...sessions.map((it) => ({ value: it.id, text: `${plainDate(it.heldOn)}: ${wayWords[it.way]}` })),
        ]}
      />
      <ZonedText {...{ form, zone, names }} name="summary" label="Summary" rows={14} />
      <QualityField form={form} />
    </>
  ),
}
