import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

const databaseTests = ['src/**/*.db.test.{ts,tsx}', 'test/**/*.db.test.{ts,tsx}']
const groundTests = 'test/ground/**/*.test.ts'

/** The same database tests, once on each server. Which server a project means is read from its name. */
const onServer = (name: string) => ({
  extends: true as const,
  test: {
    name,
    include: databaseTests,
    globalSetup: ['test/support/global-setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})

const servers = process.env.DATABASE_URL ? ['external'] : ['pg18', 'pg15']

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    allowOnly: false,
    passWithNoTests: false,
    // A worker waits for PostgreSQL for much of its time: on two cores one alone would leave the other core idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    env: { TZ: 'UTC' },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'bin/**/*.test.ts', 'test/**/*.test.{ts,tsx}', 'policies/**/*.test.ts'],
          exclude: [...databaseTests, groundTests],
          // Hashing passwords is slow on purpose, and slower on a machine that does other work too.
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      ...servers.map(onServer),
      {
        extends: true,
        test: {
          name: 'ground',
          include: [groundTests],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
