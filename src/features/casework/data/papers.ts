import type { Scope } from '../../../platform/database/desk.ts'
import { question } from '../../../platform/database/question.ts'
import { type Id, newId } from '../../../values/ids.ts'

/** A folder of a case, with the label that is on its cover. */
export interface PaperFile {
  readonly id: Id
  readonly caseId: Id
  readonly label: string
}

/** Where a folder went: into a place, to a colleague, or nobody knows where. */
export interface Movement {
  readonly paperId: Id
  readonly kind: 'put_away' | 'taken' | 'missing'
  readonly place: string
  readonly holder: Id | null
  readonly holderName: string | null
  readonly author: Id
  readonly authorName: string | null
  readonly at: Temporal.Instant
}

const papers = ({ queries }: Pick<Scope, 'queries'>) =>
  queries.selectFrom('paper_file').select(['id', 'case_id', 'label'])
const ofRow = (row: { id: Id; case_id: Id; label: string }): PaperFile => ({
  id: row.id,
  caseId: row.case_id,
  label: row.label,
})

const newestFirst = question(
  (queries, { caseId, limit }: { readonly caseId: Id | undefined; readonly limit: number }) =>
    papers({ queries })
      .$if(caseId !== undefined, (query) => query.where('case_id', '=', caseId as Id))
      .orderBy('made_at', 'desc')
      .orderBy('label')
      .limit(limit),
)

/** Folders, the newest label first: of one case, or of all that the scope may see. */
export async function papersOf(scope: Scope, caseId: Id | null, limit = 500): Promise<PaperFile[]> {
  const rows = await newestFirst(scope, { caseId: caseId ?? undefined, limit })
  return rows.map(ofRow)
}

export async function paperOf(scope: Scope, id: Id): Promise<PaperFile | null> {
  const row = await papers(scope).where('id', '=', id).executeTakeFirst()
  return row ? ofRow(row) : null
}

/** The folder with a label, as it was scanned or typed. */
export async function paperOfLabel(scope: Scope, label: string): Promise<PaperFile | null> {
  const row = await papers(scope).where('label', '=', label.trim().toUpperCase()).executeTakeFirst()
  return row ? ofRow(row) : null
}

/** Where some folders went, the latest first. */
export async function movementsOf(scope: Scope, ids: readonly Id[]): Promise<Movement[]> {
  if (ids.length === 0) return []
  return (await movements(scope).where('paper_id', 'in', ids).execute()).map(ofMovement)
}

/** Where the folders of a case went, the latest first. */
export const movementsInCase = async (scope: Scope, caseId: Id): Promise<Movement[]> =>
  (await movementsOfCase(scope, { caseId })).map(ofMovement)

const movementsOfCase = question((queries, { caseId }: { readonly caseId: Id }) =>
  movements({ queries }).where('paper_movement.case_id', '=', caseId),
)

const movements = ({ queries }: Pick<Scope, 'queries'>) =>
  queries
    .selectFrom('paper_movement')
    .leftJoin('staff as holding', 'holding.id', 'paper_movement.holder')
    .leftJoin('staff as writing', 'writing.id', 'paper_movement.author')
    .select(['paper_id', 'kind', 'place', 'holder', 'author', 'moved_at'])
    .select(['holding.name as holder_name', 'writing.name as author_name'])
    .orderBy('turn', 'desc')

type MovementRow = Awaited<ReturnType<ReturnType<typeof movements>['executeTakeFirstOrThrow']>>

const ofMovement = (row: MovementRow): Movement => ({
  ...{ paperId: row.paper_id, kind: row.kind, place: row.place, at: row.moved_at },
  ...{ holder: row.holder, holderName: row.holder_name, author: row.author, authorName: row.author_name },
})

/** Adds a folder with the next number of its case. */
export async function addPaper(scope: Scope, caseId: Id, reference: string): Promise<Id> {
  const made = await papersOf(scope, caseId)
  const id = newId()
  const label = `${reference}/${made.length + 1}`
  await scope.queries.insertInto('paper_file').values({ id, case_id: caseId, label }).execute()
  return id
}

export async function addMovement(
  scope: Scope,
  moved: Pick<Movement, 'paperId' | 'kind' | 'place' | 'holder'> & { readonly caseId: Id },
): Promise<void> {
  await scope.queries
    .insertInto('paper_movement')
    .values({
      id: newId(),
      paper_id: moved.paperId,
      case_id: moved.caseId,
      kind: moved.kind,
      place: moved.place,
      holder: moved.holder,
    })
    .execute()
}
