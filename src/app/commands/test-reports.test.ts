import { expect, test } from 'vitest'
import { playwrightCounts, vitestCounts } from './test-reports.ts'

test('counts what Vitest says, and a file that could not be read as one failure', () => {
  const report = {
    testResults: [
      {
        name: 'a',
        status: 'failed',
        assertionResults: [
          { fullName: 'one', status: 'passed' },
          { fullName: 'two', status: 'failed' },
          { fullName: 'three', status: 'pending' },
          { fullName: 'four', status: 'todo' },
        ],
      },
      { name: 'b', status: 'failed', assertionResults: [] },
    ],
  }
  expect(vitestCounts(report)).toEqual({ passed: 1, failed: 2, skipped: ['three', 'four'] })
})

test('counts what Playwright says, in suites within suites', () => {
  const spec = (title: string, status: string) => ({ title, tests: [{ status, projectName: 'phone' }] })
  const report = {
    suites: [
      {
        title: 'file',
        specs: [spec('one', 'expected'), spec('two', 'skipped')],
        suites: [{ title: 'inner', specs: [spec('three', 'unexpected'), spec('four', 'flaky')] }],
      },
    ],
  }
  expect(playwrightCounts(report)).toEqual({ passed: 1, failed: 2, skipped: ['phone: two'] })
})

test('no report is no tests', () => {
  expect(vitestCounts(undefined)).toEqual({ passed: 0, failed: 0, skipped: [] })
  expect(playwrightCounts(undefined)).toEqual({ passed: 0, failed: 0, skipped: [] })
})
