import { beginning, countOf, headOf, type Seal, type SealPart } from './chain.ts'
import type { SignedHead } from './heads.ts'

/** One thing that is wrong, and where. */
export interface ChainFault {
  readonly kind:
    | 'record-removed'
    | 'record-changed'
    | 'record-added'
    | 'seal-missing'
    | 'seal-changed'
    | 'chain-deleted'
    | 'tail-cut'
    | 'chain-rewritten'
    | 'head-forged'
    | 'heads-missing'
    | 'heads-gone'
  /** The number of the seal. */
  readonly seq: number
  /** The day of the records, where it is about records. */
  readonly day?: string
  /** How many records or seals, as far as that is known. */
  readonly count?: number
}

export interface ChainFacts {
  /** As they stand in the database, by number. */
  readonly seals: readonly Seal[]
  /** What is found now in the range of each seal. */
  readonly found: ReadonlyMap<number, readonly SealPart[]>
  readonly lines: readonly (SignedHead & { readonly ours: boolean })[]
  /** Records of days before it may have had their time, and be gone. ISO date. */
  readonly keptFrom: string
}

/** What can be said of a chain: its faults, how much of it was looked at, and what has had its time. */
export interface ChainReport {
  readonly faults: readonly ChainFault[]
  readonly seals: number
  readonly records: number
  readonly ended: number
  /** How many seals were lost because the database was put back, as the signed file says. */
  readonly lostByRestore: number
}

/** Holds the seals against the records, against one another, and against the heads that were signed outside the database. */
export function verifyChain(facts: ChainFacts): ChainReport {
  const outside = againstHeads(facts)
  const faults = [...linked(facts.seals), ...outside.faults]
  let ended = 0
  for (const seal of facts.seals) {
    const compared = compareParts(seal, facts.found.get(seal.seq) ?? [], facts.keptFrom)
    faults.push(...compared.faults)
    ended += compared.ended
  }
  const records = facts.seals.reduce((sum, seal) => sum + countOf(seal), 0)
  return { faults, seals: facts.seals.length, records, ended, lostByRestore: outside.lostByRestore }
}

function linked(seals: readonly Seal[]): ChainFault[] {
  const faults: ChainFault[] = []
  let before: Seal | null = null
  for (const seal of seals) {
    const expected: number = before ? before.seq + 1 : 1
    if (seal.seq > expected) faults.push({ kind: 'seal-missing', seq: expected, count: seal.seq - expected })
    const link = before ? before.head : beginning
    const changed = headOf(seal) !== seal.head || (seal.seq === expected && seal.previousHead !== link)
    if (changed) faults.push({ kind: 'seal-changed', seq: seal.seq })
    before = seal
  }
  return faults
}

function compareParts(
  seal: Seal,
  found: readonly SealPart[],
  keptFrom: string,
): { readonly faults: readonly ChainFault[]; readonly ended: number } {
  const faults: ChainFault[] = []
  let ended = 0
  const now = new Map(found.map((part) => [part.day, part]))
  for (const part of seal.parts) {
    const { day } = part
    const there = now.get(day)
    now.delete(day)
    if (there?.digest === part.digest && there.count === part.count) continue
    const count = there?.count ?? 0
    // What the policy's time has ended is no fault; a record that stands, and stands otherwise, is.
    if (day < keptFrom && count < part.count) ended += part.count - count
    else if (count < part.count) faults.push({ kind: 'record-removed', seq: seal.seq, day, count: part.count - count })
    else if (count > part.count) faults.push({ kind: 'record-added', seq: seal.seq, day, count: count - part.count })
    else faults.push({ kind: 'record-changed', seq: seal.seq, day })
  }
  for (const { day, count } of now.values()) faults.push({ kind: 'record-added', seq: seal.seq, day, count })
  return { faults, ended }
}

function againstHeads({ seals, lines }: ChainFacts): {
  readonly faults: readonly ChainFault[]
  readonly lostByRestore: number
} {
  if (lines.length === 0) return { faults: seals.length > 1 ? [{ kind: 'heads-gone', seq: 1 }] : [], lostByRestore: 0 }
  const { faults, signed, lostByRestore } = readLines(lines)
  const here = new Map(seals.map((seal) => [seal.seq, seal]))
  const last = Math.max(...signed.keys(), 0)
  const lastHere = seals.at(-1)?.seq ?? 0
  if (seals.length === 0) faults.push({ kind: 'chain-deleted', seq: 1, count: signed.size })
  else if (lastHere < last) faults.push({ kind: 'tail-cut', seq: lastHere + 1, count: last - lastHere })
  // A head is written right after its seal: one that is not there yet says nothing.
  else if (lastHere > last + 1) faults.push({ kind: 'heads-missing', seq: last + 1, count: lastHere - last })
  const other = [...signed].find(([seq, line]) => here.has(seq) && here.get(seq)?.head !== line.head)
  if (other) faults.push({ kind: 'chain-rewritten', seq: other[0] })
  return { faults, lostByRestore }
}

/** What the file says of each seal, gaps and forgeries apart. */
function readLines(lines: ChainFacts['lines']) {
  const faults: ChainFault[] = []
  const signed = new Map<number, SignedHead>()
  let lostByRestore = 0
  let before = 0
  for (const line of lines) {
    if (!line.ours) {
      faults.push({ kind: 'head-forged', seq: line.seq })
      continue
    }
    if (line.restored) {
      for (const seq of [...signed.keys()].filter((it) => it > line.seq)) {
        signed.delete(seq)
        lostByRestore++
      }
    } else if (line.seq > before + 1)
      faults.push({ kind: 'heads-missing', seq: before + 1, count: line.seq - before - 1 })
    // A head of a seal that had one already, without a word of a restore: the chain was put back and went on from there.
    else if (line.seq <= before && signed.get(line.seq)?.head !== line.head)
      faults.push({ kind: 'chain-rewritten', seq: line.seq })
    if (!line.restored || line.seq > 0) signed.set(line.seq, line)
    before = line.seq
  }
  return { faults, signed, lostByRestore }
}
