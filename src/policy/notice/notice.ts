import type { CompiledPolicy } from '../compiled.ts'
import { consentScopes } from '../enforcing/consent-scopes.ts'
import { entriesOf } from '../findings.ts'
import type { SettingValues } from '../prose/slots.ts'
import { dateInWords } from '../prose/words.ts'
import { facts, list, type NoticeBlock, type NoticeDocument, type NoticeSection, paragraph } from './blocks.ts'
import { cookiesSection } from './cookie-page.ts'
import { keepingSection } from './keeping.ts'
import { complaintsSection, rightsSection } from './rights.ts'
import { abroadSection, betweenSection, sharingSection, sourcesSection } from './sharing.ts'
import { usesSection } from './uses.ts'
import { type Writer, writerOf } from './writer.ts'

/** Other organisations that answer for something, so that people know where to turn. */
const otherControllers = ({ policy, purposes }: Writer): NoticeBlock[] =>
  entriesOf(policy.service.controllers)
    .filter(
      ([key, controller]) =>
        !controller.own && purposes.some(({ role }) => role !== 'controller' && Object.values(role).includes(key)),
    )
    .map(([, controller]) =>
      paragraph(`For some of what we do, ${controller.name} answers. To reach it, ask for ${controller.contact}.`),
    )

const legalForms = { charity: 'A charity', company: 'A company', soleTrader: 'A mediator in business alone' } as const

const whoSection = (writer: Writer, settings: SettingValues): NoticeSection => {
  const { contact } = writer.policy.service
  const own = entriesOf(writer.policy.service.controllers).find(([, controller]) => controller.own)?.[1]
  return {
    id: 'who',
    heading: 'Who we are',
    blocks: [
      paragraph(writer.text('controller')),
      facts([
        ['What we are', legalForms[writer.policy.service.legalForm]],
        ['Who answers to you', own?.name ?? ''],
        ['Who looks after your data', settings.privacyLead],
        ['E-mail about your data', own?.contact ?? contact.email],
        ['Other e-mail', own?.contact === contact.email ? '' : contact.email],
        ['Telephone', settings.telephone],
        ['When we answer', settings.openingHours],
        ['Post', contact.address.join(', ')],
        ['Website', contact.website],
      ]),
      ...otherControllers(writer),
    ],
  }
}

/** The things people may say yes to apart from cookies, with what taking it back does. */
const consentSection = (writer: Writer): NoticeSection => ({
  id: 'consents',
  heading: 'What we ask you first',
  blocks: consentScopes(writer.policy)
    .filter((scope) => scope.ledger === 'perPerson')
    .flatMap((scope) => [
      { kind: 'subheading', text: writer.fill(scope.title) } as const,
      paragraph(`You say: “${writer.fill(scope.wording)}”`),
      paragraph(
        `If you change your mind: ${writer.fill(scope.withdrawal.stops)} ${writer.fill(scope.withdrawal.continues)}`,
      ),
    ]),
})

const cadenceWords = { monthly: 'each month', quarterly: 'each quarter of a year', yearly: 'once a year' } as const

/** What is counted, and what makes the counts anonymous. */
const figuresSection = (writer: Writer): NoticeSection => ({
  id: 'figures',
  heading: 'Numbers without names',
  blocks: [
    paragraph('We count, so that we can see how well we do. These are the tables we make.'),
    list(
      entriesOf(writer.policy.statistics).map(
        ([, statistic]) =>
          `${writer.fill(statistic.title)}: made ${cadenceWords[statistic.cadence]}. Numbers under ${statistic.threshold} are hidden, and the others are rounded to the nearest ${statistic.round}.`,
      ),
    ),
  ],
})

const plainSection = (id: string, heading: string, text: string): NoticeSection => ({
  id,
  heading,
  blocks: [paragraph(text)],
})

/**
 * The public privacy notice (UK GDPR Articles 13 and 14): a summary first, then everything, with each kind of person's part
 * apart. Whoever shows it divides it into its chapters. Every figure, name and time in it is read from the policy or from settings; nothing is written twice.
 */
export function noticeOf(policy: CompiledPolicy, settings: SettingValues): NoticeDocument {
  const writer = writerOf(policy, settings)
  return {
    title: 'How we look after what you tell us',
    service: policy.service.name,
    language: policy.service.language,
    updated: policy.date,
    updatedWords: dateInWords(policy.date),
    policyHash: policy.hash,
    summary: [
      writer.text('summaryWho'),
      writer.text('summaryUse'),
      writer.text('summarySharing'),
      writer.text('summaryKeeping'),
      writer.text('summaryRights'),
    ],
    sections: [
      whoSection(writer, settings),
      usesSection(writer),
      sourcesSection(writer),
      betweenSection(writer),
      sharingSection(writer),
      abroadSection(writer),
      keepingSection(writer),
      figuresSection(writer),
      rightsSection(writer),
      consentSection(writer),
      complaintsSection(writer),
      plainSection('children', 'Children', writer.text('children')),
      cookiesSection(writer, settings),
      plainSection('websites', 'Other websites', writer.text('websites')),
      plainSection('changes', 'When this notice changes', writer.text('changes')),
    ],
  }
}
