import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { notesVariable } from './test-notes.ts'
import { type Counts, playwrightCounts, vitestCounts } from './test-reports.ts'

export const noCounts: Counts = { passed: 0, failed: 0, skipped: [] }

export interface Step {
  readonly name: string
  /** Script and arguments for Node; `report` is where a report in JSON is wanted. */
  readonly call: (report: string) => readonly string[]
  /** Reads that report; a step without one is a single check. */
  readonly count?: (report: unknown) => Counts
}

const project = dirname(dirname(dirname(import.meta.dirname)))
const script = (...parts: string[]): string => join(project, 'node_modules', ...parts)

const check = (name: string, ...call: string[]): Step => ({ name, call: () => call })

const vitest = (name: string, ...more: string[]): Step => ({
  name,
  call: (report) => [
    script('vitest', 'vitest.mjs'),
    ...['run', '--project', more[0] ?? name, ...more.slice(1)],
    ...['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`],
  ],
  count: vitestCounts,
})

const journeys: Step = {
  name: 'journeys',
  call: () => [script('@playwright', 'test', 'cli.js'), 'test', '--reporter=line,json'],
  count: playwrightCounts,
}

/** Everything that `npm test` runs, in this order: what is quick to fail comes first. */
export const steps = (external: boolean): readonly Step[] => [
  check('types', script('typescript', 'bin', 'tsc'), '-p', project),
  check(
    'lint',
    script('@biomejs', 'biome', 'bin', 'biome'),
    'ci',
    '--error-on-warnings',
    '--no-errors-on-unmatched',
    project,
  ),
  vitest('unit'),
  ...(external ? [vitest('external')] : [vitest('pg18'), vitest('pg15')]),
  vitest('ground'),
  journeys,
]

const run = (call: readonly string[], environment: NodeJS.ProcessEnv, signal: AbortSignal): Promise<boolean> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [...call], { cwd: project, stdio: 'inherit', env: environment, signal })
    child.on('error', () => {})
    child.on('close', (code) => resolve(code === 0))
  })

// Colours are for people; a log that is kept should be plain text.
const plainly = ({ FORCE_COLOR, ...environment }: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  process.stdout.isTTY ? { ...environment, FORCE_COLOR } : { ...environment, NO_COLOR: '1' }

export const readReport = (file: string): unknown => {
  try {
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
  } catch {
    return undefined
  }
}

export const reportOf = (step: Step, folder: string): string => join(folder, `${step.name}.json`)

/**
 * Runs one step. A step that fails without a failed test (a crash, no tests, an error outside any test) counts as one
 * failure, so that nothing can fail unseen.
 */
export const runStep = async (step: Step, folder: string, notesFile: string, signal: AbortSignal): Promise<Counts> => {
  const report = reportOf(step, folder)
  const environment = { ...plainly(process.env), [notesVariable]: notesFile, PLAYWRIGHT_JSON_OUTPUT_FILE: report }
  const good = await run(step.call(report), environment, signal)
  if (!step.count) return { passed: good ? 1 : 0, failed: good ? 0 : 1, skipped: [] }
  const counts = step.count(readReport(report))
  const silent = counts.failed === 0 && (!good || counts.passed === 0)
  return silent ? { ...counts, failed: 1 } : counts
}
