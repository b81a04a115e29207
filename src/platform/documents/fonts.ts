import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(import.meta.dirname, 'fonts')

/**
 * The families in the order in which Typst tries them. The first is the legible one that everything is set in; the
 * others exist so that a person's name prints in the script in which they wrote it: Greek, Cyrillic, Arabic and
 * Hebrew, the scripts of South Asia and Ethiopia, Thai, Chinese and Japanese, and emoji.
 */
export const fontFamilies = [
  'Atkinson Hyperlegible Next',
  'DejaVu Sans',
  'Noto Sans Devanagari',
  'Noto Sans Bengali',
  'Noto Sans Gujarati',
  'Noto Sans Gurmukhi',
  'Noto Sans Tamil',
  'Noto Sans Telugu',
  'Noto Sans Malayalam',
  'Noto Sans Sinhala',
  'Noto Sans Ethiopic',
  'Noto Sans Thai',
  'Droid Sans Fallback',
  'Noto Emoji',
] as const

/** The bytes of every font shipped here. The machine's own fonts are never relied on: a letter must look the same everywhere. */
export function fontBlobs(): Buffer[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ttf'))
    .sort()
    .map((name) => readFileSync(join(folder, name)))
}
