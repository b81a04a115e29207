import { z } from 'zod'
import { oneOf, optionalText, requiredText } from '../../../../platform/web/field-schemas.ts'
import type { BreachAnswer } from '../../actions/work-on-breach.ts'
import { hows, risks, tolds } from '../../domain/breach.ts'

const decision = (message: string) => oneOf(['yes', 'no'] as const, message)
const count = z
  .string()
  .default('')
  .transform((it) => it.trim())
  .refine((it) => it === '' || /^\d{1,6}$/.test(it), 'Enter a number, like 2, or leave it empty')
  .transform((it) => (it === '' ? null : Number(it)))

const contain = z
  .object({ contained: requiredText('Enter what was done, or that nothing can be', 4000) })
  .transform(({ contained }): BreachAnswer => ({ of: 'contain', contained }))
const whose = z
  .object({
    whose: requiredText('Enter whose data it is, and which', 4000),
    people_count: count,
    delicate: z.array(z.string()).catch([]).default([]),
  })
  .transform(
    (it): BreachAnswer => ({
      ...{ of: 'whose', whose: it.whose, peopleCount: it.people_count },
      delicate: it.delicate.includes('yes'),
    }),
  )
const risk = z
  .object({
    risk: oneOf(risks, 'Choose how likely harm is'),
    consequences: requiredText('Enter what can come of it', 4000),
  })
  .transform((it): BreachAnswer => ({ of: 'risk', ...it }))
const notify = z
  .object({ notify: decision('Choose whether the regulator is told'), notify_reason: requiredText('Enter why', 4000) })
  .transform((it): BreachAnswer => ({ of: 'notify', notify: it.notify, reason: it.notify_reason }))
const tell = z
  .object({ tell: decision('Choose whether the people are told'), tell_reason: requiredText('Enter why', 4000) })
  .transform((it): BreachAnswer => ({ of: 'tell', tell: it.tell, reason: it.tell_reason }))
const others = z
  .object({
    controller: z.enum(['yes', 'no']).optional().catch(undefined),
    charity: oneOf(['yes', 'no', 'none'] as const, 'Choose what holds'),
    charity_reason: optionalText(4000),
  })
  .refine((it) => it.charity === 'none' || it.charity_reason !== null, {
    path: ['charity_reason'],
    message: 'Enter why',
  })
  .transform(
    (it): BreachAnswer => ({
      ...{ of: 'others', controller: it.controller ?? null, charity: it.charity },
      reason: it.charity === 'none' ? null : it.charity_reason,
    }),
  )
const learn = z
  .object({ measures: requiredText('Enter what changes, or why nothing can', 4000) })
  .transform(({ measures }): BreachAnswer => ({ of: 'learn', measures }))
const close = z.object({}).transform((): BreachAnswer => ({ of: 'close' }))

/** The form of each question. */
export const answerForms = { contain, whose, risk, notify, tell, others, learn, close } as const
export type AnswerName = keyof typeof answerForms

/** Somebody was told. */
export const toldForm = z.object({
  told: oneOf(tolds, 'Choose who was told'),
  how: oneOf(hows, 'Choose how'),
  words: requiredText('Enter what they were told', 4000),
  their_reference: optionalText(100),
  late_reason: optionalText(2000),
})
