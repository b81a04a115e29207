import type { Scope } from '../../../../platform/database/desk.ts'
import type { Panel } from '../../../../platform/web/route.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { InsetText } from '../../../../ui/components/inset-text.tsx'
import { ScrollArea } from '../../../../ui/components/scroll-area.tsx'
import { Table, type TableCell } from '../../../../ui/components/table.tsx'
import { Tag } from '../../../../ui/components/tag.tsx'
import { londonDay, shortDate } from '../../../../ui/dates.ts'
import type { Id } from '../../../../values/ids.ts'
import type { Appointment } from '../../../bookings/index.ts'
import { caseHead, partiesOf, zoneNames } from '../../../cases/index.ts'
import { type LegalQuality, QualityTag, type Zone, ZoneMark, type ZoneNames, zonePath } from '../../../files/index.ts'
import { certificatesOf } from '../../data/certificates.ts'
import { miamsOf } from '../../data/miam-reads.ts'
import { sessionsOf, summariesOf } from '../../data/session-reads.ts'
import { meetingsBegun, unwritten } from '../../data/unwritten.ts'
import { suitableWords, wayWords } from '../../domain/words.ts'
import { CorrectLink, GoodUntil } from './certificate.page.tsx'

/** A row of a panel; `appointmentId` of the meeting that it records. */
interface Listed {
  readonly id: Id
  readonly appointmentId?: Id | null
}

interface PanelParts<Row extends Listed> {
  readonly name: string
  readonly title: string
  readonly deed: string
  readonly read: (scope: Scope, caseId: Id) => Promise<Row[]>
  /** Of which meetings a record is to be written. */
  readonly recorded?: Appointment['kind']
  readonly head: readonly string[]
  readonly cells: (row: Row, names: ZoneNames, today: Temporal.PlainDate) => TableCell[]
  readonly empty: string
  /** What can be added while the case is live: words and the end of an address. */
  readonly add: readonly (readonly [string, string])[]
}

/** A part of the case page: a table of what is there, and what can be added. */
const tablePanel = <Row extends Listed>(parts: PanelParts<Row>): Panel<PurposeKey> => ({
  name: parts.name,
  area: 'office',
  purpose: 'mediation',
  show: async (request, caseId) => {
    const deed = { purpose: 'mediation', deed: parts.deed, caseId } as const
    const found = await request.desk.read(request.staff.id, deed, async (scope) => {
      const [rows, meetings, parties, head] = await Promise.all([
        parts.read(scope, caseId),
        parts.recorded ? meetingsBegun(scope, caseId, parts.recorded) : [],
        partiesOf(scope, caseId),
        caseHead(scope, caseId),
      ])
      return { rows, waiting: unwritten(meetings, rows), names: zoneNames(parties), head }
    })
    return (
      <>
        <h2 class="govuk-heading-m">{parts.title}</h2>
        {found.rows.length === 0 ? (
          <InsetText>{parts.empty}</InsetText>
        ) : (
          <ScrollArea label={`Table: ${parts.title}`}>
            <Table
              caption={`${parts.title}, newest first`}
              captionClasses="govuk-visually-hidden"
              head={parts.head}
              rows={found.rows.map((row) => parts.cells(row, found.names, request.today))}
            />
          </ScrollArea>
        )}
        {found.head?.status === 'live' && found.waiting.length + parts.add.length > 0 && (
          <ul class="govuk-list">
            {found.waiting.map((it) => (
              <li>
                <WriteUp appointment={it} names={found.names} today={request.today} />
              </li>
            ))}
            {parts.add.map(([words, path]) => (
              <li>
                <a class="govuk-link" href={`/office/cases/${caseId}/${path}`}>
                  {words}
                </a>
              </li>
            ))}
          </ul>
        )}
      </>
    )
  },
})

/** The way from a meeting that was held to its record, with its day. */
function WriteUp(props: {
  readonly appointment: Appointment
  readonly names: ZoneNames
  readonly today: Temporal.PlainDate
}) {
  const { id, caseId, kind, zone, startsAt } = props.appointment
  const day = londonDay(startsAt)
  const form = kind === 'miam' ? `miams/new/${zonePath(zone)}` : 'sessions/new'
  const whose = zone === 'both' ? '' : ` of ${zone === 'A' ? props.names.a : props.names.b}`
  return (
    <a class="govuk-link" href={`/office/cases/${caseId}/${form}?appointment=${id}&held=${day}`}>
      Write up the {kind === 'miam' ? 'MIAM' : 'session'}
      {whose} on {shortDate(day, props.today)}
    </a>
  )
}

const link = (href: string, words: string): TableCell => ({
  content: (
    <a class="govuk-link" href={href}>
      {words}
    </a>
  ),
})

const zoneAndQuality = (row: { zone: Zone; legalQuality: LegalQuality }, names: ZoneNames): TableCell[] => [
  { content: <ZoneMark zone={row.zone} names={names} /> },
  { content: <QualityTag quality={row.legalQuality} /> },
]

export const miamsPanel = tablePanel({
  name: 'miams',
  title: 'MIAMs',
  deed: 'miam.listed',
  read: miamsOf,
  recorded: 'miam',
  head: ['Held', 'Whose', 'Legal quality', 'Suitability'],
  cells: (miam, names, today) => [
    link(`/office/miams/${miam.id}`, shortDate(miam.heldOn, today)),
    ...zoneAndQuality(miam, names),
    suitableWords[miam.suitable],
  ],
  empty: 'No MIAM has been recorded yet.',
  add: [['Record a MIAM', 'miams/new']],
})

/** Sessions and summaries in one list, by the day on which they were held or written. */
const readSessions = async (scope: Scope, caseId: Id) => {
  const [held, written] = await Promise.all([sessionsOf(scope, caseId), summariesOf(scope, caseId)])
  const sessions = held.map((it) => {
    return { ...it, kind: 'sessions', on: it.heldOn, what: `Session: ${wayWords[it.way]}` } as const
  })
  const summaries = written.map((it) => {
    return { ...it, appointmentId: null, kind: 'summaries', on: londonDay(it.recordedAt), what: 'Summary' } as const
  })
  return [...sessions, ...summaries].toSorted((one, other) => Temporal.PlainDate.compare(other.on, one.on))
}

export const sessionsPanel = tablePanel({
  name: 'sessions',
  title: 'Sessions and summaries',
  deed: 'session.listed',
  read: readSessions,
  recorded: 'session',
  head: ['Day', 'What', 'Whose', 'Legal quality'],
  cells: (it, names, today) => [
    link(`/office/${it.kind}/${it.id}`, shortDate(it.on, today)),
    it.what,
    ...zoneAndQuality(it, names),
  ],
  empty: 'No session has been recorded yet.',
  add: [
    ['Record a session', 'sessions/new'],
    ['Write a summary', 'summaries/new'],
  ],
})

export const certificatesPanel = tablePanel({
  name: 'certificates',
  title: 'Certificates',
  deed: 'certificate.listed',
  read: certificatesOf,
  head: ['Certificate', 'Whose', 'Legal quality', 'Meeting held', 'Good until', 'If it is wrong'],
  cells: (it, names, today) => [
    link(`/office/files/${it.fileId}`, `MIAM certificate ${it.number}`),
    ...zoneAndQuality({ ...it, legalQuality: 'open' }, names),
    shortDate(it.heldOn, today),
    {
      content: it.supersededBy ? (
        <Tag colour="grey">Superseded by {it.supersededBy}</Tag>
      ) : (
        <GoodUntil until={it.validUntil} today={today} />
      ),
    },
    { content: it.supersededBy ? (it.correctionReason ?? '') : <CorrectLink certificate={it} /> },
  ],
  empty: 'No certificate has been issued. It is issued from the page of a MIAM.',
  add: [],
})
