import { z } from 'zod'
import { optionalText, tooLong } from '../../../../platform/web/field-schemas.ts'
import type { Ending } from '../../actions/tell-complainant.ts'
import { causes, outcomes } from '../../domain/complaint.ts'

const longestAnswer = 6000

const fields = z.object({
  outcome: z.string().default(''),
  answer: z.string().max(longestAnswer, tooLong(longestAnswer)).default(''),
  cause: z.string().default(''),
  changed: optionalText(2000),
  answer_told: z.string().default(''),
})

/** Our answer: an outcome has its reasons, its cause and, where something was wrong, what changed. */
export const answerForm = fields.transform((sent, context): Ending => {
  const { changed } = sent
  const outcome = outcomes.find((it) => it === sent.outcome)
  if (outcome === 'taken_back') return { outcome }
  const refuse = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message })
  if (!outcome) refuse('outcome', 'Choose what we found')
  const cause = causes.find((it) => it === sent.cause)
  const told = (['written', 'spoken'] as const).find((it) => it === sent.answer_told)
  if (sent.answer.trim() === '') refuse('answer', 'Enter the answer with its reasons')
  if (!cause) refuse('cause', 'Choose the cause')
  if ((outcome === 'upheld' || outcome === 'partly') && changed === null)
    refuse('changed', 'Enter what we changed, or why nothing can be')
  if (!told) refuse('answer_told', 'Choose how they hear of it')
  return {
    outcome: outcome ?? 'settled',
    answer: sent.answer,
    cause: cause ?? 'other',
    changed,
    told: told ?? 'spoken',
  }
})
