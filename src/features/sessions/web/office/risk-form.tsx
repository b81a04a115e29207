import { z } from 'zod'
import { CheckboxesField } from '../../../../ui/forms/choice-fields.tsx'
import { isId } from '../../../../values/ids.ts'
import { caseHead, partiesOf, zoneNames } from '../../../cases/index.ts'
import { recordScreening, type ScreeningReason } from '../../actions/record-screening.ts'
import { screeningDraft } from '../../data/drafts-of-forms.ts'
import { isMiamToScreen, screeningOf } from '../../data/miam-reads.ts'
import { riskDuties } from '../../domain/words.ts'
import { writtenText } from './fields.ts'
import { placeOf } from './miam-form.tsx'
import { ZonedText } from './written.page.tsx'
import type { InCase, OfficeRequest, WrittenForm } from './written-form.tsx'

interface Sent {
  readonly abuseRisk: string
  readonly childRisk: string
}

function miamPlaceOf(request: OfficeRequest) {
  const place = placeOf(request)
  const { miamId } = request.params
  return place && isId(miamId) ? { ...place, miamId } : null
}

/** The two assessments of risk of a MIAM: a page of their own, since they serve a purpose of their own. */
export const riskForm: WrittenForm<Sent, InCase, ScreeningReason> = {
  path: '/office/cases/:caseId/miams/:miamId/risk/:zone',
  purpose: 'screening',
  deed: 'screening.begun',
  about: (request) => {
    const place = miamPlaceOf(request)
    // Neither party ever sees it: it belongs to the office, whoever it is about.
    return place && { draft: screeningDraft(place.caseId, place.miamId), zone: 'office' }
  },
  load: async (scope, request) => {
    const place = miamPlaceOf(request)
    const head = place && (await caseHead(scope, place.caseId))
    if (!place || !head || !(await isMiamToScreen(scope, place))) return null
    if (await screeningOf(scope, place.miamId)) return { elsewhere: `/office/miams/${place.miamId}` }
    const names = zoneNames(await partiesOf(scope, head.id))
    return { head, names, person: place.side === 'A' ? names.a : names.b }
  },
  title: (shown) => `Assess risk: the MIAM of ${'person' in shown ? shown.person : 'a party'}`,
  schema: () =>
    z
      .object({
        abuse_risk: writtenText('Write down what you asked about domestic abuse, and how you judge the risk'),
        child_risk: writtenText('Write down what you asked about the children, and how you judge the risk'),
      })
      .transform((it): Sent => ({ abuseRisk: it.abuse_risk, childRisk: it.child_risk })),
  act: async (request, value) => {
    const place = miamPlaceOf(request)
    if (!place) return { done: false, reason: 'miam.missing' }
    return recordScreening(request.desk, request.staff.id, { ...value, ...place, key: request.form.key })
  },
  refusals: {
    'miam.missing': null,
    'screening.recorded': { field: '', message: 'The risk at this MIAM has been recorded already' },
  },
  // Their answer is not kept with the assessment: how they arrive is said elsewhere, and never why.
  done: (answer, request) =>
    request.form.lists.apart?.includes('yes')
      ? `/office/cases/${request.params.caseId}/arrival?apart=yes`
      : `/office/miams/${answer.miamId}`,
  intro: () => (
    <p class="govuk-body">
      Only mediators and supervisors can read this. It is never passed on to either party in mediation.
    </p>
  ),
  fields: (form, { names }, zone) => (
    <>
      {(['abuse_risk', 'child_risk'] as const).map((name) => {
        const { title, hint, letter } = riskDuties[name]
        return <ZonedText {...{ form, name, hint, zone, names }} label={`(${letter}) ${title}`} />
      })}
      <CheckboxesField
        form={form}
        name="apart[]"
        legend="How they come to us"
        legendSize="s"
        hint="Your answer is not kept here. It leads on to how they arrive, which says that and not why"
        items={[{ value: 'yes', content: 'They should arrive and wait apart' }]}
      />
    </>
  ),
}
