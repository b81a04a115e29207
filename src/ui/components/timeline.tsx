import { type Attributes, attrs, type Content, classNames, type Options } from './common.ts'

export type TimelineItem = Options<{
  title: Content
  /** Who did it. */
  by?: Content
  /** When, in words; `datetime` is the same as ISO text. */
  when: Content
  datetime: string
  content?: Content
  classes?: string
  attributes?: Attributes
}>
export type TimelineProps = Options<{
  items: readonly TimelineItem[]
  headingLevel?: 2 | 3 | 4
  classes?: string
  attributes?: Attributes
}>

/** What happened, latest first (MoJ Design System's timeline). */
export function Timeline({ items, headingLevel = 2, classes, attributes }: TimelineProps) {
  const Heading = `h${headingLevel}` as 'h2'
  return (
    <div class={classNames('moj-timeline', classes)} {...attrs(attributes)}>
      {items.map((item) => (
        <div class={classNames('moj-timeline__item', item.classes)} {...attrs(item.attributes)}>
          <div class="moj-timeline__header">
            <Heading class="moj-timeline__title">{item.title}</Heading>{' '}
            {item.by && <p class="moj-timeline__byline">by {item.by}</p>}
          </div>
          <p class="moj-timeline__date">
            <time datetime={item.datetime}>{item.when}</time>
          </p>
          {item.content && <div class="moj-timeline__description">{item.content}</div>}
        </div>
      ))}
    </div>
  )
}
