import { describe, expect, test } from 'vitest'
import { allPaths, readSource, sourcesIn } from './source.ts'
import {
  clock,
  everyColumn,
  exportedNames,
  fileLength,
  functionLength,
  names,
  noQuieting,
  nothingInline,
  placeless,
  type Rule,
  sqlClock,
} from './source-rules.ts'

const paths = allPaths()
const code = sourcesIn('src', 'policies', 'test', 'bin')
const isText = /\.(ts|tsx|mjs|js|json|md|sql|scss|typ|yml|yaml|html|txt|npmrc|gitignore)$|^\.ci\/run$/
const texts = paths.filter((path) => isText.test(path)).map(readSource)
const named = code.filter(({ path }) => path.includes('/'))
const migrations = texts.filter(({ path }) => path.startsWith('migrations/'))

test('there is something to look at', () => {
  expect(code.length).toBeGreaterThan(100)
  expect(texts.length).toBeGreaterThan(code.length)
  expect(migrations.length).toBeGreaterThan(0)
})

const rules: readonly (readonly [string, Rule, readonly { readonly path: string; readonly text: string }[]])[] = [
  ['files have a bearable length', fileLength, code],
  ['functions have a bearable length', functionLength, code],
  ['files and folders are named in kebab-case, after what they hold', names, named],
  ['what is exported has a name, and one that says something', exportedNames, code],
  ['no feature asks the machine for the time', clock, code],
  ['no query takes every column', everyColumn, code],
  ['no page has anything inline', nothingInline, code],
  ['nothing keeps the compiler or a test quiet', noQuieting, code],
  ['nothing names a folder of one machine or a registry', placeless, texts],
  ['no column defaults to the clock of the server', sqlClock, migrations],
]

test.each(rules)('%s', (_, rule, sources) => {
  expect(sources.flatMap(rule)).toEqual([])
})

const long = (lines: number) => Array.from({ length: lines }, (_, index) => `const a${index} = 1`).join('\n')
// Put together from pieces, so that this file itself keeps the rules.
const joined = (...pieces: string[]) => pieces.join('')

describe('a planted breach is found', () => {
  const planted: readonly (readonly [string, Rule, string, string])[] = [
    ['a long file', fileLength, 'src/values/a.ts', long(251)],
    ['a long arrow', functionLength, 'src/values/a.ts', `export const f = () => {\n${long(59)}\n}`],
    ['a long function', functionLength, 'src/values/a.ts', `export function f() {\n${long(59)}\n}`],
    ['a long method', functionLength, 'src/values/a.ts', `export class A {\nf() {\n${long(59)}\n}\n}`],
    ['a long test', functionLength, 'src/values/a.test.ts', `test('x', () => {\n${long(59)}\n})`],
    ['camelCase', names, 'src/values/calendarDays.ts', ''],
    ['Capitals', names, 'src/ui/Button.tsx', ''],
    ['snake_case', names, 'src/values/calendar_days.ts', ''],
    ['utils', names, 'src/values/date-utils.ts', ''],
    ['a folder helpers', names, 'src/ui/helpers/a.ts', ''],
    ['manager', names, 'src/platform/file-manager.ts', ''],
    ['data', names, 'src/app/data.ts', ''],
    ['data within data', names, 'src/features/cases/data/data.ts', ''],
    ['a default export', exportedNames, 'src/values/a.ts', 'export default 1'],
    ['an empty name', exportedNames, 'src/values/a.ts', 'export const dateUtils = {}'],
    ['an empty class', exportedNames, 'src/values/a.ts', 'export class FileManager {}'],
    ['Date.now', clock, 'src/features/cases/domain/a.ts', 'const t = Date.now()'],
    ['new Date', clock, 'src/features/cases/domain/a.ts', 'const t = new Date(1)'],
    ['Temporal.Now', clock, 'src/features/cases/domain/a.ts', 'const t = Temporal.Now.instant()'],
    ['now()', clock, 'src/features/cases/data/a.ts', 'const q = sql`select a where due < now()`'],
    ['current_date', clock, 'src/features/cases/data/a.ts', `const q = 'where due < current_date'`],
    ['selectAll', everyColumn, 'src/platform/a.ts', `db.selectFrom('x').selectAll().execute()`],
    ['returningAll', everyColumn, 'src/features/cases/data/a.ts', `db.insertInto('x').returningAll('x')`],
    ['select *', everyColumn, 'src/features/cases/data/a.ts', 'sql`select * from x`'],
    ['returning n.*', everyColumn, 'src/features/cases/data/a.ts', 'sql`update x returning n.*`'],
    ['style=', nothingInline, 'src/ui/a.tsx', `const a = <p style="color: red">x</p>`],
    ['onclick', nothingInline, 'src/ui/a.tsx', `const a = <p onclick="go()">x</p>`],
    ['<style>', nothingInline, 'src/ui/a.tsx', `const a = <style>x</style>`],
    ['<script>', nothingInline, 'src/ui/a.tsx', `const a = <script type="module">x</script>`],
    ['raw markup', nothingInline, 'src/ui/a.tsx', `const a = <p dangerouslySetInnerHTML={{ __html: x }} />`],
    ['as any', noQuieting, 'src/ui/a.ts', joined('const a = b as ', 'any')],
    ['a silenced line', noQuieting, 'src/ui/a.ts', joined('// @ts-', 'ignore')],
    ['work put off', noQuieting, 'src/ui/a.ts', joined('// TO', 'DO later')],
    ['a skipped test', noQuieting, 'src/ui/a.test.ts', joined('test.', 'skip("x", () => {})')],
    ['a lone test', noQuieting, 'src/ui/a.test.ts', joined('describe.', 'only("x", () => {})')],
    ['a machine', placeless, 'docs/operate.md', joined('Look into /ho', 'me/ann/evenhand')],
    ['a temporary folder', placeless, 'src/app/a.ts', joined(`const a = '/t`, `mp/x'`)],
    ['a registry', placeless, '.npmrc', joined('registry=https://registry', '.npmjs.org/')],
    ['where from', placeless, 'package-lock.json', joined('"resolved"', ': "https://example.org/a.tgz"')],
    ['a default', sqlClock, 'migrations/0009_a.sql', 'made timestamptz not null DEFAULT now(),'],
  ]
  test.each(planted)('%s', (_, rule, path, text) => {
    expect(rule({ path, text })).toHaveLength(1)
  })
})

describe('what is allowed is left alone', () => {
  const allowed: readonly (readonly [string, Rule, string, string])[] = [
    ['250 lines', fileLength, 'src/values/a.ts', `${long(250)}\n`],
    ['60 lines', functionLength, 'src/values/a.ts', `export const f = () => {\n${long(58)}\n}`],
    ['a group of tests', functionLength, 'src/values/a.test.ts', `describe('x', () => {\n${long(80)}\n})`],
    [
      'a group over a table',
      functionLength,
      'src/values/a.test.ts',
      `describe.each([1])('x', () => {\n${long(80)}\n})`,
    ],
    ['the floor data', names, 'src/features/cases/data/case-reads.ts', ''],
    ['the test of a promise', names, 'test/promises/S05-bases.test.ts', ''],
    ['a generated file', names, 'src/platform/database/tables.gen.ts', ''],
    ['the service clock in SQL', clock, 'src/features/cases/data/a.ts', 'const q = sql`due < ev.evenhand_now()`'],
    ['the machine clock in the platform', clock, 'src/platform/a.ts', 'const t = Date.now()'],
    ['a count', everyColumn, 'src/features/cases/data/a.ts', 'sql`select count(*) from x`'],
    ['a linked script', nothingInline, 'src/ui/a.tsx', `const a = <script type="module" src={x} />`],
    ['an address on the web', placeless, 'README.md', joined('https://example.org/ho', 'me/page')],
  ]
  test.each(allowed)('%s', (_, rule, path, text) => {
    expect(rule({ path, text })).toEqual([])
  })
})
