import type { Seal, SealPart } from '../../../platform/audit/chain.ts'
import type { Heads } from '../../../platform/audit/heads.ts'
import { type ChainReport, verifyChain } from '../../../platform/audit/verify-chain.ts'
import type { Desk, Scope } from '../../../platform/database/desk.ts'
import type { CompiledPolicy } from '../../../policy/index.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import { addPeriod, todayInLondon } from '../../../values/calendar-days.ts'
import { allSeals, recordsOfEpoch } from '../data/seal-reads.ts'

/** Holds every sealed record against its seal, and every seal against the heads outside the database. */
export async function verifyRecords(
  desk: Desk<PurposeKey>,
  tools: { readonly heads: Heads; readonly policy: CompiledPolicy },
): Promise<ChainReport> {
  // First the file: a seal that is made meanwhile is one more in the database, which says nothing.
  const lines = (await tools.heads.lines()).map((line) => ({ ...line, ours: tools.heads.isOurs(line) }))
  const deed = { purpose: 'accountability', deed: 'records.verified' } as const
  return desk.read(null, deed, async (scope) => {
    const seals = await allSeals(scope)
    const found = await recordsOf(scope, seals)
    return verifyChain({ seals, found, lines, keptFrom: keptFrom(tools.policy, scope.now) })
  })
}

async function recordsOf(scope: Scope, seals: readonly Seal[]): Promise<ReadonlyMap<number, readonly SealPart[]>> {
  const epochs = [...new Set(seals.map((seal) => seal.afterId))].sort((one, other) => one - other)
  const found = new Map<number, readonly SealPart[]>()
  for (const [place, afterId] of epochs.entries()) {
    const untilId = epochs[place + 1] ?? null
    for (const [seq, parts] of await recordsOfEpoch(scope, { afterId, untilId })) found.set(seq, parts)
  }
  return found
}

/** Records of days before this one have had the time that the policy gives them. */
function keptFrom(policy: CompiledPolicy, now: Temporal.Instant): string {
  const rule = Object.values(policy.retention).find((it) => it.of === 'auditTrail')
  if (!rule) throw new Error('the policy has no time for the records of who opened what')
  return addPeriod(todayInLondon(now), Temporal.Duration.from(rule.keep).negated().toString()).toString()
}
