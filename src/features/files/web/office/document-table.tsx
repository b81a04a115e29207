import { InsetText } from '../../../../ui/components/inset-text.tsx'
import { ScrollArea } from '../../../../ui/components/scroll-area.tsx'
import { Table } from '../../../../ui/components/table.tsx'
import { Tag, type TagColour } from '../../../../ui/components/tag.tsx'
import { londonDay, shortDate } from '../../../../ui/dates.ts'
import type { CaseDocument } from '../../data/file-reads.ts'
import { QualityTag, ZoneMark, type ZoneNames } from './zone-parts.tsx'

const states: Readonly<Record<CaseDocument['status'], { readonly words: string; readonly colour: TagColour }>> = {
  quarantined: { words: 'Held back: look at it', colour: 'orange' },
  released: { words: 'In the file', colour: 'green' },
  refused: { words: 'Refused', colour: 'grey' },
}

export const StateTag = ({ status }: { readonly status: CaseDocument['status'] }) => (
  <Tag colour={states[status].colour}>{states[status].words}</Tag>
)

/** Documents in a table: what, whose, of which legal quality, whether it can be opened. */
export function DocumentTable(props: {
  readonly documents: readonly CaseDocument[]
  readonly names: ZoneNames
  readonly today: Temporal.PlainDate
}) {
  if (props.documents.length === 0) return <InsetText>No documents yet. Attach one, or issue a certificate.</InsetText>
  return (
    <ScrollArea label="Documents">
      <Table
        caption="Documents, newest first"
        captionClasses="govuk-visually-hidden"
        sortable
        head={['Document', 'Whose', 'Legal quality', 'Added', 'State']}
        rows={props.documents.map((it) => [
          {
            content: (
              <a class="govuk-link" href={`/office/files/${it.id}`}>
                {it.name}
              </a>
            ),
          },
          { content: <ZoneMark zone={it.zone} names={props.names} /> },
          { content: <QualityTag quality={it.legalQuality} /> },
          { content: shortDate(londonDay(it.addedAt), props.today), sortValue: it.addedAt.toString() },
          { content: <StateTag status={it.status} /> },
        ])}
      />
    </ScrollArea>
  )
}
