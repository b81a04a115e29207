import { entriesOf } from '../findings.ts'
import { homeCountries } from '../law.ts'
import { gateWords, sourceWords } from '../prose/legal-words.ts'
import { people } from '../prose/people.ts'
import { listed, sentence } from '../prose/words.ts'
import { details, list, type NoticeBlock, type NoticeSection, paragraph, table } from './blocks.ts'
import { liveRecipients, peopleConcerned, type Writer } from './writer.ts'

const countries = new Intl.DisplayNames('en-GB', { type: 'region' })

const footing = { adequacy: 'UK law treats it as safe', transferAgreement: 'a transfer agreement guards it' } as const

export const sourcesSection = (writer: Writer): NoticeSection => ({
  id: 'sources',
  heading: 'Where we get it from',
  blocks: [
    paragraph(writer.text('sources')),
    list(
      peopleConcerned(writer).flatMap(([kind, uses]) => {
        const sources = [...new Set(uses.flatMap(([, subject]) => subject.source))].filter(
          (source) => source !== 'subject' && source !== 'staff',
        )
        return sources.length > 0
          ? [
              `${people[kind].heading}: ${listed(
                sources.map((each) => sourceWords[each]),
                'or',
              )}.`,
            ]
          : []
      }),
    ),
  ],
})

/** What one party can learn of the other, by name of each kind of data. */
export function betweenSection(writer: Writer): NoticeSection {
  const { policy } = writer
  const titles = (keys: readonly string[]): string[] =>
    entriesOf(policy.categories)
      .filter(([key]) => keys.includes(key))
      .map(([, category]) => sentence(`${writer.fill(category.title)}.`))
  const parties = liveRecipients(writer).filter(([, recipient]) => recipient.kind === 'party')
  return {
    id: 'between',
    heading: 'What passes between the two of you',
    blocks: [
      paragraph(writer.text('betweenParties')),
      ...parties.flatMap(([, recipient]) => [
        details('What may be passed on', [list(titles(recipient.passes))]),
        details('What is held back', [list(titles(recipient.withholds))]),
      ]),
    ],
  }
}

export const sharingSection = (writer: Writer): NoticeSection => ({
  id: 'sharing',
  heading: 'Who else gets it',
  blocks: [
    paragraph(writer.text('sharing')),
    table(
      'Who gets something from us, and when',
      ['Who', 'What they do', 'When they get it'],
      liveRecipients(writer).map(([, recipient]) => [
        sentence(recipient.name),
        `${sentence(writer.fill(recipient.why))}.`,
        `${sentence(gateWords(recipient.gate))}.`,
      ]),
    ),
    ...hiddenDisclosure(writer),
  ],
})

/** Where telling a person would itself be an offence, the notice says so in general, so that silence later is no surprise. */
const hiddenDisclosure = (writer: Writer): NoticeBlock[] =>
  liveRecipients(writer).some(([, recipient]) => recipient.hidden === 'tippingOff')
    ? [paragraph('There are a few cases in which the law forbids us to tell you that we passed something on.')]
    : []

export function abroadSection(writer: Writer): NoticeSection {
  const away = liveRecipients(writer).filter(([, recipient]) => !homeCountries.includes(recipient.country))
  return {
    id: 'abroad',
    heading: 'Outside the United Kingdom',
    blocks:
      away.length === 0
        ? [paragraph('Those who get something from us keep it in the United Kingdom.')]
        : [
            table(
              'Who keeps something abroad',
              ['Who', 'Where', 'What guards it'],
              away.map(([, recipient]) => [
                sentence(recipient.name),
                countries.of(recipient.country) ?? recipient.country,
                sentence(recipient.safeguard ? footing[recipient.safeguard] : ''),
              ]),
            ),
          ],
  }
}
