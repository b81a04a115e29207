import { classification } from '../../src/app/classification.ts'
import { carryOutErasures, orderErasure } from '../../src/features/endings/index.ts'
import type { CategoryKey } from '../../src/policy/vocabulary.ts'
import { type Id, newId } from '../../src/values/ids.ts'
import { undoubted } from './a-request.ts'
import { sweepTools } from './case-life.ts'
import type { OfficeDay } from './office-day.ts'

const voice = async () => ({ serviceName: 'Test', contact: { email: '', telephone: '' } }) as never

/** Deletes of a person what the page for it offers and is wanted; answers the kinds of data that it was decided to delete. */
export async function eraseOf(
  day: OfficeDay,
  personId: Id,
  isWanted: (category: CategoryKey) => boolean = () => true,
): Promise<readonly CategoryKey[]> {
  const { db, office } = day
  const requestId = await undoubted(db, office.privacyOfficer, personId, 'erasure')
  const { html } = await day.coordinator.get(`/office/requests/${requestId}/erasure`)
  const offered = [...html.matchAll(/name="delete\[\]" type="checkbox" value="([^"]+)"/g)].map(
    ([, it]) => it as CategoryKey,
  )
  const categories = offered.filter(isWanted)
  if (categories.length === 0) return []
  const tools = { policy: db.policy, classes: classification, voice }
  const order = { key: newId(), requestId, categories, told: 'spoken' } as const
  const ordered = await orderErasure(db.desk.office, tools, office.privacyOfficer, order)
  // What hangs on it goes too, or it stays.
  if (!ordered.done && ordered.reason === 'apart') return []
  if (!ordered.done) throw new Error(`not ordered: ${ordered.reason}`)
  return categories
}

/** Carries out what was decided, as the worker does; answers how many it were. */
export async function carryOut({ db, whole }: OfficeDay): Promise<number> {
  const { vault, keyring, desks } = whole.service
  const folder = { path: whole.folder, vault, keyring, journalPath: '', remove: async () => {} }
  return carryOutErasures(desks.desk.worker, { ...(await sweepTools(db, folder)), classes: classification })
}
