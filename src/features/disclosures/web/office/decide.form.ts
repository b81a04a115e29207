import { z } from 'zod'
import { oneOf, requiredText, tooLong } from '../../../../platform/web/field-schemas.ts'
import { isId } from '../../../../values/ids.ts'
import type { Deciding } from '../../actions/decide.ts'
import { isFact } from '../../domain/claim-facts.ts'
import { grounds, lawKinds, sides } from '../../domain/disclosure.ts'

const text = (longest: number) => z.string().max(longest, tooLong(longest)).default('')
const list = z.array(z.string()).catch([]).default([])

const groundIn = (to: string) => grounds.find((it) => it === to.split(':')[1])

/** What a colleague decides, as the form has it: the recipient and the ground are one choice. */
export const decideForm = z
  .object({
    to: z
      .string()
      .default('')
      .refine((to) => groundIn(to) !== undefined, 'Choose whom it goes to'),
    law_kind: z.enum(['', ...lawKinds], { error: 'Choose from the list' }).default(''),
    authority: text(300),
    side: oneOf(sides, 'Choose of whom it tells'),
    files: list,
    ...{ own: list, other: list },
    words: text(4000),
    words_quality: z.enum(['', 'open', 'without_prejudice'], { error: 'Choose from the list' }).default(''),
    hidden: list,
    reason: requiredText('Enter why it goes', 2000),
  })
  .transform((sent, context): Omit<Deciding, 'key' | 'caseId'> => {
    const refuse = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message })
    const [recipient = ''] = sent.to.split(':')
    const ground = groundIn(sent.to)
    if (ground === 'law' && sent.law_kind === '') refuse('law_kind', 'Choose which law asks for it')
    if (sent.words !== '' && sent.words_quality === '') refuse('words_quality', 'Choose whether the words are open')
    const words = sent.words.trim()
    return {
      ...{ recipient, ground: ground ?? 'consent', authority: sent.authority, side: sent.side, reason: sent.reason },
      lawKind: ground === 'law' && sent.law_kind !== '' ? sent.law_kind : null,
      ...{ fileIds: sent.files.filter(isId), facts: [...sent.own, ...sent.other].filter(isFact), words },
      wordsQuality: words === '' ? null : sent.words_quality === 'open' ? 'open' : 'without_prejudice',
      hidden: sent.hidden.includes('yes'),
    }
  })
