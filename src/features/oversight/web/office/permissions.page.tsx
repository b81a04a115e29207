import { type MatrixRow, type PermissionMatrix, permissionMatrix } from '../../../../policy/index.ts'
import { Details } from '../../../../ui/components/details.tsx'
import { ScrollArea } from '../../../../ui/components/scroll-area.tsx'
import { Table } from '../../../../ui/components/table.tsx'
import { oversightRoute } from './oversight-page.tsx'
import type { OversightTools } from './tools.ts'

/** Who may do what, for which purpose, as the database is told by the policy. */
export const permissionsPage = (tools: OversightTools) =>
  oversightRoute('/office/policy/permissions', async (request) => {
    const matrix = permissionMatrix(tools.policy, await tools.settingValues())
    const deed = { purpose: 'accountability', deed: 'policy.opened' } as const
    return request.desk.read(request.staff.id, deed, async () => ({
      title: 'Who may do what',
      back: { href: '/office/policy', text: 'Policy' },
      printable: true,
      body: <Permissions matrix={matrix} />,
    }))
  })

type Of = { readonly matrix: PermissionMatrix }

const Permissions = ({ matrix }: Of) => (
  <>
    <p class="govuk-body">
      Each role, and the reasons for which it may use people’s data. The database refuses what is not here. A dash means
      nothing.
    </p>
    <InForce matrix={matrix} />
    <h2 class="govuk-heading-m">What each reason uses</h2>
    <UsesTable rows={matrix.rows.filter((row) => !row.planned)} />
    <Planned matrix={matrix} />
  </>
)

function InForce({ matrix }: Of) {
  const columns = matrix.columns.filter((column) => !column.planned)
  return (
    <ScrollArea label="Roles and reasons">
      <Table
        caption="In force"
        captionClasses="govuk-table__caption--m"
        firstCellIsHeader
        head={['For', ...columns.map((column) => column.title)]}
        rows={matrix.rows
          .filter((row) => !row.planned)
          .map((row) => [row.title, ...columns.map((column) => wordsFor(row, column.role))])}
      />
    </ScrollArea>
  )
}

function wordsFor(row: MatrixRow, role: string): string {
  const cell = row.cells.find((it) => it.role === role)
  return cell && !cell.planned && cell.words !== '' ? cell.words : '–'
}

const UsesTable = ({ rows }: { readonly rows: readonly MatrixRow[] }) => (
  <ScrollArea label="What each reason uses">
    <Table
      caption="What each reason uses"
      captionClasses="govuk-visually-hidden"
      firstCellIsHeader
      head={['For', 'Reads', 'Writes', 'Destroys']}
      rows={rows.map((row) => [row.title, words(row.reads), words(row.writes), words(row.removes)])}
    />
  </ScrollArea>
)

const words = (titles: readonly string[]) => (titles.length === 0 ? '–' : titles.join('; '))

/** What stands in the policy and does nothing yet: it gets no right in the database. */
function Planned({ matrix }: Of) {
  const titleOf = new Map(matrix.columns.map((column) => [column.role, column.title]))
  const rows = matrix.rows.flatMap((row) =>
    row.cells
      .filter((cell) => cell.planned && cell.words !== '')
      .map((cell) => [row.title, titleOf.get(cell.role) ?? cell.role, cell.words]),
  )
  if (rows.length === 0) return null
  return (
    <Details summary="Planned: nobody can do this yet">
      <Table head={['For', 'Role', 'Will be able to']} rows={rows} />
    </Details>
  )
}
