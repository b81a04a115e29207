import type { Reply, Route, StaffRequest } from '../../../../platform/web/route.ts'
import { asStaff } from '../../../../platform/web/staff-request.ts'
import type { CompiledPolicy, CompiledStatistic } from '../../../../policy/compiled.ts'
import { suppressedCount } from '../../../../policy/index.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { BackLink } from '../../../../ui/components/back-link.tsx'
import { InsetText } from '../../../../ui/components/inset-text.tsx'
import { Table } from '../../../../ui/components/table.tsx'
import { type PageCount, pageCounts } from '../../data/page-counts.ts'

type Request = StaffRequest<PurposeKey>

/** How often the pages of the website were read (T36), for whoever writes them. */
export const pageCountRoutes = (policy: CompiledPolicy): Route<PurposeKey>[] => [
  {
    method: 'GET',
    path: '/office/settings/page-counts',
    area: 'office',
    purpose: 'administration',
    entry: 'purpose',
    handle: (request) => show(asStaff(request), policy),
  },
]

async function show(request: Request, policy: CompiledPolicy): Promise<Reply> {
  const rule = Object.values(policy.statistics).find((it) => it.from === 'website.counts')
  const body = rule ? <Counts rule={rule} counts={await countsOf(request, rule)} /> : <NotCounted />
  return {
    page: {
      title: 'Pages read',
      body: (
        <>
          <BackLink href="/office/settings">Settings</BackLink>
          <h1 class="govuk-heading-l">Pages read</h1>
          {body}
        </>
      ),
    },
  }
}

const countsOf = (request: Request, rule: CompiledStatistic) =>
  request.desk.read(request.staff.id, { purpose: 'administration', deed: 'page-counts.listed' }, (scope) =>
    pageCounts(scope, rule.cadence, request.today),
  )

const NotCounted = () => <InsetText>Your policy declares no count of pages, so nothing is counted.</InsetText>

function Counts({ rule, counts }: { readonly rule: CompiledStatistic; readonly counts: readonly PageCount[] }) {
  const spans = Map.groupBy(counts, (it) => it.from.toString())
  return (
    <>
      <p class="govuk-body">
        By people who agreed to be counted. Numbers under {rule.threshold} are hidden and the others are rounded to the
        nearest {rule.round}, as the policy says.
      </p>
      {counts.length === 0 && <InsetText>Counts appear here when the time they are made for has passed.</InsetText>}
      {[...spans.values()].map((rows) => (
        <Table
          caption={spanWords(rule.cadence, rows)}
          captionClasses="govuk-table__caption--m"
          head={['Page', { content: 'Read', format: 'numeric' }]}
          rows={rows.map((it) => [
            it.path,
            { content: suppressedCount(it.views, rule) ?? `under ${rule.threshold}`, format: 'numeric' },
          ])}
        />
      ))}
    </>
  )
}

const spanWords = (cadence: CompiledStatistic['cadence'], [first]: readonly PageCount[]): string => {
  if (!first) return ''
  if (cadence === 'yearly') return String(first.from.year)
  const month = first.from.toLocaleString('en-GB', { month: 'long', year: 'numeric' })
  return cadence === 'monthly' ? month : `Three months from ${month}`
}
