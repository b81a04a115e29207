import { z } from 'zod'
import { oneOf, requiredText } from '../../../../platform/web/field-schemas.ts'
import { readForm } from '../../../../platform/web/read-form.ts'
import type { Reply, Route, StaffRequest } from '../../../../platform/web/route.ts'
import { asStaff } from '../../../../platform/web/staff-request.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { RadiosField } from '../../../../ui/forms/choice-fields.tsx'
import { blankForm, type FormState } from '../../../../ui/forms/form-state.ts'
import { EmailField, TextField } from '../../../../ui/forms/text-fields.tsx'
import { inviteColleague } from '../../actions/invite-colleague.ts'
import { linkMark } from '../../actions/staff-desk.ts'
import { staffRoles } from '../../domain/staff-roles.ts'
import { emailText } from './account-fields.ts'
import { roleItems } from './colleague.page.tsx'
import { linkPage } from './link-page.tsx'
import { FormPage, page } from './parts.tsx'
import { refusalWords } from './staff-words.ts'
import type { StaffTools } from './tools.ts'

type Request = StaffRequest<PurposeKey>

/** Inviting a colleague. */
export const inviteRoutes = (tools: StaffTools): Route<PurposeKey>[] => {
  const common = {
    area: 'office',
    purpose: 'staffAccounts',
    entry: 'purpose',
    path: '/office/staff/invite',
  } as const
  return [
    { ...common, method: 'GET', handle: async (request) => show(asStaff(request), blankForm) },
    { ...common, method: 'POST', handle: (request) => send(tools, asStaff(request)) },
  ]
}

function show(request: Request, form: FormState): Reply {
  const body = (
    <FormPage request={request} form={form} heading="Invite a colleague" button="Invite">
      <TextField form={form} name="name" label="Name" hint="As the families they work with know them." />
      <EmailField form={form} name="email" label="E-mail address" autocomplete="off" />
      <RadiosField form={form} name="role" legend="Role" items={roleItems} />
    </FormPage>
  )
  return page('Invite a colleague', body, form !== blankForm)
}

const schema = z.object({
  name: requiredText('Enter their name', 100),
  email: emailText('Enter their e-mail address'),
  role: oneOf(staffRoles, 'Choose a role'),
})

async function send(tools: StaffTools, request: Request): Promise<Reply> {
  const reading = readForm(schema, request.form)
  if (!reading.ok) return show(request, { values: reading.values, errors: reading.errors })
  const link = tools.signIn.newLink('join')
  const input = { key: request.form.key, link, ...reading.value }
  const outcome = await inviteColleague(request.desk, request.staff.id, input)
  if (outcome.done) {
    const { staffId = '' } = outcome.value
    // Sent twice: the link of the first time stands, and is not known here.
    if (outcome.value.link !== linkMark(link)) return { redirect: `/office/staff/${staffId}` }
    return linkPage(tools, 'join', link, staffId, `/office/staff/${staffId}`)
  }
  const field = outcome.reason === 'email-taken' ? 'email' : 'name'
  return show(request, { values: request.form.values, errors: { [field]: refusalWords[outcome.reason] } })
}
