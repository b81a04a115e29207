import { type Attributes, attrs, type Content, classNames, type Held, held, type Options } from './common.ts'

type CellExtra = {
  format?: 'numeric'
  colspan?: number
  rowspan?: number
  /** What the column is sorted by where the words would sort wrongly: a date as ISO text, an amount in pence. */
  sortValue?: string | number
}
export type TableCell = Held<CellExtra>
export type TableProps = Options<{
  rows: readonly (readonly TableCell[] | false | null | undefined)[]
  head?: readonly TableCell[]
  caption?: Content
  captionClasses?: string
  firstCellIsHeader?: boolean
  /** Lets the person sort by a column, once the page's script has run. */
  sortable?: boolean
  classes?: string
  attributes?: Attributes
}>

/** Rows of facts. Amounts and counts are `format: 'numeric'`. */
export function Table(props: TableProps) {
  const { rows, head, caption, captionClasses, firstCellIsHeader, sortable, classes, attributes } = props
  return (
    <table class={classNames('govuk-table', classes)} data-sortable={sortable ? '' : undefined} {...attrs(attributes)}>
      {caption && <caption class={classNames('govuk-table__caption', captionClasses)}>{caption}</caption>}
      {head && (
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">{head.map((cell) => headCell(cell))}</tr>
        </thead>
      )}
      <tbody class="govuk-table__body">
        {rows.map(
          (row) =>
            row && (
              <tr class="govuk-table__row">
                {row.map((cell, index) => (index === 0 && firstCellIsHeader ? rowHeader(cell) : bodyCell(cell)))}
              </tr>
            ),
        )}
      </tbody>
    </table>
  )
}

const read = (cell: TableCell) => {
  const options = held<CellExtra>(cell)
  const span = { colspan: options?.colspan, rowspan: options?.rowspan, 'data-sort-value': options?.sortValue }
  return { options, common: { ...span, ...attrs(options?.attributes) } }
}

function headCell(cell: TableCell) {
  const { options, common } = read(cell)
  const format = options?.format && `govuk-table__header--${options.format}`
  return (
    <th scope="col" class={classNames('govuk-table__header', format, options?.classes)} {...common}>
      {options?.content}
    </th>
  )
}

function rowHeader(cell: TableCell) {
  const { options, common } = read(cell)
  return (
    <th scope="row" class={classNames('govuk-table__header', options?.classes)} {...common}>
      {options?.content}
    </th>
  )
}

function bodyCell(cell: TableCell) {
  const { options, common } = read(cell)
  const format = options?.format && `govuk-table__cell--${options.format}`
  return (
    <td class={classNames('govuk-table__cell', format, options?.classes)} {...common}>
      {options?.content}
    </td>
  )
}
