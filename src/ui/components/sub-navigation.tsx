import { type Attributes, attrs, type Content, classNames, type Options } from './common.ts'

export type SubNavigationItem = Options<{ content: Content; href: string; active?: boolean; attributes?: Attributes }>
export type SubNavigationProps = Options<{
  label: string
  items: readonly (SubNavigationItem | false | null | undefined)[]
  classes?: string
  attributes?: Attributes
}>

/** The parts of one thing, a case say, as links across the page (MoJ Design System's sub navigation). */
export const SubNavigation = ({ label, items, classes, attributes }: SubNavigationProps) => (
  <nav class={classNames('moj-sub-navigation', classes)} aria-label={label} {...attrs(attributes)}>
    <ul class="moj-sub-navigation__list">
      {items.map(
        (item) =>
          item && (
            <li class="moj-sub-navigation__item">
              <a
                class="moj-sub-navigation__link"
                aria-current={item.active ? 'page' : undefined}
                href={item.href}
                {...attrs(item.attributes)}
              >
                {item.content}
              </a>
            </li>
          ),
      )}
    </ul>
  </nav>
)
