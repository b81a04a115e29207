import type { VNode } from 'preact'
import type { z } from 'zod'
import type { Answer, Scope } from '../../../../platform/database/desk.ts'
import type { Keyring } from '../../../../platform/files/keyring.ts'
import { readForm } from '../../../../platform/web/read-form.ts'
import type { Reply, Route, StaffRequest } from '../../../../platform/web/route.ts'
import { asStaff } from '../../../../platform/web/staff-request.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { type FormErrors, type FormState, filledForm, hasErrors } from '../../../../ui/forms/form-state.ts'
import type { Outcome } from '../../../../values/outcome.ts'
import type { CaseHead } from '../../../cases/index.ts'
import type { Zone, ZoneNames } from '../../../files/index.ts'
import { discardDraft, keepDraft } from '../../actions/keep-draft.ts'
import { type Draft, type DraftOf, draftOf } from '../../data/draft-store.ts'
import { WrittenPage } from './written.page.tsx'

export type OfficeRequest = StaffRequest<PurposeKey>

/** What every page on which something is written into a case shows. */
export interface InCase {
  readonly head: CaseHead
  readonly names: ZoneNames
}

/** Something that is written into a case, in one zone, for one purpose, and saved as a draft while it is written. */
export interface WrittenForm<Value, Shown extends InCase, Reason extends string> {
  /** Its page; the draft is saved and thrown away below it. */
  readonly path: string
  readonly purpose: PurposeKey
  /** Recorded when the page is opened. */
  readonly deed: string
  /** Which draft, and whose zone; null when the address names nothing. */
  about(request: OfficeRequest): { readonly draft: DraftOf; readonly zone: Zone } | null
  /** What the page shows; null when there is no such case for the one who asks; elsewhere when there is nothing left to write. */
  load(scope: Scope, request: OfficeRequest): Promise<Shown | { readonly elsewhere: string } | null>
  title(shown: Shown, zone: Zone): string
  schema(request: OfficeRequest): z.ZodType<Value>
  act(request: OfficeRequest, value: Value): Promise<Outcome<Answer, Reason>>
  /** Where a refusal belongs and what to say; null for what is not there. */
  readonly refusals: Readonly<Record<Reason, { readonly field: string; readonly message: string } | null>>
  done(answer: Answer, request: OfficeRequest): string
  fields(form: FormState, shown: Shown, zone: Zone): VNode
  /** Under the form's heading. */
  intro?(shown: Shown): VNode
}

const notFound = { notFound: true } as const

/** The four addresses of something written: to see it, to save it for good, to save a draft, to throw the draft away. */
export function writtenFormRoutes<Value, Shown extends InCase, Reason extends string>(
  form: WrittenForm<Value, Shown, Reason>,
  keyring: Keyring,
): Route<PurposeKey>[] {
  const { path, purpose } = form
  const common = { area: 'office', purpose, entry: 'purpose' } as const
  return [
    { ...common, method: 'GET', path, handle: (request) => show(form, keyring, asStaff(request)) },
    { ...common, method: 'POST', path, handle: (request) => save(form, keyring, asStaff(request)) },
    { ...common, method: 'POST', path: `${path}/draft`, handle: (request) => keep(form, keyring, asStaff(request)) },
    { ...common, method: 'POST', path: `${path}/discard`, handle: (request) => discard(form, asStaff(request)) },
  ]
}

async function show<Value, Shown extends InCase, Reason extends string>(
  form: WrittenForm<Value, Shown, Reason>,
  keyring: Keyring,
  request: OfficeRequest,
  typed?: FormState,
): Promise<Reply> {
  const about = form.about(request)
  if (!about) return notFound
  const deed = { purpose: form.purpose, deed: form.deed, caseId: about.draft.caseId }
  const found = await request.desk.read(request.staff.id, deed, async (scope) => {
    const shown = await form.load(scope, request)
    const draft = shown && !typed ? await draftOf(scope, keyring, about.draft) : null
    return shown && { shown, draft }
  })
  if (!found) return notFound
  const { shown, draft } = found
  if ('elsewhere' in shown) return { redirect: shown.elsewhere }
  const state = typed ?? filledForm(startingValues(request, draft))
  const title = form.title(shown, about.zone)
  const body = (
    <WrittenPage
      {...{ title, draft, form: state, zone: about.zone, path: request.path, ...shown }}
      tokens={{ save: request.formToken(), discard: request.formToken() }}
      intro={form.intro?.(shown)}
    >
      {form.fields(state, shown, about.zone)}
    </WrittenPage>
  )
  return { page: { title, invalid: hasErrors(state), body } }
}

/** A link from an appointment brings the appointment and its day; otherwise the form begins as it was left. */
function startingValues(request: OfficeRequest, draft: Draft | null): Record<string, string> {
  const { appointment, held, session } = request.query
  const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(held ?? '')
  return {
    ...(day
      ? { 'held_on-year': day[1] ?? '', 'held_on-month': `${Number(day[2])}`, 'held_on-day': `${Number(day[3])}` }
      : {}),
    ...draft?.values,
    ...(appointment ? { appointment } : {}),
    ...(session ? { session } : {}),
  }
}

async function save<Value, Shown extends InCase, Reason extends string>(
  form: WrittenForm<Value, Shown, Reason>,
  keyring: Keyring,
  request: OfficeRequest,
): Promise<Reply> {
  if (!form.about(request)) return notFound
  const reading = readForm(form.schema(request), request.form)
  if (!reading.ok) return show(form, keyring, request, { values: reading.values, errors: atFields(reading.errors) })
  const outcome = await form.act(request, reading.value)
  if (outcome.done) return { redirect: form.done(outcome.value, request) }
  const refusal = form.refusals[outcome.reason]
  if (!refusal) return notFound
  return show(form, keyring, request, { values: request.form.values, errors: { [refusal.field]: refusal.message } })
}

/** The first box of a date bears the name of the whole: its errors stand there. */
const atFields = (errors: FormErrors): FormErrors =>
  Object.fromEntries(Object.entries(errors).map(([name, message]) => [name.replace(/-day$/, ''), message]))

async function keep<Value, Shown extends InCase, Reason extends string>(
  form: WrittenForm<Value, Shown, Reason>,
  keyring: Keyring,
  request: OfficeRequest,
): Promise<Reply> {
  const of = form.about(request)?.draft
  if (!of) return notFound
  const { purpose } = form
  const outcome = await keepDraft(request.desk, keyring, request.staff.id, { purpose, of, values: request.form.values })
  return outcome.done ? { text: 'Saved\n' } : notFound
}

async function discard<Value, Shown extends InCase, Reason extends string>(
  form: WrittenForm<Value, Shown, Reason>,
  request: OfficeRequest,
): Promise<Reply> {
  const of = form.about(request)?.draft
  if (!of) return notFound
  const asked = { key: request.form.key, purpose: form.purpose, of }
  const outcome = await discardDraft(request.desk, request.staff.id, asked)
  return outcome.done ? { redirect: request.path.replace(/\/discard$/, '') } : notFound
}
