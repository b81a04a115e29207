import { z } from 'zod'
import { asParty } from '../../../../platform/web/party-request.ts'
import { asTyped, readForm } from '../../../../platform/web/read-form.ts'
import type { PartyRequest, Reply, Route } from '../../../../platform/web/route.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { Button } from '../../../../ui/components/button.tsx'
import { InsetText } from '../../../../ui/components/inset-text.tsx'
import { plainDate } from '../../../../ui/dates.ts'
import { Form, FormErrorSummary } from '../../../../ui/forms/form.tsx'
import { blankForm, type FormState, hasErrors } from '../../../../ui/forms/form-state.ts'
import { FormToken, portalPage, RingUs } from '../../../portal/index.ts'
import { receiveOwnComplaint } from '../../actions/receive-complaint.ts'
import { ownComplaints } from '../../data/complaint-reads.ts'
import type { NewComplaint } from '../../domain/complaint.ts'
import { outcomeToThem } from '../../domain/complaint.ts'
import { bodyWords, nextBodiesOn } from '../../domain/next-bodies.ts'
import { complaintFields, readWhat } from '../complaint-fields.ts'
import { AboutQuestion, WhatHappened } from '../complaint-questions.tsx'

type Request = PartyRequest<PurposeKey>
type Tools = { readonly published: () => Promise<{ readonly telephone: string }> }
type Own = Awaited<ReturnType<typeof ownComplaints>>[number]

export const ownComplaintPath = '/portal/complaint'

/** What a party complains about while signed in, and our answer. */
export function ownComplaintRoutes(tools: Tools): Route<PurposeKey>[] {
  const base = { area: 'portal', purpose: 'complaints', entry: 'party', path: ownComplaintPath } as const
  return [
    { ...base, method: 'GET', handle: (request) => show(tools, asParty(request), blankForm) },
    { ...base, method: 'POST', handle: (request) => send(tools, asParty(request)) },
  ]
}

const { about, details, wanted, about_whom } = complaintFields
const schema = z.object({ about, details, wanted, about_whom }).transform((sent, context): NewComplaint => {
  const refuse = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message })
  return {
    ...{ ...readWhat(sent, refuse), channel: 'portal', madeFor: 'self', givenName: '', familyName: '' },
    ...{ representative: null, organisation: null, givenContact: null },
  }
})

async function send(tools: Tools, request: Request): Promise<Reply> {
  const reading = readForm(schema, request.form)
  if (!reading.ok) return show(tools, request, { values: asTyped(request.form), errors: reading.errors })
  await receiveOwnComplaint(request.desk, request.party.id, { key: request.form.key, complaint: reading.value })
  return { redirect: `${ownComplaintPath}?told=sent` }
}

async function show(tools: Tools, request: Request, form: FormState): Promise<Reply> {
  const deed = { purpose: 'complaints', deed: 'portal.complaints-opened' } as const
  const own = await request.desk.read(request.party.id, deed, ownComplaints)
  const { telephone } = await tools.published()
  const body = (
    <>
      <FormErrorSummary form={form} />
      <h1 class="govuk-heading-l">If you are unhappy with us</h1>
      {request.query.told === 'sent' && <InsetText>We have your complaint. A colleague looks into it.</InsetText>}
      {own.map((it) => (
        <OwnComplaint it={it} today={request.today} />
      ))}
      <p class="govuk-body">
        Tell us what went wrong. It does not change how we treat you. We look into it and tell you what we found.
      </p>
      <Form action={ownComplaintPath} formFields={<FormToken request={request} />}>
        <AboutQuestion form={form} />
        <WhatHappened form={form} />
        <Button preventDoubleClick>Send</Button>
      </Form>
      <RingUs telephone={telephone} why="You can also just tell us." />
    </>
  )
  return portalPage('If you are unhappy with us', body, hasErrors(form))
}

/** How far it is, in words; what was answered stands in full, with where to go next. */
const OwnComplaint = ({ it, today }: { readonly it: Own; readonly today: Temporal.PlainDate }) => (
  <section>
    <h2 class="govuk-heading-s">
      {it.reference}, {plainDate(it.received_on)}
    </h2>
    {it.closed_on === null && <p class="govuk-body">We are looking into it.</p>}
    {it.outcome && it.outcome !== 'taken_back' && (
      <>
        <p class="govuk-body">{outcomeToThem[it.outcome]}.</p>
        <p class="govuk-body ev-typed">{it.answer}</p>
        <p class="govuk-body">
          If you are not content with this, you can go to{' '}
          {nextBodiesOn(it.about, today).map(bodyWords).join('; or to ')}.
        </p>
      </>
    )}
    {it.outcome === 'taken_back' && <p class="govuk-body">You told us that you no longer complain.</p>}
  </section>
)
