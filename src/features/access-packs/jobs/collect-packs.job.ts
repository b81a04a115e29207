import { dayOf } from '../../../platform/clock/service-clock.ts'
import type { Desk, Scope } from '../../../platform/database/desk.ts'
import type { Job } from '../../../platform/web/route.ts'
import type { Classification } from '../../../policy/classification.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import { type Id, isId, newId } from '../../../values/ids.ts'
import { done } from '../../../values/outcome.ts'
import { staffNames } from '../../staff/index.ts'
import { familyOf, openingsOf, rowsAt, toldOf } from '../data/collect-rows.ts'
import { packsToCollect, packsToEmpty } from '../data/pack-reads.ts'
import { emptyPacks, fillPack } from '../data/pack-writes.ts'
import { findOthers, soughtOf } from '../domain/find-others.ts'
import { itemsOf, type PackItem } from '../domain/items.ts'
import { type Asker, metKey, type Owner, ownerOf, type Row } from '../domain/owners.ts'
import { type Path, pathsOf } from '../domain/places.ts'
import { plainWords } from '../domain/words.ts'

/** Collects the packs that were asked for, and takes the words out of those whose time is over. Nobody at a screen reads so far. */
export const collectPacks = (classification: Classification): Job<PurposeKey> => ({
  name: 'collect-access-packs',
  purpose: 'rights',
  run: async (desk) => {
    const listed = { purpose: 'rights', deed: 'pack.waiting-listed' } as const
    const { waiting, over } = await desk.read(null, listed, async (scope) => ({
      waiting: await packsToCollect(scope),
      over: await packsToEmpty(scope, dayOf(scope.now).toString()),
    }))
    for (const pack of waiting) await collect(desk, classification, pack.id, pack.request_id)
    if (over.length > 0) await empty(desk, over)
    return waiting.length + over.length
  },
})

const empty = (desk: Desk<PurposeKey>, ids: readonly Id[]) =>
  desk.act(null, { purpose: 'rights', deed: 'pack.emptied', key: newId() }, async (scope) => {
    await emptyPacks(scope, ids)
    return done({})
  })

const collect = (desk: Desk<PurposeKey>, classification: Classification, packId: Id, requestId: Id) =>
  desk.act(null, { purpose: 'rights', deed: 'pack.collected', key: newId(), subjectId: requestId }, async (scope) => {
    const found = await everyRow(scope, packId, pathsOf(classification))
    const owned = withOwners(classification, found)
    const names = await staffNames(scope, idsIn(owned))
    const sought = soughtOf(await familyOf(scope, packId))
    const words = plainWords(names)
    const items = owned
      .flatMap(({ table, row, owner }) => itemsOf(classification, table, row, owner, words))
      .filter((it) => it.text !== '')
      .map((it) => withMasks(it, sought))
    const [person] = found.find((it) => it.path.table === 'person')?.rows.filter((it) => it.merged_into === null) ?? []
    const told = person ? await toldOf(scope, String(person.id) as Id) : []
    await fillPack(scope, packId, items, { openings: await openingsOf(scope, packId), told })
    return done({ packId })
  })

interface Found {
  readonly path: Path
  readonly rows: readonly Row[]
}

const everyRow = (scope: Scope, packId: Id, paths: readonly Path[]): Promise<Found[]> =>
  Promise.all(paths.map(async (path) => ({ path, rows: await rowsAt(scope, packId, path) })))

interface Owned {
  readonly table: string
  readonly row: Row
  readonly owner: Owner
}

function withOwners(classification: Classification, found: readonly Found[]): Owned[] {
  const asker = askerIn(found)
  const met = new Map<string, { owner: Owner }>()
  const enquiriesFirst = found.toSorted(
    (a, b) => Number(b.path.table === 'enquiry') - Number(a.path.table === 'enquiry'),
  )
  return enquiriesFirst.flatMap(({ path: { table }, rows }) =>
    rows.map((row) => {
      const owner = ownerOf(classification, table, row, asker, met)
      met.set(metKey(table, row.id), { owner })
      return { table, row, owner }
    }),
  )
}

function askerIn(found: readonly Found[]): Asker {
  const of = (table: string) => found.find((it) => it.path.table === table)?.rows ?? []
  return {
    people: new Set(of('person').map((it) => String(it.id))),
    parties: new Set(of('party').map((it) => String(it.id))),
    sides: new Map(of('party').map((it) => [String(it.case_id), String(it.side)])),
    enquiries: new Set(found.flatMap(({ path, rows }) => (isRootEnquiry(path) ? rows.map((it) => String(it.id)) : []))),
  }
}

const isRootEnquiry = ({ table, root }: Path) => table === 'enquiry' && root === 'enquiry'

const idsIn = (owned: readonly Owned[]): Id[] => [
  ...new Set(
    owned.flatMap(({ row }) => Object.values(row).filter((it): it is Id => typeof it === 'string' && isId(it))),
  ),
]

/** In what is looked at every other is marked; in what goes by itself it is enough to take out what must be. */
function withMasks(item: PackItem, sought: ReturnType<typeof soughtOf>): PackItem {
  if (item.text === null) return item
  const masks = findOthers(item.text, sought)
  return { ...item, masks: item.course === 'to_review' ? masks : masks.filter((it) => it.fixed) }
}
