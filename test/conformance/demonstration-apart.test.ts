import { expect, test } from 'vitest'
import { importsOf } from './imports.ts'
import { isTest, type Source, sourcesIn } from './source.ts'

const sources = new Map(sourcesIn('src').map((it) => [it.path, it]))
const directSignIn = 'src/platform/sign-in/direct-sign-in.ts'
const isOfDemonstration = (path: string) =>
  path.startsWith('src/app/demonstration/') || path === 'src/app/commands/demo.ts'

/** Every file that runs when this one does. */
function reachedFrom(path: string, reached = new Set<string>()): Set<string> {
  const source = sources.get(path)
  if (!source || reached.has(path)) return reached
  reached.add(path)
  for (const { to, ours, typeOnly } of importsOf(source)) if (ours && !typeOnly) reachedFrom(to, reached)
  return reached
}

test('signing in by one press is known to the demonstration alone', () => {
  const knows = (source: Source) => importsOf(source).some((it) => it.to === directSignIn)
  const found = [...sources.values()].filter((it) => !isTest(it.path) && knows(it)).map((it) => it.path)
  expect(found).toEqual(['src/app/commands/demo.ts'])
})

test('the real service reaches nothing of the demonstration, by whatever way', () => {
  const reached = [...reachedFrom('src/app/commands/start.ts')]
  expect(reached).toContain('src/app/assemble.ts')
  expect(reached.filter((path) => path === directSignIn || isOfDemonstration(path))).toEqual([])
})

test('the demonstration itself reaches it', () => {
  expect([...reachedFrom('src/app/commands/demo.ts')]).toContain(directSignIn)
})
