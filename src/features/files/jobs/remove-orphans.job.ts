import type { Desk, Scope } from '../../../platform/database/desk.ts'
import type { FileVault } from '../../../platform/files/file-vault.ts'
import type { Job } from '../../../platform/web/route.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import { wantedNames } from '../data/file-reads.ts'

const batch = 1000

/** Of some names in the vault, those that other features want. */
export type WantedNames = (scope: Scope, names: readonly string[]) => Promise<ReadonlySet<string>>
const nothingMore: WantedNames = async () => new Set()

/** How old a file in the vault must be before nobody can be about to name it: longer than any request may last. */
const oldEnough = 3600

/**
 * Removes files that no row names: their transaction was rolled back, they were refused, or a sweep was cut off after its rows were
 * gone. Acts under `retention`, which sees under which names files lie and nothing of what they are.
 */
export const removeOrphans = (vault: FileVault, alsoWanted: WantedNames = nothingMore): Job<PurposeKey> => ({
  name: 'remove-orphaned-files',
  purpose: 'retention',
  run: async (desk) => {
    await vault.sweepUnfinished()
    // The vault first, the rows second: a row that is written in between is seen.
    const names = await vault.storedNames(oldEnough)
    let removed = 0
    for (let at = 0; at < names.length; at += batch)
      removed += await removeUnwanted(desk, vault, alsoWanted, names.slice(at, at + batch))
    return removed
  },
})

async function removeUnwanted(
  desk: Desk<PurposeKey>,
  vault: FileVault,
  alsoWanted: WantedNames,
  names: readonly string[],
): Promise<number> {
  const deed = { purpose: 'retention', deed: 'file.orphans-sought' } as const
  const wanted = await desk.read(null, deed, async (scope) => [
    ...(await wantedNames(scope, names)),
    ...(await alsoWanted(scope, names)),
  ])
  const kept = new Set(wanted)
  const orphans = names.filter((name) => !kept.has(name))
  for (const name of orphans) await vault.remove(name)
  return orphans.length
}
