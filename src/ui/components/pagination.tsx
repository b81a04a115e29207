import { type Attributes, attrs, type Content, classNames, isEmpty, type Options } from './common.ts'

export type PageLink = Options<{ href: string; content?: Content; labelText?: string; attributes?: Attributes }>
export type PageItem =
  | Options<{
      number: string | number
      href: string
      current?: boolean
      visuallyHiddenText?: string
      attributes?: Attributes
    }>
  | { readonly ellipsis: true }
export type PaginationProps = Options<{
  previous?: PageLink
  next?: PageLink
  items?: readonly (PageItem | false | null | undefined)[]
  landmarkLabel?: string
  classes?: string
  attributes?: Attributes
}>

/** The way to the pages before and after. */
export function Pagination(props: PaginationProps) {
  const { previous, next, items, landmarkLabel = 'Pagination', classes, attributes } = props
  const block = !items && Boolean(next || previous)
  return (
    <nav
      class={classNames('govuk-pagination', block && 'govuk-pagination--block', classes)}
      aria-label={landmarkLabel}
      {...attrs(attributes)}
    >
      {previous && <ArrowLink link={previous} type="prev" block={block} />}
      {items && <ul class="govuk-pagination__list">{items.map((item) => item && <Page item={item} />)}</ul>}
      {next && <ArrowLink link={next} type="next" block={block} />}
    </nav>
  )
}

function Page({ item }: { readonly item: PageItem }) {
  if ('ellipsis' in item) return <li class="govuk-pagination__item govuk-pagination__item--ellipsis">⋯</li>
  return (
    <li class={classNames('govuk-pagination__item', item.current && 'govuk-pagination__item--current')}>
      <a
        class="govuk-link govuk-pagination__link"
        href={item.href}
        aria-label={item.visuallyHiddenText ?? `Page ${item.number}`}
        aria-current={item.current ? 'page' : undefined}
        {...attrs(item.attributes)}
      >
        {item.number}
      </a>
    </li>
  )
}

type ArrowLinkProps = { readonly link: PageLink; readonly type: 'prev' | 'next'; readonly block: boolean }

function ArrowLink({ link, type, block }: ArrowLinkProps) {
  const { labelText } = link
  const words = isEmpty(link.content) ? standardWords[type] : link.content
  const decorated = block && !labelText && 'govuk-pagination__link-title--decorated'
  return (
    <div class={`govuk-pagination__${type}`}>
      <a class="govuk-link govuk-pagination__link" href={link.href} rel={type} {...attrs(link.attributes)}>
        {(block || type === 'prev') && <Arrow type={type} />}
        <span class={classNames('govuk-pagination__link-title', decorated)}>{words}</span>
        {labelText && block && (
          <>
            {' '}
            <span class="govuk-visually-hidden">:</span> <span class="govuk-pagination__link-label">{labelText}</span>
          </>
        )}
        {!block && type === 'next' && <Arrow type={type} />}
      </a>
    </div>
  )
}

const page = <span class="govuk-visually-hidden"> page</span>
const standardWords = { prev: <>Previous{page}</>, next: <>Next{page}</> }

const shapes = {
  prev: 'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z',
  next: 'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z',
}

const Arrow = ({ type }: { readonly type: 'prev' | 'next' }) => (
  <svg
    class={`govuk-pagination__icon govuk-pagination__icon--${type}`}
    xmlns="http://www.w3.org/2000/svg"
    height="13"
    width="15"
    aria-hidden="true"
    focusable="false"
    viewBox="0 0 15 13"
  >
    <path d={shapes[type]} />
  </svg>
)
