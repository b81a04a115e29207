export interface Counts {
  readonly passed: number
  readonly failed: number
  /** Their names: a test that is left out must not be left out in silence. */
  readonly skipped: readonly string[]
}

interface VitestReport {
  readonly testResults?: readonly {
    readonly name: string
    readonly status: string
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[]
  }[]
}

/** Counts a report of Vitest's JSON reporter. A file that could not even be read counts as one failure. */
export const vitestCounts = (report: unknown): Counts => {
  const files = (report as VitestReport | undefined)?.testResults ?? []
  const tests = files.flatMap((file) => file.assertionResults)
  const broken = files.filter((file) => file.status === 'failed' && !file.assertionResults.some(isFailed))
  return {
    passed: tests.filter((test) => test.status === 'passed').length,
    failed: tests.filter(isFailed).length + broken.length,
    skipped: tests.filter((test) => test.status !== 'passed' && !isFailed(test)).map((test) => test.fullName.trim()),
  }
}

const isFailed = (test: { readonly status: string }): boolean => test.status === 'failed'

interface PlaywrightSuite {
  readonly title: string
  readonly specs?: readonly {
    readonly title: string
    readonly tests: readonly { readonly status: string; readonly projectName: string }[]
  }[]
  readonly suites?: readonly PlaywrightSuite[]
}

const outcomes = (suite: PlaywrightSuite): { readonly name: string; readonly status: string }[] => [
  ...(suite.specs ?? []).flatMap((spec) =>
    spec.tests.map((test) => ({ name: `${test.projectName}: ${spec.title}`, status: test.status })),
  ),
  ...(suite.suites ?? []).flatMap(outcomes),
]

/** Counts a report of Playwright's JSON reporter. A test that passed only at the second try counts as failed. */
export const playwrightCounts = (report: unknown): Counts => {
  const suites = (report as { readonly suites?: readonly PlaywrightSuite[] } | undefined)?.suites ?? []
  const tests = suites.flatMap(outcomes)
  return {
    passed: tests.filter((test) => test.status === 'expected').length,
    failed: tests.filter((test) => test.status === 'unexpected' || test.status === 'flaky').length,
    skipped: tests.filter((test) => test.status === 'skipped').map((test) => test.name),
  }
}

/** What a report of Vitest says of the tests of promises: each file in `test/promises` is named by the promises that it tries. */
export const promisesTried = (report: unknown): { promise: string; name: string; passed: boolean }[] =>
  ((report as VitestReport | undefined)?.testResults ?? []).flatMap((file) => {
    const promise = /test\/promises\/([ST]\d\d)-/.exec(file.name.replaceAll('\\', '/'))?.[1]
    if (!promise) return []
    const run = file.assertionResults.filter((test) => test.status === 'passed' || isFailed(test))
    if (run.length === 0) return [{ promise, name: `${promise}: the file could not be run`, passed: false }]
    return run.map((test) => ({ promise, name: test.fullName.trim(), passed: !isFailed(test) }))
  })
