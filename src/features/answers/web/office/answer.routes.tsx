import { z } from 'zod'
import { oneOf, optionalText } from '../../../../platform/web/field-schemas.ts'
import { asTyped, readForm } from '../../../../platform/web/read-form.ts'
import type { PageRequest, Reply, Route } from '../../../../platform/web/route.ts'
import { actorOf, asStaff } from '../../../../platform/web/staff-request.ts'
import { type CompiledPolicy, type RefusalGroundKey, refusalGrounds } from '../../../../policy/index.ts'
import type { CategoryKey, PurposeKey } from '../../../../policy/vocabulary.ts'
import { blankForm, type FormState, hasErrors } from '../../../../ui/forms/form-state.ts'
import { isId } from '../../../../values/ids.ts'
import type { Outcome } from '../../../../values/outcome.ts'
import type { ServiceVoice } from '../../../messages/index.ts'
import { type OfRequest, type RequestRefusal, refusalErrorsElsewhere } from '../../../requests/index.ts'
import { decideGroups, sendAnswer } from '../../actions/deciding.ts'
import { recordObjections, settleObjection } from '../../actions/objecting.ts'
import { answers } from '../../domain/asked-right.ts'
import { AnswerPage } from './answer.page.tsx'
import { readAnswer } from './answer-reading.ts'
import { correctingActs } from './correcting-acts.ts'
import { tellingActs } from './telling-acts.ts'

export interface AnswerTools {
  readonly policy: CompiledPolicy
  readonly voice: () => Promise<ServiceVoice>
  /** Which groups of data the columns of these tables belong to. */
  readonly categoriesIn: (tables: readonly string[]) => ReadonlySet<CategoryKey>
}

type Request = PageRequest<PurposeKey>
const base = { area: 'office', purpose: 'rights', entry: 'purpose' } as const
const path = '/office/requests/:requestId/answer'

/** Where it is decided what somebody is answered, for each group of data by itself, and where the answer is written. */
export function answerRoutes(tools: AnswerTools): Route<PurposeKey>[] {
  const act = (name: string, work: Act): Route<PurposeKey> => ({
    ...{ ...base, method: 'POST', path: `${path}/${name}` },
    handle: (request) => change(tools, request, work),
  })
  return [
    { ...base, method: 'GET', path, handle: (request) => show(tools, request, blankForm) },
    act('decide', decide),
    act('objections', record),
    act('settle', settle),
    ...Object.entries(correctingActs).map(([name, work]) => act(name, work)),
    ...Object.entries(tellingActs).map(([name, work]) => act(name, work)),
    act('letter', letter),
  ]
}

async function show(tools: AnswerTools, request: Request, form: FormState): Promise<Reply> {
  const read = await readAnswer(tools, asStaff(request))
  if (!read) return { notFound: true }
  const voice = await tools.voice()
  const body = <AnswerPage {...read} {...{ form, voice, policy: tools.policy }} token={request.formToken} />
  return { page: { title: 'Answer a request', invalid: hasErrors(form), body } }
}

export interface Acting {
  readonly tools: AnswerTools
  readonly request: Request
  readonly input: OfRequest
}
export type Act = (
  acting: Acting,
) => Promise<Outcome<Readonly<Record<string, string>>, RequestRefusal> | { readonly errors: FormState['errors'] }>

async function change(tools: AnswerTools, request: Request, work: Act): Promise<Reply> {
  const { requestId } = request.params
  if (!isId(requestId)) return { notFound: true }
  const outcome = await work({ tools, request, input: { key: request.form.key, requestId } })
  const again = (errors: FormState['errors']) => show(tools, request, { values: asTyped(request.form), errors })
  if ('errors' in outcome) return again(atLists(outcome.errors))
  if (outcome.done) return { redirect: `/office/requests/${requestId}/answer` }
  return outcome.reason === 'no_such' ? { notFound: true } : again(refusalErrorsElsewhere(outcome.reason, requestId))
}

/** A list is asked for by the name of its boxes. */
const atLists = (errors: FormState['errors']): FormState['errors'] =>
  Object.fromEntries(
    Object.entries(errors).map(([name, words]) => [
      /^(groups|purposes)\b/.test(name) ? `${name.split('.')[0]}[]` : name,
      words,
    ]),
  )

const groundKeys = Object.keys(refusalGrounds) as [RefusalGroundKey, ...RefusalGroundKey[]]
const codes = (message: string) => z.array(z.string().regex(/^[a-zA-Z.]{1,80}$/)).min(1, message)

const decideForm = z
  .object({
    groups: codes('Choose what you decide about').default([]),
    answer: oneOf(answers, 'Choose the answer'),
    ground: z.enum(['', ...groundKeys]).default(''),
    reason: z.string().max(2000).default(''),
  })
  .superRefine(({ groups, answer, ground, reason }, context) => {
    const refuse = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message })
    if (groups.length === 0) refuse('groups', 'Choose what you decide about')
    if (answer !== 'granted' && ground === '') refuse('ground', 'Choose the ground in law')
    if (answer !== 'granted' && reason === '') refuse('reason', 'Enter the reasons, as they are to read them')
  })

const decide: Act = async ({ tools, request, input }) => {
  const reading = readForm(decideForm, request.form)
  if (!reading.ok) return reading
  const { groups, answer, ground, reason } = reading.value
  const isNo = answer !== 'granted'
  return decideGroups(request.desk, tools.policy, actorOf(request), {
    ...{ ...input, answer, groups: groups as CategoryKey[] },
    ...{ ground: isNo && ground !== '' ? ground : null, reason: isNo ? reason : '' },
  })
}

const usesForm = z
  .object({ purposes: codes('Choose to what they object').default([]) })
  .refine((it) => it.purposes.length > 0, { path: ['purposes'], message: 'Choose to what they object' })

const record: Act = async ({ tools, request, input }) => {
  const reading = readForm(usesForm, request.form)
  return reading.ok
    ? recordObjections(request.desk, tools.policy, actorOf(request), { ...input, purposes: reading.value.purposes })
    : reading
}

const settleForm = z
  .object({
    objection: z.string(),
    outcome: oneOf(['upheld', 'compelling'], 'Choose what is decided'),
    why: optionalText(2000),
  })
  .refine((it) => it.outcome === 'upheld' || it.why !== null, { path: ['why'], message: 'Enter what weighs more' })

const settle: Act = async ({ request, input }) => {
  const reading = readForm(settleForm, request.form)
  if (!reading.ok) return reading
  const { objection, outcome, why: reason } = reading.value
  if (!isId(objection)) return { done: false, reason: 'no_such' }
  return settleObjection(request.desk, actorOf(request), { ...input, objectionId: objection, outcome, reason })
}

const letterForm = z.object({ answer_told: oneOf(['written', 'spoken'], 'Choose how they hear of it') })

const letter: Act = async ({ tools, request, input }) => {
  const reading = readForm(letterForm, request.form)
  return reading.ok
    ? sendAnswer(request.desk, tools, actorOf(request), { ...input, told: reading.value.answer_told })
    : reading
}
