import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Raw } from './raw.tsx'
import { renderPage, renderPart } from './render.ts'

const nasty = `<script>alert("x")</script> & 'quoted'`

test('what a person wrote is escaped in text and in attributes', () => {
  const html = renderPart(<p title={nasty}>{nasty}</p>)
  expect(html).not.toContain('<script>')
  expect(html).toContain('&lt;script>')
  expect(html).toContain('title="&lt;script>alert(&quot;x&quot;)')
})

test('raw puts out what it was given, with nothing around it', () => {
  expect(renderPart(<p>{<Raw html="<b>1</b>" why="written here" />}</p>)).toBe('<p><b>1</b></p>')
})

test('a page begins with its doctype', () =>
  expect(renderPage(<html lang="en-GB" />)).toMatch(/^<!DOCTYPE html>\n<html/))

test('nothing else in the sources puts out HTML unescaped, or style or script inline', () => {
  const source = join(import.meta.dirname, '..')
  const wayAround =
    /dangerouslySetInnerHTML|jsxTemplate|\btpl\b|UNSTABLE_comment|innerHTML|insertAdjacentHTML|\sstyle=|\son[a-z]+=/
  const found = globSync('**/*.{ts,tsx}', { cwd: source })
    .filter((path) => !path.includes('.test.') && path !== join('ui', 'raw.tsx'))
    .filter((path) => wayAround.test(readFileSync(join(source, path), 'utf8')))
  expect(found).toEqual([])
})
