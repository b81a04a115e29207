import { ScrollArea } from '../../../../ui/components/scroll-area.tsx'
import { Table } from '../../../../ui/components/table.tsx'
import { Tag } from '../../../../ui/components/tag.tsx'
import { dateAndTime } from '../../../../ui/dates.ts'
import type { Id } from '../../../../values/ids.ts'
import { caseReferences } from '../../../cases/index.ts'
import { type GlassBreak, glassBreaks } from '../../../safeguarding/index.ts'
import { staffNames } from '../../../staff/index.ts'
import { type OutsideOpening, outsideOpenings } from '../../data/outside-openings.ts'
import { oversightRoute } from './oversight-page.tsx'
import type { OversightRequest, OversightTools } from './tools.ts'

const lookBack = Temporal.Duration.from({ hours: 30 * 24 })
const deed = { purpose: 'accountability', deed: 'openings.listed' } as const

/** Files that somebody looked into who has nothing to do in them. */
export const openingsPage = (tools: OversightTools) =>
  oversightRoute('/office/oversight/openings', async (request) => {
    const since = request.now.subtract(lookBack)
    const [others, broken] = await Promise.all([
      request.desk.read(request.staff.id, deed, async (scope) => {
        const openings = await outsideOpenings(scope, since)
        return { openings, names: await tools.staffNames(scope, [...new Set(openings.map((it) => it.actor))]) }
      }),
      readBroken(tools, request, since),
    ])
    return {
      title: 'Files opened by others',
      back: { href: '/office/records', text: 'Records' },
      printable: true,
      body: <Openings {...others} broken={broken} />,
    }
  })

/** What was opened for somebody's safety is read for that purpose; null for whoever does not act under it. */
async function readBroken({ policy }: OversightTools, { desk, staff }: OversightRequest, since: Temporal.Instant) {
  const { may } = policy.roles[staff.role as 'privacyOfficer'] ?? { may: [] }
  if (!may.some(({ purpose, rows }) => purpose === 'safeguarding' && rows === 'any')) return null
  return desk.read(staff.id, { purpose: 'safeguarding', deed: 'openings.listed' }, async (scope) => {
    const breaks = (await glassBreaks(scope)).filter((it) => Temporal.Instant.compare(it.beganAt, since) >= 0)
    const [names, references] = await Promise.all([
      staffNames(scope, [...new Set(breaks.map((it) => it.staffId))]),
      caseReferences(scope, [...new Set(breaks.map((it) => it.caseId))]),
    ])
    return { breaks, names, references }
  })
}

type Names = ReadonlyMap<Id, string>

interface BrokenProps {
  readonly breaks: readonly GlassBreak[]
  readonly names: Names
  readonly references: Names
}

interface Shown {
  readonly openings: readonly OutsideOpening[]
  readonly names: Names
  readonly broken: BrokenProps | null
}

const gone = 'A colleague whose account has ended'

/** With a reason given beforehand, and somebody who looks at it afterwards. */
const Broken = ({ breaks, names, references }: BrokenProps) => (
  <>
    <h2 class="govuk-heading-m">For somebody’s safety</h2>
    {breaks.length === 0 ? (
      <p class="govuk-body">In the last 30 days, nobody opened a file that is not theirs because of a danger.</p>
    ) : (
      <ScrollArea label="Files opened for somebody’s safety">
        <Table
          caption="Files opened for somebody’s safety"
          captionClasses="govuk-visually-hidden"
          head={['Colleague', 'File', 'From', 'Until', 'Why', 'Looked at']}
          rows={breaks.map((it) => [
            <a class="govuk-link" href={`/office/break-glass/${it.id}`}>
              {names.get(it.staffId) ?? gone}
            </a>,
            references.get(it.caseId) ?? '',
            dateAndTime(it.beganAt),
            dateAndTime(it.endsAt),
            it.reason,
            it.reviewedBy ? 'Yes' : <Tag colour="red">Not yet</Tag>,
          ])}
        />
      </ScrollArea>
    )}
  </>
)

const Openings = (props: Shown) => (
  <>
    {props.broken && <Broken {...props.broken} />}
    <h2 class="govuk-heading-m">Others</h2>
    <p class="govuk-body">
      In the last 30 days, these colleagues looked into a file whose mediator they are not, and in which they have never
      done anything. There are good reasons for that, such as answering the telephone for somebody. Ask, before you
      think otherwise.
    </p>
    {props.openings.length === 0 ? (
      <p class="govuk-body">Nobody did.</p>
    ) : (
      <ScrollArea label="Files opened by others">
        <Table
          caption="Files opened by others"
          captionClasses="govuk-visually-hidden"
          head={['Colleague', 'File', { content: 'Times', format: 'numeric' }, 'Last']}
          rows={props.openings.map((it) => [
            <a class="govuk-link" href={`/office/records/staff/${it.actor}`}>
              {props.names.get(it.actor) ?? gone}
            </a>,
            <a class="govuk-link" href={`/office/records/files/${it.caseId}`}>
              {it.reference ?? 'A file that was destroyed'}
            </a>,
            { content: it.times, format: 'numeric' as const },
            dateAndTime(it.last),
          ])}
        />
      </ScrollArea>
    )}
  </>
)
