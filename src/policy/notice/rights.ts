import { type RightOutcome, rightsTable } from '../enforcing/rights-table.ts'
import { rightKeys } from '../language/clauses.ts'
import { regulator } from '../law.ts'
import { rightWords } from '../prose/legal-words.ts'
import { people } from '../prose/people.ts'
import { durationInWords } from '../prose/words.ts'
import { details, link, list, type NoticeSection, paragraph, table } from './blocks.ts'
import { peopleConcerned, type Writer } from './writer.ts'

const outcomeWords: Readonly<Record<RightOutcome, string>> = { yes: 'Yes', no: 'No', passOn: 'We pass it on' }

/** The rights that follow from each basis, as a list for everybody and a table for each kind of person. */
export function rightsSection(writer: Writer): NoticeSection {
  const { policy } = writer
  const rows = rightsTable(policy)
  const { answer, extension } = policy.clocks.rightsRequest
  return {
    id: 'rights',
    heading: 'Your rights',
    blocks: [
      paragraph(writer.text('rights')),
      list(rightKeys.map((right) => `${rightWords[right].name}: ${rightWords[right].lets}.`)),
      paragraph(
        `We answer within ${durationInWords(answer)}. If what you ask is long or hard, we may need ${durationInWords(extension)} more, and tell you why. If we say no, we say why, and you can complain.`,
      ),
      paragraph(writer.text('identity')),
      paragraph(
        'Where the tables below say yes, the right is yours. Now and then we must still say no, for instance when a court may need your file.',
      ),
      ...peopleConcerned(writer).map(([kind]) =>
        details(`${people[kind].heading}: which rights you have for what`, [
          table(
            people[kind].heading,
            ['What we do', ...rightKeys.map((right) => rightWords[right].name)],
            rows
              .filter((row) => row.subject === kind)
              .map((row) => [
                writer.fill(policy.purposes[row.purpose]?.title ?? row.purpose),
                ...rightKeys.map((right) => outcomeWords[row.rights[right]]),
              ]),
          ),
        ]),
      ),
    ],
  }
}

/** To the service first (Data Protection Act 2018 s.164A), then to the regulator. */
export const complaintsSection = ({ policy }: Writer): NoticeSection => ({
  id: 'complaints',
  heading: 'If you are unhappy with us',
  blocks: [
    paragraph(
      `Tell us first, in any way you like. Within ${durationInWords(policy.clocks.complaint.acknowledge)} we let you know that we have it. We look into it and tell you what we found.`,
    ),
    link('How to complain to us', '/complaints'),
    paragraph(
      `If we do not put it right, you can go to the ${regulator.name} (${regulator.knownAs}), which watches over how people’s data is used. Its number is ${regulator.telephone}.`,
    ),
    link(`The ${regulator.name}`, regulator.website),
  ],
})
