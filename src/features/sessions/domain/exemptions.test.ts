import { expect, test } from 'vitest'
import { exemptions, exemptionWords } from './exemptions.ts'
import { waysOn } from './ways-out-of-court.ts'

test('the exemptions are those of the rules, each group as long as the court form has it', () => {
  expect(exemptions.groups.map((it) => Object.keys(it.items).length)).toEqual([22, 2, 7, 2, 7])
  expect(exemptionWords.size).toBe(40)
})

test('the ways out of court are those that the rule named on the day', () => {
  const keys = (day: string) => waysOn(Temporal.PlainDate.from(day)).ways.map((it) => it.key)
  expect(keys('2024-04-29')).toEqual(['mediation', 'arbitration', 'evaluation', 'collaborative'])
  expect(keys('2024-04-28')).not.toContain('evaluation')
  expect(() => keys('2014-04-21')).toThrow(RangeError)
})
