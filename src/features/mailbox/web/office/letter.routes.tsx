import { asTyped, readForm } from '../../../../platform/web/read-form.ts'
import type { PageRequest, Reply, Route } from '../../../../platform/web/route.ts'
import { actorOf } from '../../../../platform/web/staff-request.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { blankForm, type FormState, hasErrors } from '../../../../ui/forms/form-state.ts'
import { largestUpload, uploadMessages } from '../../../files/index.ts'
import type { MailboxTools } from '../../actions/mailbox-tools.ts'
import { recordLetter } from '../../actions/record-letter.ts'
import { letterForm } from './letter.form.ts'
import { LetterPage } from './letter.page.tsx'

type Request = PageRequest<PurposeKey>
const base = { area: 'office', purpose: 'post', entry: 'purpose' } as const
const path = '/office/mailbox/letters/new'

/** A form around the largest file, with some room for its other fields. */
const bodyLimit = largestUpload + 6 * 1024 * 1024

/** Where letters are recorded. */
export const letterRoutes = (tools: MailboxTools): Route<PurposeKey>[] => [
  { ...base, method: 'GET', path, handle: async (request) => letterPage(request, blankForm) },
  { ...base, method: 'POST', path, bodyLimit, handle: (request) => save(request, tools) },
]

const letterPage = (request: Request, form: FormState): Reply => ({
  page: {
    title: 'Record a letter',
    invalid: hasErrors(form),
    body: <LetterPage form={form} token={request.formToken()} />,
  },
})

const neither = 'Choose the scan, or type what the letter says'

async function save(request: Request, tools: MailboxTools): Promise<Reply> {
  const { file } = request.form.files
  const reading = readForm(letterForm(request.today), { ...request.form, files: {} })
  const empty = !file && (request.form.values.body ?? '').trim() === ''
  if (!reading.ok || empty) {
    const errors = { ...(reading.ok ? {} : reading.errors), ...(empty ? { file: neither } : {}) }
    return letterPage(request, { values: asTyped(request.form), errors })
  }
  const { sender, subject, received_on, body } = reading.value
  const outcome = await recordLetter(request.desk, tools, actorOf(request), {
    ...{ key: request.form.key, senderName: sender, subject, body: body ?? '', receivedOn: received_on },
    scan: file ?? null,
  })
  if (outcome.done) return { redirect: `/office/mailbox/${outcome.value.postId}` }
  return letterPage(request, { values: asTyped(request.form), errors: { file: uploadMessages[outcome.reason] } })
}
