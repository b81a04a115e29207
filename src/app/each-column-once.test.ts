import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shippedPolicy } from '../../test/support/policies.ts'
import { endsWithCase } from '../features/retention/domain/plan.ts'
import { sweepPlan } from '../policy/index.ts'
import { classification } from './classification.ts'

// What a column is, is said once, beside its feature. Who gets it on access, what ends it and which purposes reach it follow from that.

const columns = Object.entries(classification).flatMap(([table, { of, columns: all }]) =>
  Object.entries(all).map(([column, its]) => ({ table, of, column, its })),
)
const personalOnes = columns.filter(({ its }) => its.kind === 'personal')
const anyOfThese = fc.constantFrom(...personalOnes)
const ways = ['give', 'review', 'withhold', 'never', 'copy']

test('symmetry: each personal column has one answer on access, one life and so one rule that ends it, in each policy', async () => {
  const plans = await Promise.all((['trust', 'parents'] as const).map(async (it) => sweepPlan(await shippedPolicy(it))))
  fc.assert(
    fc.property(anyOfThese, ({ table, column, of, its }) => {
      const name = `${table}.${column}`
      if (its.kind !== 'personal') return
      expect(
        ways.filter((way) => way === its.onAccess),
        name,
      ).toHaveLength(1)
      for (const plan of plans) expect(plan.filter((rule) => rule.aggregate === of).length, name).toBe(1)
    }),
    { seed: 20261122, numRuns: personalOnes.length * 3 },
  )
})

test('symmetry: what is of a case ends with the case, each table once', () => {
  const ofCase = Object.entries(classification).filter(([, it]) => it.of === 'case')
  const missing = ofCase.map(([table]) => table).filter((table) => !endsWithCase.includes(table as 'party'))
  expect(missing).toEqual([])
  expect(new Set(endsWithCase).size).toBe(endsWithCase.length)
})
