import { expect, test } from 'vitest'
import { Aviary } from './aviary.ts'

// Two fields with one word would be taken for each other: what may outlive the file, and what may not.
test('no two words are alike, however many are made', () => {
  const birds = new Aviary()
  const words = Array.from({ length: 5000 }, (_, at) => birds.word(`field ${at}`))
  expect(new Set(words).size).toBe(5000)
  expect(birds.words.size).toBe(5000)
})
