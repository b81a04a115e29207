import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { renderPart } from '../../src/ui/render.ts'
import { adapters, notApplicable } from './component-fixtures.ts'
import { normalised } from './normalised-html.ts'

type Fixture = { readonly name: string; readonly options: Record<string, unknown>; readonly html: string }

const folder = new URL('../../node_modules/govuk-frontend/dist/govuk/components/', import.meta.url)

const fixturesOf = (component: string): readonly Fixture[] =>
  (JSON.parse(readFileSync(new URL(`${component}/fixtures.json`, folder), 'utf8')) as { fixtures: Fixture[] }).fixtures

const rendered = (component: string, { options }: Fixture) => {
  const adapter = adapters[component]
  if (!adapter) throw new Error(`no adapter for ${component}`)
  return normalised(renderPart(adapter(options)))
}

describe.each(Object.keys(adapters))('%s gives what govuk-frontend gives', (component) => {
  const fixtures = fixturesOf(component)

  test('there are fixtures', () => expect(fixtures.length).toBeGreaterThan(2))

  test.each(fixtures.map((fixture) => [fixture.name, fixture] as const))('%s', (name, fixture) => {
    const wanted = normalised(fixture.html)
    if (notApplicable[component]?.[name]) expect(rendered(component, fixture)).not.toBe(wanted)
    else expect(rendered(component, fixture)).toBe(wanted)
  })
})

test('every exception names a fixture that exists', () => {
  for (const [component, exceptions] of Object.entries(notApplicable)) {
    const names = fixturesOf(component).map((fixture) => fixture.name)
    expect(names).toEqual(expect.arrayContaining(Object.keys(exceptions)))
  }
})

describe('the comparison itself', () => {
  test.each([
    ['an attribute is missing', '<p id="a" class="b">x</p>', '<p class="b">x</p>'],
    ['a word is missing', '<p>x y</p>', '<p>x</p>'],
    ['an element is missing', '<p><b>x</b></p>', '<p>x</p>'],
    ['elements change places', '<i></i><b></b>', '<b></b><i></i>'],
    ['markup is text', '<p>&lt;b&gt;x&lt;/b&gt;</p>', '<p><b>x</b></p>'],
    ['a space between words is lost', '<p><b>x</b> y</p>', '<p><b>x</b>y</p>'],
    ['a textarea has other lines', '<textarea>a\nb</textarea>', '<textarea>a b</textarea>'],
  ])('sees that %s', (_, one, other) => expect(normalised(one)).not.toBe(normalised(other)))

  test.each([
    ['the order of attributes', '<p id="a" class="b"></p>', '<p class="b" id="a"></p>'],
    ['the order of classes', '<p class="a b"></p>', '<p class="b  a"></p>'],
    ['space around blocks', '<div>\n  <p> x </p>\n</div>', '<div><p>x</p></div>'],
    ['the length of a space', '<p>x\n   y</p>', '<p>x y</p>'],
  ])('does not mind %s', (_, one, other) => expect(normalised(one)).toBe(normalised(other)))
})
