import type { PartyDoor } from '../../../../platform/sign-in/party-door.ts'
import { partyLimits } from '../../../../platform/sign-in/party-limits.ts'
import { tokenField } from '../../../../platform/web/read-sent-form.ts'
import type { Reply, Route, StaffRequest } from '../../../../platform/web/route.ts'
import { asStaff } from '../../../../platform/web/staff-request.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { Button } from '../../../../ui/components/button.tsx'
import { Form } from '../../../../ui/forms/form.tsx'
import { HiddenField } from '../../../../ui/forms/text-fields.tsx'
import { asId, type Id, isId } from '../../../../values/ids.ts'
import { partiesOf, shortName } from '../../../cases/index.ts'
import { handOverCode } from '../../actions/hand-over-code.ts'

export interface HandingTools {
  readonly door: PartyDoor
  readonly published: () => Promise<{ readonly telephone: string }>
  readonly origin: URL
}

type Request = StaffRequest<PurposeKey>

export const codePath = (caseId: Id, personId: Id) => `/office/cases/${caseId}/people/${personId}/code`

/** A code on paper, handed to a party in person. */
export function codeRoutes(tools: HandingTools): Route<PurposeKey>[] {
  const path = '/office/cases/:caseId/people/:personId/code'
  const common = { area: 'office', purpose: 'booking', entry: 'purpose', path } as const
  return [
    { ...common, method: 'GET', handle: (request) => show(asStaff(request)) },
    { ...common, method: 'POST', handle: (request) => make(tools, asStaff(request)) },
  ]
}

async function show(request: Request): Promise<Reply> {
  const { caseId, personId } = request.params
  if (!isId(caseId) || !isId(personId)) return { notFound: true }
  const deed = { purpose: 'booking', deed: 'portal.code-offered', caseId, subjectId: personId } as const
  const parties = await request.desk.read(request.staff.id, deed, (scope) => partiesOf(scope, caseId))
  const party = parties.find((it) => it.personId === personId)
  if (!party) return { notFound: true }
  const title = `A code on paper for ${shortName(party)}`
  const body = (
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        With it {shortName(party)} can see their own appointments, papers and contact choices on our website, and
        nothing of the other party’s. It works once, for {paperDays} days. A code that they had before ends.
      </p>
      <p class="govuk-body">
        Give it to them yourself, into their hand. Do not post it, read it out on the telephone or give it to somebody
        for them.
      </p>
      <Form
        action={codePath(caseId, personId)}
        formFields={<HiddenField name={tokenField} value={request.formToken()} />}
      >
        <Button preventDoubleClick>Make the code and print it</Button>
      </Form>
    </>
  )
  return { page: { title, body } }
}

const paperDays = partyLimits.paperCode / 86_400

async function make(tools: HandingTools, request: Request): Promise<Reply> {
  const { caseId, personId } = request.params
  if (!isId(caseId) || !isId(personId)) return { notFound: true }
  const input = { key: request.form.key, caseId, personId }
  const outcome = await handOverCode(request.desk, tools.door, request.staff.id, input)
  if (!outcome.done) return { notFound: true }
  const { telephone } = await tools.published()
  const code = tools.door.codeOf(asId(outcome.value.codeId ?? ''))
  const address = new URL('/portal/code', tools.origin).href.replace(/^https?:\/\//, '')
  return { page: { title: 'Your code', body: <Slip {...{ code, address, telephone }} />, forPrint: true } }
}

/** It bears no name and does not say what it is for: it may lie about. */
const Slip = (props: { readonly code: string; readonly address: string; readonly telephone: string }) => (
  <>
    <p class="govuk-body-l govuk-!-font-weight-bold">{props.code}</p>
    <p class="govuk-body">
      Type {props.address} into the address bar of a browser that others do not look through, and enter the code there.
    </p>
    <p class="govuk-body">
      It works once, for {paperDays} days. Throw this paper away then.{' '}
      {props.telephone && `Questions? ${props.telephone}`}
    </p>
  </>
)
