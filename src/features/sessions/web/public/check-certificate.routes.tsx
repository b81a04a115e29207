import { z } from 'zod'
import { requiredText } from '../../../../platform/web/field-schemas.ts'
import { readForm } from '../../../../platform/web/read-form.ts'
import type { PageRequest, Reply, Route } from '../../../../platform/web/route.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { blankForm, type FormState } from '../../../../ui/forms/form-state.ts'
import { type CheckReason, checkCertificate, type PaperTries } from '../../actions/check-certificate.ts'
import { CheckCertificatePage, CheckedCertificatePage } from './check-certificate.page.tsx'

type Request = PageRequest<PurposeKey>

const base = { area: 'public', purpose: 'verification', entry: 'anybody', path: '/certificates' } as const

/** Where anybody who holds a certificate finds out that it is real. What was typed is sent in the form and stands in no address. */
export const publicCertificateRoutes = (tries: PaperTries): Route<PurposeKey>[] => [
  { ...base, method: 'GET', handle: async (request) => ask(request, blankForm) },
  { ...base, method: 'POST', handle: (request) => check(request, tries) },
]

const schema = z.object({
  number: requiredText('Enter the number of the certificate', 40),
  code: requiredText('Enter the code of the certificate', 40),
})

const title = 'Check a certificate'

const ask = (request: Request, form: FormState, status?: number): Reply => ({
  page: {
    title,
    ...(status ? { status, invalid: true } : {}),
    body: <CheckCertificatePage form={form} token={request.formToken()} />,
  },
})

const answers: Readonly<Record<CheckReason, { readonly status: number; readonly message: string }>> = {
  'certificate.unknown': {
    status: 422,
    message: 'We have no certificate with this number and this code. Look whether both are typed as they are printed',
  },
  'tries.spent': {
    status: 429,
    message: 'Too many codes were tried. Wait a quarter of an hour, then try again',
  },
}

async function check(request: Request, tries: PaperTries): Promise<Reply> {
  const reading = readForm(schema, request.form)
  // The code is a secret: it does not come back with the page.
  const values = { number: request.form.values.number ?? '' }
  if (!reading.ok) return ask(request, { values, errors: reading.errors }, 422)
  const outcome = await checkCertificate(request.desk, tries, { ...reading.value, address: request.address })
  if (outcome.done) return { page: { title, body: <CheckedCertificatePage certificate={outcome.value} /> } }
  const { status, message } = answers[outcome.reason]
  return ask(request, { values, errors: { number: message } }, status)
}
