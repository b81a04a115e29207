import type { VNode } from 'preact'
import type { z } from 'zod'
import type { Answer } from '../../../../platform/database/desk.ts'
import { readForm } from '../../../../platform/web/read-form.ts'
import { tokenField } from '../../../../platform/web/read-sent-form.ts'
import type { Reply, Route, StaffRequest } from '../../../../platform/web/route.ts'
import { asStaff } from '../../../../platform/web/staff-request.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { BackLink } from '../../../../ui/components/back-link.tsx'
import { Button } from '../../../../ui/components/button.tsx'
import type { Content } from '../../../../ui/components/common.ts'
import { Form, FormErrorSummary } from '../../../../ui/forms/form.tsx'
import { type FormState, type FormValues, filledForm } from '../../../../ui/forms/form-state.ts'
import { HiddenField } from '../../../../ui/forms/text-fields.tsx'
import type { Outcome } from '../../../../values/outcome.ts'
import { SavedNotice } from './saved-notice.tsx'

export type SettingsRequest = StaffRequest<PurposeKey>

/** A page of Settings with one form: what it shows, how it is read, what it does. */
export interface SettingsPage<Value, Shown, Reason extends string> {
  readonly path: string
  title(shown: Shown): string
  readonly button: string
  /** Where one came from. */
  readonly back: { readonly href: string; readonly text: string }
  /** What the page is about and what its fields say now; null when there is no such thing. */
  load(request: SettingsRequest): Promise<{ readonly shown: Shown; readonly values: FormValues } | null>
  /** False when the address names nothing that there is. */
  known?(request: SettingsRequest): boolean
  schema(request: SettingsRequest): z.ZodType<Value>
  act(request: SettingsRequest, value: Value): Promise<Outcome<Answer, Reason>>
  /** Where a refusal belongs, and what to say. */
  readonly refusals: Readonly<Record<Reason, { readonly field: string; readonly message: string }>>
  /** Where one goes when it is done. */
  done(request: SettingsRequest, answer: Answer): string
  fields(form: FormState, shown: Shown): VNode
  /** Under the form: what was before, what belongs to it. */
  below?(shown: Shown, request: SettingsRequest): VNode
}

/** Both routes of a page: to see it and to send its form. What was typed is shown again with every error. */
export function settingsFormRoutes<Value, Shown, Reason extends string>(
  page: SettingsPage<Value, Shown, Reason>,
  changed: () => void,
): Route<PurposeKey>[] {
  const show = async (request: SettingsRequest, typed?: FormState): Promise<Reply> => {
    const loaded = page.known?.(request) === false ? null : await page.load(request)
    if (!loaded) return { notFound: true }
    const form = typed ?? filledForm(loaded.values)
    const body = <FormPage page={page} request={request} shown={loaded.shown} form={form} />
    return { page: { title: page.title(loaded.shown), body, invalid: typed !== undefined, exitThisPage: false } }
  }
  const send = async (request: SettingsRequest): Promise<Reply> => {
    if (page.known?.(request) === false) return { notFound: true }
    const reading = readForm(page.schema(request), request.form)
    if (!reading.ok) return show(request, { values: reading.values, errors: reading.errors })
    const outcome = await page.act(request, reading.value)
    if (outcome.done) {
      changed()
      return { redirect: page.done(request, outcome.value) }
    }
    const { field, message } = page.refusals[outcome.reason]
    return show(request, { values: request.form.values, errors: { [field]: message } })
  }
  const common = { path: page.path, area: 'office', purpose: 'administration', entry: 'purpose' } as const
  return [
    { ...common, method: 'GET', handle: (request) => show(asStaff(request)) },
    { ...common, method: 'POST', handle: (request) => send(asStaff(request)) },
  ]
}

function FormPage<Value, Shown, Reason extends string>(parts: {
  readonly page: SettingsPage<Value, Shown, Reason>
  readonly request: SettingsRequest
  readonly shown: Shown
  readonly form: FormState
}) {
  const { page, request, shown, form } = parts
  return (
    <>
      <BackLink href={page.back.href}>{page.back.text}</BackLink>
      <SavedNotice request={request} />
      <FormErrorSummary form={form} />
      <h1 class="govuk-heading-l">{page.title(shown)}</h1>
      <Form action={request.path} formFields={<FormToken request={request} />}>
        {page.fields(form, shown)}
        <Button preventDoubleClick>{page.button}</Button>
      </Form>
      {page.below?.(shown, request)}
    </>
  )
}

/** The hidden field of every form. */
export const FormToken = ({ request }: { readonly request: Pick<SettingsRequest, 'formToken'> }) => (
  <HiddenField name={tokenField} value={request.formToken()} />
)

/** A button that is a form by itself, for an act that asks nothing. */
export const ActButton = (props: {
  readonly request: SettingsRequest
  readonly action: string
  readonly name: string
  readonly value: string
  readonly children: Content
}) => (
  <Form action={props.action} formFields={<FormToken request={props.request} />}>
    <Button name={props.name} value={props.value} classes="govuk-button--secondary govuk-!-margin-bottom-0">
      {props.children}
    </Button>
  </Form>
)

/** A page without a form. */
export const settingsView = (
  path: string,
  view: (request: SettingsRequest) => Promise<{ readonly title: string; readonly body: VNode } | null>,
): Route<PurposeKey> => ({
  method: 'GET',
  path,
  area: 'office',
  purpose: 'administration',
  entry: 'purpose',
  handle: async (request): Promise<Reply> => {
    const staffed = asStaff(request)
    const shown = await view(staffed)
    if (!shown) return { notFound: true }
    const body = (
      <>
        <SavedNotice request={staffed} />
        {shown.body}
      </>
    )
    return { page: { title: shown.title, body, exitThisPage: false } }
  },
})
