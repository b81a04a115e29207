import fc from 'fast-check'
import { expect, test } from 'vitest'
import { beginning, countOf, type Seal, type SealPart, sealed } from './chain.ts'
import { type ChainFacts, verifyChain } from './verify-chain.ts'

/** The records of a seal by day: each a number that stands for what it says. */
type Batch = readonly (readonly number[])[]
const batches = fc.array(
  fc.array(fc.array(fc.integer({ min: 1, max: 999 }), { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 3 }),
  { minLength: 3, maxLength: 8 },
)

const partsOf = (batch: Batch): SealPart[] =>
  batch.map((records, day) => ({ day: `2026-11-0${day + 1}`, count: records.length, digest: records.join('-') }))

/** Seals each with the head of the one before it. */
function chainOf(all: readonly (readonly SealPart[])[]): Seal[] {
  const seals: Seal[] = []
  for (const [place, parts] of all.entries()) {
    const body = { seq: place + 1, afterId: 0, fromXid: String(place), toXid: String(place + 1), lastId: place }
    seals.push(sealed({ ...body, parts, previousHead: seals.at(-1)?.head ?? beginning }))
  }
  return seals
}

const linesOf = (seals: readonly Seal[]): ChainFacts['lines'] =>
  seals.map((seal) => ({ seq: seal.seq, head: seal.head, count: countOf(seal), at: '', signature: '', ours: true }))

function factsOf(all: readonly Batch[]): ChainFacts {
  const seals = chainOf(all.map(partsOf))
  const found = new Map(seals.map((seal) => [seal.seq, seal.parts]))
  return { seals, found, lines: linesOf(seals), keptFrom: '2020-01-01' }
}

/** What somebody can do who owns the database, but neither the file of heads nor the key that signs it. */
const tampering = fc.oneof(
  fc.record({ do: fc.constantFrom('rewrite', 'remove', 'add', 'change-seal', 'drop-seal', 'reseal'), at: fc.nat() }),
  fc.record({ do: fc.constantFrom('cut-tail', 'delete-chain', 'forge-head', 'drop-head', 'empty-file'), at: fc.nat() }),
)
type Tampering = typeof tampering extends fc.Arbitrary<infer It> ? It : never

function touched(facts: ChainFacts, { do: what, at }: Tampering): ChainFacts {
  const { seals, found, lines } = facts
  const place = at % seals.length
  const seal = seals[place] as Seal
  const [part, ...others] = seal.parts as [SealPart, ...SealPart[]]
  const withFirst = (first: SealPart) => ({ ...facts, found: new Map(found).set(seal.seq, [first, ...others]) })
  const without = <Of>(list: readonly Of[], index: number) => list.filter((_, it) => it !== index)
  switch (what) {
    case 'rewrite':
      return withFirst({ ...part, digest: `${part.digest}x` })
    case 'remove':
      return withFirst({ ...part, count: part.count - 1, digest: 'less' })
    case 'add':
      return withFirst({ ...part, count: part.count + 1, digest: 'more' })
    case 'change-seal': {
      const first = { ...part, digest: 'other' }
      return { ...withFirst(first), seals: seals.with(place, { ...seal, parts: [first, ...others] }) }
    }
    case 'reseal': {
      const all = seals.map((it, index) => (index === place ? [{ ...part, digest: 'other' }, ...others] : it.parts))
      return { ...facts, seals: chainOf(all), found: new Map(all.map((parts, index) => [index + 1, parts])) }
    }
    case 'drop-seal':
      return { ...facts, seals: without(seals, place) }
    case 'cut-tail':
      return { ...facts, seals: seals.slice(0, place) }
    case 'delete-chain':
      return { ...facts, seals: [], found: new Map() }
    case 'forge-head':
      return { ...facts, lines: lines.map((line, index) => (index === place ? { ...line, ours: false } : line)) }
    case 'drop-head': {
      // The last one may be missing for a moment: it is written right after its seal.
      const kept = without(lines, place % (lines.length - 1))
      return { ...facts, lines: kept }
    }
    default:
      return { ...facts, lines: [] }
  }
}

// A fixed seed: the same chains each time, so that what fails can be looked at.
const seed = 20261122

test('chain: a chain that nobody touched has no fault', () => {
  fc.assert(
    fc.property(batches, (all) => {
      expect(verifyChain(factsOf(all)).faults).toEqual([])
    }),
    { seed },
  )
})

test('chain: whatever is rewritten, cut off, taken out or put in, alone or together, is noticed', () => {
  const several = fc.array(tampering, { minLength: 1, maxLength: 3 })
  fc.assert(
    fc.property(batches, tampering, several, (all, first, more) => {
      expect(verifyChain(touched(factsOf(all), first)).faults, first.do).not.toEqual([])
      const apart = more.filter(({ do: what }) => ['rewrite', 'forge-head', 'cut-tail'].includes(what))
      let facts = factsOf(all)
      for (const it of apart) if (facts.seals.length > 0) facts = touched(facts, it)
      if (apart.length > 0) expect(verifyChain(facts).faults).not.toEqual([])
    }),
    { seed, numRuns: 300 },
  )
})
