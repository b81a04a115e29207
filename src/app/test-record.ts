import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { TestRecord, TestRun } from '../features/oversight/index.ts'

const project = dirname(dirname(import.meta.dirname))

/** What the tests of the promises said last, beside the program that they tried. */
export const testRecordFile = (root = project): string => join(root, '.evenhand', 'promises-tried.json')

/** Null where the tests have not been run to their end, or what they wrote cannot be read: then nobody knows. */
export async function readTestRecord(file = testRecordFile()): Promise<TestRecord | null> {
  try {
    const read = JSON.parse(await readFile(file, 'utf8')) as TestRecord
    return typeof read.at === 'string' && Array.isArray(read.tests) ? read : null
  } catch {
    return null
  }
}

/** Writes down what the tests of the promises said, when all of them have run. */
export function writeTestRecord(tests: readonly TestRun[], file = testRecordFile()): void {
  const record: TestRecord = { at: Temporal.Now.instant().toString(), commit: commitOf(project), tests }
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `${JSON.stringify(record, null, 1)}\n`)
}

function commitOf(folder: string): string | null {
  const git = (...words: string[]) =>
    execFileSync('git', words, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  try {
    // What is changed and not committed has no name: then the version is not known.
    return git('status', '--porcelain') === '' ? git('rev-parse', 'HEAD') : null
  } catch {
    return null
  }
}
