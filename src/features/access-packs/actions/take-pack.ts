import type { Desk } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import type { Id } from '../../../values/ids.ts'
import { done, type Outcome, refused } from '../../../values/outcome.ts'
import { recordTaking } from '../data/taken-packs.ts'
import { sealedArchive } from '../documents/pack-archive.ts'
import { makePack, type TakenFile, type TakingForm } from './make-pack.ts'
import type { PackTools } from './pack-tools.ts'

export interface Taking {
  readonly key: Id
  readonly packId: Id
  readonly what: TakingForm
}

/** Gives a pack out in one form. That it was taken is recorded before the first byte leaves. */
export async function takePack(
  desk: Desk<PurposeKey>,
  tools: PackTools,
  actor: Id,
  { key, packId, what }: Taking,
): Promise<Outcome<TakenFile, 'no_such'>> {
  const deed = { purpose: 'rights', deed: 'pack.taken', subjectId: packId } as const
  const recorded = await desk.act<'no_such'>(actor, { ...deed, key }, async (scope) => {
    const taken = await recordTaking(scope, packId, what)
    return taken ? done({ taken }) : refused('no_such')
  })
  if (!recorded.done) return recorded
  const file = await makePack(desk, tools, actor, packId, what)
  return file ? done(file) : refused('no_such')
}

/** The whole for a person who does not use the portal: these words alone open it, and they go another way than the archive. */
export async function takeSealed(
  desk: Desk<PurposeKey>,
  tools: PackTools,
  actor: Id,
  { passphrase, ...taking }: Omit<Taking, 'what'> & { readonly passphrase: string },
): Promise<Outcome<TakenFile, 'no_such'>> {
  const taken = await takePack(desk, tools, actor, { ...taking, what: 'archive' })
  if (!taken.done) return taken
  const bytes = await sealedArchive(taken.value.bytes, passphrase)
  return done({ name: `${taken.value.name}.age`, type: 'application/octet-stream', bytes })
}
