import { Timeline } from '../../../../ui/components/timeline.tsx'
import { dateAndTime } from '../../../../ui/dates.ts'
import type { Id } from '../../../../values/ids.ts'
import type { PersonCorrection } from '../../../people/index.ts'
import { sourceWords } from '../../domain/words.ts'

const fieldWords: Readonly<Record<PersonCorrection['field'], string>> = {
  given_name: 'First name',
  family_name: 'Last name',
  known_as: 'Known as',
  former_names: 'Former names',
  birth_date: 'Date of birth',
}

/** What was put right before: what was, what is, who said so and who wrote it. */
export const Corrections = ({
  corrections,
  staff,
}: {
  readonly corrections: readonly PersonCorrection[]
  readonly staff: ReadonlyMap<Id, string>
}) =>
  corrections.length === 0 ? null : (
    <>
      <h2 class="govuk-heading-m">Corrected before</h2>
      <Timeline
        headingLevel={3}
        items={corrections.map((it) => ({
          title: `${fieldWords[it.field]}: ${it.was ?? 'nothing'} → ${it.became ?? 'nothing'}`,
          by: it.correctedBy ? (staff.get(it.correctedBy) ?? 'a former colleague') : 'our system',
          when: dateAndTime(it.correctedAt),
          datetime: it.correctedAt.toString(),
          content: `Said ${sourceWords[it.saidBy]}`,
        }))}
      />
    </>
  )
