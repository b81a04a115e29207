import { describe, expect, test } from 'vitest'
import { classification } from '../../src/app/classification.ts'
import { hasWords, pathsOf, unowned, unreached } from '../../src/features/access-packs/index.ts'

// A column of a new table is in what somebody gets who asks to see what is held, or somebody has said why not.
describe('whose rows are whose, for whoever asks to see what is held', () => {
  test('is said of every table that tells of people', () => {
    expect(unreached(classification)).toEqual([])
  })

  test('is said by a column of every table with rows of a case, or by its classification', () => {
    expect(unowned(classification)).toEqual([])
  })

  test('leads to rows over columns that are there', () => {
    for (const { table, column, parent } of pathsOf(classification)) {
      expect(Object.keys(classification[table as keyof typeof classification].columns)).toContain(column)
      if (parent)
        expect(Object.keys(classification[parent.table as keyof typeof classification].columns)).toContain(
          parent.column,
        )
    }
  })

  test('is told in words that everybody knows', () => {
    expect(
      pathsOf(classification)
        .map((it) => it.table)
        .filter((table) => !hasWords(table)),
    ).toEqual([])
  })
})
