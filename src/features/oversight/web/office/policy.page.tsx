import { Details } from '../../../../ui/components/details.tsx'
import { InsetText } from '../../../../ui/components/inset-text.tsx'
import { SummaryList } from '../../../../ui/components/summary-list.tsx'
import { Table } from '../../../../ui/components/table.tsx'
import { dateAndTime, plainDate } from '../../../../ui/dates.ts'
import { type PolicyVersion, policyVersions } from '../../data/policy-versions.ts'
import { oversightRoute } from './oversight-page.tsx'
import type { OversightTools } from './tools.ts'

const deed = { purpose: 'accountability', deed: 'policy.opened' } as const
const sentence = (words: string) => words.slice(0, 1).toUpperCase() + words.slice(1)
const dayInWords = (iso: string) => plainDate(Temporal.PlainDate.from(iso))

/** The policy in force: since when, by whom approved, what it changed, who must be told; and those before it. */
export const policyPage = (tools: OversightTools) =>
  oversightRoute('/office/policy', (request) =>
    request.desk.read(request.staff.id, deed, async (scope) => {
      const versions = await policyVersions(scope)
      const inForce = versions.find((it) => it.hash === tools.policy.hash)
      const older = versions.filter((it) => it !== inForce)
      return {
        title: 'Policy',
        printable: true,
        body: (
          <>
            <InForce service={tools.policy.service.name} version={inForce} />
            <Changes version={inForce} />
            <Parts />
            <Versions older={older} />
          </>
        ),
      }
    }),
  )

/** One policy that was in force: what it changed then. */
export const versionPage = (tools: OversightTools) =>
  oversightRoute('/office/policy/versions/:hash', (request) =>
    request.desk.read(request.staff.id, deed, async (scope) => {
      const version = (await policyVersions(scope)).find((it) => it.hash === request.params.hash)
      if (!version) return null
      return {
        title: `Policy of ${dayInWords(version.date)}`,
        back: { href: '/office/policy', text: 'Policy' },
        printable: true,
        body: (
          <>
            <Facts version={version} former={version.hash !== tools.policy.hash} />
            <Changes version={version} />
          </>
        ),
      }
    }),
  )

/** The fingerprint as people compare it: in groups, from its beginning. */
const groups = (hash: string): string => (hash.match(/.{1,8}/g) ?? []).join(' ')

const InForce = (props: { readonly service: string; readonly version: PolicyVersion | undefined }) =>
  props.version ? (
    <>
      <p class="govuk-body">
        This policy rules what {props.service} does with people’s data: the privacy notice is written from it, and the
        database allows what it says and nothing else.
      </p>
      <Facts version={props.version} />
    </>
  ) : (
    <InsetText>No policy was put into force yet.</InsetText>
  )

const Facts = ({ version, former }: { readonly version: PolicyVersion; readonly former?: boolean }) => (
  <SummaryList
    rows={[
      { key: 'Dated', value: dayInWords(version.date) },
      { key: former ? 'In force from' : 'In force since', value: dateAndTime(version.appliedAt) },
      { key: 'Approved by', value: version.approvedBy },
      { key: 'Findings of its check', value: 'None. A policy with findings cannot come into force.' },
      { key: 'Fingerprint', value: <code>{groups(version.hash)}</code> },
    ]}
  />
)

function Changes({ version }: { readonly version: PolicyVersion | undefined }) {
  if (!version) return null
  const { difference } = version
  if (!difference)
    return <p class="govuk-body">This was the first policy of the service, so there was nothing to change.</p>
  return (
    <>
      <h2 class="govuk-heading-m">What it changed</h2>
      <ul class="govuk-list govuk-list--bullet">
        {difference.changes.map((change) => (
          <li>{change.says}</li>
        ))}
      </ul>
      <h2 class="govuk-heading-m">Who must be told</h2>
      {difference.tell.length === 0 ? (
        <p class="govuk-body">Nobody: what changed concerns nobody’s data.</p>
      ) : (
        <SummaryList
          rows={difference.tell.map((person) => ({
            key: sentence(person.these),
            value: <Reasons because={person.because} />,
          }))}
        />
      )}
      {difference.askAgain.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Whose consent is asked anew</h2>
          <ul class="govuk-list govuk-list--bullet">
            {difference.askAgain.map((wording) => (
              <li>Whoever agreed to what now reads “{wording}”</li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

const Reasons = ({ because }: { readonly because: readonly string[] }) => (
  <ul class="govuk-list">
    {because.map((reason) => (
      <li>{reason}</li>
    ))}
  </ul>
)

const Parts = () => (
  <ul class="govuk-list ev-no-print">
    <li>
      <a class="govuk-link" href="/office/policy/permissions">
        Who may do what
      </a>
    </li>
    <li>
      <a class="govuk-link" href="/office/policy/retention">
        What is kept for how long
      </a>
    </li>
    <li>
      <a class="govuk-link" href="/office/oversight/records">
        Record of what is done with data (Article 30)
      </a>
    </li>
    <li>
      <a class="govuk-link" href="/office/oversight/promises">
        Promises kept
      </a>
    </li>
    <li>
      <a class="govuk-link" href="/privacy">
        The privacy notice as people read it
      </a>
    </li>
  </ul>
)

const Versions = ({ older }: { readonly older: readonly PolicyVersion[] }) =>
  older.length === 0 ? null : (
    <Details summary="Policies before this one">
      <Table
        head={['Dated', 'In force from', 'Approved by', 'Fingerprint']}
        rows={older.map((version) => [
          <a class="govuk-link" href={`/office/policy/versions/${version.hash}`}>
            {dayInWords(version.date)}
          </a>,
          dateAndTime(version.appliedAt),
          version.approvedBy,
          <code>{version.hash.slice(0, 8)}</code>,
        ])}
      />
    </Details>
  )
