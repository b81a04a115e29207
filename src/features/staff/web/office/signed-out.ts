import { cookieNames } from '../../../../platform/sign-in/sign-in-ground.ts'
import type { FormTokens } from '../../../../platform/web/form-token.ts'
import { type RawForm, tokenField } from '../../../../platform/web/read-sent-form.ts'
import type { Reply, Staff } from '../../../../platform/web/route.ts'
import { asId, type Id } from '../../../../values/ids.ts'
import { keepLateForm } from '../../actions/keep-late-form.ts'
import type { StaffDesk } from '../../actions/staff-desk.ts'
import { lateForm } from '../../domain/late-form.ts'
import { lateFormPurpose } from '../../domain/late-form-purposes.ts'
import { localOfficePath } from '../../domain/local-path.ts'
import { withNext } from './sign-in.page.tsx'
import type { StaffTools } from './tools.ts'

export interface SignedOutRequest {
  readonly path: string
  readonly method: string
  readonly cookies: Readonly<Record<string, string>>
  readonly form: RawForm | null
}

/**
 * What somebody gets who is not, or no longer, signed in: the way in, and back to where they were. What they sent is kept for them. A
 * form's token was made for one person and cannot be made by others, so it tells whose the form is even when no cookie is left.
 */
export function signedOut(tools: StaffTools, desk: StaffDesk, tokens: FormTokens) {
  return async (request: SignedOutRequest): Promise<Reply> => {
    const path = localOfficePath(request.path)
    const ended = request.cookies[cookieNames.signIn] ? [{ name: cookieNames.signIn, value: '', maxAge: 0 }] : []
    if (request.method !== 'POST' || !request.form) {
      return { redirect: withNext('/office/sign-in', path), cookies: ended }
    }
    const told = path === null ? 'out' : await keep(tools, desk, tokens, { ...request, path, form: request.form })
    return { redirect: `/office/sign-in?told=${told}`, cookies: ended }
  }
}

async function keep(
  tools: StaffTools,
  desk: StaffDesk,
  tokens: FormTokens,
  request: { readonly path: string; readonly form: RawForm },
): Promise<'kept' | 'lost' | 'out'> {
  const { values, lists } = request.form
  const form = lateForm(request.path, { values, lists })
  if (!form) return 'out'
  const writer = await writerOf(tools, tokens, values[tokenField])
  const purpose = writer && lateFormPurpose(writer.staff.role, tools.mayAct)
  if (!writer || !purpose) return 'lost'
  await keepLateForm(desk, tools.keyring, writer.staff.id, { purpose, formKey: writer.key, form })
  return 'kept'
}

/** The one person for whom a form's token was made; null when it is not ours, or too old. */
async function writerOf(
  tools: StaffTools,
  tokens: FormTokens,
  token: string | undefined,
): Promise<{ readonly staff: Staff; readonly key: Id } | null> {
  if (!token) return null
  for (const id of await tools.signIn.people()) {
    const read = tokens.read(token, 'office', id)
    const staff = read && (await tools.signIn.person(id))
    if (staff) return { staff, key: asId(read.key) }
  }
  return null
}
