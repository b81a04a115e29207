import type { Measured } from './load.ts'

/** What one page costs beside the bare handler. `throughputRatio` 1 is as fast; `p99Ratio` 1 is as steady. */
export interface Comparison {
  readonly name: string
  readonly throughputRatio: number
  readonly p99Ratio: number
}

const sum = (numbers: readonly number[]) => numbers.reduce((one, other) => one + other, 0)

/** Answers in a second over all rounds. */
export const throughput = (rounds: readonly Measured[]): number =>
  (1000 * sum(rounds.map((it) => it.answers))) / sum(rounds.map((it) => it.time))

/** The time in milliseconds within which 99 of 100 answers came. */
export function p99(rounds: readonly Measured[]): number {
  const sorted = rounds.flatMap((it) => it.latencies).sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.99))] ?? Number.NaN
}

const rounded = (ratio: number) => Math.round(ratio * 1000) / 1000

export const compare = (name: string, ours: readonly Measured[], bare: readonly Measured[]): Comparison => ({
  name,
  throughputRatio: rounded(throughput(ours) / throughput(bare)),
  p99Ratio: rounded(p99(ours) / p99(bare)),
})

/** How many times as long ours took, over all rounds. */
export const timesAsLong = (ours: readonly number[], bare: readonly number[]): number => rounded(sum(ours) / sum(bare))
