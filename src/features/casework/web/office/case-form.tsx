import type { PageRequest, Reply, Route } from '../../../../platform/web/route.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { BackLink } from '../../../../ui/components/back-link.tsx'
import { Button } from '../../../../ui/components/button.tsx'
import type { Content } from '../../../../ui/components/common.ts'
import { Form, FormErrorSummary } from '../../../../ui/forms/form.tsx'
import type { FormState } from '../../../../ui/forms/form-state.ts'
import { HiddenField } from '../../../../ui/forms/text-fields.tsx'

export type Request = PageRequest<PurposeKey>
export type Handler = (request: Request) => Promise<Reply>

/** Routes of this feature's pages for one purpose. */
export const routesFor =
  (purpose: PurposeKey) =>
  (method: 'GET' | 'POST', path: string, handle: Handler): Route<PurposeKey> => ({
    ...{ area: 'office', purpose, entry: 'purpose' },
    ...{ method, path, handle },
  })

interface CaseFormProps {
  readonly title: string
  readonly form: FormState
  readonly token: string
  readonly action: string
  readonly button: string
  readonly back: { readonly href: string; readonly text: string }
  /** What stands before the fields. */
  readonly before?: Content
  readonly children?: Content
}

export const formToken = (token: string) => <HiddenField name="_form" value={token} />

/** A page with one form about a case. */
export const CaseForm = ({ title, form, token, action, button, back, before, children }: CaseFormProps) => (
  <>
    <BackLink href={back.href}>{back.text}</BackLink>
    <FormErrorSummary form={form} />
    <h1 class="govuk-heading-l">{title}</h1>
    {before}
    <Form action={action} formFields={formToken(token)}>
      {children}
      <Button preventDoubleClick>{button}</Button>
    </Form>
  </>
)

export const toCase = (caseId: string) => ({ href: `/office/cases/${caseId}`, text: 'The case' })
