import {
  type Attributes,
  attrs,
  type Content,
  classNames,
  type Held,
  type HeldOptions,
  held,
  type Options,
} from './common.ts'

export type SummaryAction = Options<{
  href: string
  content: Content
  /** What the action is for, read out after its word: "Change" + "name". */
  visuallyHiddenText?: string
  classes?: string
  attributes?: Attributes
}>
export type SummaryActions = Options<{ items?: readonly SummaryAction[]; classes?: string }>
export type SummaryRow = Options<{ key: Held; value: Held; actions?: SummaryActions; classes?: string }>
export type SummaryCard = Options<{
  title?: HeldOptions<{ headingLevel?: 1 | 2 | 3 | 4 | 5 | 6 }>
  actions?: SummaryActions
  classes?: string
  attributes?: Attributes
}>
export type SummaryListProps = Options<{
  rows: readonly (SummaryRow | false | null | undefined)[]
  card?: SummaryCard
  classes?: string
  attributes?: Attributes
}>

/** Facts as name and value, each with what can be done about it. */
export function SummaryList({ rows, card, classes, attributes }: SummaryListProps) {
  const anyActions = rows.some((row) => row && Boolean(row.actions?.items?.length))
  const list = (
    <dl class={classNames('govuk-summary-list', classes)} {...attrs(attributes)}>
      {rows.map((row) => row && <Row row={row} anyActions={anyActions} cardTitle={card?.title?.content} />)}
    </dl>
  )
  return card ? <Card card={card}>{list}</Card> : list
}

type RowProps = { readonly row: SummaryRow; readonly anyActions: boolean; readonly cardTitle: Content }

function Row({ row, anyActions, cardTitle }: RowProps) {
  const key = held(row.key)
  const value = held(row.value)
  const without = anyActions && !row.actions?.items && 'govuk-summary-list__row--no-actions'
  return (
    <div class={classNames('govuk-summary-list__row', without, row.classes)}>
      <dt class={classNames('govuk-summary-list__key', key?.classes)} {...attrs(key?.attributes)}>
        {key?.content}
      </dt>
      <dd class={classNames('govuk-summary-list__value', value?.classes)} {...attrs(value?.attributes)}>
        {value?.content}
      </dd>
      <RowActions actions={row.actions} cardTitle={cardTitle} />
    </div>
  )
}

function RowActions({
  actions,
  cardTitle,
}: {
  readonly actions: SummaryActions | undefined
  readonly cardTitle: Content
}) {
  const items = actions?.items ?? []
  if (items.length === 0) return null
  return (
    <dd class={classNames('govuk-summary-list__actions', actions?.classes)}>
      {items.length === 1 ? (
        items.map((item) => <ActionLink action={item} cardTitle={cardTitle} />)
      ) : (
        <ul class="govuk-summary-list__actions-list">
          {items.map((item) => (
            <li class="govuk-summary-list__actions-list-item">
              <ActionLink action={item} cardTitle={cardTitle} />
            </li>
          ))}
        </ul>
      )}
    </dd>
  )
}

function ActionLink({ action, cardTitle }: { readonly action: SummaryAction; readonly cardTitle: Content }) {
  const { href, content, visuallyHiddenText, classes, attributes } = action
  return (
    <a class={classNames('govuk-link', classes)} href={href} {...attrs(attributes)}>
      {content}
      {(visuallyHiddenText || cardTitle) && (
        <span class="govuk-visually-hidden">
          {visuallyHiddenText && ` ${visuallyHiddenText}`}
          {cardTitle && [' (', cardTitle, ')']}
        </span>
      )}
    </a>
  )
}

function Card({ card, children }: { readonly card: SummaryCard; readonly children: Content }) {
  const { title, actions } = card
  const Heading = `h${title?.headingLevel ?? 2}` as 'h2'
  const items = actions?.items ?? []
  const link = (item: SummaryAction) => <ActionLink action={item} cardTitle={title?.content} />
  return (
    <div class={classNames('govuk-summary-card', card.classes)} {...attrs(card.attributes)}>
      <div class="govuk-summary-card__title-wrapper">
        {title && <Heading class={classNames('govuk-summary-card__title', title.classes)}>{title.content}</Heading>}
        {items.length === 1 && (
          <div class={classNames('govuk-summary-card__actions', actions?.classes)}>{items.map(link)}</div>
        )}
        {items.length > 1 && (
          <ul class={classNames('govuk-summary-card__actions', actions?.classes)}>
            {items.map((item) => (
              <li class="govuk-summary-card__action">{link(item)}</li>
            ))}
          </ul>
        )}
      </div>
      <div class="govuk-summary-card__content">{children}</div>
    </div>
  )
}
