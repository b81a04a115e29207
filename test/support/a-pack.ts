import { beginPack, decideItem, findReady, releasePack } from '../../src/features/access-packs/index.ts'
import { type Id, newId } from '../../src/values/ids.ts'
import { undoubted } from './a-request.ts'
import type { WholeService } from './whole-service.ts'

/** A request whose answer was collected, with a text of the person’s to read; answers the request. */
export async function aCollectedPack(whole: WholeService, actor: Id, of: Id): Promise<Id> {
  const requestId = await undoubted(whole.db, actor, of, 'access')
  if (!(await beginPack(whole.db.desk.office, actor, { key: newId(), requestId })).done) throw new Error('no pack')
  await whole.runJobs()
  return requestId
}

export const weighed = {
  nature: 'own_words',
  confidence: 'none',
  steps: 'not_safe',
  able: 'not_known',
  refused: 'not_asked',
}

/** Says of everything that waits to be read that it goes, as it was marked. */
export async function readAll({ db }: WholeService, actor: Id, requestId: Id): Promise<void> {
  const waiting = await db.look<{ id: Id }>(
    `SELECT i.id FROM ev.pack_item i JOIN ev.access_pack k ON k.id = i.pack_id
      WHERE k.request_id = $1 AND i.course = 'to_review' AND i.decision IS NULL`,
    [requestId],
  )
  const common = { requestId, decision: 'given', out: [], more: [], considered: weighed, alike: false } as const
  for (const { id } of waiting) {
    const decision = { ...common, key: newId(), itemId: id, health: 'none', opinion: null } as const
    if (!(await decideItem(db.desk.office, actor, decision)).done) throw new Error('not decided')
  }
}

/** How long it is good, and as whom the service writes. */
export const letting = {
  goodFor: 'P30D',
  voice: async () => ({ name: 'Test Service', telephone: '01632 960 001', email: 'office@service.example' }),
}

/** Two colleagues let a pack go of which everything was read; answers it. */
export async function letGo({ db }: WholeService, by: readonly [Id, Id], requestId: Id): Promise<Id> {
  const [first, second] = by
  await findReady(db.desk.office, first, { key: newId(), requestId })
  const gone = await releasePack(db.desk.office, letting, second, { key: newId(), requestId })
  if (!gone.done) throw new Error(`not let go: ${gone.reason}`)
  return gone.value.packId as Id
}

/** A pack that two colleagues let go; answers it. */
export async function aReleasedPack(whole: WholeService, by: readonly [Id, Id], of: Id): Promise<Id> {
  const requestId = await aCollectedPack(whole, by[0], of)
  await readAll(whole, by[0], requestId)
  return letGo(whole, by, requestId)
}
