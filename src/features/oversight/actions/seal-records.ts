import { sql } from 'kysely'
import { beginning, countOf, type Seal, type SealBody, sealed } from '../../../platform/audit/chain.ts'
import type { Heads } from '../../../platform/audit/heads.ts'
import type { Desk, Scope } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import { newId } from '../../../values/ids.ts'
import { done, refused } from '../../../values/outcome.ts'
import { endOfRest, lastSeal, partsOfRange, type Range, transactionsNow } from '../data/seal-reads.ts'

/** The name under which one process at a time seals. */
export const sealing = 'seal records'

const deed = 'records.sealed'

/**
 * Seals what was committed since the last seal, and signs its head outside the database; answers how many records. Nobody waits for
 * it: only transactions that surely have ended are sealed, so one that lasts long is sealed later, whole.
 */
export async function sealRecords(desk: Desk<PurposeKey>, heads: Heads): Promise<number> {
  return (await desk.alone(sealing, () => sealAlone(desk, heads))) ?? 0
}

async function sealAlone(desk: Desk<PurposeKey>, heads: Heads): Promise<number> {
  const made: { seal: Seal | null } = { seal: null }
  await desk.act<'nothing'>(null, { purpose: 'accountability', deed, key: newId() }, async (scope) => {
    const last = await lastSeal(scope)
    await writeMissingHead(heads, last)
    const body = await nextSeal(scope, last)
    if (!body) return refused('nothing')
    const seal = sealed(body)
    await writeSeal(scope, seal)
    made.seal = seal
    return done({ seal: String(seal.seq) })
  })
  if (!made.seal) return 0
  await heads.append(headLine(made.seal))
  return countOf(made.seal)
}

const headLine = (seal: Seal) => ({ seq: seal.seq, head: seal.head, count: countOf(seal) })

/** A crash between the seal and its head leaves one head unwritten, and no more: what lacks more is for the check to report. */
async function writeMissingHead(heads: Heads, last: Seal | null): Promise<void> {
  const before = (await heads.lines()).at(-1)?.seq ?? 0
  if (last && last.seq === before + 1) await heads.append(headLine(last))
}

async function nextSeal(scope: Scope, last: Seal | null): Promise<SealBody | null> {
  const range = await nextRange(scope, last)
  if (!range) return null
  const { parts, lastId } = await partsOfRange(scope, range)
  if (parts.length === 0) return null
  return {
    ...range,
    seq: (last?.seq ?? 0) + 1,
    lastId: Math.max(lastId, last?.lastId ?? 0),
    parts,
    previousHead: last?.head ?? beginning,
  }
}

/**
 * From the end of the last seal to the oldest transaction that still runs. In a database that was put back on another server,
 * transactions are numbered anew: what was not sealed before it ends the old epoch, and the next one begins after its last record.
 */
async function nextRange(scope: Scope, last: Seal | null): Promise<Range | null> {
  const { ended, next } = await transactionsNow(scope)
  if (!last) return { afterId: 0, fromXid: '0', toXid: ended }
  const going = { afterId: last.afterId, fromXid: last.toXid }
  if (BigInt(next) >= BigInt(last.toXid)) return BigInt(ended) > BigInt(last.toXid) ? { ...going, toXid: ended } : null
  const rest = await endOfRest(scope, going)
  return rest ? { ...going, toXid: rest } : { afterId: last.lastId, fromXid: '0', toXid: ended }
}

async function writeSeal(scope: Scope, seal: Seal): Promise<void> {
  await sql`INSERT INTO ev.audit_seal (seq, after_id, from_xid, to_xid, last_id, parts, previous_head, head)
    VALUES (${seal.seq}, ${seal.afterId}, ${seal.fromXid}::xid8, ${seal.toXid}::xid8, ${seal.lastId},
      ${JSON.stringify(seal.parts)}::jsonb, ${seal.previousHead}, ${seal.head})`.execute(scope.queries)
}

/** Says in the signed file that the database was put back, so that the seals lost with it are not taken for a tail cut off. */
export async function noteRestored(desk: Desk<PurposeKey>, heads: Heads): Promise<void> {
  const last = await desk.read(null, { purpose: 'accountability', deed: 'records.verified' }, lastSeal)
  await heads.append({
    seq: last?.seq ?? 0,
    head: last?.head ?? beginning,
    count: last ? countOf(last) : 0,
    restored: true,
  })
}
