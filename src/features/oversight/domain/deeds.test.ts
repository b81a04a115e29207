import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { deedWords, wordsOfDeed } from './deeds.ts'

const root = new URL('../../../', import.meta.url)
const deed = /'([a-z]+(?:-[a-z]+)*(?:\.[a-z-]+)+)'/g

/** Sources in which something can be read or done: features and what is composed of them. */
const sources = ['features', 'app'].flatMap((folder) =>
  readdirSync(new URL(`${folder}/`, root), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
    .map((name) => ({ name, text: readFileSync(new URL(`${folder}/${name}`, root), 'utf8') })),
)

/** Reasons of a refusal look like deeds and are none. */
const withoutReasons = (text: string) =>
  text
    .replaceAll(/(?:refused|reason\b[^\n]*?)\(?'[a-z.A-Z-]+'\)?/g, '')
    .replaceAll(/^(?!.*\bdesk\.act<).*Reason\b.*$/gm, '')

/** The deeds that a source names: where it says `deed`, and anywhere in a file that passes a deed on as an argument. */
function deedsIn(text: string): string[] {
  const plain = withoutReasons(text)
  const passesOn = /\b(?:deed|act): string\b/.test(plain) || /Deed\s*=\s*'/.test(plain)
  const parts = passesOn
    ? [plain]
    : [...plain.matchAll(/\bdeed\b\s*[:=][^,}\n]*(?:\n\s*[?:][^,}\n]*)*/g)].map((it) => it[0])
  return parts.flatMap((part) => [...part.matchAll(deed)].map((it) => it[1] ?? ''))
}

/** Signing in leaves its own records, by a function of the database that knows their kinds. */
const ofSigningIn = readdirSync(new URL('../migrations/', root))
  .filter((name) => /^\d{4}_.*\.sql$/.test(name))
  .flatMap((name) => [
    ...readFileSync(new URL(`../migrations/${name}`, root), 'utf8').matchAll(/'(sign-in\.[a-z-]+)'/g),
  ])
  .map((it) => [it[1] ?? '', 'the migrations'] as const)

const used = new Map([
  ...ofSigningIn,
  ...sources.flatMap(({ name, text }) => deedsIn(text).map((it) => [it, name] as const)),
])

describe('deeds', () => {
  test('are found in the sources', () => {
    expect(used.size).toBeGreaterThan(40)
    expect(deedsIn(`act(actor, { purpose: 'x', deed: ready ? 'one.done' : 'other.done' })`)).toEqual([
      'one.done',
      'other.done',
    ])
    expect(deedsIn(`const f = (deed: string) => 1\nf('passed.on')\nrefused('no.deed')`)).toEqual(['passed.on'])
    expect(deedsIn(`orderBy('case.id')`)).toEqual([])
  })

  test('all have words, so that records can be read', () => {
    const wordless = [...used].filter(([it]) => !Object.hasOwn(deedWords, it)).map(([it, name]) => `${it} in ${name}`)
    expect(wordless).toEqual([])
  })

  test('have no words that nothing uses', () => {
    expect(Object.keys(deedWords).filter((it) => !used.has(it))).toEqual([])
  })

  test('of a former version are named as they were kept', () => {
    expect(wordsOfDeed('case.opened')).toBe('Opened the file')
    expect(wordsOfDeed('case.folded')).toBe('case.folded')
  })
})
