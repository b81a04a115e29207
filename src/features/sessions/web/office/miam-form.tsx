import { z } from 'zod'
import { oneOf } from '../../../../platform/web/field-schemas.ts'
import { RadiosField } from '../../../../ui/forms/choice-fields.tsx'
import type { FormState } from '../../../../ui/forms/form-state.ts'
import { isId } from '../../../../values/ids.ts'
import { caseHead, partiesOf, zoneNames } from '../../../cases/index.ts'
import { QualityField, type Zone, zoneInPath } from '../../../files/index.ts'
import { type MiamToRecord, recordMiam } from '../../actions/record-miam.ts'
import type { RecordReason } from '../../actions/whether-recorded.ts'
import { miamDraft } from '../../data/drafts-of-forms.ts'
import { exemptionWords } from '../../domain/exemptions.ts'
import { wayOutOfCourtWords } from '../../domain/ways-out-of-court.ts'
import { type MiamDuty, miamDuties, suitables, suitableWords } from '../../domain/words.ts'
import { heldOn, legalQuality, maybeId, withHeldOn, writtenText } from './fields.ts'
import { TickLists } from './miam-ticks.tsx'
import { recordMessages } from './record-messages.ts'
import { MeetingFields, ZonedText } from './written.page.tsx'
import type { InCase, OfficeRequest, WrittenForm } from './written-form.tsx'

type Sent = Omit<MiamToRecord, 'key' | 'caseId' | 'side'>

/** Whose MIAM, by the address. */
export function placeOf(request: OfficeRequest) {
  const { caseId, zone: part } = request.params
  const side = zoneInPath(part)
  return isId(caseId) && (side === 'A' || side === 'B') ? { caseId, side } : null
}

/** Ticked boxes of one of our lists; a key that is not in it was not on the page. */
const fromList = (words: ReadonlyMap<string, string>, name: string) =>
  z
    .array(z.string())
    .default([])
    .refine((keys) => keys.every((it) => words.has(it)), { path: [`${name}[]`], message: 'Choose from the list' })

const schema = (today: Temporal.PlainDate) =>
  withHeldOn(
    z.object({
      appointment: maybeId,
      held_on: heldOn(today),
      information_given: writtenText('Write down what information you gave'),
      benefits_explained: writtenText('Write down which benefits you explained'),
      way_suited: writtenText('Write down which way suits best, and why'),
      how_to_proceed: writtenText('Write down what you said about how to proceed'),
      suitable: oneOf(suitables, 'Say whether mediation is suitable'),
      legal_quality: legalQuality,
      ways_told: fromList(wayOutOfCourtWords, 'ways_told'),
      exemptions_claimed: fromList(exemptionWords, 'exemptions_claimed'),
    }),
  ).transform((it): Sent => {
    const { appointment: appointmentId, held_on: heldOn, legal_quality: legalQuality, ways_told, ...rest } = it
    const { exemptions_claimed: exemptionsClaimed, ...written } = rest
    return { ...written, appointmentId, heldOn, legalQuality, waysTold: ways_told, exemptionsClaimed }
  })

/** The record of one party's MIAM. What was found about risk comes on the next page, under a purpose of its own. */
export const miamForm: WrittenForm<Sent, InCase, RecordReason> = {
  path: '/office/cases/:caseId/miams/new/:zone',
  purpose: 'mediation',
  deed: 'miam.begun',
  about: (request) => {
    const place = placeOf(request)
    return place && { draft: miamDraft(place.caseId, place.side), zone: place.side }
  },
  load: async (scope, request) => {
    const place = placeOf(request)
    const head = place && (await caseHead(scope, place.caseId))
    return head && { head, names: zoneNames(await partiesOf(scope, head.id)) }
  },
  title: ({ names }, zone) => `Record the MIAM of ${zone === 'A' ? names.a : names.b}`,
  schema: (request) => schema(request.today),
  act: async (request, value) => {
    const place = placeOf(request)
    if (!place) return { done: false, reason: 'case.missing' }
    return recordMiam(request.desk, request.staff.id, { ...value, ...place, key: request.form.key })
  },
  refusals: recordMessages,
  done: (answer, request) =>
    `/office/cases/${request.params.caseId}/miams/${answer.miamId}/risk/${request.params.zone}`,
  intro: () => (
    <p class="govuk-body">
      The rules ask six things of a mediator at a MIAM. Four are here. The two about risk come on the next page: they
      are kept apart, and only mediators and supervisors can read them.
    </p>
  ),
  fields: (form, shown, zone) => <MiamFields form={form} {...shown} zone={zone} />,
}

function MiamFields({ form, names, zone }: InCase & { readonly form: FormState; readonly zone: Zone }) {
  return (
    <>
      <MeetingFields form={form} />
      <TickLists form={form} />
      {(Object.keys(miamDuties) as MiamDuty[]).map((name) => {
        const { title, hint, letter } = miamDuties[name]
        return <ZonedText {...{ form, name, hint, zone, names }} label={`(${letter}) ${title}`} />
      })}
      <RadiosField
        form={form}
        name="suitable"
        legend="Is mediation suitable?"
        legendSize="s"
        items={suitables.map((value) => ({ value, content: suitableWords[value] }))}
      />
      <QualityField form={form} />
    </>
  )
}
