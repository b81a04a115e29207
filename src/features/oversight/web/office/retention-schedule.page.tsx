import { retentionSchedule, type ScheduleRow } from '../../../../policy/index.ts'
import { Details } from '../../../../ui/components/details.tsx'
import { SummaryList } from '../../../../ui/components/summary-list.tsx'
import { oversightRoute } from './oversight-page.tsx'
import type { OversightTools } from './tools.ts'

/** What is kept for how long, counted from when, and why: everything that is ever destroyed by itself. */
export const retentionPage = (tools: OversightTools) =>
  oversightRoute('/office/policy/retention', async (request) => {
    const rows = retentionSchedule(tools.policy, await tools.settingValues())
    const deed = { purpose: 'accountability', deed: 'policy.opened' } as const
    return request.desk.read(request.staff.id, deed, async () => ({
      title: 'What is kept for how long',
      back: { href: '/office/policy', text: 'Policy' },
      printable: true,
      body: <Schedule rows={rows} />,
    }))
  })

const Schedule = ({ rows }: { readonly rows: readonly ScheduleRow[] }) => (
  <>
    <p class="govuk-body">
      When its time is over, each of these is shown to staff, checked once more, and destroyed. A hold keeps a file
      until it is lifted.
    </p>
    {rows
      .filter((row) => !row.planned)
      .map((row) => (
        <Rule row={row} />
      ))}
    {rows.some((row) => row.planned) && (
      <Details summary="Planned: nothing of this kind is kept yet">
        {rows
          .filter((row) => row.planned)
          .map((row) => (
            <Rule row={row} />
          ))}
      </Details>
    )}
  </>
)

const Rule = ({ row }: { readonly row: ScheduleRow }) => (
  <SummaryList
    card={{ title: { content: row.what } }}
    rows={[
      { key: 'Kept for', value: row.keptFor },
      { key: 'Counted from', value: row.countedFrom },
      { key: 'When it is opened again', value: row.reopening },
      { key: 'When no start was recorded', value: row.withoutStart },
      { key: 'Before it goes', value: row.waiting },
      { key: 'Why', value: row.why },
      { key: 'Rests on', value: row.source },
    ]}
  />
)
