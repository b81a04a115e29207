import { Badge } from '../../../../ui/components/badge.tsx'
import type { Content } from '../../../../ui/components/common.ts'

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
  /** What to mind in doing it, a line each. */
  readonly notes?: readonly string[] | undefined
  /** What can be done from here. */
  readonly act?: Content
}

/** What waits for a person, in the order in which it came. */
export const TodayList = ({ items }: { readonly items: readonly TodayItem[] }) => (
  <ul class="ev-today">
    {items.map((item) => (
      <li class="ev-today__item">
        <span class="ev-today__what">
          {item.href ? (
            <a class="govuk-link" href={item.href}>
              {item.words}
            </a>
          ) : (
            item.words
          )}
        </span>{' '}
        <span class="ev-today__about">{item.about}</span>{' '}
        <span class="ev-today__when">{item.urgent ? <Badge colour="red">{item.when}</Badge> : item.when}</span>
        <div class="ev-today__act">{item.act}</div>
        {item.notes && item.notes.length > 0 && (
          <ul class="ev-today__notes">
            {item.notes.map((note) => (
              <li>{note}</li>
            ))}
          </ul>
        )}
      </li>
    ))}
  </ul>
)
