import { type Attributes, attrs, type Content, classNames, type Options } from './common.ts'

export type Breadcrumb = Options<{ content: Content; href?: string; attributes?: Attributes }>
export type BreadcrumbsProps = Options<{
  items: readonly Breadcrumb[]
  collapseOnMobile?: boolean
  labelText?: string
  classes?: string
  attributes?: Attributes
}>

/** Where this page stands. The last item without `href` is the page itself. */
export function Breadcrumbs(props: BreadcrumbsProps) {
  const { items, collapseOnMobile, labelText = 'Breadcrumb', classes, attributes } = props
  const collapse = collapseOnMobile && 'govuk-breadcrumbs--collapse-on-mobile'
  return (
    <nav class={classNames('govuk-breadcrumbs', classes, collapse)} {...attrs(attributes)} aria-label={labelText}>
      <ol class="govuk-breadcrumbs__list">
        {items.map((item) =>
          item.href ? (
            <li class="govuk-breadcrumbs__list-item">
              <a class="govuk-breadcrumbs__link" href={item.href} {...attrs(item.attributes)}>
                {item.content}
              </a>
            </li>
          ) : (
            <li class="govuk-breadcrumbs__list-item" aria-current="page">
              {item.content}
            </li>
          ),
        )}
      </ol>
    </nav>
  )
}
