import { z } from 'zod'
import type { Scope } from '../../../../platform/database/desk.ts'
import { oneOf } from '../../../../platform/web/field-schemas.ts'
import { asParty } from '../../../../platform/web/party-request.ts'
import { asTyped, readForm } from '../../../../platform/web/read-form.ts'
import type { PartyRequest, Reply, Route } from '../../../../platform/web/route.ts'
import { durationInWords } from '../../../../policy/index.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { Button } from '../../../../ui/components/button.tsx'
import { InsetText } from '../../../../ui/components/inset-text.tsx'
import { plainDate } from '../../../../ui/dates.ts'
import { Form, FormErrorSummary } from '../../../../ui/forms/form.tsx'
import { blankForm, type FormState, hasErrors } from '../../../../ui/forms/form-state.ts'
import { FormToken, portalPage, RingUs } from '../../../portal/index.ts'
import { receiveOwnRequest } from '../../actions/receive-request.ts'
import { ownRequests } from '../../data/request-reads.ts'
import { kindWords, requestKinds } from '../../domain/kinds.ts'
import { chooseKind, requestFields } from '../request-fields.ts'
import { Details, KindQuestion } from '../request-questions.tsx'

type Request = PartyRequest<PurposeKey>

export interface OwnRequestTools {
  readonly published: () => Promise<{ readonly telephone: string }>
  readonly answer: string
  /** Answers that are ready to be taken, with the request of each. */
  readonly ready: (scope: Scope) => Promise<readonly { readonly reference: string; readonly href: string }[]>
}

export const ownRequestPath = '/portal/data'

/** What a party asks about their data while signed in. */
export function ownRequestRoutes(tools: OwnRequestTools): Route<PurposeKey>[] {
  const base = { area: 'portal', purpose: 'rights', entry: 'party', path: ownRequestPath } as const
  return [
    { ...base, method: 'GET', handle: (request) => show(tools, asParty(request), blankForm) },
    { ...base, method: 'POST', handle: (request) => send(tools, asParty(request)) },
  ]
}

const fields = z.object({ kind: oneOf(requestKinds, chooseKind), details: requestFields.details })

async function send(tools: OwnRequestTools, request: Request): Promise<Reply> {
  const reading = readForm(fields, request.form)
  if (!reading.ok) return show(tools, request, { values: asTyped(request.form), errors: reading.errors })
  const asked = {
    ...({ kind: reading.value.kind, channel: 'portal', askedFor: 'self', details: reading.value.details } as const),
    ...({ givenName: '', familyName: '', birthDate: null, representative: null, organisation: null } as const),
    ...({ childName: null, givenContact: null, authoritySeen: false } as const),
  }
  await receiveOwnRequest(request.desk, request.party.id, { key: request.form.key, request: asked })
  return { redirect: `${ownRequestPath}?told=sent` }
}

async function show(tools: OwnRequestTools, request: Request, form: FormState): Promise<Reply> {
  const deed = { purpose: 'rights', deed: 'portal.requests-opened' } as const
  const [own, ready] = await request.desk.read(request.party.id, deed, (scope) =>
    Promise.all([ownRequests(scope), tools.ready(scope)]),
  )
  const { telephone } = await tools.published()
  const body = (
    <>
      <FormErrorSummary form={form} />
      <h1 class="govuk-heading-l">Your data</h1>
      {request.query.told === 'sent' && (
        <InsetText>
          We have your request. We may ring you, on the number that we have, to be sure that it is you.
        </InsetText>
      )}
      {ready.map(({ href, reference }) => (
        <p class="govuk-body">
          <a class="govuk-link" href={href}>
            Take our answer to {reference}
          </a>
        </p>
      ))}
      {own.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {own.map((it) => (
            <li>
              {it.reference}: {kindWords[it.kind]}. Asked on {plainDate(it.received_on)}
              {it.closed_on && `, answered on ${plainDate(Temporal.PlainDate.from(it.closed_on))}`}
            </li>
          ))}
        </ul>
      )}
      <p class="govuk-body">
        You can ask what we hold about you, and ask us to put it right, to delete it or to stop using it. The other
        person does not hear of it from us. We answer within {durationInWords(tools.answer)}.
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href="/portal/data/choices">
          See what you agreed to, and end it
        </a>
        <br />
        <a class="govuk-link" href="/portal/data/uses">
          Stop something that we do for a reason of our own
        </a>
      </p>
      <Form action={ownRequestPath} formFields={<FormToken request={request} />}>
        <KindQuestion form={form} />
        <Details form={form} label="What is it about? (optional)" />
        <Button preventDoubleClick>Send</Button>
      </Form>
      <RingUs telephone={telephone} why="You can also just ask us." />
    </>
  )
  return portalPage('Your data', body, hasErrors(form))
}
