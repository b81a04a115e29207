import { type TodayItem, TodayList } from '../../features/tasks/index.ts'
import type { Reply, Route, StaffRequest } from '../../platform/web/route.ts'
import type { PurposeKey } from '../../policy/vocabulary.ts'
import { Alert } from '../../ui/components/alert.tsx'
import { longDate } from '../../ui/dates.ts'

/** A part of Today, read in a scope of its own. Somebody whose role may not act for its purpose does not see that it is there. */
export interface TodayPart {
  readonly name: string
  readonly purpose: PurposeKey
  readonly title: string
  /** What would be here, and how it gets here. */
  readonly empty: string
  /** Leads to the whole list, where there is one. */
  readonly all?: { readonly href: string; readonly text: string }
  items(request: StaffRequest<PurposeKey>): Promise<readonly TodayItem[]>
}

type MayAct = (role: string, purpose: PurposeKey) => boolean

/** Today: what waits for the person who is signed in, and nothing else. Of parts with one name the first that they may see is shown. */
export const todayRoute = (parts: readonly TodayPart[], mayAct: MayAct): Route<PurposeKey> => ({
  method: 'GET',
  path: '/office/today',
  area: 'office',
  // Every member of staff may act for it, on their own account; what Today shows is read by its parts.
  purpose: 'staffAccounts',
  entry: 'staff',
  handle: async (request): Promise<Reply> => {
    const { staff } = request
    if (!staff) return { notFound: true }
    const allowed = parts.filter((part) => mayAct(staff.role, part.purpose))
    const own = allowed.filter((part, index) => allowed.findIndex((it) => it.name === part.name) === index)
    const desk = request.desk.gathering()
    const read = await Promise.all(
      own.map(async (part) => ({ part, items: byUrgency(await part.items({ ...request, staff, desk })) })),
    )
    const body = <Today read={read} name={staff.name} today={request.today} done={request.query.done === 'task'} />
    return { page: { title: 'Today', body } }
  },
})

/** The bare address of the office, which people type. */
export const officeRoute: Route<PurposeKey> = {
  method: 'GET',
  path: '/office',
  area: 'office',
  purpose: 'staffAccounts',
  entry: 'staff',
  handle: async () => ({ redirect: '/office/today' }),
}

/** What is urgent first; otherwise as the part gave them. */
const byUrgency = (items: readonly TodayItem[]): TodayItem[] =>
  items.toSorted((one, other) => Number(other.urgent) - Number(one.urgent))

interface ReadPart {
  readonly part: TodayPart
  readonly items: readonly TodayItem[]
}

/** Parts with something urgent first, then those with anything, each group in the order of the parts. */
const rank = ({ items }: ReadPart): number => (items.some((it) => it.urgent) ? 0 : items.length > 0 ? 1 : 2)

export function Today(props: {
  readonly read: readonly ReadPart[]
  readonly name: string
  readonly today: Temporal.PlainDate
  readonly done: boolean
}) {
  const sorted = props.read.toSorted((one, other) => rank(one) - rank(other))
  const waiting = sorted.filter((it) => it.items.length > 0)
  const quiet = sorted.filter((it) => it.items.length === 0)
  return (
    <>
      {props.done && <Alert variant="success" title="Marked as done" role="status" />}
      <span class="govuk-caption-l">{longDate(props.today)}</span>
      <h1 class="govuk-heading-l">{waiting.length === 0 ? `Nothing waits for you, ${props.name}` : 'Today'}</h1>
      {waiting.map((it) => (
        <WaitingPart {...it} />
      ))}
      {quiet.length > 0 && <QuietParts quiet={quiet} heading={waiting.length > 0} />}
    </>
  )
}

const WaitingPart = ({ part, items }: ReadPart) => (
  <section aria-labelledby={`part-${part.name}`}>
    <h2 class="govuk-heading-m" id={`part-${part.name}`}>
      {part.title}
    </h2>
    <TodayList items={items} />
    {part.all && (
      <p class="govuk-body">
        <a class="govuk-link" href={part.all.href}>
          {part.all.text}
        </a>
      </p>
    )}
  </section>
)

const QuietParts = ({ quiet, heading }: { readonly quiet: readonly ReadPart[]; readonly heading: boolean }) => (
  <section aria-labelledby="quiet">
    <h2 class={heading ? 'govuk-heading-m' : 'govuk-visually-hidden'} id="quiet">
      Nothing else waits
    </h2>
    <dl class="govuk-summary-list govuk-summary-list--no-border">
      {quiet.map(({ part }) => (
        <div class="govuk-summary-list__row">
          <dt class="govuk-summary-list__key">{part.title}</dt>
          <dd class="govuk-summary-list__value">{part.empty}</dd>
        </div>
      ))}
    </dl>
  </section>
)
