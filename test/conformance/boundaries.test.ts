import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { featureOrder } from '../../src/features/order.ts'
import { boundaryBreaches, circles } from './boundaries.ts'
import { sourcesIn } from './source.ts'

const house = sourcesIn('src', 'policies')

test('there is a house to look at', () => {
  expect(house.length).toBeGreaterThan(50)
})

test('imports go down, and to a neighbour only by its door', () => {
  expect(house.flatMap(boundaryBreaches)).toEqual([])
})

test('no files go round in a circle', () => {
  expect(circles(house)).toEqual([])
})

test('every feature has its place in the written order', () => {
  const folders = readdirSync(join(import.meta.dirname, '../../src/features'), { withFileTypes: true })
  const names = folders.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  expect(names.filter((name) => !featureOrder.some((known) => known === name))).toEqual([])
})

describe('a planted breach is found', () => {
  test.each([
    ['src/values/money.ts', `import { x } from '../ui/raw.tsx'`, 'values may not import ui'],
    ['src/policy/check.ts', `import type { X } from '../platform/log.ts'`, 'policy may not import platform'],
    ['src/platform/log.ts', `export * from '../policy/index.ts'`, 'platform may not import policy'],
    ['src/ui/render.ts', `type X = import('../platform/log.ts').X`, 'ui may not import platform'],
    ['src/platform/log.ts', `const x = await import('../app/server.ts')`, 'platform may not import app'],
    ['src/features/people/index.ts', `import { x } from '../../app/server.ts'`, 'features may not import app'],
    ['src/app/server.ts', `import { x } from '../../test/support/server.ts'`, 'outside the house'],
    ['src/features/people/index.ts', `import { x } from '../cases/index.ts'`, 'people comes before cases'],
    ['src/features/cases/index.ts', `import { x } from '../people/data/reads.ts'`, 'ring its index.ts'],
    ['src/features/cases/index.ts', `import { x } from '../people/plugin.ts'`, 'ring its index.ts'],
    [
      'src/app/case-page.tsx',
      `import { x } from '../features/cases/data/case-reads.ts'`,
      'past its index.ts or plugin.ts',
    ],
    ['src/features/cases/domain/stage.ts', `import { x } from '../data/case-reads.ts'`, 'may not look up to data'],
    [
      'src/features/cases/data/case-reads.ts',
      `import { x } from '../actions/open-case.ts'`,
      'may not look up to actions',
    ],
    [
      'src/features/cases/actions/open-case.ts',
      `import { x } from '../web/office/case.page.tsx'`,
      'may not look up to web',
    ],
    ['src/features/cases/actions/open-case.ts', `import { x } from '../index.ts'`, 'may not look up to index.ts'],
    [
      'src/features/cases/web/office/x.routes.tsx',
      `import { x } from '../../data/case-writes.ts'`,
      'only an action may write',
    ],
    ['src/features/invoices/index.ts', '', 'the written order does not name'],
    ['src/features/cases/things/x.ts', '', 'on no floor'],
  ])('%s: %s', (path, text, expected) => {
    const found = boundaryBreaches({ path, text })
    expect(found).toHaveLength(1)
    expect(found[0]).toContain(expected)
  })

  test('a circle', () => {
    const sources = [
      { path: 'src/values/a.ts', text: `import { b } from './b.ts'` },
      { path: 'src/values/b.ts', text: `import type { c } from './a.ts'\nimport { d } from './c.ts'` },
      { path: 'src/values/c.ts', text: `export { a } from './a.ts'` },
    ]
    expect(circles(sources)).toEqual(['src/values/a.ts → src/values/b.ts → src/values/c.ts → src/values/a.ts'])
  })
})

describe('what is allowed is left alone', () => {
  test.each([
    ['src/features/cases/web/office/case.page.tsx', `import { x } from '../../data/case-reads.ts'`],
    ['src/features/cases/actions/open-case.ts', `import { x } from '../data/case-writes.ts'`],
    ['src/features/cases/index.ts', `import { x } from '../people/index.ts'`],
    ['src/app/server.ts', `import { x } from '../features/cases/plugin.ts'`],
    ['src/features/cases/domain/stage.test.ts', `import { x } from '../../../../test/support/server.ts'`],
    ['src/platform/log.ts', `import pino from 'pino'`],
  ])('%s: %s', (path, text) => {
    expect(boundaryBreaches({ path, text })).toEqual([])
  })
})
