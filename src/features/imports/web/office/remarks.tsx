import { Pagination } from '../../../../ui/components/pagination.tsx'
import { ScrollArea } from '../../../../ui/components/scroll-area.tsx'
import { Table } from '../../../../ui/components/table.tsx'
import type { Remark } from '../../domain/sheet.ts'

/** As many as one reads at a time. */
export const onePage = 50

/** Problems or notes by row, as many as fit on a page. `address` is where the other pages are; null where there are none. */
export const Remarks = (props: {
  readonly id: string
  readonly title: string
  readonly remarks: readonly Remark[]
  readonly page: number
  readonly address: string | null
}) => {
  const { id, title, remarks, page, address } = props
  const shown = remarks.slice((page - 1) * onePage, page * onePage)
  return (
    <>
      <h2 class="govuk-heading-m" id={id}>
        {title}
      </h2>
      {shown.length > 0 && (
        <ScrollArea label={title}>
          <Table
            head={['Row', 'Column', 'What to know', 'What stands there']}
            rows={shown.map((it) => [
              { content: String(it.row), format: 'numeric' },
              it.heading ?? 'The whole row',
              it.words,
              it.value.length > 100 ? `${it.value.slice(0, 100)}…` : it.value,
            ])}
          />
        </ScrollArea>
      )}
      {address && <Pages page={page} pages={Math.ceil(remarks.length / onePage)} address={address} of={title} />}
    </>
  )
}

export const Pages = (props: {
  readonly page: number
  readonly pages: number
  readonly address: string
  readonly of: string
}) => {
  const { page, pages, address } = props
  if (pages < 2) return null
  const link = (to: number) => ({ href: `${address}?page=${to}`, labelText: `${to} of ${pages}` })
  return (
    <Pagination
      landmarkLabel={`Pages: ${props.of}`}
      {...(page > 1 ? { previous: link(page - 1) } : {})}
      {...(page < pages ? { next: link(page + 1) } : {})}
    />
  )
}
