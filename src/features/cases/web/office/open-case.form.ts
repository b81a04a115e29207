import { z } from 'zod'
import { oneOf, optionalText } from '../../../../platform/web/field-schemas.ts'
import { type Id, isId } from '../../../../values/ids.ts'
import type { CaseOpening } from '../../actions/open-case.ts'
import { birthDateIn, dateParts, familyName, givenName } from './person-fields.ts'

/** How many children the form has lines for; more are added on the case page. */
export const childLines = [0, 1, 2, 3] as const

const childFields = Object.assign(
  {},
  ...childLines.map((line) => ({
    [`child_${line}_given_name`]: optionalText(100),
    ...dateParts(`child_${line}_birth_date`),
  })),
) as Record<string, z.ZodType>

/** Somebody on record, or nobody: the field is there for those who may be known. */
const sameAs = z
  .string()
  .optional()
  .refine((it) => !it || isId(it) || cardIn(it) !== null, 'Choose from the list')

/** Of somebody who is known by a card, the card: there is no record to go on with. */
const cardIn = (chosen: string | undefined): Id | null => {
  const id = chosen?.startsWith('card-') ? chosen.slice('card-'.length) : ''
  return isId(id) ? id : null
}

/** What the action wants besides enquiry and key, and by which card each party was known. */
export interface OpeningForm extends Omit<CaseOpening, 'key' | 'enquiryId'> {
  readonly cards: { readonly first: Id | null; readonly other: Id | null }
}

/** The form that opens a case, read into what the action wants besides enquiry and key. */
export const openCaseForm = (today: Temporal.PlainDate) =>
  z
    .object({
      a_given_name: givenName,
      a_family_name: familyName,
      ...dateParts('a_birth_date'),
      b_given_name: givenName,
      b_family_name: familyName,
      ...dateParts('b_birth_date'),
      a_same_as: sameAs,
      b_same_as: sameAs,
      topic: oneOf(['children', 'money', 'both'] as const, 'Choose what the case is about'),
      mediator: z.string().refine((it) => it === '' || isId(it), 'Choose a mediator from the list'),
      ...childFields,
    })
    .transform((sent, context): OpeningForm => {
      const values: Readonly<Record<string, unknown>> = sent
      const born = (name: string) =>
        birthDateIn(values, name, today, (message) => context.addIssue({ code: 'custom', path: [name], message }))
      const person = (side: 'a' | 'b') => ({
        givenName: String(values[`${side}_given_name`]),
        familyName: String(values[`${side}_family_name`]),
        knownAs: null,
        birthDate: born(`${side}_birth_date`),
      })
      return {
        first: person('a'),
        other: person('b'),
        topic: sent.topic,
        known: {
          first: isId(sent.a_same_as) ? sent.a_same_as : null,
          other: isId(sent.b_same_as) ? sent.b_same_as : null,
        },
        cards: { first: cardIn(sent.a_same_as), other: cardIn(sent.b_same_as) },
        mediatorId: isId(sent.mediator) ? sent.mediator : null,
        children: childLines.flatMap((line) => {
          const given = values[`child_${line}_given_name`]
          const birthDate = born(`child_${line}_birth_date`)
          return typeof given === 'string' ? [{ givenName: given, familyName: '', birthDate }] : []
        }),
      }
    })
