import { Table, type TableCell } from '../../../../ui/components/table.tsx'
import type { RetentionOverview } from './retention-reads.ts'

/** How many files end in each year to come: a table, and beside each number a bar of its length. */
export function YearsTable({ years }: { readonly years: RetentionOverview['years'] }) {
  const all = [...new Set([...years.case.keys(), ...years.enquiry.keys()])].toSorted((a, b) => a - b)
  if (all.length === 0) return <p class="govuk-body">Nothing that is closed is kept.</p>
  const most = Math.max(...all.map((year) => years.case.get(year) ?? 0), 1)
  return (
    <Table
      firstCellIsHeader
      head={[
        'Year',
        { content: 'Cases', format: 'numeric' },
        { content: <span class="govuk-visually-hidden">Cases as a bar</span> },
        { content: 'Enquiries', format: 'numeric' },
      ]}
      rows={all.map((year): TableCell[] => {
        const cases = years.case.get(year) ?? 0
        return [
          String(year),
          { content: String(cases), format: 'numeric' },
          <meter min={0} max={most} value={cases} aria-hidden="true" />,
          { content: String(years.enquiry.get(year) ?? 0), format: 'numeric' },
        ]
      })}
    />
  )
}
