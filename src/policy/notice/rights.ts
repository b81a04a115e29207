import { rightKeys } from '../language/clauses.ts'
import { regulator } from '../law.ts'
import { rightWords } from '../prose/legal-words.ts'
import { durationInWords } from '../prose/words.ts'
import { link, list, type NoticeSection, paragraph } from './blocks.ts'
import type { Writer } from './writer.ts'

/** The rights that follow from each basis: what each lets a person do. Which are theirs stands with each use. */
export function rightsSection(writer: Writer): NoticeSection {
  const { answer, extension } = writer.policy.clocks.rightsRequest
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
        'Each use says which of these rights are yours. Now and then we must still say no, for instance when a court may need your file.',
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
