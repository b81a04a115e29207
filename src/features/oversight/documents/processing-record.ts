import { dayOf } from '../../../platform/clock/service-clock.ts'
import { renderPdf } from '../../../platform/documents/render-pdf.ts'
import { dateInWords, type RecordedPurpose } from '../../../policy/index.ts'
import { type CountedRecord, toldWords } from '../domain/counted-record.ts'
import { securityMeasures } from '../domain/security-measures.ts'

const template = `#import "/parts.typ": sheet
#show: body => sheet(inputs.reference, none, body)
= #inputs.title
#for part in inputs.parts [
  == #part.heading
  #for item in part.items [
    === #item.title
    #set terms(separator: linebreak(), hanging-indent: 0pt, spacing: 1em)
    #terms(..item.facts.map(fact => terms.item(fact.at(0), fact.at(1))))
  ]
]`

interface Item {
  readonly title: string
  readonly facts: readonly (readonly [string, string])[]
}

const title = 'Record of processing activities'
const lines = (all: readonly string[]): string => (all.length === 0 ? 'None' : all.join('\n'))

/** The whole record as an accessible PDF, for the regulator or the file. */
export const printProcessingRecord = (record: CountedRecord, created: Temporal.Instant): Promise<Buffer> =>
  renderPdf({
    template,
    title: `${title}, ${record.service}`,
    language: 'en-GB',
    author: record.service,
    created,
    inputs: {
      title: `${title}, ${record.service}`,
      reference: `Policy of ${record.policyDate}`,
      parts: partsOf(record),
    },
  })

const partsOf = (record: CountedRecord) =>
  [
    { heading: 'Who answers for it', items: [whoItem(record)] },
    { heading: 'As a controller, UK GDPR Article 30(1)', items: record.controller.map(purposeItem) },
    {
      heading: 'As a processor, UK GDPR Article 30(2)',
      items: record.processor.map((it): Item => {
        const { title, facts } = purposeItem(it)
        return { title, facts: [['For', `${it.for} (${it.theirContact})`], ...facts] }
      }),
    },
    { heading: 'Recipients', items: record.recipients.filter((it) => !it.planned).map(recipientItem) },
    { heading: 'Special categories, DPA 2018 Schedule 1 paragraph 41', items: record.special.map(specialItem) },
    { heading: 'Security', items: [securityItem] },
  ].filter((part) => part.items.length > 0)

const whoItem = (record: CountedRecord): Item => ({
  title: record.service,
  facts: [
    ['Registered as', record.registration],
    ['Contact', lines(record.contact)],
    ['Privacy lead', record.privacyLead],
    ['Number in the register of the Information Commissioner', record.regulatorNumber],
    ['Policy', `${record.policyDate}, fingerprint ${record.policyHash.slice(0, 16)}`],
  ],
})

const purposeItem = (it: RecordedPurpose): Item => ({
  title: it.planned ? `${it.title} (planned: nothing is done yet)` : it.title,
  facts: [
    ...(it.jointWith === null ? [] : [['Decided together with', it.jointWith] as const]),
    ...it.people.map(
      (person) =>
        [person.who, lines([person.basis, person.because, ...(person.assessment ? [person.assessment] : [])])] as const,
    ),
    ['Data', lines(it.data)],
    ['Recipients', lines(it.recipients)],
    ['Kept', lines(it.kept)],
  ],
})

const recipientItem = (it: CountedRecord['recipients'][number]): Item => ({
  title: it.name,
  facts: [
    ['Kind', it.kind],
    ['What for', it.why],
    ['When', it.when],
    ['Country', it.safeguard === null ? it.country : `${it.country}: ${it.safeguard}`],
    ['Times something of a case went to them', toldWords(it, dayInWords)],
    ['Agreement', it.agreement ? `${it.agreement.document}, looked at again by ${it.agreement.reviewBy}` : 'None'],
  ],
})

const dayInWords = (instant: string): string => dateInWords(dayOf(Temporal.Instant.from(instant)).toString())

const specialItem = (it: CountedRecord['special'][number]): Item => ({
  title: `${it.purpose}: ${it.who}`,
  facts: [
    ['Condition', it.condition],
    ['Basis', it.basis],
    ['Appropriate policy document', it.policyDocument ?? 'Not called for'],
    ['Kept and erased as that says', lines(it.kept)],
  ],
})

const securityItem: Item = {
  title: 'What guards the data, and what shows it',
  facts: securityMeasures.map((it) => [it.measure, it.shownBy] as const),
}
