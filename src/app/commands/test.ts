import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeTestRecord } from '../test-record.ts'
import type { CommandOptions } from './options.ts'
import { readNotes } from './test-notes.ts'
import { type Counts, promisesTried } from './test-reports.ts'
import { noCounts, readReport, reportOf, runStep, type Step, steps } from './test-steps.ts'

const say = (line = '') => process.stdout.write(`${line}\n`)

const chosen = (words: readonly string[], all: readonly Step[]): readonly Step[] =>
  words.length === 0 ? all : all.filter((step) => words.includes(step.name))

const unknown = (words: readonly string[], all: readonly Step[]): readonly string[] =>
  words.filter((word) => !all.some((step) => step.name === word))

const add = (one: Counts, other: Counts): Counts => ({
  passed: one.passed + other.passed,
  failed: one.failed + other.failed,
  skipped: [...one.skipped, ...other.skipped],
})

const summary = ({ passed, failed, skipped }: Counts): string =>
  `${passed} passed, ${failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`

const tell = (results: ReadonlyMap<string, Counts>, total: Counts, notesFile: string) => {
  say()
  for (const [name, counts] of results) say(`  ${name.padEnd(12)}${summary(counts)}`)
  for (const name of total.skipped) say(`  skipped: ${name}`)
  const notes = readNotes(notesFile)
  const servers = [...new Set(notes.flatMap((note) => note.postgres ?? []))]
  const browsers = [...new Set(notes.flatMap((note) => note.browser ?? []))]
  say()
  say(`${total.passed + total.failed} tests ran`)
  say(`PostgreSQL: ${servers.join(', ') || 'none was used'}`)
  say(`Browser: ${browsers.join(', ') || 'none was used'}`)
  say(`Mail server: ${[...new Set(notes.flatMap((it) => it.mail ?? []))].join(', ') || 'none was used'}`)
  say(summary(total))
}

/** Runs all tests, or the named steps, one step after the other, and ends with one line that says how it went. */
export const run = async (options: CommandOptions): Promise<number> => {
  const all = steps(options.databaseUrl !== undefined)
  const strange = unknown(options.words, all)
  if (strange.length > 0) {
    say(`There is no step "${strange.join('", "')}". There are: ${all.map((step) => step.name).join(', ')}.`)
    return 1
  }
  const folder = mkdtempSync(join(tmpdir(), 'evenhand-test-'))
  const notesFile = join(folder, 'notes')
  const results = new Map<string, Counts>()
  try {
    for (const step of chosen(options.words, all)) {
      say(`\n── ${step.name}`)
      results.set(step.name, await runStep(step, folder, notesFile, options.lifetime.signal))
      if (options.lifetime.signal.aborted) return 1
    }
    const total = [...results.values()].reduce(add, noCounts)
    tell(results, total, notesFile)
    // Some of the steps alone do not say how every promise stands.
    if (options.words.length === 0)
      writeTestRecord(all.flatMap((step) => promisesTried(readReport(reportOf(step, folder)))))
    return total.failed === 0 && total.passed > 0 ? 0 : 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
