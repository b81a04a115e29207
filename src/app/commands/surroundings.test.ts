import { expect, test } from 'vitest'
import { versionProblem } from './surroundings.ts'

test.each([
  [140020, 'needs 15'],
  [150017, 'PostgreSQL 15.17, which has known faults'],
  [180003, 'Update it to 18.4'],
])('refuses %i', (version, expected) => {
  expect(versionProblem(version)).toContain(expected)
})

test.each([150018, 160014, 170011, 180004, 190000])('takes %i', (version) => {
  expect(versionProblem(version)).toBeUndefined()
})

test('to try the tests on, any minor version of a supported server will do', () => {
  expect(versionProblem(150001, true)).toBeUndefined()
  expect(versionProblem(140020, true)).toContain('needs 15')
})
