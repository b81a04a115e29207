import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { securityMeasures } from './security-measures.ts'

test.each(securityMeasures)('$measure: what shows it is there', ({ shownBy }) => {
  expect(existsSync(new URL(`../../../../${shownBy}`, import.meta.url))).toBe(true)
})
