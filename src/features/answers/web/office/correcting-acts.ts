import { z } from 'zod'
import { oneOf, optionalText, requiredText } from '../../../../platform/web/field-schemas.ts'
import { readForm } from '../../../../platform/web/read-form.ts'
import { actorOf, asStaff } from '../../../../platform/web/staff-request.ts'
import { detailsForm, statedFields } from '../../../enquiries/index.ts'
import { correctAsAsked } from '../../actions/deciding.ts'
import type { Act } from './answer.routes.tsx'
import { readAnswer } from './answer-reading.ts'

const namesForm = z.object({
  given_name: requiredText('Enter the first name', 100),
  family_name: z.string().max(100).default(''),
  known_as: optionalText(100),
})

/** Of a party the names are put right here; of who only made an enquiry, whatever stands in it. */
const correct: Act = async ({ tools, request, input }) => {
  const before = await readAnswer(tools, asStaff(request))
  if (!before) return { done: false, reason: 'no_such' }
  const put = (correction: Parameters<typeof correctAsAsked>[3]['correction']) =>
    correctAsAsked(request.desk, tools.policy, actorOf(request), { ...input, correction })
  if (!before.person) {
    const reading = readForm(detailsForm(request.today), request.form)
    return reading.ok ? put({ enquiry: reading.value }) : reading
  }
  const reading = readForm(namesForm, request.form)
  if (!reading.ok) return reading
  const { given_name: givenName, family_name: familyName, known_as: knownAs } = reading.value
  return put({ person: { givenName, familyName, knownAs, birthDate: before.person.birthDate } })
}

const wordsForm = z.object({
  beside: oneOf(statedFields, 'Choose of what they speak'),
  their_words: requiredText('Enter what they say of it', 2000),
})

const beside: Act = async ({ tools, request, input }) => {
  const reading = readForm(wordsForm, request.form)
  if (!reading.ok) return reading
  const { beside: field, their_words: words } = reading.value
  const correction = { beside: field, words }
  return correctAsAsked(request.desk, tools.policy, actorOf(request), { ...input, correction })
}

/** What is put right, or stands beside what is not. */
export const correctingActs: Readonly<Record<string, Act>> = { correct, beside }
