import { describe, expect, test } from 'vitest'
import { decidedMasks, findOthers, type Identifier, maskedText, phraseOf, soughtOf } from './find-others.ts'

const other = (kind: Identifier['kind'], value: string, who: Identifier['who'] = 'party'): Identifier => ({
  ...{ own: false, who, kind, value },
})
const found = (text: string, ...identifiers: readonly Identifier[]) => findOthers(text, soughtOf(identifiers))
const marked = (text: string, ...identifiers: readonly Identifier[]) =>
  found(text, ...identifiers).map((it) => text.slice(it.from, it.to))

describe('others are found in what was written freely', () => {
  test.each([
    ['Ring 07700 900 123 or 07700900123.', other('telephone', '07700 900123'), ['07700 900 123', '07700900123']],
    ['Her number is +44 7700 900123', other('telephone', '07700 900123'), ['+44 7700 900123']],
    ['At 9 Hidden\nLane, nr9 9zz', other('address', '9 Hidden Lane'), ['9 Hidden\nLane']],
    ['At 9 Hidden Lane, nr99zz', other('postcode', 'NR9 9ZZ'), ['nr99zz']],
    ['Born 7 August 1996, or 7/8/1996', other('birth', '1996-08-07'), ['7 August 1996', '7/8/1996']],
    ['Bob met BO. Bobby too', other('name', 'Bo'), ['BO']],
    ['write to BO@Mail.example', other('email', 'bo@mail.example'), ['BO@Mail.example']],
  ])('%s', (text, identifier, expected) => {
    expect(marked(text, identifier)).toEqual(expected)
  })

  test('what is also the person’s own is not another’s', () => {
    const own = { ...other('address', '1 High Street'), own: true }
    expect(marked('We lived at 1 High Street', own, other('address', '1 High Street'))).toEqual([])
  })

  test('where somebody lives and how they are reached is out; a name that the person knows is only marked', () => {
    const text = 'Bo, 9 Hidden Lane'
    const masks = found(text, other('name', 'Bo'), other('address', '9 Hidden Lane'))
    expect(maskedText(text, masks)).toBe('Bo, [taken out]')
  })
})

describe('what a colleague decides', () => {
  const text = 'Bo of 9 Hidden Lane is with Kit Newman and Marl'
  const masks = found(
    text,
    other('name', 'Bo'),
    other('address', '9 Hidden Lane'),
    other('name', 'Marl', 'professional'),
  )

  test('takes more out, and puts back what may be', () => {
    const decided = decidedMasks(text, masks, new Set(['bo']), ['kit newman', ' '])
    expect(maskedText(text, decided)).toBe('[taken out] of [taken out] is with [taken out] and Marl')
  })

  test('never puts back where the other lives, and is undone by deciding again', () => {
    const once = decidedMasks(text, masks, new Set(['bo']), ['Kit'])
    const again = decidedMasks(text, once, new Set([phraseOf(text, { from: 43, to: 47 })]), [])
    expect(maskedText(text, again)).toBe('Bo of [taken out] is with Kit Newman and [taken out]')
  })
})
