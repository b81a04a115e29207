import { expect, test } from 'vitest'
import { compare, p99, throughput, timesAsLong } from './ratios.ts'

const round = (answers: number, latency: number) => ({
  answers,
  time: 1000,
  latencies: Array.from({ length: answers }, () => latency),
})

test('throughput is answers in a second over all rounds, however long each was', () => {
  expect(throughput([round(100, 1), { answers: 50, time: 500, latencies: [] }])).toBeCloseTo(100)
})

test('p99 is what 99 of 100 stay within', () => {
  expect(p99([round(98, 1), round(2, 50)])).toBe(50)
  expect(p99([round(999, 1), round(1, 50)])).toBe(1)
})

test('half as many answers, twice as slow, is said so', () => {
  expect(compare('list', [round(50, 20)], [round(100, 10)])).toEqual({
    name: 'list',
    throughputRatio: 0.5,
    p99Ratio: 2,
  })
})

test('times are compared over all rounds together', () => {
  expect(timesAsLong([30, 10], [10, 10])).toBe(2)
})
