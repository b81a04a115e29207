import type { RecordedPurpose } from '../../../../policy/index.ts'
import { Details } from '../../../../ui/components/details.tsx'
import { ScrollArea } from '../../../../ui/components/scroll-area.tsx'
import { SummaryList } from '../../../../ui/components/summary-list.tsx'
import { Table } from '../../../../ui/components/table.tsx'
import { Tag } from '../../../../ui/components/tag.tsx'
import { londonDay, plainDate } from '../../../../ui/dates.ts'
import { type CountedRecord, toldWords } from '../../domain/counted-record.ts'
import { securityMeasures } from '../../domain/security-measures.ts'

interface Shown {
  readonly record: CountedRecord
  readonly today: Temporal.PlainDate
}

/** Who answers, who gets something, what guards it: the record but for each purpose. */
export const ProcessingOverview = ({ record, today }: Shown) => (
  <>
    <p class="govuk-body">
      What the law asks every service to write down about its use of data (UK GDPR Article 30), made from the policy in
      force.
    </p>
    <ul class="govuk-list ev-no-print">
      <li>
        <a class="govuk-link" href="/office/oversight/records/purposes">
          What data is used for, and on what basis
        </a>
      </li>
      <li>
        <a class="govuk-link" href="/office/policy/retention">
          What is kept for how long
        </a>
      </li>
      <li>
        <a class="govuk-link" href="/office/oversight/records.pdf">
          The whole record (PDF)
        </a>
      </li>
      <li>
        <a class="govuk-link" href="/office/oversight/records.json">
          The whole record (JSON)
        </a>
      </li>
    </ul>
    <h2 class="govuk-heading-m">Who answers for it</h2>
    <SummaryList
      rows={[
        { key: 'Controller', value: record.service },
        { key: 'Registered as', value: record.registration },
        { key: 'Contact', value: record.contact.join(', ') },
        { key: 'Privacy lead', value: record.privacyLead },
        { key: 'Information Commissioner’s register', value: record.regulatorNumber },
        { key: 'Policy of', value: plainDate(Temporal.PlainDate.from(record.policyDate)) },
      ]}
    />
    <Processing record={record} />
    <Recipients record={record} today={today} />
    <Special record={record} />
    <h2 class="govuk-heading-m">What guards it</h2>
    <SummaryList rows={securityMeasures.map((it) => ({ key: it.measure, value: testName(it.shownBy) }))} />
  </>
)

/** A test by the name of its file, which breaks at its hyphens on a phone. */
const testName = (file: string): string =>
  `Test ${
    file
      .split('/')
      .at(-1)
      ?.replace(/(\.db)?\.test\.ts$/, '') ?? ''
  }`

const Processing = ({ record }: Pick<Shown, 'record'>) => (
  <>
    <h2 class="govuk-heading-m">For others</h2>
    {record.processor.length === 0 ? (
      <p class="govuk-body">Nothing is done on the instructions of another controller.</p>
    ) : (
      <SummaryList
        rows={record.processor.map((it) => ({
          key: it.title,
          value: (
            <>
              {it.planned && <Tag colour="grey">Not yet</Tag>} For {it.for} ({it.theirContact}): {it.data.join('; ')}
            </>
          ),
        }))}
      />
    )}
  </>
)

function Recipients({ record, today }: Shown) {
  const planned = record.recipients.filter((it) => it.planned)
  return (
    <>
      <h2 class="govuk-heading-m">Who gets something</h2>
      <ScrollArea label="Who gets something">
        <Table
          caption="Who gets something"
          captionClasses="govuk-visually-hidden"
          firstCellIsHeader
          head={['Who', 'Kind', 'When', 'Where', 'Times told of a case', 'Agreement']}
          rows={record.recipients
            .filter((it) => !it.planned)
            .map((it) => [
              it.name,
              it.kind,
              it.when,
              it.safeguard === null ? it.country : `${it.country}: ${it.safeguard}`,
              toldWords(it, (instant) => plainDate(londonDay(Temporal.Instant.from(instant)))),
              <Agreement agreement={it.agreement} today={today} />,
            ])}
        />
      </ScrollArea>
      {planned.length > 0 && (
        <Details summary="Planned: they get nothing yet">
          <ul class="govuk-list">
            {planned.map((it) => (
              <li>{it.name}</li>
            ))}
          </ul>
        </Details>
      )}
    </>
  )
}

function Agreement(props: {
  readonly agreement: CountedRecord['recipients'][number]['agreement']
  readonly today: Temporal.PlainDate
}) {
  if (!props.agreement) return <>–</>
  const by = Temporal.PlainDate.from(props.agreement.reviewBy)
  const over = Temporal.PlainDate.compare(by, props.today) < 0
  return (
    <>
      {over && <Tag colour="red">Over</Tag>} Until {plainDate(by)}
    </>
  )
}

const Special = ({ record }: Pick<Shown, 'record'>) =>
  record.special.length === 0 ? null : (
    <>
      <h2 class="govuk-heading-m">The most private data</h2>
      <p class="govuk-body">Conditions, and the policy documents that they call for (DPA 2018, Schedule 1).</p>
      <ScrollArea label="The most private data">
        <Table
          caption="The most private data"
          captionClasses="govuk-visually-hidden"
          firstCellIsHeader
          head={['For', 'Whose', 'Condition', 'Policy document']}
          rows={record.special.map((it) => [it.purpose, it.who, it.condition, it.policyDocument ?? 'Not called for'])}
        />
      </ScrollArea>
    </>
  )

/** Each purpose: whose data, on what basis, which data, who gets it, how long it is kept. */
export const PurposesOfRecord = ({ record }: Shown) => (
  <>
    {record.controller.map((it) => (
      <Purpose purpose={it} />
    ))}
  </>
)

const Purpose = ({ purpose }: { readonly purpose: RecordedPurpose }) => (
  <SummaryList
    card={{ title: { content: purpose.title } }}
    rows={[
      ...(purpose.jointWith === null ? [] : [{ key: 'Together with', value: purpose.jointWith }]),
      ...purpose.people.map((it) => ({ key: it.who, value: it.basis })),
      { key: 'Data', value: purpose.data.join('; ') || 'None' },
      { key: 'Recipients', value: purpose.recipients.join('; ') || 'None' },
      { key: 'Kept', value: purpose.kept.join('; ') || 'Nothing is kept' },
    ]}
  />
)
