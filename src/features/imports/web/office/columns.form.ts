import { z } from 'zod'
import { oneOf } from '../../../../platform/web/field-schemas.ts'
import { topicWords } from '../../../cases/index.ts'
import { type FieldKey, isFieldKey } from '../../domain/fields.ts'
import { faultsOfColumns, guessColumns } from '../../domain/guess-columns.ts'
import { canBeTwoDays } from '../../domain/read-date.ts'
import type { Sheet, SheetChoices } from '../../domain/sheet.ts'

const topics = ['children', 'money', 'both'] as const
export const topicSheetItems = topics.map((value) => ({ value, content: topicWords[value] }))

const oneColumn = z
  .string({ error: 'Choose what this column is' })
  .refine((it) => it === '' || isFieldKey(it), 'Choose what this column is from the list')
  .transform((it): FieldKey | null => (isFieldKey(it) ? it : null))

/** A cell that can be read as two days; null where no cell of the sheet can. */
export function twoDaysIn(sheet: Sheet): string | null {
  for (const { cells } of sheet.rows) {
    const found = cells.find(canBeTwoDays)
    if (found) return found
  }
  return null
}

/** The form in which somebody says what the columns of a sheet are. */
export const columnsForm = (sheet: Sheet) =>
  z
    .object({
      details_of_b: oneOf(['self', 'other_party'] as const, 'Choose who gave the details of party B'),
      topic_otherwise: oneOf(topics, 'Choose what a case is about where the sheet does not say'),
      date_order: twoDaysIn(sheet)
        ? oneOf(['day', 'month'] as const, 'Choose which comes first, the day or the month')
        : z.undefined().catch(undefined),
      ...Object.fromEntries(sheet.headings.map((_, at) => [`column_${at}`, oneColumn])),
    })
    .transform((sent, context): Omit<SheetChoices, 'leftOut'> => {
      const values = sent as Readonly<Record<string, unknown>>
      const columns = sheet.headings.map((_, at) => (values[`column_${at}`] ?? null) as FieldKey | null)
      for (const [at, message] of faultsOfColumns(columns)) {
        context.addIssue({ code: 'custom', path: at < 0 ? ['column_0'] : [`column_${at}`], message })
      }
      const order = values.date_order
      return {
        columns,
        detailsOfB: sent.details_of_b,
        topicOtherwise: sent.topic_otherwise,
        dayFirst: order === undefined ? null : order === 'day',
      }
    })

/** What the form shows at first: what was said before, or what the headings seem to be. Who gave what is never guessed. */
export function firstValues(sheet: Sheet, said: SheetChoices | null): Record<string, string> {
  const columns = said?.columns ?? guessColumns(sheet.headings)
  return {
    ...Object.fromEntries(columns.map((key, at) => [`column_${at}`, key ?? ''])),
    ...(said ? { details_of_b: said.detailsOfB, topic_otherwise: said.topicOtherwise } : {}),
    ...(said && said.dayFirst !== null ? { date_order: said.dayFirst ? 'day' : 'month' } : {}),
  }
}
