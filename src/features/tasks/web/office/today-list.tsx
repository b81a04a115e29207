import { Badge } from '../../../../ui/components/badge.tsx'
import type { Content } from '../../../../ui/components/common.ts'
import { ScrollArea } from '../../../../ui/components/scroll-area.tsx'
import { Table, type TableCell } from '../../../../ui/components/table.tsx'

/** One thing that waits, wherever it comes from. */
export interface TodayItem {
  /** What there is to do, in a few words; the link to where it is done. */
  readonly words: string
  readonly href: string | null
  /** What it is about: a reference or a name, never more than the list's purpose may read. */
  readonly about?: string | undefined
  /** Since when, by when or at what time. */
  readonly when: string
  /** Should be done before the others: late, or due today. */
  readonly urgent: boolean
  /** What can be done from here. */
  readonly act?: Content
}

const hidden = (words: string) => <span class="govuk-visually-hidden">{words}</span>

/** What waits for a person, in the order in which it came. `title` is for those who hear the page. */
export const TodayList = ({ title, items }: { readonly title: string; readonly items: readonly TodayItem[] }) => (
  <ScrollArea label={title}>
    <Table
      caption={title}
      captionClasses="govuk-visually-hidden"
      head={['What', 'About', 'When', items.some((it) => it.act) && { content: hidden('What you can do') }].filter(
        isCell,
      )}
      rows={items.map((item) =>
        row(
          item,
          items.some((it) => it.act),
        ),
      )}
    />
  </ScrollArea>
)

const isCell = (cell: TableCell | false): cell is TableCell => cell !== false

const row = (item: TodayItem, withActs: boolean): readonly TableCell[] => [
  item.href ? (
    <a class="govuk-link" href={item.href}>
      {item.words}
    </a>
  ) : (
    item.words
  ),
  item.about ?? '',
  item.urgent ? <Badge colour="red">{item.when}</Badge> : item.when,
  ...(withActs ? [item.act ?? ''] : []),
]
